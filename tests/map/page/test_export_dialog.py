import json
import re
import struct
from base64 import b64encode
from xml.etree import ElementTree

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.drawing.strokes import MISSING
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import actors
from samordning_graph.input.read_model import read_model
from samordning_graph.map.page.html_page import map_page
from samordning_graph.map.views.registry import VIEWS
from tests.map.page.menu import choose_in_menu, open_menu
from tests.map.page.test_html_page import Page, hostile_graph

pytestmark = pytest.mark.browser

GRAPH = build(read_model("data/eksempel"))
SVG = "{http://www.w3.org/2000/svg}"
COLOURS = """async (png) => {
  const image = new Image();
  image.src = png;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [400, 225];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 400, 225);
  const { data } = context.getImageData(0, 0, 400, 225);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) colours.add(data.slice(i, i + 4).join());
  return [[...data.slice(0, 4)].join(), colours.size];
}"""


@pytest.fixture(scope="module")
def example():
    with in_language("en"):
        return map_page(GRAPH)


def taken(page, what):
    """Return the name and the content of what a button of the dialog saves."""
    dialog = page.locator("#take-away")
    if not dialog.is_visible():
        open_menu(page)
        page.locator("#menu [data-do=take-away]").click()
    with page.expect_download() as download:
        dialog.locator(f"[data-take={what}]").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def go(page, hash_):
    page.evaluate("(hash) => { location.hash = hash; }", hash_)
    page.wait_for_timeout(50)


def picture(page):
    return ElementTree.fromstring(taken(page, "svg")[1])


def texts(root):
    """Return every text of a picture, its lines joined."""
    return [
        " ".join("".join(element.itertext()) for element in text)
        for text in root.iter(f"{SVG}text")
    ]


def lines(root, colour):
    """Return the ways of the curved lines in a colour, each as the text of its path."""
    paths = [path for path in root.iter(f"{SVG}path") if path.get("stroke") == colour]
    return [path.get("d") for path in paths if "C" in path.get("d")]


def names(root):
    """Return the full names of the nodes in a picture."""
    return [
        element.findtext(f"{SVG}title")
        for element in root.iter(f"{SVG}g")
        if element.find(f"{SVG}title") is not None
    ]


def elements(html):
    return [(tag, attributes.keys()) for tag, attributes in Page(html).tags]


CHOSEN = {
    "moved": {"actors": {"boligkontoret": [11, -22]}},
    "hidden": ["pp-tjenesten"],
    "decisions": {"LINK01|a|b": {"note": "Avtales </script><script>alert(1)</script> $& «æøå»"}},
}


def state_of(html):
    return json.loads(re.search(r'id="map-state">(.*?)</script>', html, re.DOTALL).group(1))


def with_state(html, state):
    block = json.dumps(state).replace("<", "\\u003c")
    return html.replace('id="map-state">{}', f'id="map-state">{block}')


