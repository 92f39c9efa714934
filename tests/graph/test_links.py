"""Which pairs are linked, and until when."""

from datetime import date

import pytest

from samordning_graph.graph import links
from samordning_graph.graph.graph import AnalysisOptions
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
