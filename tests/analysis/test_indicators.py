"""What the graph shows beside a factor of the self-assessment."""

from dataclasses import astuple

import pytest

from samordning_graph.analysis.indicators import indicators
from samordning_graph.schema.vocabulary import factors
from tests.helpers.tiny import tiny

UNITS = "id;name;sector\nb;Bolig;bolig\nh;Helse;helse\np;Plan;plan"
ARENAS = (
    "id;name;level;mandate;user_representation;municipal_leadership\n"
    "s;Strategisk;strategisk;Lede;;ja\no;Operativ;operativ;;nei;"
)
SEATS = "actor;arena;role\nb;s;leder\nh;s;\np;s;\nb;o;\nf;o;"


def figures(**tables: str) -> dict[str, tuple[int, int, int]]:
    """Return the documented, the not documented and the not known of each factor."""
    found = indicators(tiny(**{"units": UNITS} | tables))
    return {factor: astuple(indicator.figures) for factor, indicator in found.items()}


def test_arenas_are_counted_by_leaders_levels_fields_users_and_outsiders():
    found = figures(
        external_actors="id;name;actor_type\nf;Fengsel;fengsel",
        arenas=ARENAS,
        participation=SEATS,
    )

    assert found["forankring-og-eierskap"] == (1, 0, 0)
    assert found["ledelse"] == (1, 0, 1)
    assert found["struktur"] == (1, 0, 1)
    assert found["flere-fagomrader"] == (1, 1, 0)
    assert found["flere-parter"] == (1, 1, 0)
    assert found["brukermedvirkning"] == (0, 1, 1)
    assert found["nivaer-og-sektorer"] == (1, 2, 0)


def test_elements_are_counted_by_owners_holders_referrals_sectors_and_results():
    found = figures(
        goals="id;name;results\nm;Et mål;Ti har flyttet inn\nn;Et annet;",
        measures="id;name\nt;Et tiltak\nu;Et annet tiltak",
        goal_owners="actor;goal;role\nb;m;eier\nh;n;bidragsyter\nb;t;",
        referrals="from;to\nb;h\nb;p",
        links="from;to\nb;h",
        arenas="id;name\na;Alene\nf;Forum",
        participation="actor;arena\nb;a\nb;f\nh;f",
    )

    assert found["mal"] == (1, 0, 1)
    assert found["innsats"] == (1, 0, 1)
    assert found["prosesser"] == (1, 0, 1)
    assert found["arenaer"] == (1, 1, 0)
    assert found["resultater"] == (1, 0, 1)


def test_what_an_incomplete_list_may_lack_is_not_known():
    incomplete = (
        ARENAS.replace("name;", "name;participants_complete;")
        .replace("Strategisk;", "Strategisk;nei;")
        .replace("Operativ;", "Operativ;nei;")
    )
    found = figures(arenas=incomplete, participation=SEATS.replace("\nf;o;", ""))

    assert found["flere-parter"] == (0, 0, 2)
    assert found["flere-fagomrader"] == (1, 0, 1)


def test_goals_measures_and_challenges_are_counted_by_who_holds_them():
    found = figures(
        goals="id;name;challenges\nm;Et mål;c\nn;Et annet;",
        measures="id;name;budgeted\nt;Et tiltak;ja\nu;Et annet tiltak;",
        challenges="id;name\nc;Ventetid\nd;Dyrt",
        goal_owners="actor;goal\nb;m\nh;m\nb;n\nb;t",
    )

    assert found["felles-mal"] == (1, 1, 0)
    assert found["tiltak-sammen"] == (0, 1, 1)
    assert found["okonomiske-ressurser"] == (1, 0, 1)
    assert found["forstaelse-av-utfordringer"] == (1, 0, 1)


def test_linked_pairs_that_share_a_goal_work_in_one_direction():
    found = figures(
        goals="id;name\nm;Et mål",
        goal_owners="actor;goal\nb;m\nh;m",
        links="from;to\nb;h\nb;p",
    )

    assert found["felles-retning"] == (1, 0, 1)


def test_what_cannot_be_counted_has_no_figure():
    assert figures() == {"overordnet-strategi": (0, 0, 2), "system": (0, 0, 5)}


@pytest.mark.parametrize("factor", ["kompetanse", "felles-begreper", "ulikt-lovverk", "kultur"])
def test_of_some_things_a_graph_knows_nothing(factor: str):
    assert factor in factors()
    assert factor not in figures(arenas=ARENAS, participation=SEATS.replace("\nf;o;", ""))
