"""What documents that two coordinate: each tie once, with where and until when."""

from datetime import date

from samordning_graph.graph.documented_ties import DocumentedTie, TieKind, documented_ties
from tests.helpers.tiny import tiny

UNITS = "id;name;sector;part_of\nb;Bolig;bolig;\nh;Helse;helse;\nr;Rus;helse;h"


def test_agreements_collaborations_and_arenas_are_told_each_once():
    graph = tiny(
        units=UNITS,
        arenas="id;name;kind\nt;Team;\nf;Fagdag;informasjon",
        participation="actor;arena;role\nb;t;\nh;t;\nb;f;\nh;f;",
        links="from;to;strength;agreement;valid_to\nb;h;samarbeid;Rutine;31.12.2030\nh;b;samarbeid;;",
    )

    assert documented_ties(graph, "b", "h") == (
        DocumentedTie(kind=TieKind.AGREEMENT, agreement="Rutine", last_day=date(2030, 12, 31)),
        DocumentedTie(kind=TieKind.COLLABORATION),
        DocumentedTie(kind=TieKind.ARENA, arena="t"),
    )


def test_the_ties_of_the_units_below_count_and_what_has_lapsed_does_not():
    graph = tiny(
        units=UNITS,
        links="from;to;strength;agreement;valid_to\nb;r;samarbeid;;\nb;h;;Gammel;31.12.2019",
    )

    assert documented_ties(graph, "b", "h") == (DocumentedTie(kind=TieKind.COLLABORATION),)
    assert documented_ties(graph, "h", "r") == ()


def test_a_tie_has_the_rows_that_it_is_known_from():
    graph = tiny(units=UNITS, links="from;to;agreement\nb;r;Rutine\nb;h;Rutine")
    (tie,) = documented_ties(graph, "b", "h")

    assert sorted(row.place.row for row in tie.rows) == [2, 3]


def test_an_acquaintance_and_a_referral_are_told_only_where_they_are_enough():
    graph = tiny(units=UNITS, links="from;to;strength\nb;h;kjennskap", referrals="from;to\nb;h")

    assert documented_ties(graph, "b", "h") == ()
    assert [tie.kind for tie in documented_ties(graph, "b", "h", loosely=True)] == [
        TieKind.CONTACT,
        TieKind.REFERRAL,
    ]


def test_ties_of_units_below_alone_say_whose_they_are_and_those_of_the_two_do_not():
    graph = tiny(
        units=UNITS,
        arenas="id;name\nt;Team\nu;Utvalg",
        participation="actor;arena\nb;t\nr;t\nh;u\nr;u\nb;u",
        links="from;to;agreement\nb;r;Rutine\nb;h;Rutine\nr;b;",
    )

    assert [(tie.kind, tie.through) for tie in documented_ties(graph, "b", "h")] == [
        (TieKind.AGREEMENT, ()),
        (TieKind.COLLABORATION, (("b", "r"),)),
        (TieKind.ARENA, (("b", "r"),)),
        (TieKind.ARENA, ()),
    ]
