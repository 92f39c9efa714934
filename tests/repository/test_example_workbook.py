"""The example workbook is the CSV files beside it, and is written from them."""

from pathlib import Path

from samordning_graph import build, find, read_model
from samordning_graph.graph.graph import AnalysisOptions
from tests.helpers.tiny import TODAY
from tools.example_workbook import FILE, FOLDER, write_example


def picture(path: Path):
    """Return a municipality without its places: nodes, ties and findings."""
    graph = build(read_model(path, TODAY), AnalysisOptions(as_of=TODAY))
    nodes = {
        (node, data["label"], getattr(data["row"], "name", ""))
        for node, data in graph.nodes.items()
    }
    ties = sorted(
        (first, second, str(data["tie"]), str({k: v for k, v in data.items() if k != "rows"}))
        for first, second, data in graph.edges(data=True)
    )
    return (
        nodes,
        ties,
        [(finding.identity, finding.basis, finding.confidence) for finding in find(graph)],
    )


def test_the_workbook_and_the_csv_files_are_one_municipality():
    assert picture(FILE) == picture(FOLDER)


def test_the_workbook_is_written_from_the_csv_files(tmp_path):
    write_example(tmp_path / "again.xlsx")
    assert picture(tmp_path / "again.xlsx") == picture(FILE), "run `make fresh`"
