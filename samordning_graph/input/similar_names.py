"""Two actors whose names are nearly the same: perhaps one actor that was written in two ways."""

import re
from collections import defaultdict
from itertools import pairwise

from samordning_graph.common.locale import _
from samordning_graph.common.text import slug
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.tables import Actor, Unit
from samordning_graph.schema.warning_kinds import SIMILAR_NAMES

_SERVICES = (
    *("tjenesten", "tjenester", "tjenestene", "tjenesta", "tjeneste"),
    *("tenesta", "tenester", "tenestene", "teneste", "kontoret", "kontor"),
)
_ARTICLES = ("et", "en", "a", "e")
_BINDING = ("s", "e")
"""Barneverntjenesten and Barnevernstjenesten, Flyktningtjenesten and Flyktningetjenesten."""
_BINDING_BEFORE_SERVICE = re.compile(r"(?<=\w{3})[se](?=(?:tjenest|tenest|kontor)[a-z]*$)")
_SHORT_FOR = {"ppt": "pptjenesten"}
_SHORTEST_WORD = 4
"""Letters of a last word that may have an ending: «Sone A» has none."""
_SHORTEST_STEM = 3


def warn_similar_names(model: Model, problems: Problems) -> None:
    """Warn of actors whose names differ only in how they are written."""
    by_stem: dict[str, list[tuple[Actor, str]]] = defaultdict(list)
    for actor in model.actors():
        stem, written = _forms(actor.name)
        by_stem[stem].append((actor, written))
    for stem, similar in by_stem.items():
        for (first, name), (second, other_name) in pairwise(similar):
            # Of a service and an office (Boligtjenesten, Boligkontoret) neither is short for the other.
            if (name == other_name or stem in (name, other_name)) and _may_be_one(first, second):
                problems.add(
                    SIMILAR_NAMES,
                    second.place,
                    _("«{name}» may be the same actor as «{other}» ({place}).").format(
                        name=second.name, other=first.name, place=first.place
                    ),
                    value=second.name,
                    suggestion=_advice(first, second),
                )


def _advice(first: Actor, second: Actor) -> str:
    """Return what to do, by which of the two have a type of service."""
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


def _forms(name: str) -> tuple[str, str]:
    """Return a name without case and signs: its stem, and as it is written without the article."""
    words = [_SHORT_FOR.get(word, word) for word in slug(name.replace("&", " og ")).split("-")]
    if words[0] == "nav" and len(words) > 2 and words[1] in ("kontor", "kontoret"):
        del words[1]  # NAV Testvik, NAV-kontoret Testvik
    joined = "".join(words)
    if len(words[-1]) < _SHORTEST_WORD:
        return joined, joined
    written = _without(_ARTICLES, joined)
    service = _without(_SERVICES, joined)
    if service == joined:
        if not joined.endswith("e"):
            written = _without(("s",), written)
        return written, written
    return _without(_BINDING, service), _BINDING_BEFORE_SERVICE.sub("", written)


def _without(endings: tuple[str, ...], joined: str) -> str:
    if not joined.endswith(endings):
        return joined
    stem = next(joined.removesuffix(end) for end in endings if joined.endswith(end))
    return stem if len(stem) >= _SHORTEST_STEM else joined


def _may_be_one(first: Actor, second: Actor) -> bool:
    """Return whether neither types of service nor the organisation tell two actors apart."""
    types, other_types = set(first.service_type), set(second.service_type)
    if types and other_types and types.isdisjoint(other_types):
        return False
    return second.id not in _above(first) and first.id not in _above(second)


def _above(actor: Actor) -> tuple[str, ...]:
    return (actor.part_of,) if isinstance(actor, Unit) and actor.part_of else ()
