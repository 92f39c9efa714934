"""LINK05: one actor refers users to another without meeting or working together."""

import pytest

from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link05_referral import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

UNITS = "name;sector\nBolig;bolig\nRus;helse"
PAIR = [Case("bolig", ("rus",))]


def referring(**more: str) -> Graph:
    return tiny(**{"units": UNITS, "referrals": "from;to\nRus;Bolig"} | more)


@pytest.mark.parametrize("referrals", ["Rus;Bolig", "Bolig;Rus", "Bolig;Rus\nRus;Bolig"])
def test_a_referral_in_either_direction_without_contact_is_found_once(referrals: str):
    graph = referring(referrals=f"from;to\n{referrals}")

    assert found(RULE, graph) == PAIR
    assert RULE.assess(graph).examined == 1


def test_two_who_meet_or_are_linked_are_not_found():
    for covered in (
        {"links": "from;to\nRus;Bolig"},
        {"arenas": "name\nForum", "participation": "actor;arena\nRus;Forum\nBolig;Forum"},
    ):
        graph = referring(**covered)
        assert found(RULE, graph) == []
        assert RULE.assess(graph).examined == 1


def test_an_acquaintance_or_an_expired_agreement_is_no_contact():
    for loose in (
        "from;to;strength\nRus;Bolig;kjennskap",
        "from;to;agreement;valid_to\nRus;Bolig;Avtale;2020-01-01",
    ):
        assert found(RULE, referring(links=loose)) == PAIR


def test_a_referral_within_a_sector_or_a_line_is_no_pair():
    sector = referring(units="name;sector\nBolig;helse\nRus;helse")
    line = referring(units="name;sector;part_of\nBolig;bolig;\nRus;helse;Bolig")

    for graph in (sector, line):
        assert RULE.assess(graph).examined == 0
        assert RULE.assess(graph).reason


def test_a_referral_between_external_actors_is_not_the_municipalitys():
    graph = referring(
        units="name;sector\nPlan;plan",
        external_actors="name;actor_type\nBolig;husbanken\nRus;tsb",
    )

    assert RULE.assess(graph).examined == 0


def test_a_referral_to_those_below_is_none_to_those_above():
    graph = referring(units="name;sector;part_of\nTopp;sosial;\nBolig;bolig;Topp\nRus;helse;")

    assert found(RULE, graph) == PAIR


def test_a_link_to_those_above_is_no_contact_with_those_below():
    graph = referring(
        units="name;sector;part_of\nTopp;sosial;\nBolig;bolig;Topp\nRus;helse;",
        links="from;to\nTopp;Rus",
    )

    assert found(RULE, graph) == PAIR


def test_a_referral_that_a_list_could_have_shown_is_not_assessed():
    assessment = RULE.assess(
        referring(arenas="name;participants_complete\nForum;nei", external_actors="name;actor_type")
    )

    assert list(assessment.found) == []
    assert list(assessment.undetermined) == PAIR
    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("nei", "ja"), Confidence.ONE), (("", ""), Confidence.NONE)],
)
def test_it_is_recommended_with_the_confidence_of_both_ends(
    asked: tuple[str, str], expected: Confidence
):
    (finding,) = findings_of(
        RULE,
        referring(units=f"name;sector;surveyed\nBolig;bolig;{asked[0]}\nRus;helse;{asked[1]}"),
    )

    assert finding.basis is Basis.RECOMMENDED
    assert finding.confidence is expected


def test_the_groups_that_are_referred_are_why():
    graph = referring(referrals="from;to;target_group\nRus;Bolig;eldre\nBolig;Rus;flyktninger")

    (pair_ground,) = RULE.pair_grounds
    assert pair_ground.reason(graph, "bolig", "rus").via == ("eldre", "flyktninger")


def test_the_rows_of_the_referral_are_the_evidence():
    (finding,) = findings_of(RULE, referring())

    assert ("referrals.csv", 2) in {
        (evidence.place.file, evidence.place.row) for evidence in finding.evidence
    }


@pytest.mark.parametrize(
    ("row", "cases"),
    [("Rådet;plan;politisk organ", 0), ("Kommunestyret;plan;", 0), ("Laget;plan;", 1)],
)
@pytest.mark.parametrize("referral", ["{name};Bolig", "Bolig;{name}"])
def test_a_political_body_takes_and_sends_no_users(row: str, cases: int, referral: str):
    name = row.split(";", maxsplit=1)[0]
    graph = referring(
        units=f"name;sector;service_type\nBolig;bolig;\nRus;helse;\n{row}",
        referrals=f"from;to\n{referral.format(name=name)}",
    )

    assert len(found(RULE, graph)) == cases
    assert RULE.assess(graph).examined == cases
