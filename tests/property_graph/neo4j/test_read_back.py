"""A municipality that is loaded and read back is the same; one that others have edited is checked.

The random municipalities are those of `test_twins.py` (`SAMORDNING_CASES`, `SAMORDNING_SEED`).
"""

import re
from pathlib import Path

import pytest

from samordning_graph import read_model
from samordning_graph.input.validate import validate
from samordning_graph.property_graph.neo4j import read_back
from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.schema.problem import Severity
from samordning_graph.schema.tables import ExternalActor, Link, Unit
from tests.helpers.files import identity_number
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import TODAY, tiny_model
from tests.property_graph.contents import DATA_SETS, ask
from tests.property_graph.neo4j.test_plans import load_many, scans
from tests.property_graph.query.test_twins import random_cases, random_model, smallest
from tests.property_graph.same import graph_of, report_of

pytestmark = pytest.mark.neo4j

TOWN = "number;name\n{};By\n"
UNITS = "name;sector\nBolig;bolig\nRus;helse\nSkole;oppvekst"
THE_REST = {
    "municipality": "number;name;source;source_date;comment\n0000;By;Brev;2026-01-02;Merk",
    "units": 'name;sector;orgnr;kostra\nBolig;kultur;974 760 673;"242;265"\nRus;helse;;',
    "external_actors": "name;actor_type;sector;orgnr;org_form;public\n"
    "Kirkens Bymisjon;ideell;sosial;974760673;FLI;nei\nBanken;bank;;;;ja",
    "arenas": "name;meetings_per_year;decision_authority\nForum;2,5;nei\nRåd;0,00001;ja",
    "participation": "actor;arena;role;comment\nBolig;Forum;leder;Alltid\nBanken;Råd;ved behov;",
    "links": "from;to;strength;formal;per_year;reported_by;agreement;valid_to\n"
    "Rus;Bolig;kjennskap;nei;1,5;én part;;\nBolig;Rus;;ja;12;én part;Avtale A;2027\n"
    "Rus;Bolig;;;;;Avtale B;løpende\nBanken;Rus;;;;;;",
    "referrals": "from;to;target_group\nRus;Bolig;eldre\nRus;Bolig;\nRus;Bolig;",
    "goals": "name;comment\nHus til alle;Merk",
    "strategies": "name;comment\nBygge;Merk",
    "measures": "name;comment;realises\nBygge nå;Merk;Bygge",
    "goal_owners": "actor;goal;role;comment\nRus;Bygge;;Merk\nRus;Bygge;eier;",
    "vocabulary": "list;id;name;sector;service;comment\nsector;kultur;Kultur;;nei;Merk\n"
    "actor_type;bank;;kultur;;\nsector;helse;Helse og omsorg;;;",
    "self_assessment": "factor;answer;respondent;date;comment\nLedelse;delvis;Rus;2026;Merk\n"
    "Ledelse;4;;;",
    "local_requirements": "actor_a;actor_b;reason;comment\nRus;Bolig;Vedtatt;Merk",
    "accepted_gaps": "code;subject;related;reason;comment\nLINK03;Bolig;Rus;Nabo;Merk",
}
HOSTILE = '`Unit`) DETACH DELETE n // \'\\""}) \\ $rows {run: 1} 💩 :Actor no/husbanken → x'


def to_database(connection, *models):
    for model in models:
        load(connection.driver, connection.database, model)


def sources(connection, *numbers):
    municipalities = read_back.municipalities(connection, numbers)
    return [read_back.read_source(connection, municipality) for municipality in municipalities]


def models(connection, *numbers):
    found = []
    for source in sources(connection, *numbers):
        model = validate(source, TODAY)
        assert model is not None, [str(problem) for problem in source.problems.in_order()]
        found.append(model)
    return found


def problems(connection, severity=Severity.ERROR):
    """(code, where, column) of what is wrong with the one municipality."""
    (source,) = sources(connection)
    validate(source, TODAY)
    return [
        (
            problem.kind.code,
            f"{problem.place.sheet} {problem.place.node}".strip(),
            problem.place.column,
        )
        for problem in source.problems.in_order()
        if problem.kind.severity is severity
    ]


def messages(connection, code):
    (source,) = sources(connection)
    validate(source, TODAY)
    return [
        f"{problem.message} {problem.suggestion}".strip()
        for problem in source.problems.in_order()
        if problem.kind.code == code
    ]


