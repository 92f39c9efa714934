"""What a meeting talks about: every finding in one matter, in the order of the report and the agenda."""

import pytest

from samordning_graph.map.gaps import map_findings
from samordning_graph.map.page.matters import matter_key, matters
from samordning_graph.report.findings_report import Report
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny

SETS = ("eksempel", "stord", "hammerfest", "balsfjord", "halden")
TWO_GROUNDS = {
    "units": "name;sector;surveyed;target_groups\nA;bolig;ja;rus\nB;helse;ja;rus\nC;plan;ja;",
    "goals": "name\nG",
    "goal_owners": "actor;goal\nA;G\nB;G",
    "arenas": "name\nForum",
    "participation": "actor;arena\nA;Forum\nC;Forum",
}
REQUIRED = "actor_a;actor_b;reason\nB;A;Vedtak 1"


def rules_of(graph, key):
    (matter,) = [matter for matter in matters(graph) if matter.key == key]
    return {map_findings(graph).gaps[place].finding.identity.rule for place in matter.findings}


@pytest.mark.parametrize("data", SETS)
def test_it_begins_as_the_report_does(data):
    graph = municipality(data)
    proposed = [matter.key for matter in matters(graph) if matter.is_proposed]
    important = Report(graph).most_important()
    assert proposed == list(
        dict.fromkeys(matter_key(graph, finding.identity) for finding in important)
    )
    assert [matter.key for matter in matters(graph)][: len(proposed)] == proposed


@pytest.mark.parametrize("data", SETS)
def test_every_finding_that_is_not_accepted_is_in_one_matter(data):
    graph = municipality(data)
    places = [place for matter in matters(graph) for place in matter.findings]
    gaps = map_findings(graph).gaps
    assert sorted(places) == [
        place for place, gap in enumerate(gaps) if gap.finding.accepted is None
    ]


def test_all_grounds_of_two_are_one_matter():
    assert rules_of(tiny(**TWO_GROUNDS), "pair|a|b") == {"LINK03", "LINK04"}


def test_so_is_a_duty_of_these_two_alone():
    graph = tiny(**TWO_GROUNDS, local_requirements=REQUIRED)
    assert rules_of(graph, "pair|a|b") == {"LINK01", "LINK03", "LINK04"}


def test_a_duty_of_many_is_a_matter_of_its_own():
    graph = municipality("eksempel")
    rules = {rules_of(graph, m.key).pop() for m in matters(graph) if m.key.startswith("duty|")}
    assert rules == {"LINK02"}


def test_of_what_is_not_proposed_pairs_come_first_and_what_nobody_knows_last():
    graph = municipality("eksempel")
    gaps = map_findings(graph).gaps
    others = [matter for matter in matters(graph) if not matter.is_proposed]
    unknown = [gaps[matter.findings[0]].is_undetermined for matter in others]
    assert unknown == sorted(unknown)
    found = [
        m.key.startswith("pair|") for m, open_ in zip(others, unknown, strict=True) if not open_
    ]
    assert found == sorted(found, reverse=True)
    assert True in found


def test_what_is_accepted_is_no_matter():
    gaps = "code;subject;related;reason\nLINK03;A;B;Vet det\nLINK04;A;B;Vet det"
    keys = [matter.key for matter in matters(tiny(**TWO_GROUNDS, accepted_gaps=gaps))]
    assert "pair|a|b" not in keys
