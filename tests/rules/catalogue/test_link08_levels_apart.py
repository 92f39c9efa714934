"""LINK08: a strategic arena that nothing joins to the operational ones."""

import pytest

from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link08_levels_apart import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import TODAY, findings_of, found, tiny

HEADER = "name;level;anchored_in;participants_complete;kind;valid_to;meetings_per_year"
APART = ("Bolig;Topp;", "Rus;Drift;")
TOP = [Case("topp")]


def levels(
    *rows: str,
    topp: str = "strategisk;;;;;",
    drift: str = "operativ;;;;;",
    more: str = "",
    options: AnalysisOptions | None = None,
    **tables: str,
) -> Graph:
    """A strategic and an operational arena with these participants."""
    return tiny(
        options,
        **{
            "units": "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse",
            "arenas": f"{HEADER}\nTopp;{topp}\nDrift;{drift}\n{more}",
            "participation": "\n".join(["actor;arena;role", *rows]),
        }
        | tables,
    )


def test_a_strategic_arena_with_nobody_from_an_operational_one_is_found():
    assert found(RULE, levels(*APART)) == TOP
    assert RULE.assess(levels(*APART)).examined == 1


def test_one_in_common_with_one_operational_arena_is_enough():
    graph = levels(*APART, "Hjelp;Topp;", "Hjelp;Vakt;leder", more="Vakt;operativ")

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize("role", ["ved behov", "observatør"])
def test_to_be_called_in_or_observe_is_not_to_sit_in_both(role: str):
    assert found(RULE, levels(*APART, f"Rus;Topp;{role}")) == TOP


def test_the_one_above_sits_where_its_units_do():
    def graph(topp: str, drift: str) -> Graph:
        return levels(
            f"{topp};Topp;",
            f"{drift};Drift;",
            units="name;sector;part_of\nHelse;helse;\nRus;helse;Helse\nHjelp;helse;Helse\nBolig;bolig;",
        )

    assert found(RULE, graph("Helse", "Rus")) == []
    assert found(RULE, graph("Hjelp", "Rus")) == []
    assert found(RULE, graph("Bolig", "Rus")) == TOP


@pytest.mark.parametrize(
    ("topp", "drift"),
    [("strategisk;;;;;", "operativ;Topp;;;;"), ("strategisk;Drift;;;;", "operativ;;;;;")],
)
def test_to_be_anchored_in_each_other_is_enough(topp: str, drift: str):
    assert found(RULE, levels(*APART, topp=topp, drift=drift)) == []


def test_to_be_anchored_through_a_tactical_arena_is_enough():
    graph = levels(*APART, drift="operativ;Midt;;;;", more="Midt;taktisk;Topp")

    assert found(RULE, graph) == []


def test_to_answer_to_the_same_plan_is_not():
    graph = levels(
        *APART,
        topp="strategisk;Plan;;;;",
        drift="operativ;Plan;;;;",
        plans="name;kind\nPlan;temaplan",
    )

    assert found(RULE, graph) == TOP


def test_a_tactical_arena_with_people_from_both_is_told():
    rows = (*APART, "Bolig;Midt;", "Rus;Midt;")
    (finding,) = findings_of(RULE, levels(*rows, more="Midt;taktisk"))

    assert finding.identity.subject == "topp"
    assert "Midt" in finding.observation
    assert "Midt" not in findings_of(RULE, levels(*rows[:3], more="Midt;taktisk"))[0].observation


@pytest.mark.parametrize(
    ("topp", "drift"),
    [
        ("strategisk;;;;;", "taktisk;;;;;"),
        ("strategisk;;;;;", ";;;;;"),
        (";;;;;", "operativ;;;;;"),
        ("strategisk;;;;;", "operativ;;;informasjon;;"),
        ("strategisk;;;;2026-11-22;", "operativ;;;;;"),
    ],
)
def test_nothing_is_examined_where_one_of_the_levels_is_missing(topp: str, drift: str):
    assessment = RULE.assess(levels(*APART, topp=topp, drift=drift))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        [],
    )
    assert assessment.reason


