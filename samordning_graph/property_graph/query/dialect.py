"""The part of Cypher that the embedded engine answers as Neo4j does, and how the rest is refused.

The engine (kglite 0.21) accepts more than it answers alike, and is silent where it differs. So
everything is listed here: a keyword, function, label or sign that is not known to give the same
answer is refused by its name. What is known was measured against Neo4j 5.26, and is checked against
a real server by `tests/property_graph/query/test_embedded.py`.
"""

from functools import cache

from samordning_graph.common.locale import _
from samordning_graph.property_graph.constraints import ACTOR_LABEL, NODE_LABELS
from samordning_graph.property_graph.query.tokens import Token
from samordning_graph.schema.tables import TABLES, Takes, columns


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LABELS = (*NODE_LABELS, ACTOR_LABEL)
AGGREGATES = _words("avg collect count max min sum")
PREDICATES = _words("all any none single")
PATHS = _words("allshortestpaths shortestpath")
CUTTING = _words("left right substring")
"""The engine treats a negative length differently, which only a computed length can be."""
FUNCTIONS = AGGREGATES | PREDICATES | PATHS | CUTTING
FUNCTIONS |= _words("abs ceil coalesce endnode floor head labels last length ltrim nodes range")
FUNCTIONS |= _words("reduce relationships replace reverse rtrim sign size split startnode tail")
FUNCTIONS |= _words("tointeger tolower toupper trim type")
WRITING = _words("CREATE DELETE DETACH DROP FOREACH INSERT MERGE NODETACH REMOVE SET")
BEGINNINGS = _words("CALL MATCH OPTIONAL RETURN UNWIND WITH")
CLAUSES = BEGINNINGS | _words("LIMIT ORDER SKIP UNION WHERE")
AFTER_OPERAND = CLAUSES | _words(
    "AND AS ASC ASCENDING CONTAINS DESC DESCENDING ELSE END ENDS IN IS OR STARTS THEN WHEN XOR"
)
BEFORE_OPERAND = _words("BY CASE DISTINCT NOT")
KEYWORDS = AFTER_OPERAND | BEFORE_OPERAND
VALUES = _words("FALSE NULL TRUE")
SUBQUERIES = _words("COUNT EXISTS")
CONDITIONS = _words("AND NOT OR WHERE XOR")
LISTS = _words("[ collect labels list nodes range relationships split tail")
"""What gives a list. `list` is a property that holds many values."""
MAYBE_NULL = (FUNCTIONS - _words("coalesce collect count range size")) | _words(
    "NULL list property"
)
"""What may be null."""
NUMERIC = _words("- * / % ^")
COMPARING = NUMERIC | _words("= <> < > <= >= =~ + : IN IS STARTS ENDS CONTAINS")
SIGNS = NUMERIC | _words("( ) [ ] { } , . .. : | = <> < > <= >= +")
INSTEAD = {
    "=~": "CONTAINS, STARTS WITH, ENDS WITH",
    "elementid": "n.key",
    "id": "n.key",
    "keys": "n.name, n.sector",
    "list": "coalesce(n.tasks, [])",
    "properties": "n {.id, .name}",
    "round": "floor(x + 0.5)",
    "tofloat": "1.0 * x",
    "tostring": "'' + x",
}
"""What means the same, and runs everywhere."""


class NotPortableError(Exception):
    """The embedded engine cannot be trusted with a query; the message is one sentence."""


@cache
def value_types_of(name: str) -> frozenset[str]:
    """Return what the columns of that name hold; empty if there is no such column."""
    types = {Takes.NUMBER: "number", Takes.INTEGER: "number", Takes.YES_NO: "yes or no"}
    return frozenset(
        "list" if column.many else types.get(column.takes, "text")
        for table in TABLES
        for column in columns(table)
        if column.name == name
    )


def property_or_list(name: str) -> str:
    """Return "list" for a property that may hold many values, else "property"."""
    return "list" if "list" in value_types_of(name) else "property"


def refused_word(token: Token) -> NotPortableError:
    """Return the refusal of a keyword."""
    if token.word in WRITING:
        return NotPortableError(
            _("line {line}: «{word}» writes, and files are only read.").format(
                line=token.line, word=token.text
            )
        )
    return refused(f"«{token.text}»", token)


def refused(what: str, token: Token, name: str = "") -> NotPortableError:
    """Return the refusal of a construct, with what to write instead if `INSTEAD` has its name."""
    instead = INSTEAD.get(name)
    if instead:
        message = _(
            "line {line}: the embedded engine does not answer {what} as Neo4j does. Write it as"
            " {instead}, or ask a Neo4j server."
        )
    else:
        message = _(
            "line {line}: the embedded engine does not answer {what} as Neo4j does. Ask a Neo4j"
            " server."
        )
    return NotPortableError(message.format(line=token.line, what=_(what), instead=instead))
