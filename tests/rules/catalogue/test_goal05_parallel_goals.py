"""GOAL05: two goals of nearly the same text, held apart."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.goal05_parallel_goals import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse"
ONE = "Raskere bosetting av flyktninger"
PAIR = [Case("ett", ("to",))]


def goals(
    name: str = ONE,
    *,
    texts: tuple[str, str] = ("", ""),
    options: AnalysisOptions | None = None,
    **more: str,
) -> Graph:
    return tiny(
        options,
        **{
            "units": UNITS,
            "goals": f"id;name;text\nett;{ONE};{texts[0]}\nto;{name};{texts[1]}",
            "goal_owners": "actor;goal;role\nBolig;ett;eier\nRus;to;eier",
        }
        | more,
    )


@pytest.mark.parametrize(
    "name",
    [
        ONE,
        ONE.upper(),
        "Bosetting av flyktninger, raskere",
        "Raskere bosetting av flyktningene",
        "Raskere bosetting av flyktninger nå",
    ],
)
def test_goals_of_nearly_the_same_words_held_apart_are_candidates(name: str):
    assert found(RULE, goals(name)) == PAIR
    assert RULE.assess(goals(name)).examined == 1


@pytest.mark.parametrize("name", ["Trygge nabolag", "Raskere saksbehandling av klager"])
def test_other_goals_are_compared_and_not_found(name: str):
    assert found(RULE, goals(name)) == []
    assert RULE.assess(goals(name)).examined == 1


def test_the_same_text_under_two_names_is_found():
    text = "Alle som får innvilget opphold, skal bosettes innen tre måneder."

    assert found(RULE, goals("Trygge nabolag", texts=(text, text))) == PAIR


def test_goals_without_text_are_not_the_same_for_that():
    assert found(RULE, goals("Trygge nabolag")) == []


def test_a_common_holder_knows_both():
    assert found(RULE, goals(goal_owners="actor;goal\nBolig;ett\nBolig;to\nRus;to")) == []


def test_holders_who_meet_are_not_apart():
    arena = {"arenas": "name\nForum", "participation": "actor;arena\nBolig;Forum\nRus;Forum"}
    small = AnalysisOptions(as_of=TODAY, max_arena_size=1)

    assert found(RULE, goals(**arena)) == []
    assert found(RULE, goals(options=small, **arena)) == PAIR


def test_holders_who_meet_through_a_unit_below_are_not_apart():
    graph = goals(
        units="name;sector;part_of\nBolig;bolig;\nBunn;bolig;Bolig\nRus;helse;",
        arenas="name\nForum",
        participation="actor;arena\nBunn;Forum\nRus;Forum",
    )

    assert found(RULE, graph) == []


def test_an_arena_that_follows_up_both_is_an_arena_in_common():
    def followed(kind: str) -> Graph:
        return goals(arenas=f'name;kind;goals\nForum;{kind};"ett;to"')

    assert found(RULE, followed("samordning")) == []
    assert found(RULE, followed("informasjon")) == PAIR


def test_a_link_between_the_holders_is_no_arena():
    assert found(RULE, goals(links="from;to\nBolig;Rus")) == PAIR


def test_a_goal_right_above_the_other_is_not_beside_it():
    rows = f"id;name;parent\nett;{ONE};\nto;{ONE};ett\ntre;Trygge nabolag;"
    graph = goals(goals=rows, goal_owners="actor;goal\nBolig;ett\nRus;to\nHjelp;tre")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_a_goal_further_above_the_other_is_not_beside_it():
    rows = f"id;name;parent\nett;{ONE};\nmellom;Trygge nabolag;ett\nto;{ONE};mellom"

    assert found(RULE, goals(goals=rows)) == []


def test_goals_without_holder_are_not_compared():
    graph = goals(goal_owners="actor;goal\nBolig;ett")

    assert RULE.assess(graph).examined == 0
    assert RULE.assess(graph).reason


def test_there_is_a_reason_when_no_two_goals_can_be_compared():
    assessment = RULE.assess(goals(goals=f"id;name;parent\nett;{ONE};\nto;{ONE};ett"))

    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("", "ja"), Confidence.ONE), (("", ""), Confidence.NONE)],
)
def test_it_is_a_hint_that_shows_likeness_and_limit(asked: tuple[str, str], expected: Confidence):
    units = f"name;sector;surveyed\nBolig;bolig;{asked[0]}\nRus;helse;{asked[1]}"
    (finding,) = findings_of(RULE, goals(units=units))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert "100" in finding.observation
    assert "85" in finding.observation


def test_an_arena_of_both_that_does_not_count_is_told():
    seats = "actor;arena\nBolig;Fagdagen\nRus;Fagdagen"
    (finding,) = findings_of(
        RULE, goals(arenas="name;kind\nFagdagen;informasjon", participation=seats)
    )

    assert [(str(tie.exclusion), tie.actors) for tie in finding.excluded] == [
        ("information", ("bolig", "rus"))
    ]
    assert finding.observation.endswith(
        "Dataene viser ingen arbeidsarena der de som har ansvar for målene, møtes. Dette regnes ikke med:"
        " Bolig og Rus står i «Fagdagen» (bare informasjon)."
    )
    assert "participation.csv" in {row.place.file for row in finding.evidence}


def test_what_is_no_arena_is_not_set_aside():
    """A link of any kind is no common arena, whether or not it counts elsewhere."""
    (finding,) = findings_of(RULE, goals(links="from;to;strength\nBolig;Rus;kjennskap"))

    assert finding.excluded == ()


@pytest.mark.parametrize(
    ("holders", "cases"),
    [
        ("Bolig;ett\nRådet;to", []),
        ("Bolig;ett\nRus;to\nRådet;to", PAIR),
        ("Bolig;ett\nRådet;ett\nRus;to\nRådet;to", []),
    ],
)
def test_a_political_body_is_no_holder_to_bring_together(holders: str, cases: list[Case]):
    """Where it holds both goals, they are not held apart."""
    units = "\n".join(f"{row};" for row in UNITS.split("\n")[1:])
    graph = goals(
        units=f"name;sector;service_type\n{units}\nRådet;plan;politisk organ",
        goal_owners=f"actor;goal\n{holders}",
    )

    assert found(RULE, graph) == cases
    assert all("Rådet" not in finding.observation for finding in findings_of(RULE, graph))
