from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.views.goals import goals_view
from samordning_graph.rules.finding import FindingId
from tests.helpers.tiny import tiny

CHAIN = {
    "units": "name;sector\nBolig;bolig\nRus;helse\nSkole;oppvekst",
    "arenas": "name;goals\nForum;Mindre\nAnnet;",
    "overview": "name;owner;plans\nOversikt;Bolig;Handlingsplan",
    "challenges": "name;overview\nMangel;Oversikt",
    "goals": "name;challenges;plan;parent\nStort;;;\nMindre;Mangel;Handlingsplan;Stort",
    "measures": "name;realises\nBygge;Mindre",
    "plans": "name;kind;builds_on\nHandlingsplan;temaplan;Samfunnsdel\nSamfunnsdel;samfunnsdel;",
    "goal_owners": "actor;goal;role\nBolig;Mindre;eier\nBolig;Mindre;bidragsyter\nRus;Mindre;",
}


def test_every_step_of_the_chain_is_a_tie():
    view = goals_view(tiny(**CHAIN))

    assert sorted((tie.kind, tie.source, tie.target) for tie in view.ties) == [
        ("anchored_in", "mindre", "handlingsplan"),
        ("answers", "mindre", "mangel"),
        ("builds_on", "handlingsplan", "samfunnsdel"),
        ("contributes", "rus", "mindre"),
        ("follows_up", "forum", "mindre"),
        ("identified_in", "mangel", "oversikt"),
        ("informs", "oversikt", "handlingsplan"),
        ("owns", "bolig", "mindre"),
        ("owns", "bolig", "oversikt"),
        ("part_of", "mindre", "stort"),
        ("realises", "bygge", "mindre"),
    ]


def test_columns_go_from_overview_to_plans_with_holders_above_and_arenas_below():
    at = goals_view(tiny(**CHAIN)).positions

    across = [at[key][0] for key in ("oversikt", "mangel", "mindre", "bygge", "handlingsplan")]
    assert across == sorted(across)
    assert max(at["bolig"][1], at["rus"][1]) < min(
        y for key, (_x, y) in at.items() if key not in ("bolig", "rus")
    )
    assert at["forum"][1] == max(y for _x, y in at.values())


def test_actors_and_arenas_without_a_part_in_it_are_left_out_and_goals_that_lack_all_are_not():
    keys = {node.key for node in goals_view(tiny(**CHAIN)).nodes}

    assert keys.isdisjoint({"skole", "annet"})
    assert "stort" in keys


def test_goals_with_nearly_the_same_words_are_a_gap():
    view = goals_view(
        tiny(
            units="name;sector\nBolig;bolig\nRus;helse",
            goals="id;name\nen;Flere skal eie egen bolig\nto;Flere skal eie sin egen bolig",
            goal_owners="actor;goal\nBolig;en\nRus;to",
        )
    )
    (gap,) = [tie for tie in view.ties if tie.kind == "missing"]

    assert gap.about == (FindingId("GOAL05", "en", ("to",)),)


def test_without_any_of_it_the_sheets_to_fill_in_are_named():
    view = goals_view(tiny())

    assert not view.nodes
    assert not view.regions
    assert "Målansvar" in view.meaning


def test_a_node_says_what_its_row_says():
    (goal,) = [node for node in goals_view(tiny(**CHAIN)).nodes if node.key == "mindre"]

    assert goal.kind == "goal"
    assert goal.facts == ("Mål", "Eier: Bolig", "Bidrar: Rus")


def test_the_same_data_give_the_same_view():
    assert goals_view(build(read_model("data/eksempel"))) == goals_view(
        build(read_model("data/eksempel"))
    )
