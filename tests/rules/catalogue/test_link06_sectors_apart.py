"""LINK06: two sectors without any common arena or link."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link06_sectors_apart import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nEie;bolig\nRus;helse\nHjelp;helse"
APART = [Case("bolig", ("helse",))]


def municipality(options: AnalysisOptions | None = None, **more: str) -> Graph:
    """Two sectors of two units each, with ties inside each sector only."""
    return tiny(options, **{"units": UNITS, "links": "from;to\nBolig;Eie\nRus;Hjelp"} | more)


def test_two_sectors_without_any_tie_between_their_units_are_found():
    assert found(RULE, municipality()) == APART
    assert RULE.assess(municipality()).examined == 1


@pytest.mark.parametrize(
    "tables",
    [
        {"links": "from;to\nEie;Rus"},
        {"arenas": "name\nForum", "participation": "actor;arena\nBolig;Forum\nHjelp;Forum"},
    ],
)
def test_one_tie_between_two_units_is_enough(tables: dict[str, str]):
    graph = municipality(**tables)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    "tables",
    [
        {"links": "from;to;strength\nEie;Rus;kjennskap"},
        {"links": "from;to;agreement;valid_to\nBolig;Eie;;\nEie;Rus;Avtale;2026-11-22"},
        {"referrals": "from;to\nEie;Rus"},
        {
            "arenas": "name;kind\nAllmøte;informasjon",
            "participation": "actor;arena\nBolig;Allmøte\nRus;Allmøte",
        },
        {
            "arenas": "name\nForum",
            "participation": "actor;arena;role\nBolig;Forum;\nRus;Forum;observatør",
            "units": "name;sector\nBolig;bolig\nRus;helse",
            "links": "from;to",
        },
    ],
)
def test_a_loose_tie_is_not(tables: dict[str, str]):
    assert found(RULE, municipality(**tables)) == APART


def test_a_forum_that_is_too_large_joins_no_sectors():
    tables = {"arenas": "name\nForum", "participation": "actor;arena\nBolig;Forum\nRus;Forum"}

    assert (
        found(RULE, municipality(AnalysisOptions(as_of=TODAY, max_arena_size=1), **tables)) == APART
    )


def test_external_actors_join_no_sectors_and_are_no_units():
    graph = municipality(
        external_actors="name;actor_type\nHusbanken;husbanken\nPolitiet;politi",
        links="from;to\nHusbanken;Rus\nPolitiet;Bolig",
    )

    assert found(RULE, graph) == APART
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("sector", ["ledelse", "stab", "annet"])
def test_a_sector_that_is_no_service_is_left_out(sector: str):
    graph = municipality(units=f"{UNITS}\nSjef;{sector}")

    assert found(RULE, graph) == APART
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("row", ["Folkevalgte;plan;politisk organ", "Formannskapet;plan;"])
def test_a_unit_whose_type_is_no_service_is_left_out(row: str):
    """Its ties join no sectors either: the director's network is not the services'."""
    units = UNITS.replace("\n", ";\n").replace("sector;", "sector;service_type", 1)
    graph = municipality(units=f"{units};\n{row}", links="from;to\nBolig;Eie")

    assert found(RULE, graph) == APART
    assert RULE.assess(graph).examined == 1


def test_a_sector_of_the_municipalitys_own_may_be_left_out_too():
    vocabulary = "list;id;name;service\nsektor;innovasjon;Innovasjon;{service}"
    units = f"{UNITS}\nIdé;innovasjon"

    assert (
        len(found(RULE, municipality(units=units, vocabulary=vocabulary.format(service="ja")))) == 3
    )
    assert (
        found(RULE, municipality(units=units, vocabulary=vocabulary.format(service="nei"))) == APART
    )


def test_units_in_one_line_are_no_pair_between_sectors():
    """With no pair between them nothing can be said of two sectors: they are not examined."""
    graph = tiny(
        units="name;sector;part_of\nBolig;bolig;\nRus;helse;Bolig\nPlan;plan;",
        links="from;to\nPlan;Rus",
    )

    # Bolig reaches Plan through Rus, which is part of it.
    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_the_ties_of_a_boss_do_not_join_the_sectors_of_those_below():
    graph = tiny(
        units="name;sector;part_of\nTopp;ledelse;\nBolig;bolig;Topp\nRus;helse;",
        links="from;to\nTopp;Rus",
    )

    assert found(RULE, graph) == APART


def test_two_sectors_with_one_pair_in_doubt_are_not_assessed():
    assessment = RULE.assess(
        municipality(
            units="name;sector;surveyed\nBolig;bolig;ja\nEie;bolig;ja\nRus;helse;ja\nHjelp;helse;",
            arenas="name\nForum",
            participation="actor;arena\nBolig;Forum",
        )
    )

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == APART
    assert assessment.examined == 0
    assert assessment.reason


def test_one_tie_decides_whatever_is_in_doubt():
    assessment = RULE.assess(
        municipality(
            arenas="name;participants_complete\nForum;nei",
            links="from;to\nHjelp;Eie",
        )
    )

    assert list(assessment.undetermined) == []
    assert assessment.examined == 1


def test_there_is_a_reason_when_nothing_is_examined():
    for graph in (
        municipality(links="from;to"),
        municipality(units="name;sector\nBolig;bolig\nEie;bolig\nRus;bolig\nHjelp;bolig"),
    ):
        assessment = RULE.assess(graph)
        assert assessment.examined == 0
        assert assessment.reason


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        (("beholde", "skaffe"), Basis.RECOMMENDED),
        (("beholde", ""), Basis.HINT),
        (("", ""), Basis.HINT),
    ],
)
def test_it_is_recommended_when_both_sectors_have_tasks(tasks: tuple[str, str], expected: Basis):
    graph = municipality(
        units=f"name;sector;tasks\nBolig;bolig;{tasks[0]}\nEie;bolig;\nRus;helse;\nHjelp;helse;{tasks[1]}"
    )

    assert findings_of(RULE, graph)[0].basis is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ja ja ja ja", Confidence.BOTH),
        ("ja nei nei nei", Confidence.ONE),
        ("nei nei nei nei", Confidence.NONE),
    ],
)
def test_confidence_is_that_of_all_units_of_both_sectors(asked: str, expected: Confidence):
    cells = zip(UNITS.splitlines(), ["surveyed", *asked.split()], strict=True)
    graph = municipality(units="\n".join(";".join(cell) for cell in cells))

    assert findings_of(RULE, graph)[0].confidence is expected


def test_the_levels_where_each_sector_meets_are_told():
    graph = municipality(
        arenas="name;level\nLedermøte;strategisk\nDrift;operativ",
        participation="actor;arena\nBolig;Ledermøte\nEie;Ledermøte\nRus;Drift\nHjelp;Drift",
        units=UNITS.replace("sector", "sector;surveyed")
        .replace("bolig\n", "bolig;ja\n")
        .replace("helse", "helse;ja"),
    )
    (finding,) = findings_of(RULE, graph)

    assert "strategi" in finding.observation
    assert "operati" in finding.observation


@pytest.mark.parametrize(
    ("seats", "step"),
    [
        (
            "Bolig;Drift",
            "Vurder om en av arenaene i sektoren Bolig bør få et medlem fra sektoren Helse.",
        ),
        (
            "Rus;Drift",
            "Vurder om en av arenaene i sektoren Helse bør få et medlem fra sektoren Bolig.",
        ),
        (
            "Bolig;Drift\nRus;Møte",
            "Vurder om en av arenaene i sektoren Bolig bør få et medlem fra sektoren Helse.",
        ),
        ("Rus;Allmøte", "Vurder én arena der begge sektorene kan være med."),
    ],
)
def test_a_member_is_proposed_in_the_sector_that_has_an_arena_that_counts(seats: str, step: str):
    graph = municipality(
        arenas="name;kind;participants_complete\nDrift;;ja\nMøte;;ja\nAllmøte;informasjon;",
        participation=f"actor;arena\n{seats}",
    )

    assert findings_of(RULE, graph)[0].next_step == step


@pytest.mark.parametrize(
    ("ties", "step"),
    [
        (
            {"links": "from;to;agreement;valid_to\nBolig;Eie;;\nBolig;Rus;Avtalen;2025-12-31"},
            "Avtalen «Avtalen» gjaldt til 31.12.2025.",
        ),
        (
            {
                "arenas": "name;participants_complete\nDrift;ja",
                "participation": "actor;arena;role\nRus;Drift;leder\nBolig;Drift;ved behov",
            },
            "Bolig kan bli medlem av «Drift» og møter Rus der. I dag er rollen «ved behov».",
        ),
    ],
    ids=["lapsed", "on call"],
)
def test_what_two_units_have_is_renewed_before_anybody_is_invited_elsewhere(
    ties: dict[str, str], step: str
):
    (finding,) = findings_of(RULE, municipality(**ties))

    assert finding.next_step.startswith(step)
    assert (finding.seat is not None) is ("arenas" in ties)


def test_those_who_know_of_each_other_are_named_the_first_three_pairs_of_them():
    single = municipality(links="from;to;strength\nBolig;Eie;\nEie;Rus;kjennskap")
    all_four = "\n".join(f"{a};{b};kjennskap" for a in ("Bolig", "Eie") for b in ("Rus", "Hjelp"))
    several = municipality(links=f"from;to;strength\nRus;Hjelp;\n{all_four}")

    assert "Eie og Rus kjenner til hverandre" in findings_of(RULE, single)[0].observation
    assert (
        "disse kjenner til hverandre, to og to: Bolig og Hjelp, Bolig og Rus, Eie og Hjelp, 1 par til"
        in findings_of(RULE, several)[0].observation
    )


def test_those_who_sit_in_what_does_not_count_are_named():
    graph = municipality(
        arenas="name;kind\nAllmøte;informasjon",
        participation="actor;arena\nBolig;Allmøte\nEie;Allmøte\nRus;Allmøte\nHjelp;Allmøte",
    )
    (finding,) = findings_of(RULE, graph)

    assert "Bolig, Eie, Hjelp og 1 til står i «Allmøte» (bare informasjon)" in finding.observation


def test_the_answer_that_there_is_no_contact_is_told():
    (finding,) = findings_of(
        RULE, municipality(links="from;to;strength;reported_by\nBolig;Eie;;\nEie;Rus;ingen;én part")
    )

    assert "Eie svarer at Eie og Rus ikke har kontakt." in finding.observation
    assert ("links.csv", 3) in {(row.place.file, row.place.row) for row in finding.evidence}


@pytest.mark.parametrize(
    ("hosted", "linked", "apart", "undetermined"),
    [
        # It joins its sector to the housing office's, and is never missed where it does not.
        ("sosial;nav-kontor", True, APART, []),
        ("sosial;nav-kontor", False, APART, []),
        ("helse;hjemmetjeneste", True, [], []),
        ("helse;hjemmetjeneste", False, APART, []),
        # What it is, or in which sector, is not known: nobody is called apart for that.
        ("sosial;", True, APART, [Case("bolig", ("sosial",))]),
        ("helse;", True, [], APART),
        ("annet;nav-kontor", True, [], APART),
        ("stab;", True, APART, []),
    ],
)
def test_a_service_of_another_municipality_joins_its_sector_but_is_never_missed(
    hosted: str, linked: bool, apart: list[Case], undetermined: list[Case]
):
    graph = municipality(
        external_actors=f"name;actor_type;sector;service_type\nN;nabokommune;{hosted}",
        links="from;to\nBolig;Eie" + ("\nN;Bolig" if linked else ""),
    )

    assert found(RULE, graph) == apart
    assert list(RULE.assess(graph).undetermined) == undetermined


def test_two_sectors_that_only_a_service_of_another_municipality_joins_are_examined():
    graph = tiny(
        units="name;sector\nBolig;bolig",
        external_actors="name;actor_type;sector;service_type\nN;nabokommune;sosial;nav-kontor",
        links="from;to\nN;Bolig",
    )

    assert (RULE.assess(graph).examined, found(RULE, graph)) == (1, [])
