"""The words that a cell may hold: built-in lists, national registers and one loader.

Lists that a municipality may add to (sector, actor type, target group, task) and lists that are
fixed (level, role, strength …) are both `WordList`s. The data files are beside this file.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import NamedTuple

from samordning_graph.common.locale import _, current_language
from samordning_graph.common.text import fold, slug

OTHER_WORD = "annet"
OPEN_LISTS = {
    "sector": "sectors.csv",
    "actor_type": "actor_types.csv",
    "target_group": "target_groups.csv",
    "task": "tasks.csv",
    "service_type": "service_types.csv",
}


class Word(NamedTuple):
    """One word of a list. `sector` is of actor and service types, `government_level` of the former.

    `service` is false for a sector or a type that serves no users (ledelse, stab); `shared` marks an
    actor type that is the same body for every municipality, `external` a type of service that also
    others than municipalities run. `confidentiality` is the law that binds those with the word to
    stricter confidentiality than the rest of the municipality, where there is one.
    """

    id: str
    nb: str
    en: str
    aliases: tuple[str, ...] = ()
    sector: str = ""
    government_level: str = ""
    shared: bool = False
    service: bool = True
    external: bool = False
    confidentiality: str = ""

    @property
    def name(self) -> str:
        """The word in the language in use."""
        return self.en if current_language() == "en" else self.nb

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way of writing the word."""
        return (self.id, self.nb, self.en, *self.aliases)


class Factor(NamedTuple):
    """What a self-assessment asks about.

    `group` is success (the six success factors), condition or element; `published` is the work that
    it is worded after, if any.
    """

    id: str
    group: str
    texts: Mapping[str, str]
    published: str

    @property
    def source(self) -> str:
        """Where its wording is from, in the language in use."""
        return self.published or _("the program's own wording")

    @property
    def name(self) -> str:
        """The factor in the language in use."""
        return self.texts[f"name_{_language()}"]

    @property
    def statement(self) -> str:
        """The statement to agree or disagree with, in the language in use."""
        return self.texts[f"statement_{_language()}"]


class TransitionalTime(NamedTuple):
    """A time in which some clauses of § 5 («P5») need not be met yet: up to, not with, `until`."""

    until: date
    clauses: tuple[str, ...]
    source: str


