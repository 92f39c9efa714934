"""The search field: a combobox that finds, counts, and leads to the map."""

import pytest

from samordning_graph.map.page.html_page import map_page
from tests.map.page.test_html_page import HOSTILE, hostile_graph

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit, example):
    return visit(example).page


def options(page):
    return page.locator("#search-results li[data-key]")


def announced(page):
    return page.locator("#announcer").text_content()


def selected(page):
    return page.evaluate("() => new URLSearchParams(location.hash.slice(1)).get('selected')")


def test_it_finds_as_one_types_and_says_how_many(page):
    field = page.get_by_role("combobox", name="Søk")
    field.press_sequentially("plan og s")
    assert field.get_attribute("aria-expanded") == "true"
    assert "Plan og samfunnsutvikling" in options(page).first.text_content()
    assert "Kommunal enhet · Plan" in options(page).first.text_content()
    assert options(page).count() > 1
    assert announced(page) == f"Antall treff: {options(page).count()}"
    field.fill("qqqq")
    assert options(page).count() == 0
    assert announced(page) == "Ingen treff"


def test_a_sector_finds_those_who_are_in_it(page):
    page.get_by_role("combobox", name="Søk").fill("integrering")
    found = {option.get_attribute("data-key") for option in options(page).all()}
    assert found >= {"flyktningtjenesten", "voksenopplaeringen", "imdi"}


def test_arrows_choose_and_enter_goes_there(page):
    field = page.get_by_role("combobox", name="Søk")
    field.fill("bosetting")
    field.press("ArrowDown")
    first = options(page).first
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert first.get_attribute("aria-selected") == "true"
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowUp")
    last = options(page).last
    assert last.get_attribute("aria-selected") == "true"
    key = last.get_attribute("data-key")
    field.press("Enter")
    assert selected(page) == key
    assert field.input_value() == ""
    assert page.evaluate("() => document.activeElement.id") == "grid-goals"


def test_enter_alone_takes_the_best(page):
    page.get_by_role("combobox", name="Søk").fill("husb")
    page.keyboard.press("Enter")
    assert selected(page) == "husbanken"
    assert announced(page).startswith("Husbanken. Ekstern aktør")


def test_the_mouse_chooses_too(page):
    page.get_by_role("combobox", name="Søk").fill("husb")
    options(page).first.click()
    assert selected(page) == "husbanken"


def test_escape_clears_and_leaving_closes(page):
    field = page.get_by_role("combobox", name="Søk")
    field.fill("husb")
    field.press("Escape")
    assert field.input_value() == ""
    assert not page.locator("#search-results").is_visible()
    field.fill("husb")
    field.press("Tab")
    assert not page.locator("#search-results").is_visible()
    assert selected(page) is None


def test_it_stays_in_the_open_view_when_that_has_what_is_asked_for(page):
    page.get_by_role("combobox", name="Søk").fill("barne")
    page.keyboard.press("Enter")
    assert page.get_by_role("tab", selected=True).text_content() == "Aktører og arenaer"
    assert selected(page) == "barneverntjenesten"


def test_it_forgives_how_a_word_is_bent(page):
    page.get_by_role("combobox", name="Søk").fill("barnevernet")
    assert "Barneverntjenesten" in options(page).first.text_content()


def test_the_map_dims_to_what_the_arrows_are_at_before_it_is_chosen(page):
    field = page.get_by_role("combobox", name="Søk")
    picture = "() => document.querySelector('#map canvas').toDataURL()"
    before = page.evaluate(picture)
    field.fill("husb")
    field.press("ArrowDown")
    page.wait_for_function(f"({picture})() !== {before!r}")
    assert selected(page) is None
    field.press("Escape")
    page.wait_for_function(f"({picture})() === {before!r}")


def test_what_lies_in_another_view_is_marked_first_and_then_opens_that_view(page):
    page.get_by_role("combobox", name="Søk").fill("raskere bosetting")
    page.keyboard.press("Enter")
    assert page.get_by_role("tab", selected=True).text_content() == "Aktører og arenaer"
    assert options(page).first.get_attribute("aria-selected") == "true"
    assert "I visningen «Mål»" in options(page).first.text_content()
    page.keyboard.press("Enter")
    assert page.get_by_role("tab", selected=True).text_content() == "Mål"
    page.get_by_role("tab", name="Tabeller").click()
    page.get_by_role("combobox", name="Søk").fill("husb")
    page.keyboard.press("Enter")
    assert page.get_by_role("tab", selected=True).text_content() == "Aktører og arenaer"


def test_what_is_hidden_comes_back_when_it_is_asked_for(page):
    page.get_by_role("combobox", name="Søk").fill("husb")
    page.keyboard.press("Enter")
    page.keyboard.press("h")
    assert "Skjult: 1" in page.locator("#status").text_content()
    page.get_by_role("combobox", name="Søk").fill("husb")
    page.keyboard.press("Enter")
    assert "Skjult" not in page.locator("#status").text_content()
    assert selected(page) == "husbanken"


def test_what_is_hostile_is_text(visit):
    page = visit(map_page(hostile_graph())).page
    for text in HOSTILE:
        field = page.get_by_role("combobox", name="Søk")
        field.fill(text)
        names = [option.text_content() for option in page.locator("#search-results .name").all()]
        assert " ".join(text.split()) in names
        assert page.locator("#search-results :not(li):not(span)").count() == 0
        field.press("Enter")
        assert announced(page).startswith(" ".join(text.split()))
    assert page.locator("#announcer *").count() == 0