@pytest.fixture
def municipality(connection):
    """Two units, one in the other's arena, loaded into the database."""
    model = tiny_model(
        units=UNITS,
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nBolig;Forum\nRus;Forum",
        goals="name\nBosetting",
        goal_owners="actor;goal;role\nBolig;Bosetting;eier",
    )
    to_database(connection, model)
    return model


# The same as from the file


@on_both_versions
@pytest.mark.parametrize("name", DATA_SETS)
def test_a_data_set_is_the_same_when_it_is_read_back(connection, name):
    model = read_model(f"data/{name}", TODAY)
    to_database(connection, model)

    (back,) = models(connection)

    assert graph_of(back) == graph_of(model)
    assert report_of(back) == report_of(model)
    assert messages(connection, "W07") == []


@on_both_versions
def test_every_column_and_every_kind_of_row_comes_back(connection):
    model = tiny_model(**THE_REST)
    to_database(connection, model)

    (back,) = models(connection)

    assert graph_of(back) == graph_of(model)
    assert back.municipality.comment == "Merk"
    assert {(row.agreement, row.strength) for row in back.all(Link) if row.agreement} == {
        ("Avtale A", None),
        ("Avtale B", None),
    }


@on_both_versions
def test_hostile_text_comes_back_as_the_same_text(connection):
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    model = tiny_model(
        municipality=f"number;name\n0000;{cell}",
        units=f"id;name;sector;comment\nx;{cell};bolig;{cell}\npart-of;PART_OF;helse;",
        arenas=f"name;mandate\n{cell};{cell}",
        links=f"from;to;agreement\nx;part-of;{cell}",
        self_assessment=f"factor;answer\n{cell};ja",
    )
    to_database(connection, model)
    ask(connection, "CREATE (:Mine {municipality: '0000'})")

    (back,) = models(connection)

    assert graph_of(back) == graph_of(model)
    assert back.all(Unit)[1].name.startswith("`Unit`) DETACH DELETE n")


@on_both_versions
def test_random_municipalities_side_by_side_come_back_as_they_were(connection):
    """National actors among them, which are one node for all."""
    cases = random_cases()
    numbers = [f"{9000 - i:04}" for i in range(len(cases))]
    files = [
        random_model(tables, number) for (tables, _), number in zip(cases, numbers, strict=True)
    ]
    to_database(connection, *files)

    for (tables, options), model, number in zip(cases, files, numbers, strict=True):
        (back,) = models(connection, number)
        if graph_of(back) != graph_of(model) or report_of(back, options) != report_of(
            model, options
        ):
            tell(connection, tables, options)


def tell(connection, tables, options):
    """Fail with the smallest municipality that comes back as another."""

    def differs(candidate):
        model = random_model(candidate)
        ask(connection, "MATCH (n) DETACH DELETE n")
        to_database(connection, model)
        (back,) = models(connection)
        return graph_of(back) != graph_of(model) or report_of(back, options) != report_of(
            model, options
        )

    if not differs(tables):
        pytest.fail(f"it differs only beside other municipalities: {options}\n{tables}")
    least = smallest(tables, differs)
    differs(least)
    (back,) = models(connection)
    pytest.fail(f"{least}\n{graph_of(random_model(least))}\ncame back as\n{graph_of(back)}")


def test_a_national_actor_comes_back_as_its_own_municipality_says(connection):
    rows = {"0001": "Husbanken;bolig;ja", "0002": "Husbanken region vest;plan;"}
    files = [
        tiny_model(
            municipality=TOWN.format(number),
            units="name;sector\nBolig;bolig",
            external_actors=f"name;sector;surveyed;actor_type;target_groups\n{row};husbanken;eldre",
            arenas="name\nForum",
            participation=f"actor;arena\n{row.partition(';')[0]};Forum",
            links=f"from;to\nBolig;{row.partition(';')[0]}",
        )
        for number, row in rows.items()
    ]
    to_database(connection, *files)

    assert list(map(graph_of, models(connection))) == list(map(graph_of, files))
    (first,) = sources(connection, "0001")
    (actor,) = [record for record in first.records if record.table == ExternalActor.table]
    assert actor.place.node == "0001 → no/husbanken"


def test_the_digest_tells_whether_the_content_is_the_same(connection, municipality):
    (before,) = sources(connection)
    to_database(connection, municipality)
    (loaded_again,) = sources(connection)
    ask(connection, "MATCH (n:Unit {id: 'rus'}) SET n.name = 'Rusomsorg'")
    (changed,) = sources(connection)

    assert before.digest == loaded_again.digest != changed.digest
    assert len(before.digest) == 64


