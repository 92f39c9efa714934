"""ARENA04: two working arenas with nearly the same leaders and members."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena04_overlapping_arenas import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

BOTH = [Case("mote", ("team",))]


def meeting(
    mote: str,
    team: str,
    levels: str = ";",
    cells: str = ";;;",
    options: AnalysisOptions | None = None,
    role: str = "",
    asked: str = "",
) -> Graph:
    """Two arenas with one unit for each letter; the cells are those of the first."""
    rows = [
        f"{letter};{arena};{role if arena == 'Møte' else ''}"
        for arena, letters in (("Møte", mote), ("Team", team))
        for letter in letters
    ]
    first, second = levels.split(";")
    return tiny(
        options,
        units="\n".join(
            ["name;sector;surveyed", *(f"{letter};bolig;{asked}" for letter in "ABCDEFGH")]
        ),
        arenas="name;level;kind;valid_to;meetings_per_year;participants_complete\n"
        f"Møte;{first};{cells}\nTeam;{second}",
        participation="\n".join(["actor;arena;role", *rows]),
    )


@pytest.mark.parametrize(
    ("mote", "team"), [("ABC", "ABC"), ("ABC", "ABCD"), ("ABCD", "ABCDE"), ("ABCDE", "BCDEF")]
)
def test_three_in_common_who_are_two_thirds_of_all_are_found(mote: str, team: str):
    assert found(RULE, meeting(mote, team)) == BOTH
    assert RULE.assess(meeting(mote, team)).examined == 1


@pytest.mark.parametrize(
    ("mote", "team"),
    [
        ("ABC", "ABCDE"),  # 3 of 5, though all of one
        ("ABCD", "BCDE"),  # 3 of 5, though three quarters of each
        ("ABC", "DEF"),
    ],
)
def test_fewer_are_not(mote: str, team: str):
    assert found(RULE, meeting(mote, team)) == []
    assert RULE.assess(meeting(mote, team)).examined == 1


@pytest.mark.parametrize(("mote", "team"), [("AB", "AB"), ("AB", "ABC"), ("", "ABC"), ("", "")])
def test_an_arena_with_fewer_than_three_is_not_compared(mote: str, team: str):
    assessment = RULE.assess(meeting(mote, team))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


@pytest.mark.parametrize("role", ["ved behov", "observatør"])
def test_only_leaders_and_members_count(role: str):
    assert found(RULE, meeting("ABC", "ABC", role=role)) == []


@pytest.mark.parametrize("levels", ["operativ;operativ", ";operativ", "strategisk;", ";"])
def test_arenas_that_may_be_of_one_level_are_compared(levels: str):
    assert found(RULE, meeting("ABC", "ABC", levels)) == BOTH


def test_arenas_of_different_levels_are_not():
    assessment = RULE.assess(meeting("ABC", "ABC", "strategisk;operativ"))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


def test_every_pair_that_may_be_of_one_level_is_counted():
    """Of two strategic, one operational and two without a level all but two pairs."""
    levels = ["strategisk", "strategisk", "operativ", "", ""]
    rows = [f"A{i};{level}" for i, level in enumerate(levels)]
    seats = [f"{unit};A{i}" for i in range(5) for unit in "BCD"]
    graph = tiny(
        units="name;sector\nB;bolig\nC;bolig\nD;bolig",
        arenas="\n".join(["name;level", *rows]),
        participation="\n".join(["actor;arena", *seats]),
    )

    assert RULE.assess(graph).examined == 10 - 2


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;;", AnalysisOptions(as_of=TODAY)),
        (";2026-11-22;;", AnalysisOptions(as_of=TODAY)),
        (";;1;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;;", AnalysisOptions(as_of=TODAY, max_arena_size=2)),
    ],
)
def test_an_arena_that_does_not_work_is_not_compared(cells: str, options: AnalysisOptions):
    assert RULE.assess(meeting("ABC", "ABC", cells=cells, options=options)).examined == 0


def test_it_is_a_hint_that_says_figures_and_limits():
    (finding,) = findings_of(
        RULE, meeting("ABCD", "ABCDE", "operativ;operativ", ";;;ja", asked="ja")
    )

    assert finding.basis is Basis.HINT
    assert finding.confidence is Confidence.ONE
    assert "4" in finding.observation
    assert "5" in finding.observation
    assert "2/3" in finding.observation
    assert {evidence.place.file for evidence in finding.evidence} == {
        "arenas.csv",
        "participation.csv",
    }
    assert len(finding.evidence) == 2 + 2 * 4


def test_what_makes_the_comparison_uncertain_is_said():
    (sure,) = findings_of(RULE, meeting("ABC", "ABC", "operativ;operativ", ";;;ja"))
    (unsure,) = findings_of(RULE, meeting("ABC", "ABC", "operativ;", ";;;nei"))

    assert len(unsure.observation) > len(sure.observation)
    assert unsure.confidence is Confidence.NONE
