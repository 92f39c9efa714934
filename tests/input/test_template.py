"""The workbook that a coordinator fills in."""

import zipfile

import openpyxl
import pytest

from samordning_graph.common.locale import LANGUAGES, in_language
from samordning_graph.input.example_rows import (
    EXAMPLE_ROWS,
    GUIDE_SHEETS,
    STATEMENTS_SHEET,
    WORDS_SHEET,
)
from samordning_graph.input.read_model import read_model
from samordning_graph.input.template import write_template
from samordning_graph.schema.tables import TABLES, Municipality, Participation, Takes, Unit, columns
from samordning_graph.schema.vocabulary import OPEN_LISTS, word_lists
from tests.helpers.files import drop_downs, places, problems
from tests.helpers.tiny import TODAY


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "mal.xlsx"
    with in_language("nb"):
        write_template(path)
    return path


@pytest.fixture(scope="module")
def book(file):
    return openpyxl.load_workbook(file)


def words_of(book, rule):
    """Return the words that a drop-down shows."""
    if rule.formula1.startswith('"'):
        return rule.formula1.strip('"').split(",")
    sheet, _mark, area = rule.formula1.partition("!")
    return [cell.value for (cell,) in book[sheet.strip("'")][area.replace("$", "")]]


# As it is written


def test_the_guide_comes_first_then_every_table_in_order(book):
    tables = [table.sheet for table in TABLES]
    tables.insert(tables.index("Deltakelse") + 1, "Deltakelse (matrise)")
    assert book.sheetnames == [GUIDE_SHEETS["nb"], *tables, WORDS_SHEET, STATEMENTS_SHEET]
    assert book[WORDS_SHEET].sheet_state == "hidden"
    assert book.active.title == GUIDE_SHEETS["nb"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_headers_are_exact_frozen_and_have_notes(book, table):
    sheet = book[table.sheet]
    assert [cell.value for cell in sheet[1]] == [column.nb for column in columns(table)]
    assert sheet.freeze_panes == "A2"
    for cell, column in zip(sheet[1], columns(table), strict=True):
        assert len(cell.comment.text.splitlines()) >= 2
        assert cell.font.bold == column.required


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_words_and_yes_or_no_have_drop_downs_that_let_many_values_through(book, table):
    rules = drop_downs(book[table.sheet])
    for column in columns(table):
        if column.takes is Takes.WORD:
            words = [word.nb for word in word_lists()[column.words].values()]
            assert words_of(book, rules[column.nb]) == words
            assert rules[column.nb].showErrorMessage is not column.many
        elif column.takes is Takes.YES_NO:
            assert words_of(book, rules[column.nb]) == ["ja", "nei"]
        elif column.takes is Takes.REFERENCE or column.suggests:
            assert not rules[column.nb].showErrorMessage
        else:
            assert column.nb not in rules or column.takes is Takes.SURVEY_ANSWER


@pytest.mark.parametrize("name", OPEN_LISTS)
def test_a_word_of_their_own_is_not_turned_away(book, name):
    for table in TABLES:
        rules = drop_downs(book[table.sheet])
        for column in columns(table):
            if column.words == name and not column.many:
                assert rules[column.nb].errorStyle == "warning"


def test_references_show_the_names_in_the_sheet_that_they_point_to(book):
    rules = drop_downs(book["Deltakelse"])
    assert "'Arenaer'!$B$1" in rules["Arena"].formula1
    assert WORDS_SHEET in rules["Aktør"].formula1
    lists = {
        cell.value: book[WORDS_SHEET].cell(2, cell.column).value for cell in book[WORDS_SHEET][1]
    }
    assert "'Enheter'!" in lists["Unit ExternalActor"]
    assert "'Eksterne aktører'!" in lists["Unit ExternalActor"]
    holdable = lists["Goal Strategy Measure"]
    assert all(f"'{sheet}'!" in holdable for sheet in ("Mål", "Strategier", "Tiltak"))


def test_the_matrix_offers_arenas_in_its_header_and_x_or_a_role_below(book):
    sheet = book["Deltakelse (matrise)"]
    header, marks = sheet.data_validations.dataValidation[1:]
    assert [cell.value for cell in sheet[1]][:2] == ["Aktør", None]
    assert "'Arenaer'!" in header.formula1
    assert not header.showErrorMessage
    assert words_of(book, marks) == ["x", "leder", "medlem", "ved behov", "observatør"]
    assert str(marks.sqref).startswith("B2:")


@pytest.mark.parametrize(
    ("table", "header", "number_format"),
    [
        ("Kommune", "Kommunenummer", "@"),
        ("Enheter", "Organisasjonsnummer", "@"),
        ("Enheter", "KOSTRA-funksjon", "@"),
        ("Arenaer", "Møter per år", "@"),
        ("Enheter", "Kildedato", "yyyy-mm-dd"),
        ("Arenaer", "Gjelder til", "yyyy-mm-dd"),
    ],
)
def test_cells_keep_what_is_written(book, table, header, number_format):
    [cell] = [cell for cell in book[table][1] if cell.value == header]
    assert book[table].column_dimensions[cell.column_letter].number_format == number_format


def test_the_sheets_to_begin_with_stand_out_and_are_those_of_the_guide(book):
    colours = {table.sheet: book[table.sheet].sheet_properties.tabColor.rgb for table in TABLES}
    first = [sheet for sheet, colour in colours.items() if colour == colours["Kommune"]]
    assert first == ["Kommune", "Enheter", "Arenaer", "Deltakelse"]
    guide = [cell.value for (cell,) in book["Veiledning"].iter_rows()]
    heading = guide.index("Begynn med fire ark (mørkegrønne faner)")
    steps = guide[heading + 1 : heading + 1 + len(first)]
    assert [step.partition(":")[0] for step in steps] == [
        f"{number}. {sheet}" for number, sheet in enumerate(first, start=1)
    ]
    assert {
        cell.value.partition(":")[0]
        for (cell,) in book["Veiledning"].iter_rows()
        if cell.hyperlink and cell.font.b
    } == set(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_in_the_language_in_use_and_the_sheets_are_norwegian(tmp_path, language):
    with in_language(language):
        write_template(tmp_path / "mal.xlsx")
    guide, first, *_rest = openpyxl.load_workbook(tmp_path / "mal.xlsx").sheetnames
    assert (guide, first) == (GUIDE_SHEETS[language], "Kommune")
    assert places(tmp_path / "mal.xlsx") == [("E25", 0, "")]


def test_the_guide_leaves_no_name_open(book):
    text = "\n".join(str(row[0]) for row in book[GUIDE_SHEETS["nb"]].iter_rows(values_only=True))
    assert "{" not in text
    for words in ("«Spurt»", "«Fullstendig deltakerliste»", "samordning check"):
        assert words in text
    assert all(table.sheet in text for table in TABLES)


def test_excel_finds_nothing_to_repair(file, book):
    for sheet in book.worksheets:
        assert len(sheet.title) <= 31
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.formula1) <= 255
            assert len(rule.error or "") <= 225
            assert len(rule.errorTitle or "") <= 32
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert archive.testzip() is None


# As it is read


def test_untouched_it_is_said_to_be_so_and_the_sheets_with_example_rows_are_named(file):
    untouched, note = problems(file).in_order()
    assert (untouched.kind.code, note.kind.code) == ("E25", "W07")
    assert all(table.sheet in note.message for table in TABLES if table.table in EXAMPLE_ROWS)


def test_filled_in_by_a_person_it_is_a_municipality(tmp_path, file):
    book = openpyxl.load_workbook(file)
    book["Kommune"]["A2"] = "0301"
    book["Enheter"].append([None, "Boligkontoret", "bolig"])
    book["Enheter"].append([None, "Rus", "Helse", None, "skaffe; beholde"])
    book["Arenaer"].append([None, "Tildelingsmøtet"])
    for row in (["Boligkontoret", "Tildelingsmøtet", "leder"], ["Rus", "Tildelingsmøtet"]):
        book["Deltakelse"].append(row)
    book.save(tmp_path / "fylt.xlsx")
    model = read_model(tmp_path / "fylt.xlsx", TODAY)
    assert model.all(Municipality) == ()
    assert model.municipality.name == "Oslo"
    assert [unit.name for unit in model.all(Unit)] == ["Boligkontoret", "Rus"]
    assert [row.role for row in model.all(Participation)] == ["leader", None]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_template(tmp_path / "finnes-ikke" / "mal.xlsx")
