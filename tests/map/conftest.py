from pathlib import Path
from typing import Any

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.page.html_page import map_page
from tests.helpers.browsers import Tab, new_tab


@pytest.fixture(scope="session")
def graph():
    """The graph of the example municipality."""
    return build(read_model("data/eksempel"))


@pytest.fixture(scope="session")
def example(graph):
    """Its map, in Norwegian."""
    with in_language("nb"):
        return map_page(graph)


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
