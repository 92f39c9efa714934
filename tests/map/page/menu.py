"""The menu of the map, as a person uses it."""

from typing import Any


def open_menu(page: Any) -> None:
    """Open the menu, if it is not open."""
    page.locator("#menu:not([open]) summary, #menu[open]").first.wait_for()
    if page.locator("#menu[open]").count() == 0:
        page.locator("#menu summary").click()


def choose_in_menu(page: Any, name: str) -> None:
    """Open the menu, and click what has this name in it."""
    open_menu(page)
    page.locator("#menu").get_by_role("button", name=name, exact=True).click()
