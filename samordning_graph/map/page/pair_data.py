"""What the page says of two with a gap between them beyond the gap: what there is today."""

from typing import Any

from samordning_graph.analysis.todays_path import todays_path
from samordning_graph.graph.excluded_ties import excluded_ties
from samordning_graph.graph.graph import Graph, node_row
from samordning_graph.map.gaps import GAP_KINDS
from samordning_graph.map.view import ViewTie
from samordning_graph.rules.coverage_text import excluded_sentence
from samordning_graph.schema.tables import Actor


def pair_data(graph: Graph, tie: ViewTie) -> dict[str, Any]:
    """Return today's way between two actors with a gap, and a sentence on what does not count.

    `path` holds keys, and none where the data show no way; `notCounted` is there if anything is.
    Empty for any other tie.
    """
    if tie.kind not in GAP_KINDS.values() or not _is_between_actors(graph, tie):
        return {}
    excluded = excluded_ties(graph, [tie.source], [tie.target])
    return {
        "path": list(todays_path(graph, tie.source, tie.target)),
        **({"notCounted": excluded_sentence(graph, excluded)} if excluded else {}),
    }


def _is_between_actors(graph: Graph, tie: ViewTie) -> bool:
    return all(
        end in graph and isinstance(node_row(graph, end), Actor) for end in (tie.source, tie.target)
    )
