from dataclasses import fields, replace

import pytest

from samordning_graph import build
from samordning_graph.property_graph.constraints import schema_version
from samordning_graph.property_graph.neo4j import load_queries
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.property_graph.rows import GraphRows
from samordning_graph.schema.tables import ExternalActor, Node, Participation, Takes, Unit, columns
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import DATA_SETS, ask, contents, data_set
from tests.property_graph.neo4j.loading import load, with_bank, without

pytestmark = pytest.mark.neo4j

UNITS = "name;sector\nBolig;bolig\nRus;helse\nSkole;oppvekst\nNav;annet\n"


# What is loaded


@on_both_versions
@pytest.mark.parametrize("name", DATA_SETS)
def test_a_data_set_is_loaded_whole(connection, name):
    model = data_set(name)
    graph = build(model)
    shared = len(list(GraphRows(graph).shared()))

    done = load(connection, model)

    rows = sum(len(own) for table, own in model.rows.items() if table in loading_own_tables())
    assert done.nodes == done.nodes_created == graph.number_of_nodes() + rows
    assert done.ties == done.ties_created == graph.number_of_edges() + shared
    assert ask(connection, "MATCH (n) RETURN count(n)") == [(done.nodes,)]
    assert ask(connection, "MATCH ()-[r]->() RETURN count(r)") == [(done.ties,)]


def loading_own_tables():
    from samordning_graph.property_graph.constraints import OWN_LABELS

    return OWN_LABELS


def test_every_node_and_tie_stands_there_as_it_is_in_the_graph(connection):
    model = data_set("eksempel")
    wanted = GraphRows(build(model))

    load(connection, model)

    stored = dict(ask(connection, "MATCH (n) RETURN n.key, properties(n)"))
    for node in wanted.nodes():
        assert {**stored[node.key], "run": None} == {**node.properties, "run": None}
    ties = {
        (type_, from_key, to_key, properties["nth"]): properties
        for type_, from_key, to_key, properties in ask(
            connection,
            "MATCH (a)-[r]->(b) WHERE type(r) <> 'KNOWS'"
            " RETURN type(r), a.key, b.key, properties(r)",
        )
    }
    assert {identity: {**properties, "run": None} for identity, properties in ties.items()} == {
        tie.identity: {**tie.properties, "run": None} for tie in wanted.ties()
    }


def test_the_municipality_tells_when_and_by_what_it_was_loaded(connection):
    model = data_set("stord")

    load(connection, model)

    ((municipality,),) = ask(connection, "MATCH (m:Municipality) RETURN properties(m)")
    assert municipality["key"] == municipality["number"] == municipality["id"] == "4614"
    assert municipality["schema_version"] == schema_version()
    assert municipality["digest"] == model.digest
    assert all(municipality[name] for name in ("loaded_at", "tool_version", "run"))
    assert not {"loading"} & set(municipality)


def test_all_data_sets_lie_beside_each_other(connection):
    for name in DATA_SETS:
        load(connection, data_set(name))

    again = [load(connection, data_set(name)) for name in DATA_SETS]

    assert [(summary.created, summary.removed) for summary in again] == [(0, 0)] * len(DATA_SETS)
    assert ask(connection, "MATCH (m:Municipality) RETURN count(m)") == [(len(DATA_SETS),)]
    assert ask(connection, "MATCH (n:ExternalActor {key: 'no/husbanken'}) RETURN count(n)") == [
        (1,)
    ]


# Loading again


@on_both_versions
def test_the_second_load_of_the_same_data_changes_nothing(connection):
    model = data_set("eksempel")
    load(connection, model)
    before = contents(connection)
    runs = ask(connection, "MATCH (n) WHERE NOT n:Municipality RETURN n.key, n.run ORDER BY n.key")

    done = load(connection, model)

    assert (done.created, done.changed, done.removed) == (0, 0, 0)
    assert contents(connection) == before
    assert runs == ask(
        connection, "MATCH (n) WHERE NOT n:Municipality RETURN n.key, n.run ORDER BY n.key"
    )


def test_a_property_that_is_gone_from_the_file_is_gone_from_the_graph(connection):
    load(connection, tiny_model(units="name;sector;orgnr;comment\nBolig;bolig;889640782;Ny"))

    done = load(connection, tiny_model(units="name;sector;orgnr;comment\nBolig;bolig;;"))

    ((unit,),) = ask(connection, "MATCH (n:Unit) RETURN properties(n)")
    assert not {"orgnr", "comment"} & set(unit)
    assert (done.nodes_changed, done.created, done.removed) == (1, 0, 0)


