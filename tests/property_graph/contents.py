"""Everything that a database holds, in a form that two loads can be compared by."""

from samordning_graph import read_model

DATA_SETS = ("eksempel", "stord", "hammerfest", "balsfjord", "halden")
OF_A_LOAD = {"run", "loaded_at"}
"""What differs between two loads of the same data."""


def data_set(name):
    return read_model(f"data/{name}")


def ask(connection, query, **parameters):
    found = connection.driver.execute_query(query, parameters, database_=connection.database)
    return [tuple(record.values()) for record in found.records]


def contents(connection):
    """Return all nodes and all ties, without what differs between loads of the same data."""
    nodes = ask(connection, "MATCH (n) RETURN labels(n), properties(n)")
    ties = ask(
        connection, "MATCH (a)-[r]->(b) RETURN type(r), a.key, b.key, properties(r), a.mine, b.mine"
    )
    return (
        sorted(repr((sorted(labels), _lasting(properties))) for labels, properties in nodes),
        sorted(repr((*ends[:3], _lasting(ends[3]), *ends[4:])) for ends in ties),
    )


def _lasting(properties):
    return sorted((name, value) for name, value in properties.items() if name not in OF_A_LOAD)
