"""The type of service of units and external actors: what is written, or what a name can only mean.

The laws on cooperation are about kinds of services (the NAV office, child welfare), not about
sectors. A cell that says it counts; else the name is read, where it can mean only one type. What
people wrote stays as it is in the model.

How a name is read
    Whole words, in the definite or the plural form too; the longest of overlapping spellings
    counts. Place names, «kommune» and whatever else it says are passed over. Only what stands
    before a preposition is read («Psykolog i barnehage» is no kindergarten), and what comes after
    «for» where the name begins with a word such as «avdeling». A name of two types, one with half a
    compound («Bolig- og eiendomsavdelingen»), one of the state's and one of a group tell nothing, nor
    does one of another sector than the actor's own («Miljøtjenesten» in plan). Outside the
    municipality the name is read only of a service of another municipality, and of the types that
    others run too (`external`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from samordning_graph.common.text import slug
from samordning_graph.schema.tables import Actor, ExternalActor, Unit
from samordning_graph.schema.vocabulary import OTHER_WORD, Word, WordList, word_lists

_TOKEN = re.compile(r"([^\W_]+)(-(?=\s|$))?")
_PREPOSITIONS = frozenset(
    ["for", "i", "av", "ved", "til", "mot", "med", "pa", "under", "hos", "om", "fra"]
)
_HEADS = (
    "avdeling",
    "eining",
    "enhet",
    "etat",
    "fagomrade",
    "kommunalomrade",
    "kontor",
    "omrade",
    "seksjon",
    "team",
    "teneste",
    "tjeneste",
    "virksomhet",
    "verksemd",
)
"""Words that say only that it is a unit: what it is for comes after «for»."""
_OF_THE_STATE = frozenset(["stat", "statlig", "statleg", "statens", "fylke", "fylkeskommune"])
_ENDINGS = frozenset(("", *["e", "en", "et", "er", "ene", "a", "ar", "ane", "n", "t", "r", "ne"]))
"""Of the plural and the definite form, after a word without its last «e»."""
_SHORTEST_INFLECTED = 5
"""Letters. Shorter words (NAV, PPT, plan) are taken as they stand."""


class _Token(NamedTuple):
    text: str
    is_half: bool = False
    """Whether it is half a compound: «bolig-» in «bolig- og eiendomsavdelingen»."""


class ServiceTypes(NamedTuple):
    """The types of service of the actors of a municipality, by id.

    `by_name` are those that were read of the name, `unknown` the actors that should have a type:
    units, and services of other municipalities.
    """

    of: Mapping[str, tuple[str, ...]]
    by_name: Mapping[str, str]
    unknown: tuple[str, ...]


def service_types(actors: Iterable[Actor], words: Mapping[str, WordList]) -> ServiceTypes:
    """Return the types of service of every actor, with the words of the municipality."""
    reader = name_reader(words["service_type"])
    of, by_name, unknown = {}, {}, []
    for actor in sorted(actors, key=lambda actor: actor.id):
        types = actor.service_type
        if not types and (read := _type_by_name(actor, words, reader)):
            types = (read,)
            by_name[actor.id] = read
        of[actor.id] = types
        if not types and is_of_a_municipality(actor):
            unknown.append(actor.id)
    return ServiceTypes(of, by_name, tuple(unknown))


def is_of_a_municipality(actor: Actor) -> bool:
    """Return whether an actor is a unit, or a service that another municipality runs."""
    return isinstance(actor, Unit) or (
        isinstance(actor, ExternalActor) and actor.government_level == "kommune"
    )


def _type_by_name(actor: Actor, words: Mapping[str, WordList], reader: "NameReader") -> str | None:
    found = reader.type_of(actor.name)
    if found is None:
        return None
    read = words["service_type"][found]
    # The council and the director are known by their names, whatever sector they are entered in.
    if read.service and is_of_another_sector(actor, read.sector, words["actor_type"]):
        return None
    return found if is_of_a_municipality(actor) or read.external else None


def is_of_another_sector(actor: Actor, sector: str, actor_types: WordList) -> bool:
    """Return whether the sector that is written disagrees; one of the municipality's own cannot."""
    if isinstance(actor, ExternalActor) and actor.sector == actor_types[actor.actor_type].sector:
        return False  # taken from the type of actor
    return (
        bool(sector)
        and actor.sector not in (OTHER_WORD, sector)
        and actor.sector in word_lists()["sector"]
    )


