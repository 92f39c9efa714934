"""GOAL03 goal-without-arena: A goal shared across sectors whose holders never meet.

What it finds
    Goals held in two or more sectors where no two holders from different sectors take part in the
    same working arena.
Why it matters
    A shared goal without a meeting place is shared on paper. There is nowhere to see that it is
    not being reached.
How it is decided
    Among the holders, pairs across sectors (at least one a unit, neither part of the other).
    Political bodies are left out: what they hold a goal for is to decide. The
    goal is found when none of them meets. A link between two of them is evidence, not a meeting
    place. Arenas that do not count, acquaintances, collaborations that are
    not confirmed and lapsed agreements are told with the finding.
    Not assessed when a participant list could have shown one of the pairs, unless one of the
    two answers that they have no contact. Recommended; a hint where the goal stands only in plans that
    are replaced or past their last day: it is then asked whether it still applies.
Known limits
    An arena where they meet may have other things on its agenda. Meetings outside the data count
    as none.
Source
    Own definition.
"""

from itertools import chain

from samordning_graph.common.locale import _
from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.excluded_ties import excluded_among
from samordning_graph.graph.graph import (
    Graph,
    listed_names,
    node_row,
    nodes,
)
from samordning_graph.graph.links import linked_pairs, pairs_said_to_be_apart
from samordning_graph.graph.organisation import rows_of_holders
from samordning_graph.graph.political_bodies import administrative_holders
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded, with_no_contact
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import (
    confidence,
    evidence,
    nothing_filled_in,
    open_lists,
    searched,
)
from samordning_graph.rules.next_step import after_asking
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.aims_in_time import (
    basis_of_aims,
    with_still_valid,
    with_where_they_stand,
)
from samordning_graph.schema.tables import Goal, Participation


def assess(graph: Graph) -> Assessment:
    """Look at every goal with a pair of holders across sectors."""
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    coverages = {goal.id: _coverage(graph, goal.id) for goal in nodes(graph, Goal)}
    shared = {goal: coverage for goal, coverage in coverages.items() if coverage is not None}
    if not shared:
        return nothing_to_assess(_("No goal is shared by two sectors in the data."))
    undetermined = [
        Case(goal) for goal, coverage in shared.items() if coverage is Coverage.NOT_ASSESSED
    ]
    examined = len(shared) - len(undetermined)
    return Assessment(
        examined=examined,
        found=[Case(goal) for goal, coverage in shared.items() if coverage is Coverage.NONE],
        undetermined=undetermined,
        reason="" if examined else _("No goal that two sectors share can be assessed."),
    )


def _coverage(graph: Graph, goal: str) -> Coverage | None:
    """Return whether any pair of holders across sectors meets; None when there is no such pair."""
    engine = pair_engine(graph)
    pairs = _pairs(graph, goal)
    if not pairs:
        return None
    if any(row & engine.meets.row(i) for i, row in pairs):
        return Coverage.ARENA
    if any(row & engine.unknown(i) for i, row in pairs):
        return Coverage.NOT_ASSESSED
    return Coverage.NONE


def _pairs(graph: Graph, goal: str) -> list[tuple[int, int]]:
    """Return the holders with those of the others that each makes a pair with across sectors."""
    engine = pair_engine(graph)
    holders = sorted(
        engine.position[holder] for holder in administrative_holders(graph).get(goal, ())
    )
    everyone = mask_of(holders)
    return [(i, row) for i in holders if (row := engine.cross_sector(i) & everyone)]


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one goal whose holders never meet."""
    row = node_row(graph, case.subject)
    goal = row.name
    holders = sorted(administrative_holders(graph)[case.subject])
    engine = pair_engine(graph)
    pairs = [
        (engine.ids[i], engine.ids[j])
        for i, row in _pairs(graph, case.subject)
        for j in bits(row)
        if i < j
    ]
    excluded = excluded_among(graph, pairs)
    answers = pairs_said_to_be_apart(graph)
    apart = {pair: answers[pair] for pair in pairs if pair in answers}
    linked = [pair for pair in linked_pairs(graph) if set(pair) <= set(holders)]
    observation = _(
        "{holders} own or contribute to the goal «{goal}». The data show no working arena where they"
        " meet across sectors."
    ).format(goal=goal, holders=listed_names(graph, holders))
    observation = with_where_they_stand(graph, observation, (row,))
    if linked:
        observation += " " + _("{pair} work together directly.").format(
            pair=listed_names(graph, linked[0])
        )
    return Finding(
        identity=RULE.identity(case),
        basis=basis_of_aims(graph, (row,), Basis.RECOMMENDED),
        confidence=confidence(graph, holders, about=RULE.asked_about),
        grounds=(FindingGround(_("Cooperation across sectors"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(
                graph,
                (
                    row,
                    *rows_of_holders(graph).get(case.subject, ()),
                    *(link for pair in linked for link in linked_pairs(graph)[pair]),
                    *excluded_rows(excluded),
                    *chain(*apart.values()),
                ),
            ),
            *searched(graph, Participation),
            *open_lists(graph),
        ),
        excluded=excluded,
        observation=with_no_contact(graph, with_excluded(graph, observation, excluded), apart),
        ground=_("A goal that sectors share needs a place where they see how it goes."),
        question=with_still_valid(
            graph,
            _("Where do you see whether «{goal}» is being reached?").format(goal=goal),
            (row,),
        ),
        next_step=after_asking(
            graph,
            excluded,
            _(
                "Put «{goal}» on the agenda of one arena, and invite those who own or contribute to"
                " it."
            ).format(goal=goal),
        ),
    )


RULE = Rule(
    code="GOAL03",
    slug="goal-without-arena",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    asked_about=(Topic.ARENAS,),
    version=3,
)
