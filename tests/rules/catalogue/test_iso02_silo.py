"""ISO02: a unit that coordinates only within its own sector."""

from datetime import date

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.iso02_silo import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nHjelp;helse\nRus;helse\nBolig;bolig"


def test_units_that_meet_only_in_their_own_sector_are_found():
    graph = tiny(
        units=UNITS,
        arenas="name\nHelsemøte",
        participation="actor;arena\nHjelp;Helsemøte\nRus;Helsemøte",
    )

    assert found(RULE, graph) == [Case("hjelp"), Case("rus")]
    assert RULE.assess(graph).examined == 3


def test_a_unit_with_one_partner_in_another_sector_is_not_found():
    graph = tiny(units=UNITS, links="from;to\nHjelp;Rus\nHjelp;Bolig")

    assert found(RULE, graph) == [Case("rus")]


def test_a_unit_without_partners_is_in_no_silo():
    graph = tiny(
        units=UNITS,
        arenas="name\nHelsemøte",
        participation="actor;arena\nHjelp;Helsemøte",
        referrals="from;to\nHjelp;Rus",
    )

    assert found(RULE, graph) == []


def test_partners_outside_the_municipality_count_in_their_sector():
    in_sector = "name;actor_type\nNAV stat;nav-stat"
    across = "name;actor_type\nNAV stat;nav-stat\nFengselet;fengsel"
    links = "from;to\nNAV;NAV stat"

    graph = tiny(units="name;sector\nNAV;sosial", external_actors=in_sector, links=links)
    assert found(RULE, graph) == [Case("nav")]
    assert RULE.assess(graph).examined == 1
    graph = tiny(
        units="name;sector\nNAV;sosial", external_actors=across, links=f"{links}\nFengselet;NAV"
    )
    assert found(RULE, graph) == []


def test_those_in_ones_own_line_are_no_partners():
    units = "name;sector;part_of\nTopp;sosial;\nBunn;helse;Topp\nRus;helse;"

    only_boss = tiny(units=units, links="from;to\nBunn;Topp")
    boss_and_colleague = tiny(units=units, links="from;to\nBunn;Topp\nBunn;Rus")

    assert found(RULE, only_boss) == []
    # Topp reaches helse through Bunn; Bunn reaches only helse, its boss in sosial left aside.
    assert found(RULE, boss_and_colleague) == [Case("bunn")]


def test_the_partners_of_those_below_count_and_never_those_of_those_above():
    units = "name;sector;part_of\nTopp;helse;\nBunn;helse;Topp\nRus;helse;\nBolig;bolig;"

    below = tiny(units=units, links="from;to\nTopp;Rus\nBunn;Bolig")
    boss = tiny(units=units, links="from;to\nBunn;Rus\nTopp;Bolig")

    assert Case("topp") not in found(RULE, below)
    assert Case("bunn") in found(RULE, boss)


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;", AnalysisOptions(as_of=TODAY)),
        (";;2026-06-30", AnalysisOptions(as_of=TODAY)),
        (";1;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
        (";;", AnalysisOptions(as_of=TODAY, max_arena_size=2)),
    ],
)
def test_an_arena_that_does_not_work_lets_nobody_out_of_the_silo(
    cells: str, options: AnalysisOptions
):
    graph = tiny(
        options,
        units=UNITS,
        arenas=f"name;kind;meetings_per_year;valid_to\nForum;{cells}",
        participation="actor;arena\nHjelp;Forum\nRus;Forum\nBolig;Forum",
        links="from;to\nHjelp;Rus",
    )

    assert found(RULE, graph) == [Case("hjelp"), Case("rus")]


@pytest.mark.parametrize("role", ["ved behov", "observatør"])
def test_to_be_called_in_or_observe_lets_nobody_out(role: str):
    graph = tiny(
        units=UNITS,
        arenas="name\nForum",
        participation=f"actor;arena;role\nHjelp;Forum;leder\nBolig;Forum;{role}",
        links="from;to;strength\nHjelp;Rus;samarbeid\nRus;Bolig;kjennskap",
    )

    assert found(RULE, graph) == [Case("hjelp"), Case("rus")]


def test_an_expired_agreement_lets_nobody_out():
    tables = {
        "units": UNITS,
        "links": "from;to;agreement;valid_to\nHjelp;Rus;;\nHjelp;Bolig;Avtale;2026-06-30",
    }

    assert found(RULE, tiny(AnalysisOptions(as_of=date(2026, 6, 30)), **tables)) == [Case("rus")]
    assert found(RULE, tiny(AnalysisOptions(as_of=date(2026, 7, 1)), **tables)) == [
        Case("hjelp"),
        Case("rus"),
    ]


def test_a_unit_with_open_ties_is_not_assessed():
    assessment = RULE.assess(
        tiny(
            units="name;sector;surveyed\nHjelp;helse;ja\nRus;helse;\nBolig;bolig;",
            arenas="name;participants_complete\nForum;nei",
            participation="actor;arena\nBolig;Forum",
            links="from;to\nHjelp;Rus",
        )
    )

    assert list(assessment.found) == [Case("hjelp")]
    assert list(assessment.undetermined) == [Case("rus")]
    assert assessment.examined == 2


def test_a_partner_in_another_sector_settles_it_whatever_the_lists_lack():
    assessment = RULE.assess(
        tiny(
            units=UNITS,
            arenas="name;participants_complete\nForum;nei",
            links="from;to\nHjelp;Bolig",
        )
    )

    assert list(assessment.undetermined) == [Case("rus")]
    assert assessment.examined == 2


def test_there_is_a_reason_when_nobody_is_examined():
    no_ties = RULE.assess(tiny(units=UNITS))
    no_units = RULE.assess(
        tiny(
            external_actors="name;actor_type\nHusbanken;husbanken\nPoliti;politi",
            links="from;to\nHusbanken;Politi",
        )
    )

    assert (no_ties.examined, no_units.examined) == (0, 0)
    assert no_ties.reason
    assert no_units.reason


@pytest.mark.parametrize(("asked", "expected"), [("ja", Confidence.BOTH), ("", Confidence.NONE)])
def test_it_is_recommended_and_told_with_the_partners(asked: str, expected: Confidence):
    graph = tiny(
        units=f"name;sector;surveyed\nHjelp;helse;{asked}\nRus;helse;{asked}\nBolig;bolig;",
        links="from;to\nHjelp;Rus",
    )
    finding = findings_of(RULE, graph)[0]

    assert finding.basis is Basis.RECOMMENDED
    assert finding.confidence is expected
    assert "Rus" in finding.observation


def test_an_information_arena_with_another_sector_is_named():
    graph = tiny(
        units=UNITS,
        arenas="name;kind\nFagdagen;informasjon",
        participation="actor;arena\nHjelp;Fagdagen\nBolig;Fagdagen",
        links="from;to\nHjelp;Rus",
    )
    about_help, about_rus = (finding.observation for finding in findings_of(RULE, graph))

    assert "«Fagdagen» (bare informasjon)" in about_help
    assert "Fagdagen" not in about_rus


def test_the_council_and_the_director_are_no_silos():
    graph = tiny(
        units="name;sector;service_type\nKommunestyret;ledelse;politisk organ\n"
        "Kommunedirektøren;ledelse;kommunedirektør\nBolig;bolig;",
        arenas="name\nLedermøtet",
        participation="actor;arena\nKommunestyret;Ledermøtet\nKommunedirektøren;Ledermøtet",
    )

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1
