"""Published networks, and small random ones."""

import csv
from pathlib import Path

import networkx as nx
from hypothesis import strategies as st

PUBLISHED = Path(__file__).parent / "published"


def rows(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pairs(name: str) -> list[tuple[str, str]]:
    return [tuple(row.values()) for row in rows(name)]


def groups(name: str) -> dict[str, str]:
    return {row["id"]: row["group"] for row in rows(name)}


@st.composite
def networks(draw: st.DrawFn, least: int = 0, most: int = 7) -> nx.Graph:
    """A network of up to seven actors a, b, c …"""
    actors = "abcdefg"[: draw(st.integers(least, most))]
    possible = [(first, second) for first in actors for second in actors if first < second]
    network = nx.Graph()
    network.add_nodes_from(actors)
    if possible:
        network.add_edges_from(draw(st.lists(st.sampled_from(possible), unique=True)))
    return network


@st.composite
def sectored(draw: st.DrawFn, least: int = 0, most: int = 7) -> tuple[nx.Graph, dict[str, str]]:
    """A network, and a sector for each of its actors."""
    network = draw(networks(least, most))
    return network, {actor: draw(st.sampled_from(["bolig", "helse", "plan"])) for actor in network}
