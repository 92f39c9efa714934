"""LINK03: two actors share a goal without meeting or working together."""

from datetime import date

import pytest

from samordning_graph.analysis.suggest.gaps import WEIGHTS, as_missing_pairs, gaps_of
from samordning_graph.common.locale import in_language
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link03_shared_goal import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse"
PAIR = [Case("bolig", ("rus",))]


def sharing(options: AnalysisOptions | None = None, **more: str) -> Graph:
    """Bolig and Rus share a goal. Something unrelated is filled in, so that the rule looks."""
    return tiny(
        options,
        **{
            "units": UNITS,
            "goals": "name\nRaskere bosetting",
            "goal_owners": "actor;goal;role\nBolig;Raskere bosetting;eier\nRus;Raskere bosetting;",
            "arenas": "name;participants_complete\nForum;ja",
            "participation": "actor;arena\nHjelp;Forum",
        }
        | more,
    )


def test_two_who_share_a_goal_across_sectors_and_never_meet_are_found():
    assert found(RULE, sharing()) == PAIR
    assert RULE.assess(sharing()).examined == 1


@pytest.mark.parametrize("table", ["strategies", "measures"])
def test_a_strategy_or_a_measure_is_shared_as_a_goal_is(table: str):
    graph = sharing(**{"goals": "name\n", table: "name\nRaskere bosetting"})

    assert found(RULE, graph) == PAIR


@pytest.mark.parametrize(
    "covered",
    [
        {"participation": "actor;arena\nBolig;Forum\nRus;Forum"},
        {"links": "from;to\nRus;Bolig"},
        {"links": "from;to;agreement;valid_to\nRus;Bolig;Avtale;2026-11-23"},
    ],
)
def test_two_who_meet_or_are_linked_are_not_found(covered: dict[str, str]):
    graph = sharing(**covered)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    "uncovered",
    [
        {"participation": "actor;arena;role\nBolig;Forum;\nRus;Forum;ved behov"},
        {"participation": "actor;arena;role\nBolig;Forum;\nRus;Forum;observatør"},
        {"links": "from;to;strength\nRus;Bolig;kjennskap"},
        {"links": "from;to;agreement;valid_to\nRus;Bolig;Avtale;2026-11-22"},
        {"referrals": "from;to\nRus;Bolig"},
        {
            "arenas": "name;kind\nAllmøte;informasjon",
            "participation": "actor;arena\nBolig;Allmøte\nRus;Allmøte",
        },
    ],
)
def test_loose_ties_cover_nothing(uncovered: dict[str, str]):
    assert found(RULE, sharing(**uncovered)) == PAIR


@pytest.mark.parametrize(
    "options",
    [
        AnalysisOptions(as_of=date(2027, 1, 1)),
        AnalysisOptions(as_of=TODAY, max_arena_size=1),
        AnalysisOptions(as_of=TODAY, min_meetings=5),
    ],
)
def test_an_arena_set_aside_covers_nothing(options: AnalysisOptions):
    tables = {
        "arenas": "name;meetings_per_year;valid_to\nForum;4;2026",
        "participation": "actor;arena\nBolig;Forum\nRus;Forum",
    }

    assert found(RULE, sharing(**tables)) == []
    assert found(RULE, sharing(options, **tables)) == PAIR


def test_those_in_one_sector_are_no_pair_across():
    graph = sharing(units="name;sector\nBolig;helse\nRus;helse\nHjelp;plan")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 0
    assert RULE.assess(graph).reason


def test_those_in_one_line_are_no_pair():
    graph = sharing(units="name;sector;part_of\nBolig;bolig;Hjelp\nHjelp;sosial;Rus\nRus;helse;")

    assert RULE.assess(graph).examined == 0


def test_one_end_may_be_external_but_not_both():
    external = {"external_actors": "name;actor_type\nRus;tsb"}
    both = {"external_actors": "name;actor_type\nRus;tsb\nBolig;husbanken"}

    graph = sharing(units="name;sector\nBolig;bolig\nHjelp;plan", **external)
    none = sharing(units="name;sector\nHjelp;plan", **both)

    assert found(RULE, graph) == PAIR
    assert RULE.assess(none).examined == 0


