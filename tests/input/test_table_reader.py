"""From a grid of text to records: headers, the matrix, example rows and stray cells."""

import csv
import io

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.input.example_rows import EXAMPLE_ROWS
from samordning_graph.input.grid import Grid
from samordning_graph.input.read_source import read_source
from samordning_graph.input.record import Source
from samordning_graph.input.table_reader import read_grids
from samordning_graph.input.validate import validate
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import Arena, Participation, Plan, Unit
from tests.helpers.files import csv_folder
from tests.helpers.tiny import TODAY, tiny_model, tiny_source

UNITS = "name;sector\nBolig;bolig\nRus;helse"
ARENAS = "name\nForum\nTeam"


@pytest.fixture(autouse=True)
def norwegian():
    with in_language("nb"):
        yield


def source_of(**tables):
    """Return the source of some tables after validation, with every problem in it."""
    source = tiny_source(**{"units": UNITS, "arenas": ARENAS, **tables})
    validate(source, TODAY)
    return source


def places(severity="E", **tables):
    return [
        (problem.kind.code, problem.place.row, problem.place.column)
        for problem in source_of(**tables).problems.in_order()
        if problem.kind.code.startswith(severity)
    ]


def participation(text):
    rows = tiny_model(units=UNITS, arenas=ARENAS, participation=text).all(Participation)
    return [(row.actor, row.arena, row.role, row.place.row) for row in rows]


# Headers


@pytest.mark.parametrize(
    "header", ["name;part_of", "Navn;Del av", "NAME; Part-Of ", "navn;DEL_AV", "Name;del\u00a0av"]
)
def test_headers_are_known_in_both_languages_however_they_are_spaced(header):
    source = source_of(units=f"{header};sektor\nBolig;;bolig")
    assert set(source.records[0].headers) == {"name", "part_of", "sector"}


@pytest.mark.parametrize(
    "header",
    [
        *(
            "Navn *",
            "Navn*",
            "*Navn",
            "Navn:",
            "1. Navn",
            "2) Navn",
            "Navn (påkrevd)",
            "NAVN (må fylles ut):",
        ),
        *("1. Navn (obligatorisk) *", "Enhet *", "Name (required)"),
    ],
)
def test_signs_about_how_to_fill_in_are_read_past(header):
    source = source_of(units=f"{header};Sektor *;Spurt (ja/nei)\nBolig;bolig;ja")
    assert set(source.records[0].headers) == {"name", "sector", "surveyed"}
    assert source.records[0].headers["name"] == header


@pytest.mark.parametrize("header", ["Eget *", "1. Eget", "Navn (gammelt)", "2. Spurtt"])
def test_a_column_of_ones_own_is_named_as_it_is_written(header):
    units = f"name;sector;{header}\nBolig;bolig;x"
    assert places(units=units) == [("E04", 1, header)]


def test_a_column_with_and_without_such_signs_is_twice():
    assert places(units="Navn;Navn *;Sektor\nBolig;;bolig") == [("E06", 1, "Navn *")]


def test_an_arena_keeps_its_whole_name():
    text = "Aktør *;1. Rolle;Forum\nBolig;x;x"
    rows = tiny_model(units=UNITS, arenas="name\nForum\n1. Rolle", participation=text)
    assert [row.arena for row in rows.all(Participation)] == ["1-rolle", "forum"]


# Totals


@pytest.mark.parametrize(
    "row",
    [
        *("Sum", "Totalt;14", "I alt:;;14,5", "TOTAL;;=SUM(C2:C3)", "Til sammen;2;100 %", ";Sum;2"),
        *(
            "I alt: 3",
            "Sum = 2;",
            ";;2",
            "2;2;",
            "Antall enheter: 2",
            "2 enheter;",
            "Sum enheter:;2",
        ),
        *("Totalt antall enheter;;2", "Kilde: Bufdir 2024", ";Merk: ikke komplett"),
    ],
)
def test_totals_under_a_table_are_left_out_and_named(row):
    units = f"name;sector;tasks\nBolig;bolig;\nRus;helse;\n;;\n{row}\n; ;"
    assert places(units=units) == []
    assert ("W07", 5, "") in places("W", units=units)
    assert len(source_of(units=units).records) == 4


