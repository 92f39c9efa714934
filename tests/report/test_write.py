"""Many municipalities: after each other, or a folder with one file each and a summary."""

import io
import json
from pathlib import Path

import pytest

from samordning_graph.common.seal import is_as_written
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.registry import FORMATS
from samordning_graph.report.write import (
    ReportPart,
    files_in_folder,
    join,
    part_of,
    write_files,
)
from tests.helpers.samples import municipality, sharing, written
from tests.helpers.tiny import tiny

THREE = ("balsfjord", "eksempel", "stord")


def reports():
    return (Report(municipality(name)) for name in THREE)


def parts(made, format_name: str, folder: Path) -> list[ReportPart]:
    """Return reports as parts whose bodies lie in a folder beside."""
    bodies = folder.parent / f"{folder.name}-bodies"
    bodies.mkdir(parents=True)
    return [
        part_of(report, format_name, bodies / str(number)) for number, report in enumerate(made)
    ]


def write_folder(made, format_name: str, folder: Path) -> Path:
    written = parts(made, format_name, folder)
    files = files_in_folder(written, format_name, folder)
    write_files(written, format_name, files)
    return files[-1]


def named(number: str, name: str, **more: str) -> Report:
    return Report(sharing(municipality=f"number;name\n{number};{name}", **more))


@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_a_folder_gets_one_file_each_and_a_summary(tmp_path, format_name: str):
    folder = tmp_path / "ny" / "mappe"
    summary = write_folder(reports(), format_name, folder)
    files = {file.name for file in folder.iterdir()}

    assert files == {
        f"5532-balsfjord{FORMATS[format_name].suffix}",
        f"0000-eksempelvik-oppdiktet{FORMATS[format_name].suffix}",
        f"4614-stord{FORMATS[format_name].suffix}",
        summary.name,
    }
    stord = folder / f"4614-stord{FORMATS[format_name].suffix}"
    assert stord.read_bytes().decode().startswith(written(municipality("stord"), format_name))
    assert is_as_written(stord) is FORMATS[format_name].is_written_on


def test_the_summary_has_a_row_for_each_municipality(tmp_path):
    text = write_folder(reports(), "md", tmp_path).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")][2:]

    assert len(rows) == len(THREE)
    for name, row in zip(("5532", "0000", "4614"), rows, strict=True):
        assert name in row
    assert "26 of 38" in rows[1]


def test_two_data_sets_of_one_municipality_do_not_write_over_each_other(tmp_path):
    write_folder(
        [
            named("4614", "Stord"),
            named("4614", "Stord", goals="name\n", goal_owners="actor;goal\n"),
        ],
        "text",
        tmp_path,
    )
    texts = {file.read_text(encoding="utf-8") for file in tmp_path.glob("4614*")}

    assert len(texts) == 2


def test_a_name_without_letters_of_a_file_name_is_a_file_of_its_number(tmp_path):
    write_folder([named("4614", "…/..")], "text", tmp_path)

    assert (tmp_path / "4614.txt").exists()


def test_the_summary_does_not_count_where_nothing_was_assessed(tmp_path):
    text = write_folder([Report(tiny())], "md", tmp_path).read_text(encoding="utf-8")
    row = [line for line in text.splitlines() if line.startswith("|")][-1]
    cells = row.split(" | ")

    assert cells[2] == "–"
    assert {cell.rstrip(" |") for cell in cells[4:]} == {"–"}


def test_the_summary_leaves_accepted_gaps_out(tmp_path):
    gap = {"accepted_gaps": "code;subject;reason\nLINK03;Bolig;Vet det"}
    counted, accepted = (
        write_folder([report], "md", tmp_path / str(number)).read_text(encoding="utf-8")
        for number, report in enumerate((named("4614", "A"), named("4614", "A", **gap)))
    )

    assert counted != accepted


@pytest.mark.parametrize("format_name", ["text", "md"])
def test_many_on_one_stream_come_after_each_other_and_end_with_the_summary(
    tmp_path, format_name: str
):
    stream = io.StringIO()
    join(parts(reports(), format_name, tmp_path / "ut"), format_name, stream)
    text = stream.getvalue()
    places = [text.index(written(municipality(name), format_name)) for name in THREE]

    assert places == sorted(places)
    assert "26 of" in text[places[-1] + len(written(municipality(THREE[-1]), format_name)) :]


def test_csv_and_json_of_many_are_one_table_and_one_document(tmp_path):
    texts = {}
    for format_name in ("csv", "json"):
        stream = io.StringIO(newline="")
        join(parts(reports(), format_name, tmp_path / format_name), format_name, stream)
        texts[format_name] = stream.getvalue()
    one_by_one = [written(municipality(name), "csv").splitlines()[1:] for name in THREE]

    assert texts["csv"].splitlines()[1:] == [line for lines in one_by_one for line in lines]
    document = json.loads(texts["json"])
    assert [report["municipality"]["number"] for report in document["reports"]] == [
        "5532",
        "0000",
        "4614",
    ]
