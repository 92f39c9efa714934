"""«Did you mean …?» for words, headers and names."""

from collections.abc import Sequence

from samordning_graph.common.locale import _, mark

MIN_SIMILARITY = 70
"""Similarity (0–100, Jaro-Winkler) below which a suggestion would be noise."""
MAX_COMPARISONS = 4_000_000
"""Comparisons for one list of choices, some seconds of work: afterwards it is said that none is made."""
NOT_SOUGHT = mark("So many are unknown that nothing like it was sought.")


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


class Suggestions:
    """«Did you mean …?» for all the texts that are sought in one list of choices.

    Each text is sought once, and the work is bounded: a long file with a wrong word in every row is
    not to be waited for.
    """

    def __init__(self, choices: Sequence[str]) -> None:
        self._choices = choices
        self._left = MAX_COMPARISONS
        self._made: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return «Did you mean «…»?», that nothing was sought, or an empty text when nothing is close."""
        if text not in self._made:
            if self._left <= 0:
                return _(NOT_SOUGHT)
            self._left -= len(self._choices)
            self._made[text] = did_you_mean(text, self._choices)
        return self._made[text]
