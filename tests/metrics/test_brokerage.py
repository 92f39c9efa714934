"""Brokerage: the published counts, the five roles, and the definition on small networks."""

from dataclasses import astuple
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given

from samordning_graph.metrics.brokerage import Brokerage, brokerage
from tests.metrics.networks import few, groups, pairs, rows, sectored

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")


def by_definition(network: nx.DiGraph, sector: dict[str, str]) -> dict[str, Brokerage]:
    found = {one: dict.fromkeys(ROLES, 0) for one in network}
    patterns = {"AAA": 0, "ABA": 1, "AAB": 2, "ABB": 3, "ABC": 4}
    for source, broker, target in permutations(network, 3):
        if (
            network.has_edge(source, broker)
            and network.has_edge(broker, target)
            and not network.has_edge(source, target)
        ):
            seen = [sector[one] for one in (source, broker, target)]
            letters = "".join("ABC"[list(dict.fromkeys(seen)).index(one)] for one in seen)
            found[broker][ROLES[patterns[letters]]] += 1
    return {one: Brokerage(**counts) for one, counts in found.items()}


@pytest.mark.parametrize(
    ("sectors", "role"), list(zip(("AAA", "ABA", "AAB", "ABB", "ABC"), ROLES, strict=True))
)
def test_the_role_follows_the_sectors_of_source_broker_and_target(sectors: str, role: str):
    chain = nx.DiGraph([("1", "2"), ("2", "3")])
    found = brokerage(chain, dict(zip("123", sectors, strict=True)))

    assert found["2"] == Brokerage(**{one: int(one == role) for one in ROLES})
    assert not any(astuple(found["1"]) + astuple(found["3"]))


def test_a_link_from_source_to_target_leaves_nothing_to_broker_and_one_back_does():
    chain = [("1", "2"), ("2", "3")]
    sector = dict.fromkeys("123", "A")

    assert brokerage(nx.DiGraph([*chain, ("1", "3")]), sector)["2"].coordinator == 0
    assert brokerage(nx.DiGraph([*chain, ("3", "1")]), sector)["2"].coordinator == 1


def test_the_researchers_of_eies_have_the_published_counts():
    found = brokerage(nx.DiGraph(pairs("eies_arcs")), groups("eies_groups"))
    across = [
        one.representative + one.gatekeeper + one.liaison
        for one in (found["N01"], found["N02"], found["N03"])
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
    for one in brokerage(*drawn).values():
        assert one.representative == one.gatekeeper
        assert {one.coordinator % 2, one.consultant % 2, one.liaison % 2} == {0}
