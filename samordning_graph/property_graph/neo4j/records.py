"""What Neo4j holds of a municipality becomes the rows of text that a file of it would hold.

A node becomes a row of its label's table. A tie becomes a row too (participation, links, referrals,
goal owners, local requirements), or a cell in the row of the node whose column makes such ties.
Every value is text again, so that validation finds in a graph that others have edited, or made,
what it finds in a file; the node or the tie stands where the row would.

How it is decided
    What a national actor is called and does here stands on the tie KNOWS. Target groups are those
    of the property and those of the ties SERVES together. A property that is a misspelt column is a
    problem; other properties that no column knows, and ties of other types, are somebody's own work
    and are listed once. Those that begin with `_` are passed by.
Known limits
    Where several rows had made one tie, one is read, with the source that the tie has.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from neo4j.time import Date, DateTime

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.text import fold, slug, tidy
from samordning_graph.input.grid import known_headers, not_read
from samordning_graph.input.personal_data import (
    holds_national_identity_number,
    keep_identity_numbers_hidden,
    report_identity_number,
)
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.property_graph.constraints import (
    BOOKKEEPING,
    KNOWS,
    MUNICIPALITY,
    NODE_LABELS,
    OWN_LABELS,
    TIE_TYPES,
)
from samordning_graph.schema.problem_kinds import (
    EMPTY_CELL,
    NOT_READABLE,
    TWICE,
    UNKNOWN_COLUMN,
    WRONG_KIND,
)
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    TABLES,
    TARGET_GROUP,
    TIES,
    Column,
    ExternalActor,
    GoalHolder,
    Link,
    LocalRequirement,
    Municipality,
    Node,
    Participation,
    Referral,
    Row,
    Takes,
    Tie,
    Unit,
    columns,
)

Found: TypeAlias = Mapping[str, Any]
"""A record that the database gave."""
Texts: TypeAlias = list[tuple[str, str]]
"""Properties by name, as text."""

_TABLES: Mapping[str, type[Row]] = {
    **{table.label: table for table in TABLES if table.label},
    **{label: table for table, label in OWN_LABELS.items()},
}
_ROWS: Mapping[str, tuple[type[Row], Mapping[str, str]]] = {
    Tie.PARTICIPATES_IN: (Participation, {}),
    Tie.COLLABORATES_WITH: (Link, {}),
    Tie.HAS_AGREEMENT_WITH: (Link, {}),
    Tie.REFERS_TO: (Referral, {}),
    Tie.OWNS: (GoalHolder, {"role": "owner"}),
    Tie.CONTRIBUTES_TO: (GoalHolder, {"role": "contributor"}),
    Tie.REQUIRED_WITH: (LocalRequirement, {}),
}
"""The ties that are rows: of which table, and what the type says there."""
_COLUMNS: Mapping[tuple[str, str], Column] = {
    (str(column.tie), table.label): column
    for table in TABLES
    for column in columns(table)
    if column.tie
}
"""The columns that make ties: by type, and label of the node in whose row they stand."""
_KNOWN: Mapping[type[Row], Mapping[str, Column]] = {
    table: {**known_headers(table), **{column.name: column for column in columns(table)}}
    for table in TABLES
}
_HEADERS = {table: {column.name: column.name for column in columns(table)} for table in TABLES}
_ENDS = {
    table: [column for column in columns(table) if column.takes is Takes.REFERENCE]
    for table, _fixed in _ROWS.values()
}
_SAID = {
    table: frozenset(_HEADERS[table]) - {end.name for end in _ENDS.get(table, ())}
    for table in TABLES
}
"""What a node, or a tie that is a row, may say: all columns but the ends of the tie."""
_COMMON = frozenset(one.name for one in fields(Row) if one.metadata)
"""What any other tie may say."""
_UNDER_NOBODY = (Tie.PART_OF, Unit.label, MUNICIPALITY)
"""The tie of a unit with no unit above it; no column says it."""
_RANK = {name: rank for rank, name in enumerate((*NODE_LABELS, *TIE_TYPES))}
_DIGITS = re.compile(r"([0-9]+)")


# Values


def _text(value: Any) -> str:  # noqa: ANN401 - whatever Neo4j can hold
    """Return a value of Neo4j as a person would write it in a cell."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return format(Decimal(repr(value)), "f")
        case list():
            return ";".join(map(_text, value))
        case DateTime():
            return value.date().iso_format()
        case Date():
            return value.iso_format()
        case _:
            return str(value)


