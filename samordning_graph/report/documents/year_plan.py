"""The year ahead: what to do when, given the findings. Our own definition, to be adapted.

It follows the municipality's own year: reporting in winter, meeting places in spring, planning in
early autumn, the budget before Christmas.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.graph.graph import Graph, listed_names, options_of, ties_by_kind
from samordning_graph.report.blocks import Block, Heading, Paragraph, TableBlock
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import Season
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.labels import what_it_is_about
from samordning_graph.rules.next_step import confidentiality_in_short
from samordning_graph.rules.register import rule_of
from samordning_graph.schema.tables import Tie

MAX_STEPS = 1
"""Steps of one kind in one part of the year: more than that is not done."""
HORIZON = timedelta(days=365)


def year_ahead(report: Report) -> Iterator[Block]:
    """Yield the steps by part of the year."""
    meetings, planning, budget = (
        _next_steps(report, season) for season in (Season.MEETINGS, Season.PLANNING, Season.BUDGET)
    )
    yield Heading(2, _("The year ahead: suggested steps, to be fitted into your own year"))
    yield TableBlock(
        "",
        (_("When"), _("Steps")),
        (
            (
                _("January–March"),
                _steps(
                    [*_to_fill_in(report), _("Go through the data with those who are in them.")]
                ),
            ),
            (
                _("April–June"),
                _steps(
                    _sentences(meetings) or [_("See that the arenas still serve their purpose.")]
                ),
            ),
            (
                _("August–October"),
                _steps(_sentences(planning) or [_("Bring the need for housing into the plans.")]),
            ),
            (
                _("November–December"),
                _steps(
                    [
                        *_sentences(budget),
                        *_running_out(report),
                        _("Run the report again, and compare it with this one."),
                    ]
                ),
            ),
        ),
    )
    if any(finding.seat for finding in (*meetings, *planning, *budget)):
        yield Paragraph(confidentiality_in_short(), quiet=True)


def _steps(steps: list[str]) -> str:
    return " · ".join(steps)


def _next_steps(report: Report, season: Season) -> list[Finding]:
    """Return the first findings of a season, those with the same next step once."""
    of_season: dict[str, Finding] = {}
    for finding in report.matters.ranked:
        if rule_of(finding.identity.rule).season is season:
            of_season.setdefault(finding.next_step, finding)
    return [*of_season.values()][:MAX_STEPS]


def _sentences(findings: list[Finding]) -> list[str]:
    return [finding.next_step for finding in findings]


def _to_fill_in(report: Report) -> list[str]:
    n = report.deciding_cells.pairs
    if not n:
        return []
    ask = ngettext(
        "Ask about the pair that cannot be assessed.",
        "Ask about the {n} pairs that cannot be assessed.",
        n,
    )
    return [ask.format(n=n)]


def _running_out(report: Report) -> list[str]:
    """Return what ends within a year: agreements, and gaps accepted until a day."""
    today = options_of(report.graph).as_of
    return [*_agreements(report.graph, today), *_acceptances(report, today)][:MAX_STEPS]


def _agreements(graph: Graph, today: date) -> Iterator[str]:
    ending = sorted(
        (data["valid_to"], first, second, data["agreement"])
        for first, second, data in ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH]
        if data["valid_to"] and today <= data["valid_to"] <= today + HORIZON
    )
    for day, first, second, agreement in ending:
        yield _("«{agreement}» ({names}) runs out on {date}: renew it, or let it end.").format(
            agreement=agreement, names=listed_names(graph, (first, second)), date=in_words(day)
        )


def _acceptances(report: Report, today: date) -> Iterator[str]:
    for finding in report.accepted_findings:
        expires = finding.accepted.expires if finding.accepted else ""
        if expires and date.fromisoformat(expires) <= today + HORIZON:
            yield _("{title}: «{subject}». Accepted until {date}: decide anew.").format(
                title=rule_of(finding.identity.rule).title,
                subject=what_it_is_about(report.graph, finding.identity),
                date=in_words(date.fromisoformat(expires)),
            )
