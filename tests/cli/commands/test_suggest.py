"""`samordning suggest`: what it prints where, what it writes, and what it refuses."""

import json

import pytest

from samordning_graph.analysis.suggest.plan import MOST_INVITATIONS
from samordning_graph.rules.seats import LARGEST_ARENA
from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, DAY, STORD, invoke, run
from tests.repository.test_architecture import RUN, loaded

EXAMPLE = DATA / "eksempel"
LACKING = {
    "units": "name;sector;surveyed\nBolig;bolig;ja\nPlan;plan;ja\nRus;helse;ja\nHjelp;stab;ja\n",
    "arenas": "name;participants_complete;meetings_per_year\nForum;ja;4\n",
    "participation": "actor;arena\nBolig;Forum\nHjelp;Forum\n",
    "goals": "name\nRaskere bosetting\n",
    "goal_owners": "actor;goal\nBolig;Raskere bosetting\nPlan;Raskere bosetting\n"
    "Rus;Raskere bosetting\n",
}


def plan(*arguments: object) -> dict:
    return json.loads(invoke("suggest", *arguments, "--format", "json").stdout)


def test_the_steps_are_printed_by_name():
    result = run("suggest", EXAMPLE, *DAY)

    assert result.returncode == 0
    assert "Boligkontoret" in result.stdout
    assert "W04" in result.stderr


@pytest.mark.parametrize(
    ("format_name", "begins"),
    [("json", "{"), ("yaml", "# "), ("html", "<!doctype html>"), ("md", "# ")],
)
def test_each_format_goes_to_stdout_and_nothing_else_does(format_name: str, begins: str):
    result = run("suggest", EXAMPLE, "--format", format_name)

    assert result.returncode == 0
    assert result.stdout.startswith(begins)


@pytest.mark.parametrize("name", ["f.html", "f.yaml", "f.json", "f.txt", "f.md"])
def test_the_name_of_the_file_says_the_format(tmp_path, name: str):
    result = invoke("suggest", EXAMPLE, "-o", tmp_path / name, *DAY)

    assert result.exit_code == 0
    assert result.stdout == ""
    assert name in result.stderr
    assert "Eksempelvik" in (tmp_path / name).read_text(encoding="utf-8")


def test_there_are_as_many_invitations_as_are_asked_for(tmp_path):
    folder = csv_folder(tmp_path / "kommune", **LACKING)

    assert len(plan(folder)["invitations"]) == 2
    assert len(plan(folder, "--max-invitations", 1)["invitations"]) == 1


def test_no_arena_grows_beyond_the_size_that_is_given(tmp_path):
    folder = csv_folder(tmp_path / "kommune", **LACKING)

    assert len(plan(folder, "--max-arena-size", 3)["invitations"]) == 1
    assert plan(folder, "--max-arena-size", 2)["invitations"] == []


def test_the_help_says_the_limits_that_hold():
    text = " ".join(invoke("suggest", "--help", "--lang", "en").stdout.split())

    assert f"Default: {MOST_INVITATIONS}." in text
    assert f"({LARGEST_ARENA} if it is not given)" in text


@pytest.mark.slow
def test_two_runs_give_the_same_steps():
    assert run("suggest", EXAMPLE, *DAY).stdout == run("suggest", EXAMPLE, *DAY).stdout


def test_the_report_and_the_steps_say_the_same_of_one_gap():
    """The gap between Boligkontoret and Fjordby fengsel, the one of Barneverntjenesten, and a duty."""
    report = " ".join(invoke("report", EXAMPLE, *DAY).stdout.split())
    found = json.loads(invoke("report", EXAMPLE, *DAY, "--format", "json").stdout)["findings"]
    written = plan(EXAMPLE, *DAY)
    by_gap = {
        (gap["a"], gap["b"]): step for step in steps(written) for gap in step["closes"]["pairs"]
    }
    by_gap |= {(gap["id"],): step for step in steps(written) for gap in step["closes"]["duties"]}

    compared = 0
    for finding in found:
        gap = (finding["subject"], *finding["related"])
        gap = gap[:1] if finding["rule"] in ("LINK01", "LINK02") else gap
        if gap in by_gap and finding["rule"].startswith("LINK0"):
            assert finding["next_step"] == by_gap[gap]["sentence"]
            assert finding["next_step"] in report
            compared += 1
    assert compared > len(by_gap)  # a pair is told by each of its rules
    assert ("boligkontoret", "fjordby-fengsel") in by_gap
    assert ("local-boligkontoret-plan-og-samfunnsutvikling",) in by_gap


def steps(written: dict) -> list[dict]:
    return [*written["renewals"], *written["memberships"], *written["invitations"]]


def test_many_municipalities_are_refused():
    result = invoke("suggest", DATA)

    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize(
    "wrong", [("--max-invitations", "0"), ("--format", "csv"), ("-o", "forslag.xlsx")]
)
def test_what_cannot_be_understood_is_one_clear_message(wrong: tuple[str, str]):
    result = invoke("suggest", STORD, *wrong)

    assert result.exit_code == 2
    assert result.stdout == ""


def test_problems_go_to_stderr_and_nothing_is_written(tmp_path):
    broken = csv_folder(tmp_path / "feil", units="name;sector\nBolig;bolg\n")
    result = invoke("suggest", broken, "-o", tmp_path / "forslag.yaml")

    assert result.exit_code == 2
    assert "E11" in result.stderr
    assert not (tmp_path / "forslag.yaml").exists()


def test_an_input_is_not_written_over(tmp_path):
    file = tmp_path / "kommune.yaml"
    file.write_text(
        "units: [{name: Bolig, sector: bolig}]\narenas: [{name: Forum}]\n"
        "participation: [{actor: Bolig, arena: Forum}]\n",
        encoding="utf-8",
    )
    before = file.read_bytes()

    assert invoke("suggest", file, "-o", file).exit_code == 2
    assert file.read_bytes() == before


def test_it_loads_no_number_cruncher_and_no_page():
    unneeded = {"numpy", "scipy", "pandas", "rich", "openpyxl", "jinja2", "pyvis"}

    assert not loaded(RUN, "suggest", "data/eksempel") & unneeded