def test_a_node_and_its_ties_that_are_gone_from_the_file_are_removed(connection):
    load(connection, tiny_model(units=UNITS, arenas="name\nA\nB", participation=_meet("A", "B")))

    done = load(connection, tiny_model(units=UNITS, arenas="name\nA", participation=_meet("A")))

    assert (done.nodes_removed, done.ties_removed) == (1, 2)
    assert ask(connection, "MATCH (a:Arena) RETURN a.id") == [("a",)]


def _meet(*arenas):
    return "actor;arena\n" + "\n".join(f"Bolig;{arena}\nRus;{arena}" for arena in arenas)


def test_an_id_that_becomes_another_kind_keeps_what_others_have_tied_to_it(connection):
    load(connection, tiny_model(units=UNITS))
    ask(connection, "MATCH (n {id: 'nav'}) CREATE (n)<-[:ABOUT]-(:Note {mine: true})")
    without_nav = UNITS.replace("Nav;annet\n", "")

    done = load(
        connection,
        tiny_model(units=without_nav, external_actors="name;actor_type\nNav;nav-stat"),
    )

    assert ask(
        connection, "MATCH (n {id: 'nav'}) RETURN labels(n), COUNT { (n)<-[:ABOUT]-() }"
    ) == [(["Actor", "ExternalActor"], 1)] or ask(
        connection, "MATCH (n {id: 'nav'}) RETURN 'Unit' IN labels(n)"
    ) == [(False,)]
    assert (done.nodes_created, done.nodes_changed, done.nodes_removed) == (0, 1, 0)
    assert load(connection, tiny_model(units=UNITS)).nodes == 5


@on_both_versions
def test_what_somebody_has_changed_in_our_nodes_and_ties_is_set_right(connection):
    model = data_set("stord")
    load(connection, model)
    before = contents(connection)
    ask(connection, "MATCH (n:Arena) SET n.name = 'x', n.extra = 1")
    ask(connection, "MATCH ()-[r:PARTICIPATES_IN]->() SET r.role = 'observer'")
    ask(connection, "MATCH (a)-[r:PART_OF]->(b) CREATE (a)-[s:PART_OF]->(b) SET s = properties(r)")
    ask(connection, "MATCH (n:Plan) DETACH DELETE n")

    load(connection, model)

    assert contents(connection) == before


@on_both_versions
def test_what_others_have_put_beside_ours_stays(connection):
    model = data_set("stord")
    ask(
        connection,
        "CREATE (:Unit {id: 'min', municipality: '4614', mine: 1})-[:PART_OF {mine: 1}]->(:Arena)"
        " CREATE (:Municipality {number: '9999'})",
    )
    load(connection, model)
    ask(
        connection, "MATCH (a:Arena {municipality: '4614'}) WITH a LIMIT 1 CREATE (a)-[:LIKES]->(a)"
    )
    before = contents(connection)

    smaller = load(connection, without(model, Unit, model.all(Unit)[-1].id))
    load(connection, model)

    assert smaller.nodes_removed == 1
    assert contents(connection) == before


def test_ties_of_others_that_go_with_a_removed_node_are_counted(connection):
    load(connection, tiny_model(units=UNITS))
    ask(connection, "MATCH (n {id: 'nav'}) CREATE (n)<-[:ABOUT]-(:Note)")

    done = load(connection, tiny_model(units=UNITS.replace("Nav;annet\n", "")))

    assert (done.nodes_removed, done.ties_removed, done.foreign_ties_removed) == (1, 1, 1)


# Removing most of it


def test_half_a_file_is_refused_with_the_figures_and_changes_nothing(connection):
    load(connection, tiny_model(units=UNITS))
    before = contents(connection)
    small = tiny_model(units="name;sector\nBarnehage;oppvekst")

    with pytest.raises(StoreError, match=r"4 .* 4 .* 4 .* 4 .*0000.*50 %.*--allow-removal"):
        load(connection, small)

    assert contents(connection) == before


def test_half_a_file_is_loaded_when_it_is_meant(connection):
    load(connection, tiny_model(units=UNITS))

    done = load(connection, tiny_model(units="name;sector\nBarnehage;oppvekst"), allow_removal=True)

    assert (done.nodes, done.nodes_removed, done.ties_removed) == (2, 4, 4)


def test_the_share_that_may_be_removed_can_be_given(connection):
    load(connection, tiny_model(units=UNITS))

    with pytest.raises(StoreError, match="10 %"):
        load(connection, tiny_model(units=UNITS.replace("Nav;annet\n", "")), max_share=0.1)


# National actors


