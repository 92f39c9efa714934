"""Reading one municipality: that what is told of it is of one state of its files."""

import pytest

from samordning_graph.input import read_source
from samordning_graph.input.read_model import DataError, read_model
from tests.helpers.files import csv_folder
from tests.helpers.tiny import TODAY


def test_data_that_are_saved_while_they_are_read_are_refused(tmp_path, monkeypatch):
    folder = csv_folder(tmp_path / "kommune")
    read_grids = read_source.read_grids

    def while_somebody_saves(source, grids):
        read_grids(source, grids)
        (folder / "units.csv").write_text("name;sector\nBolig;bolig\nRus;helse\nNAV;arbeid\n")

    monkeypatch.setattr(read_source, "read_grids", while_somebody_saves)
    with pytest.raises(DataError, match="E01"):
        read_model(folder, TODAY)


def test_a_place_is_named_from_the_path_that_was_given_on(tmp_path):
    folder = csv_folder(tmp_path / "kommune", units="name;sector\nBolig;bolg\nRus;helse\n")
    with pytest.raises(DataError) as refused:
        read_model(folder, TODAY)

    assert refused.value.problems[0].place.file == "kommune/units.csv"
