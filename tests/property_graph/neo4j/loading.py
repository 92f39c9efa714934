from dataclasses import replace

from samordning_graph.property_graph.neo4j import load as loading
from tests.helpers.tiny import tiny_model

TOWN = "number;name\n{};By\n"


def load(connection, model, **options):
    return loading.load(connection.driver, connection.database, model, **options)


def without(model, table, *ids):
    """The model with some rows of a table left out."""
    kept = tuple(row for row in model.all(table) if row.id not in ids)
    return replace(model, rows={**model.rows, table: kept})


def with_bank(number, **columns):
    names, values = zip(*{"name": "Husbanken", **columns}.items(), strict=True)
    return tiny_model(
        municipality=TOWN.format(number),
        units="name;sector\nBolig;bolig",
        arenas="name\nForum",
        participation=f"actor;arena;role\n{columns['name']};Forum;leader\nBolig;Forum;member",
        external_actors=f"actor_type;{';'.join(names)}\nhusbanken;{';'.join(values)}",
    )
