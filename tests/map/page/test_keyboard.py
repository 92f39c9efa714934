"""Everything by keyboard, and said to a screen reader."""

import json

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.map.page.html_page import map_page
from tests.map.page.menu import choose_in_menu

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit, example):
    page = visit(example).page
    page.locator("#map").focus()
    return page


def announced(page):
    return page.locator("#announcer").text_content()


def status(page):
    return page.locator("#status").text_content()


def chosen(page, name):
    return page.evaluate("(name) => new URLSearchParams(location.hash.slice(1)).get(name)", name)


def focused(page):
    return page.evaluate("() => document.activeElement.id")


def one_of(page):
    return page.evaluate("() => document.activeElement.outerHTML.slice(0, 100)")


def find(page, text):
    page.locator("#search").fill(text)
    page.keyboard.press("Enter")


REACHED = """async (view) => {
  const selected = () => new URLSearchParams(location.hash.slice(1)).get("selected");
  const press = (key) => document.querySelector("#map").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const select = (key) => new Promise((done) => {
    addEventListener("hashchange", done, { once: true });
    location.hash = `#view=${view}&selected=${key}&at=${Math.random()}`;
  });
  await select("");
  press("Home");
  const reached = new Set([selected()]);
  for (const from of reached) {
    for (const arrow of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
      await select(from);
      press(arrow);
      reached.add(selected());
    }
  }
  return [...reached];
}"""


def test_arrows_reach_everything_that_is_drawn(page):
    """From the first, by going on in all four directions from each that was reached."""
    data = json.loads(page.locator("#map-data").text_content())
    drawn = next(view_data["nodes"] for view_data in data["views"] if view_data["id"] == "actors")
    kind_of = {node["key"]: node["kind"] for node in data["nodes"]}
    beyond = drawn.keys() - set(page.evaluate(REACHED, "actors"))
    # Arenas that the table has no room for are in the search, the list and their own view.
    assert {kind_of[key] for key in beyond} <= {"arena"}
    assert len(beyond) < 4


def test_who_is_selected_is_said_with_facts_and_findings(page):
    find(page, "ungdomsboligene")
    page.keyboard.press("ArrowDown")
    assert announced(page) == (
        "Boligkontoret. Kommunal enhet. Sektor: Bolig. Del av: Kommunalområde velferd og bolig."
        " Spurt 08.09.2026. Funn: 8."
    )


def test_at_the_edge_one_is_told_so(page):
    page.keyboard.press("Home")
    before = chosen(page, "selected")
    page.keyboard.press("ArrowUp")
    assert chosen(page, "selected") == before
    assert "ikke noe lenger" in announced(page)


def test_the_gaps_of_a_node_come_one_after_the_other(page, graph):
    find(page, "boligkontoret")
    data = json.loads(page.locator("#map-data").text_content())
    ties = [
        tie["id"]
        for view in data["views"]
        if view["id"] == "actors"
        for tie in view["ties"]
        if tie["kind"] == "missing" and "boligkontoret" in (tie["from"], tie["to"])
    ]
    seen = []
    for _ in ties:
        page.keyboard.press("g")
        seen.append(chosen(page, "selected"))
    assert sorted(seen) == sorted(ties)
    assert len(ties) > 2
    assert "Mulig manglende kobling" in announced(page)
    page.keyboard.press("g")
    assert chosen(page, "selected") == seen[0]
    page.keyboard.press("ArrowUp")
    assert announced(page).startswith("Ungdomsboligene")


def test_focus_hide_and_undo(page):
    find(page, "husbanken")
    page.keyboard.press("f")
    assert chosen(page, "focus") == "husbanken"
    page.keyboard.press("f")
    assert chosen(page, "focus") is None
    page.keyboard.press("h")
    assert chosen(page, "hidden") == "husbanken"
    assert announced(page) == "Husbanken er skjult. U henter fram igjen."
    assert chosen(page, "selected") not in {"husbanken", None}
    page.keyboard.press("u")
    assert chosen(page, "hidden") is None
    page.keyboard.press("Control+z")
    assert chosen(page, "focus") == "husbanken"


def test_undo_in_a_field_is_that_of_the_field(page):
    find(page, "husbanken")
    page.keyboard.press("h")
    page.locator("#search").fill("abc")
    page.keyboard.press("Control+z")
    assert chosen(page, "hidden") == "husbanken"


def test_a_node_is_moved_and_moved_back(page):
    find(page, "husbanken")
    picture = "() => document.querySelector('#map canvas').toDataURL()"
    page.wait_for_timeout(100)
    before = page.evaluate(picture)
    page.keyboard.press("Shift+ArrowUp")
    page.wait_for_function(f"({picture})() !== {before!r}")
    page.keyboard.press("u")
    page.wait_for_function(f"({picture})() === {before!r}")


