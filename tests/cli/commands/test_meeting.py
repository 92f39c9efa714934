"""All that a meeting needs: every file or none, and nothing lost that somebody has written."""

import shutil

import pytest
from docx import Document
from openpyxl import load_workbook

from samordning_graph.cli import meeting_folder
from samordning_graph.common.seal import is_as_written
from tests.helpers.files import remark_in
from tests.helpers.running import DATA, DAY, STORD, invoke

EXAMPLE = DATA / "eksempel"
FILES = {
    "rapport.html",
    "rapport.docx",
    "lederside.docx",
    "kart.html",
    "handlingsliste.xlsx",
    "ark",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("moter")
    result = invoke("meeting", EXAMPLE, "-o", folder / "boligsosialt", *DAY, "--lang", "nb")
    return folder / "boligsosialt" / "2026-11-23", result


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stord")
    again(folder / "2026-11-23")
    return folder / "2026-11-23"


@pytest.fixture
def folder(small, tmp_path):
    """A folder of a meeting that a test may write in, as one that was made earlier the same day."""
    shutil.copytree(small, tmp_path / "2026-11-23")
    return tmp_path / "2026-11-23"


def again(folder, *options):
    return invoke("meeting", STORD, "-o", folder.parent, *DAY, "--lang", "nb", *options)


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dated_folder_holds_all_of_it_and_nothing_else(made):
    folder, result = made
    assert result.exit_code == 0
    assert {path.name for path in folder.iterdir()} == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["2026-11-23"]
    assert len(list((folder / "ark").glob("*.html"))) > 20
    assert all(is_as_written(path) for path in contents(folder))


def test_it_says_what_to_open_first_and_what_each_is_for(made):
    folder, result = made
    lines = result.stderr.splitlines()
    assert f"Åpne denne først: {(folder / 'rapport.html').as_posix()}" in lines
    for name in FILES - {"rapport.docx", "ark"}:
        assert any(name in line for line in lines), name
    assert result.stdout == ""


def test_each_file_is_what_the_command_of_its_own_writes(made, tmp_path):
    folder, _result = made
    for command, name in (
        ("report", "rapport.html"),
        ("report", "rapport.docx"),
        ("map", "kart.html"),
    ):
        invoke(command, EXAMPLE, "-o", tmp_path / name, *DAY, "--lang", "nb")
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()
    invoke("report", EXAMPLE, "--sheets", tmp_path / "ark", *DAY, "--lang", "nb")
    assert {path.name: path.read_bytes() for path in (tmp_path / "ark").iterdir()} == {
        path.name: path.read_bytes() for path in (folder / "ark").iterdir()
    }


def test_the_page_of_the_leader_is_page_one_of_the_report(made):
    folder, _result = made
    page, report = (
        [paragraph.text for paragraph in Document(folder / name).paragraphs]
        for name in ("lederside.docx", "rapport.docx")
    )
    assert page == report[: len(page)]
    assert 10 < len(page) < len(report) / 3


def test_the_action_list_has_room_for_what_is_agreed_on_the_first_matters(made):
    book = load_workbook(made[0] / "handlingsliste.xlsx")
    header, *rows = book["Nye saker"].iter_rows(values_only=True)
    assert book.sheetnames == ["Avtalte steg", "Nye saker", "Om"]
    assert book["Avtalte steg"]["A2"].value.startswith("Inviter Plan")
    assert header[-4:-1] == ("Hva som er avtalt", "Ansvarlig", "Frist")
    assert book["Nye saker"].column_dimensions["H"].hidden
    assert (
        book["Nye saker"].auto_filter.ref == "A1:H6"
    )  # keys go with their rows when they are sorted
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5]
    assert all(row[1] and row[2] and row[3] for row in rows)


def test_a_second_time_it_is_made_anew(folder):
    before = contents(folder)
    (folder / "ark" / "kommunalsjef.html").unlink()
    assert again(folder).exit_code == 0
    assert contents(folder) == before


@pytest.mark.parametrize(
    "name", ["rapport.docx", "kart.html", "handlingsliste.xlsx", "ark/kommunalsjef.html"]
)
def test_what_somebody_wrote_on_stops_it_and_everything_stays(folder, name):
    remark_in(folder / name)
    (folder / "lederside.docx").unlink()
    before = contents(folder)
    result = again(folder)
    assert result.exit_code == 2
    assert name in result.stderr
    assert contents(folder) == before
    assert again(folder, "--force").exit_code == 0
    assert (folder / "lederside.docx").exists()


def test_all_that_would_be_lost_is_named_with_what_to_do(folder):
    names = ["handlingsliste.xlsx", "kart.html", "ark/kommunalsjef.html"]
    for name in names:
        remark_in(folder / name)
    refused = again(folder).stderr

    assert all((folder / name).as_posix() in refused for name in names)
    assert "Gi dem andre navn eller flytt dem" in refused
    for name in names:
        (folder / name).rename((folder / name).with_name(f"mitt-{(folder / name).name}"))
    assert again(folder).exit_code == 0
    assert all((folder / name).exists() for name in [*names, "mitt-kart.html"])


