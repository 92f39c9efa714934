"""The page that was built, opened from disk in Firefox with the network off."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("web")]
WHEN = """new Promise((done) => {{
  const look = () => document.querySelector({selector!r}) ? done(true) : setTimeout(look, 50);
  look();
}})"""
BROKEN = "#broken:not([hidden])"


def when(browser, selector):
    browser.evaluate(WHEN.format(selector=f"{selector}, {BROKEN}"))
    assert browser.evaluate("document.getElementById('broken').textContent") == ""


def click(browser, id_):
    browser.evaluate(f"(document.getElementById('{id_}').click(), true)")


def test_it_answers_and_fetches_nothing(firefox, built):
    firefox.open(built.as_uri())
    when(firefox, "body[data-ready]")
    click(firefox, "example")
    when(firefox, "#result:not([hidden])")

    assert "Eksempelvik" in firefox.evaluate("document.getElementById('municipality').textContent")
    for tab in ("report", "map"):
        click(firefox, f"tab-{tab}")
        when(firefox, f"#{tab} iframe")
    # What the page holds itself is no request; nor are the letters of Firefox's own icons.
    requests = {url for url in firefox.requests if not url.startswith(("blob:", "data:"))}
    assert requests <= {built.as_uri()}
    assert firefox.console == []
