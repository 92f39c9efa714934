"""What lies in visualisations/ is what its command writes today."""

import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests.map.conftest import not_here
from tools import visualisations
from tools.provide import CHROMIUM, program

pytestmark = pytest.mark.browser
README = (visualisations.FOLDER / "README.md").read_text(encoding="utf-8")


def drawn(file):
    """Return what a picture shows: its texts, and how many of each shape.

    Not where it stands to a pixel: that hangs on the letters that a machine has.
    """
    elements = list(ElementTree.parse(file).iter())
    kinds = sorted(one.tag.rpartition("}")[2] for one in elements)
    words = " ".join("".join(one.itertext()) for one in elements if one.tag.endswith("}text"))
    return kinds.count("rect"), kinds.count("path"), kinds.count("circle"), words.split()


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


def test_the_readme_shows_every_picture_and_no_other():
    shown = {line.partition("(")[2].rstrip(")") for line in README.splitlines() if line[:2] == "!["}
    assert shown == {file.name for file in visualisations.FOLDER.glob("*.svg")}
    assert len(shown) == len(visualisations.NAMES)
