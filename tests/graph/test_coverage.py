"""Pairs, coverage and congruence, each clause on a municipality of two or three."""

from datetime import date

import pytest

from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage, Ground
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from tests.helpers.tiny import TODAY, tiny

DIRECT, ARENA, NONE, NOT_ASSESSED = (
    Coverage.DIRECT,
    Coverage.ARENA,
    Coverage.NONE,
    Coverage.NOT_ASSESSED,
)
ASKED = "name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja"
LINE = (
    "name;sector;part_of;surveyed\n"
    "Topp;sosial;;ja\nBunn;bolig;Topp;ja\nSide;bolig;Topp;ja\nRus;helse;;ja"
)


def coverage(
    graph: Graph, first: str = "bolig", second: str = "rus", *, both_ways: bool = True
) -> Coverage:
    engine = pair_engine(graph)
    found = engine.coverage(first, second)
    assert not both_ways or engine.coverage(second, first) is found
    return found


def pairs(graph: Graph) -> set[tuple[str, str]]:
    engine = pair_engine(graph)
    return {
        (actor, engine.ids[j])
        for i, actor in enumerate(engine.ids)
        for j in bits(engine.pairs(i))
        if i < j
    }


# Who is a pair


def test_two_external_actors_are_no_pair():
    graph = tiny(
        units="name;sector\nBolig;bolig",
        external_actors="name;actor_type\nHusbanken;husbanken\nPoliti;politi",
    )

    assert pairs(graph) == {("bolig", "husbanken"), ("bolig", "politi")}


def test_units_in_one_line_are_no_pair_however_far_apart_and_siblings_are():
    graph = tiny(units="name;sector;part_of\nA;sosial;\nB;bolig;A\nC;helse;B\nD;plan;A")

    assert pairs(graph) == {("b", "d"), ("c", "d")}


def test_an_actor_is_no_pair_with_itself():
    assert pairs(tiny(units="name;sector\nBolig;bolig")) == set()


def test_the_two_parts_of_nav_are_a_pair_in_one_sector():
    graph = tiny(
        units="name;sector\nNAV;sosial", external_actors="name;actor_type\nNAV stat;nav-stat"
    )

    assert pairs(graph) == {("nav", "nav-stat")}
    assert pair_engine(graph).counts().cross_sector == 0


def test_an_external_actor_has_its_own_sector_before_that_of_its_type():
    graph = tiny(
        units="name;sector\nNAV;sosial",
        external_actors="name;actor_type;sector\nNAV stat;nav-stat;annet",
    )

    assert pair_engine(graph).counts().cross_sector == 1


# Linked and meets


def test_a_link_covers_directly():
    assert coverage(tiny(units=ASKED, links="from;to\nRus;Bolig")) is DIRECT


def test_an_acquaintance_covers_nothing():
    links = "from;to;strength\nRus;Bolig;kjennskap"

    assert coverage(tiny(units=ASKED, links=links)) is NONE


def test_a_referral_covers_nothing():
    assert coverage(tiny(units=ASKED, referrals="from;to\nRus;Bolig")) is NONE


def test_an_agreement_covers_until_it_has_expired():
    links = "from;to;agreement;valid_to\nRus;Bolig;Avtale;2026-06-30"

    def on(day: date) -> Coverage:
        return coverage(tiny(AnalysisOptions(as_of=day), units=ASKED, links=links))

    assert on(date(2026, 6, 30)) is DIRECT
    assert on(date(2026, 7, 1)) is NONE


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("leder", ARENA),
        ("medlem", ARENA),
        ("", ARENA),
        ("ved behov", NONE),
        ("observatør", NONE),
    ],
)
def test_two_meet_when_both_lead_or_are_members(role: str, expected: Coverage):
    graph = tiny(
        units=ASKED,
        arenas="name\nForum",
        participation=f"actor;arena;role\nBolig;Forum;medlem\nRus;Forum;{role}",
    )

    assert coverage(graph) is expected


def test_a_link_is_told_before_an_arena():
    graph = tiny(
        units=ASKED,
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum\nRus;Forum",
        links="from;to\nBolig;Rus",
    )

    assert coverage(graph) is DIRECT


