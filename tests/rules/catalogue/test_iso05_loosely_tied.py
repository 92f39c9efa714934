"""ISO05: a unit with loose ties only."""

from datetime import date

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.iso05_loosely_tied import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse"


def loose(
    cells: str = "samordning;;",
    role: str = "ved behov",
    options: AnalysisOptions | None = None,
    **more: str,
):
    """Bolig is listed in one arena; Rus has nothing but what `more` gives it."""
    return tiny(
        options,
        **{
            "units": UNITS,
            "arenas": f"name;kind;meetings_per_year;valid_to\nForum;{cells}",
            "participation": f"actor;arena;role\nBolig;Forum;{role}",
        }
        | more,
    )


@pytest.mark.parametrize(
    ("cells", "role", "options"),
    [
        ("samordning;;", "ved behov", AnalysisOptions(as_of=TODAY)),
        ("samordning;;", "observatør", AnalysisOptions(as_of=TODAY)),
        ("informasjon;;", "leder", AnalysisOptions(as_of=TODAY)),
        (";1;", "leder", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;", "medlem", AnalysisOptions(as_of=TODAY, max_arena_size=0)),
    ],
)
def test_a_unit_that_is_only_called_in_observes_or_is_informed_is_found(
    cells: str, role: str, options: AnalysisOptions
):
    graph = loose(cells, role, options)

    assert found(RULE, graph) == [Case("bolig")]
    assert RULE.assess(graph).examined == 2


def test_units_that_only_know_of_each_other_are_found():
    graph = tiny(units=UNITS, links="from;to;strength\nBolig;Rus;kjennskap")

    assert found(RULE, graph) == [Case("bolig"), Case("rus")]


def test_a_unit_without_any_tie_is_isolated_and_not_loosely_tied():
    assert Case("rus") not in found(RULE, loose())


@pytest.mark.parametrize(
    "firm",
    [
        {"participation": "actor;arena;role\nBolig;Forum;medlem"},
        {"links": "from;to\nBolig;Rus"},
        {"links": "from;to;agreement\nRus;Bolig;Avtale"},
        {"referrals": "from;to\nBolig;Rus"},
        {"referrals": "from;to\nRus;Bolig"},
    ],
)
def test_one_firm_tie_is_enough(firm: dict[str, str]):
    assert Case("bolig") not in found(RULE, loose(**firm))


def test_a_link_that_nobody_confirms_is_loose_where_only_confirmed_ones_count():
    options = AnalysisOptions(as_of=TODAY, links="confirmed")
    header = "from;to;reported_by"

    assert Case("bolig") in found(
        RULE, loose(options=options, links=f"{header}\nBolig;Rus;én part")
    )
    assert Case("bolig") not in found(
        RULE, loose(options=options, links=f"{header}\nBolig;Rus;begge")
    )


def test_the_answer_that_there_is_no_contact_is_not_even_a_loose_tie():
    graph = loose(links="from;to;strength\nBolig;Rus;ingen kontakt")

    assert Case("rus") not in found(RULE, graph)
    (finding,) = findings_of(RULE, graph)
    assert "Rus" not in finding.observation
    assert "Rus" not in str(finding.evidence)


def test_an_agreement_is_a_firm_tie_to_its_last_day():
    links = "from;to;agreement;valid_to\nRus;Bolig;Avtale;2026-06-30"

    assert found(RULE, loose(options=AnalysisOptions(as_of=date(2026, 6, 30)), links=links)) == []
    assert found(RULE, loose(options=AnalysisOptions(as_of=date(2026, 7, 1)), links=links)) == [
        Case("bolig")
    ]


def test_the_ties_of_those_below_count_and_never_those_of_those_above():
    units = "name;sector;part_of\nTopp;bolig;\nBolig;bolig;Topp\nRus;helse;"

    below = loose(units=units, links="from;to;strength\nTopp;Rus;kjennskap\nBolig;Rus;samarbeid")
    boss = loose(units=units, links="from;to\nTopp;Rus")

    assert found(RULE, below) == []
    assert found(RULE, boss) == [Case("bolig")]


def test_a_boss_is_as_loosely_tied_as_those_below_it():
    units = "name;sector;part_of\nTopp;bolig;\nBolig;bolig;Topp"

    assert found(RULE, loose(units=units)) == [Case("bolig"), Case("topp")]


def test_a_link_in_ones_own_line_is_a_loose_tie_and_is_told():
    """It is a tie, so the unit is not isolated, but those in one line are no partners."""
    graph = tiny(
        units="name;sector;part_of\nTopp;bolig;\nBolig;bolig;Topp", links="from;to\nTopp;Bolig"
    )

    assert found(RULE, graph) == [Case("bolig"), Case("topp")]
    assert "Topp" in findings_of(RULE, graph)[0].observation


def test_external_actors_are_not_looked_at():
    graph = tiny(
        units=UNITS,
        external_actors="name;actor_type\nHusbanken;husbanken",
        links="from;to;strength\nHusbanken;Rus;kjennskap",
    )

    assert found(RULE, graph) == [Case("rus")]
    assert RULE.assess(graph).examined == 2


def test_a_unit_with_open_ties_is_not_assessed():
    assessment = RULE.assess(
        tiny(
            units="name;sector;surveyed\nBolig;bolig;\nRus;helse;ja",
            arenas="name;participants_complete\nForum;nei",
            links="from;to;strength\nBolig;Rus;kjennskap",
        )
    )

    assert list(assessment.found) == [Case("rus")]
    assert list(assessment.undetermined) == [Case("bolig")]
    assert assessment.examined == 1


def test_a_firm_tie_settles_it_whatever_the_lists_lack():
    assessment = RULE.assess(
        tiny(
            units=f"{UNITS}\nPlan;plan",
            arenas="name;participants_complete\nForum;nei",
            links="from;to\nBolig;Rus",
        )
    )

    assert list(assessment.undetermined) == [Case("plan")]
    assert assessment.examined == 2


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(tiny(units=UNITS))

    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (";;", Basis.HINT),
        (";beholde;", Basis.RECOMMENDED),
        (";;eldre", Basis.RECOMMENDED),
        ("Topp;beholde;eldre", Basis.HINT),
    ],
)
def test_it_is_recommended_with_work_to_do_and_nobody_tied_above(cells: str, expected: Basis):
    graph = loose(
        units=f"name;sector;part_of;tasks;target_groups\nTopp;bolig;;;\nBolig;bolig;{cells}\n"
        "Rus;helse;;;",
        links="from;to\nTopp;Rus",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.identity.subject == "bolig"
    assert finding.basis is expected


def test_a_goal_is_work_to_do():
    graph = loose(measures="name\nTiltak", goal_owners="actor;goal\nBolig;Tiltak")

    assert findings_of(RULE, graph)[0].basis is Basis.RECOMMENDED


@pytest.mark.parametrize(("asked", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_the_loose_ties_are_told_with_confidence(asked: str, expected: Confidence):
    graph = loose(units=f"name;sector;surveyed\nBolig;bolig;{asked}")
    (finding,) = findings_of(RULE, graph)

    assert finding.confidence is expected
    assert "Forum" in finding.observation


def test_each_loose_tie_is_told_with_the_reason_why_it_does_not_count():
    graph = tiny(
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="name;kind;valid_to\nFagdagen;informasjon;\nProsjektet;;2025-06-30\nTildeling;;",
        participation="actor;arena;role\nRus;Fagdagen;\nRus;Prosjektet;\nRus;Tildeling;ved behov",
        links="from;to;strength\nRus;Bolig;kjennskap",
    )
    (finding,) = [
        finding for finding in findings_of(RULE, graph) if finding.identity.subject == "rus"
    ]

    assert (
        "«Fagdagen» (bare informasjon), «Prosjektet» (avsluttet 30.06.2025), «Tildeling» (ved behov) og"
        " Bolig (kjenner til hverandre)" in finding.observation
    )
