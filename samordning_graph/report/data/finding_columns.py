"""The columns of the findings: the same in CSV and in a workbook."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from samordning_graph.common.locale import _, mark
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.finding import Acceptance, Evidence, Finding
from samordning_graph.rules.labels import basis_of, data_basis, subject_names
from samordning_graph.rules.register import rule_of
from samordning_graph.rules.sources import is_older_than_law

_NOT_ACCEPTED = Acceptance(reason="")


class FindingColumn(NamedTuple):
    """A column: its header (a message id), the text of a cell, and its width in a workbook.

    A column without a width is for programs, and in CSV only.
    """

    header: str
    text: Callable[[Graph, Finding], str]
    width: int | None = None


def _accepted(finding: Finding) -> Acceptance:
    return finding.accepted or _NOT_ACCEPTED


COLUMNS = (
    FindingColumn(mark("rule"), lambda _graph, finding: finding.identity.rule, 10),
    FindingColumn(mark("title"), lambda _graph, finding: rule_of(finding.identity.rule).title, 34),
    FindingColumn(mark("basis"), lambda _graph, finding: basis_of(finding), 18),
    FindingColumn(mark("confidence"), lambda _graph, finding: data_basis(finding), 22),
    FindingColumn(mark("subject"), lambda _graph, finding: finding.identity.subject),
    FindingColumn(mark("subject name"), lambda graph, finding: _names(graph, finding)[0], 26),
    FindingColumn(mark("related"), lambda _graph, finding: "; ".join(finding.identity.related)),
    FindingColumn(
        mark("related names"), lambda graph, finding: "; ".join(_names(graph, finding)[1:]), 26
    ),
    FindingColumn(mark("coverage"), lambda _graph, finding: str(finding.coverage or "")),
    FindingColumn(mark("observation"), lambda _graph, finding: finding.observation, 48),
    FindingColumn(mark("ground"), lambda _graph, finding: finding.ground, 44),
    FindingColumn(mark("question"), lambda _graph, finding: finding.question, 44),
    FindingColumn(mark("possible next step"), lambda _graph, finding: finding.next_step, 44),
    FindingColumn(
        mark("evidence"),
        lambda _graph, finding: "; ".join(f"{row.place}: {row.text}" for row in finding.evidence),
        48,
    ),
    FindingColumn(
        mark("source"), lambda _graph, finding: _each_once(row.source for row in _rows(finding)), 30
    ),
    FindingColumn(
        mark("source date"),
        lambda _graph, finding: _each_once(
            row.source_date.isoformat() if row.source_date else "" for row in _rows(finding)
        ),
        14,
    ),
    FindingColumn(
        mark("comment"),
        lambda _graph, finding: _each_once(row.comment for row in _rows(finding)),
        36,
    ),
    FindingColumn(
        mark("older than the law"),
        lambda _graph, finding: _("yes") if is_older_than_law(finding.evidence) else "",
        12,
    ),
    FindingColumn(mark("accepted because"), lambda _graph, finding: _accepted(finding).reason, 24),
    FindingColumn(mark("accepted by"), lambda _graph, finding: _accepted(finding).owner, 18),
    FindingColumn(mark("accepted until"), lambda _graph, finding: _accepted(finding).expires, 14),
)


def _rows(finding: Finding) -> Iterator[Evidence]:
    return (row for row in finding.evidence if not row.of_absence)


def _each_once(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _names(graph: Graph, finding: Finding) -> list[str]:
    return subject_names(graph, finding.identity)
