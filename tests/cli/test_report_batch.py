"""Reports of many municipalities: the same whether made one at a time or several at once."""

import csv
import json
import shutil

import pytest

from tests.helpers.running import DATA, DAY, invoke, run

NAMES = ("balsfjord", "hammerfest", "stord")


@pytest.fixture
def three(tmp_path):
    """A folder with three municipalities."""
    for name in NAMES:
        shutil.copytree(DATA / name, tmp_path / "kommuner" / name)
    return tmp_path / "kommuner"


@pytest.mark.slow
@pytest.mark.parametrize("format_name", ["text", "csv", "json", "md"])
def test_two_processes_write_what_one_does(three, format_name: str):
    first, second = (
        run("report", three, "--format", format_name, "--jobs", jobs, *DAY) for jobs in (1, 2)
    )

    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert first.stderr == second.stderr


def test_they_stand_by_number_in_the_language_asked_for(three):
    done = run("report", three, "--format", "json", "--jobs", 2, "--lang", "en", *DAY)
    reports = json.loads(done.stdout)["reports"]

    assert [report["municipality"]["number"] for report in reports] == ["4614", "5532", "5603"]
    assert {report["language"] for report in reports} == {"en"}


def test_nothing_is_written_when_one_of_them_has_errors(three, tmp_path):
    (three / "stord" / "units.csv").write_text("name;sektro\nX;bolig\n", encoding="utf-8")
    out = tmp_path / "rapporter.csv"
    done = invoke("report", three, "-o", out)

    assert done.exit_code == 2
    assert "stord" in done.stderr
    assert not out.exists()


def test_more_processes_than_there_are_reports_are_not_started(three):
    assert run("report", three, "--format", "csv", "--jobs", 10**14, *DAY).returncode == 0


def test_fail_on_looks_at_all_of_them(three):
    done = invoke("report", three, "--format", "csv", "--fail-on", "hint", *DAY)
    counted = csv.DictReader(done.stdout.splitlines())
    assert done.exit_code == 1
    assert f"på grunn av {len(list(counted))} funn" in done.stderr.splitlines()[-1]
    select = ("--select", "LINK03")
    assert invoke("report", three, "--format", "csv", "--fail-on", "hint", *select).exit_code == 0
