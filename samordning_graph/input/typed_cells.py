"""From the text of a cell to what its column takes, or a problem at its place."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from samordning_graph.common.did_you_mean import Suggestions
from samordning_graph.common.locale import _, in_words
from samordning_graph.common.phrases import listed
from samordning_graph.common.text import fold, slug
from samordning_graph.input.cell_values import (
    organisation_number,
    parse_date,
    parse_integer,
    parse_last_valid_day,
    parse_month,
    parse_number,
    parse_survey_answer,
    parse_year,
    parse_yes_no,
    says_unknown,
    two_days,
)
from samordning_graph.input.node_index import NodeIndex
from samordning_graph.input.record import Record, Source
from samordning_graph.schema.problem_kinds import (
    MUNICIPALITY_NUMBER,
    ORGANISATION_NUMBER,
    UNKNOWN_WORD,
    WRONG_VALUE,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import COMMON_COLUMNS, Column, OwnWord, Takes
from samordning_graph.schema.vocabulary import OPEN_LISTS, WordList

_SEPARATOR = re.compile(
    r"\s*(?:[,/&+|\n]|(?<=\s)(?:og|and|eller|or|samt|[-–—])(?=\s))\s*", re.IGNORECASE
)
"""What people write between several values, beside `;`."""
_PARTS = re.compile(rf"\s*;\s*|{_SEPARATOR.pattern}", re.IGNORECASE)
_NOT_KNOWN = frozenset(
    map(
        fold,
        (
            *(
                "",
                "?",
                "??",
                "ukjent",
                "ukjend",
                "vet ikke",
                "veit ikkje",
                "n/a",
                "na",
                "ikke oppgitt",
            ),
            *("ikke relevant", "uavklart", "mangler", "unknown", "not known", "tbd", "ubesvart"),
        ),
    )
)
"""«-» is empty when it is folded."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BULLET = re.compile(r"^(?:\d{1,2}[.)]|[-–—•*])\s*(?=\D)")
"""What stands before each value where they are numbered or are lines of their own."""
_MAX_WORDS_SHOWN = 12
"""Words of a list that a message gives as choices."""
_PARSERS: Mapping[Takes, Callable[[str], Any]] = {
    Takes.YES_NO: parse_yes_no,
    Takes.NUMBER: parse_number,
    Takes.INTEGER: parse_integer,
    Takes.DATE: parse_date,
    Takes.LAST_DAY: parse_last_valid_day,
    Takes.SURVEY_ANSWER: parse_survey_answer,
}
_YEARS: Mapping[str, Callable[[str], Any]] = {"year": parse_year}
"""Columns of whole numbers in which a date stands for its year."""
_DAYS = (Takes.DATE, Takes.LAST_DAY, Takes.SURVEY_ANSWER)


def _may_be_unknown(column: Column) -> bool:
    """Return whether a text that says that nobody knows is no text: but for names, remarks and sources."""
    return column.takes is Takes.TEXT and not column.required and column.name not in COMMON_COLUMNS