@pytest.mark.parametrize(
    ("cells", "options", "expected"),
    [
        ("samordning;12;", AnalysisOptions(as_of=TODAY), ARENA),
        ("informasjon;12;", AnalysisOptions(as_of=TODAY), NONE),
        (";12;2026-11-23", AnalysisOptions(as_of=TODAY), ARENA),
        (";12;2026-11-22", AnalysisOptions(as_of=TODAY), NONE),
        (";12;", AnalysisOptions(as_of=TODAY, max_arena_size=2), ARENA),
        (";12;", AnalysisOptions(as_of=TODAY, max_arena_size=1), NONE),
        (";12;", AnalysisOptions(as_of=TODAY, min_meetings=12), ARENA),
        (";11;", AnalysisOptions(as_of=TODAY, min_meetings=12), NONE),
        (";;", AnalysisOptions(as_of=TODAY, min_meetings=12), ARENA),
    ],
)
def test_only_a_working_arena_is_a_meeting_place(
    cells: str, options: AnalysisOptions, expected: Coverage
):
    graph = tiny(
        options,
        units=ASKED,
        arenas=f"name;kind;meetings_per_year;valid_to\nForum;{cells}",
        participation="actor;arena\nBolig;Forum\nRus;Forum",
    )

    assert coverage(graph) is expected


def test_two_arenas_do_not_make_those_in_each_meet():
    graph = tiny(
        units=ASKED,
        arenas="name;participants_complete\nForum;ja\nTeam;ja",
        participation="actor;arena\nBolig;Forum\nRus;Team",
    )

    assert coverage(graph) is NONE


# Units above and below


def test_those_above_have_the_meetings_of_those_below_and_never_the_other_way():
    arena = "name;participants_complete\nForum;ja"
    below = tiny(units=LINE, arenas=arena, participation="actor;arena\nBunn;Forum\nRus;Forum")
    boss = tiny(units=LINE, arenas=arena, participation="actor;arena\nTopp;Forum\nRus;Forum")

    assert coverage(below, "topp", "rus") is ARENA
    assert coverage(below, "side", "rus") is NONE
    assert coverage(boss, "topp", "rus") is ARENA
    assert coverage(boss, "bunn", "rus") is NONE


def test_those_above_have_the_links_of_those_below_and_never_the_other_way():
    below = tiny(units=LINE, links="from;to\nRus;Bunn")
    boss = tiny(units=LINE, links="from;to\nRus;Topp")

    assert coverage(below, "topp", "rus") is DIRECT
    assert coverage(below, "side", "rus") is NONE
    assert coverage(boss, "bunn", "rus") is NONE


def test_both_ends_have_the_ties_of_those_below():
    graph = tiny(
        units="name;sector;part_of\nA;bolig;\nB;bolig;A\nC;helse;\nD;helse;C",
        links="from;to\nD;B",
    )

    assert coverage(graph, "a", "c") is DIRECT
    assert coverage(graph, "a", "d") is DIRECT


# What cannot be known


def with_list(
    complete: str, *listed: str, asked: tuple[str, str] = ("", ""), kind: str = ""
) -> Graph:
    return tiny(
        units=f"name;sector;surveyed\nBolig;bolig;{asked[0]}\nRus;helse;{asked[1]}\nVert;plan;",
        arenas=f"name;participants_complete;kind\nForum;{complete};{kind}",
        participation="\n".join(["actor;arena;role", *listed]),
    )


BOLIG_MEMBER, BOLIG_ON_CALL = "Bolig;Forum;medlem", "Bolig;Forum;ved behov"
RUS_ON_CALL, RUS_OBSERVER, HOST = "Rus;Forum;ved behov", "Rus;Forum;observatør", "Vert;Forum;leder"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([HOST], NOT_ASSESSED),
        ([BOLIG_MEMBER], NOT_ASSESSED),
        ([], NOT_ASSESSED),
        ([BOLIG_MEMBER, RUS_ON_CALL], NONE),
        ([BOLIG_MEMBER, RUS_OBSERVER], NONE),
        ([HOST, BOLIG_ON_CALL], NONE),
    ],
)
def test_an_open_list_could_have_shown_those_not_listed_as_on_call_or_observer(
    listed: list[str], expected: Coverage
):
    assert coverage(with_list("nei", *listed)) is expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([BOLIG_MEMBER], NOT_ASSESSED),
        ([HOST], NONE),
        ([BOLIG_MEMBER, RUS_ON_CALL], NONE),
        ([BOLIG_MEMBER, RUS_OBSERVER], NONE),
        ([HOST, BOLIG_ON_CALL], NONE),
    ],
)
def test_a_silent_list_could_have_shown_one_who_is_missing_beside_one_who_takes_part(
    listed: list[str], expected: Coverage
):
    assert coverage(with_list("", *listed)) is expected


def test_a_list_without_names_is_open_unless_said_to_be_complete():
    assert coverage(with_list("")) is NOT_ASSESSED
    assert coverage(with_list("ja")) is NONE


def test_a_complete_list_leaves_no_doubt():
    assert coverage(with_list("ja", BOLIG_MEMBER)) is NONE


