import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.page.html_page import map_page
from tools.provide import CHROMIUM, CHROMIUM_ARGUMENTS, FIREFOX, ROOT, program


def not_here(reason: str) -> NoReturn:
    """Skip at a desk, fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


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
def graph():
    """The graph of the example municipality."""
    return build(read_model("data/eksempel"))


@pytest.fixture(scope="session")
def example(graph):
    """Its map, in Norwegian."""
    with in_language("nb"):
        return map_page(graph)


@dataclass
class Visit:
    """An open page, and what happened in it."""

    page: Any
    file: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture
def visit(chromium, tmp_path):
    """Open a page as a file, without network; in the end nothing was said, fetched or asked."""
    opened = []

    def open_(html: str, **options: Any) -> Visit:
        file = Path(tmp_path, "kart.html")
        file.write_text(html, encoding="utf-8")
        context = chromium.new_context(viewport={"width": 1280, "height": 720}, **options)
        context.set_offline(True)
        one = Visit(context.new_page(), file.as_uri())
        one.page.on("console", lambda message: one.console.append(message.text))
        one.page.on("pageerror", lambda error: one.console.append(str(error)))
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.on("dialog", lambda dialog: (one.dialogs.append(dialog.message), dialog.dismiss()))
        one.page.goto(one.file)
        opened.append((context, one))
        return one

    yield open_
    for context, one in opened:
        context.close()
        assert one.console == []
        assert one.requests == [one.file]
        assert one.dialogs == []


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
            f"{one['impact']} {one['id']}: {node['html']}"
            for one in found["violations"]
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]

    return violations
