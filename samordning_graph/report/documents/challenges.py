"""What matters most, told whole: the findings to begin with, or how little an empty list says."""

from collections.abc import Iterator

from samordning_graph.common.locale import _, ngettext
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.labels import basis_of
from samordning_graph.rules.sources import is_older_than_law


def challenges(report: Report) -> Iterator[Block]:
    """Yield the findings to begin with, each with its observation and its question."""
    yield Heading(2, _("Where the challenges lie"))
    yield Paragraph(report_disclaimer(), quiet=True)
    important = report.matters.first
    if important:
        yield Bullets(
            tuple(
                f"{matter.finding.observation} {matter.finding.question} ({_tag(matter.finding)})"
                for matter in important
            ),
            numbered=True,
        )
    else:
        yield Paragraph(nothing_found(report))


def nothing_found(report: Report) -> str:
    """Return that nothing was found, and how much that says."""
    if report.accepted_findings:
        return _("Nothing was found but what the municipality has accepted.")
    if any(outcome.is_assessed for outcome in report.outcomes):
        return " ".join(_how_little_it_says(report))
    return _("Nothing could be assessed; below it says why.")


def _how_little_it_says(report: Report) -> Iterator[str]:
    """Yield by how many rules nothing was found, and how many cases the data cannot tell."""
    assessed = sum(outcome.is_assessed for outcome in report.outcomes)
    if assessed == len(report.outcomes):
        yield _("Nothing was found.")
    else:
        yield _(
            "Nothing was found by the {n} of {all} rules that could be assessed. It says nothing of"
            " the others."
        ).format(n=assessed, all=len(report.outcomes))
    not_known = sum(outcome.assessment.figures.not_known for outcome in report.outcomes)
    if not_known:
        yield ngettext(
            "In {n} case the data cannot tell.", "In {n} cases the data cannot tell.", not_known
        ).format(n=not_known)


def _tag(finding: Finding) -> str:
    """Return where a finding comes from, in brackets after its sentence."""
    tag = f"{finding.identity.rule}, {basis_of(finding)}"
    if is_older_than_law(finding.evidence):
        return _("{tag}; older than the law").format(tag=tag)
    return tag
