"""The way that goes today from one actor to another: over working arenas, links and agreements."""

from collections.abc import Iterator

from samordning_graph.graph.contact import component_graph
from samordning_graph.graph.graph import Graph, cached_per_graph
from samordning_graph.graph.organisation import descendant_units


def todays_path(graph: Graph, first: str, second: str) -> tuple[str, ...]:
    """Return the ids from one actor to another, both included; empty where the data show no way.

    The shortest way over what counts: being leader or member of a working arena, a link, an
    agreement in force. At each of the two ends it may begin in a unit below the actor, since a
    unit's ties are its own and those of the units below it; that unit is then on the way. Of
    equally short ways the one whose ids come first, the same from both ends.
    """
    start, end = sorted((first, second))
    found = _shortest_path(graph, start, end)
    return found if first == start else found[::-1]


@cached_per_graph  # a report tells each in its table and in its appendix
def _shortest_path(graph: Graph, start: str, end: str) -> tuple[str, ...]:
    came_from: dict[str, str | None] = {start: None}
    # A dict may not grow while it is iterated over, so the queue is a list of its own.
    queue = [start]
    for node in queue:
        if node == end:
            break
        for neighbour in sorted(_steps(graph, node, start, end)):
            if neighbour not in came_from:
                came_from[neighbour] = node
                queue.append(neighbour)
    if end not in came_from:
        return ()
    return tuple(_traced_back(came_from, end))[::-1]


def _steps(graph: Graph, node: str, start: str, end: str) -> Iterator[str]:
    yield from component_graph(graph)[node]
    if node == start:
        yield from descendant_units(graph, start)
    if node in descendant_units(graph, end):
        yield end


def _traced_back(came_from: dict[str, str | None], end: str) -> Iterator[str]:
    node: str | None = end
    while node is not None:
        yield node
        node = came_from[node]
