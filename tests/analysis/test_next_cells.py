"""What to fill in next: from what rules need, and from what is undecided."""

import pytest

from samordning_graph.analysis.next_cells import HANDFUL, cells_to_fill, deciding_questions
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.deciding_cells import deciding_cells
from samordning_graph.graph.graph import AnalysisOptions, model_of
from samordning_graph.rules.needs import needs_of
from samordning_graph.rules.register import RULES, rule_of
from samordning_graph.schema.tables import GoalHolder, Link, Participation, SelfAssessment
from samordning_graph.schema.vocabulary import factors
from tests.helpers.samples import municipality
from tests.helpers.tiny import TODAY, tiny
from tools.rule_needs import assessed, without

UNITS = "name;sector;target_groups\nBolig;bolig;\nRus;helse;\nNav;sosial;"


def to_fill(graph, *codes):
    """Return, per step: [(sheets, column, empty rows)], and the codes of the rules it lets in."""
    return [
        (
            [
                (tuple(table.table for table in need.tables), need.column, sum(rows.values()))
                for need, rows in cells.empty.items()
            ],
            [rule.code for rule in cells.rules],
        )
        for cells in cells_to_fill(graph, map(rule_of, codes))
    ]


def test_a_column_that_nobody_filled_in_is_named_with_its_empty_rows():
    assert to_fill(tiny(units=UNITS), "LINK04") == [
        ([(("units", "external_actors"), "target_groups", 3)], ["LINK04"])
    ]


def test_a_column_that_is_filled_in_for_some_is_named_with_the_others():
    units = UNITS.replace("Bolig;bolig;", "Bolig;bolig;eldre")
    [([(_tables, column, rows)], _rules)] = to_fill(tiny(units=units), "LINK04")
    assert (column, rows) == ("target_groups", 2)


def test_an_empty_table_is_named_as_a_whole_and_not_its_columns():
    [step] = to_fill(tiny(goals="name\nMål"), "GOAL01")
    assert step == ([(("goal_owners",), "", 0)], ["GOAL01"])


def test_what_a_rule_needs_together_is_one_step_and_rules_that_need_less_of_it_count():
    steps = to_fill(tiny(), "GOAL01", "LINK03", "GOAL06")
    both = [(("goals",), "", 0), (("goal_owners",), "", 0)]
    assert any(needs == both and "GOAL01" in codes for needs, codes in steps)


def test_what_decides_most_comes_first_and_of_what_decides_as_much_the_least_work():
    steps = cells_to_fill(municipality("halden"), RULES)
    keys = [(-len(step.rules), step.cells) for step in steps]
    assert keys == sorted(keys)


def test_cells_are_counted_as_those_that_must_be_filled_in():
    graph = tiny(units=UNITS, arenas="name;level\nForum;\nMøte;", participation="actor;arena")
    cells = {
        tuple(need.tables[0].table for need in step.empty): step.cells
        for step in cells_to_fill(graph, map(rule_of, ("LINK04", "GOAL01", "LINK07", "SELF01")))
    }
    assert cells == {
        ("units",): 3,  # the target groups of each unit
        ("goals", "goal_owners"): HANDFUL + 2 * 3,  # goals, and who owns one for each actor
        ("external_actors",): 2 * HANDFUL,  # a name and a type
        ("self_assessment",): 2 * len(factors()),
    }


def test_what_many_must_answer_comes_after_what_decides_as_much():
    steps = cells_to_fill(municipality("halden"), RULES)
    as_much = [step for step in steps if len(step.rules) == 3]
    assert [need.tables[0].table for need in as_much[-1].empty] == ["self_assessment"]
    assert len(as_much) > 1


def test_nothing_is_named_for_a_rule_that_has_all_that_it_needs():
    assert to_fill(municipality("eksempel"), "FRAG01") == []


ALONE = sorted(
    {
        need
        for rule in RULES
        for need in needs_of(rule.code)
        # Rows of the other tables are named in rows that would be gone too.
        if need.column or need.tables[0] in (GoalHolder, Participation, SelfAssessment, Link)
    },
    key=str,
)


@pytest.mark.parametrize(
    "taken_away",
    [
        *((need,) for need in ALONE),
        [need for need in ALONE if need.tables[0] not in (Participation, Link)],  # nobody tied
    ],
    ids=lambda needs: " ".join(f"{need.tables[0].table}-{need.column}" for need in needs[:1]),
)
def test_what_is_said_to_let_rules_be_assessed_does(taken_away):
    whole = model_of(municipality("eksempel"))
    lacking = whole
    for need in taken_away:
        lacking = without(lacking, need)
    graph = build(lacking, AnalysisOptions(as_of=TODAY))
    not_assessed = [rule for rule in RULES if rule not in assessed(lacking)]
    steps = cells_to_fill(graph, not_assessed)
    if len(taken_away) == 1:
        assert set(steps[0].rules) == set(not_assessed)
    for step in steps:
        filled = whole
        for need in taken_away:
            with_its_table = {given.tables for given in step.empty if not given.column}
            if need not in step.empty and need.tables not in with_its_table:
                filled = without(filled, need)
        assert set(step.rules) <= assessed(filled)


def test_questions_come_with_what_they_decide_most_first():
    graph = tiny(
        units="name;sector;surveyed\nA;bolig;\nB;helse;ja\nC;sosial;ja\nD;plan;",
        goals="name\nMål",
        goal_owners="actor;goal\nA;Mål\nB;Mål\nC;Mål\nD;Mål",
        arenas="name;participants_complete\nForum;",
        participation="actor;arena\nB;Forum",
    )
    questions = deciding_questions(graph, deciding_cells(graph, Ground.GOAL))
    decided = [asked.pairs + asked.actors for asked in questions]
    assert decided == sorted(decided, reverse=True)
    assert {asked.node_id for asked in questions} <= {"a", "d", "forum"}
