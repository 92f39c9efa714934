"""Which column of a foreign table is which of ours: as it was said, or guessed from its header."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.common.text import fold
from samordning_graph.input.foreign.given_mapping import (
    MOST_NAMED,
    NODE_TABLES,
    TIE_TABLES,
    GivenMapping,
    columns_taken,
)
from samordning_graph.input.foreign.raw_table import ForeignNetworkError, RawTable
from samordning_graph.input.foreign.words import (
    ARENA_HEADERS,
    DIRECTIONS,
    NO_TIE,
    NODE_HEADERS,
    PLAIN_MARKS,
    TIE_HEADERS,
    is_mark,
    is_number,
    paired_ends,
)
from samordning_graph.input.grid import known_headers
from samordning_graph.schema.tables import Arena, Row

_ENDS = ("from", "to")
_NAMES = frozenset({"id", "name", "part_of", *_ENDS})
_MISSING = "NA"
"""What R writes in an empty cell; it may be the name of an organisation."""
_LONGEST_MARK = 2
_SAMPLE, _FEW = 1000, 50
"""Rows, and columns, that are looked at to see whether two columns hold the same names."""


@dataclass(slots=True, eq=False)
class MappedTable:
    """A table whose columns are known: our column → its header. The others are `unplaced`.

    `remarks` are headers that were said to be remarks too, after the first. `plain_marks` say that
    there is a tie and nothing more: 1 does, unless others of the table weigh 2 or 3.
    """

    table: RawTable
    is_ties: bool
    headers: Mapping[str, str]
    remarks: Sequence[str] = ()
    plain_marks: Collection[str] = PLAIN_MARKS

    @property
    def unplaced(self) -> list[str]:
        """The headers that became no column of ours, in order."""
        placed = {*self.headers.values(), *self.remarks}
        return [name for name in self.table.headers if name not in placed]

    def cell(self, row: Mapping[str, str], column: str) -> str:
        """Return what a row has for a column of ours, or an empty text."""
        text = row.get(self.headers.get(column, ""), "")
        if text == _MISSING and column not in _NAMES:
            return ""
        if column != "comment" or not self.remarks:
            return text
        more = [f"{header}: {row[header]}" for header in self.remarks if header in row]
        return ". ".join(filter(None, [text, *more]))


def mapped_tables(tables: Sequence[RawTable], given: GivenMapping) -> list[MappedTable]:
    """Return the tables with their columns; one table alone may be any two columns of names.

    Raises
    ------
    ForeignNetworkError
        If no table holds ties.
    """
    mapped = [_mapped(table, given) for table in tables]
    _find_ties_of_ids(mapped, given)
    if not any(table.is_ties for table in mapped):
        ends = next(
            ((at, ends) for at, table in enumerate(tables) if (ends := _two_of_names(table))), None
        )
        if ends is None:
            raise ForeignNetworkError(
                _(
                    "no ties were found. Say which two columns hold the names of those who are tied,"
                    " with --map from=… --map to=…, or with --map Fra=rad --map Til=kolonne that it"
                    " is a matrix: actors down, arenas or actors across. The columns are: {headers}."
                ).format(
                    headers=first_few(
                        [name for table in tables for name in table.headers], MOST_NAMED
                    )
                )
            )
        at, found = ends
        mapped[at] = _mapped_as_ties(tables[at], given, found)
    read = [table for table in mapped if table.is_ties or "name" in table.headers]
    for table in mapped:
        if table not in read:
            read[0].table.notes.append(
                _(
                    "{place} is not read: no column of names was found. Say which with --map Navn=…, or"
                    " with --map Fra=… --map Til=… which two hold those who are tied."
                ).format(place=table.table.place)
            )
    return read


def _find_ties_of_ids(mapped: list[MappedTable], given: GivenMapping) -> None:
    """Read as ties each table that has no names, but two columns of ids of the nodes of others."""
    nodes = [table for table in mapped if not table.is_ties and "name" in table.headers]
    ids = {fold(table.cell(row, "id")) for table in nodes for row in table.table.rows} - {""}
    for at, other in enumerate(mapped):
        if not other.is_ties and other not in nodes and (ends := _two_of_ids(other.table, ids)):
            mapped[at] = _mapped_as_ties(other.table, given, ends)


def _two_of_ids(table: RawTable, ids: Collection[str]) -> tuple[str, str] | None:
    """Return the first two columns whose cells are mostly among `ids`."""
    found = []
    for header in table.headers[:_FEW]:
        cells = [fold(row[header]) for row in table.rows[:_SAMPLE] if header in row]
        if len(set(cells)) > 1 and 2 * sum(text in ids for text in cells) > len(cells):
            found.append(fold(header))
    return (found[0], found[1]) if len(found) > 1 else None


def _mapped_as_ties(table: RawTable, given: GivenMapping, ends: tuple[str, str]) -> MappedTable:
    left_name, right_name = ends
    columns = {**given.columns, "from": [left_name], "to": [right_name]}
    return _mapped(table, GivenMapping(columns, given.values))


def _mapped(table: RawTable, given: GivenMapping) -> MappedTable:
    headers = _headers(table, given, TIE_HEADERS, TIE_TABLES)
    is_ties = table.holds_ties
    if is_ties is None:
        is_ties = all(end in headers and _holds_names(table, headers[end]) for end in _ENDS)
    if not is_ties:
        headers = _headers(table, given, NODE_HEADERS, NODE_TABLES)
    elif fold(headers.get("to", "")) in ARENA_HEADERS:
        table.means[fold(headers["to"])] = Arena.sheet
    stated = given.columns.get("comment", [])
    remarks = [
        name for name in table.headers if fold(name) in stated and name not in headers.values()
    ]
    mapped = MappedTable(table, is_ties, headers, remarks)
    weights = {mapped.cell(row, "strength") for row in table.rows} if is_ties else set()
    if any(is_number(weight) for weight in weights - NO_TIE - PLAIN_MARKS):
        mapped.plain_marks = {mark for mark in PLAIN_MARKS if not is_number(mark)}
    return mapped


def _headers(
    table: RawTable,
    given: GivenMapping,
    known: Mapping[str, Sequence[str]],
    own_tables: tuple[type[Row], ...],
) -> dict[str, str]:
    """Return our column → header: what was said, then what others call it, then our own headers."""
    left = {fold(header): header for header in table.headers}
    found: dict[str, str] = {}
    taken = columns_taken(own_tables)

    def take(column: str, header: str) -> None:
        if column not in found and header in left:
            found[column] = left.pop(header)

    for header in [header for header in left if _is_direction(table, left[header])]:
        if "direction" in known:
            take("direction", header)
    stated = {
        column: given.columns[column] for column in given.columns if column in {*known, *taken}
    }
    for spellings in (stated, known):
        for column, headers in spellings.items():
            for header in headers:
                take(column, header)
        for header in stated.get("comment", ()):
            left.pop(header, None)  # a remark too, and nothing else
    if "from" in known and not stated.keys() & {*_ENDS} and (ends := paired_ends(list(left))):
        for column, header in zip(_ENDS, ends, strict=True):
            take(column, header)
    for header in list(left):  # «Type samarbeid», «Relationship Type»
        if "type" in header.split():
            take("type", header)
    for own_table in own_tables:
        for header, own in known_headers(own_table).items():
            if own.name in taken:
                take(own.name, header)
    if "name" in known and "name" not in found and "id" in found:
        found["name"] = _called(table, found, list(left.values())) or found["id"]
    in_order = [*known, *(column for column in found if column not in known)]
    return {column: found[column] for column in in_order if column in found}


def _called(table: RawTable, found: Mapping[str, str], unplaced: Sequence[str]) -> str | None:
    """Return the column that tells ids such as «s01» apart in words: filled, distinct and longer."""
    ids = [row.get(found["id"], "") for row in table.rows]
    for header in unplaced:
        texts = [row.get(header, "") for row in table.rows]
        is_words = all(text and not is_number(text) and "://" not in text for text in texts)
        if is_words and len(set(texts)) == len(texts) > 1 and _letters(texts) > _letters(ids):
            return header
    return None


def _letters(texts: Iterable[str]) -> int:
    return sum(map(len, texts))


def _is_direction(table: RawTable, header: str) -> bool:
    """Return whether a column of ties says which of them are directed, whatever it is called."""
    if fold(header) not in ("type", "direction", "directed"):
        return False
    return all(fold(row[header]) in DIRECTIONS for row in table.rows if header in row)


def _two_of_names(table: RawTable) -> tuple[str, str] | None:
    """Return the columns of the two ends: by a header, the only two, or two that share names."""
    headers = list(map(fold, table.headers))
    to = next((header for header in TIE_HEADERS["to"] if header in headers), "")
    if to and headers[0] != to:
        below = table.headers[headers.index(to)]
        if _holds_names(table, below) and any(_names(table, below)):
            return headers[0], to
    if len(table.headers) == len(_ENDS):
        return fold(table.headers[0]), fold(table.headers[1])
    few = table.headers[:_FEW]
    names = {header: set(_names(table, header)) for header in few}
    return next(
        (
            (fold(left_name), fold(right_name))
            for at, left_name in enumerate(few)
            for right_name in few[at + 1 :]
            if len(names[left_name]) > 1 and len(names[left_name] & names[right_name]) > 1
        ),
        None,
    )


def _holds_names(table: RawTable, header: str) -> bool:
    """Return whether a column is no column of a matrix, where «Forum» is an arena, not a header."""
    cells = [row[header] for row in table.rows[:_SAMPLE] if header in row]
    marks = sum(is_mark(text) and not is_number(text) for text in cells)
    return 2 * marks < len(cells) or not cells


def _names(table: RawTable, header: str) -> Iterator[str]:
    for row in table.rows[:_SAMPLE]:
        text = row.get(header, "")
        is_word = len(text) > _LONGEST_MARK
        if is_word and not text.replace(",", "").replace(".", "").isdecimal():
            yield fold(text)
