"""What is said of the data and of the day of the report."""

from datetime import date

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.documents.data_basis import about_the_data
from samordning_graph.report.findings_report import Report
from tests.helpers.tiny import tiny


@pytest.mark.parametrize(("day", "is_told"), [(date(2023, 6, 30), True), (date(2023, 7, 1), False)])
def test_before_the_law_it_is_said_that_it_required_nothing(day: date, is_told: bool):
    graph = tiny(options=AnalysisOptions(as_of=day), units="id;name;sector\nb;Bolig;bolig")

    notes = [line for line in about_the_data(Report(graph)) if "required nothing yet" in line]

    assert bool(notes) is is_told
