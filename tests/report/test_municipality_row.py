"""Municipalities side by side: by number, with the data basis, and nothing assessed from nothing."""

import csv
import io
import json

import pytest

from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.report.blocks import ACROSS, Bars, Bullets, Matrices, TableBlock
from samordning_graph.report.data.comparison import write_csv, write_json
from samordning_graph.report.documents.comparison import comparison_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats import markdown
from samordning_graph.report.municipality_row import (
    Meeting,
    MunicipalityRow,
    meeting_of,
    municipality_row,
    peers,
    size_group,
)
from samordning_graph.rules.basis import Basis
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import tiny

SHARED = {
    "goals": "id;name\nm;Et mål",
    "goal_owners": "actor;goal\nb;m\nh;m",
    "units": "id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja",
    "links": "from;to;strength\nb;h;kjennskap",
}


def row_of(number: str = "1103", population: str = "", **more: str) -> MunicipalityRow:
    own = f"number;name;population\n{number};By {number};{population}"
    return municipality_row(Report(tiny(municipality=own, **SHARED | more)))


def test_a_row_holds_the_figures_of_the_report():
    row = row_of(population="6000")

    assert (row.number, row.county, row.group, row.asked) == ("1103", "Rogaland", "medium", (2, 2))
    assert row.congruence["goal"].total == 1
    assert row.found["LINK03"] == ThreeFigures(not_documented=1)
    assert row.found["PLAN02"].decided == 0
    assert [*row.clauses] == [f"P{n}" for n in range(1, 9)]
    assert row.sectors.order == ("bolig", "helse")


def test_without_ties_there_are_no_figures_of_pairs():
    assert row_of(links="from;to").pairs is None


TWO_GROUNDS = SHARED | {
    "units": "id;name;sector;target_groups;surveyed\nb;Bolig;bolig;eldre;ja\n"
    "h;Helse;helse;eldre;ja\ns;Eiendom;eiendom;eldre;ja",
    "arenas": "id;name;participants_complete\nf;Forum;ja",
    "participation": "actor;arena\nb;f\ns;f",
}
"""b and h share a goal (recommended) and a target group (hint); b and s meet, and share the group."""


def test_a_pair_counts_under_its_strongest_basis_alone():
    by_basis = row_of(**TWO_GROUNDS).congruence_by_basis

    assert by_basis[Basis.RECOMMENDED] == ThreeFigures(not_documented=1)
    assert by_basis[Basis.HINT] == ThreeFigures(documented=1, not_documented=1)
    assert by_basis[Basis.REQUIRED].total == 0


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_bases_part_the_pairs_of_all_grounds(name: str):
    report = Report(municipality(name))
    by_basis = report.congruence_by_basis.values()

    assert sum(by_basis, ThreeFigures()) == report.congruence["all"]


def test_sectors_meet_in_the_pairs_that_take_part_together():
    row = row_of(**TWO_GROUNDS)

    assert meeting_of(row, "bolig", "eiendom") == Meeting(1, 1)
    assert meeting_of(row, "helse", "bolig") == Meeting(0, 1)
    assert meeting_of(row, "bolig", "bolig") == Meeting(None, 0)
    assert meeting_of(row, "plan", "bolig") == Meeting(None, 0)


def test_sectors_of_a_municipality_without_ties_are_not_said_to_be_apart():
    assert meeting_of(row_of(links="from;to"), "bolig", "helse") == Meeting(None, 1)


def test_peers_are_of_one_size_and_those_of_the_county_come_first():
    home, far = row_of("1103", "6000"), row_of("5601", "7000")
    near, large, unknown = row_of("1120", "8000"), row_of("1108", "80000"), row_of("1122")

    assert [peer.number for peer in peers(home, [home, far, near, large, unknown])] == [
        "1120",
        "5601",
    ]
    assert list(peers(unknown, [home, near])) == []


def test_groups_by_size():
    assert [size_group(n) for n in (1, 5_000, 19_999, 20_000)] == [
        "small",
        "medium",
        "medium",
        "large",
    ]


def rows():
    return [municipality_row(Report(municipality(name))) for name in DATA_SETS]


def test_csv_has_one_row_each_and_is_empty_where_nothing_was_assessed():
    stream = io.StringIO()
    write_csv(rows(), stream)
    table = list(csv.DictReader(io.StringIO(stream.getvalue().lstrip("\ufeff")), delimiter=";"))
    by_number = {row["number"]: row for row in table}

    assert len(table) == len(DATA_SETS)
    assert by_number["0000"]["goal_documented"].isdecimal()
    assert by_number["4614"]["LINK03_found"] == ""
    assert by_number["4614"]["P1"] == "not_assessed"
    assert by_number["0000"]["basis_recommended_documented"] == "17"


PLANNERS = "id;name;sector\nb;Plan;plan\nh;Byplan;plan"


