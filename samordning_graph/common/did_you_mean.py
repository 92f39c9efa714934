"""«Did you mean …?» for words, headers and names."""

from collections.abc import Sequence

from samordning_graph.common.locale import _

MIN_SIMILARITY = 70
"""Similarity (0–100, Jaro-Winkler) below which a suggestion would be noise."""


def closest(text: str, choices: Sequence[str]) -> str:
    """Return the choice most like `text`, or an empty text when none is close."""
    from rapidfuzz import process, utils
    from rapidfuzz.distance import JaroWinkler

    best = process.extractOne(
        text,
        choices,
        scorer=JaroWinkler.normalized_similarity,
        processor=utils.default_process,
        score_cutoff=MIN_SIMILARITY / 100,
    )
    return best[0] if best else ""


def did_you_mean(text: str, choices: Sequence[str]) -> str:
    """Return «Did you mean «…»?», or an empty text when nothing is close."""
    word = closest(text, choices)
    return _("Did you mean «{word}»?").format(word=word) if word else ""