class TypedCells:
    """Gives cells their value. `words` may be extended while it is in use."""

    def __init__(self, source: Source, words: Mapping[str, WordList], index: NodeIndex) -> None:
        self._problems = source.problems
        self._unread = source.unread
        self._matrix_arenas = {name for name, _place in source.matrix_arenas}
        self._words = words
        self._index = index
        self._choices: dict[str, tuple[WordList, str, Suggestions]] = {}

    def value(self, record: Record, column: Column, text: str) -> Any:  # noqa: ANN401 - by column
        """Return the value of a filled cell; None, or () for many values, when it has a problem.

        «Vet ikke» is no text either: nobody has said.
        """
        if _may_be_unknown(column) and says_unknown(text):
            return () if column.many else None
        if column.many and not text.isalnum():
            parts = (part.strip() for part in text.split(";"))
            values = (
                self._single(record, column, value)
                for part in parts
                if part
                for value in self._several(column, part)
            )
            return tuple(dict.fromkeys(value for value in values if value is not None))
        value = self._single(record, column, text)
        if column.many:
            return () if value is None else (value,)
        return value

    def _several(self, column: Column, text: str) -> list[str]:
        """Return the values in a text between two `;`.

        Another mark than `;` separates values only if the whole is no value and every part is one:
        a name may hold a comma or an «og». Where only some are, each is a value, so that the problem
        is that of the others.
        """
        if not _SEPARATOR.search(text):
            return [text]
        whole = " ".join(text.split())
        if column.takes not in (Takes.WORD, Takes.REFERENCE) or self._is_known(column, whole):
            return [whole]
        parts = [_BULLET.sub("", part) for part in _SEPARATOR.split(text) if part]
        known = [self._is_known(column, part) for part in parts]
        return parts if all(known) or (any(known) and column.takes is Takes.WORD) else [whole]

    def _is_known(self, column: Column, text: str) -> bool:
        return self._known(column, text) is not None

    def _single(self, record: Record, column: Column, text: str) -> Any:  # noqa: ANN401 - by column
        known = self._known(column, text)
        return known or self._reported(record.at(column.name), column, text)

    def _known(self, column: Column, text: str) -> Any:  # noqa: ANN401 - by column
        """Return the value of most cells: plain text, or what is found as it is written."""
        if column.takes is Takes.TEXT:
            return text
        if column.takes is Takes.REFERENCE:
            return self._index.find(column.refers_to, text)[0]
        if column.takes is Takes.WORD:
            return self._words[column.words].find(text)
        return None

    def _reported(self, place: SourceLocation, column: Column, text: str) -> Any:  # noqa: ANN401 - by column
        if column.takes is Takes.REFERENCE:
            return self._reference(column, text, place)
        if column.takes is Takes.WORD:
            return self.word(column.words, text, place, many=column.many, required=column.required)
        if column.takes is Takes.ID:
            return slug(text) or None
        if column.takes is Takes.MUNICIPALITY_NUMBER:
            return self._municipality_number(text, place)
        if column.takes is Takes.ORGANISATION_NUMBER:
            return self._organisation_number(text, place)
        try:
            return (_YEARS.get(column.name) or _PARSERS[column.takes])(text)
        except ValueError:
            self._report_value(column, text, place)
            return None

    def _report_value(self, column: Column, text: str, place: SourceLocation) -> None:
        if column.takes in (Takes.DATE, Takes.SURVEY_ANSWER) and _is_month(text):
            self._problems.add(
                WRONG_VALUE,
                place,
                _(
                    "«{text}» says no day. Write the day too, such as 2026-05-31 or 31. mai 2026,"
                    " or only the year."
                ).format(text=text),
                value=text,
            )
            return
        if column.takes in _DAYS and (days := two_days(text)):
            self._problems.add(
                WRONG_VALUE,
                place,
                _("«{text}» may be {one} or {other}. Write the day as {iso}.").format(
                    text=text,
                    one=in_words(days[0]),
                    other=in_words(days[1]),
                    iso=days[0].isoformat(),
                ),
                value=text,
            )
            return
        expected = {
            Takes.YES_NO: _("ja or nei (nor x, ✓, 1, 0 or ukjent)"),
            Takes.NUMBER: _("a number, such as 4 or 2,5 or 1-2"),
            Takes.INTEGER: _("a whole number"),
            Takes.DATE: _("a date, such as 2026-03-01, 1. mars 2026 or 2026"),
            Takes.LAST_DAY: _("a date, such as 2026-03-01, 1. mars 2026 or 2026, or «løpende»"),
            Takes.SURVEY_ANSWER: _("a date, such as 2026-03-01 or 1. mars 2026, or ja or nei"),
        }[column.takes]
        if column.name in _YEARS:
            expected = _("a year, such as 2026")
        often = _times_a_year(text) if column.takes is Takes.NUMBER else ""
        self._problems.add(
            WRONG_VALUE,
            place,
            _("«{text}» is not {expected}.").format(text=text, expected=expected),
            value=text,
            suggestion=_("Did you mean «{word}»?").format(word=often)
            if often
            else _if_made_a_date(column, text) or _if_blank(text),
        )

    def word(
        self,
        list_name: str,
        text: str,
        place: SourceLocation,
        *,
        many: bool = False,
        required: bool = True,
    ) -> str | None:
        """Return the id of a word, or None after reporting that it is not in the list."""
        words = self._words[list_name]
        found = words.find(text)
        if found is None and not (OwnWord.table in self._unread and list_name in OPEN_LISTS):
            shown, suggestions = self._choices_of(list_name)
            self._problems.add(
                UNKNOWN_WORD,
                place,
                _("«{text}» is not in the list. It takes: {choices}.").format(
                    text=text, choices=shown
                ),
                value=text,
                suggestion=_("Write «;» between several values.")
                if many and _SEPARATOR.search(text)
                else (not required and _if_blank(text)) or suggestions.of(text),
            )
        return found

    def _choices_of(self, list_name: str) -> tuple[str, Suggestions]:
        """Return the words of a list as a message gives them, and the suggestions of them."""
        words = self._words[list_name]
        if list_name not in self._choices or self._choices[list_name][0] is not words:
            choices = words.spellings()
            shown = ", ".join(choices[:_MAX_WORDS_SHOWN])
            if len(choices) > _MAX_WORDS_SHOWN:
                shown += " …"
            self._choices[list_name] = (words, shown, Suggestions(choices))
        return self._choices[list_name][1:]

    def _municipality_number(self, text: str, place: SourceLocation) -> str | None:
        if text.isascii() and text.isdecimal() and len(text) == 4:
            return text
        lost_zero = (
            _(" Excel drops the first zero: format the cell as text and write 0{text}.").format(
                text=text
            )
            if text.isdecimal() and len(text) == 3
            else ""
        )
        self._problems.add(
            MUNICIPALITY_NUMBER,
            place,
            _("the municipality number «{text}» is not four digits.").format(text=text) + lost_zero,
            value=text,
            suggestion=_("Did you mean «{word}»?").format(word=inside[0])
            if len(inside := _FOUR_DIGITS.findall(text)) == 1
            else "",
        )
        return None

    def _organisation_number(self, text: str, place: SourceLocation) -> str | None:
        try:
            return organisation_number(text)
        except ValueError:
            self._problems.add(
                ORGANISATION_NUMBER,
                place,
                _("«{text}» is not a valid organisation number (nine digits).").format(text=text),
                value=text,
            )
            return None

    def _reference(self, column: Column, text: str, place: SourceLocation) -> str | None:
        if column.name == "arena" and text in self._matrix_arenas:
            # The header of a matrix is checked once, not for each mark under it.
            return self._index.find(column.refers_to, text)[0]
        return self._index.resolve(
            column.refers_to, text, place, suggestion=self._one_row_each(column, text)
        )

    def _one_row_each(self, column: Column, text: str) -> str:
        """Return what to do where a cell for one holds several, all of them known, or one for many some."""
        parts = [_BULLET.sub("", part) for part in _PARTS.split(text) if part]
        if len(parts) < 2:
            return ""
        if column.many:
            any_known = any(self._is_known(column, part) for part in parts)
            return _("Write «;» between several values.") if any_known else ""
        if not all(self._is_known(column, part) for part in parts):
            return ""
        return _("Write a row for each of them: {names}.").format(
            names=listed([f"«{part}»" for part in parts])
        )


def _if_made_a_date(column: Column, text: str) -> str:
    """Return what to do where Excel has made a day of «1-2» or «12/1»."""
    if column.takes is Takes.NUMBER and _ISO_DAY.match(text):
        return _(
            "Excel may have made a date of what was written. Format the cell as text, and write the"
            " number anew."
        )
    return ""


def _times_a_year(text: str) -> str:
    # Its patterns are for what is no number: few data have it, and all would wait for them.
    from samordning_graph.input.how_often import times_a_year

    return times_a_year(text)


def _if_blank(text: str) -> str:
    """Return what to do about what people write for «not known»."""
    return _("Leave the cell empty if it is not known.") if fold(text) in _NOT_KNOWN else ""


def _is_month(text: str) -> bool:
    try:
        return bool(parse_month(text))
    except ValueError:
        return False
