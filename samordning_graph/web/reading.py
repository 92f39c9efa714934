"""A municipality as it was read, and what it says: what the files of a page are made from."""

from dataclasses import dataclass
from pathlib import Path

from samordning_graph.common.text import slug
from samordning_graph.graph.graph import Graph
from samordning_graph.report.findings_report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """The graph, its report (of the rules that were chosen), and for whom.

    `earlier_map` is the page of the map before the data were changed: those who were in it keep their
    places.
    """

    report: Report
    reader: str
    earlier_map: Path | None = None

    @property
    def graph(self) -> Graph:
        """The coordination graph."""
        return self.report.graph

    @property
    def number(self) -> str:
        """The number of the municipality."""
        return self.report.model.municipality.number

    @property
    def stem(self) -> str:
        """What the names of its files begin with."""
        return slug(self.report.model.municipality.name or "") or self.number
