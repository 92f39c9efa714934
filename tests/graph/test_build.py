"""From a model to a graph that cannot be changed."""

from datetime import date

import networkx as nx
import pytest

from samordning_graph.graph import graph as g
from samordning_graph.graph import links
from samordning_graph.graph.build import build, target_group_node
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.schema.tables import Tie
from tests.helpers.tiny import tiny, tiny_model

TWO = "name;sector\nBolig;bolig\nRus;helse"


def test_the_graph_cannot_be_changed():
    with pytest.raises(nx.NetworkXError):
        tiny(units=TWO).add_node("mer")


def test_a_unit_and_a_target_group_may_have_the_same_id():
    graph = tiny(units="name;sector;target_groups\nEldre;helse;eldre")

    assert g.is_unit(graph, "eldre")
    assert target_group_node("eldre") in graph


def test_the_same_data_may_be_seen_on_two_days():
    model = tiny_model(units=TWO, links="from;to;agreement;valid_to\nBolig;Rus;Avtale;2026-06-30")

    assert links.linked_pairs(build(model, AnalysisOptions(as_of=date(2026, 6, 30))))
    assert not links.linked_pairs(build(model, AnalysisOptions(as_of=date(2026, 7, 1))))


@pytest.mark.parametrize(
    ("rows", "reported_by"),
    [
        ("Bolig;Rus;én part", "one"),
        ("Bolig;Rus;én part\nBolig;Rus;én part", "one"),
        ("Bolig;Rus;én part\nRus;Bolig;én part", "both"),
        ("Bolig;Rus;begge", "both"),
        ("Bolig;Rus;", None),
    ],
)
def test_reports_from_both_ends_are_a_report_by_both(rows: str, reported_by: str | None):
    graph = tiny(units=TWO, links=f"from;to;reported_by\n{rows}")
    ((_from, _to, data),) = g.ties_between(graph, "rus", "bolig", Tie.COLLABORATES_WITH)

    assert data["reported_by"] == reported_by


@pytest.mark.parametrize("agreement", ["nei", "Ingen", "-"])
def test_a_word_that_says_that_there_is_no_agreement_names_none(agreement: str):
    graph = build(tiny_model(units=TWO, links=f"from;to;agreement\nBolig;Rus;{agreement}"))

    assert [data["tie"] for *_ends, data in graph.edges(data=True)].count(
        Tie.HAS_AGREEMENT_WITH
    ) == 0
    assert Tie.COLLABORATES_WITH in {data["tie"] for *_ends, data in graph.edges(data=True)}
