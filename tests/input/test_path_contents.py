"""Whatever lies under a PATH is read, or named with what to do."""

import os
from pathlib import Path

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.input.path_contents import MAX_DEPTH, input_files, path_contents
from samordning_graph.input.read_source import read_source
from samordning_graph.input.template import write_template
from samordning_graph.input.validate import validate
from samordning_graph.report.data import action_list_xlsx
from samordning_graph.report.findings_report import Report
from tests.helpers.files import TABLES, csv_folder, identity_number, problems, workbook
from tests.helpers.tiny import TODAY, tiny


def found(path):
    """Return the municipalities of a path, and what lies beside them, from that path on."""
    contents = path_contents(path)
    return (
        [file.relative_to(path).as_posix() for file in contents.municipalities],
        [problem.place.file.removeprefix(f"{path.name}/") for problem in contents.beside],
    )


def folder(path, *files):
    for name in files:
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    return path


def test_a_folder_of_tables_is_one_municipality(tmp_path):
    csv_folder(tmp_path)
    assert found(tmp_path) == (["."], [])


def test_a_workbook_for_each_folder_and_a_folder_of_tables_are_all_read(tmp_path):
    folder(tmp_path, "reg/1001/kommune.xlsx", "reg/1002/kommune.ods", "b.yaml")
    (tmp_path / "reg/1003").mkdir()
    csv_folder(tmp_path / "reg/1003")
    assert found(tmp_path) == (
        ["b.yaml", "reg/1001/kommune.xlsx", "reg/1002/kommune.ods", "reg/1003"],
        [],
    )


def test_what_lies_beside_municipalities_is_named(tmp_path):
    folder(tmp_path, "a.xlsx", "b/c.xlsx", "b/kart.pdf", "lesmeg.txt", "nett.graphml", "gammel.xls")
    folder(tmp_path, "d/utkast/bilde.png", "e/.skjult", "~$a.xlsx", ".git/config", "_arkiv/a.xlsx")
    municipalities, beside = found(tmp_path)
    assert municipalities == ["a.xlsx", "b/c.xlsx"]
    assert beside == [
        "b/kart.pdf",
        "d/utkast/bilde.png",
        "e",
        "gammel.xls",
        "lesmeg.txt",
        "nett.graphml",
    ]


def test_what_lies_beside_the_tables_of_a_municipality_is_named(tmp_path):
    folder(csv_folder(tmp_path), "gammel.xlsx", "Samarbeid.xlsb", "mer/a.xlsx", "_eget.docx")
    named = [problem.place.file.rpartition("/")[2] for problem in problems(tmp_path).in_order()]
    assert named == ["Samarbeid.xlsb", "gammel.xlsx", "mer"]


@pytest.mark.parametrize("name", ["Kart - Enheter.csv", "Enheter (1).csv", "base-units.tsv"])
def test_a_folder_of_tables_named_by_other_programs_is_a_municipality(tmp_path, name):
    folder(tmp_path, f"1001/{name}", "1002/kommune.xlsx")
    assert found(tmp_path)[0] == ["1001", "1002/kommune.xlsx"]


def test_a_workbook_wins_over_the_tables_that_were_exported_from_it(tmp_path):
    folder(tmp_path, "Kart.xlsx", "Kart - Enheter.csv")
    assert found(tmp_path) == (["Kart.xlsx"], ["Kart - Enheter.csv"])


def test_a_path_that_holds_nothing_says_so_and_names_what_is_there(tmp_path):
    folder(tmp_path, "a/kart.pdf", "b.docx")
    assert found(tmp_path)[0] == ["."]
    named = [(problem.kind.code, problem.place.file) for problem in problems(tmp_path).in_order()]
    assert named == [
        ("E01", tmp_path.name),
        ("W07", f"{tmp_path.name}/a"),
        ("W07", f"{tmp_path.name}/b.docx"),
    ]


def test_a_folder_of_municipalities_that_is_read_as_one_names_them(tmp_path):
    folder(tmp_path, "a/kommune.xlsx")
    file = Path(tmp_path.name, "a/kommune.xlsx")
    errors = [problem for problem in read_source(tmp_path).problems.found if problem.is_error]
    assert [file.as_posix() in problem.message for problem in errors] == [True]


def test_a_link_to_a_folder_above_is_not_followed_for_ever(tmp_path):
    folder(tmp_path, "a/b.xlsx")
    (tmp_path / "a/c").symlink_to(tmp_path)
    assert found(tmp_path) == (["a/b.xlsx"], ["a/c"])


def test_folders_deeper_than_anybody_makes_are_named(tmp_path):
    deep = "/".join("d" * (MAX_DEPTH + 1))
    folder(tmp_path, "a.xlsx", f"{deep}/b.xlsx")
    assert found(tmp_path) == (["a.xlsx"], [deep])


def test_what_is_no_file_is_named(tmp_path):
    folder(tmp_path, "a.xlsx")
    os.mkfifo(tmp_path / "b.xlsx")
    (tmp_path / "c.xlsx").symlink_to(tmp_path / "borte.xlsx")
    assert found(tmp_path) == (["a.xlsx"], ["b.xlsx", "c.xlsx"])


