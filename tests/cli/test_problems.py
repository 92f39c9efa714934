"""Equal problems are told together; all are in JSON."""

import json

import pytest

from samordning_graph.cli.problems import problem_lines
from samordning_graph.common.locale import in_language
from samordning_graph.schema.problem import Problem
from samordning_graph.schema.problem_kinds import EMPTY_CELL, UNKNOWN_WORD
from samordning_graph.schema.source_location import SourceLocation
from tests.helpers.files import csv_folder
from tests.helpers.running import invoke


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield


def empty(row, column="name"):
    return Problem(EMPTY_CELL, SourceLocation("units.csv", row=row, column=column), "empty.")


def unknown(row):
    place = SourceLocation("units.csv", row=row, column="sector")
    return Problem(UNKNOWN_WORD, place, f"«{row}» is no word.", str(row), "Did you?")


def test_one_problem_is_a_line():
    assert list(problem_lines([empty(2)])) == ["units.csv, row 2, column «name»: E10 empty."]


def test_the_same_problem_in_many_rows_is_one_line():
    found = [*map(empty, range(2, 216)), empty(2, "sector")]
    assert list(problem_lines(found)) == [
        "units.csv, column «name»: E10 A cell that is needed is empty:"
        " 214 rows (2, 3, 4 and 211 more). Empty.",
        "units.csv, row 2, column «sector»: E10 empty.",
    ]


def test_many_different_problems_of_a_kind_are_counted():
    *first, last = problem_lines([unknown(row) for row in range(85_000)])
    assert len(first) == 20
    assert first[3] == "units.csv, row 3, column «sector»: E11 «3» is no word. Did you?"
    assert last == (
        "units.csv: E11 A word is not in the list: another 84980 rows (20, 21, 22 and 84977 more)."
        " `samordning check --format json` lists all."
    )


def test_all_are_in_json_and_in_the_summary(tmp_path):
    units = "name;sector\n" + "".join(f"A{number};\n" for number in range(30))
    folder = csv_folder(tmp_path, units=units, participation="actor;arena\n")
    text = invoke("check", folder)
    assert text.exit_code == 2
    assert len([line for line in text.stdout.splitlines() if "E10" in line]) == 1
    assert "30" in text.stdout.splitlines()[-1]
    rows = json.loads(invoke("check", folder, "--format", "json").stdout)["problems"]
    assert [row["code"] for row in rows].count("E10") == 30
