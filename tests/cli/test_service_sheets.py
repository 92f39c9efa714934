"""`samordning report --sheets`: a file for each service, and nothing lost by any of them."""

import shutil

import pytest

from tests.helpers.files import remark_in
from tests.helpers.running import DATA, DAY, invoke


def test_a_sheet_for_each_service_is_written_to_a_folder_and_the_report_with_o_alone(tmp_path):
    folder = tmp_path / "ark"
    done = invoke("report", DATA / "eksempel", "--sheets", folder, *DAY)

    assert done.exit_code == 0
    assert done.stdout == ""
    assert "Dere møter" in (folder / "boligkontoret.html").read_text("utf-8")
    assert len([*folder.glob("*.html")]) > 20

    docx = invoke("report", DATA / "eksempel", "--sheets", folder, "-o", tmp_path / "r.docx", *DAY)
    assert docx.exit_code == 0
    assert (tmp_path / "r.docx").is_file()
    assert (folder / "boligkontoret.docx").is_file()


def test_sheets_are_written_in_the_format_that_is_asked_for_without_a_report(tmp_path):
    for format_name in ("docx", "md"):
        done = invoke("report", DATA / "stord", "--sheets", tmp_path, "--format", format_name, *DAY)
        assert (done.exit_code, done.stdout) == (0, "")
        assert (tmp_path / f"tildelingskontoret.{format_name}").is_file()

    assert not list(tmp_path.glob("*.html"))


def test_a_format_that_no_sheet_has_is_refused_by_name_unless_the_report_is_written_in_it(tmp_path):
    for format_name in ("json", "xlsx"):
        refused = invoke(
            "report", DATA / "stord", "--sheets", tmp_path / "a", "--format", format_name, *DAY
        )
        assert refused.exit_code == 2
        assert f"html, docx, md, ikke som {format_name}" in refused.stderr
        assert not (tmp_path / "a").exists()

    report = tmp_path / "r.json"
    done = invoke("report", DATA / "stord", "--sheets", tmp_path / "a", "-o", report, *DAY)
    assert done.exit_code == 0
    assert (tmp_path / "a" / "tildelingskontoret.html").is_file()


def test_a_word_document_for_the_screen_is_refused_without_a_folder():
    refused = invoke("report", DATA / "stord", "--format", "docx", *DAY)

    assert refused.exit_code == 2
    assert "-o" in refused.stderr


def test_no_sheet_is_written_when_somebody_has_written_in_one(tmp_path):
    folder = tmp_path / "ark"
    invoke("report", DATA / "eksempel", "--sheets", folder, *DAY)
    first = (folder / "boligkontoret.html").read_bytes()
    invoke("report", DATA / "eksempel", "--sheets", folder, *DAY)
    assert (folder / "boligkontoret.html").read_bytes() == first

    changed = remark_in(folder / "ungdomsboligene.html")
    (folder / "boligkontoret.html").unlink()
    refused = invoke("report", DATA / "eksempel", "--sheets", folder, *DAY)

    assert refused.exit_code == 2
    assert "ungdomsboligene.html er ikke slik samordning skrev den" in refused.stderr
    assert "velg en annen mappe" in refused.stderr
    assert (folder / "ungdomsboligene.html").read_bytes() == changed
    assert not (folder / "boligkontoret.html").exists()
    assert invoke("report", DATA / "eksempel", "--sheets", folder, "--force", *DAY).exit_code == 0


@pytest.mark.parametrize("format_name", ["html", "docx", "md"])
def test_sheets_of_services_with_another_name_go_and_those_written_in_stay_and_are_named(
    tmp_path, format_name
):
    data, folder = tmp_path / "data", tmp_path / "ark"
    shutil.copytree(DATA / "eksempel", data)
    write = ("report", data, "--sheets", folder, "--format", format_name, *DAY)
    report = tmp_path / f"ark/rapport.{format_name}"
    invoke(*write)
    invoke("report", data, "-o", report, *DAY)
    changed = remark_in(folder / f"ungdomsboligene.{format_name}")
    units = (data / "units.csv").read_text("utf-8")
    for name in ("Boligkontoret", "Ungdomsboligene"):
        units = units.replace(f"{name};", f"Nye {name.lower()};")
    (data / "units.csv").write_text(units, "utf-8")
    again = invoke(*write)

    assert again.exit_code == 0
    names = {file.name for file in folder.iterdir()}
    new = {f"nye-boligkontoret.{format_name}", f"nye-ungdomsboligene.{format_name}"}
    assert names >= new | {f"ungdomsboligene.{format_name}", report.name}
    assert f"boligkontoret.{format_name}" not in names
    assert (folder / f"ungdomsboligene.{format_name}").read_bytes() == changed
    assert f"blir liggende: ungdomsboligene.{format_name}." in again.stderr
    assert f"boligkontoret.{format_name}." in again.stderr


def test_sheets_of_another_municipality_in_the_folder_stay(tmp_path):
    invoke("report", DATA / "stord", "--sheets", tmp_path, *DAY)
    of_stord = {*tmp_path.iterdir()}
    invoke("report", DATA / "eksempel", "--sheets", tmp_path, *DAY)

    assert len(of_stord) > 3
    assert of_stord < {*tmp_path.iterdir()}


def test_what_is_in_the_way_is_said(tmp_path):
    (tmp_path / "fil").write_text("mitt", "utf-8")
    (tmp_path / "ark" / "boligkontoret.html").mkdir(parents=True)

    for folder, why in (("fil", "er en fil, og der må det være en mappe"), ("ark", "er en mappe")):
        refused = invoke("report", DATA / "eksempel", "--sheets", tmp_path / folder, *DAY)
        assert refused.exit_code == 2
        assert why in refused.stderr
    assert (tmp_path / "fil").read_text("utf-8") == "mitt"


def test_sheets_are_of_one_municipality_as_its_data_are(tmp_path):
    folder = tmp_path / "ark"
    many = invoke("report", DATA, "--sheets", folder)
    what_if = invoke("report", DATA / "stord", "--sheets", folder, "--what-if", DATA / "stord")

    assert (many.exit_code, what_if.exit_code) == (2, 2)
    assert "--sheets" in many.stderr
    assert "--what-if" in what_if.stderr
    assert not folder.exists()
