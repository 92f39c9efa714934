"""What may be missing is told on the map as the report tells it, and what is left out is said."""

from io import StringIO
from json import loads

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import name
from samordning_graph.map import gaps as module
from samordning_graph.map.gaps import gaps, pair_ties
from samordning_graph.report.data import findings_json as json_format
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.finding import Basis
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny

SETS = ("eksempel", "stord", "hammerfest", "balsfjord", "halden")
APART = {
    "units": "name;sector;surveyed\nA;bolig;ja\nB;helse;ja\nC;plan;ja",
    "goals": "name\nG",
    "goal_owners": "actor;goal\nA;G\nB;G",
    "arenas": "name\nForum",
    "participation": "actor;arena\nA;Forum\nC;Forum",
}


def as_report(graph):
    stream = StringIO()
    json_format.write(Report(graph), stream)
    return loads(stream.getvalue())


@pytest.mark.parametrize("data", SETS)
def test_the_findings_are_those_of_the_report(data):
    graph = municipality(data)
    told = {
        (one.finding.identity.rule, one.finding.identity.subject, *one.finding.identity.related)
        for one in gaps(graph).told
        if not one.is_open
    }
    reported = {
        (one["rule"], one["subject"], *one["related"]) for one in as_report(graph)["findings"]
    }
    assert told == reported


@pytest.mark.parametrize("data", SETS)
def test_the_pairs_are_those_of_the_report(data):
    graph = municipality(data)
    drawn = {(tie.kind, tie.one, tie.other) for tie in gaps(graph).ties if tie.kind != "accepted"}
    kinds = {"none": "missing", "not_assessed": "not_assessed"}
    duties = ("LINK01", "LINK02")
    reported = {
        (kinds[one["coverage"]], one["a"], one["b"])
        for one in as_report(graph)["missing_pairs"]
        if any(ground["rule"] not in duties for ground in one["grounds"])
    }
    accepted = {(tie.one, tie.other) for tie in gaps(graph).ties if tie.kind == "accepted"}
    assert drawn == {one for one in reported if one[1:] not in accepted}


def test_the_strongest_is_told_first_and_what_is_open_last():
    told = gaps(municipality("eksempel")).told
    found = [one.finding.basis for one in told if not one.is_open and not one.finding.accepted]
    assert found == sorted(found, reverse=True)
    assert [one.is_open for one in told] == sorted(one.is_open for one in told)
    assert found[0] > Basis.HINT


def test_a_pair_carries_the_seat_that_it_could_be_offered():
    graph = tiny(**APART)
    (pair,) = [one for one in gaps(graph).told if one.finding.identity.rule == "LINK03"]
    assert pair.about == ("a", "b")
    assert pair.seat is not None
    assert (pair.seat.guest, pair.seat.arena, pair.seat.host) == ("b", "forum", "a")
    assert name(graph, "forum") in pair.finding.next_step


def test_an_accepted_gap_is_a_line_of_its_own_kind():
    accepted = tiny(**APART, accepted_gaps="code;subject;related;reason\nLINK03;A;B;Vet det")
    expired = tiny(
        **APART, accepted_gaps="code;subject;related;reason;expires\nLINK03;A;B;Vet det;2020"
    )
    assert [tie.kind for tie in gaps(accepted).ties] == ["accepted"]
    assert [tie.kind for tie in gaps(expired).ties] == ["missing"]


def test_what_nobody_can_tell_is_a_question_and_no_gap():
    graph = tiny(
        **{
            **APART,
            "units": "name;sector\nA;bolig\nB;helse\nC;plan",
            "arenas": "name;participants_complete\nForum;nei",
        }
    )
    (pair,) = [one for one in gaps(graph).told if one.finding.identity.rule == "LINK03"]
    assert pair.is_open
    assert pair.finding.coverage is Coverage.NOT_ASSESSED
    assert [tie.kind for tie in gaps(graph).ties] == ["not_assessed"]
    assert gaps(graph).open_cases["b"]


def test_sectors_and_duties_have_keys_of_their_own():
    told = gaps(municipality("eksempel")).told
    sectors = [one.about for one in told if one.finding.identity.rule == "LINK06"]
    duties = [one.about for one in told if one.finding.identity.rule == "LINK02"]
    assert all(key.startswith("sector:") for about in sectors for key in about)
    assert all(about[0].startswith("duty:") and len(about) > 2 for about in duties)
    assert sectors
    assert duties


def test_a_finding_about_the_municipality_is_about_nothing_on_the_map():
    told = gaps(municipality("hammerfest")).told
    assert {one.about for one in told if one.finding.identity.rule == "PLAN01"} == {()}


def test_two_goals_that_say_the_same_are_a_line():
    (tie,) = pair_ties(municipality("eksempel"), "GOAL05")
    assert tie.kind == "missing"
    assert tie.facts
    assert {identity.rule for identity in tie.about} == {"GOAL05"}


def test_what_is_not_drawn_is_counted(monkeypatch):
    graph = municipality("eksempel")
    whole = gaps(graph)
    monkeypatch.setattr(module, "MOST_PAIRS", 3)
    monkeypatch.setattr(module, "MOST_OF_A_RULE", 1)
    cut = gaps.__wrapped__(graph)
    missing = sum(tie.kind == "missing" for tie in whole.ties)
    assert cut.undrawn[Coverage.NONE] == missing - 3
    assert len(cut.left_out) > 2
    assert whole.left_out == ()
    assert [tie for tie in cut.ties if tie.kind == "missing"] == [
        tie for tie in cut.ties if tie.kind == "missing" and tie in whole.ties
    ]


def test_where_no_tie_is_filled_in_nothing_is_missing():
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse", goals="name\nG", goal_owners="actor;goal\nA;G\nB;G"
    )
    assert gaps(graph).ties == ()
    assert gaps(graph).needed == 0


def test_one_graph_is_told_in_each_language():
    graph = municipality("eksempel")
    with in_language("nb"):
        norwegian = gaps(graph).told
    with in_language("en"):
        english = gaps(graph).told
    with in_language("nb"):
        assert gaps(graph).told is norwegian
    assert norwegian[0].finding.identity == english[0].finding.identity
    assert norwegian[0].finding.observation != english[0].finding.observation
