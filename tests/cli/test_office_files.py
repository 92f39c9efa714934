"""Reports as a Word document and as a workbook, through the command line."""

import shutil

import docx
import openpyxl
import pytest

from tests.helpers.running import DATA, DAY, STORD, invoke, run

EXAMPLE = DATA / "eksempel"


@pytest.fixture
def two(tmp_path):
    """A folder with two municipalities."""
    for name in ("balsfjord", "stord"):
        shutil.copytree(DATA / name, tmp_path / "kommuner" / name)
    return tmp_path / "kommuner"


@pytest.mark.slow
def test_the_name_of_the_file_says_the_format(tmp_path):
    for file in (tmp_path / "rapport.docx", tmp_path / "funn.XLSX"):
        done = run("report", STORD, "-o", file, *DAY)

        assert (done.returncode, done.stdout) == (0, "")
        assert file.name in done.stderr
    assert "Stord" in docx.Document(str(tmp_path / "rapport.docx")).core_properties.title
    assert openpyxl.load_workbook(tmp_path / "funn.XLSX").sheetnames == [
        "Sammendrag",
        "Funn",
        "Par",
        "Det som er på plass",
        "Regler",
        "Om",
    ]


@pytest.mark.parametrize("format_name", ["xlsx", "docx"])
def test_without_a_file_to_write_to_nothing_is_read(format_name: str):
    done = invoke("report", "finnes-ikke", "--format", format_name)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "-o" in done.stderr
    assert "E01" not in done.stderr


@pytest.mark.slow
def test_the_leader_gets_a_shorter_document(tmp_path):
    lengths = []
    for reader in ("leader", "researcher"):
        file = tmp_path / f"{reader}.docx"
        invoke("report", EXAMPLE, "-o", file, "--reader", reader, *DAY)
        lengths.append(len(docx.Document(str(file)).paragraphs))

    assert lengths[0] * 3 < lengths[1]


@pytest.mark.parametrize("format_name", ["xlsx", "docx"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_many_municipalities_are_a_file_each_and_a_summary(
    two, tmp_path, format_name: str, jobs: int
):
    folder = tmp_path / "rapporter"
    done = invoke("report", two, "--format", format_name, "-o", folder, "--jobs", jobs, *DAY)

    assert done.exit_code == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        f"4614-stord.{format_name}",
        f"5532-balsfjord.{format_name}",
        f"sammendrag.{format_name}",
    ]
    if format_name == "xlsx":
        summary = openpyxl.load_workbook(folder / "sammendrag.xlsx").worksheets[0]
        names = [row[0] for row in summary.iter_rows(min_row=2, values_only=True)]
    else:
        (summary,) = docx.Document(str(folder / "sammendrag.docx")).tables
        names = [row.cells[0].text for row in summary.rows[1:]]
    assert names == ["Stord (4614)", "Balsfjord (5532)"]


def test_a_workbook_is_not_put_where_the_next_run_would_read_it(two):
    for output in (two, two / "funn.xlsx"):
        done = invoke("report", two, "--format", "xlsx", "-o", output, *DAY)

        assert done.exit_code == 2
        assert not list(two.glob("*.xlsx"))


def test_a_workbook_may_lie_beside_the_csv_files_of_one_municipality(tmp_path):
    shutil.copytree(STORD, tmp_path / "stord")

    assert (
        invoke("report", tmp_path / "stord", "-o", tmp_path / "stord" / "funn.xlsx").exit_code == 0
    )
    assert invoke("check", tmp_path / "stord").exit_code == 0


def test_the_workbook_that_is_read_is_not_written_over(tmp_path):
    file = tmp_path / "kommune.xlsx"
    shutil.copy(EXAMPLE / "eksempel.xlsx", file)
    before = file.read_bytes()

    assert invoke("report", file, "-o", file, *DAY).exit_code == 2
    assert file.read_bytes() == before


def test_a_file_that_cannot_be_written_leaves_what_stands_there(tmp_path):
    done = invoke("report", STORD, "-o", tmp_path / "finnes-ikke" / "rapport.docx", *DAY)

    assert done.exit_code == 2
    assert "Traceback" not in done.stderr


def test_what_if_is_a_document_and_no_workbook(tmp_path):
    overlay = tmp_path / "forslag.yaml"
    invoke("suggest", EXAMPLE, "-o", overlay, *DAY)
    wanted = ("report", EXAMPLE, "--what-if", overlay, *DAY, "-o")

    assert invoke(*wanted, tmp_path / "foer-og-etter.docx").exit_code == 0
    assert docx.Document(str(tmp_path / "foer-og-etter.docx")).tables
    assert invoke(*wanted, tmp_path / "foer-og-etter.xlsx").exit_code == 2
