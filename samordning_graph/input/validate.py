"""Records of text become a `Model`, or problems that say where, what and what to do.

Every problem is found in one run. A row with a problem still counts as present, so that rows that
refer to it give no problem of their own.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _, current_language
from samordning_graph.common.text import fold, slug
from samordning_graph.input.cell_values import (
    organisation_number,
    parse_date,
    parse_integer,
    parse_last_valid_day,
    parse_number,
    parse_survey_answer,
    parse_yes_no,
)
from samordning_graph.input.model_checks import INVENTED, report_rings, warn
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import (
    AMBIGUOUS_REFERENCE,
    EMPTY_CELL,
    ID_TAKEN,
    MATRIX,
    MUNICIPALITY_NUMBER,
    ORGANISATION_NUMBER,
    PERSONAL_DATA,
    TABLE_MISSING,
    TWICE,
    UNKNOWN_FUNCTION,
    UNKNOWN_REFERENCE,
    UNKNOWN_WORD,
    WRONG_KIND,
    WRONG_VALUE,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    TABLES,
    Arena,
    Column,
    ExternalActor,
    Municipality,
    Node,
    OwnWord,
    Participation,
    Row,
    Takes,
    Unit,
    columns,
)
from samordning_graph.schema.vocabulary import (
    OPEN_LISTS,
    OTHER,
    Word,
    WordList,
    kostra_functions,
    municipalities,
    word_lists,
)

_PARSERS: Mapping[Takes, Callable[[str], Any]] = {
    Takes.TEXT: str,
    Takes.YES_NO: parse_yes_no,
    Takes.NUMBER: parse_number,
    Takes.WHOLE: parse_integer,
    Takes.DATE: parse_date,
    Takes.LAST_DAY: parse_last_valid_day,
    Takes.ASKED: parse_survey_answer,
}
_TIMES_A_YEAR = {
    "daglig": "230",
    "ukentlig": "52",
    "hver uke": "52",
    "annenhver uke": "26",
    "hver 14. dag": "26",
    "månedlig": "12",
    "hver måned": "12",
    "månadleg": "12",
    "annenhver måned": "6",
    "kvartalsvis": "4",
    "hvert kvartal": "4",
    "halvårlig": "2",
    "årlig": "1",
    "årleg": "1",
}
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_PHONE = re.compile(
    r"(?:tlf|telefon|mobil|tel)\.?:?\s*(?:\+47\s?)?\d[\d ]{6,10}\d"
    r"|\+47\s?\d[\d ]{6,10}\d"
    r"|(?<![\d/=.-])(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?![\d.-])",
    re.IGNORECASE,
)


def validate(source: Source, today: date) -> Model | None:
    """Return the model, or None when `source.problems` holds an error.

    Warnings are added to `source.problems` either way; `today` decides what is old.
    """
    if not source.problems.any_errors or source.records:
        model = _Validator(source, today).model()
        return None if source.problems.any_errors else model
    return None


class _Validator:
    """The steps share the index of ids and names, which is why they are one object."""

    def __init__(self, source: Source, today: date) -> None:
        self.source = source
        self.problems: Problems = source.problems
        self.today = today
        self.records: dict[str, list[Record]] = defaultdict(list)
        for record in source.records:
            self.records[record.table].append(record)
        self.words: dict[str, WordList] = dict(word_lists())
        self.kind_of: dict[str, type[Row]] = {}
        self.place_of: dict[str, SourceLocation] = {}
        self.ids_by_name: dict[str, list[str]] = defaultdict(list)
        self.ids: dict[SourceLocation, str] = {}
        self.record_at = {record.place: record for record in source.records}
        self.matrix_arenas = {name for name, _place in source.matrix_arenas}

    def model(self) -> Model:
        self._require_tables()
        own_words = self._read_own_words()
        municipality = self._read_municipality()
        self._index(municipality)
        for name, place in self.source.matrix_arenas:
            self._resolve_matrix_arena(name, place)
        rows: dict[type[Row], tuple[Row, ...]] = {OwnWord: own_words}
        for table in TABLES:
            if table not in (Municipality, OwnWord):
                built = (self._row(table, record) for record in self.records[table.table])
                rows[table] = tuple(row for row in built if row is not None)
        model = Model(
            municipality=municipality,
            rows=rows,
            words=self.words,
            tables=self.source.tables,
            path=self.source.path,
            digest=self.source.digest,
        )
        report_rings(model, self.problems)
        self._warn_personal_data()
        if not self.problems.any_errors:
            self._warn_functions(model)
            warn(model, self.problems, self.today)
        return model

    def _require_tables(self) -> None:
        for table in TABLES:
            if self.source.tables and table.needed and table.table not in self.source.tables:
                self.problems.add(
                    TABLE_MISSING,
                    SourceLocation(self.source.path),
                    _("the table «{sheet}» ({table}) is missing.").format(
                        sheet=table.sheet, table=table.table
                    ),
                )

    def _read_own_words(self) -> tuple[Row, ...]:
        rows = tuple(
            row for record in self.records[OwnWord.table] if (row := self._row(OwnWord, record))
        )
        additions: dict[str, list[Word]] = defaultdict(list)
        for row in rows:
            assert isinstance(row, OwnWord)
            name = row.name or ""
            additions[row.list].append(
                Word(
                    id=row.id,
                    nb=name or row.id,
                    en=name or row.id,
                    sector=row.sector or "",
                    service=row.service is not False,
                )
            )
        for list_name, words in additions.items():
            self.words[list_name] = self.words[list_name].extended(words)
        self._resolve_sectors_of_types(rows)
        return rows

    def _resolve_sectors_of_types(self, rows: tuple[Row, ...]) -> None:
        """Check the sectors that the municipality's own actor types name, now that all are known."""
        types = []
        for row in rows:
            if isinstance(row, OwnWord) and row.list == "actor_type" and row.sector:
                sector = self._word("sector", row.sector, self.record_at[row.place].at("sector"))
                types.append(Word(id=row.id, nb="", en="", sector=sector or ""))
        if types:
            self.words["actor_type"] = self.words["actor_type"].extended(types)

    def _read_municipality(self) -> Municipality:
        records = self.records[Municipality.table]
        for extra in records[1:]:
            self.problems.add(
                TWICE,
                extra.place,
                _("the table «{sheet}» has more than one row. A file is one municipality.").format(
                    sheet=Municipality.sheet
                ),
            )
        row = self._row(Municipality, records[0]) if records else None
        if isinstance(row, Municipality):
            name = row.name or municipalities().get(row.number)
            if name:
                values = {one.name: getattr(row, one.name) for one in fields(row)}
                return Municipality(**{**values, "name": name})
        place = records[0].place if records else SourceLocation(self.source.path)
        stem = PurePosixPath(self.source.path).stem
        number_ = row.number if isinstance(row, Municipality) else INVENTED
        return Municipality(place=place, number=number_, name=stem)

    def _index(self, municipality: Municipality) -> None:
        """Give every node its id, and know it by id and by name."""
        self.kind_of[municipality.number] = Municipality
        self.place_of[municipality.number] = municipality.place
        for table in TABLES:
            if not issubclass(table, Node):
                continue
            for record in self.records[table.table]:
                self._index_record(table, record)

    def _index_record(self, table: type[Row], record: Record) -> None:
        written, name = record.cells.get("id", ""), record.cells.get("name", "")
        if UNREADABLE in (written, name) or not (written or name):
            return
        node_id = slug(written or name)
        column = "id" if written else "name"
        if not node_id:
            self.problems.add(
                ID_TAKEN,
                record.at(column),
                _(
                    "no id can be made from «{text}», since it has none of the letters a–z (æ, ø, å"
                    " included) or digits. Write an id."
                ).format(text=written or name),
                value=written or name,
            )
            return
        if node_id in self.kind_of:
            self.problems.add(
                ID_TAKEN,
                record.at(column),
                _(
                    "the id «{id}» is already used: {other}. Ids are unique across all kinds: give"
                    " one of them another id."
                ).format(id=node_id, other=self.place_of[node_id]),
                value=written or name,
            )
        else:
            self.kind_of[node_id] = table
            self.place_of[node_id] = record.place
        self.ids[record.place] = node_id
        if node_id not in self.ids_by_name[fold(name)]:
            self.ids_by_name[fold(name)].append(node_id)

    def _row(self, table: type[Row], record: Record) -> Row | None:
        """Return the typed row, or None when a required cell of it has a problem."""
        values: dict[str, Any] = {}
        for declared, column in zip(_DECLARED[table], columns(table), strict=True):
            cell = record.cells.get(column.name, "")
            if column.takes is Takes.ID and issubclass(table, Node):
                values[declared] = self.ids.get(record.place)
            elif not cell:
                self._report_empty(record, column)
                values[declared] = () if column.many else None
            elif cell == UNREADABLE:
                values[declared] = () if column.many else None
            else:
                values[declared] = self._value(record, column, cell)
        if table is ExternalActor:
            self._complete_external_actor(values, record)
        if any(
            values[declared] is None
            for declared, column in zip(_DECLARED[table], columns(table), strict=True)
            if column.required or column.takes is Takes.ID
        ):
            return None
        return table(place=record.place, **values)

    def _report_empty(self, record: Record, column: Column) -> None:
        # A column that is not there at all is one problem of the header, not one for each row.
        if column.required and column.name in record.headers:
            self.problems.add(
                EMPTY_CELL,
                record.at(column.name),
                _("the cell is empty; «{column}» is needed in every row.").format(column=column.nb),
            )

    def _value(self, record: Record, column: Column, cell: str) -> Any:  # noqa: ANN401 - by column
        place = record.at(column.name)
        if column.many:
            parts = (part.strip() for part in cell.split(";"))
            values = (self._single(place, column, part) for part in parts if part)
            return tuple(dict.fromkeys(value for value in values if value is not None))
        return self._single(place, column, cell)

    def _single(self, place: SourceLocation, column: Column, text: str) -> Any:  # noqa: ANN401 - by column
        if column.takes is Takes.REFERENCE:
            return self._reference(column, text, place)
        if column.takes is Takes.WORD:
            return self._word(column.words, text, place)
        if column.takes is Takes.ID:
            return slug(text) or None
        if column.takes is Takes.MUNICIPALITY_NUMBER:
            return self._municipality_number(text, place)
        if column.takes is Takes.ORGANISATION_NUMBER:
            return self._organisation_number(text, place)
        try:
            return _PARSERS[column.takes](text)
        except ValueError:
            self._report_value(column, text, place)
            return None

    def _report_value(self, column: Column, text: str, place: SourceLocation) -> None:
        expected = {
            Takes.YES_NO: _("ja or nei"),
            Takes.NUMBER: _("a number, such as 4 or 2,5 or 1-2"),
            Takes.WHOLE: _("a whole number"),
            Takes.DATE: _("a date, such as 2026-03-01, 1.3.2026 or 2026"),
            Takes.LAST_DAY: _("a date, such as 2026-03-01, 1.3.2026 or 2026, or «løpende»"),
            Takes.ASKED: _("a date, such as 2026-03-01 or 1.3.2026, or ja or nei"),
        }[column.takes]
        often = _TIMES_A_YEAR.get(text.casefold()) if column.takes is Takes.NUMBER else None
        self.problems.add(
            WRONG_VALUE,
            place,
            _("«{text}» is not {expected}.").format(text=text, expected=expected),
            value=text,
            suggestion=_("Did you mean «{word}»?").format(word=often) if often else "",
        )

    def _word(self, list_name: str, text: str, place: SourceLocation) -> str | None:
        words = self.words[list_name]
        found = words.find(text)
        if found is None and not (OwnWord.table in self.source.unread and list_name in OPEN_LISTS):
            choices = words.spellings()
            shown = ", ".join(choices[:12]) + (" …" if len(choices) > 12 else "")
            suggestion = did_you_mean(text, choices)
            self.problems.add(
                UNKNOWN_WORD,
                place,
                _("«{text}» is not in the list. It takes: {choices}.").format(
                    text=text, choices=shown
                ),
                value=text,
                suggestion=suggestion,
            )
        return found

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
        self.problems.add(
            MUNICIPALITY_NUMBER,
            place,
            _("the municipality number «{text}» is not four digits.").format(text=text) + lost_zero,
            value=text,
        )
        return None

    def _organisation_number(self, text: str, place: SourceLocation) -> str | None:
        try:
            return organisation_number(text)
        except ValueError:
            self.problems.add(
                ORGANISATION_NUMBER,
                place,
                _("«{text}» is not a valid organisation number (nine digits).").format(text=text),
                value=text,
            )
            return None

    def _reference(self, column: Column, text: str, place: SourceLocation) -> str | None:
        if column.name == "arena" and text in self.matrix_arenas:
            # The header of a matrix is looked up once, not for each mark under it.
            return self._find(column.refers_to, text)[0]
        return self._resolve(column.refers_to, text, place)

    def _resolve_matrix_arena(self, name: str, place: SourceLocation) -> None:
        if Arena.table in self.source.unread:
            return
        found, candidates = self._find((Arena.label,), name)
        if candidates:
            self._resolve((Arena.label,), name, place)
        elif found is None:
            headers = (column.nb for column in columns(Participation))
            names = [*self._names_of((Arena.label,)), *headers]
            self.problems.add(
                MATRIX,
                place,
                _("the column «{name}» is neither an arena nor a column of the table.").format(
                    name=name
                ),
                value=name,
                suggestion=did_you_mean(name, names),
            )

    def _find(self, labels: tuple[str, ...], text: str) -> tuple[str | None, list[str]]:
        """Return the id that `text` refers to, and the candidates when it is more than one."""
        as_id = slug(text)
        if as_id in self.kind_of and self.kind_of[as_id].label in labels:
            return as_id, []
        named = [
            node_id
            for node_id in self.ids_by_name.get(fold(text), ())
            if self.kind_of[node_id].label in labels
        ]
        return (named[0], []) if len(named) == 1 else (None, named)

    def _resolve(self, labels: tuple[str, ...], text: str, place: SourceLocation) -> str | None:
        found, candidates = self._find(labels, text)
        if found:
            return found
        other = self.kind_of.get(slug(text)) or next(
            (self.kind_of[node_id] for node_id in self.ids_by_name.get(fold(text), ())), None
        )
        wanted = _label_names(labels)
        if candidates:
            self.problems.add(
                AMBIGUOUS_REFERENCE,
                place,
                _("«{text}» is the name of several rows. Write one of their ids: {ids}.").format(
                    text=text, ids=", ".join(candidates)
                ),
                value=text,
            )
        elif other:
            self.problems.add(
                WRONG_KIND,
                place,
                _("«{text}» is of the kind {kind}; the column takes {wanted}.").format(
                    text=text, kind=_label_names((other.label,)), wanted=wanted
                ),
                value=text,
            )
        elif not any(
            table.label in labels for table in TABLES if table.table in self.source.unread
        ):
            self.problems.add(
                UNKNOWN_REFERENCE,
                place,
                _("«{text}» is not in the data. The column takes {wanted}, by id or name.").format(
                    text=text, wanted=wanted
                ),
                value=text,
                suggestion=did_you_mean(text, self._names_of(labels)),
            )
        return None

    def _names_of(self, labels: tuple[str, ...]) -> list[str]:
        tables = (table for table in TABLES if table.label in labels)
        return [
            record.cells.get("name") or record.cells.get("id", "")
            for table in tables
            for record in self.records[table.table]
        ]

    def _complete_external_actor(self, values: dict[str, Any], record: Record) -> None:
        """Fill in sector, level and public from the actor type where the row is silent."""
        actor_type = self.words["actor_type"].get(values["actor_type"] or "")
        if actor_type is None:
            values["sector"] = values["sector"] or OTHER
            return
        if not values["sector"] and record.cells.get("sector"):
            values["sector"] = OTHER  # the word in the cell has a problem of its own
        values["sector"] = values["sector"] or actor_type.sector or None
        values["government_level"] = (
            values["government_level"] or actor_type.government_level or None
        )
        if values["public"] is None and values["government_level"]:
            values["public"] = values["government_level"] in ("stat", "fylke", "kommune")
        if values["sector"] is None:
            values["sector"] = OTHER
            self.problems.add(
                EMPTY_CELL,
                record.at("sector"),
                _(
                    "the sector is needed here, since the actor type «{type}» belongs to no sector."
                ).format(type=actor_type.name),
            )

    def _warn_personal_data(self) -> None:
        for table in TABLES:
            texts = [one for one in columns(table) if one.takes is Takes.TEXT and not one.many]
            for record in self.records[table.table]:
                for column in texts:
                    text = record.cells.get(column.name, "")
                    if _EMAIL.search(text) or _PHONE.search(text):
                        self.problems.add(
                            PERSONAL_DATA,
                            record.at(column.name),
                            _(
                                "this looks like an e-mail address or a phone number. Write the"
                                " role."
                            ),
                        )

    def _warn_functions(self, model: Model) -> None:
        for unit in model.all(Unit):
            for code in unit.kostra:
                if code not in kostra_functions():
                    self.problems.add(
                        UNKNOWN_FUNCTION,
                        self.record_at[unit.place].at("kostra"),
                        _("«{code}» is not a KOSTRA function code.").format(code=code),
                        value=code,
                    )


def _declared(table: type[Row]) -> tuple[str, ...]:
    """Return the field names of a row class in the order of its columns."""
    names = {one.name.rstrip("_"): one.name for one in fields(table) if one.metadata}
    return tuple(names[column.name] for column in columns(table))


_DECLARED = {table: _declared(table) for table in TABLES}


def _label_names(labels: Iterable[str]) -> str:
    wanted = set(labels)
    tables = [table for table in TABLES if table.label in wanted]
    english = current_language() == "en"
    return _(" or ").join(table.label_en if english else table.label_nb for table in tables)
