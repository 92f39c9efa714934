"""In which order nodes stand in each layer, so that ties cross less.

Pure: barycentre sweeps, without chance, so that the same data always give the same order.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

SWEEPS = 12
"""A sweep further has bettered none of the data sets."""


def order_layers(
    layers: Sequence[Sequence[str]], ties: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the layers in an order with few crossings; the given order decides between equals.

    Ties with an end in no layer do not count.

    Notes
    -----
    Each sweep sorts every layer by the mean place of what its nodes are tied to, downwards and then
    upwards. The best order met is kept, the given one included.

    References
    ----------
    Sugiyama, Tagawa and Toda (1981), «Methods for visual understanding of hierarchical system
    structures», IEEE Transactions on Systems, Man, and Cybernetics 11.

    Examples
    --------
    >>> order_layers([["a", "b"], ["x", "y"]], [("a", "y"), ("b", "x")])
    (('b', 'a'), ('x', 'y'))
    """
    here = {node for layer in layers for node in layer}
    edges = [tie for tie in ties if here.issuperset(tie)]
    tied: dict[str, list[str]] = defaultdict(list)
    for one, other in edges:
        tied[one].append(other)
        tied[other].append(one)
    now = [list(layer) for layer in layers]
    place = {node: at for layer in now for node, at in _places(layer)}
    best, least = _copy(now), _cost(now, edges, place)
    for sweep in range(SWEEPS):
        for layer in now if sweep % 2 == 0 else reversed(now):
            layer.sort(key={node: _wish(tied[node], place, place[node]) for node in layer}.get)  # type: ignore[arg-type]
            place.update(_places(layer))
        cost = _cost(now, edges, place)
        if cost < least:
            best, least = _copy(now), cost
    return best


def _copy(layers: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(layer) for layer in layers)


def _places(layer: Sequence[str]) -> Iterable[tuple[str, float]]:
    """Yield where in a layer each node is, from 0 to 1: layers of any length can be compared."""
    return ((node, (i + 0.5) / len(layer)) for i, node in enumerate(layer))


def _wish(tied: Sequence[str], place: Mapping[str, float], otherwise: float) -> float:
    return sum(place[one] for one in tied) / len(tied) if tied else otherwise


def _cost(
    layers: Sequence[Sequence[str]],
    ties: Iterable[tuple[str, str]],
    place: Mapping[str, float],
) -> tuple[int, float]:
    """Return (crossings, summed length), the crossings counted between each two layers."""
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    between: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    length = 0.0
    for tie in ties:
        one, other = sorted(tie, key=layer_of.__getitem__)
        between[layer_of[one], layer_of[other]].append((place[one], place[other]))
        length += abs(place[one] - place[other])
    across = (ends for (first, last), ends in between.items() if first != last)
    return sum(map(crossings, across)), length


def crossings(ties: Iterable[tuple[float, float]]) -> int:
    """Return how many pairs of ties between two layers cross, each given by its two places.

    Examples
    --------
    >>> crossings([(0, 1), (1, 0), (1, 1)])
    1
    """
    seen: list[float] = []
    count = 0
    for _one, other in sorted(ties):
        count += len(seen) - bisect_right(seen, other)
        insort(seen, other)
    return count
