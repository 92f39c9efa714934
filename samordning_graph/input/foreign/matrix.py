"""Recognises a matrix, square or of actors by arenas, and turns it into nodes and ties."""

from collections import Counter
from collections.abc import Mapping, Sequence

from samordning_graph.common.locale import _
from samordning_graph.common.text import fold, tidy
from samordning_graph.input.foreign.raw_table import RawTable, raw_table
from samordning_graph.input.foreign.words import NO_TIE, PLAIN_MARKS
from samordning_graph.schema.tables import Arena, Unit
from samordning_graph.schema.vocabulary import word_lists

ROW, COLUMN, CELL = "rad", "kolonne", "rute"
"""What the rows, the columns and the cells of a matrix are called in the mapping."""
_MIN_SIZE = 2
_SPARSE = 1 / 3
"""Share of cells without a tie from which numbers may be a matrix of actors by arenas (own choice)."""
_TOTALS = frozenset({"sum", "total", "totalt", "i alt"})


def tables_of_matrix(place: str, rows: Sequence[Sequence[str]]) -> list[RawTable]:
    """Return the nodes and ties of a matrix, or nothing when the rows are none.

    A matrix is square when its rows and columns are mostly the same names. Otherwise it is one of
    actors by arenas, if its cells are nothing but marks, or numbers of which many are 0: a list has
    numbers too, and few of them are.
    """
    across = ["" if fold(name) in _TOTALS else tidy(name) for name in rows[0][1:]]
    body = [[tidy(text) for text in row] for row in rows[1:] if row and tidy(row[0])]
    body = [row for row in body if fold(row[0]) not in _TOTALS]
    down = [row[0] for row in body]
    if len(down) < _MIN_SIZE or len([name for name in across if name]) < _MIN_SIZE:
        return []
    shared = len(set(map(fold, across)) & set(map(fold, down)))
    square = 2 * shared >= max(len(across), len(down))
    counts = Counter(fold(text) for row in body for text in row[1 : len(across) + 1])
    empty = len(down) * len(across) - counts.total() + sum(counts[mark] for mark in NO_TIE)
    sparse = empty >= _SPARSE * len(down) * len(across)
    if not all(_is_mark(cell) or ((square or sparse) and _is_number(cell)) for cell in counts):
        return []
    ties = [
        {ROW: row[0], COLUMN: name, CELL: "" if fold(text) in PLAIN_MARKS else text}
        for row in body
        for name, text in zip(across, row[1:], strict=False)
        if name and fold(text) not in NO_TIE
    ]
    found = [raw_table(place, ties, holds_ties=True)]
    found[0].headers = [ROW, COLUMN, CELL]
    if square:
        found += _nodes(place, [*down, *filter(None, across)], "", "")
    else:
        found += _nodes(place, down, ROW, Unit.sheet)
        found += _nodes(place, [name for name in across if name], COLUMN, Arena.sheet)
        found[0].notes.append(
            _(
                "{place} is read as a matrix with actors down and arenas across. If the columns are"
                " actors, say «Type: kolonne = Enheter»; if the rows are persons, «Type: rad = person»."
            ).format(place=place)
        )
    return found


def _nodes(place: str, names: Sequence[str], kind: str, means: str) -> list[RawTable]:
    rows: list[Mapping[str, str]] = [{"navn": name, "type": kind} for name in dict.fromkeys(names)]
    table = raw_table(place, rows, holds_ties=False)
    table.means = {fold(kind): means} if kind else {}
    return [table]


def _is_mark(cell: str) -> bool:
    if cell in NO_TIE or cell in PLAIN_MARKS:
        return True
    return any(word_lists()[words].find(cell) for words in ("role", "strength"))


def _is_number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True
