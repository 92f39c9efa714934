"""Every query of a load. They are made from the schema alone; everything else is a parameter."""

from itertools import product

from samordning_graph.property_graph.constraints import (
    KNOWS,
    MUNICIPALITY,
    NODE_LABELS,
    TIE_TYPES,
    label_set,
    statements,
    tie_groups,
)
from samordning_graph.schema.tables import ExternalActor

_LABELS = tuple(label for label in NODE_LABELS if label != MUNICIPALITY)
SHOW_NAMES = "SHOW INDEXES YIELD name RETURN collect(name) AS names"
AWAIT_INDEXES = "CALL db.awaitIndexes(300)"
BEGIN = f"""
MERGE (m:{MUNICIPALITY} {{key: $municipality}})
ON CREATE SET m.id = $municipality, m.number = $municipality, m.municipality = $municipality,
  m.run = $run
SET m.loading = $run
"""
# Writing the id that is already there changes nothing, but holds the node until the batch is done, so
# that what is read of it after that cannot be old.
_LOCK = f"""
MATCH (m:{MUNICIPALITY} {{key: $municipality}})
SET m.id = $municipality
WITH m WHERE m.loading = $run
"""
GIVE_UP = f"{_LOCK}REMOVE m.loading RETURN 1 AS done"
FINISH = f"{_LOCK}SET m = $properties RETURN 1 AS done"
WHO_LOADS = f"MATCH (m:{MUNICIPALITY} {{key: $municipality}}) RETURN m.loading AS run"

_LOADED = "{0}.municipality = $municipality AND {0}.run IS NOT NULL"
READ_NODES = "\nUNION ALL\n".join(
    f"MATCH (n:{label}) WHERE {_LOADED.format('n')}"
    f" RETURN '{label}' AS label, n.key AS key, properties(n) AS properties"
    for label in _LABELS
)
READ_SHARED = f"""
MATCH (:{MUNICIPALITY} {{key: $municipality}})-[k:{KNOWS}]->(n)
WHERE k.run IS NOT NULL
RETURN n.key AS key, properties(n) AS properties, properties(k) AS knows, elementId(k) AS id
"""
READ_TIES = "\nUNION ALL\n".join(
    f"MATCH (a)-[r:{type_}]->(b) WHERE {_LOADED.format('r')}"
    f" RETURN '{type_}' AS type, a.key AS `from`, b.key AS `to`, properties(r) AS properties,"
    " elementId(r) AS id"
    for type_ in TIE_TYPES
    if type_ != KNOWS
)
WRITE_NODES = {
    label: f"""{_LOCK}UNWIND $rows AS row
MERGE (n:{label_set(label)} {{key: row.key}})
SET n = row, n.run = $run
RETURN count(n) AS done
"""
    for label in _LABELS
}
CHANGE_LABEL = {
    (old, new): f"""{_LOCK}UNWIND $rows AS row
MATCH (n:{old} {{key: row.key}})
REMOVE n:{label_set(old)}
SET n:{label_set(new)}
SET n = row, n.run = $run
RETURN count(n) AS done
"""
    for old, new in product(WRITE_NODES, repeat=2)
    if old != new
}
WRITE_SHARED = f"""{_LOCK}UNWIND $rows AS row
MERGE (n:{label_set(ExternalActor.label)} {{key: row.national.key}})
SET n = row.national, n.run = $run
MERGE (m)-[k:{KNOWS}]->(n)
SET k = row.knows, k.run = $run
RETURN count(k) AS done
"""
# Created, not merged: existing ties are known from what was read, and looking for one between two
# nodes is planned as a scan of its type while that is small.
CREATE_TIES = {
    (type_, from_label, to_label): f"""{_LOCK}UNWIND $rows AS row
MATCH (a:{from_label} {{key: row.from}})
MATCH (b:{to_label} {{key: row.to}})
CREATE (a)-[r:{type_}]->(b)
SET r = row.properties, r.run = $run
RETURN count(r) AS done
"""
    for type_, from_label, to_label in tie_groups()
}
CHANGE_TIES = f"""{_LOCK}UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.id
SET r = row.properties, r.run = $run
RETURN count(r) AS done
"""
REMOVE_TIES = f"""{_LOCK}UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row
DELETE r
RETURN count(*) AS done
"""
REMOVE_NODES = {
    label: f"""{_LOCK}UNWIND $rows AS row
MATCH (n:{label} {{key: row}}) WHERE n.run IS NOT NULL
DETACH DELETE n
RETURN count(*) AS done
"""
    for label in _LABELS
}
REMOVE_UNKNOWN_SHARED = f"""{_LOCK}MATCH (n:{ExternalActor.label})
WHERE n.key STARTS WITH 'no/' AND n.run IS NOT NULL
  AND NOT EXISTS {{ MATCH (:{MUNICIPALITY})-[:{KNOWS}]->(n) }}
DETACH DELETE n
RETURN count(*) AS done
"""
COUNT_NODES = "\nUNION ALL\n".join(
    f"MATCH (n:{label}) WHERE {_LOADED.format('n')} RETURN count(n) AS found" for label in _LABELS
)
COUNT_TIES = "\nUNION ALL\n".join(
    f"MATCH ()-[r:{type_}]->() WHERE {_LOADED.format('r')}"
    f" RETURN '{type_}' AS type, count(r) AS found"
    for type_ in TIE_TYPES
)
QUERIES = frozenset(
    (
        *statements(),
        *(SHOW_NAMES, AWAIT_INDEXES, BEGIN, GIVE_UP, FINISH, WHO_LOADS),
        *(READ_NODES, READ_SHARED, READ_TIES, COUNT_NODES, COUNT_TIES),
        *(*WRITE_NODES.values(), *CHANGE_LABEL.values(), WRITE_SHARED, *CREATE_TIES.values()),
        *(*REMOVE_NODES.values(), CHANGE_TIES, REMOVE_TIES, REMOVE_UNKNOWN_SHARED),
    )
)
"""Every query that a load can send."""
