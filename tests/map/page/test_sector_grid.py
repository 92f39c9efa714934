"""The grid of the sectors: what it counts is what the report counts, cell by cell."""

import pytest

from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage, Ground
from samordning_graph.graph.graph import actors
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.map.page.sector_grid import SectorCell, figures_by_sectors, sector_grid
from samordning_graph.map.views.sectors import sectors_view
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import tiny

TOWN = {
    "units": "name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja\nSkole;oppvekst;ja\nStab;stab;ja",
    "goals": "name\nG",
    "goal_owners": "actor;goal\nBolig;G\nRus;G\nSkole;G",
    "arenas": "name;participants_complete\nForum;ja",
    "participation": "actor;arena\nBolig;Forum\nRus;Forum",
}


def grid_of(graph):
    return sector_grid(graph, sectors_view(graph))


@pytest.mark.parametrize("data", DATA_SETS)
def test_all_cells_together_are_the_figures_of_the_report(data):
    graph = municipality(data)
    figures = sum(figures_by_sectors(graph).values(), ThreeFigures())
    assert figures == pair_engine(graph).congruence(*Ground)


def test_each_pair_is_counted_between_its_two_sectors():
    graph = municipality("eksempel")
    engine = pair_engine(graph)
    sector_of = {actor.id: actor.sector for actor in actors(graph)}
    expected = {}
    for i, first in enumerate(engine.ids):
        for j, second in enumerate(engine.ids):
            if i < j and engine.needed(i, *Ground) >> j & 1:
                pair = tuple(sorted((sector_of[first], sector_of[second])))
                coverage = engine.coverage(first, second)
                counted = ThreeFigures(
                    int(coverage in {Coverage.DIRECT, Coverage.ARENA}),
                    int(coverage is Coverage.NONE),
                    int(coverage is Coverage.NOT_ASSESSED),
                )
                expected[pair] = expected.get(pair, ThreeFigures()) + counted
    assert figures_by_sectors(graph) == expected


def test_those_with_most_pairs_come_first_and_those_without_a_ground_are_named():
    grid = grid_of(tiny(**TOWN))
    assert grid.names == ("Bolig", "Helse", "Oppvekst")
    assert [[cell and cell.text for cell in row] for row in grid.rows] == [
        [],
        ["1 av 1"],
        ["0 av 1", "0 av 1"],
    ]
    assert any("Stab" in note for note in grid.notes)
    assert grid.message == "2 av 3 sektorpar har tjenester uten dokumentert kontakt"


def test_those_to_ask_first_have_something_to_choose_on_the_map():
    graph = municipality("eksempel")
    grid, view = grid_of(graph), sectors_view(graph)
    known = {tie.id for tie in view.ties} | {node.key for node in view.nodes}
    cells = [cell for row in grid.rows for cell in row if cell]
    assert {cell.key for cell in cells} <= known
    assert 1 <= len(grid.first) <= 5
    missing = [cell.figures.not_documented for _names, cell in grid.first]
    assert missing == sorted(missing, reverse=True)
    assert 0 not in missing


def test_where_nobody_said_anything_nothing_is_known():
    grid = grid_of(tiny(units=TOWN["units"], goals="name\nG", goal_owners=TOWN["goal_owners"]))
    assert {cell.text for row in grid.rows for cell in row if cell} == {"?"}


def test_a_town_without_a_ground_has_no_cells():
    grid = grid_of(tiny(units=TOWN["units"]))
    assert grid.rows == ()
    assert grid.message == "Ingen sektorer har grunn til å samordne seg i dataene"


def test_a_cell_has_a_square_for_each_pair_and_many_are_a_bar():
    few = SectorCell(ThreeFigures(2, 1, 1), "")
    assert few.text == "2 av 3"
    assert few.squares == ["documented", "documented", "missing", "unknown"]
    assert few.words == "2 av 3 par har dokumentert kontakt, 1 kan ikke vurderes"
    many = SectorCell(ThreeFigures(6, 6, 0), "")
    assert many.squares == []
    assert many.shares == [("documented", 0, 24), ("missing", 24, 24)]
    assert SectorCell(ThreeFigures(0, 0, 2), "").text == "?"
