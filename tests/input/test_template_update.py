"""An old workbook in the newest template: compared cell by cell, nothing is moved or lost."""

import shutil
from itertools import pairwise

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from samordning_graph.common.locale import in_language
from samordning_graph.input.example_rows import GUIDE_SHEETS, STATEMENTS_SHEET, WORDS_SHEET
from samordning_graph.input.read_source import read_source
from samordning_graph.input.template import write_template
from samordning_graph.input.template_update import write_updated
from samordning_graph.schema.problem import ProblemsError
from samordning_graph.schema.tables import TABLES, columns
from tests.helpers.files import drop_downs, places, through_libreoffice, workbook
from tests.helpers.running import DAY, STORD, invoke

OURS = {*GUIDE_SHEETS.values(), WORDS_SHEET, STATEMENTS_SHEET}
NEWER = {"Enheter": ("Tjenestetype", "Spurt om"), "Arenaer": ("Gjelder",), "Mål": ("Resultater",)}
"""Columns that an older template did not have."""


@pytest.fixture(autouse=True)
def norwegian():
    with in_language("nb"):
        yield


@pytest.fixture
def old(tmp_path):
    """Return a workbook of an older template, with much in it that is somebody's own."""
    file = tmp_path / "gammel.xlsx"
    write_template(file)
    book = openpyxl.load_workbook(file)
    del book["Deltakelse (matrise)"], book["Egne krav"]
    for name, headers in NEWER.items():
        for header in headers:
            [cell] = [cell for cell in book[name][1] if cell.value == header]
            book[name].delete_cols(cell.column)
    units = book["Enheter"]
    units.append([None, "Boligkontoret", "bolig"])
    units.append([None, "Rustjenesten", "helse"])
    own = units.max_column + 1
    units.cell(1, own, "_vår egen")
    units.cell(4, own, "=LEN(B4)")
    units["B4"].comment = Comment("Spør Kari om navnet", "koordinator")
    units["B1"].comment = Comment("Vår merknad til kolonnen", "koordinator")
    own_list = DataValidation(type="list", formula1='"a,b"')
    own_list.add(f"{units.cell(1, own).column_letter}2:{units.cell(1, own).column_letter}50")
    units.add_data_validation(own_list)
    units["B4"].hyperlink = "https://eksempel.no"
    units.row_dimensions[5].height = 40
    book["Arenaer"].append([None, "Forum"])
    book["Deltakelse"].append(["Boligkontoret", "Forum", "leder"])
    book["Deltakelse"].append(["Rustjenesten", "Forum"])
    sheet = book.create_sheet("_Møtenotater")
    sheet["C7"] = "Neste møte 12. mai"
    sheet["C8"] = "=Enheter!B4"
    book[GUIDE_SHEETS["nb"]]["C3"] = "Skrevet ved siden av veiledningen"
    book.save(file)
    return file


@pytest.fixture
def new(old, tmp_path):
    file = tmp_path / "ny.xlsx"
    write_updated(old, file)
    return file


def contents(file):
    """Return (value, text of the comment) of every filled cell by sheet and place."""
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.comment.text if cell.comment else "")
        for sheet in openpyxl.load_workbook(file).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None or cell.comment
    }


def records(file):
    return [
        (record.table, record.place.sheet, record.place.row, record.cells)
        for record in read_source(file).records
    ]


def test_every_cell_and_comment_is_where_it_was(old, new):
    before, after = contents(old), contents(new)
    lost = {
        place: cell
        for place, cell in before.items()
        if place[0] not in OURS and after.get(place) != cell
    }
    assert lost == {}


def test_what_is_read_is_the_same(old, new):
    assert records(new) == records(old)
    assert len(records(new)) == 5
    assert [code for code, _row, _column in places(new)] == [
        code for code, _row, _column in places(old)
    ]


def test_every_table_has_every_column_of_today(old, new):
    assert set(read_source(old).absent_columns) >= {"Tjenestetype", "Gjelder", "Resultater"}
    assert read_source(new).absent_columns == []
    book = openpyxl.load_workbook(new)
    for table in TABLES:
        headers = {cell.value for cell in book[table.sheet][1]}
        assert {column.nb for column in columns(table)} <= headers, table.sheet


def test_drop_downs_are_new_and_those_of_own_columns_are_kept(new, tmp_path):
    write_template(tmp_path / "mal.xlsx")
    today = openpyxl.load_workbook(tmp_path / "mal.xlsx")
    book = openpyxl.load_workbook(new)
    for table in TABLES:
        assert drop_downs(today[table.sheet]).keys() <= drop_downs(book[table.sheet]).keys()
    assert drop_downs(book["Enheter"])["_vår egen"].formula1 == '"a,b"'
    ranges = [
        str(area)
        for rule in book["Enheter"].data_validations.dataValidation
        for area in rule.sqref.ranges
    ]
    assert len(ranges) == len(set(ranges))


def test_sheets_that_were_not_there_stand_in_their_place(new):
    names = openpyxl.load_workbook(new).sheetnames
    assert names[0] == GUIDE_SHEETS["nb"]
    assert names[names.index("Deltakelse") + 1] == "Deltakelse (matrise)"
    assert names[names.index("Egenvurdering") + 1] == "Egne krav"
    assert "_Veiledning (før)" in names  # somebody had written in it


def test_no_example_is_added(new):
    assert openpyxl.load_workbook(new)["Egne krav"]["A2"].value is None


