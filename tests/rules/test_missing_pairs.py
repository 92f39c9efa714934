"""The findings about pairs, gathered per pair: every ground, the strongest first."""

import pytest
from hypothesis import given

from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage, Ground
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.missing_pairs import (
    MissingPair,
    documented_pairs,
    missing_pairs,
    pairs_by_grounds,
    ranked,
)
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Case
from tests.helpers.cases import few
from tests.helpers.oracle import Tables
from tests.helpers.tiny import tiny
from tests.rules.test_properties import OPTIONS, graph_of, municipalities

ABOUT_PAIRS = [rule for rule in RULES if rule.is_about_pairs]
STRONG, WEAK = (rule.pair_grounds[0] for rule in (ABOUT_PAIRS[0], ABOUT_PAIRS[1]))
ALL_GROUNDS = {
    "units": "name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre\nHjelp;helse;",
    "goals": "name\nRaskere bosetting",
    "goal_owners": "actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting",
    "referrals": "from;to\nRus;Bolig",
    "arenas": "name;participants_complete\nForum;ja",
    "participation": "actor;arena\nHjelp;Forum",
}


def gathered(graph, *codes: str) -> list[MissingPair]:
    rules = [rule for rule in RULES if rule.code in codes] if codes else ABOUT_PAIRS
    return list(missing_pairs(graph, rules))


def test_a_pair_is_one_with_all_its_grounds_strongest_first():
    (pair,) = gathered(tiny(**ALL_GROUNDS))

    assert (pair.first, pair.second, pair.coverage) == ("bolig", "rus", Coverage.NONE)
    assert [pair_ground.rule for pair_ground in pair.pair_grounds] == ["LINK03", "LINK05", "LINK04"]
    assert pair.basis is Basis.RECOMMENDED
    assert pair.case == Case("bolig", ("rus",))


@pytest.mark.parametrize("code", ["LINK03", "LINK04", "LINK05"])
def test_only_the_grounds_of_the_selected_rules_count(code: str):
    (pair,) = gathered(tiny(**ALL_GROUNDS), code)

    assert [pair_ground.rule for pair_ground in pair.pair_grounds] == [code]


def test_without_a_rule_about_pairs_there_are_none():
    assert gathered(tiny(**ALL_GROUNDS), "ISO01", "LINK06") == []


def test_a_covered_pair_is_not_missing():
    assert gathered(tiny(**ALL_GROUNDS, links="from;to\nBolig;Rus")) == []


def test_a_pair_that_a_list_could_have_shown_is_not_assessed():
    open_list = {"arenas": "name;participants_complete\nForum;nei"}
    (pair,) = gathered(tiny(**ALL_GROUNDS | open_list))

    assert pair.coverage is Coverage.NOT_ASSESSED


def test_a_stronger_basis_ranks_before_more_grounds_and_these_before_the_ids():
    assert STRONG.basis > WEAK.basis
    ranked = [
        MissingPair("c", "d", Coverage.NONE, (STRONG, WEAK)),
        MissingPair("a", "b", Coverage.NONE, (STRONG,)),
        MissingPair("a", "c", Coverage.NONE, (STRONG,)),
        MissingPair("a", "a", Coverage.NONE, (WEAK, WEAK, WEAK)),
    ]

    assert sorted([*ranked[2:], *ranked[:2]], key=lambda pair: pair.rank) == ranked


@few
@given(municipalities(), OPTIONS)
def test_they_are_the_findings_and_the_open_cases_of_their_rules(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)
    pairs = gathered(graph)
    cases = {
        coverage: {
            (pair_ground.rule, pair.case)
            for pair in pairs
            if pair.coverage is coverage
            for pair_ground in pair.pair_grounds
        }
        for coverage in (Coverage.NONE, Coverage.NOT_ASSESSED)
    }

    if has_any_ties(graph):
        assessment = {rule.code: rule.assess(graph) for rule in ABOUT_PAIRS}
        assert cases[Coverage.NONE] == {
            (c, case) for c in assessment for case in assessment[c].found
        }
        assert cases[Coverage.NOT_ASSESSED] == {
            (c, case) for c in assessment for case in assessment[c].undetermined
        }


@few
@given(municipalities(), OPTIONS)
def test_each_stands_once_by_ids_and_they_are_all_that_is_not_met(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)
    pairs = gathered(graph)
    ids = [(pair.first, pair.second) for pair in pairs]
    figure = pair_engine(graph).congruence(
        *(pair_ground.ground for rule in ABOUT_PAIRS for pair_ground in rule.pair_grounds)
    )

    assert ids == sorted(set(ids))
    assert all(first < second for first, second in ids)
    assert len(pairs) == figure.total - figure.documented
    if has_any_ties(graph):
        not_assessed = [pair for pair in pairs if pair.coverage is Coverage.NOT_ASSESSED]
        assert len(not_assessed) == figure.not_known


@few
@given(municipalities(), OPTIONS)
def test_documented_pairs_are_all_that_are_met_and_those_with_most_grounds_come_first(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)
    engine = pair_engine(graph)
    pairs = list(documented_pairs(graph, RULES))
    strengths = [
        (len(pair_grounds), max(why.basis for why in pair_grounds))
        for _first, _second, pair_grounds in pairs
    ]

    assert strengths == sorted(strengths, reverse=True)
    assert len({pair[:2] for pair in pairs}) == engine.congruence(*Ground).documented == len(pairs)
    for first, second, pair_grounds in pairs:
        i, j = engine.position[first], engine.position[second]
        assert engine.covered(i) >> j & 1
        assert all(engine.needed(i, why.ground) >> j & 1 for why in pair_grounds)


@few
@given(municipalities(), OPTIONS)
def test_the_parts_by_grounds_hold_every_pair_once_and_rank_as_the_pairs_do(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)

    for coverage in (Coverage.NONE, Coverage.NOT_ASSESSED):
        parts = pairs_by_grounds(graph, ABOUT_PAIRS, coverage)
        listed = [pair for pair in missing_pairs(graph, ABOUT_PAIRS) if pair.coverage is coverage]
        assert list(ranked(parts)) == sorted(listed, key=lambda pair: pair.rank)
        assert sum(len(part) for part in parts) == len(listed)
        assert [part.with_pair(pair.first, pair.second) for part in parts for pair in part] == [
            pair for part in parts for pair in part
        ]

        with_duties = pairs_by_grounds(graph, RULES, coverage, also_of_duties=True)
        of_all = [pair for pair in missing_pairs(graph, RULES) if pair.coverage is coverage]
        assert list(ranked(with_duties)) == sorted(of_all, key=lambda pair: pair.rank)
