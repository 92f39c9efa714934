"""What a meeting talks about: every finding in one matter, in the order of the report and the agenda."""

import pytest

from samordning_graph.analysis.matters import matters
from samordning_graph.map.gaps import map_findings
from samordning_graph.map.page.agenda import agenda
from samordning_graph.map.page.page_data import page_data
from samordning_graph.map.page.page_tables import page_tables
from samordning_graph.map.views.actors import actors_view
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
    (matter,) = [matter for matter in agenda(graph) if matter.key == key]
    return {map_findings(graph).gaps[place].finding.identity.rule for place in matter.findings}


@pytest.mark.parametrize("data", SETS)
def test_it_has_the_numbers_of_the_report(data):
    graph = municipality(data)
    numbers = {"|".join(key): n for key, n in matters(graph).numbers(200).items()}
    numbered = [item.key for item in agenda(graph) if item.key in numbers]

    assert [numbers[key] for key in numbered] == list(range(1, len(numbers) + 1))
    assert [item.number for item in agenda(graph)] == [
        numbers.get(item.key) for item in agenda(graph)
    ]
    assert [item.key for item in agenda(graph)][: len(numbered)] == numbered
    assert [item.key for item in agenda(graph) if item.is_proposed] == [
        "|".join(matter.key) for matter in matters(graph).first
    ]


@pytest.mark.parametrize("data", SETS)
def test_map_report_and_table_have_the_same_number_for_a_pair(data):
    graph = municipality(data)
    page = page_data(graph, [actors_view(graph)])
    of_matter = {matter["key"]: matter["number"] for matter in page["matters"]}
    of_report = {
        "|".join(pair): number for pair, number in matters(graph).number_of_each_pair().items()
    }
    (table,) = [table for table in page_tables(graph, []) if table.id == "missing"]
    of_table = {row.key.removeprefix("missing|"): row.cells[2][0] for row in table.rows}

    assert of_report.items() <= of_matter.items()
    assert of_table == {key: str(number) for key, number in of_report.items()}
    assert list(of_table.values()) == sorted(of_table.values(), key=int)


@pytest.mark.parametrize("data", SETS)
def test_every_finding_that_is_not_accepted_is_in_one_matter(data):
    graph = municipality(data)
    places = [place for matter in agenda(graph) for place in matter.findings]
    gaps = map_findings(graph).gaps
    assert sorted(places) == [
        place for place, gap in enumerate(gaps) if gap.finding.accepted is None
    ]


def test_all_grounds_of_two_are_one_matter():
    assert rules_of(tiny(**TWO_GROUNDS), "a|b") == {"LINK03", "LINK04"}


def test_so_is_a_duty_of_these_two_alone():
    graph = tiny(**TWO_GROUNDS, local_requirements=REQUIRED)
    assert rules_of(graph, "a|b") == {"LINK01", "LINK03", "LINK04"}


def test_a_duty_of_many_is_a_matter_of_its_own():
    graph = municipality("eksempel")
    duties = {
        gap.finding.identity.subject
        for gap in map_findings(graph).gaps
        if gap.finding.identity.rule == "LINK02"
    }

    assert duties <= {item.key for item in agenda(graph)}


def test_what_nobody_knows_comes_last():
    graph = municipality("eksempel")
    gaps = map_findings(graph).gaps
    unknown = [gaps[item.findings[0]].is_undetermined for item in agenda(graph)]

    assert unknown == sorted(unknown)
    assert True in unknown


def test_what_is_accepted_is_no_matter():
    gaps = "code;subject;related;reason\nLINK03;A;B;Vet det\nLINK04;A;B;Vet det"
    keys = [matter.key for matter in agenda(tiny(**TWO_GROUNDS, accepted_gaps=gaps))]
    assert "a|b" not in keys
