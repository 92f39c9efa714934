"""The possible next step for two who do not meet: an arena that makes sense for the guest."""

from samordning_graph.common.locale import in_language
from samordning_graph.graph.excluded_ties import excluded_ties
from samordning_graph.rules.next_step import invitation, next_step
from tests.helpers.tiny import tiny

UNITS = "id;name;sector;target_groups\nb;Bolig;bolig;\nf;Fengselsteam;sosial;lost-fra-fengsel"


def step(arenas: str) -> str:
    names = [line.partition(";")[0] for line in arenas.splitlines()[1:]]
    seats = "\n".join(f"b;{arena}" for arena in names)
    graph = tiny(units=UNITS, arenas=arenas, participation=f"actor;arena\n{seats}")
    with in_language("en"):
        return invitation(graph, "b", "f")


def test_the_smallest_arena_of_one_is_proposed_to_the_other():
    assert "Fengselsteam" in step("name\nForum")
    assert "Forum" in step("name\nForum\nMøte").partition(", where")[0]


def test_an_arena_for_others_comes_last():
    arenas = "name;target_groups\nBosetting;flyktninger\nForum;\nLøslatelse;lost-fra-fengsel"

    assert "to Forum" in step(arenas)
    assert "to Bosetting" in step("name;target_groups\nBosetting;flyktninger")
    assert "to Løslatelse" in step(arenas.replace("Forum;", "Forum;eldre"))


def test_without_an_arena_they_can_agree_on_a_meeting_place():
    assert "meeting place" in step("name")


def after(**tables: str) -> str:
    graph = tiny(units=UNITS, **tables)
    with in_language("en"):
        return next_step(graph, "b", "f", excluded_ties(graph, ["b"], ["f"]))


def test_the_newest_lapsed_agreement_is_renewed_before_anything_else():
    step = after(
        arenas="name\nForum",
        participation="actor;arena;role\nb;Forum;leder\nf;Forum;observatør",
        links="from;to;agreement;valid_to\nb;f;Gammel;2019-12-31\nb;f;Ny;2025-12-31",
    )
    assert "«Ny»" in step
    assert "2025-12-31" in step
    assert "renewed" in step


def test_whoever_is_on_call_becomes_a_member_before_an_invitation_elsewhere():
    step = after(
        arenas="name\nForum\nMøte",
        participation="actor;arena;role\nb;Forum;leder\nf;Forum;ved behov\nb;Møte;",
    )
    assert step.startswith("Fengselsteam can become a member of Forum")


def test_an_information_arena_or_an_acquaintance_leaves_the_invitation():
    step = after(
        arenas="name;kind\nFagdagen;informasjon\nForum;",
        participation="actor;arena\nb;Fagdagen\nf;Fagdagen\nb;Forum",
        links="from;to;strength\nb;f;kjennskap",
    )
    assert step == "Fengselsteam can be invited to Forum, where Bolig already takes part."
