"""What has changed between two data sets: closed, new, and whether only the data have."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from samordning_graph import build, read_model
from samordning_graph.analysis.diff import (
    Cause,
    Diff,
    diff,
    rules_that_differ,
    snapshot,
    snapshot_of_report,
)
from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.report.documents.changes import diff_blocks
from samordning_graph.report.findings_report import Report
from samordning_graph.report.write import write_report
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.register import RULES
from tests.helpers.cases import few
from tests.helpers.oracle import Tables
from tests.helpers.tiny import TODAY, tiny
from tests.rules.test_properties import OPTIONS, graph_of, municipalities

LINK03 = [rule for rule in RULES if rule.code == "LINK03"]
PAIR = FindingId("LINK03", "b", ("h",))
SHARED = {
    "units": "id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja",
    "goals": "id;name\nm;Et mål",
    "goal_owners": "actor;goal\nb;m\nh;m",
    "referrals": "from;to\nb;h",
}
UNKNOWN = {
    "units": SHARED["units"].replace(";ja", ";"),
    "arenas": "name;participants_complete\nForum;nei",
}


def changed(before: Graph, after: Graph) -> Diff:
    return diff(snapshot(before, LINK03), snapshot(after, LINK03))


def municipality(**more: str) -> Graph:
    return tiny(**SHARED | more)


def causes(changes) -> list[tuple[FindingId, Cause]]:
    return [(change.identity, change.cause) for change in changes]


def test_a_link_that_is_made_closes_a_finding_in_the_network():
    change = changed(municipality(), municipality(links="from;to\nb;h"))

    assert causes(change.closed) == [(PAIR, Cause.NETWORK)]
    assert change.new == ()


def test_a_link_that_ends_is_new_in_the_network():
    change = changed(municipality(links="from;to\nb;h"), municipality())

    assert causes(change.new) == [(PAIR, Cause.NETWORK)]


def test_what_could_not_be_told_before_is_new_only_in_the_data():
    assert causes(changed(municipality(**UNKNOWN), municipality()).new) == [(PAIR, Cause.DATA)]


def test_what_can_no_longer_be_told_is_gone_only_in_the_data():
    assert causes(changed(municipality(), municipality(**UNKNOWN)).closed) == [(PAIR, Cause.DATA)]


def test_an_actor_that_was_not_in_the_data_is_no_change_of_the_network():
    without = tiny(units="id;name;sector\nb;Bolig;bolig\nx;X;plan", referrals="from;to\nb;x")

    assert causes(changed(without, municipality()).new) == [(PAIR, Cause.DATA)]
    assert causes(changed(municipality(), without).closed) == [(PAIR, Cause.DATA)]


def test_a_new_name_is_no_change_and_is_told():
    renamed = municipality(units=SHARED["units"].replace("Helse;", "Helse og mestring;"))
    change = changed(municipality(), renamed)

    assert change.is_empty
    assert change.unchanged == 1
    assert change.renamed == (("h", "Helse", "Helse og mestring"),)


def test_a_rule_that_only_one_of_them_has_is_left_out():
    change = diff(snapshot(municipality(), LINK03), snapshot(municipality(), RULES[:1]))

    assert (change.closed, change.new, change.unchanged) == ((), (), 0)


@few
@given(municipalities(), OPTIONS)
def test_a_data_set_and_itself_differ_in_nothing(tables: Tables, options: AnalysisOptions):
    change = diff(*(snapshot(graph_of(tables, options)) for _time in range(2)))

    assert change.is_empty
    assert change.renamed == ()
    assert change.unchanged == len(change.after.found)


@pytest.mark.slow
@few
@given(municipalities(), municipalities(), OPTIONS)
def test_closed_one_way_is_new_the_other_way(left: Tables, right: Tables, options: AnalysisOptions):
    first, second = (snapshot(graph_of(tables, options)) for tables in (left, right))
    forth, back = diff(first, second), diff(second, first)

    assert forth.closed == back.new
    assert forth.new == back.closed
    assert forth.unchanged == back.unchanged


@pytest.mark.parametrize("name", ["eksempel", "stord", "hammerfest", "balsfjord", "halden"])
def test_an_earlier_report_says_what_its_data_said(name: str, tmp_path):
    graph = build(read_model(f"data/{name}", TODAY), AnalysisOptions(as_of=TODAY))
    file = tmp_path / "rapport.json"
    with file.open("w", encoding="utf-8") as stream:
        write_report(Report(graph), "json", stream)
    earlier, today = snapshot_of_report(json.loads(file.read_text("utf-8"))), snapshot(graph)

    assert earlier.found == today.found
    assert earlier.clauses == today.clauses
    assert earlier.congruence["all"] == today.congruence["all"]
    assert diff(earlier, today).is_empty


def test_two_municipalities_are_told_apart_by_number():
    balsfjord = municipality(municipality="number;name\n5532;Balsfjord")
    change = changed(municipality(), balsfjord)

    assert change.before.number != change.after.number == "5532"


def test_an_answer_that_is_filled_in_is_a_change_in_the_network_of_answers():
    rules = [rule for rule in RULES if rule.code == "SELF01"]
    before, after = (
        snapshot(
            municipality(self_assessment="factor;answer" + f"\nKompetanse;{answer}" * 3), rules
        )
        for answer in ("nei", "ja")
    )

    assert [change.cause for change in diff(before, after).closed] == [Cause.NETWORK]


# An earlier report by other rules

EARLIER = {
    "format": "samordning-report",
    "version": 1,
    "municipality": {"number": "0000", "name": "tiny"},
    "congruence": [],
    "clauses": [],
    "rules": [{"code": code, "examined": 1} for code in ("LINK02", "LINK03")],
    "findings": [{"rule": "LINK03", "subject": "b", "related": ["h"]}],
    "missing_pairs": [],
}
"""What a report of version 1 holds, as far as a comparison reads it."""


def test_a_report_of_version_1_is_still_read():
    earlier = snapshot_of_report(EARLIER)

    assert diff(earlier, snapshot(municipality(), LINK03)).unchanged == 1
    assert earlier.register == ""


@pytest.mark.parametrize(
    ("version", "row"),
    [
        (2, {"needed": 5, "met": 2, "not_assessed": 1, "share": 0.5}),
        (3, {"documented": 2, "not_documented": 2, "not_known": 1, "share_at_least": 0.4}),
    ],
)
def test_the_figures_of_pairs_are_read_as_each_version_tells_them(version: int, row):
    earlier = snapshot_of_report(
        EARLIER | {"version": version, "congruence": [{"ground": "goal", **row}]}
    )

    assert earlier.congruence == {"goal": ThreeFigures(2, 2, 1)}


@pytest.mark.parametrize("other", [{"version": 4}, {"format": "samordning-metrics"}])
def test_a_version_or_format_that_is_not_known_is_refused(other):
    with pytest.raises(ValueError, match=r"4|samordning-metrics"):
        snapshot_of_report(EARLIER | other)


def test_what_another_version_of_a_rule_finds_is_new_by_other_rules():
    before = snapshot(municipality(links="from;to\nb;h"), LINK03)
    after = replace(snapshot(municipality(), LINK03), rules={"LINK03": LINK03[0].version + 1})

    assert causes(diff(before, after).new) == [(PAIR, Cause.RULES)]
    assert causes(diff(after, before).closed) == [(PAIR, Cause.RULES)]


def test_another_duty_register_concerns_the_rules_about_duties_alone():
    today = snapshot(municipality())
    earlier = replace(today, register="")

    assert rules_that_differ(earlier, today) == {"LINK01", "LINK02"}


def test_that_the_rules_are_others_is_told_first():
    today = snapshot(municipality())
    with in_language("en"):
        first, *_others = diff_blocks(diff(replace(today, register=""), today))
        assert "LINK01 and LINK02" in first.text
        assert "other ones" not in next(iter(diff_blocks(diff(today, today)))).text
