"""The report as plain text: at most 100 wide, and every word is there."""

import io
import re
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samordning_graph.report.blocks import (
    Bullets,
    FiguresBar,
    Heading,
    Heat,
    Message,
    Paragraph,
    Picture,
    Sentences,
    TableBlock,
)
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.plain_text import WIDTH, wrapped, write
from tests.helpers.samples import DATA_SETS, hostile, municipality, written
from tests.helpers.tiny import tiny

LONG = "Tverrfaglig samordningsgruppe for bolig, helse og oppfølging av bosatte " * 3


def text_of(*blocks) -> str:
    stream = io.StringIO()
    write(blocks, stream)
    return stream.getvalue()


def words(block) -> list[str]:
    match block:
        case Heading() | Paragraph() | Message() | FiguresBar():
            texts = [block.text]
        case Picture():
            texts = []
        case Bullets():
            texts = block.items
        case TableBlock():
            texts = [block.caption, *block.header, *(cell for row in block.rows for cell in row)]
        case Heat():
            return [word for part in block.plain for word in words(part)]
        case Sentences():
            texts = [block.title, *(part for line in block.lines for part in line)]
    return [word for text in texts for word in text.split()]


def squeezed(text: str) -> str:
    """Return a text without what folding adds: white space, and rules under headings."""
    return re.sub(r"\s+", "", text)


def test_a_word_in_a_table_is_whole_as_long_as_there_is_room():
    law = "spesialisthelsetjenesteloven"
    folded = text_of(TableBlock("", ("Lov", "Hva", "Hvem"), ((f"{law} § 2-1 e", LONG, LONG),)))

    assert law in folded


@pytest.mark.parametrize("name", DATA_SETS)
def test_no_line_is_wider_than_the_page(name: str):
    assert max(map(len, written(municipality(name)).splitlines())) <= WIDTH


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, LONG),
        Heading(3, LONG),
        Paragraph(LONG),
        Bullets((LONG, "x" * 300), numbered=True),
        TableBlock(LONG, ("Kort", LONG, "Lang"), ((LONG, LONG, LONG), ("x" * 300, "", "y"))),
        TableBlock("Mange", tuple("abcdefghij"), (tuple(["Et nokså langt ord"] * 10),)),
        Sentences(LONG, (("Spørsmål", LONG), ("Grunnlag", "x" * 300))),
    ],
)
def test_long_texts_are_folded(block):
    assert max(map(len, text_of(block).splitlines())) <= WIDTH


def test_long_names_are_folded():
    graph = tiny(
        municipality=f"number;name\n4614;{LONG}",
        units=f"id;name;sector\na;{LONG} a;bolig\nb;{LONG} b;helse",
        arenas=f"id;name;participants_complete\nf;{LONG} f;ja",
        goals=f"id;name\nx;{LONG}",
        goal_owners="actor;goal\na;x\nb;x",
        participation="actor;arena\na;f",
        accepted_gaps=f"code;subject;reason;owner\nLINK03;a;{LONG};{LONG}",
    )

    assert max(map(len, written(graph).splitlines())) <= WIDTH


@pytest.mark.parametrize("graph", [municipality("eksempel"), hostile()], ids=["example", "hostile"])
def test_nothing_is_lost(graph):
    """Every word stands in the text of its block; in tables a cell may be folded within."""
    for block in findings_document(Report(graph)):
        text = text_of(block)
        if isinstance(block, TableBlock):
            assert sorted(squeezed(text).replace("-", "")) == sorted(
                "".join(words(block)).replace("-", "")
            )
        else:
            for word in words(block):
                assert word in squeezed(text), word


def test_lists_in_order_of_importance_are_numbered():
    assert text_of(Bullets(("første", "andre"), numbered=True)).splitlines() == [
        "1. første",
        "2. andre",
    ]
    assert text_of(Bullets(("første",))).splitlines() == ["- første"]


@example(text=f"ord {'x' * 30}", width=34, start="  Grunn: ")
@given(
    text=st.lists(
        st.sampled_from(["ord", "NAV-kontoret", "–", "x" * 30, "a--b", "", "\t", "1\u00a02"])
    ).map(" ".join),
    width=st.integers(12, 40),
    start=st.sampled_from(["", "- ", "  Grunn: "]),
)
def test_texts_are_folded_as_textwrap_folds_them(text: str, width: int, start: str):
    folded = textwrap.wrap(text, width, initial_indent=start, subsequent_indent="    ")

    assert wrapped(text, width, start, "    ") == folded
