"""The minutes of a meeting: what the map saves as decisions becomes a document to hand out."""

import pytest
from docx import Document

from tests.helpers.running import invoke

DECISIONS = """# Decisions of a meeting
_meeting:
- municipality: "Eksempelvik"
  date: "2026-11-30"
_minutes:
- matter: "Boligkontoret – IMDi"
  decision: "Avtal direkte. =1+1 <b>"
  responsible: "Leder for Boligkontoret"
  deadline: "2027-01-15"
- matter: "Boligsosialt forum"
  decision: "Utsatt."
links:
- from: "boligkontoret"
  to: "imdi"
  strength: "cooperation"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "beslutninger.yaml"
    path.write_text(DECISIONS, encoding="utf-8")
    return path


def test_word_holds_a_row_for_each_matter(file, tmp_path):
    target = tmp_path / "referat.docx"
    assert invoke("minutes", file, "-o", target, "--lang", "nb").exit_code == 0
    document = Document(target)
    assert document.paragraphs[0].text == "Referat: samordning i Eksempelvik, 30.11.2026"
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Sak", "Beslutning", "Ansvarlig", "Frist"],
        [
            "Boligkontoret – IMDi",
            "Avtal direkte. =1+1 <b>",
            "Leder for Boligkontoret",
            "15.01.2027",
        ],
        ["Boligsosialt forum", "Utsatt.", "–", "–"],
    ]


def test_what_somebody_wrote_on_is_not_replaced(file, tmp_path):
    target = tmp_path / "referat.docx"
    invoke("minutes", file, "-o", target)
    document = Document(target)
    document.add_paragraph("Lagt til for hånd")
    document.save(target)
    result = invoke("minutes", file, "-o", target)
    assert result.exit_code == 2
    assert Document(target).paragraphs[-1].text == "Lagt til for hånd"


def test_the_same_file_can_be_laid_over_the_data(file):
    result = invoke("report", "data/eksempel", "--what-if", file, "--format", "json")
    assert result.exit_code == 0
    assert "_minutes" not in result.stderr


@pytest.mark.parametrize("text", ["links: []\n", "units:\n- name: A\n", "[", ""])
def test_a_file_without_minutes_is_refused_with_what_to_do(tmp_path, text):
    path = tmp_path / "noe.yaml"
    path.write_text(text, encoding="utf-8")
    result = invoke("minutes", path)
    assert result.exit_code == 2
    assert "noe.yaml" in result.stderr
    assert "Traceback" not in result.stderr


def test_it_is_never_written_over_itself(file):
    assert invoke("minutes", file, "-o", file, "--format", "md", "--force").exit_code == 2
    assert file.read_text(encoding="utf-8") == DECISIONS


def test_a_file_that_is_not_there_is_said(tmp_path):
    result = invoke("minutes", tmp_path / "borte.yaml")
    assert result.exit_code == 2
    assert "borte.yaml" in result.stderr
