"""Whom to invite where: what a step closes, what limits it, and what it costs."""

import pytest

from samordning_graph.analysis.suggest.plan import LARGEST_ARENA, suggest
from tests.analysis.suggest.samples import (
    FORUM,
    GOAL,
    closed,
    invited,
    lacking,
    limited,
    sharing,
    steps,
    units,
)
from tests.graph.test_duties import duty, with_duties


def test_who_lacks_someone_is_invited_to_where_that_one_sits():
    plan = suggest(lacking(), 1)

    (step,) = plan.invitations
    assert (step.actor, step.arena, step.role) == ("plan", "forum", None)
    assert closed(step.closes) == ([("bolig", "plan")], [])
    assert closed(plan.left) == ([("bolig", "rus"), ("plan", "rus")], [])


def test_two_who_are_invited_to_one_arena_meet_each_other():
    plan = suggest(lacking())

    assert invited(plan) == [("plan", "forum"), ("rus", "forum")]
    assert closed(plan.invitations[1].closes) == ([("bolig", "rus"), ("plan", "rus")], [])
    assert not plan.left


def test_there_are_no_more_invitations_than_are_asked_for_nor_than_are_of_use():
    assert len(steps(lacking(), 1)) == 1
    assert len(steps(lacking(), 50)) == 2


def test_without_gaps_nobody_is_invited():
    assert suggest(lacking(goal_owners=sharing("Bolig"))).invitations == ()


def test_nothing_is_suggested_where_nothing_was_filled_in():
    plan = suggest(
        lacking(participation="actor;arena", units="name;sector\nBolig;bolig\nPlan;plan\nRus;helse")
    )

    assert not plan.before
    assert plan.not_assessed == (0, 0)
    assert (plan.invitations, plan.new_arenas, plan.is_exact) == ((), (), True)


# What counts as a gap


def test_a_pair_with_two_grounds_is_one_gap_by_the_stronger():
    graph = lacking(
        units="name;sector;surveyed;target_groups\nBolig;bolig;ja;eldre\nPlan;plan;ja;eldre",
        goal_owners=sharing("Bolig", "Plan"),
        participation="actor;arena\nBolig;Forum",
    )
    (step,) = suggest(graph).invitations

    assert (step.closes.weight, len(step.closes.pairs())) == (2, 1)


def test_what_cannot_be_assessed_is_counted_and_left_alone():
    plan = suggest(
        lacking(
            units="name;sector\nBolig;bolig\nHjelp;helse\nPlan;plan\nRus;helse",
            arenas="name;participants_complete\nForum;nei",
        )
    )

    assert not plan.before
    assert plan.not_assessed[0] == 3


def test_a_duty_is_closed_by_one_contact_and_weighs_more_than_a_few_pairs():
    """The duty is for either housing unit; only one of them sits with the prison."""
    graph = with_duties(
        duty(),
        units=units("Bolig bolig", "Bo bolig", "Helse helse"),
        external_actors="name;actor_type;surveyed\nFengsel;fengsel;ja",
        goals=GOAL,
        goal_owners=sharing("Bolig", "Helse"),
        arenas=FORUM,
        participation="actor;arena\nFengsel;Forum\nHelse;Forum",
    )
    (step,) = suggest(graph).invitations

    # Bolig closes its pair and the duty; nothing is left for Bo.
    assert (step.actor, closed(step.closes)) == ("bolig", ([("bolig", "helse")], ["plikt"]))


@pytest.mark.parametrize(("expires", "invitations"), [("2026-11-23", 0), ("2026-11-22", 1)])
def test_an_accepted_gap_is_left_alone_until_it_expires(expires: str, invitations: int):
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        accepted_gaps=f"code;subject;related;reason;expires\nLINK03;Plan;Bolig;Nok;{expires}",
    )

    assert len(steps(graph)) == invitations


def test_a_pair_accepted_on_one_ground_is_still_a_gap_on_another():
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        referrals="from;to\nBolig;Plan",
        accepted_gaps="code;subject;related;reason\nLINK03;Plan;Bolig;Nok",
    )

    assert steps(graph) == [("plan", "forum")]


def test_an_accepted_duty_is_left_alone():
    graph = lacking(
        goal_owners=sharing("Bolig"),
        local_requirements="actor_a;actor_b;reason\nBolig;Plan;Avtalt",
        accepted_gaps="code;subject;reason\nLINK01;local-bolig-plan;Nok",
    )

    assert steps(graph) == []


# Where one may be invited


