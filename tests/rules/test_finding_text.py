"""The evidence of an absence, in the language that is asked in."""

from samordning_graph.common.locale import in_language
from samordning_graph.rules.finding_text import open_lists
from tests.helpers.tiny import tiny


def test_an_incomplete_list_is_told_in_the_language_that_is_asked_in():
    graph = tiny(arenas="name;participants_complete\nForum;nei")
    texts = {}
    for language in ("nb", "en", "nb"):
        with in_language(language):
            texts[language] = [evidence.text for evidence in open_lists(graph)]
    assert texts["nb"] != texts["en"]
    assert len(texts["nb"]) == len(texts["en"]) == 1
