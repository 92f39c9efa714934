"""What networkx should read of an export, and municipalities with text that means harm."""

import csv
import re
from dataclasses import replace
from io import StringIO

from samordning_graph import read_model
from samordning_graph.property_graph.export.contents import Contents, cell
from samordning_graph.property_graph.export.network import Network
from tests.helpers.files import csv_folder
from tests.helpers.tiny import TODAY, tiny_model
from tests.property_graph.contents import DATA_SETS, data_set

HOSTILE = (
    "'; MATCH (n) DETACH DELETE n; //",
    '"}) DETACH DELETE n; /* `Unit` */',
    r"\ \\ \' \" \u0027 \\u0022 \u005c \n C:\new",
    ":param x => 1; $rows $x {run: 1}",
    "blåbær Čáhcesuolu \N{PILE OF POO} \N{MUSICAL SYMBOL G CLEF}",
    "no/husbanken ;",
)
"""Text as it can stand in a cell."""


def written(writer, *models):
    """Return what a format writes of some models."""
    stream = StringIO()
    writer.write(Contents(models), stream)
    return stream.getvalue()


def example_models():
    return [data_set(name) for name in DATA_SETS]


def as_text(attributes):
    """The attributes as the formats hold them that know no lists."""
    return {
        name: cell(value) if isinstance(value, (str, list)) else value
        for name, value in attributes.items()
        if cell(value)
    }


def nodes_of(*models):
    """The nodes as (id → attributes), with their label."""
    return {
        node.id: as_text(node.attributes) | {"label": node.label}
        for node in Network(Contents(models)).nodes()
    }


def ties_of(*models):
    """The ties as id → (from, to, attributes), with their weight."""
    return {
        tie.id: (tie.source, tie.target, as_text(tie.attributes) | {"weight": tie.weight})
        for tie in Network(Contents(models)).ties()
    }


def saying(text):
    """A model with some text in every kind of place that takes text."""
    model = tiny_model(
        units="name;sector;kostra\nBolig;bolig;242\nRus;helse;243",
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum\nRus;Forum",
        links="from;to;agreement\nBolig;Rus;Avtale",
    )
    return replace(
        model,
        municipality=replace(model.municipality, name=text),
        rows={
            table: tuple(_saying(row, text) for row in rows) for table, rows in model.rows.items()
        },
    )


def _saying(row, text):
    texts = {name: text for name in ("name", "source", "comment") if hasattr(row, name)}
    if hasattr(row, "agreement"):
        texts["agreement"] = f"Avtale {text}"  # alone it may say that there is none
    return replace(row, **texts, **({"kostra": (text, "1")} if hasattr(row, "kostra") else {}))


def hostile_town(path):
    """A municipality that is read from files with hostile text wherever text can stand."""
    units = [["id", "name", "sector", "source", "comment"]]
    units += [[f"u{i}", text, "bolig", text, text] for i, text in enumerate(HOSTILE)]
    links = [["from", "to", "agreement", "comment"]]
    links += [[f"u{i}", "u0", text, text] for i, text in enumerate(HOSTILE) if i]
    tables = {"units": units, "links": links, "municipality": [["number", "name"], ["9999", "';"]]}
    return read_model(
        csv_folder(path / "vond", arenas="name", participation="actor;arena", **_as_csv(tables)),
        TODAY,
    )


def _as_csv(tables):
    texts = {}
    for name, rows in tables.items():
        stream = StringIO()
        csv.writer(stream, delimiter=";").writerows(rows)
        texts[name] = stream.getvalue()
    return texts


def statements_of(script):
    """The statements, split where a line ends with a semicolon, as simple programs do."""
    lines = [line for line in script.splitlines() if not line.startswith("//")]
    return [
        statement
        for statement in re.split(r";$", "\n".join(lines), flags=re.MULTILINE)
        if statement.strip()
    ]


def run_statements(connection, script):
    for statement in statements_of(script):
        connection.driver.execute_query(statement, database_=connection.database)
