"""The E-I index: whether links run across sectors or inside them, compared with chance."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from samordning_graph.metrics.permutations import SHUFFLE_COUNT, crossing_counts


@dataclass(frozen=True, slots=True)
class SectorEI:
    """The links of one sector: a link to another sector counts for both."""

    sector: str
    external: int
    internal: int
    index: float | None


@dataclass(frozen=True, slots=True)
class EIFigures:
    """Links across sectors and inside them; `index`, and its value when chance assigns the sectors.

    `p_value`: how often chance alone gives an index at least as far from the expected one.
    """

    external: int
    internal: int
    index: float | None
    expected: float | None
    p_value: float | None
    by_sector: tuple[SectorEI, ...]


def ei_index(external: int, internal: int) -> float | None:
    """Return (E - I) / (E + I), from -1 (all inside) to 1 (all across); None without any."""
    total = external + internal
    return (external - internal) / total if total else None


def ei_figures(network: "nx.Graph[str]", sector: Mapping[str, str]) -> EIFigures:
    """Return the E-I index of a network of links, with its expected value and a permutation test.

    The expected value is the index of the network where every pair is linked: sectors of unequal
    size give more links across than inside by size alone. In each of 9 999 shuffles the sectors are
    assigned anew to the actors (`crossing_counts`); with k the number of shuffles whose index is at
    least as far from the expected one as the index found, on either side, p is (1 + k) / 10 000.

    Notes
    -----
    The index is not defined without links, the expected value not with fewer than two actors, and
    p not with one sector or without links: chance then has nothing to vary.

    References
    ----------
    Krackhardt and Stern (1988), «Informal networks and organizational crises: An experimental
    simulation», Social Psychology Quarterly 51.
    """
    size = Counter(sector[actor] for actor in network)
    across, inside = Counter[str](), Counter[str]()
    for first, second in network.edges:
        if sector[first] == sector[second]:
            inside[sector[first]] += 1
        else:
            across.update((sector[first], sector[second]))
    external, internal = across.total() // 2, inside.total()
    within = sum(count * (count - 1) // 2 for count in size.values())
    possible = len(network) * (len(network) - 1) // 2
    return EIFigures(
        external=external,
        internal=internal,
        index=ei_index(external, internal),
        expected=ei_index(possible - within, within),
        p_value=_p_value(network, sector, external, possible - within, possible),
        by_sector=tuple(
            SectorEI(name, across[name], inside[name], ei_index(across[name], inside[name]))
            for name in sorted(size)
        ),
    )


def _p_value(
    network: "nx.Graph[str]", sector: Mapping[str, str], external: int, across: int, possible: int
) -> float | None:
    """Return p where `external` of the links, and `across` of the possible pairs, cross sectors."""
    ids = sorted(network)
    labels = [sector[actor] for actor in ids]
    links = network.number_of_edges()
    if len(set(labels)) < 2 or not links:
        return None
    position = {actor: i for i, actor in enumerate(ids)}
    # Distances from the expected share in whole numbers: rounding must not decide what is as far.
    distance = abs(external * possible - across * links)
    as_far = sum(
        abs(count * possible - across * links) >= distance
        for count in crossing_counts(
            labels, [(position[first], position[second]) for first, second in network.edges]
        )
    )
    return (1 + as_far) / (1 + SHUFFLE_COUNT)
