"""`samordning check`: the problems are the result, so they are on stdout."""

import json
import shutil

import pytest

from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, invoke, run

KEYS = ["code", "severity", "file", "sheet", "row", "column", "value", "message", "suggestion"]


@pytest.fixture
def broken(tmp_path):
    return csv_folder(
        tmp_path / "feil",
        units="name;sector\nBolig;bolg\nRus;helse\n",
        participation="actor;arena\nBolig;Forun\nRus;Forum\n",
        referrals="from;to;_eget\nRus;Bolig;x\n",
    )


def test_problems_are_listed_on_stdout_in_order_with_a_line_that_sums_up(broken):
    result = run("check", broken)
    lines = result.stdout.splitlines()

    assert result.returncode == 2
    assert result.stderr == ""
    assert [line.split(": ")[1].split()[0] for line in lines[:-1]] == ["E14", "W07", "E11"]
    assert "participation.csv" in lines[0]
    assert "«Forum»" in lines[0]
    assert lines[-1].startswith("2 ")
    assert " 2 " in lines[-1]


def test_every_problem_is_an_object_in_json(broken):
    result = run("check", broken, "--format", "json")
    found = json.loads(result.stdout)["problems"]

    assert result.returncode == 2
    assert [list(problem) for problem in found] == [KEYS] * 3
    assert [(problem["code"], problem["severity"], problem["row"]) for problem in found] == [
        ("E14", "error", 2),
        ("W07", "warning", 1),
        ("E11", "error", 2),
    ]
    assert found[2]["column"] == "sector"
    assert found[2]["value"] == "bolg"
    assert found[2]["sheet"] is None


def test_sound_data_end_with_0_and_say_so(tmp_path):
    result = invoke("check", csv_folder(tmp_path / "god"))

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_warnings_end_with_0():
    result = invoke("check", DATA / "stord")

    assert result.exit_code == 0
    assert "W03" in result.stdout
    assert "3" in result.stdout.splitlines()[-1]


def test_sound_data_are_an_empty_list_in_json(tmp_path):
    result = invoke("check", csv_folder(tmp_path / "god"), "--format", "json")

    assert json.loads(result.stdout) == {"problems": []}


def test_the_problems_of_many_municipalities_are_told_together(tmp_path, broken):
    shutil.copytree(broken, tmp_path / "alle" / "b")
    shutil.copytree(broken, tmp_path / "alle" / "a")
    csv_folder(tmp_path / "alle" / "god")
    result = invoke("check", tmp_path / "alle", "--format", "json")
    files = [problem["file"] for problem in json.loads(result.stdout)["problems"]]

    assert result.exit_code == 2
    assert len(files) == 6
    assert files == sorted(files)


def test_a_path_that_is_not_there_is_a_problem_like_others(tmp_path):
    result = invoke("check", tmp_path / "ikke", "--format", "json")
    (problem,) = json.loads(result.stdout)["problems"]

    assert result.exit_code == 2
    assert problem["code"] == "E01"


def test_a_cell_that_holds_a_book_is_quoted_in_part(tmp_path):
    folder = csv_folder(tmp_path / "kommune", units=f"name;sector\nBolig;{'bolg ' * 5000}\n")
    shown = invoke("check", folder).stdout

    assert max(map(len, shown.splitlines())) < 1500
    assert len(invoke("check", folder, "--format", "json").stdout) > 25_000
