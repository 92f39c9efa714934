"""Writes visualisations/: the map of `data/eksempel`, a picture of each of its views, one in pyvis.

`python -m tools.visualisations [FOLDER]` opens the map in Chromium and saves each view as a person does,
with the button «Save and print». The pictures are committed; the pages are not, since they hold
vis-network, which comes from an installed package.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from samordning_graph.common.atomic_write import write_text_atomically
from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.input.read_model import read_model
from samordning_graph.map.page.html_page import map_page
from samordning_graph.map.pyvis_network import pyvis_network
from samordning_graph.map.views.registry import VIEWS
from tools.provide import CHROMIUM, CHROMIUM_ARGUMENTS, chromium, program

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "visualisations"
EXAMPLE = ROOT / "data" / "eksempel"
EXAMPLE_DAY = date(2026, 11, 23)
"""What `today` is in the pictures, so that they change only when the program or the data do."""
NAMES = {"actors": "aktorer", "arenas": "arenaer", "sectors": "sektorer", "goals": "mal"}
SCREEN = {"width": 1600, "height": 900}


def main() -> int:
    """Write the pages and the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    chromium()
    page = write_page(folder)
    write_pyvis_page(folder)
    for picture in write_pictures(page):
        sys.stdout.write(f"{picture}\n")
    return 0


def write_page(folder: Path) -> Path:
    """Write the map of the example municipality into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "eksempel.html"
    with in_language("nb"):
        html = map_page(_example())
    write_text_atomically(file, lambda stream: stream.writelines([html]))
    return file


def write_pyvis_page(folder: Path) -> Path:
    """Write the sectors of the example municipality as a pyvis network."""
    file = folder / "pyvis-sektorer.html"
    with in_language("nb"):
        pyvis_network(_example(), view="sectors").write_html(str(file))
    return file


def _example() -> Graph:
    return build(read_model(EXAMPLE), AnalysisOptions(as_of=EXAMPLE_DAY))


def write_pictures(page: Path) -> list[Path]:
    """Write what each view of a page shows beside the page, and return the files."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(CHROMIUM), args=list(CHROMIUM_ARGUMENTS)
        )
        pictures = [_write_picture(browser, page, view) for view in VIEWS]
        browser.close()
    return pictures


def _write_picture(chromium: Any, page: Path, view: str) -> Path:  # noqa: ANN401 - playwright's browser
    tab = chromium.new_page(viewport=SCREEN)
    tab.goto(f"{page.resolve().as_uri()}#view={view}")
    tab.locator("[data-do=take-away]").dispatch_event("click")
    with tab.expect_download() as download:
        tab.locator("[data-take=svg]").click()
    file = page.with_name(f"eksempel-{NAMES[view]}.svg")
    download.value.save_as(file)
    tab.close()
    return file


if __name__ == "__main__":
    sys.exit(main())