class NameReader:
    """Reads names with some types of service. Its index makes a name cost its own words alone."""

    def __init__(self, types: Iterable[Word]) -> None:
        self._beginning: dict[str, list[tuple[Sequence[_Token], str]]] = defaultdict(list)
        for word in types:
            if word.id != OTHER_WORD:
                for spelling in dict.fromkeys(map(_tokens, word.spellings)):
                    self._beginning[spelling[0].text].append((spelling, word.id))

    def type_of(self, name: str) -> str | None:
        """Return the one type of service that a name can mean, or None.

        Examples
        --------
        >>> from samordning_graph.schema.vocabulary import word_lists
        >>> reader = name_reader(word_lists()["service_type"])
        >>> [reader.type_of(name) for name in ("NAV Nordvik", "Barnevern og NAV", "Psykolog i skole")]
        ['nav-kontor', None, None]
        """
        tokens = _tokens(name)
        texts = [token.text for token in tokens]
        begun = [
            (at, spelling, type_id)
            for at, text in enumerate(texts)
            for word in _may_inflect(text)
            for spelling, type_id in self._beginning.get(word, ())
        ]
        if not begun or not _TELLS_NOTHING.isdisjoint(texts):
            return None
        start, end = _readable(texts)
        spans = {
            (at, at + len(spelling), type_id)
            for at, spelling, type_id in begun
            if start <= at < end and _is_spelt(tokens[at : at + len(spelling)], spelling)
        }
        longest = [span for span in spans if not any(_holds(other, span) for other in spans)]
        halves = any(at > 1 and tokens[at - 2].is_half for at, _end, _type in longest)
        types = {type_id for _at, _end, type_id in longest}
        return types.pop() if len(types) == 1 and not halves else None


def name_reader(words: WordList) -> NameReader:
    """Return the reader of a list of types, one for all municipalities that have the same words."""
    return _reader_of(tuple(words.values()))


@lru_cache(maxsize=32)  # the index costs more than all names of most municipalities
def _reader_of(types: tuple[Word, ...]) -> NameReader:
    return NameReader(types)


def _readable(texts: Sequence[str]) -> tuple[int, int]:
    """Return where in a name a type may begin."""
    if _PREPOSITIONS.isdisjoint(texts):
        return 0, len(texts)
    start = 0
    if len(texts) > 2 and texts[1] == "for" and any(_inflects(texts[0], head) for head in _HEADS):
        start = 2
    stops = (at for at in range(start, len(texts)) if texts[at] in _PREPOSITIONS)
    return start, next(stops, len(texts))


def _is_spelt(tokens: Sequence[_Token], spelling: Sequence[_Token]) -> bool:
    if len(tokens) != len(spelling):
        return False
    for token, word in zip(tokens, spelling, strict=True):
        if token.is_half > word.is_half or not _inflects(token.text, word.text):
            return False
    return True


def _inflects(text: str, word: str) -> bool:
    """Return whether `text` is a word, or its definite or plural form."""
    return text in _forms(word)


@cache
def _forms(word: str) -> frozenset[str]:
    """Return a word with its definite and plural forms."""
    if len(word) < _SHORTEST_INFLECTED:
        return frozenset({word})
    stem = word.removesuffix("e")
    return frozenset({word, *(stem + ending for ending in _ENDINGS)})


@lru_cache(maxsize=10_000)  # the same words occur in many names
def _may_inflect(text: str) -> tuple[str, ...]:
    """Return the words that `text` may be a form of: what `_forms` makes, the other way round."""
    stems = (text.removesuffix(ending) for ending in _ENDINGS if text.endswith(ending))
    words = {text}.union(*((stem, f"{stem}e") for stem in stems))
    return tuple(word for word in sorted(words) if text in _forms(word))


_NO_OFFICE = frozenset(
    inflected
    for word in (
        "arbeidsgruppe",
        "arbeidslivssenter",
        "hjelpemiddelsentral",
        "klageinstans",
        "kontaktsenter",
        "prosjektgruppe",
        "referansegruppe",
        "styringsgruppe",
    )
    for inflected in _forms(word)
)
"""Other offices of NAV, and groups that are named after a service."""
_TELLS_NOTHING = _OF_THE_STATE | _NO_OFFICE


def _holds(longer: tuple[int, int, str], span: tuple[int, int, str]) -> bool:
    """Return whether a spelling covers a shorter one."""
    return longer[0] <= span[0] and span[1] <= longer[1] and longer[:2] != span[:2]


def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(map(_token, _TOKEN.findall(text)))


@lru_cache(maxsize=10_000)  # the same words occur in many names
def _token(found: tuple[str, str]) -> _Token:
    """Return a word, and whether a hyphen ends it: then it is half a compound."""
    word, hyphen = found
    return _Token(slug(word), bool(hyphen))
