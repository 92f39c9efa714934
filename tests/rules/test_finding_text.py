"""The evidence of an absence, in the language that is asked in."""

from samordning_graph.common.locale import in_language
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.finding_text import confidence, open_lists
from tests.helpers.tiny import tiny


def test_an_incomplete_list_is_told_in_the_language_that_is_asked_in():
    graph = tiny(arenas="name;participants_complete\nForum;nei")
    texts = {}
    for language in ("nb", "en", "nb"):
        with in_language(language):
            texts[language] = [evidence.text for evidence in open_lists(graph)]
    assert texts["nb"] != texts["en"]
    assert len(texts["nb"]) == len(texts["en"]) == 1


def test_where_nobody_is_named_nobody_was_asked():
    graph = tiny(units="name;sector;surveyed\nBolig;bolig;ja\nRus;helse;")

    assert confidence(graph, ()) is Confidence.NONE
    assert confidence(graph, ("bolig",)) is Confidence.BOTH
    assert confidence(graph, ("bolig", "rus")) is Confidence.ONE
