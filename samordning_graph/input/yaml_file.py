"""Reads one YAML file: a mapping of table to a list of rows. Every value is kept as text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samordning_graph.common.locale import _
from samordning_graph.common.reasons import yaml_reason
from samordning_graph.common.text import tidy
from samordning_graph.input.beside_cells import report_beside_yaml
from samordning_graph.input.csv_folder import TextError, read_text
from samordning_graph.input.grid import MAX_CELLS, Grid, column_headed, read_as_one, table_of
from samordning_graph.schema.problem import Problems
from samordning_graph.schema.problem_kinds import SHAPE, TWICE
from samordning_graph.schema.source_location import SourceLocation

MAX_DEPTH = 4
"""Levels in the file: tables, rows, columns, values of a cell."""
MAX_YAML_EVENTS = 2 * MAX_CELLS
"""A cell is two events, its column and its value."""


class _ShapeError(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_yaml_file(path: Path, shown: str, problems: Problems) -> list[Grid]:
    """Return a grid per table, whose row numbers are line numbers in the file."""
    try:
        text = read_text(path)
    except TextError as error:
        problems.add(error.kind, SourceLocation(shown, row=error.row), str(error))
        return []
    report_beside_yaml(text, shown, problems)
    import yaml

    # Events, not objects: text is not turned into numbers, dates or «no», and nothing is expanded.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        tree = _document(_counted(yaml.parse(text, Loader=loader)))
        return list(_grids(tree, shown, problems))
    except _ShapeError as error:
        problems.add(SHAPE, SourceLocation(shown, row=error.line), str(error))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        problems.add(
            SHAPE,
            SourceLocation(shown, row=line),
            _("this is not valid YAML: {reason}.").format(reason=yaml_reason(error.problem)),
        )
    except yaml.YAMLError:
        problems.add(SHAPE, SourceLocation(shown), _("this is not a YAML text."))
    return []


# A node is (line, text), (line, [nodes]) or (line, [(key node, node)]) as "scalar", "list", "map".
_Node = tuple[str, int, Any]


def _counted(events: Iterator[Any]) -> Iterator[Any]:
    for count, event in enumerate(events):
        if count > MAX_YAML_EVENTS:
            raise _ShapeError(0, _("the file has more than {limit} cells.").format(limit=MAX_CELLS))
        yield event


def _document(events: Iterator[Any]) -> _Node:
    tree = None
    for event in events:
        name = type(event).__name__
        if name in ("StreamStartEvent", "DocumentStartEvent", "DocumentEndEvent", "StreamEndEvent"):
            continue
        if tree:
            line = event.start_mark.line + 1
            raise _ShapeError(line, _("a second document begins here. Keep all tables in one."))
        tree = _node(event, events, 1)
    if tree is None:
        raise _ShapeError(0, _("the file is empty."))
    return tree


def _node(event: Any, events: Iterator[Any], depth: int) -> _Node:  # noqa: ANN401 - yaml is untyped
    line = event.start_mark.line + 1
    name = type(event).__name__
    if name == "AliasEvent" or getattr(event, "anchor", None):
        raise _ShapeError(line, _("anchors and aliases are not used here. Write the value out."))
    if name == "ScalarEvent":
        return (
            "scalar",
            line,
            "" if event.implicit[0] and event.value in ("~", "null") else event.value,
        )
    if depth > MAX_DEPTH:
        raise _ShapeError(line, _("this is nested deeper than tables, rows, columns and values."))
    children = []
    for child in events:
        if type(child).__name__ in ("SequenceEndEvent", "MappingEndEvent"):
            break
        children.append(_node(child, events, depth + 1))
    if name == "SequenceStartEvent":
        return ("list", line, children)
    return ("map", line, list(zip(children[::2], children[1::2], strict=True)))


def _grids(tree: _Node, shown: str, problems: Problems) -> Iterator[Grid]:
    kind, line, content = tree
    if kind != "map":
        raise _ShapeError(line, _("the file must be a mapping of tables (units, arenas …)."))
    for key, rows in content:
        if rows[0] == "scalar" and not rows[2]:
            continue
        if key[0] == "scalar" and rows[0] != "list" and table_of(key[2]) is None:
            # No table is called so. Its texts are kept, to be searched for identity numbers.
            yield Grid(tidy(key[2]), SourceLocation(shown), [(key[1], list(_texts(rows)))])
            continue
        try:
            yield _grid(key, rows, shown, problems)
        except _ShapeError as error:
            problems.add(SHAPE, SourceLocation(shown, row=error.line), str(error))
            yield Grid(
                str(key[2]) if key[0] == "scalar" else "", SourceLocation(shown), [], unread=True
            )


def _grid(key: _Node, table: _Node, shown: str, problems: Problems) -> Grid:
    """Return the rows of a table as a grid whose header is every column that a row uses."""
    (key_kind, line, name), (kind, _line, rows) = key, table
    if key_kind != "scalar" or kind != "list":
        raise _ShapeError(line, _("a table must be a list of rows, each beginning with «-»."))
    columns_of = table_of(str(name))
    headers: dict[str, str] = {}  # column → its header as first written
    filled: list[tuple[int, dict[str, str]]] = []
    for kind, row_line, content in rows:
        if kind != "map":
            raise _ShapeError(row_line, _("a row must be a mapping of column to value."))
        cells: dict[str, str] = {}
        written: dict[str, str] = {}  # column → its header in this row
        for (key_kind, key_line, header), value in content:
            if key_kind != "scalar":
                raise _ShapeError(key_line, _("a row must be a mapping of column to value."))
            own = column_headed(columns_of, header) if columns_of else None
            column = own.name if own else header
            if column in cells:
                problems.add(
                    TWICE,
                    SourceLocation(shown, row=key_line, column=header),
                    read_as_one(own.nb if own else header, written[column], header),
                    suggestion=_("Keep one of them in the row."),
                )
            headers.setdefault(column, header)
            written[column] = header
            cells[column] = _cell(value)
        filled.append((row_line, cells))
    if len(filled) * len(headers) > MAX_CELLS:
        raise _ShapeError(
            line,
            _("the rows and columns here make more than {limit} cells.").format(limit=MAX_CELLS),
        )
    grid = Grid(name, SourceLocation(shown), [(line, list(headers.values()))] if headers else [])
    for row_line, cells in filled:
        grid.rows.append((row_line, [cells.get(column, "") for column in headers]))
    return grid


def _texts(node: _Node) -> Iterator[str]:
    """Yield every text in a node."""
    kind, _line, content = node
    if kind == "scalar":
        yield content
        return
    for child in content:
        for inner in child if kind == "map" else (child,):
            yield from _texts(inner)


def _cell(value: _Node) -> str:
    kind, line, content = value
    if kind == "scalar":
        return str(content)
    if kind == "list" and all(child == "scalar" for child, _line, _text in content):
        return ";".join(text for _kind, _line, text in content)
    raise _ShapeError(line, _("a cell must be a value or a list of values."))
