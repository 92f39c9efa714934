"""The formal layer and the informal one: links settled in writing, and those who also meet."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from samordning_graph.graph.bit_relation import PairSet
from samordning_graph.graph.graph import Graph, options_of, ties_by_kind
from samordning_graph.graph.links import linked_pairs, makes_linked, settled_in_writing
from samordning_graph.graph.own_ties import own_ties
from samordning_graph.schema.tables import Tie


@dataclass(frozen=True, slots=True)
class FormalLayers:
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


def formal_layers(graph: Graph) -> FormalLayers:
    """Return the layers of a municipality.

    A link is formal when a row about it says so, or when it is an agreement in force that is not
    marked either way: an agreement is something settled. It is informal when every row about it says
    no, and not known otherwise.

    References
    ----------
    Own definition, after the distinction of Krackhardt and Hanson (1993), «Informal networks: The
    company behind the chart», Harvard Business Review 71.
    """
    formality = Counter(_formality(graph).values())
    ties = own_ties(graph)
    meeting = len(PairSet(ties.ids, ties.meeting.related(), ties.meeting.row))
    linked_and_meeting = len(
        PairSet(ties.ids, ties.linked.related(), lambda i: ties.linked.row(i) & ties.meeting.row(i))
    )
    return FormalLayers(
        formal=formality[True],
        informal=formality[False],
        unknown=formality[None],
        linked_and_meeting=linked_and_meeting,
        linked_only=len(linked_pairs(graph)) - linked_and_meeting,
        meeting_only=meeting - linked_and_meeting,
    )


def _formality(graph: Graph) -> dict[tuple[str, str], bool | None]:
    """Return, per linked pair, whether the link is settled in writing; None where unknown."""
    options = options_of(graph)
    marks: dict[tuple[str, str], set[bool | None]] = defaultdict(set)
    for kind in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH):
        for first, second, tie in ties_by_kind(graph)[kind]:
            if makes_linked(tie, options):
                is_agreement = kind is Tie.HAS_AGREEMENT_WITH
                marks[first, second].add(
                    True if is_agreement and tie["formal"] is None else tie["formal"]
                )
    return {pair: settled_in_writing(of_pair) for pair, of_pair in marks.items()}
