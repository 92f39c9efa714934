"""Units above and below, and who holds which goals."""

from samordning_graph.graph import organisation
from samordning_graph.schema.tables import Tie
from tests.helpers.tiny import tiny

TWO = "name;sector\nBolig;bolig\nRus;helse"
LINE = "name;sector;part_of\nTopp;sosial;\nMidt;bolig;Topp\nBunn;helse;Midt\nSide;plan;Topp"


# Units above and below


def test_above_comes_nearest_first_and_below_is_everyone_under():
    graph = tiny(units=LINE)

    assert organisation.ancestor_units(graph, "bunn") == ("midt", "topp")
    assert organisation.descendant_units(graph, "topp") == {"midt", "bunn", "side"}
    assert organisation.descendant_units(graph, "bunn") == frozenset()


def test_an_external_actor_stands_in_no_line():
    graph = tiny(external_actors="name;actor_type\nHusbanken;husbanken")

    assert organisation.ancestor_units(graph, "husbanken") == ()
    assert organisation.descendant_units(graph, "husbanken") == frozenset()


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
