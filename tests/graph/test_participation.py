"""Who takes part in which arena, which arenas are working arenas, and what an arena has."""

from datetime import date

import pytest

from samordning_graph.graph import graph as g
from samordning_graph.graph import participation
from samordning_graph.graph.graph import AnalysisOptions
from tests.helpers.tiny import TODAY, tiny

TWO = "name;sector\nBolig;bolig\nRus;helse"
LINE = "name;sector;part_of\nTopp;sosial;\nMidt;bolig;Topp\nBunn;helse;Midt\nSide;plan;Topp"


# Roles


def test_the_strongest_role_counts_when_an_actor_is_listed_twice():
    graph = tiny(
        units=TWO,
        arenas="name\nForum",
        participation="actor;arena;role\nBolig;Forum;observatør\nBolig;Forum;leder\n"
        "Rus;Forum;observatør\nRus;Forum;ved behov",
    )

    assert participation.roles_by_arena(graph)["forum"] == {"bolig": "leader", "rus": "on_call"}


def test_members_are_those_who_lead_or_are_members_no_role_given_too():
    graph = tiny(
        units="name;sector\nA;bolig\nB;bolig\nC;bolig\nD;bolig\nE;bolig",
        arenas="name\nForum",
        participation="actor;arena;role\nE;Forum;leder\nD;Forum;medlem\nC;Forum;\n"
        "B;Forum;ved behov\nA;Forum;observatør",
    )

    assert participation.arena_members(graph, "forum") == ["c", "d", "e"]


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
        [arena.id for arena in participation.working_arenas(graph)] == ["forum"]
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


# What an arena has


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

    assert participation.has_incomplete_list(graph, g.get_arena(graph, "forum")) is is_open


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (";", None),
        ("nei;", None),
        (";-", None),
        ("Samordne;", True),
        (";Vedtak", True),
        ("Ingen;-", False),
        ("–;NEI", False),
        ("nei;Plan", True),
        ("Ingen skal mangle bolig;", True),
    ],
)
def test_a_mandate_or_a_basis_is_a_mandate_and_an_empty_cell_is_no_answer(
    cells: str, expected: bool | None
):
    graph = tiny(arenas=f"name;mandate;basis\nForum;{cells}")

    assert participation.has_mandate(g.get_arena(graph, "forum")) is expected


def test_whether_an_arena_has_a_leader():
    graph = tiny(
        units=TWO,
        arenas="name\nForum\nTeam",
        participation="actor;arena;role\nBolig;Forum;\nRus;Forum;leder\nRus;Team;medlem",
    )

    assert participation.has_leader(graph, "forum")
    assert not participation.has_leader(graph, "team")


@pytest.mark.parametrize(
    ("complete", "roles", "lacks"),
    [
        ("ja", "medlem;leder", True),
        ("", "medlem;leder", True),
        ("nei", "medlem;leder", False),  # the leader may be missing from the list
        ("ja", "leder;leder", False),
        ("ja", "medlem;medlem", False),  # nobody has filled in who leads what
    ],
)
def test_an_arena_lacks_a_leader_only_where_the_data_say_so(complete: str, roles: str, lacks: bool):
    first, second = roles.split(";")
    graph = tiny(
        units="name;sector\nA;stab",
        arenas=f"name;participants_complete\nEn;{complete}\nTo;ja",
        participation=f"actor;arena;role\nA;En;{first}\nA;To;{second}",
    )

    assert participation.lacks_leader(graph, g.get_arena(graph, "en")) is lacks
