"""The findings as CSV for Excel in Norway: `;`, UTF-8 with its mark, one row a finding."""

import csv
from typing import Any, TextIO

from samordning_graph.finding import Finding
from samordning_graph.graph import Graph
from samordning_graph.locale import _
from samordning_graph.report.model import Report
from samordning_graph.rules.wording import basis_name, data_basis, subject_names

BYTE_ORDER_MARK = "\ufeff"
FORM: Any = {"delimiter": ";", "lineterminator": "\r\n"}
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report, stream: TextIO) -> None:
    """Write the findings of a report as a table."""
    write_head(stream)
    write_body(report, stream)


def write_head(stream: TextIO) -> None:
    """Write the mark and the header."""
    stream.write(BYTE_ORDER_MARK)
    csv.writer(stream, **FORM).writerow(_header())


def write_body(report: Report, stream: TextIO) -> None:
    """Write the rows of one report: those of several can stand under one header."""
    writer = csv.writer(stream, **FORM)
    titles = {outcome.rule.code: outcome.rule.title for outcome in report.outcomes}
    town = report.model.municipality
    for finding in report.findings():
        cells = (town.number, town.name or "", titles[finding.identity.rule])
        writer.writerow(harmless(cell) for cell in _row(report.graph, finding, cells))


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell


def _header() -> list[str]:
    return [
        _("municipality number"),
        _("municipality"),
        _("rule"),
        _("title"),
        _("basis"),
        _("confidence"),
        _("subject"),
        _("subject name"),
        _("related"),
        _("related names"),
        _("coverage"),
        _("observation"),
        _("ground"),
        _("question"),
        _("possible next step"),
        _("evidence"),
        _("accepted because"),
        _("accepted by"),
        _("accepted until"),
    ]


def _row(graph: Graph, finding: Finding, cells: tuple[str, str, str]) -> list[str]:
    identity, accepted = finding.identity, finding.accepted
    number, town, title = cells
    subject, *related = subject_names(graph, identity)
    return [
        number,
        town,
        identity.rule,
        title,
        basis_name(finding.basis),
        data_basis(finding),
        identity.subject,
        subject,
        "; ".join(identity.related),
        "; ".join(related),
        str(finding.coverage or ""),
        finding.observation,
        finding.ground,
        finding.question,
        finding.next_step,
        "; ".join(f"{one.place}: {one.text}" for one in finding.evidence),
        accepted.reason if accepted else "",
        accepted.owner if accepted else "",
        accepted.expires if accepted else "",
    ]
