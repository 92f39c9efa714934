"""Labels and types of ties in Neo4j, and the constraints and indexes, all from the schema.

Every name that becomes Cypher comes from here: from declarations, never from data.
"""

import hashlib
from collections.abc import Iterator

from samordning_graph.schema.tables import (
    ACTOR_LABELS,
    TABLES,
    TARGET_GROUP,
    TIES,
    AcceptedGap,
    AgreedStep,
    OwnWord,
    Row,
    SelfAssessment,
    Tie,
    columns,
)

MUNICIPALITY = "Municipality"
ACTOR_LABEL = "Actor"
KNOWS = "KNOWS"
"""From a municipality to a national actor: what this municipality says about the actor."""
OWN_LABELS: dict[type[Row], str] = {
    OwnWord: "OwnWord",
    SelfAssessment: "SelfAssessment",
    AcceptedGap: "AcceptedGap",
    AgreedStep: "AgreedStep",
}
"""Tables that are no nodes of the coordination graph, but nodes in Neo4j, so they can be read back."""
NODE_LABELS = (
    *(table.label for table in TABLES if table.label),
    TARGET_GROUP,
    *OWN_LABELS.values(),
)
TIE_TYPES = (*(str(tie) for tie in Tie), KNOWS)
BOOKKEEPING = frozenset(
    (
        *("key", "id", "name", "municipality", "nth", "means", "is_service", "political_body"),
        *("run", "loading", "loaded_at", "schema_version", "tool_version", "digest"),
    )
)
"""Properties that a load writes beside the columns, or where a table has no such column."""


def label_set(label: str) -> str:
    """Return the labels of a node in Cypher.

    >>> label_set("Unit"), label_set("Arena")
    ('Unit:Actor', 'Arena')
    """
    return f"{label}:{ACTOR_LABEL}" if label in ACTOR_LABELS else label


def found_by(label: str) -> str:
    """Return the label by which an end of a tie is found: units and external actors are actors."""
    return ACTOR_LABEL if label in ACTOR_LABELS else label


def tie_groups() -> tuple[tuple[str, str, str], ...]:
    """Return (type, label that it runs from, label that it runs to) of every tie there can be.

    >>> [group for group in tie_groups() if group[0] == "SERVES"]
    [('SERVES', 'Actor', 'TargetGroup')]
    """
    groups = (
        (str(tie.tie), found_by(from_label), found_by(to_label))
        for tie in TIES
        for from_label in tie.from_labels
        for to_label in tie.to_labels
    )
    return tuple(dict.fromkeys(groups))


def schema_version() -> str:
    """Return what identifies the shape of the graph: it changes when the schema does."""
    digest = hashlib.sha256()
    for table in TABLES:
        names = [f"{column.name} {column.takes} {column.many}" for column in columns(table)]
        digest.update(repr((table.table, table.label, names)).encode())
    for tie in TIES:
        ends = (tie.from_labels, tie.to_labels, tie.properties, tie.directed)
        digest.update(repr((str(tie.tie), ends)).encode())
    digest.update(repr((NODE_LABELS, TIE_TYPES)).encode())
    return digest.hexdigest()[:12]


def statements() -> tuple[str, ...]:
    """Return the statements that make every constraint and index, each harmless to run again."""
    return tuple(_statements())


def made_by(statement: str) -> str:
    """Return the name of the constraint or index that a statement makes.

    >>> made_by("CREATE INDEX unit_municipality IF NOT EXISTS FOR (n:Unit) ON (n.municipality)")
    'unit_municipality'
    """
    return statement.split()[2]


def _statements() -> Iterator[str]:
    for label in (*NODE_LABELS, ACTOR_LABEL):
        yield (
            f"CREATE CONSTRAINT {label.lower()}_key IF NOT EXISTS"
            f" FOR (n:{label}) REQUIRE n.key IS UNIQUE"
        )
    yield _node_index(MUNICIPALITY, "number")
    for label in (*NODE_LABELS, ACTOR_LABEL):
        if label != MUNICIPALITY:
            yield _node_index(label, "municipality")
    for tie in TIE_TYPES:
        yield (
            f"CREATE INDEX {tie.lower()}_municipality IF NOT EXISTS"
            f" FOR ()-[r:{tie}]-() ON (r.municipality)"
        )


def _node_index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def script() -> str:
    """Return the statements as a file that cypher-shell and Neo4j Browser run."""
    lines = (
        "// Constraints and indexes of the coordination graph.",
        "// Generated from samordning_graph/schema/tables.py by `make fresh`; a test keeps it fresh.",
        f"// Schema version: {schema_version()}",
        "",
        *(f"{statement};" for statement in statements()),
    )
    return "\n".join(lines) + "\n"
