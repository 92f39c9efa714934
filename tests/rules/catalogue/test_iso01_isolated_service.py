"""ISO01: an actor without any tie."""

from datetime import date

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.iso01_isolated_service import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse\nAlene;plan"
ARENAS = "name;participants_complete\nForum;ja"
PARTICIPATION = "actor;arena\nBolig;Forum\nRus;Forum"


def test_a_unit_without_any_tie_is_found():
    graph = tiny(units=UNITS, arenas=ARENAS, participation=PARTICIPATION)

    assert found(RULE, graph) == [Case("alene")]
    assert RULE.assess(graph).examined == 3


def test_an_external_actor_without_any_tie_is_found():
    graph = tiny(
        units="name;sector\nBolig;bolig",
        external_actors="name;actor_type\nFengselet;fengsel\nHusbanken;husbanken",
        links="from;to\nBolig;Husbanken",
    )

    assert found(RULE, graph) == [Case("fengselet")]


@pytest.mark.parametrize(
    "tables",
    [
        {"participation": f"{PARTICIPATION}\nAlene;Forum"},
        {"links": "from;to\nAlene;Bolig"},
        {"links": "from;to;strength\nBolig;Alene;kjennskap"},
        {"links": "from;to;agreement\nBolig;Alene;Avtale"},
        {"referrals": "from;to\nAlene;Bolig"},
        {"referrals": "from;to\nBolig;Alene"},
    ],
)
def test_any_tie_is_enough(tables: dict[str, str]):
    graph = tiny(**{"units": UNITS, "arenas": ARENAS, "participation": PARTICIPATION} | tables)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 3


def test_the_answer_that_there_is_no_contact_is_no_tie():
    graph = tiny(
        units=UNITS,
        arenas=ARENAS,
        participation=PARTICIPATION,
        links="from;to;strength\nAlene;Bolig;ingen kontakt",
    )

    assert found(RULE, graph) == [Case("alene")]


@pytest.mark.parametrize(
    ("about", "is_found"),
    [("", True), ("kontakt;arenaer", True), ("kontakt", False), ("mål", False)],
)
def test_it_takes_an_actor_that_was_asked_about_contact_and_arenas(about: str, is_found: bool):
    graph = tiny(
        units=f'name;sector;surveyed;surveyed_about\nBolig;bolig;;\nAlene;plan;ja;"{about}"',
        arenas="name;participants_complete\nForum;nei",
        participation="actor;arena\nBolig;Forum",
    )

    assert (Case("alene") in found(RULE, graph)) is is_found
    assert (Case("alene") in RULE.assess(graph).undetermined) is not is_found


@pytest.mark.parametrize("role", ["leder", "medlem", "ved behov", "observatør"])
@pytest.mark.parametrize("cells", ["samordning;", "informasjon;", ";2020-01-01"])
def test_any_role_in_any_arena_is_enough(role: str, cells: str):
    graph = tiny(
        units="name;sector\nBolig;bolig",
        arenas=f"name;kind;valid_to\nForum;{cells}",
        participation=f"actor;arena;role\nBolig;Forum;{role}",
    )

    assert found(RULE, graph) == []


def test_a_shared_goal_or_group_is_no_tie():
    graph = tiny(
        units="name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre\nPlan;plan;",
        goals="name\nMål",
        goal_owners="actor;goal\nBolig;Mål\nRus;Mål",
        arenas="name\nForum",
        participation="actor;arena\nPlan;Forum",
    )

    assert found(RULE, graph) == [Case("bolig"), Case("rus")]


def test_an_agreement_is_a_tie_to_its_last_day():
    tables = {
        "units": UNITS,
        "arenas": ARENAS,
        "participation": PARTICIPATION,
        "links": "from;to;agreement;valid_to\nAlene;Bolig;Avtale;2026-06-30",
    }

    assert found(RULE, tiny(AnalysisOptions(as_of=date(2026, 6, 30)), **tables)) == []
    assert found(RULE, tiny(AnalysisOptions(as_of=date(2026, 7, 1)), **tables)) == [Case("alene")]