def test_unknown_is_the_same_as_no_word():
    assert coverage(with_list("ukjent", BOLIG_MEMBER)) is NOT_ASSESSED
    assert coverage(with_list("ukjent", HOST)) is NONE


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("", ""), NOT_ASSESSED),
        (("ja", ""), NOT_ASSESSED),
        (("", "2026-01-01"), NOT_ASSESSED),
        (("nei", "ja"), NOT_ASSESSED),
        (("ja", "2026-01-01"), NONE),
    ],
)
def test_there_is_doubt_until_both_were_asked(asked: tuple[str, str], expected: Coverage):
    assert coverage(with_list("nei", HOST, asked=asked)) is expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [("", NONE), ("arenaer", NONE), ("kontakt", NOT_ASSESSED), ("mål", NOT_ASSESSED)],
)
def test_only_whoever_told_its_arenas_is_missing_from_no_list(about: str, expected: Coverage):
    graph = tiny(
        units="name;sector;surveyed;surveyed_about\n"
        f"Bolig;bolig;ja;{about}\nRus;helse;ja;arenaer\nVert;plan;;",
        arenas="name;participants_complete\nForum;nei",
        participation="actor;arena\nVert;Forum",
    )

    assert coverage(graph) is expected


def answered(*links: str, participation: str = "Vert;Forum", units: str = "") -> Graph:
    """Two that nobody asked, an open list, and what is said of their contact."""
    return tiny(
        units=units or "name;sector\nBolig;bolig\nRus;helse\nVert;plan",
        arenas="name;participants_complete\nForum;nei",
        participation=f"actor;arena\n{participation}",
        links="\n".join(["from;to;strength;reported_by", *links]),
    )


def test_the_answer_that_there_is_no_contact_settles_a_pair_whatever_lists_are_open():
    assert coverage(answered()) is NOT_ASSESSED
    assert coverage(answered("Bolig;Rus;ingen kontakt;én part")) is NONE
    assert coverage(answered("Rus;Bolig;ingen kontakt;begge")) is NONE


@pytest.mark.parametrize("reported_by", ["tredjepart", ""])
def test_what_neither_of_the_two_answers_settles_nothing(reported_by: str):
    assert coverage(answered(f"Bolig;Rus;ingen kontakt;{reported_by}")) is NOT_ASSESSED


@pytest.mark.parametrize(
    ("other", "expected"),
    [("ingen kontakt", NONE), ("kjennskap", NOT_ASSESSED), ("samarbeid", DIRECT)],
)
def test_it_settles_nothing_where_the_other_end_says_more(other: str, expected: Coverage):
    graph = answered("Bolig;Rus;ingen kontakt;én part", f"Rus;Bolig;{other};én part")

    assert coverage(graph) is expected


def test_those_who_meet_are_covered_whatever_one_of_them_answers():
    graph = answered("Bolig;Rus;ingen kontakt;", participation="Bolig;Forum\nRus;Forum")

    assert coverage(graph) is ARENA


def test_an_answer_is_about_the_two_that_it_names_and_nobody_above_or_below():
    units = "name;sector;part_of\nTopp;sosial;\nBunn;bolig;Topp\nRus;helse;\nVert;plan;"
    below = answered("Bunn;Rus;ingen kontakt;én part", units=units)
    boss = answered("Topp;Rus;ingen kontakt;én part", units=units)

    assert coverage(below, "bunn") is coverage(boss, "topp") is NONE
    assert coverage(below, "topp") is coverage(boss, "bunn") is NOT_ASSESSED


def test_the_list_of_an_arena_that_does_not_work_could_have_shown_nothing():
    assert coverage(with_list("nei", BOLIG_MEMBER, kind="informasjon")) is NONE


def test_what_is_covered_is_never_in_doubt():
    assert coverage(with_list("nei", BOLIG_MEMBER, "Rus;Forum;medlem")) is ARENA


def test_one_list_that_could_have_shown_a_pair_is_enough_for_doubt():
    graph = tiny(
        units="name;sector\nBolig;bolig\nRus;helse",
        arenas="name;participants_complete\nForum;nei\nTeam;",
        participation=f"actor;arena;role\n{BOLIG_ON_CALL}\nBolig;Team;medlem",
    )

    assert coverage(graph) is NOT_ASSESSED


def test_a_boss_is_as_known_on_a_list_as_those_below_it():
    graph = tiny(
        units="name;sector;part_of\nTopp;sosial;\nBunn;bolig;Topp\nRus;helse;",
        arenas="name\nForum",
        participation="actor;arena;role\nBunn;Forum;ved behov\nRus;Forum;leder",
    )

    assert coverage(graph, "topp", "rus") is NONE


def test_those_below_are_not_known_by_their_boss_on_a_list():
    graph = tiny(
        units="name;sector;part_of\nTopp;sosial;\nBunn;bolig;Topp\nRus;helse;",
        arenas="name\nForum",
        participation="actor;arena;role\nTopp;Forum;ved behov\nRus;Forum;leder",
    )

    assert coverage(graph, "bunn", "rus") is NOT_ASSESSED
    assert coverage(graph, "topp", "rus") is NONE


