"""The long table in a browser: what it shows at first, how large, and what is opened in it."""

import re

import pytest

from benchmarks import generate
from samordning_graph.common.locale import in_language
from samordning_graph.drawing.strokes import MISSING
from samordning_graph.drawing.text_width import text_width
from samordning_graph.graph.build import build
from samordning_graph.map.page.html_page import map_page
from tests.helpers.tiny import tiny
from tests.map.page.menu import choose_in_menu
from tests.map.page.test_export_dialog import SVG, lines, picture

pytestmark = pytest.mark.browser

SIZES = (8, 40, 50, 120, 500)
SMALLEST_TEXT = 14
MOST_LINES = 24
WRITE_DOWN = """() => {
  window.written = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    const size = Number(/([\\d.]+)px/.exec(this.font)[1]);
    window.written.push([text, (size * this.getTransform().a) / devicePixelRatio]);
    return fillText.call(this, text, ...rest);
  };
}"""
RECORD = """() => {
  window.drawn = { ways: new Map(), boxes: new Map() };
  const { prototype } = CanvasRenderingContext2D;
  const { beginPath, moveTo, lineTo, bezierCurveTo, stroke, roundRect, fill, fillText } = prototype;
  let [way, box] = [[], null];
  Object.assign(prototype, {
    beginPath() { [way, box] = [[], null]; return beginPath.call(this); },
    moveTo(...at) { way.push(["M", at]); return moveTo.apply(this, at); },
    lineTo(...at) { way.push(["L", at]); return lineTo.apply(this, at); },
    bezierCurveTo(...at) { way.push(["C", at]); return bezierCurveTo.apply(this, at); },
    roundRect(x, y, width, height, ...rest) { box = [x, y, x + width, y + height]; return roundRect.call(this, x, y, width, height, ...rest); },
    stroke(...given) {
      if (way.some(([command]) => command === "C") && this.strokeStyle !== "#ffffff") window.drawn.ways.set(JSON.stringify(way), way);
      return stroke.apply(this, given);
    },
    fill(...given) {
      if (box && box[2] - box[0] > 30) window.drawn.boxes.set(String(box), box);
      return fill.apply(this, given);
    },
    fillText(text, x, y, ...rest) {
      const size = Number(/([\\d.]+)px/.exec(this.font)[1]);
      const { width } = this.measureText(text);
      const left = { start: x, left: x, center: x - width / 2, end: x - width, right: x - width }[this.textAlign];
      // The number of a pair stands on its own line.
      if (this.fillStyle !== "#ffffff") window.drawn.boxes.set(`${text}|${x}|${y}`, [left, y - size * 0.35, left + width, y + size * 0.35]);
      return fillText.call(this, text, x, y, ...rest);
    },
  });
}"""
PICTURE = "() => document.querySelector('#map canvas').toDataURL()"


@pytest.fixture(scope="module")
def pages(graph):
    """The example, and invented municipalities of several sizes, in Norwegian."""
    with in_language("nb"):
        found = {"eksempel": map_page(graph)}
        for size in SIZES:
            model = generate.model(generate.municipality("0301", size))
            found[size] = map_page(build(model))
    return found


@pytest.fixture
def page(visit, pages):
    return visit(pages["eksempel"]).page


def written(page):
    """Return what is written on the canvas, and how large on the screen."""
    page.evaluate(WRITE_DOWN)
    page.locator("#tools [data-do=whole]").dispatch_event("click")
    page.wait_for_function("() => window.written.length > 8")
    return page.evaluate("() => window.written")


