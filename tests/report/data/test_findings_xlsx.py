"""The report as a workbook: sheets to sort and filter, and no cell is a formula."""

import json
import re

import openpyxl
import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.report.blocks import Bullets, Picture, TableBlock
from samordning_graph.report.data import findings_xlsx as xlsx_format
from samordning_graph.report.data import workbook_of_sheets
from samordning_graph.report.documents.first_page import first_page
from samordning_graph.report.documents.in_place import in_place_section
from samordning_graph.report.documents.in_short import in_short
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.labels import basis_name
from samordning_graph.rules.register import RULES
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality, sharing, written
from tests.helpers.tiny import tiny

FORMULAS = ("=cmd|'/c calc'!A1", "@SUM(A1)", "+1", "-1", "=1+1")
SHEETS = ["Summary", "Findings", "Pairs", "What is in place", "Rules", "About this"]


@pytest.fixture
def workbook(tmp_path):
    def write(graph):
        path = tmp_path / "rapport.xlsx"
        xlsx_format.write(Report(graph), path)
        return openpyxl.load_workbook(path)

    return write


def rows(sheet) -> list[dict[str, object]]:
    header, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in found]


@pytest.mark.parametrize("name", DATA_SETS)
def test_it_counts_what_the_json_counts(workbook, name: str):
    book, document = workbook(municipality(name)), json.loads(written(municipality(name), "json"))

    with_steps = ["Agreed steps"] if document["follow_up"] else []
    assert book.sheetnames == [SHEETS[0], *with_steps, *SHEETS[1:]]
    assert sorted(row["Rule"] for row in rows(book["Findings"])) == [
        finding["rule"] for finding in document["findings"]
    ]
    assert len(rows(book["Pairs"])) == len(document["missing_pairs"])
    for row, rule in zip(rows(book["Rules"]), document["rules"], strict=True):
        figures = (rule["found"], rule["examined"] - rule["found"], rule["not_assessed"])
        assert (row["Rule"], row["Accepted"]) == (rule["code"], rule["accepted"])
        assert (row["Found"], row["Not found"], row["Not known"]) == (
            figures if any(figures) else ("–", "–", "–")
        )


def test_what_was_agreed_is_a_sheet_of_all_steps_where_there_are_any(workbook):
    steps = "step;subject;owner;status\n=1+1;Bolig;Leder;\nGjort før;Bolig;;gjort"
    book = workbook(sharing(follow_up=steps))
    first, second = rows(book["Agreed steps"])

    assert book.sheetnames[1] == "Agreed steps"
    assert (first["Step"], first["Responsible"], first["Status"]) == ("=1+1", "Leder", "agreed")
    assert book["Agreed steps"]["A2"].data_type == "s"
    assert second["Step"] == "Gjort før"


@pytest.mark.parametrize("name", DATA_SETS)
def test_what_is_in_place_is_a_row_each_as_the_document_tells_it(workbook, name: str):
    graph = municipality(name)
    in_place, sections = Report(graph).in_place, [*in_place_section(Report(graph))]
    told_of = [row for block in sections if isinstance(block, TableBlock) for row in block.rows]
    found = rows(workbook(graph)["What is in place"])

    assert len(found) == sum(
        len(getattr(in_place, kind))
        for kind in ("pairs", "duties", "arenas", "yes_answers", "results")
    )
    for cells in told_of:
        assert any(
            all(any(cell in str(text) for text in row.values()) for cell in cells) for row in found
        ), cells


def test_what_is_in_place_has_its_source_and_figures(workbook):
    book = workbook(municipality("eksempel"))
    found = rows(book["What is in place"])
    about, summary = ([row[0].value for row in book[name]] for name in ("About this", "Summary"))
    (answered,) = (row for row in found if row["Kind"] == "Self-assessment")

    assert answered["What the data say"] == "«Anchoring and ownership» (3 yes)"
    assert {row["Source"] for row in found if row["Kind"].startswith("Working")} == {
        "Oppdiktet eksempel (2026-09-15)."
    }
    assert (
        "• Duties and own requirements: 9 documented · 1 not documented · 3 not known"
        " (2 of those documented are not checked against the law)." in summary
    )
    assert any(text.startswith("Whether the agreement is the one") for text in about)


def test_sentences_of_a_finding_stand_beside_each_other(workbook):
    (row,) = (row for row in rows(workbook(sharing())["Findings"]) if row["Rule"] == "LINK03")
    (finding,) = (
        finding for finding in Report(sharing()).findings() if finding.identity.rule == "LINK03"
    )

    assert row["Observation"] == finding.observation
    assert row["Question"] == finding.question
    assert row["Possible next step"] == finding.next_step
    assert "goal_owners.csv" in row["Evidence"]


def test_findings_with_the_strongest_basis_come_first(workbook):
    bases = [row["Basis"] for row in rows(workbook(municipality("eksempel"))["Findings"])]

    strongest_first = [basis_name(basis) for basis in sorted(Basis, reverse=True)]
    assert list(dict.fromkeys(bases)) == [basis for basis in strongest_first if basis in bases]
    assert {basis_name(Basis.REQUIRED), basis_name(Basis.HINT)} <= {*bases}


