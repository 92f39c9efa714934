"""A script that cypher-shell and Neo4j Browser run, with everything that `neo4j load` writes.

How it is made
    The only place where data become text of Cypher, and only as the content of a string. Rows stand
    as lines in one string, with tabs between the cells: Neo4j then makes one plan for all statements
    of a kind, and is tens of times as fast as with lists of maps. All is ASCII, since cypher-shell on older Java takes the
    letters of a file for those of the machine's own alphabet.
When it is run again
    Nodes are merged by their key. Ties of these municipalities that a load or an export has put
    there go first and are made anew, so that nothing is doubled and nothing old is left. Nodes that
    are no longer in the data stay: `samordning neo4j load` removes those too.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from samordning_graph.common.version import __version__
from samordning_graph.property_graph.constraints import (
    MUNICIPALITY,
    TIE_TYPES,
    label_set,
    schema_version,
    statements,
)
from samordning_graph.property_graph.export.contents import (
    MANY,
    RUN,
    Contents,
    Item,
    PropertyType,
    cell,
    in_order,
    kind_of,
)
from samordning_graph.property_graph.rows import NodeRow, TieRow

BATCH = 1_000
"""Rows in one statement, which is one transaction."""

_HEAD = f"""\
// The graph of samordning_graph {__version__}, schema version {schema_version()}.
// Run it with: cypher-shell -f FILE. It may be run again.
"""
_KIND = {
    PropertyType.TEXT: "CASE {0} WHEN '' THEN null ELSE {0} END",
    PropertyType.TEXTS: f"CASE {{0}} WHEN '' THEN null ELSE split({{0}}, '{MANY}') END",
    PropertyType.YES_NO: "toBoolean({0})",
    PropertyType.WHOLE: "toInteger({0})",
    PropertyType.NUMBER: "toFloat({0})",
}
# A file that has been through Windows may have gained a carriage return in each line.
_ROWS = """\
UNWIND split(replace("
{rows}
", "\\r", ""), "\\n") AS line
WITH split(line, "\\t") AS c WHERE size(c) > 1
"""
_NODES = "MERGE (n:{labels} {{key: c[0]}})\nSET n = {properties};\n"
_TIES = """\
MATCH (a:{from_label} {{key: c[0]}})
MATCH (b:{to_label} {{key: c[1]}})
CREATE (a)-[r:{type}]->(b)
SET r = {properties};
"""
_REMOVE_TIES = (
    "MATCH ()-[r:{type}]->() WHERE r.municipality IN {numbers} AND r.run IS NOT NULL DELETE r;\n"
)
NOTE_WHEN = (
    f"MATCH (m:{MUNICIPALITY} {{run: '{RUN}'}})\n"
    "SET m.loaded_at = replace(toString(datetime.truncate('second',"
    " datetime({timezone: 'UTC'}))), 'Z', '+00:00');\n"
)
"""Notes when it was loaded, as a load does."""


def write(contents: Contents, stream: TextIO) -> None:
    """Write the script of some municipalities."""
    stream.write(_HEAD)
    stream.writelines(f"{statement};\n" for statement in statements())
    stream.writelines(_remove_ties(contents))
    stream.writelines(map(_nodes, _batches(contents.nodes(), lambda node: node.label)))
    stream.writelines(map(_ties, _batches(contents.ties(), lambda tie: tie.group)))
    stream.write(NOTE_WHEN)


def literal(text: str) -> str:
    r"""Return text as a string of Cypher, in ASCII. What JSON escapes, and how, Cypher reads too.

    >>> print(literal('"; MATCH (n) DETACH DELETE n; // blåbær \\u0022'))
    "\"; MATCH (n) DETACH DELETE n; // bl\u00e5b\u00e6r \\u0022"
    """
    return json.dumps(text)


def _remove_ties(contents: Contents) -> Iterator[str]:
    numbers = ", ".join(literal(model.municipality.number) for model in contents.models)
    return (_REMOVE_TIES.format(type=one, numbers=f"[{numbers}]") for one in TIE_TYPES)


def _batches(rows: Iterable[Item], group: Callable[[Item], object]) -> Iterator[list[Item]]:
    """Yield at most `BATCH` rows of one group at a time."""
    waiting: dict[object, list[Item]] = defaultdict(list)
    for row in rows:
        own = waiting[group(row)]
        own.append(row)
        if len(own) == BATCH:
            yield waiting.pop(group(row))
    yield from waiting.values()


def _nodes(nodes: Sequence[NodeRow]) -> str:
    names = _names(nodes)
    rows = [[node.properties.get(name) for name in names] for node in nodes]
    return _table(rows) + _NODES.format(
        labels=label_set(nodes[0].label), properties=_properties(names, 0)
    )


def _ties(ties: Sequence[TieRow]) -> str:
    names = _names(ties)
    rows = [
        [tie.from_key, tie.to_key, *(tie.properties.get(name) for name in names)] for tie in ties
    ]
    one = ties[0]
    return _table(rows) + _TIES.format(
        type=one.type,
        from_label=one.from_label,
        to_label=one.to_label,
        properties=_properties(names, 2),
    )


def _names(rows: Sequence[NodeRow] | Sequence[TieRow]) -> tuple[str, ...]:
    """Return the properties in use: the key first, `run` last, so that no line looks like Cypher."""
    return in_order({name for row in rows for name in row.properties})


def _table(rows: Iterable[Iterable[Any]]) -> str:
    lines = ("\t".join("" if one is None else cell(one) for one in row) for row in rows)
    return _ROWS.format(rows="\n".join(literal(line)[1:-1] for line in lines))


def _properties(names: Sequence[str], first: int) -> str:
    """Return the map of properties, made of the cells of a line from the `first` on."""
    values = (
        f"{name}: {_KIND[kind_of(name)].format(f'c[{place}]')}"
        for place, name in enumerate(names, start=first)
    )
    return "{" + ", ".join(values) + "}"
