"""The formal layer and the informal one: what is settled in writing, and links beside meetings."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from samordning_graph.graph.bit_relation import PairSet
from samordning_graph.graph.graph import Graph, options_of, ties_by_kind
from samordning_graph.graph.links import links, makes_linked
from samordning_graph.metrics.own_ties import own_ties
from samordning_graph.schema.tables import Tie


@dataclass(frozen=True, slots=True)
class Layers:
    """Linked pairs by whether the link is settled in writing, and by whether the two also meet.

    `formal`, `informal` and `unknown` split the linked pairs; so do `linked_and_meeting` and
    `linked_only`. `meeting_only`: pairs that take part in one working arena and are not linked.
    """

    formal: int
    informal: int
    unknown: int
    linked_and_meeting: int
    linked_only: int
    meeting_only: int


def layers(graph: Graph) -> Layers:
    """Return the layers of a municipality.

    A link is formal when a row about it says so, or when it is an agreement in force of which no
    row says otherwise: an agreement is something settled. It is informal when some row says no and
    none says yes.

    References
    ----------
    Own definition, after the distinction of Krackhardt and Hanson (1993), «Informal networks: The
    company behind the chart», Harvard Business Review 71.
    """
    formality = Counter(_formality(graph).values())
    ties = own_ties(graph)
    meeting = len(PairSet(ties.ids, ties.meeting.related(), ties.meeting.row))
    both = len(
        PairSet(ties.ids, ties.linked.related(), lambda i: ties.linked.row(i) & ties.meeting.row(i))
    )
    return Layers(
        formal=formality[True],
        informal=formality[False],
        unknown=formality[None],
        linked_and_meeting=both,
        linked_only=len(links(graph)) - both,
        meeting_only=meeting - both,
    )


def _formality(graph: Graph) -> dict[tuple[str, str], bool | None]:
    """Return, per linked pair, whether the link is settled in writing; None where nobody says."""
    as_of = options_of(graph).as_of
    said: dict[tuple[str, str], set[bool | None]] = defaultdict(set)
    for kind in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH):
        for one, other, tie in ties_by_kind(graph)[kind]:
            if makes_linked(tie, as_of):
                is_agreement = kind is Tie.HAS_AGREEMENT_WITH
                said[one, other].add(
                    True if is_agreement and tie["formal"] is None else tie["formal"]
                )
    return {
        pair: True if True in words else False if False in words else None
        for pair, words in said.items()
    }
