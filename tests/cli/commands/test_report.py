"""`samordning report`: what it prints where, what it writes, and how it ends."""

import json
import shutil

import docx
import pytest

from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, DAY, NEED, STORD, invoke, run

EXAMPLE = str(DATA / "eksempel")
GAP = {"accepted_gaps": "code;subject;reason\nLINK03;Bolig;Vet det\n"}


@pytest.fixture
def needing(tmp_path):
    """A municipality with one LINK03 and nothing stronger."""
    return csv_folder(tmp_path / "kommune", **NEED, arenas="name;participants_complete\nForum;ja\n")


@pytest.fixture
def broken(tmp_path):
    return csv_folder(tmp_path / "feil", units="name;sector\nBolig;bolg\nRus;helse\n")


def codes(result) -> set[str]:
    return {rule["code"] for rule in json.loads(result.stdout)["rules"]}


# How it ends


def test_it_ends_with_0_when_it_is_done():
    result = run("report", STORD, *DAY)

    assert result.returncode == 0
    assert "Stord" in result.stdout


@pytest.mark.parametrize(
    ("basis", "code"), [("hint", 1), ("recommended", 1), ("local", 0), ("required", 0)]
)
def test_it_ends_with_1_when_a_finding_reaches_the_basis(needing, basis: str, code: int):
    assert invoke("report", needing, "--select", "LINK", "--fail-on", basis).exit_code == code


def test_what_failed_the_run_is_said_and_how_to_see_it(needing):
    failed = invoke("report", needing, "--fail-on", "recommended", *DAY, "--format", "json")
    found = [
        finding["identity"]["rule"] if "identity" in finding else finding["rule"]
        for finding in json.loads(failed.stdout)["findings"]
        if finding["basis"] in ("recommended", "local", "conditional", "required")
    ]
    [line] = [line for line in failed.stderr.splitlines() if "--fail-on" in line]

    assert f"Avsluttet med 1 på grunn av {len(found)} funn" in line
    assert "anbefaling" in line
    shown = line.rpartition("--select ")[2].rstrip(".")
    assert set(shown.split(",")) == set(found)
    again = invoke("report", needing, "--select", shown, "--fail-on", "recommended", *DAY)
    assert line in again.stderr


def test_nothing_is_said_when_nothing_fails(needing):
    assert "--fail-on" not in invoke("report", needing, "--fail-on", "required").stderr


def test_of_many_rules_the_strongest_are_named():
    line = invoke("report", EXAMPLE, "--fail-on", "hint", *DAY).stderr.splitlines()[-1]

    assert "Begynn med --select" in line
    assert line.count(",") < 10


def test_an_accepted_gap_does_not_fail(needing):
    (needing / "accepted_gaps.csv").write_text(GAP["accepted_gaps"])

    result = invoke("report", needing, "--select", "LINK03", "--fail-on", "hint")
    assert result.exit_code == 0


def test_a_run_that_fails_writes_its_report_all_the_same(needing, tmp_path):
    out = tmp_path / "rapport.json"

    assert invoke("report", needing, "--fail-on", "hint", "-o", out).exit_code == 1
    assert json.loads(out.read_text(encoding="utf-8"))["findings"]


def test_units_and_collaboration_alone_give_a_report_in_every_format(tmp_path):
    folder = csv_folder(tmp_path / "kommune", links="from;to\nBolig;Rus\n")
    for name in ("arenas.csv", "participation.csv"):
        (folder / name).unlink()

    assert "ikke oppgitt noen arenaer" in " ".join(invoke("report", folder).stdout.split())
    for name in ("r.html", "r.docx", "r.xlsx", "r.json", "r.csv", "r.md"):
        assert invoke("report", folder, "-o", tmp_path / name).exit_code == 0
    assert invoke("map", folder, "-o", tmp_path / "kart.html").exit_code == 0
    assert invoke("suggest", folder).exit_code == 0


def test_problems_go_to_stderr_and_nothing_to_stdout(broken):
    result = run("report", broken, "--format", "json")

    assert result.returncode == 2
    assert result.stdout == ""
    assert "units.csv" in result.stderr
    assert "E11" in result.stderr
    assert "«Bolig»" in result.stderr
    assert "Traceback" not in result.stderr


def test_warnings_go_to_stderr_and_stop_nothing():
    result = invoke("report", STORD, "--format", "json", *DAY)

    assert result.exit_code == 0
    assert "W03" in result.stderr
    assert json.loads(result.stdout)["municipality"]["number"] == "4614"


def test_an_accepted_gap_that_fits_nothing_is_a_warning_with_its_row(needing):
    (needing / "accepted_gaps.csv").write_text("code;subject;reason\nISO01;Forum;Vet det\n")
    result = invoke("report", needing)

    assert result.exit_code == 0
    assert "W10" in result.stderr
    assert "accepted_gaps.csv" in result.stderr


