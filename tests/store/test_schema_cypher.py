import re

from samordning_graph.schema import TABLES, TIES
from samordning_graph.store.load import QUERIES
from samordning_graph.store.schema_cypher import (
    NODE_LABELS,
    TIE_TYPES,
    made_by,
    schema_version,
    script,
    statements,
    tie_groups,
)
from tools.constraints import FILE


def test_the_committed_file_is_fresh():
    assert script() == FILE.read_text(encoding="utf-8"), "run `make fresh`"


def test_the_file_is_one_statement_for_each_semicolon_and_no_other_comments_than_lines():
    text = FILE.read_text(encoding="utf-8")
    code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))

    found = [one.strip() for one in code.split(";") if one.strip()]

    assert found == list(statements())
    assert text.isascii()


def test_every_statement_may_be_run_again_and_has_a_name_of_its_own():
    names = [made_by(one) for one in statements()]

    assert len(set(names)) == len(names)
    assert all(" IF NOT EXISTS " in one for one in statements())


def test_every_label_has_a_unique_key_and_every_tie_an_index_on_its_municipality():
    text = script()

    labels = {table.label for table in TABLES if table.label}
    assert labels < set(NODE_LABELS)
    for label in NODE_LABELS:
        assert f"FOR (n:{label}) REQUIRE n.key IS UNIQUE" in text
    for tie in TIE_TYPES:
        assert f"FOR ()-[r:{tie}]-() ON (r.municipality)" in text


def test_every_tie_of_the_schema_can_be_written():
    assert {group[0] for group in tie_groups()} == {str(one.tie) for one in TIES}


def test_the_version_of_the_schema_is_short_and_the_same_each_time():
    assert schema_version() == schema_version()
    assert re.fullmatch("[0-9a-f]{12}", schema_version())


def test_no_query_holds_anything_that_is_not_english_ascii():
    assert all(query.isascii() for query in QUERIES)
