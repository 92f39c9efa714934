"""The ties of an actor, whether they may be incomplete, and the groups that ties make."""

import networkx as nx
import pytest

from samordning_graph.graph import contact
from samordning_graph.graph.graph import AnalysisOptions
from tests.helpers.tiny import TODAY, tiny

TWO = "name;sector\nBolig;bolig\nRus;helse"
LINE = "name;sector;part_of\nTopp;sosial;\nMidt;bolig;Topp\nBunn;helse;Midt\nSide;plan;Topp"


# Ties that may be incomplete


def open_ties(units: str, arenas: str, participation: str = "") -> set[str]:
    graph = tiny(
        units=f"name;sector;part_of;surveyed\n{units}",
        arenas=f"name;kind;participants_complete\n{arenas}",
        participation=f"actor;arena;role\n{participation}",
    )
    return set(contact.actors_with_incomplete_ties(graph))


def test_ties_are_open_for_those_not_asked_and_not_on_an_open_list():
    units = "A;bolig;;\nB;bolig;;ja\nC;bolig;;\nD;bolig;;nei"

    assert open_ties(units, "Forum;;nei", "C;Forum;observatør") == {"a", "d"}


def test_a_unit_below_on_the_list_closes_the_ties_of_those_above_not_the_other_way():
    units = "Topp;bolig;;\nBunn;bolig;Topp;"

    assert open_ties(units, "Forum;;nei", "Bunn;Forum;") == set()
    assert open_ties(units, "Forum;;nei", "Topp;Forum;") == {"bunn"}


def test_being_on_one_of_two_open_lists_leaves_the_ties_open():
    assert open_ties("A;bolig;;", "Forum;;nei\nTeam;;nei", "A;Forum;") == {"a"}


def test_neither_a_silent_list_nor_that_of_an_information_arena_opens_ties():
    assert open_ties("A;bolig;;\nB;bolig;;", "Forum;;", "B;Forum;") == set()
    assert open_ties("A;bolig;;", "Allmøte;informasjon;nei") == set()


# The ties of an actor


@pytest.mark.parametrize(
    ("tables", "any_ties"),
    [
        ({}, False),
        (
            {"arenas": "name\nForum", "participation": "actor;arena;role\nRus;Forum;observatør"},
            True,
        ),
        ({"links": "from;to;strength\nBolig;Rus;samarbeid"}, True),
        ({"links": "from;to;agreement\nBolig;Rus;Avtale"}, True),
        ({"links": "from;to;agreement;valid_to\nBolig;Rus;Avtale;2020"}, False),
        ({"links": "from;to;strength\nBolig;Rus;kjennskap"}, True),
        ({"links": "from;to;strength\nBolig;Rus;ingen kontakt"}, False),
        ({"referrals": "from;to\nBolig;Rus"}, True),
        ({"goals": "name\nMål", "goal_owners": "actor;goal\nBolig;Mål"}, False),
    ],
)
def test_ties_are_participation_links_agreements_in_force_and_referrals(
    tables: dict[str, str], any_ties: bool
):
    assert contact.has_any_ties(tiny(units=TWO, **tables)) is any_ties


def test_the_ties_of_those_below_count_and_never_those_of_those_above():
    graph = tiny(
        units=LINE,
        external_actors="name;actor_type\nHusbanken;husbanken\nPoliti;politi",
        links="from;to;strength\nBunn;Husbanken;samarbeid\nPoliti;Topp;kjennskap",
        referrals="from;to\nSide;Bunn",
    )
    ties = contact.actor_ties(graph)

    assert ties["midt"].linked == {"husbanken"}
    assert ties["midt"].referrals == {"side"}
    assert ties["topp"].acquainted == {"politi"}
    assert not ties["midt"].acquainted
    assert ties["husbanken"].linked == {"bunn"}


def test_an_actor_without_ties_has_none():
    ties = contact.actor_ties(
        tiny(units=LINE, links="from;to;agreement;valid_to\nBunn;Side;X;2020")
    )

    assert not any(ties.values())


def test_to_have_no_contact_is_no_tie():
    ties = contact.actor_ties(tiny(units=LINE, links="from;to;strength\nBunn;Side;ingen kontakt"))

    assert not any(ties.values())


def test_a_link_that_nobody_confirms_is_an_acquaintance_where_only_confirmed_ones_link():
    options = AnalysisOptions(as_of=TODAY, links="confirmed")
    ties = contact.actor_ties(tiny(options, units=TWO, links="from;to\nBolig;Rus"))

    assert ties["bolig"].acquainted == {"rus"}
    assert not ties["bolig"].linked


# Components


def components(**tables: str) -> tuple[tuple[str, ...], ...]:
    return contact.actor_components(tiny(**tables))


def test_a_group_hangs_together_through_working_arenas_and_links():
    assert components(
        units="name;sector\nA;bolig\nB;helse\nC;plan\nD;plan",
        arenas="name\nForum",
        participation="actor;arena\nA;Forum\nB;Forum",
        links="from;to\nB;C",
    ) == (("a", "b", "c"), ("d",))


def test_the_organisation_information_and_loose_ties_join_nothing():
    graph = components(
        units="name;sector;part_of\nA;bolig;\nB;bolig;A\nC;helse;\nD;plan;\nE;plan;",
        arenas="name;kind\nAllmøte;informasjon\nForum;",
        participation="actor;arena;role\nA;Allmøte;\nC;Allmøte;\nD;Forum;\nE;Forum;ved behov",
        links="from;to;strength\nA;C;kjennskap",
        referrals="from;to\nD;A",
    )

    assert [len(group) for group in graph] == [1] * 5


def test_what_ties_actors_together_are_seats_in_working_arenas_and_links():
    tied = contact.component_graph(
        tiny(
            units="name;sector\nA;bolig\nB;helse\nC;plan\nD;plan",
            arenas="name;kind\nForum;\nTomt;\nAllmøte;informasjon",
            participation="actor;arena;role\nA;Forum;\nB;Forum;ved behov\nA;Allmøte;",
            links="from;to\nC;B",
        )
    )

    assert set(tied) == {"a", "b", "c", "d", "forum"}
    assert {frozenset(tie) for tie in tied.edges} == {
        frozenset({"a", "forum"}),
        frozenset({"b", "c"}),
    }
    with pytest.raises(nx.NetworkXError):
        tied.add_edge("a", "d")


def test_of_groups_of_one_size_the_one_with_the_smallest_id_is_the_main_one():
    units = "name;sector\nD;bolig\nC;bolig\nB;bolig\nA;bolig"

    assert components(units=units, links="from;to\nB;D\nC;A") == (("a", "c"), ("b", "d"))