def test_totals_of_a_matrix_are_left_out():
    assert [actor for actor, *_rest in participation("Aktør;Forum;Team\nBolig;x;x\nSum;1;1")] == [
        "bolig",
        "bolig",
    ]


def test_a_column_of_totals_in_a_matrix_is_no_arena():
    text = "Aktør;Forum;Team;Sum\nBolig;x;x;2\nRus;x;;1"
    assert places(participation=text) == []
    assert ("W07", 1, "Sum") in places("W", participation=text)


def test_a_figure_that_is_no_sum_is_a_row_that_lacks_its_name():
    links = "from;to;per_year\nBolig;Rus;4\nRus;Bolig;6\n;;{}"
    assert places(links=links.format(7)) == [("E10", 4, "from"), ("E10", 4, "to")]
    assert places(links=links.format(10)) == []


@pytest.mark.parametrize(
    "row",
    ["Sum;helse", "Total Rehab;", "Sum;2\nRus;helse", "2 Rådgivere;helse", "Antall enheter: 7;"],
)
def test_what_is_more_than_totals_is_a_row(row):
    source = source_of(units=f"name;sector\nBolig;bolig\n{row}")
    assert len([record for record in source.records if record.table == "units"]) == 2 + row.count(
        "\n"
    )


def test_a_title_above_the_header_is_listed_as_ignored_and_counted():
    units = "Enheter i kommunen\n\nName;sector\nBolig;bolg"
    assert places(units=units) == [("E11", 4, "sector")]
    assert ("W07", 1, "") in places("W", units=units)


def test_an_unknown_column_is_a_problem_with_a_suggestion():
    source = source_of(units="name;sector;surveyd\nBolig;bolig;ja")
    [problem] = source.problems.in_order()
    assert (problem.kind.code, problem.place.row, problem.place.column) == ("E04", 1, "surveyd")
    assert "surveyed" in problem.suggestion


def test_a_column_for_own_use_is_listed_as_ignored():
    units = "name;sector;_min\nBolig;bolig;x"
    assert places(units=units) == []
    assert ("W07", 1, "_min") in places("W", units=units)


def test_a_column_in_both_languages_is_twice():
    assert places(units="name;Navn;sector\nBolig;;bolig") == [("E06", 1, "Navn")]


def test_a_needed_column_that_is_missing_is_one_problem():
    assert places(units="name\nBolig\nRus") == [("E05", 1, "")]


def test_rows_whose_names_are_missing_are_sought_by_nobody():
    found = places(units="sector\nbolig\nhelse", participation="actor;arena\nBolig;Forum")
    assert found == [("E05", 1, "")]


def test_a_cell_without_header_is_one_problem_a_column_and_missing_cells_are_none():
    units = "name;sector;\nBolig;bolig;x\nRus;helse;y\nBarn;oppvekst;;z\nSkole"
    assert places(units=units) == [("E07", 2, "C"), ("E07", 4, "D"), ("E10", 5, "sector")]


def test_rows_without_a_header_are_a_problem():
    codes = [code for code, _row, _column in places(units="Bolig;bolig\nRus;helse")]
    assert codes == ["E05", "E05", "E04", "E04"]


# Matrix


@pytest.mark.parametrize("first", ["Aktør", "actor", "", "Enhet"])
def test_a_matrix_takes_marks_and_roles(first):
    text = f"{first};Forum;team\nBolig;x;leder\nRus;✓;Ved behov"
    assert participation(text) == [
        ("bolig", "forum", None, 2),
        ("bolig", "team", "leader", 2),
        ("rus", "forum", None, 3),
        ("rus", "team", "on_call", 3),
    ]


@pytest.mark.parametrize("mark", ["", "0", "nei", "no", "-", "–"])
def test_a_mark_may_say_that_an_actor_does_not_take_part(mark):
    assert participation(f"Aktør;Forum\nBolig;{mark}\nRus;1") == [("rus", "forum", None, 3)]


