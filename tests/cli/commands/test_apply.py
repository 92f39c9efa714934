"""The decisions of a meeting as rows in a copy of the workbook: each in its sheet, nothing lost."""

import json
from datetime import date

import pytest
from openpyxl import load_workbook

from samordning_graph.input.read_model import read_model
from samordning_graph.schema.tables import AcceptedGap, AgreedStep, Link, Participation, Unit
from tests.helpers.running import DAY, invoke

DECISIONS = """# Decisions of a meeting
_minutes:
- matter: "A – B"
  decision: "Avtal direkte"
links:
- from: "a"
  to: "b"
  strength: "cooperation"
  source: "Avtalt i møte 30.11.2026"
  source_date: "2026-11-30"
  comment: "=1+1"
participation:
- actor: "a"
  arena: "forum"
  role: "member"
follow_up:
- step: "A og B avtaler hvor de møtes"
  subject: "a"
  related: ["b"]
  owner: "Leder for A"
  deadline: "2027-01-15"
  status: "agreed"
  decided: "2026-11-30"
  source: "Avtalt i møte 30.11.2026"
  source_date: "2026-11-30"
- step: "Finn en leder"
  code: "ARENA02"
  subject: "forum"
  status: "agreed"
accepted_gaps:
- code: "LINK03"
  subject: "a"
  related: ["b"]
  reason: "Vet det"
"""


@pytest.fixture
def workbook(tmp_path):
    file = tmp_path / "kommune.xlsx"
    invoke("template", file)
    book = load_workbook(file)
    for sheet, rows in {
        "Kommune": [("0301", "Oslo")],
        "Enheter": [("a", "A"), ("b", "B")],
        "Arenaer": [("forum", "Forum")],
    }.items():
        book[sheet].delete_rows(2, 50)
        headings = [cell.value for cell in book[sheet][1]]
        for number, row in enumerate(rows, start=2):
            for heading, value in zip(
                ("Kommunenummer", "Navn") if sheet == "Kommune" else ("Id", "Navn"),
                row,
                strict=True,
            ):
                book[sheet].cell(number, headings.index(heading) + 1, value)
            if "Sektor" in headings:
                book[sheet].cell(number, headings.index("Sektor") + 1, "bolig")
    for title in ("Deltakelse", "Samarbeid", "Avklarte funn", "Oppfølging"):
        book[title].delete_rows(2, 50)
    book.create_sheet("Mine notater")["B2"] = "mitt"
    book.save(file)
    return file


@pytest.fixture
def decisions(tmp_path):
    file = tmp_path / "beslutninger.yaml"
    file.write_text(DECISIONS, encoding="utf-8")
    return file


def test_each_row_is_in_its_sheet_of_the_copy(workbook, decisions, tmp_path):
    original, copy = workbook.read_bytes(), tmp_path / "ny.xlsx"
    result = invoke("apply", workbook, decisions, "-o", copy, "--lang", "nb")
    assert result.exit_code == 0, result.stderr
    assert workbook.read_bytes() == original
    assert "Rader lagt til i Samarbeid: 1" in result.stderr
    model = read_model(copy)
    (link,) = model.all(Link)
    assert (link.from_, link.to, link.strength, link.comment) == ("a", "b", "cooperation", "=1+1")
    assert [(row.actor, row.arena) for row in model.all(Participation)] == [("a", "forum")]
    assert [(row.code, row.subject, row.related) for row in model.all(AcceptedGap)] == [
        ("LINK03", "a", ("b",))
    ]
    assert [unit.name for unit in model.all(Unit)] == ["A", "B"]


def test_steps_stand_in_the_action_list_and_are_told_in_the_next_report(
    workbook, decisions, tmp_path
):
    copy = tmp_path / "ny.xlsx"
    invoke("apply", workbook, decisions, "-o", copy)
    agreed, other = read_model(copy).all(AgreedStep)
    assert (agreed.subject, agreed.related, agreed.owner) == ("A", ("B",), "Leder for A")
    assert (agreed.status, agreed.decided) == ("agreed", date(2026, 11, 30))
    assert (other.code, other.subject) == ("ARENA02", "forum")
    assert [cell.value for cell in load_workbook(copy)["Oppfølging"][2]].count("avtalt") == 1
    report = invoke("report", copy, "--lang", "nb", "--as-of", "2026-12-15").stdout
    assert "Det dere har avtalt, og om dataene viser det" in report
    steps = json.loads(invoke("report", copy, "--format", "json").stdout)["follow_up"]
    assert [step["why_not"] for step in steps] == ["only_decided", "not_known"]


