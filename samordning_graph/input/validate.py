"""From records of text to a `Model`, or to problems that say where, what and what to do.

Every problem is found in one run. A row with a problem still counts as present, so that rows that
refer to it cause no problem of their own.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.input.model_checks import (
    INVENTED_NUMBER,
    add_warnings,
    add_warnings_of_rows,
    report_acceptances_of_nothing,
    report_contradictions,
    report_cycles,
)
from samordning_graph.input.node_index import NodeIndex
from samordning_graph.input.participation_sheets import joined
from samordning_graph.input.personal_data import (
    holds_contact_details,
    report_contact_details,
    tell_only_places,
)
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.input.typed_cells import TypedCells
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import (
    EMPTY_CELL,
    TABLE_MISSING,
    TWICE,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    TABLES,
    Column,
    ExternalActor,
    Municipality,
    Node,
    OwnWord,
    Participation,
    Row,
    Takes,
    Unit,
    column_named,
    columns,
)
from samordning_graph.schema.vocabulary import (
    OPEN_LISTS,
    OTHER_WORD,
    Word,
    WordList,
    kostra_functions,
    municipalities,
    word_lists,
)
from samordning_graph.schema.warning_kinds import (
    NOT_READ,
    UNKNOWN_FUNCTION,
    WITHOUT_NAME,
    WORDS_MERGED,
)


def validate(source: Source, today: date) -> Model | None:
    """Return the model, or None when `source.problems` holds an error.

    Warnings are added to `source.problems` either way; `today` decides what is old, and which
    agreements are in force.
    """
    if not source.problems.any_errors or source.records:
        model = _Validator(source, today).model()
        tell_only_places(source.problems)
        return None if source.problems.any_errors else model
    return None


class _Validator:
    """Validates one source; its steps share the records, the words and the index of nodes."""

    def __init__(self, source: Source, today: date) -> None:
        self.source = source
        self.problems: Problems = source.problems
        self.today = today
        self.records: dict[str, list[Record]] = defaultdict(list)
        for record in source.records:
            self.records[record.table].append(record)
        self.record_at = {record.place: record for record in source.records}
        self.words: dict[str, WordList] = dict(word_lists())
        self.index = NodeIndex(self.records, source.unread, source.problems)
        self.cells = TypedCells(source, self.words, self.index)

    def model(self) -> Model:
        self._require_tables()
        own_words = self._read_own_words()
        municipality = self._read_municipality()
        self.index.fill(municipality)
        for name, place in self.source.matrix_arenas:
            self.index.check_matrix_header(name, place)
        rows: dict[type[Row], tuple[Row, ...]] = {OwnWord: own_words}
        for table in TABLES:
            if table not in (Municipality, OwnWord):
                built = (self._row(table, record) for record in self.records[table.table])
                rows[table] = tuple(row for row in built if row is not None)
        participation = tuple(row for row in rows[Participation] if isinstance(row, Participation))
        rows[Participation] = joined(participation, self.words, self.index.called, self.problems)
        model = Model(
            municipality=municipality,
            rows=rows,
            words=self.words,
            tables=self.source.tables,
            path=self.source.path,
            digest=self.source.digest,
            not_read=tuple(
                problem
                for problem in (*self.source.beside, *self.problems.in_order())
                if problem.kind == NOT_READ  # it may come from another process
            ),
            absent_columns=tuple(self.source.absent_columns),
        )
        report_cycles(model, self.index, self.problems)
        report_contradictions(model, self.index, self.problems, self.today)
        report_acceptances_of_nothing(model, self.problems)
        self._warn_personal_data()
        self._warn_functions(model)
        is_whole = not self.problems.any_errors
        add_warnings_of_rows(model, self.problems, self.today)
        if is_whole:
            self._warn_without_name(model)
            add_warnings(model, self.problems, self.today)
        return model

    def _require_tables(self) -> None:
        """Report the tables that are missing, unless another that does as well is there."""
        present = self.source.tables
        for table in TABLES:
            if present and table.needed and not present.keys() & {table.table, table.instead}:
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
        own: dict[str, list[OwnWord]] = defaultdict(list)
        for row in rows:
            assert isinstance(row, OwnWord)
            own[row.list].append(row)
        for list_name in OPEN_LISTS:  # sectors first: actor types are in them
            self.words[list_name] = self.words[list_name].extended(
                Word(
                    id=row.id,
                    nb=row.name or "",
                    en=row.name or "",
                    sector=self._sector_of(row),
                    service=row.service is not False,
                )
                for row in own[list_name]
            )
            self._warn_merged_words(own[list_name], self.words[list_name])
        return rows

    def _warn_merged_words(self, rows: Sequence[OwnWord], words: WordList) -> None:
        """Warn of rows that have become one word."""
        first: dict[str | None, OwnWord] = {}
        for row in rows:
            other = first.setdefault(words.find(row.id), row)
            if (other.id, other.name) != (row.id, row.name):
                self.problems.add(
                    WORDS_MERGED,
                    row.place,
                    _(
                        "«{word}» is read as the same word as «{other}» in row {row}: an id of one is"
                        " the id or the name of the other."
                    ).format(
                        word=row.name or row.id,
                        other=other.name or other.id,
                        row=other.place.row,
                    ),
                )

    def _sector_of(self, row: OwnWord) -> str:
        """Return the sector of an own type of actor or service; an unknown one is a problem."""
        if row.list not in ("actor_type", "service_type") or not row.sector:
            return ""
        place = self.record_at[row.place].at("sector")
        return self.cells.word("sector", row.sector, place) or row.sector

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
        stem = PurePosixPath(self.source.path).stem
        if isinstance(row, Municipality):
            return replace(row, name=row.name or municipalities().get(row.number) or stem)
        place = records[0].place if records else SourceLocation(self.source.path)
        return Municipality(place=place, number=INVENTED_NUMBER, name=stem)

    def _row(self, table: type[Row], record: Record) -> Row | None:
        """Return the typed row, or None when a required cell of it has a problem."""
        values: dict[str, Any] = dict(_EMPTY[table])
        cells, of_column = record.cells, _FIELDS[table]
        for name, cell in cells.items():
            if cell and cell != UNREADABLE and name in of_column:
                declared, column = of_column[name]
                values[declared] = self.cells.value(record, column, cell)
        for column in _NEEDED[table]:
            if not cells.get(column.name):
                self._report_empty(record, column)
        if issubclass(table, Node):
            values["id"] = self.index.id_of(record)
        if table is ExternalActor:
            self._complete_external_actor(values, record)
        if any(values[declared] is None for declared in _REQUIRED[table]):
            return None
        return table(place=record.place, **values)

    def _report_empty(self, record: Record, column: Column) -> None:
        # A missing column is one problem of the header, not one of each row.
        if column.name in record.headers:
            self.problems.add(
                EMPTY_CELL,
                record.at(column.name),
                _("the cell is empty; «{column}» is needed in every row.").format(column=column.nb),
            )

    def _complete_external_actor(self, values: dict[str, Any], record: Record) -> None:
        """Fill in sector, level and public from the actor type where the cells are empty."""
        actor_type = self.words["actor_type"].get(values["actor_type"] or "")
        if actor_type is None:
            values["sector"] = values["sector"] or OTHER_WORD
            return
        if not values["sector"] and record.cells.get("sector"):
            values["sector"] = OTHER_WORD  # the word in the cell has a problem of its own
        values["sector"] = values["sector"] or actor_type.sector or None
        values["government_level"] = (
            values["government_level"] or actor_type.government_level or None
        )
        if values["public"] is None and values["government_level"]:
            values["public"] = values["government_level"] in ("stat", "fylke", "kommune")
        if values["sector"] is None:
            values["sector"] = OTHER_WORD
            self.problems.add(
                EMPTY_CELL,
                record.at("sector"),
                _(
                    "the sector is needed here, since the actor type «{type}» belongs to no sector."
                ).format(type=actor_type.name),
            )

    def _warn_personal_data(self) -> None:
        for table in TABLES:
            texts = {
                column.name
                for column in columns(table)
                if column.takes is Takes.TEXT and not column.many
            }
            for record in self.records[table.table]:
                for name, text in record.cells.items():
                    if name in texts and holds_contact_details(text):
                        report_contact_details(self.problems, record.at(name))

    def _warn_without_name(self, model: Model) -> None:
        """Warn where the name of the file stands in for that of the municipality."""
        municipality = model.municipality
        records = self.records[Municipality.table]
        if records and (records[0].cells.get("name") or municipality.number in municipalities()):
            return
        needed = ("name",) if records else ("number", "name")
        self.problems.add(
            WITHOUT_NAME,
            records[0].at("name") if records else model.place_of(Municipality),
            _(
                "it does not say which municipality this is, so reports are headed «{name}"
                " ({number})». Fill in {columns} in {sheet}."
            ).format(
                name=municipality.name,
                number=municipality.number,
                columns=listed([f"«{column_named(Municipality, name).nb}»" for name in needed]),
                sheet=Municipality.sheet,
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


def _declared(table: type[Row]) -> Iterator[tuple[str, Column]]:
    """Yield the field names of a row class with their columns, in the order of these."""
    names = {field.name.rstrip("_"): field.name for field in fields(table) if field.metadata}
    return ((names[column.name], column) for column in columns(table))


_COLUMNS = {table: tuple(_declared(table)) for table in TABLES}
_EMPTY = {
    table: {declared: () if column.many else None for declared, column in of_table}
    for table, of_table in _COLUMNS.items()
}
_FIELDS = {
    table: {
        column.name: (declared, column)
        for declared, column in of_table
        # The id of a node is made of its name too.
        if not (column.takes is Takes.ID and issubclass(table, Node))
    }
    for table, of_table in _COLUMNS.items()
}
"""What the cells of a row give by themselves, by column."""
_NEEDED = {
    table: tuple(column for _declared, column in of_column.values() if column.required)
    for table, of_column in _FIELDS.items()
}
"""The columns of those that no row may leave empty."""
_REQUIRED = {
    table: tuple(
        declared for declared, column in of_table if column.required or column.takes is Takes.ID
    )
    for table, of_table in _COLUMNS.items()
}