def test_the_ties_of_those_below_count_and_never_those_of_those_above():
    units = "name;sector;part_of\nTopp;sosial;\nMidt;bolig;Topp\nBunn;bolig;Midt\nRus;helse;"

    below = tiny(units=units, links="from;to\nBunn;Rus")
    boss = tiny(units=units, links="from;to\nTopp;Rus")

    assert found(RULE, below) == []
    assert found(RULE, boss) == [Case("bunn"), Case("midt")]


def test_to_be_part_of_a_unit_is_no_tie():
    graph = tiny(units="name;sector;part_of\nA;bolig;\nB;bolig;A\nC;plan;", links="from;to\nC;A")

    assert found(RULE, graph) == [Case("b")]


def test_nobody_is_isolated_where_no_tie_is_filled_in():
    assessment = RULE.assess(tiny(units=UNITS, arenas=ARENAS))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


def test_an_expired_agreement_alone_is_nothing_filled_in():
    graph = tiny(units=UNITS, links="from;to;agreement;valid_to\nBolig;Rus;Avtale;2020-01-01")

    assert RULE.assess(graph).examined == 0


# What cannot be known


def open_list(asked: str = "", complete: str = "nei", listed: str = "Bolig;Forum;", kind: str = ""):
    return RULE.assess(
        tiny(
            units=f"name;sector;part_of;surveyed\nBolig;bolig;;ja\nAlene;plan;;{asked}\n"
            f"Under;plan;Alene;{asked}",
            arenas=f"name;participants_complete;kind\nForum;{complete};{kind}",
            participation=f"actor;arena;role\n{listed}",
            links="from;to;strength\nBolig;Rus;kjennskap",
            external_actors="name;actor_type;surveyed\nRus;tsb;ja",
        )
    )


def test_one_who_was_not_asked_is_not_assessed_while_a_list_is_open():
    assessment = open_list()

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("alene"), Case("under")]
    assert assessment.examined == 2


def test_one_who_was_asked_is_assessed_whatever_the_lists():
    assessment = open_list(asked="2026-01-01")

    assert list(assessment.found) == [Case("alene"), Case("under")]
    assert list(assessment.undetermined) == []
    assert assessment.examined == 4


def test_not_asked_is_not_asked_when_it_says_so():
    assert list(open_list(asked="nei").undetermined) == [Case("alene"), Case("under")]


def test_a_complete_or_silent_list_that_names_others_leaves_no_doubt():
    assert list(open_list(complete="ja").found) == [Case("alene"), Case("under")]
    assert list(open_list(complete="").found) == [Case("alene"), Case("under")]


def test_a_list_without_names_is_open_until_said_to_be_complete():
    assert list(open_list(complete="", listed="").undetermined) == [Case("alene"), Case("under")]
    assert list(open_list(complete="ja", listed="").found) == [Case("alene"), Case("under")]


def test_the_open_list_of_an_information_arena_hides_nobody():
    assert list(open_list(kind="informasjon").found) == [Case("alene"), Case("under")]


def test_a_unit_below_on_the_open_list_is_enough_to_assess_those_above():
    assessment = open_list(listed="Under;Forum;observatør")

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == []


def test_whoever_has_a_tie_is_known_not_to_be_isolated_whatever_the_lists_lack():
    assessment = RULE.assess(
        tiny(
            units="name;sector\nBolig;bolig\nRus;helse\nPlan;plan",
            arenas="name;participants_complete\nForum;nei",
            links="from;to;strength\nBolig;Rus;kjennskap",
        )
    )

    assert assessment.examined == 2
    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("plan")]


# How it is told


def basis(alone: str, **tables: str) -> Basis:
    graph = tiny(
        units=f"name;sector;part_of;tasks;target_groups\nBolig;bolig;;;\nTopp;plan;;;\n{alone}",
        external_actors="name;actor_type\nHusbanken;husbanken",
        **{"links": "from;to\nBolig;Husbanken"} | tables,
    )
    (finding,) = (
        finding for finding in findings_of(RULE, graph) if finding.identity.subject == "alene"
    )
    return finding.basis