def test_a_row_says_which_node_or_tie_it_stands_in(connection, municipality):
    (source,) = sources(connection)

    address = source.path.removesuffix("/0000")
    assert address.startswith(("bolt://", "neo4j://"))
    assert address.endswith(f"/{connection.database}")
    assert {str(record.place) for record in source.records if record.table != "units"} == {
        f"{source.path}, Municipality 0000",
        f"{source.path}, Arena 0000/forum",
        f"{source.path}, PARTICIPATES_IN 0000/bolig → 0000/forum",
        f"{source.path}, PARTICIPATES_IN 0000/rus → 0000/forum",
        f"{source.path}, Goal 0000/bosetting",
        f"{source.path}, OWNS 0000/bolig → 0000/bosetting",
    }
    assert str(source.tables["goal_owners"]) == f"{source.path}, OWNS, CONTRIBUTES_TO"


# Which municipalities


def test_municipalities_are_those_of_the_database_by_number(connection):
    assert_empty = pytest.raises(StoreError, match="samordning neo4j load PATH")
    with assert_empty:
        read_back.municipalities(connection)
    to_database(
        connection,
        *(tiny_model(municipality=TOWN.format(number), units=UNITS) for number in ("0301", "0002")),
    )

    everyone = read_back.municipalities(connection)
    requested = read_back.municipalities(connection, ["0301", "0301"])

    assert [municipality.number for municipality in everyone] == ["0002", "0301"]
    assert [municipality.number for municipality in requested] == ["0301"]


def test_a_municipality_that_is_not_there_is_refused_with_those_that_are(connection):
    ask(connection, "UNWIND range(1000, 1025) AS n CREATE (:Unit {municipality: toString(n)})")

    with pytest.raises(StoreError, match=r"4614 .*: 1000, 1001, .*1019 …\.$") as refused:
        read_back.municipalities(connection, ["1003", "4614"])

    assert "1020" not in str(refused.value)


def test_only_what_is_the_municipalitys_is_read(connection, municipality):
    other_model = tiny_model(
        municipality=TOWN.format("0001"), units=UNITS, links="from;to\nBolig;Rus\nRus;Skole"
    )
    to_database(connection, other_model)
    ask(
        connection,
        "MATCH (a:Unit {key: '0000/bolig'}), (b:Unit {key: '0001/rus'})"
        " CREATE (a)-[:COLLABORATES_WITH]->(b)",
    )

    assert list(map(graph_of, models(connection))) == [
        graph_of(municipality),
        graph_of(other_model),
    ]


def test_a_load_that_is_not_done_is_a_problem(connection, municipality):
    ask(connection, "MATCH (m:Municipality) SET m.loading = 'another'")

    assert problems(connection) == [("E01", "Municipality 0000", "")]


# Edited by others


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


# How it is read


def test_the_questions_are_as_many_however_large_it_is(connection, municipality, monkeypatch):
    to_database(connection, read_model("data/stord", TODAY))
    sent = []
    real = type(connection.driver).execute_query

    def spy(self, query, *args, **kwargs):
        sent.append(query.text)
        assert (kwargs["routing_"], kwargs["database_"]) == ("r", connection.database)
        return real(self, query, *args, **kwargs)

    monkeypatch.setattr(type(connection.driver), "execute_query", spy)
    for number in ("0000", "4614"):
        sent.clear()
        models(connection, number)
        assert len(sent) == 5
        assert set(sent) <= read_back.QUERIES


@on_both_versions
def test_one_municipality_is_found_by_index(connection):
    load_many(connection)
    # Else an index that was empty when the server last counted may as well be read whole.
    ask(connection, "CALL db.prepareForReplanning(60)")

    for query in (read_back.NODES, read_back.MARKED_TIES, read_back.DRAWN_TIES, read_back.SHARED):
        # Only the municipalities themselves are gone through: they are few.
        assert scans(connection, query, {"municipality": "0000"}) in ([], ["NodeByLabelScan"])


def test_the_notebook_example_reads_a_municipality(connection, variables, server):
    page = Path("docs/python-api.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```py\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    to_database(connection, *(read_model(f"data/{name}", TODAY) for name in DATA_SETS))
    scope = {}

    exec(block.replace("neo4j://localhost:7687", server.uri), scope)

    assert scope["model"].municipality.name == "Stord"
