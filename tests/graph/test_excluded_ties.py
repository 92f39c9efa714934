"""What two have in common that does not count: arenas, acquaintances, lapsed agreements."""

from dataclasses import replace
from datetime import date

from samordning_graph.graph.excluded_ties import (
    ExcludedTie,
    Exclusion,
    excluded_among,
    excluded_seats,
    excluded_ties,
    lapsed_agreements,
    pairs_with_lapsed_agreement,
)
from samordning_graph.graph.graph import AnalysisOptions
from tests.helpers.tiny import TODAY, tiny

UNITS = "name;sector;part_of\nBolig;bolig;\nRus;helse;\nUteteam;helse;Rus"


def excluded_between(graph, first="bolig", second="rus"):
    """Return what does not count between two, without the rows."""
    return [replace(tie, rows=()) for tie in excluded_ties(graph, [first], [second])]


def test_an_information_arena_an_ended_one_and_a_lapsed_agreement_are_told_with_their_last_day():
    graph = tiny(
        units=UNITS,
        arenas="name;kind;valid_to\nFagdagen;informasjon;\nProsjektet;;2025-06-30",
        participation="actor;arena\nBolig;Fagdagen\nRus;Fagdagen\nBolig;Prosjektet\nRus;Prosjektet",
        links="from;to;agreement;valid_to\nBolig;Rus;Avtale om bolig;2025-12-31",
    )
    assert excluded_between(graph) == [
        ExcludedTie(
            exclusion=Exclusion.LAPSED, agreement="Avtale om bolig", last_day=date(2025, 12, 31)
        ),
        ExcludedTie(exclusion=Exclusion.INFORMATION, arena="fagdagen"),
        ExcludedTie(exclusion=Exclusion.CLOSED, arena="prosjektet", last_day=date(2025, 6, 30)),
    ]


def test_each_rests_on_the_rows_that_say_so():
    graph = tiny(
        units=UNITS,
        arenas="name;kind\nFagdagen;informasjon",
        participation="actor;arena\nBolig;Fagdagen\nUteteam;Fagdagen",
        links="from;to;strength\nUteteam;Bolig;kjennskap",
    )
    arena, acquaintance = excluded_ties(graph, ["bolig"], ["rus"])
    assert [row.place.row for row in arena.rows] == [2, 3]
    assert (acquaintance.exclusion, acquaintance.rows[0].place.row) == (Exclusion.AWARENESS, 2)


def test_on_call_in_a_working_arena_is_told_with_who_is():
    graph = tiny(
        units=UNITS,
        arenas="name\nTildeling",
        participation="actor;arena;role\nBolig;Tildeling;leder\nRus;Tildeling;ved behov",
    )
    assert excluded_between(graph) == [
        ExcludedTie(exclusion=Exclusion.ROLE, arena="tildeling", loosely=("rus",))
    ]


def test_what_the_options_set_aside_is_told():
    graph = tiny(
        AnalysisOptions(as_of=TODAY, max_arena_size=2, min_meetings=4),
        units=UNITS,
        arenas="name;meetings_per_year\nStormøtet;12\nÅrsmøtet;1",
        participation="actor;arena\nBolig;Stormøtet\nRus;Stormøtet\nUteteam;Stormøtet\nBolig;Årsmøtet\nRus;Årsmøtet",
    )
    assert [tie.exclusion for tie in excluded_between(graph)] == [Exclusion.SELDOM, Exclusion.LARGE]


def test_what_counts_or_what_only_one_has_is_not_told():
    graph = tiny(
        units=UNITS,
        arenas="name;kind\nForum;\nFagdagen;informasjon",
        participation="actor;arena\nBolig;Forum\nRus;Forum\nBolig;Fagdagen",
        links="from;to;strength;agreement;valid_to\nBolig;Rus;samarbeid;;\nBolig;Rus;;Avtale;løpende",
    )
    assert excluded_between(graph) == []


