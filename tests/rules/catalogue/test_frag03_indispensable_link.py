"""FRAG03: a collaboration that is the only tie between two parts."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.frag03_indispensable_link import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

UNITS = "name;sector\nA;bolig\nB;helse\nC;plan\nD;sosial\nE;oppvekst"


def test_the_only_link_between_two_parts_is_found():
    graph = tiny(units=UNITS, links="from;to\nB;A\nC;B\nD;C\nD;E")

    assert found(RULE, graph) == [Case("b", ("c",)), Case("c", ("d",))]
    assert RULE.assess(graph).examined == 4


def test_a_link_to_one_who_has_no_other_cuts_off_only_one():
    graph = tiny(units=UNITS, links="from;to\nA;B\nB;C\nC;A\nC;D")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 4


def test_a_link_with_a_way_round_is_not_found():
    assert found(RULE, tiny(units=UNITS, links="from;to\nA;B\nB;C\nC;D\nD;E\nE;A")) == []


def test_two_who_also_meet_in_a_working_arena_do_not_depend_on_the_link():
    tables = {"units": UNITS, "links": "from;to\nA;B\nB;C\nC;D"}
    forum = {"arenas": "name\nForum", "participation": "actor;arena\nB;Forum\nC;Forum"}

    assert found(RULE, tiny(**tables)) == [Case("b", ("c",))]
    assert found(RULE, tiny(**tables, **forum)) == []


def test_a_seat_in_an_arena_is_no_link():
    """The members of each arena hang on it, and B alone joins the two: FRAG01 tells that."""
    graph = tiny(
        units=UNITS,
        arenas="name\nForum\nTeam",
        participation="actor;arena\nA;Forum\nB;Forum\nB;Team\nC;Team",
        links="from;to\nD;E",
    )

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_knowing_of_each_other_is_no_link():
    graph = tiny(units=UNITS, links="from;to;strength\nA;B;\nB;C;kjennskap\nC;D;")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_there_is_a_reason_when_there_is_no_link():
    for graph in (tiny(units=UNITS), tiny(units=UNITS, referrals="from;to\nA;B")):
        assessment = RULE.assess(graph)
        assert (assessment.examined, list(assessment.found)) == (0, [])
        assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ja;ja;ja;ja", Confidence.BOTH),
        ("ja;ja;;", Confidence.ONE),
        ("ja;;;", Confidence.NONE),
    ],
)
def test_it_is_a_hint_with_the_confidence_of_both_ends_and_those_cut_off(
    asked: str, expected: Confidence
):
    """C and D are cut off; A, in the part with the smallest id, is not named as such."""
    rows = (f"{unit};helse;{word}" for unit, word in zip("ABCD", asked.split(";"), strict=True))
    (finding,) = findings_of(
        RULE,
        tiny(units="\n".join(["name;sector;surveyed", *rows]), links="from;to\nA;B\nB;C\nC;D"),
    )

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected


def test_it_names_both_parts_and_shows_the_link():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            tiny(units=UNITS, links="from;to;agreement\nA;B;\nC;B;Avtale\nC;D;\nD;E;\nC;E;"),
        )

    assert finding.identity.subject == "b"
    assert finding.observation == (
        "Without the collaboration between B and C, these parts do not hang together in the data:"
        " A and B; C, D and E. No working arena and no other collaboration joins them."
    )
    assert [evidence.place.row for evidence in finding.evidence if not evidence.of_absence] == [3]


@pytest.mark.parametrize(
    ("above", "sentence"),
    [("A", "In the organisation, these two are in one line: A – D."), ("", "")],
)
def test_who_are_in_one_line_is_said(above: str, sentence: str):
    """To be part of another is no tie, but those in one line hear from each other."""
    units = f"name;sector;part_of\nA;bolig;\nB;helse;\nC;plan;\nD;sosial;{above}"
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(units=units, links="from;to\nA;B\nB;C\nC;D"))

    assert sentence in finding.observation
    assert ("in one line" in finding.observation) is bool(sentence)
