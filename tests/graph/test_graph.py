"""The questions that every rule asks, each on a municipality written beside the answer."""

from datetime import date
from gc import collect
from weakref import ref

import networkx as nx
import pytest

from samordning_graph.graph import build as build_module
from samordning_graph.graph import contact, links, organisation, participation
from samordning_graph.graph import graph as g
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.schema.tables import Tie, Unit
from tests.helpers.tiny import TODAY, tiny, tiny_model

LINE = "name;sector;part_of\nTopp;sosial;\nMidt;bolig;Topp\nBunn;helse;Midt\nSide;plan;Topp"
TWO = "name;sector\nBolig;bolig\nRus;helse"


# Building


def test_the_graph_cannot_be_changed():
    with pytest.raises(nx.NetworkXError):
        tiny(units=TWO).add_node("mer")


def test_a_misspelt_id_is_an_error_and_no_new_node():
    graph = tiny(units=TWO)

    with pytest.raises(KeyError):
        g.row(graph, "boolig")
    assert "boolig" not in graph


def test_a_unit_and_a_target_group_may_have_the_same_id():
    graph = tiny(units="name;sector;target_groups\nEldre;helse;eldre")

    assert g.is_unit(graph, "eldre")
    assert build_module.target_group_node("eldre") in graph


def test_actors_come_by_id_units_and_external_ones_together():
    graph = tiny(units=TWO, external_actors="name;actor_type\nHusbanken;husbanken")

    assert [one.id for one in g.actors(graph)] == ["bolig", "husbanken", "rus"]
    assert not g.is_unit(graph, "husbanken")


def test_the_same_data_may_be_seen_on_two_days():
    model = tiny_model(units=TWO, links="from;to;agreement;valid_to\nBolig;Rus;Avtale;2026-06-30")

    assert links.links(build(model, AnalysisOptions(as_of=date(2026, 6, 30))))
    assert not links.links(build(model, AnalysisOptions(as_of=date(2026, 7, 1))))


def test_today_is_the_day_unless_another_is_given():
    assert g.options_of(build(tiny_model())).as_of == date.today()


# Links


def linked(rows: str, header: str = "from;to;strength", as_of: date = TODAY) -> bool:
    graph = tiny(AnalysisOptions(as_of=as_of), units=TWO, links=f"{header}\n{rows}")
    return ("bolig", "rus") in links.links(graph)


@pytest.mark.parametrize("strength", ["samarbeid", "samordning", "integrasjon", ""])
def test_cooperation_or_more_links_and_so_does_no_strength_given(strength: str):
    assert linked(f"Rus;Bolig;{strength}")


def test_to_know_of_each_other_does_not_link():
    assert not linked("Bolig;Rus;kjennskap")


def test_the_strongest_of_all_rows_of_a_pair_counts():
    assert linked("Bolig;Rus;kjennskap\nRus;Bolig;samordning")


def test_a_link_stands_once_with_all_its_rows():
    graph = tiny(units=TWO, links="from;to;strength\nRus;Bolig;samarbeid\nBolig;Rus;kjennskap")

    assert {pair: len(rows) for pair, rows in links.links(graph).items()} == {("bolig", "rus"): 2}


@pytest.mark.parametrize(
    ("valid_to", "as_of", "in_force"),
    [
        ("2026-06-30", date(2026, 6, 29), True),
        ("2026-06-30", date(2026, 6, 30), True),
        ("2026-06-30", date(2026, 7, 1), False),
        ("2026", date(2026, 12, 31), True),
        ("2026", date(2027, 1, 1), False),
        ("", date(2099, 1, 1), True),
        ("løpende", date(2099, 1, 1), True),
        ("inntil videre", date(2099, 1, 1), True),
    ],
)
def test_an_agreement_links_up_to_and_with_its_last_day(valid_to: str, as_of: date, in_force: bool):
    header = "from;to;agreement;valid_to"

    assert linked(f"Bolig;Rus;Avtale;{valid_to}", header, as_of) is in_force


def test_a_collaboration_outlives_the_agreement_in_its_row():
    header = "from;to;strength;agreement;valid_to"

    assert linked("Bolig;Rus;samarbeid;Avtale;2020-01-01", header)
    assert not linked("Bolig;Rus;kjennskap;Avtale;2020-01-01", header)


def test_one_agreement_in_force_is_enough():
    header = "from;to;agreement;valid_to"

    assert linked("Bolig;Rus;Gammel;2020-01-01\nBolig;Rus;Ny;2030-01-01", header)