def test_the_meetings_of_those_below_cover_those_above_and_never_the_other_way():
    units = "name;sector;part_of\nTopp;sosial;{boss}\nBolig;bolig;{bolig}\nRus;helse;"
    meeting = {
        "arenas": "name;participants_complete\nForum;ja",
        "participation": "actor;arena\nTopp;Forum\nRus;Forum",
    }

    below = sharing(units=units.format(boss="Bolig", bolig=""), **meeting)
    boss = sharing(units=units.format(boss="", bolig="Topp"), **meeting)

    assert found(RULE, below) == []
    assert found(RULE, boss) == PAIR


def test_a_goal_held_above_is_not_held_below():
    graph = sharing(
        units="name;sector;part_of\nBolig;bolig;\nWard;bolig;Bolig\nRus;helse;\nHjelp;helse;"
    )

    assert found(RULE, graph) == PAIR


def test_one_pair_is_found_once_however_many_goals_it_shares():
    graph = sharing(
        goals="name\nRaskere bosetting\nTrygge nabolag",
        goal_owners="actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting\n"
        "Rus;Trygge nabolag\nBolig;Trygge nabolag",
    )
    (finding,) = findings_of(RULE, graph)

    assert "Raskere bosetting" in finding.observation
    assert "Trygge nabolag" in finding.observation


def test_a_pair_that_a_list_could_have_shown_is_not_assessed_and_not_examined():
    graph = sharing(participation="actor;arena\nBolig;Forum", arenas="name\nForum")
    assessment = RULE.assess(graph)

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == PAIR
    assert assessment.examined == 0
    assert assessment.reason


def test_a_pair_not_assessed_can_be_told():
    graph = sharing(participation="actor;arena\nBolig;Forum", arenas="name\nForum")
    (case,) = RULE.assess(graph).undetermined

    assert RULE.tell(graph, case).coverage is Coverage.NOT_ASSESSED


def test_a_pair_of_two_who_were_asked_is_assessed_whatever_the_lists():
    graph = sharing(
        units="name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja\nHjelp;helse;",
        arenas="name;participants_complete\nForum;nei",
    )

    assert found(RULE, graph) == PAIR


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(sharing(participation="actor;arena\n"))

    assert assessment.examined == 0
    assert list(assessment.found) == []
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("", "ja"), Confidence.ONE), (("", ""), Confidence.NONE)],
)
def test_it_is_recommended_with_the_confidence_of_both_ends(
    asked: tuple[str, str], expected: Confidence
):
    (finding,) = findings_of(
        RULE,
        sharing(
            units=f"name;sector;surveyed\nBolig;bolig;{asked[0]}\nRus;helse;{asked[1]}\nHjelp;helse;"
        ),
    )

    assert finding.basis is Basis.RECOMMENDED
    assert finding.confidence is expected
    assert finding.coverage is Coverage.NONE


def test_the_rows_of_the_goal_and_its_holders_are_the_evidence():
    (finding,) = findings_of(RULE, sharing())

    assert {(evidence.place.file, evidence.place.row) for evidence in finding.evidence} >= {
        ("goals.csv", 2),
        ("goal_owners.csv", 2),
        ("goal_owners.csv", 3),
        ("participation.csv", 0),
    }


def test_the_next_step_is_a_seat_where_one_of_them_already_sits():
    graph = sharing(
        arenas="name;participants_complete\nForum;ja\nStort møte;ja",
        participation="actor;arena\nRus;Forum\nRus;Stort møte\nHjelp;Stort møte",
    )
    (finding,) = findings_of(RULE, graph)

    assert "Forum" in finding.next_step
    assert "Bolig" in finding.next_step


