import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.finding_text import citation
from samordning_graph.schema.source_location import SourceLocation

FILE = "data/by/units.csv"
DATABASE = "neo4j://localhost:7687/neo4j/4614"
NAV, TIE = "4614/nav", "4614/nav → 4614/forum"


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (SourceLocation(FILE), FILE),
        (SourceLocation(FILE, row=4, column="Navn"), f"{FILE}, row 4, column «Navn»"),
        (SourceLocation("by.xlsx", "Enheter", 4), "by.xlsx, sheet «Enheter», row 4"),
        (SourceLocation(DATABASE), DATABASE),
        (SourceLocation(DATABASE, "Unit"), f"{DATABASE}, Unit"),
        (SourceLocation(DATABASE, "Unit", node=NAV), f"{DATABASE}, Unit {NAV}"),
        (
            SourceLocation(DATABASE, "Unit", node=NAV).at("sector"),
            f"{DATABASE}, Unit {NAV}, property «sector»",
        ),
        (
            SourceLocation(DATABASE, "PARTICIPATES_IN", node=TIE),
            f"{DATABASE}, PARTICIPATES_IN {TIE}",
        ),
    ],
)
def test_a_place_is_shown_as_one_who_looks_it_up_needs_it(place, shown):
    assert str(place) == shown
    assert place.in_database is ("://" in shown)


def test_places_are_sorted_by_table_then_row_or_node_then_column():
    places = [
        SourceLocation(FILE, row=2, column="Navn"),
        SourceLocation(FILE, row=10, column="Id"),
        SourceLocation(DATABASE, "Unit", node="4614/a", column="sector"),
        SourceLocation(DATABASE, "Unit", node="4614/b", column="id"),
    ]

    assert sorted((places[3], places[1], places[2], places[0])) == places


def test_a_citation_names_rows_in_a_file_and_nodes_in_a_database():
    in_file = [
        SourceLocation("by.xlsx", "Målansvar", 12),
        SourceLocation("by.xlsx", "Målansvar", 9),
        SourceLocation(FILE),
    ]
    in_database = [
        SourceLocation(DATABASE, "Goal", node="4614/bosetting"),
        SourceLocation(DATABASE, "OWNS", node="4614/nav → 4614/bosetting"),
        SourceLocation(DATABASE, "OWNS", node="4614/bolig → 4614/bosetting"),
        SourceLocation(DATABASE, "Arena"),
    ]

    assert citation(in_file) == "Målansvar, rows 9 and 12; units.csv"
    assert citation(in_database) == (
        "Arena; Goal 4614/bosetting; OWNS 4614/bolig → 4614/bosetting and 4614/nav → 4614/bosetting"
    )
