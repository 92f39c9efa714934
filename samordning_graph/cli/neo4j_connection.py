"""A connection to Neo4j for a command: what goes wrong with it is one message, exit 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _

if TYPE_CHECKING:
    from samordning_graph.property_graph.neo4j.connection import Connection


@contextmanager
def connected(uri: str | None) -> "Iterator[Connection]":
    """Give a connection to the server at an address, or at NEO4J_URI without one."""
    try:
        from samordning_graph.property_graph.neo4j.connection import connected
        from samordning_graph.property_graph.neo4j.settings import StoreError, settings_from
    except ModuleNotFoundError as error:
        if error.name != "neo4j":
            raise
        raise Failure(
            _("the Neo4j driver is not installed: python -m pip install neo4j")
        ) from error
    try:
        with connected(settings_from(uri)) as connection:
            yield connection
    except StoreError as error:
        raise Failure(str(error)) from error
