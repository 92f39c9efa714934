"""A municipality written by hand: tables as lines of text, close to the assertion about them.

    graph = tiny(
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum\nRus;Forum",
    )

The tables go through the real reader and the real validation. Several values in a cell are
quoted: `"eldre;flyktninger"`.
"""

import csv
from datetime import date

from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.input.grid import Grid
from samordning_graph.input.record import Source
from samordning_graph.input.table_reader import read_grids
from samordning_graph.input.validate import validate
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.rule import Case, Rule
from samordning_graph.schema.model import Model
from samordning_graph.schema.source_location import SourceLocation

TODAY = date(2026, 11, 23)
NEEDED = {"units": "name;sector", "arenas": "name", "participation": "actor;arena"}


def tiny_source(**tables: str) -> Source:
    """Return the records of some tables; the needed ones are there, empty, if not given."""
    source = Source("tiny")
    read_grids(
        source,
        [
            Grid(
                name,
                SourceLocation(f"{name}.csv"),
                [
                    (number, cells)
                    for number, cells in enumerate(
                        csv.reader(text.splitlines(), delimiter=";"), start=1
                    )
                    if any(cells)
                ],
            )
            for name, text in {**NEEDED, **tables}.items()
        ],
    )
    return source


def tiny_model(**tables: str) -> Model:
    """Return the model of some tables; fail with the problems if there are errors."""
    source = tiny_source(**tables)
    model = validate(source, TODAY)
    assert model is not None, [str(problem) for problem in source.problems.in_order()]
    return model


def tiny(options: AnalysisOptions | None = None, **tables: str) -> Graph:
    """Return the graph of some tables, as of 2026-11-23 unless the options say otherwise."""
    return build(tiny_model(**tables), options or AnalysisOptions(as_of=TODAY))


def found(rule: Rule, graph: Graph) -> list[Case]:
    """Return what a rule finds, as a list."""
    return list(rule.assess(graph).found)


def findings_of(rule: Rule, graph: Graph) -> list[Finding]:
    """Return what a rule finds, put into words."""
    return [rule.tell(graph, case) for case in rule.assess(graph).found]
