"""PLAN05: no overall goals, or no overall strategies, in the municipal plan."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan05_kommuneplan_without_goals import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

PLANS = "id;name;kind\nsam;Samfunnsdelen;samfunnsdel\nare;Arealdelen;arealdel\ntema;Tema;temaplan"


ALL_GOALS = "number;all_goals_listed\n0000;ja"
ALL_PLANS = "number;all_plans_listed\n0000;ja"


def aims(
    goal: str,
    strategy: str,
    plans: str = PLANS,
    answer: str = ALL_GOALS,
    options: AnalysisOptions | None = None,
) -> Graph:
    """A goal and a strategy, each with the plan it stands in and whether it is an overall one."""
    return tiny(
        options,
        municipality=answer,
        plans=plans,
        goals=f"id;name;plan;overall\nmal;Mål;{goal}",
        strategies=f"id;name;plan;overall\nvei;Vei;{strategy}",
    )


@pytest.mark.parametrize(
    ("goal", "strategy"), [("sam;ja", "sam;ja"), ("sam;", "are;"), ("are;ja", "sam;")]
)
def test_a_goal_and_a_strategy_in_either_part_of_the_municipal_plan_are_enough(
    goal: str, strategy: str
):
    """What stands there is an overall one unless it is said not to be."""
    graph = aims(goal, strategy)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    ("goal", "strategy"),
    [
        ("tema;ja", "tema;ja"),
        ("sam;ja", "tema;ja"),
        ("tema;ja", "sam;ja"),
        ("sam;nei", "sam;ja"),
        ("sam;ja", "sam;nei"),
    ],
)
def test_without_a_goal_or_without_a_strategy_it_is_found(goal: str, strategy: str):
    graph = aims(goal, strategy)

    assert found(RULE, graph) == [Case("0000")]
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("tables", [{"plans": PLANS}, {"challenges": "name\nLeie"}, {}])
def test_without_any_goal_or_strategy_it_is_found_where_somebody_says_that_all_are_there(
    tables: dict[str, str],
):
    assert found(RULE, tiny(**tables, municipality=ALL_GOALS)) == [Case("0000")]
    assert found(RULE, tiny(**tables)) == []
    assert list(RULE.assess(tiny(**tables)).undetermined) == [Case("0000")] * bool(tables)
    assert RULE.assess(tiny(**tables)).reason


@pytest.mark.parametrize(
    ("goal", "strategy", "answer"),
    [
        ("tema;ja", "sam;ja", "number\n0000"),
        (";ja", ";ja", ALL_GOALS),
        (";", "sam;ja", ALL_GOALS),
        (";", "sam;ja", ALL_PLANS),
    ],
)
def test_nobody_said_is_not_no(goal: str, strategy: str, answer: str):
    assessment = RULE.assess(aims(goal, strategy, answer=answer))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("0000")])
    assert assessment.reason


def test_without_a_municipal_plan_it_is_found_where_somebody_says_that_all_plans_are_there():
    only_theme = "id;name;kind\ntema;Tema;temaplan"

    assert found(RULE, aims(";", ";", only_theme, ALL_PLANS)) == [Case("0000")]
    assert found(RULE, aims(";", ";", only_theme, "number\n0000")) == []


def test_the_municipal_plan_counts_until_it_is_replaced_also_past_its_last_day():
    old = "id;name;kind;adopted;valid_to\nsam;Samfunnsdel 2009;samfunnsdel;2009-05-01;2020"
    newer = f"{old}\nny;Samfunnsdel 2021;samfunnsdel;2021-05-01;"
    other = f"{old}\nare;Arealdel 2021;arealdel;2021-05-01;"

    assert found(RULE, aims("sam;ja", "sam;ja", old)) == []
    assert found(RULE, aims("sam;ja", "sam;ja", other)) == []
    assert found(RULE, aims("sam;ja", "sam;ja", newer)) == [Case("0000")]
    before = AnalysisOptions(as_of=date(2021, 4, 30))
    assert found(RULE, aims("sam;ja", "sam;ja", newer, options=before)) == []
    with in_language("en"):
        (finding,) = findings_of(RULE, aims("sam;ja", "sam;ja", newer))
        (expired,) = findings_of(RULE, aims("sam;nei", "sam;ja", old))
    assert "«Samfunnsdel 2009» is replaced by «Samfunnsdel 2021» (adopted 2021-05-01)." in (
        finding.observation
    )
    assert "«Samfunnsdel 2009» counts until it is replaced; its last day was 2020-12-31." in (
        expired.observation
    )


@pytest.mark.parametrize(
    ("as_of", "basis", "until"),
    [
        (date(2027, 6, 30), Basis.HINT, date(2027, 7, 1)),
        (date(2027, 7, 1), Basis.REQUIRED, None),
    ],
)
def test_it_is_required_by_law_after_the_transitional_time(
    as_of: date, basis: Basis, until: date | None
):
    graph = aims("tema;ja", "tema;", options=AnalysisOptions(as_of=as_of))
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.basis is basis
    assert finding.transitional_until == until
    assert ("Transitional time until 2027-07-01" in finding.ground) is (until is not None)
    assert finding.confidence is Confidence.BOTH
    assert {evidence.text for evidence in finding.evidence if not evidence.of_absence} == {
        "Samfunnsdelen",
        "Arealdelen",
        "Mål",
    }


@pytest.mark.parametrize(
    ("goal", "strategy", "sentence"),
    [
        ("sam;ja", "tema;", "has overall goals for the social-housing work, but overall str"),
        ("tema;", "sam;ja", "has overall strategies for the social-housing work, but overall go"),
        (
            "tema;",
            "tema;",
            "goals and strategies in «Arealdelen» and «Samfunnsdelen» are not docum",
        ),
        ("tema;ja", "tema;", "1 goal or strategy is marked as an overall one, but does not stand"),
    ],
)
def test_it_says_what_is_there_and_what_is_not(goal: str, strategy: str, sentence: str):
    with in_language("en"):
        (finding,) = findings_of(RULE, aims(goal, strategy))

    assert sentence in finding.observation


def test_it_says_when_no_municipal_plan_is_filled_in():
    with in_language("en"):
        (finding,) = findings_of(RULE, aims("tema;", "tema;", "id;name;kind\ntema;Tema;temaplan"))
        asked = RULE.question_when_undetermined and RULE.question_when_undetermined(
            aims(";", ";"), Case("0000")
        )

    assert asked == "In which plan do these stand: «Mål» and «Vei»?"
    assert finding.observation.endswith("no plan of that kind is filled in.")


def test_it_says_who_says_that_there_is_no_municipal_plan():
    with in_language("en"):
        (finding,) = findings_of(
            RULE, tiny(municipality="number;name;all_plans_listed\n0000;Testvik;ja")
        )

    assert "all plans are said to be there («Alle planer er ført» is ja)." in finding.observation


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("mal;Mål;", "Ikke"),
        ("mal;Mål;sam", "har overordnede mål"),
    ],
)
def test_where_the_sheet_of_strategies_is_empty_it_is_the_strategies_that_are_missing(
    goal: str, expected: str
):
    graph = tiny(municipality=ALL_GOALS, plans=PLANS, goals=f"id;name;plan\n{goal}")
    (finding,) = findings_of(RULE, graph)

    assert "verordnede mål" not in finding.next_step
    assert finding.question == "Hvilke overordnede strategier har kommuneplanen i dag?"
    assert "Arket «Strategier» har ingen rader." in finding.observation
    if expected == "Ikke":
        assert "Overordnede strategier i" in finding.observation
        assert "Planen er ikke oppgitt for alle mål" in finding.observation
        assert "verordnede mål" not in finding.observation
    else:
        assert expected in finding.observation


def test_where_the_sheet_of_goals_is_empty_it_is_the_goals_that_are_missing():
    graph = tiny(municipality=ALL_GOALS, strategies="id;name;plan\nvei;Vei;")
    (finding,) = findings_of(RULE, graph)

    assert finding.observation == (
        "Overordnede mål i kommuneplanen er ikke dokumentert i datagrunnlaget. Planen er ikke oppgitt"
        " for alle strategier («Plan»). Arket «Mål» har ingen rader."
    )
    assert finding.next_step.startswith("Fyll inn de overordnede målene i kommuneplanen.")


PLANNED = "id;name;kind;adopted\nsam;Samfunnsdelen;samfunnsdel;2027-06-01"


def test_a_plan_that_is_not_adopted_yet_does_not_count():
    graph = aims("sam;ja", "sam;ja", PLANNED)
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)
        nobody_said = RULE.assess(aims("sam;ja", "sam;ja", PLANNED, "number\n0000"))

    assert "«Samfunnsdelen» is not adopted yet (2027-06-01)." in finding.observation
    assert (nobody_said.examined, list(nobody_said.undetermined)) == (0, [Case("0000")])
    assert nobody_said.reason.startswith("«Samfunnsdelen» is not adopted yet (2027-06-01).")
    on_the_day = AnalysisOptions(as_of=date(2027, 6, 1))
    assert found(RULE, aims("sam;ja", "sam;ja", PLANNED, options=on_the_day)) == []


def test_of_two_of_a_kind_one_without_a_date_leaves_open_which_counts():
    two = "id;name;kind;adopted\nsam;A;samfunnsdel;{}\nny;B;samfunnsdel;{}"
    graph = aims("sam;ja", "sam;ja", two.format("2009-05-01", ""))
    with in_language("en"):
        assessment = RULE.assess(graph)
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("0000"))

    assert found(RULE, aims("sam;ja", "sam;ja", two.format("2009-05-01", "2021"))) == [Case("0000")]
    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("0000")])
    assert assessment.reason == "The adoption date of «B» is not filled in."
    assert asked == "When was «B» adopted?"
