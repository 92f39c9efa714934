"""PLAN03: no overview that is a basis for the planning strategy of this council period."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan03_overview_outside_planstrategi import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

PLANS = (
    "id;name;kind;adopted;valid_to\nps;Planstrategi;planstrategi;2024-09-19;\n"
    "gml;Gammel;planstrategi;2020-06-01;2023\ntp;Temaplan;temaplan;;"
)
EARLIER = PLANS.replace("2024-09-19", "2012-06-01")
ELSEWHERE = {"overview": "name;plans\nBoligbehov;tp", "plans": PLANS}
ALL_PLANS = {"municipality": "number;all_plans_listed\n0000;ja"}
NO_OVERVIEW = {"municipality": "number;has_overview\n0000;nei"}


def test_an_overview_that_informs_no_planning_strategy_is_found():
    graph = tiny(**ELSEWHERE)

    assert found(RULE, graph) == [Case("0000")]
    assert RULE.assess(graph).examined == 1


def test_one_overview_that_informs_it_is_enough():
    graph = tiny(overview="name;date;plans\nBoligbehov;;\nNy;2024;ps", plans=PLANS)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("tables", [{"plans": PLANS}, {"plans": EARLIER}, {"goals": "name\nMål"}])
def test_that_there_is_no_overview_is_found_where_somebody_says_so(tables: dict[str, str]):
    assert found(RULE, tiny(**tables)) == []
    assert RULE.assess(tiny(**tables)).reason
    assert found(RULE, tiny(**tables, **NO_OVERVIEW)) == [Case("0000")]


@pytest.mark.parametrize("plans", ["name;kind\nTemaplan;temaplan", EARLIER])
def test_that_there_is_no_strategy_of_this_period_is_found_where_somebody_says_so(plans: str):
    tables = {"plans": plans, "overview": "name;date\nBoligbehov;2024"}

    assert list(RULE.assess(tiny(**tables)).undetermined) == [Case("0000")]
    assert found(RULE, tiny(**tables, **ALL_PLANS)) == [Case("0000")]


def test_a_planning_strategy_counts_in_its_council_period_whatever_its_last_day():
    overview = "name;date;plans\nBoligbehov;2024;ps"
    past = PLANS.replace("2024-09-19;", "2024-09-19;2025")

    assert found(RULE, tiny(overview=overview, plans=past, **ALL_PLANS)) == []
    assert found(RULE, tiny(overview=overview, plans=EARLIER, **ALL_PLANS)) == [Case("0000")]


@pytest.mark.parametrize(
    ("as_of", "examined"),
    [
        (date(2027, 10, 30), 1),
        (date(2027, 10, 31), 0),  # a new council
        (date(2028, 10, 31), 0),  # the last day that it has
        (date(2028, 11, 1), 1),
    ],
)
def test_a_new_council_has_a_year(as_of: date, examined: int):
    graph = tiny(
        AnalysisOptions(as_of=as_of),
        overview="name;date;plans\nBoligbehov;2024;ps",
        plans=PLANS,
        **ALL_PLANS,
    )
    with in_language("en"):
        assessment = RULE.assess(graph)

    assert assessment.examined == examined
    assert ("it is due 2028-10-31" in assessment.reason) is (examined == 0)
    assert list(assessment.undetermined) == []


@pytest.mark.parametrize("adopted", ["", "2023"])
def test_one_whose_council_cannot_be_told_is_not_assessed(adopted: str):
    """Of an election year it may be either council's."""
    graph = tiny(**ELSEWHERE | {"plans": PLANS.replace("2024-09-19", adopted)}, **ALL_PLANS)
    with in_language("en"):
        assessment = RULE.assess(graph)
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("0000"))

    assert list(assessment.undetermined) == [Case("0000")]
    assert (adopted or "adoption date") in assessment.reason
    assert asked == "When was «Planstrategi» adopted?"


@pytest.mark.parametrize(
    ("as_of", "adopted", "change"),
    [
        (date(2026, 11, 30), "2023-10-26", "2023-10-31"),
        (date(2027, 10, 20), "2027-10-10", "2027-10-31"),
    ],
)
@pytest.mark.parametrize("plans", ["ps", "tp"])
def test_one_that_either_council_may_have_adopted_is_not_assessed(
    as_of: date, adopted: str, change: str, plans: str
):
    """The new council sits from its constituting meeting, which nobody has filled in."""
    graph = tiny(
        AnalysisOptions(as_of=as_of),
        overview=f"name;date;plans\nBoligbehov;2020;{plans}",
        plans=PLANS.replace("2024-09-19", adopted),
        **ALL_PLANS,
    )
    with in_language("en"):
        assessment = RULE.assess(graph)
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("0000"))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("0000")])
    assert assessment.reason == (
        f"«Planstrategi» was adopted {adopted}, between the election and {change}:"
        " by which council is not filled in."
    )
    assert asked == "Which council adopted «Planstrategi»?"


