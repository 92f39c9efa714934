"""What is told of a pair that is not covered: never more than is so."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.excluded_ties import Exclusion
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.catalogue import goal03_goal_without_arena, link06_sectors_apart
from samordning_graph.rules.catalogue.link03_shared_goal import RULE
from tests.helpers.tiny import TODAY, findings_of, tiny

GOAL = {
    "units": "name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja\nUteteam;helse;ja",
    "goals": "name\nFlere boliger",
    "goal_owners": "actor;goal\nBolig;Flere boliger\nRus;Flere boliger",
}


def finding_with(**tables):
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(**GOAL, **tables))
    return finding


def test_all_that_does_not_count_is_named_with_its_last_day():
    finding = finding_with(
        arenas="name;kind;valid_to;participants_complete\nFagdagen;informasjon;;ja\nProsjektet;;2025-06-30;ja",
        participation="actor;arena\nBolig;Fagdagen\nRus;Fagdagen\nBolig;Prosjektet\nRus;Prosjektet",
        links="from;to;agreement;valid_to;strength\nBolig;Rus;Avtale;2025-12-31;\nBolig;Rus;;;kjennskap",
    )
    assert finding.observation.endswith(
        "The data show no meeting place or collaboration that counts. Not counted: the agreement"
        " «Avtale», valid to 2025-12-31; both are listed in «Fagdagen» (information only);"
        " both are listed in «Prosjektet» (closed 2025-06-30); they know of each other."
    )
    assert "renewed" in finding.next_step
    assert [str(tie.exclusion) for tie in finding.excluded] == [
        "lapsed",
        "information",
        "closed",
        "awareness",
    ]
    rows = {(row.place.file, row.place.row) for row in finding.evidence if not row.of_absence}
    assert {("links.csv", 2), ("links.csv", 3), ("participation.csv", 4)} <= rows


def test_neither_is_said_only_where_there_is_nothing():
    finding = finding_with(participation="actor;arena", links="from;to\nRus;Uteteam")

    assert finding.excluded == ()
    assert finding.observation.endswith(
        "The data show neither a common meeting place nor direct collaboration."
    )


def test_a_pair_that_cannot_be_assessed_is_told_what_it_has_all_the_same():
    graph = tiny(
        **GOAL | {"units": "name;sector\nBolig;bolig\nRus;helse"},
        arenas="name;kind;participants_complete\nFagdagen;informasjon;\nForum;;nei",
        participation="actor;arena\nBolig;Fagdagen\nRus;Fagdagen",
    )
    (case,) = RULE.assess(graph).undetermined
    with in_language("en"):
        assert "Fagdagen" in RULE.tell(graph, case).observation


def unconfirmed(*rows: str, rule=RULE):
    graph = tiny(
        AnalysisOptions(as_of=TODAY, links="confirmed"),
        **GOAL,
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum",
        links="\n".join(["from;to;strength;reported_by", *rows]),
    )
    return findings_of(rule, graph)[0]


@pytest.mark.parametrize(
    ("rows", "told_as", "asked"),
    [
        (
            ["Bolig;Rus;samarbeid;én part"],
            "samarbeid med Rus som bare Bolig har oppgitt.",
            "Spør Rus om samarbeidet som Bolig har oppgitt.",
        ),
        (
            ["Bolig;Rus;samarbeid;tredjepart"],
            "samarbeid mellom Bolig og Rus som ingen av de to har oppgitt.",
            "Spør Bolig og Rus om samarbeidet som andre har oppgitt.",
        ),
        (
            ["Bolig;Rus;kjennskap;én part", "Bolig;Rus;samarbeid;"],
            "Bolig svarer «kjennskap», og andre oppgir «samarbeid» mellom de to.",
            "Spør Rus om samarbeidet som andre har oppgitt.",
        ),
        (
            ["Bolig;Rus;samarbeid;én part", "Rus;Bolig;kjennskap;én part"],
            "Bolig svarer «samarbeid», og Rus svarer «kjennskap».",
            "",
        ),
    ],
)
def test_a_collaboration_that_is_not_confirmed_is_told_and_the_silent_end_asked(
    rows: list[str], told_as: str, asked: str
):
    finding = unconfirmed(*rows)

    assert [tie.exclusion for tie in finding.excluded] == [Exclusion.UNCONFIRMED]
    assert finding.observation.endswith(f"Dette regnes ikke med: {told_as}")
    assert "Rus kan inviteres til «Forum»" in finding.next_step
    assert finding.next_step.startswith(asked or "Rus kan inviteres")
    assert ("links.csv", 2) in {(row.place.file, row.place.row) for row in finding.evidence}


@pytest.mark.parametrize("rule", [link06_sectors_apart.RULE, goal03_goal_without_arena.RULE])
def test_of_sectors_and_goals_too(rule):
    finding = unconfirmed("Bolig;Rus;samarbeid;én part", rule=rule)

    assert "samarbeid med Rus som bare Bolig har oppgitt" in finding.observation
    assert finding.next_step.startswith("Spør Rus om samarbeidet som Bolig har oppgitt.")


def test_no_more_than_three_are_told_and_the_rest_counted():
    names = [f"Hjelp {i}" for i in range(5)]
    graph = tiny(
        AnalysisOptions(as_of=TODAY, links="confirmed"),
        units="\n".join(["name;sector", "Bolig;bolig", *(f"{name};helse" for name in names)]),
        participation="actor;arena",
        links="\n".join(
            [
                "from;to;strength;reported_by",
                *(f"Bolig;{name};samarbeid;én part" for name in names),
            ]
        ),
    )
    (finding,) = findings_of(link06_sectors_apart.RULE, graph)

    assert finding.observation.count("som bare Bolig har oppgitt") == 3
    assert "svarene om 2 par til" in finding.observation


def test_who_answers_what_is_told_where_one_end_denies_that_they_know_of_each_other():
    finding = finding_with(
        participation="actor;arena",
        links="from;to;strength;reported_by\nBolig;Rus;kjennskap;én part\nRus;Bolig;ingen kontakt;én part",
    )

    assert finding.observation.endswith(
        "Not counted: Bolig answers «awareness», and Rus answers «none»."
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            ["Bolig;Rus;ingen kontakt;tredjepart"],
            " At det ikke er kontakt mellom Bolig og Rus, er oppgitt av andre enn de to.",
        ),
        (
            ["Bolig;Rus;ingen kontakt;tredjepart", "Rus;Bolig;ingen kontakt;"],
            " At det ikke er kontakt mellom Bolig og Rus, er oppgitt, men ikke av hvem.",
        ),
        (
            ["Bolig;Rus;ingen kontakt;tredjepart", "Rus;Bolig;ingen kontakt;én part"],
            " Rus svarer at Bolig og Rus ikke har kontakt.",
        ),
        (
            ["Bolig;Rus;ingen kontakt;begge"],
            " Bolig og Rus svarer begge at de ikke har kontakt.",
        ),
    ],
)
@pytest.mark.parametrize("rule", [RULE, link06_sectors_apart.RULE, goal03_goal_without_arena.RULE])
def test_that_others_say_that_two_have_no_contact_is_told_as_what_it_is(rows, sentence: str, rule):
    """It settles nothing, and is told with its row all the same."""
    finding = unconfirmed(*rows, rule=rule)

    assert sentence in f" {finding.observation}"
    assert finding.observation.count("kontakt") == 1
    assert ("links.csv", 2) in {(row.place.file, row.place.row) for row in finding.evidence}


def test_what_others_say_is_not_told_where_anybody_says_more():
    finding = unconfirmed("Bolig;Rus;ingen kontakt;tredjepart", "Bolig;Rus;kjennskap;tredjepart")

    assert "ikke er kontakt" not in finding.observation


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            {
                "arenas": "name;kind\nFagdagen;informasjon",
                "participation": "actor;arena\nBolig;Fagdagen\nUteteam;Fagdagen",
            },
            "Bolig og Uteteam (under Rus) står i «Fagdagen» (bare informasjon).",
        ),
        (
            {"links": "from;to;strength\nBolig;Uteteam;kjennskap"},
            "Bolig og Uteteam (under Rus) kjenner til hverandre.",
        ),
        (
            {"links": "from;to;agreement;valid_to\nBolig;Uteteam;Avtale;2025-12-31\nRus;Uteteam;;"},
            "avtalen «Avtale» mellom Bolig og Uteteam (under Rus), som gjaldt til 31.12.2025.",
        ),
        (
            {
                "links": "from;to;strength;reported_by\nBolig;Uteteam;kjennskap;én part\n"
                "Uteteam;Bolig;ingen kontakt;én part"
            },
            "Bolig svarer «kjennskap», og Uteteam (under Rus) svarer «ingen kontakt».",
        ),
    ],
)
def test_units_below_are_named_with_the_one_that_the_finding_is_about(tables, sentence: str):
    units = "name;sector;surveyed;part_of\nBolig;bolig;ja;\nRus;helse;ja;\nUteteam;helse;ja;Rus"
    graph = tiny(**GOAL | {"units": units, "participation": "actor;arena"} | tables)
    (finding,) = findings_of(RULE, graph)

    assert finding.observation.endswith(f"Dette regnes ikke med: {sentence}")
    assert "begge" not in finding.observation
