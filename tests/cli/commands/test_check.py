"""`samordning check`: the problems are the result, so they are on stdout."""

import json
import shutil

import pytest

from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, invoke, run

TYPED = "name;sector;service_type\nBolig;bolig;boligkontor\nRus;helse;annet\n"
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
    assert [line.split(": ")[1].split()[0] for line in lines[:-2]] == ["E14", "W07", "E11"]
    assert lines[-2].endswith("samordning explain W07")
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
    result = invoke("check", csv_folder(tmp_path / "god", units=TYPED))

    first, *others = result.stdout.splitlines()
    assert result.exit_code == 0
    assert first == "Ingen feil."
    assert others[0] == "Nyttig å fylle ut nå:"


def test_a_service_without_a_type_is_a_question_and_no_problem(tmp_path):
    folder = csv_folder(tmp_path / "god", units=TYPED.replace(";annet", ";"))
    text = invoke("check", folder)
    document = json.loads(invoke("check", folder, "--format", "json").stdout)

    assert text.exit_code == 0
    assert "hva slags tjeneste er Rus? («Tjenestetype»)\n" in text.stdout
    assert document["problems"] == []
    assert [
        (asked["subject"], asked["row"], asked["column"]) for asked in document["questions"]
    ] == [("rus", 3, "service_type")]


def test_a_question_about_many_services_names_the_first(tmp_path):
    rows = "".join(f"Enhet{number:02};helse;\n" for number in range(25))
    units = f"{TYPED}{rows}"
    folder = csv_folder(tmp_path / "mange", units=units)
    text = invoke("check", folder).stdout
    document = json.loads(invoke("check", folder, "--format", "json").stdout)

    assert "Enhet18, Enhet19 og 5 til? («Tjenestetype»)\n" in text
    assert len(document["questions"]) == 25


def test_warnings_end_with_0():
    result = invoke("check", DATA / "stord")

    assert result.exit_code == 0
    assert "W03" in result.stdout
    [summary] = [line for line in result.stdout.splitlines() if line.startswith("Ingen feil")]
    assert "3" in summary


def test_rows_about_findings_that_are_not_there_are_told(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA / "eksempel", folder)
    (folder / "eksempel.xlsx").unlink()
    (folder / "accepted_gaps.csv").write_text(
        "code;subject;reason\nISO05;boligkontoret;Nok\n", "utf-8"
    )
    (folder / "follow_up.csv").write_text("step;code\nLag mandat;ARENA99\n", "utf-8")
    done = invoke("check", folder, "--lang", "nb")

    assert done.exit_code == 0
    assert "accepted_gaps.csv, rad 2: W10" in done.stdout
    assert (
        "follow_up.csv, rad 2, kolonne «Kode»: W23 ingen regel har koden «ARENA99»" in done.stdout
    )


def test_sound_data_are_an_empty_list_in_json(tmp_path):
    result = invoke("check", csv_folder(tmp_path / "god", units=TYPED), "--format", "json")

    document = json.loads(result.stdout)
    assert (document["problems"], document["questions"]) == ([], [])


# What to fill in next


def lines_of_next(result):
    _before, heading, after = result.stdout.partition("Nyttig å fylle ut nå:\n")
    return [line for line in after.splitlines() if heading and line.startswith("- ")]


def test_the_end_tells_what_to_fill_in_next_and_what_it_would_decide(tmp_path):
    goals = {"goals": "name\nMål\n", "goal_owners": "actor;goal\nBolig;Mål\nRus;Mål\n"}
    result = invoke("check", csv_folder(tmp_path / "god", **goals))
    lines = lines_of_next(result)

    assert result.stdout.splitlines()[-len(lines) :] == lines
    assert any(line.endswith("kan vurderes.") for line in lines)


def test_whom_to_ask_is_told_with_the_pairs_that_the_answer_decides():
    lines = lines_of_next(invoke("check", DATA / "eksempel"))

    assert "Politiet" in lines[0]
    assert "4 par" in lines[0]


def test_json_has_all_of_it(tmp_path):
    found = json.loads(invoke("check", DATA / "halden", "--format", "json").stdout)["next"]
    [goals] = [
        step for step in found if "GOAL01" in step.get("rules", ()) and len(step["cells"]) == 1
    ]

    assert "Målansvar" in goals["message"]
    assert goals["cells"] == [{"sheets": ["Målansvar"], "column": None, "empty_rows": 0}]
    assert len(found) > 4


def test_nothing_is_told_of_data_with_problems_or_of_many(tmp_path, broken):
    assert json.loads(invoke("check", broken, "--format", "json").stdout)["next"] == []
    assert lines_of_next(invoke("check", broken)) == []
    assert lines_of_next(invoke("check", DATA)) == []


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


# Folders


@pytest.fixture
def answers(tmp_path):
    """Two units of one municipality have answered, and a picture lies beside."""
    number = "number\n4614\n"
    csv_folder(tmp_path / "svar/bolig", municipality=number)
    csv_folder(
        tmp_path / "svar/rus",
        municipality=number,
        units="name;sector;surveyed\nRus;helse;ja\nBolig;bolig;\n",
    )
    (tmp_path / "svar/kart.png").write_bytes(b"\x89PNG")
    return tmp_path / "svar"


def codes_and_files(result):
    found = json.loads(result.stdout)["problems"]
    return sorted((row["code"], row["file"].rpartition("/")[2]) for row in found)


def test_files_of_one_municipality_and_what_is_beside_them_are_named(answers):
    result = invoke("check", answers, "--format", "json")
    assert result.exit_code == 0
    assert codes_and_files(result) == [("W07", "kart.png"), ("W15", "bolig")]


def test_merge_makes_one_municipality_of_them(answers):
    assert codes_and_files(invoke("check", answers, "--merge", "--format", "json")) == [
        ("W07", "kart.png")
    ]
    report = invoke("report", answers, "--merge", "--format", "json")
    assert report.exit_code == 0, report.stderr
    found = json.loads(report.stdout)
    assert found["counts"]["units"] == 2
    assert any("kart.png" in note for note in found["notes"])


def test_a_report_of_merged_files_names_the_folder_and_not_where_it_is(answers):
    report = json.loads(invoke("report", answers, "--merge", "--format", "json").stdout)
    assert report["data"]["path"] == "svar"


def test_two_answers_with_different_roles_are_named_with_both_places(answers):
    for name, role in (("bolig", "medlem"), ("rus", "leder")):
        text = f"actor;arena;role\nBolig;Forum;{role}\n"
        (answers / name / "participation.csv").write_text(text, encoding="utf-8")
    result = invoke("check", answers, "--merge")
    assert "leder" in result.stdout
    assert "medlem i svar/bolig/participation.csv" in result.stdout


def test_merge_is_for_files():
    result = invoke("check", "bolt://127.0.0.1:9", "--merge")
    assert (result.exit_code, "--merge" in result.stderr) == (2, True)


def test_what_contradicts_is_listed_with_both_places(answers):
    (answers / "rus/units.csv").write_text("name;sector\nRus;bolig\n", encoding="utf-8")
    result = invoke("check", answers, "--merge")
    assert result.exit_code == 2
    assert "E23" in result.stdout
    assert "bolig/units.csv" in result.stdout
    assert "rus/units.csv" in result.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_report_of_many_names_what_is_beside_them(answers, jobs):
    result = invoke("report", answers, "--format", "json", "--jobs", jobs)
    assert result.exit_code == 0, result.stderr
    assert "W15" in result.stderr
    assert result.stderr.count("kart.png") == 1
    for report in json.loads(result.stdout)["reports"]:
        assert any("kart.png" in note for note in report["notes"])
