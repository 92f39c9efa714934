"""The figures of the actors as CSV: Norwegian Excel reads the numbers, and no cell is a formula."""

import csv
import io

import pytest

from samordning_graph.graph.graph import actors
from samordning_graph.report.data.metrics_csv import write
from samordning_graph.report.formats.csv_dialect import BYTE_ORDER_MARK
from tests.helpers.samples import DATA_SETS, hostile, municipality
from tests.helpers.tiny import tiny

STAR = {
    "units": "id;name;sector\nm;Midten;bolig\na;A;helse\nb;B;plan\nc;C;bolig\nd;=D();stab",
    "links": "from;to\nm;a\nm;b\nm;c",
}


def table(*graphs) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write(graphs, stream)
    assert stream.getvalue().startswith(BYTE_ORDER_MARK)
    text = io.StringIO(stream.getvalue().removeprefix(BYTE_ORDER_MARK), newline="")
    return list(csv.DictReader(text, delimiter=";"))


@pytest.mark.parametrize("name", DATA_SETS)
def test_there_is_one_row_for_each_actor(name: str):
    graph = municipality(name)

    assert [row["id"] for row in table(graph)] == [actor.id for actor in actors(graph)]


def test_figures_have_a_decimal_comma_and_are_not_rounded():
    rows = {row["id"]: row for row in table(tiny(**STAR))}

    assert rows["m"]["links"] == "3"
    assert rows["m"]["betweenness"] == "3,0"
    assert float(rows["m"]["constraint"].replace(",", ".")) == 1 / 3
    assert (rows["m"]["representative"], rows["m"]["gatekeeper"]) == ("2", "2")


def test_what_is_not_defined_is_an_empty_cell():
    rows = {row["id"]: row for row in table(tiny(**STAR))}

    assert (rows["d"]["constraint"], rows["d"]["effective size"]) == ("", "")
    assert rows["d"]["betweenness"] == "0,0"


def test_no_name_becomes_a_formula():
    rows = {row["id"]: row for row in table(tiny(**STAR))}

    assert rows["d"]["name"] == "'=D()"
    assert all(None not in row for row in table(hostile()))


def test_many_municipalities_are_one_table():
    rows = table(*(municipality(name) for name in DATA_SETS))

    assert {row["municipality number"] for row in rows} == {"0000", "3101", "4614", "5603", "5532"}
    assert len(rows) == sum(len(actors(municipality(name))) for name in DATA_SETS)
