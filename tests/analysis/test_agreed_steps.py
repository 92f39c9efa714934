"""What was agreed, and whether the data show it: unknown is not absent, and a decision is no evidence."""

from datetime import date

import pytest

from samordning_graph.analysis.agreed_steps import (
    Shown,
    WhyNot,
    agreed_steps,
    documented_by_decisions_alone,
    latest_steps,
)
from samordning_graph.graph.coverage_kind import Ground
from tests.helpers.tiny import tiny

TODAY = date(2026, 11, 23)
HEADER = "step;subject;related;code;status;deadline;decided;source;source_date"
ASKED = "id;name;sector;surveyed\nbolig;Boligkontoret;bolig;ja\nrus;Rus;helse;ja\nplan;Plan;plan;"
FORUM = "id;name;participants_complete\nforum;Forum;ja"
DECIDED = "Avtalt i møte;2026-10-01"


def steps(*rows: str, **tables: str):
    """Return the steps of a municipality of three units and a forum, of whom two were asked."""
    follow_up = "\n".join([HEADER, *rows])
    return agreed_steps(tiny(**{"units": ASKED, "arenas": FORUM, "follow_up": follow_up, **tables}))


def seen(row: str, **tables: str):
    (step,) = steps(row, **tables)
    return step.shown, step.why_not


BOTH = {"participation": "actor;arena\nbolig;forum\nrus;forum"}
NOBODY = {"participation": "actor;arena\nplan;forum"}
OPEN = {"arenas": "id;name\nforum;Forum", "participation": "actor;arena"}


def test_two_who_now_meet_are_shown_with_where():
    (step,) = steps("Møtes;Boligkontoret;rus;;;;;;", **BOTH)

    assert (step.shown, step.why_not) == (Shown.YES, None)
    assert step.about == ("bolig", "rus")
    assert [tie.arena for tie in step.ties] == ["forum"]


def test_two_who_were_asked_and_do_not_meet_are_not_shown_yet():
    assert seen("Møtes;bolig;rus;LINK03;;;;;", **NOBODY) == (Shown.NOT_YET, WhyNot.STILL_MISSING)


def test_two_of_whom_nobody_can_tell_cannot_be_seen():
    assert seen("Møtes;plan;rus;;;;;;", **OPEN) == (Shown.CANNOT_BE_SEEN, WhyNot.NOT_KNOWN)


def test_of_several_every_two_must_meet():
    everyone = {"participation": "actor;arena\nbolig;forum\nrus;forum\nplan;forum"}
    row = 'Møtes;bolig;"rus;plan";;;;;;'

    assert seen(row, **everyone) == (Shown.YES, None)
    assert seen(row, **BOTH)[0] is Shown.NOT_YET


@pytest.mark.parametrize(
    ("participation", "arena", "shown"),
    [
        ("plan;forum;", "forum;Forum;ja", Shown.YES),
        ("plan;forum;observatør", "forum;Forum;ja", Shown.NOT_YET),
        ("bolig;forum;", "forum;Forum;ja", Shown.NOT_YET),
        ("bolig;forum;", "forum;Forum;", Shown.CANNOT_BE_SEEN),
    ],
)
def test_an_actor_and_an_arena_are_a_seat(participation: str, arena: str, shown: Shown):
    tables = {
        "arenas": f"id;name;participants_complete\n{arena}",
        "participation": f"actor;arena;role\n{participation}",
    }

    assert seen("Inviter;plan;Forum;;;;;;", **tables)[0] is shown


def test_a_seat_in_an_arena_that_has_ended_shows_nothing():
    ended = {"arenas": "id;name;valid_to\nforum;Forum;2026-06-30"}

    assert seen("Inviter;bolig;forum;;;;;;", **ended, **BOTH) == (
        Shown.NOT_YET,
        WhyNot.STILL_MISSING,
    )


def test_a_seat_that_the_actor_itself_was_asked_about_is_not_shown_yet():
    assert seen("Inviter;bolig;forum;;;;;;", **OPEN) == (Shown.NOT_YET, WhyNot.STILL_MISSING)


@pytest.mark.parametrize(
    ("mandate", "shown"),
    [("Vedtatt", Shown.YES), ("nei", Shown.NOT_YET), ("", Shown.CANNOT_BE_SEEN)],
)
def test_a_code_is_shown_where_the_rule_looked_and_finds_it_no_more(mandate: str, shown: Shown):
    arenas = f"id;name;mandate;basis\nforum;Forum;{mandate};{mandate}\nannen;Annen;Vedtatt;"
    row = "Lag mandat;forum;;ARENA01;;;;;"

    assert seen(row, arenas=arenas, participation=BOTH["participation"])[0] is shown


