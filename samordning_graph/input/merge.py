"""Several files of one municipality: said, and made one where that is asked for (`--merge`)."""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.common.text import fold, slug
from samordning_graph.input.model_checks import INVENTED_NUMBER
from samordning_graph.input.record import UNREADABLE, Record, Source
from samordning_graph.schema.problem import Problem, Problems
from samordning_graph.schema.problem_kinds import FILES_DISAGREE, NOT_FILLED_IN
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import Municipality, node_tables
from samordning_graph.schema.warning_kinds import SHARED_NUMBER

_NODES = {table.table for table in node_tables()}
_REMARKS = ("source", "comment")
_ABOUT_THE_ROW = ("source", "source_date", "comment")
"""Columns that say where a row is known from: two rows that differ in these alone are one."""
_PATHS_SHOWN = 5


def shared_numbers(found: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a warning for each municipality number that several paths have, from (number, path)."""
    paths_by_number: dict[str, list[str]] = defaultdict(list)
    for number, path in found:
        paths_by_number[number].append(path)
    for number, paths in sorted(paths_by_number.items()):
        if len(paths) > 1:
            message = (
                _("no municipality number (or 0000) in {paths}. Each is a municipality of its own.")
                if number == INVENTED_NUMBER
                else _(
                    "the municipality number {number} is that of {paths}. Each is a municipality of"
                    " its own."
                )
            )
            yield Problem(
                SHARED_NUMBER,
                SourceLocation(paths[0]),
                message.format(number=number, paths=first_few(paths, _PATHS_SHOWN)),
                value=number,
                suggestion=_("With --merge they are one."),
            )


def merged(sources: Sequence[Source], path: str) -> list[Source]:
    """Return one source for each municipality number; `path` is what was given.

    Sources without a number belong to the only number that is given, or else to each other.
    """
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        groups[_number_of(source)].append(source)
    if len(groups) == 2 and "" in groups:
        without = groups.pop("")
        [group] = groups.values()
        group += without
    return [group[0] if len(group) == 1 else _joined(group, path) for group in groups.values()]


def _number_of(source: Source) -> str:
    records = (record for record in source.records if record.table == Municipality.table)
    return next((record.cells.get("number", "") for record in records), "")


def _joined(sources: Sequence[Source], path: str) -> Source:
    """Return all records as those of one source; a row that several files have is one."""
    whole = Source(path)
    position: dict[Hashable, int] = {}
    for source in sources:
        added: dict[Hashable, int] = {}
        for record in source.records:
            keys = _keys(record)
            at = next((position[key] for key in keys if key in position), None)
            if at is None:
                at = len(whole.records)
                whole.records.append(record)
            else:
                whole.records[at] = _one_row(whole.records[at], record, whole.problems)
            added |= dict.fromkeys(keys, at)
        for key, at in added.items():
            position.setdefault(key, at)
        whole.tables = {**source.tables, **whole.tables}
        whole.unread |= source.unread
        whole.matrix_arenas += source.matrix_arenas
        whole.problems.found += source.problems.found
    if any(record.table != Municipality.table for record in whole.records):
        whole.problems.found = [  # one of several files may be empty
            problem for problem in whole.problems.found if problem.kind != NOT_FILLED_IN
        ]
    if all(source.digest for source in sources):
        digests = "".join(source.digest for source in sources)
        whole.digest = hashlib.sha256(digests.encode()).hexdigest()
    return whole


def _keys(record: Record) -> list[Hashable]:
    """Return what a row is known by in another file: any of these."""
    if record.table == Municipality.table:
        return [record.table]
    if record.table in _NODES:
        names = (record.cells.get(column, "") for column in ("id", "name"))
        return [(record.table, slug(name)) for name in names if name not in ("", UNREADABLE)]
    cells = {name: fold(text) for name, text in record.cells.items() if name not in _ABOUT_THE_ROW}
    return [(record.table, frozenset(cells.items()))]


def _one_row(first: Record, second: Record, problems: Problems) -> Record:
    """Return the cells of both. Where they contradict each other the first is kept, and it is said."""
    cells, headers, places = dict(first.cells), dict(first.headers), dict(first.places or {})
    for name, text in second.cells.items():
        if name not in cells:
            cells[name] = text
            headers[name] = second.headers.get(name, name)
            places[name] = second.at(name)
        elif name in _REMARKS and fold(text) not in fold(cells[name]):
            cells[name] = f"{cells[name]} · {text}"
        elif name not in _ABOUT_THE_ROW and _values(text) != _values(cells[name]):
            problems.add(
                FILES_DISAGREE,
                second.at(name),
                _("«{text}» here, and «{other}» in {place}. Correct one of the two.").format(
                    text=text, other=cells[name], place=first.at(name)
                ),
                value=text,
            )
    return Record(first.table, first.place, cells, headers, places)


def _values(text: str) -> frozenset[str]:
    return frozenset(fold(part) for part in text.split(";"))
