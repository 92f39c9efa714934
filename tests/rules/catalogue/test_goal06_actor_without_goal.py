"""GOAL06: an actor with tasks that holds no goal."""

import pytest

from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.goal06_actor_without_goal import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

UNITS = "name;sector;part_of;tasks\nBolig;bolig;;skaffe\nRus;helse;;beholde\nPlan;plan;;"


def municipality(*holders: str, units: str = UNITS, **more: str) -> Graph:
    return tiny(
        **{
            "units": units,
            "municipality": "number;all_goals_listed\n0000;ja",
            "goals": "name\nMål",
            "goal_owners": "\n".join(["actor;goal;role", *holders]),
        }
        | more
    )


def test_an_actor_with_tasks_and_no_goal_is_found():
    graph = municipality("Bolig;Mål;eier")

    assert found(RULE, graph) == [Case("rus")]
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize(("asked", "is_found"), [("ja", True), ("", False), ("nei", False)])
@pytest.mark.parametrize("all_listed", ["", "nei"])
def test_unless_all_goals_are_listed_only_who_was_asked_is_found(
    all_listed: str, asked: str, is_found: bool
):
    assessment = RULE.assess(
        municipality(
            "Bolig;Mål;eier",
            units=f"name;sector;tasks;surveyed\nBolig;bolig;skaffe;\nRus;helse;beholde;{asked}",
            municipality=f"number;all_goals_listed\n0000;{all_listed}",
        )
    )

    assert list(assessment.found) == [Case("rus")] * is_found
    assert list(assessment.undetermined) == [Case("rus")] * (not is_found)
    assert assessment.examined == 1 + is_found


def test_to_contribute_is_to_hold():
    assert found(RULE, municipality("Bolig;Mål;eier", "Rus;Mål;bidragsyter")) == []


@pytest.mark.parametrize("table", ["strategies", "measures"])
def test_a_strategy_or_a_measure_is_enough(table: str):
    assert found(RULE, municipality("Bolig;Mål;eier", "Rus;Vei;", **{table: "name\nVei"})) == []


def test_an_actor_without_tasks_is_not_looked_at():
    assert Case("plan") not in found(RULE, municipality("Bolig;Mål;eier"))


def test_goals_held_above_or_below_in_the_line_count_and_those_of_a_sibling_do_not():
    units = (
        "name;sector;part_of;tasks\nTopp;sosial;;beholde\nMidt;sosial;Topp;beholde\n"
        "Bunn;bolig;Midt;beholde\nSide;helse;Topp;beholde"
    )

    assert found(RULE, municipality("Bunn;Mål;", units=units)) == [Case("side")]
    assert found(RULE, municipality("Midt;Mål;", units=units)) == [Case("side")]
    assert found(RULE, municipality("Topp;Mål;", units=units)) == []


def test_external_actors_with_tasks_are_looked_at():
    graph = municipality(
        "Bolig;Mål;",
        "Rus;Mål;",
        external_actors="name;actor_type;tasks\nHusbanken;husbanken;skaffe",
    )

    assert found(RULE, graph) == [Case("husbanken")]
    assert RULE.assess(graph).examined == 3


@pytest.mark.parametrize(
    "tables",
    [
        {"goals": "name"},
        {},
        {"overview": "name;owner\nOversikt;Bolig"},
        {"goal_owners": "actor;goal\nPlan;Mål", "units": "name;sector\nPlan;plan"},
    ],
)
def test_there_is_a_reason_when_nobody_holds_a_goal_or_has_a_task(tables: dict[str, str]):
    if "units" in tables:
        assessment = RULE.assess(tiny(goals="name\nMål", **tables))
    else:
        assessment = RULE.assess(municipality(**tables))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_ties_are_not_needed_to_see_who_holds_a_goal():
    assert RULE.assess(municipality("Bolig;Mål;")).examined == 2


@pytest.mark.parametrize(("asked", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_it_is_a_hint_with_the_confidence_of_the_actor(asked: str, expected: Confidence):
    units = f"name;sector;tasks;surveyed\nBolig;bolig;skaffe;\nRus;helse;beholde;{asked}"
    (finding,) = findings_of(RULE, municipality("Bolig;Mål;", units=units))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert "Rus" in finding.observation


@pytest.mark.parametrize(
    ("about", "expected"),
    [("", Confidence.BOTH), ("mål", Confidence.BOTH)],
)
def test_it_rests_on_what_the_actor_was_asked_about_goals(about: str, expected: Confidence):
    graph = tiny(
        units="name;sector;tasks;surveyed;surveyed_about\n"
        f"Bolig;bolig;skaffe;;\nRus;helse;beholde;ja;{about}",
        goals="name\nMål",
        goal_owners="actor;goal\nBolig;Mål",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.confidence is expected


def test_one_that_was_asked_about_contact_alone_is_not_assessed():
    graph = tiny(
        units="name;sector;tasks;surveyed;surveyed_about\n"
        "Bolig;bolig;skaffe;;\nRus;helse;beholde;ja;kontakt",
        goals="name\nMål",
        goal_owners="actor;goal\nBolig;Mål",
    )

    assert RULE.assess(graph).undetermined == [Case("rus")]