def test_sheets_of_services_that_are_gone_go_unless_somebody_has_written_in_them(folder):
    sheet = folder / "ark" / "kommunalsjef.html"
    shutil.copy(sheet, folder / "ark" / "gammel.html")
    shutil.copy(sheet, folder / "min-kopi.html")
    shutil.copy(sheet, folder / "ark" / "notert.html")
    changed = remark_in(folder / "ark" / "notert.html")
    result = again(folder)

    assert result.exit_code == 0
    assert not (folder / "ark" / "gammel.html").exists()
    assert (folder / "ark" / "notert.html").read_bytes() == changed
    assert (folder / "min-kopi.html").exists()
    assert "har disse arkene lenger: gammel.html." in result.stderr
    assert "blir liggende: notert.html." in result.stderr


@pytest.mark.parametrize(
    ("own", "is_folder"),
    [("2026-11-23/ark", False), ("2026-11-23", False), ("2026-11-23/rapport.html", True)],
)
def test_what_is_in_the_way_is_said_and_stays_where_it_is(tmp_path, own, is_folder):
    path = tmp_path / own
    path.parent.mkdir(exist_ok=True)
    if is_folder:
        path.mkdir()
    else:
        path.write_text("mitt", encoding="utf-8")
    result = again(tmp_path / "2026-11-23", "--force")

    assert result.exit_code == 2
    assert (
        f"{path.as_posix()} er en {'mappe' if is_folder else 'fil'}, og der må det" in result.stderr
    )
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [path] * (not is_folder)


def test_what_people_have_put_there_stays_there(folder):
    (folder / "referat").mkdir()
    (folder / "tom").mkdir()
    for name in ("beslutninger.yaml", "referat/referat.docx"):
        (folder / name).write_text("mitt", encoding="utf-8")
    for options in ((), ("--force",)):
        assert again(folder, *options).exit_code == 0
        assert (folder / "beslutninger.yaml").read_text(encoding="utf-8") == "mitt"
        assert (folder / "referat" / "referat.docx").read_text(encoding="utf-8") == "mitt"
        assert (folder / "tom").is_dir()


def test_when_it_cannot_be_made_whole_nothing_is_left(tmp_path, monkeypatch):
    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    written = meeting_folder.meeting_files

    def with_one_that_fails(*arguments):
        files = written(*arguments)
        last = list(files)[-1]
        return files | {last: meeting_folder.MeetingFile(files[last].format, fail)}

    monkeypatch.setattr("samordning_graph.cli.commands.meeting.meeting_files", with_one_that_fails)
    result = invoke("meeting", STORD, "-o", tmp_path / "moter", *DAY)
    assert result.exit_code == 2
    assert list((tmp_path / "moter").iterdir()) == []


def test_the_map_keeps_the_places_of_the_meeting_before(made, tmp_path):
    before = made[0] / "kart.html"
    options = ("--layout-from", before, *DAY, "--lang", "nb")
    invoke("map", EXAMPLE, "-o", tmp_path / "kart.html", *options)
    assert invoke("meeting", EXAMPLE, "-o", tmp_path / "moter", *options).exit_code == 0
    again = tmp_path / "moter" / "2026-11-23" / "kart.html"
    assert again.read_bytes() == (tmp_path / "kart.html").read_bytes()
    assert invoke("meeting", EXAMPLE, "-o", tmp_path, "--layout-from", before.parent).exit_code == 2


def test_it_is_about_one_municipality(tmp_path):
    result = invoke("meeting", DATA, "-o", tmp_path / "moter", *DAY)
    assert result.exit_code == 2
    assert not (tmp_path / "moter").exists()


def test_data_with_problems_make_no_folder(tmp_path):
    (tmp_path / "units.csv").write_text("name;sector\nBolig;ukjent\n", encoding="utf-8")
    result = invoke("meeting", tmp_path, "-o", tmp_path / "moter", *DAY)
    assert result.exit_code == 2
    assert not (tmp_path / "moter").exists()


def test_its_workbook_never_becomes_a_municipality(tmp_path):
    (tmp_path / "kommune.yaml").write_text(
        "units:\n- name: Bolig\n  sector: bolig\n- name: Rus\n  sector: helse\n"
        "links:\n- from: Bolig\n  to: Rus\n",
        encoding="utf-8",
    )
    result = invoke("meeting", tmp_path, "-o", tmp_path / "moter", *DAY)
    assert result.exit_code == 2
    assert not (tmp_path / "moter").exists()
    assert (
        invoke("meeting", tmp_path / "kommune.yaml", "-o", tmp_path / "moter", *DAY).exit_code == 0
    )


def test_a_file_where_the_folder_should_be_is_said(tmp_path):
    (tmp_path / "moter").write_text("", encoding="utf-8")
    result = invoke("meeting", STORD, "-o", tmp_path / "moter", *DAY)
    assert result.exit_code == 2
    assert "moter" in result.stderr
    assert "Traceback" not in result.stderr
