"""What is said of a finding, column by column: the same in CSV and in a workbook."""

from collections.abc import Callable
from dataclasses import dataclass

from samordning_graph.common.locale import mark
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.finding import Acceptance, Finding
from samordning_graph.rules.labels import basis_name, data_basis, subject_names
from samordning_graph.rules.register import rule_of

_NOT_ACCEPTED = Acceptance(reason="")


@dataclass(frozen=True, slots=True)
class FindingColumn:
    """A column: its header (a message id), what it says, and its width in a workbook.

    A column without a width is for programs, and in CSV only.
    """

    header: str
    says: Callable[[Graph, Finding], str]
    width: int | None = None


def _accepted(finding: Finding) -> Acceptance:
    return finding.accepted or _NOT_ACCEPTED


COLUMNS = (
    FindingColumn(mark("rule"), lambda _graph, one: one.identity.rule, 10),
    FindingColumn(mark("title"), lambda _graph, one: rule_of(one.identity.rule).title, 34),
    FindingColumn(mark("basis"), lambda _graph, one: basis_name(one.basis), 18),
    FindingColumn(mark("confidence"), lambda _graph, one: data_basis(one), 22),
    FindingColumn(mark("subject"), lambda _graph, one: one.identity.subject),
    FindingColumn(mark("subject name"), lambda graph, one: _names(graph, one)[0], 26),
    FindingColumn(mark("related"), lambda _graph, one: "; ".join(one.identity.related)),
    FindingColumn(mark("related names"), lambda graph, one: "; ".join(_names(graph, one)[1:]), 26),
    FindingColumn(mark("coverage"), lambda _graph, one: str(one.coverage or "")),
    FindingColumn(mark("observation"), lambda _graph, one: one.observation, 48),
    FindingColumn(mark("ground"), lambda _graph, one: one.ground, 44),
    FindingColumn(mark("question"), lambda _graph, one: one.question, 44),
    FindingColumn(mark("possible next step"), lambda _graph, one: one.next_step, 44),
    FindingColumn(
        mark("evidence"),
        lambda _graph, one: "; ".join(f"{row.place}: {row.text}" for row in one.evidence),
        48,
    ),
    FindingColumn(mark("accepted because"), lambda _graph, one: _accepted(one).reason, 24),
    FindingColumn(mark("accepted by"), lambda _graph, one: _accepted(one).owner, 18),
    FindingColumn(mark("accepted until"), lambda _graph, one: _accepted(one).expires, 14),
)


def _names(graph: Graph, finding: Finding) -> list[str]:
    return subject_names(graph, finding.identity)
