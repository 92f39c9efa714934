"""What the template holds besides data: guide, word lists and example rows, which readers skip.

An example row holds no more than a row must hold. It is left out as long as every cell of it is as
the template wrote it, or empty; a row of which only some cells are is a problem, never data.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from samordning_graph.common.text import fold

GUIDE_SHEETS = {"nb": "Veiledning", "en": "Guide"}
"""The name of the guide sheet, by language."""
WORDS_SHEET = "_Ordlister"
"""The hidden sheet that the drop-downs take their words from."""
STATEMENTS_SHEET = "_Påstander"
"""The sheet with the statement of each self-assessment factor."""

_IN_EVERY_MARK = "eksempel"
_REMARK = "EKSEMPEL – overskriv eller slett"

EXAMPLE_ROWS: Mapping[str, Sequence[Mapping[str, str]]] = {
    "units": (
        {"name": "Boligkontoret (eksempel)", "sector": "bolig", "comment": _REMARK},
        {"name": "Rustjenesten (eksempel)", "sector": "helse", "comment": _REMARK},
    ),
    "external_actors": (
        {"name": "Husbanken (eksempel)", "actor_type": "Husbanken", "comment": _REMARK},
        {"name": "Fengselet (eksempel)", "actor_type": "fengsel", "comment": _REMARK},
    ),
    "arenas": (
        {"name": "Tildelingsmøtet (eksempel)", "comment": _REMARK},
        {"name": "Boligsosialt forum (eksempel)", "comment": _REMARK},
    ),
    "participation": (
        {
            "actor": "Boligkontoret (eksempel)",
            "arena": "Tildelingsmøtet (eksempel)",
            "comment": _REMARK,
        },
        {
            "actor": "Rustjenesten (eksempel)",
            "arena": "Tildelingsmøtet (eksempel)",
            "comment": _REMARK,
        },
    ),
    "links": (
        {
            "from": "Boligkontoret (eksempel)",
            "to": "Rustjenesten (eksempel)",
            "comment": _REMARK,
        },
        {
            "from": "Boligkontoret (eksempel)",
            "to": "Fengselet (eksempel)",
            "comment": _REMARK,
        },
    ),
    "goals": (
        {"name": "Ingen skal være bostedsløse (eksempel)", "comment": _REMARK},
        {"name": "Færre utkastelser (eksempel)", "comment": _REMARK},
    ),
    "goal_owners": (
        {
            "actor": "Boligkontoret (eksempel)",
            "goal": "Færre utkastelser (eksempel)",
            "comment": _REMARK,
        },
        {
            "actor": "Rustjenesten (eksempel)",
            "goal": "Færre utkastelser (eksempel)",
            "comment": _REMARK,
        },
    ),
}

_ALSO_WRITTEN_BEFORE: Mapping[str, Sequence[Mapping[str, str]]] = {
    "units": (
        {"tasks": "skaffe; beholde", "target_groups": "bostedsløse", "surveyed": "ja"},
        {"tasks": "beholde", "surveyed": "nei"},
    ),
    "arenas": (
        {
            "level": "operativ",
            "kind": "beslutning",
            "meetings_per_year": "12",
            "participants_complete": "ja",
        },
        {"level": "strategisk", "kind": "informasjon", "meetings_per_year": "2"},
    ),
    "participation": ({"role": "leder"}, {"role": "ved behov"}),
    "links": (
        {"strength": "samarbeid"},
        {"agreement": "Avtale om bosetting ved løslatelse", "valid_to": "løpende"},
    ),
    "goal_owners": ({"role": "eier"}, {"role": "bidragsyter"}),
}
"""What the template of version 0.2.0 had in the same rows; such workbooks are still filled in."""


def is_example(table: str, cells: Mapping[str, str]) -> bool:
    """Return whether a row is an example, with no cell in it that the template did not write."""
    row = _folded(cells)
    return bool(_marked(row)) and any(
        row.items() <= example.items() for example in _written_rows(table)
    )


class ExampleCells(NamedTuple):
    """The columns in which a row still holds an example, and those in which it may.

    Where no name of an example is left, nobody can tell whose the other words are: an example has
    «bolig» as its sector, and so have units of the municipality.
    """

    surely: Sequence[str] = ()
    perhaps: Sequence[str] = ()


def left_of_example(table: str, cells: Mapping[str, str]) -> ExampleCells:
    """Return what is left of an example in a row: nothing in a row of data.

    A row is data when neither the remark nor a name of an example stands in it. Others of its cells
    may well be what an example has.
    """
    if _IN_EVERY_MARK not in "\n".join(cells.values()).casefold():
        return ExampleCells()
    row = _folded(cells)
    marked = _marked(row)
    if not marked:
        return ExampleCells()
    written = list(_written_rows(table))
    names = {column: row[column] for column in marked if row[column] != fold(_REMARK)}
    named = [example for example in written if names.items() & example.items()]
    example = named[0] if len(named) == 1 else {}
    surely = [column for column in row if column in marked or example.get(column) == row[column]]
    alike = {column for other in named or written for column, _text in row.items() & other.items()}
    return ExampleCells(surely, [column for column in row if column in alike - {*surely}])


def _folded(cells: Mapping[str, str]) -> dict[str, str]:
    """Return a row as rows are compared: folded, without empty cells."""
    return {column: fold(text) for column, text in cells.items() if text}


def _marked(row: Mapping[str, str]) -> set[str]:
    return {column for column, text in row.items() if text in _MARKS}


def _written_rows(table: str) -> Iterator[dict[str, str]]:
    rows = EXAMPLE_ROWS.get(table, ())
    before = _ALSO_WRITTEN_BEFORE.get(table) or ({},) * len(rows)
    return (_folded({**row, **more}) for row, more in zip(rows, before, strict=True))


_MARKS = frozenset(
    fold(text)
    for rows in EXAMPLE_ROWS.values()
    for row in rows
    for text in row.values()
    if text == _REMARK or text.endswith("(eksempel)")
)
"""What only an example holds: the remark, and the names."""
