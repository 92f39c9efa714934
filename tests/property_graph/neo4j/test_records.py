"""What others have edited or made in Neo4j becomes rows, or problems that say where."""

import pytest

from samordning_graph.input.validate import validate
from samordning_graph.property_graph.neo4j import read_back
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.schema.problem import Severity
from samordning_graph.schema.tables import ExternalActor, Link, Unit
from tests.helpers.files import identity_number
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import TODAY, tiny_model
from tests.property_graph.contents import ask
from tests.property_graph.neo4j.reading import messages, models, problems
from tests.property_graph.same import graph_of, report_of

pytestmark = pytest.mark.neo4j


def test_a_tie_that_somebody_has_drawn_counts(connection, municipality):
    ask(
        connection,
        "MATCH (a:Unit {id: 'skole'}), (b:Unit {id: 'rus'}), (f:Arena {id: 'forum'}),"
        " (g:Goal {id: 'bosetting'})"
        " CREATE (b)<-[:COLLABORATES_WITH {formal: true}]-(a)-[:PARTICIPATES_IN {role: 'leder'}]->(f)"
        "-[:FOLLOWS_UP]->(g)<-[:CONTRIBUTES_TO]-(a)-[:PART_OF]->(b)",
    )

    (back,) = models(connection)

    expected = tiny_model(
        units="name;sector;part_of\nBolig;bolig;\nRus;helse;\nSkole;oppvekst;Rus",
        arenas="name;participants_complete;goals\nForum;ja;Bosetting",
        participation="actor;arena;role\nBolig;Forum;\nRus;Forum;\nSkole;Forum;leder",
        links="from;to;formal\nSkole;Rus;ja",
        goals="name\nBosetting",
        goal_owners="actor;goal;role\nBolig;Bosetting;eier\nSkole;Bosetting;",
    )
    nodes, ties, *_rest = graph_of(back)
    expected_nodes, expected_ties, *_rest = graph_of(expected)
    assert ties == expected_ties
    assert nodes.keys() == expected_nodes.keys()


def test_a_national_actor_that_somebody_has_drawn_to_is_known_as_its_node_says(
    connection, municipality
):
    ask(
        connection,
        "MATCH (m:Municipality), (b:Unit {id: 'bolig'})"
        " CREATE (m)-[:KNOWS]->(n:ExternalActor:Actor {key: 'no/husbanken', id: 'husbanken',"
        " name: 'Husbanken', actor_type: 'husbanken'})-[:REFERS_TO]->(b)",
    )

    (back,) = models(connection)

    assert [actor.id for actor in back.all(ExternalActor)] == ["husbanken"]
    assert ("husbanken", "bolig") in {(tie[0], tie[1]) for tie in graph_of(back)[1]}