def test_an_answer_that_there_is_no_contact_is_told_with_its_row():
    graph = tiny(
        units="name;sector\nBolig;bolig\nRus;helse\nVert;plan",
        arenas="name;participants_complete\nForum;nei",
        participation="actor;arena\nVert;Forum",
        links="from;to;strength;reported_by\nRus;Bolig;ingen kontakt;én part",
        goals="name\nMål",
        goal_owners="actor;goal\nBolig;Mål\nRus;Mål",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.observation.endswith("Rus svarer at Bolig og Rus ikke har kontakt.")
    assert next(str(row.place) for row in finding.evidence if row.place.file == "links.csv") == (
        "links.csv, rad 2"
    )


@pytest.mark.parametrize(
    ("row", "cases"),
    [
        ("Rådet;plan;politisk organ", 0),
        ("Formannskapet;plan;", 0),
        ("Staben;stab;", 1),
        ("Direktøren;ledelse;kommunedirektor", 1),
    ],
)
def test_to_decide_on_a_goal_is_not_to_share_its_work(row: str, cases: int):
    """A political body needs no meeting with the services; who leads or supports them may."""
    graph = tiny(
        units=f"name;sector;service_type\nBolig;bolig;\nVert;bolig;\n{row}",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nVert;Forum",
        goals="name\nMål",
        goal_owners=f"actor;goal\nBolig;Mål\n{row.split(';', maxsplit=1)[0]};Mål",
    )

    assert len(found(RULE, graph)) == cases
    assert RULE.assess(graph).examined == cases


PLANS = "id;name;kind;adopted;valid_to\nt;Boligplan 2010–2013;temaplan;2010-01-02;2013\nny;Ny boligplan;temaplan;2024-01-02;2027"


@pytest.mark.parametrize(
    ("plan", "basis"), [("t", Basis.HINT), ("ny", Basis.RECOMMENDED), ("t;ny", Basis.RECOMMENDED)]
)
def test_a_goal_of_a_plan_that_has_ended_is_a_hint_and_a_question(plan: str, basis: Basis):
    graph = sharing(plans=PLANS, goals=f'name;plan\nRaskere bosetting;"{plan}"')
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    is_hint = basis is Basis.HINT
    where = "«Raskere bosetting» stands in «Boligplan 2010–2013», which applied until 2013-12-31."
    assert finding.basis is basis
    assert (where in finding.observation) is is_hint
    assert finding.question.startswith("Does «Raskere bosetting» still apply?") is is_hint
    assert finding.question.endswith("Where do Bolig and Rus settle who does what?")


@pytest.mark.parametrize(("plan", "counts"), [("t", (0, 1)), ("ny", (1, 0))])
def test_it_is_counted_with_the_basis_that_it_is_told_with(plan: str, counts: tuple[int, int]):
    graph = sharing(plans=PLANS, goals=f"name;plan\nRaskere bosetting;{plan}")
    report = Report(graph, (RULE,))
    (pair,) = report.missing_pairs()

    assert (report.by_basis[Basis.RECOMMENDED], report.by_basis[Basis.HINT]) == counts
    assert pair.basis is report.matters.tell_pair(pair).basis


def test_one_goal_of_today_among_those_of_a_plan_that_has_ended_is_enough():
    graph = sharing(
        plans=PLANS,
        goals="name;plan\nRaskere bosetting;t\nFlere eier;ny",
        goal_owners="actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting\nBolig;Flere eier\nRus;Flere eier",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.RECOMMENDED
    assert "Boligplan 2010–2013" in finding.observation


OTHER_GROUND = "name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre\nHjelp;plan;"


@pytest.mark.parametrize(
    ("plan", "more", "basis"),
    [
        ("t", {}, Basis.HINT),
        ("t", {"referrals": "from;to\nRus;Bolig"}, Basis.RECOMMENDED),
        ("t", {"units": OTHER_GROUND}, Basis.HINT),
        ("ny", {}, Basis.RECOMMENDED),
        ("t;ny", {}, Basis.RECOMMENDED),
    ],
)
def test_figures_order_and_suggestions_take_it_on_the_basis_that_it_is_told_with(
    plan: str, more: dict[str, str], basis: Basis
):
    graph = sharing(plans=PLANS, goals=f'name;plan\nRaskere bosetting;"{plan}"', **more)
    report = Report(graph, RULES)
    (pair,) = report.missing_pairs()
    counted = {of: figures for of, figures in report.congruence_by_basis.items() if figures.total}

    assert (pair.first, pair.second, pair.basis) == ("bolig", "rus", basis)
    assert counted == {basis: ThreeFigures(not_documented=1)}
    assert gaps_of(graph).weight == WEIGHTS[basis]
    assert [of.basis for of in as_missing_pairs(graph, gaps_of(graph))] == [basis]


def test_what_is_documented_of_a_plan_that_has_ended_is_counted_as_a_hint_too():
    graph = sharing(plans=PLANS, goals="name;plan\nRaskere bosetting;t", links="from;to\nBolig;Rus")

    assert {of: n for of, n in Report(graph, RULES).congruence_by_basis.items() if n.total} == {
        Basis.HINT: ThreeFigures(documented=1)
    }
