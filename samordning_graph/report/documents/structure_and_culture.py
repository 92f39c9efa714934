"""What the data can show of the structure, beside what only people can answer about the culture."""

from collections.abc import Iterator

from samordning_graph.analysis.cooperation import mandate_and_leader
from samordning_graph.common.locale import _
from samordning_graph.graph.graph import nodes
from samordning_graph.graph.organisation import goal_holders, join_sectors
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.report.blocks import Block, Bullets, Heading, TableBlock
from samordning_graph.report.documents.self_assessment import self_assessment_in_short
from samordning_graph.report.findings_report import Report
from samordning_graph.schema.tables import Goal, Measure, Strategy


def structure_and_culture(report: Report) -> Iterator[Block]:
    """Yield the figures, each with its question, and what was answered to the self-assessment."""
    graph = report.graph
    holders = goal_holders(graph)
    aims = [aim.id for table in (Goal, Strategy, Measure) for aim in nodes(graph, table)]
    planning = [clause.in_full for clause in report.clauses if clause.id >= "P4"]
    yield Heading(2, _("Structure and culture"))
    yield TableBlock(
        _("Structure shows in the data. Culture must be asked about: the two carry each other."),
        (_("What the data can show"), _("What only people can answer")),
        tuple(
            (text.format(figure=figures_in_words(figures)), question)
            for text, figures, question in (
                (
                    _("Pairs with a ground to coordinate: {figure}"),
                    report.congruence["all"],
                    _("Do they solve anything together when they meet?"),
                ),
                (
                    _("Working arenas with both mandate and leader: {figure}"),
                    ThreeFigures.of(mandate_and_leader(graph).values()),
                    _("Is what is agreed there carried out?"),
                ),
                (
                    _("Goals, strategies and measures that join sectors: {figure}"),
                    ThreeFigures.of(join_sectors(graph, holders.get(aim, ())) for aim in aims),
                    _("Do the sectors mean the same by the goals?"),
                ),
                (
                    _("Points about overview and planning, in full: {figure}"),
                    ThreeFigures.of(planning),
                    _("Are the plans used when day-to-day cases are settled?"),
                ),
            )
        ),
    )
    if answered := tuple(self_assessment_in_short(graph)):
        yield Bullets(answered)
