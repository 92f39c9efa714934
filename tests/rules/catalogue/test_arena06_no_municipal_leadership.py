"""ARENA06: no strategic arena where the municipality's top leaders take part."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena06_no_municipal_leadership import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

MUNICIPALITY = [Case("1103")]


def arenas(*rows: str, options: AnalysisOptions | None = None) -> Graph:
    header = "name;level;municipal_leadership;kind;valid_to;meetings_per_year;participants_complete"
    return tiny(
        options,
        municipality="number;name\n1103;Byen",
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="\n".join([header, *rows]),
        participation="actor;arena\nBolig;Gruppe\nRus;Gruppe",
    )


def test_a_municipality_whose_strategic_arenas_all_say_no_is_found():
    graph = arenas("Gruppe;strategisk;nei", "Råd;strategisk;nei", "Team;operativ;ja")

    assert found(RULE, graph) == MUNICIPALITY
    assert RULE.assess(graph).examined == 2


def test_a_political_body_is_what_the_leaders_answer_to():
    graph = arenas("Kommunestyret;strategisk;", "Gruppe;strategisk;nei")

    assert found(RULE, graph) == MUNICIPALITY
    assert RULE.assess(graph).examined == 1
    assert RULE.assess(arenas("Kommunestyret;strategisk;nei", "Gruppe;operativ;")).examined == 0


@pytest.mark.parametrize("leadership", ["nei", "", "ja"])
def test_one_with_the_leaders_is_enough(leadership: str):
    graph = arenas("Gruppe;strategisk;ja", f"Råd;strategisk;{leadership}")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize("leadership", ["nei", "", "ukjent"])
def test_an_empty_cell_is_unknown(leadership: str):
    graph = arenas("Gruppe;strategisk;", f"Råd;strategisk;{leadership}")
    assessment = RULE.assess(graph)

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        MUNICIPALITY,
    )
    assert assessment.reason
    assert RULE.question_when_undetermined
    assert "Gruppe" in RULE.question_when_undetermined(graph, MUNICIPALITY[0])
    assert ("Råd" in RULE.question_when_undetermined(graph, MUNICIPALITY[0])) is (
        leadership != "nei"
    )


@pytest.mark.parametrize("level", ["operativ", "taktisk", ""])
def test_nothing_is_examined_without_a_strategic_arena(level: str):
    assessment = RULE.assess(arenas(f"Gruppe;{level};nei"))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


def test_a_closed_arena_is_no_longer_there():
    graph = arenas("Gruppe;strategisk;nei", "Prosjekt;strategisk;ja;;2026-11-22")

    assert found(RULE, graph) == MUNICIPALITY
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;", AnalysisOptions(as_of=TODAY)),
        (";;1", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;", AnalysisOptions(as_of=TODAY, max_arena_size=1)),
    ],
)
def test_leaders_who_meet_seldom_or_in_a_large_arena_still_take_part(
    cells: str, options: AnalysisOptions
):
    assert found(RULE, arenas(f"Gruppe;strategisk;ja;{cells}", options=options)) == []


@pytest.mark.parametrize(("complete", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_it_is_a_hint_that_names_the_arenas(complete: str, expected: Confidence):
    (finding,) = findings_of(RULE, arenas(f"Gruppe;strategisk;nei;;;;{complete}"))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert "Gruppe" in finding.observation
    assert [(evidence.place.row, evidence.of_absence) for evidence in finding.evidence] == [
        (2, False),
        (0, True),
    ]