def test_a_strange_mark_is_a_problem_of_its_cell():
    source = source_of(participation="Aktør;Forum\nBolig;ledr")
    [problem] = source.problems.in_order()
    assert (problem.kind.code, problem.place.row, problem.place.column) == ("E09", 2, "Forum")
    assert "leder" in problem.suggestion


def test_a_column_that_is_no_arena_is_one_problem():
    source = source_of(participation="Aktør;Forum;Teamet;Tlf\nBolig;x;y;z\nRus;x;y;z")
    found = [
        (problem.kind.code, problem.place.row, problem.place.column)
        for problem in source.problems.in_order()
    ]
    assert found == [("E09", 1, "Teamet"), ("E09", 1, "Tlf")]
    assert "Team" in source.problems.in_order()[0].suggestion


def test_a_misspelt_header_of_a_list_is_not_reported_for_each_row():
    text = "Aktør;Arenna;Rolle\nBolig;Forum;leder\nRus;Forum;medlem"
    source = source_of(participation=text)
    [problem] = source.problems.in_order()
    assert (problem.kind.code, problem.place.column) == ("E09", "Arenna")
    assert "Arena" in problem.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "Aktør;Arena;Forum\nBolig;Forum;x",
        "Arena;Bolig;Rus\nForum;x;x",
        "Aktør;Rolle\nBolig;leder",
    ],
    ids=["list and matrix", "turned", "neither"],
)
def test_what_is_neither_list_nor_matrix_is_one_problem_of_the_header(text):
    assert places(participation=text) == [("E09", 1, "")]


@pytest.mark.parametrize(
    "header",
    [
        "Organisasjon;Arena;",
        "Virksomhet;Møte;Rolle",
        "Deltaker;Forum;Funksjon",
        "Enhetens navn;Navn på arena;Rolle i arena",
        "Enhet;Gruppe;Rolle",
    ],
)
def test_a_list_is_known_by_what_people_call_its_columns(header):
    assert participation(f"{header}\nBolig;Forum;\nRus;Team;") == [
        ("bolig", "forum", None, 2),
        ("rus", "team", None, 3),
    ]


def test_an_arena_that_has_the_name_of_a_column_is_still_an_arena():
    text = "Aktør;Forum;Møte\nBolig;x;\nRus;;leder"
    rows = tiny_model(units=UNITS, arenas="name\nForum\nMøte", participation=text)
    assert [(row.arena, row.role) for row in rows.all(Participation)] == [
        ("forum", None),
        ("mote", "leader"),
    ]


def test_an_unknown_header_beside_arenas_in_a_list_is_no_turned_table():
    source = source_of(participation="Hvem som går dit;Arena;Rolle\nBolig;Forum;leder")
    missing, header = source.problems.in_order()
    assert "mangler" in missing.message
    assert "Aktør" in header.suggestion


def test_a_turned_matrix_is_told_to_be_one():
    source = source_of(participation=";Bolig;Rus\nForum;x;x\nTeam;;x")
    [problem] = source.problems.in_order()
    assert "Snu tabellen" in problem.message


def test_a_column_for_own_use_is_no_arena():
    text = "_nr;Aktør;Forum;_eget\n1;Bolig;x;y"
    assert participation(text) == [("bolig", "forum", None, 2)]


def test_two_arenas_of_one_name_ask_for_an_id():
    assert places(arenas="id;name\na;Team\nb;Team", participation="Aktør;Team\nBolig;x") == [
        ("E15", 1, "Team")
    ]


# Example rows


def as_lines(table):
    rows = EXAMPLE_ROWS[table]
    header = list(dict.fromkeys(column for row in rows for column in row))
    lines = [";".join(f'"{row.get(column, "")}"' for column in header) for row in rows]
    return "\n".join([";".join(header), *lines])