@pytest.mark.parametrize("size", ["eksempel", *SIZES])
class TestEverySize:
    def test_no_text_is_too_small_to_be_read(self, visit, pages, size):
        texts = written(visit(pages[size]).page)
        assert len(texts) > 8
        assert [text for text, pixels in texts if pixels < SMALLEST_TEXT - 0.01] == []

    def test_nobody_has_to_follow_more_lines_than_these(self, visit, pages, size):
        root = picture(visit(pages[size]).page)
        colours = {path.get("stroke") for path in root.iter(f"{SVG}path")} - {"#ffffff"}
        assert sum(len(lines(root, colour)) for colour in colours) <= MOST_LINES
        assert len(lines(root, MISSING)) > 0

    def test_on_the_screen_lines_are_few_and_none_runs_through_a_name_or_an_arena(
        self, visit, pages, size
    ):
        page = visit(pages[size]).page
        page.evaluate(RECORD)
        page.locator("#tools [data-do=whole]").dispatch_event("click")
        page.wait_for_function("() => window.drawn.ways.size > 0 && window.drawn.boxes.size > 8")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        ways = page.evaluate("() => [...window.drawn.ways.values()]")
        boxes = page.evaluate("() => [...window.drawn.boxes.values()]")
        assert 0 < len(ways) <= MOST_LINES
        for way in ways:
            text = "".join(command + " ".join(map(str, at)) for command, at in way)
            for x, y in points(text):
                assert not any(
                    left + 1 < x < right - 1 and top + 1 < y < bottom - 1
                    for left, top, right, bottom in boxes
                ), (size, x, y)

    def test_no_line_runs_through_a_name(self, visit, pages, size):
        root = picture(visit(pages[size]).page)
        drawing = next(
            group for group in root.findall(f"{SVG}g") if group.find(f"{SVG}g") is not None
        )
        boxes = [box for group in drawing.iter(f"{SVG}g") for box in boxes_of(group)]
        assert len(boxes) > 8
        for way in lines(drawing, MISSING):
            for x, y in points(way):
                assert not any(
                    left < x < right and top < y < bottom for left, top, right, bottom in boxes
                ), (x, y)


def boxes_of(group):
    """Yield the boxes of an arena and of the lines of a name; neither for a group of groups."""
    if group.find(f"{SVG}title") is None:
        return
    for rect in group.iter(f"{SVG}rect"):
        x, y, width, height = (float(rect.get(side)) for side in ("x", "y", "width", "height"))
        if width > 30 and rect.get("fill") != "none":
            yield x + 1, y + 1, x + width - 1, y + height - 1
    for text in group.iter(f"{SVG}text"):
        line = text.find(f"{SVG}tspan")
        size = float(text.get("font-size"))
        width = text_width("".join(line.itertext()), size, text.get("font-weight") == "bold")
        x, baseline = float(line.get("x")), float(line.get("y"))
        left = {"start": x, "middle": x - width / 2, "end": x - width}[text.get("text-anchor")]
        yield left, baseline - 0.7 * size, left + width, baseline + 0.1 * size