@pytest.mark.parametrize(
    ("rows", "reported_by"),
    [
        ("Bolig;Rus;én part", "one"),
        ("Bolig;Rus;én part\nBolig;Rus;én part", "one"),
        ("Bolig;Rus;én part\nRus;Bolig;én part", "both"),
        ("Bolig;Rus;begge", "both"),
        ("Bolig;Rus;", None),
    ],
)
def test_reports_from_both_ends_are_a_report_by_both(rows: str, reported_by: str | None):
    graph = tiny(units=TWO, links=f"from;to;reported_by\n{rows}")
    ((_from, _to, data),) = g.ties_between(graph, "rus", "bolig", Tie.COLLABORATES_WITH)

    assert data["reported_by"] == reported_by


# Participation


def test_the_strongest_role_counts_when_an_actor_is_listed_twice():
    graph = tiny(
        units=TWO,
        arenas="name\nForum",
        participation="actor;arena;role\nBolig;Forum;observatør\nBolig;Forum;leder\n"
        "Rus;Forum;observatør\nRus;Forum;ved behov",
    )

    assert participation.participants(graph)["forum"] == {"bolig": "leader", "rus": "on_call"}


def test_members_are_those_who_lead_or_are_members_no_role_given_too():
    graph = tiny(
        units="name;sector\nA;bolig\nB;bolig\nC;bolig\nD;bolig\nE;bolig",
        arenas="name\nForum",
        participation="actor;arena;role\nE;Forum;leder\nD;Forum;medlem\nC;Forum;\n"
        "B;Forum;ved behov\nA;Forum;observatør",
    )

    assert participation.members(graph, "forum") == ["c", "d", "e"]


def test_a_unit_has_the_strongest_role_of_those_below_it_and_never_of_those_above():
    graph = tiny(
        units=LINE,
        arenas="name\nForum\nSjefer",
        participation="actor;arena;role\nBunn;Forum;medlem\nTopp;Forum;observatør\n"
        "Topp;Sjefer;leder",
    )
    roles = participation.rolled_up_roles(graph)

    assert roles["forum"] == {"bunn": "member", "midt": "member", "topp": "member"}
    assert roles["sjefer"] == {"topp": "leader"}


# The organisation


def test_above_comes_nearest_first_and_below_is_everyone_under():
    graph = tiny(units=LINE)

    assert organisation.ancestor_units(graph, "bunn") == ("midt", "topp")
    assert organisation.descendant_units(graph, "topp") == {"midt", "bunn", "side"}
    assert organisation.descendant_units(graph, "bunn") == frozenset()


def test_an_external_actor_stands_in_no_line():
    graph = tiny(external_actors="name;actor_type\nHusbanken;husbanken")

    assert organisation.ancestor_units(graph, "husbanken") == ()
    assert organisation.descendant_units(graph, "husbanken") == frozenset()


# Working arenas


def reason_set_aside(cells: str, options: AnalysisOptions | None = None) -> str | None:
    graph = tiny(
        options,
        units="name;sector\nA;bolig\nB;helse\nC;plan",
        arenas=f"name;kind;meetings_per_year;valid_to\nForum;{cells}",
        participation="actor;arena;role\nA;Forum;leder\nB;Forum;\nC;Forum;ved behov",
    )
    reason = participation.excluded_arenas(graph).get("forum")
    assert (reason is None) == (
        [one.id for one in participation.working_arenas(graph)] == ["forum"]
    )
    return reason


@pytest.mark.parametrize("kind", ["beslutning", "samordning", ""])
def test_an_arena_that_decides_or_coordinates_works_and_so_does_no_kind_given(kind: str):
    assert reason_set_aside(f"{kind};;") is None


def test_an_information_arena_is_no_working_arena():
    assert reason_set_aside("informasjon;;") == "information"


def test_an_arena_works_on_its_last_day_and_not_after():
    assert reason_set_aside(";;2026-06-30", AnalysisOptions(as_of=date(2026, 6, 30))) is None
    assert reason_set_aside(";;2026-06-30", AnalysisOptions(as_of=date(2026, 7, 1))) == "closed"


def test_only_leaders_and_members_count_for_the_size():
    assert reason_set_aside(";;", AnalysisOptions(as_of=TODAY, max_arena_size=2)) is None
    assert reason_set_aside(";;", AnalysisOptions(as_of=TODAY, max_arena_size=1)) == "large"


def test_an_arena_known_to_meet_too_seldom_is_set_aside_and_an_unknown_number_is_not():
    options = AnalysisOptions(as_of=TODAY, min_meetings=4)

    assert reason_set_aside(";3;", options) == "seldom"
    assert reason_set_aside(";4;", options) is None
    assert reason_set_aside(";;", options) is None


