"""ARENA05: two working arenas with the same task or target group, and nobody in both."""

import pytest

from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.input.read_model import read_model
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.arena05_disjoint_arenas import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

BOTH = [Case("inntak", ("team",))]
UNITS = "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse"
APART = ("Bolig;Team;", "Rus;Inntak;")


def allocating(
    *rows: str,
    inntak: str = "skaffe;;;;;;",
    team: str = "skaffe;;;;;;",
    options: AnalysisOptions | None = None,
    units: str = UNITS,
) -> Graph:
    """Two arenas: tasks, target groups, kind, valid_to, meetings, completeness, anchored in."""
    return tiny(
        options,
        units=units,
        arenas="name;tasks;target_groups;kind;valid_to;meetings_per_year;participants_complete;"
        f"anchored_in\nInntak;{inntak}\nTeam;{team}",
        participation="\n".join(["actor;arena;role", *rows]),
    )


def test_two_arenas_with_one_task_and_nobody_in_both_are_found():
    assert found(RULE, allocating(*APART)) == BOTH
    assert RULE.assess(allocating(*APART)).examined == 1


def test_one_target_group_is_enough():
    graph = allocating(*APART, inntak=";eldre;;;;;", team='keep;"eldre;flyktninger";;;;;')

    assert found(RULE, graph) == BOTH


@pytest.mark.parametrize(
    ("inntak", "team"),
    [
        ("skaffe;;;;;;", "beholde;;;;;;"),
        (";eldre;;;;;", ";flyktninger;;;;;"),
        ("skaffe;;;;;;", ";;;;;;"),
        ("annet;;;;;;", ";annet;;;;;"),
    ],
)
def test_two_arenas_with_nothing_in_common_are_not_examined(inntak: str, team: str):
    assessment = RULE.assess(allocating(*APART, inntak=inntak, team=team))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


def test_one_who_sits_in_both_is_enough():
    graph = allocating(*APART, "Bolig;Inntak;leder")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("role", ["ved behov", "observatør"])
def test_to_be_called_in_or_observe_is_told_and_is_not_to_sit_in_both(role: str):
    (finding,) = findings_of(RULE, allocating(*APART, f"Hjelp;Team;{role}", "Hjelp;Inntak;"))

    assert finding.observation.endswith(
        "Dette regnes ikke med: Hjelp står i «Team» (Hjelp er med ved behov eller som observatør)."
    )
    assert [(str(tie.exclusion), tie.arena, tie.loosely) for tie in finding.excluded] == [
        ("role", "team", ("hjelp",))
    ]


def test_where_nobody_is_on_both_lists_nothing_is_set_aside():
    (finding,) = findings_of(RULE, allocating(*APART, "Hjelp;Team;observatør"))

    assert finding.excluded == ()


def test_a_unit_sits_where_a_unit_below_it_does():
    units = "name;sector;part_of\nBolig;bolig;\nRus;helse;Bolig\nHjelp;helse;"

    assert found(RULE, allocating(*APART, units=units)) == []
    assert found(RULE, allocating("Hjelp;Team;", "Rus;Inntak;", units=units)) == BOTH


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("skaffe;;informasjon;;;;", AnalysisOptions(as_of=TODAY)),
        ("skaffe;;;2026-11-22;;;", AnalysisOptions(as_of=TODAY)),
        ("skaffe;;;;1;;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        ("skaffe;;;;;;", AnalysisOptions(as_of=TODAY, max_arena_size=0)),
    ],
)
def test_an_arena_that_does_not_work_is_not_examined(cells: str, options: AnalysisOptions):
    assert RULE.assess(allocating(*APART, team=cells, options=options)).examined == 0


@pytest.mark.parametrize(
    ("rows", "team"),
    [(APART, "skaffe;;;;;nei;"), (APART[:1], "skaffe;;;;;ja;"), ((), "skaffe;;;;;;")],
)
def test_a_pair_with_an_open_list_is_not_assessed(rows: tuple[str, ...], team: str):
    assessment = RULE.assess(allocating(*rows, team=team))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        BOTH,
    )
    assert assessment.reason


def test_one_who_sits_in_both_decides_whatever_the_list_lacks():
    assessment = RULE.assess(allocating(*APART, "Bolig;Inntak;", team="skaffe;;;;;nei;"))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        1,
        [],
        [],
    )


@pytest.mark.parametrize(
    ("complete", "expected"),
    [("jaja", Confidence.BOTH), ("ja", Confidence.ONE), ("", Confidence.NONE)],
)
def test_it_is_a_hint_that_says_the_figure(complete: str, expected: Confidence):
    graph = allocating(
        *APART,
        "Hjelp;Team;",
        inntak=f"skaffe;;;;;{complete[:2]};",
        team=f"skaffe;;;;;{complete[2:]};",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert "0" in finding.observation
    assert "3" in finding.observation
    assert [(evidence.place.file, evidence.place.row) for evidence in finding.evidence] == [
        ("arenas.csv", 2),
        ("arenas.csv", 3),
        *(("participation.csv", row) for row in (2, 3, 4)),
        ("participation.csv", 0),
    ]


def test_that_one_is_anchored_in_the_other_is_told():
    (apart,) = findings_of(RULE, allocating(*APART))
    (anchored,) = findings_of(RULE, allocating(*APART, inntak="skaffe;;;;;;Team"))

    assert len(anchored.observation) > len(apart.observation)


def test_the_two_allocation_teams_of_balsfjord_are_asked_about():
    """Others take part in one of them, and its source does not name them."""
    graph = build(read_model("data/balsfjord", TODAY), AnalysisOptions(as_of=TODAY))
    teams = Case("boligsosialt-team", ("overordnet-inntaksteam-helse",))

    assert found(RULE, graph) == []
    assert list(RULE.assess(graph).undetermined) == [teams]
