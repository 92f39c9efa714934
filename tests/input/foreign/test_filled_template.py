"""The workbook: the template with rows, of which nothing is run as a formula."""

import openpyxl
import pytest

from samordning_graph.input.foreign.filled_template import write_filled_template
from samordning_graph.input.template import write_template

ROWS = {"units": [{"name": "=1+1", "sector": "Bolig", "comment": "a" * 40_000}]}


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mal")
    write_template(folder / "mal.xlsx")
    write_filled_template(folder / "fylt.xlsx", ROWS)
    return [openpyxl.load_workbook(folder / name) for name in ("fylt.xlsx", "mal.xlsx")]


def test_the_rows_stand_in_the_place_of_the_examples(books):
    sheet = books[0]["Enheter"]

    assert sheet.max_row == 2
    assert [cell.value for cell in sheet["B"]] == ["Navn", "=1+1"]
    assert books[0]["Deltakelse"].max_row == 1


def test_a_text_is_text_whatever_it_begins_with(books):
    cell = books[0]["Enheter"]["B2"]

    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_text_that_no_cell_holds_is_cut_and_ends_so(books):
    texts = [cell.value for cell in books[0]["Enheter"][2] if cell.value]

    assert max(map(len, texts)) == 32_767
    assert any(text.endswith("…") for text in texts)


def test_all_else_is_as_in_the_template(books):
    for sheet, other in zip(*books, strict=True):
        assert sheet.title == other.title
        assert sheet.sheet_state == other.sheet_state
        assert sheet.sheet_properties.tabColor == other.sheet_properties.tabColor
        assert sheet.freeze_panes == other.freeze_panes
        rules = [
            sorted(str(rule.sqref) for rule in book_sheet.data_validations.dataValidation)
            for book_sheet in (sheet, other)
        ]
        assert rules[0] == rules[1]
        notes = [
            [cell.comment and cell.comment.text for cell in book_sheet[1]]
            for book_sheet in (sheet, other)
        ]
        assert notes[0] == notes[1]
