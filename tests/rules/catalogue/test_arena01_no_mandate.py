"""ARENA01: a working arena without mandate or basis."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena01_no_mandate import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny


def arenas(*rows: str, options: AnalysisOptions | None = None, **tables: str) -> Graph:
    header = "name;mandate;basis;kind;valid_to;meetings_per_year;anchored_in;participants_complete"
    return tiny(
        options,
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="\n".join([header, *rows]),
        participation="actor;arena\nBolig;Forum\nRus;Forum",
        **tables,
    )


def test_a_working_arena_with_neither_mandate_nor_basis_is_found():
    graph = arenas("Forum;nei;ingen", "Team;Samordne;", "Utvalg;;Vedtak")

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 3


@pytest.mark.parametrize("cells", [";", "nei;", ";ingen", "vet ikke;ukjent"])
def test_an_empty_cell_says_nothing(cells: str):
    assessment = RULE.assess(arenas(f"Forum;{cells}", "Team;Samordne;"))

    assert (assessment.examined, list(assessment.found)) == (1, [])
    assert list(assessment.undetermined) == [Case("forum")]


@pytest.mark.parametrize(
    "name", ["Kommunestyret", "Halden kommunestyre", "Formannskapet", "Hovudutval for helse"]
)
def test_a_political_body_is_left_out(name: str):
    graph = arenas(f"{name};nei;nei", "Forum;nei;nei", "Team;Samordne;")

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 2
    assert RULE.assess(arenas("Forum;nei;nei;informasjon", f"{name};Plan;")).reason


def test_what_prepares_for_a_political_body_is_none():
    graph = arenas("Møte før formannskapet;nei;nei", "Forum;Samordne;")

    assert found(RULE, graph) == [Case("mote-for-formannskapet")]


@pytest.mark.parametrize("cells", ["Samordne;", ";Plan", "Samordne;Plan", "nei;Plan"])
def test_one_of_the_two_is_enough(cells: str):
    graph = arenas(f"Forum;{cells}")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("word", ["nei", "Nei", "ingen", "INGEN", "-", "–"])
def test_to_say_that_there_is_none_is_no_mandate(word: str):
    assert found(RULE, arenas(f"Forum;{word};{word}", "Team;Samordne;")) == [Case("forum")]


def test_no_more_than_the_word_alone_says_that_there_is_none():
    assert found(RULE, arenas("Forum;Ingen skal stå uten bolig;")) == []


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
    graph = arenas(f"Forum;;;{cells}", "Team;Samordne;;;;", options=options)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("cells", [";", "nei;-", "Samordne;;informasjon", "nei;;"])
def test_nothing_is_examined_while_no_working_arena_is_there_or_none_has_either(cells: str):
    assessment = RULE.assess(arenas(f"Forum;{cells}"))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_a_closed_arena_with_a_mandate_shows_that_the_column_is_used():
    assert found(RULE, arenas("Forum;nei;nei", "Prosjekt;Prøve ut;;;2025")) == [Case("forum")]


def test_what_it_is_anchored_in_is_told_and_is_no_mandate():
    graph = arenas(
        "Forum;nei;nei;;;;Handlingsplan;",
        "Team;Samordne;",
        plans="name;kind\nHandlingsplan;temaplan",
    )
    (finding,) = findings_of(RULE, graph)

    assert "Handlingsplan" in finding.observation


@pytest.mark.parametrize(
    ("complete", "expected"),
    [("ja", Confidence.BOTH), ("nei", Confidence.NONE), ("", Confidence.NONE)],
)
def test_it_is_a_hint_with_its_row_and_the_table_as_evidence(complete: str, expected: Confidence):
    (finding,) = findings_of(RULE, arenas(f"Forum;nei;nei;;;;;{complete}", "Team;Samordne;"))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert [(evidence.place.row, evidence.of_absence) for evidence in finding.evidence] == [
        (2, False),
        (0, True),
    ]
