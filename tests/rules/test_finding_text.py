"""The evidence of an absence, in the language that is asked in."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import model_of
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.finding_text import confidence, evidence, open_lists
from samordning_graph.schema.tables import Link
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


@pytest.mark.parametrize(
    ("reported_by", "text", "who"),
    [
        ("tredjepart", "Bolig – Rus (told by a third party)", "third"),
        ("begge", "Bolig – Rus", "both"),
        ("", "Bolig – Rus", ""),
    ],
)
def test_a_row_that_a_third_party_told_of_says_so(reported_by: str, text: str, who: str):
    graph = tiny(
        units="name;sector\nBolig;bolig\nRus;helse",
        links=f"from;to;reported_by\nBolig;Rus;{reported_by}",
    )
    with in_language("en"):
        (row,) = evidence(graph, model_of(graph).all(Link))

    assert (row.text, row.reported_by) == (text, who)
