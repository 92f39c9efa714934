"""Brokerage: who links two that are not linked to each other, and between which sectors."""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Brokerage:
    """In how many ordered pairs an actor takes each role between a source and a target.

    By the sectors of source, actor and target: `coordinator` AAA, `consultant` ABA,
    `representative` AAB (b_IO), `gatekeeper` ABB (b_OI), `liaison` ABC.
    """

    coordinator: int
    consultant: int
    representative: int
    gatekeeper: int
    liaison: int


def brokerage(
    network: "nx.Graph[str] | nx.DiGraph[str]", sector: Mapping[str, str]
) -> dict[str, Brokerage]:
    """Return the brokerage of each actor.

    An actor brokers between a and b when a is linked to it, it is linked to b, and a is not linked
    to b. Ordered pairs count; where links have no direction each pair counts twice, and
    representative equals gatekeeper.

    References
    ----------
    Gould and Fernandez (1989), «Structures of mediation: A formal approach to brokerage in
    transaction networks», Sociological Methodology 19. Signs and names of the roles as in
    `brokerage` of the R package sna.

    Examples
    --------
    >>> chain = nx.path_graph(["a", "b", "c"], create_using=nx.DiGraph)
    >>> brokerage(chain, {"a": "plan", "b": "bolig", "c": "bolig"})["b"].gatekeeper
    1
    """
    arcs = network.to_directed()
    to = {actor: set(arcs.successors(actor)) for actor in arcs}
    found = {}
    for actor in arcs:
        roles = dict.fromkeys(Brokerage.__slots__, 0)
        for source in arcs.predecessors(actor):
            for target in to[actor] - to[source] - {source}:
                roles[_role(sector[source], sector[actor], sector[target])] += 1
        found[actor] = Brokerage(**roles)
    return found


def _role(source: str, broker: str, target: str) -> str:
    if source == target:
        return "coordinator" if broker == source else "consultant"
    if broker == source:
        return "representative"
    return "gatekeeper" if broker == target else "liaison"
