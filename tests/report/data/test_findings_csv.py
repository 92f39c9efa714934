"""The findings as CSV: Norwegian Excel opens them, and no cell is a formula."""

import csv
import io

import pytest

from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.csv_dialect import BYTE_ORDER_MARK, escape_formula
from tests.helpers.samples import DATA_SETS, hostile, municipality, sharing, written
from tests.helpers.tiny import tiny

FORMULAS = ("=cmd|'/c calc'!A1", "@SUM(A1)", "+1", "-1")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=";"))


def test_it_begins_with_the_mark_that_tells_excel_about_utf_8():
    assert written(sharing(), "csv").encode().startswith(b"\xef\xbb\xbf")


def test_every_line_ends_as_windows_does():
    text = written(municipality("eksempel"), "csv")

    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize("name", DATA_SETS)
def test_there_is_one_row_for_each_finding_and_every_row_has_every_column(name: str):
    graph = municipality(name)
    header, *found = rows(written(graph, "csv"))

    assert [(row[2], row[6]) for row in found] == [
        (finding.identity.rule, finding.identity.subject) for finding in Report(graph).findings()
    ]
    assert {len(row) for row in found} <= {len(header)}
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("cell", [*FORMULAS, "\tx", "\rx", "=1+1", "-"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cell: str):
    assert escape_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Bolig", "a=b", "1-2", "0301"])
def test_another_cell_is_left_as_it_is(cell: str):
    assert escape_formula(cell) == cell


@pytest.mark.parametrize("name", FORMULAS)
def test_no_name_becomes_a_formula(name: str):
    quoted = '"' + name.replace('"', '""') + '"'
    graph = tiny(
        municipality=f"number;name\n4614;{quoted}",
        units=f"id;name;sector\na;{quoted} a;bolig\nb;{quoted} b;helse\nc;{quoted} c;helse",
        goals=f"id;name\nx;{quoted}",
        goal_owners="actor;goal\na;x\nb;x",
        arenas=f"id;name;participants_complete\nf;{quoted} f;ja",
        participation="actor;arena\nc;f",
        accepted_gaps=f"code;subject;reason;owner\nLINK03;a;{quoted};{quoted}",
    )
    cells = [cell for row in rows(written(graph, "csv")) for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert f"'{name}" in cells
    assert f"'{name} a" in cells


def test_separators_quotes_and_markup_in_names_come_back_as_they_were():
    graph = sharing(units='id;name;sector\nbolig;"Bo;lig ""x""";bolig\nrus;R;helse\nhjelp;H;helse')
    cells = {cell for row in rows(written(graph, "csv")) for cell in row}

    assert 'Bo;lig "x"' in cells
    assert len({len(row) for row in rows(written(hostile(), "csv"))}) == 1


def test_no_finding_leaves_the_header_alone():
    assert len(rows(written(tiny(), "csv"))) == 1
