"""GOAL04: a working arena that follows up no goal."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.goal04_arena_without_goal import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny


def arenas(
    *rows: str,
    options: AnalysisOptions | None = None,
    goals: str = "name\nMål",
    all_listed: str = "ja",
) -> Graph:
    header = "name;goals;kind;meetings_per_year;valid_to;participants_complete"
    return tiny(
        options,
        municipality=f"number;all_goals_listed\n0000;{all_listed}",
        units="name;sector\nBolig;bolig\nRus;helse",
        goals=goals,
        arenas="\n".join([header, *rows]),
        participation="actor;arena\nBolig;Forum\nRus;Forum",
    )


def test_a_working_arena_without_a_goal_is_found():
    graph = arenas("Forum;;;;;", "Team;Mål;;;;")

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize("all_listed", ["", "nei"])
def test_nobody_has_said_that_it_follows_up_none(all_listed: str):
    assessment = RULE.assess(arenas("Forum;;;;;", "Team;Mål;;;;", all_listed=all_listed))

    assert (assessment.examined, list(assessment.found)) == (1, [])
    assert list(assessment.undetermined) == [Case("forum")]


def test_an_arena_with_a_goal_is_not_found():
    assert found(RULE, arenas("Forum;Mål;;;;")) == []
    assert RULE.assess(arenas("Forum;Mål;;;;")).examined == 1


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;;", AnalysisOptions(as_of=TODAY)),
        (";;2026-11-22;", AnalysisOptions(as_of=TODAY)),
        (";1;;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;;", AnalysisOptions(as_of=TODAY, max_arena_size=1)),
    ],
)
def test_an_arena_that_does_not_work_is_not_examined(cells: str, options: AnalysisOptions):
    graph = arenas(f"Forum;;{cells}", "Team;Mål;;;;", options=options)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_nothing_is_examined_while_no_arena_has_a_goal():
    for graph in (arenas("Forum;;;;;"), arenas("Forum;;;;;", goals="name")):
        assessment = RULE.assess(graph)
        assert assessment.examined == 0
        assert assessment.reason


def test_the_goal_of_an_arena_that_does_not_work_shows_that_goals_are_filled_in():
    graph = arenas("Forum;;;;;", "Allmøte;Mål;informasjon;;;")

    assert found(RULE, graph) == [Case("forum")]


@pytest.mark.parametrize(
    ("complete", "expected"),
    [("ja", Confidence.BOTH), ("nei", Confidence.NONE), ("", Confidence.NONE)],
)
def test_it_is_a_hint_with_the_confidence_of_the_list(complete: str, expected: Confidence):
    (finding,) = findings_of(RULE, arenas(f"Forum;;;;;{complete}", "Team;Mål;;;;"))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
