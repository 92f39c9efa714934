"""The order of the nodes in each layer, so that few ties cross.

Pure: barycentre sweeps, without chance, so that the same data always give the same order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from samordning_graph.drawing.crossings import crossings

SWEEPS = 12
"""One sweep more has improved none of the data sets."""


def order_layers(
    layers: Sequence[Sequence[str]], ties: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the layers in an order with few crossings; the given order decides between equals.

    Ties with an end in no layer do not count.

    Notes
    -----
    Each sweep sorts every layer by the mean position of what its nodes are tied to, downwards and
    then upwards. The best order found is kept, and that may be the given one.

    References
    ----------
    Sugiyama, Tagawa and Toda (1981), «Methods for visual understanding of hierarchical system
    structures», IEEE Transactions on Systems, Man, and Cybernetics 11.

    Examples
    --------
    >>> order_layers([["a", "b"], ["x", "y"]], [("a", "y"), ("b", "x")])
    (('b', 'a'), ('x', 'y'))
    """
    nodes = {node for layer in layers for node in layer}
    edges = [tie for tie in ties if nodes.issuperset(tie)]
    tied: dict[str, list[str]] = defaultdict(list)
    for first, second in edges:
        tied[first].append(second)
        tied[second].append(first)
    order = [list(layer) for layer in layers]
    position_of = {
        node: position for layer in order for node, position in _relative_positions(layer)
    }
    best, least = _copy(order), _cost(order, edges, position_of)
    for sweep in range(SWEEPS):
        for layer in order if sweep % 2 == 0 else reversed(order):
            means = {
                node: _mean_position(tied[node], position_of, position_of[node]) for node in layer
            }
            layer.sort(key=means.__getitem__)
            position_of.update(_relative_positions(layer))
        cost = _cost(order, edges, position_of)
        if cost < least:
            best, least = _copy(order), cost
    return best


def _copy(layers: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(layer) for layer in layers)


def _relative_positions(layer: Sequence[str]) -> Iterable[tuple[str, float]]:
    """Yield the position of each node in its layer, from 0 to 1: layers of any length compare."""
    return ((node, (i + 0.5) / len(layer)) for i, node in enumerate(layer))


def _mean_position(tied: Sequence[str], position_of: Mapping[str, float], default: float) -> float:
    return fsum(position_of[neighbour] for neighbour in tied) / len(tied) if tied else default


def _cost(
    layers: Sequence[Sequence[str]],
    ties: Iterable[tuple[str, str]],
    position_of: Mapping[str, float],
) -> tuple[int, float]:
    """Return (crossings, summed length), the crossings counted between each two layers."""
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    between: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    length = 0.0
    for tie in ties:
        upper, lower = sorted(tie, key=layer_of.__getitem__)
        between[layer_of[upper], layer_of[lower]].append((position_of[upper], position_of[lower]))
        length += abs(position_of[upper] - position_of[lower])
    across = (ends for (first, last), ends in between.items() if first != last)
    return sum(map(crossings, across)), length
