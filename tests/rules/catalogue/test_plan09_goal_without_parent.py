"""PLAN09: a goal in a theme plan with no goal above it in the municipal plan."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan09_goal_without_parent import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

PLANS = (
    "id;name;kind\nsam;Samfunnsdelen;samfunnsdel\nare;Arealdelen;arealdel\ntema;Boligplan;temaplan\n"
    "hand;Handlingsplan;handlingsplan\noko;Økonomiplan;okonomiplan"
)
TOP = "topp;Alle bor trygt;sam;"


def goals(*rows: str, answer: str = "ja") -> Graph:
    return tiny(
        municipality=f"number;all_goals_listed\n0000;{answer}",
        plans=PLANS,
        goals="\n".join(["id;name;plan;parent", *rows]),
    )


@pytest.mark.parametrize("plan", ["tema", "hand"])
def test_a_goal_of_a_theme_plan_without_one_above_it_is_found(plan: str):
    """People enter a boligsosial handlingsplan as either kind."""
    graph = goals(TOP, "med;Flere eier;tema;topp", f"uten;Startlån;{plan};")

    assert found(RULE, graph) == [Case("uten")]
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize("plan", ["sam", "are"])
def test_a_goal_above_through_another_goal_is_enough(plan: str):
    graph = goals(f"topp;Topp;{plan};", "midt;Midt;;topp", "bunn;Bunn;tema;midt")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_a_goal_that_stands_in_both_plans_needs_none_above_it():
    graph = goals(TOP, 'begge;Begge;"sam;tema";', "med;Flere eier;tema;topp")

    assert found(RULE, graph) == []


def test_a_goal_above_that_stands_elsewhere_is_not_enough():
    assert found(RULE, goals(TOP, "a;A;oko;", "b;B;tema;a")) == [Case("b")]


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ((TOP, "med;Flere eier;tema;topp", "uten;Startlån;tema;"), ""),
        ((TOP, "med;Flere eier;tema;topp", "a;Mellommål;;", "uten;Startlån;tema;a"), "ja"),
    ],
)
def test_nobody_said_is_not_no(rows: tuple[str, ...], answer: str):
    """Neither where goals may be left out, nor where one above does not say where it stands."""
    graph = goals(*rows, answer=answer)
    with in_language("en"):
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("uten"))

    assert (RULE.assess(graph).examined, found(RULE, graph)) == (1, [])
    assert list(RULE.assess(graph).undetermined) == [Case("uten")]
    assert asked == "Which goal of the municipal plan does it serve?"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [TOP, "a;A;;topp"],
        [TOP, "a;A;oko;topp"],
        ["a;A;tema;", "b;B;tema;a"],
        [TOP, "a;A;tema;"],
    ],
)
def test_there_is_a_reason_when_the_chain_is_not_filled_in(rows: list[str]):
    assessment = RULE.assess(goals(*rows))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_it_is_a_hint_and_rests_on_documents():
    with in_language("en"):
        (finding,) = findings_of(
            RULE, goals(TOP, "a;Mellommål;;topp", "b;B;oko;", "c;Startlån;tema;b")
        )

    assert finding.basis is Basis.HINT
    assert finding.confidence is Confidence.BOTH
    assert finding.observation == (
        "«Startlån» stands in «Boligplan». A goal above it in «Arealdelen» and «Samfunnsdelen» is not"
        " documented in the data. It is part of «B», which the data do not place there."
    )
    assert {evidence.text for evidence in finding.evidence if not evidence.of_absence} == {
        "Startlån",
        "B",
        "Boligplan",
    }


AHEAD = "id;name;kind;adopted\nsam;Samfunnsdelen;samfunnsdel;{sam}\ntema;Boligplan;temaplan;{tema}"


@pytest.mark.parametrize(
    ("days", "cases", "examined"),
    [
        ({"sam": "", "tema": "2026-11-23"}, 1, 2),
        ({"sam": "", "tema": "2026-11-24"}, 0, 0),
        ({"sam": "2026-11-24", "tema": ""}, 0, 0),
    ],
)
def test_goals_that_stand_only_in_plans_that_are_not_adopted_yet_do_not_count(
    days: dict[str, str], cases: int, examined: int
):
    graph = tiny(
        municipality="number;all_goals_listed\n0000;ja",
        plans=AHEAD.format(**days),
        goals="\n".join(
            ["id;name;plan;parent", TOP, "med;Flere eier;tema;topp", "uten;Startlån;tema;"]
        ),
    )

    assert found(RULE, graph) == [Case("uten")] * cases
    assert RULE.assess(graph).examined == examined
    assert bool(RULE.assess(graph).reason) is (examined == 0)


def test_a_goal_above_in_a_plan_that_is_not_adopted_yet_is_enough():
    """What is on its way is no gap, as little as it is an answer."""
    graph = tiny(
        municipality="number;all_goals_listed\n0000;ja",
        plans="id;name;kind;adopted\nsam;Samfunnsdelen;samfunnsdel;2020-06-01\n"
        "ny;Ny samfunnsdel;samfunnsdel;2026-11-24\ntema;Boligplan;temaplan;2021-06-01",
        goals="id;name;plan;parent\ntopp;Alle bor trygt;sam;\nnytt;Nytt mål;ny;\n"
        "med;Flere eier;tema;nytt",
    )

    assert (found(RULE, graph), RULE.assess(graph).examined) == ([], 1)
