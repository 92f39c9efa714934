"""A finding about a duty is the same when the duty is merged, moved, or has others on its sides."""

import pytest

from samordning_graph.analysis.diff import diff, snapshot, snapshot_of_report
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.report.findings_report import Report
from samordning_graph.report.notes import unused_acceptances
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.catalogue import link01_required_duty, link02_conditional_duty
from samordning_graph.rules.duty_identity import DUTY_RULES, comparable
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.register import RULES
from samordning_graph.schema.duty import Duty, Tier
from tests.graph.test_duties import duty
from tests.helpers.tiny import TODAY, tiny

OLD = duty(id="gammel")
NEW = duty(id="ny", replaces=("gammel",), tier=Tier.CONDITIONAL, target_groups=("eldre",))
TABLES = {
    "units": "id;name;sector;target_groups;surveyed\nb;Bolig;bolig;eldre;ja\nh;Helse;helse;;ja",
    "external_actors": "id;name;actor_type;surveyed\nf;Fengsel;fengsel;ja",
    "links": "from;to\nb;h",
}


def of(duty_: Duty, **tables: str) -> Graph:
    return tiny(AnalysisOptions(as_of=TODAY, duties=(duty_,)), **TABLES | tables)


def test_the_rules_about_duties_are_those_that_are_compared_by_duty():
    assert {rule.code for rule in RULES if rule.subject is SubjectKind.DUTY} == {*DUTY_RULES}


@pytest.mark.parametrize("rule", DUTY_RULES)
def test_merged_moved_and_with_other_sides_it_is_the_same(rule: str):
    known_by = comparable(FindingId("LINK01", "ny", ("a",)), {"gammel": "ny"})

    assert comparable(FindingId(rule, "gammel", ("a", "b")), {"gammel": "ny"}) == known_by
    assert comparable(FindingId(rule, "annen"), {"gammel": "ny"}) != known_by


def test_a_duty_that_moves_is_neither_closed_nor_new():
    change = diff(snapshot(of(OLD)), snapshot(of(NEW)))

    assert change.is_empty
    assert change.unchanged > 0


def test_a_duty_with_another_on_its_side_is_neither_closed_nor_new():
    more = TABLES["external_actors"] + "\ng;Anstalt;fengsel;ja"

    change = diff(snapshot(of(OLD)), snapshot(of(OLD, external_actors=more)))

    assert not {changed.identity.rule for changed in (*change.closed, *change.new)} & {*DUTY_RULES}


def test_a_duty_that_is_met_under_another_register_is_closed_by_other_rules():
    (closed,) = [
        change
        for change in diff(snapshot(of(OLD)), snapshot(of(NEW, links="from;to\nb;f"))).closed
        if change.identity.rule in DUTY_RULES
    ]

    assert closed.identity == FindingId("LINK01", "gammel", ("b", "f"))
    assert closed.cause == "rules"


def test_an_earlier_report_still_matches():
    earlier = {
        "format": "samordning-report",
        "version": 1,
        "municipality": {"number": "0000"},
        "findings": [{"rule": "LINK01", "subject": "gammel", "related": ["b", "f", "x"]}],
        "missing_pairs": [],
        "rules": [{"code": code, "examined": 1} for code in DUTY_RULES],
        "congruence": [],
        "clauses": [],
    }
    rules = [link01_required_duty.RULE, link02_conditional_duty.RULE]

    assert diff(snapshot_of_report(earlier), snapshot(of(NEW), rules)).is_empty


@pytest.mark.parametrize(
    "gap", ["LINK01;gammel;", "LINK02;ny;", 'LINK01;gammel;"b;f;x"', "link01;ny;"]
)
def test_what_was_accepted_stays_accepted(gap: str):
    graph = of(NEW, accepted_gaps=f"code;subject;related;reason\n{gap};Vet det")
    (case,) = link02_conditional_duty.RULE.assess(graph).found

    assert acceptances(graph).of("LINK02", case) is not None
    assert list(unused_acceptances(Report(graph))) == []


def test_another_duty_is_not_accepted_by_it():
    graph = of(NEW, accepted_gaps="code;subject;related;reason\nLINK01;annen;;Vet det")
    (case,) = link02_conditional_duty.RULE.assess(graph).found

    assert acceptances(graph).of("LINK02", case) is None
    assert len(list(unused_acceptances(Report(graph)))) == 1


def test_a_former_id_is_that_of_the_register_in_use():
    graph = of(NEW._replace(replaces=()), accepted_gaps="code;subject;reason\nLINK02;gammel;Nei")
    (case,) = link02_conditional_duty.RULE.assess(graph).found

    assert acceptances(graph).of("LINK02", case) is None
