"""`samordning template`: the workbook to fill in, empty or with what an older one holds."""

import os

import openpyxl
import pytest

from tests.helpers.files import workbook
from tests.helpers.running import invoke, run


def test_an_untouched_template_is_said_to_be_so_by_every_command(tmp_path):
    file = tmp_path / "kommune.xlsx"
    assert invoke("template", file).exit_code == 0
    for command in (
        ("check",),
        ("report",),
        ("metrics",),
        ("suggest",),
        ("map", "-o", "kart.html"),
    ):
        result = run(command[0], file, *command[1:], cwd=tmp_path, SAMORDNING_LANG="nb")
        assert result.returncode == 2
        assert "arbeidsboken er ikke fylt ut" in result.stdout + result.stderr


def test_the_source_of_each_statement_is_in_norwegian(tmp_path):
    file = tmp_path / "kommune.xlsx"
    invoke("template", file)
    _header, *rows = openpyxl.load_workbook(file)["_Påstander"].values

    assert {source for _factor, _statement, source in rows} == {
        "NOU 2011:15 Rom for alle",
        "Bolig for velferd (2014–2020)",
        "programmets egen formulering",
    }


def test_everything_of_an_older_workbook_is_brought_over(tmp_path):
    def own_column(book):
        book["Enheter"]["C1"] = "_vårt"
        book["Enheter"]["C2"] = "beholdt"

    old = workbook(tmp_path, own_column)
    result = invoke("template", tmp_path / "ny.xlsx", "--from", old)
    assert result.exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "ny.xlsx")["Enheter"]
    assert [sheet["A2"].value, sheet["C2"].value] == ["Bolig", "beholdt"]
    assert invoke("check", tmp_path / "ny.xlsx").exit_code == 0


def test_check_says_last_that_the_newest_template_has_more_columns(tmp_path):
    file = tmp_path / "kommune.xlsx"
    invoke("template", file)
    book = openpyxl.load_workbook(file)
    book["Enheter"].append([None, "Bolig", "bolig"])
    headers = [cell.value for cell in book["Enheter"][1]]
    book["Enheter"].delete_cols(headers.index("Spurt om") + 1)
    book.save(file)
    result = invoke("check", file)
    assert result.exit_code == 0
    assert "Spurt om" in result.stdout.splitlines()[-1]
    assert "--from" in result.stdout.splitlines()[-1]
    invoke("template", tmp_path / "ny.xlsx", "--from", file)
    assert "--from" not in invoke("check", tmp_path / "ny.xlsx").stdout


def test_a_workbook_of_ones_own_is_not_told_of_the_template(tmp_path):
    assert "--from" not in invoke("check", workbook(tmp_path)).stdout


@pytest.mark.parametrize("old", ["ingen.xlsx", "mappe", "kommune.csv", "ny.xlsx"])
def test_what_cannot_be_brought_over_is_refused(tmp_path, old):
    (tmp_path / "mappe").mkdir()
    (tmp_path / "kommune.csv").write_text("a;b")
    (tmp_path / "ny.xlsx").write_text("gammelt")
    result = invoke("template", tmp_path / "ny.xlsx", "--from", tmp_path / old, "--force")
    assert result.exit_code == 2
    assert (tmp_path / "ny.xlsx").read_text() == "gammelt"


def test_a_damaged_workbook_is_a_problem_with_its_name(tmp_path):
    (tmp_path / "gammel.xlsx").write_text("nei")
    result = invoke("template", tmp_path / "ny.xlsx", "--from", tmp_path / "gammel.xlsx")
    assert result.exit_code == 2
    assert "E01" in result.stderr
    assert not (tmp_path / "ny.xlsx").exists()


@pytest.mark.parametrize(
    ("name", "command"),
    [("mellom rom.xlsx", "check 'mellom rom.xlsx'"), ("-x.xlsx", "check ./-x.xlsx")],
)
@pytest.mark.skipif(os.name == "nt", reason="another shell")
def test_the_command_that_is_told_can_be_pasted(tmp_path, monkeypatch, name, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nett.csv").write_text("Source;Target\na;b\n", "utf-8")

    made = invoke("template", "--", name)
    assert command in made.stdout + made.stderr
    (tmp_path / name).unlink()
    done = invoke("import", "nett.csv", f"--output={name}")
    assert command in done.stdout + done.stderr
