"""The drawing in docs/architecture.md is the layers that import-linter holds, and names what is there."""

import re
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "samordning_graph"


def contract():
    """Return the floors of the first contract, from the top."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [layer.split(" | ") for layer in layers]


def drawn():
    """Return the floors of the drawing, from the top."""
    lines = re.findall(r"^│(.*)│.*$", PAGE, re.MULTILINE)
    return [[room.strip() for room in line.split("│")] for line in lines]


def rooms():
    return {
        path.name
        for path in PACKAGE.iterdir()
        if path.is_dir() and any(path.glob("*.py")) and path.name != "__pycache__"
    }


def test_the_drawing_is_the_contract():
    assert drawn() == contract()


def test_every_folder_of_the_package_is_a_room_of_the_drawing():
    assert {room for floor in drawn() for room in floor} == rooms()


def test_every_room_is_in_the_table_with_its_sentence():
    described = re.findall(r"^\| `(\w+)` \| [A-Z].+\. \|$", PAGE, re.MULTILINE)

    assert set(described) == rooms()


def test_nothing_else_lies_at_the_top_of_the_package():
    files = {path.name for path in PACKAGE.iterdir() if path.is_file()}

    assert files == {"__init__.py", "__main__.py", "py.typed"}


@pytest.mark.parametrize("file", sorted(set(re.findall(r"`(\w+(?:/\w+)+(?:\.py|/))`", PAGE))))
def test_every_file_and_folder_that_the_page_names_is_there(file):
    assert (PACKAGE / file).exists() or (ROOT / file).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:\w+\.)+\w+)`", PAGE))))
def test_every_function_that_the_page_names_is_there(name):
    if name.endswith((".py", ".md", ".toml")) or name[0].isupper():
        return
    module, _dot, function = f"samordning_graph.{name}".rpartition(".")
    assert hasattr(import_module(module), function) or find_spec(f"{module}.{function}")