EDITS = {
    "a misspelt word": (
        "MATCH (n:Unit {id: 'rus'}) SET n.sector = 'hlese'",
        ("E11", "Unit 0000/rus", "sector"),
    ),
    "a required property that is gone": (
        "MATCH (n:Unit {id: 'rus'}) REMOVE n.sector",
        ("E10", "Unit 0000/rus", "sector"),
    ),
    "an id that is taken": (
        "MATCH (n:Unit {id: 'rus'}) SET n.id = 'skole'",
        ("E13", "Unit 0000/skole", "id"),
    ),
    "a property that is a misspelt column": (
        "MATCH (n:Unit {id: 'rus'}) SET n.targetGroups = ['eldre']",
        ("E04", "Unit 0000/rus", "targetGroups"),
    ),
    "a column in two spellings": (
        "MATCH (n:Unit {id: 'rus'}) SET n.Sektor = 'helse'",
        ("E06", "Unit 0000/rus", ""),
    ),
    "a date that is none": (
        "MATCH (n:Unit {id: 'rus'}) SET n.surveyed = 'i fjor'",
        ("E12", "Unit 0000/rus", "surveyed"),
    ),
    "a number of the municipality that is none": (
        "MATCH (n:Municipality) SET n.number = 301",
        ("E18", "Municipality 0000", "number"),
    ),
    "a tie to a node of the wrong kind": (
        "MATCH (a:Unit {id: 'rus'}), (b:Goal) CREATE (a)-[:PARTICIPATES_IN]->(b)",
        ("E16", "PARTICIPATES_IN 0000/rus → 0000/bosetting", ""),
    ),
    "a tie the wrong way": (
        "MATCH (a:Arena), (b:Unit {id: 'rus'}) CREATE (a)-[:PARTICIPATES_IN]->(b)",
        ("E16", "PARTICIPATES_IN 0000/forum → 0000/rus", ""),
    ),
    "a tie of a column to a node of the wrong kind": (
        "MATCH (a:Goal), (b:Unit {id: 'rus'}) CREATE (a)-[:ANCHORED_IN]->(b)",
        ("E16", "Goal 0000/bosetting", "ANCHORED_IN"),
    ),
    "a tie of a column that no such node has": (
        "MATCH (a:Unit {id: 'rus'}), (b:Goal) CREATE (a)-[:ANSWERS]->(b)",
        ("E16", "ANSWERS 0000/rus → 0000/bosetting", ""),
    ),
    "a goal that is part of the municipality": (
        "MATCH (a:Goal), (b:Municipality) CREATE (a)-[:PART_OF]->(b)",
        ("E16", "Goal 0000/bosetting", "PART_OF"),
    ),
    "a target group where a unit of the same name could be meant": (
        "MATCH (a:Unit {id: 'rus'}) CREATE (a)-[:REFERS_TO]->(:TargetGroup"
        " {key: '0000/target-group/skole', id: 'skole', municipality: '0000'})",
        ("E14", "REFERS_TO 0000/rus → 0000/target-group/skole", ""),
    ),
    "a unit where a target group is meant": (
        "MATCH (a:Unit {id: 'rus'}), (b:Unit {id: 'skole'}) CREATE (a)-[:SERVES]->(b)",
        ("E11", "Unit 0000/rus", "SERVES"),
    ),
    "a tie of ours to another municipality's node": (
        "MATCH (a:Unit {id: 'rus'}) CREATE (a)-[:REFERS_TO {municipality: '0000'}]->"
        "(:Mine {key: '0001/bolig'})",
        ("E14", "REFERS_TO 0000/rus → 0001/bolig", ""),
    ),
    "two units above one": (
        "MATCH (a:Unit {id: 'rus'}), (b:Unit) WHERE b.id <> 'rus' CREATE (a)-[:PART_OF]->(b)",
        ("E06", "Unit 0000/rus", "PART_OF"),
    ),
    "a ring": (
        "MATCH (a:Unit {id: 'rus'}), (b:Unit {id: 'skole'})"
        " CREATE (a)-[:PART_OF]->(b)-[:PART_OF]->(a)",
        ("E17", "Unit 0000/rus", ""),
    ),
    "an agreement without a name": (
        "MATCH (a:Unit {id: 'rus'}), (b:Unit {id: 'skole'}) CREATE (a)-[:HAS_AGREEMENT_WITH]->(b)",
        ("E10", "HAS_AGREEMENT_WITH 0000/rus → 0000/skole", "agreement"),
    ),
}


@on_both_versions
@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_what_is_wrong_is_said_of_the_node_or_the_tie(connection, municipality, edit, expected):
    ask(connection, edit)

    assert set(problems(connection)) == {expected}


def test_a_node_that_is_there_twice_is_said_of_the_second(connection, municipality):
    ask(connection, "CREATE (n:Unit) SET n = {municipality: '0000', id: 'rus', sector: 'helse'}")
    ask(connection, "MATCH (n:Unit {key: '0000/rus'}) REMOVE n.key SET n.name = 'A'")
    ask(connection, "MATCH (n:Unit {id: 'rus'}) SET n.name = 'Rus'")

    found = problems(connection)

    assert found == [("E13", "Unit rus (2)", "id")]


