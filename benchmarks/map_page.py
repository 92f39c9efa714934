"""The map: how soon it is drawn, how smoothly it moves, what it costs to make and how large it is."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks import generate
from benchmarks.measure import Line, ms, timed
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import Graph
from samordning_graph.map.gaps import map_findings
from samordning_graph.map.page.html_page import map_page
from samordning_graph.map.view import View
from samordning_graph.map.views.actors import actors_view
from samordning_graph.map.views.registry import VIEWS, build_view
from tools.provide import CHROMIUM, CHROMIUM_ARGUMENTS, program

REPETITIONS = 5
# Units and arenas together: an arena for every six or seven actors.
MEDIUM_SIZE, LARGE_SIZE = 430, 1724
LARGE_TIES = 8000
PANNING_SECONDS = 3.0
"""Seconds that the picture is dragged."""
TIMEOUT_MS = 300_000
"""Milliseconds: the stock page lays out its graph in the browser."""
DRAWN = "() => performance.getEntriesByName('drawn').length > 0"
WHEN = "() => performance.getEntriesByName('drawn')[0].startTime / 1000"
COUNT_PICTURES = """
  window.pictures = [];
  const count = (now) => { pictures.push(now); requestAnimationFrame(count); };
  requestAnimationFrame(count);
"""
TELL_WHEN_PLACED = """
  network.once("afterDrawing", () => performance.mark("drawn"));
"""
TELL_WHEN_STABLE = """
  network.once("stabilizationIterationsDone", () =>
    network.once("afterDrawing", () => performance.mark("drawn")));
"""

Open = Callable[..., Any]
"""Opens a page from its text, and returns it when it has been drawn."""


def measure() -> Iterator[Line]:
    """Yield the lines of this benchmark."""
    medium = build(generate.model(generate.municipality("0301", MEDIUM_SIZE)))
    large = build(generate.model(_crowded(LARGE_SIZE, LARGE_TIES)))
    yield from _making(medium, 1.5)
    yield from _making(large, 10)
    bare = len(map_page(build(generate.model(generate.municipality("0301", 6)))).encode()) / 1e6
    yield _at_most("page with hardly any data: 6 actors", bare, 0.8, f"{bare:.2f} MB")
    path = program(CHROMIUM)
    if path is None:
        yield Line("in the browser", "skipped: no Chromium was found")
        return
    with _browser(path) as open_:
        yield from _opening(medium, 0.5, open_)
        yield from _stock(actors_view(medium), open_)
        yield from _opening(large, 1.5, open_)
        yield _panning(large, open_)


def _crowded(actors: int, ties: int) -> generate.Tables:
    """Return a municipality whose view of actors has so many ties: more take part in more."""
    tables = generate.municipality("0301", actors)
    chance = Random(ties)
    everyone = [row["id"] for table in ("units", "external_actors") for row in tables[table]]
    arenas = [row["id"] for row in tables["arenas"]]
    taken = {(row["actor"], row["arena"]) for row in tables["participation"]}
    # Those who meet are no longer missing each other, so that it takes more than one round.
    while (short := ties - len(actors_view(build(generate.model(tables))).ties)) > 0:
        for _ in range(short):
            seat = chance.choice(everyone), chance.choice(arenas)
            if seat not in taken:
                taken.add(seat)
                tables["participation"].append(
                    {"actor": seat[0], "arena": seat[1], "role": "medlem"}
                )
    return tables


def _making(graph: Graph, limit: float) -> Iterator[Line]:
    """Yield what the page costs in Python: placing alone, then all of it."""
    telling = timed(lambda: map_findings(graph))
    placed = timed(lambda: [build_view(graph, view) for view in VIEWS])
    page = timed(lambda: map_page(graph))
    size = _size(actors_view(graph))
    yield _at_most(f"layout of all views, {size}", placed, limit, ms(placed))
    yield Line(
        f"findings told, and the whole page after that, {size}", f"{ms(telling)}; {ms(page)}"
    )


def _opening(graph: Graph, limit: float, open_: Open) -> Iterator[Line]:
    html = map_page(graph)
    took = median(open_(html).evaluate(WHEN) for _ in range(REPETITIONS))
    what = f"from opening to the first picture of the actors, {_size(actors_view(graph))}"
    yield _at_most(what, took, limit, ms(took))


def _stock(view: View, open_: Open) -> Iterator[Line]:
    """Yield the same nodes and ties in pyvis's own page: in our places, and laid out as it does it."""
    what = f"the same in the page that pyvis writes, {_size(view)}"
    placed, free = _stock_page(view, placed=True), _stock_page(view, placed=False)
    took = median(open_(placed, view="").evaluate(WHEN) for _ in range(REPETITIONS))
    yield Line(f"{what}, in our places", ms(took))
    yield Line(f"{what}, once", ms(open_(free, view="").evaluate(WHEN)))


def _stock_page(view: View, *, placed: bool) -> str:
    from pyvis.network import Network

    stock = Network(cdn_resources="in_line")
    for node in view.nodes:
        x, y = view.positions[node.key]
        stock.add_node(node.key, label=node.name, **({"x": x, "y": y} if placed else {}))
    for tie in view.ties:
        stock.add_edge(tie.source, tie.target)
    stock.toggle_physics(not placed)
    tell = TELL_WHEN_PLACED if placed else TELL_WHEN_STABLE
    return f"drawGraph();\n{tell}".join(stock.generate_html().rsplit("drawGraph();", 1))


def _panning(graph: Graph, open_: Open) -> Line:
    page = open_(map_page(graph))
    stage = page.locator("#map canvas").bounding_box()
    left, top = stage["x"] + 5, stage["y"] + 5
    page.mouse.move(left, top)
    page.mouse.down()
    page.evaluate("() => { pictures.length = 0; }")
    end, step = perf_counter() + PANNING_SECONDS, 0
    while perf_counter() < end:
        step += 1
        page.mouse.move(left + step % 200, top + step % 100)
    page.mouse.up()
    pictures = page.evaluate("() => pictures")
    rate = (len(pictures) - 1) * 1000 / (pictures[-1] - pictures[0])
    what = f"pictures a second while it is dragged, {_size(actors_view(graph))}"
    return Line(what, f"{rate:.0f}", "> 30", rate > 30)


@contextmanager
def _browser(path: str) -> Iterator[Open]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))

        def open_(html: str, view: str = "#view=actors") -> Any:
            file = Path(folder, "page.html")
            file.write_text(html, encoding="utf-8")
            for context in browser.contexts:
                context.close()
            context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
            context.add_init_script(COUNT_PICTURES)
            page = context.new_page()
            page.goto(file.as_uri() + view, wait_until="commit")
            page.wait_for_function(DRAWN, timeout=TIMEOUT_MS)
            return page

        yield open_
        browser.close()


def _size(view: View) -> str:
    return f"{len(view.nodes):,} nodes and {len(view.ties):,} ties"


def _at_most(what: str, value: float, limit: float, figure: str) -> Line:
    unit = "MB" if figure.endswith("MB") else "s"
    return Line(what, figure, f"≤ {limit:g} {unit}", value <= limit)
