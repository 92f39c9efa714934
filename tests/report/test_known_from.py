"""Source, date and remark of what a finding rests on reach every output, and who answered none."""

import csv
import html
import io
import json
import zipfile

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.map.page.html_page import map_page
from samordning_graph.map.page.page_data import page_data
from samordning_graph.map.views.registry import build_view
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.registry import FORMATS
from samordning_graph.report.write import write_report
from tests.helpers.samples import sharing, written
from tests.helpers.tiny import TODAY

KNOWN_FROM = {
    "goal_owners": "actor;goal;source;source_date;comment\n"
    "Bolig;Raskere bosetting;Handlingsplanen;2019-05-04;Sagt i møte\n"
    "Rus;Raskere bosetting;Handlingsplanen;2019-05-04;\n",
    "goals": "name;source;source_date\nRaskere bosetting;Handlingsplanen;2019-05-04",
}
ANSWERED = {
    "self_assessment": "factor;answer;respondent;source;comment\n"
    + "Ledelse;nei;Bolig;Samtale med Kari;Kari er uenig\n" * 3
}
EVERY_FORMAT = ("text", "md", "html", "csv", "json", "xlsx", "docx")


def as_text(graph, format_name: str, folder, reader: str = "coordinator") -> str:
    """Return what a report says, and of a document of Office what its parts say."""
    if FORMATS[format_name].is_text:
        return written(graph, format_name).replace("\n    ", " ")
    path = folder / f"rapport.{format_name}"
    write_report(Report(graph), format_name, path, reader)
    with zipfile.ZipFile(path) as parts:
        return html.unescape(
            "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        )


@pytest.mark.parametrize("format_name", EVERY_FORMAT)
def test_every_format_has_source_date_and_remark(format_name: str, tmp_path):
    with in_language("en"):
        content = as_text(sharing(**KNOWN_FROM), format_name, tmp_path)

    for part in ("Handlingsplanen", "2019-05-04", "Sagt i møte"):
        assert part in content, part


@pytest.mark.parametrize("format_name", ["text", "md", "html", "docx"])
def test_a_finding_of_old_sources_alone_says_that_they_are_older_than_the_law(
    format_name: str, tmp_path
):
    with in_language("en"):
        content = as_text(sharing(**KNOWN_FROM), format_name, tmp_path)

    assert "Older than boligsosialloven (2023-07-01)." in content
    assert "From before boligsosialloven (2023-07-01): 3 of 9 rows." in content
    assert "Without a source date: 6." in content


def test_json_says_it_of_the_finding_and_counts_the_rows():
    document = json.loads(written(sharing(**KNOWN_FROM), "json"))
    (finding,) = (found for found in document["findings"] if found["rule"] == "LINK03")
    data = document["data"]

    assert finding["older_than_law"] is True
    assert finding["evidence"][0]["source_date"] == "2019-05-04"
    assert (data["rows"], data["undated_rows"], data["rows_older_than_law"]) == (9, 6, 3)


def test_the_columns_of_the_findings_say_which_are_older_than_the_law():
    with in_language("en"):
        rows = csv.DictReader(
            io.StringIO(written(sharing(**KNOWN_FROM), "csv").removeprefix("\ufeff")),
            delimiter=";",
        )
        older = {row["rule"]: row["older than the law"] for row in rows}

    assert older["LINK03"] == "yes"
    assert set(older.values()) == {"yes", ""}


@pytest.mark.parametrize(
    ("tables", "fact"),
    [
        (KNOWN_FROM, "From before boligsosialloven (2023-07-01): 3 of 9 rows. Without a source"),
        ({"goals": "name;source_date\nRaskere bosetting;2024-01-01"}, "8 of 9 rows have no source"),
        ({}, "No row has a source date"),
    ],
)
def test_the_map_says_how_old_the_rows_are_and_how_many_are_undated(tables, fact: str):
    with in_language("en"):
        page = map_page(sharing(**tables))

    assert (
        fact
        in json.loads(page.partition('id="map-data">')[2].partition("</script>")[0])["facts"][3]
    )


def test_the_map_has_the_line_of_each_gap():
    graph = sharing(**KNOWN_FROM)
    with in_language("en"):
        data = page_data(graph, [build_view(graph, "actors")])
    (gap,) = (found for found in data["findings"] if found["rule"] == "LINK03")

    assert gap["source"].startswith("Handlingsplanen (2019-05-04). Older")
    assert "Sagt i møte" in gap["remark"]


@pytest.mark.parametrize("format_name", EVERY_FORMAT)
def test_no_format_says_who_gave_an_anonymous_answer(format_name: str, tmp_path):
    graph = sharing(AnalysisOptions(as_of=TODAY, anonymous=True), **ANSWERED)
    with in_language("nb"):
        content = as_text(graph, format_name, tmp_path, "researcher")

    assert "Kari" not in content
    assert "Bolig: nei" not in content
    assert "self_assessment.csv, rad 2" not in content


def test_the_map_does_not_say_it_either():
    known, kept_back = (
        map_page(sharing(AnalysisOptions(as_of=TODAY, anonymous=anonymous), **ANSWERED))
        for anonymous in (False, True)
    )

    assert "Bolig: nei" not in known
    assert "Kari er uenig" in known
    assert "Kari" not in kept_back


def test_without_the_option_only_the_researcher_reads_who():
    for reader, is_said in (("coordinator", False), ("researcher", True)):
        stream = io.StringIO()
        with in_language("nb"):
            write_report(Report(sharing(**ANSWERED)), "text", stream, reader)
        assert ("Bolig: nei" in stream.getvalue()) is is_said, reader
