"""ARENA07: a working arena where users are not represented."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena07_no_user_representation import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny


def arenas(*rows: str, options: AnalysisOptions | None = None) -> Graph:
    header = "name;user_representation;kind;valid_to;meetings_per_year;participants_complete"
    return tiny(
        options,
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="\n".join([header, *rows]),
        participation="actor;arena\nBolig;Forum\nRus;Forum",
    )


def test_an_arena_that_says_no_is_found():
    graph = arenas("Forum;nei", "Team;ja")

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize("word", ["", "ukjent"])
def test_an_empty_cell_is_unknown_and_not_examined(word: str):
    graph = arenas(f"Forum;{word}", "Team;ja")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("rows", [(), ("Team;",)])
def test_nothing_is_examined_while_no_arena_says_so(rows: tuple[str, ...]):
    assessment = RULE.assess(arenas("Forum;", *rows))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;", AnalysisOptions(as_of=TODAY)),
        (";2026-11-22;", AnalysisOptions(as_of=TODAY)),
        (";;1", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;", AnalysisOptions(as_of=TODAY, max_arena_size=1)),
    ],
)
def test_an_arena_that_does_not_work_is_not_examined(cells: str, options: AnalysisOptions):
    graph = arenas(f"Forum;nei;{cells}", "Team;ja", options=options)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(("complete", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_it_is_a_hint_with_its_row_as_evidence(complete: str, expected: Confidence):
    (finding,) = findings_of(RULE, arenas(f"Forum;nei;;;;{complete}"))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert "Forum" in finding.observation
    assert [(evidence.place.row, evidence.of_absence) for evidence in finding.evidence] == [
        (2, False),
        (0, True),
    ]
