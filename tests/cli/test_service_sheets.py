"""`samordning report --sheets`: a file for each service, and nothing lost by any of them."""

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
    assert "ungdomsboligene-2.html" in refused.stderr
    assert (folder / "ungdomsboligene.html").read_bytes() == changed
    assert not (folder / "boligkontoret.html").exists()
    assert invoke("report", DATA / "eksempel", "--sheets", folder, "--force", *DAY).exit_code == 0


def test_sheets_are_of_one_municipality_as_its_data_are(tmp_path):
    folder = tmp_path / "ark"
    many = invoke("report", DATA, "--sheets", folder)
    what_if = invoke("report", DATA / "stord", "--sheets", folder, "--what-if", DATA / "stord")

    assert (many.exit_code, what_if.exit_code) == (2, 2)
    assert "--sheets" in many.stderr
    assert "--what-if" in what_if.stderr
    assert not folder.exists()