def test_two_municipalities_share_a_national_actor_and_say_different_things_about_it(connection):
    first = with_bank("0301", id="banken", name="Husbanken øst", surveyed="ja")
    second = with_bank("1103", id="hb", name="Husbanken vest", tasks="skaffe")

    load(connection, first)
    load(connection, second)

    known = ask(
        connection,
        "MATCH (m:Municipality)-[k:KNOWS]->(n:ExternalActor:Actor)"
        " RETURN m.number, n.key, n.name, k.id, k.name, k.surveyed, k.tasks ORDER BY m.number",
    )
    assert known == [
        ("0301", "no/husbanken", "Husbanken vest", "banken", "Husbanken øst", "yes", None),
        ("1103", "no/husbanken", "Husbanken vest", "hb", "Husbanken vest", None, ["obtain"]),
    ]
    assert ask(
        connection,
        "MATCH ({key: 'no/husbanken'})-[r:PARTICIPATES_IN]->(a)"
        " RETURN r.municipality, a.key ORDER BY a.key",
    ) == [("0301", "0301/forum"), ("1103", "1103/forum")]
    again = load(connection, first)
    assert (again.created, again.removed) == (0, 0)


def test_a_national_actor_goes_when_no_municipality_knows_it_any_more(connection):
    models = [with_bank(number, name="Husbanken") for number in ("0301", "1103")]
    for model in models:
        load(connection, model)

    left = []
    for model in models:
        bare = replace(
            model,
            rows={
                **model.rows,
                ExternalActor: (),
                Participation: tuple(
                    row for row in model.all(Participation) if row.actor == "bolig"
                ),
            },
        )
        load(connection, bare, allow_removal=True)
        left.append(ask(connection, "MATCH (n {key: 'no/husbanken'}) RETURN count(n)"))

    assert left == [[(1,)], [(0,)]]


# Nothing from the data becomes a query


HOSTILE = (
    "`Unit`) DETACH DELETE n // '\"}) \\ $rows {run: 1} ; MATCH (n) DELETE n; "
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{PILE OF POO} :Actor\n\t\0 no/husbanken"
)


def _hostile(model):
    """The model with hostile text in every column that takes text, in every row."""

    def changed(row):
        properties = {}
        names = {field.name.rstrip("_"): field.name for field in fields(row) if field.metadata}
        for column in columns(type(row)):
            if column.takes is Takes.TEXT:
                text = f"{HOSTILE} {column.name}"
                properties[names[column.name]] = (text, "Unit") if column.many else text
        return replace(row, **properties)

    return replace(
        model,
        municipality=changed(model.municipality),
        rows={table: tuple(map(changed, rows)) for table, rows in model.rows.items()},
    )


@on_both_versions
def test_hostile_text_in_every_field_is_loaded_as_text(connection):
    model = _hostile(data_set("eksempel"))
    ask(connection, "CREATE (:Mine)")

    done = load(connection, model)

    assert done.nodes == GraphRows(build(model)).count_nodes()
    stored = dict(ask(connection, "MATCH (n) WHERE n.key IS NOT NULL RETURN n.key, properties(n)"))
    for node in GraphRows(build(model)).nodes():
        assert {**stored[node.key], "run": None} == {**node.properties, "run": None}
    assert load(connection, model).changed == 0
    assert ask(connection, "MATCH (n:Mine) RETURN count(n)") == [(1,)]


def test_names_that_look_like_labels_and_ties_are_names(connection):
    names = ["Unit", "Actor", "PART_OF", "Municipality", "no/husbanken", "0000", "KNOWS"]
    units = "name;sector\n" + "\n".join(f"{name};bolig" for name in names[:-2])

    done = load(connection, tiny_model(units=units))

    assert done.nodes == len(names[:-2]) + 1
    assert ask(connection, "MATCH (n:KNOWS) RETURN count(n)") == [(0,)]


def test_only_queries_that_are_written_beforehand_are_sent(connection, monkeypatch):
    sent = []
    real = type(connection.driver).execute_query

    def spy(self, query, *args, **kwargs):
        sent.append(getattr(query, "text", query))
        return real(self, query, *args, **kwargs)

    monkeypatch.setattr(type(connection.driver), "execute_query", spy)
    model = _hostile(data_set("eksempel"))
    load(connection, model)
    load(connection, tiny_model(units=UNITS), allow_removal=True)

    assert set(sent) <= load_queries.QUERIES
    assert "PILE" not in " ".join(load_queries.QUERIES)


def test_every_column_is_covered_by_the_hostile_data():
    tables = {table for table, rows in data_set("eksempel").rows.items() if rows}

    assert {Unit, ExternalActor, Participation} < tables
    assert all(issubclass(table, Node) or table.table for table in tables)


def test_progress_ends_at_the_whole(connection):
    progress = []

    load(
        connection,
        data_set("eksempel"),
        progress=lambda done, whole: progress.append((done, whole)),
    )

    assert progress[-1][0] == progress[-1][1]
    assert [done for done, _whole in progress] == sorted(done for done, _whole in progress)
