"""CSV files as Excel and others save them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samordning_graph.input.csv_folder import MAX_FILE_BYTES
from samordning_graph.input.read_model import read_model
from samordning_graph.input.read_source import read_source
from samordning_graph.schema.problem_kinds import ENCODING
from samordning_graph.schema.tables import Unit
from tests.helpers.files import csv_folder, identity_number, places, problems
from tests.helpers.tiny import TODAY

UNITS = "name;sector\nBærekraft på Ås;bolig\nRus;helse\n"
NO_ONE_TAKES_PART = "actor;arena\n"


def names(folder):
    return [unit.name for unit in read_model(folder, TODAY).all(Unit)]


def units_as(tmp_path, content, name="units.csv"):
    folder = csv_folder(tmp_path, participation=NO_ONE_TAKES_PART)
    (folder / "units.csv").unlink()
    (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp865", "cp850"]
)
def test_letters_are_the_same_in_every_encoding(tmp_path, encoding):
    folder = units_as(tmp_path, UNITS.encode(encoding))
    assert names(folder) == ["Bærekraft på Ås", "Rus"]


@pytest.mark.parametrize(
    "name", ["Støttetjenesten", "Øvre Eiker", "Hva er det ¿ mer", "Kontor ‘nord’", "Enhet† ›her‹ ¾"]
)
def test_marks_of_windows_are_not_letters_of_others(tmp_path, name):
    content = f"name;sector\n{name};bolig\n"
    assert names(units_as(tmp_path, content.encode("cp1252"))) == [name]


@pytest.mark.parametrize(
    "name",
    ["Øvre barnevern", "Ås barnevern", "Ærlig", "Blå", "Kontoret på Bø", "åpent hus", "øvre"],
)
def test_one_letter_first_or_last_in_a_word_is_enough_of_a_mac(tmp_path, name):
    content = f"name;sector\n{name};bolig\n"
    assert names(units_as(tmp_path, content.encode("mac_roman"))) == [name]


@pytest.mark.parametrize("name", ["Øvre «blå»", "Ærlig", "NAV Åsen"])
def test_one_letter_first_in_a_word_is_enough_of_dos(tmp_path, name):
    content = f"name;sector\n{name};bolig\n"
    assert names(units_as(tmp_path, content.encode("cp850"))) == [name]


@pytest.mark.parametrize("older", ["latin-1", "cp1252", "mac_roman", "cp850", "cp865"])
@pytest.mark.parametrize("name", ["Bærum", "Bø", "Blå", "Øvre", "Ås", "Ærlig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_utf_8_made_twice_is_a_problem_at_its_row(tmp_path, name, older, line_end):
    content = f"name;sector\nRus;helse\n{name};bolig\n".replace("\n", line_end)
    made_twice = content.encode().decode(older).encode()
    assert places(units_as(tmp_path, made_twice)) == [("E02", 3, "")]


def test_a_header_made_twice_is_told_as_that(tmp_path):
    participation = "Aktør;Arena\nBolig;Forum\n".encode().decode("mac_roman")
    folder = csv_folder(tmp_path, participation=participation)
    assert places(folder) == [("E02", 1, "")]


def test_the_page_of_the_problem_tells_what_two_signs_for_a_letter_are():
    [first, *_rest] = [text for text in ENCODING.page if "«Ã¸»" in text]
    assert "saved as UTF-8 once more" in first


def test_unicode_text_of_excel_is_utf_16_with_tabs_and_txt(tmp_path):
    content = UNITS.replace(";", "\t").replace("\n", "\r\n").encode("utf-16")
    assert names(units_as(tmp_path, content, "Enheter.txt")) == ["Bærekraft på Ås", "Rus"]


def test_csv_of_norwegian_excel_is_cp1252_with_semicolons(tmp_path):
    content = 'Navn;Sektor;Møter;Merknad\r\n"Bolig; og «mer»";bolig;;–\r\n'.replace(";Møter;", ";")
    folder = units_as(tmp_path, content.replace(";;", ";").encode("cp1252"), "enheter.csv")
    assert names(folder) == ["Bolig; og «mer»"]


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separator_and_line_end_are_found(tmp_path, mark, line_end):
    content = UNITS.replace(";", mark).replace("\n", line_end).encode()
    assert names(units_as(tmp_path, content)) == ["Bærekraft på Ås", "Rus"]


def test_the_separator_is_that_of_the_header_not_of_the_texts(tmp_path):
    content = (
        b"Enheter, slik vi kjenner dem, i dag\nname;sector;comment\nA;bolig;en, to, tre, fire\n"
    )
    assert names(units_as(tmp_path, content)) == ["A"]


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\n"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_the_separator_line_of_excel_is_skipped_and_not_counted(tmp_path, line, encoding):
    folder = units_as(tmp_path, (line + "Navn;Sektor\nÅs;bolg\n").encode(encoding))
    assert places(folder) == [("E11", 2, "Sektor")]
    assert places(folder, "W") == []


def test_a_line_break_inside_quotes_starts_no_row(tmp_path):
    units = 'name;sector;comment\n"Bolig";bolig;"en\nto\r\ntre"\nRus;hels;\n'
    assert places(csv_folder(tmp_path, units=units)) == [("E11", 3, "sector")]


def test_blank_rows_are_counted(tmp_path):
    units = "name;sector\n\n;;\nBolig;bolig\n ; \nRus;hels\n;\n;\n"
    assert places(csv_folder(tmp_path, units=units)) == [("E11", 6, "sector")]


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows_in_silence(tmp_path):
    units = 'name;sector\nBolig;bolig\n"Rus;helse\nBarn;oppvekst\n'
    assert places(csv_folder(tmp_path, units=units)) == [("E01", 3, "")]


def test_a_quotation_mark_inside_a_text_is_a_letter(tmp_path):
    units = 'name;sector\n5" rør;bolig\nRus;helse\n'
    assert names(csv_folder(tmp_path, units=units, participation=NO_ONE_TAKES_PART)) == [
        '5" rør',
        "Rus",
    ]


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("name;sector\nÅs;bolig\n".encode() + "Bø;bolig\n".encode("cp1252"), 3),
        (b"\xef\xbb\xbfname;sector\n" + "Bø;bolig\n".encode("cp1252"), 2),
        (b"name;sector\n\x81;bolig\n", 2),
    ],
)
def test_mixed_encodings_are_a_problem_at_their_row(tmp_path, content, row):
    assert places(units_as(tmp_path, content)) == [("E02", row, "")]


@pytest.mark.parametrize(
    "content",
    [b"", b" \n\n", b"\xef\xbb\xbf", b"name;sector\n\0\0", b"PK\x03\x04\0\0", b"<!DOCTYPE html>\n"],
)
def test_a_file_that_is_no_table_gives_one_problem(tmp_path, content):
    assert places(units_as(tmp_path, content)) == [("E01", 0, "")]


def test_one_file_that_cannot_be_read_hides_no_problem_of_the_others(tmp_path):
    arenas = "name;level;target_groups\nForum;strategsk;eldre\n"
    folder = csv_folder(tmp_path, {"units.csv": b"", "vocabulary.csv": b""}, arenas=arenas)
    assert places(folder) == [("E11", 2, "level"), ("E01", 0, ""), ("E01", 0, "")]


def test_a_large_file_is_not_read(tmp_path):
    folder = csv_folder(tmp_path)
    with (folder / "units.csv").open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    assert places(folder) == [("E01", 0, "")]


def test_too_many_cells_are_refused(tmp_path):
    folder = csv_folder(tmp_path, units="name;sector\n" + ";" * 1_000_000)
    assert places(folder) == [("E01", 0, "")]


def test_files_that_are_no_tables_are_named_and_those_for_own_use_are_not(tmp_path):
    folder = csv_folder(
        tmp_path,
        {
            "lesmeg.txt": "Hei",
            "bilde.csv": b"\0\1",
            "_notater.csv": "x",
            "_rot.csv": b"\0",
            "~$units.csv": b"\0",
            ".units.csv": b"\0",
            "gammel.xlsx": b"",
        },
    )
    warned = [problem.place.file.rpartition("/")[2] for problem in problems(folder).in_order()]
    assert warned == ["bilde.csv", "gammel.xlsx", "lesmeg.txt"]


def test_one_table_in_two_files_is_a_problem(tmp_path):
    assert places(csv_folder(tmp_path, {"Enheter.csv": UNITS})) == [("E06", 0, "")]


def test_a_table_that_is_missing_is_named(tmp_path):
    folder = csv_folder(tmp_path)
    (folder / "arenas.csv").unlink()
    assert [code for code, _row, _column in places(folder)] == ["E03", "E14", "E14"]


def test_arenas_and_participation_may_be_missing_when_collaboration_is_there(tmp_path):
    folder = csv_folder(tmp_path, links="from;to\nBolig;Rus\n")
    (folder / "participation.csv").unlink()
    assert places(folder) == []

    (folder / "arenas.csv").unlink()
    assert places(folder) == []

    (folder / "units.csv").unlink()
    assert [code for code, _row, _column in places(folder)] == ["E03", "E14", "E14"]


# Paths


def test_a_single_csv_file_points_to_its_folder(tmp_path):
    [problem] = problems(csv_folder(tmp_path) / "units.csv").in_order()
    assert problem.kind.code == "E01"
    assert tmp_path.as_posix() in problem.message


@pytest.mark.parametrize("name", ["finnes-ikke", "finnes-ikke.xlsx", "finnes-ikke.yaml"])
def test_a_path_that_is_not_there_is_one_problem(tmp_path, name):
    assert places(tmp_path / name) == [("E01", 0, "")]


def test_an_empty_folder_is_one_problem(tmp_path):
    assert places(tmp_path) == [("E01", 0, "")]


def test_the_digest_follows_the_content(tmp_path):
    before = read_source(csv_folder(tmp_path)).digest
    assert read_source(tmp_path).digest == before
    assert read_source(csv_folder(tmp_path, units=UNITS)).digest != before


# Never persons


def test_an_identity_number_in_any_file_refuses_the_folder(tmp_path):
    number = identity_number("150677")
    folder = csv_folder(
        tmp_path,
        {"notater.csv": f"hei {number}\n", "_eget.csv": f"{number[:6]} {number[6:]}"},
        units=f"id;name;sector;_x;{number}\n{number};Bolig;bolg;{number}\n",
    )
    found = problems(folder).in_order()
    numbers = [problem for problem in found if problem.kind.code == "E20"]
    assert [(problem.place.row, problem.place.column) for problem in numbers] == [
        (1, "A"),
        (1, "A"),
        (1, "E"),
        (2, "A"),
        (2, "D"),
    ]
    assert number not in str(found)


def test_an_identity_number_is_found_beside_a_file_that_cannot_be_read(tmp_path):
    folder = csv_folder(tmp_path, {"arenas.csv": b""}, units=f"name\n{identity_number('150677')}\n")
    assert [place for place in places(folder) if place[0] in ("E01", "E20")] == [
        ("E01", 0, ""),
        ("E20", 2, "A"),
    ]


def test_other_problems_are_told_beside_an_identity_number_by_their_place_alone(tmp_path):
    units = f"name;sector\nKari;bolg\n{identity_number('150677')};helse\n"
    folder = csv_folder(tmp_path, units=units, participation="actor;arena\nKari N;Forum\n")
    found = problems(folder).in_order()
    assert [(problem.kind.code, problem.place.row) for problem in found if problem.is_error] == [
        ("E14", 2),
        ("E11", 2),
        ("E20", 3),
    ]
    assert "Kari" not in str(found)
    assert "bolg" not in str(found)


@given(st.binary(max_size=300))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tmp_path, content):
    problems(csv_folder(tmp_path, {"units.csv": content, "participation.csv": content}))
