"""GOAL03: a goal shared across sectors whose holders never meet."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.goal03_goal_without_arena import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse"


def held(options: AnalysisOptions | None = None, **more: str) -> Graph:
    """Bolig and Rus hold a goal. Something unrelated is filled in."""
    return tiny(
        options,
        **{
            "units": UNITS,
            "goals": "name\nMål",
            "goal_owners": "actor;goal;role\nBolig;Mål;eier\nRus;Mål;",
            "arenas": "name;participants_complete\nForum;ja",
            "participation": "actor;arena\nHjelp;Forum",
        }
        | more,
    )


MEETING = {"participation": "actor;arena\nBolig;Forum\nRus;Forum"}


def test_a_goal_whose_holders_never_meet_is_found():
    assert found(RULE, held()) == [Case("mal")]
    assert RULE.assess(held()).examined == 1


def test_a_goal_whose_holders_meet_is_not_found():
    assert found(RULE, held(**MEETING)) == []
    assert RULE.assess(held(**MEETING)).examined == 1


def test_one_pair_that_meets_is_enough():
    graph = held(goal_owners="actor;goal\nBolig;Mål\nRus;Mål\nHjelp;Mål", **MEETING)

    assert found(RULE, graph) == []


def test_that_two_in_one_sector_meet_is_not():
    graph = held(
        goal_owners="actor;goal\nBolig;Mål\nRus;Mål\nHjelp;Mål",
        participation="actor;arena\nHjelp;Forum\nRus;Forum",
    )

    assert found(RULE, graph) == [Case("mal")]


def test_a_link_is_evidence_and_no_meeting_place():
    (finding,) = findings_of(RULE, held(links="from;to\nBolig;Rus"))

    assert finding.identity.subject == "mal"
    assert "links.csv" in {evidence.place.file for evidence in finding.evidence}


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;", AnalysisOptions(as_of=TODAY)),
        (";;2026-11-22", AnalysisOptions(as_of=TODAY)),
        (";1;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;", AnalysisOptions(as_of=TODAY, max_arena_size=1)),
    ],
)
def test_only_a_working_arena_is_a_meeting_place(cells: str, options: AnalysisOptions):
    arenas = f"name;kind;meetings_per_year;valid_to\nForum;{cells}"

    assert found(RULE, held(options, arenas=arenas, **MEETING)) == [Case("mal")]


def test_to_be_called_in_is_not_to_meet():
    graph = held(participation="actor;arena;role\nBolig;Forum;leder\nRus;Forum;ved behov")

    assert found(RULE, graph) == [Case("mal")]


def test_the_meetings_of_those_below_count_and_never_those_of_those_above():
    def meeting(above: str, below: str) -> Graph:
        return held(
            units=f"name;sector;part_of\nTopp;sosial;{above}\nBolig;bolig;{below}\nRus;helse;",
            participation="actor;arena\nTopp;Forum\nRus;Forum",
        )

    assert found(RULE, meeting("Bolig", "")) == []
    assert found(RULE, meeting("", "Topp")) == [Case("mal")]


def test_a_goal_without_a_pair_across_sectors_is_not_examined():
    sector = held(goal_owners="actor;goal\nHjelp;Mål\nRus;Mål")
    line = held(units="name;sector;part_of\nBolig;bolig;\nRus;helse;Bolig\nHjelp;helse;")
    external = held(
        units="name;sector\nHjelp;helse",
        external_actors="name;actor_type\nBolig;husbanken\nRus;tsb",
    )

    for graph in (sector, line, external):
        assert RULE.assess(graph).examined == 0
        assert RULE.assess(graph).reason


def test_a_goal_with_a_pair_in_doubt_is_not_assessed():
    assessment = RULE.assess(held(arenas="name;participants_complete\nForum;nei"))

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("mal")]
    assert assessment.examined == 0
    assert assessment.reason


def test_a_linked_pair_that_may_meet_is_in_doubt_too():
    graph = held(arenas="name;participants_complete\nForum;nei", links="from;to\nBolig;Rus")

    assert list(RULE.assess(graph).undetermined) == [Case("mal")]


def test_one_pair_that_meets_decides_whatever_is_in_doubt():
    graph = held(
        units=f"{UNITS}\nPlan;plan",
        goal_owners="actor;goal\nBolig;Mål\nRus;Mål\nPlan;Mål",
        arenas="name;participants_complete\nForum;nei",
        **MEETING,
    )

    assert list(RULE.assess(graph).undetermined) == []
    assert RULE.assess(graph).examined == 1


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(held(participation="actor;arena\n"))

    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("", "ja"), Confidence.ONE), (("", ""), Confidence.NONE)],
)
def test_it_is_recommended_with_the_confidence_of_the_holders(
    asked: tuple[str, str], expected: Confidence
):
    units = f"name;sector;surveyed\nBolig;bolig;{asked[0]}\nRus;helse;{asked[1]}\nHjelp;helse;"
    (finding,) = findings_of(RULE, held(units=units))

    assert finding.basis is Basis.RECOMMENDED
    assert finding.confidence is expected


def test_what_the_holders_have_in_common_that_does_not_count_is_told_once():
    graph = held(
        units=f"{UNITS}\nPlan;plan",
        goal_owners="actor;goal\nBolig;Mål\nRus;Mål\nPlan;Mål",
        arenas="name;kind\nFagdagen;informasjon\nForum;",
        participation="actor;arena;role\nBolig;Fagdagen;\nRus;Fagdagen;\nPlan;Fagdagen;\n"
        "Bolig;Forum;leder\nRus;Forum;ved behov\nPlan;Forum;observatør",
        links="from;to;strength;agreement;valid_to\nBolig;Rus;kjennskap;;\n"
        "Rus;Plan;;Planavtalen;2025-12-31",
    )
    (finding,) = findings_of(RULE, graph)

    assert [(str(tie.exclusion), tie.actors, tie.loosely) for tie in finding.excluded] == [
        ("lapsed", ("plan", "rus"), ()),
        ("information", ("bolig", "plan", "rus"), ()),
        ("role", ("bolig", "plan", "rus"), ("plan", "rus")),
        ("awareness", ("bolig", "rus"), ()),
    ]
    assert "avtalen «Planavtalen» mellom Plan og Rus, som gjaldt til 31.12.2025" in (
        finding.observation
    )
    assert "Bolig og Rus kjenner til hverandre" in finding.observation
    rows = {(row.place.file, row.place.row) for row in finding.evidence}
    assert {("links.csv", 2), ("links.csv", 3), ("participation.csv", 7)} <= rows


def test_holders_in_one_sector_have_nothing_that_is_set_aside():
    graph = held(
        goal_owners="actor;goal\nBolig;Mål\nRus;Mål\nHjelp;Mål",
        links="from;to;strength\nRus;Hjelp;kjennskap",
    )

    assert findings_of(RULE, graph)[0].excluded == ()


def test_the_answer_that_there_is_no_contact_is_told():
    (finding,) = findings_of(
        RULE, held(links="from;to;strength;reported_by\nRus;Bolig;ingen;én part")
    )

    assert finding.observation.endswith("Rus svarer at Bolig og Rus ikke har kontakt.")
    assert ("links.csv", 2) in {(row.place.file, row.place.row) for row in finding.evidence}


BODY = "name;sector;service_type\nBolig;bolig;\nRus;helse;\nHjelp;helse;\n{body}"


@pytest.mark.parametrize("body", ["Rådet;plan;politisk organ", "Kommunestyret;plan;"])
def test_a_political_body_needs_no_meeting_place(body: str):
    name = body.split(";", maxsplit=1)[0]
    alone = held(units=BODY.format(body=body), goal_owners=f"actor;goal\nBolig;Mål\n{name};Mål")
    beside = held(
        units=BODY.format(body=body), goal_owners=f"actor;goal\nBolig;Mål\nRus;Mål\n{name};Mål"
    )

    assert (found(RULE, alone), RULE.assess(alone).examined) == ([], 0)
    assert found(RULE, beside) == [Case("mal")]
    assert name not in findings_of(RULE, beside)[0].observation


@pytest.mark.parametrize("cells", ["ledelse;kommunedirektor", "stab;", "annet;annet"])
def test_leadership_staff_and_other_that_hold_a_goal_with_a_service_need_one(cells: str):
    units = BODY.format(body=f"Stab;{cells}")

    assert found(RULE, held(units=units, goal_owners="actor;goal\nBolig;Mål\nStab;Mål")) == [
        Case("mal")
    ]


def test_a_goal_of_a_plan_that_has_ended_is_a_hint_and_a_question():
    with in_language("en"):
        (finding,) = findings_of(
            RULE,
            tiny(
                units="id;name;sector;service_type\nb;Bolig;bolig;boligkontor\nh;Helse;helse;hjemmetjeneste",
                plans="id;name;kind;valid_to\nt;Boligplan;temaplan;2013",
                goals="id;name;plan\ng;Mål;t",
                goal_owners="actor;goal\nb;g\nh;g",
                arenas="id;name;participants_complete\na;Team;ja",
                participation="actor;arena\nb;a",
            ),
        )

    assert finding.basis is Basis.HINT
    assert "«Mål» stands in «Boligplan», which applied until 2013-12-31." in finding.observation
    assert finding.question.startswith("Does «Mål» still apply? ")