@pytest.mark.parametrize(("adopted", "cases"), [("2023-09-11", 1), ("2023-10-31", 0)])
def test_on_the_day_of_the_election_and_the_latest_first_day_the_council_is_known(
    adopted: str, cases: int
):
    graph = tiny(
        overview="name;date;plans\nBoligbehov;2022;ps",
        plans=PLANS.replace("2024-09-19", adopted),
        **ALL_PLANS,
    )

    assert len(found(RULE, graph)) == cases
    assert RULE.assess(graph).examined == 1


def test_an_overview_made_after_the_adoption_was_no_basis():
    """M4 of the reading: an overview of 2025, named as the basis for a strategy of 2024."""
    graph = tiny(overview="name;date;plans\nBoligbehov;2025-03-01;ps", plans=PLANS)
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert (
        "«Boligbehov» is from 2025-03-01, after «Planstrategi» was adopted (2024-09-19)."
        in finding.observation
    )


@pytest.mark.parametrize(
    ("made", "adopted"),
    [("2024", "2024-09-19"), ("2024-09-19", "2024-09-19"), ("2024-09-19", "2024")],
)
def test_where_a_date_is_not_known_to_the_day_it_may_have_been(made: str, adopted: str):
    graph = tiny(
        overview=f"name;date;plans\nBoligbehov;{made};ps",
        plans=PLANS.replace("2024-09-19", adopted),
    )

    assert (RULE.assess(graph).examined, found(RULE, graph)) == (1, [])


def test_an_overview_that_names_no_plan_is_asked_about():
    tables = {"overview": "name;plans\nBoligbehov;\nNy;tp", "plans": PLANS}
    with in_language("en"):
        graph = tiny(**tables)
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("0000"))

    assert list(RULE.assess(graph).undetermined) == [Case("0000")]
    assert asked == "Is «Boligbehov» a basis for «Planstrategi»?"


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
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(AnalysisOptions(as_of=as_of), **ELSEWHERE))

    assert finding.basis is basis
    assert finding.transitional_until == until
    assert ("Transitional time until 2027-07-01" in finding.ground) is (until is not None)
    assert ("one source" in finding.ground and "our reckoning" in finding.ground) is bool(until)
    assert finding.confidence is Confidence.BOTH
    assert {evidence.place.file for evidence in finding.evidence} == {"overview.csv", "plans.csv"}


THEME = "id;name;kind\nbp;Boligplan;temaplan"


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            {"plans": PLANS, **NO_OVERVIEW},
            "the municipality is said to have no overview («Har oversikt» is nei).",
        ),
        (
            NO_OVERVIEW,
            "is nei). No planning strategy of this council period (from 2023-10-31 at the latest) is"
            " filled in.",
        ),
        (
            {"overview": "name;plans\nBoligbehov;bp", "plans": THEME, **ALL_PLANS},
            "(«Alle planer er ført» is ja). In the data, «Boligbehov» is given as a basis for «Boligplan».",
        ),
        (
            {"overview": "name\nBoligbehov", "plans": EARLIER, **ALL_PLANS},
            "A planning strategy of this council period (from 2023-10-31 at the latest) is not documented in the"
            " data, and so no overview as a basis for one. All plans are said to be filled in («Alle"
            " planer er ført» is ja). «Gammel» (adopted 2020-06-01) is from the previous council period. «Planstrategi»"
            " (adopted 2012-06-01) is from an earlier council period.",
        ),
        (
            ELSEWHERE,
            "that «Planstrategi» rests on «Boligbehov». In the data, «Boligbehov» is given as a basis for «Temaplan»",
        ),
    ],
)
def test_it_says_what_is_not_documented_with_dates(tables: dict[str, str], sentence: str):
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(**tables))

    assert sentence in finding.observation


