"""The report as Markdown: names are text, whatever letters they hold."""

import io
import re

import pytest

from samordning_graph.report.blocks import Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.formats.markdown import escaped, write
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality, written

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*([`*_{}\[\]<>#|~&])")


def markdown(*blocks) -> str:
    stream = io.StringIO()
    write(blocks, stream)
    return stream.getvalue()


def cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) - 1


@pytest.mark.parametrize(
    "text", [HOSTILE, "a|b", "a\\|b", "**fet**", "[x](y)", "<b>", "&lt;", "# overskrift", "~~x~~"]
)
def test_markup_in_a_text_is_escaped(text: str):
    assert not UNESCAPED.search(escaped(text))
    assert re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", escaped(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("- x", r"\- x"), ("+ x", r"\+ x"), ("12. x", r"12\. x"), ("1) x", r"1\) x")],
)
def test_a_text_does_not_become_a_list(text: str, expected: str):
    assert escaped(text) == expected


@pytest.mark.parametrize("text", ["Bolig - helse", "2026-11-23", "1.5", "-1", "kl. 12. mai"])
def test_a_text_with_such_signs_inside_is_left_as_it_is(text: str):
    assert escaped(text) == text


def test_each_block_is_what_it_is_in_markdown():
    text = markdown(
        Heading(2, "Overskrift"),
        Paragraph("Avsnitt"),
        Paragraph("Merknad", quiet=True),
        Bullets(("en", "to"), numbered=True),
        Bullets(("tre",)),
        TableBlock("Tabell", ("A", "B"), (("1", "2"),)),
        Sentences("Funn", (("Spørsmål", "Hvem?"),)),
    )

    assert [line for line in text.splitlines() if line] == [
        "## Overskrift",
        "Avsnitt",
        "*Merknad*",
        "1. en",
        "2. to",
        "- tre",
        "**Tabell**",
        "| A | B |",
        "| --- | --- |",
        "| 1 | 2 |",
        "**Funn**",
        "- *Spørsmål:* Hvem?",
    ]


def test_hostile_names_make_no_markup():
    text = written(hostile(), "md")

    assert r"\<script\>" in text
    assert not re.search(r"(?<!\\)<", text)
    assert not re.search(r"(?<!\\)\]\(", text)


@pytest.mark.parametrize(
    "graph", [*map(municipality, DATA_SETS), hostile()], ids=[*DATA_SETS, "hostile"]
)
def test_every_row_of_a_table_has_as_many_cells_as_its_header(graph):
    columns = 0
    for line in written(graph, "md").splitlines():
        if not line.startswith("| "):
            columns = 0
            continue
        columns = columns or cells(line)
        assert cells(line) == columns, line
