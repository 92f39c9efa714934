"""The declaration that readers, template, graph and documentation are made from."""

import pytest

from samordning_graph.common.text import fold
from samordning_graph.input.example_rows import EXAMPLE_ROWS
from samordning_graph.schema.tables import (
    TABLES,
    TARGET_GROUP,
    TIES,
    Takes,
    Tie,
    columns,
    node_tables,
)
from samordning_graph.schema.vocabulary import word_lists

EVERY_COLUMN = [(table, column) for table in TABLES for column in columns(table)]
LABELS = {table.label for table in TABLES if table.label}


def name_of(pair):
    table, column = pair
    return f"{table.table}.{column.name}"


@pytest.mark.parametrize("pair", EVERY_COLUMN, ids=name_of)
def test_a_column_is_whole(pair):
    _table, column = pair
    assert column.nb
    assert column.meaning.endswith(".")
    assert bool(column.words) == (column.takes is Takes.WORD)
    assert bool(column.refers_to) == (column.takes is Takes.REFERENCE)
    assert not column.words or column.words in word_lists()
    assert set(column.refers_to) <= LABELS


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_no_header_means_two_columns_of_a_table(table):
    seen = {}
    for column in columns(table):
        for header in {fold(column.name), fold(column.nb)}:
            assert seen.setdefault(header, column.name) == column.name


def test_no_sheet_or_file_name_means_two_tables():
    seen = {}
    for table in TABLES:
        for name in {fold(table.table), fold(table.sheet)}:
            assert seen.setdefault(name, table) is table


def test_three_tables_are_needed():
    assert [table.table for table in TABLES if table.needed] == ["units", "arenas", "participation"]


@pytest.mark.parametrize("table", list(node_tables()), ids=lambda table: table.table)
def test_a_node_has_label_id_and_name_first(table):
    assert table.label
    assert table.label_nb
    assert [column.name for column in columns(table)][:2] == ["id", "name"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_every_table_ends_with_source_date_and_comment(table):
    names = [column.name for column in columns(table)]
    assert names[-3:] == ["source", "source_date", "comment"]


@pytest.mark.parametrize("pair", [pair for pair in EVERY_COLUMN if pair[1].tie], ids=name_of)
def test_a_column_with_a_tie_points_to_what_the_tie_takes(pair):
    table, column = pair
    [tie] = [tie_type for tie_type in TIES if tie_type.tie is column.tie]
    targets = column.refers_to or (TARGET_GROUP,)
    assert column.takes is Takes.REFERENCE or column.words == "target_group"
    if column.tie is Tie.OWNS:  # the overview names its owner: the tie goes the other way
        assert table.label in tie.to_labels
        assert set(column.refers_to) <= set(tie.from_labels)
    else:
        assert set(targets) <= set(tie.to_labels)
        assert table.label in tie.from_labels


def test_every_tie_has_one_type_between_labels_that_exist():
    assert sorted(tie_type.tie for tie_type in TIES) == sorted(Tie)
    for tie_type in TIES:
        assert tie_type.nb
        assert set(tie_type.from_labels) <= LABELS
        assert set(tie_type.to_labels) <= LABELS | {TARGET_GROUP}


@pytest.mark.parametrize("table", EXAMPLE_ROWS)
def test_two_example_rows_fit_their_table(table):
    [declared] = [known_table for known_table in TABLES if known_table.table == table]
    known = {column.name for column in columns(declared)}
    required = {column.name for column in columns(declared) if column.required}
    assert len(EXAMPLE_ROWS[table]) == 2
    for row in EXAMPLE_ROWS[table]:
        assert required <= row.keys() <= known
