"""LINK01: a duty to cooperate that no documented contact meets."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, Coverage, Ground
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link01_required_duty import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.labels import basis_of
from samordning_graph.rules.missing_pairs import missing_pairs
from samordning_graph.rules.rule import Case
from samordning_graph.schema.duty import Requires, Selector, Tier
from tests.graph.test_duties import duty, with_duties
from tests.helpers.tiny import findings_of, found, tiny

UNITS = "id;name;sector;surveyed\nb;Bolig;bolig;ja\nc;Bo;bolig;ja\nh;Helse;helse;ja"
OUTSIDE = "id;name;actor_type;surveyed\nf;Fengsel;fengsel;ja"
TIED = "from;to\nb;h"
MISSING = [Case("plikt", ("b", "c", "f"))]


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are asserted as they stand in the code."""
    with in_language("en"):
        yield


def untied(*duties, **more: str) -> Graph:
    """Two units in bolig and a prison that no tie joins."""
    tables = {"units": UNITS, "external_actors": OUTSIDE, "links": TIED} | more
    return with_duties(*(duties or (duty(),)), **tables)


def test_a_duty_that_no_pair_meets_is_found_once():
    assert found(RULE, untied()) == MISSING
    assert RULE.assess(untied()).examined == 1


@pytest.mark.parametrize(
    "met",
    [
        {"links": "from;to\nc;f"},
        {"links": "from;to;agreement\nf;c;Avtale"},
        {"arenas": "name\nForum", "participation": "actor;arena\nb;Forum\nf;Forum"},
    ],
)
def test_one_pair_is_enough(met: dict[str, str]):
    assert found(RULE, untied(**met)) == []
    assert RULE.assess(untied(**met)).examined == 1


@pytest.mark.parametrize(
    "loose",
    [
        {"links": "from;to;strength\nc;f;kjennskap"},
        {"links": "from;to;agreement;valid_to\nb;h;;\nf;c;Avtale;2026-11-22"},
        {"links": TIED, "referrals": "from;to\nb;f"},
    ],
)
def test_a_loose_tie_meets_no_duty(loose: dict[str, str]):
    assert found(RULE, untied(**loose)) == MISSING


def test_a_side_with_nobody_is_asked_about():
    assessment = RULE.assess(untied(external_actors="id;name;actor_type\nx;X;ideell", links=TIED))
    nobody = RULE.assess(untied(external_actors="name;actor_type"))

    assert assessment.examined == 1
    assert (nobody.examined, list(nobody.undetermined)) == (0, [Case("plikt", ("b", "c"))])
    assert nobody.reason
    graph = untied(external_actors="name;actor_type")
    assert "external actor" in RULE.question_when_undetermined(graph, Case("plikt", ("b", "c")))


def test_a_list_that_could_have_shown_one_of_the_pairs_leaves_it_open():
    graph = untied(
        units=UNITS.replace(";ja", ";"),
        external_actors=OUTSIDE.replace(";ja", ";"),
        arenas="name;participants_complete\nForum;nei",
    )

    assert found(RULE, graph) == []
    assert list(RULE.assess(graph).undetermined) == MISSING
    assert "Bolig" in RULE.question_when_undetermined(graph, MISSING[0])


def test_a_unit_and_an_external_actor_in_one_sector_count_but_two_units_do_not():
    health = duty(a=(Selector(kind="unit", sector=("helse",)),), b=(Selector(sector=("helse",)),))
    hospital = {"external_actors": "id;name;actor_type;surveyed\ns;Sykehus;helseforetak;ja"}
    split = duty(
        a=(Selector(kind="unit", sector=("bolig",), tasks=("keep",)),),
        b=(Selector(kind="unit", sector=("bolig",)),),
    )
    one_sector = {"units": "id;name;sector;tasks\nb;Bolig;bolig;beholde\nc;Bo;bolig;\nh;H;helse;"}

    assert found(RULE, untied(health, **hospital)) == [Case("plikt", ("h", "s"))]
    assert RULE.assess(untied(split, **one_sector)).examined == 0


def test_the_municipalitys_own_requirement_may_be_of_any_two():
    own = {"local_requirements": "actor_a;actor_b;reason\nc;b;Avklare hvem"}
    graph = untied(duty(), **own)
    finding = next(
        finding for finding in findings_of(RULE, graph) if finding.identity.subject == "local-b-c"
    )

    assert Case("local-b-c", ("b", "c")) in found(RULE, graph)
    assert finding.basis is Basis.LOCAL
    assert "Avklare hvem" in finding.ground