def test_an_id_that_somebody_has_changed_is_the_id(connection, municipality):
    ask(connection, "MATCH (n:Unit {id: 'rus'}) SET n.id = 'rusomsorg'")

    (back,) = models(connection)

    nodes, ties, *_rest = graph_of(back)
    assert "rusomsorg" in nodes
    assert "rus" not in nodes
    assert ("rusomsorg", "forum") in {(tie[0], tie[1]) for tie in ties}


@pytest.mark.parametrize(
    "edit",
    [
        "MATCH (n:Unit {{id: 'rus'}}) SET n.pagerank = '{number}'",
        "MATCH (n:Unit {{id: 'rus'}}) SET n._mine = 'se {number}'",
        "MATCH (n:Unit {{id: 'rus'}}) SET n.id = '{number}', n.key = '0000/{number}'",
        "MATCH (n:Unit {{id: 'rus'}}) SET n.`{number}` = 1",
        "MATCH (n:Municipality) SET n.population = toInteger('{number}')",
        "MATCH ()-[r:PARTICIPATES_IN]->() SET r.comment = ['a', '{number}']",
        "MATCH (a:Unit {{id: 'rus'}}), (b:Unit {{id: 'skole'}}) CREATE (a)-[:X {{y: '{number}'}}]->(b)",
        "MATCH (a:Unit {{id: 'rus'}}), (b:Unit {{id: 'skole'}}) CREATE (a)-[:`{number}`]->(b)",
        "MATCH (a:Unit {{id: 'rus'}}) CREATE (a)-[:REFERS_TO {{municipality: '0000'}}]->"
        "(:Mine {{key: '{number}'}}) SET a.x = '{number}'",
        "MATCH (n) SET n.municipality = '{number}'",
    ],
)
def test_a_national_identity_number_is_refused_and_never_quoted(connection, municipality, edit):
    number = identity_number("010190")
    ask(connection, edit.format(number=number))

    municipalities = read_back.municipalities(connection)
    source = read_back.read_source(connection, municipalities[0])
    model = validate(source, TODAY)

    assert model is None
    assert {problem.kind.code for problem in source.problems.found} == {"E20"}
    assert number not in repr((source, municipalities[0].number))


def test_properties_and_ties_of_others_are_listed_once(connection, municipality):
    ask(connection, "MATCH (n:Unit) SET n.pagerank = 0.15, n.community = 3, n._mine = 'x'")
    ask(connection, "MATCH (n:Arena) SET n.componentId = 1")
    ask(connection, "MATCH ()-[r:PARTICIPATES_IN]->() SET r.weight = 2.0")
    ask(connection, "MATCH (a:Unit), (b:Arena) CREATE (a)-[:SAME_HOUSE]->(b)-[:MINE]->(:Mine)")
    ask(
        connection,
        "MATCH (a:Unit {id: 'rus'}) CREATE (a)-[:COLLABORATES_WITH]->"
        "(:Unit {id: 'ny', name: 'Ny', sector: 'helse'})",
    )

    assert problems(connection) == []
    listed = messages(connection, "W07")
    assert problems(connection, Severity.WARNING)[:5] == [
        ("W07", "Arena", ""),
        ("W07", "PARTICIPATES_IN", ""),
        ("W07", "SAME_HOUSE", ""),
        ("W07", "Unit", ""),
        ("W07", "Unit", ""),
    ]
    assert any("community, pagerank" in problem for problem in listed)
    assert sum("componentId" in problem or "weight" in problem for problem in listed) == 2
    assert sum(" 3 " in problem for problem in listed) == 1
    assert not any("_mine" in problem for problem in listed)


# Loaded without us


