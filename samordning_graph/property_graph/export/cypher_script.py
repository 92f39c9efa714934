"""A script that cypher-shell and Neo4j Browser run, with everything that `neo4j load` writes.

How it is made
    The only place where data become text of Cypher, and only as the content of a string. Rows are
    lines in one string, with tabs between the cells: Neo4j then makes one plan for all statements of
    a kind, and is tens of times as fast as with lists of maps. All is ASCII, since cypher-shell on
    older Java reads a file in the machine's own encoding.
When it is run again
    Nodes are merged by their key. Ties of these municipalities that a load or an export has written
    are removed first and created again, so that nothing is doubled and nothing old is left. Nodes
    that are no longer in the data stay: `samordning neo4j load` removes those too.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from samordning_graph.common.version import __version__
from samordning_graph.property_graph.batches import grouped_batches
from samordning_graph.property_graph.constraints import (
    MUNICIPALITY,
    TIE_TYPES,
    label_set,
    schema_version,
    statements,
)
from samordning_graph.property_graph.export.contents import (
    RUN,
    VALUE_SEPARATOR,
    Contents,
    PropertyType,
    cell,
    in_order,
    type_of_property,
)
from samordning_graph.property_graph.rows import NodeRow, TieRow

BATCH_ROWS = 1_000
"""Rows in one statement, which is one transaction."""

_HEAD = f"""\
// The graph of samordning_graph {__version__}, schema version {schema_version()}.
// Run it with: cypher-shell -f FILE. It may be run again.
"""
_VALUE = {
    PropertyType.TEXT: "CASE {0} WHEN '' THEN null ELSE {0} END",
    PropertyType.TEXTS: f"CASE {{0}} WHEN '' THEN null ELSE split({{0}}, '{VALUE_SEPARATOR}') END",
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
    for _label, nodes in grouped_batches(contents.nodes(), lambda node: node.label, BATCH_ROWS):
        stream.write(_nodes(nodes))
    for _group, ties in grouped_batches(contents.ties(), lambda tie: tie.group, BATCH_ROWS):
        stream.write(_ties(ties))
    stream.write(NOTE_WHEN)


def literal(text: str) -> str:
    r"""Return text as a string of Cypher, in ASCII. What JSON escapes, and how, Cypher reads too.

    >>> print(literal('"; MATCH (n) DETACH DELETE n; // blåbær \\u0022'))
    "\"; MATCH (n) DETACH DELETE n; // bl\u00e5b\u00e6r \\u0022"
    """
    return json.dumps(text)


def _remove_ties(contents: Contents) -> Iterator[str]:
    numbers = ", ".join(literal(model.municipality.number) for model in contents.models)
    return (_REMOVE_TIES.format(type=type_, numbers=f"[{numbers}]") for type_ in TIE_TYPES)


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
    first = ties[0]
    return _table(rows) + _TIES.format(
        type=first.type,
        from_label=first.from_label,
        to_label=first.to_label,
        properties=_properties(names, 2),
    )


def _names(rows: Sequence[NodeRow] | Sequence[TieRow]) -> tuple[str, ...]:
    """Return the properties in use: the key first, `run` last, so that no line looks like Cypher."""
    return in_order({name for row in rows for name in row.properties})


def _table(rows: Iterable[Iterable[Any]]) -> str:
    lines = ("\t".join("" if value is None else cell(value) for value in row) for row in rows)
    return _ROWS.format(rows="\n".join(literal(line)[1:-1] for line in lines))


def _properties(names: Sequence[str], first_cell: int) -> str:
    """Return the map of properties, made of the cells of a line from `first_cell` on."""
    values = (
        f"{name}: {_VALUE[type_of_property(name)].format(f'c[{place}]')}"
        for place, name in enumerate(names, start=first_cell)
    )
    return "{" + ", ".join(values) + "}"