def test_a_plan_that_came_before_the_overview_is_not_said_to_rest_on_it():
    graph = tiny(
        overview="name;date;plans\nOversikt;2025-06-01;s",
        plans="id;name;kind;adopted\ns;Strategi;planstrategi;2024-06-01",
    )
    observation = RULE.tell(graph, Case("0000")).observation

    assert "etter at «Strategi» ble vedtatt" in observation
    assert "er Oversikt grunnlag for" not in observation


def test_an_overview_given_as_basis_that_was_made_later_is_not_said_not_to_be_given():
    graph = tiny(
        overview="name;date;plans\nBoligbehov;2025-11-15;ps",
        plans="id;name;kind;adopted\nps;Planstrategi;planstrategi;2024-09-19",
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.observation.startswith(
        "In the data, «Boligbehov» is given as a basis for «Planstrategi», but does not count as one."
        " «Boligbehov» is from 2025-11-15, after «Planstrategi» was adopted (2024-09-19)."
    )
    assert "earlier overview" in finding.next_step


def test_an_undated_overview_that_is_named_as_basis_is_not_assessed():
    """It may have been made after the adoption."""
    graph = tiny(overview="name;date;plans\nBoligbehov;;ps", plans=PLANS)
    with in_language("en"):
        assessment = RULE.assess(graph)
        assert RULE.question_when_undetermined
        asked = RULE.question_when_undetermined(graph, Case("0000"))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [Case("0000")])
    assert assessment.reason == "The date of «Boligbehov» is not filled in."
    assert asked == "When was «Boligbehov» made?"


@pytest.mark.parametrize(
    ("as_of", "examined"), [(date(2024, 9, 18), 0), (date(2024, 9, 19), 1), (date(2024, 11, 1), 1)]
)
def test_a_strategy_that_is_not_adopted_yet_does_not_count(as_of: date, examined: int):
    """Nothing is assessed before the council's time is out."""
    graph = tiny(
        AnalysisOptions(as_of=as_of),
        overview="name;date;plans\nBoligbehov;2024-05-01;ps",
        plans=PLANS,
        **ALL_PLANS,
    )
    with in_language("en"):
        assessment = RULE.assess(graph)

    assert (assessment.examined, found(RULE, graph)) == (examined, [])
    assert ("«Planstrategi» is not adopted yet (2024-09-19)" in assessment.reason) is not examined


def test_a_strategy_that_is_not_adopted_yet_is_told_where_the_time_is_out():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            tiny(
                overview="name;date;plans\nBoligbehov;2027-01-15;ps",
                plans=PLANS.replace("2024-09-19", "2027-02-01"),
                **ALL_PLANS,
            ),
        )

    assert "«Planstrategi» is not adopted yet (2027-02-01)." in finding.observation
    assert "said to have none" not in finding.observation
    assert finding.next_step.startswith("Agree on who brings the overview")


def test_an_overview_that_is_not_made_yet_is_no_basis():
    """Also where of the strategy only the year is known, and it is the same year."""
    graph = tiny(
        overview="name;date;plans\nBoligbehov;2026-12-15;ps",
        plans=PLANS.replace("2024-09-19", "2026"),
        municipality="number;has_overview\n0000;ja",
    )
    with in_language("en"):
        assessment = RULE.assess(graph)

    assert list(assessment.undetermined) == [Case("0000")]
    assert assessment.reason == "«Boligbehov» is not made yet (2026-12-15)."


def test_without_an_overview_the_next_step_is_to_make_one():
    with in_language("en"):
        (none,) = findings_of(RULE, tiny(plans=PLANS, **NO_OVERVIEW))
        (elsewhere,) = findings_of(RULE, tiny(**ELSEWHERE))

    assert none.next_step.startswith("Agree on who makes an overview")
    assert elsewhere.next_step.startswith("Agree on who brings the overview")


@pytest.mark.parametrize(
    ("tables", "step"),
    [
        (ALL_PLANS, "Fill in the planning strategy of this council period. If it is not adopted"),
        (NO_OVERVIEW, "Agree on who makes an overview"),
        (ELSEWHERE, "Agree on who brings the overview into the next planning strategy"),
    ],
)
def test_without_a_strategy_the_next_step_is_about_the_strategy(tables: dict[str, str], step: str):
    """Nobody is told to make an overview that nobody has said is not there."""
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(**tables))

    assert finding.next_step.startswith(step)
    files = {evidence.place.file for evidence in finding.evidence if not evidence.of_absence}
    assert ("municipality.csv" in files) is (tables is not ELSEWHERE)
