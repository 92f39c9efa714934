"""The answers of all gaps as a plan: what a step closes, what limits it, and what it costs."""

from itertools import combinations

import pytest
from hypothesis import given

from samordning_graph.analysis.suggest.answers import answers_of
from samordning_graph.analysis.suggest.gaps import WEIGHTS, gaps_of
from samordning_graph.analysis.suggest.plan import suggest
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.seats import LARGEST_ARENA, room
from samordning_graph.schema.duty import Requires
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
from tests.analysis.suggest.test_promises import drawn_municipalities
from tests.graph.test_duties import duty, with_duties
from tests.helpers.cases import few
from tests.rules.test_properties import graph_of


def test_who_lacks_someone_is_invited_to_where_that_one_sits():
    plan = suggest(lacking(), 1)

    (step,) = plan.invitations
    assert step.seat == ("plan", "forum", "bolig", None)
    assert step.hosts == ("bolig",)
    assert closed(step.closes) == ([("bolig", "plan")], [])
    assert closed(plan.left) == ([("bolig", "rus")], [])
    assert closed(plan.new_arenas[0].closes) == ([("plan", "rus")], [])


def test_two_who_are_invited_to_one_arena_meet_each_other():
    """Plan and Rus sit nowhere: their answer is a meeting place, which they get along the way."""
    plan = suggest(lacking())

    assert invited(plan) == [("plan", "forum"), ("rus", "forum")]
    assert closed(plan.invitations[1].closes) == ([("bolig", "rus")], [])
    assert closed(plan.along) == ([("plan", "rus")], [])
    assert plan.new_arenas == ()
    assert not plan.left


def test_there_are_no_more_seats_than_are_asked_for_nor_than_are_of_use():
    assert len(steps(lacking(), 1)) == 1
    assert suggest(lacking(), 1).seats_left_out == 1
    assert len(steps(lacking(), 50)) == 2
    assert suggest(lacking(), 50).seats_left_out == 0


@few
@given(drawn_municipalities())
def test_no_other_choice_of_as_many_answers_closes_more(drawn):
    tables, options, most = drawn
    graph = graph_of(tables, options)
    gaps = gaps_of(graph)
    answers = answers_of(graph, gaps)
    offered = {seat: answers.weight(seat, gaps) for seat in answers.seats}
    best = max(
        sum(offered[seat] for seat in chosen)
        for number in range(min(most, len(offered)) + 1)
        for chosen in combinations(list(offered)[:12], number)
        if all(
            sum(arena == other for _guest, other in chosen) <= room(graph, arena)
            for _guest, arena in chosen
        )
    )

    chosen = suggest(graph, most).seats
    weight = sum(step.closes.weight for step in chosen)
    assert weight >= best
    assert len(offered) > 12 or weight == best
    assert all(step.closes.weight == offered[step.seat[:2]] for step in chosen)


# Agreements and memberships


def test_an_agreement_that_lapsed_is_renewed():
    plan = suggest(
        lacking(
            goal_owners=sharing("Bolig", "Plan"),
            links="from;to;agreement;valid_to\nPlan;Bolig;Gammel;2024-12-31\nBolig;Plan;Ny;2025-12-31",
        )
    )

    assert plan.seats == ()
    (step,) = plan.renewals
    assert (step.lapsed.agreement, step.between) == ("Ny", ("bolig", "plan"))
    assert closed(step.closes) == ([("bolig", "plan")], [])
    assert not plan.left


def test_the_agreement_of_a_unit_below_is_renewed_by_that_unit():
    plan = suggest(
        lacking(
            units="name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nPlan;plan;ja;\n"
            "Team;plan;ja;Plan",
            goal_owners=sharing("Bolig", "Plan"),
            links="from;to;agreement;valid_to\nBolig;Team;Avtale;2025-12-31",
        )
    )

    (step,) = plan.renewals
    assert step.between == ("bolig", "team")
    assert closed(step.closes)[0] == [("bolig", "plan")]


@pytest.mark.parametrize(("role", "word"), [("ved behov", "on_call"), ("observatør", "observer")])
def test_who_is_only_on_the_edge_of_an_arena_can_become_a_member(role: str, word: str):
    graph = lacking(
        goal_owners=sharing("Bolig", "Plan"),
        participation=f"actor;arena;role\nBolig;Forum;\nPlan;Forum;{role}",
    )
    plan = suggest(graph)

    (step,) = plan.memberships
    assert (step.seat.guest, step.seat.role) == ("plan", word)
    assert plan.invitations == ()


def test_without_gaps_nobody_is_invited():
    assert suggest(lacking(goal_owners=sharing("Bolig"))).invitations == ()


def test_nothing_is_suggested_where_nothing_was_filled_in():
    plan = suggest(
        lacking(participation="actor;arena", units="name;sector\nBolig;bolig\nPlan;plan\nRus;helse")
    )

    assert not plan.before
    assert plan.not_assessed == (0, 0)
    assert plan.steps == ()


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
    assert (step.seat.guest, closed(step.closes)) == ("bolig", ([("bolig", "helse")], ["plikt"]))


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


