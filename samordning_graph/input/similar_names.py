"""Two rows whose names are nearly the same: perhaps one actor, arena or goal, written in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from samordning_graph.common.locale import _
from samordning_graph.common.text import slug
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.tables import (
    Actor,
    Aim,
    Arena,
    Challenge,
    ExternalActor,
    Goal,
    Measure,
    Node,
    Strategy,
    Unit,
)
from samordning_graph.schema.warning_kinds import SIMILAR_NAMES

_SERVICES = (
    *("tjenesten", "tjenester", "tjenestene", "tjenesta", "tjeneste"),
    *("tenesta", "tenester", "tenestene", "teneste"),
)
_SERVICES_AND_OFFICES = (*_SERVICES, "kontoret", "kontor")
_ARTICLES = ("et", "en", "a", "e")
_BINDING = ("s", "e")
"""Barneverntjenesten and Barnevernstjenesten, Flyktningtjenesten and Flyktningetjenesten."""
_BINDING_BEFORE_SERVICE = re.compile(r"(?<=\w{3})[se](?=(?:tjenest|tenest|kontor)[a-z]*$)")
_SHORT_FOR = {"ppt": "pptjenesten"}
_LOOKS_LIKE = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxiABEZHIKMNOPTYXo"
)
"""Letters of Cyrillic and Greek that nobody can tell from Latin ones."""
_MAY_LOOK_LIKE = re.compile("[\u0370-\u04ff]")
_WORD = re.compile(r"\w+")
_SHORTEST_WORD = 4
"""Letters of a last word that may have an ending: «Sone A» has none."""
_SHORTEST_INNER_WORD = 7
"""Letters of another word that may have one: Haug and Haugen are two places."""
_SHORTEST_STEM = 3
_TABLES: tuple[tuple[type[Node], ...], ...] = (
    (Unit, ExternalActor),
    *((Arena,), (Goal,), (Strategy,), (Measure,), (Challenge,)),
)
"""Which may be the same. Plans and overviews that follow each other have nearly the same name."""


def warn_similar_names(model: Model, problems: Problems, today: date) -> None:
    """Warn of rows whose names differ only in how they are written."""
    for tables in _TABLES:
        rows = [row for table in tables for row in model.all(table)]
        for first, second in _alike(rows):
            if _may_be_one(first, second, today):
                problems.add(
                    SIMILAR_NAMES,
                    second.place,
                    _message(first).format(name=second.name, other=first.name, place=first.place),
                    value=second.name,
                    suggestion=_advice(first, second),
                )


def _alike(rows: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield each two that are next to each other among those of one name, once.

    Equal ids are a problem of their own.
    """
    by_stem: dict[str, dict[str, tuple[Node, str]]] = defaultdict(dict)
    for row in rows:
        for stem, written in _forms(row.name):
            by_stem[stem].setdefault(row.id, (row, written))
    yielded: set[tuple[str, str]] = set()
    for stem, by_id in by_stem.items():
        similar = list(by_id.values())
        for (first, name), (second, other_name) in pairwise(similar):
            # Of a service and an office (Boligtjenesten, Boligkontoret) neither is short for the other.
            is_alike = name == other_name or stem in (name, other_name)
            if is_alike and (first.id, second.id) not in yielded:
                yielded.add((first.id, second.id))
                yield first, second


def _message(row: Node) -> str:
    if isinstance(row, Actor):
        return _("«{name}» may be the same actor as «{other}» ({place}).")
    return _("«{name}» may be the same as «{other}» ({place}).")


def _advice(first: Node, second: Node) -> str:
    """Return what to do, of actors by which of the two have a type of service."""
    if not isinstance(first, Actor) or not isinstance(second, Actor):
        return _(
            "If so, delete one of the rows, and use the other name everywhere. If not, write names that"
            " tell them apart."
        )
    untyped = [actor.name for actor in (first, second) if not actor.service_type]
    if not untyped:
        return _(
            "If so, delete one of the rows. If not, write names that tell them apart: a type of service"
            " is the same."
        )
    if len(untyped) == 1:
        return _(
            "If so, delete one of the rows. If not, fill in the type of service of «{name}» too."
        ).format(name=untyped[0])
    return _("If so, delete one of the rows. If not, fill in the type of service of both.")


def _forms(name: str) -> set[tuple[str, str]]:
    """Return a name without case and signs, as a whole and by its words.

    Each is a stem, and what is written without the article.
    """
    latin = name.translate(_LOOKS_LIKE) if _MAY_LOOK_LIKE.search(name) else name
    latin = latin.replace("&", " og ")
    words = [_SHORT_FOR.get(word, word) for word in slug(latin).split("-")]
    if words[0] == "nav" and len(words) > 2 and words[1] in ("kontor", "kontoret"):
        del words[1]  # NAV Testvik, NAV-kontoret Testvik
    *inner, last = words
    articles = () if _ends_in_a_place(name) else _ARTICLES
    joined = "".join(words)
    if len(last) < _SHORTEST_WORD:
        forms = {(joined, joined)}
        stem = written = last
    else:
        forms = {_without_endings(joined, articles)}
        stem, written = _without_endings(last, articles)
    before = "".join(map(_without_article, inner))
    return forms | {(before + stem, before + written)}


def _ends_in_a_place(name: str) -> bool:
    """Return whether the last of several words is a proper noun: NAV Haug and NAV Haugen are two."""
    words = _WORD.findall(name)
    return len(words) > 1 and words[-1].istitle()


def _without_article(word: str) -> str:
    if len(word) < _SHORTEST_INNER_WORD:
        return word
    service = _without(_SERVICES, word)
    return _without(_ARTICLES, word) if service == word else f"{service}tjeneste"


def _without_endings(word: str, articles: tuple[str, ...]) -> tuple[str, str]:
    """Return the stem of a word, and what is written of it without the article."""
    written = _without(articles, word)
    service = _without(_SERVICES_AND_OFFICES, word)
    if service == word:
        if not word.endswith("e"):
            written = _without(("s",), written)
        return written, written
    return _without(_BINDING, service), _BINDING_BEFORE_SERVICE.sub("", written)


def _without(endings: tuple[str, ...], word: str) -> str:
    if not endings or not word.endswith(endings):
        return word
    stem = next(word.removesuffix(end) for end in endings if word.endswith(end))
    return stem if len(stem) >= _SHORTEST_STEM else word


def _may_be_one(first: Node, second: Node, today: date) -> bool:
    """Return whether nothing that both have filled in tells them apart, and neither is above the other."""
    words_of_each = zip(_told_apart_by(first, today), _told_apart_by(second, today), strict=False)
    if any(words and others and set(words).isdisjoint(others) for words, others in words_of_each):
        return False
    return second.id not in _above(first) and first.id not in _above(second)


def _told_apart_by(row: Node, today: date) -> tuple[tuple[str, ...], ...]:
    """Return what two rows of nearly the same name may differ in, and be two for that reason."""
    if isinstance(row, Actor):
        return (row.service_type,)
    if isinstance(row, Aim | Measure):
        return (row.plan,)
    if isinstance(row, Challenge):
        return (row.overview,)
    if isinstance(row, Arena):
        has_ended = row.valid_to is not None and row.valid_to < today
        filled = (tuple(filter(None, (word,))) for word in (row.kind, row.level))
        return ((str(has_ended),), *filled)
    return ()


def _above(row: Node) -> tuple[str, ...]:
    if isinstance(row, Unit | Goal):
        return tuple(filter(None, (row.part_of if isinstance(row, Unit) else row.parent,)))
    return row.anchored_in if isinstance(row, Arena) else ()