@pytest.mark.parametrize("alone", ["Alene;plan;;beholde;", "Alene;plan;;;eldre"])
def test_it_is_recommended_for_one_with_a_task_or_a_target_group(alone: str):
    assert basis(alone) is Basis.RECOMMENDED


def test_it_is_recommended_for_one_with_a_goal():
    goal = {"goals": "name\nMål", "goal_owners": "actor;goal\nAlene;Mål"}

    assert basis("Alene;plan;;;", **goal) is Basis.RECOMMENDED


def test_it_is_a_hint_for_a_box_in_the_organisation_chart():
    assert basis("Alene;plan;;;") is Basis.HINT


def test_it_is_a_hint_while_a_unit_above_is_tied():
    assert basis("Alene;plan;Topp;beholde;") is Basis.RECOMMENDED
    assert basis("Alene;plan;Bolig;beholde;") is Basis.HINT


def test_the_tied_unit_above_is_told():
    graph = tiny(
        units="name;sector;part_of\nBolig;bolig;\nAlene;plan;Bolig\nRus;helse;",
        links="from;to\nBolig;Rus",
    )
    (finding,) = findings_of(RULE, graph)

    assert "Bolig" in finding.ground


@pytest.mark.parametrize(("asked", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_confidence_follows_whether_the_actor_was_asked(asked: str, expected: Confidence):
    graph = tiny(
        units=f"name;sector;surveyed\nBolig;bolig;\nRus;helse;\nAlene;plan;{asked}",
        links="from;to\nBolig;Rus",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.confidence is expected


def test_the_searched_tables_and_the_open_lists_are_the_evidence():
    graph = tiny(
        AnalysisOptions(as_of=TODAY),
        units="name;sector;surveyed\nBolig;bolig;\nAlene;plan;ja",
        arenas="name;participants_complete\nForum;nei",
        participation="actor;arena\nBolig;Forum",
    )
    (finding,) = findings_of(RULE, graph)

    assert {(evidence.place.file, evidence.place.row) for evidence in finding.evidence} >= {
        ("units.csv", 3),
        ("participation.csv", 0),
        ("arenas.csv", 2),
    }


def test_an_agreement_that_has_lapsed_is_named_with_its_last_day():
    graph = tiny(
        units=UNITS,
        arenas=ARENAS,
        participation=PARTICIPATION,
        links="from;to;agreement;valid_to\nAlene;Bolig;Planavtalen;2025-12-31",
    )
    (finding,) = findings_of(RULE, graph)

    assert "avtalen «Planavtalen» mellom Alene og Bolig, som gjaldt til 31.12.2025" in (
        finding.observation
    )
    assert [tie.agreement for tie in finding.excluded] == ["Planavtalen"]


def test_the_answer_that_there_is_no_contact_is_told_with_the_row_that_says_so():
    graph = tiny(
        units=UNITS,
        arenas=ARENAS,
        participation=PARTICIPATION,
        links="from;to;strength;reported_by\nBolig;Alene;ingen;one\nBolig;Rus;ingen;one\nAlene;Rus;ingen;one",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.observation.endswith(
        "Det er svart at disse ikke har kontakt, to og to: Alene og Bolig (svart av Bolig), Alene og Rus (svart av Alene)."
    )
    rows = {row.place.row for row in finding.evidence if row.place.file == "links.csv"}
    assert rows == {0, 2, 4}


@pytest.mark.parametrize(
    ("row", "basis"),
    [
        ("Rådet;plan;politisk organ", Basis.HINT),
        ("Sjef;ledelse;", Basis.HINT),
        ("Laget;annet;", Basis.RECOMMENDED),
    ],
)
def test_of_who_is_no_service_it_is_a_hint(row: str, basis: Basis):
    graph = tiny(
        units=f"name;sector;service_type;target_groups\nA;bolig;;eldre\nB;helse;;\n{row};eldre",
        links="from;to\nA;B",
    )

    assert [finding.basis for finding in findings_of(RULE, graph)] == [basis]
