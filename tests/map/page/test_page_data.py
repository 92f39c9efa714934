from samordning_graph.map.view import ViewFlag
from samordning_graph.map.views.registry import VIEWS
from tests.map.page.test_html_page import PAGE


def test_every_view_says_of_each_flag_whether_it_has_it():
    views = PAGE.data["views"]

    assert [view["id"] for view in views] == list(VIEWS)
    assert all(isinstance(view[flag], bool) for view in views for flag in ViewFlag)
    for flag in ViewFlag:
        assert {view[flag] for view in views} == {True, False}, flag


def test_a_chain_has_one_view_to_be_drawn_in():
    assert [view["id"] for view in PAGE.data["views"] if view["hasChains"]] == ["actors"]