FOREIGN = """
CREATE (m:Municipality {number: '0301', name: 'Oslo'})
CREATE (a:Unit {name: 'Boligkontoret', Sektor: 'Bolig', Målgrupper: 'eldre; Flyktninger'})
CREATE (b:Unit {name: 'Åpen omsorg', sector: 'helse', surveyed: date('2026-02-03'), kostra: [242]})
CREATE (c:ExternalActor {id: 'Nav 1', name: 'NAV', actor_type: 'nav-stat', public: true})
CREATE (d:Arena {name: 'Forum', meetings_per_year: 4.0, valid_to: datetime('2030-01-02T10:00:00Z')})
CREATE (e:Goal {name: 'Alle skal bo godt'})
CREATE (g:TargetGroup {name: 'Flyktninger'})
CREATE (a)-[:PART_OF]->(m), (a)-[:PARTICIPATES_IN]->(d), (b)-[:PARTICIPATES_IN {role: 'leder'}]->(d)
CREATE (c)-[:COLLABORATES_WITH {strength: 'kjennskap', per_year: 2}]->(a), (a)-[:OWNS]->(e)
CREATE (d)-[:FOLLOWS_UP]->(e), (b)-[:SERVES]->(g), (b)-[:LIKES]->(a), (:Mine)-[:LIKES]->(a)
"""


@on_both_versions
def test_a_graph_that_others_have_made_is_one_municipality(connection):
    ask(connection, FOREIGN)

    (back,) = models(connection)

    expected = tiny_model(
        municipality="number;name\n0301;Oslo",
        units="name;sector;target_groups;surveyed;kostra\n"
        'Boligkontoret;bolig;"eldre;flyktninger";;\nÅpen omsorg;helse;flyktninger;2026-02-03;242',
        external_actors="id;name;actor_type;public\nnav-1;NAV;nav-stat;ja",
        arenas="name;meetings_per_year;valid_to;goals\nForum;4;2030-01-02;Alle skal bo godt",
        participation="actor;arena;role\nBoligkontoret;Forum;\nÅpen omsorg;Forum;leder",
        links="from;to;strength;per_year\nNAV;Boligkontoret;kjennskap;2",
        goals="name\nAlle skal bo godt",
        goal_owners="actor;goal;role\nBoligkontoret;Alle skal bo godt;eier",
    )
    assert graph_of(back) == graph_of(expected)
    assert report_of(back) == report_of(expected)
    assert problems(connection, Severity.WARNING)[0] == ("W07", "LIKES", "")
    assert str(back.all(Unit)[0].place).endswith("/0301, Unit Boligkontoret")


def test_without_a_municipality_it_has_the_number_of_an_invented_one(connection):
    ask(connection, "CREATE (:Unit {name: 'Bolig', sector: 'bolig'})")

    (back,) = models(connection)

    assert back.municipality.number == "0000"
    assert back.path.endswith("/0000")


def test_two_municipalities_that_no_node_says_are_a_problem(connection):
    ask(connection, "CREATE (:Municipality {number: '0001'}), (:Municipality {number: '0002'})")

    assert [code for code, *_where in problems(connection)] == ["E06"]


def test_a_number_that_others_have_as_a_number_is_that_municipality(connection):
    ask(
        connection,
        "CREATE (:Unit {name: 'Bolig', sector: 'bolig', municipality: 4614})"
        "-[:COLLABORATES_WITH]->(:Unit {name: 'Rus', sector: 'helse', municipality: 4614}),"
        " (:Unit {name: 'Skole', sector: 'oppvekst', municipality: 5603})",
    )

    (back,) = models(connection, "4614")

    assert back.municipality.number == "4614"
    assert len(back.all(Unit)) == 2
    assert len(back.all(Link)) == 1


def test_a_database_of_something_else_holds_no_municipality(connection):
    ask(connection, "CREATE (:Person {municipality: '0301'})-[:KNOWS]->(:Person)")

    with pytest.raises(StoreError, match="samordning neo4j load PATH"):
        read_back.municipalities(connection)
