"""Every node by id and by name, and which of them a reference means."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import count

from samordning_graph.common.did_you_mean import Suggestions, did_you_mean
from samordning_graph.common.locale import _, current_language
from samordning_graph.common.text import fold, slug
from samordning_graph.input.record import UNREADABLE, Record
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import (
    AMBIGUOUS_REFERENCE,
    ID_TAKEN,
    MATRIX,
    UNKNOWN_REFERENCE,
    WRONG_KIND,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    TABLES,
    Arena,
    Municipality,
    Participation,
    Row,
    columns,
    node_tables,
)

_MAX_IDS_SHOWN = 12
"""Ids that a message gives as choices."""


class NodeIndex:
    """The ids and names of one municipality's nodes.

    A row with a problem is still indexed, so that rows that refer to it cause no problem of their
    own. `unread` are the tables whose rows are not all known: what is not found may be there.
    """

    def __init__(
        self, records: Mapping[str, Sequence[Record]], unread: Set[str], problems: Problems
    ) -> None:
        self._records = records
        self._unread = unread
        self._problems = problems
        self._table_of: dict[str, type[Row]] = {}
        self._place_of: dict[str, SourceLocation] = {}
        self._name_of: dict[str, str] = {}
        self._ids_by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._found: dict[tuple[tuple[str, ...], str], tuple[str | None, list[str]]] = {}
        self._suggestions: dict[tuple[str, ...], Suggestions] = {}
        self._other_ids: Iterator[str] = iter(())
        # By the record itself: several may stand on one line of a YAML file.
        self._id_of: dict[int, str] = {}

    def fill(self, municipality: Municipality) -> None:
        """Give every node its id, and report ids that are taken or cannot be made."""
        self._table_of[municipality.number] = Municipality
        self._place_of[municipality.number] = municipality.place
        self._other_ids = (f"{municipality.number}-{number}" for number in count(2))
        for table in node_tables():
            for record in self._records.get(table.table, ()):
                self._add(table, record)

    def id_of(self, record: Record) -> str | None:
        """Return the id of the node that a record is, or None when it has none."""
        return self._id_of.get(id(record))

    def _add(self, table: type[Row], record: Record) -> None:
        written, name = record.cells.get("id", ""), record.cells.get("name", "")
        if UNREADABLE in (written, name) or not (written or name):
            return
        node_id = slug(written or name)
        column = "id" if written else "name"
        if not node_id:
            self._problems.add(
                ID_TAKEN,
                record.at(column),
                _(
                    "no id can be made from «{text}», since it has none of the letters a–z (æ, ø, å"
                    " included) or digits. Write an id."
                ).format(text=written or name),
                value=written or name,
            )
            return
        if self._table_of.get(node_id) is Municipality:
            # Its number is the id of the municipality. A reference still means the row.
            node_id = next(other for other in self._other_ids if other not in self._table_of)
            self._ids_by_name[fold(written or name)][node_id] = None
        if node_id in self._table_of:
            self._problems.add(
                ID_TAKEN,
                record.at(column),
                self._advice(table, node_id, written).format(
                    id=node_id, name=name, other=self._place_of[node_id]
                ),
                value=written or name,
            )
        else:
            self._table_of[node_id] = table
            self._place_of[node_id] = record.place
            self._name_of[node_id] = name
        self._id_of[id(record)] = node_id
        self._ids_by_name[fold(name)][node_id] = None

    def _advice(self, table: type[Row], node_id: str, written: str) -> str:
        """Return what to do about an id that is taken, in the words of whoever wrote the rows."""
        if written:
            return _(
                "the id «{id}» is already used: {other}. Ids are unique across all kinds: give one of"
                " them another id."
            )
        if self._table_of[node_id] is table:
            return _(
                "«{name}» stands twice, also in {other}. Delete one of the rows if they are the same;"
                " otherwise write a name that tells them apart."
            )
        return _(
            "«{name}» has the same name as {other}, which is of another kind. Write a name that tells"
            " them apart."
        )

    def called(self, node_id: str) -> str:
        """Return a node as a message calls it: its name, and its id if that was not made from it."""
        name = self._name_of.get(node_id) or node_id
        is_known_by_id = slug(name) != node_id or self._place_of[node_id].in_database
        return f"«{name}» ({node_id})" if is_known_by_id else f"«{name}»"

    def find(self, labels: tuple[str, ...], text: str) -> tuple[str | None, list[str]]:
        """Return the id that `text` refers to, or None and the candidates if they are several.

        For every node to be known, `fill` comes first.
        """
        if (labels, text) not in self._found:
            self._found[labels, text] = self._sought(labels, text)
        return self._found[labels, text]

    def _sought(self, labels: tuple[str, ...], text: str) -> tuple[str | None, list[str]]:
        as_id = slug(text)
        if as_id in self._table_of and self._table_of[as_id].label in labels:
            return as_id, []
        named = [
            node_id
            for node_id in self._ids_by_name.get(fold(text), ())
            if self._table_of[node_id].label in labels
        ]
        return (named[0], []) if len(named) == 1 else (None, named)

    def resolve(
        self, labels: tuple[str, ...], text: str, place: SourceLocation, *, suggestion: str = ""
    ) -> str | None:
        """Return the id that `text` refers to, or None after reporting why there is none.

        `suggestion` is what to do if it is not in the data; otherwise the name that is most like it.
        """
        found, candidates = self.find(labels, text)
        if found:
            return found
        wanted = _label_names(labels)
        if candidates:
            ids = ", ".join(candidates[:_MAX_IDS_SHOWN])
            if len(candidates) > _MAX_IDS_SHOWN:
                ids += " …"
            self._problems.add(
                AMBIGUOUS_REFERENCE,
                place,
                _("«{text}» is the name of several rows. Write one of their ids: {ids}.").format(
                    text=text, ids=ids
                ),
                value=text,
            )
        elif wrong_kind := self._any_kind(text):
            self._problems.add(
                WRONG_KIND,
                place,
                _("«{text}» is of the kind {kind}; the column takes {wanted}.").format(
                    text=text, kind=_label_names((wrong_kind.label,)), wanted=wanted
                ),
                value=text,
            )
        elif not any(table.label in labels for table in TABLES if table.table in self._unread):
            self._problems.add(
                UNKNOWN_REFERENCE,
                place,
                _("«{text}» is not in the data. The column takes {wanted}, by id or name.").format(
                    text=text, wanted=wanted
                ),
                value=text,
                suggestion=suggestion or self._suggestions_of(labels).of(text),
            )
        return None

    def check_matrix_header(self, name: str, place: SourceLocation) -> None:
        """Report the header of a participation matrix unless it is an arena."""
        if Arena.table in self._unread:
            return
        found, candidates = self.find((Arena.label,), name)
        if candidates:
            self.resolve((Arena.label,), name, place)
        elif found is None:
            headers = (column.nb for column in columns(Participation))
            self._problems.add(
                MATRIX,
                place,
                _("the column «{name}» is neither an arena nor a column of the table.").format(
                    name=name
                ),
                value=name,
                suggestion=self._suggestions_of((Arena.label,)).of(name)
                or did_you_mean(name, list(headers))
                or _("Add it to {sheet} if it is an arena; otherwise correct the header.").format(
                    sheet=Arena.sheet
                ),
            )

    def _any_kind(self, text: str) -> type[Row] | None:
        """Return the table of a node with this id or name, of whatever kind."""
        named = self._ids_by_name.get(fold(text), ())
        return self._table_of.get(slug(text)) or next(
            (self._table_of[node_id] for node_id in named), None
        )

    def _suggestions_of(self, labels: tuple[str, ...]) -> Suggestions:
        if labels not in self._suggestions:
            self._suggestions[labels] = Suggestions(self._names_of(labels))
        return self._suggestions[labels]

    def _names_of(self, labels: tuple[str, ...]) -> list[str]:
        return [
            record.cells.get("name") or record.cells.get("id", "")
            for table in TABLES
            if table.label in labels
            for record in self._records.get(table.table, ())
        ]


def _label_names(labels: tuple[str, ...]) -> str:
    return _label_names_in(current_language(), labels)


@cache  # a damaged file asks it for each of its rows
def _label_names_in(language: str, labels: tuple[str, ...]) -> str:
    tables = [table for table in TABLES if table.label in labels]
    english = language == "en"
    return _(" or ").join(table.label_en if english else table.label_nb for table in tables)
