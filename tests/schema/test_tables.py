"""The declaration that readers, template, graph and documentation are made from."""

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

EVERY_COLUMN = [
    (f"{table.table}.{column.name}", table, column) for table in TABLES for column in columns(table)
]
LABELS = {table.label for table in TABLES if table.label}


def test_a_column_is_whole():
    for name, _table, column in EVERY_COLUMN:
        assert column.nb, name
        assert column.meaning.endswith("."), name
        assert bool(column.words) == (column.takes is Takes.WORD), name
        assert bool(column.refers_to) == (column.takes is Takes.REFERENCE), name
        assert not column.words or column.words in word_lists(), name
        assert set(column.refers_to) <= LABELS, name


def test_no_header_means_two_columns_of_a_table():
    for table in TABLES:
        seen = {}
        for column in columns(table):
            for header in {fold(column.name), fold(column.nb)}:
                assert seen.setdefault(header, column.name) == column.name, (table.table, header)


def test_no_sheet_or_file_name_means_two_tables():
    seen = {}
    for table in TABLES:
        for name in {fold(table.table), fold(table.sheet)}:
            assert seen.setdefault(name, table) is table


def test_three_tables_are_needed():
    assert [table.table for table in TABLES if table.needed] == ["units", "arenas", "participation"]


def test_a_node_has_label_id_and_name_first():
    for table in node_tables():
        assert table.label, table.table
        assert table.label_nb, table.table
        assert [column.name for column in columns(table)][:2] == ["id", "name"], table.table


def test_every_table_ends_with_source_date_and_comment():
    for table in TABLES:
        names = [column.name for column in columns(table)]
        assert names[-3:] == ["source", "source_date", "comment"], table.table


def test_a_column_with_a_tie_points_to_what_the_tie_takes():
    for name, table, column in EVERY_COLUMN:
        if not column.tie:
            continue
        [tie] = [declared for declared in TIES if declared.tie is column.tie]
        targets = column.refers_to or (TARGET_GROUP,)
        assert column.takes is Takes.REFERENCE or column.words == "target_group", name
        if column.tie is Tie.OWNS:  # the overview names its owner: the tie goes in reverse
            assert table.label in tie.to_labels, name
            assert set(column.refers_to) <= set(tie.from_labels), name
        else:
            assert set(targets) <= set(tie.to_labels), name
            assert table.label in tie.from_labels, name


def test_every_tie_has_one_type_between_labels_that_exist():
    assert sorted(declared.tie for declared in TIES) == sorted(Tie)
    for declared in TIES:
        assert declared.nb
        assert set(declared.from_labels) <= LABELS
        assert set(declared.to_labels) <= LABELS | {TARGET_GROUP}


def test_two_example_rows_fit_their_table():
    for table, rows in EXAMPLE_ROWS.items():
        [declared] = [candidate for candidate in TABLES if candidate.table == table]
        known = {column.name for column in columns(declared)}
        required = {column.name for column in columns(declared) if column.required}
        assert len(rows) == 2, table
        for row in rows:
            assert required <= row.keys() <= known, table
