"""What lies in visualisations/ is what its command writes today."""

import subprocess
import sys
from collections import Counter
from xml.etree import ElementTree

import pytest

from samordning_graph.map.views.registry import VIEWS
from tests.helpers.browsers import not_here
from tools import visualisations
from tools.provide import CHROMIUM, program

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("visualisations")]
SVG = "{http://www.w3.org/2000/svg}"
README = (visualisations.FOLDER / "README.md").read_text(encoding="utf-8")


def drawn(file):
    """Return what a picture shows: its nodes, its strokes and its words.

    Not where each is to a pixel: that depends on the letters that a machine has.
    """
    elements = list(ElementTree.parse(file).iter())
    nodes = Counter(
        (group.findtext(f"{SVG}title"), group[1].tag)
        for group in elements
        if group.tag == f"{SVG}g" and group.find(f"{SVG}title") is not None
    )
    strokes = Counter(
        (path.get("stroke"), path.get("stroke-width"), path.get("stroke-dasharray"))
        for path in elements
        if path.tag == f"{SVG}path"
    )
    texts = ("".join(text.itertext()) for text in elements if text.tag == f"{SVG}text")
    return nodes, strokes, " ".join(texts).split()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    if not program(CHROMIUM):
        not_here("no Chromium was found (apt-get install chromium)")
    folder = tmp_path_factory.mktemp("visualisations")
    # As make does it: in a process of its own.
    command = [sys.executable, "-m", "tools.visualisations", str(folder)]
    subprocess.run(command, cwd=visualisations.ROOT, check=True)
    return folder


@pytest.mark.parametrize("name", visualisations.NAMES.values())
def test_each_picture_is_fresh(written, name):
    picture = f"eksempel-{name}.svg"
    assert drawn(visualisations.FOLDER / picture) == drawn(written / picture), (
        "run make visualisations"
    )


def test_every_view_has_a_picture():
    assert {*visualisations.NAMES} == {*VIEWS}


def test_the_readme_shows_every_picture_and_no_other():
    shown = {line.partition("(")[2].rstrip(")") for line in README.splitlines() if line[:2] == "!["}
    assert shown == {file.name for file in visualisations.FOLDER.glob("*.svg")}
    assert len(shown) == len(visualisations.NAMES)
