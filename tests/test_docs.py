"""The documentation says what the program does: its examples run."""

import re
from pathlib import Path

import pytest

from samordning_graph import build, read_model
from samordning_graph.coverage import Ground, pair_engine
from samordning_graph.graph import name
from tests.tiny import TODAY

ROOT = Path(__file__).parent.parent
COVERAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")


def blocks(text, language):
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [block for kind, block in found if kind == language]


def rows(text, first_header):
    table = text[text.index(f"| {first_header} |") :].split("\n\n")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]
    ]


@pytest.fixture(scope="module")
def five_actors(tmp_path_factory):
    file = tmp_path_factory.mktemp("docs") / "five.yaml"
    file.write_text(blocks(COVERAGE, "yaml")[0], encoding="utf-8")
    return build(read_model(file, TODAY))


def test_the_page_on_coverage_gives_every_pair_as_the_program_does(five_actors):
    engine = pair_engine(five_actors)
    ids = {name(five_actors, one): one for one in engine.ids}
    said = {tuple(row[0].split(" – ")): row[1] for row in rows(COVERAGE, "pair")}
    assert len(said) == engine.counts().all == 10
    for (one, other), coverage in said.items():
        assert engine.coverage(ids[one], ids[other]) == coverage, (one, other)


def test_the_page_on_coverage_gives_the_congruence_of_the_program(five_actors):
    engine = pair_engine(five_actors)
    for ground, *figures, share in rows(COVERAGE, "ground"):
        grounds = tuple(Ground) if ground == "all" else (Ground(ground),)
        one = engine.congruence(*grounds)
        assert [int(figure) for figure in figures] == [one.needed, one.met, one.not_assessed]
        assert share == f"{one.met} of {one.needed - one.not_assessed}"


def test_the_page_on_coverage_gives_the_masks_of_the_program(five_actors):
    engine = pair_engine(five_actors)
    (masks,) = [block for block in blocks(COVERAGE, "") if "missing" in block]
    said = {
        line.split()[0]: int(line.split()[1], 2)
        for line in masks.splitlines()
        if line and not line.startswith(" ")
    }
    needed = engine.needed(0, *Ground)
    assert engine.pairs(0) == said["pairs"]
    assert engine.linked.row(0) == said["linked"]
    assert engine.meets.row(0) == said["meets"]
    assert engine.needs[Ground.GOAL].row(0) == said["needs"]
    assert engine.not_assessed(0, needed) == said["unknown"]
    assert engine.missing(0, needed) == said["missing"]


def test_the_notebook_examples_run_and_give_what_they_say(monkeypatch):
    monkeypatch.chdir(ROOT)
    scope = {}
    text = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
    for block in blocks(text, "python"):
        exec(block, scope)
        for line in block.splitlines():
            code, arrow, answer = line.strip().partition("  # → ")
            if arrow:
                assert str(eval(code, scope)) == answer, line


def test_the_data_dictionary_is_fresh():
    from tools.data_dictionary import FILE, dictionary

    assert FILE.read_text(encoding="utf-8") == dictionary(), "run `make fresh`"