def test_an_identity_number_in_the_name_of_a_file_is_not_repeated(tmp_path):
    number = identity_number("010190")
    folder(tmp_path, "a.xlsx", f"vedtak {number}.pdf")
    [problem] = path_contents(tmp_path).beside
    assert problem.kind.code == "E20"
    assert number not in str(problem)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("a.xls", "«Excel Workbook (.xlsx)»"),
        ("a.XLSB", "binary"),
        ("a.numbers", "Numbers"),
        ("a.graphml", "samordning import"),
        ("a.gexf", "samordning import"),
        ("a.gml", "GraphML"),
        ("a.net", "GraphML"),
        ("a.json", "JSON"),
        ("a.pdf", "document"),
        ("a.docx", "document"),
        ("a.zip", "Unpack"),
        ("a", "workbook"),
    ],
)
def test_each_kind_of_file_is_told_what_it_is_and_what_to_do(tmp_path, name, word):
    folder(tmp_path, "kommune.xlsx", name)
    with in_language("en"):
        [problem] = path_contents(tmp_path).beside
    assert problem.kind.code == "W07"
    assert word in problem.message
    assert problem.message.endswith(".")
    assert not problem.message.endswith("..")


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.graphml", "<?xml version='1.0'?><graphml/>", "network"),
        ("a.gml", "graph [ ]", "network"),
        ("a.json", "{}", "JSON"),
        ("a.html", "<html></html>", "web page"),
        ("a.xlsx", "<html></html>", "web page"),
    ],
)
def test_a_file_that_is_given_is_told_what_it_is(tmp_path, name, content, word):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with in_language("en"):
        [problem] = problems(tmp_path / name).in_order()
    assert (problem.kind.code, word in problem.message) == ("E01", True), problem.message


def test_the_files_of_a_path_are_those_that_are_read(tmp_path):
    folder(tmp_path, "kart.pdf")
    (tmp_path / "b").mkdir()
    csv_folder(tmp_path / "b")
    (tmp_path / "a").mkdir()
    file = workbook(tmp_path / "a")
    assert input_files(tmp_path) == [
        file,
        *(tmp_path / "b" / f"{table}.csv" for table in sorted(TABLES)),
    ]
    assert read_source(file).digest


# What a name holds


def names_told(path):
    """Return (code, place) of what is told about the names of files and folders."""
    source = read_source(path, path)
    contents = path_contents(path)
    found = [*source.problems.found, *contents.beside]
    return [
        (problem.kind.code, str(problem.place))
        for problem in found
        if problem.kind.code in ("E20", "W01")
    ]


@pytest.mark.parametrize("of_folder", [True, False])
def test_an_identity_number_in_a_name_refuses_the_data_and_is_shown_nowhere(tmp_path, of_folder):
    number = identity_number("150785")
    name = f"Svar {number[:6]} {number[6:]}"
    path = csv_folder(tmp_path / name) if of_folder else tmp_path / f"{name}.yaml"
    if not of_folder:
        path.write_text("units:\n- {name: A, sector: bolg}\n", "utf-8")
    source = read_source(path, path)
    validate(source, TODAY)
    shown = " ".join(f"{found.place} {found.message}" for found in source.problems.found)

    assert "Svar ****** *****" in shown
    assert number[6:] not in shown
    assert source.problems.any_errors


def test_a_file_that_is_left_out_is_told_without_the_number_in_its_name(tmp_path):
    csv_folder(tmp_path / "a")
    (tmp_path / f"notat-{identity_number('150785')}.docx").write_text("x", "utf-8")
    assert [
        (found.kind.code, found.place.file[-22:]) for found in path_contents(tmp_path).beside
    ] == [("E20", "notat-***********.docx")]


@pytest.mark.parametrize("name", ["Ring 90123456", "Svar kari@kommune.no"])
def test_contact_details_in_a_name_are_warned_about(tmp_path, name):
    assert [code for code, _place in names_told(csv_folder(tmp_path / name))] == ["W01"]


@pytest.mark.parametrize("name", ["4614 2026", "2026-11-30 kart", "Svar nr 3"])
def test_other_numbers_in_a_name_are_left_alone(tmp_path, name):
    assert names_told(csv_folder(tmp_path / name)) == []


def test_a_phone_number_in_the_name_of_a_sheet_is_warned_about(tmp_path):
    folder = csv_folder(tmp_path / "a", {"Arenaer 90123456.csv": "name\nForum\n"})
    assert names_told(folder) == [("W01", "a/Arenaer 90123456.csv")]


def test_findings_that_lie_beside_the_data_are_named_and_not_read(tmp_path):
    """What `samordning meeting -o` writes, where the workbook is."""
    write_template(tmp_path / "kommune.xlsx")
    (tmp_path / "2026-11-30").mkdir()
    action_list_xlsx.write(Report(tiny()), tmp_path / "2026-11-30/handlingsliste.xlsx")
    assert found(tmp_path) == (["kommune.xlsx"], ["2026-11-30/handlingsliste.xlsx"])