def test_what_is_accepted_is_counted():
    graph = lacking(
        local_requirements="actor_a;actor_b;reason\nBolig;Plan;Avtalt",
        accepted_gaps="code;subject;related;reason\nLINK01;local-bolig-plan;;Nok\n;Plan;Rus;Nok",
    )

    assert suggest(lacking()).accepted == (0, 0)
    assert suggest(graph).accepted == (1, 1)
    assert len(suggest(graph).before.pairs()) == 2


def test_a_duty_that_is_not_verified_drives_no_step():
    def plan_with(*, verified: bool):
        return suggest(
            with_duties(
                duty(verified=verified),
                units=units("Bolig bolig"),
                external_actors="name;actor_type;surveyed\nFengsel;fengsel;ja",
                arenas=FORUM,
                participation="actor;arena\nFengsel;Forum",
            )
        )

    assert invited(plan_with(verified=True)) == [("bolig", "forum")]
    assert not plan_with(verified=False).before
    assert plan_with(verified=False).steps == ()


def test_a_duty_that_asks_for_an_agreement_is_closed_by_renewing_one_only():
    def plan_with(**tables: str):
        return suggest(
            with_duties(
                duty(requires=Requires.AGREEMENT),
                units=units("Bolig bolig", "Hjelp stab"),
                external_actors="name;actor_type;surveyed\nFengsel;fengsel;ja",
                arenas=FORUM,
                participation="actor;arena\nFengsel;Forum",
                **tables,
            )
        )

    never = plan_with(links="from;to;agreement\nBolig;Hjelp;nei")
    lapsed = plan_with(links="from;to;agreement;valid_to\nBolig;Fengsel;Avtale;2025-12-31")
    assert (never.steps, closed(never.left)) == ((), ([], ["plikt"]))
    assert [closed(step.closes) for step in lapsed.renewals] == [([], ["plikt"])]


# What limits it


def test_no_arena_grows_beyond_the_limit():
    assert steps(lacking(limited(2))) == []
    assert steps(lacking(limited(3))) == [("plan", "forum")]
    assert steps(lacking(limited(4))) == [("plan", "forum"), ("rus", "forum")]


def test_without_a_limit_a_large_arena_is_not_filled_up_further():
    crowd = [f"Enhet{i} stab" for i in range(LARGEST_ARENA - 2)]
    seats = "\n".join(
        ["actor;arena", "Bolig;Forum", *(f"{unit.split()[0]};Forum" for unit in crowd)]
    )
    all_units = units("Bolig bolig", "Plan plan", "Rus helse", *crowd)

    assert steps(lacking(participation=seats, units=all_units)) == [("plan", "forum")]


def test_the_heavier_step_comes_first():
    graph = lacking(
        referrals="from;to\nHjelp;Rus",
        local_requirements="actor_a;actor_b;reason\nBolig;Rus;Avtalt",
    )

    assert invited(suggest(graph)) == [("rus", "forum"), ("plan", "forum")]
    assert [step.closes.weight for step in suggest(graph).invitations] == [
        WEIGHTS[Basis.LOCAL] + WEIGHTS[Basis.RECOMMENDED],
        WEIGHTS[Basis.RECOMMENDED],
    ]


# Units above and below


def test_a_unit_brings_the_units_above_it_along():
    """The department holds the goal too, and is represented by its team."""
    graph = lacking(
        units="name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nHelse;helse;ja;\n"
        "Team;helse;ja;Helse",
        goal_owners=sharing("Bolig", "Helse", "Team"),
    )
    plan = suggest(graph, 1)

    assert invited(plan) == [("team", "forum")]
    assert closed(plan.invitations[0].closes)[0] == [("bolig", "team")]
    assert closed(plan.along)[0] == [("bolig", "helse")]
    assert plan.seats_left_out == 0


def test_a_unit_is_not_to_sit_in_for_the_one_above_it():
    graph = lacking(
        units="name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nHelse;helse;ja;\n"
        "Team;helse;ja;Helse",
        goal_owners=sharing("Bolig", "Helse"),
    )

    assert steps(graph) == [("helse", "forum")]


# What it costs, and what is left


@pytest.mark.parametrize(("meetings", "hours"), [("4", 6.0), ("0,5", 0.75), ("0", 0.0), ("", None)])
def test_the_cost_is_the_meetings_of_a_year_or_not_known(meetings: str, hours: float | None):
    graph = lacking(arenas=f"name;participants_complete;meetings_per_year\nForum;ja;{meetings}")
    plan = suggest(graph, 1)

    assert plan.invitations[0].hours == hours
    assert plan.hours == (hours or 0)


def test_what_is_left_is_what_no_step_closes():
    plan = suggest(lacking(), 1)

    assert plan.left.weight == plan.before.weight - sum(step.closes.weight for step in plan.steps)
    assert not plan.along


def test_the_order_of_the_rows_does_not_matter():
    rows = FORUM.splitlines()
    shuffled = "\n".join([rows[0], "Tilsyn;ja;4", *rows[1:]])
    seats = ["Bolig;Forum", "Hjelp;Forum", "Bolig;Tilsyn"]
    graph = lacking(arenas=shuffled, participation="\n".join(["actor;arena", *seats]))
    turned = lacking(arenas=shuffled, participation="\n".join(["actor;arena", *reversed(seats)]))

    assert steps(graph) == steps(turned)
