"""LINK02: a duty that follows from a target group here, with no documented contact."""

import pytest

from samordning_graph import build, read_model
from samordning_graph.analysis.suggest.plan import suggest
from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link02_conditional_duty import RULE
from samordning_graph.rules.register import assessment_of
from samordning_graph.rules.rule import Case
from samordning_graph.schema.duty import Requires, Selector, Tier
from tests.graph.test_duties import duty, with_duties
from tests.helpers.tiny import TODAY, findings_of, found, tiny

RELEASE = duty(
    tier=Tier.CONDITIONAL,
    target_groups=("lost-fra-fengsel",),
    a=(Selector(actor_type=("fengsel",)),),
    b=(Selector(kind="unit", serves=True),),
)
UNITS = "id;name;sector;surveyed;target_groups\nb;Bolig;bolig;ja;løslatte\nh;Helse;helse;ja;eldre"
OUTSIDE = "id;name;actor_type;surveyed\nf;Fengsel;fengsel;ja"


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are asserted as they stand in the code."""
    with in_language("en"):
        yield


def untied(**more: str) -> Graph:
    tables = {"units": UNITS, "external_actors": OUTSIDE, "links": "from;to\nb;h"} | more
    return with_duties(RELEASE, **tables)


def test_a_duty_about_a_group_served_here_is_found_when_nobody_is_in_touch():
    assert found(RULE, untied()) == [Case("plikt", ("b", "f"))]
    assert found(RULE, untied(links="from;to\nb;f")) == []


def test_a_tie_to_a_unit_that_does_not_serve_the_group_is_not_enough():
    assert found(RULE, untied(links="from;to\nh;f")) == [Case("plikt", ("b", "f"))]


def test_a_group_that_nobody_serves_asks_for_nothing():
    outside = "id;name;actor_type;surveyed;target_groups\nf;Fengsel;fengsel;ja;eldre"
    units = UNITS.replace("løslatte", "eldre")
    assessment = RULE.assess(untied(units=units, external_actors=outside))

    assert (assessment.examined, list(assessment.undetermined)) == (0, [])
    assert assessment.reason


def open_questions(graph: Graph) -> list[str]:
    ask = RULE.question_when_undetermined
    assert ask is not None
    return [ask(graph, case) for case in assessment_of(graph, RULE).undetermined]


def question(graph) -> str:
    (case,) = RULE.assess(graph).undetermined
    return RULE.question_when_undetermined(graph, case)


def test_a_group_that_nobody_is_known_to_serve_is_asked_about_where_a_cell_is_blank():
    graph = untied(units=UNITS.replace("løslatte", ""))

    assert found(RULE, graph) == []
    assert question(graph) == "Bolig is in the data, but its target group is not given."


def test_where_all_services_say_other_groups_a_duty_does_not_apply_for_a_prison_that_says_none():
    assert list(RULE.assess(untied(units=UNITS.replace("løslatte", "eldre"))).undetermined) == []


NOTICE = duty(
    tier=Tier.CONDITIONAL,
    target_groups=("flyktninger",),
    a=(Selector(kind="unit", service_type=("nav-kontor",)),),
    b=(Selector(service=True),),
)


def test_a_side_that_nobody_is_on_is_the_reason_and_no_target_group_of_the_other_side():
    tables = {"units": "name;sector;service_type\nBolig;bolig;boligkontor\nHelse;helse;kommunelege"}
    others = "name;actor_type\nSykehuset;helseforetak"

    asked = question(
        with_duties(NOTICE, **tables, external_actors=others, links="from;to\nBolig;Helse")
    )
    assert asked == "No NAV office is registered. The data may not show everybody. Who is it here?"


def test_only_those_of_whom_the_data_cannot_tell_are_asked_about():
    """The shelter and Boligkontoret have both answered; whether NAV sits in the forum, nobody knows."""
    graph = tiny(
        units="id;name;sector;service_type;target_groups;surveyed\n"
        "k;Krisesenteret;sosial;krisesenter;voldsutsatte;ja\n"
        "b;Boligkontoret;bolig;boligkontor;eldre;ja\n"
        "n;NAV;sosial;nav-kontor;bostedslose;",
        arenas="name;participants_complete\nForum;nei",
        participation="actor;arena\nk;Forum",
    )
    asked = next(q for q in open_questions(graph) if "Krisesenteret" in q)

    assert asked.startswith("Do any of Krisesenteret and NAV meet or work together?")
    assert "Boligkontoret" not in asked


def test_its_basis_is_conditional():
    assert [finding.basis for finding in findings_of(RULE, untied())] == [Basis.CONDITIONAL]


def test_an_actor_who_is_not_registered_is_asked_about_by_group_and_type():
    case = Case("plikt", ("b",))
    graph = untied(external_actors="name;actor_type")

    assert list(RULE.assess(graph).undetermined) == [case]
    assert "People released from prison" in RULE.question_when_undetermined(graph, case)
    assert "Prison" in RULE.question_when_undetermined(graph, case)


REFUGEES = duty(
    tier=Tier.CONDITIONAL,
    target_groups=("flyktninger",),
    a=(Selector(kind="unit", service_type=("flyktningtjeneste",), serves=True),),
    b=(Selector(kind="unit", service_type=("boligkontor",)),),
)
HOUSING = "id;name;sector;target_groups\nb;Boligkontoret;bolig;flyktninger\nh;NAV;sosial;"


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        (
            "f;Flyktningteamet;integrering;",
            "Flyktningteamet is in the data, but its target group is not given.",
        ),
        (
            "f;Flyktningteamet;integrering;egne",
            "Flyktningteamet is for a target group of the municipality's own, which may be the one"
            " meant.",
        ),
        (
            "f;Laget;integrering;flyktninger",
            "1 actor without a type of service may be refugee service: Laget.",
        ),
        ("f;Plan;plan;", "Refugees are served here, but no refugee service for this target group"),
    ],
)
def test_nobody_is_called_absent_who_may_be_there(unit: str, sentence: str):
    graph = with_duties(
        REFUGEES,
        units=f"{HOUSING}\n{unit}",
        links="from;to\nb;h",
        vocabulary="list;id;name\nmålgruppe;egne;Nye i kommunen",
    )
    (case,) = RULE.assess(graph).undetermined
    question = RULE.question_when_undetermined(graph, case)

    assert question.startswith(sentence)
    assert ("registered" in question) is ("served" in sentence)


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ("f;Velferd;integrering;;flyktninger", "1 actor without a type of service may be"),
        ("f;Velferd;annet;;flyktninger\ng;Laget;annet;f;eldre", "1 actor without a type"),
        ("f;Fellesstab;stab;;flyktninger", "Refugees are served here, but no refugee service"),
        ("f;Miljøvaktmestere;bolig;;", "Refugees are served here, but no refugee service"),
    ],
)
def test_what_holds_services_or_is_none_is_not_named_as_one_that_may_be(unit: str, sentence: str):
    graph = with_duties(
        REFUGEES._replace(a=(Selector(kind="unit", service_type=("flyktningtjeneste",)),)),
        units="id;name;sector;part_of;target_groups\nb;Boligkontoret;bolig;;flyktninger"
        f"\nh;NAV;sosial;;eldre\n{unit}",
        links="from;to\nb;h",
    )
    (case,) = RULE.assess(graph).undetermined
    question = RULE.question_when_undetermined(graph, case)

    assert question.startswith(sentence)
    assert ("Velferd" in question) is ("Laget" not in unit and "Velferd" in unit)
    assert "Fellesstab" not in question
    assert "vaktmestere" not in question


def test_where_only_an_area_may_decide_it_is_asked_who_has_the_service():
    graph = with_duties(
        REFUGEES._replace(a=(Selector(kind="unit", service_type=("flyktningtjeneste",)),)),
        units="id;name;sector;part_of;target_groups\nb;Boligkontoret;bolig;;flyktninger"
        "\nf;Velferd;sosial;;\nh;NAV;sosial;f;eldre",
        links="from;to\nb;h",
    )
    (case,) = RULE.assess(graph).undetermined
    question = RULE.question_when_undetermined(graph, case)

    assert "Velferd" not in question
    assert "no refugee service is registered" in question


def test_an_area_whose_tie_decides_is_asked_whether_it_is_the_service_itself():
    graph = with_duties(
        REFUGEES._replace(a=(Selector(kind="unit", service_type=("flyktningtjeneste",)),)),
        units="id;name;sector;part_of;target_groups\nb;Boligkontoret;bolig;;flyktninger"
        "\nf;Velferd;integrering;;\ng;Flyktningteamet;integrering;;\nh;NAV;sosial;f;eldre",
        links="from;to\nb;f",
    )
    (case,) = RULE.assess(graph).undetermined

    assert RULE.question_when_undetermined(graph, case).startswith(
        "Is Velferd itself refugee service? Its type of service is not given."
    )


def test_an_own_word_that_means_a_built_in_group_counts_as_it():
    units = f"{HOUSING}\nf;Flyktningteamet;integrering;Nye i kommunen"
    graph = with_duties(
        REFUGEES,
        units=units,
        links="from;to\nb;h",
        vocabulary="list;id;name\nmålgruppe;flyktninger;Nye i kommunen",
    )

    assert found(RULE, graph) == [Case("plikt", ("b", "f"))]


def test_hammerfest_is_asked_who_the_prison_is():
    graph = build(read_model("data/hammerfest", TODAY))
    about_release = [
        RULE.question_when_undetermined(graph, case)
        for case in RULE.assess(graph).undetermined
        if case.subject == "straffegjennomforingsloven-4"
    ]

    assert len(about_release) == 1
    assert "Who is it here?" in about_release[0]


def test_the_answer_that_there_is_no_contact_is_told_with_the_row_that_says_so():
    (finding,) = findings_of(
        RULE, untied(links="from;to;strength;reported_by\nb;h;;\nf;b;none;both\nf;h;none;one")
    )

    assert "Bolig and Fengsel both answer that they have no contact." in finding.observation
    assert "Helse" not in finding.observation
    rows = {row.place.row for row in finding.evidence if row.place.file == "links.csv"}
    assert rows == {0, 3}


@pytest.mark.parametrize(
    ("level", "step"),
    [
        ("individual", "Agree on who has the contact in single cases, at Namsmannen and at NAV."),
        ("system", "Namsmannen can be invited to «Boligteamet», where NAV already takes part."),
    ],
)
def test_a_notice_in_the_single_case_needs_no_seat_but_somebody_to_notify(level, step):
    notice = duty(
        tier=Tier.CONDITIONAL,
        requires=Requires.CONTACT,
        level=level,
        a=(Selector(kind="external", actor_type=("namsmann",)),),
        b=(Selector(kind="unit", service_type=("nav-kontor",)),),
    )
    graph = with_duties(
        notice,
        units="id;name;sector;surveyed\nn;NAV;sosial;ja\nb;Bolig;bolig;ja",
        external_actors="id;name;actor_type;surveyed\nm;Namsmannen;namsmann;ja",
        arenas="id;name;level\nt;Boligteamet;taktisk",
        participation="actor;arena\nn;t\nb;t",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.next_step == step
    assert bool(finding.seat) is (level == "system")
    assert bool(suggest(graph).left) is (level == "individual")


PAPER = "The municipality and Fengsel have the agreement «Løslatelse»: Is it about this?"


@pytest.mark.parametrize(
    ("sector", "agreement", "is_told"),
    [
        ("ledelse", "k;f;Løslatelse;", True),
        ("ledelse", "k;f;Løslatelse;2025", False),
        ("ledelse", "k;f;nei;", False),
        ("ledelse", "k;h;Løslatelse;", False),
        ("ledelse", "k;b;Løslatelse;", False),
        ("plan", "k;f;Løslatelse;", False),
    ],
)
@pytest.mark.parametrize("asked", ["ja", ""])
def test_an_agreement_of_the_municipality_as_such_is_asked_about(
    sector: str, agreement: str, is_told: bool, asked: str
):
    """It meets no duty of the services, but to pass over it would be unfair."""
    graph = untied(
        units=UNITS.replace(";ja;", f";{asked};") + f"\nk;The municipality;{sector};{asked};eldre",
        external_actors=OUTSIDE.replace(";ja", f";{asked}"),
        links=f"from;to;agreement;valid_to\nb;h;;\n{agreement}",
        arenas="name;participants_complete\nForum;nei",
    )
    if asked:
        (finding,) = findings_of(RULE, graph)
        sentence = finding.observation
        rows = {(row.place.file, row.place.row) for row in finding.evidence}
        assert (("links.csv", 3) in rows) is is_told
    else:
        (case,) = RULE.assess(graph).undetermined
        sentence = RULE.question_when_undetermined(graph, case)

    assert (PAPER in sentence) is is_told
