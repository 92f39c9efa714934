"""The views that are tables, in a browser: what is seen, chosen and drawn, by hand and by keyboard."""

import json

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.map.page.html_page import map_page
from tests.helpers.tiny import tiny

pytestmark = pytest.mark.browser

GRIDS = ("arenas", "sectors", "goals")
SMALLEST_TEXT = 14
CROSSED = """() => {
  const place = document.querySelector(".chain-of");
  const { left, top } = place.getBoundingClientRect();
  const boxes = [...place.querySelectorAll(".box")].map((box) => box.getBoundingClientRect());
  const crossed = [];
  for (const path of place.querySelectorAll(".lines path")) {
    const length = path.getTotalLength();
    for (let at = 0; at <= length; at += 2) {
      const { x, y } = path.getPointAtLength(at);
      const inside = boxes.findIndex((box) => x + left > box.left + 2 && x + left < box.right - 2 && y + top > box.top + 2 && y + top < box.bottom - 2);
      if (inside >= 0) crossed.push([path.getAttribute("d"), inside]);
    }
  }
  return crossed;
}"""


@pytest.fixture
def page(visit, example):
    return visit(example).page


def open_grid(page, view):
    page.locator(f"#tab-{view}").click()
    grid = page.locator(f"#grid-{view}")
    assert grid.is_visible()
    assert page.locator("#map").is_hidden()
    return grid


@pytest.mark.parametrize("view", GRIDS)
def test_it_says_where_the_holes_are_in_text_that_can_be_read(page, view):
    grid = open_grid(page, view)
    assert page.locator("[data-grid]:visible").count() == 1
    assert grid.locator("h2:visible").inner_text()
    sizes = grid.evaluate(
        """(grid) => [...grid.querySelectorAll("*")]
          .filter((part) => part.checkVisibility() && !part.closest(".unseen"))
          .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
          .map((part) => parseFloat(getComputedStyle(part).fontSize))"""
    )
    assert len(sizes) > 20
    assert min(sizes) >= SMALLEST_TEXT
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("view", GRIDS)
def test_arrow_keys_reach_everything_that_can_be_chosen_and_tab_stops_once(page, view):
    grid = open_grid(page, view)
    assert grid.locator("table button[tabindex='0']").count() == 1
    reached = page.evaluate(
        """(view) => {
          const table = document.querySelector(`#grid-${view} table`);
          const reached = new Set([table.querySelector("button[tabindex='0']")]);
          for (const button of reached) {
            for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
              button.focus();
              button.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
              reached.add(document.activeElement);
            }
          }
          return reached.size;
        }""",
        view,
    )
    assert reached == grid.locator("table button").count()


def test_two_sectors_are_told_with_the_pairs_and_their_numbers(page):
    grid = open_grid(page, "sectors")
    grid.locator(".first button").first.click()
    caption = page.locator("#caption").inner_text()
    assert caption.startswith("Bolig – Oppvekst")
    assert "Uten dokumentert kontakt (2):" in caption
    assert "3. Barneverntjenesten – Boligkontoret" in caption


def test_a_cell_says_in_words_what_its_squares_show(page):
    grid = open_grid(page, "sectors")
    cell = grid.get_by_role("button", name="Oppvekst – Bolig: 2 av 4 par har dokumentert kontakt")
    assert cell.locator("i").count() == 4
    assert cell.locator("i.missing").count() == 2


def test_a_mark_in_an_arena_says_who_it_is_and_an_arena_who_sits_in_it(page):
    grid = open_grid(page, "arenas")
    grid.get_by_role("button", name="Boligkontoret (leder)").first.click()
    assert page.locator("#caption h2").inner_text().startswith("Boligkontoret")
    grid.get_by_role("button", name="Akuttboligmøtet").click()
    assert "Ledere og medlemmer (4)" in page.locator("#caption").inner_text()
    assert grid.get_by_role("row", name="Akuttboligmøtet").inner_text().endswith("uten leder")


def test_the_chain_of_a_goal_is_drawn_when_asked_and_no_line_runs_through_a_box(page):
    grid = open_grid(page, "goals")
    goals = grid.locator("tbody th button")
    for i in range(goals.count()):
        goals.nth(i).click()
        page.get_by_role("button", name="Tegn kjeden").click()
        assert grid.locator("table").is_hidden()
        assert grid.locator(".box.chosen").count() == 1
        ties = grid.locator(".lines path").count()
        boxes = grid.locator(".box").count()
        assert ties >= boxes - 1
        assert page.evaluate(CROSSED) == []
        grid.get_by_role("button", name="Tilbake til tabellen").click()
        assert grid.locator("table").is_visible()


