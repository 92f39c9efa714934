"""Several files of one municipality: said, and made one where that is asked for."""

from samordning_graph.input.merge import merged, shared_numbers
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.schema.tables import Arena, Participation, Unit
from tests.helpers.files import csv_folder
from tests.helpers.tiny import TODAY

HERE = "number;name\n4614;Stord\n"


def sources(tmp_path, *answers):
    found = []
    for number, tables in enumerate(answers):
        found.append(read_source(csv_folder(tmp_path / str(number), **tables)))
    return found


def merged_answers(tmp_path, *answers):
    [source] = merged(sources(tmp_path, *answers), tmp_path.as_posix())
    return source, validate(source, TODAY)


def errors(source):
    return [
        (problem.kind.code, problem.place.file[-11:], problem.place.row, problem.place.column)
        for problem in source.problems.in_order()
        if problem.is_error
    ]


def test_rows_of_all_files_are_one_municipality(tmp_path):
    source, model = merged_answers(
        tmp_path,
        {"municipality": HERE},
        {
            "municipality": HERE,
            "units": "name;sector;surveyed\nBolig;bolig;ja\nBarn;oppvekst;ja\n",
            "participation": "actor;arena;source\nBolig;Forum;svar 2\nBarn;Forum;svar 2\n",
        },
    )
    assert errors(source) == []
    assert [unit.name for unit in model.all(Unit)] == ["Bolig", "Rus", "Barn"]
    assert [unit.surveyed for unit in model.all(Unit)] == [True, None, True]
    assert [row.actor for row in model.all(Participation)] == ["bolig", "rus", "barn"]
    assert len(model.all(Arena)) == 1
    assert (model.municipality.number, model.path) == ("4614", tmp_path.as_posix())


def test_files_without_a_number_belong_to_the_only_one_or_to_each_other(tmp_path):
    nobody = {"municipality": "number;name\n"}
    _source, model = merged_answers(tmp_path, nobody, {"municipality": HERE})
    assert model.municipality.name == "Stord"
    assert merged_answers(tmp_path, nobody, nobody)[1] is not None


def test_one_of_several_files_may_be_empty_but_not_all(tmp_path):
    empty = {"units": "name;sector\n", "arenas": "name\n", "participation": "actor;arena\n"}
    assert errors(merged_answers(tmp_path / "one", {}, empty)[0]) == []
    found = errors(merged_answers(tmp_path / "none", empty, empty)[0])
    assert {code for code, *_place in found} == {"E25"}


def test_files_of_several_municipalities_stay_apart(tmp_path):
    other = {"municipality": "number\n0301\n"}
    found = merged(sources(tmp_path, {"municipality": HERE}, other, other), "x")
    assert [source.path.rpartition("/")[2] for source in found] == ["0", "x"]


def test_cells_that_contradict_each_other_are_listed_with_both_places(tmp_path):
    source, model = merged_answers(
        tmp_path,
        {"units": "name;sector;comment\nBolig;bolig;a\nRus;helse;\n"},
        {"units": "name;sector;comment\nRus;velferd;\nBOLIG;bolig;b\n"},
    )
    assert model is None
    [problem] = source.problems.in_order()
    assert (problem.kind.code, problem.place.row, problem.place.column) == ("E23", 2, "sector")
    assert "helse" in problem.message
    assert "0/units.csv" in problem.message


def test_remarks_are_kept_and_lists_have_no_order(tmp_path):
    _source, model = merged_answers(
        tmp_path,
        {"units": "name;sector;tasks;comment\nBolig;bolig;skaffe;a\nRus;helse;;\n"},
        {"units": "name;sector;tasks;comment\nBolig;bolig;Skaffe ;b\nRus;helse;;\n"},
    )
    assert model.all(Unit)[0].comment == "a · b"


def test_a_cell_of_another_file_keeps_its_place(tmp_path):
    source, _model = merged_answers(
        tmp_path,
        {},
        {"units": "sector;name;tasks\nhelse;Rus;\nbolig;Bolig;bygge\n"},
    )
    assert errors(source) == [("E11", "1/units.csv", 3, "tasks")]


def test_a_second_row_in_one_file_is_still_twice(tmp_path):
    twice = {"units": "name;sector\nBolig;bolig\nRus;helse\nRus;helse\n"}
    source, _model = merged_answers(tmp_path, twice, {})
    assert errors(source) == [("E13", "0/units.csv", 4, "name")]


def test_a_shared_number_is_named_with_every_path():
    [problem] = shared_numbers([("4614", "a"), ("0301", "b"), ("4614", "c")])
    assert (problem.kind.code, problem.value) == ("W15", "4614")
    assert "a" in problem.message
    assert "c" in problem.message
    assert "--merge" in problem.suggestion
    assert not list(shared_numbers([("4614", "a"), ("0301", "b")]))


def test_no_number_is_told_as_none():
    [problem] = shared_numbers([("0000", "a"), ("0000", "b")])
    assert "0000" in problem.message