@pytest.mark.parametrize("table", EXAMPLE_ROWS)
def test_example_rows_are_left_out_with_one_word(table):
    source = source_of(**{table: as_lines(table)})
    assert not [record for record in source.records if "(eksempel)" in str(record.cells)]
    (note,) = (problem for problem in source.problems.found if problem.kind.code == "W07")
    assert note.place.row == 0


def test_the_example_rows_of_the_first_template_are_left_out_too():
    units = (
        "name;sector;tasks;target_groups;surveyed;comment\nBoligkontoret (eksempel);bolig;"
        '"skaffe; beholde";bostedsløse;ja;EKSEMPEL – overskriv eller slett'
    )
    assert [record.table for record in source_of(units=units).records] == ["arenas", "arenas"]


def half_examples(**tables):
    """Return (row, message) of each example row that is half overwritten."""
    return [
        (problem.place.row, problem.message, problem.suggestion)
        for problem in source_of(**tables).problems.in_order()
        if problem.kind.code == "E24"
    ]


REMARK = "EKSEMPEL – overskriv eller slett"


@pytest.mark.parametrize(
    ("row", "surely", "perhaps"),
    [
        # All but one cell is written over: nothing of that is held against the person.
        (f"Rustjenesten;plan;{REMARK}", ["comment"], []),
        ("Boligkontoret (eksempel);plan;Vårt kontor", ["name"], []),
        ("Rustjenesten (eksempel);bolig;Vårt kontor", ["name"], []),
        ("Rustjenesten (eksempel);bolig;", ["name"], []),
        (f"Rustjenesten (eksempel);bolig;{REMARK}", ["name", "comment"], []),
        (f"Boligkontoret (eksempel);plan;{REMARK}", ["name", "comment"], []),
        ("Boligkontoret (eksempel);bolig;Vårt", ["name", "sector"], []),
        # Whose the sector is, nobody can know.
        (f"Rustjenesten;bolig;{REMARK}", ["comment"], ["sector"]),
        (f"Rustjenesten;helse;{REMARK}", ["comment"], ["sector"]),
    ],
)
def test_a_half_overwritten_example_names_the_cells_that_still_hold_it(row, surely, perhaps):
    [(number, *texts)] = half_examples(units=f"name;sector;comment\n{row}")
    assert number == 2
    columns = ("name", "sector", "comment")
    named = [[column for column in columns if f"«{column}»" in text] for text in texts]
    assert named == [surely, perhaps]


@pytest.mark.parametrize(
    ("row", "surely"),
    [
        ("Boligkontoret;Tildelingsmøtet (eksempel);", ["arena"]),
        ("Boligkontoret (eksempel);Møtet;", ["actor"]),
        (f"Boligkontoret;Møtet;{REMARK}", ["comment"]),
    ],
)
def test_a_half_overwritten_example_of_participation(row, surely):
    [(_number, message, _question)] = half_examples(participation=f"actor;arena;comment\n{row}")
    assert [name for name in ("actor", "arena", "comment") if f"«{name}»" in message] == surely


def test_a_half_overwritten_example_causes_no_problem_of_its_references():
    found = places(
        units=f"name;sector;comment\nRus;helse;{REMARK}\nBolig;bolig;",
        participation=f"actor;arena;comment\nRus;Forum;\nBolig;Tildelingsmøtet (eksempel);{REMARK}",
    )
    assert sorted(found) == [("E24", 2, ""), ("E24", 3, "")]


@pytest.mark.parametrize(
    "row", ["Boligkontoret;bolig;", "Boligkontoret;bolig;Et eksempel", "Rus (eksempelvis);helse;"]
)
def test_a_row_that_is_like_an_example_counts(row):
    source = source_of(units=f"name;sector;comment\n{row}")
    assert not source.problems.any_errors
    assert source.records[0].table == "units"


def test_a_cleared_cell_leaves_an_example_an_example():
    units = f"name;sector;comment\nBoligkontoret (eksempel);;{REMARK}"
    assert half_examples(units=units) == []


# The list and the matrix


