"""LINK09: two actors answer differently about their contact."""

import pytest

from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link09_ends_differ import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

PAIR = [Case("bolig", ("rus",))]


def answers(*rows: str, units: str = "name;sector\nBolig;bolig\nRus;helse", **tables: str) -> Graph:
    return tiny(units=units, links="\n".join(["from;to;strength;reported_by", *rows]), **tables)


def both(first: str, second: str) -> Graph:
    return answers(f"Bolig;Rus;{first};én part", f"Rus;Bolig;{second};én part")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ingen kontakt", "kjennskap"),
        ("samarbeid", "ingen kontakt"),
        ("kjennskap", "samordning"),
        ("integrasjon", "samarbeid"),
        ("", "integrasjon"),
    ],
)
def test_two_steps_apart_or_no_contact_against_contact_is_found(first: str, second: str):
    assert found(RULE, both(first, second)) == PAIR
    assert found(RULE, both(second, first)) == PAIR


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ingen kontakt", "ingen kontakt"),
        ("kjennskap", "samarbeid"),
        ("samarbeid", "samordning"),
        ("samordning", "integrasjon"),
        ("", "kjennskap"),
        ("", ""),
    ],
)
def test_one_step_apart_or_the_same_is_not(first: str, second: str):
    graph = both(first, second)

    assert found(RULE, graph) == []
    assert RULE.assess(graph).examined == 1


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ("Bolig;Rus;integrasjon;én part",),
        ("Bolig;Rus;integrasjon;én part", "Bolig;Rus;ingen kontakt;én part"),
        ("Bolig;Rus;integrasjon;én part", "Rus;Bolig;kjennskap;"),
        ("Bolig;Rus;integrasjon;én part", "Rus;Bolig;kjennskap;tredjepart"),
    ],
)
def test_a_pair_of_which_not_both_ends_have_answered_is_not_looked_at(rows: tuple[str, ...]):
    assessment = RULE.assess(answers(*rows))

    assert (assessment.examined, list(assessment.found)) == (0, [])
    assert (
        assessment.reason
        == "For ingen av parene er det oppgitt at begge parter har svart («Oppgitt av»)."
    )


def test_a_row_of_both_is_the_answer_of_both():
    assert found(RULE, answers("Bolig;Rus;samordning;begge")) == []
    assert (
        found(RULE, answers("Bolig;Rus;kjennskap;begge", "Rus;Bolig;integrasjon;én part")) == PAIR
    )


def test_two_outside_the_municipality_are_not_asked():
    graph = answers(
        "Politi;Fengsel;ingen kontakt;én part",
        "Fengsel;Politi;samarbeid;én part",
        external_actors="name;actor_type\nPoliti;politi\nFengsel;fengsel",
    )

    assert RULE.assess(graph).examined == 0


def test_it_is_a_question_and_quotes_both_answers():
    (finding,) = findings_of(RULE, both("samordning", "ingen kontakt"))

    assert finding.basis is Basis.HINT
    assert "Bolig svarer «samordning», og Rus svarer «ingen kontakt»" in finding.observation
    assert "Bolig" in finding.question
    assert [row.place.row for row in finding.evidence] == [2, 3]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("ja;kontakt", "ja;"), Confidence.BOTH),
        (("ja;arenaer", "ja;"), Confidence.ONE),
        ((";", ";"), Confidence.NONE),
    ],
)
def test_it_rests_on_what_the_two_were_asked_about_contact(
    asked: tuple[str, str], expected: Confidence
):
    graph = answers(
        "Bolig;Rus;ingen kontakt;én part",
        "Rus;Bolig;samarbeid;én part",
        units=f"name;sector;surveyed;surveyed_about\nBolig;bolig;{asked[0]}\nRus;helse;{asked[1]}",
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.confidence is expected
