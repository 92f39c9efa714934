"""The data sets that come with the program: sound, sourced, and what is said of them is read.

The reports of the real municipalities are kept as golden files, so that a change in what is said
about them is seen. To make them anew, and read the difference: `UPDATE_GOLDEN=1 pytest` with this
file.
"""

import io
import os
from pathlib import Path

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.report.findings_report import Report
from samordning_graph.report.write import write_report
from tests.helpers.tiny import TODAY

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent / "golden"
REAL = ("stord", "hammerfest", "balsfjord", "halden")
DATA_SETS = (*REAL, "eksempel")


def read(name: str):
    source = read_source(Path("data") / name)
    return validate(source, TODAY), source.problems


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch):
    """Paths are shown as they are given."""
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", DATA_SETS)
def test_a_data_set_has_no_errors(name: str):
    model, problems = read(name)

    assert [str(problem.place) for problem in problems.in_order() if problem.is_error] == []
    assert model is not None


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_row_says_where_it_is_from(name: str):
    model, _problems = read(name)

    assert model.municipality.source
    assert [str(row.place) for rows in model.rows.values() for row in rows if not row.source] == []


@pytest.mark.parametrize("name", REAL)
def test_the_report_of_a_real_municipality_says_what_it_said(name: str):
    model, _problems = read(name)
    stream = io.StringIO()
    with in_language("nb"):
        write_report(Report(build(model, AnalysisOptions(as_of=TODAY))), "text", stream)
    golden = GOLDEN / f"{name}.nb.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(stream.getvalue(), encoding="utf-8", newline="\n")

    assert golden.exists(), "made by UPDATE_GOLDEN=1, and read before it is kept"
    assert stream.getvalue() == golden.read_text(encoding="utf-8")
