"""`samordning metrics`: what it prints where, what it writes, and what it loads."""

import json
import shutil

import pytest

from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, DAY, STORD, invoke, run
from tests.repository.test_architecture import RUN, loaded

EXAMPLE = DATA / "eksempel"
LINKED = {"links": "from;to;agreement;valid_to\nBolig;Rus;Avtale;2026-11-23\n"}


def figures(*arguments: object) -> dict:
    return json.loads(invoke("metrics", *arguments, "--format", "json").stdout)


def test_the_figures_are_printed_with_their_expected_value():
    result = run("metrics", EXAMPLE, *DAY)

    assert result.returncode == 0
    assert "Eiendomsavdelingen" in result.stdout
    assert "0,78" in result.stdout
    assert "W04" in result.stderr


@pytest.mark.parametrize(
    ("format_name", "begins"), [("json", "{"), ("csv", "\ufeff"), ("html", "<!doctype html>")]
)
def test_each_format_goes_to_stdout_and_nothing_else_does(format_name: str, begins: str):
    result = run("metrics", EXAMPLE, "--format", format_name)

    assert result.returncode == 0
    assert result.stdout.startswith(begins)


@pytest.mark.parametrize("name", ["tall.html", "tall.csv", "tall.json", "tall.txt"])
def test_the_name_of_the_file_says_the_format(tmp_path, name: str):
    out = tmp_path / name
    result = invoke("metrics", STORD, "-o", out, *DAY)

    assert result.exit_code == 0
    assert result.stdout == ""
    assert name in result.stderr
    assert "Stord" in out.read_text(encoding="utf-8")


def test_many_municipalities_are_one_file_in_every_format(tmp_path):
    for name in ("tall.html", "tall.csv", "tall.json", "tall.txt"):
        assert invoke("metrics", DATA, "-o", tmp_path / name, *DAY).exit_code == 0
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "Stord" in text
        assert "Balsfjord" in text
    many = json.loads((tmp_path / "tall.json").read_text(encoding="utf-8"))

    assert many["format"] == "samordning-metrics-many"
    assert [document["municipality"]["number"] for document in many["metrics"]] == [
        "0000",
        "3101",
        "4614",
        "5532",
        "5603",
    ]


def test_the_day_decides_which_agreements_are_links(tmp_path):
    folder = csv_folder(tmp_path / "kommune", **LINKED)
    before, after = (figures(folder, "--as-of", day) for day in ("2026-11-23", "2026-11-24"))

    assert (before["network"]["links"], after["network"]["links"]) == (1, 0)
    assert after["options"]["as_of"] == "2026-11-24"


@pytest.mark.parametrize(
    ("option", "value", "seats"),
    [("--max-arena-size", "1", 0), ("--max-arena-size", "2", 2), ("--min-meetings", "5", 0)],
)
def test_arenas_are_set_aside_by_size_and_by_how_often_they_meet(
    tmp_path, option: str, value: str, seats: int
):
    folder = csv_folder(tmp_path / "kommune", arenas="name;meetings_per_year\nForum;4\n")

    assert figures(folder, option, value)["two_mode"]["memberships"] == seats


def test_two_runs_give_the_same_figures():
    assert figures(EXAMPLE, *DAY) == figures(EXAMPLE, *DAY)


def test_problems_go_to_stderr_and_nothing_is_written(tmp_path):
    broken = csv_folder(tmp_path / "feil", units="name;sector\nBolig;bolg\n")
    result = invoke("metrics", broken, "-o", tmp_path / "tall.json")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "E11" in result.stderr
    assert not (tmp_path / "tall.json").exists()


def test_an_input_is_not_written_over(tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "stord")
    before = (folder / "units.csv").read_bytes()

    assert invoke("metrics", folder, "-o", folder / "units.csv").exit_code == 2
    assert (folder / "units.csv").read_bytes() == before


@pytest.mark.parametrize("wrong", [("--format", "md"), ("-o", "tall.xlsx"), ("--as-of", "i dag")])
def test_what_cannot_be_understood_is_one_clear_message(wrong: tuple[str, str]):
    result = invoke("metrics", STORD, *wrong)

    assert result.exit_code == 2
    assert result.stdout == ""


def test_it_loads_no_number_cruncher_and_no_page():
    unneeded = {"numpy", "scipy", "pandas", "rich", "openpyxl", "jinja2", "pyvis"}

    assert not loaded(RUN, "metrics", "data/eksempel") & unneeded
