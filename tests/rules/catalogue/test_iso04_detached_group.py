"""ISO04: a group that is tied together, but not to the rest."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.iso04_detached_group import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

UNITS = "name;sector\nA;bolig\nB;helse\nC;plan\nX;sosial\nY;oppvekst"
MAIN = "from;to\nA;B\nB;C"


def test_a_group_apart_from_the_largest_is_found():
    graph = tiny(units=UNITS, links=f"{MAIN}\nY;X")

    assert found(RULE, graph) == [Case("x", ("y",))]
    assert RULE.assess(graph).examined == 2


def test_one_group_is_no_detached_group():
    graph = tiny(units=UNITS, links=f"{MAIN}\nY;X\nX;A")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_an_actor_alone_is_no_group():
    graph = tiny(units=UNITS, links=MAIN)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


def test_members_of_one_working_arena_are_a_group():
    graph = tiny(
        units=UNITS,
        links=MAIN,
        arenas="name\nForum",
        participation="actor;arena\nX;Forum\nY;Forum",
    )

    assert found(RULE, graph) == [Case("x", ("y",))]


def test_of_groups_of_one_size_the_one_with_the_smallest_id_is_the_main_one():
    assert found(RULE, tiny(units=UNITS, links="from;to\nA;Y\nB;X")) == [Case("b", ("x",))]


@pytest.mark.parametrize(
    "tables",
    [
        {"links": f"{MAIN}\nX;Y\nX;A".replace("to\n", "to;strength\n") + ";kjennskap"},
        {"referrals": "from;to\nX;A"},
        {
            "arenas": "name;kind\nAllmøte;informasjon",
            "participation": "actor;arena\nX;Allmøte\nA;Allmøte",
        },
        {
            "arenas": "name;valid_to\nForum;2020-01-01",
            "participation": "actor;arena\nX;Forum\nA;Forum",
        },
        {
            "arenas": "name\nForum",
            "participation": "actor;arena;role\nX;Forum;medlem\nA;Forum;ved behov",
        },
        {"units": UNITS.replace("sector\n", "sector;part_of\n").replace("sosial", "sosial;A")},
    ],
)
def test_what_is_loose_joins_nothing(tables: dict[str, str]):
    graph = tiny(**{"units": UNITS, "links": f"{MAIN}\nX;Y"} | tables)

    assert found(RULE, graph) == [Case("x", ("y",))]


def test_only_own_ties_join_so_a_boss_does_not_bring_its_units_along():
    graph = tiny(
        units="name;sector;part_of\nA;bolig;\nB;helse;\nC;plan;\nX;sosial;\nY;sosial;X\nZ;plan;",
        links="from;to\nA;B\nB;C\nC;X\nY;Z",
    )

    assert found(RULE, graph) == [Case("y", ("z",))]


def test_the_line_that_joins_the_group_to_the_rest_is_told():
    graph = tiny(
        units="name;sector;part_of\nA;bolig;\nB;helse;\nSjef;plan;\nY;sosial;Sjef\nZ;plan;",
        links="from;to\nA;B\nB;Sjef\nY;Z",
    )
    (finding,) = findings_of(RULE, graph)

    assert "Sjef" in finding.observation


def test_a_group_of_external_actors_alone_is_left_out():
    graph = tiny(
        units=UNITS,
        external_actors="name;actor_type\nFengselet;fengsel\nPolitiet;politi",
        links=f"{MAIN}\nFengselet;Politiet",
    )

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("sector", ["ledelse", "stab", "annet"])
def test_a_group_of_those_who_are_no_services_is_left_out_whatever_its_size(sector: str):
    units = f"{UNITS}\nDirektør;{sector}\nAssistent;{sector}"
    small = tiny(units=units, links=f"{MAIN}\nDirektør;Assistent")
    large = tiny(
        units=f"{units}\nRådgiver;{sector}\nSekretær;{sector}",
        links=f"{MAIN}\nX;Y\nDirektør;Assistent\nDirektør;Rådgiver\nDirektør;Sekretær",
    )

    assert (found(RULE, small), RULE.assess(small).examined) == ([], 1)
    assert (found(RULE, large), RULE.assess(large).examined) == ([Case("x", ("y",))], 2)


def test_a_service_in_the_group_is_enough():
    graph = tiny(units=f"{UNITS}\nDirektør;ledelse", links=f"{MAIN}\nDirektør;X")

    assert found(RULE, graph) == [Case("direktor", ("x",))]


def test_nothing_is_examined_where_no_service_is_tied():
    graph = tiny(
        units="name;sector\nOrdfører;ledelse\nDirektør;ledelse", links="from;to\nOrdfører;Direktør"
    )

    assert RULE.assess(graph).examined == 0
    assert RULE.assess(graph).reason


def test_what_the_group_has_with_the_rest_that_does_not_count_is_told():
    graph = tiny(
        units=UNITS,
        links="from;to;strength\nA;B;\nB;C;\nX;Y;\nX;A;kjennskap",
        arenas="name;kind\nFagdagen;informasjon",
        participation="actor;arena\nX;Fagdagen\nY;Fagdagen\nA;Fagdagen",
    )
    (finding,) = findings_of(RULE, graph)

    assert [(str(tie.exclusion), tie.actors) for tie in finding.excluded] == [
        ("information", ("a", "x", "y")),
        ("awareness", ("a", "x")),
    ]
    assert "A, X og Y står i «Fagdagen» (bare informasjon)" in finding.observation


def test_one_unit_among_external_actors_is_enough():
    graph = tiny(
        units=UNITS,
        external_actors="name;actor_type\nFengselet;fengsel",
        links=f"{MAIN}\nFengselet;X",
    )

    assert found(RULE, graph) == [Case("fengselet", ("x",))]


def test_an_agreement_joins_to_its_last_day():
    links = "from;to;agreement;valid_to\nA;B;;\nB;C;;\nX;Y;;\nX;A;Avtale;2026-06-30"

    assert (
        found(RULE, tiny(AnalysisOptions(as_of=date(2026, 6, 30)), units=UNITS, links=links)) == []
    )
    assert found(RULE, tiny(AnalysisOptions(as_of=date(2026, 7, 1)), units=UNITS, links=links)) == [
        Case("x", ("y",))
    ]


def test_an_arena_that_is_too_large_joins_nothing():
    tables = {
        "units": UNITS,
        "arenas": "name\nForum",
        "participation": "actor;arena\nA;Forum\nX;Forum\nC;Forum",
        "links": f"{MAIN}\nX;Y",
    }

    assert found(RULE, tiny(AnalysisOptions(as_of=TODAY, max_arena_size=3), **tables)) == []
    assert found(RULE, tiny(AnalysisOptions(as_of=TODAY, max_arena_size=2), **tables)) == [
        Case("x", ("y",))
    ]


def assess_with_open_list(asked: str, listed: str = "A"):
    return RULE.assess(
        tiny(
            units=f"name;sector;surveyed\nA;bolig;\nB;helse;\nC;plan;\nX;sosial;ja\nY;plan;{asked}",
            arenas="name;participants_complete\nForum;nei",
            participation=f"actor;arena;role\n{listed};Forum;observatør",
            links=f"{MAIN}\nX;Y",
        )
    )


def test_a_group_with_one_whose_ties_are_open_is_not_assessed():
    assessment = assess_with_open_list(asked="")

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == [Case("x", ("y",))]
    assert assessment.examined == 1


def test_a_group_where_all_were_asked_or_are_listed_is_assessed():
    """That somebody in the main group was not asked does not matter."""
    for assessment in (assess_with_open_list(asked="ja"), assess_with_open_list("", listed="Y")):
        assert list(assessment.found) == [Case("x", ("y",))]
        assert list(assessment.undetermined) == []
        assert assessment.examined == 2


def test_there_is_a_reason_when_there_is_no_group():
    for graph in (tiny(units=UNITS), tiny(units=UNITS, referrals="from;to\nA;B")):
        assessment = RULE.assess(graph)
        assert assessment.examined == 0
        assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("ja", "ja"), Confidence.BOTH),
        (("ja", ""), Confidence.ONE),
        (("", ""), Confidence.NONE),
    ],
)
def test_it_is_a_hint_with_the_confidence_of_all_in_the_group(
    asked: tuple[str, str], expected: Confidence
):
    graph = tiny(
        units="name;sector;surveyed\nA;bolig;\nB;helse;\nC;plan;\n"
        f"X;sosial;{asked[0]}\nY;plan;{asked[1]}",
        links=f"{MAIN}\nX;Y",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected


@pytest.mark.parametrize(
    ("above", "sentence"),
    [("A", "In the organisation, these two are in one line: A – Y."), ("", "")],
)
def test_who_are_in_one_line_is_said(above: str, sentence: str):
    """To be part of another is no tie, but those in one line hear from each other."""
    units = f"name;sector;part_of\nA;bolig;\nB;helse;\nC;plan;\nX;sosial;\nY;oppvekst;{above}"
    with in_language("en"):
        (finding,) = findings_of(RULE, tiny(units=units, links=f"{MAIN}\nY;X"))

    assert sentence in finding.observation
    assert ("in one line" in finding.observation) is bool(sentence)
