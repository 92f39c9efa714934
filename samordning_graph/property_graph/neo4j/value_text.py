"""Values of Neo4j as the text that a cell would hold."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from neo4j.time import Date, DateTime

from samordning_graph.common.text import tidy
from samordning_graph.input.personal_data import holds_national_identity_number

Texts: TypeAlias = list[tuple[str, str]]
"""Properties by name, as text."""

_DIGITS = re.compile(r"([0-9]+)")


def text_of(value: Any) -> str:  # noqa: ANN401 - whatever Neo4j can hold
    """Return a value of Neo4j as a person would write it in a cell."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return format(Decimal(repr(value)), "f")
        case list():
            return ";".join(map(text_of, value))
        case DateTime():
            return value.date().iso_format()
        case Date():
            return value.iso_format()
        case _:
            return str(value)


def texts_of(properties: Mapping[str, Any]) -> Texts:
    """Return properties by name, tidy."""
    return [(tidy(name), tidy(text_of(properties[name]))) for name in sorted(properties)]


def shown(value: Any) -> str:  # noqa: ANN401 - whatever Neo4j can hold
    """Return a value fit to be shown: tidy, and never a national identity number."""
    text = "" if value is None else tidy(text_of(value))
    return "…" if holds_national_identity_number(text) else text


def natural_order(text: str) -> list[str | int]:
    """Return a sort key that puts «word/10» after «word/9»."""
    return [int(part) if part.isdecimal() else part for part in _DIGITS.split(text)]
