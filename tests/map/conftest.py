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

SCREEN = {"width": 1280, "height": 720}


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
class Tab:
    """A tab of Chromium without network, and what has happened in it since it was opened."""

    page: Any
    file: str = ""
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    leaving: bool = False

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._answer)

    def _answer(self, dialog: Any) -> None:
        if self.leaving and dialog.type == "beforeunload":
            dialog.accept()
        else:
            self.dialogs.append(dialog.message)
            dialog.dismiss()

    def open(self, file: Path) -> None:
        """Open a file as a person does who has just started the browser."""
        self.file, self.leaving = file.as_uri(), False
        for happened in (self.console, self.requests, self.dialogs):
            happened.clear()
        self.page.goto(self.file)

    def leave(self) -> None:
        """Leave the page, and put back what outlives one."""
        self.leaving = True
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(SCREEN)
        self.page.context.clear_permissions()


def new_tab(chromium: Any, **options: Any) -> Tab:
    context = chromium.new_context(viewport=SCREEN, **options)
    context.set_offline(True)
    return Tab(context.new_page())


@pytest.fixture(scope="module")
def tabs(chromium):
    """The tabs that a module uses again: a new one takes four times as long as a new page in it."""
    free: list[Tab] = []
    yield free
    for tab in free:
        tab.page.context.close()


@pytest.fixture
def visit(chromium, tabs, tmp_path):
    """Open a page as a file, without network; in the end nothing was said, fetched or asked.

    A page that needs options of its own gets a tab of its own.
    """
    used, own = [], []

    def open_(html: str, **options: Any) -> Tab:
        file = Path(tmp_path, "kart.html")
        file.write_text(html, encoding="utf-8")
        tab = tabs.pop() if tabs and not options else new_tab(chromium, **options)
        (own if options else used).append(tab)
        tab.open(file)
        return tab

    yield open_
    for tab in used:
        tab.leave()
    for tab in own:
        tab.page.context.close()
    for tab in (*used, *own):
        assert tab.console == []
        assert tab.requests == [tab.file]
        assert tab.dialogs == []
    tabs.extend(used)


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
