"""The report as HTML: one file that asks for nothing, and names that stay text."""

import io
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.drawing.strokes import MISSING
from samordning_graph.report.blocks import Bar, Bars, FiguresBar
from samordning_graph.report.formats.html import write
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality, written

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "section"),
    *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("b", "i", "div", "span", "figure", "figcaption"),
    *("svg", "desc", "rect", "circle", "path", "text"),
}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "scope", "style"),
    *("id", "role", "aria-labelledby", "aria-hidden", "tabindex"),
    *("viewbox", "x", "y", "width", "height", "rx", "cx", "cy", "r", "d"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray"),
    *("font-family", "font-size", "font-weight", "font-style", "text-anchor"),
}
VOID = {"meta"}


class Page(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.open, self.texts = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append((self.open[-1] if self.open else "", data.strip()))

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag in self.tags if re.fullmatch("h[1-6]", tag)]


@pytest.fixture(params=[*DATA_SETS, "hostile"])
def text(request):
    graph = hostile() if request.param == "hostile" else municipality(request.param)
    return written(graph, "html")


def test_it_is_made_of_a_few_plain_elements_without_script_or_reference(text):
    page = Page(text)

    assert set(page.tags) <= TAGS
    assert {name for name, _value in page.attributes} <= ATTRIBUTES


def test_a_picture_has_a_title_and_tells_its_pairs_in_words(text):
    page = Page(text)
    named = [value for name, value in page.attributes if name == "aria-labelledby"]
    ids = [value for name, value in page.attributes if name == "id"]

    assert page.tags.count("svg") == len(named) == page.attributes.count(("role", "img"))
    assert [id_ for labels in named for id_ in labels.split()] == ids
    assert len(ids) == len({*ids})


def test_the_style_asks_for_nothing_from_elsewhere(text):
    style = "".join(words for tag, words in Page(text).texts if tag == "style")

    assert style
    assert not re.search(r"url\(|@import|https?:|expression", style)


def test_the_browser_is_told_to_load_nothing():
    policy = dict(Page(written(municipality("stord"), "html")).attributes)["content"]

    assert "default-src 'none'" in policy


def test_headings_are_in_order(text):
    headings = Page(text).headings

    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_page_says_its_language(language: str):
    with in_language(language):
        page = Page(written(municipality("stord"), "html"))

    assert ("lang", language) in page.attributes


def test_it_prints_on_a4(text):
    assert re.search(r"@page\s*\{[^}]*A4", text)


def test_what_follows_page_one_opens_a_new_page(text):
    assert text.count('class="opens-page"') == 1
    assert ".opens-page { break-before: page; }" in text


def test_its_title_is_the_first_heading(text):
    texts = dict(reversed(Page(text).texts))

    assert texts["title"] == texts["h1"]


def test_hostile_names_are_shown_as_they_are_written():
    shown = " ".join(words for _tag, words in Page(written(hostile(), "html")).texts)

    for name in [
        *(f"{HOSTILE} {row}" for row in "abcdefghxy"),
        f"{HOSTILE} sektor",
        f"{HOSTILE} owner",
    ]:
        assert name in shown, name


def test_a_bar_has_three_parts_that_differ_without_colour_and_its_figures_in_words():
    figure = "2 dokumentert · 6 vet ikke"
    bars = Bars("Par", (("Kommunen", (Bar("mål", (2, 0, 6), figure),)),))
    stream = io.StringIO()
    write([bars], stream)
    html = stream.getvalue()

    assert '<i class="there" style="flex-grow:2"></i>' in html
    assert '<i class="unknown" style="flex-grow:6"></i>' in html
    assert 'class="absent"' not in html
    assert figure in html
    assert "repeating-linear-gradient" in html


def test_the_bar_of_page_one_is_in_true_proportion_with_its_figures_beside_it():
    stream = io.StringIO()
    write([FiguresBar((263, 16267, 0), ("263 dokumentert", "16 267 ikke", "0 vet ikke"))], stream)
    html = stream.getvalue()

    assert '<i class="documented" style="flex-grow:263"></i>' in html
    assert '<i class="missing" style="flex-grow:16267"></i>' in html
    assert html.count("flex-grow:") == 2
    assert "0 vet ikke" in html
    assert f"--missing: {MISSING};" in html
