"""A table of another program, before anybody knows what its columns are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samordning_graph.common.locale import _
from samordning_graph.common.text import tidy
from samordning_graph.input.personal_data import holds_national_identity_number

MAX_CHARACTERS = 10_000
"""Characters of a text: a cell of Excel holds three of them, and a row of ours may join some."""

MAX_ROWS = 30_000
"""Nodes, or ties, that a person can go on in: the largest municipalities have some thousands."""


class ForeignNetworkError(Exception):
    """A file cannot be taken as a network; the text says why and what to do."""


@dataclass(slots=True)
class RawTable:
    """Nodes or ties as rows of header → tidy text, for the filled cells only.

    `place` is the file, and the sheet or the part of it. `holds_ties` is None when the format does
    not tell. `means` says what a type that the reader itself gave the rows stands for: the headers
    of a matrix are arenas, unless somebody says otherwise. `unknown_marks` stand, folded, in cells of a
    matrix, and nobody knows what they say. `notes` are sentences on what was not read.
    """

    place: str
    headers: list[str]
    rows: list[Mapping[str, str]]
    holds_ties: bool | None = None
    means: dict[str, str] = field(default_factory=dict)
    unknown_marks: frozenset[str] = frozenset()
    notes: list[str] = field(default_factory=list)


def raw_table(
    place: str, rows: Iterable[Mapping[str, str]], *, holds_ties: bool | None = None
) -> RawTable:
    """Return a table of rows of untidy text.

    Raises
    ------
    ForeignNetworkError
        If a national identity number stands in it, or it has too many rows.
    """
    headers: dict[str, None] = {}
    kept: list[Mapping[str, str]] = []
    cut = 0
    for row in rows:
        cells = {tidy(header): content for header, text in row.items() if (content := clean(text))}
        for header, text in cells.items():
            if len(text) > MAX_CHARACTERS:
                cells[header] = text[: MAX_CHARACTERS - 1] + "…"
                cut += 1
        if any(holds_national_identity_number(text) for text in (*cells, *cells.values())):
            raise ForeignNetworkError(
                _(
                    "{place}: a national identity number stands here. Nothing is written: delete the"
                    " number. This tool is about organisations, never persons."
                ).format(place=place)
            )
        if len(kept) == MAX_ROWS:
            raise ForeignNetworkError(
                _("{place}: more than {limit} rows are no network of a municipality.").format(
                    place=place, limit=MAX_ROWS
                )
            )
        headers.update(dict.fromkeys(cells))
        if cells:
            kept.append(cells)
    notes = [_("{place}: {count} very long texts are cut.").format(place=place, count=cut)]
    return RawTable(place, list(headers), kept, holds_ties, notes=notes if cut else [])


def clean(text: str) -> str:
    """Return the text of a cell, tidy and without the quotation marks that some programs leave on."""
    content = tidy(text)
    if len(content) > 1 and content[0] == content[-1] == '"':
        content = content[1:-1].strip()
    return content
