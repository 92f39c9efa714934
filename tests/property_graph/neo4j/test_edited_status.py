"""What a database holds is told, also when somebody has edited its properties."""

from types import SimpleNamespace

import pytest

from samordning_graph.property_graph.constraints import schema_version
from samordning_graph.property_graph.neo4j import status

HELD = {
    "number": "4614",
    "name": "Stord",
    "loaded_at": "2026-11-23T12:00:00",
    "loading": None,
    "schema_version": schema_version(),
    "tool_version": "0.2.0",
}


class Driver:
    """Answers the questions of `database_status` from a municipality that is held."""

    def __init__(self, **edited: object) -> None:
        self.rows = {
            status.SERVER: [{"versions": ["5.26.0"], "edition": "community"}],
            status.MUNICIPALITIES: [HELD, {**HELD, "number": "1001", **edited}],
        }

    def execute_query(self, query, **_settings):
        rows = self.rows.get(query.text, [])
        records = [SimpleNamespace(data=lambda row=row: row) for row in rows]
        return SimpleNamespace(records=records)


@pytest.mark.parametrize("value", [0, 20261123, 1.5, True, ["2026"], None, ""])
@pytest.mark.parametrize("name", ["loaded_at", "tool_version", "name"])
def test_a_property_that_is_no_text_any_more_is_told_as_text(name, value):
    held = status.database_status(Driver(**{name: value}), "neo4j")

    assert held.newest is not None
    assert all(
        isinstance(row.loaded_at + row.name + row.tool_version, str) for row in held.municipalities
    )