class WordList(Mapping[str, Word]):
    """A list of words by id, which also finds a word by any of its spellings.

    The ids and what the municipality calls its words are searched before the names and aliases of
    the built-in words, so that none of these shadows an own word.
    """

    def __init__(self, name: str, words: Iterable[Word]) -> None:
        self.name = name
        self._words = {word.id: word for word in words}
        self._own = {fold(word_id): word_id for word_id in self._words}
        self._built_in = _Spellings(self._words.values())

    def __getitem__(self, word_id: str) -> Word:
        return self._words[word_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def find(self, text: str) -> str | None:
        """Return the id of the word that `text` spells, or None."""
        return self._own.get(fold(text)) or self._own.get(_plain(text)) or self._built_in.find(text)

    def spellings(self) -> list[str]:
        """Return the names in the language in use, to suggest from and to list."""
        return [word.name for word in self._words.values()]

    def extended(self, own: Iterable[Word]) -> "WordList":
        """Return the list with a municipality's own words, each with one name (`nb`) or none.

        An own word that shares its id or its name with a known word is that word, and its name
        wins. Where its name is one built-in word and its id an alias of another, the name decides.
        """
        extended = copy(self)
        extended._words = dict(self._words)
        extended._own = dict(self._own)
        for word in own:
            extended._add(word)
        return extended

    def _add(self, word: Word) -> None:
        known = self._words.get(self._meant_by(word) or "")
        name = word.nb or (known.nb if known else word.id)
        added = (
            known._replace(
                nb=name,
                en=word.nb or known.en,
                sector=word.sector or known.sector,
                service=word.service and known.service,
            )
            if known
            else word._replace(nb=name, en=name)
        )
        self._words[added.id] = added
        self._own[fold(word.id)] = added.id
        if folded := fold(name):
            self._own.setdefault(folded, added.id)

    def _meant_by(self, word: Word) -> str | None:
        """Return the id of the known word that an own word is, or None."""
        return (
            self._own.get(fold(word.id))
            or self._own.get(fold(word.nb))
            or self._built_in.find(word.nb)
            or self._built_in.find(word.id)
        )


class _Spellings:
    """The ids of the built-in words by their spellings, indexed when they are first asked for."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)

    def find(self, text: str) -> str | None:
        return self._folded.get(fold(text)) or self._plain.get(_plain(text))

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return self._by(fold)

    @cached_property
    def _plain(self) -> Mapping[str, str]:
        """Without accents and signs, where no word is written so."""
        return {**self._by(_plain), **self._folded}

    def _by(self, key_of: Callable[[str], str]) -> dict[str, str]:
        index: dict[str, str] = {}
        for word in self._words:
            for spelling in word.spellings:
                index.setdefault(key_of(spelling), word.id)
        return index


@lru_cache(maxsize=10_000)  # the same words occur in every file
def _plain(text: str) -> str:
    """Return `text` folded, and without accents and signs."""
    return fold(slug(text))


def _language() -> str:
    return "en" if current_language() == "en" else "nb"


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _word(row: dict[str, str]) -> Word:
    return Word(
        id=row["id"],
        nb=row["name_nb"],
        en=row["name_en"],
        aliases=tuple(alias for alias in row["aliases"].split(";") if alias),
        sector=row.get("sector", ""),
        government_level=row.get("government_level", ""),
        shared=row.get("shared") == "yes",
        service=row.get("service", "yes") == "yes",
        external=row.get("external") == "yes",
        confidentiality=row.get("confidentiality", ""),
    )


@cache
def word_lists() -> Mapping[str, WordList]:
    """Return every built-in word list by name."""
    lists = {name: [_word(row) for row in _rows(file)] for name, file in OPEN_LISTS.items()}
    for row in _rows("fixed_words.csv"):
        lists.setdefault(row["list"], []).append(_word(row))
    return {name: WordList(name, words) for name, words in lists.items()}


@cache
def municipalities() -> Mapping[str, str]:
    """Return the 357 municipalities of 2024: number (four digits) → name."""
    return {row["number"]: row["name"] for row in _rows("municipalities.csv")}


@cache
def factors() -> Mapping[str, Factor]:
    """Return what a self-assessment asks about, by id."""
    return {
        row["id"]: Factor(id=row["id"], group=row["group"], texts=row, published=row["source"])
        for row in _rows("factors.csv")
    }


@cache
def factor_words() -> WordList:
    """Return the factors as a word list, to find them by any spelling."""
    return WordList("factor", (_word(row) for row in _rows("factors.csv")))


@cache
def _counties() -> Mapping[str, str]:
    return {row["number"]: row["name"] for row in _rows("counties.csv")}


def county_of(number: str) -> str:
    """Return the county that a municipality number begins with, or an empty text.

    >>> county_of("1103"), county_of("0000")
    ('Rogaland', '')
    """
    return _counties().get(number[:2], "")


@cache
def header_synonyms() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return other ways of writing headers, by table (`*` for every table) and column."""
    return {
        (row["table"], row["column"]): tuple(row["synonyms"].split(";"))
        for row in _rows("headers.csv")
    }


@cache
def kostra_functions() -> frozenset[str]:
    """Return the valid KOSTRA function codes (three digits or a letter form)."""
    return frozenset(row["code"] for row in _rows("kostra_functions.csv"))


@cache
def council_constitutions() -> tuple[date, ...]:
    """Return the days from which a newly elected municipal council sits at the latest, in order."""
    return tuple(date.fromisoformat(row["constituted_by"]) for row in _rows("council_periods.csv"))


@cache
def election_days() -> Mapping[int, date]:
    """Return the days of the municipal elections, by year."""
    return {
        int(row["election_year"]): date.fromisoformat(row["election_day"])
        for row in _rows("council_periods.csv")
    }


@cache
def law_in_force() -> date:
    """Return the day from which boligsosialloven is in force.

    >>> law_in_force()
    datetime.date(2023, 7, 1)
    """
    (row,) = _rows("law_in_force.csv")
    return date.fromisoformat(row["in_force"])


def is_before_law(day: date | None) -> bool:
    """Return whether a day is known to be from before boligsosialloven."""
    return day is not None and day < law_in_force()


@cache
def transitional_time() -> TransitionalTime:
    """Return the transitional time of boligsosialloven § 5."""
    (row,) = _rows("transitional_time.csv")
    return TransitionalTime(
        until=date.fromisoformat(row["until"]),
        clauses=tuple(row["clauses"].split(";")),
        source=row["source"],
    )
