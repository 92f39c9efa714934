"""FRAG02: an arena without which the network falls into parts."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.frag02_indispensable_arena import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nA;bolig\nB;helse\nC;plan\nD;sosial\nE;oppvekst"


def seats(*rows: str, options: AnalysisOptions | None = None, **more: str) -> Graph:
    tables = {"units": UNITS, "arenas": "name\nForum\nTeam"} | more
    return tiny(options, participation="\n".join(["actor;arena;role", *rows]), **tables)


def test_an_arena_where_three_meet_who_meet_nowhere_else_is_found():
    graph = seats("A;Forum;", "B;Forum;", "C;Forum;leder")

    assert found(RULE, graph) == [Case("forum")]
    assert RULE.assess(graph).examined == 1


def test_an_arena_of_two_cuts_off_only_one():
    assert found(RULE, seats("A;Forum;", "B;Forum;")) == []


def test_two_arenas_with_the_same_members_can_spare_each_other():
    graph = seats(*(f"{unit};{arena};" for unit in "ABC" for arena in ("Forum", "Team")))

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_direct_collaboration_holds_those_together_who_have_it():
    """Of A, B, C and D in the forum, A–B and C–D work together: the forum holds the two pairs."""
    members = ("A;Forum;", "B;Forum;", "C;Forum;", "D;Forum;")

    assert found(RULE, seats(*members, links="from;to\nA;B\nC;D")) == [Case("forum")]
    assert found(RULE, seats(*members, links="from;to\nA;B\nC;D\nB;C")) == []


def test_those_called_in_when_needed_are_not_held_together():
    graph = seats("A;Forum;", "B;Forum;", "C;Forum;ved behov", "D;Forum;observatør")

    assert found(RULE, graph) == []


@pytest.mark.parametrize(
    ("arena", "options"),
    [
        ("name;kind\nForum;informasjon", AnalysisOptions(as_of=TODAY)),
        ("name;valid_to\nForum;2026-11-22", AnalysisOptions(as_of=TODAY)),
        ("name\nForum", AnalysisOptions(as_of=TODAY, max_arena_size=2)),
    ],
)
def test_an_arena_that_does_not_work_is_not_examined(arena: str, options: AnalysisOptions):
    graph = seats("A;Forum;", "B;Forum;", "C;Forum;", arenas=arena, options=options)
    assessment = RULE.assess(graph)

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_there_is_a_reason_when_nothing_is_filled_in():
    assert RULE.assess(seats()).reason


@pytest.mark.parametrize(
    ("complete", "asked", "expected"),
    [
        ("ja", "ja", Confidence.BOTH),
        ("ja", "", Confidence.ONE),
        ("", "ja", Confidence.ONE),
        ("nei", "", Confidence.NONE),
    ],
)
def test_it_is_a_hint_with_the_confidence_of_the_list_and_those_cut_off(
    complete: str, asked: str, expected: Confidence
):
    graph = seats(
        "A;Forum;",
        "B;Forum;",
        "C;Forum;",
        units=f"name;sector;surveyed\nA;bolig;\nB;helse;{asked}\nC;plan;{asked}",
        arenas=f"name;participants_complete\nForum;{complete}",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected


def test_it_names_the_parts_and_shows_the_seats():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            seats("A;Forum;", "B;Forum;", "C;Forum;", "D;Forum;observatør", links="from;to\nB;E"),
        )

    assert finding.observation == (
        "Without «Forum», these parts do not hang together in the data: A; C; B and E. No other"
        " working arena and no direct collaboration joins them."
        " 1 participant list is incomplete, and may show more ties."
    )
    assert [evidence.text for evidence in finding.evidence if not evidence.of_absence] == [
        "A – Forum (member)",
        "B – Forum (member)",
        "C – Forum (member)",
    ]


@pytest.mark.parametrize(("complete", "is_told"), [("ja", False), ("nei", True)])
def test_it_is_told_when_lists_may_show_more(complete: str, is_told: bool):
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse\nC;plan\nD;sosial",
        arenas=f"name;participants_complete\nForum;ja\nTeam;{complete}",
        participation="actor;arena\nA;Forum\nC;Forum\nA;Team",
        links="from;to\nA;B\nC;D",
    )
    (finding,) = findings_of(RULE, graph)

    assert ("ufullstendig" in finding.observation) is is_told


@pytest.mark.parametrize(
    ("above", "sentence"),
    [("A", "In the organisation, these two are in one line: A – C."), ("", "")],
)
def test_who_are_in_one_line_is_said(above: str, sentence: str):
    """To be part of another is no tie, but those in one line hear from each other."""
    units = f"name;sector;part_of\nA;bolig;\nB;helse;\nC;plan;{above}"
    with in_language("en"):
        (finding,) = findings_of(RULE, seats("A;Forum;", "B;Forum;", "C;Forum;", units=units))

    assert sentence in finding.observation
    assert ("in one line" in finding.observation) is bool(sentence)
