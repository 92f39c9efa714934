"""Two actors whose names are nearly the same: perhaps one actor that was written in two ways."""

import re
from collections import defaultdict
from itertools import pairwise

from samordning_graph.common.locale import _
from samordning_graph.common.text import slug
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import SIMILAR_NAMES
from samordning_graph.schema.tables import Actor, ExternalActor, Unit

_SERVICE = re.compile(r"(?:tjenest(?:en|er|ene|a|e)|tenest(?:a|er|ene|e)|kontoret|kontor)$")
_NOTHING = re.compile(r"$")
_ARTICLE = re.compile(r"(?:et|en|a|e)$")
_SHORTEST_WORD = 4
"""Letters of a last word that may have an ending: «Sone A» has none."""
_SHORTEST_STEM = 3


def warn_similar_names(model: Model, problems: Problems) -> None:
    """Warn of each pair of actors whose names differ only in how they are written."""
    actors: list[Actor] = [*model.all(Unit), *model.all(ExternalActor)]
    by_stem: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        by_stem[_stem(actor.name)].append(actor)
    for similar in by_stem.values():
        for first, second in pairwise(similar):
            if _may_be_one(first, second):
                problems.add(
                    SIMILAR_NAMES,
                    second.place,
                    _("«{name}» may be the same actor as «{other}» ({place}).").format(
                        name=second.name, other=first.name, place=first.place
                    ),
                    value=second.name,
                    suggestion=_(
                        "If so, delete one of the rows. If not, fill in the type of service of both."
                    ),
                )


def _without(ending: re.Pattern[str], name: str) -> str:
    """Return a name without case, signs and an ending."""
    words = slug(name).split("-")
    joined = "".join(words)
    stem = ending.sub("", joined) if len(words[-1]) >= _SHORTEST_WORD else joined
    return stem if len(stem) >= _SHORTEST_STEM else joined


def _written(name: str) -> str:
    """Return a name without case, signs and the definite article."""
    return _without(_ARTICLE, name)


def _stem(name: str) -> str:
    """Return what is left of a name without the word for a service."""
    short = _without(_SERVICE, name)
    return short if short != _without(_NOTHING, name) else _written(name)


def _may_be_one(first: Actor, second: Actor) -> bool:
    """Return whether nothing but the ending of the name tells two actors apart.

    Of a service and an office (Boligtjenesten, Boligkontoret) neither is the short form of the other.
    """
    types, other_types = set(first.service_type), set(second.service_type)
    if types and other_types and types.isdisjoint(other_types):
        return False
    if second.id in _units_of(first) or first.id in _units_of(second):
        return False
    same, other = _written(first.name), _written(second.name)
    stem = _stem(first.name)
    return same == other or stem in (same, other)


def _units_of(actor: Actor) -> tuple[str, ...]:
    return (actor.part_of,) if isinstance(actor, Unit) and actor.part_of else ()