def test_cells_hold_names_and_words_as_the_lists_do_and_no_formula(workbook, decisions, tmp_path):
    copy = tmp_path / "ny.xlsx"
    invoke("apply", workbook, decisions, "-o", copy)
    book = load_workbook(copy)
    assert book["Mine notater"]["B2"].value == "mitt"
    headings = [cell.value for cell in book["Samarbeid"][1]]
    row = dict(zip(headings, book["Samarbeid"][2], strict=True))
    assert (row["Fra"].value, row["Til"].value) == ("A", "B")
    assert (row["Merknad"].value, row["Merknad"].data_type) == ("=1+1", "s")
    assert (
        dict(
            zip(
                (c.value for c in book["Deltakelse"][1]),
                (c.value for c in book["Deltakelse"][2]),
                strict=True,
            )
        )["Rolle"]
        == "medlem"
    )


def test_the_action_list_of_a_meeting_comes_into_the_copy_and_what_is_left_is_named(
    workbook, decisions, tmp_path
):
    with_steps, copy = tmp_path / "med.xlsx", tmp_path / "ny.xlsx"
    invoke("apply", workbook, decisions, "-o", with_steps)
    invoke("meeting", with_steps, "-o", tmp_path, *DAY, "--lang", "nb")
    written = tmp_path / "2026-11-23" / "handlingsliste.xlsx"
    book = load_workbook(written)
    book["Avtalte steg"]["E2"], book["Avtalte steg"]["D2"] = "gjort", "snart"
    book.save(written)
    result = invoke("apply", with_steps, written, "-o", copy, "--lang", "nb")

    assert result.exit_code == 0
    assert "Rader endret i Oppfølging: 1" in result.stderr
    assert "for hånd: Avtalte steg, rad 2, «Frist»: dette er ingen dato." in result.stderr
    assert [step.status for step in read_model(copy).all(AgreedStep)] == ["done", "agreed"]


def test_a_second_time_nothing_is_added(workbook, decisions, tmp_path):
    first, second = tmp_path / "en.xlsx", tmp_path / "to.xlsx"
    invoke("apply", workbook, decisions, "-o", first)
    result = invoke("apply", first, decisions, "-o", second, "--lang", "en")
    assert "No rows were added" in result.stderr
    assert len(read_model(second).all(Link)) == 1


def test_a_sheet_that_is_a_matrix_has_no_room_for_rows(workbook, decisions, tmp_path):
    book = load_workbook(workbook)
    del book["Deltakelse"], book["Deltakelse (matrise)"]
    sheet = book.create_sheet("Deltakelse")
    sheet.append(["Aktør", "Forum"])
    sheet.append(["A", "x"])
    book.save(workbook)
    result = invoke("apply", workbook, decisions, "-o", tmp_path / "ny.xlsx", "--lang", "nb")
    assert result.exit_code == 2
    assert "Deltakelse (matrise)" in result.stderr
    assert not (tmp_path / "ny.xlsx").exists()


def test_it_is_never_written_over_what_is_there(workbook, decisions):
    before = workbook.read_bytes()
    assert invoke("apply", workbook, decisions, "-o", workbook).exit_code == 2
    assert workbook.read_bytes() == before


def test_rows_that_do_not_fit_are_refused_and_nothing_is_written(workbook, decisions, tmp_path):
    decisions.write_text('links:\n- from: "a"\n  to: "hvem"\n', encoding="utf-8")
    result = invoke("apply", workbook, decisions, "-o", tmp_path / "ny.xlsx")
    assert result.exit_code == 2
    assert "hvem" in result.stderr
    assert not (tmp_path / "ny.xlsx").exists()


def test_rows_that_may_change_what_stands_there_are_refused(workbook, decisions, tmp_path):
    decisions.write_text(
        'units:\n- id: "a"\n  name: "Noe annet"\n  sector: "bolig"\n', encoding="utf-8"
    )
    result = invoke("apply", workbook, decisions, "-o", tmp_path / "ny.xlsx")
    assert result.exit_code == 2
    assert "Enheter" in result.stderr
    assert not (tmp_path / "ny.xlsx").exists()


@pytest.mark.parametrize("names", [("borte.xlsx", "b.yaml"), ("kommune.xlsx", "borte.yaml")])
def test_a_file_that_is_not_there_is_said(workbook, decisions, tmp_path, names):
    result = invoke("apply", *(tmp_path / name for name in names), "-o", tmp_path / "ny.xlsx")
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
