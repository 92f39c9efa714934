"""The grid of the arenas: every seat in its place, and what is remarked is what is found."""

from samordning_graph.graph.participation import roles_by_arena
from samordning_graph.map.page.arena_grid import arena_grid
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny

TOWN = {
    "units": "name;sector\nBolig;bolig\nRus;helse\nLege;helse",
    "external_actors": "name;actor_type\nHusbanken;husbanken",
    "arenas": "name;level;mandate;kind\nForum;strategisk;Samordne;\nUtvalg;;;\nFagdag;;;informasjon",
    "participation": (
        "actor;arena;role\nBolig;Forum;leder\nRus;Forum;medlem\nHusbanken;Forum;observatør\n"
        "Rus;Utvalg;medlem\nLege;Utvalg;medlem\nLege;Fagdag;medlem"
    ),
}


def rows_of(grid):
    return {row.name: row for _heading, rows in grid.groups for row in rows}


def test_every_seat_is_there_once():
    graph = municipality("eksempel")
    rows = rows_of(arena_grid(graph)).values()
    seats = {row.key: {seat.key for cell in row.cells for seat in cell} for row in rows}
    assert seats == {arena: set(roles) for arena, roles in roles_by_arena(graph).items()}


def test_a_seat_stands_under_its_sector_and_says_who_and_whether_it_counts():
    grid = arena_grid(tiny(**TOWN))
    forum = rows_of(grid)["Forum"]
    places = {
        sector: [(seat.classes, seat.words) for seat in cell]
        for sector, cell in zip(grid.sectors, forum.cells, strict=True)
    }
    assert grid.sectors[0] == "Helse"
    assert places["Helse"] == [("unit", "Rus (medlem)")]
    assert places["Bolig"] == [
        ("unit", "Bolig (leder)"),
        ("external loose", "Husbanken (observatør)"),
    ]


def test_arenas_stand_by_level_and_those_that_do_not_count_come_last_with_the_reason():
    grid = arena_grid(tiny(**TOWN))
    assert [heading for heading, _rows in grid.groups] == [
        "Strategisk",
        "Nivå ikke oppgitt",
        "Regnes ikke som arbeidsarenaer",
    ]
    assert rows_of(grid)["Fagdag"].remarks == ("bare informasjon",)
    assert not rows_of(grid)["Fagdag"].counts


def test_what_is_missing_is_said_in_a_few_words_and_counted():
    grid = arena_grid(tiny(**TOWN))
    assert "uten leder" in rows_of(grid)["Utvalg"].remarks
    assert "uten leder" not in rows_of(grid)["Forum"].remarks
    example = arena_grid(municipality("eksempel"))
    assert rows_of(example)["Akuttboligmøtet"].remarks == ("uten mandat", "uten leder")
    assert rows_of(example)["Inntaksteam helse og omsorg"].remarks == ("bare én sektor",)
    assert example.message == "Hvem sitter rundt hvilket bord: noe mangler i 4 av 11 arenaer"


def test_a_town_without_arenas_has_no_groups():
    assert arena_grid(tiny(units="name;sector\nBolig;bolig")).groups == ()