def test_nothing_is_too_large_or_too_seldom_unless_one_says_so():
    assert reason_set_aside(";1;") is None


# What an arena says


def test_leaders_and_members_are_lifted_to_the_units_that_they_are_part_of():
    graph = tiny(
        units=LINE,
        arenas="name\nForum\nTeam",
        participation="actor;arena;role\nBunn;Forum;leder\nSide;Forum;ved behov\nTopp;Team;",
    )

    assert participation.rolled_up_members(graph) == {
        "forum": {"bunn", "midt", "topp"},
        "team": {"topp"},
    }


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (";", False),
        ("Samordne;", True),
        (";Vedtak", True),
        ("Ingen;-", False),
        ("–;NEI", False),
        ("nei;Plan", True),
        ("Ingen skal mangle bolig;", True),
    ],
)
def test_a_mandate_or_a_basis_is_a_mandate_and_to_say_that_there_is_none_is_not(
    cells: str, expected: bool
):
    graph = tiny(arenas=f"name;mandate;basis\nForum;{cells}")

    assert participation.has_mandate(g.arena(graph, "forum")) is expected


def test_whether_an_arena_has_a_leader():
    graph = tiny(
        units=TWO,
        arenas="name\nForum\nTeam",
        participation="actor;arena;role\nBolig;Forum;\nRus;Forum;leder\nRus;Team;medlem",
    )

    assert participation.has_leader(graph, "forum")
    assert not participation.has_leader(graph, "team")


# What is not known


@pytest.mark.parametrize(
    ("complete", "anybody_listed", "is_open"),
    [
        ("nei", True, True),
        ("nei", False, True),
        ("", False, True),
        ("ukjent", False, True),
        ("", True, False),
        ("ja", True, False),
        ("ja", False, False),
    ],
)
def test_a_list_is_open_when_said_to_be_or_when_empty_and_not_complete(
    complete: str, anybody_listed: bool, is_open: bool
):
    graph = tiny(
        units=TWO,
        arenas=f"name;participants_complete\nForum;{complete}",
        participation="actor;arena\n" + ("Bolig;Forum" if anybody_listed else ""),
    )

    assert participation.has_incomplete_list(graph, g.arena(graph, "forum")) is is_open


@pytest.mark.parametrize(
    ("cell", "asked"), [("2026-01-01", True), ("ja", True), ("nei", False), ("", False)]
)
def test_an_actor_was_asked_when_there_is_a_date_or_a_yes(cell: str, asked: bool):
    graph = tiny(units=f"name;sector;surveyed\nBolig;bolig;{cell}")

    assert contact.is_surveyed(g.actor(graph, "bolig")) is asked


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
        ({"referrals": "from;to\nBolig;Rus"}, True),
        ({"goals": "name\nMål", "goal_owners": "actor;goal\nBolig;Mål"}, False),
    ],
)
def test_ties_are_participation_links_agreements_in_force_and_referrals(
    tables: dict[str, str], any_ties: bool
):
    assert contact.any_ties(tiny(units=TWO, **tables)) is any_ties


# The ties of an actor


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


# Components


def components(**tables: str) -> tuple[tuple[str, ...], ...]:
    return contact.components(tiny(**tables))


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


# Goals


def test_owning_implies_contributing():
    graph = tiny(
        units=TWO,
        goals="name\nMål",
        strategies="name\nVei",
        goal_owners="actor;goal;role\nBolig;Mål;bidragsyter\nBolig;Mål;eier\nRus;Mål;\nRus;Vei;eier",
    )

    assert organisation.goal_holders(graph)["mal"] == {"bolig": Tie.OWNS, "rus": Tie.CONTRIBUTES_TO}
    assert organisation.goals_held(graph) == {"bolig": {"mal"}, "rus": {"mal", "vei"}}


def test_the_keeper_of_the_overview_holds_no_goal():
    assert not organisation.goal_holders(tiny(units=TWO, overview="name;owner\nOversikt;Bolig"))


def test_nodes_of_a_table_come_by_id():
    assert [unit.id for unit in g.nodes(tiny(units=LINE), Unit)] == ["bunn", "midt", "side", "topp"]


def test_a_graph_that_is_no_longer_used_is_forgotten_with_its_answers():
    graph = tiny(units="name;sector\nBolig;bolig\nRus;helse")
    assert pair_engine(graph).graph is graph
    forgotten = ref(graph)
    del graph
    collect()

    assert forgotten() is None