def test_a_requirement_between_a_unit_and_its_boss_makes_no_pair():
    units = "id;name;sector;part_of\nb;Bolig;bolig;\nc;Bo;helse;b\nh;Helse;helse;"
    graph = untied(units=units, local_requirements="actor_a;actor_b;reason\nc;b;x")
    case = Case("local-b-c", ("b", "c"))

    assert case in RULE.assess(graph).undetermined
    assert "line" in RULE.question_when_undetermined(graph, case)


def test_without_any_tie_nothing_is_assessed():
    assert RULE.assess(untied(links="from;to")).examined == 0


def test_what_is_not_public_is_never_above_recommended():
    (public,) = findings_of(RULE, untied())
    (private,) = findings_of(
        RULE, untied(external_actors="id;name;actor_type;surveyed\nf;Utleier;privat-utleier;ja")
    )

    assert public.basis is Basis.REQUIRED
    assert private.basis is Basis.RECOMMENDED


def test_it_speaks_of_the_duty_and_of_those_on_each_side():
    (finding,) = findings_of(RULE, untied(duty(law="en lov", section="§ 3")))

    assert (finding.coverage, finding.confidence) == (Coverage.NONE, Confidence.BOTH)
    for part in ("en lov § 3", "Bolig", "Bo", "Fengsel"):
        assert part in finding.observation, part
    assert [(ground.text, ground.citation, ground.verified) for ground in finding.grounds] == [
        ("De skal snakke sammen.", "en lov § 3", True)
    ]
    assert any(evidence.of_absence for evidence in finding.evidence)


def test_what_is_not_verified_says_so_and_is_no_more_than_a_hint():
    unsure = duty(verified=False, texts={"clause_nb": "x", "note_nb": "Nummeret er ikke lest."})
    (finding,) = findings_of(RULE, untied(unsure))

    assert "not verified" in finding.observation
    assert "Nummeret er ikke lest." in finding.ground
    assert not finding.grounds[0].verified
    assert finding.basis is Basis.HINT
    assert basis_of(finding) == "hint, not checked against the law"
    assert finding.next_step.startswith("Look lov up before you do anything about it")
    assert finding.seat is None


def test_a_bor_is_a_recommendation():
    (finding,) = findings_of(RULE, untied(duty(force="bør")))

    assert finding.basis is Basis.RECOMMENDED


def test_it_says_whose_duty_it_is():
    of_the_state = duty(texts={"clause_nb": "x", "subject_en": "the prison service (the state)"})
    (finding,) = findings_of(RULE, untied(of_the_state))

    assert finding.observation.endswith("The duty lies with the prison service (the state).")


# Agreements


AGREEMENT = duty(
    law="en lov",
    requires=Requires.AGREEMENT,
    a=(Selector(municipality=True),),
    b=(Selector(kind="external"),),
)


@pytest.mark.parametrize(
    ("links", "observation"),
    [
        (
            "from;to;agreement\nb;h;nei",
            "en lov: no agreement in force between the municipality and Fengsel is documented.",
        ),
        (
            "from;to;agreement\nc;f;nei",
            "en lov: contact between Bo and Fengsel is documented, but no agreement in force"
            " between the municipality and Fengsel.",
        ),
        (
            "from;to;agreement;valid_to\nb;h;;\nf;c;Avtale;2026-11-22",
            "en lov: no agreement in force between the municipality and Fengsel is documented. Not"
            " counted: the agreement «Avtale» between Bo and Fengsel, valid to 2026-11-22.",
        ),
    ],
)
def test_an_agreement_is_met_by_no_contact_and_the_sentence_tells_what_there_is(links, observation):
    (finding,) = findings_of(RULE, untied(AGREEMENT, links=links))

    assert finding.observation == observation
    assert finding.identity.related == ("f",)
    assert ("renewed" in finding.next_step) is ("valid to" in observation)


