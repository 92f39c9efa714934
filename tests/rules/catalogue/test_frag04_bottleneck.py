"""FRAG04: an actor through whom most of the shortest paths go."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue import frag04_bottleneck
from samordning_graph.rules.catalogue.frag04_bottleneck import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny


def linked(*pairs: str, **more: str) -> Graph:
    """Actors named by one letter each, and their links: «AB» links A and B."""
    letters = sorted({letter for pair in pairs for letter in pair})
    units = "\n".join(["name;sector", *(f"{unit};helse" for unit in letters)])
    links = "\n".join(["from;to", *(";".join(pair) for pair in pairs)])
    return tiny(**{"units": units, "links": links} | more)


def test_the_middle_of_a_star_is_found():
    graph = linked("AB", "AC", "AD", "AE")

    assert found(RULE, graph) == [Case("a")]
    assert RULE.assess(graph).examined == 5


def test_half_of_the_paths_is_not_more_than_half():
    """In a line of five, the middle one is on 4 of 6 pairs, those beside it on 3."""
    graph = linked("AB", "BC", "CD", "DE")

    assert found(RULE, graph) == [Case("c")]
    assert RULE.assess(graph).examined == 5


def test_of_two_shortest_paths_each_counts_half():
    """A is on all paths from E to B, C and D, and on one of the two between B and D."""
    with in_language("en"):
        (finding,) = findings_of(RULE, linked("AB", "BC", "CD", "DA", "AE"))

    assert finding.identity.subject == "a"
    assert "(about 58 of 100)" in finding.observation


def test_an_arena_is_on_the_way_but_no_path_begins_or_ends_in_it():
    """A is in both arenas: on the 4 pairs of 6 whose two are in different ones."""
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse\nC;plan\nD;sosial\nE;oppvekst",
        arenas="name\nForum\nTeam",
        participation="actor;arena\nA;Forum\nB;Forum\nC;Forum\nA;Team\nD;Team\nE;Team",
    )

    assert found(RULE, graph) == [Case("a")]
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)
    assert "(about 67 of 100)" in finding.observation


def test_a_group_of_four_is_too_small():
    graph = linked("AB", "AC", "AD")
    assessment = RULE.assess(graph)

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_each_group_is_a_network_of_its_own():
    graph = linked("AB", "AC", "AD", "AE", "VW", "VX", "VY", "VZ", "MN")

    assert found(RULE, graph) == [Case("a"), Case("v")]
    assert RULE.assess(graph).examined == 10


def test_nothing_is_examined_where_the_paths_are_too_many(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(frag04_bottleneck, "LARGEST_GROUP", 4)
    assessment = RULE.assess(linked("AB", "AC", "AD", "AE"))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert "4" in assessment.reason


def test_there_is_a_reason_when_nothing_is_filled_in():
    assert RULE.assess(tiny(units="name;sector\nA;bolig")).reason


@pytest.mark.parametrize(("asked", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_it_is_a_hint_with_the_confidence_of_the_actor(asked: str, expected: Confidence):
    rows = "\n".join(f"{unit};helse;" for unit in "BCDE")
    graph = linked("AB", "AC", "AD", "AE", units=f"name;sector;surveyed\nA;helse;{asked}\n{rows}")
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected


def test_it_says_how_large_a_share_and_of_what():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            linked(
                *("AB", "AC", "AD", "AE"),
                arenas="name;participants_complete\nForum;nei",
            ),
        )

    assert finding.observation == (
        "In the data, more than half of the shortest paths between the 4 others in its group go"
        " through A (about 100 of 100). 1 participant list is incomplete, and may show more ties."
    )
    assert [evidence.text for evidence in finding.evidence] == [
        *("A – B", "A – C", "A – D", "A – E"),
        "The participant list of «Forum» is incomplete.",
    ]


@pytest.mark.parametrize(
    ("above", "sentence"),
    [("A", "In the organisation, these two are in one line: A – E."), ("", "")],
)
def test_who_are_in_one_line_is_said(above: str, sentence: str):
    """To be part of another is no tie, but those in one line hear from each other."""
    units = f"name;sector;part_of\nA;helse;\nB;helse;\nC;helse;\nD;helse;\nE;helse;{above}"
    with in_language("en"):
        (finding,) = findings_of(RULE, linked("AB", "AC", "AD", "AE", units=units))

    assert sentence in finding.observation
    assert ("in one line" in finding.observation) is bool(sentence)
