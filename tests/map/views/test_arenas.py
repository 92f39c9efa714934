from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.views.arenas import arenas_view
from samordning_graph.rules.finding import FindingId
from tests.helpers.tiny import tiny

UNITS = "name;sector\n" + "\n".join(f"{letter};helse" for letter in "ABCDE")


def ties(view, kind):
    return [(tie.source, tie.target, tie.weight) for tie in view.ties if tie.kind == kind]


def region(view, key):
    x, y = view.positions[key]
    return next(
        (region.name, region.sector)
        for region in view.regions
        if region.box.left < x < region.box.left + region.box.width
        and region.box.top < y < region.box.top + region.box.height
    )


def test_arenas_are_tied_by_the_leaders_and_members_they_share():
    view = arenas_view(
        tiny(
            units=UNITS,
            arenas="name\nX\nY\nZ",
            participation="actor;arena;role\nA;X;leder\nA;Y;\nB;X;\nB;Y;\nC;Z;\nC;X;observatør",
        )
    )
    (shared,) = [tie for tie in view.ties if tie.kind == "shared"]

    assert (shared.source, shared.target, shared.weight, shared.facts) == ("x", "y", 2, ("A", "B"))


def test_bands_are_levels_from_strategic_down_and_who_shares_nobody_is_in_the_margin():
    view = arenas_view(
        tiny(
            units=UNITS,
            arenas="name;level\nO;operativ\nS;strategisk\nT;taktisk\nU;\nAlene;taktisk",
            participation="actor;arena\nA;O\nA;S\nA;T\nA;U\nB;Alene",
        )
    )
    assert [region.sector for region in view.regions] == ["", "", "", "", None]
    assert [view.positions[key][1] for key in ("s", "t", "o", "u", "alene")] == sorted(
        view.positions[key][1] for key in view.positions
    )
    assert region(view, "alene")[1] is None
    assert region(view, "u")[0] == "Nivå ikke oppgitt"


def test_an_arena_that_does_not_count_has_no_shared_members_and_says_so():
    view = arenas_view(
        tiny(
            units=UNITS,
            arenas="name;kind\nX;\nInfo;informasjon",
            participation="actor;arena\nA;X\nA;Info",
        )
    )
    (info,) = [node for node in view.nodes if node.key == "info"]

    assert not view.ties
    assert info.attributes["working"] is False
    assert any("ikke tegnet" in fact for fact in info.facts)
    assert region(view, "info") == ("Regnes ikke som arbeidsarenaer", None)


def test_an_arena_is_anchored_in_another():
    view = arenas_view(tiny(units=UNITS, arenas="name;anchored_in\nX;Y\nY;"))

    assert ties(view, "anchored_in") == [("x", "y", None)]


def test_pairs_that_rules_find_are_gaps_and_open_lists_are_not():
    view = arenas_view(
        tiny(
            units=UNITS,
            arenas="name;tasks;participants_complete\nX;skaffe;ja\nY;skaffe;ja\nZ;skaffe;nei",
            participation="actor;arena\nA;X\nB;Y\nC;Z",
        )
    )
    (missing,) = [tie for tie in view.ties if tie.kind == "missing"]

    assert missing.about == (FindingId("ARENA05", "x", ("y",)),)
    assert ties(view, "not_assessed") == [("x", "z", None), ("y", "z", None)]


def test_without_arenas_it_is_said_which_sheets_to_fill_in():
    view = arenas_view(tiny(units=UNITS))

    assert not view.nodes
    assert "Arenaer" in view.meaning


def test_every_arena_of_the_example_has_a_place():
    view = arenas_view(build(read_model("data/eksempel")))

    assert view.positions.keys() == {node.key for node in view.nodes}
    assert {end for tie in view.ties for end in (tie.source, tie.target)} <= view.positions.keys()