def test_contact_is_told_of_the_pair_that_has_it_and_one_agreement_would_be_enough():
    outside = "id;name;actor_type\nr;Helse Sør-Øst RHF;rhf\ns;Sykehuset;helseforetak"
    graph = untied(AGREEMENT, external_actors=outside, links="from;to;agreement\nb;s;nei")
    (finding,) = findings_of(RULE, graph)

    assert finding.observation == (
        "en lov: contact between Bolig and Sykehuset is documented, but no agreement in force"
        " between the municipality and Helse Sør-Øst RHF or Sykehuset."
    )


@pytest.mark.parametrize("links", ["from;to", TIED, "from;to\nb;f", "from;to;agreement\nb;f;"])
def test_an_agreement_that_nobody_has_told_of_is_asked_about(links: str):
    arena = {"arenas": "name\nForum", "participation": "actor;arena\nb;Forum"}
    graph = untied(AGREEMENT, links=links, **arena)
    (case,) = RULE.assess(graph).undetermined

    assert RULE.question_when_undetermined(graph, case) == (
        "No row in Samarbeid says whether there is an agreement. Is there an agreement between the"
        " municipality and Fengsel, and how long does it hold?"
    )


@pytest.mark.parametrize("last_day", ["", "2027-01-01"])
def test_an_agreement_of_which_the_row_of_the_two_says_nothing_is_asked_about(last_day: str):
    links = f"from;to;agreement;valid_to\nb;h;nei;\nb;f;;{last_day}"
    (case,) = RULE.assess(untied(AGREEMENT, links=links)).undetermined

    assert RULE.question_when_undetermined(untied(AGREEMENT, links=links), case) == (
        "The row of Bolig and Fengsel in Samarbeid does not say whether there is an agreement. Is"
        " there an agreement between the municipality and Fengsel, and how long does it hold?"
    )


def test_what_a_duty_asks_for_alone_is_no_pair():
    tables = {**ONE_UNIT, "links": TIED}
    for changed in (
        {"requires": Requires.AGREEMENT},
        {"requires": Requires.CONTACT},
        {"verified": False},
        {"force": "bør"},
    ):
        graph = untied(duty(**changed), **tables)
        assert list(missing_pairs(graph, [RULE])) == [], changed


# Pairs and figures


ONE_UNIT = {"units": "id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja"}


def test_the_only_pair_that_can_meet_a_duty_is_a_needed_pair():
    figure = pair_engine(untied(**ONE_UNIT)).congruence(*DUTY_GROUNDS)

    assert [(pair.first, pair.second) for pair in missing_pairs(untied(**ONE_UNIT), [RULE])] == [
        ("b", "f")
    ]
    assert (figure.total, figure.documented) == (1, 0)


def test_where_several_pairs_can_meet_a_duty_none_of_them_is_needed_by_itself():
    assert list(missing_pairs(untied(), [RULE])) == []
    assert pair_engine(untied()).congruence(Ground.REQUIRED_DUTY).total == 0


def test_a_pair_names_the_duties_behind_it():
    graph = untied(**ONE_UNIT)
    (pair,) = missing_pairs(graph, [RULE])
    (pair_ground,) = pair.pair_grounds
    reason = pair_ground.reason(graph, pair.first, pair.second)

    assert reason.via == ("plikt",)
    assert reason.law == "lov"
    assert (pair_ground.rule, pair_ground.basis, pair_ground.each_pair) == (
        "LINK01",
        Basis.REQUIRED,
        False,
    )


def test_conditional_duties_are_another_rules():
    conditional = duty(tier=Tier.CONDITIONAL, target_groups=("eldre",))
    graph = untied(
        conditional,
        units=UNITS.replace("surveyed", "surveyed;target_groups").replace(";ja", ";ja;eldre"),
    )

    assert RULE.assess(graph).examined == 0


def test_the_agreement_of_a_host_is_a_question():
    graph = tiny(
        units="id;name;sector\nb;Boligkontoret;bolig\nk;Kommunedirektøren;ledelse",
        external_actors="id;name;actor_type;sector;service_type\n"
        "n;NAV Nabovik;nabokommune;sosial;nav-kontor\nv;NAV Vest;nav-stat;;",
        links="from;to;agreement\nb;k;nei\nn;v;Partnerskapsavtale",
    )
    (case,) = [
        case for case in RULE.assess(graph).undetermined if case.subject == "nav-loven-13-14"
    ]

    assert found(RULE, graph) == []
    assert RULE.question_when_undetermined(graph, case).startswith(
        "NAV Nabovik has an agreement with NAV Vest: Does it hold for the municipality too?"
    )