@pytest.mark.parametrize(
    "options",
    [AnalysisOptions(as_of=TODAY, min_meetings=2), AnalysisOptions(as_of=TODAY, max_arena_size=1)],
)
def test_the_options_decide_which_arenas_work(options: AnalysisOptions):
    graph = levels(*APART, "Hjelp;Drift;", drift="operativ;;;;;1", options=options)

    assert RULE.assess(graph).examined == 0


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(levels(topp="strategisk;;ja;;;", drift="operativ;;ja;;;"))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert assessment.reason


@pytest.mark.parametrize(
    ("topp", "drift", "more"),
    [
        ("strategisk;;nei;;;", "operativ;;ja;;;", ""),
        ("strategisk;;ja;;;", "operativ;;nei;;;", ""),
        ("strategisk;;ja;;;", "operativ;;ja;;;", "Vakt;operativ;;;;;"),
    ],
)
def test_an_open_list_at_either_level_may_lack_the_one_in_both(topp: str, drift: str, more: str):
    assessment = RULE.assess(levels(*APART, topp=topp, drift=drift, more=more))

    assert (assessment.examined, list(assessment.found), list(assessment.undetermined)) == (
        0,
        [],
        TOP,
    )
    assert assessment.reason


def test_an_open_list_at_another_level_does_not_matter():
    assert found(RULE, levels(*APART, more="Midt;taktisk;;nei")) == TOP


def test_one_in_common_decides_whatever_the_lists_lack():
    assessment = RULE.assess(levels(*APART, "Rus;Topp;", topp="strategisk;;nei;;;"))

    assert (assessment.examined, list(assessment.undetermined)) == (1, [])


@pytest.mark.parametrize(
    ("complete", "expected"),
    [
        (("ja", "ja"), Confidence.BOTH),
        (("ja", ""), Confidence.ONE),
        (("", ""), Confidence.NONE),
    ],
)
def test_it_is_a_hint_with_the_confidence_of_the_lists(
    complete: tuple[str, str], expected: Confidence
):
    topp, drift = (
        f"{level};;{word};;;"
        for level, word in zip(("strategisk", "operativ"), complete, strict=True)
    )
    (finding,) = findings_of(RULE, levels(*APART, topp=topp, drift=drift))

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    assert [(evidence.place.file, evidence.place.row) for evidence in finding.evidence] == [
        ("arenas.csv", 2),
        ("arenas.csv", 3),
        ("participation.csv", 2),
        ("participation.csv", 0),
    ]


def set_aside(graph: Graph) -> list[tuple[str, str, tuple[str, ...]]]:
    (finding,) = findings_of(RULE, graph)
    return [(str(tie.exclusion), tie.arena, tie.actors) for tie in finding.excluded]


def test_who_is_on_both_lists_without_sitting_in_both_is_told():
    graph = levels(*APART, "Rus;Topp;ved behov", "Bolig;Drift;observatør")
    (finding,) = findings_of(RULE, graph)

    assert set_aside(graph) == [("role", "drift", ("bolig",)), ("role", "topp", ("rus",))]
    assert "Bolig står i «Drift» (Bolig er med ved behov eller som observatør)" in (
        finding.observation
    )
    assert ("participation.csv", 5) in {(row.place.file, row.place.row) for row in finding.evidence}
    assert set_aside(levels(*APART, "Hjelp;Topp;observatør")) == []


def test_who_sits_in_an_operational_arena_that_does_not_count_is_told():
    graph = levels(*APART, "Bolig;Vakt;", more="Vakt;operativ;;;;2026-06-30;")

    assert set_aside(graph) == [("closed", "vakt", ("bolig",))]
    assert set_aside(levels(*APART, "Bolig;Vakt;", more="Vakt;taktisk;;;;2026-06-30;")) == []


def test_of_a_unit_and_the_one_above_the_lower_is_told():
    units = "name;sector;part_of\nHelse;helse;\nRus;helse;Helse\nBolig;bolig;"

    assert set_aside(levels(*APART, "Rus;Topp;observatør", units=units)) == [
        ("role", "topp", ("rus",))
    ]