def test_the_arena_whose_list_could_have_shown_a_pair_is_named():
    graph = with_list("nei", HOST)
    engine = pair_engine(graph)
    bolig, rus = engine.position["bolig"], engine.position["rus"]

    assert [arena for arena, mask in engine.lists.shown_by(bolig) if mask >> rus & 1] == ["forum"]


# Needs


def test_a_pair_with_two_grounds_stands_once():
    graph = tiny(
        units="name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre",
        referrals="from;to\nRus;Bolig\nBolig;Rus",
    )
    missing = pair_engine(graph).missing_pairs(Ground.TARGET_GROUP, Ground.REFERRAL)

    assert list(missing) == [("bolig", "rus")]
    assert len(missing) == 1


def test_a_pair_is_missing_or_not_assessed_and_never_both():
    graph = tiny(
        units="name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre\nPlan;plan;eldre",
        arenas="name\nForum",
        participation="actor;arena\nBolig;Forum",
    )
    engine = pair_engine(graph)

    assert list(engine.missing_pairs(Ground.TARGET_GROUP)) == [("plan", "rus")]
    assert list(engine.not_assessed_pairs(Ground.TARGET_GROUP)) == [
        ("bolig", "plan"),
        ("bolig", "rus"),
    ]


def test_tasks_are_an_actors_own_so_a_boss_does_not_need_what_those_below_need():
    graph = tiny(
        units="name;sector;part_of;target_groups\nTopp;sosial;;\nBunn;bolig;Topp;eldre\n"
        "Rus;helse;;eldre",
    )

    assert list(pair_engine(graph).missing_pairs(Ground.TARGET_GROUP)) == [("bunn", "rus")]


def test_strategies_and_measures_are_shared_as_goals_are():
    graph = tiny(
        units="name;sector\nBolig;bolig\nRus;helse\nPlan;plan",
        strategies="name\nVei",
        measures="name\nTiltak",
        goal_owners="actor;goal;role\nBolig;Vei;eier\nRus;Vei;\nRus;Tiltak;\nPlan;Tiltak;",
    )

    assert list(pair_engine(graph).missing_pairs(Ground.GOAL)) == [
        ("bolig", "rus"),
        ("plan", "rus"),
    ]


# Figures


def test_congruence_counts_documented_not_documented_and_not_known():
    graph = tiny(
        units='name;sector;target_groups\nA;bolig;eldre\nB;helse;eldre\nC;plan;eldre\nD;helse;""',
        arenas="name;participants_complete\nForum;\nTeam;ja",
        participation="actor;arena\nA;Forum\nD;Forum",
        links="from;to\nA;B",
    )

    figure = pair_engine(graph).congruence(Ground.TARGET_GROUP)

    assert figure == ThreeFigures(documented=1, not_documented=1, not_known=1)


def test_without_any_tie_nothing_of_the_pairs_is_known():
    units = "name;sector;target_groups\nA;bolig;eldre\nB;helse;eldre\nC;plan;eldre"
    untied = pair_engine(tiny(units=units))
    tied = pair_engine(tiny(units=units, links="from;to\nA;B"))

    assert untied.congruence(Ground.TARGET_GROUP) == ThreeFigures(not_known=3)
    assert (untied.counts().none, untied.counts().not_assessed) == (0, 3)
    assert tied.congruence(Ground.TARGET_GROUP) == ThreeFigures(documented=1, not_documented=2)


def test_needs_inside_a_sector_or_a_line_are_not_counted():
    graph = tiny(
        units="name;sector;part_of;target_groups\nA;bolig;;eldre\nB;bolig;;eldre\nC;helse;A;eldre",
        external_actors="name;actor_type;target_groups\nHusbanken;husbanken;eldre",
    )

    # Left: B-C and C-Husbanken.
    assert pair_engine(graph).congruence(Ground.TARGET_GROUP).total == 2


def test_the_counts_split_the_pairs_across_sectors():
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse\nC;plan\nD;plan",
        arenas="name;participants_complete\nForum;\nTeam;ja",
        participation="actor;arena\nA;Team\nC;Team\nB;Forum",
        links="from;to\nA;B",
    )
    counts = pair_engine(graph).counts()

    # Pairs: 6, of which C-D is inside a sector. B may meet C and D in Forum. A-D is missing.
    assert (counts.all, counts.cross_sector) == (6, 5)
    assert (counts.direct, counts.arena, counts.none, counts.not_assessed) == (1, 1, 1, 2)


def test_an_empty_municipality_has_no_pairs():
    counts = pair_engine(tiny()).counts()

    assert (counts.all, counts.cross_sector, counts.none) == (0, 0, 0)
