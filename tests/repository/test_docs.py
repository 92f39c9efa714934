"""The documentation says what the program does: its examples run."""

import re
import shutil
from dataclasses import astuple
from pathlib import Path

import pytest

from samordning_graph import build, read_model
from samordning_graph.common.locale import in_language
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, Ground
from samordning_graph.graph.duties import applicable_duties, is_the_municipality
from samordning_graph.graph.duty_coverage import duty_coverage
from samordning_graph.graph.graph import AnalysisOptions, node_name
from samordning_graph.graph.pair_figures import share_in_words
from samordning_graph.input.overlay import overlaid
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.rules.shared.duty_sides import sides_of
from samordning_graph.schema.duty import Tier
from samordning_graph.schema.duty_register import read_duties
from tests.helpers.running import invoke
from tests.helpers.tiny import TODAY
from tools import command_line_page

ROOT = Path(__file__).parents[2]
COVERAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
DUTIES_PAGE = (ROOT / "docs" / "duties.md").read_text(encoding="utf-8")


def test_the_page_on_the_command_line_says_what_the_commands_say():
    kept = command_line_page.FILE.read_text(encoding="utf-8")

    assert kept == command_line_page.page(), "run `make fresh`"


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
    ids = {node_name(five_actors, id_): id_ for id_ in engine.ids}
    documented = {tuple(row[0].split(" – ")): row[1] for row in rows(COVERAGE, "pair")}
    assert len(documented) == engine.counts().all == 10
    for (first, second), coverage in documented.items():
        assert engine.coverage(ids[first], ids[second]) == coverage, (first, second)


def test_the_page_on_coverage_gives_the_congruence_of_the_program(five_actors):
    engine = pair_engine(five_actors)
    for ground, *figures, share in rows(COVERAGE, "ground"):
        grounds = tuple(Ground) if ground == "all" else (Ground(ground),)
        congruence = engine.congruence(*grounds)
        assert tuple(int(figure) for figure in figures) == astuple(congruence)
        with in_language("en"):
            assert share == share_in_words(congruence)


def test_the_page_on_coverage_gives_the_masks_of_the_program(five_actors):
    engine = pair_engine(five_actors)
    (masks,) = [block for block in blocks(COVERAGE, "") if "missing" in block]
    documented = {
        line.split()[0]: int(line.split()[1], 2)
        for line in masks.splitlines()
        if line and not line.startswith(" ")
    }
    needed = engine.needed(0, *Ground)
    assert engine.pairs(0) == documented["pairs"]
    assert engine.linked.row(0) == documented["linked"]
    assert engine.meets.row(0) == documented["meets"]
    assert engine.needs(Ground.GOAL).row(0) == documented["needs"]
    assert engine.not_assessed(0, needed) == documented["unknown"]
    assert engine.missing(0, needed) == documented["missing"]


@pytest.fixture(scope="module")
def five_actors_and_more(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    for name_, text in zip(("five", "more"), blocks(COVERAGE, "yaml"), strict=True):
        (folder / f"{name_}.yaml").write_text(text, encoding="utf-8")
    whole = overlaid(read_source(folder / "five.yaml"), read_source(folder / "more.yaml"))
    return build(validate(whole, TODAY))


def said_of_duties(graph):
    words = {True: "documented", False: "not documented", None: "not assessed"}
    documented = {}
    for duty in applicable_duties(graph):
        if duty.applies_if:
            continue
        sides = [
            "the municipality"
            if is_the_municipality(side)
            else ", ".join(node_name(graph, id_) for id_ in ids) or "nobody"
            for ids, side in zip((duty.a, duty.b), sides_of(duty), strict=True)
        ]
        citation = duty.duty.citation if duty.duty else "local requirement"
        documented[citation] = [*sides, words[duty_coverage(graph, duty).documented]]
    return documented


def test_the_page_on_coverage_gives_the_duties_of_the_program(five_actors, five_actors_and_more):
    first, second = (
        {citation: cells for citation, *cells in rows(table, "duty")}
        for table in (COVERAGE, COVERAGE[COVERAGE.index("two more apply") :])
    )
    assert said_of_duties(five_actors) == first
    assert said_of_duties(five_actors_and_more) == first | second


def test_the_page_on_coverage_gives_the_pairs_by_duty(five_actors, five_actors_and_more):
    documented = {
        when: [int(figure) for figure in figures] for when, *figures in rows(COVERAGE, "duties")
    }
    for when, graph in (("before", five_actors), ("after", five_actors_and_more)):
        congruence = pair_engine(graph).congruence(*DUTY_GROUNDS)
        assert [*astuple(congruence)] == documented[when]


def test_the_register_on_the_page_on_duties_is_one_and_says_what_the_page_says(tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(blocks(DUTIES_PAGE, "yaml")[0], encoding="utf-8")
    graph = build(
        read_model(ROOT / "data" / "eksempel", TODAY), AnalysisOptions(duties=read_duties(file))
    )
    computed = {
        applicable.id: [
            str(len(applicable.a)),
            str(len(applicable.b)),
            "documented" if duty_coverage(graph, applicable).documented else "not documented",
        ]
        for applicable in applicable_duties(graph)
        if applicable.duty
    }
    assert computed == {id_: documented for id_, *documented in rows(DUTIES_PAGE, "id")}


def test_the_page_on_duties_names_every_tier_and_every_key():
    tiers = {row[0].strip("`") for row in rows(DUTIES_PAGE, "tier")}
    assert tiers == {str(tier) for tier in Tier if tier is not Tier.LOCAL}


def commands(text):
    return [
        line.partition("#")[0].strip()
        for block in blocks(text, "sh")
        for line in block.splitlines()
        if line.startswith("samordning ")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("page", ["duties.md", "kom-i-gang.md"])
def test_the_commands_on_a_page_run(page, tmp_path, monkeypatch):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    shutil.copytree(ROOT / "data" / "eksempel", tmp_path / "data" / "eksempel")
    (tmp_path / "my.yaml").write_text(blocks(DUTIES_PAGE, "yaml")[0], encoding="utf-8")
    for name_ in ("kommune", "i-fjor", "nabokommune"):
        shutil.copy(ROOT / "data" / "eksempel" / "eksempel.xlsx", tmp_path / f"{name_}.xlsx")
    for name_ in ("bolig", "rus"):
        shutil.copytree(ROOT / "data" / "eksempel", tmp_path / "svar" / name_)
    monkeypatch.chdir(tmp_path)
    assert commands(text)
    for command in commands(text):
        done = invoke(*command.split()[1:])
        assert done.exit_code == 0, (command, done.stderr)


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
