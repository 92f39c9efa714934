"""FRAG01: an actor without whom the network falls into parts."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.frag01_indispensable_actor import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nA;bolig\nB;helse\nC;plan\nD;sosial\nE;oppvekst\nF;justis"


def test_an_actor_who_holds_a_part_of_two_is_found():
    """C holds A and B to the rest, and D holds E and F."""
    graph = tiny(units=UNITS, links="from;to\nA;B\nB;C\nA;C\nC;D\nD;E\nE;F\nD;F")

    assert found(RULE, graph) == [Case("c"), Case("d")]
    assert RULE.assess(graph).examined == 6


def test_one_actor_cut_off_is_no_part():
    assert found(RULE, tiny(units=UNITS, links="from;to\nA;B\nB;C\nC;A\nC;D")) == []


def test_two_actors_cut_off_one_by_one_are_two():
    graph = tiny(units=UNITS, links="from;to\nA;B\nB;C\nC;A\nC;D\nC;E")

    assert found(RULE, graph) == [Case("c")]


def test_an_actor_in_a_ring_is_not_found():
    graph = tiny(units=UNITS, links="from;to\nA;B\nB;C\nC;D\nD;E\nE;F\nF;A")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 6


def test_a_common_arena_is_a_way_round():
    links = "from;to\nA;B\nB;C\nC;D\nD;E"
    arena = {"arenas": "name\nForum", "participation": "actor;arena\nB;Forum\nD;Forum"}

    assert Case("c") in found(RULE, tiny(units=UNITS, links=links))
    assert Case("c") not in found(RULE, tiny(units=UNITS, links=links, **arena))


@pytest.mark.parametrize(
    "tables",
    [
        {"referrals": "from;to\nB;D"},
        {
            "arenas": "name;kind\nForum;informasjon",
            "participation": "actor;arena\nB;Forum\nD;Forum",
        },
        {
            "arenas": "name\nForum",
            "participation": "actor;arena;role\nB;Forum;medlem\nD;Forum;ved behov",
        },
        {"units": UNITS.replace("sector\n", "sector;part_of\n").replace("helse", "helse;D")},
    ],
)
def test_loose_ties_and_the_organisation_hold_nothing_together(tables: dict[str, str]):
    links = "from;to\nA;B\nB;C\nC;D\nD;E"

    assert Case("c") in found(RULE, tiny(**{"units": UNITS, "links": links} | tables))


def test_an_arena_without_actors_is_no_part():
    """A leads two arenas that nobody else takes part in: nobody is cut off by losing A."""
    graph = tiny(
        units=UNITS,
        links="from;to\nA;B",
        arenas="name\nForum\nTeam\nRåd",
        participation="actor;arena\nA;Forum\nA;Team\nA;Råd",
    )

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_the_parts_are_those_of_its_own_group():
    """C splits the smaller group; the larger group was never tied to it."""
    units = UNITS + "".join(f"\nX{i};helse" for i in range(7))
    ring = "".join(f"\nX{i};X{(i + 1) % 7}" for i in range(7))
    graph = tiny(units=units, links=f"from;to\nA;B\nB;C\nC;D\nD;E{ring}")
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.identity.subject == "c"
    assert " in the data: D and E; A and B. No" in finding.observation


def test_an_agreement_holds_to_its_last_day():
    links = "from;to;agreement;valid_to\nA;B;;\nB;C;;\nC;D;;\nD;E;;\nA;E;Avtale;2026-06-30"

    assert (
        found(RULE, tiny(AnalysisOptions(as_of=date(2026, 6, 30)), units=UNITS, links=links)) == []
    )
    assert Case("c") in found(
        RULE, tiny(AnalysisOptions(as_of=date(2026, 7, 1)), units=UNITS, links=links)
    )


def test_an_arena_that_is_too_large_holds_nothing_together():
    tables = {
        "units": UNITS,
        "links": "from;to\nA;B\nB;C\nC;D\nD;E",
        "arenas": "name\nForum",
        "participation": "actor;arena\nA;Forum\nE;Forum\nC;Forum",
    }

    assert found(RULE, tiny(AnalysisOptions(as_of=TODAY, max_arena_size=3), **tables)) == []
    assert found(RULE, tiny(AnalysisOptions(as_of=TODAY, max_arena_size=2), **tables)) == [
        Case("c")
    ]


@pytest.mark.parametrize("tables", [{}, {"referrals": "from;to\nA;B"}])
def test_there_is_a_reason_when_nobody_is_tied(tables: dict[str, str]):
    assessment = RULE.assess(tiny(units=UNITS, **tables))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ja;ja;ja;;", Confidence.BOTH),
        (";;ja;;", Confidence.ONE),
        (";;;ja;ja", Confidence.NONE),
    ],
)
def test_it_is_a_hint_with_the_confidence_of_the_actor_and_those_cut_off(
    asked: str, expected: Confidence
):
    """A and B are cut off; D and E, in the larger part, need not be asked about them."""
    surveyed = dict(zip("ABCDE", asked.split(";"), strict=True))
    units = "\n".join(
        ["name;sector;surveyed", *(f"{unit};helse;{word}" for unit, word in surveyed.items())]
    )
    links = "from;to\nA;B\nB;C\nA;C\nC;D\nD;E\nE;F\nF;C"
    (finding,) = findings_of(RULE, tiny(units=f"{units}\nF;helse;", links=links))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected


def test_the_evidence_is_its_own_ties_and_what_was_searched():
    graph = tiny(
        units=UNITS,
        links="from;to\nA;B\nC;D\nD;E",
        arenas="name;participants_complete\nForum;nei\nAllmøte;",
        participation="actor;arena;role\nB;Forum;\nC;Forum;\nC;Allmøte;observatør",
    )
    with in_language("en"):
        c = next(finding for finding in findings_of(RULE, graph) if finding.identity.subject == "c")

    assert [evidence.text for evidence in c.evidence] == [
        "C – D",
        "C – Forum (member)",
        "Deltakelse: 3 rows were searched.",
        "Samarbeid: 3 rows were searched.",
        "The participant list of «Forum» is incomplete.",
    ]


def test_it_names_those_cut_off_and_counts_the_others():
    units = "name;sector\n" + "\n".join(f"{unit};helse" for unit in "ABCDEFGHIJKLMNOPQ")
    star = "".join(f"\nB;{unit}" for unit in "IJKLMNOPQ")
    ring = "\nA;B\nB;C\nC;D\nD;E\nE;F\nF;A\nF;G\nG;H\nH;A"
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(units=units, links=f"from;to{ring}{star}"))

    assert finding.observation == (
        "Without B, these parts do not hang together in the data: I; J; K; L; M; 4 more parts;"
        " 7 others. No working arena and no direct collaboration joins them."
    )


def test_of_a_large_part_that_is_cut_off_some_are_named():
    units = "name;sector\n" + "\n".join(f"{unit};helse" for unit in "ABCDEFGHIJKLMNOPQ")
    rings = "\nA;B\nB;C\nC;D\nD;E\nE;F\nF;G\nG;A\nA;H\nH;I\nI;J\nJ;K\nK;L\nL;M\nM;N\nN;A"
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(units=units, links=f"from;to{rings}"))

    assert " B, C, D, E, F and 1 more; 7 others. No" in finding.observation


@pytest.mark.parametrize(
    ("above", "sentence"),
    [("A", "In the organisation, these two are in one line: A – E."), ("", "")],
)
def test_who_are_in_one_line_is_said(above: str, sentence: str):
    """To be part of another is no tie, but those in one line hear from each other."""
    units = f"name;sector;part_of\nA;bolig;\nB;helse;\nC;plan;\nD;sosial;\nE;oppvekst;{above}\nF;justis;"
    with in_language("en"):
        (finding, *_others) = findings_of(
            RULE, tiny(units=units, links="from;to\nA;B\nB;C\nA;C\nC;D\nC;E")
        )

    assert sentence in finding.observation
    assert ("in one line" in finding.observation) is bool(sentence)
