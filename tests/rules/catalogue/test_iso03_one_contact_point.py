"""ISO03: a unit that is tied through a single arena."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.iso03_one_contact_point import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse"
ARENAS = "name;participants_complete\nForum;ja\nTeam;ja"


def contacts(
    *rows: str, options: AnalysisOptions | None = None, arenas: str = ARENAS, **tables: str
) -> Graph:
    participation = "\n".join(["actor;arena;role", *rows])
    return tiny(
        options, **{"units": UNITS, "arenas": arenas, "participation": participation} | tables
    )


def test_a_unit_in_exactly_one_working_arena_is_found():
    graph = contacts("Bolig;Forum;medlem", "Rus;Forum;leder", "Rus;Team;")

    assert found(RULE, graph) == [Case("bolig", ("forum",))]
    assert RULE.assess(graph).examined == 2


@pytest.mark.parametrize("cells", ["ledelse;", "stab;", "annet;", "helse;politisk organ", "kyst;"])
def test_who_is_no_service_is_left_out(cells: str):
    graph = contacts(
        "Bolig;Forum;",
        "Sjef;Forum;",
        units=f"name;sector;service_type\nBolig;bolig;\nSjef;{cells}",
        vocabulary="list;id;name;service\nsektor;kyst;Kyst;nei",
    )

    assert found(RULE, graph) == [Case("bolig", ("forum",))]
    assert RULE.assess(graph).examined == 1


def test_a_unit_in_no_working_arena_is_not_found():
    assert found(RULE, contacts("Bolig;Forum;ved behov")) == []


@pytest.mark.parametrize("role", ["ved behov", "observatør"])
def test_to_be_called_in_elsewhere_is_told_and_does_not_count(role: str):
    graph = contacts("Bolig;Forum;", f"Bolig;Team;{role}")
    (finding,) = findings_of(RULE, graph)

    assert finding.identity.related == ("forum",)
    assert "Team" in finding.observation


def test_a_link_is_a_second_contact_and_an_acquaintance_or_referral_is_not():
    listed = ("Bolig;Forum;",)

    assert found(RULE, contacts(*listed, links="from;to\nRus;Bolig")) == []
    for loose in (
        {"links": "from;to;strength\nRus;Bolig;kjennskap"},
        {"referrals": "from;to\nRus;Bolig"},
    ):
        assert found(RULE, contacts(*listed, **loose)) == [Case("bolig", ("forum",))]


def test_an_agreement_is_a_second_contact_to_its_last_day():
    links = "from;to;agreement;valid_to\nRus;Bolig;Avtale;2026-06-30"

    def on(day: date) -> list[Case]:
        return found(
            RULE, contacts("Bolig;Forum;", options=AnalysisOptions(as_of=day), links=links)
        )

    assert on(date(2026, 6, 30)) == []
    assert on(date(2026, 7, 1)) == [Case("bolig", ("forum",))]


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        ("informasjon;;", AnalysisOptions(as_of=TODAY)),
        (";;2020-01-01", AnalysisOptions(as_of=TODAY)),
        (";1;", AnalysisOptions(as_of=TODAY, min_meetings=2)),
    ],
)
def test_an_arena_that_does_not_work_is_no_second_contact(cells: str, options: AnalysisOptions):
    graph = contacts(
        "Bolig;Forum;",
        "Bolig;Team;",
        options=options,
        arenas=f"name;kind;meetings_per_year;valid_to\nForum;;;\nTeam;{cells}",
    )

    assert found(RULE, graph) == [Case("bolig", ("forum",))]


def test_an_arena_that_is_too_large_is_no_second_contact():
    graph = contacts(
        "Bolig;Forum;",
        "Bolig;Team;",
        "Rus;Team;",
        options=AnalysisOptions(as_of=TODAY, max_arena_size=1),
    )

    assert found(RULE, graph) == [Case("bolig", ("forum",))]


def test_the_contacts_of_those_below_count_and_never_those_of_those_above():
    units = "name;sector;part_of\nTopp;sosial;\nBunn;bolig;Topp"
    graph = contacts("Topp;Forum;", "Bunn;Team;", units=units)

    assert found(RULE, graph) == [Case("bunn", ("team",))]


def test_two_units_below_in_one_arena_are_one_contact_point():
    units = "name;sector;part_of\nTopp;sosial;\nA;bolig;Topp\nB;helse;Topp"
    graph = contacts("A;Forum;", "B;Forum;", units=units)

    assert found(RULE, graph) == [Case(unit, ("forum",)) for unit in ("a", "b", "topp")]


def test_a_link_within_ones_own_line_is_no_second_contact():
    units = "name;sector;part_of\nTopp;sosial;\nBunn;bolig;Topp"
    graph = contacts("Bunn;Forum;", units=units, links="from;to\nTopp;Bunn")

    assert Case("bunn", ("forum",)) in found(RULE, graph)


def test_external_actors_are_not_looked_at():
    graph = contacts("Husbanken;Forum;", external_actors="name;actor_type\nHusbanken;husbanken")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 2


def test_a_unit_with_open_ties_is_not_assessed():
    graph = contacts(
        "Bolig;Forum;", "Rus;Team;", arenas="name;participants_complete\nForum;ja\nTeam;nei"
    )
    assessment = RULE.assess(graph)

    assert list(assessment.found) == [Case("rus", ("team",))]
    assert list(assessment.undetermined) == [Case("bolig")]
    assert assessment.examined == 1


def test_a_link_or_a_second_arena_settles_it_whatever_the_lists_lack():
    arenas = "name;participants_complete\nForum;ja\nTeam;ja\nNettverk;nei"
    assessment = RULE.assess(
        contacts(
            "Bolig;Forum;",
            "Bolig;Team;",
            "Rus;Forum;",
            "Plan;Forum;",
            units=f"{UNITS}\nPlan;plan\nSkole;oppvekst",
            arenas=arenas,
            links="from;to\nRus;Skole",
        )
    )

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("plan")]
    assert assessment.examined == 3


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(contacts())

    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "complete", "expected"),
    [
        ("ja", "ja", Confidence.BOTH),
        ("ja", "", Confidence.ONE),
        ("", "ja", Confidence.ONE),
        ("", "", Confidence.NONE),
        ("nei", "nei", Confidence.NONE),
    ],
)
def test_confidence_is_in_the_unit_and_in_the_list(asked: str, complete: str, expected: Confidence):
    graph = contacts(
        "Bolig;Forum;",
        units=f"name;sector;surveyed\nBolig;bolig;{asked}",
        arenas=f"name;participants_complete\nForum;{complete}",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.confidence is expected
    assert finding.basis is Basis.HINT


@pytest.mark.parametrize(
    ("rows", "tables", "is_said"),
    [
        (["Velferd;Team;"], {}, True),
        (["Bolig;Forum;"], {"links": "from;to\nVelferd;Rus"}, True),
        (["Bolig;Forum;"], {}, False),
        (["Bolig;Forum;"], {"links": "from;to\nVelferd;Bolig"}, False),
    ],
)
def test_a_unit_above_that_has_other_ties_is_named(rows, tables, is_said):
    graph = contacts(
        "Bolig;Forum;",
        "Rus;Forum;",
        "Rus;Team;",
        *rows,
        units="name;sector;part_of\nBolig;bolig;Velferd\nRus;helse;\nVelferd;ledelse;",
        **tables,
    )
    with in_language("en"):
        (finding,) = findings_of(RULE, graph)

    assert finding.identity.subject == "bolig"
    assert finding.ground.endswith("Velferd, which it is part of, has other ties.") is is_said