def joined(participation, participation_matrix):
    """Return the participations of a list and a matrix, and the messages of the warnings."""
    source = source_of(participation=participation, participation_matrix=participation_matrix)
    model = validate(source, TODAY)
    assert model, source.problems.in_order()
    rows = [(row.actor, row.arena, row.role) for row in model.all(Participation)]
    return rows, [p.message for p in source.problems.in_order() if p.kind.code == "W06"]


def test_a_list_and_a_matrix_are_joined():
    rows, warnings = joined(
        "Aktør;Arena;Rolle\nBolig;Forum;leder", "Aktør;Forum;Team\nRus;x;leder\nBolig;;x"
    )
    assert sorted(rows, key=str) == [
        ("bolig", "forum", "leader"),
        ("bolig", "team", None),
        ("rus", "forum", None),
        ("rus", "team", "leader"),
    ]
    assert warnings == []


@pytest.mark.parametrize(
    ("listed", "mark", "role"),
    [("leder", "leder", "leader"), ("leder", "x", "leader"), ("", "observatør", "observer")],
)
def test_what_both_say_counts_once_with_the_role_that_one_of_them_gives(listed, mark, role):
    rows, warnings = joined(f"actor;arena;role\nBolig;Forum;{listed}", f"Aktør;Forum\nBolig;{mark}")
    assert rows == [("bolig", "forum", role)]
    assert warnings == []


def test_two_roles_in_the_list_and_the_matrix_are_named_with_both_places():
    rows, [warning] = joined("actor;arena;role\nBolig;Forum;leder", "Aktør;Forum\nBolig;medlem")
    assert [role for _actor, _arena, role in rows] == ["leader", "member"]
    assert "participation.csv" in warning
    assert "leder" in warning
    assert "medlem" in warning


@pytest.mark.parametrize("matrix", ["Aktør", "Aktør;;", "Aktør;Forum"])
def test_an_untouched_matrix_is_nothing(matrix):
    rows, _warnings = joined("actor;arena\nBolig;Forum", matrix)
    assert rows == [("bolig", "forum", None)]


def test_a_matrix_without_arenas_in_its_header_is_a_problem():
    assert places(participation_matrix="Aktør;\nBolig;") == [("E09", 1, "")]
    assert places(participation_matrix="Aktør;\nBolig;x") == [("E09", 1, ""), ("E07", 2, "B")]


def test_a_matrix_alone_is_enough():
    source = source_of(participation_matrix="Aktør;Forum\nBolig;x", participation="")
    assert not source.problems.any_errors
    assert source.tables["participation"]


# What people write in headers and cells


@pytest.mark.parametrize(
    "header",
    ["Enhet;Arena;Rolle", "Tjeneste;Møteplass;Rolle", "Virksomhet;Arena;Rolle", "unit;arena;role"],
)
def test_other_words_for_a_column_are_known(header):
    assert participation(f"{header}\nBolig;Forum;leder") == [("bolig", "forum", "leader", 2)]


def test_the_name_of_a_column_wins_over_a_synonym():
    assert places(units="Navn;Enhet;Sektor\nBolig;x;bolig") == [("E06", 1, "Enhet")]


@pytest.mark.parametrize(
    "cell",
    [
        "Eldre, Bostedsløse",
        "eldre/bostedsløse",
        "Eldre og bostedsløse",
        '"Eldre\nBostedsløse"',
        '"Eldre;Bostedsløse"',
        "eldre and bostedsløse",
        "eldre & bostedsløse, eldre",
        "Eldre eller bostedsløse",
        "Eldre samt bostedsløse",
        "Eldre – Bostedsløse",
        '"1. Eldre\n2. Bostedsløse"',
        '"- Eldre\n- Bostedsløse"',
        '"1) Eldre, 2) bostedsløse"',
    ],
)
def test_several_words_in_a_cell(cell):
    text = f"name;sector;target_groups\nBolig;bolig;{cell}"
    source = Source("tiny")
    grids = {"units": text, "arenas": ARENAS, "participation": "actor;arena"}
    for name, table in grids.items():
        rows = list(enumerate(csv.reader(io.StringIO(table), delimiter=";"), start=1))
        read_grids(source, [Grid(name, SourceLocation(name), rows)])
    model = validate(source, TODAY)
    assert model is not None, [str(problem) for problem in source.problems.in_order()]
    assert set(model.all(Unit)[0].target_groups) == {"eldre", "bostedslose"}


