"""Every kind of problem has a page, and a small real input that provokes it."""

from pickle import dumps, loads

import pytest

from samordning_graph.common.did_you_mean import closest, did_you_mean
from samordning_graph.input.read_model import DataError, read_model
from samordning_graph.schema.problem import Problems, Severity
from samordning_graph.schema.problem_kinds import KINDS, TWICE
from samordning_graph.schema.source_location import SourceLocation
from tests.helpers.files import csv_folder, identity_number, places, workbook

SAME = "actor;arena\nBolig;Forum\nRus;Forum\n"
# Only a report knows which findings an accepted gap fits, and which codes there are, and it takes several files to be at odds.
PROVOKED_ELSEWHERE = {"W10", "W23", "E23", "W15"}

TABLES = {
    "E04": {"units": "name;sector;farge\nBolig;bolig;rød\nRus;helse;\n"},
    "E05": {"units": "name\nBolig\nRus\n"},
    "E06": {"units": "name;Navn;sector\nBolig;;bolig\nRus;;helse\n"},
    "E07": {"units": "name;sector\nBolig;bolig;mer\nRus;helse\n"},
    "E09": {"participation": "Aktør;Foruum\nBolig;x\n"},
    "E10": {"units": "name;sector\nBolig;bolig\nRus;\n"},
    "E11": {"units": "name;sector\nBolig;bolg\nRus;helse\n"},
    "E12": {"arenas": "name;meetings_per_year\nForum;månedlig\n"},
    "E13": {"arenas": "name\nForum\nforum\n"},
    "E14": {"participation": SAME + "Barn;Forum\n"},
    "E15": {"units": "id;name;sector\na;Bolig;bolig\nb;Bolig;bolig\n;Rus;helse\n"},
    "E16": {"participation": SAME + "Forum;Forum\n"},
    "E17": {"links": "from;to\nBolig;Bolig\n"},
    "E18": {"municipality": "number\n301\n"},
    "E19": {"units": "name;sector;orgnr\nBolig;bolig;123456789\nRus;helse;\n"},
    "E20": {"units": f"name;sector\nBolig;bolig\nRus {identity_number('150677')};helse\n"},
    "E22": {"links": "from;to;strength;agreement\nBolig;Rus;ingen kontakt;\nRus;Bolig;;Avtale\n"},
    "E24": {
        "units": "name;sector;comment\nBolig;bolig;EKSEMPEL – overskriv eller slett\nRus;helse;\n"
    },
    "E25": {"units": "name;sector\n", "arenas": "name\n", "participation": "actor;arena\n"},
    "W01": {"units": "name;sector;comment\nBolig;bolig;a@b.no\nRus;helse;\n"},
    "W02": {"units": "name;sector;source_date\nBolig;bolig;2001\nRus;helse;\n"},
    "W03": {"units": "name;sector\nBolig;bolig\nRus;helse\nBarn;oppvekst\n"},
    "W04": {"arenas": "name\nForum\nTeam\n"},
    "W05": {"municipality": "number;name\n9999;X\n"},
    "W06": {"participation": SAME + "Bolig;Forum;\n"},
    "W07": {"notater": "noe\n"},
    "W11": {
        "plans": "id;name;kind;adopted\np;Strategi;planstrategi;2024-06-01\n",
        "overview": "name;date;plans\nBehov;2025-01-15;p\n",
    },
    "W12": {
        "municipality": "number;name;has_overview\n0000;X;nei\n",
        "overview": "name\nBehov\n",
    },
    "W09": {"units": "name;sector;kostra\nBolig;bolig;999\nRus;helse;\n"},
    "W13": {"units": "name;sector;surveyed_about\nBolig;bolig;kontakt\nRus;helse;\n"},
    "W22": {"municipality": "number;name\n4614;Bergen kommune\n"},
    "W16": {"units": "name;sector\nBolig;bolig\nRus;helse\nBolig-tjenesten;bolig\n"},
    "W20": {"municipality": "number;name\n"},
    "W21": {"plans": "name;kind;adopted\nStrategi;planstrategi;2999-01-01\n"},
    "W19": {"vocabulary": "list;id;name\nsector;fritid;Fritid\nsector;Fritid;Kultur\n"},
}


def hide_a_row(book):
    book["Enheter"].row_dimensions[2].hidden = True


def yaml_of_another_shape(folder):
    file = folder / "kommune.yaml"
    file.write_text("units: bolig", encoding="utf-8")
    return file


def without_units(folder):
    (csv_folder(folder) / "units.csv").unlink()
    return folder


FILES = {
    "E01": lambda folder: folder / "finnes-ikke.xlsx",
    "E02": lambda folder: csv_folder(folder, {"units.csv": b"name;sector\n\xc3\xb8;a\n\xf8;a"}),
    "E03": without_units,
    "E08": lambda folder: workbook(folder, Enheter=[["Navn", "Sektor"], ["Bolig", "=A1"]]),
    "E21": yaml_of_another_shape,
    "W08": lambda folder: workbook(folder, hide_a_row),
}


@pytest.mark.parametrize("code", TABLES)
def test_a_table_provokes(tmp_path, code):
    assert code in [
        found for found, _row, _column in places(csv_folder(tmp_path, **TABLES[code]), code)
    ]


@pytest.mark.parametrize("code", FILES)
def test_a_file_provokes(tmp_path, code):
    assert code in [found for found, _row, _column in places(FILES[code](tmp_path), code)]


def test_the_sound_municipality_has_no_problem(tmp_path):
    assert places(csv_folder(tmp_path), "") == []


def test_every_kind_is_provoked():
    assert {kind.code for kind in KINDS} == TABLES.keys() | FILES.keys() | PROVOKED_ELSEWHERE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_has_a_page(kind):
    assert kind.title
    assert len(kind.page) >= 2
    assert all(paragraph.endswith(".") for paragraph in kind.page)


def test_codes_are_unique_and_say_whether_they_stop():
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(set(codes))
    for kind in KINDS:
        assert (kind.severity is Severity.ERROR) == kind.code.startswith("E")


def test_problems_come_once_each_by_file_sheet_row_and_column():
    problems = Problems()
    for place in (
        SourceLocation("b", row=1),
        SourceLocation("a", "S", 10),
        SourceLocation("a", "S", 9),
        SourceLocation("a", "S", 9),
    ):
        problems.add(TWICE, place, "text")
    assert [(problem.place.file, problem.place.row) for problem in problems.in_order()] == [
        ("a", 9),
        ("a", 10),
        ("b", 1),
    ]


def test_a_suggestion_is_the_nearest_or_none():
    assert closest("Boligkontor", ["Barnevern", "Boligkontoret"]) == "Boligkontoret"
    assert closest("STRATEGSK", ["strategisk", "taktisk"]) == "strategisk"
    assert did_you_mean("qqqq", ["strategisk"]) == ""
    assert did_you_mean("x", []) == ""


def test_refused_input_passes_between_processes_with_its_problems():
    with pytest.raises(DataError) as refused:
        read_model("data/no-such-folder")

    again = loads(dumps(refused.value))
    assert str(again) == str(refused.value)
    assert again.problems == refused.value.problems
