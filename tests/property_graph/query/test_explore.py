"""The questions to explore with use the definitions of the rules, and say names beside ids."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from samordning_graph import read_model
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import AnalysisOptions, model_of
from samordning_graph.property_graph.query.embedded import EmbeddedGraph
from samordning_graph.property_graph.query.library import OF_RULES, days_of, explore_queries, named
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import Node
from tests.helpers.cases import few
from tests.helpers.oracle import Tables
from tests.helpers.tiny import TODAY, tiny_model
from tests.property_graph.query.test_twins import random_model
from tests.rules.test_properties import OPTIONS, municipalities
from tools.cypher_readme import example

QUERIES = [query for query in explore_queries() if query.stem != "shortest_way"]
"""Those that the embedded engine answers."""
TELL_OF_WHAT_DOES_NOT_COUNT = {
    "agreements_by_last_day",
    "arenas_by_level",
    "arenas_in_short",
    "external_actors",
    "isolated_by_municipality",
    "longest_without_update",
    "sources",
}

each_query = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)


def answer(models: list[Model], stem: str, **parameters: Any) -> list[list[Any]]:
    query = named(stem)
    values = example(query) | {
        name: value for name, value in parameters.items() if query.takes(name)
    }
    return EmbeddedGraph(models).ask(query.text, values, seconds=60, limit=10_000).rows


def cells(row: list[Any]) -> Iterator[Any]:
    for cell in row:
        if isinstance(cell, list):
            yield from cell
        else:
            yield cell


@pytest.fixture(scope="module")
def example_model() -> Model:
    return read_model("data/eksempel", TODAY)


@each_query
def test_a_name_stands_beside_each_id(query, example_model: Model):
    names: dict[str, set[str]] = {}
    for rows in example_model.rows.values():
        for row in rows:
            if isinstance(row, Node):
                names.setdefault(row.id, set()).add(row.name)
    words = {word for words in example_model.words.values() for word in words}
    for row in answer([example_model], query.stem):
        texts = {cell for cell in cells(row) if isinstance(cell, str)}
        for id_ in texts & names.keys() - words:
            assert texts & names[id_], (id_, row)


TWO = {
    "units": "id;name;sector;surveyed\na;Bolig;bolig;ja\nb;Rus;helse;\nc;Plan;plan;",
    "external_actors": "id;name;actor_type\nbank;Banken;husbanken",
    "referrals": "from;to;target_group\na;b;eldre\nb;c;",
    "goals": "id;name\ng;Mål",
}
SEATS = "actor;arena;role\na;team;leder\nb;team;\nbank;team;"


def without_noise() -> Model:
    return tiny_model(
        **TWO, arenas="id;name;level\nteam;Team;operativ", participation=SEATS, links="from;to\nb;c"
    )


def with_noise() -> Model:
    """And what does not count: ended, information, on call, acquaintance, an agreement that has lapsed."""
    return tiny_model(
        **TWO,
        arenas="id;name;level;kind;valid_to;target_groups\nteam;Team;operativ;;;\n"
        "ended;Prosjekt;strategisk;;2025-12-31;eldre\ninfo;Samling;strategisk;informasjon;;eldre",
        participation=SEATS
        + "\nc;team;ved behov\na;ended;\nc;ended;\na;info;\nc;info;leder\nbank;info;",
        links="from;to;strength;agreement;valid_to\nb;c;;;\na;c;kjennskap;;\na;b;ingen kontakt;;\n"
        "a;c;;Avtale;2025-12-31\na;bank;kjennskap;;",
    )


@pytest.mark.parametrize(
    "query",
    [query for query in QUERIES if query.stem not in TELL_OF_WHAT_DOES_NOT_COUNT],
    ids=lambda query: query.stem,
)
def test_what_does_not_count_changes_no_answer(query):
    plain, noisy = answer([without_noise()], query.stem), answer([with_noise()], query.stem)
    if query.stem == "incomplete_lists":  # c is on the list of Team, on call
        plain, noisy = ([row[:3] for row in rows] for rows in (plain, noisy))
    if query.stem == "units_by_arenas":  # how many lists it is on, in any role
        plain, noisy = ([[*row[:3], row[4]] for row in rows] for rows in (plain, noisy))

    assert sorted(map(repr, noisy)) == sorted(map(repr, plain))


def test_referrals_and_contact_says_what_the_report_says():
    """A project that ended last year is no meeting place, and an agreement in force is a link."""
    model = tiny_model(
        units="id;name;sector\na;Bolig;bolig\nb;Rus;helse\nc;Plan;plan",
        arenas="id;name;valid_to\np;Prosjekt;2025-12-31",
        participation="actor;arena\na;p\nb;p",
        links="from;to;agreement;valid_to\na;c;Avtale;2027",
        referrals="from;to;target_group\na;b;eldre\na;c;",
    )

    assert answer([model], "referrals_and_contact") == [
        ["a", "Bolig", "b", "Rus", ["eldre"], False, False],
        ["a", "Bolig", "c", "Plan", [], False, True],
    ]


@pytest.mark.slow
@few
@given(municipalities(), OPTIONS)
def test_who_meets_and_who_is_linked_is_what_the_rules_say(
    tables: Tables, options: AnalysisOptions
):
    # The question of confirmed links is one of the rules and their twins alone.
    options = replace(options, links="any")
    graph = build(random_model(tables), options)
    engine = pair_engine(graph)
    values = {
        "municipality": "0000",
        **days_of(TODAY),
        "max_arena_size": options.max_arena_size,
        "min_meetings": options.min_meetings,
        "links": options.links,
    }
    assert values.keys() == {*OF_RULES}

    for row in answer([model_of(graph)], "referrals_and_contact", **values):
        i, j = engine.position[row[0]], engine.position[row[2]]
        assert row[5:] == [
            bool(engine.meets.row(i) >> j & 1),
            bool(engine.linked.row(i) >> j & 1),
        ], row


@pytest.mark.parametrize(
    "query",
    [query for query in QUERIES if "municipality" in query.parameters],
    ids=lambda query: query.stem,
)
def test_what_another_municipality_says_of_a_national_actor_changes_no_answer(query):
    """Husbanken is called and placed otherwise there."""
    alone = answer([without_noise()], query.stem)
    other = tiny_model(
        municipality="number\n1103",
        units="id;name;sector\na;Eie;eiendom",
        external_actors="id;name;actor_type;sector\nstatsbank;Den andre;husbanken;justis",
        arenas="id;name\nteam;Råd",
        participation="actor;arena\nstatsbank;team\na;team",
        links="from;to;agreement\nstatsbank;a;Avtale",
    )

    assert answer([without_noise(), other], query.stem) == alone
    assert answer([other, without_noise()], query.stem) == alone