def test_no_arena_grows_beyond_the_limit():
    assert steps(lacking(limited(2))) == []
    assert steps(lacking(limited(3))) == [("plan", "forum")]
    assert steps(lacking(limited(4))) == [("plan", "forum"), ("rus", "forum")]


def test_without_a_limit_a_large_arena_is_not_filled_up_further():
    crowd = [f"Enhet{i} stab" for i in range(LARGEST_ARENA - 1)]
    seats = "\n".join(
        ["actor;arena", "Bolig;Forum", *(f"{unit.split()[0]};Forum" for unit in crowd)]
    )
    all_units = units("Bolig bolig", "Plan plan", *crowd)
    without = "\n".join(seats.splitlines()[:-1])
    tables = {"units": all_units, "goal_owners": sharing("Bolig", "Plan")}

    assert steps(lacking(participation=seats, **tables)) == []
    assert steps(lacking(participation=without, **tables)) == [("plan", "forum")]


@pytest.mark.parametrize("cells", ["information;", ";2026-11-22"])
def test_nobody_is_invited_to_an_arena_for_information_or_one_that_is_closed(cells: str):
    graph = lacking(arenas=f"name;participants_complete;kind;valid_to\nForum;ja;{cells}")

    assert steps(graph) == []


def test_nobody_is_invited_to_an_arena_that_lists_nobody():
    graph = lacking(
        arenas="name;participants_complete\nForum;ja\nTomt;ja",
        participation="actor;arena\nHjelp;Forum",
    )

    assert steps(graph) == []


@pytest.mark.parametrize(("role", "word"), [("ved behov", "on_call"), ("observatør", "observer")])
def test_who_is_only_on_the_edge_of_an_arena_can_become_a_member(role: str, word: str):
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        participation=f"actor;arena;role\nBolig;Forum;\nPlan;Forum;{role}",
    )

    (step,) = suggest(graph).invitations
    assert (step.actor, step.role) == ("plan", word)


def test_of_arenas_that_close_as_much_the_smaller_is_chosen_then_the_one_that_meets_less():
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        arenas="name;participants_complete;meetings_per_year\nA;ja;\nB;ja;12\nC;ja;4\nD;ja;1",
        participation="actor;arena\nBolig;A\nBolig;B\nBolig;C\nBolig;D\nHjelp;D",
    )

    assert steps(graph) == [("plan", "c")]


# Units above and below


def test_a_unit_takes_the_units_that_it_is_part_of_with_it():
    """The department holds the goal too, and is represented by its team."""
    graph = lacking(
        units="name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nHelse;helse;ja;\n"
        "Team;helse;ja;Helse",
        goal_owners=sharing("Bolig", "Helse", "Team"),
    )
    plan = suggest(graph)

    assert invited(plan) == [("team", "forum")]
    assert closed(plan.invitations[0].closes)[0] == [("bolig", "helse"), ("bolig", "team")]


def test_a_unit_is_not_to_sit_in_for_the_one_above_it():
    graph = lacking(
        units="name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nHelse;helse;ja;\n"
        "Team;helse;ja;Helse",
        goal_owners=sharing("Bolig", "Helse"),
    )

    assert steps(graph) == [("helse", "forum")]


# What it costs, and how good it is


@pytest.mark.parametrize(("meetings", "hours"), [("4", 6.0), ("0,5", 0.75), ("0", 0.0), ("", None)])
def test_the_cost_is_the_meetings_of_a_year_or_not_known(meetings: str, hours: float | None):
    graph = lacking(arenas=f"name;participants_complete;meetings_per_year\nForum;ja;{meetings}")
    plan = suggest(graph, 1)

    assert plan.invitations[0].hours == hours
    assert plan.hours == (hours or 0)


def test_a_plan_says_what_is_left_after_each_step():
    plan = suggest(lacking())

    before = plan.before
    for step in plan.invitations:
        assert step.left.weight == before.weight - step.closes.weight
        before = step.left
    assert plan.left.weight == before.weight


def test_the_order_of_the_rows_does_not_matter():
    rows = FORUM.splitlines()
    shuffled = "\n".join([rows[0], "Tilsyn;ja;4", *rows[1:]])
    seats = ["Bolig;Forum", "Hjelp;Forum", "Bolig;Tilsyn"]
    graph = lacking(arenas=shuffled, participation="\n".join(["actor;arena", *seats]))
    turned = lacking(arenas=shuffled, participation="\n".join(["actor;arena", *reversed(seats)]))

    assert steps(graph) == steps(turned)