def test_the_header_stays_in_sight_and_every_column_can_be_filtered(workbook):
    book = workbook(municipality("eksempel"))

    for name in SHEETS[1:-1]:
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["B2"].alignment.wrap_text
        assert 8 < sheet.column_dimensions["B"].width < 100


def test_it_says_whose_data_it_is_and_that_it_is_no_answer_key(workbook):
    book = workbook(municipality("eksempel"))

    assert "26 of 38" in " ".join(row[0].value for row in book["Summary"])
    assert "no answer key" in " ".join(row[0].value for row in book["About this"])


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_first_sheet_is_page_one_of_the_report(workbook, name: str):
    sheet = workbook(municipality(name)).worksheets[0]
    of_page = [
        text
        for document in (first_page, in_short)
        for block in document(Report(municipality(name)))
        if not isinstance(block, Picture)
        for text in (block.items if isinstance(block, Bullets) else (block.text,))
    ]

    shown = [str(row[0].value) for row in sheet]
    assert [re.sub(r"^(• |\d\. )", "", text) for text in shown] == of_page
    assert {"What you have in place", "Talk about this first"} <= {
        row[0].value for row in sheet if row[0].font.bold
    }


@pytest.mark.parametrize("name", FORMULAS)
def test_no_text_is_run_as_a_formula(workbook, name: str):
    book = workbook(
        tiny(
            municipality=f'number;name\n4614;"{name}"',
            units=f'id;name;sector\na;"{name} a";bolig\nb;"{name} b";helse\nc;C;helse',
            goals=f'id;name\nx;"{name}"',
            goal_owners="actor;goal\na;x\nb;x",
            arenas=f'id;name;participants_complete\nf;"{name} f";ja',
            participation="actor;arena\nc;f",
        )
    )
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    of_data = [cell for cell in cells if str(cell.value).startswith(name)]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {f"{name} a", f"{name} b"} <= {cell.value for cell in of_data}
    assert all(cell.quotePrefix for cell in of_data)


def test_hostile_names_are_shown_as_they_are_written(workbook):
    book = workbook(hostile())
    text = " ".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )

    for name in (f"{HOSTILE} a", f"{HOSTILE} sektor", f"{HOSTILE} owner"):
        assert name in text


def test_more_text_than_a_cell_takes_is_cut_with_a_sign(workbook):
    long = "x" * (workbook_of_sheets.MAX_CHARACTERS + 1)
    cells = workbook(
        sharing(goals=f"name\n{long}", goal_owners=f"actor;goal\nBolig;{long}\nRus;{long}")
    )["Findings"].iter_rows(values_only=True)
    longest = max((str(cell) for row in cells for cell in row), key=len)

    assert len(longest) == workbook_of_sheets.MAX_CHARACTERS
    assert longest.endswith("…")


def test_more_rows_than_a_sheet_takes_are_told_of(workbook, monkeypatch):
    monkeypatch.setattr(workbook_of_sheets, "MAX_ROWS", 3)
    book = workbook(municipality("eksempel"))
    sentences = [row[0].value for row in book["About this"]]

    assert book["Findings"].max_row == 3
    assert any(text.startswith("Findings: a sheet has no room") for text in sentences)


def test_pairs_stand_by_number_and_those_that_nobody_can_tell_of_last(workbook):
    pairs = rows(workbook(municipality("eksempel"))["Pairs"])
    numbers = [row["No."] for row in pairs]

    assert numbers == [*range(2, 13), *[None] * 8]
    assert (pairs[0]["One"], pairs[0]["The other"]) == (
        "Boligkontoret",
        "Plan og samfunnsutvikling",
    )


def test_the_sheets_are_named_in_the_language_in_use(tmp_path):
    with in_language("nb"):
        xlsx_format.write(Report(municipality("stord")), tmp_path / "stord.xlsx")

    assert openpyxl.load_workbook(tmp_path / "stord.xlsx").sheetnames == [
        "Sammendrag",
        "Funn",
        "Par",
        "Det som er på plass",
        "Regler",
        "Om",
    ]


def test_without_data_there_are_headers_and_rules(workbook):
    book = workbook(tiny())

    assert book["Findings"].max_row == book["Pairs"].max_row == 1
    assert book["Rules"].max_row > 1


def test_of_selected_rules_the_first_sheet_is_their_answers_and_the_rest_only_theirs(tmp_path):
    graph = sharing()
    books = {}
    for code in ("LINK03", "ISO01"):
        path = tmp_path / f"{code}.xlsx"
        xlsx_format.write(Report(graph, [rule for rule in RULES if rule.code == code]), path)
        books[code] = openpyxl.load_workbook(path)
    about, summary = (
        [row[0] for row in books["LINK03"][name].iter_rows(values_only=True)]
        for name in ("About this", "Summary")
    )

    assert books["LINK03"].sheetnames == ["Summary", "Rules", "Findings", "Pairs", "About this"]
    assert books["ISO01"].sheetnames == ["Summary", "Rules", "Findings", "About this"]
    assert [row["Rule"] for row in rows(books["LINK03"]["Rules"])] == ["LINK03"]
    assert summary[0].startswith("1 finding in 1 assessed pair; 0 not known")
    assert summary[2].startswith("• LINK03 ")
    assert "Without --select" in summary[3]
    assert [line for line in about if line.startswith("Pairs:")]
