"""The report as a Word document: the blocks of the HTML, in the styles of Word, on A4."""

import zipfile
from xml.etree.ElementTree import fromstring

import docx
import pytest
from docx.shared import Cm

from samordning_graph.common.locale import in_language
from samordning_graph.common.text import tidy
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
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.docx.document import write
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality


@pytest.fixture
def opened(tmp_path):
    def through_a_file(blocks):
        path = tmp_path / "rapport.docx"
        write(blocks, path)
        return docx.Document(str(path))

    return through_a_file


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
    assert opening == ["What you have in place"]


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


def test_headings_are_those_of_the_navigation(opened):
    word = opened([*(Heading(level, "Tittel") for level in (1, 2, 3)), Sentences("Funn", ())])

    for level, paragraph in enumerate(word.paragraphs):
        assert paragraph.style.name == f"Heading {level + 1}"
        assert paragraph.style.element.xpath("./w:pPr/w:outlineLvl/@w:val") == [str(level)]


def test_lists_and_remarks_are_in_styles_of_their_own(opened):
    word = opened([Bullets(("a",)), Bullets(("b",), numbered=True), Paragraph("c", quiet=True)])

    assert [paragraph.style.name for paragraph in word.paragraphs] == [
        "List Bullet",
        "List Number",
        "Remark",
    ]


def test_every_page_says_what_no_figure_says(opened):
    (foot,) = opened([Heading(1, "Tittel")]).sections[0].footer.paragraphs

    assert foot.text.strip() == report_disclaimer()
    assert foot._p.xpath("./w:fldSimple/@w:instr") == ["PAGE"]


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
    assert tag == word.core_properties.language == code


def test_a_table_has_a_header_row_that_comes_again_on_every_page(opened):
    (table,) = opened([TableBlock("Navn", ("A", "B"), (("1", "2"), ("3", "4")))]).tables

    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [
        True,
        False,
        False,
    ]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_the_columns_of_a_table_fill_the_line(opened):
    word = opened([TableBlock("", ("A", "B", "C"), (("1", "lang " * 40, "3"),))])
    page = word.sections[0]

    assert sum(column.width for column in word.tables[0].columns) == (
        page.page_width - page.left_margin - page.right_margin
    )


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
    assert list(dict.fromkeys(bars[1])) == [
        "Kommunen",
        "mål",
        "",
        "2 dokumentert · 1 ikke dokumentert · 1 vet ikke",
    ]
    assert heat == (("Faktor", "Bolig"), ("Tid", "50"))
    assert "Tid: ja" in [paragraph.text for paragraph in word.paragraphs]
    assert matrices == (("Sektorer", "By"), ("B – B", "1/2"))
    assert word.tables[1].rows[1].cells[1]._tc.xpath("./w:tcPr/w:shd")


def test_a_bar_is_as_long_as_its_parts(opened):
    (table,) = opened(
        [Bars("Andeler", (("Ås", (Bar("mål", (2, 1, 1), "2"), Bar("plan", (999, 0, 1), "999"))),))]
    ).tables

    def parts(row):
        shaded = row._tr.xpath("./w:tc[w:tcPr/w:shd]/w:tcPr")
        return [
            (*cell.xpath("./w:shd/@w:val | ./w:shd/@w:fill"), cell.grid_span) for cell in shaded
        ]

    documented, not_documented = ("clear", "14496F"), ("clear", "C23B00")
    not_known = ("diagStripe", "FFFFFF")
    assert parts(table.rows[1]) == [(*documented, 10), (*not_documented, 5), (*not_known, 5)]
    assert parts(table.rows[2]) == [(*documented, 19), (*not_known, 1)]


def test_hostile_names_are_shown_as_they_are_written(opened):
    text = text_of(opened(findings_document(Report(hostile()))))

    for name in (f"{HOSTILE} a", f"{HOSTILE} sektor", f"{HOSTILE} owner"):
        assert name in text


def test_what_xml_cannot_hold_is_left_out(opened):
    assert "ab" in text_of(opened([Paragraph("a\x00\ud800b")]))


@pytest.mark.parametrize(
    "text",
    ["<&]]>\"'", "å" * 30_000, "🏠 👩🏽", "עברית, عربي", "a\tb  c\r\n", "\ufffe\uffff\x1b[31m\x85"],
    ids=["markup", "long", "emoji", "right-to-left", "white space", "no character"],
)
def test_any_text_stands_wherever_text_can_stand(opened, text: str):
    blocks = [
        Heading(1, text),
        Paragraph(text),
        Bullets((text,)),
        TableBlock(text, (text,), ((text,),)),
        Sentences(text, ((text, text),)),
    ]
    word = opened(blocks)
    shown = tidy(text)

    assert word.core_properties.title == shown
    assert cells(word.tables[0]) == ((shown,), (shown,))
    assert [paragraph.text for paragraph in word.paragraphs if paragraph.text] == [
        wanted for wanted in (*[shown] * 5, f"{shown}: {shown}") if wanted
    ]


def test_the_same_report_is_the_same_file(tmp_path):
    for name in ("a.docx", "b.docx"):
        write(report("eksempel"), tmp_path / name)

    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_xml_of_a_known_kind(tmp_path):
    path = tmp_path / "rapport.docx"
    write(report("eksempel"), path)
    with zipfile.ZipFile(path) as package:
        parts = {name: fromstring(package.read(name)) for name in package.namelist()}

    assert next(iter(parts)) == "[Content_Types].xml"
    known = {entry.get("PartName") for entry in parts["[Content_Types].xml"]}
    assert known - {None} == {
        f"/{name}" for name in parts if not name.endswith((".rels", "Types].xml"))
    }
    for folder, name in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")):
        assert {folder + entry.get("Target") for entry in parts[name]} <= parts.keys()
