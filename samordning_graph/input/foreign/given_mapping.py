"""What somebody says about the columns and the types of a network: `--map`.

    Navn = Label
    Type: NGO = Eksterne aktører
    Type: Seminary = Arenaer
    Styrke: 3 = samordning

The command prints its own mapping in this form, so that it can be saved, corrected and given back.
Lines that begin with `#`, and what stands after two spaces and `#`, are remarks; a line with
nothing after `=` says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.common.text import fold, tidy
from samordning_graph.input.foreign.raw_table import ForeignNetworkError, RawTable
from samordning_graph.input.foreign.words import (
    AGREEMENT,
    COLUMN,
    LEFT_OUT,
    PART_OF,
    PART_OF_LABEL,
    PERSON,
    ROW,
    node_meaning,
    tie_meaning,
)
from samordning_graph.input.grid import known_headers
from samordning_graph.schema.tables import (
    Arena,
    Column,
    ExternalActor,
    Link,
    Participation,
    Referral,
    Row,
    Takes,
    Unit,
)
from samordning_graph.schema.vocabulary import WordList, word_lists

NODE_TABLES: tuple[type[Row], ...] = (Unit, ExternalActor, Arena)
TIE_TABLES: tuple[type[Row], ...] = (Link, Referral, Participation)
MOST_NAMED = 40
"""Columns that a message names."""
_REMARK = re.compile(r"^\s*#.*$|\s{2,}#.*$")
_SPECIAL = {"type": "Type", "from": "Fra", "to": "Til", "direction": "Retning"}


@cache
def columns_taken(tables: tuple[type[Row], ...]) -> Mapping[str, Column]:
    """Return the columns, by name, that a foreign column can become: all but most references."""
    return {
        column.name: column
        for table in tables
        for column in known_headers(table).values()
        if column.takes is not Takes.REFERENCE or column.name == PART_OF
    }


@cache
def _labels() -> Mapping[str, str]:
    """Return every column that can be given, by name, with what it is called."""
    own = columns_taken(NODE_TABLES + TIE_TABLES)
    # The «Type» of an arena is another than the type of a node.
    return _SPECIAL | {name: column.nb for name, column in own.items()} | {"kind": "kind"}


def label_of(column: str) -> str:
    """Return what a column is called in the mapping: as in the workbook."""
    return _labels()[column]


@dataclass(slots=True)
class GivenMapping:
    """Columns: ours → folded headers. Values: (our column, folded text) → what it stands for.

    `spelling` has the texts of `values` as they were written, `asked` those of the files: a text that
    is in `values` alone fits nothing.
    """

    columns: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    values: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    spelling: dict[tuple[str, str], str] = field(default_factory=dict)
    asked: dict[tuple[str, str], str] = field(default_factory=dict)

    def stated(self, column: str, text: str) -> list[str]:
        """Return what a text in a column is said to stand for: once, or for nodes and then for ties."""
        self.asked.setdefault((column, fold(text)), text)
        return self.values.get((column, fold(text)), [])


def says_matrix(lines: Iterable[str]) -> bool:
    """Return whether the lines say what only a matrix has: «Fra = rad», «Til = kolonne»."""
    ends = {(column, fold(text)) for column, value, text in _parsed(lines) if value is None}
    return ends >= {("from", ROW), ("to", COLUMN)}


def parse_mapping(lines: Iterable[str], tables: Iterable[RawTable]) -> GivenMapping:
    """Return the mapping that some lines give for some tables.

    Raises
    ------
    ForeignNetworkError
        If a line names a column that is not there, or says what cannot be.
    """
    given = GivenMapping()
    headers = {fold(header): header for table in tables for header in table.headers}
    for column, value, text in _parsed(lines):
        if value is None:
            if fold(text) not in headers:
                raise ForeignNetworkError(
                    _("no column is called «{header}». The columns are: {headers}.").format(
                        header=text, headers=first_few(list(headers.values()), MOST_NAMED)
                    )
                )
            given.columns[column].append(fold(text))
        else:
            _refuse_unknown(column, text)
            given.values[column, fold(value)].append(text)
            given.spelling[column, fold(value)] = value
    return given


def _parsed(lines: Iterable[str]) -> Iterator[tuple[str, str | None, str]]:
    """Yield (our column, the text in it or None, what it is)."""
    by_name = {fold(name): name for name in _labels()}
    by_name |= {fold(label): name for name, label in _labels().items()}
    for line in lines:
        stated = _REMARK.sub("", line).strip()
        if not stated:
            continue
        left, equals, text = stated.rpartition("=")
        label, colon, value = left.partition(":")
        column = by_name.get(fold(label))
        if not equals or column is None:
            raise ForeignNetworkError(
                _(
                    "«{line}» is not understood. Write «Navn = Label» (our column = the column in the"
                    " file) or «Type: NGO = Eksterne aktører». Our columns are: {columns}."
                ).format(line=stated, columns=", ".join(dict.fromkeys(_labels().values())))
            )
        if tidy(text):
            yield column, tidy(value) if colon else None, tidy(text)


def _refuse_unknown(column: str, text: str) -> None:
    """Refuse a word that nothing of ours is called."""
    choices = _choices(column)
    if column == "type":
        known = bool(node_meaning(text, guess=False) or tie_meaning(text, guess=False))
    else:
        known = not choices or bool(_word_list(column).find(text)) or fold(text) == LEFT_OUT
    if not known:
        message = _("«{text}» is nothing that «{column}» can be: {choices}.").format(
            text=text, column=label_of(column), choices=", ".join(choices)
        )
        raise ForeignNetworkError(f"{message} {did_you_mean(text, choices)}".strip())


def _choices(column: str) -> list[str]:
    if column == "type":
        tables = [table.sheet for table in (*NODE_TABLES, *TIE_TABLES)]
        return [*tables, AGREEMENT, PART_OF_LABEL, PERSON, LEFT_OUT]
    return _word_list(column).spellings()


def _word_list(column: str) -> WordList:
    """Return the words that a column of ours takes; none for one that takes others."""
    own = columns_taken(NODE_TABLES + TIE_TABLES).get(column)
    return word_lists()[own.words] if own and own.words else WordList(column, ())
