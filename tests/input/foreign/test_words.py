"""What types of nodes and ties are taken as."""

import pytest

from samordning_graph.input.foreign.words import node_meaning, tie_meaning


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Enhet", "units"),
        ("Unit", "units"),
        ("ExternalActor", "external_actors"),
        ("NGO or Association", "external_actors"),
        ("Privat", "external_actors"),
        ("Politi", "external_actors"),
        ("barnevern", "units"),
        ("Plenary Session", "arenas"),
        ("Arbeidsgruppe", "arenas"),
        ("Person", "person"),
        ("Individuals", "person"),
        ("Goal", "utelatt"),
        ("TargetGroup", "utelatt"),
        ("mål", "utelatt"),
    ],
)
def test_a_type_of_node_is_known_by_its_word(text, table):
    assert node_meaning(text).table == table


@pytest.mark.parametrize("text", ["Fotballag", "University", "Universities", "0", "Annet"])
def test_a_type_of_node_that_is_not_known_is_not_guessed(text):
    meaning = node_meaning(text)

    assert meaning is None or meaning.table == "units"
    assert meaning is None or not meaning.cells


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("COLLABORATES_WITH", "links"),
        ("Collaborates with", "links"),
        ("partnership", "links"),
        ("samordning", "links"),
        ("MOU", "links"),
        ("Knows", "links"),
        ("henviser til", "referrals"),
        ("Participated To", "participation"),
        ("medlem av", "participation"),
        ("Is Part Of", "part_of"),
        ("ispartof", "part_of"),
        ("del av", "part_of"),
    ],
)
def test_a_type_of_tie_is_known_by_its_word(text, table):
    assert tie_meaning(text).table == table


@pytest.mark.parametrize("text", ["Funds", "Knowledge exchange", "deling av data", "0.5"])
def test_a_type_of_tie_that_is_not_known_is_not_guessed(text):
    assert tie_meaning(text) is None
