from typing import Any

import pytest
from hypothesis import settings

from samordning_graph.common.locale import DEFAULT_LANGUAGE, use_language
from tests.helpers.browsers import not_here
from tools.provide import CHROMIUM, CHROMIUM_ARGUMENTS, FIREFOX, ROOT, program

# A busy machine is no failure: nothing here is about time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def norwegian(monkeypatch):
    """Every test begins in the default language, whatever the one before it used."""
    monkeypatch.delenv("SAMORDNING_LANG", raising=False)
    use_language(DEFAULT_LANGUAGE)


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium."""
    path = program(CHROMIUM) or not_here("no Chromium was found (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def firefox(tmp_path):
    """A running Firefox with one empty page."""
    path = program(FIREFOX) or not_here("no Firefox was found (apt-get install firefox-esr)")
    from tests.helpers.firefox import firefox

    with firefox(path, tmp_path) as browser:
        yield browser


@pytest.fixture(scope="session")
def axe():
    """Return the serious and critical violations that axe-core finds in a page as it is now."""
    file = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not file.exists():
        not_here("no axe-core was found (npm ci)")
    source = file.read_text(encoding="utf-8")

    def violations(page: Any) -> list[str]:
        # Evaluated and not put into the page, whose policy allows no script but its own.
        page.evaluate(source)
        found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
        return [
            f"{violation['impact']} {violation['id']}: {node['html']}"
            for violation in found["violations"]
            if violation["impact"] in {"serious", "critical"}
            for node in violation["nodes"]
        ]

    return violations