class TestSvg:
    def test_it_says_what_it_is(self, visit, example):
        root = picture(visit(example).page)
        whole = " ".join(texts(root))
        assert root.findtext(f"{SVG}title") == "Coordination map of Eksempelvik (oppdiktet)"
        assert (root.get("width"), root.get("height")) == ("1600", "900")
        for text in ("Drawn as of", "Data from", "26 of 38 actors were asked", "no answer key"):
            assert text in whole, text
        for text in ("11 pairs", "Ground:", "common goal, referral", "■ municipal ● external"):
            assert text in whole, text
        assert "Not counted as working arenas" in whole

    def test_it_names_everybody(self, visit, example):
        assert {actor.name for actor in actors(GRAPH)} <= set(names(picture(visit(example).page)))

    @pytest.mark.parametrize("view", VIEWS)
    def test_every_view_has_one(self, visit, example, view):
        page = visit(example).page
        go(page, f"view={view}")
        name, svg = taken(page, "svg")
        root = ElementTree.fromstring(svg)
        seen = " ".join(texts(root))
        assert name.startswith("coordination-map-eksempelvik-oppdiktet-")
        rows = page.locator(f"#grid-{view} tbody th").all_inner_texts()
        assert bool(rows) == (view != "actors")
        for row in rows:
            for word in row.split():
                assert word in seen

    def test_the_marks_of_a_view_that_is_a_table_are_in_it(self, visit, example):
        page = visit(example).page
        go(page, "view=sectors")
        squares = page.locator("table.half i").count()
        missing = page.locator("table.half i.missing").count()
        root = picture(page)
        small = [rect for rect in root.iter(f"{SVG}rect") if 4 < float(rect.get("width")) < 12]
        assert len(small) >= squares > missing > 0
        red = [rect for rect in root.iter(f"{SVG}rect") if rect.get("fill") == "rgb(194, 59, 0)"]
        assert len(red) >= missing

    def test_what_is_off_is_not_in_it(self, visit, example):
        page = visit(example).page
        assert lines(picture(page), MISSING)
        go(page, "off.tie=missing,link&off.sector=helse")
        root = picture(page)
        written = texts(root)
        assert "Tildelingskontoret" not in names(root)
        assert not lines(root, MISSING)
        off = next(text for text in written if "Switched off" in text)
        assert "Works together directly" in off
        assert "Sectors: Health" in off

    def test_a_focus_is_said(self, visit, example):
        page = visit(example).page
        node = page.evaluate(
            "() => JSON.parse(document.getElementById('map-data').textContent)"
            ".nodes.find(({ name }) => name === 'Boligkontoret').key"
        )
        go(page, f"focus={node}")
        root = picture(page)
        assert "Boligkontoret" in names(root)
        assert "PP-tjenesten" not in names(root)
        assert any("Only Boligkontoret and those around it" in text for text in texts(root))

    def test_hostile_text_stays_text(self, visit):
        with in_language("en"):
            html = map_page(hostile_graph())
        root = picture(visit(html).page)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "g", "title", "rect", "path", "polygon", "circle", "text", "tspan"}
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not {name for name in attributes if name.startswith("on") or "href" in name}
        assert "style" not in attributes
        assert "<" in "".join(names(root))


class TestPng:
    @pytest.mark.parametrize(("what", "size"), [("png2", (3200, 1800)), ("png4", (6400, 3600))])
    def test_its_size_is_as_promised_and_it_is_not_blank(self, visit, example, what, size):
        page = visit(example).page
        name, png = taken(page, what)
        assert name.endswith(f"-{what[-1]}x.png")
        assert struct.unpack(">II", png[16:24]) == size
        corner, colours = page.evaluate(COLOURS, f"data:image/png;base64,{b64encode(png).decode()}")
        assert corner == "255,255,255,255"
        assert colours > 200


class TestPaper:
    @pytest.mark.parametrize("paper", ["A4", "A3"])
    @pytest.mark.parametrize("view", VIEWS)
    def test_it_is_one_page_and_drawn_as_lines(self, visit, example, paper, view):
        page = visit(example).page
        go(page, f"view={view}")
        pdf = page.pdf(format=paper, landscape=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
        assert b"/Subtype /Image" not in pdf
        assert len(pdf) > 20_000

    def test_it_lies_down_by_itself(self, visit, example):
        pdf = visit(example).page.pdf(prefer_css_page_size=True)
        _, _, width, height = map(float, re.search(rb"/MediaBox\s*\[(.*?)\]", pdf).group(1).split())
        assert width > height

    def test_only_the_picture_is_on_it(self, visit, example):
        page = visit(example).page
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("#paper svg").is_visible()
        for part in ("header", "main", "footer"):
            assert not page.locator(f"body > {part}").is_visible()
        page.emulate_media(media="screen")
        page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
        assert page.locator("#paper svg").count() == 0
        assert page.locator("#map").is_visible()

    def test_the_tables_are_printed_where_they_are_what_is_seen(self, visit, example):
        page = visit(example).page
        go(page, "view=tables")
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) > 1

    def test_an_open_dialog_is_not_on_it(self, visit, example):
        page = visit(example).page
        choose_in_menu(page, "Save and print")
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert not page.locator("#take-away").is_visible()


