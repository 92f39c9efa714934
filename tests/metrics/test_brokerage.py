"""Brokerage: the published counts, the five roles, and the definition on small networks."""

from dataclasses import astuple
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given

from samordning_graph.metrics.brokerage import Brokerage, brokerage
from tests.helpers.cases import few
from tests.metrics.networks import groups, pairs, rows, sectored

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")


def by_definition(network: nx.DiGraph, sector: dict[str, str]) -> dict[str, Brokerage]:
    found = {actor: dict.fromkeys(ROLES, 0) for actor in network}
    patterns = {"AAA": 0, "ABA": 1, "AAB": 2, "ABB": 3, "ABC": 4}
    for source, broker, target in permutations(network, 3):
        if (
            network.has_edge(source, broker)
            and network.has_edge(broker, target)
            and not network.has_edge(source, target)
        ):
            sectors = [sector[actor] for actor in (source, broker, target)]
            letters = "".join(
                "ABC"[list(dict.fromkeys(sectors)).index(of_actor)] for of_actor in sectors
            )
            found[broker][ROLES[patterns[letters]]] += 1
    return {actor: Brokerage(**counts) for actor, counts in found.items()}


@pytest.mark.parametrize(
    ("sectors", "role"), list(zip(("AAA", "ABA", "AAB", "ABB", "ABC"), ROLES, strict=True))
)
def test_the_role_follows_the_sectors_of_source_broker_and_target(sectors: str, role: str):
    chain = nx.DiGraph([("1", "2"), ("2", "3")])
    found = brokerage(chain, dict(zip("123", sectors, strict=True)))

    assert found["2"] == Brokerage(**{name: int(name == role) for name in ROLES})
    assert not any(astuple(found["1"]) + astuple(found["3"]))


def test_a_link_from_source_to_target_leaves_nothing_to_broker_and_one_back_does():
    chain = [("1", "2"), ("2", "3")]
    sector = dict.fromkeys("123", "A")

    assert brokerage(nx.DiGraph([*chain, ("1", "3")]), sector)["2"].coordinator == 0
    assert brokerage(nx.DiGraph([*chain, ("3", "1")]), sector)["2"].coordinator == 1


def test_the_researchers_of_eies_have_the_published_counts():
    found = brokerage(nx.DiGraph(pairs("eies_arcs")), groups("eies_groups"))
    across = [
        counts.representative + counts.gatekeeper + counts.liaison
        for counts in (found["N01"], found["N02"], found["N03"])
    ]

    assert across == [333, 207, 3]
    for row in rows("eies_roles"):
        assert astuple(found[row["id"]]) == tuple(int(row[role]) for role in ROLES), row["id"]


@few
@given(sectored())
def test_it_is_what_the_definition_says(drawn):
    network, sector = drawn

    assert brokerage(network, sector) == by_definition(network.to_directed(), sector)


@few
@given(sectored())
def test_without_direction_representative_equals_gatekeeper_and_the_rest_is_even(drawn):
    for counts in brokerage(*drawn).values():
        assert counts.representative == counts.gatekeeper
        assert {counts.coordinator % 2, counts.consultant % 2, counts.liaison % 2} == {0}
