"""One answer for one gap: report, map and `suggest` say the same of each."""

import pytest
from hypothesis import given

from samordning_graph.analysis.suggest.answers import answers_of
from samordning_graph.analysis.suggest.gaps import gaps_of
from samordning_graph.analysis.suggest.plan import suggest
from samordning_graph.common.locale import in_language
from samordning_graph.graph.excluded_ties import Exclusion
from samordning_graph.graph.graph import Graph
from samordning_graph.map.gaps import map_findings
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.next_step import invitation, renewal
from tests.analysis.suggest.test_promises import drawn_municipalities
from tests.helpers.cases import few
from tests.helpers.samples import DATA_SETS, hostile, municipality
from tests.rules.test_properties import graph_of

DUTY_RULES = ("LINK01", "LINK02")


def answers_by_gap(graph: Graph) -> dict[tuple[str, ...], tuple]:
    """Return the answer of each gap: of a pair by its ids, of a duty by its id."""
    gaps = gaps_of(graph)
    answers = answers_of(graph, gaps)
    by_gap: dict[tuple[str, ...], tuple] = {}
    for answer in (*answers.renewals, *answers.seats):
        answered = answer if isinstance(answer, tuple) else (answer.agreement, answer.last_day)
        closes = answers.closes(answer)
        for gap in (*closes.pairs(), *((duty.id,) for duty in closes.duties)):
            assert gap not in by_gap
            by_gap[gap] = answered
    return by_gap


def told_by_findings(graph: Graph, findings) -> dict[tuple[str, ...], tuple]:
    """Return the seat, or the agreement to renew, of every finding that is a gap."""
    by_gap: dict[tuple[str, ...], tuple] = {}
    gaps = gaps_of(graph)
    every = {*gaps.pairs(), *((duty.id,) for duty in gaps.duties)}
    for finding in findings:
        rule, subject, related = (
            finding.identity.rule,
            finding.identity.subject,
            finding.identity.related,
        )
        gap = (subject,) if rule in DUTY_RULES else (subject, *related)
        if gap not in every:
            continue
        if finding.seat:
            by_gap[gap] = finding.seat[:2]
        elif "can be renewed" in finding.next_step:
            lapsed = next(tie for tie in finding.excluded if tie.exclusion is Exclusion.LAPSED)
            by_gap[gap] = lapsed.agreement, lapsed.last_day
    return by_gap


def assert_one_answer(graph: Graph) -> None:
    with in_language("en"):
        report = told_by_findings(graph, Report(graph).findings())
        shown = [gap.finding for gap in map_findings(graph).gaps if not gap.is_undetermined]
    assert answers_by_gap(graph) == report == told_by_findings(graph, shown)


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_data_sets_have_one_answer_for_one_gap(name: str):
    assert_one_answer(municipality(name))


def test_so_has_a_hostile_one():
    assert_one_answer(hostile())


@few
@given(drawn_municipalities())
def test_so_has_any_municipality(drawn):
    tables, options, _most = drawn
    assert_one_answer(graph_of(tables, options))


def test_a_step_for_one_gap_is_the_sentence_of_the_report():
    graph = municipality("eksempel")
    with in_language("nb"):
        sentences = {finding.next_step for finding in Report(graph).findings()}
        plan = suggest(graph, 50)
        seats = [step for step in plan.seats if len(step.hosts) == 1]
        assert seats
        assert plan.renewals
        assert {invitation(graph, step.seat, step.hosts) for step in seats} <= sentences
        assert {renewal(step.lapsed) for step in plan.renewals} <= sentences


def test_what_has_no_seat_is_to_agree_on_a_meeting_place():
    graph = municipality("eksempel")
    answers = answers_of(graph, gaps_of(graph))

    with in_language("en"):
        findings = {finding.identity: finding for finding in Report(graph).findings()}
    apart = set(answers.meeting_places.pairs())
    assert apart
    for identity, finding in findings.items():
        if (identity.subject, *identity.related) in apart and finding.accepted is None:
            assert "agree on a meeting place" in finding.next_step


def test_every_gap_of_the_example_is_in_one_place():
    graph = municipality("eksempel")
    gaps = gaps_of(graph)
    answers = answers_of(graph, gaps)
    parts = [answers.closes(answer) for answer in (*answers.renewals, *answers.seats)]
    parts.append(answers.meeting_places)

    assert sum(part.weight for part in parts) == gaps.weight
