"""Reads a network as JSON: elements and connections (Kumu), or nodes and edges (d3, networkx)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.input.csv_folder import TextError, read_text
from samordning_graph.input.foreign.raw_table import ForeignNetworkError, RawTable, raw_table

_NODES = ("elements", "nodes", "vertices")
_TIES = ("connections", "edges", "links")
_INSIDE = ("attributes", "data", "properties")
_IDENTITY = ("_id", "id", "label", "name")


def read_json(path: Path) -> list[RawTable]:
    """Return the nodes and the ties of a JSON file.

    Raises
    ------
    ForeignNetworkError
        If the file is no JSON, or holds no lists of nodes and ties.
    """
    try:
        content = json.loads(read_text(path))
    except TextError as error:
        raise ForeignNetworkError(f"{path.name}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise ForeignNetworkError(
            _("{file}: the file is not JSON, or is damaged.").format(file=path.name)
        ) from error
    lists = content if isinstance(content, Mapping) else {}
    nodes = _first(lists, _NODES)
    ties = _first(lists, _TIES)
    if not nodes or not ties:
        raise ForeignNetworkError(
            _(
                "{file}: no network was found. It must hold «elements» and «connections» (Kumu), or"
                " «nodes» and «edges» (or «links»)."
            ).format(file=path.name)
        )
    tables = [
        raw_table(f"{path.name}: {nodes}", _numbered(_rows(lists[nodes])), holds_ties=False),
        raw_table(f"{path.name}: {ties}", _rows(lists[ties]), holds_ties=True),
    ]
    others = [name for name, part in lists.items() if name not in (nodes, ties) and part]
    if others:
        tables[0].notes.append(
            _("{file}: these parts are not read: {names}.").format(
                file=path.name, names=", ".join(others)
            )
        )
    return tables


def _first(lists: Mapping[str, object], names: Sequence[str]) -> str:
    return next((name for name in names if isinstance(lists.get(name), list)), "")


def _rows(items: Sequence[object]) -> Iterator[dict[str, str]]:
    for item in items:
        if isinstance(item, Mapping):
            yield dict(_cells(item))


def _numbered(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return nodes with their number as an id if none has one: older d3 ties them by it."""
    nodes = list(rows)
    if not any({"id", "_id"} & node.keys() for node in nodes):
        nodes = [{"id": str(number), **node} for number, node in enumerate(nodes)]
    return nodes


def _cells(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield (name, text), also of what lies one step further in; several values with `;`."""
    for name, content in item.items():
        if name in _INSIDE and isinstance(content, Mapping):
            yield from _cells(content)
        elif isinstance(content, list):
            yield str(name), "; ".join(map(_text, content))
        else:
            yield str(name), _text(content)


def _text(content: object) -> str:
    if isinstance(content, Mapping):  # the end of a tie, written out
        content = next((content[name] for name in _IDENTITY if name in content), None)
    if content is None or isinstance(content, (Mapping, list)):
        return ""
    return "ja" if content is True else "nei" if content is False else str(content)
