"""What was not assessed, and the questions that would decide it."""

from collections.abc import Iterator
from itertools import islice

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph, node_name
from samordning_graph.graph.participation import rolled_up_roles
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.findings_report import Outcome, Report
from samordning_graph.rules.labels import what_it_is_about
from samordning_graph.rules.missing_pairs import MissingPair

MAX_LISTED = 50
"""Pairs, findings or cases listed under one heading; the rest is counted, and is in CSV and JSON."""


def not_assessed_section(report: Report) -> Iterator[Block]:
    """Yield the pairs to ask about, the rules that could not be assessed and why, and their cases."""
    yield Heading(2, _("Not assessed – ask about"))
    pairs = list(pairs_to_ask_about(report))
    if pairs:
        yield Heading(3, _("Pairs whose coordination cannot be told from the data"))
        yield from pairs
    rows = tuple(
        (outcome.rule.code, outcome.rule.title, outcome.assessment.reason)
        for outcome in report.outcomes
        if not outcome.is_assessed
    )
    if rows:
        yield TableBlock(
            _("Rules that could not be assessed"), (_("Rule"), _("Title"), _("Why")), rows
        )
    yield from _questions(report)
    cases = tuple(
        (outcome.rule.code, case_names(report.graph, outcome))
        for outcome in report.outcomes
        if outcome.assessment.undetermined
        and not outcome.rule.is_about_pairs
        and not outcome.rule.question_when_undetermined
    )
    if cases:
        yield TableBlock(
            _("Left out because the data cannot tell"), (_("Rule"), _("Left out")), cases
        )
    if not (pairs or rows or cases):
        yield Paragraph(_("Everything that the rules look at could be assessed."))


def pairs_to_ask_about(report: Report) -> Iterator[Block]:
    """Yield the pairs that the data cannot decide, each with why, and a question that would."""
    graph = report.graph
    pairs, count = report.matters.strongest_pairs(Coverage.NOT_ASSESSED, MAX_LISTED)
    items = []
    for pair in pairs:
        reasons = [why.reason(graph, pair.first, pair.second).text for why in pair.pair_grounds]
        items.append(
            f"{node_name(graph, pair.first)} – {node_name(graph, pair.second)}: {'. '.join(reasons)}."
            f" {question_about_pair(report, pair)}"
        )
    if items:
        yield Bullets(tuple(items))
        yield from more(count - len(items))


def _questions(report: Report) -> Iterator[Block]:
    """Yield what to ask about the cases of rules that have a question for each."""
    for outcome in report.outcomes:
        asked = list(questions_about(report.graph, outcome))
        if asked:
            yield Heading(3, f"{outcome.rule.code} {outcome.rule.title}")
            yield from asked


def questions_about(graph: Graph, outcome: Outcome) -> Iterator[Block]:
    """Yield what to ask about the undetermined cases of a rule, if it has a question for each."""
    ask, undetermined = outcome.rule.question_when_undetermined, outcome.assessment.undetermined
    if ask is not None and undetermined:
        shown = [
            f"{what_it_is_about(graph, outcome.rule.identity(case))}: " + ask(graph, case)
            for case in islice(undetermined, MAX_LISTED)
        ]
        yield Bullets(tuple(shown))
        yield from more(len(undetermined) - len(shown))


def question_about_pair(report: Report, pair: MissingPair) -> str:
    """Return the question that would decide a pair, from a list that could have shown it.

    A list with one of the two on it asks least: about the other. Who was asked has answered where
    it takes part, so that only the other is asked.
    """
    graph, engine = report.graph, pair_engine(report.graph)
    first, second = engine.position[pair.first], engine.position[pair.second]
    asked = [
        end
        for end in (pair.first, pair.second)
        if not engine.lists.not_asked >> engine.position[end] & 1
    ]
    questions = []
    for arena_id, could in engine.lists.shown_by(first):
        if could >> second & 1:
            roles = rolled_up_roles(graph)[arena_id]
            absent = [actor_id for actor_id in (pair.first, pair.second) if actor_id not in roles]
            if not set(absent) & set(asked):
                questions.append((len(absent), arena_id, absent))
    if not questions:
        (to_ask,) = {pair.first, pair.second} - set(asked)
        return _("Is {actor} in touch with {other}?").format(
            actor=node_name(graph, to_ask), other=node_name(graph, asked[0])
        )
    missing, arena_id, absent = min(questions)
    if missing == 2:
        return _("Do both take part in «{arena}»?").format(arena=node_name(graph, arena_id))
    return _("Does {actor} take part in «{arena}»?").format(
        actor=node_name(graph, absent[0] if absent else pair.second),
        arena=node_name(graph, arena_id),
    )


def case_names(graph: Graph, outcome: Outcome) -> str:
    """Return what the undetermined cases of a rule are about, in one line."""
    cases = outcome.assessment.undetermined
    shown = [
        what_it_is_about(graph, outcome.rule.identity(case)) for case in islice(cases, MAX_LISTED)
    ]
    left = len(cases) - len(shown)
    return "; ".join([*shown, *([_("and {n} more").format(n=left)] if left > 0 else [])])


def more(left: int) -> Iterator[Block]:
    """Yield that a list goes on, and where the rest is."""
    if left > 0:
        yield Paragraph(
            ngettext(
                "… and {n} more, in the CSV and JSON formats.",
                "… and {n} more, in the CSV and JSON formats.",
                left,
            ).format(n=left),
            quiet=True,
        )
