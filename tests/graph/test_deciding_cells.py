"""What one cell decides is what is decided when that cell is filled in."""

from hypothesis import given

from samordning_graph.graph.contact import possibly_isolated_actors
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.deciding_cells import actors_decided_by, deciding_cells
from samordning_graph.graph.graph import AnalysisOptions, Graph, actors, nodes
from samordning_graph.schema.tables import Arena
from tests.helpers.cases import few
from tests.helpers.oracle import Tables
from tests.helpers.tiny import tiny
from tests.rules.test_properties import OPTIONS, graph_of, municipalities

GROUNDS = tuple(Ground)


def filled_in(tables: Tables, ids: set[str], **cells: str) -> Tables:
    """Return the tables with these cells in some rows."""
    return {
        table: [row | cells if row.get("id") in ids else row for row in rows]
        for table, rows in tables.items()
    }


def left(tables: Tables, options: AnalysisOptions) -> int:
    return deciding_cells(graph_of(tables, options), *GROUNDS).pairs


def possibly_isolated(graph: Graph) -> int:
    return len(possibly_isolated_actors(graph))


@few
@given(municipalities(), OPTIONS)
def test_an_arena_decides_what_its_complete_list_decides(tables: Tables, options: AnalysisOptions):
    graph = graph_of(tables, options)
    before = deciding_cells(graph, *GROUNDS)
    by_arena = actors_decided_by(graph)

    for arena in nodes(graph, Arena):
        complete = filled_in(tables, {arena.id}, participants_complete="ja")
        assert before.pairs - left(complete, options) == before.by_arena.get(arena.id, 0)
        still_open = possibly_isolated(graph_of(complete, options))
        assert possibly_isolated(graph) - still_open == by_arena.get(arena.id, 0)


@few
@given(municipalities(), OPTIONS)
def test_an_actor_decides_what_asking_it_decides(tables: Tables, options: AnalysisOptions):
    graph = graph_of(tables, options)
    before = deciding_cells(graph, *GROUNDS)

    for actor in actors(graph):
        asked = filled_in(tables, {actor.id}, surveyed="ja", surveyed_about="")
        assert before.pairs - left(asked, options) == before.by_actor.get(actor.id, 0)


@few
@given(municipalities(), OPTIONS)
def test_the_empty_cells_decide_what_filling_in_all_of_them_decides(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)
    before = deciding_cells(graph, *GROUNDS)
    silent = {arena.id for arena in nodes(graph, Arena) if arena.participants_complete is None}
    complete = filled_in(tables, silent, participants_complete="ja")

    assert before.pairs - left(complete, options) == before.by_empty_cells


@few
@given(municipalities(), OPTIONS)
def test_only_cells_that_decide_something_are_named(tables: Tables, options: AnalysisOptions):
    found = deciding_cells(graph_of(tables, options), *GROUNDS)

    assert all(found.by_arena.values())
    assert all(found.by_actor.values())


SHARING = {
    "goals": "name\nRaskere bosetting",
    "goal_owners": "actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting",
}


def test_one_of_two_who_were_not_asked_decides_nothing_alone():
    graph = tiny(
        **SHARING,
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum",
    )

    assert deciding_cells(graph, Ground.GOAL).by_actor == {}


def test_an_actor_decides_its_pairs_with_those_who_were_asked_and_no_others():
    graph = tiny(
        units="name;sector;surveyed\nBolig;bolig;ja\nRus;helse;\nPlan;plan;",
        goals="name\nRaskere bosetting",
        goal_owners=f"{SHARING['goal_owners']}\nPlan;Raskere bosetting",
        arenas="name;participants_complete\nForum;nei",
    )

    assert deciding_cells(graph, Ground.GOAL).pairs == 3
    assert deciding_cells(graph, Ground.GOAL).by_actor == {"plan": 1, "rus": 1}


def test_one_of_two_lists_that_could_show_a_pair_decides_nothing_alone():
    graph = tiny(
        **SHARING,
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="name;participants_complete\nForum;\nMøte;nei",
        participation="actor;arena\nBolig;Forum\nRus;Møte",
    )
    found = deciding_cells(graph, Ground.GOAL)

    assert (found.pairs, found.by_arena, found.by_empty_cells) == (1, {}, 0)


def test_a_list_that_says_nothing_decides_its_pair():
    graph = tiny(
        **SHARING,
        units="name;sector;surveyed\nBolig;bolig;ja\nRus;helse;",
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum",
    )
    found = deciding_cells(graph, Ground.GOAL)

    assert (found.pairs, found.by_empty_cells) == (1, 1)
    assert found.by_arena == {"forum": 1}
    assert found.by_actor == {"rus": 1}
    assert deciding_cells(graph, Ground.REFERRAL).pairs == 0