@pytest.mark.parametrize("path", ["finnes-ikke", "README.md"])
def test_a_path_that_cannot_be_read_is_one_clear_problem(path: str, monkeypatch):
    monkeypatch.chdir(DATA.parent)
    result = invoke("report", path)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "E01" in result.stderr


# Options


def test_selected_rules_are_codes_or_families_in_any_case():
    chosen = codes(invoke("report", STORD, "--format", "json", "--select", "iso, link03"))

    assert chosen == {"ISO01", "ISO02", "ISO03", "ISO04", "ISO05", "LINK03"}


def test_a_point_of_section_5_is_no_rule_and_tells_how_it_is_decided():
    result = invoke("report", STORD, "--select", "p4")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "samordning explain P4" in result.stderr
    assert "ISO01" not in result.stderr


@pytest.mark.parametrize("nothing", ["", ",", " , "])
def test_selecting_no_rule_is_refused(nothing: str):
    result = invoke("report", STORD, "--select", nothing)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "LINK03" in result.stderr


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_of_selected_rules_the_answer_comes_first_in_every_format(suffix: str, tmp_path):
    file = tmp_path / f"svar.{suffix}"
    invoke("report", DATA / "eksempel", "--select", "LINK03", "-o", file)
    whole = file.read_text(encoding="utf-8")

    assert 0 <= whole.index("3 funn i 19 vurderte par; 1 vet ikke") < whole.index("Data: ")
    assert "Hva har dere lykkes med" not in whole
    assert "GOAL01" not in whole


def test_of_selected_rules_the_answer_is_the_title_of_a_word_document(tmp_path):
    file = tmp_path / "svar.docx"
    invoke("report", DATA / "eksempel", "--select", "LINK03", "-o", file)
    texts = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]

    assert texts[0].startswith("3 funn i 19 vurderte par; 1 vet ikke")
    assert "Uten --select" in texts[-1]


def test_an_unknown_code_is_told_with_a_suggestion_and_the_known_ones():
    result = invoke("report", STORD, "--select", "LINK3")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "«LINK03»" in result.stderr
    assert "ISO01" in result.stderr


def test_the_day_decides_what_is_in_force(needing):
    (needing / "links.csv").write_text("from;to;agreement;valid_to\nBolig;Rus;Avtale;2026-11-23\n")
    before, after = (
        json.loads(
            invoke(
                "report", needing, "--as-of", day, "--select", "LINK03", "--format", "json"
            ).stdout
        )
        for day in ("2026-11-23", "2026-11-24")
    )

    assert before["options"]["as_of"] == "2026-11-23"
    assert (len(before["findings"]), before["counts"]["links"]) == (0, 1)
    assert after["counts"]["links"] == 0


@pytest.mark.parametrize(("links", "found"), [("any", 0), ("confirmed", 1)])
def test_links_count_as_anybody_reports_them_or_as_both_ends_confirm(needing, links, found):
    (needing / "links.csv").write_text("from;to;reported_by\nBolig;Rus;one\n")
    select = ("--select", "LINK03", "--format", "json")
    report = json.loads(invoke("report", needing, "--links", links, *select).stdout)

    assert report["options"]["links"] == links
    assert (report["counts"]["linked"], report["counts"]["linked_confirmed"]) == (1, 0)
    assert len(report["findings"]) == found


@pytest.mark.parametrize(
    ("option", "value", "working"),
    [("--max-arena-size", "1", 0), ("--max-arena-size", "2", 1), ("--min-meetings", "5", 0)],
)
def test_arenas_are_set_aside_by_size_and_by_how_often_they_meet(
    tmp_path, option: str, value: str, working: int
):
    folder = csv_folder(tmp_path / "kommune", arenas="name;meetings_per_year\nForum;4\n")
    report = json.loads(invoke("report", folder, option, value, "--format", "json").stdout)

    assert report["counts"]["working_arenas"] == working
    assert report["options"][option[2:].replace("-", "_")] == float(value)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--as-of", "23.11.2026"),
        ("--max-arena-size", "0"),
        ("--min-meetings", "ofte"),
        ("--links", "noen"),
        ("--fail-on", "alt"),
        ("--format", "pdf"),
        ("--finnes-ikke",),
    ],
)
def test_a_wrong_option_ends_with_2_and_says_which(wrong: tuple[str, ...]):
    result = invoke("report", STORD, *wrong)

    assert result.exit_code == 2
    assert wrong[0] in result.stderr