def _texts(properties: Mapping[str, Any]) -> Texts:
    return [(tidy(name), tidy(_text(properties[name]))) for name in sorted(properties)]


def shown(value: Any) -> str:  # noqa: ANN401 - whatever Neo4j can hold
    """Return a value as it can be shown: tidy, and never a national identity number."""
    text = "" if value is None else tidy(_text(value))
    return "…" if holds_national_identity_number(text) else text


def _in_order(text: str) -> list[str | int]:
    """Return what sorts «word/10» after «word/9»."""
    return [int(part) if part.isdecimal() else part for part in _DIGITS.split(text)]


@lru_cache(maxsize=1024)
def _misspelt(name: str, unused: tuple[str, ...]) -> str:
    """Return the column that a name is a misspelling of, or an empty text.

    Own definition: one letter wrong, missing, too many or changed with its neighbour; two in names
    of eight letters or more. Narrower than «did you mean», since others put figures of their own on
    our nodes (`community`, `pagerank`), and none of these may stop an analysis.
    """
    from rapidfuzz.distance import OSA

    written = fold(name)
    allowed = 0 if len(written) < 4 else 1 if len(written) < 8 else 2
    near = ((OSA.distance(written, fold(column)), column) for column in unused)
    distance, column = min(near, default=(allowed + 1, ""))
    return column if distance <= allowed else ""


# Rows


@dataclass(slots=True)
class _Row:
    """A row on its way: what it says, and by which properties and ties."""

    place: SourceLocation
    cells: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Node(_Row):
    """A node; `ties` gathers, by column, those whom its ties name."""

    label: str = ""
    ties: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def named_in(self, column: Column) -> str:
        """Return how a cell of this column names this node, so that it means no other."""
        table = _TABLES.get(self.label)
        if self.label == TARGET_GROUP and column.takes is Takes.WORD:
            return self.cells.get("id") or self.cells.get("name") or UNREADABLE
        if self.label == MUNICIPALITY:
            return self.cells.get("number") or UNREADABLE
        if table is not None and issubclass(table, Node) and column.takes is Takes.REFERENCE:
            return slug(self.cells.get("id") or self.cells.get("name") or "") or UNREADABLE
        return self.place.node


