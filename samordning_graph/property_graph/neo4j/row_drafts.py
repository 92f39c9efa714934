"""Rows of text that are being filled with the properties of nodes and ties."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.common.text import fold, slug
from samordning_graph.input.grid import read_as_one
from samordning_graph.input.personal_data import (
    holds_national_identity_number,
    report_identity_number,
)
from samordning_graph.input.record import UNREADABLE
from samordning_graph.property_graph.constraints import BOOKKEEPING, MUNICIPALITY
from samordning_graph.property_graph.neo4j.table_layout import (
    COLUMN_OF_NAME,
    HEADERS,
    TABLE_OF_LABEL,
)
from samordning_graph.property_graph.neo4j.value_text import Texts
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import TWICE, UNKNOWN_COLUMN
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import TARGET_GROUP, Column, Node, Row, Takes


@dataclass(slots=True)
class RowDraft:
    """A row that is being filled, and the property or tie that each cell comes from."""

    place: SourceLocation
    cells: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class NodeDraft(RowDraft):
    """A node; `ties` gathers, by column, how the nodes at the other end of its ties are named."""

    label: str = ""
    ties: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def named_in(self, column: Column) -> str:
        """Return how a cell of this column names this node, unambiguously."""
        table = TABLE_OF_LABEL.get(self.label)
        if self.label == TARGET_GROUP and column.takes is Takes.WORD:
            return self.cells.get("id") or self.cells.get("name") or UNREADABLE
        if self.label == MUNICIPALITY:
            return self.cells.get("number") or UNREADABLE
        if table is not None and issubclass(table, Node) and column.takes is Takes.REFERENCE:
            return slug(self.cells.get("id") or self.cells.get("name") or "") or UNREADABLE
        return self.place.node


class PropertyCells:
    """Puts properties into cells, and notes those that are no column."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.unknown: dict[str, set[str]] = defaultdict(set)

    def fill(
        self, row: RowDraft, table: type[Row], properties: Texts, takes: frozenset[str]
    ) -> None:
        """Put properties into the cells of a row: those that are columns which the row takes."""
        known = COLUMN_OF_NAME[table]
        written: dict[str, str] = {}
        unknown: list[str] = []
        for name, text in properties:
            column = known.get(name) or known.get(fold(name))
            if column is None or column.name not in takes:
                if name not in BOOKKEEPING and not name.startswith("_"):
                    unknown.append(name)
            elif column.name in written:
                self.problems.add(
                    TWICE,
                    row.place,
                    read_as_one(column.nb, written[column.name], name),
                    suggestion=_("Keep one of the two properties."),
                )
            else:
                written[column.name] = name
                if text:
                    row.cells[column.name] = text
        row.headers = {**HEADERS[table], **written}
        for name in unknown:
            self._take_unknown(name, row.place, table, takes - written.keys())

    def _take_unknown(
        self, name: str, place: SourceLocation, table: type[Row], unused: frozenset[str]
    ) -> None:
        intended = misspelt_column(name, tuple(sorted(unused)))
        if not intended:
            self.unknown[place.sheet].add(name)
            return
        self.problems.add(
            UNKNOWN_COLUMN,
            place.at(name),
            _("unknown column «{header}» in the table «{table}».").format(
                header=name, table=table.sheet
            ),
            value=name,
            suggestion=did_you_mean(name, [intended]),
        )

    def refuse_identity_numbers(self, place: SourceLocation, properties: Texts) -> None:
        """Report every property whose name or value holds a national identity number."""
        for name, text in properties:
            if holds_national_identity_number(name):
                report_identity_number(self.problems, place)
            elif holds_national_identity_number(text):
                report_identity_number(self.problems, place.at(name))


@lru_cache(maxsize=1024)
def misspelt_column(name: str, unused: tuple[str, ...]) -> str:
    """Return the column that a name is a misspelling of, or an empty text.

    Own definition: one letter wrong, missing, too many or changed with its neighbour; two in names
    of eight letters or more. Narrower than «did you mean», since others put figures of their own on
    our nodes (`community`, `pagerank`), and none of these may stop an analysis.
    """
    from rapidfuzz.distance import OSA

    written = fold(name)
    allowed = 0 if len(written) < 4 else 1 if len(written) < 8 else 2
    near = ((OSA.distance(written, fold(column)), column) for column in unused)
    distance, column = min(near, default=(allowed + 1, ""))
    return column if distance <= allowed else ""
