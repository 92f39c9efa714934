"""New arenas: only for those whom no arena can gather, about what they have in common."""

import pytest

from samordning_graph.analysis.suggest.new_arena import MAX_NEW_ARENAS, NewArena
from samordning_graph.analysis.suggest.plan import suggest
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph
from tests.analysis.suggest.samples import FORUM, closed, lacking, limited, sharing, units
from tests.graph.test_duties import duty, with_duties
from tests.helpers.tiny import tiny

APART = {
    "units": units("Bolig bolig", "Hjelp stab", "Plan plan", "Rus helse", "Skole oppvekst"),
    "participation": "actor;arena\nHjelp;Forum",
}
"""Nobody but Hjelp, who shares no goal, sits in the forum."""


def proposed(graph: Graph) -> list[NewArena]:
    plan = suggest(graph)
    assert plan.seats == ()
    return list(plan.new_arenas)


def test_those_who_share_a_goal_and_sit_nowhere_are_gathered_about_it():
    (step,) = proposed(lacking(**APART))

    assert (step.theme.ground, step.theme.about) == (Ground.GOAL, "raskere-bosetting")
    assert step.members == ("bolig", "plan", "rus")
    assert closed(step.closes)[0] == [("bolig", "plan"), ("bolig", "rus"), ("plan", "rus")]


def test_a_gap_that_has_a_seat_is_not_part_of_a_new_arena():
    (arena,) = suggest(lacking(), 1).new_arenas

    assert arena.members == ("plan", "rus")
    assert closed(arena.closes)[0] == [("plan", "rus")]


def test_who_sits_in_a_full_arena_only_is():
    graph = lacking(limited(1), **APART | {"participation": "actor;arena\nBolig;Forum"})

    assert suggest(graph).steps == ()  # nor is there room for two
    graph = lacking(
        limited(2), **APART | {"participation": "actor;arena\nBolig;Forum\nHjelp;Forum"}
    )
    assert [step.members for step in proposed(graph)] == [("bolig", "plan")]


def test_it_grows_no_larger_than_an_arena_may_and_there_is_one_for_each_goal():
    plan = suggest(lacking(limited(2), **APART))
    (step,) = plan.new_arenas

    assert len(step.members) == 2
    assert len(plan.left.pairs()) == 2


def test_one_shared_target_group_is_no_reason_for_a_new_arena_but_three_are():
    def serving(*names: str) -> Graph:
        rows = (f"{name};{sector};ja;eldre" for name, sector in (text.split() for text in names))
        return lacking(
            units="\n".join(["name;sector;surveyed;target_groups", "Hjelp;stab;ja;", *rows]),
            goal_owners="actor;goal",
            participation="actor;arena\nHjelp;Forum",
        )

    assert proposed(serving("Bolig bolig", "Rus helse")) == []
    (step,) = proposed(serving("Bolig bolig", "Rus helse", "Plan plan"))
    assert (step.theme.ground, step.theme.about) == (Ground.TARGET_GROUP, "eldre")


def test_other_target_groups_are_nothing_to_gather_about():
    graph = lacking(
        units="name;sector;surveyed;target_groups\nHjelp;stab;ja;\nBolig;bolig;ja;annet\n"
        "Rus;helse;ja;annet\nPlan;plan;ja;annet",
        goal_owners="actor;goal",
        participation="actor;arena\nHjelp;Forum",
    )

    assert proposed(graph) == []


def test_a_requirement_and_a_referral_can_be_what_it_is_about():
    required = lacking(
        **APART,
        goal_owners="actor;goal",
        local_requirements="actor_a;actor_b;reason\nBolig;Plan;Avtalt",
    )
    referred = lacking(**APART, goal_owners="actor;goal", referrals="from;to\nRus;Bolig")

    (step,) = proposed(required)
    assert (step.theme.about, step.members) == ("local-bolig-plan", ("bolig", "plan"))
    assert closed(step.closes)[1] == ["local-bolig-plan"]
    (step,) = proposed(referred)
    assert (step.theme.ground, step.members) == (Ground.REFERRAL, ("bolig", "rus"))


def test_what_gathers_most_comes_first_and_there_are_only_a_few():
    names = [f"{letter}{i}" for letter in "abcde" for i in (1, 2)]
    sectors = ("bolig", "helse") * 5
    graph = lacking(
        units=units(
            "Hjelp stab", "a3 plan", *(f"{n} {s}" for n, s in zip(names, sectors, strict=True))
        ),
        goals="name\n" + "\n".join("abcde"),
        goal_owners="actor;goal\na3;a\n" + "\n".join(f"{actor};{actor[0]}" for actor in names),
        participation="actor;arena\nHjelp;Forum",
    )
    steps = proposed(graph)

    assert [step.theme.about for step in steps] == ["a", "b", "c"]
    assert len(steps) == MAX_NEW_ARENAS


def test_nobody_is_a_member_who_adds_nothing():
    """Rus works with all three already; what it lacks is the school, which has another goal."""
    graph = lacking(
        units=APART["units"] + "\nBygg;eiendom;ja",
        participation=APART["participation"],
        goal_owners=sharing("Bolig", "Bygg", "Plan", "Rus"),
        links="from;to\nBolig;Rus\nBygg;Rus\nPlan;Rus",
        referrals="from;to\nRus;Skole",
    )

    assert [step.members for step in proposed(graph)] == [
        ("bolig", "bygg", "plan"),
        ("rus", "skole"),
    ]


def test_a_unit_above_takes_part_through_the_one_below_it():
    (step,) = proposed(
        lacking(
            units="name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nHelse;helse;ja;\n"
            "Team;helse;ja;Helse",
            goal_owners=sharing("Bolig", "Helse", "Team"),
            participation="actor;arena\nHjelp;Forum",
        )
    )

    assert step.members == ("bolig", "team")
    assert closed(step.closes)[0] == [("bolig", "helse"), ("bolig", "team")]


def test_of_a_duty_two_are_enough():
    graph = with_duties(
        duty(),
        units=units("Bolig bolig", "Bo bolig", "Hjelp stab"),
        external_actors="name;actor_type;surveyed\nFengsel;fengsel;ja",
        arenas=FORUM,
        participation="actor;arena\nHjelp;Forum",
    )
    (step,) = proposed(graph)

    assert step.members == ("bo", "fengsel")


@pytest.mark.parametrize(
    ("above", "level"),
    [("Team;plan;ja;Plan", "operational"), ("Team;plan;ja;Plan\nLag;bolig;ja;Bolig", "strategic")],
)
def test_it_is_strategic_when_all_of_its_units_lead_others(above: str, level: str):
    graph = lacking(
        units=f"name;sector;surveyed;part_of\nBolig;bolig;ja;\nHjelp;stab;ja;\nPlan;plan;ja;\n{above}",
        goal_owners=sharing("Bolig", "Plan"),
        participation="actor;arena\nHjelp;Forum",
    )
    (step,) = proposed(graph)

    assert step.level == level


def test_a_municipality_without_arenas_begins_with_one():
    graph = tiny(
        limited(None),
        units=units("Bolig bolig", "Plan plan", "Rus helse"),
        goals="name\nMål",
        goal_owners=sharing("Bolig", "Plan", goal="Mål"),
        referrals="from;to\nRus;Bolig",
    )

    assert [step.members for step in proposed(graph)] == [("bolig", "plan"), ("bolig", "rus")]
