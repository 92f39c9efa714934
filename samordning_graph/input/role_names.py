"""Whether a text that should name a role seems to name a person, as the meeting page asks too."""

import re
from collections.abc import Iterator
from itertools import pairwise

from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import Node

_BETWEEN_WORDS = re.compile(r"[^\w'’-]+|[\d_]+")
_INITIAL = re.compile(r"(?<=\s)[^\W\d_]\.\s+")
_BEFORE, _AFTER = '(«"', '.,;:!?)»"'


def seems_to_name_person(text: str, known_words: frozenset[str]) -> bool:
    """Return whether two words with a capital stand beside each other, neither of them a known one.

    `known_words` are those of the names in the data, in lower case. An initial may stand between the two.
    """
    for first, second in pairwise(_INITIAL.sub("", text).split()):
        # A mark between the two would part them.
        two = first.lstrip(_BEFORE), second.rstrip(_AFTER)
        if all(_is_capitalised(word) and word.casefold() not in known_words for word in two):
            return True
    return False


def words_of_names(model: Model) -> frozenset[str]:
    """Return the words, in lower case, of every name in the data and of the sectors."""
    return frozenset(
        word.casefold() for name in _names(model) for word in _BETWEEN_WORDS.split(name) if word
    )


def _names(model: Model) -> Iterator[str]:
    for rows in model.rows.values():
        yield from (row.name for row in rows if isinstance(row, Node))
    yield from (sector.name for sector in model.words["sector"].values())


def _is_capitalised(word: str) -> bool:
    """Return whether a word is written as a name is: «Kari», «Åse-Marie», «D’Angelo»; not «NAV»."""
    first, *others = re.split("['’-]", word)
    return (
        first.istitle()
        and first.isalpha()
        and len(word) > 1
        and all(not part or (part.isalpha() and part[1:] == part[1:].lower()) for part in others)
    )