class Reader:
    """Takes what the database gave of one municipality. The steps share the nodes."""

    def __init__(self, path: str, number: str) -> None:
        self._source = Source(path)
        self._problems = self._source.problems
        self._number = number
        self._nodes: dict[str, _Node] = {}
        self._rows: dict[type[Row], list[_Row]] = {table: [] for table in TABLES}
        self._unknown: dict[str, set[str]] = defaultdict(set)
        self._same: Counter[tuple[str, str]] = Counter()

    # Nodes

    def take_nodes(self, nodes: Iterable[Found], shared: Iterable[Found] = ()) -> None:
        """Take the municipality's own nodes, and the national actors with what it says of them."""
        found = [
            (one["label"], _name(one["properties"]) or one["id"], one["properties"], one["id"])
            for one in nodes
        ]
        for one in shared:
            ends = _between(shown(one["from_key"]), shown(one["to_key"]))
            said = one["knows"] if one["knows"].keys() - BOOKKEEPING else one["properties"]
            found.append((KNOWS, ends, said, one["id"]))
        in_text = [(sheet, name, _texts(said), id_) for sheet, name, said, id_ in found]
        in_text.sort(key=lambda one: (_RANK[one[0]], _in_order(one[1]), one[2]))
        for sheet, name, said, id_ in in_text:
            label = ExternalActor.label if sheet == KNOWS else sheet
            self._nodes[id_] = self._take_node(label, self._place(sheet, name), said)

    def _take_node(self, label: str, place: SourceLocation, said: Texts) -> _Node:
        self._refuse_identity_numbers(place, said)
        node = _Node(place, label=label)
        table = _TABLES.get(label)
        if table is None:  # a target group: a word, and no row
            node.cells = dict(said)
            return node
        self._fill(node, table, said, _SAID[table])
        self._rows[table].append(node)
        if table is Municipality and "loading" in dict(said):
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
        """Take the ties that say that they are this municipality's, and those between its nodes."""
        ties = {one["id"]: one for one in marked}
        strays: dict[str, str] = {}
        for one in drawn:
            if one["from"] in self._nodes and one["to"] in self._nodes:
                ties[one["id"]] = one
            elif one["stray"] and one["other"] not in self._nodes:
                strays[one["other"]] = one["stray"][0]
        others: Counter[str] = Counter()
        ours = []
        for one in ties.values():
            type_, said = one["type"], _texts(one["properties"])
            from_ = self._end(one["from"], one["from_key"])
            to = self._end(one["to"], one["to_key"])
            if type_ in TIE_TYPES and type_ != KNOWS:
                between = _between(from_.place.node, to.place.node)
                ours.append((_RANK[type_], _in_order(between), said, type_, from_, to))
            elif not (type_ == KNOWS and from_.label == MUNICIPALITY):
                self._refuse_identity_numbers(
                    SourceLocation(self._source.path), [(type_, ""), *said]
                )
                others[tidy(type_)] += 1
        for _rank, _between_them, said, type_, from_, to in sorted(ours, key=lambda one: one[:3]):
            self._take_tie(type_, from_, to, said)
        self._list_what_is_left_out(others, Counter(strays.values()))

    def _end(self, id_: str, key: Any) -> _Node:  # noqa: ANN401 - whatever somebody has as a key
        """Return an end of a tie. One that is not the municipality's has no label."""
        node = self._nodes.get(id_)
        return node or _Node(SourceLocation(self._source.path, node=shown(key) or id_))

    def _take_tie(self, type_: str, from_: _Node, to: _Node, said: Texts) -> None:
        place = self._place(type_, _between(from_.place.node, to.place.node))
        self._refuse_identity_numbers(place, said)
        # The owner of an overview stands in the overview's row, to which the tie runs.
        holder, other = (to, from_) if type_ == Tie.OWNS else (from_, to)
        column = _COLUMNS.get((type_, holder.label))
        if column is not None:
            self._fill(_Row(place), _TABLES[holder.label], said, _COMMON)
            if (type_, holder.label, other.label) != _UNDER_NOBODY:
                holder.ties[column.name].append(other.named_in(column))
                if column.name not in holder.cells:
                    holder.headers[column.name] = type_
        elif type_ in _ROWS:
            self._row_of_tie(type_, place, (from_, to), said)
        else:
            self._report_ends(type_, place, from_, to)

    def _row_of_tie(
        self, type_: str, place: SourceLocation, nodes: tuple[_Node, _Node], said: Texts
    ) -> None:
        table, fixed = _ROWS[type_]
        row = _Row(place)
        self._fill(row, table, said, _SAID[table])
        for end, node in zip(_ENDS[table], nodes, strict=True):
            row.cells[end.name] = node.named_in(end)
            row.headers[end.name] = ""
        row.cells.update(fixed)
        if type_ == Tie.HAS_AGREEMENT_WITH and "agreement" not in row.cells:
            # Without it, the row would say that the two collaborate.
            row.cells["agreement"] = UNREADABLE
            self._problems.add(
                EMPTY_CELL,
                place.at("agreement"),
                _("the cell is empty; «{column}» is needed in every row.").format(
                    column=_named(Link, "agreement").nb
                ),
            )
        self._rows[table].append(row)

    def _report_ends(self, type_: str, place: SourceLocation, from_: _Node, to: _Node) -> None:
        (declared,) = (one for one in TIES if one.tie == type_)
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

    # Properties

    def _fill(self, row: _Row, table: type[Row], said: Texts, takes: frozenset[str]) -> None:
        """Put properties into the cells of a row, under the columns that are taken."""
        known = _KNOWN[table]
        written: dict[str, str] = {}
        unknown: list[str] = []
        for name, text in said:
            column = known.get(name) or known.get(fold(name))
            if column is None or column.name not in takes:
                if name not in BOOKKEEPING and not name.startswith("_"):
                    unknown.append(name)
            elif column.name in written:
                self._problems.add(
                    TWICE,
                    row.place,
                    _("the column stands twice: «{one}» and «{other}».").format(
                        one=written[column.name], other=name
                    ),
                )
            else:
                written[column.name] = name
                if text:
                    row.cells[column.name] = text
        row.headers = {**_HEADERS[table], **written}
        for name in unknown:
            self._take_unknown(name, row.place, table, takes - written.keys())

    def _take_unknown(
        self, name: str, place: SourceLocation, table: type[Row], unused: frozenset[str]
    ) -> None:
        meant = _misspelt(name, tuple(sorted(unused)))
        if not meant:
            self._unknown[place.sheet].add(name)
            return
        self._problems.add(
            UNKNOWN_COLUMN,
            place.at(name),
            _("unknown column «{header}» in the table «{table}».").format(
                header=name, table=table.sheet
            ),
            value=name,
            suggestion=did_you_mean(name, [meant]),
        )

    def _refuse_identity_numbers(self, place: SourceLocation, said: Texts) -> None:
        for name, text in said:
            if holds_national_identity_number(name):
                report_identity_number(self._problems, place)
            elif holds_national_identity_number(text):
                report_identity_number(self._problems, place.at(name))

    def _list_what_is_left_out(self, types: Counter[str], strays: Counter[str]) -> None:
        path = self._source.path
        for sheet, names in self._unknown.items():
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
        """Return the place of a node or a tie; the second that looks the same gets «(2)»."""
        self._same[sheet, name] += 1
        nth = self._same[sheet, name]
        if nth == 1:
            return SourceLocation(self._source.path, sheet, node=name)
        return self._place(sheet, f"{name} ({nth})")

    def _gather_ties(self, table: type[Row], node: _Node) -> None:
        """Fill the cells of a node that its ties say."""
        for name, named in node.ties.items():
            known = sorted({one for one in named if one != UNREADABLE})
            if not known:
                node.cells[name] = UNREADABLE
            elif _named(table, name).many:
                there = node.cells.get(name, "").split(";")
                node.cells[name] = ";".join(dict.fromkeys(one for one in (*there, *known) if one))
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
            source.tables[table.table] = SourceLocation(source.path, _stands_in(table))
            for row in self._rows[table]:
                if isinstance(row, _Node):
                    self._gather_ties(table, row)
                source.records.append(Record(table.table, row.place, row.cells, row.headers))
        if not self._rows[Municipality]:
            place = source.tables[Municipality.table]
            source.records.append(
                Record(
                    Municipality.table, place, {"number": self._number}, {"number": "municipality"}
                )
            )
        content = sorted(repr((one.table, sorted(one.cells.items()))) for one in source.records)
        source.digest = hashlib.sha256("\n".join(content).encode()).hexdigest()
        keep_identity_numbers_hidden(source)
        return source


def _named(table: type[Row], name: str) -> Column:
    return next(one for one in columns(table) if one.name == name)


def _stands_in(table: type[Row]) -> str:
    """Return the label, or the types of ties, that a table stands in."""
    label = table.label or OWN_LABELS.get(table, "")
    return label or ", ".join(str(tie) for tie, (rows, _fixed) in _ROWS.items() if rows is table)


def _name(properties: Mapping[str, Any]) -> str:
    """Return what a node is found by: its key, else its id or its name."""
    names = (shown(properties.get(one)) for one in ("key", "id", "name"))
    return next((one for one in names if one), "")


def _between(one: str, other: str) -> str:
    return f"{one} → {other}"
