"""Which pairs of actors are linked."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from samordning_graph.graph.graph import Graph, cached_per_graph, options_of, ties_by_kind
from samordning_graph.schema.tables import Row, Tie

NOT_LINKING = ("none", "awareness")
"""The strengths of a collaboration that do not make two actors linked."""


def agreement_in_force(data: Mapping[str, Any], as_of: date) -> bool:
    """Return whether an agreement tie holds on a day; no last day = no end."""
    return data["valid_to"] is None or data["valid_to"] >= as_of


def makes_linked(data: Mapping[str, Any], as_of: date) -> bool:
    """Return whether a tie makes its two actors linked.

    A collaboration of strength cooperation or more (none given counts), or an agreement that is in
    force. An expired agreement is evidence, never a tie.
    """
    if data["tie"] is Tie.COLLABORATES_WITH:
        return data["strength"] not in NOT_LINKING
    return data["tie"] is Tie.HAS_AGREEMENT_WITH and agreement_in_force(data, as_of)


@cached_per_graph
def linked_pairs(graph: Graph) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return the linked pairs of actors (smaller id first) with the rows that say so."""
    as_of = options_of(graph).as_of
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for kind in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH):
        for from_, to, data in ties_by_kind(graph)[kind]:
            if makes_linked(data, as_of):
                found[from_, to].extend(data["rows"])
    return {pair: tuple(found[pair]) for pair in sorted(found)}
