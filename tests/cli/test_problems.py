"""Equal problems are told together; all are in JSON."""

import json

import pytest

from samordning_graph.cli.problems import problem_lines
from samordning_graph.common.locale import in_language
from samordning_graph.schema.problem import Problem
from samordning_graph.schema.problem_kinds import EMPTY_CELL, UNKNOWN_WORD
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.warning_kinds import NOT_MENTIONED, NOT_READ
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
        "Every row is listed by: samordning check PATH --format json",
    ]


def test_many_different_problems_of_a_kind_are_counted():
    *first, last, how_to_see_all = problem_lines([unknown(row) for row in range(85_000)])
    assert len(first) == 20
    assert first[3] == "units.csv, row 3, column «sector»: E11 «3» is no word. Did you?"
    assert last == (
        "units.csv: E11 A word is not in the list: another 84980 rows (20, 21, 22 and 84977 more)."
    )
    assert how_to_see_all == "Every row is listed by: samordning check PATH --format json"


def test_all_are_in_json_and_in_the_summary(tmp_path):
    units = "name;sector\n" + "".join(f"A{number};\n" for number in range(30))
    folder = csv_folder(tmp_path, units=units, participation="actor;arena\n")
    text = invoke("check", folder)
    assert text.exit_code == 2
    assert len([line for line in text.stdout.splitlines() if "E10" in line]) == 1
    assert "30" in text.stdout.splitlines()[-1]
    rows = json.loads(invoke("check", folder, "--format", "json").stdout)["problems"]
    assert [row["code"] for row in rows].count("E10") == 30


def test_the_details_of_each_row_are_in_json(tmp_path):
    words = [f"ukjent {number}" for number in range(30)]
    units = "name;sector\n" + "".join(f"A{word};{word}\n" for word in words)
    rows = json.loads(
        invoke(
            "check",
            csv_folder(tmp_path, units=units, participation="actor;arena\n"),
            "--format",
            "json",
        ).stdout
    )["problems"]
    unknown_words = [row for row in rows if row["code"] == "E11"]
    assert [row["value"] for row in unknown_words] == words
    assert [row["row"] for row in unknown_words] == [*range(2, 32)]
    assert all(row["value"] in row["message"] for row in unknown_words)


# What to do


def warning(kind, suggestion=""):
    return Problem(kind, SourceLocation("a.csv"), "left out.", suggestion=suggestion)


def test_warnings_that_do_not_say_what_to_do_say_where_it_stands():
    *_, last = problem_lines(
        [warning(NOT_READ), warning(NOT_MENTIONED), warning(NOT_READ, "Do x.")]
    )
    assert last == "What to do: samordning explain W03 W07"
    assert list(problem_lines([warning(NOT_READ, "Do x.")])) == ["a.csv: W07 left out. Do x."]


def test_the_page_of_what_is_left_out_says_how_it_is_read(tmp_path):
    folder = csv_folder(tmp_path / "k", {"notat.pdf": b"x"})
    assert "samordning explain W07" in invoke("report", folder).stderr
    assert "egen mappe" in " ".join(invoke("explain", "W07").stdout.split())


# Once


def test_a_command_that_reads_twice_warns_once(tmp_path):
    folder = csv_folder(tmp_path / "k", units="name;sector\nBolig;bolig\nRus;helse\nAlene;plan\n")
    steps = tmp_path / "steg.yaml"
    assert invoke("suggest", folder, "-o", steps).exit_code == 0
    for arguments in (
        ("report", folder, "--what-if", steps),
        ("report", folder, "--baseline", folder),
        ("diff", folder, folder),
    ):
        lines = invoke(*arguments).stderr.splitlines()
        assert any("W03" in line for line in lines)
        assert len(lines) == len(set(lines))


def test_a_command_that_counts_the_warnings_counts_each_once(tmp_path):
    folder = csv_folder(tmp_path / "k", units="name;sector\nBolig;bolig\nRus;helse\nAlene;plan\n")
    (line,) = invoke("compare", folder, folder).stderr.splitlines()

    assert line.endswith(f"samordning check {folder}")


def test_two_commands_in_one_process_both_warn(tmp_path):
    folder = csv_folder(tmp_path / "k", units="name;sector\nBolig;bolig\nRus;helse\nAlene;plan\n")
    assert invoke("report", folder).stderr == invoke("report", folder).stderr != ""
