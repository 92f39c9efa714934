"""A municipality that is loaded and read back is the same.

The random municipalities are those of `test_twins.py` (`SAMORDNING_CASES`, `SAMORDNING_SEED`).
"""

import re
from pathlib import Path

import pytest

from samordning_graph import read_model
from samordning_graph.common.text import says_none
from samordning_graph.property_graph.neo4j import read_back
from samordning_graph.property_graph.neo4j.settings import StoreError
from samordning_graph.schema.tables import ExternalActor, Link, Unit
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.tiny import TODAY, tiny_model
from tests.property_graph.contents import DATA_SETS, ask
from tests.property_graph.neo4j.reading import (
    UNITS,
    messages,
    models,
    problems,
    sources,
    to_database,
)
from tests.property_graph.neo4j.test_plans import load_many, scans
from tests.property_graph.query.test_twins import SERVER_CASES, random_cases, random_model, smallest
from tests.property_graph.same import graph_of, report_of

pytestmark = pytest.mark.neo4j

TOWN = "number;name\n{};By\n"
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
    "referrals": "from;to;target_group\nRus;Bolig;gamle\nRus;Bolig;\nRus;Bolig;",
    "goals": "name;comment\nHus til alle;Merk",
    "strategies": "name;comment\nBygge;Merk",
    "measures": "name;comment;realises\nBygge nå;Merk;Bygge",
    "goal_owners": "actor;goal;role;comment\nRus;Bygge;;Merk\nRus;Bygge;eier;",
    "vocabulary": "list;id;name;sector;service;comment\nsector;kultur;Kultur;;nei;Merk\n"
    "actor_type;bank;;kultur;;\nsector;helse;Helse og omsorg;;;\nsector;hus;Bustad;;;\n"
    "target_group;gamle;Eldre;;;",
    "self_assessment": "factor;answer;respondent;date;comment\nLedelse;delvis;Rus;2026;Merk\n"
    "Ledelse;4;;;",
    "local_requirements": "actor_a;actor_b;reason;comment\nRus;Bolig;Vedtatt;Merk",
    "accepted_gaps": "code;subject;related;reason;comment\nLINK03;Bolig;Rus;Nabo;Merk\n;Rus;Bolig;Nabo;",
    "follow_up": "step;subject;related;code;owner;deadline;status;decided;comment\n"
    "Møtes;Bolig;Rus;LINK03;Leder;2027-01-15;i gang;2026-11-30;Merk\nRydde;;;;;;;;",
}
HOSTILE = '`Unit`) DETACH DELETE n // \'\\""}) \\ $rows {run: 1} 💩 :Actor no/husbanken → x'


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
    cases = [
        (as_a_database_holds(tables), options) for tables, options in random_cases(SERVER_CASES)
    ]
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


def as_a_database_holds(tables):
    """Return a municipality without what a database does not hold.

    A blank role is a member or a contributor there, and that a row says «nei» to an agreement is not kept.
    """
    seats = [row | {"role": row.get("role") or "medlem"} for row in tables["participation"]]
    links = [
        row | {"agreement": "" if says_none(row.get("agreement", "")) else row["agreement"]}
        for row in tables["links"]
    ]
    holders = [row | {"role": row.get("role") or "bidragsyter"} for row in tables["goal_owners"]]
    return {**tables, "participation": seats, "links": links, "goal_owners": holders}


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
    blocks = re.findall(r"^```py\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    (block,) = (block for block in blocks if "neo4j://" in block)
    to_database(connection, *(read_model(f"data/{name}", TODAY) for name in DATA_SETS))
    scope = {}

    exec(block.replace("neo4j://localhost:7687", server.uri), scope)

    assert scope["model"].municipality.name == "Stord"