def test_once_more_changes_nothing(new, tmp_path):
    write_updated(new, tmp_path / "igjen.xlsx")
    again = contents(tmp_path / "igjen.xlsx")
    assert {place: cell for place, cell in contents(new).items() if place[0] not in OURS} == {
        place: cell for place, cell in again.items() if place[0] not in OURS
    }


@pytest.mark.parametrize("cell", ["A60", "A3"])
def test_what_somebody_wrote_in_the_guide_is_kept_in_a_sheet_of_its_own(tmp_path, cell):
    old, new = tmp_path / "gammel.xlsx", tmp_path / "ny.xlsx"
    write_template(old)
    book = openpyxl.load_workbook(old)
    book[GUIDE_SHEETS["nb"]][cell] = "Ring Kari før du sender den"
    book["Enheter"].append([None, "Boligkontoret", "bolig"])
    book.save(old)
    write_updated(old, new)
    assert openpyxl.load_workbook(new)["_Veiledning (før)"][cell].value == (
        "Ring Kari før du sender den"
    )


def test_an_untouched_guide_is_replaced(tmp_path):
    old, new = tmp_path / "gammel.xlsx", tmp_path / "ny.xlsx"
    with in_language("en"):
        write_template(old)
    write_updated(old, new)
    assert not [name for name in openpyxl.load_workbook(new).sheetnames if "(før)" in name]


def test_a_matrix_in_the_list_s_sheet_stays_a_matrix(tmp_path):
    file = workbook(tmp_path, Deltakelse=[["Aktør", "Forum", "Kilde"], ["Bolig", "x", "møte"]])
    write_updated(file, tmp_path / "ny.xlsx")
    book = openpyxl.load_workbook(tmp_path / "ny.xlsx")
    assert [cell.value for cell in book["Deltakelse"][1]] == ["Aktør", "Forum", "Kilde"]
    assert "Deltakelse (matrise)" not in book.sheetnames
    assert records(tmp_path / "ny.xlsx") == records(file)
    assert drop_downs(book["Deltakelse"])["Forum"]


def test_a_title_above_the_header_and_english_names_are_left_as_they_are(tmp_path):
    units = [["Våre enheter"], ["name", "sector"], ["Bolig", "bolig"], ["Rus", "helse"]]
    file = workbook(tmp_path, Enheter=units)
    write_updated(file, tmp_path / "ny.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Enheter"]
    assert [cell.value for cell in sheet[2]][:4] == ["name", "sector", "Id", "Tjenestetype"]
    assert records(tmp_path / "ny.xlsx") == records(file)


def test_widths_of_many_columns_do_not_reach_into_new_ones(tmp_path):
    def wide(book):
        book["Enheter"].column_dimensions["B"].min = 2
        book["Enheter"].column_dimensions["B"].max = 16384
        book["Enheter"].column_dimensions["B"].width = 20

    write_updated(workbook(tmp_path, wide), tmp_path / "ny.xlsx")
    spans = sorted(
        (dimension.min, dimension.max)
        for dimension in openpyxl.load_workbook(tmp_path / "ny.xlsx")[
            "Enheter"
        ].column_dimensions.values()
    )
    assert all(last < first for (_first, last), (first, _last) in pairwise(spans))


def test_formulas_are_told_of(old, tmp_path):
    [sentence] = write_updated(old, tmp_path / "ny.xlsx")
    assert "formler" in sentence


def test_a_sheet_by_the_name_that_another_program_gave_it_is_its_table(old, tmp_path):
    book = openpyxl.load_workbook(old)
    book["Enheter"].title = "Kart - Enheter"
    book.save(old)
    new = tmp_path / "ny.xlsx"
    write_updated(old, new)
    sheets = openpyxl.load_workbook(new).sheetnames
    assert "Kart - Enheter" in sheets
    assert "Enheter" not in sheets
    assert "Tjenestetype" in [
        cell.value for cell in openpyxl.load_workbook(new)["Kart - Enheter"][1]
    ]


def test_what_is_no_workbook_is_refused_and_nothing_is_written(tmp_path):
    (tmp_path / "gammel.xlsx").write_text("nei")
    with pytest.raises(ProblemsError):
        write_updated(tmp_path / "gammel.xlsx", tmp_path / "ny.xlsx")
    assert not (tmp_path / "ny.xlsx").exists()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_of_findings_is_refused_with_what_it_is(tmp_path):
    report = tmp_path / "funn.xlsx"
    assert invoke("report", STORD, "-o", report, *DAY).exit_code == 0
    with pytest.raises(ProblemsError, match="samordning report"):
        write_updated(report, tmp_path / "ny.xlsx")
    assert not (tmp_path / "ny.xlsx").exists()


@pytest.mark.parametrize(
    "sheets", [{"Budsjett": [["Post", "Sum"]]}, {"Ark1": [[]]}, {"Noder": [["Id", "Label"]]}]
)
def test_a_workbook_of_something_else_is_refused_with_what_is_looked_for(sheets, tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "annet.xlsx")
    with pytest.raises(ProblemsError, match="Enheter"):
        write_updated(tmp_path / "annet.xlsx", tmp_path / "ny.xlsx")
    assert not (tmp_path / "ny.xlsx").exists()


def test_libreoffice_opens_it_and_reads_the_same(old, tmp_path):
    saved = through_libreoffice(old, tmp_path / "lagret")
    write_updated(saved, tmp_path / "ny.xlsx")
    again = through_libreoffice(tmp_path / "ny.xlsx", tmp_path / "igjen")
    assert records(again) == records(saved) == records(tmp_path / "ny.xlsx")
