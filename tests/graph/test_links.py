"""Which pairs are linked, and until when."""

from datetime import date

import pytest

from samordning_graph.graph import links
from samordning_graph.graph.graph import AnalysisOptions, Graph, ties_between
from samordning_graph.schema.tables import Tie
from tests.helpers.tiny import TODAY, tiny

TWO = "name;sector\nBolig;bolig\nRus;helse"


def linked(rows: str, header: str = "from;to;strength", as_of: date = TODAY) -> bool:
    graph = tiny(AnalysisOptions(as_of=as_of), units=TWO, links=f"{header}\n{rows}")
    return ("bolig", "rus") in links.linked_pairs(graph)


@pytest.mark.parametrize("strength", ["samarbeid", "samordning", "integrasjon", ""])
def test_cooperation_or_more_links_and_so_does_no_strength_given(strength: str):
    assert linked(f"Rus;Bolig;{strength}")


def test_to_know_of_each_other_does_not_link():
    assert not linked("Bolig;Rus;kjennskap")


def test_the_strongest_of_all_rows_of_a_pair_counts():
    assert linked("Bolig;Rus;kjennskap\nRus;Bolig;samordning")


def test_a_link_stands_once_with_all_its_rows():
    graph = tiny(units=TWO, links="from;to;strength\nRus;Bolig;samarbeid\nBolig;Rus;kjennskap")

    assert {pair: len(rows) for pair, rows in links.linked_pairs(graph).items()} == {
        ("bolig", "rus"): 2
    }


@pytest.mark.parametrize(
    ("valid_to", "as_of", "in_force"),
    [
        ("2026-06-30", date(2026, 6, 29), True),
        ("2026-06-30", date(2026, 6, 30), True),
        ("2026-06-30", date(2026, 7, 1), False),
        ("2026", date(2026, 12, 31), True),
        ("2026", date(2027, 1, 1), False),
        ("", date(2099, 1, 1), True),
        ("løpende", date(2099, 1, 1), True),
        ("inntil videre", date(2099, 1, 1), True),
    ],
)
def test_an_agreement_links_up_to_and_with_its_last_day(valid_to: str, as_of: date, in_force: bool):
    header = "from;to;agreement;valid_to"

    assert linked(f"Bolig;Rus;Avtale;{valid_to}", header, as_of) is in_force


def test_a_collaboration_outlives_the_agreement_in_its_row():
    header = "from;to;strength;agreement;valid_to"

    assert linked("Bolig;Rus;samarbeid;Avtale;2020-01-01", header)
    assert not linked("Bolig;Rus;kjennskap;Avtale;2020-01-01", header)


def test_one_agreement_in_force_is_enough():
    header = "from;to;agreement;valid_to"

    assert linked("Bolig;Rus;Gammel;2020-01-01\nBolig;Rus;Ny;2030-01-01", header)


# No contact


def test_no_contact_does_not_link_and_takes_nothing_back():
    assert not linked("Bolig;Rus;ingen kontakt")
    assert linked("Bolig;Rus;ingen kontakt\nRus;Bolig;samarbeid")


@pytest.mark.parametrize(
    ("rows", "denied"),
    [
        ("Rus;Bolig;ingen kontakt;én part", True),
        ("Rus;Bolig;ingen kontakt;begge", True),
        ("Rus;Bolig;ingen kontakt;én part\nBolig;Rus;ingen kontakt;én part", True),
        ("Rus;Bolig;ingen kontakt;én part\nBolig;Rus;ingen kontakt;tredjepart", True),
        ("Rus;Bolig;ingen kontakt;én part\nBolig;Rus;kjennskap;én part", False),
        ("Rus;Bolig;ingen kontakt;én part\nBolig;Rus;;", False),
        ("Rus;Bolig;kjennskap;én part", False),
        ("Rus;Bolig;ingen kontakt;tredjepart", False),
        ("Rus;Bolig;ingen kontakt;", False),
    ],
)
def test_a_pair_is_without_contact_where_an_end_answers_so_and_nobody_says_more(
    rows: str, denied: bool
):
    graph = collaboration(rows)

    assert (("bolig", "rus") in links.pairs_without_contact(graph)) is denied


# What both ends say


def collaboration(rows: str, options: AnalysisOptions | None = None) -> Graph:
    return tiny(options, units=TWO, links=f"from;to;strength;reported_by\n{rows}")


def of_ends(rows: str) -> tuple[str | None, str | None, bool]:
    """What bolig says, what rus says, and whether that confirms the collaboration."""
    ((_from, _to, tie),) = ties_between(collaboration(rows), "bolig", "rus", Tie.COLLABORATES_WITH)
    return tie["strength_from"], tie["strength_to"], tie["confirmed"]


def test_a_row_of_one_end_is_the_word_of_the_end_that_it_is_from():
    assert of_ends("Rus;Bolig;samordning;én part") == (None, "coordination", False)
    assert of_ends("Bolig;Rus;samordning;én part") == ("coordination", None, False)


def test_a_row_of_both_is_the_word_of_both():
    assert of_ends("Rus;Bolig;;begge") == ("cooperation", "cooperation", True)
    assert of_ends("Rus;Bolig;kjennskap;begge") == ("awareness", "awareness", False)


@pytest.mark.parametrize("reported_by", ["tredjepart", ""])
def test_others_speak_for_neither(reported_by: str):
    assert of_ends(f"Rus;Bolig;samordning;{reported_by}") == (None, None, False)


def test_two_rows_from_the_two_ends_confirm_and_one_end_alone_does_not():
    assert of_ends("Bolig;Rus;samarbeid;én part\nRus;Bolig;integrasjon;én part") == (
        "cooperation",
        "integration",
        True,
    )
    assert not of_ends("Bolig;Rus;samarbeid;én part\nBolig;Rus;integrasjon;én part")[2]


@pytest.mark.parametrize("other", ["ingen kontakt", "kjennskap"])
def test_it_is_not_confirmed_where_the_other_end_says_less_than_cooperation(other: str):
    assert not of_ends(f"Bolig;Rus;samordning;én part\nRus;Bolig;{other};én part")[2]


def test_of_several_rows_of_one_end_the_strongest_counts():
    assert of_ends("Bolig;Rus;kjennskap;én part\nBolig;Rus;samordning;begge") == (
        "coordination",
        "coordination",
        True,
    )


@pytest.mark.parametrize(
    ("row", "links_"), [("samarbeid;én part", False), ("samarbeid;begge", True)]
)
def test_only_confirmed_collaborations_link_where_the_options_ask_for_it(row: str, links_: bool):
    options = AnalysisOptions(as_of=TODAY, links="confirmed")
    graph = collaboration(f"Bolig;Rus;{row}", options)

    assert (("bolig", "rus") in links.linked_pairs(graph)) is links_
    assert links.count_linked_pairs(graph, "any") == 1
    assert links.count_linked_pairs(graph, "confirmed") == int(links_)


def test_an_agreement_in_force_needs_no_confirmation():
    graph = tiny(
        AnalysisOptions(as_of=TODAY, links="confirmed"),
        units=TWO,
        links="from;to;agreement\nBolig;Rus;Avtale",
    )

    assert ("bolig", "rus") in links.linked_pairs(graph)
