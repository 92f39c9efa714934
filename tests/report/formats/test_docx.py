"""The report as a Word document: the blocks of the HTML, in the styles of Word, on A4."""

import docx
import pytest
from docx.shared import Cm

from samordning_graph.common.locale import in_language
from samordning_graph.report.blocks import (
    Bar,
    Bars,
    Bullets,
    Heading,
    Heat,
    HeatCell,
    Matrices,
    Paragraph,
    Sentences,
    TableBlock,
)
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats import docx as docx_format
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality


@pytest.fixture
def opened(tmp_path):
    def write(blocks):
        path = tmp_path / "rapport.docx"
        docx_format.write(blocks, path)
        return docx.Document(str(path))

    return write


def report(name: str):
    return list(findings_document(Report(municipality(name)), "researcher"))


def cells(table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


def text_of(word) -> str:
    tables = (cell for table in word.tables for row in cells(table) for cell in row)
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *tables])


def test_what_follows_page_one_opens_a_new_page(opened):
    opening = [
        paragraph.text
        for paragraph in opened(report("eksempel")).paragraphs
        if paragraph.paragraph_format.page_break_before
    ]
    assert len(opening) == 1
    assert opening[0].startswith(("Where", "Hvor"))


@pytest.mark.parametrize("name", DATA_SETS)
def test_headings_and_tables_are_those_of_the_report(opened, name: str):
    blocks = report(name)
    word = opened(blocks)
    headings = [
        paragraph.text
        for paragraph in word.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]

    assert headings == [
        block.text if isinstance(block, Heading) else block.title
        for block in blocks
        if isinstance(block, Heading | Sentences)
    ]
    tables = [block for block in blocks if isinstance(block, TableBlock)]
    shown = [cells(table) for table in word.tables]
    for table in tables:
        assert (table.header, *table.rows) in shown


def test_every_sentence_of_a_finding_is_there(opened):
    text = text_of(opened(report("eksempel")))

    for block in report("eksempel"):
        if isinstance(block, Sentences):
            assert all(f"{label}: {sentence}" in text for label, sentence in block.lines)


def test_it_is_a4_with_a_title(opened):
    word = opened([Heading(1, "Tittel"), Paragraph("Tekst"), Heading(1, "En til")])
    page = word.sections[0]

    assert (round(page.page_width / Cm(1), 1), round(page.page_height / Cm(1), 1)) == (21.0, 29.7)
    assert word.core_properties.title == "Tittel"


@pytest.mark.parametrize(("language", "code"), [("nb", "nb-NO"), ("en", "en-GB")])
def test_the_spelling_checker_is_told_the_language(opened, language: str, code: str):
    with in_language(language):
        word = opened([Heading(1, "Tittel")])

    (tag,) = word.styles.element.xpath("//w:docDefaults//w:lang/@w:val")
    assert tag == code


def test_a_table_has_a_header_row_that_comes_again_on_every_page(opened):
    (table,) = opened([TableBlock("Navn", ("A", "B"), (("1", "2"), ("3", "4")))]).tables

    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [
        True,
        False,
        False,
    ]


def test_a_numbered_list_begins_at_one(opened):
    word = opened([Bullets(("a", "b"), numbered=True), Bullets(("c",), numbered=True)])
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in word.paragraphs]

    assert numbers[0] == numbers[1] != numbers[2]


def test_bars_and_heat_maps_are_tables(opened):
    word = opened(
        [
            Bars(
                "Andeler",
                (
                    (
                        "Kommunen",
                        (Bar("mål", (2, 1, 1), "2 dokumentert · 1 ikke dokumentert · 1 vet ikke"),),
                    ),
                ),
            ),
            Heat("Svar", ("Faktor", "Bolig", "Merknad"), (("Tid", (HeatCell("50", 0.5),), "ja"),)),
            Matrices("Par", "skala", "Sektorer", ("B",), (("By", ((HeatCell("1/2", 0.5),),)),)),
        ]
    )

    bars, heat, matrices = map(cells, word.tables)
    assert bars[1] == (
        "Kommunen",
        "mål",
        "##########.....?????",
        "2 dokumentert · 1 ikke dokumentert · 1 vet ikke",
    )
    assert heat == (("Faktor", "Bolig"), ("Tid", "50"))
    assert "Tid: ja" in [paragraph.text for paragraph in word.paragraphs]
    assert matrices == (("Sektorer", "By"), ("B – B", "1/2"))
    assert word.tables[1].rows[1].cells[1]._tc.xpath("./w:tcPr/w:shd")


def test_hostile_names_are_shown_as_they_are_written(opened):
    text = text_of(opened(findings_document(Report(hostile()))))

    for name in (f"{HOSTILE} a", f"{HOSTILE} sektor", f"{HOSTILE} owner"):
        assert name in text


def test_what_xml_cannot_hold_is_left_out(opened):
    assert "ab" in text_of(opened([Paragraph("a\x00\ud800b")]))