def points(way):
    """Yield points along a path of straight lines and cubic curves."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", way)]
    at = (numbers[0], numbers[1])
    for command, rest in re.findall(r"([LC])([^LCM]*)", way):
        values = [float(number) for number in re.findall(r"-?[\d.]+", rest)]
        ends = list(zip(values[::2], values[1::2], strict=True))
        for i in range(31):
            share = i / 30
            yield tuple(
                at[axis] * (1 - share) + ends[0][axis] * share
                if command == "L"
                else at[axis] * (1 - share) ** 3
                + 3 * ends[0][axis] * (1 - share) ** 2 * share
                + 3 * ends[1][axis] * (1 - share) * share**2
                + ends[2][axis] * share**3
                for axis in (0, 1)
            )
        at = ends[-1]


def test_the_message_is_the_largest_text_and_true_to_the_bar(page):
    message = page.locator("#message")
    assert message.inner_text() == (
        "11 par har grunn til å samordne seg, uten fast møteplass eller samarbeid i dataene"
    )
    assert message.evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)") >= 22
    widths = page.locator(".bar > rect").evaluate_all(
        "(parts) => parts.map((part) => Number(part.getAttribute('width')))"
    )
    assert widths == pytest.approx([170 * n / 42 for n in (23, 11, 8)], abs=0.01)


def test_the_map_has_more_than_three_quarters_of_the_screen(page):
    box = page.locator("#map").bounding_box()
    assert (box["width"], box["height"]) >= (1280, 540)


def test_a_click_on_a_line_chooses_the_pair(page):
    box = page.locator("#map").bounding_box()
    at = page.evaluate(
        """() => {
          const canvas = document.querySelector("#map canvas");
          const { width, height } = canvas;
          const { data } = canvas.getContext("2d").getImageData(width / 2 - 2, 0, 1, height);
          for (let y = 0; y < height; y += 1) if (data[4 * y] === 0xc2 && data[4 * y + 1] === 0x3b) return [width / 2 - 2, y];
          return null;
        }"""
    )
    page.mouse.click(box["x"] + at[0], box["y"] + at[1] + 4)
    page.locator("#caption").wait_for()
    assert " – " in page.locator("#caption h2").inner_text()


def test_all_ties_are_shown_by_a_key_and_gone_with_escape(page):
    before = page.screenshot()
    page.locator("#map").focus()
    page.keyboard.press("a")
    assert page.locator("[data-do=all-ties]").get_attribute("aria-pressed") == "true"
    assert page.screenshot() != before
    page.keyboard.press("Escape")
    assert page.locator("[data-do=all-ties]").get_attribute("aria-pressed") == "false"
    page.evaluate("() => document.activeElement.blur()")
    assert page.screenshot() == before


def test_a_sector_is_unfolded_by_a_click_and_folded_with_escape(visit, pages):
    page = visit(pages[500]).page
    before = page.evaluate(PICTURE)
    page.evaluate("() => { location.hash = 'unfolded=bolig'; }")
    page.wait_for_function(f"({PICTURE})() !== {before!r}")
    page.keyboard.press("Escape")
    page.wait_for_function(f"({PICTURE})() === {before!r}")


def test_who_is_folded_away_is_shown_when_it_is_found(visit, pages):
    page = visit(pages[500]).page
    before = page.evaluate(PICTURE)
    page.get_by_role("combobox", name="Søk").fill("bofellesskapet")
    page.keyboard.press("Enter")
    page.locator("#caption").wait_for()
    names = [text for text, _pixels in written(page)]
    assert any(text in page.locator("#caption h2").inner_text() for text in names if len(text) > 4)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.evaluate("() => document.activeElement.blur()")
    page.wait_for_function(f"({PICTURE})() === {before!r}")


def test_only_these_are_stacked_anew_and_larger(page):
    smallest = min(pixels for _text, pixels in written(page))
    page.evaluate("() => { location.hash = 'focus=boligkontoret'; }")
    page.wait_for_function(
        "() => document.querySelector('#status').textContent.includes('Boligkontoret')"
    )
    sizes = dict(written(page))
    assert sizes["Boligkontoret"] > smallest + 2
    assert "Økonomiavdelingen" not in sizes


def test_a_sector_is_carried_by_its_heading_to_the_other_column_and_back(page):
    box = page.locator("#map").bounding_box()
    before = page.evaluate(PICTURE)
    order = page.locator("#pairs summary").all_text_contents()
    # «Annet» is the last of the left column: its stripe ends at the bottom.
    page.mouse.move(box["x"] + 60, box["y"] + box["height"] - 24)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 60, box["y"] + box["height"] - 5, steps=4)
    page.mouse.up()
    page.wait_for_function(f"({PICTURE})() !== {before!r}")
    moved = page.locator("#pairs summary").all_text_contents()
    assert sorted(moved) == sorted(order)
    assert moved != order
    choose_in_menu(page, "Angre")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] + 30)
    page.wait_for_function(f"({PICTURE})() === {before!r}")


def test_a_line_under_the_pointer_says_what_it_is(page):
    box = page.locator("#map").bounding_box()
    found = []
    for step in range(0, int(box["height"]), 5):
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + step)
        found.append(page.locator("#map canvas").get_attribute("title") or "")
    assert any(title.startswith("Barneverntjenesten – Boligkontoret\nMulig") for title in found)


def test_the_header_leaves_the_height_to_the_picture(page):
    header = page.locator("header").bounding_box()
    assert header["height"] <= 72
    for part in ("message", "duties", "tabs", "search", "tools"):
        box = page.locator(f"#{part}").bounding_box()
        assert box["y"] + box["height"] <= header["y"] + header["height"]
        assert box["x"] + box["width"] <= 1280


def test_the_key_says_what_is_dashed_and_which_number_is_no_pair(page):
    key = page.locator("#key").inner_text()
    assert "teller ikke som møteplass" in key
    assert "nr. 1 er ikke et par: se møtemodus" in key


def test_the_key_says_neither_where_there_is_none(visit):
    graph = tiny(
        units="name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja\nSkole;oppvekst;ja",
        goals="name\nG",
        goal_owners="actor;goal\nBolig;G\nRus;G\nSkole;G",
        arenas="name;kind;meetings_per_year;mandate;participants_complete\nForum;coordination;12;ja;ja",
        participation="actor;arena;role\nBolig;Forum;leder\nRus;Forum;medlem",
    )
    with in_language("nb"):
        key = visit(map_page(graph)).page.locator("#key").inner_text()
    assert "antall som deltar" in key
    assert "møteplass" not in key


def test_no_text_around_the_map_is_too_small_to_be_read(page):
    small = page.evaluate(
        """() => [...document.querySelectorAll(".screen :is(header, .strip) *")]
          .filter((part) => part.checkVisibility() && part.childNodes.length && !part.closest("svg, .unseen, .told"))
          .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
          .filter((part) => parseFloat(getComputedStyle(part).fontSize) < 14)
          .map((part) => part.textContent)"""
    )
    assert small == []


def test_a_row_is_moved_by_keys_within_its_sector_and_back(page):
    page.get_by_role("combobox", name="Søk").fill("ungdomsboligene")
    page.keyboard.press("Enter")
    before = page.evaluate(PICTURE)
    page.keyboard.press("Shift+ArrowDown")
    page.wait_for_function(f"({PICTURE})() !== {before!r}")
    page.keyboard.press("u")
    page.wait_for_function(f"({PICTURE})() === {before!r}")


def test_a_narrow_screen_has_a_list_of_pairs_and_of_everybody(page):
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator("#map").is_hidden()
    pairs = page.get_by_role("navigation", name="Parene som liste")
    assert pairs.locator("ol li").count() == 11
    assert pairs.locator("ol li").first.inner_text().startswith("2 Boligkontoret og Plan")
    pairs.locator("ol button").first.click()
    assert "Boligkontoret – Plan" in page.locator("#caption").inner_text()
    assert page.locator("#caption").is_visible()
    pairs.get_by_text("Bolig: 4").click()
    pairs.get_by_role("button", name="Husbanken").click()
    assert "Husbanken" in page.locator("#caption").inner_text()


def test_tab_comes_to_the_list_of_pairs_and_enter_leads_to_the_map(page):
    page.locator("#map").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('#pairs'))")
    assert page.locator("#pairs ol").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "map"
    assert page.locator("#caption h2").inner_text().startswith("Boligkontoret – Plan")


def test_who_is_folded_away_is_reached_by_keyboard_too(visit, pages):
    page = visit(pages[500]).page
    sector = page.locator("#pairs summary", has_text="Bolig:")
    sector.focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    name = page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.locator("#caption h2").inner_text().startswith(name)
    assert name in {text for text, _pixels in written(page)}


def test_the_duties_of_the_headline_lead_to_the_map(page):
    page.get_by_role("button", name="2 plikter kan ikke vurderes").click()
    first = page.locator("#caption h2").inner_text()
    page.get_by_role("button", name="2 plikter kan ikke vurderes").click()
    assert page.locator("#caption h2").inner_text() != first


def test_line_list_agenda_and_table_say_the_same_number_of_a_pair(page):
    titles = page.evaluate(
        """() => {
          const { matters, nodes } = JSON.parse(document.querySelector("#map-data").textContent);
          const names = new Map(nodes.map(({ key, name }) => [key, name]));
          return Object.fromEntries(matters
            .filter(({ key, number }) => number !== null && key.split("|").every((part) => names.has(part)))
            .map(({ key, number }) => [number, key.split("|").map((part) => names.get(part))]));
        }"""
    )
    listed = page.locator("#pairs ol b").all_text_contents()
    numbers = [int(number) for number in listed]
    assert len(numbers) == 11
    assert numbers == sorted(numbers)
    for i, number in enumerate(numbers):
        words = page.locator("#pairs ol button").nth(i).text_content()
        assert words.startswith(f"{number} {' og '.join(titles[str(number)])}")
    page.locator("#map").focus()
    page.keyboard.press(str(numbers[1]))
    assert page.locator("#caption h2").inner_text().startswith(" – ".join(titles[str(numbers[1])]))
    page.keyboard.press("m")
    agenda = page.locator("#meeting-agenda button.link").all_text_contents()
    assert [
        title
        for title in agenda
        if int(title.partition(".")[0] if title[0].isdigit() else 0) in numbers
    ] == [f"{number}. {' – '.join(titles[str(number)])}" for number in numbers]
    page.keyboard.press("Escape")
    page.locator("#tab-tables").click()
    for row, number in zip(page.locator("#table-missing tbody tr").all(), numbers, strict=True):
        assert row.locator("td").nth(1).text_content() == str(number)
    page.locator("#tab-actors").click()
    drawn = [
        "".join(text.itertext())
        for text in picture(page).iter(f"{SVG}text")
        if text.get("fill") == "#ffffff"
    ]
    assert sorted(map(int, drawn)) == numbers


def test_a_picture_has_the_same_rows_as_the_screen(page):
    on_screen = {text for text, _pixels in written(page)}
    names = {"".join(text.itertext()) for text in picture(page).iter(f"{SVG}text")}
    assert {
        "Boligkontoret",
        "Fjordby fengsel (oppdiktet)",
        "Oppvekst",
        "2",
        "11",
    } <= names & on_screen
