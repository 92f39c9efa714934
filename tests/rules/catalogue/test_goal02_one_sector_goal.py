"""GOAL02: a goal whose owners and contributors are all in one sector."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.goal02_one_sector_goal import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

UNITS = "name;sector\nHjelp;helse\nRus;helse\nBolig;bolig"


def held(*rows: str, units: str = UNITS, goals: str = "name\nMål\nAnnet mål", **more: str) -> Graph:
    return tiny(units=units, goals=goals, goal_owners="\n".join(["actor;goal;role", *rows]), **more)


@pytest.mark.parametrize("rows", [["Hjelp;Mål;eier"], ["Hjelp;Mål;eier", "Rus;Mål;"]])
def test_a_goal_within_one_sector_is_found(rows: list[str]):
    graph = held(*rows)

    assert found(RULE, graph) == [Case("mal")]
    assert RULE.assess(graph).examined == 1


def test_one_contributor_from_another_sector_is_enough():
    graph = held("Hjelp;Mål;eier", "Bolig;Mål;")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_external_holders_count_in_their_sector():
    external = "name;actor_type\nSykehuset;helseforetak\nHusbanken;husbanken"

    assert found(RULE, held("Hjelp;Mål;eier", "Sykehuset;Mål;", external_actors=external)) == [
        Case("mal")
    ]
    assert found(RULE, held("Hjelp;Mål;eier", "Husbanken;Mål;", external_actors=external)) == []


LEADERS = """\
name;sector;service_type
Direktør;ledelse;kommunedirektor
Økonomi;stab;
Servicetorget;annet;annet
Kulturkontoret;annet;
Kommunestyret;plan;politisk-organ"""


@pytest.mark.parametrize(
    "rows",
    [
        ["Direktør;Mål;eier"],
        ["Økonomi;Mål;eier"],
        ["Servicetorget;Mål;eier", "Kulturkontoret;Mål;"],
        ["Kommunestyret;Mål;eier"],
    ],
)
def test_leadership_staff_and_other_are_no_sector_to_be_alone_in(rows: list[str]):
    graph = held(*rows, units=LEADERS)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 0
    assert "tjeneste" in RULE.assess(graph).reason


def test_leadership_beside_a_service_counts_as_its_own_sector():
    units = f"{LEADERS}\nHjelp;helse;"

    assert found(RULE, held("Direktør;Mål;eier", "Hjelp;Mål;", units=units)) == []


def test_two_in_one_line_may_be_in_two_sectors():
    units = "name;sector;part_of\nTopp;sosial;\nBunn;bolig;Topp"

    assert found(RULE, held("Topp;Mål;eier", "Bunn;Mål;", units=units)) == []


def test_only_goals_with_a_holder_are_examined():
    assessment = RULE.assess(held())

    assert assessment.examined == 0
    assert assessment.reason


def test_strategies_and_measures_are_not_looked_at():
    graph = held("Hjelp;Vei;eier", strategies="name\nVei")

    assert RULE.assess(graph).examined == 0


@pytest.mark.parametrize(
    ("overall", "expected"),
    [("ja", Basis.RECOMMENDED), ("nei", Basis.HINT), ("", Basis.HINT)],
)
def test_it_is_recommended_for_an_overall_goal(overall: str, expected: Basis):
    graph = held("Hjelp;Mål;eier", goals=f"name;overall\nMål;{overall}")

    assert findings_of(RULE, graph)[0].basis is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("", "ja"), Confidence.ONE), (("", ""), Confidence.NONE)],
)
def test_confidence_is_that_of_the_holders(asked: tuple[str, str], expected: Confidence):
    units = f"name;sector;surveyed\nHjelp;helse;{asked[0]}\nRus;helse;{asked[1]}"
    (finding,) = findings_of(RULE, held("Hjelp;Mål;eier", "Rus;Mål;", units=units))

    assert finding.confidence is expected


def test_a_goal_of_a_plan_that_has_ended_is_a_hint_and_a_question():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            tiny(
                units="id;name;sector;service_type\nb;Bolig;bolig;boligkontor\nh;Helse;helse;hjemmetjeneste",
                plans="id;name;kind;valid_to\nt;Boligplan;temaplan;2013",
                goals="id;name;plan;overall\ng;Mål;t;ja",
                goal_owners="actor;goal\nb;g",
            ),
        )

    assert finding.basis is Basis.HINT
    assert "«Mål» stands in «Boligplan», which applied until 2013-12-31." in finding.observation
    assert finding.question.startswith("Does «Mål» still apply? ")


@pytest.mark.parametrize(
    ("sector", "rows", "cases"),
    [
        ("plan", ["Hjelp;Mål;"], [Case("mal")]),
        ("helse", ["Hjelp;Mål;"], [Case("mal")]),
        ("plan", ["Hjelp;Mål;", "Bolig;Mål;"], []),
        ("plan", [], []),
    ],
)
def test_a_political_body_that_holds_a_goal_makes_it_no_goal_of_two_sectors(
    sector: str, rows: list[str], cases: list[Case]
):
    units = "\n".join(f"{row};" for row in UNITS.split("\n")[1:])
    graph = held(
        "Rådet;Mål;eier",
        *rows,
        units=f"name;sector;service_type\n{units}\nRådet;{sector};politisk organ",
    )

    assert found(RULE, graph) == cases
    with in_language("en"):
        assert all(
            "Hjelp. Rådet holds the goal too, as a political body." in finding.observation
            for finding in findings_of(RULE, graph)
        )
