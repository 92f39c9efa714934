"""The panel beside the map: what is known about what is selected, and what can be done with it."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.map.page.html_page import map_page
from tests.map.page.menu import choose_in_menu
from tests.map.page.test_html_page import HOSTILE, hostile_graph

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def example(graph):
    with in_language("en"):
        return map_page(graph)


@pytest.fixture
def page(visit, example):
    return visit(example).page


def select(page, hash_):
    page.evaluate("hash => { location.hash = hash; }", hash_)
    if page.locator("#side").is_hidden():
        choose_in_menu(page, "Filter")
    page.locator("#panel").wait_for()


def hash_of(page):
    return page.evaluate("location.hash")


def panel(page):
    return page.locator("#panel")


def button(page, name):
    return panel(page).get_by_role("button", name=name, exact=True)


def section(page, heading):
    """The entries under a heading of the panel."""
    return page.locator(f"#panel h3:text-matches('^{heading} \\\\(') + ul > li")


def test_nothing_is_selected_at_first(page):
    assert panel(page).is_hidden()


def test_an_actor_with_its_facts_gaps_and_neighbours(page):
    select(page, "selected=boligkontoret")
    assert panel(page).get_by_role("heading", level=2).text_content() == "Boligkontoret"
    assert section(page, "Findings").count() == 8
    assert "Own requirement" in section(page, "Findings").first.text_content()
    assert section(page, "Leader or member").count() == 7


def test_what_could_not_be_assessed_is_said(page):
    select(page, "selected=helsestasjonen")
    assert section(page, "Cannot be assessed").count() >= 4
    select(page, "selected=eksempel-fylkeskommune")
    texts = section(page, "Cannot be assessed").all_text_contents()
    assert "An actor without any tie" in texts


def test_from_a_gap_of_an_actor_to_its_evidence_and_on_to_the_other_end(page):
    select(page, "selected=boligkontoret")
    section(page, "Findings").get_by_role("button", name="IMDi").click()
    terms = panel(page).locator("dt").all_text_contents()
    assert terms == [
        "Observation",
        "Ground",
        "Data basis",
        "Question",
        "Possible next step",
        "Rests on",
        "Source",
        "Searched",
    ]
    assert page.evaluate("document.activeElement.id") == "panel"
    button(page, "IMDi").click()
    assert panel(page).get_by_role("heading", level=2).text_content() == "IMDi"


def test_a_gap_with_several_grounds_begins_with_the_strongest(page):
    select(page, "selected=missing|barneverntjenesten|boligkontoret")
    found = panel(page).locator("details")
    assert found.count() == 3
    assert [text[:6] for text in found.locator("summary").all_text_contents()] == [
        "LINK03",
        "LINK05",
        "LINK04",
    ]
    assert [found.nth(at).evaluate("one => one.open") for at in range(3)] == [
        True,
        False,
        False,
    ]


def test_what_is_not_verified_and_what_is_accepted_is_said(page):
    select(page, "selected=duty:krisesenterlova-4")
    assert "krisesenterlova § 4 (not verified)" in panel(page).text_content()
    accepted = page.evaluate(
        """() => {
          const { findings } = JSON.parse(document.getElementById("map-data").textContent);
          const { rule, subject, related } = findings.find((one) => one.accepted).identity;
          return `${rule}|${subject}|${related}`;
        }"""
    )
    select(page, f"selected={accepted}")
    assert panel(page).locator("dt").first.text_content() == "Accepted"


def test_an_ordinary_tie_has_its_two_ends_and_facts(page):
    tie = page.evaluate(
        """() => JSON.parse(document.getElementById("map-data").textContent)
          .views[0].ties.find((one) => one.kind === "agreement").id"""
    )
    select(page, f"selected={tie}")
    assert panel(page).locator(".choices button").count() == 2
    assert panel(page).locator(".facts-of li").count() >= 1


def test_a_cell_of_the_sectors_selects_what_it_counts(page):
    page.get_by_role("tab", name="Sectors").click()
    cells = page.locator("table.half button")
    assert page.locator("table.half button[tabindex='0']").count() == 1
    cells.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#caption h2").is_visible()
    assert page.locator("table.half [aria-pressed=true]").count() == 1


def test_what_is_chosen_twice_is_opened(page):
    page.evaluate("location.hash = 'selected=boligkontoret'")
    page.locator("#caption").get_by_role("button", name="Evidence").click()
    assert panel(page).is_visible()
    assert page.evaluate("document.activeElement.id") == "panel"


def test_escape_closes_and_so_does_the_button_and_the_focus_is_not_lost(page):
    page.get_by_role("button", name="Large screen").focus()
    select(page, "selected=boligkontoret")
    button(page, "Close").focus()
    page.keyboard.press("Escape")
    assert panel(page).is_hidden()
    assert page.evaluate("document.activeElement.tagName") != "BODY"
    select(page, "selected=boligkontoret")
    button(page, "Close").click()
    assert panel(page).is_hidden()


def test_focus_is_a_switch(page):
    select(page, "selected=imdi")
    focus = button(page, "Show only this and those around it")
    focus.click()
    assert focus.get_attribute("aria-pressed") == "true"
    assert "focus=imdi" in hash_of(page)
    assert focus.evaluate("one => one === document.activeElement")
    focus.click()
    assert "focus" not in hash_of(page)


def test_hidden_ones_are_listed_and_can_be_brought_back(page):
    for name in ("imdi", "boligkontoret"):
        select(page, hash_of(page).lstrip("#") + f"&selected={name}")
        button(page, "Hide from the map").click()
    hidden = page.locator("#hidden")
    assert hidden.get_by_role("button").all_text_contents() == [
        "Bring back IMDi",
        "Bring back Boligkontoret",
    ]
    hidden.get_by_role("button", name="Bring back IMDi").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Bring back Boligkontoret"
    page.keyboard.press("Enter")
    assert hidden.is_hidden()
    assert "hidden" not in hash_of(page)


def test_the_shortest_chain_to_somebody(page):
    select(page, "selected=boligkontoret")
    panel(page).get_by_label("Shortest chain to").select_option(label="Husbanken")
    button(page, "Show the chain").press("Enter")
    assert "chain=boligkontoret,husbanken" in hash_of(page)
    button(page, "Show everybody again").press("Enter")
    assert "chain" not in hash_of(page)


def test_hostile_text_is_text(visit):
    page = visit(map_page(hostile_graph())).page
    keys = page.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById("map-data").textContent);
          const ties = data.views.flatMap((view) => view.ties.map((tie) => tie.id));
          return [...data.nodes.map((node) => node.key), ...ties];
        }"""
    )
    shown = ""
    for key in keys:
        page.evaluate("key => { location.hash = `selected=${encodeURIComponent(key)}`; }", key)
        page.wait_for_function("() => !document.getElementById('panel').hidden")
        shown += panel(page).text_content()
    assert all(" ".join(text.split()) in " ".join(shown.split()) for text in HOSTILE)
    assert page.locator("#panel :is(img, script)").count() == 0


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("selected", ["boligkontoret", "missing|barneverntjenesten|boligkontoret"])
def test_nothing_is_in_the_way_of_anybody(visit, example, axe, width, selected):
    page = visit(example).page
    page.set_viewport_size({"width": width, "height": 720})
    select(page, f"selected={selected}")
    assert axe(page) == []
    assert page.evaluate(
        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
