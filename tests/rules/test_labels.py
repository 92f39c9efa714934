"""What a finding rests on is said as it is: nobody is said to be asked where a list was looked at."""

from samordning_graph.common.locale import in_language
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import FAMILIES
from samordning_graph.rules.labels import data_basis
from samordning_graph.rules.register import RULES
from tests.helpers.samples import municipality


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
    assert bases("eksempel", "ISO01") == {"all those involved were asked"}
    assert bases("eksempel", "GOAL04") == {"rests on what is filled in about the arena"}
    assert all("participant list" in basis for basis in bases("eksempel", "FRAG02"))


def test_every_family_of_rules_has_a_place_in_the_order():
    assert {rule.family for rule in RULES} == set(FAMILIES)
    assert sorted(family.rank for family in FAMILIES) == [*range(1, len(FAMILIES) + 1)]
