"""ARENA02: a working arena that nobody leads."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena02_no_leader import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

LED = "Rus;Team;leder"


def forum(
    *rows: str,
    cells: str = ";;;",
    more_arenas: str = "Team",
    options: AnalysisOptions | None = None,
) -> Graph:
    """Forum with these participants; its cells are kind, valid_to, meetings and completeness."""
    return tiny(
        options,
        units="name;sector;part_of\nBolig;bolig;\nRus;helse;\nLag;bolig;Bolig",
        arenas=f"name;kind;valid_to;meetings_per_year;participants_complete\nForum;{cells}\n{more_arenas}",
        participation="\n".join(["actor;arena;role", *rows]),
    )


def test_an_arena_where_nobody_is_leader_is_found():
    graph = forum("Bolig;Forum;medlem", "Rus;Forum;", LED)

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 2


def test_a_political_body_is_left_out():
    graph = forum("Bolig;Forum;", "Rus;Bystyret;", LED, more_arenas="Team\nBystyret")

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 2


def test_an_arena_with_a_leader_is_not_found():
    graph = forum("Bolig;Forum;leder", LED)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize("role", ["ved behov", "observatør", "medlem"])
def test_only_the_role_of_leader_leads(role: str):
    assert found(RULE, forum(f"Bolig;Forum;{role}", LED)) == [Case("forum")]


def test_a_leader_from_a_unit_below_leads():
    assert found(RULE, forum("Bolig;Forum;", "Lag;Forum;leder")) == []


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;;", AnalysisOptions(as_of=TODAY)),
        (";2026-11-22;;", AnalysisOptions(as_of=TODAY)),
        (";;1;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;;", AnalysisOptions(as_of=TODAY, max_arena_size=1)),
    ],
)
def test_an_arena_that_does_not_work_is_not_examined(cells: str, options: AnalysisOptions):
    graph = forum("Bolig;Forum;", "Rus;Forum;", LED, cells=cells, options=options)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_nothing_is_examined_while_nobody_is_leader_anywhere():
    assessment = RULE.assess(forum("Bolig;Forum;", "Rus;Team;"))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


def test_the_leader_of_a_closed_arena_shows_that_the_role_is_used():
    graph = forum("Bolig;Forum;", LED, more_arenas="Team;;2025-12-31;;")

    assert found(RULE, graph) == [Case("forum")]


@pytest.mark.parametrize(("complete", "rows"), [("nei", ["Bolig;Forum;"]), ("nei", []), ("", [])])
def test_the_leader_may_be_missing_from_an_open_list(complete: str, rows: list[str]):
    assessment = RULE.assess(forum(*rows, LED, cells=f";;;{complete}"))

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("forum")]
    assert assessment.examined == 1


@pytest.mark.parametrize(("complete", "rows"), [("ja", []), ("", ["Bolig;Forum;"])])
def test_a_list_that_is_not_open_has_no_leader(complete: str, rows: list[str]):
    assert found(RULE, forum(*rows, LED, cells=f";;;{complete}")) == [Case("forum")]


def test_an_open_list_with_a_leader_is_examined():
    assessment = RULE.assess(forum("Bolig;Forum;leder", cells=";;;nei", more_arenas=""))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        1,
        [],
        [],
    )


def test_there_is_a_reason_when_all_lists_are_open():
    assessment = RULE.assess(forum(LED, more_arenas="Team;;2025-12-31;;"))

    assert assessment.examined == 0
    assert list(assessment.undetermined) == [Case("forum")]
    assert assessment.reason


@pytest.mark.parametrize(("complete", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_it_is_a_hint_with_the_list_as_evidence(complete: str, expected: Confidence):
    (finding,) = findings_of(RULE, forum("Bolig;Forum;", LED, cells=f";;;{complete}"))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert [(evidence.place.file, evidence.place.row) for evidence in finding.evidence] == [
        ("arenas.csv", 2),
        ("participation.csv", 2),
        ("participation.csv", 0),
    ]
