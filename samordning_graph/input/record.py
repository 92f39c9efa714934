"""What every reader returns: rows of text with their source locations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from samordning_graph.schema.problem import Problem, Problems
from samordning_graph.schema.source_location import SourceLocation

UNREADABLE = "\0"
"""Replaces a cell whose problem is already reported, so that it is not reported as empty."""


class Record(NamedTuple):
    """One row: canonical column name → tidy text, for the filled cells only.

    `places` are those of cells that are from another row than the rest.
    """

    table: str
    place: SourceLocation
    cells: Mapping[str, str]
    headers: Mapping[str, str]
    places: Mapping[str, SourceLocation] | None = None

    def at(self, column: str) -> SourceLocation:
        """Return the place of a column, under the header that the person wrote."""
        if self.places and column in self.places:
            return self.places[column]
        return self.place.at(self.headers.get(column, column))


@dataclass(slots=True)
class Source:
    """Everything read from one municipality's files.

    `tables` has the location of each table that was found, `unread` those that were not completely
    read. `absent_columns` are those that its tables do not have, if it is a workbook made by a template
    (an older one, then). `matrix_arenas` are the headers of a participation matrix, to be looked up
    among the arenas. `beside` names what lies in the folder that was given and is not read.
    """

    path: str
    records: list[Record] = field(default_factory=list)
    tables: dict[str, SourceLocation] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    matrix_arenas: list[tuple[str, SourceLocation]] = field(default_factory=list)
    absent_columns: list[str] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    digest: str = ""
    beside: Sequence[Problem] = ()
