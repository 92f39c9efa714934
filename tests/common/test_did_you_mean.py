"""Suggestions for words that are not known: each is sought once, and not without end."""

import pytest

from samordning_graph.common import did_you_mean as module
from samordning_graph.common.did_you_mean import NOT_SOUGHT, Suggestions
from samordning_graph.common.locale import _

CHOICES = ("Boligkontoret", "Rustjenesten")


@pytest.fixture
def sought(monkeypatch):
    texts: list[str] = []
    real = module.did_you_mean

    def counted(text, choices):
        texts.append(text)
        return real(text, choices)

    monkeypatch.setattr(module, "did_you_mean", counted)
    return texts


def test_a_text_is_sought_once(sought):
    suggestions = Suggestions(CHOICES)

    assert {suggestions.of("Boligkontor") for _time in range(3)} == {
        module.did_you_mean("Boligkontor", CHOICES)
    }
    assert sought.count("Boligkontor") == 2


def test_when_too_many_are_unknown_it_says_that_nothing_was_sought(sought, monkeypatch):
    monkeypatch.setattr(module, "MAX_COMPARISONS", 5)
    suggestions = Suggestions(CHOICES)
    answers = [suggestions.of(f"Boligkontor {number}") for number in range(9)]

    assert len(sought) == 3
    assert set(answers[3:]) == {_(NOT_SOUGHT)}
    assert "Boligkontoret" in answers[0]
    assert suggestions.of("Boligkontor 0") == answers[0]