def test_csv_has_two_columns_for_each_two_sectors_that_have_a_pair_anywhere():
    stream = io.StringIO()
    write_csv([row_of(**TWO_GROUNDS), row_of("4614", units=PLANNERS)], stream)
    first, second = csv.DictReader(io.StringIO(stream.getvalue().lstrip("\ufeff")), delimiter=";")
    sectors = [column for column in first if column.startswith("sectors_")]

    assert sectors == [
        f"sectors_{pair}_{figure}"
        for pair in ("bolig_eiendom", "bolig_helse", "eiendom_helse", "plan_plan")
        for figure in ("meeting", "possible")
    ]
    assert [first[column] for column in sectors] == ["1", "1", "0", "1", "0", "1", "", "0"]
    assert [second[column] for column in sectors] == ["", "0", "", "0", "", "0", "0", "1"]


def test_json_says_the_same():
    stream = io.StringIO()
    write_json(rows(), stream)
    document = json.loads(stream.getvalue())

    assert document["format"] == "samordning-compare"
    for written, row in zip(document["municipalities"], rows(), strict=True):
        assert written["municipality"]["number"] == row.number
        assert {rule["code"]: rule["examined"] for rule in written["rules"]} == {
            code: figures.decided for code, figures in row.found.items()
        }
        assert [
            (figure["basis"], figure["documented"], figure["not_known"])
            for figure in written["congruence_by_basis"]
        ] == [
            (str(basis), figure.documented, figure.not_known)
            for basis, figure in row.congruence_by_basis.items()
        ]


def test_the_document_has_the_data_basis_beside_the_figures_and_a_bar_for_each():
    blocks = list(comparison_document(rows()))
    tables = [block for block in blocks if isinstance(block, TableBlock)]
    (bars,) = [block for block in blocks if isinstance(block, Bars)]

    by_ground, by_basis, *others = tables[2:]
    of_each = (tables[0], tables[1], *others)
    assert all(len(table.rows) in (len(DATA_SETS), len(rows()[0].found)) for table in of_each)
    assert by_ground.header[2:5] == by_basis.header[2:5]
    assert [len(group) for _name, group in bars.groups].count(0) < len(DATA_SETS)
    assert all(sum(bar.parts) for _name, group in bars.groups for bar in group)


def test_a_bar_is_of_all_pairs_and_the_figures_are_in_words_beside_it():
    asked_nobody = TWO_GROUNDS | {
        "units": TWO_GROUNDS["units"].replace(";ja", ";"),
        "arenas": "id;name;participants_complete\nf;Forum;nei",
    }
    (bars,) = (
        block for block in comparison_document([row_of(**asked_nobody)]) if isinstance(block, Bars)
    )
    ((_name, of_municipality),) = bars.groups

    assert {bar.label: (bar.parts, bar.figure) for bar in of_municipality}["all grounds"] == (
        (1, 0, 2),
        "1 documented · 2 not known",
    )


def test_every_municipality_has_a_sector_matrix_with_the_same_sectors():
    (matrices,) = (block for block in comparison_document(rows()) if isinstance(block, Matrices))

    assert len(matrices.each) == len(DATA_SETS)
    for _name, half in matrices.each:
        assert [len(cells) for cells in half] == list(range(1, len(matrices.order) + 1))
    cells = [cell for _name, half in matrices.each for cells in half for cell in cells]
    assert all((cell.value is None) == (cell.text in ("·", "–")) for cell in cells)


def test_without_colours_it_is_a_table_of_the_sectors_that_have_a_pair():
    two = [row_of(**TWO_GROUNDS), row_of("4614", links="from;to")]
    (matrices,) = (block for block in comparison_document(two) if isinstance(block, Matrices))
    (table,) = matrices.plain

    assert table.rows == (
        ("Housing – Property", "1/1", "·"),
        ("Housing – Health and care", "0/1", "–"),
        ("Property – Health and care", "0/1", "·"),
    )


def test_many_matrices_are_several_tables_of_those_that_find_room():
    many = [row_of(f"{1100 + n}", **TWO_GROUNDS) for n in range(ACROSS + 1)]
    stream = io.StringIO()
    markdown.write(comparison_document(many), stream)
    headers = [line for line in stream.getvalue().splitlines() if line.startswith("| Sectors |")]

    assert [line.count("(") for line in headers] == [ACROSS, 1]


def test_it_says_what_it_cannot_tell():
    *_others, last = comparison_document(rows())

    assert isinstance(last, Bullets)
    assert len(last.items) > 3


def test_many_municipalities_leave_the_rules_to_csv_and_json():
    many = [row_of(f"{1100 + n}") for n in range(ACROSS + 1)]
    headers = [block.header for block in comparison_document(many) if isinstance(block, TableBlock)]

    assert all(len(header) <= 10 for header in headers)
