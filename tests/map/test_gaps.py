"""The map shows what the report shows of what may be missing, and says what it leaves out."""

from io import StringIO
from json import loads

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import node_name, nodes
from samordning_graph.map import gaps as module
from samordning_graph.map.gaps import map_findings, pair_ties
from samordning_graph.report.data import findings_json as json_format
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.schema.tables import Goal
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
    shown = {
        (gap.finding.identity.rule, gap.finding.identity.subject, *gap.finding.identity.related)
        for gap in map_findings(graph).gaps
        if not gap.is_undetermined
    }
    reported = {
        (finding["rule"], finding["subject"], *finding["related"])
        for finding in as_report(graph)["findings"]
    }
    assert shown == reported


@pytest.mark.parametrize("data", SETS)
def test_the_pairs_are_those_of_the_report(data):
    graph = municipality(data)
    drawn = {
        (tie.kind, tie.source, tie.target)
        for tie in map_findings(graph).ties
        if tie.kind != "accepted"
    }
    kinds = {"none": "missing", "not_assessed": "not_assessed"}
    duties = ("LINK01", "LINK02")
    reported = {
        (kinds[pair["coverage"]], pair["a"], pair["b"])
        for pair in as_report(graph)["missing_pairs"]
        if any(ground["rule"] not in duties for ground in pair["grounds"])
    }
    accepted = {
        (tie.source, tie.target) for tie in map_findings(graph).ties if tie.kind == "accepted"
    }
    assert drawn == {
        kind_and_pair for kind_and_pair in reported if kind_and_pair[1:] not in accepted
    }


def test_the_strongest_is_told_first_and_what_is_open_last():
    gaps = map_findings(municipality("eksempel")).gaps
    found = [
        gap.finding.basis for gap in gaps if not gap.is_undetermined and not gap.finding.accepted
    ]
    assert found == sorted(found, reverse=True)
    assert [gap.is_undetermined for gap in gaps] == sorted(gap.is_undetermined for gap in gaps)
    assert found[0] > Basis.HINT


def test_a_pair_carries_the_seat_that_it_could_be_offered():
    graph = tiny(**APART)
    (gap,) = [gap for gap in map_findings(graph).gaps if gap.finding.identity.rule == "LINK03"]
    assert gap.about == ("a", "b")
    assert gap.finding.seat == ("b", "forum", "a", None)
    assert node_name(graph, "forum") in gap.finding.next_step


def test_an_accepted_gap_is_a_line_of_its_own_kind():
    accepted = tiny(**APART, accepted_gaps="code;subject;related;reason\nLINK03;A;B;Vet det")
    expired = tiny(
        **APART, accepted_gaps="code;subject;related;reason;expires\nLINK03;A;B;Vet det;2020"
    )
    assert [tie.kind for tie in map_findings(accepted).ties] == ["accepted"]
    assert [tie.kind for tie in map_findings(expired).ties] == ["missing"]


def test_what_nobody_can_tell_is_a_question_and_no_gap():
    graph = tiny(
        **{
            **APART,
            "units": "name;sector\nA;bolig\nB;helse\nC;plan",
            "arenas": "name;participants_complete\nForum;nei",
        }
    )
    (gap,) = [gap for gap in map_findings(graph).gaps if gap.finding.identity.rule == "LINK03"]
    assert gap.is_undetermined
    assert gap.finding.coverage is Coverage.NOT_ASSESSED
    assert [tie.kind for tie in map_findings(graph).ties] == ["not_assessed"]
    assert map_findings(graph).undetermined_rules["b"]


def test_sectors_and_duties_have_keys_of_their_own():
    gaps = map_findings(municipality("eksempel")).gaps
    sectors = [gap.about for gap in gaps if gap.finding.identity.rule == "LINK06"]
    duties = [gap.about for gap in gaps if gap.finding.identity.rule == "LINK02"]
    assert all(key.startswith("sector:") for about in sectors for key in about)
    assert all(about[0].startswith("duty:") and len(about) > 2 for about in duties)
    assert sectors
    assert duties


def test_a_finding_about_the_municipality_is_about_nothing_on_the_map():
    gaps = map_findings(municipality("eksempel")).gaps
    assert {gap.about for gap in gaps if gap.finding.identity.rule == "PLAN03"} == {()}


def test_two_goals_that_say_the_same_are_a_line():
    graph = municipality("eksempel")
    (tie,) = pair_ties(graph, [goal.id for goal in nodes(graph, Goal)])
    assert tie.kind == "missing"
    assert tie.facts
    assert {identity.rule for identity in tie.about} == {"GOAL05"}


def test_what_is_not_drawn_is_counted(monkeypatch):
    graph = municipality("eksempel")
    whole = map_findings(graph)
    monkeypatch.setattr(module, "MAX_PAIRS", 3)
    monkeypatch.setattr(module, "MAX_FINDINGS", 1)
    cut = map_findings.__wrapped__(graph)
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
    assert map_findings(graph).ties == ()
    assert map_findings(graph).needed == 0


def test_one_graph_is_told_in_each_language():
    graph = municipality("eksempel")
    with in_language("nb"):
        norwegian = map_findings(graph).gaps
    with in_language("en"):
        english = map_findings(graph).gaps
    with in_language("nb"):
        assert map_findings(graph).gaps is norwegian
    assert norwegian[0].finding.identity == english[0].finding.identity
    assert norwegian[0].finding.observation != english[0].finding.observation
