"""The possible next step for two who do not meet: an arena that makes sense for the guest."""

from samordning_graph.common.locale import in_language
from samordning_graph.rules.finding_text import invitation, open_lists
from tests.helpers.tiny import tiny

UNITS = "id;name;sector;target_groups\nb;Bolig;bolig;\nf;Fengselsteam;sosial;lost-fra-fengsel"


def step(arenas: str) -> str:
    names = [line.partition(";")[0] for line in arenas.splitlines()[1:]]
    seats = "\n".join(f"b;{arena}" for arena in names)
    graph = tiny(units=UNITS, arenas=arenas, participation=f"actor;arena\n{seats}")
    with in_language("en"):
        return invitation(graph, "b", "f")


def test_the_smallest_arena_of_one_is_proposed_to_the_other():
    assert "Fengselsteam" in step("name\nForum")
    assert "Forum" in step("name\nForum\nMøte").partition(", where")[0]


def test_an_arena_for_others_comes_last():
    arenas = "name;target_groups\nBosetting;flyktninger\nForum;\nLøslatelse;lost-fra-fengsel"

    assert "to Forum" in step(arenas)
    assert "to Bosetting" in step("name;target_groups\nBosetting;flyktninger")
    assert "to Løslatelse" in step(arenas.replace("Forum;", "Forum;eldre"))


def test_without_an_arena_they_can_agree_on_a_first_meeting():
    assert "first meeting" in step("name")


def test_an_incomplete_list_is_told_in_the_language_that_is_asked_in():
    graph = tiny(units=UNITS, arenas="name;participants_complete\nForum;nei")
    texts = {}
    for language in ("nb", "en", "nb"):
        with in_language(language):
            texts[language] = [evidence.text for evidence in open_lists(graph)]
    assert texts["nb"] != texts["en"]
    assert len(texts["nb"]) == len(texts["en"]) == 1
