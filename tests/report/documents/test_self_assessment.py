"""The self-assessment in the report: counted, never who answered what, and nothing of few answers."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, words_of
from samordning_graph.report.blocks import Heat, Paragraph, TableBlock
from samordning_graph.report.documents.self_assessment import (
    self_assessment,
    self_assessment_in_short,
)
from samordning_graph.report.readers import Reader
from tests.graph.test_self_assessment import with_answers
from tests.helpers.tiny import TODAY

ANONYMOUS = AnalysisOptions(as_of=TODAY, anonymous=True)
THREE = ("Ledelse;ja;b", "Ledelse;nei;b", "Ledelse;ja;b")


def blocks(graph, reader: str = Reader.COORDINATOR) -> list:
    with in_language("en"):
        return list(self_assessment(graph, words_of(graph, "answer"), reader))


def of_kind(found: list, kind: type):
    return next((block for block in found if isinstance(block, kind)), None)


def in_short(graph) -> str:
    with in_language("en"):
        return " ".join(self_assessment_in_short(graph))


def test_answers_are_counted_with_how_many_there_are_and_not_by_name():
    table = of_kind(blocks(with_answers(*THREE)), TableBlock)

    assert table.rows[0][2:] == ("3", "yes: 2; no: 1")


def test_who_answered_what_is_for_the_researcher_and_not_of_anonymous_answers():
    of_all, of_none = (
        of_kind(blocks(with_answers(*THREE, options=options), Reader.RESEARCHER), TableBlock)
        for options in (None, ANONYMOUS)
    )

    assert of_all.rows[0][3] == "Bolig: yes; Bolig: no; Bolig: yes"
    assert "Bolig" not in str(of_none)


def test_a_cell_has_its_number_of_answers_and_fewer_than_three_are_not_told():
    heat = of_kind(blocks(with_answers(*THREE, "Kompetanse;nei;b")), Heat)
    cells = {name: cells[0] for name, cells, _remark in heat.rows}

    assert cells["Leadership of the cooperation"].text == "67 (3)"
    assert (cells["Competence"].text, cells["Competence"].value) == ("not told (1)", None)


def test_of_a_sector_with_few_answers_nothing_is_said():
    found = blocks(with_answers("Ledelse;nei;b", "Ledelse;nei;h"))

    assert of_kind(found, Heat) is None
    assert "too few" in of_kind(found, Paragraph).text
    assert "no" not in of_kind(found, TableBlock).rows[0][3].split()


@pytest.mark.parametrize("options", [None, ANONYMOUS])
def test_no_sector_is_told_that_gives_the_others_away(options):
    others = ("Ledelse;nei;h", "Ledelse;nei;h")

    assert of_kind(blocks(with_answers(*THREE, options=options)), Heat) is not None
    assert of_kind(blocks(with_answers(*THREE, *others, options=options)), Heat) is None


@pytest.mark.parametrize(("options", "kept_back"), [(None, "not told (3)"), (ANONYMOUS, "–")])
def test_a_sector_that_hides_another_stands_as_that_one_does(options, kept_back: str):
    others = (*["Ledelse;nei;h"] * 2, *["Ledelse;ja;p"] * 4, *["Kompetanse;ja;b"] * 3)
    heat = of_kind(blocks(with_answers(*THREE, *others, options=options)), Heat)
    (of_leadership,) = (cells for name, cells, _remark in heat.rows if name.startswith("Leader"))

    assert heat.header[1:3] == ("Housing", "Planning")
    assert [(cell.text, cell.value) for cell in of_leadership] == [
        (kept_back, None),
        ("100 (4)", 1),
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), ""),
        (
            ("Ledelse;nei;b",),
            "1 actor has answered the self-assessment. No factor has the 3 answers",
        ),
        (THREE, "Most say yes to «Leadership of the cooperation» (2 of 3)."),
        (("Ledelse;nei;b",) * 3, "Most say no to «Leadership of the cooperation» (3 of 3)."),
        (("Ledelse;delvis;b",) * 3, "Most say neither yes nor no"),
        (("Ledelse;delvis;",) * 3, "The self-assessment has 3 answers."),
    ],
)
def test_the_leader_reads_how_many_answered_and_what_most_say(answers, expected: str):
    line = in_short(with_answers(*answers))

    assert expected in line
    assert bool(line) is bool(answers)
    assert all(len(sentence.split()) <= 30 for sentence in line.split(". "))