def test_a_side_may_be_several():
    graph = tiny(
        units=UNITS + "\nHelse;helse;",
        arenas="name;kind\nFagdagen;informasjon",
        participation="actor;arena\nBolig;Fagdagen\nHelse;Fagdagen",
    )
    (tie,) = excluded_ties(graph, ["bolig"], ["rus", "helse"])
    assert (tie.arena, tie.actors) == ("fagdagen", ("bolig", "helse"))


def test_those_who_stand_in_the_rows_are_named_and_never_the_unit_above_them():
    graph = tiny(
        units=UNITS,
        arenas="name;kind\nFagdagen;informasjon\nForum;",
        participation="actor;arena;role\nBolig;Fagdagen;\nUteteam;Fagdagen;\n"
        "Bolig;Forum;\nUteteam;Forum;observatør",
        links="from;to;agreement;valid_to;strength\nBolig;Uteteam;Avtale;2025-12-31;\n"
        "Bolig;Uteteam;;;kjennskap",
    )
    names = ("bolig", "uteteam")
    of_two = excluded_ties(graph, ["bolig"], ["rus"])
    of_sectors = excluded_ties(graph, ["bolig"], ["rus", "uteteam"])

    assert [(tie.actors, tie.below) for tie in of_two] == [(names, (("uteteam", "rus"),))] * 4
    assert [(tie.actors, tie.below) for tie in of_sectors] == [(names, ())] * 4
    assert of_two[2].loosely == of_sectors[2].loosely == ("uteteam",)
    pairs = [("bolig", "rus"), ("bolig", "uteteam")]
    assert {(tie.actors, tie.below) for tie in excluded_among(graph, pairs)} == {(names, ())}
    assert {tie.below for tie in lapsed_agreements(graph, "rus")} == {(("uteteam", "rus"),)}


def test_a_unit_that_is_itself_in_the_rows_needs_none_below_it():
    graph = tiny(
        units=UNITS,
        arenas="name;kind\nFagdagen;informasjon",
        participation="actor;arena\nBolig;Fagdagen\nRus;Fagdagen\nUteteam;Fagdagen",
    )
    assert [tie.actors for tie in excluded_ties(graph, ["bolig"], ["rus"])] == [()]


def test_one_unit_alone_is_nothing_that_two_sides_have_in_common():
    graph = tiny(
        units="name;sector;part_of\nBolig;bolig;Etat\nEtat;helse;\nRus;helse;Etat",
        arenas="name;kind\nFagdagen;informasjon",
        participation="actor;arena\nBolig;Fagdagen",
    )
    assert excluded_ties(graph, ["bolig"], ["etat", "rus"]) == ()


def test_seats_in_two_arenas_are_told_of_those_who_sit_there():
    graph = tiny(
        units=f"{UNITS}\nFeltteam;helse;Rus",
        arenas="name\nForum\nUtvalg",
        participation="actor;arena;role\nUteteam;Forum;\nFeltteam;Utvalg;observatør",
    )
    (tie,) = excluded_seats(graph, "forum", ["utvalg"])

    assert (tie.arena, tie.actors, tie.below, tie.loosely) == (
        "utvalg",
        ("feltteam",),
        (("feltteam", "rus"),),
        ("feltteam",),
    )


def test_who_has_it_is_named_unless_it_is_simply_the_two():
    graph = tiny(units=UNITS, links="from;to;strength\nUteteam;Bolig;kjennskap")

    assert [tie.actors for tie in excluded_ties(graph, ["bolig"], ["rus"])] == [
        ("bolig", "uteteam")
    ]
    assert [tie.actors for tie in excluded_ties(graph, ["bolig"], ["uteteam"])] == [()]


def test_pairs_that_had_an_agreement_include_the_units_above():
    graph = tiny(
        units="id;name;sector;part_of\na;A;bolig;\nb;B;helse;\nc;C;helse;b\nd;D;plan;",
        links="from;to;agreement;valid_to\nc;a;Gammel;2025-12-31\na;d;Ny;2027-12-31",
    )

    assert pairs_with_lapsed_agreement(graph) == {("a", "b"), ("a", "c")}
