"""Structural holes: how far an actor's contacts are contacts of each other too.

For links without weight and direction, the definitions of Burt become short sums over contacts in
common. (networkx has both, but uses numpy where it is installed, and needs a minute for the
effective sizes of 2 000 actors.)
"""

import networkx as nx


def constraint(network: "nx.Graph[str]") -> dict[str, float | None]:
    """Return Burt's constraint of each actor; None for an actor with no link.

    The sum over the contacts j of i of (p_ij + Σ_q p_iq p_qj)², where p_ij = 1 / (links of i) and q
    are the contacts that i and j have in common.

    Notes
    -----
    1 for an actor with one contact only. Above 1 in a small closed group: 1.125 in a triangle.

    References
    ----------
    Burt (1992), «Structural Holes: The Social Structure of Competition», chapter 2.

    Examples
    --------
    >>> constraint(nx.path_graph(["a", "b", "c"]))
    {'a': 1.0, 'b': 0.5, 'c': 1.0}
    """
    contacts = {actor: set(network[actor]) for actor in network}
    return {
        actor: sum(
            (1 + sum(1 / len(contacts[common]) for common in mine & contacts[contact])) ** 2
            for contact in mine
        )
        / len(mine) ** 2
        if mine
        else None
        for actor, mine in contacts.items()
    }


def effective_size(network: "nx.Graph[str]") -> dict[str, float | None]:
    """Return Burt's effective size of each actor's contacts; None for an actor with no link.

    n - 2t / n, where n is the number of contacts and t that of links among them.

    References
    ----------
    Burt (1992), as above. Borgatti (1997), «Structural holes: Unpacking Burt's redundancy
    measures», Connections 20: the formula for links without weight.

    Examples
    --------
    >>> effective_size(nx.path_graph(["a", "b", "c"]))
    {'a': 1.0, 'b': 2.0, 'c': 1.0}
    """
    contacts = {actor: set(network[actor]) for actor in network}
    # Summed over the contacts, each link among them is counted from both ends: 2t.
    return {
        actor: len(mine) - sum(len(mine & contacts[contact]) for contact in mine) / len(mine)
        if mine
        else None
        for actor, mine in contacts.items()
    }
