"""What people wrote in the action list, in a copy of the workbook: each in its row, and nothing lost."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.input.applied_action_list import write_with_action_list
from samordning_graph.input.read_model import read_model
from samordning_graph.report.data import action_list_xlsx
from samordning_graph.report.findings_report import Report
from samordning_graph.schema.problem import ProblemsError
from samordning_graph.schema.tables import AgreedStep
from tests.helpers.tiny import TODAY

SHEETS = {
    "Kommune": [("Kommunenummer", "Navn"), ("0000", "Prøve")],
    "Enheter": [
        ("Id", "Navn", "Sektor", "Spurt"),
        ("b", "Bolig", "bolig", "ja"),
        ("r", "Rus", "helse", "ja"),
    ],
    "Mål": [("Id", "Navn"), ("g", "Bo godt")],
    "Målansvar": [("Aktør", "Mål"), ("b", "g"), ("r", "g")],
    "Arenaer": [("Navn", "Fullstendig deltakerliste"), ("Forum", "ja")],
    "Deltakelse": [("Aktør", "Arena"), ("b", "Forum")],
    "Oppfølging": [
        ("Hva", "Gjelder", "Sammen med", "Ansvarlig", "Frist", "Status", "Avtalt dato", "_Eget"),
        ("Møtes", "b", "Rus", "Leder", "2026-10-31", "avtalt", "2026-06-10", "mitt"),
        ("Spør", "r", None, None, None, "i gang", "2026-06-10", None),
    ],
}


@pytest.fixture
def workbook(tmp_path):
    file = tmp_path / "kommune.xlsx"
    book = Workbook()
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(file)
    return file


@pytest.fixture(params=["nb", "en"])
def listed(workbook, tmp_path, request):
    """The action list of the workbook; what is written in it does not depend on its language."""
    file = tmp_path / "liste.xlsx"
    with in_language(request.param):
        graph = build(read_model(workbook, TODAY), AnalysisOptions(as_of=TODAY))
        action_list_xlsx.write(Report(graph), file)
    return file


def write_in(file, sheet: int, **cells):
    book = load_workbook(file)
    for place, value in cells.items():
        book.worksheets[sheet][place] = value
    book.save(file)


def applied(workbook, listed, name="ny.xlsx"):
    """Return the steps of the copy by what is to be done, and what was said."""
    copy = workbook.with_name(name)
    with in_language("nb"):
        result = write_with_action_list(workbook, listed, copy, TODAY)
    return {step.step: step for step in read_model(copy, TODAY).all(AgreedStep)}, result


STEPS, MATTERS = 0, 1


def test_changed_cells_of_a_step_change_its_row_and_nothing_else(workbook, listed):
    write_in(listed, STEPS, C2="Boligleder", D2="15.12.2026", E2="i gang", D3=datetime(2027, 1, 5))
    before = workbook.read_bytes()
    steps, result = applied(workbook, listed)

    assert workbook.read_bytes() == before
    assert (result.count, result.changed, result.left) == ({}, 2, ())
    met, asked = steps["Møtes"], steps["Spør"]
    assert (met.owner, met.deadline, met.status) == ("Boligleder", date(2026, 12, 15), "under_way")
    assert (met.subject, met.related, met.decided) == ("b", ("Rus",), date(2026, 6, 10))
    assert (asked.owner, asked.deadline, asked.status) == (None, date(2027, 1, 5), "under_way")
    copy = load_workbook(workbook.with_name("ny.xlsx"))["Oppfølging"]
    assert copy["H2"].value == "mitt"


def test_rows_are_found_also_when_they_are_sorted_and_the_words_are_others(workbook, listed):
    book = load_workbook(listed)
    sheet = book.worksheets[STEPS]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for index, value in enumerate(row, start=1):
            sheet.cell(number, index, value)
    sheet["A2"] = "Spør igjen"
    book.save(listed)
    steps, _result = applied(workbook, listed)

    assert steps.keys() == {"Møtes", "Spør igjen"}
    assert steps["Spør igjen"].subject == "r"


def test_what_was_agreed_on_a_new_matter_is_a_step_about_the_same(workbook, listed):
    write_in(listed, MATTERS, E2="Avtaler møteplass", F2="Kommunalsjef", G2="2027-02-01")
    steps, result = applied(workbook, listed)

    new = steps["Avtaler møteplass"]
    assert result.count == {"Oppfølging": 1}
    assert (new.subject, new.related, new.code) == ("Bolig", ("Rus",), None)
    assert (new.owner, new.deadline, new.status) == ("Kommunalsjef", date(2027, 2, 1), "agreed")
    assert (new.decided, new.source_date) == (TODAY, TODAY)
    assert new.source == "Besluttet i møte 23.11.2026"


def test_rows_of_ones_own_are_steps_about_whom_they_name(workbook, listed):
    write_in(listed, STEPS, A9="Eget", B9="Rus – Bolig", E9="gjort")
    write_in(listed, MATTERS, E20="Noe annet", B20="Parkering – sentrum")
    steps, _result = applied(workbook, listed)

    assert (steps["Eget"].subject, steps["Eget"].related) == ("Rus", ("Bolig",))
    assert (steps["Eget"].status, steps["Eget"].decided) == ("done", TODAY)
    assert (steps["Noe annet"].subject, steps["Noe annet"].comment) == (
        None,
        "Parkering – sentrum",
    )


def test_a_second_time_nothing_is_changed_or_added(workbook, listed):
    write_in(listed, STEPS, E2="gjort", A9="Eget")
    write_in(listed, MATTERS, E2="Avtaler møteplass")
    first, _result = applied(workbook, listed)
    second, result = applied(workbook.with_name("ny.xlsx"), listed, "to.xlsx")

    assert (result.count, result.changed, result.left) == ({}, 0, ())
    assert second.keys() == first.keys()


@pytest.mark.parametrize("listed", ["nb"], indirect=True)
@pytest.mark.parametrize(
    ("sheet", "cells", "left"),
    [
        (STEPS, {"D2": "før jul"}, "Avtalte steg, rad 2, «Frist»: dette er ingen dato"),
        (STEPS, {"E2": "kanskje"}, "Avtalte steg, rad 2, «Status»: status er en av disse"),
        (STEPS, {"F2": "Nei"}, "rad 2, «Viser dataene det?»: arbeidsboken har ikke plass"),
        (STEPS, {"C2": None}, "rad 2, «Ansvarlig»: cellen er tømt"),
        (MATTERS, {"F2": "Leder"}, "Nye saker, rad 2, «Ansvarlig»: det står ikke hva"),
        (MATTERS, {"C2": "Nei"}, "Nye saker, rad 2, «Spørsmål»: arbeidsboken har ikke plass"),
    ],
)
def test_what_has_no_place_is_named_and_changes_nothing(workbook, listed, sheet, cells, left):
    write_in(listed, sheet, **cells)
    steps, result = applied(workbook, listed)

    assert len(result.left) == 1
    assert left in result.left[0]
    assert (steps["Møtes"].owner, steps["Møtes"].deadline) == ("Leder", date(2026, 10, 31))
    assert len(steps) == 2


def test_a_cell_that_the_workbook_has_changed_since_is_kept(workbook, listed):
    write_in(listed, STEPS, C2="Boligleder", E2="gjort")
    write_in(workbook, 6, D2="Rusleder")
    steps, result = applied(workbook, listed)

    assert (steps["Møtes"].owner, steps["Møtes"].status) == ("Rusleder", "done")
    assert ["noe annet nå" in each for each in result.left] == [True]


def test_a_step_that_is_gone_is_said(workbook, listed):
    write_in(listed, STEPS, E2="gjort")
    write_in(workbook, 6, A2="Noe helt annet")
    _steps, result = applied(workbook, listed)

    assert ["finnes ikke i arbeidsboken" in each for each in result.left] == [True]


def test_without_its_hidden_column_a_step_that_is_there_is_not_added_again(workbook, listed):
    book = load_workbook(listed)
    book.worksheets[STEPS].delete_cols(7)
    book.worksheets[STEPS]["D3"] = "2027-01-05"
    book.save(listed)
    steps, result = applied(workbook, listed)

    assert steps.keys() == {"Møtes", "Spør"}
    assert result.count == {}


def test_the_list_of_another_municipality_changes_nothing(workbook, listed):
    write_in(listed, STEPS, E2="gjort")
    write_in(workbook, 0, A2="4614")
    steps, result = applied(workbook, listed)

    assert steps["Møtes"].status == "agreed"
    assert ["en annen kommune" in each for each in result.left] == [True]


@pytest.mark.parametrize("text", ["15078513702", "150785 13702"])
def test_a_list_with_a_national_identity_number_is_refused(workbook, listed, text):
    write_in(listed, STEPS, C2=text)
    with pytest.raises(ProblemsError):
        applied(workbook, listed)
    assert not workbook.with_name("ny.xlsx").exists()


def test_another_workbook_is_no_action_list(workbook):
    with pytest.raises(ProblemsError) as caught:
        applied(workbook, workbook)
    (problem,) = caught.value.problems
    assert "handlingsliste" in problem.message
