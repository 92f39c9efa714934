"""A table of another program, before anybody knows what its columns are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samordning_graph.common.locale import _
from samordning_graph.common.text import tidy
from samordning_graph.input.personal_data import holds_national_identity_number


class ForeignNetworkError(Exception):
    """A file cannot be taken as a network; the text says why and what to do."""


@dataclass(slots=True)
class RawTable:
    """Nodes or ties as rows of header → tidy text, for the filled cells only.

    `place` is the file, and the sheet or the part of it. `holds_ties` is None when the format does
    not tell. `means` says what a type that the reader itself gave the rows stands for: the headers
    of a matrix are arenas, unless somebody says otherwise. `notes` are sentences on what was not read.
    """

    place: str
    headers: list[str]
    rows: list[Mapping[str, str]]
    holds_ties: bool | None = None
    means: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def raw_table(
    place: str, rows: Iterable[Mapping[str, str]], *, holds_ties: bool | None = None
) -> RawTable:
    """Return a table of rows of untidy text.

    Raises
    ------
    ForeignNetworkError
        If a national identity number stands in it.
    """
    headers: dict[str, None] = {}
    kept: list[Mapping[str, str]] = []
    for row in rows:
        cells = {tidy(header): content for header, text in row.items() if (content := clean(text))}
        if any(holds_national_identity_number(text) for text in (*cells, *cells.values())):
            raise ForeignNetworkError(
                _(
                    "{place}: a national identity number stands here. Nothing is written: delete the"
                    " number. This tool is about organisations, never persons."
                ).format(place=place)
            )
        headers.update(dict.fromkeys(cells))
        if cells:
            kept.append(cells)
    return RawTable(place, list(headers), kept, holds_ties)


def clean(text: str) -> str:
    """Return the text of a cell, tidy and without the quotation marks that some programs leave on."""
    content = tidy(text)
    if len(content) > 1 and content[0] == content[-1] == '"':
        content = content[1:-1].strip()
    return content