def test_what_is_in_the_chain_can_be_chosen_and_escape_leads_back(page):
    grid = open_grid(page, "goals")
    grid.get_by_role("button", name="Flere skal eie egen bolig").click()
    page.get_by_role("button", name="Tegn kjeden").click()
    grid.locator(".box.arena").click()
    assert page.locator("#caption h2").inner_text() == "Startlånsutvalget"
    page.keyboard.press("Escape")
    assert grid.locator("table").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#map").is_visible()
    assert page.evaluate("() => document.activeElement.id") == "map"


def test_what_is_hidden_or_off_is_not_in_the_rows(page):
    grid = open_grid(page, "arenas")
    before = grid.locator("tr[data-row]:visible").count()
    data = json.loads(page.locator("#map-data").text_content())
    strategic = sum(node.get("level") == "strategic" for node in data["nodes"])
    assert strategic > 0
    page.evaluate(
        "() => { location.hash = 'view=arenas&off.level=strategic&hidden=akuttboligmotet'; }"
    )
    page.wait_for_function(
        f"() => [...document.querySelectorAll('tr[data-row]')].filter((row) => row.offsetParent).length === {before - strategic - 1}"
    )


def test_letters_work_in_a_table_too_but_not_in_a_field(page):
    grid = open_grid(page, "goals")
    grid.focus()
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "search"
    page.keyboard.press("m")
    assert page.locator("dialog[open]").count() == 0
    grid.focus()
    page.keyboard.press("m")
    assert page.locator("#meeting").is_visible()


@pytest.mark.parametrize("view", GRIDS)
def test_on_a_phone_a_table_is_a_list_that_nothing_runs_out_of(page, view):
    page.set_viewport_size({"width": 390, "height": 844})
    grid = open_grid(page, view)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert grid.evaluate("(grid) => grid.scrollWidth - grid.clientWidth") <= 0
    cut = grid.evaluate(
        """(grid) => [...grid.querySelectorAll("tbody :is(th, td, button)")]
          .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth)
          .map((part) => part.textContent)"""
    )
    assert cut == []


def test_on_a_phone_a_cell_says_what_its_column_said(page):
    page.set_viewport_size({"width": 390, "height": 844})
    cell = open_grid(page, "sectors").get_by_role("button", name="Helse – Bolig").locator(".unseen")
    assert cell.bounding_box()["width"] > 100
    label = "(cell) => getComputedStyle(cell, '::before').content"
    arenas = open_grid(page, "arenas")
    assert "Helse" in arenas.locator("td:has(.mark)[data-label=Helse]").first.evaluate(label)
    assert arenas.locator(".level:visible").count() > 1
    assert '"Eier' in open_grid(page, "goals").locator("td").nth(1).evaluate(label)


@pytest.mark.parametrize("view", GRIDS)
def test_a_view_has_one_headline(page, view):
    grid = open_grid(page, view)
    assert page.locator("#message").is_hidden()
    assert page.locator(".message:visible").inner_text() == grid.locator("h2").first.inner_text()
    page.locator("#tab-actors").click()
    assert page.locator(".message:visible").get_attribute("id") == "message"


def test_nothing_below_a_grid_repeats_its_headline_until_something_is_left_out(page):
    open_grid(page, "sectors")
    status = page.locator("#status")
    assert "told" in status.get_attribute("class")
    page.evaluate("() => { location.hash = 'view=sectors&hidden=akuttboligmotet'; }")
    page.wait_for_function("() => !document.querySelector('#status').matches('.told')")


def test_the_sectors_say_what_is_not_in_their_numbers(page):
    key = open_grid(page, "sectors").locator("p").first.inner_text()
    assert "de skraverte er ikke regnet med" in key
    assert "Oransje: ikke alle har det" in key


def test_where_there_is_nothing_the_page_says_so(visit):
    with in_language("nb"):
        page = visit(map_page(tiny())).page
    for view in GRIDS:
        page.locator(f"#tab-{view}").click()
        assert page.locator("#empty").is_visible()


def test_a_page_of_one_view_has_only_that(visit, graph):
    with in_language("nb"):
        page = visit(map_page(graph, view="goals")).page
    assert page.locator("#grid-goals").is_visible()
    assert page.locator("[data-grid]").count() == 1