def test_zoom_and_the_whole(page):
    picture = "() => document.querySelector('#map canvas').toDataURL()"
    whole = page.evaluate(picture)
    page.keyboard.press("+")
    page.wait_for_function(f"({picture})() !== {whole!r}")
    page.keyboard.press("0")
    page.wait_for_function(f"({picture})() === {whole!r}")
    page.keyboard.press("-")
    page.wait_for_function(f"({picture})() !== {whole!r}")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_evidence_opens_and_escape_leads_back(page, key):
    page.keyboard.press("Home")
    page.keyboard.press(key)
    assert focused(page) == "panel"
    page.keyboard.press("Escape")
    assert focused(page) == "map"


def test_the_meeting_opens(page):
    page.keyboard.press("m")
    assert page.locator("dialog[open]").count() == 1


def test_escape_selects_nothing(page):
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    assert chosen(page, "selected") is None
    assert announced(page) == "Ingenting er valgt."


def test_the_help_lists_every_key_and_gives_the_focus_back(page):
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Kartet med tastatur")
    assert dialog.is_visible()
    assert dialog.get_by_role("row").count() == 19
    assert dialog.evaluate("(one) => one.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert focused(page) == "map"
    choose_in_menu(page, "Tastatur")
    assert dialog.is_visible()


def test_letters_do_nothing_but_on_the_map(page):
    find(page, "husbanken")
    page.get_by_role("tab", selected=True).focus()
    for key in "hfglump0/?":
        page.keyboard.press(key)
    assert chosen(page, "hidden") is None
    assert not page.get_by_role("dialog").is_visible()
    assert page.get_by_role("tab", selected=True).evaluate(
        "(one) => one === document.activeElement"
    )


def test_search_by_a_key(page):
    page.keyboard.press("/")
    assert focused(page) == "search"
    assert page.locator("#search").input_value() == ""


def test_the_tabs_by_arrows(page):
    page.get_by_role("tab", selected=True).focus()
    names = []
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        names.append(page.get_by_role("tab", selected=True).text_content())
    assert names == ["Arenaer", "Sektorer", "Mål", "Tabeller", "Aktører og arenaer"]
    page.keyboard.press("End")
    panel = page.get_by_role("tabpanel")
    assert panel.count() == 1
    assert panel.get_attribute("aria-labelledby") == "tab-tables"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    assert page.get_by_role("tabpanel", name="Aktører og arenaer").count() == 1


@pytest.mark.parametrize("tab", ["Aktører og arenaer", "Sektorer", "Tabeller"])
def test_tab_comes_through_the_whole_page_and_sees_where_it_is(page, tab):
    """Every control in the order of the page, each with a visible focus, and out at the end."""
    page.get_by_role("tab", name=tab, exact=True).click()
    page.locator(".message:visible").click()  # where Tab begins
    count = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, summary, a[href], [tabindex]")]
          .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility())
          .map((one, place) => { one.dataset.stop = place; }).length"""
    )
    stops = []
    for _ in range(count):
        page.keyboard.press("Tab")
        place, width, style = page.evaluate(
            """() => { const one = document.activeElement; const style = getComputedStyle(one);
              return [Number(one.dataset.stop), parseFloat(style.outlineWidth), style.outlineStyle]; }"""
        )
        assert width >= 2, one_of(page)
        assert style == "solid", one_of(page)
        stops.append(place)
    assert stops == list(range(count))
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement === document.body")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (400, 800)])
@pytest.mark.parametrize("undetermined", ["search", "help", "selected", "tables"])
def test_axe_finds_nothing_serious_in_what_opens(visit, axe, example, undetermined, width, height):
    page = visit(example).page
    page.set_viewport_size({"width": width, "height": height})
    if undetermined == "search":
        page.locator("#search").fill("bolig")
        page.locator("#search").press("ArrowDown")
    elif undetermined == "help":
        choose_in_menu(page, "Tastatur")
    elif undetermined == "selected":
        find(page, "boligkontoret")
    else:
        page.get_by_role("tab", name="Tabeller").click()
        page.locator("#table-missing button.name").first.click()
        page.locator("#table-missing button.sort").first.click()
    assert axe(page) == []


def test_nothing_moves_by_itself(visit, example):
    page = visit(example, reduced_motion="reduce").page
    find(page, "boligkontoret")
    assert page.evaluate("() => document.getAnimations().length") == 0


def test_in_english_it_speaks_english(visit, graph):
    with in_language("en"):
        page = visit(map_page(graph)).page
    assert page.locator("html").get_attribute("lang") == "en"
    find(page, "boligkontoret")
    assert announced(page).startswith("Boligkontoret. Municipal unit. Sector: Housing")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="The map by keyboard").is_visible()