class TestCopy:
    def test_an_untouched_page_comes_back_as_it_was(self, visit, example):
        name, copy = taken(visit(example).page, "copy")
        assert re.fullmatch(r"coordination-map-eksempelvik-oppdiktet-\d{4}-\d\d-\d\d\.html", name)
        assert elements(copy.decode()) == elements(example)

    def test_it_opens_with_what_was_chosen_moved_and_written(self, visit, example):
        page = visit(with_state(example, CHOSEN)).page
        go(page, "off.sector=helse&focus=")
        first = picture(page)
        again = visit(taken(page, "copy")[1].decode()).page
        assert texts(picture(again)) == texts(first)
        assert again.evaluate("location.hash") == ""

    def test_a_copy_of_a_copy_keeps_everything(self, visit, example):
        html = with_state(example, CHOSEN)
        once = taken(visit(html).page, "copy")[1].decode()
        twice = taken(visit(once).page, "copy")[1].decode()
        assert twice == once
        assert once.count("</script>") == example.count("</script>")
        kept = state_of(twice)
        assert {name: kept[name] for name in CHOSEN} == CHOSEN

    def test_a_row_that_was_moved_stands_where_it_was_put_in_its_sector(self, visit, example):
        names_ = names(picture(visit(example).page))
        assert names_.index("Boligkontoret") < names_.index("Husbanken")
        moved = {"moved": {"actors": {"boligkontoret": [330, 400]}}}
        after = names(picture(visit(with_state(example, moved)).page))
        assert after.index("Boligkontoret") > after.index("Husbanken")


class TestLink:
    def test_it_leads_to_what_is_seen(self, visit, example):
        page = visit(example).page
        choose_in_menu(page, "Filter")
        page.locator("#legend input[data-filter=tie][data-word=link]").uncheck()
        first = picture(page)
        link = page.locator("#take-away-link").input_value()
        assert "#off.tie=" in link
        again = visit(example).page
        go(again, link.split("#", 1)[1])
        assert texts(picture(again)) == texts(first)

    def test_following_one_leaves_what_was_moved(self, visit, example):
        page = visit(with_state(example, CHOSEN)).page
        go(page, "view=goals")
        assert state_of(taken(page, "copy")[1].decode())["moved"] == CHOSEN["moved"]

    def test_it_is_said_that_it_was_copied_or_how(self, visit, example):
        page = visit(example).page
        choose_in_menu(page, "Save and print")
        page.get_by_role("button", name="Copy the link").click()
        page.wait_for_function("() => document.getElementById('take-away-said').textContent")
        assert "link" in page.locator("#take-away-said").text_content().lower()


class TestDialog:
    def test_the_keyboard_opens_and_closes_it(self, visit, example):
        page = visit(example).page
        open_menu(page)
        page.get_by_role("button", name="Save and print").focus()
        page.keyboard.press("Enter")
        assert page.locator("#take-away").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#take-away").is_visible()
        assert page.evaluate("document.activeElement.matches('#menu summary')")
        assert page.locator("#menu[open]").count() == 0

    def test_tables_are_no_picture(self, visit, example):
        page = visit(example).page
        page.locator("#tab-tables").click()
        choose_in_menu(page, "Save and print")
        for what in ("print", "svg", "png2", "png4"):
            assert page.locator(f"[data-take={what}]").is_disabled()
        assert page.locator("[data-take=copy]").is_enabled()

    def test_it_is_accessible(self, visit, example, axe):
        page = visit(example).page
        choose_in_menu(page, "Save and print")
        assert axe(page) == []
