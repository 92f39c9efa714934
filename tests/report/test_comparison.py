"""Municipalities side by side: by number, with the data basis, and nothing assessed from nothing."""

import csv
import io
import json

from samordning_graph.report.blocks import Bars, Table
from samordning_graph.report.comparison import MunicipalityRow, peers, row_of, size_group
from samordning_graph.report.comparison_data import write_csv, write_json
from samordning_graph.report.comparison_document import ACROSS, comparison_document
from samordning_graph.report.model import Report
from tests.report.samples import DATA_SETS, municipality
from tests.tiny import tiny

SHARED = {
    "goals": "id;name\nm;Et mål",
    "goal_owners": "actor;goal\nb;m\nh;m",
    "units": "id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja",
    "links": "from;to;strength\nb;h;kjennskap",
}


def town(number: str = "1103", population: str = "", **more: str) -> MunicipalityRow:
    own = f"number;name;population\n{number};By {number};{population}"
    return row_of(Report(tiny(municipality=own, **SHARED | more)))


def test_a_row_holds_the_figures_of_the_report():
    row = town(population="6000")

    assert (row.number, row.county, row.group, row.asked) == ("1103", "Rogaland", "medium", (2, 2))
    assert row.congruence["goal"].needed == 1
    assert row.found["LINK03"] == (1, 1)
    assert row.found["PLAN02"] == (0, 0)
    assert [*row.clauses] == [f"P{n}" for n in range(1, 9)]
    assert row.sectors.order == ("bolig", "helse")


def test_without_ties_there_are_no_figures_of_pairs():
    assert town(links="from;to").pairs is None


def test_peers_are_of_one_size_and_those_of_the_county_come_first():
    here, far = town("1103", "6000"), town("5601", "7000")
    near, large, unknown = town("1120", "8000"), town("1108", "80000"), town("1122")

    assert [one.number for one in peers(here, [here, far, near, large, unknown])] == [
        "1120",
        "5601",
    ]
    assert list(peers(unknown, [here, near])) == []


def test_groups_by_size():
    assert [size_group(n) for n in (1, 5_000, 19_999, 20_000)] == [
        "small",
        "medium",
        "medium",
        "large",
    ]


def rows():
    return [row_of(Report(municipality(name))) for name in DATA_SETS]


def test_csv_has_one_row_each_and_is_empty_where_nothing_was_assessed():
    stream = io.StringIO()
    write_csv(rows(), stream)
    table = list(csv.DictReader(io.StringIO(stream.getvalue().lstrip("\ufeff")), delimiter=";"))
    by_number = {row["number"]: row for row in table}

    assert len(table) == len(DATA_SETS)
    assert by_number["0000"]["goal_met"].isdecimal()
    assert by_number["4614"]["LINK03_found"] == ""
    assert by_number["4614"]["P1"] == "not_assessed"


def test_json_says_the_same():
    stream = io.StringIO()
    write_json(rows(), stream)
    document = json.loads(stream.getvalue())

    assert document["format"] == "samordning-compare"
    for one, row in zip(document["municipalities"], rows(), strict=True):
        assert one["municipality"]["number"] == row.number
        assert {rule["code"]: rule["examined"] for rule in one["rules"]} == {
            code: examined for code, (_found, examined) in row.found.items()
        }


def test_the_document_has_the_data_basis_beside_the_figures_and_a_bar_for_each():
    blocks = list(comparison_document(rows()))
    tables = [one for one in blocks if isinstance(one, Table)]
    (bars,) = [one for one in blocks if isinstance(one, Bars)]

    assert all(len(table.rows) in (len(DATA_SETS), len(rows()[0].found)) for table in tables)
    assert [len(group) for _name, group in bars.groups].count(0) < len(DATA_SETS)
    assert all(0 <= one.share <= 1 for _name, group in bars.groups for one in group)


def test_many_municipalities_leave_the_rules_to_csv_and_json():
    many = [town(f"{1100 + n}") for n in range(ACROSS + 1)]
    headers = [one.header for one in comparison_document(many) if isinstance(one, Table)]

    assert all(len(header) <= 10 for header in headers)
