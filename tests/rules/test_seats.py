"""Where a guest belongs: what keeps it out, and which of several seats is the better one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import AnalysisOptions, get_actor
from samordning_graph.rules.next_step import partners_of
from samordning_graph.rules.seats import LARGEST_ARENA, is_bound, room, seating
from tests.helpers.cases import few
from tests.helpers.tiny import TODAY, tiny
from tests.rules.test_properties import graph_of, municipalities

UNITS = "id;name;sector\nb;Bolig;bolig\ng;Gjest;plan"


def seat(graph, first: str = "b", second: str = "g") -> tuple[str, str] | None:
    found = seating(graph).best(partners_of(graph, first, second))
    return found and (found.guest, found.arena)


def offered(header: str, *arenas: str, units: str = UNITS, **tables: str) -> str | None:
    """Return the arena to which the guest is invited; Bolig sits in all of them."""
    rows = [f"a{number};A{number};{cells}" for number, cells in enumerate(arenas, start=1)]
    graph = tiny(
        **{
            "units": units,
            "arenas": "\n".join([f"id;name;{header}", *rows]),
            "participation": "\n".join(
                ["actor;arena", *(f"b;a{number}" for number in range(1, len(rows) + 1))]
            ),
            **tables,
        }
    )
    found = seat(graph)
    assert found is None or found[0] == "g"
    return found and found[1]


# What keeps a guest out


@pytest.mark.parametrize(
    ("header", "cells", "is_offered"),
    [
        ("kind", "beslutning", False),
        ("kind", "samordning", True),
        ("kind", "", True),
        ("kind", "informasjon", False),  # no working arena
        ("kind;decision_authority", ";ja", False),
        ("kind;decision_authority", ";nei", True),
        ("kind;decision_authority", ";", True),
        ("kind;decision_authority", "samordning;ja", True),
        ("case_level", "enkeltsaker", False),
        ("case_level", "begge", True),
        ("case_level", "system", True),
        ("case_level", "", True),
        # An operational arena that may decide on dwellings is one for single cases.
        ("level;tasks;kind;decision_authority", "operativ;skaffe;samordning;ja", False),
        ("level;tasks;kind;decision_authority", "taktisk;skaffe;samordning;ja", True),
        ("level;tasks;kind;decision_authority", ";skaffe;samordning;ja", True),
        ("level;tasks;kind;decision_authority", "operativ;beholde;samordning;ja", True),
        ("level;tasks;kind;decision_authority", "operativ;skaffe;samordning;nei", True),
        ("level;tasks;kind;decision_authority", "operativ;;samordning;ja", True),
        (
            "level;tasks;kind;decision_authority;case_level",
            "operativ;skaffe;samordning;ja;system",
            True,
        ),
    ],
)
def test_nobody_joins_an_arena_that_decides_or_takes_single_cases_only(
    header: str, cells: str, is_offered: bool
):
    assert (offered(header, cells) == "a1") is is_offered


def test_nor_a_political_body():
    graph = tiny(
        units=UNITS,
        arenas="name\nFormannskapet\nForum",
        participation="actor;arena\nb;Formannskapet\ng;Forum",
    )
    assert seat(graph) == ("b", "forum")


@pytest.mark.parametrize(
    ("of_arena", "of_guest", "is_offered"),
    [
        ("flyktninger", "lost-fra-fengsel", False),
        ("flyktninger", "flyktninger", True),
        ("flyktninger", "", True),
        ("", "lost-fra-fengsel", True),
        ("annet", "lost-fra-fengsel", True),
        ("flyktninger", "annet", True),
    ],
)
def test_nor_one_for_target_groups_that_it_is_known_not_to_serve(
    of_arena: str, of_guest: str, is_offered: bool
):
    units = f"id;name;sector;target_groups\nb;Bolig;bolig;\ng;Gjest;plan;{of_guest}"
    assert (offered("target_groups", of_arena, units=units) == "a1") is is_offered


@pytest.mark.parametrize(
    ("level", "actor_type", "is_offered"),
    [
        ("taktisk", "husbanken", False),
        ("operativ", "husbanken", False),
        ("strategisk", "husbanken", True),
        ("", "husbanken", True),
        ("operativ", "fengsel", True),
    ],
)
def test_a_national_body_is_no_guest_below_the_strategic_level(
    level: str, actor_type: str, is_offered: bool
):
    arena = offered(
        "level",
        level,
        units="id;name;sector\nb;Bolig;bolig",
        external_actors=f"id;name;actor_type\ng;Gjest;{actor_type}",
    )
    assert (arena == "a1") is is_offered


LINE = (
    "id;name;sector;part_of\nb;Bolig;bolig;\no;Område;plan;\ng;Gjest;plan;o\nt;Team;plan;g"
    "\nu;Underteam;plan;t"
)


@pytest.mark.parametrize(
    ("level", "units", "is_offered"),
    [
        ("strategisk", LINE.partition("\nt;")[0], False),  # part of another, leads nobody
        ("strategisk", LINE, True),
        ("strategisk", UNITS, True),  # nothing is known of its place
        ("", LINE.partition("\nt;")[0], True),
        ("operativ", LINE, False),  # leads one that leads
        ("operativ", LINE.partition("\nu;")[0], True),
        ("operativ", UNITS.replace("plan", "stab"), False),
        ("taktisk", UNITS.replace("plan", "stab"), True),
        ("", UNITS.replace("plan", "stab"), True),
    ],
)
def test_nor_one_of_another_level(level: str, units: str, is_offered: bool):
    assert (offered("level", level, units=units) == "a1") is is_offered


def test_whoever_is_on_its_edge_already_belongs_there():
    graph = tiny(
        units="id;name;sector;target_groups\nb;Bolig;bolig;\ng;Gjest;plan;eldre",
        arenas="name;target_groups\nForum;flyktninger",
        participation="actor;arena;role\nb;Forum;\ng;Forum;ved behov",
    )
    assert seat(graph) == ("g", "forum")


def test_an_arena_that_is_full_has_no_seat():
    def crowded(members: int, size: int | None = None) -> tuple[str, str] | None:
        crowd = [f"m{number}" for number in range(members - 1)]
        graph = tiny(
            AnalysisOptions(as_of=TODAY, max_arena_size=size),
            units="\n".join([UNITS, *(f"{name};{name.upper()};stab" for name in crowd)]),
            arenas="name\nForum",
            participation="\n".join(["actor;arena", *(f"{name};Forum" for name in ("b", *crowd))]),
        )
        assert room(graph, "forum") == max(0, (size or LARGEST_ARENA) - members)
        return seat(graph)

    assert crowded(LARGEST_ARENA - 1) == ("g", "forum")
    assert crowded(LARGEST_ARENA) is None
    assert crowded(2, 3) == ("g", "forum")
    assert crowded(3, 3) is None


def test_where_both_or_neither_take_part_there_is_no_seat():
    def with_seats(*seats: str) -> tuple[str, str] | None:
        return seat(
            tiny(
                units=f"{UNITS}\nt;Team;plan".replace("sector", "sector;part_of")
                .replace("bolig", "bolig;")
                .replace("Gjest;plan", "Gjest;plan;")
                .replace("Team;plan", "Team;plan;g"),
                arenas="name\nForum",
                participation="\n".join(["actor;arena;role", *seats]),
            )
        )

    assert with_seats() is None
    assert with_seats("b;Forum;", "g;Forum;") is None
    assert with_seats("b;Forum;", "t;Forum;") is None  # the unit below counts
    assert with_seats("b;Forum;observatør") is None
    assert with_seats("t;Forum;") == ("b", "forum")


# Which of several seats is the better one: the second arena, by one thing alone


@pytest.mark.parametrize(
    ("header", "worse", "better"),
    [
        ("case_level", "begge", "system"),
        ("case_level", "begge", ""),
        ("mandate;basis", "nei;nei", ";"),
        ("mandate;basis", "nei;nei", "Følger planen;"),
        ("meetings_per_year", "", "12"),
        ("meetings_per_year", "12", "4"),
    ],
)
def test_the_arena_that_fits_better_is_chosen(header: str, worse: str, better: str):
    assert offered(header, worse, better) == "a2"
    assert offered(header, worse, worse) == "a1"
    assert offered(header, worse) == "a1"


def test_who_has_one_of_its_tasks_is_invited_before_who_has_none():
    units = "id;name;sector;tasks\nb;Bolig;bolig;\ng;Gjest;plan;forebygge"

    assert offered("tasks", "skaffe", "forebygge", units=units) == "a2"
    assert offered("tasks", "skaffe", "", units=units) == "a2"
    assert offered("tasks", "skaffe", "forebygge", units=units.replace("forebygge", "")) == "a1"


def test_an_arena_for_some_target_groups_comes_after_one_for_all_where_the_guest_says_none():
    """A shelter is not sent to the intake of the elderly because it left a cell empty."""
    arenas = ("eldre", "")

    serving = "id;name;sector;target_groups\nb;Bolig;bolig;\ng;Gjest;plan;eldre"

    assert offered("target_groups", *arenas) == "a2"
    assert offered("target_groups", *arenas, units=serving) == "a1"


def test_who_is_bound_comes_last_to_an_operational_arena_that_may_take_single_cases():
    bound = UNITS.replace("Gjest;plan", "Barneverntjenesten;oppvekst")
    arenas = ("operativ;", "taktisk;")

    assert offered("level;case_level", *arenas, units=bound) == "a2"
    assert offered("level;case_level", *arenas) == "a1"
    assert offered("level;case_level", "operativ;system", "taktisk;", units=bound) == "a1"


def test_where_the_unit_above_sits_already_comes_later():
    graph = tiny(
        units=LINE + "\nh;Hjelp;stab;\ni;Innkjøp;stab;",
        arenas="name\nP\nQ",
        participation="actor;arena\nb;P\no;P\nb;Q\nh;Q\ni;Q",
    )
    assert seat(graph) == ("g", "q")


def test_an_arena_without_a_leader_comes_later_where_others_have_one():
    def led(roles: str, complete: str = "ja") -> tuple[str, str] | None:
        first, second = roles.split("/")
        return seat(
            tiny(
                units=UNITS,
                arenas=f"name;participants_complete\nP;{complete}\nQ;ja",
                participation=f"actor;arena;role\nb;P;{first}\nb;Q;{second}",
            )
        )

    assert led("medlem/leder") == ("g", "q")
    assert led("medlem/leder", "nei") == ("g", "p")
    assert led("/") == ("g", "p")


def test_of_arenas_that_overlap_neither_is_the_default_host():
    crowd = [f"m{number}" for number in range(3)]
    graph = tiny(
        units="\n".join([UNITS, *(f"{name};{name.upper()};stab" for name in crowd)]),
        arenas="name\nP\nQ\nStor",
        participation="\n".join(
            [
                "actor;arena",
                *(f"{name};{arena}" for arena in "PQ" for name in ("b", *crowd[:2])),
                *(f"{name};Stor" for name in ("b", "m2")),
            ]
        ),
    )
    assert seat(graph) == ("g", "stor")


def test_who_is_on_the_edge_already_becomes_a_member_there():
    graph = tiny(
        units=UNITS,
        arenas="name;case_level\nP;\nQ;begge\nS;enkeltsaker",
        participation="actor;arena;role\nb;P;\nb;Q;\nb;S;\ng;Q;ved behov\ng;S;observatør",
    )
    assert seat(graph) == ("g", "q")


def test_answers_gather_where_most_is_lacking():
    """Gjest lacks Rus as well, who sits in the second arena."""
    graph = tiny(
        units="id;name;sector;surveyed\nb;Bolig;bolig;ja\ng;Gjest;plan;ja\nr;Rus;helse;ja",
        arenas="name;participants_complete\nP;ja\nQ;ja",
        participation="actor;arena\nb;P\nb;Q\nr;Q",
        goals="name\nMål",
        goal_owners="actor;goal\nb;Mål\ng;Mål\nr;Mål",
    )
    assert seat(graph) == ("g", "q")


def test_the_smaller_arena_is_chosen_last_of_all():
    graph = tiny(
        units=f"{UNITS}\nh;Hjelp;stab",
        arenas="name\nP\nQ",
        participation="actor;arena\nb;P\nh;P\nb;Q",
    )
    assert seat(graph) == ("g", "q")


# Stricter confidentiality


@pytest.mark.parametrize(
    ("sector", "service_type", "expected"),
    [
        ("helse", "", True),
        ("helse", "annet", True),
        ("oppvekst", "barneverntjeneste", True),
        ("sosial", "krisesenter", True),
        ("sosial", "nav-kontor", True),
        ("oppvekst", "familievernkontor", True),
        ("oppvekst", "helsestasjon", True),
        ("oppvekst", "", False),
        ("sosial", "", False),
        ("bolig", "boligkontor", False),
        ("eiendom", "eiendom", False),
    ],
)
def test_who_is_bound_is_told_by_type_of_service_or_by_the_sector(
    sector: str, service_type: str, expected: bool
):
    graph = tiny(units=f"id;name;sector;service_type\nx;Enhet;{sector};{service_type}")
    assert is_bound(graph, get_actor(graph, "x")) is expected


@pytest.mark.parametrize(
    ("actor_type", "expected"),
    [("fengsel", True), ("dps", True), ("nav-stat", True), ("ideell", False), ("ks", False)],
)
def test_so_are_services_of_the_state(actor_type: str, expected: bool):
    graph = tiny(external_actors=f"id;name;actor_type\nx;Noen;{actor_type}")
    assert is_bound(graph, get_actor(graph, "x")) is expected


def test_among_single_cases_the_one_who_is_not_bound_is_the_guest():
    def host_of(first: str, second: str) -> tuple[str, str] | None:
        graph = tiny(
            units=f"id;name;sector;service_type\nb;En;{first}\ng;To;{second}",
            arenas="name;case_level\nP;begge\nQ;begge",
            participation="actor;arena\nb;P\ng;Q",
        )
        return seat(graph)

    assert host_of("sosial;krisesenter", "bolig;boligkontor") == ("g", "p")
    assert host_of("bolig;boligkontor", "sosial;krisesenter") == ("b", "q")


# The sweep over all pairs


@few
@given(municipalities(), st.sampled_from([None, 3]))
def test_the_sweep_gives_each_pair_its_best_seat(tables, size):
    graph = graph_of(tables, AnalysisOptions(as_of=TODAY, max_arena_size=size))
    engine = pair_engine(graph)
    partners = {number: engine.pairs(number) for number in range(len(engine.ids))}
    seats, apart = seating(graph).answers(partners)
    answer_of = {
        frozenset((engine.position[guest], host)): (guest, arena)
        for (guest, arena), hosts in seats.items()
        for host in range(len(engine.ids))
        if hosts >> host & 1
    }
    for number, row in partners.items():
        for other in range(number):
            if row >> other & 1:
                pair = engine.ids[other], engine.ids[number]
                assert seat(graph, *pair) == answer_of.get(frozenset((number, other)))
                assert bool(apart.get(number, 0) >> other & 1) is (seat(graph, *pair) is None)
