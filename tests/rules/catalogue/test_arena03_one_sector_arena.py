"""ARENA03: a working arena whose members are all in one sector."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena03_one_sector_arena import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nRus;helse\nHjelp;helse\nBolig;bolig"


def forum(
    *rows: str, cells: str = ";;;", options: AnalysisOptions | None = None, **tables: str
) -> Graph:
    """Forum with these participants; its cells are kind, valid_to, meetings and completeness."""
    return tiny(
        options,
        **{
            "units": UNITS,
            "arenas": f"name;kind;valid_to;meetings_per_year;participants_complete\nForum;{cells}",
            "participation": "\n".join(["actor;arena;role", *rows]),
        }
        | tables,
    )


INSIDE = ("Rus;Forum;leder", "Hjelp;Forum;")


def test_an_arena_within_one_sector_is_found():
    assert found(RULE, forum(*INSIDE)) == [Case("forum")]
    assert RULE.assess(forum(*INSIDE)).examined == 1


def test_an_arena_with_two_sectors_is_not_found():
    graph = forum(*INSIDE, "Bolig;Forum;")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("role", ["ved behov", "observatør"])
def test_to_be_called_in_or_observe_is_told_and_does_not_count(role: str):
    (finding,) = findings_of(RULE, forum(*INSIDE, f"Bolig;Forum;{role}"))

    assert finding.identity.subject == "forum"
    assert "Bolig" in finding.observation


def test_an_external_actor_has_a_sector_too():
    dps, nav = "name;actor_type\nEkstern;dps", "name;actor_type\nEkstern;nav-stat"

    assert found(RULE, forum(*INSIDE, "Ekstern;Forum;", external_actors=dps)) == [Case("forum")]
    assert found(RULE, forum(*INSIDE, "Ekstern;Forum;", external_actors=nav)) == []


def test_the_units_above_do_not_take_part():
    """Their own participation: the boss in another sector does not sit in the arena."""
    units = "name;sector;part_of\nRus;helse;Bolig\nHjelp;helse;Bolig\nBolig;bolig;"

    assert found(RULE, forum(*INSIDE, units=units)) == [Case("forum")]


@pytest.mark.parametrize("rows", [(), ("Rus;Forum;",), ("Rus;Forum;", "Hjelp;Forum;ved behov")])
def test_an_arena_with_fewer_than_two_is_not_examined(rows: tuple[str, ...]):
    assessment = RULE.assess(forum(*rows))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


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
    assert RULE.assess(forum(*INSIDE, cells=cells, options=options)).examined == 0


@pytest.mark.parametrize("rows", [INSIDE, (*INSIDE, "Bolig;Forum;")])
def test_an_arena_with_an_open_list_is_not_assessed(rows: tuple[str, ...]):
    assessment = RULE.assess(forum(*rows, cells=";;;nei"))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [Case("forum")],
    )
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "complete", "expected"),
    [
        ("ja", "ja", Confidence.BOTH),
        ("ja", "", Confidence.ONE),
        ("", "ja", Confidence.ONE),
        ("", "", Confidence.NONE),
    ],
)
def test_it_is_a_hint_with_the_confidence_of_members_and_list(
    asked: str, complete: str, expected: Confidence
):
    units = f"name;sector;surveyed\nRus;helse;{asked}\nHjelp;helse;{asked}\nBolig;bolig;"
    (finding,) = findings_of(RULE, forum(*INSIDE, cells=f";;;{complete}", units=units))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert [(evidence.place.file, evidence.place.row) for evidence in finding.evidence] == [
        ("arenas.csv", 2),
        ("participation.csv", 2),
        ("participation.csv", 3),
        ("participation.csv", 0),
    ]


@pytest.mark.parametrize("sector", ["ledelse", "stab", "annet"])
def test_an_arena_without_a_service_is_left_out(sector: str):
    units = f"name;sector\nRus;{sector}\nHjelp;{sector}\nBolig;bolig"

    assert RULE.assess(forum(*INSIDE, units=units)).examined == 0
    assert RULE.assess(forum(*INSIDE, units=units)).reason


def test_an_arena_of_external_actors_alone_is_left_out():
    outside = "name;actor_type\nDps;dps\nTsb;tsb"

    assert RULE.assess(forum("Dps;Forum;", "Tsb;Forum;", external_actors=outside)).examined == 0


def test_leadership_beside_services_of_one_sector_may_speak_for_others():
    graph = forum(*INSIDE, "Direktør;Forum;", units=f"{UNITS}\nDirektør;ledelse")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(("name", "cases"), [("Kommunestyret", []), ("Boligmøtet", ["arena"])])
def test_a_political_body_is_left_out(name: str, cases: list[str]):
    graph = forum(
        "Rus;arena;leder",
        "Hjelp;arena;",
        arenas=f"id;name;participants_complete\narena;{name};ja",
    )

    assert found(RULE, graph) == [Case(case) for case in cases]
    assert RULE.assess(graph).examined == len(cases)
