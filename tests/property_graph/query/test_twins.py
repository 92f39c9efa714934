"""The twins in cypher/rules find what the rules find, and the library in cypher/ is what it says.

The random municipalities are loaded into one database, each with a number of its own, so that a
twin that looks beyond its municipality is caught too. `SAMORDNING_CASES` says how many on each
release of Neo4j, which gets others than the other one (40 if not set, so 80; 1000 for a night),
`SAMORDNING_SEED` which.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from itertools import product

import neo4j
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from samordning_graph import read_model
from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.property_graph.neo4j.load import load
from samordning_graph.property_graph.query.library import (
    OF_RULES,
    days_of,
    explore_queries,
    rule_queries,
)
from samordning_graph.rules.register import RULES
from tests.helpers.cases import at_least
from tests.helpers.neo4j_fixtures import on_both_versions
from tests.helpers.oracle import Tables
from tests.helpers.tiny import TODAY, tiny_model
from tests.property_graph.contents import DATA_SETS
from tests.rules.test_properties import HEADERS, OPTIONS, chains, changed, municipalities
from tools.cypher_readme import FILE, asker, example, examples_in, make_examples, readme

CASES = at_least(60)
SERVER_CASES = at_least(25)
"""Each is a query a twin, of two releases: what takes longest of all."""
SEED = int(os.environ.get("SAMORDNING_SEED", "1"))
TWINS = {query.code: query for query in rule_queries()}
RULES_BY_CODE = {rule.code: rule for rule in RULES}
EXPLORE = explore_queries()
LIBRARY = (*TWINS.values(), *EXPLORE)
ACTORS = "MATCH (a:Actor {municipality: $municipality})"
OF_A_MUNICIPALITY = r"(OPTIONAL )?MATCH \(\w+:\w+ \{(municipality|number): \$municipality\}\)"
OPTION_SETS = (
    AnalysisOptions(as_of=TODAY),
    AnalysisOptions(as_of=date(2025, 6, 1)),
    AnalysisOptions(as_of=TODAY, max_arena_size=5),
    AnalysisOptions(as_of=TODAY, min_meetings=6.0),
    AnalysisOptions(as_of=TODAY, links="confirmed"),
    AnalysisOptions(as_of=date(2029, 1, 1), max_arena_size=4, min_meetings=2.5),
)
NOT_PORTABLE = {
    "COLLECT { }": r"\bCOLLECT\s*\{",
    "a block comment": r"/\*",
    "SHORTEST": r"\b(?:ANY|ALL)?\s*SHORTEST\b",
    "an unbounded length": r"\[[^\]]*\*\s*(?:\d+\s*(?:\.\.\s*)?)?(?:\{[^}]*\})?\]",
    "a quantified path": r"\)\)\s*\{\d*,?\d*\}|\)\)[+*]\s*\(|\]->?\s*(?:\{\d*,?\d*\}|[+*])",
    "an id that is not ASCII": r"[^\x00-\x7f]",
    "CALL … IN TRANSACTIONS": r"\bIN\s+(?:\d+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS\b",
    "a dynamic label": r":\s*\$\(",
    "WHERE inside a node pattern": r"\(\s*\w*\s*(?::\w+)?\s+WHERE\b",
    "more than one statement": r";",
    "a whole map of properties": r"\b(?:properties|keys)\s*\(",
    "a query that writes": r"\b(?:CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|LOAD|FOREACH)\b",
}

every_query = pytest.mark.parametrize("query", LIBRARY, ids=lambda query: query.stem)
on_server = pytest.mark.neo4j


def without_comments(text: str) -> str:
    return re.sub(r"//.*", "", text)


def without_literals(text: str) -> str:
    return re.sub(r"'[^']*'", "''", without_comments(text))


# Without a server: what the files promise


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_twin_or_its_page_says_why_not(rule):
    assert (rule.code in TWINS) is not ("Not in Cypher" in rule.page.splitlines())


@pytest.mark.parametrize("twin", TWINS.values(), ids=lambda twin: twin.stem)
def test_a_twin_has_the_stem_and_the_title_of_its_rule(twin):
    rule = RULES_BY_CODE[twin.code]

    assert twin.stem == f"{rule.code}_{rule.slug}".lower().replace("-", "_")
    assert twin.slug == rule.slug
    with in_language("en"):
        assert twin.title == rule.title


@pytest.mark.parametrize("twin", TWINS.values(), ids=lambda twin: twin.stem)
def test_a_twin_returns_subject_and_related_and_no_more(twin):
    assert twin.columns == ("subject", "related")
    assert re.search(
        r"\nRETURN .+ AS subject, .+ AS related\nORDER BY subject, related\n$", twin.text
    )


@pytest.mark.parametrize("twin", TWINS.values(), ids=lambda twin: twin.stem)
def test_a_twin_takes_actors_in_one_first_line(twin):
    lines = without_comments(twin.text).split("\n")[3:]
    takes_actors = ":Actor {municipality" in twin.text

    assert re.match(re.escape(ACTORS) if takes_actors else OF_A_MUNICIPALITY, lines[0])
    assert twin.text.count(":Actor {municipality: $municipality})") == int(takes_actors)


@pytest.mark.parametrize("twin", TWINS.values(), ids=lambda twin: twin.stem)
def test_what_twins_share_is_written_alike(twin):
    """From the first line that a block has to its last: a change must be made everywhere."""
    blocks = (
        (ACTORS, "WITH own + national AS actors\n"),
        ("// The working arenas and their lists.", "END) AS lists\n"),
        ("// Those whom it, or a unit below it, is linked to", ">= $as_of\n"),
        ("NOT coalesce(l.strength", ">= $as_of\n"),
        ("NOT (a.asked AND 'arenas'", "AS in_doubt\n"),
        ("// Where nothing at all was filled in", "WHERE ties > 0\n"),
    )
    for first, last in blocks:
        found = {
            text[text.index(first) : text.index(last, text.index(first))]
            for text in (query.text for query in TWINS.values())
            if first in text
        }
        assert len(found) == 1, first


@every_query
def test_a_query_says_its_title_columns_and_parameters(query):
    assert query.title[0].isupper()
    if not query.code:
        assert query.question.endswith("?")
    used = set(re.findall(r"\$(\w+)", without_literals(query.text)))
    assert set(query.parameters) == used
    if query.code:
        assert [name for name in OF_RULES if name in used] == list(query.parameters)
    else:
        assert all(query.parameters.values())
        assert example(query).keys() == used


@every_query
def test_a_query_is_sorted_and_ends_there(query):
    assert re.search(r"\nORDER BY [\w, ]+\n$", query.text)
    last = query.text[query.text.rindex("\nRETURN ") :]
    sorted_by = re.findall(r"\w+", last[last.index("ORDER BY") + 8 :])
    assert {*sorted_by} - {"DESC"} <= {*query.columns}


@every_query
def test_a_query_uses_only_what_runs_everywhere(query):
    text = without_literals(query.text)
    used = [construct for construct, pattern in NOT_PORTABLE.items() if re.search(pattern, text)]

    assert not used
    assert query.text.isascii()


@every_query
def test_a_query_counts_nothing_inside_an_optional_match(query):
    """Neo4j 5.26.12 drops the rows for which it is 0, without a word; 2026.09.0 does not.

    The same cause, by its look, as neo4j/neo4j#13877, said to be fixed in 5.26.31 and 2026.09.
    """
    clauses = re.split(
        r"\n(?=OPTIONAL MATCH|MATCH|WITH|UNWIND|RETURN)", without_comments(query.text)
    )

    assert not [
        clause for clause in clauses if clause.startswith("OPTIONAL MATCH") and "COUNT {" in clause
    ]


@every_query
def test_a_query_returns_scalars(query):
    """No whole node or tie, which the engines give in different forms."""
    text = without_comments(query.text)
    last = text[text.rindex("\nRETURN ") + 8 : text.rindex("\nORDER BY")]
    nodes = set(re.findall(r"(?:MATCH |-|>|, )\((\w+)[:) ]", text))
    ties = set(re.findall(r"-\[(\w+):", text))

    for returned in re.split(r",\s+(?![^\[(]*[\])])", last):
        assert returned.split(" AS ")[0].strip() not in nodes | ties


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ("MATCH (a)-[:PART_OF*]->(b)", "an unbounded length"),
        ("MATCH (a)-[:PART_OF*1..]->(b)", "an unbounded length"),
        ("MATCH (a)-[*]-(b)", "an unbounded length"),
        ("MATCH (a)-[:PART_OF]->{1,8}(b)", "a quantified path"),
        ("MATCH (a)-[:PART_OF]->+(b)", "a quantified path"),
        ("MATCH ((a)-[:PART_OF]->(b)){1,3} (c)", "a quantified path"),
        ("MATCH p = ANY SHORTEST (a)-[:X]-(b)", "SHORTEST"),
        ("RETURN COLLECT { MATCH (n) RETURN n.id } AS x", "COLLECT { }"),
        ("MATCH (a:Actor WHERE a.id = 1)", "WHERE inside a node pattern"),
        ("MATCH (enhet_æ) RETURN 1", "an id that is not ASCII"),
        ("CALL (x) { } IN 2 CONCURRENT TRANSACTIONS", "CALL … IN TRANSACTIONS"),
        ("MATCH (a:$(label))", "a dynamic label"),
    ],
)
def test_what_is_not_portable_is_seen(text, construct):
    assert re.search(NOT_PORTABLE[construct], text)


def test_there_are_at_least_twenty_questions_and_each_has_a_name_of_its_own():
    assert len({query.title for query in EXPLORE}) == len(EXPLORE) >= 20
    assert len({query.question for query in EXPLORE}) == len(EXPLORE)


def test_the_readme_is_fresh_but_for_its_examples():
    page = FILE.read_text(encoding="utf-8")

    assert readme(examples_in(page)) == page, "run `make fresh`"


# On a server: the same findings


def found_by_rule(model, options: AnalysisOptions, code: str) -> list[tuple[str, list[str]]]:
    found = RULES_BY_CODE[code].assess(build(model, options)).found
    return [(case.subject, list(case.related)) for case in found]


def found_by_twin(connection, number: str, options: AnalysisOptions, code: str):
    _columns, rows = asker(connection.driver, connection.database)(
        TWINS[code].text,
        {
            "municipality": number,
            **days_of(options.as_of),
            "max_arena_size": options.max_arena_size,
            "min_meetings": options.min_meetings,
            "links": options.links,
        },
    )
    return [(subject, list(related)) for subject, related in rows]


def differences(connection, model, options: AnalysisOptions) -> list[str]:
    """Return the rules whose twin does not give the same rows in the same order."""
    number = model.municipality.number
    return [
        code
        for code in TWINS
        if found_by_rule(model, options, code) != found_by_twin(connection, number, options, code)
    ]


def random_model(tables: Tables, number: str = "0000"):
    """Return the model of a random municipality, with a number of its own."""
    texts = {
        table: "\n".join(
            [
                ";".join(HEADERS[table]),
                *(
                    ";".join(f'"{row.get(header, "")}"' for header in HEADERS[table])
                    for row in rows
                ),
            ]
        )
        for table, rows in changed(tables, "municipality", number=number).items()
    }
    return tiny_model(**texts)


def random_cases(count: int = CASES, extra: int = 0) -> list[tuple[Tables, AnalysisOptions]]:
    """Return municipalities and options; `extra` gives others than without it."""
    cases = []

    @seed(SEED + extra)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(municipalities() | chains(), OPTIONS)
    def collect(tables: Tables, options: AnalysisOptions) -> None:
        cases.append((tables, options))

    collect()
    return cases


def smaller(tables: Tables) -> Iterator[Tables]:
    """Yield the municipality without each of its rows, and with each cell empty."""
    for table, rows in tables.items():
        for i, row in enumerate(rows):
            yield {**tables, table: [*rows[:i], *rows[i + 1 :]]}
            for cell in row:
                if row[cell] and cell not in ("id", "name"):
                    yield {**tables, table: [*rows[:i], row | {cell: ""}, *rows[i + 1 :]]}


def smallest(tables: Tables, differs) -> Tables:
    """Drop rows and cells as long as it still differs; what is no valid municipality is passed by."""
    for smaller_tables in smaller(tables):
        try:
            still = differs(smaller_tables)
        except AssertionError:
            continue
        if still:
            return smallest(smaller_tables, differs)
    return tables


def test_the_smallest_case_is_found():
    tables: Tables = {
        "units": [{"id": name, "name": name, "sector": "helse"} for name in "abc"],
        "arenas": [{"id": "x", "name": "x", "kind": "information"}],
    }

    def differs(candidate: Tables) -> bool:
        assert candidate["units"], "no valid municipality"
        return any(row["id"] == "b" for row in candidate["units"])

    assert smallest(tables, differs) == {
        "units": [{"id": "b", "name": "b", "sector": ""}],
        "arenas": [],
    }


@pytest.mark.slow
@on_server
@on_both_versions
def test_twins_find_what_the_rules_find_in_the_data_sets(connection):
    models = [read_model(f"data/{name}", TODAY) for name in DATA_SETS]
    for model in models:
        load(connection.driver, connection.database, model)

    for model, options in product(models, OPTION_SETS):
        for code in TWINS:
            expected = found_by_rule(model, options, code)
            found = found_by_twin(connection, model.municipality.number, options, code)
            assert found == expected, (model.path, options, code)


@pytest.mark.slow
@on_server
@on_both_versions
def test_twins_find_what_the_rules_find_in_random_municipalities(connection):
    release = re.search(r"\d+", connection.server)[0]
    cases = random_cases(SERVER_CASES, extra=int(release))
    models = [random_model(tables, f"{9000 - i:04}") for i, (tables, _) in enumerate(cases)]
    for model in models:
        load(connection.driver, connection.database, model)

    for (tables, options), model in zip(cases, models, strict=True):
        for code in differences(connection, model, options):
            tell(connection, tables, options, code)


def tell(connection, tables: Tables, options: AnalysisOptions, code: str) -> None:
    """Fail with the smallest municipality that a twin sees otherwise than its rule."""

    def differs(candidate: Tables) -> bool:
        model = random_model(candidate)
        connection.driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
        load(connection.driver, connection.database, model)
        return found_by_rule(model, options, code) != found_by_twin(
            connection, "0000", options, code
        )

    if not differs(tables):
        pytest.fail(f"{code} differs only beside other municipalities: {options}\n{tables}")
    least = smallest(tables, differs)
    differs(least)
    expected = found_by_rule(random_model(least), options, code)
    found = found_by_twin(connection, "0000", options, code)
    shown = "\n".join(
        f"  {table}: { ({name: cell for name, cell in row.items() if cell}) }"
        for table, rows in least.items()
        for row in rows
    )
    pytest.fail(f"{code}: the rule {expected}, the twin {found}\n  {options}\n{shown}")


@on_server
@pytest.mark.parametrize("name", ["Arkiv", "Eiendomsforvaltning"])
def test_a_sector_that_the_municipality_says_is_no_service_is_left_out(connection, name: str):
    """Be it a sector of its own or one that is built in."""
    model = tiny_model(
        units="name;sector;surveyed\nBolig;bolig;ja\nArkiv;arkiv;ja\nHelse;helse;ja",
        vocabulary=f"list;id;name;service\nsector;arkiv;{name};nei",
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum",
    )
    load(connection.driver, connection.database, model)

    found = found_by_twin(connection, "0000", AnalysisOptions(as_of=TODAY), "LINK06")
    assert (
        found
        == found_by_rule(model, AnalysisOptions(as_of=TODAY), "LINK06")
        == [("bolig", ["helse"])]
    )


@on_server
def test_a_national_actor_is_seen_as_its_own_municipality_says(connection):
    """Asked here and not there, with another id, sector and tasks."""
    rows = {
        "0001": "Husbanken;bolig;ja;skaffe",
        "0002": "Husbanken region vest;plan;;",
    }
    for number, row in rows.items():
        model = tiny_model(
            municipality=f"number;name\n{number};By",
            units="name;sector;surveyed\nBolig;bolig;ja",
            external_actors=f"name;sector;surveyed;tasks;actor_type\n{row};husbanken",
            arenas="name;participants_complete\nForum;nei",
            participation="actor;arena\nBolig;Forum",
            goals="name\nMer bolig",
            goal_owners=f"actor;goal\n{row.split(';')[0]};Mer bolig",
        )
        load(connection.driver, connection.database, model)
        assert not differences(connection, model, AnalysisOptions(as_of=TODAY)), number
    assert not differences(connection, model, AnalysisOptions(as_of=TODAY, max_arena_size=0))


# On a server: columns, examples


def operators(plan) -> Iterator[str]:
    """Yield the operators of a plan, without the word after `@` that says how they run."""
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


@on_server
@on_both_versions
def test_every_query_runs_as_its_header_says_and_warns_of_nothing(connection, server):
    model = read_model("data/eksempel", TODAY)
    load(connection.driver, connection.database, model)
    in_place = {
        code for code in TWINS if not found_by_rule(model, AnalysisOptions(as_of=TODAY), code)
    }

    with neo4j.GraphDatabase.driver(
        server.uri,
        auth=(server.user, server.password),
        notifications_min_severity="WARNING",
        notifications_disabled_classifications=["UNRECOGNIZED"],  # labels that no data set uses
    ) as driver:
        for query in LIBRARY:
            found = driver.execute_query(
                query.text, example(query), database_=connection.database, routing_="r"
            )
            assert tuple(found.keys) == query.columns, query.stem
            assert found.records or query.code in in_place, query.stem
            statuses = found.summary.gql_status_objects
            assert not [status for status in statuses if status.is_notification], query.stem


@on_server
def test_the_examples_in_the_readme_are_fresh(connection):
    load(connection.driver, connection.database, read_model("data/eksempel", TODAY))
    page = readme(make_examples(asker(connection.driver, connection.database)))

    assert FILE.read_text(encoding="utf-8") == page, "run `make fresh`"
