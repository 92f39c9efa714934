"""What must be the same when a municipality is read from a file and read back from Neo4j."""

import io
import json
import re
from collections import Counter
from dataclasses import fields

from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.data import findings_json as json_format
from samordning_graph.report.findings_report import Report
from samordning_graph.schema.tables import AcceptedGap, AgreedStep, SelfAssessment, Takes, columns
from tests.helpers.tiny import TODAY


def row_columns(row):
    """Every column of a row, wherever it stands; those that are ties have no order in a graph."""
    names = [field.name for field in fields(row) if field.metadata]
    ties = {
        column.name
        for column in columns(type(row))
        if column.many and column.takes is Takes.REFERENCE
    }
    return {
        name: sorted(value) if name in ties else value
        for name, value in ((name, getattr(row, name)) for name in names)
    }


def graph_of(model):
    """The nodes, the ties, the words, and what else the municipality has said."""
    graph = build(model)
    nodes = {
        node: (
            data["label"],
            row_columns(data["row"]) if hasattr(data["row"], "place") else data["row"],
        )
        for node, data in graph.nodes(data=True)
    }
    ties = Counter(
        (from_, to, *sorted((name, str(value)) for name, value in data.items() if name != "rows"))
        for from_, to, data in graph.edges(data=True)
    )
    words = {name: dict(words) for name, words in model.words.items()}
    own = [
        row_columns(row)
        for table in (SelfAssessment, AcceptedGap, AgreedStep)
        for row in model.all(table)
    ]
    return nodes, ties, words, own


def report_of(model, options=None):
    """The report as JSON, without places."""
    stream = io.StringIO()
    json_format.write(Report(build(model, options or AnalysisOptions(as_of=TODAY))), stream)
    return without_places(json.loads(stream.getvalue()))


def without_places(report):
    """A report without what says where its data are, what lies beside them and was not read, and
    how many rows there are and were searched.

    A row with both a collaboration and an agreement is two ties. Two rows may be one, with the
    strongest role. Those who work together stand in the order of their ids.
    """
    for name in ("path", "digest", "rows", "undated_rows", "rows_older_than_law"):
        del report["data"][name]
    report["notes"] = [
        note
        for note in report["notes"]
        if ": ikke lest: " not in note and not note.endswith(" er uten kildedato.")
    ]
    for finding in report["findings"]:
        finding["evidence"] = {_in_any_order(evidence["text"]) for evidence in finding["evidence"]}
        for ground in finding["grounds"]:
            finding["ground"] = finding["ground"].replace(ground.pop("citation"), "")
    for clause in report["clauses"]:
        clause["evidence"] = {_in_any_order(evidence["text"]) for evidence in clause["evidence"]}
    for pair in report["missing_pairs"]:
        for ground in pair["grounds"]:
            del ground["citation"]
    return report


def _in_any_order(text):
    text = re.sub(r": \d+ rad(er)? er ", ": ", text)
    return tuple(sorted(re.sub(r" \([^)]*\)$", "", text).split(" – ")))
