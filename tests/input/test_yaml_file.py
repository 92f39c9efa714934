"""YAML: the same tables, in which every value stays the text that it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samordning_graph.graph.build import build
from samordning_graph.graph.graph import nodes
from samordning_graph.input.read_model import read_model
from samordning_graph.rules.register import find
from samordning_graph.schema.tables import Arena, Unit
from tests.helpers.files import identity_number, places, problems
from tests.helpers.tiny import TODAY

SOUND = """\
municipality:
  - number: 0301
units:
  - name: NO
    sector: bolig
    target_groups: [eldre, flyktninger]
    source_date: 2026-03-01
  - Navn: Rus
    Sektor: helse
arenas:
  - {name: 0x10, meetings_per_year: 4}
participation:
  - actor: NO
    arena: 0x10
goals: ~
"""


def write(tmp_path, text):
    file = tmp_path / "kommune.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_values_are_text_and_lists_are_many_values(tmp_path):
    model = read_model(write(tmp_path, SOUND), TODAY)
    first, second = model.all(Unit)
    assert model.municipality.number == "0301"
    assert (first.name, first.target_groups) == ("NO", ("eldre", "flyktninger"))
    assert (second.id, second.sector) == ("rus", "helse")


def test_rows_are_line_numbers(tmp_path):
    file = write(tmp_path, SOUND.replace("helse", "hels"))
    assert places(file) == [("E11", 8, "sector")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_those_of_csv(tmp_path, encoding):
    text = SOUND.replace("Rus", "Bø på Ås")
    model = read_model(write(tmp_path, text.encode(encoding)), TODAY)
    assert model.all(Unit)[1].name == "Bø på Ås"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("- name: Bolig", 1),
        ("bare tekst", 1),
        ("units: bolig", 1),
        ("units:\n  - bolig", 2),
        ("units:\n  - name: {a: b}", 2),
        ("units:\n  - name: [a, [b]]", 2),
        ("units:\n  - ? [a, b]\n    : c", 2),
        ("? [a, b]\n: c", 1),
        ("units:\n  - name: &a Bolig\n  - name: *a", 2),
        ("units: [\n", 2),
        ("units:\n\t- name: Bolig", 2),
        ("units: []\n---\narenas: []\n", 3),
        ("units:\n  - name: Bolig\n  name: Rus", 3),
    ],
)
def test_another_shape_is_a_problem_at_its_line(tmp_path, text, row):
    assert ("E21", row, "") in places(write(tmp_path, text))


def test_every_table_with_another_shape_is_named(tmp_path):
    text = "units:\n  - bolig\narenas: forum\nparticipation: []\nplans:\n  - navn: P\n    typ: x\n"
    assert places(write(tmp_path, text)) == [
        ("E21", 2, ""),
        ("E21", 3, ""),
        ("E05", 5, ""),
        ("E04", 5, "typ"),
    ]


def test_a_column_twice_in_a_row_is_a_problem(tmp_path):
    text = SOUND.replace("    sector: bolig\n", "    sector: bolig\n    sector: helse\n")
    assert places(write(tmp_path, text)) == [("E06", 6, "sector")]


def test_a_table_twice_is_a_problem(tmp_path):
    assert places(write(tmp_path, SOUND + "Enheter:\n  - name: B\n    sector: bolig\n")) == [
        ("E06", 0, "")
    ]


@pytest.mark.parametrize("text", [b"", b"# bare en merknad\n", b"---\n...\n", b"units: \0"])
def test_an_empty_file_is_a_problem(tmp_path, text):
    assert [code for code, _row, _column in places(write(tmp_path, text))] in (["E01"], ["E21"])


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "units: " + "{a: " * 500_000,
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40)),
        "units: [" + "a," * 2_100_000 + "]",
    ],
    ids=["deep lists", "deep mappings", "aliases", "too many values"],
)
def test_a_bomb_is_one_problem(tmp_path, text):
    assert [code for code, _row, _column in places(write(tmp_path, text))] == ["E21"]


def test_a_file_of_200_mb_is_not_read(tmp_path):
    file = tmp_path / "kommune.yml"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024**2)
    assert places(file) == [("E01", 0, "")]


def test_an_identity_number_is_not_repeated(tmp_path):
    number = identity_number("240199")
    text = SOUND + f"notater:\n  - {number}: x\n    {number}: {number[:6]} {number[6:]}\n"
    found = problems(write(tmp_path, text)).in_order()
    assert {problem.kind.code for problem in found} == {"E20", "W07"}
    assert number not in str(found)
    assert number[6:] not in str(found)


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text("units:- \n[]{}&*!|>%@`'\"#,?~a\t", max_size=80).map(str.encode),
    )
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tmp_path, content):
    problems(write(tmp_path, content))


def test_rows_on_one_line_are_rows_of_their_own(tmp_path):
    file = tmp_path / "kommune.yaml"
    file.write_text(
        "units: [{id: u1, name: En, sector: bolig}, {id: u2, name: To, sector: helse}]\n"
        "arenas: [{id: a, name: A}, {id: b, name: B}]\n"
        "participation: [{actor: u1, arena: a, role: leder}, {actor: u2, arena: b}]\n",
        encoding="utf-8",
    )
    graph = build(read_model(file, TODAY))

    assert [unit.id for unit in nodes(graph, Unit)] == ["u1", "u2"]
    assert [arena.id for arena in nodes(graph, Arena)] == ["a", "b"]
    assert [*find(graph)]


def test_rows_that_each_have_columns_of_their_own_are_refused(tmp_path):
    rows = "".join(f"- {{k{number}: 1}}\n" for number in range(1100))
    file = write(tmp_path, f"units:\n{rows}")

    assert ("E21", 1, "") in places(file)


@pytest.mark.parametrize(
    ("comment", "code"), [(identity_number("150785"), "E20"), ("ring 90123456", "W01")]
)
def test_comments_are_searched_for_personal_data(tmp_path, comment, code):
    file = write(tmp_path, f"{SOUND}# Spør Kari ({comment})\n")
    found = [(problem.kind.code, problem.place.row) for problem in problems(file).found]

    assert (code, SOUND.count("\n") + 1) in found


def test_keys_that_are_no_tables_are_each_named(tmp_path):
    text = "deltagelse:\n  - {actor: NO, arena: 0x10}\nnotater: Husk\nannet: {a: b}\n"
    warnings = [
        (problem.value, "Deltakelse" in problem.suggestion)
        for problem in problems(write(tmp_path, SOUND + text)).in_order()
        if problem.kind.code == "W07"
    ]
    assert sorted(warnings) == [("annet", False), ("deltagelse", True), ("notater", False)]


@pytest.mark.parametrize("text", ["notater: Ola {}\n", "annet: {{a: [b, '{}']}}\n", "'{}': a\n"])
def test_an_identity_number_is_found_where_no_table_is(tmp_path, text):
    number = identity_number("150785")
    assert {code for code, *_place in places(write(tmp_path, SOUND + text.format(number)))} == {
        "E20"
    }


def test_two_spellings_of_a_column_in_a_row_are_both_named(tmp_path):
    text = SOUND.replace("    sector: bolig\n", "    sector: bolig\n    Sektor: helse\n")
    [problem] = [found for found in problems(write(tmp_path, text)).in_order() if found.is_error]
    assert "«sector»" in problem.message
    assert "«Sektor»" in problem.message
    assert problem.suggestion
