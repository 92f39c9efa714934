"""What a finding rests on is said as it is: nobody is said to be asked where a list was looked at."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.catalogue import (
    goal02_one_sector_goal,
    goal03_goal_without_arena,
    link03_shared_goal,
)
from samordning_graph.rules.family import FAMILIES
from samordning_graph.rules.labels import data_basis
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Rule
from tests.helpers.samples import municipality
from tests.helpers.tiny import findings_of, tiny


def bases(name: str, code: str) -> set[str]:
    graph = municipality(name)
    rules = [rule for rule in RULES if rule.code == code]
    with in_language("en"):
        return {data_basis(finding) for finding in Report(graph, rules).findings()}


def test_where_nobody_was_asked_no_finding_says_that_somebody_was():
    for name in ("stord", "hammerfest", "balsfjord", "halden"):
        for rule in RULES:
            for basis in bases(name, rule.code):
                assert "all those involved" not in basis
                assert "some of those involved" not in basis


def test_documents_answers_lists_and_people_are_told_apart():
    assert bases("eksempel", "PLAN02") == {"rests on the plans and documents that are filled in"}
    assert bases("eksempel", "SELF01") == {"rests on the answers that are filled in"}
    assert bases("eksempel", "ISO01") == {
        "all those involved were asked about both contact and arenas"
    }
    assert bases("eksempel", "GOAL04") == {"rests on what is filled in about the arena"}
    assert all("participant list" in basis for basis in bases("eksempel", "FRAG02"))


def test_every_family_of_rules_has_a_place_in_the_order():
    assert {rule.family for rule in RULES} == set(FAMILIES)
    assert sorted(family.rank for family in FAMILIES) == [*range(1, len(FAMILIES) + 1)]


@pytest.mark.parametrize(
    ("rule", "asked_about", "basis"),
    [
        (goal02_one_sector_goal.RULE, "contact", "none of those involved were asked about goals"),
        (goal02_one_sector_goal.RULE, "goals", "all those involved were asked about goals"),
        (goal03_goal_without_arena.RULE, "goals", "none of those involved were asked about arenas"),
        (
            link03_shared_goal.RULE,
            "goals",
            "none of those involved were asked about both contact and arenas",
        ),
    ],
)
def test_whoever_was_asked_about_something_else_is_not_said_to_be_unasked(
    rule: Rule, asked_about: str, basis: str
):
    sectors = ("bolig", "bolig") if rule is goal02_one_sector_goal.RULE else ("bolig", "helse")
    graph = tiny(
        units=f"id;name;sector;surveyed;surveyed_about\na;A;{sectors[0]};ja;{asked_about}\n"
        f"b;B;{sectors[1]};ja;{asked_about}\nc;C;plan;;",
        goals="name\nMål",
        goal_owners="actor;goal\na;Mål\nb;Mål",
        links="from;to\na;c",
    )
    with in_language("en"):
        (finding,) = findings_of(rule, graph)
        assert data_basis(finding) == basis
