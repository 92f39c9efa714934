"""Names that other programs give the tables of a workbook."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.input.read_model import read_model
from samordning_graph.input.table_names import tables_named_in
from samordning_graph.schema.tables import AcceptedGap, Participation, Unit
from tests.helpers.files import csv_folder, places, problems, workbook
from tests.helpers.tiny import TODAY

UNITS = "Navn;Sektor\nBolig;bolig\nRus;helse\n"


def units_called(tmp_path, name, units=UNITS, **files):
    folder = csv_folder(tmp_path, {name: units, **files})
    (folder / "units.csv").unlink()
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "Kart - Enheter.csv",
        "base-Enheter.csv",
        "Samarbeid i Ås - Enheter.csv",
        "Enheter (1).csv",
        "Enheter - Kopi.csv",
        "Enheter-Tabell 1.csv",
        "kopi av ENHETER.csv",
        "kart_units.csv",
        "Enheter.tsv",
    ],
)
def test_a_name_that_holds_the_word_of_one_table_is_that_table(tmp_path, name):
    folder = units_called(tmp_path, name)
    assert len(read_model(folder, TODAY).all(Unit)) == 2
    assert places(folder, "W") == []


def test_a_sheet_too(tmp_path):
    def rename(book):
        book["Enheter"].title = "Sheet Enheter"

    assert places(workbook(tmp_path, rename)) == []


def test_a_matrix_is_known_by_its_first_column(tmp_path):
    folder = csv_folder(tmp_path, {"Kart - Deltakelse.csv": "Aktør;Forum\nBolig;x\nRus;x\n"})
    (folder / "participation.csv").unlink()
    assert places(folder, "") == []


@pytest.mark.parametrize(
    "name",
    ["Kart - Deltakelse (matrise).csv", "participation_matrix.csv", "Deltakelse (matrise) (1).csv"],
)
@pytest.mark.parametrize("listed", ["participation.csv", "Kart - Deltakelse.csv"])
def test_the_matrix_beside_the_list_is_a_table_of_its_own(tmp_path, name, listed):
    folder = csv_folder(tmp_path, {name: "Aktør;Forum\nBolig;x\n"})
    (folder / "participation.csv").unlink()
    (folder / listed).write_text("Aktør;Arena;Rolle\nRus;Forum;leder\n", encoding="utf-8")
    assert places(folder, "") == []
    rows = read_model(folder, TODAY).all(Participation)
    assert {(row.actor, row.role) for row in rows} == {("bolig", None), ("rus", "leader")}


def test_a_sheet_and_a_column_are_known_by_the_names_they_had_before(tmp_path):
    rows = "Kode;Gjelder;Begrunnelse;Utløper\nISO01;Rus;Bevisst valg;2027\n"
    folder = csv_folder(tmp_path, {"units.csv": UNITS, "Aksepterte avvik.csv": rows})

    (settled,) = read_model(folder, TODAY).all(AcceptedGap)

    assert settled.expires == date(2027, 12, 31)
    assert places(folder, "E") == []


@pytest.mark.parametrize("name", ["Enheterne.csv", "Enhet.csv", "Notater.csv"])
def test_a_name_that_holds_no_word_of_a_table_is_named(tmp_path, name):
    folder = units_called(tmp_path, name)
    assert ("W07", 0, "") in places(folder, "W")
    assert ("E03", 0, "") in places(folder)


def test_a_misspelt_name_gets_a_suggestion(tmp_path):
    with in_language("nb"):
        found = problems(units_called(tmp_path, "Enhetr.csv")).in_order()
    assert [p.suggestion for p in found if p.kind.code == "W07"] == ["Mente du «Enheter»?"]


def test_a_text_about_a_table_is_no_table(tmp_path):
    notes = {"Notater om arenaer.txt": "Husk å ringe\nom møtet\n"}
    assert places(csv_folder(tmp_path, notes), "") == [("W07", 0, "")]


def test_the_table_itself_wins_over_its_copy(tmp_path):
    folder = csv_folder(tmp_path, {"units (1).csv": UNITS, "units - kopi.csv": b"\0"})
    assert places(folder, "") == [("W07", 0, ""), ("W07", 0, "")]


def test_two_that_may_be_one_table_are_both_named_and_neither_is_read(tmp_path):
    folder = units_called(tmp_path, "Enheter (1).csv", **{"Enheter (2).csv": UNITS})
    assert places(folder, "W") == [("W07", 0, ""), ("W07", 0, "")]
    # What refers to units is no problem of its own.
    assert places(folder) == [("E03", 0, "")]


def test_a_file_that_cannot_be_read_is_the_table_of_its_name(tmp_path):
    assert places(units_called(tmp_path, "Kart - Enheter.csv", b"")) == [("E01", 0, "")]


def test_the_header_decides_between_two_words(tmp_path):
    folder = units_called(tmp_path, "Enheter oversikt.csv")
    assert len(read_model(folder, TODAY).all(Unit)) == 2


def test_words_stand_alone_and_the_last_comes_first():
    def sheets(name):
        return [table.sheet for table in tables_named_in(name)]

    assert sheets("Mål - Eksterne aktører (2)") == ["Eksterne aktører", "Mål"]
    assert sheets("Målansvar") == ["Målansvar"]
    assert sheets("delmål og enhetene") == []
    assert sheets("") == []


def test_guide_and_lists_are_passed_over_where_libreoffice_saved_each_sheet_as_csv(tmp_path):
    names = ("kart-Veiledning", "kart-_Ordlister", "kart-_Påstander")
    beside = {f"{name}.csv": "Noe\nannet\n" for name in names}
    assert places(csv_folder(tmp_path, beside), "") == []