# Files


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("rapport.md", b"# "),
        ("rapport.html", b"<!doctype html>"),
        ("RAPPORT.CSV", b"\xef\xbb\xbf"),
        ("rapport.json", b'{\n  "format": "samordning-report"'),
        ("rapport.txt", b"\n"),
    ],
)
def test_the_name_of_the_file_says_the_format(tmp_path, name: str, begins: bytes):
    result = invoke("report", STORD, "-o", tmp_path / name)

    assert result.stdout == ""
    assert name in result.stderr
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_option_decides_before_the_name(tmp_path):
    invoke("report", STORD, "-o", tmp_path / "rapport.txt", "--format", "json")

    assert json.loads((tmp_path / "rapport.txt").read_text(encoding="utf-8"))


def test_an_input_is_never_written_over(tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "stord")
    file = folder / "units.csv"
    before = file.read_bytes()
    result = invoke("report", folder, "-o", file)

    assert result.exit_code == 2
    assert "units.csv" in result.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize("out", ["ikke/rapport.md", "mappe"])
def test_a_file_that_cannot_be_written_is_one_clear_message(tmp_path, out: str):
    (tmp_path / "mappe").mkdir()
    result = invoke("report", STORD, "-o", tmp_path / out)

    assert result.exit_code == 2
    assert out in result.stderr
    assert list((tmp_path / "mappe").iterdir()) == []


def test_a_report_with_problems_leaves_the_file_that_was_there(broken, tmp_path):
    out = tmp_path / "rapport.txt"
    out.write_text("gammel")

    assert invoke("report", broken, "-o", out).exit_code == 2
    assert out.read_text() == "gammel"


# Many municipalities


@pytest.fixture
def many(tmp_path):
    for name in ("stord", "balsfjord"):
        shutil.copytree(DATA / name, tmp_path / "kommuner" / name)
    return tmp_path / "kommuner"


def test_many_municipalities_are_one_json_by_number(many):
    reports = json.loads(invoke("report", many, "--format", "json").stdout)

    assert reports["format"] == "samordning-reports"
    assert [report["municipality"]["number"] for report in reports["reports"]] == ["4614", "5532"]


def test_many_municipalities_are_one_text_with_a_summary(many):
    text = invoke("report", many).stdout

    assert text.index("Stord (4614)") < text.index("Balsfjord (5532)") < text.rindex("Stord")


def test_many_municipalities_are_a_folder_of_pages(many, tmp_path):
    out = tmp_path / "ut"
    result = invoke("report", many, "--format", "html", "-o", out)

    assert result.exit_code == 0
    assert len(list(out.glob("*.html"))) == 3


def test_pages_of_many_municipalities_need_a_folder(many):
    result = invoke("report", many, "--format", "html")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "-o" in result.stderr


def test_one_finding_in_one_of_them_fails_the_run(many, needing):
    assert invoke("report", many, "--select", "LINK03", "--fail-on", "hint").exit_code == 0
    shutil.copytree(needing, many / "annen")
    assert invoke("report", many, "--select", "LINK03", "--fail-on", "hint").exit_code == 1


def test_one_broken_municipality_stops_them_all_and_every_problem_is_told(many, broken, tmp_path):
    shutil.copytree(broken, many / "a")
    shutil.copytree(broken, many / "z")
    out = tmp_path / "ut"
    result = invoke("report", many, "--format", "md", "-o", out)

    assert result.exit_code == 2
    assert "a/units.csv" in result.stderr
    assert "z/units.csv" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("format_name", ["text", "md", "html", "csv", "json"])
def test_the_same_data_give_the_same_bytes(format_name: str):
    once, twice = (
        invoke("report", EXAMPLE, "--format", format_name, *DAY).stdout_bytes for _ in "ab"
    )

    assert once
    assert once == twice


def test_a_name_that_says_an_unknown_format_is_refused_with_the_known_ones(tmp_path):
    done = run("report", EXAMPLE, "-o", tmp_path / "rapport.pdf")

    assert done.returncode == 2
    assert ".html" in done.stderr
    assert not (tmp_path / "rapport.pdf").exists()


def test_anonymous_keeps_back_who_answered_in_report_and_map(tmp_path):
    document = json.loads(invoke("report", EXAMPLE, *DAY, "--format", "json", "--anonymous").stdout)
    answers = [found for found in document["findings"] if found["rule"] == "SELF01"]

    assert document["options"]["anonymous"] is True
    assert [row["row"] for found in answers for row in found["evidence"]] == [None]
    map_file = tmp_path / "kart.html"
    assert invoke("map", EXAMPLE, *DAY, "-o", map_file, "--anonymous").exit_code == 0
    assert "self_assessment.csv, " not in map_file.read_text(encoding="utf-8")
