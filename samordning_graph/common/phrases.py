"""Phrases of any language: words as a list."""

from collections.abc import Sequence

from samordning_graph.common.locale import _


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: «a, b and c»."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
