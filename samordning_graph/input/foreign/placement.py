"""From mapped tables to rows of ours. What has no place is counted, never dropped in silence.

A node of no known kind becomes a unit whose sector is to be filled in: nothing is made up. A tie of
a kind that is not known becomes nothing, since it may be anything but cooperation; one of which no
kind is given is taken as cooperation, as the networks that people draw of it are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from samordning_graph.common.text import fold, slug, unique_stem
from samordning_graph.input.foreign.columns import MappedTable
from samordning_graph.input.foreign.given_mapping import (
    NODE_TABLES,
    TIE_TABLES,
    GivenMapping,
    columns_taken,
    label_of,
)
from samordning_graph.input.foreign.placed_rows import ForeignNode, LeftOut, Placement
from samordning_graph.input.foreign.raw_table import RawTable
from samordning_graph.input.foreign.words import (
    LEFT_OUT,
    NO_TIE,
    PART_OF,
    PERSON,
    Meaning,
    is_name_of,
    meaning_of_name,
    node_meaning,
    tie_meaning,
)
from samordning_graph.schema.tables import Arena, Column, Link, Participation, Referral, Takes, Unit
from samordning_graph.schema.vocabulary import word_lists

_TABLES = {table.table: table for table in (*NODE_TABLES, *TIE_TABLES)}
_PARTS = re.compile(r"\s*[;,|]\s*")
_ENDS = ("from", "to")
_MAY_BE_PARTICIPATION = (Link.table, Participation.table, PART_OF)


def placed(mapped: Sequence[MappedTable], given: GivenMapping) -> Placement:
    """Return the rows of our tables that some foreign tables hold."""
    return _Placer(given).placement(mapped)


class _Placer:
    def __init__(self, given: GivenMapping) -> None:
        self.given = given
        self.result = Placement()
        self.nodes: list[ForeignNode] = []
        self.by_id: dict[str, ForeignNode] = {}
        self.by_name: dict[str, ForeignNode] = {}
        self.taken: set[str] = set()
        self.seen: set[tuple[object, ...]] = set()
        self.spelling: dict[str, str] = {}
        self.ends_are_ids = False

    def placement(self, mapped: Sequence[MappedTable]) -> Placement:
        for table in mapped:
            if not table.is_ties:
                for row in table.table.rows:
                    self._add_node(table, row)
        ties = [(table, row) for table in mapped if table.is_ties for row in table.table.rows]
        self.ends_are_ids = any(
            (text := table.cell(row, end)) in self.by_id and fold(text) not in self.by_name
            for table, row in ties
            for end in _ENDS
        )
        ends = [tuple(self._end(table, row, end) for end in _ENDS) for table, row in ties]
        for node in self.nodes:
            self._place_node(node)
        for node in self.nodes:
            self._place_parent(node)
        for (table, row), (source, target) in zip(ties, ends, strict=True):
            self._place_tie(table, row, source, target)
        return self.result

    def _as_first_written(self, kind: str) -> str:
        """Return one spelling of a type for all that differ in case or spaces."""
        return self.spelling.setdefault(fold(kind), kind)

    # Nodes

    def _add_node(self, table: MappedTable, row: Mapping[str, str]) -> None:
        name = table.cell(row, "name") or table.cell(row, "id")
        if not name:
            self.result.left_out[LeftOut.NO_NAME] += 1
            return
        identity = table.cell(row, "id")
        if identity and identity in self.by_id:
            self.result.left_out[LeftOut.NODE_TWICE] += 1
            return
        kind = self._as_first_written(table.cell(row, "type"))
        node = ForeignNode(name, kind, file=_file(table.table))
        node.cells = {
            column: text
            for column in table.headers
            if column not in ("id", "name", "type") and (text := table.cell(row, column))
        }
        self._remember(node, identity, table.table.means)

    def _end(self, table: MappedTable, row: Mapping[str, str], end: str) -> ForeignNode | None:
        """Return the node at an end of a tie; a name that stands in no list of nodes makes one."""
        text = table.cell(row, end)
        if not text:
            return None
        node = self.by_id.get(text) or self.by_name.get(fold(text))
        if node is None and (self.ends_are_ids or (table.table.holds_ties and self.by_id)):
            self.result.unknown_ends[text] += 1
        elif node is None:
            header = table.headers[end]
            kind = header if fold(header) in table.table.means else ""
            node = ForeignNode(text, kind, file=_file(table.table))
            self._remember(node, "", table.table.means)
        return node

    def _remember(self, node: ForeignNode, identity: str, means: Mapping[str, str]) -> None:
        meaning = None if node.kind else meaning_of_name(node.name)
        if meaning is None:
            meaning = self._node_meaning(node.kind, means)
            self.result.node_kinds[node.kind] += 1
            self.result.node_meanings[node.kind] = meaning
        else:
            self.result.known_names += 1
        node.meaning = meaning
        self.nodes.append(node)
        if identity:
            self.by_id[identity] = node
        self.by_name.setdefault(fold(node.name), node)

    def _node_meaning(self, kind: str, means: Mapping[str, str]) -> Meaning:
        stated = [*self.given.stated("type", kind), means.get(fold(kind), "")]
        meaning = next(filter(None, (node_meaning(text, guess=False) for text in stated)), None)
        if meaning is None and kind:
            meaning = node_meaning(kind)
        return meaning or Meaning(Unit.table, is_known=False)

    def _place_node(self, node: ForeignNode) -> None:
        if not node.is_placed:
            is_person = node.meaning.table == PERSON
            self.result.left_out[LeftOut.PERSON if is_person else LeftOut.NODE] += 1
            return
        node.row = {
            "name": node.name,
            **self._identity(node),
            **self._cells(
                node.meaning,
                {name: text for name, text in node.cells.items() if name != PART_OF},
                _type_remark(node.kind, node.meaning),
                node.file,
            ),
        }
        self.result.rows[node.meaning.table].append(node.row)

    def _identity(self, node: ForeignNode) -> dict[str, str]:
        """Return an id where the name alone would not do: it stands twice, or has no letters."""
        stem = slug(node.name)
        identity = unique_stem(stem or "node", self.taken)
        self.taken.add(identity)
        node.reference = node.name if identity == stem else identity
        return {} if identity == stem else {"id": identity}

    def _cells(
        self, meaning: Meaning, texts: Mapping[str, str], remarks: Sequence[str], file: str
    ) -> dict[str, str]:
        """Return the filled cells of a row; what no column of it takes becomes a remark."""
        takes = columns_taken((_TABLES[meaning.table],))
        row: dict[str, str] = {}
        unplaced = list(remarks)
        for name, text in texts.items():
            if name in takes and name != "comment":
                row[name], unknown = self._words(takes[name], text)
                unplaced += [f"{label_of(name)}: {part}" for part in unknown]
            elif name not in ("comment", "direction"):
                unplaced.append(f"{label_of(name)}: {text}")
        for name, word in meaning.cells.items():
            row[name] = row.get(name) or word
        row["comment"] = ". ".join(filter(None, [*unplaced, texts.get("comment", "")]))
        row["source"] = row.get("source") or file
        return {name: text for name, text in row.items() if text}

    def _words(self, column: Column, text: str) -> tuple[str, list[str]]:
        """Return a cell in words that are known, and the parts that are not.

        What is no word is copied: `check` says what is wrong with it.
        """
        if column.takes is not Takes.WORD:
            return text, []
        words = word_lists()[column.words]
        is_whole = not column.many or words.find(text) or self.given.stated(column.name, text)
        known: list[str] = []
        unknown: list[str] = []
        for part in [text] if is_whole else filter(None, _PARTS.split(text)):
            stated = next(iter(self.given.stated(column.name, part)), part)
            word = words.find(stated)
            became = words[word].nb if word else stated if fold(stated) == LEFT_OUT else ""
            self.result.words[column.name, part] = became
            self.result.word_counts[column.name, part] += 1
            if word:
                known.append(became)
            elif not became:
                unknown.append(part)
        return "; ".join(dict.fromkeys(known)), unknown

    def _place_parent(self, node: ForeignNode) -> None:
        text = node.cells.get(PART_OF, "")
        if text and node.is_placed:
            above = self.by_id.get(text) or self.by_name.get(fold(text))
            self._part_of(node, above, label_of(PART_OF))

    def _part_of(self, node: ForeignNode, above: ForeignNode | None, kind: str) -> None:
        """Put one unit under another. It has one place; what is no unit has none."""
        is_put = False
        if above is not None and node.meaning.table == above.meaning.table == Unit.table:
            is_put = node.row.setdefault(PART_OF, above.reference) == above.reference
        if not is_put:
            self.result.no_place[kind] += 1

    # Ties

    def _place_tie(
        self,
        table: MappedTable,
        row: Mapping[str, str],
        source: ForeignNode | None,
        target: ForeignNode | None,
    ) -> None:
        kind = self._as_first_written(table.cell(row, "type"))
        meaning = self._tie_meaning(kind)
        self.result.tie_kinds[kind] += 1
        self.result.tie_meanings.setdefault(kind, meaning)
        weight = table.cell(row, "strength")
        if any(
            node is None and table.cell(row, end) in self.result.unknown_ends
            for node, end in zip((source, target), _ENDS, strict=True)
        ):
            return
        why = self._why_not(source, target, meaning, weight)
        if why is not None:
            self.result.left_out[why] += 1
            return
        assert source is not None
        assert target is not None
        is_arena = [node.meaning.table == Arena.table for node in (source, target)]
        column = "role" if any(is_arena) else "strength"
        if fold(weight) in table.table.unknown_marks and not self.given.stated(column, weight):
            self.result.words[column, weight] = ""
            self.result.word_counts[column, weight] += 1
            self.result.unknown_marks.append((source.name, target.name, weight))
            return
        if any(is_arena):
            actor, arena = (target, source) if is_arena[0] else (source, target)
            may_be = meaning is None or meaning.table in _MAY_BE_PARTICIPATION
            if all(is_arena) or not may_be:
                self.result.no_place[kind] += 1
                return
            self._add_tie(table, row, Meaning(Participation.table), (actor, arena))
        elif meaning is None:
            self.result.no_place[kind] += 1
        elif meaning.table == PART_OF:
            self._part_of(source, target, kind)
        elif meaning.table in (Link.table, Referral.table):
            self.result.assumed += not meaning.is_known
            self._add_tie(table, row, meaning, (source, target))
        else:
            self.result.no_place[kind] += 1

    def _tie_meaning(self, kind: str) -> Meaning | None:
        stated = (
            tie_meaning(text, guess=False) for text in reversed(self.given.stated("type", kind))
        )
        untyped = None if kind else Meaning(Link.table, is_known=False)
        return next(filter(None, stated), None) or untyped or tie_meaning(kind)

    def _is_role(self, text: str) -> bool:
        return bool(text and (word_lists()["role"].find(text) or self.given.stated("role", text)))

    def _why_not(
        self,
        source: ForeignNode | None,
        target: ForeignNode | None,
        meaning: Meaning | None,
        weight: str,
    ) -> LeftOut | None:
        if source is None or target is None:
            return LeftOut.NO_END
        if source is target:
            return LeftOut.TO_SELF
        if not (source.is_placed and target.is_placed):
            return LeftOut.TO_LEFT_OUT
        if meaning is not None and meaning.table == LEFT_OUT:
            return LeftOut.TIE
        if weight and fold(weight) in NO_TIE and not self.given.stated("strength", weight):
            return LeftOut.WEIGHT_0
        return None

    def _add_tie(
        self,
        table: MappedTable,
        row: Mapping[str, str],
        meaning: Meaning,
        ends: tuple[ForeignNode, ForeignNode],
    ) -> None:
        texts = {
            name: text
            for name in table.headers
            if name not in (*_ENDS, "type") and (text := table.cell(row, name))
        }
        if meaning.table == Participation.table and self._is_role(texts.get("strength", "")):
            texts["role"] = texts.pop("strength")
        for name in ("strength", "role"):
            mark = texts.get(name, "")
            if fold(mark) in table.plain_marks and not self.given.stated(name, mark):
                del texts[name]
        kind = table.cell(row, "type")
        if "agreement" in meaning.cells:  # the type names it
            meaning = replace(meaning, cells={"agreement": kind})
        cells = self._cells(meaning, texts, _type_remark(kind, meaning), _file(table.table))
        names = ("actor", "arena") if meaning.table == Participation.table else _ENDS
        pair = [node.reference for node in ends]
        # A collaboration has no direction: both ways, and told alike, it is one.
        key = (
            meaning.table,
            frozenset(pair) if meaning.table == Link.table else tuple(pair),
            frozenset(cells.items()),
        )
        if key in self.seen:
            self.result.left_out[LeftOut.TIE_TWICE] += 1
            return
        self.seen.add(key)
        self.result.rows[meaning.table].append({**dict(zip(names, pair, strict=True)), **cells})


def _type_remark(kind: str, meaning: Meaning) -> list[str]:
    """Return the type as a remark, unless the row says it in the same word."""
    is_said = is_name_of(kind, _TABLES[meaning.table]) or fold(kind) in map(
        fold, meaning.cells.values()
    )
    return [f"Type: {kind}"] if kind and not is_said else []


def _file(table: RawTable) -> str:
    return table.place.partition(": ")[0]
