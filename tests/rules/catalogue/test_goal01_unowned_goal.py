"""GOAL01: a goal that nobody owns."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.goal01_unowned_goal import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse"
GOALS = "id;name\neid;Med eier\nuten;Uten eier"


def held(*rows: str, units: str = UNITS, **more: str) -> Graph:
    return tiny(
        units=units,
        **{"goals": GOALS, "goal_owners": "\n".join(["actor;goal;role", *rows])} | more,
    )


def test_a_goal_without_an_owner_is_found():
    graph = held("Bolig;eid;eier")

    assert found(RULE, graph) == [Case("uten")]
    assert RULE.assess(graph).examined == 2


def test_a_goal_with_an_owner_is_not_found():
    assert found(RULE, held("Bolig;eid;eier", "Rus;uten;eier")) == []


def test_to_contribute_is_not_to_own_and_no_role_given_is_to_contribute():
    graph = held("Bolig;eid;eier", "Rus;uten;bidragsyter", "Bolig;uten;")

    assert found(RULE, graph) == [Case("uten")]


def test_an_external_owner_is_an_owner():
    graph = held("Husbanken;uten;eier", external_actors="name;actor_type\nHusbanken;husbanken")

    assert found(RULE, graph) == [Case("eid")]


def test_an_owner_who_contributes_too_is_an_owner():
    assert found(RULE, held("Bolig;eid;eier", "Rus;uten;eier", "Rus;uten;bidragsyter")) == []


@pytest.mark.parametrize(
    "tables",
    [
        {"goals": "name"},
        {},
        {"strategies": "id;name\nvei;Vei"},
    ],
)
def test_nothing_is_examined_while_no_goal_has_an_owner(tables: dict[str, str]):
    """The owner of a strategy does not show that the owners of goals are filled in."""
    rows = ["Bolig;vei;eier"] if "strategies" in tables else []
    assessment = RULE.assess(held(*rows, **tables))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_contributors_alone_do_not_show_that_owners_are_filled_in():
    assert RULE.assess(held("Bolig;eid;", "Rus;uten;")).examined == 0


def test_ties_are_not_needed_to_see_who_owns():
    assert RULE.assess(held("Bolig;eid;eier")).examined == 2


@pytest.mark.parametrize(
    ("asked", "contributors", "expected"),
    [
        ("", [], Confidence.NONE),
        ("ja", ["Rus;uten;bidragsyter"], Confidence.BOTH),
        ("", ["Rus;uten;bidragsyter"], Confidence.NONE),
        ("", ["Rus;uten;bidragsyter", "Bolig;uten;bidragsyter"], Confidence.ONE),
    ],
)
def test_it_is_recommended_with_the_confidence_of_the_contributors(
    asked: str, contributors: list[str], expected: Confidence
):
    units = f"name;sector;surveyed\nBolig;bolig;ja\nRus;helse;{asked}"
    (finding,) = findings_of(RULE, held("Bolig;eid;eier", *contributors, units=units))

    assert finding.basis is Basis.RECOMMENDED
    assert finding.confidence is expected


def test_it_is_a_hint_where_somebody_stands_there_without_a_role():
    (finding,) = findings_of(RULE, held("Bolig;eid;eier", "Rus;uten;"))

    assert finding.basis is Basis.HINT


def test_a_goal_of_a_plan_that_has_ended_is_a_hint_and_a_question():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            tiny(
                units="id;name;sector;service_type\nb;Bolig;bolig;boligkontor\nh;Helse;helse;hjemmetjeneste",
                plans="id;name;kind;valid_to\nt;Boligplan;temaplan;2013",
                goals="id;name;plan\ng;Mål;t\nm;Mer;",
                goal_owners="actor;goal;role\nb;m;owner\nh;g;contributor",
            ),
        )

    assert finding.basis is Basis.HINT
    assert "«Mål» stands in «Boligplan», which applied until 2013-12-31." in finding.observation
    assert finding.question.startswith("Does «Mål» still apply? ")
