"""The pairs without documented coordination: one table of all of them, and the pairs not known.

The table says who, on which kinds of ground, by whom a way goes today, and a possible next step. What
each rests on is told at the end of the report, by the number of the pair (`pair_blocks.py`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from samordning_graph.analysis.matters import Matter
from samordning_graph.analysis.todays_path import todays_path
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, Coverage, Ground
from samordning_graph.graph.excluded_ties import excluded_ties
from samordning_graph.graph.graph import Graph, listed_names, node_name, node_row
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.documents.next_cells import decided_in_words, to_ask
from samordning_graph.report.documents.not_assessed import more
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.next_step import (
    confidentiality_in_short,
    step_between,
    step_in_short,
)
from samordning_graph.schema.tables import Actor

MAX_PAIRS = 100
"""Pairs that are told; of a very large municipality the rest is counted, and is in CSV and JSON."""
MOST_ASKED = 2
"""Whom to ask first about what is not known."""
_MARK, _NONE = "●", "–"


def pairs_to_tell(report: Report) -> list[Matter]:
    """Return the pairs that the table shows, by number."""
    return report.matters.pairs(MAX_PAIRS)


def pairs_section(report: Report, pairs: Sequence[Matter]) -> Iterator[Block]:
    """Yield the table of pairs, and those of whom the data cannot tell."""
    about_pairs = [outcome for outcome in report.outcomes if outcome.rule.is_about_pairs]
    if not about_pairs:
        return
    yield Heading(2, _("Pairs without documented coordination, strongest ground first"))
    if not any(outcome.is_assessed for outcome in about_pairs):
        yield Paragraph(_("No pair could be assessed; below it says why."))
    elif not pairs:
        figure = figures_in_words(report.congruence["all"])
        yield Paragraph(
            _("None. Pairs with a ground to coordinate: {figure}.").format(figure=figure)
        )
    if pairs:
        yield from _table(report, pairs)
    yield from _not_known(report)


def _table(report: Report, pairs: Sequence[Matter]) -> Iterator[Block]:
    graph = report.graph
    yield TableBlock(
        _legend(pairs),
        (
            _("No."),
            _("Pair"),
            *(heading for heading, _grounds in _kinds_of_ground()),
            _("The way goes by today"),
            _("Possible next step"),
        ),
        tuple((str(matter.number), *_cells(graph, matter.pair)) for matter in pairs if matter.pair),
    )
    left = report.matters.number_of_pairs - len(pairs)
    yield from more(left)
    if accepted := report.number_of_accepted_pairs:
        yield Paragraph(
            ngettext(
                "{n} more pair is accepted by the municipality.",
                "{n} more pairs are accepted by the municipality.",
                accepted,
            ).format(n=accepted),
            quiet=True,
        )
    if any(matter.finding.seat for matter in pairs):
        yield Paragraph(confidentiality_in_short(), quiet=True)


def _legend(pairs: Sequence[Matter]) -> str:
    """Return what the marks mean, and why a pair stands above a stronger one, if one does."""
    strength = [matter.pair.rank[:2] for matter in pairs if matter.pair]
    if strength == sorted(strength):
        return _("● ground, – no known way. The rows stand at the end, by number.")
    return _(
        "● ground, – no known way. Those among the matters to begin with come first. The rows stand at"
        " the end, by number."
    )


def _kinds_of_ground() -> tuple[tuple[str, tuple[Ground, ...]], ...]:
    return (
        (_("Required"), DUTY_GROUNDS),
        (_("Goal"), (Ground.GOAL,)),
        (_("Ref."), (Ground.REFERRAL,)),
        (_("Group"), (Ground.TARGET_GROUP,)),
    )


def _cells(graph: Graph, pair: MissingPair) -> Iterator[str]:
    yield pair_names(graph, pair)
    grounds = {pair_ground.ground for pair_ground in pair.pair_grounds}
    for _heading, of_kind in _kinds_of_ground():
        yield "" if grounds.isdisjoint(of_kind) else _MARK
    yield way_in_short(graph, pair)
    yield next_step_in_short(graph, pair)


def pair_names(graph: Graph, pair: MissingPair) -> str:
    """Return the names of a pair as a title."""
    return f"{node_name(graph, pair.first)} – {node_name(graph, pair.second)}"


def next_step_in_short(graph: Graph, pair: MissingPair) -> str:
    """Return the possible next step of a pair in a few words."""
    excluded = excluded_ties(graph, (pair.first,), (pair.second,))
    return step_in_short(graph, step_between(graph, pair.first, pair.second), excluded)


def way_in_short(graph: Graph, pair: MissingPair) -> str:
    """Return by whom the way goes today from one to the other; «–» where the data show none."""
    path = todays_path(graph, pair.first, pair.second)
    between = path[1:-1]
    actors = [node for node in between if isinstance(node_row(graph, node), Actor)]
    return listed_names(graph, actors or between) or _NONE


# What the data cannot tell


def _not_known(report: Report) -> Iterator[Block]:
    """Yield the pairs that cannot be assessed, after whom to ask about them."""
    graph = report.graph
    pairs, count = report.matters.strongest_pairs(Coverage.NOT_ASSESSED, MAX_PAIRS)
    if not pairs:
        return
    yield Heading(
        3,
        ngettext(
            "Of {n} pair too little is known", "Of {n} pairs too little is known", count
        ).format(n=count),
    )
    asked = [
        _("{name} (decides {what})").format(
            name=_to_ask(graph, question.node_id), what=decided_in_words(question)
        )
        for question in to_ask(report)[:MOST_ASKED]
        if question.pairs
    ]
    if asked:
        yield Paragraph(_("Ask first: {who}.").format(who=listed(asked)))
    yield Bullets(tuple(_by_actor(graph, pairs)))
    yield from more(count - len(pairs))


def _by_actor(graph: Graph, pairs: Iterable[MissingPair]) -> Iterator[str]:
    """Yield each pair once: with whoever is in most of those that are left, and all its partners."""
    left = [(pair.first, pair.second) for pair in pairs]
    while left:
        (actor, _count), *_others = Counter(chain.from_iterable(left)).most_common(1)
        partners = [other for pair in left if actor in pair for other in pair if other != actor]
        yield f"{node_name(graph, actor)} – {listed_names(graph, partners)}"
        left = [pair for pair in left if actor not in pair]


def _to_ask(graph: Graph, node_id: str) -> str:
    """Return an actor by name, and an arena as its list of participants."""
    name = node_name(graph, node_id)
    if isinstance(node_row(graph, node_id), Actor):
        return name
    return _("the participant list of «{name}»").format(name=name)
