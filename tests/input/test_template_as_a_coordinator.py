"""The template filled in as people do: list, matrix, half examples; opened and saved by LibreOffice."""

import shutil

import openpyxl
import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.input.read_model import read_model
from samordning_graph.input.template import write_template
from samordning_graph.schema.tables import Participation
from tests.helpers.files import places, through_libreoffice
from tests.helpers.tiny import TODAY

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
UNITS = {"B4": "Boligkontoret", "C4": "bolig", "B5": "Rustjenesten", "C5": "helse"}
ARENAS = {"B4": "Tildelingsmøtet", "B5": "Forum"}
LIST = {"A4": "Boligkontoret", "B4": "Tildelingsmøtet", "C4": "leder"} | {
    "A5": "Rustjenesten",
    "B5": "Tildelingsmøtet",
}
MATRIX = {
    "B1": "Tildelingsmøtet",
    "C1": "Forum",
    "A2": "Boligkontoret",
    "B2": "leder",
    "C2": "x",
} | {
    "A3": "Rustjenesten",
    "B3": "x",
}


@pytest.fixture
def filled(tmp_path):
    """Return the template with some cells typed in, saved by LibreOffice."""

    def fill(**sheets):
        file = tmp_path / "kommune.xlsx"
        with in_language("nb"):
            write_template(file)
        book = openpyxl.load_workbook(file)
        for name, cells in sheets.items():
            sheet = book[name.replace("_", " ")]
            for cell, text in cells.items():
                sheet[cell] = text
        book.save(file)
        return through_libreoffice(file, tmp_path / "lagret")

    return fill


def taking_part(file):
    model = read_model(file, TODAY)
    return sorted((row.actor, row.arena, row.role or "") for row in model.all(Participation))


def test_untouched_it_is_said_to_be_so(filled):
    assert places(filled()) == [("E25", 0, "")]


def test_a_list(filled):
    file = filled(Enheter=UNITS, Arenaer=ARENAS, Deltakelse=LIST)
    assert taking_part(file) == [
        ("boligkontoret", "tildelingsmotet", "leader"),
        ("rustjenesten", "tildelingsmotet", ""),
    ]


def test_a_matrix(filled):
    file = filled(Enheter=UNITS, Arenaer=ARENAS, **{"Deltakelse_(matrise)": MATRIX})
    assert taking_part(file) == [
        ("boligkontoret", "forum", ""),
        ("boligkontoret", "tildelingsmotet", "leader"),
        ("rustjenesten", "tildelingsmotet", ""),
    ]


def test_both(filled):
    matrix = {"B1": "Forum", "A2": "Rustjenesten", "B2": "x"}
    file = filled(
        Enheter=UNITS, Arenaer=ARENAS, Deltakelse=LIST, **{"Deltakelse_(matrise)": matrix}
    )
    assert ("rustjenesten", "forum", "") in taking_part(file)
    assert len(taking_part(file)) == 3


def test_half_overwritten_examples_are_named_and_nothing_else(filled):
    file = filled(
        Enheter={"B2": "Boligkontoret", "B3": "Rustjenesten", "C3": "helse"},
        Arenaer={"B2": "Tildelingsmøtet"},
        Deltakelse={"A2": "Boligkontoret", "B2": "Tildelingsmøtet"},
    )
    assert places(file) == [("E24", 2, ""), ("E24", 2, ""), ("E24", 2, ""), ("E24", 3, "")]


def test_what_libreoffice_saves_keeps_every_drop_down(filled):
    saved = filled()
    before, after = (
        {
            (sheet.title, str(rule.sqref).partition(":")[0])
            for sheet in openpyxl.load_workbook(file).worksheets
            for rule in sheet.data_validations.dataValidation
        }
        for file in (saved.parent.parent / "kommune.xlsx", saved)
    )
    assert before == after