def test_where_one_part_is_no_word_the_problem_is_that_of_the_part():
    source = source_of(units="name;sector;target_groups\nBolig;bolig;Eldre og bostedlose")
    [problem] = [found for found in source.problems.in_order() if found.is_error]
    assert problem.value == "bostedlose"


def test_where_no_part_is_a_word_the_separator_is_named():
    source = source_of(units="name;sector;target_groups\nBolig;bolig;gamle, hjemløse")
    [problem] = [found for found in source.problems.in_order() if found.is_error]
    assert (problem.value, "«;»" in problem.suggestion) == ("gamle, hjemløse", True)


def test_names_may_hold_what_separates_words_and_may_be_separated_by_it():
    plans = "name;type;builds_on\nBolig, omsorg og helse;temaplan;\nHelse;temaplan;\nC;temaplan;{}"
    for written, meant in (
        ("Bolig, omsorg og helse", ("bolig-omsorg-og-helse",)),
        ('"Helse;Bolig, omsorg og helse"', ("helse", "bolig-omsorg-og-helse")),
    ):
        assert tiny_model(plans=plans.format(written)).all(Plan)[2].builds_on == meant
    two = "name;goals\nForum;Færre og Flere"
    model = tiny_model(arenas=two, goals="name\nFærre\nFlere")
    assert model.all(Arena)[0].goals == ("faerre", "flere")


@pytest.mark.parametrize("header", ["Avdeling", "Navn", "Enhet"])
def test_whoever_takes_part_may_have_other_headers(tmp_path, header):
    folder = csv_folder(tmp_path, participation=f"{header};Arena;Rolle\nBolig;Forum;leder\n")

    assert not read_source(folder).problems.found


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            {"participation": "Aktør;Møte;Forum\nBolig;Forum;\nRus;;Team"},
            "«Møte» og «Forum» leses begge som kolonnen «Arena».",
        ),
        ({"units": "Navn;Sektor;navn\nBolig;bolig;"}, "kolonnen «navn» står to ganger."),
    ],
)
def test_two_headers_of_a_column_are_named_with_the_column_and_what_to_do(table, message):
    source = source_of(**table)
    [problem] = [found for found in source.problems.in_order() if found.kind.code == "E06"]
    assert problem.message == message
    assert problem.suggestion.startswith("Behold én av dem")


def test_a_header_of_a_matrix_that_resembles_no_arena_is_told_where_arenas_stand():
    [problem] = source_of(participation="Aktør;Rådslag\nBolig;x").problems.in_order()
    assert problem.kind.code == "E09"
    assert problem.suggestion.startswith("Før den opp i Arenaer")


@pytest.mark.parametrize(
    "table",
    [
        {"units": "name;sector\nBolig;bolig\nname;sector\nRus;helse"},
        {"participation": "Aktør;Arena\nBolig;Forum\nAktør;Arena\nRus;Forum"},
    ],
)
def test_the_header_once_more_is_no_row(table):
    assert places(**table) == []
    assert ("W07", 3, "") in places("W", **table)


def test_a_column_that_resembles_none_is_told_how_it_can_stay():
    [problem] = [
        found
        for found in source_of(units="Nr;name;sector\n1;Bolig;bolig").problems.in_order()
        if found.is_error
    ]
    assert problem.suggestion.startswith("La overskriften begynne med «_»")


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Fra;Til;per_yaer", "Ganger per år"),
        ("from;to;per_yaer", "per_year"),
        ("Fra;Til;Garnger", "Ganger per år"),
    ],
)
def test_a_header_is_answered_in_the_language_of_the_others(header, meant):
    found = source_of(links=f"{header}\nBolig;Rus;4").problems.in_order()
    [suggestion] = [problem.suggestion for problem in found if problem.kind.code == "E04"]
    assert suggestion == f"Mente du «{meant}»?"
