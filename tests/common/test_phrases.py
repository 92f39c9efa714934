"""Lists of words in a sentence."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.common.phrases import first_few, listed, sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_words_are_listed_as_in_a_sentence(words, expected):
    assert listed(words) == expected


def test_those_that_are_not_listed_are_counted():
    assert first_few(["a", "b", "c"], 3) == "a, b og c"
    assert first_few(["a", "b", "c"], 2) == "a, b og 1 til"
    with in_language("en"):
        assert first_few(["a", "b", "c"], 1) == "a and 2 more"


def test_sentences_that_are_not_there_leave_no_space():
    assert sentences("Nei.", "", "Se her.") == "Nei. Se her."
    assert sentences("", "Se her.") == "Se her."
    assert sentences() == ""