def test_an_own_requirement_is_shown_with_what_meets_it():
    own = {"local_requirements": "actor_a;actor_b;reason\nbolig;rus;Vedtatt"}
    row = 'Møtes;local-bolig-rus;"bolig;rus";LINK01;;;;;'
    (step,) = steps(row, **own, **BOTH)

    assert (step.shown, [tie.arena for tie in step.ties]) == (Shown.YES, ["forum"])
    assert seen(row, **own, **NOBODY)[0] is Shown.NOT_YET


@pytest.mark.parametrize("code", ["LINK01", "LINK06", "SELF01", "FRAG03x"])
def test_two_under_a_code_that_is_not_about_them_are_two_all_the_same(code: str):
    assert seen(f"Møtes;bolig;rus;{code};;;;;", **NOBODY)[0] is Shown.NOT_YET
    assert seen(f"Møtes;bolig;rus;{code};;;;;", **BOTH)[0] is Shown.YES


@pytest.mark.parametrize(
    ("row", "why_not"),
    [
        ("Se på;forum;;LINK01;;;;;", WhyNot.NOT_IN_GRAPH),
        ("Kjøp kaffe;;;;;;;;", WhyNot.NOT_SAID),
        ("Lag mandat;;;ARENA01;;;;;", WhyNot.NOT_SAID),
        ("Snakk om;bolig;;;;;;;", WhyNot.NOT_IN_GRAPH),
        ("Snakk om;bolig;;XX99;;;;;", WhyNot.NOT_IN_GRAPH),
        ("Møtes;bolig;Lagt ned;;;;;;", WhyNot.NOT_IN_DATA),
        ("Møtes;ukjent-plikt;;LINK01;;;;;", WhyNot.NOT_IN_DATA),
    ],
)
def test_what_the_graph_does_not_hold_cannot_be_seen(row: str, why_not: WhyNot):
    assert seen(row, **BOTH) == (Shown.CANNOT_BE_SEEN, why_not)


def test_two_of_one_name_are_not_guessed_between():
    units = f"{ASKED}\nannen;Rus;sosial;"

    assert seen("Møtes;bolig;Rus;;;;;;", units=units, **BOTH)[0] is Shown.YES
    assert seen("Møtes;bolig;rus 2;;;;;;", units=units, **BOTH)[1] is WhyNot.NOT_IN_DATA
    units = units.replace("rus;Rus;", "r1;Rus;")
    assert seen(
        "Møtes;bolig;Rus;;;;;;", units=units, participation="actor;arena\nbolig;forum\nr1;forum"
    ) == (Shown.CANNOT_BE_SEEN, WhyNot.NOT_IN_GRAPH)


# What the meeting itself wrote


@pytest.mark.parametrize(
    "decided",
    [
        {"links": f"from;to;strength;source;source_date\nbolig;rus;samarbeid;{DECIDED}"},
        {"participation": f"actor;arena;source;source_date\nbolig;forum;;\nrus;forum;{DECIDED}"},
    ],
)
def test_a_row_that_the_meeting_wrote_shows_nothing_and_done_is_what_somebody_reports(decided):
    row = "Møtes;bolig;rus;;{};;2026-10-01;" + DECIDED
    tables = {**NOBODY, **decided}

    assert seen(row.format(""), **tables) == (Shown.NOT_YET, WhyNot.ONLY_DECIDED)
    assert seen(row.format("i gang"), **tables) == (Shown.NOT_YET, WhyNot.ONLY_DECIDED)
    assert seen(row.format("gjort"), **tables) == (Shown.REPORTED, None)


@pytest.mark.parametrize(
    "origin", ["2026-10-02;" + DECIDED, "2026-10-01;Referat;2026-10-01", "2026-10-01;;", ";;"]
)
def test_a_corrected_date_or_source_of_an_open_step_makes_no_evidence_of_its_row(origin):
    links = f"from;to;strength;source;source_date\nbolig;rus;samarbeid;{DECIDED}"

    for status in ("", "i gang"):
        assert seen(f"Møtes;bolig;rus;;{status};;{origin}", links=links, **NOBODY) == (
            Shown.NOT_YET,
            WhyNot.ONLY_DECIDED,
        )
    seat = {"participation": f"actor;arena;source;source_date\nbolig;forum;;\nrus;forum;{DECIDED}"}
    assert seen(f"Møtes;bolig;rus;;;;{origin}", **seat)[1] is WhyNot.ONLY_DECIDED


@pytest.mark.parametrize(
    "origin", ["Intervju;2026-10-01", "Opplyst i møte 01.10.2026;2026-10-01", "Intervju;", ";"]
)
def test_a_row_that_tells_what_is_so_is_evidence(origin):
    links = f"from;to;strength;source;source_date\nbolig;rus;samarbeid;{origin}"

    assert seen(f"Møtes;bolig;rus;;;;2026-10-01;{DECIDED}", links=links, **NOBODY)[0] is Shown.YES


