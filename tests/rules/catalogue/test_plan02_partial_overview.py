"""PLAN02: an overview without ordinary or without adapted housing."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.plan02_partial_overview import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny


def overviews(*rows: str) -> Graph:
    return tiny(overview="\n".join(["id;name;ordinary_housing;adapted_housing", *rows]))


@pytest.mark.parametrize("cells", ["ja;nei", "nei;ja", "nei;nei", "nei;", ";nei"])
def test_an_overview_that_is_said_to_lack_a_type_of_housing_is_found(cells: str):
    graph = overviews(f"o;Oversikt;{cells}")

    assert found(RULE, graph) == [Case("o")]
    assert RULE.assess(graph).examined == 1


def test_an_overview_of_both_is_not_found():
    graph = overviews("o;Oversikt;ja;ja")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("cells", [";", "ja;", ";ja"])
def test_an_empty_cell_is_unknown_and_not_absent(cells: str):
    assessment = RULE.assess(overviews(f"o;Oversikt;{cells}"))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [Case("o")],
    )
    assert assessment.reason


def test_two_overviews_may_cover_one_type_each():
    graph = overviews("a;Vanlige boliger;ja;nei", "b;Omsorgsboliger;nei;ja")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_a_type_that_no_overview_covers_is_lacking_in_each_of_them():
    graph = overviews("a;Boliger;ja;nei", "b;Utleie;;nei")

    assert found(RULE, graph) == [Case("a"), Case("b")]
    assert RULE.assess(graph).examined == 2


def test_an_overview_that_says_nothing_may_cover_what_the_other_does_not():
    assessment = RULE.assess(overviews("a;Boliger;ja;nei", "b;Omsorgsboliger;;"))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert list(assessment.undetermined) == [Case("a"), Case("b")]


def test_there_is_a_reason_without_an_overview():
    assessment = RULE.assess(tiny(goals="name\nMål"))

    assert assessment.examined == 0
    assert assessment.reason


def test_it_is_required_by_law_and_rests_on_the_document():
    (finding,) = findings_of(RULE, overviews("o;Oversikt;ja;nei"))

    assert finding.basis is Basis.REQUIRED
    assert finding.confidence is Confidence.BOTH
    assert [evidence.place.row for evidence in finding.evidence] == [2]


def test_it_names_what_is_lacking_and_asks_about_what_is_unknown():
    with in_language("en"):
        (finding,) = findings_of(RULE, overviews("o;Boligbehov;nei;nei"))
        question = RULE.question_when_undetermined and RULE.question_when_undetermined(
            overviews("o;Boligbehov;ja;"), Case("o")
        )

    assert finding.observation == (
        "According to the data, «Boligbehov» does not cover ordinary housing and adapted housing."
    )
    assert question == "Does it cover adapted housing?"


def test_with_two_overviews_it_says_that_neither_covers_it():
    with in_language("en"):
        first, _second = findings_of(RULE, overviews("a;A;ja;nei", "b;B;ja;nei"))

    assert first.observation.endswith("Neither does any other overview.")


def test_an_overview_that_is_not_made_yet_is_not_looked_at():
    header = "id;name;date;ordinary_housing;adapted_housing"
    ahead = "b;Ny;2027-01-15;ja;ja"

    assert found(RULE, tiny(overview=f"{header}\na;Boliger;2025;ja;nei\n{ahead}")) == [Case("a")]
    with in_language("en"):
        assessment = RULE.assess(tiny(overview=f"{header}\n{ahead}"))
    assert (assessment.examined, assessment.reason) == (0, "«Ny» is not made yet (2027-01-15).")
