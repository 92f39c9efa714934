"""The menu of what is seldom needed: opened and closed by hand and by keyboard, without losing the focus."""

import pytest

from tests.map.page.menu import choose_in_menu

pytestmark = pytest.mark.browser
FOCUSED = "() => document.activeElement.matches('#menu summary')"


@pytest.fixture
def page(visit, example):
    return visit(example).page


def is_open(page):
    return page.locator("#menu[open]").count() == 1


def test_what_is_seldom_needed_is_out_of_the_way_until_it_is_opened(page):
    shown = page.locator("#tools > button:visible").all_inner_texts()
    assert shown == ["Møtemodus", "Storskjerm"]
    assert page.locator("[data-do=take-away]").is_hidden()
    page.locator("#menu summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-do=take-away]").is_visible()
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert page.evaluate(FOCUSED)


def test_it_closes_when_something_is_chosen_and_when_one_goes_elsewhere(page):
    choose_in_menu(page, "Filter")
    assert not is_open(page)
    assert page.locator("#side").is_visible()
    assert page.evaluate(FOCUSED)
    page.locator("#menu summary").click()
    page.locator("#message").click()
    assert not is_open(page)


def test_it_stays_open_where_one_goes_on(page):
    choose_in_menu(page, "Zoom inn")
    assert is_open(page)


def test_after_a_dialog_the_focus_is_back_at_the_menu(page):
    choose_in_menu(page, "Tastatur")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED)


def test_a_view_that_is_a_table_has_nothing_to_zoom(page):
    page.locator("#tab-goals").click()
    page.locator("#menu summary").click()
    assert page.locator("[data-do=zoom-in]").is_hidden()
    assert page.locator("[data-do=all-ties]").is_hidden()


def test_the_open_menu_is_accessible(page, axe):
    page.locator("#menu summary").click()
    assert axe(page) == []