@pytest.mark.parametrize("status", ["", "gjort"])
def test_a_source_of_ones_own_is_a_meetings_on_the_day_that_it_agreed(status):
    tables = {
        **NOBODY,
        "links": "from;to;strength;source;source_date\nbolig;rus;samarbeid;Styringsgruppa;{}",
    }
    row = f"Møtes;bolig;rus;;{status};;2026-10-01;styringsgruppa;2026-10-01"

    def on(day: str):
        return seen(row, **tables | {"links": tables["links"].format(day)})[0]

    assert on("2026-10-01") is (Shown.REPORTED if status else Shown.NOT_YET)
    assert on("2026-09-01") is Shown.YES


def test_of_two_steps_of_a_meeting_the_one_that_is_done_makes_its_own_row_count():
    rows = (
        f"Møtes;bolig;rus;;;;2026-10-01;{DECIDED}",
        f"Møtes;bolig;plan;;gjort;;2026-10-01;{DECIDED}",
    )
    links = (
        "from;to;strength;source;source_date\n"
        f"bolig;rus;samarbeid;{DECIDED}\nplan;bolig;samarbeid;{DECIDED}"
    )

    opened, done = steps(*rows, links=links, **NOBODY)
    assert (opened.why_not, done.shown) == (WhyNot.ONLY_DECIDED, Shown.REPORTED)
    again, _done = steps(rows[1].replace("gjort", ""), rows[1], links=links, **NOBODY)
    assert again.why_not is WhyNot.ONLY_DECIDED
    graph = tiny(
        units=ASKED,
        arenas=FORUM,
        referrals="from;to\nbolig;rus\nbolig;plan",
        links=links,
        follow_up="\n".join([HEADER, *rows]),
        **NOBODY,
    )
    assert documented_by_decisions_alone(graph, [Ground.REFERRAL]) == 1


def test_another_tie_of_the_two_shows_it_beside_what_the_meeting_wrote():
    links = f"from;to;strength;source;source_date\nbolig;rus;samarbeid;{DECIDED}"
    (step,) = steps(f"Møtes;bolig;rus;;;;2026-10-01;{DECIDED}", links=links, **BOTH)

    assert (step.shown, [tie.arena for tie in step.ties]) == (Shown.YES, ["forum"])


def test_what_only_knew_of_each_other_before_is_only_decided():
    links = (
        "from;to;strength;source;source_date\nbolig;rus;kjennskap;Intervju;2026-01-01\n"
        f"bolig;rus;samarbeid;{DECIDED}"
    )

    assert seen(f"Møtes;bolig;rus;;;;2026-10-01;{DECIDED}", links=links, **NOBODY) == (
        Shown.NOT_YET,
        WhyNot.ONLY_DECIDED,
    )


def documented_by_decisions(status: str, source: str) -> int:
    graph = tiny(
        units=ASKED,
        arenas=FORUM,
        participation="actor;arena\nplan;forum",
        referrals="from;to\nbolig;rus",
        links=f"from;to;strength;source;source_date\nbolig;rus;samarbeid;{source}",
        follow_up=f"{HEADER}\nMøtes;bolig;rus;;{status};;2026-10-01;{DECIDED}",
    )
    return documented_by_decisions_alone(graph, [Ground.REFERRAL])


def test_a_pair_is_documented_by_a_decision_alone_until_it_is_done_or_another_row_says_so():
    assert documented_by_decisions("", DECIDED) == 1
    assert documented_by_decisions("gjort", DECIDED) == 0
    assert documented_by_decisions("", "Intervju;2026-09-01") == 0


# In which order, and which of them


def test_open_steps_come_first_and_the_overdue_before_the_others():
    found = steps(
        "Gjort;;;;gjort;2026-01-01;;;",
        "Senere;;;;;2027-01-15;;;",
        "Uten frist;;;;;;;;",
        "Passert;;;;i gang;2026-11-22;;;",
        "I dag;;;;;2026-11-23;;;",
    )

    assert [(each.step.step, each.is_overdue) for each in found] == [
        ("Passert", True),
        ("I dag", False),
        ("Senere", False),
        ("Uten frist", False),
        ("Gjort", False),
    ]


def test_a_meeting_goes_through_what_is_open_what_was_agreed_last_and_done_that_is_not_shown():
    found = steps(
        "Åpen;;;;;;2026-08-01;;",
        "Gammel;;;;gjort;;2026-08-01;;",
        "Bortfalt;;;;falt bort;;2026-08-01;;",
        "Sist;;;;gjort;;2026-10-01;;",
        "Ikke vist;bolig;rus;;gjort;;2026-08-01;;",
        **NOBODY,
    )

    assert {each.step.step for each in latest_steps(found, TODAY)} == {
        "Åpen",
        "Sist",
        "Ikke vist",
    }
    assert latest_steps((), TODAY) == []


def test_an_agreement_of_a_day_to_come_is_not_what_was_agreed_last():
    found = steps("Sist;;;;gjort;;2026-10-01;;", "Tastefeil;;;;gjort;;2062-10-01;;")

    assert [each.step.step for each in latest_steps(found, TODAY)] == ["Sist"]
