"""The way that goes today from one to another: the shortest over what counts, or none."""

from samordning_graph.analysis.todays_path import todays_path
from tests.helpers.tiny import tiny

UNITS = "id;name;sector\na;Bolig;bolig\nb;Rus;helse\nc;Skole;oppvekst\nd;Plan;plan"
ARENAS = "id;name;kind\nr;Team;\ns;Utvalg;\ninfo;Fagdag;informasjon"


def way(first, second, units=UNITS, **tables):
    return todays_path(tiny(units=units, arenas=ARENAS, **tables), first, second)


def test_it_goes_over_arenas_links_and_agreements_from_end_to_end():
    tables = {
        "participation": "actor;arena\na;r\nb;r",
        "links": "from;to;strength;agreement\nb;c;samarbeid;\nc;d;;Avtale",
    }

    assert way("a", "d", **tables) == ("a", "r", "b", "c", "d")
    assert way("d", "a", **tables) == ("d", "c", "b", "r", "a")


def test_of_equally_short_ways_the_ids_decide_and_both_ends_say_the_same():
    tables = {"participation": "actor;arena\na;s\nb;s\na;r\nb;r"}

    assert way("a", "b", **tables) == ("a", "r", "b")
    assert way("b", "a", **tables) == ("b", "r", "a")


def test_what_does_not_count_is_no_way():
    tables = {
        "participation": "actor;arena;role\na;info;\nb;info;\na;r;\nb;r;observatør",
        "links": "from;to;strength;agreement;valid_to\na;b;kjennskap;;\na;c;;Gammel avtale;01.01.2020",
    }

    assert way("a", "b", **tables) == ()
    assert way("a", "c", **tables) == ()


def test_a_unit_has_the_ties_of_those_below_it_and_never_of_those_above():
    units = f"{UNITS}\nover;Kommunalområde;bolig".replace("sector\n", "sector;part_of\n")
    units = units.replace("a;Bolig;bolig", "a;Bolig;bolig;over")
    tables = {"participation": "actor;arena\na;r\nb;r\nover;s\nd;s"}

    assert way("over", "b", units, **tables) == ("over", "a", "r", "b")
    assert way("b", "over", units, **tables) == ("b", "r", "a", "over")
    assert way("a", "d", units, **tables) == ()
