from samordning_graph.map.page.page_tables import page_tables
from samordning_graph.map.view import ViewFlag
from samordning_graph.map.views.registry import VIEWS
from samordning_graph.rules.next_step import confidentiality
from tests.helpers.samples import municipality
from tests.map.page.test_html_page import PAGE


def test_every_view_says_of_each_flag_whether_it_has_it():
    views = PAGE.data["views"]

    assert [view["id"] for view in views] == list(VIEWS)
    assert all(isinstance(view[flag], bool) for view in views for flag in ViewFlag)
    for flag in ViewFlag:
        assert {view[flag] for view in views} == {True, False}, flag


def test_a_chain_has_one_view_to_be_drawn_in():
    assert [view["id"] for view in PAGE.data["views"] if view["hasChains"]] == ["actors"]


def test_a_finding_says_who_could_be_seated_where_and_only_then_is_confidentiality_told():
    from_table = {table.id: table.note for table in page_tables(municipality("eksempel"), ())}
    without = {table.id: table.note for table in page_tables(municipality("stord"), ())}

    assert from_table["findings"] == confidentiality()
    assert without["findings"] == ""
    seats = [finding["seat"] for finding in PAGE.data["findings"] if finding["seat"]]
    assert {tuple(seat) for seat in seats} == {("actor", "arena", "host")}
