import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.map.page.html_page import map_page
from tests.map.page.menu import choose_in_menu
from tests.map.page.test_html_page import HOSTILE, hostile_graph

pytestmark = pytest.mark.browser

PAINTED = """() => {
  const canvas = document.querySelector("#map canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200) {
    colours.add((data[i] << 16) + (data[i + 1] << 8) + data[i + 2]);
  }
  return [...colours];
}"""
PLACE = """(name) => new Promise((done) => {
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    const { a, d, e, f } = this.getTransform();
    const [across, down] = [(a * x + e) / devicePixelRatio, (d * y + f) / devicePixelRatio];
    if (text.length > 2 && name.startsWith(text)) done([across + (this.textAlign === "end" ? -8 : 8), down]);
    return fillText.call(this, text, x, y, ...rest);
  };
  document.querySelector("#tools [data-do=whole]").click();
})"""
PICTURE = "() => document.querySelector('#map canvas').toDataURL()"


@pytest.fixture(scope="module")
def example(graph):
    with in_language("en"):
        return map_page(graph)


def status(page):
    return page.locator("#status").text_content()


def open_filter(page):
    choose_in_menu(page, "Filter")
    page.locator("#legend").wait_for()


def test_the_map_is_drawn(visit, example):
    page = visit(example).page
    assert len(page.evaluate(PAINTED)) > 50


def test_the_header_leaves_the_room_to_the_map_with_nothing_lost(visit, graph):
    page = visit(map_page(graph)).page
    assert page.get_by_role("banner").bounding_box()["height"] <= 72
    for name in ("#message", "#search", "#tabs button", "#tools > button", "#menu", ".figure"):
        for part in page.locator(f"header {name}").all():
            assert part.is_visible()
            box = part.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 1280
    assert "Samordningskart for" in page.locator("#strip").inner_text()


def test_a_line_can_be_hidden_and_shown(visit, example):
    page = visit(example).page
    open_filter(page)
    missing = page.get_by_label("Possible missing link (")
    before, picture = status(page), page.evaluate(PICTURE)
    missing.uncheck()
    page.wait_for_function(f"({PICTURE})() !== {picture!r}")
    assert status(page) != before
    missing.check()
    assert status(page) == before


def test_pairs_that_cannot_be_assessed_are_off_at_first(visit, example):
    page = visit(example).page
    open_filter(page)
    switch = page.get_by_label("Cannot be assessed (")
    assert not switch.is_checked()
    assert "Cannot be assessed: 0 of 8" in status(page)
    switch.check()
    assert "Cannot be assessed: 8 of 8" in status(page)


def test_the_tooltip_is_text(visit):
    page = visit(map_page(hostile_graph())).page
    box = page.locator("#map").bounding_box()
    across, down = page.evaluate(PLACE, HOSTILE[0])
    page.mouse.move(box["x"] + across, box["y"] + down)
    page.wait_for_selector("div.vis-tooltip p")
    assert page.locator("div.vis-tooltip p").first.text_content() == HOSTILE[0]
    assert page.locator("div.vis-tooltip p").count() > 1
    assert page.locator("div.vis-tooltip :not(p):not(div)").count() == 0


def test_zooming_with_the_buttons(visit, example):
    page = visit(example).page
    picture = page.evaluate(PICTURE)
    choose_in_menu(page, "Zoom in")
    page.wait_for_function(f"({PICTURE})() !== {picture!r}")


def test_without_javascript_the_tables_say_it_all(visit, example):
    page = visit(example, java_script_enabled=False).page
    assert page.get_by_role("table").count() == 10
    assert page.locator("#table-missing tbody tr").count() == 11
    assert page.locator("#table-actors tbody tr").count() == 38
    assert page.get_by_role("button").count() == 0
    assert page.get_by_text("The map needs JavaScript").is_visible()


def test_a_screen_reader_finds_its_way(visit, example):
    page = visit(example).page
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).count() == 1
    open_filter(page)
    for landmark in ("banner", "main", "contentinfo", "complementary"):
        assert page.get_by_role(landmark).count() == 1, landmark
    stage = page.get_by_role("application", name="Map: Actors and arenas")
    how = page.locator(f"#{stage.get_attribute('aria-describedby')}")
    assert "Arrow keys" in how.text_content()
    assert "tables" in how.text_content()
    assert page.locator("#map [tabindex='0']").count() == 0


def test_the_page_does_not_scroll_sideways(visit, example):
    page = visit(example).page
    for tab in page.get_by_role("tab").all():
        tab.click()
        for width in (1920, 1280, 640, 320):  # a screen of 1280 at 200 % and at 400 %
            page.set_viewport_size({"width": width, "height": 720})
            assert page.evaluate(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), (tab.text_content(), width)


def test_dragging_moves_the_picture_and_leaves_everybody_where_they_are(visit, example):
    page = visit(example).page
    box = page.locator("#map canvas").bounding_box()
    before, left, top = page.evaluate(PICTURE), box["x"] + 4, box["y"] + box["height"] - 4
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left + 60, top - 20, steps=3)
    held = page.locator("#map canvas").evaluate("(canvas) => canvas.style.transform")
    assert "translate(60px, -20px)" in held
    page.mouse.up()
    page.wait_for_function(f"() => ({PICTURE})() !== {before!r}")
    assert page.locator("#map canvas").evaluate("(canvas) => canvas.style.transform") == ""
    assert page.locator("#tools [data-do=undo]").is_disabled()
    choose_in_menu(page, "Whole map")
    page.wait_for_function(f"() => ({PICTURE})() === {before!r}")


def test_somebody_can_be_dragged_and_put_back(visit, example):
    page = visit(example).page
    box = page.locator("#map canvas").bounding_box()
    before = page.evaluate(PICTURE)
    # Upon the first row of the first sector, in the upper left corner of the picture.
    across, down = box["x"] + box["width"] * 0.25, box["y"] + 22
    page.mouse.move(across, down)
    page.mouse.down()
    page.mouse.move(across + 20, down + 90, steps=4)
    page.mouse.up()
    undo = page.locator("#tools [data-do=undo]")
    choose_in_menu(page, "Undo")
    assert undo.is_disabled()
    page.keyboard.press("Escape")
    page.locator("#menu summary").focus()
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] - 4)
    page.wait_for_function(f"() => ({PICTURE})() === {before!r}")


def test_a_figure_is_shown_as_size_and_taken_back(visit, example):
    page = visit(example).page
    open_filter(page)
    before = page.evaluate(PICTURE)
    page.get_by_text("Size and width").click()
    size = page.get_by_label("The size shows")
    size.select_option("arenas")
    page.wait_for_function(f"() => ({PICTURE})() !== {before!r}")
    size.select_option("")
    page.wait_for_function(f"() => ({PICTURE})() === {before!r}")
