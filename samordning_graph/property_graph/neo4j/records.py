"""Makes the rows of text that a file would hold, of what Neo4j holds of a municipality.

A node becomes a row of its label's table. A tie becomes a row too (participation, links, referrals,
goal owners, local requirements), or a cell in the row of the node whose column makes such ties.
Every value is text again, so that validation finds in a graph that others have edited, or made,
what it finds in a file; the location is the node or the tie instead of the row.

How it is decided
    What a national actor is called and does in a municipality is on the tie KNOWS. Target groups are
    those of the property and those of the ties SERVES together. A property that is a misspelt column
    is a problem; unknown properties and ties of unknown types are somebody's own work and are listed
    once. Properties that begin with `_` are ignored.
    A collaboration becomes one row for all that the tie says, and one for the answer of each end.
Known limits
    Where several rows had made one tie, one is read, with the source that the tie has.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.text import tidy
from samordning_graph.input.grid import not_read
from samordning_graph.input.personal_data import keep_identity_numbers_hidden
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.property_graph.constraints import (
    BOOKKEEPING,
    KNOWS,
    MUNICIPALITY,
    NODE_LABELS,
    TIE_TYPES,
)
from samordning_graph.property_graph.neo4j.row_drafts import NodeDraft, PropertyCells, RowDraft
from samordning_graph.property_graph.neo4j.table_layout import (
    COLUMN_OF_TIE,
    OF_BOTH_ENDS,
    PROPERTY_COLUMNS,
    TABLE_OF_LABEL,
    TABLE_OF_TIE,
    TIE_ENDS,
    TOP_UNIT_TIE,
    stored_as,
)
from samordning_graph.property_graph.neo4j.value_text import Texts, natural_order, shown, texts_of
from samordning_graph.schema.problem_kinds import (
    EMPTY_CELL,
    NOT_READABLE,
    TWICE,
    WRONG_KIND,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    COMMON_COLUMNS,
    TABLES,
    TIES,
    ExternalActor,
    Link,
    Municipality,
    Row,
    Tie,
    column_named,
)

Found: TypeAlias = Mapping[str, Any]
"""A record that the database gave."""

_SAID_OF_THE_TIE = ("formal", "source", "source_date", "comment")
"""Columns that each row of a tie gets, since the tie does not say which of its rows had them."""
_RANK = {name: rank for rank, name in enumerate((*NODE_LABELS, *TIE_TYPES))}


class RecordReader:
    """Makes rows of the records of one municipality. The steps share its nodes."""

    def __init__(self, path: str, number: str) -> None:
        self._source = Source(path)
        self._problems = self._source.problems
        self._number = number
        self._nodes: dict[str, NodeDraft] = {}
        self._rows: dict[type[Row], list[RowDraft]] = {table: [] for table in TABLES}
        self._cells = PropertyCells(self._problems)
        self._names_used: Counter[tuple[str, str]] = Counter()

    # Nodes

    def take_nodes(self, nodes: Iterable[Found], shared: Iterable[Found] = ()) -> None:
        """Take the municipality's own nodes, and the national actors with what it says of them."""
        found = [
            (node["label"], _name(node["properties"]) or node["id"], node["properties"], node["id"])
            for node in nodes
        ]
        for actor in shared:
            ends = _between(shown(actor["from_key"]), shown(actor["to_key"]))
            knows = actor["knows"]
            properties = knows if knows.keys() - BOOKKEEPING else actor["properties"]
            found.append((KNOWS, ends, properties, actor["id"]))
        as_text = [(sheet, name, texts_of(values), id_) for sheet, name, values, id_ in found]
        as_text.sort(key=lambda node: (_RANK[node[0]], natural_order(node[1]), node[2]))
        for sheet, name, texts, id_ in as_text:
            label = ExternalActor.label if sheet == KNOWS else sheet
            self._nodes[id_] = self._take_node(label, self._place(sheet, name), texts)

    def _take_node(self, label: str, place: SourceLocation, properties: Texts) -> NodeDraft:
        self._cells.refuse_identity_numbers(place, properties)
        node = NodeDraft(place, label=label)
        table = TABLE_OF_LABEL.get(label)
        if table is None:  # a target group: a word, and no row
            node.cells = dict(properties)
            return node
        self._cells.fill(node, table, properties, PROPERTY_COLUMNS[table])
        self._rows[table].append(node)
        if table is Municipality and "loading" in dict(properties):
            self._problems.add(
                NOT_READABLE,
                place,
                _(
                    "a load of this municipality has begun and is not done, so that a part of it may"
                    " be missing. Wait for it, or load again if none is running."
                ),
            )
        return node

    # Ties

    def take_ties(self, marked: Iterable[Found], drawn: Iterable[Found]) -> None:
        """Take the ties that are marked as this municipality's, and those drawn between its nodes."""
        ties = {tie["id"]: tie for tie in marked}
        strays: dict[str, str] = {}
        for tie in drawn:
            if tie["from"] in self._nodes and tie["to"] in self._nodes:
                ties[tie["id"]] = tie
            elif tie["stray"] and tie["other"] not in self._nodes:
                strays[tie["other"]] = tie["stray"][0]
        unknown_types: Counter[str] = Counter()
        known = []
        for tie in ties.values():
            type_, properties = tie["type"], texts_of(tie["properties"])
            from_ = self._end(tie["from"], tie["from_key"])
            to = self._end(tie["to"], tie["to_key"])
            if type_ in TIE_TYPES and type_ != KNOWS:
                ends = natural_order(_between(from_.place.node, to.place.node))
                known.append((_RANK[type_], ends, properties, type_, from_, to))
            elif not (type_ == KNOWS and from_.label == MUNICIPALITY):
                self._cells.refuse_identity_numbers(
                    SourceLocation(self._source.path), [(type_, ""), *properties]
                )
                unknown_types[tidy(type_)] += 1
        known.sort(key=lambda tie: tie[:3])
        for _rank, _ends, properties, type_, from_, to in known:
            self._take_tie(type_, from_, to, properties)
        self._list_what_is_left_out(unknown_types, Counter(strays.values()))

    def _end(self, id_: str, key: Any) -> NodeDraft:  # noqa: ANN401 - whatever somebody has as a key
        """Return an end of a tie. One that is not the municipality's has no label."""
        node = self._nodes.get(id_)
        return node or NodeDraft(SourceLocation(self._source.path, node=shown(key) or id_))

    def _take_tie(self, type_: str, from_: NodeDraft, to: NodeDraft, properties: Texts) -> None:
        place = self._place(type_, _between(from_.place.node, to.place.node))
        self._cells.refuse_identity_numbers(place, properties)
        # The owner of an overview is in the overview's row, to which the tie runs.
        holder, named = (to, from_) if type_ == Tie.OWNS else (from_, to)
        column = COLUMN_OF_TIE.get((type_, holder.label))
        if column is not None:
            table = TABLE_OF_LABEL[holder.label]
            self._cells.fill(RowDraft(place), table, properties, COMMON_COLUMNS)
            if (type_, holder.label, named.label) != TOP_UNIT_TIE:
                holder.ties[column.name].append(named.named_in(column))
                if column.name not in holder.cells:
                    holder.headers[column.name] = type_
        elif type_ in TABLE_OF_TIE:
            self._take_row(type_, place, (from_, to), properties)
        else:
            self._report_ends(type_, place, from_, to)

    def _take_row(
        self,
        type_: str,
        place: SourceLocation,
        nodes: tuple[NodeDraft, NodeDraft],
        properties: Texts,
    ) -> None:
        table, fixed_cells = TABLE_OF_TIE[type_]
        row = RowDraft(place)
        of_columns = [(name, text) for name, text in properties if name not in OF_BOTH_ENDS]
        self._cells.fill(row, table, of_columns, PROPERTY_COLUMNS[table])
        for end, node in zip(TIE_ENDS[table], nodes, strict=True):
            row.cells[end.name] = node.named_in(end)
            row.headers[end.name] = ""
        row.cells.update(fixed_cells)
        if type_ == Tie.HAS_AGREEMENT_WITH and "agreement" not in row.cells:
            # Without it, the row would say that the two collaborate.
            row.cells["agreement"] = UNREADABLE
            self._problems.add(
                EMPTY_CELL,
                place.at("agreement"),
                _("the cell is empty; «{column}» is needed in every row.").format(
                    column=column_named(Link, "agreement").nb
                ),
            )
        self._rows[table].append(row)
        if type_ == Tie.COLLABORATES_WITH:
            self._take_answers(row, dict(properties))

    def _take_answers(self, row: RowDraft, properties: Mapping[str, str]) -> None:
        """Add the row of each end that has answered; the row of the tie then speaks for neither."""
        from_, to = row.cells["from"], row.cells["to"]
        shared = {name: row.cells[name] for name in _SAID_OF_THE_TIE if name in row.cells}
        ends = (("strength_from", from_, to), ("strength_to", to, from_))
        answers = [
            {
                "from": end,
                "to": other,
                "strength": properties[name],
                "reported_by": "one",
                **shared,
            }
            for name, end, other in ends
            if properties.get(name)
        ]
        if answers:
            row.cells.pop("reported_by", None)
        self._rows[Link] += [RowDraft(row.place, cells, row.headers) for cells in answers]

    def _report_ends(
        self, type_: str, place: SourceLocation, from_: NodeDraft, to: NodeDraft
    ) -> None:
        (declared,) = (tie for tie in TIES if tie.tie == type_)
        self._problems.add(
            WRONG_KIND,
            place,
            _("{type} runs from {from_labels} to {to_labels}, and here from {from_label} to {to_label}.")
            .format(
                type=type_,
                from_labels=", ".join(declared.from_labels),
                to_labels=", ".join(declared.to_labels),
                from_label=from_.label or "?",
                to_label=to.label or "?",
            ),
        )  # fmt: skip

    def _list_what_is_left_out(self, types: Counter[str], strays: Counter[str]) -> None:
        path = self._source.path
        for sheet, names in self._cells.unknown.items():
            reason = _("no column is called {names}").format(names=", ".join(sorted(names)))
            not_read(self._problems, SourceLocation(path, sheet), reason)
        for type_, n in types.items():
            reason = ngettext(
                "{n} tie of a type that no table has", "{n} ties of a type that no table has", n
            )
            not_read(self._problems, SourceLocation(path, type_), reason.format(n=n))
        for label, n in strays.items():
            reason = ngettext(
                "{n} node that ties lead to says no municipality (property municipality)",
                "{n} nodes that ties lead to say no municipality (property municipality)",
                n,
            )
            not_read(self._problems, SourceLocation(path, label), reason.format(n=n))

    # The whole

    def _place(self, sheet: str, name: str) -> SourceLocation:
        """Return the location of a node or a tie; the second of the same name gets «(2)»."""
        self._names_used[sheet, name] += 1
        nth = self._names_used[sheet, name]
        if nth == 1:
            return SourceLocation(self._source.path, sheet, node=name)
        return self._place(sheet, f"{name} ({nth})")

    def _gather_ties(self, table: type[Row], node: NodeDraft) -> None:
        """Fill the cells of a node that its ties make."""
        for name, references in node.ties.items():
            known = sorted(set(references) - {UNREADABLE})
            if not known:
                node.cells[name] = UNREADABLE
            elif column_named(table, name).many:
                existing = node.cells.get(name, "").split(";")
                node.cells[name] = ";".join(dict.fromkeys(filter(None, (*existing, *known))))
            elif len(known) == 1:
                node.cells[name] = known[0]
            else:
                node.cells[name] = UNREADABLE
                self._problems.add(
                    TWICE,
                    node.place.at(node.headers[name]),
                    _("several ties {type} where there can be one: {ids}.").format(
                        type=node.headers[name], ids=", ".join(known)
                    ),
                )

    def source(self) -> Source:
        """Return all that was taken."""
        source = self._source
        for table in TABLES:
            source.tables[table.table] = SourceLocation(source.path, stored_as(table))
            for row in self._rows[table]:
                if isinstance(row, NodeDraft):
                    self._gather_ties(table, row)
                source.records.append(Record(table.table, row.place, row.cells, row.headers))
        if not self._rows[Municipality]:
            place = source.tables[Municipality.table]
            source.records.append(
                Record(
                    Municipality.table, place, {"number": self._number}, {"number": "municipality"}
                )
            )
        content = sorted(
            repr((record.table, sorted(record.cells.items()))) for record in source.records
        )
        source.digest = hashlib.sha256("\n".join(content).encode()).hexdigest()
        keep_identity_numbers_hidden(source)
        return source


def _name(properties: Mapping[str, Any]) -> str:
    """Return what a node is known by: its key, else its id or its name."""
    names = (shown(properties.get(name)) for name in ("key", "id", "name"))
    return next(filter(None, names), "")


def _between(from_: str, to: str) -> str:
    return f"{from_} → {to}"
