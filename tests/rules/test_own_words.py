"""A word is the same however it is written: by id, name or alias, the municipality's or ours."""

from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.common.text import fold, slug
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph, actors
from samordning_graph.rules.register import RULES
from samordning_graph.schema.tables import TABLES, Takes, columns
from samordning_graph.schema.vocabulary import OPEN_LISTS, word_lists
from tests.helpers.cases import few
from tests.helpers.oracle import Table, Tables
from tests.helpers.samples import written
from tests.rules.test_properties import graph_of, municipalities

pytestmark = pytest.mark.slow

LIST_OF = {
    (table.table, column.name): column.words
    for table in TABLES
    for column in columns(table)
    if column.takes is Takes.WORD and column.words in OPEN_LISTS
}
"""The columns whose words a municipality may add to, and which list they take."""
IN_USE = {
    "sector": ("bolig", "helse", "sosial", "ledelse", "stab", "annet"),
    "actor_type": ("nav-stat", "husbanken", "fengsel", "ideell", "nabokommune"),
    "target_group": ("eldre", "flyktninger"),
    "task": ("keep", "obtain"),
    "service_type": ("helsestasjon", "politisk-organ"),
}
"""The words that the random municipalities use."""
IN_NAMES = "kommunestyre"
"""What random arenas are called: who takes it for another type of service says what names mean."""
COLLIDING = ("its name is the word's", "its id is the word's", "its id is an alias")
"""How an own word may be one of them."""


class Vocabulary(NamedTuple):
    """Rows of own words, and how each word in use may be written: its id first."""

    rows: Table
    spellings: dict[tuple[str, str], list[str]]


@st.composite
def vocabularies(draw: st.DrawFn, kinds: tuple[str, ...]) -> Vocabulary:
    """Own words of some kinds, of which no two claim the same spelling."""
    vocabulary = Vocabulary([], {})
    for list_name, in_use in IN_USE.items():
        own = _OwnWords(draw, list_name)
        for word in in_use:
            own.draw_row(word, draw(st.sampled_from(("", *kinds))))
        vocabulary.rows.extend(own.rows)
        for word in in_use:
            vocabulary.spellings[list_name, word] = own.spellings(word)
    return vocabulary


class _OwnWords:
    """The own words of one list while they are drawn."""

    def __init__(self, draw: st.DrawFn, list_name: str) -> None:
        self.draw = draw
        self.list_name = list_name
        self.rows: Table = []
        self.built_in = word_lists()[list_name]
        ids = set(map(plain, self.built_in))
        self.aliases = {
            word.id: [text for text in word.spellings if plain(text) not in ids]
            for word in self.built_in.values()
        }
        self.owner: dict[str, str] = {}
        self.added: dict[str, list[str]] = {}
        self.new: set[str] = set()

    def draw_row(self, word: str, kind: str) -> None:
        """Draw a row about a word. What it takes may have been an alias of any other word."""
        new_id, new_name = f"eget-{len(self.rows)}", f"Vårt eget <{len(self.rows)}>"
        everybodys = [
            text for texts in self.aliases.values() for text in texts if plain(text) != IN_NAMES
        ]
        if kind == "its name is the word's":
            id_ = self.unclaimed([new_id, *map(slug, everybodys)])
            name = self.unclaimed(self.aliases[word])
        elif kind == "its id is the word's":
            id_, name = word, self.unclaimed([new_name, *everybodys])
        elif kind == "its id is an alias":
            id_ = slug(self.unclaimed(self.aliases[word]))
            name = self.draw(st.sampled_from(["", new_name]))
        elif kind == "new":
            id_, name = new_id, new_name
            self.new.add(word)
        else:
            return
        self.owner |= dict.fromkeys(map(plain, (id_, name)), word)
        self.added[word] = [id_, name or id_]
        sector = "frivillig" if self.list_name == "actor_type" and kind == "new" else ""
        self.rows.append({"list": self.list_name, "id": id_, "name": name, "sector": sector})

    def unclaimed(self, texts: list[str]) -> str:
        return self.draw(st.sampled_from([text for text in texts if plain(text) not in self.owner]))

    def spellings(self, word: str) -> list[str]:
        """Return how a word may be written, its id first."""
        added = self.added.get(word, [])
        if word in self.new:
            return added
        left = [
            text
            for text in self.built_in[word].spellings
            if self.owner.get(plain(text), word) == word
        ]
        return [word, *added, *left]


def plain(text: str) -> str:
    return fold(slug(text))


def respelled(tables: Tables, vocabulary: Vocabulary, choose: Callable[[list[str]], str]) -> Tables:
    """Return a municipality with its own words, each word written as `choose` says."""

    def cell(list_name: str | None, text: str) -> str:
        if list_name is None:
            return text
        return ";".join(
            choose(vocabulary.spellings[list_name, word]) for word in text.split(";") if word
        )

    changed = {
        table: [
            {column: cell(LIST_OF.get((table, column)), text) for column, text in row.items()}
            for row in rows
        ]
        for table, rows in tables.items()
    }
    return {**changed, "vocabulary": vocabulary.rows}


def answers(graph: Graph) -> list[object]:
    """Return what every rule assesses, and how every pair is covered."""
    engine = pair_engine(graph)
    pairs = combinations(sorted(actor.id for actor in actors(graph)), 2)
    return [
        [
            (rule.code, [*assessment.found], assessment.examined, [*assessment.undetermined])
            for rule in RULES
            for assessment in [rule.assess(graph)]
        ],
        [engine.coverage(first, second) for first, second in pairs],
    ]


@few
@given(municipalities(), vocabularies((*COLLIDING, "new")), st.randoms(use_true_random=False))
def test_a_word_by_id_or_by_name_gives_the_same_report(
    tables: Tables, vocabulary: Vocabulary, random: Random
):
    by_id = graph_of(respelled(tables, vocabulary, lambda spellings: spellings[0]))
    by_any = graph_of(respelled(tables, vocabulary, random.choice))

    assert written(by_any, "json") == written(by_id, "json")


@few
@given(municipalities(), vocabularies(COLLIDING), st.randoms(use_true_random=False))
def test_other_names_for_built_in_words_change_no_answer(
    tables: Tables, vocabulary: Vocabulary, random: Random
):
    own = graph_of(respelled(tables, vocabulary, random.choice))

    assert answers(own) == answers(graph_of(tables))
