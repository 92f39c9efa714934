"""What there is to talk about: what comes first, what is one matter, and one sequence of numbers."""

from collections import Counter

import pytest
from hypothesis import given

from samordning_graph.analysis.matters import Matters, matter_key, matters
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.labels import rests_on_unchecked_law
from samordning_graph.rules.register import RULES
from tests.helpers.cases import few
from tests.helpers.oracle import Tables
from tests.helpers.samples import DATA_SETS, EVERYBODY, example_with, municipality, sharing
from tests.helpers.tiny import tiny
from tests.rules.test_properties import OPTIONS, graph_of, municipalities

LINK03 = tuple(rule for rule in RULES if rule.code == "LINK03")
ABOUT_PAIRS = [rule for rule in RULES if rule.is_about_pairs]


def findings_first(graph, rules=RULES) -> list:
    return [matter.finding for matter in Matters(graph, rules).first]


# What matters most


def test_what_matters_most_is_at_most_five_and_at_most_two_of_a_rule():
    important = findings_first(tiny(**EVERYBODY))
    per_rule = Counter(finding.identity.rule for finding in important)

    assert len(important) == 5
    assert max(per_rule.values()) == 2


@pytest.mark.parametrize("name", ["eksempel", "stord", "hammerfest", "balsfjord"])
def test_what_matters_most_begins_with_the_strongest_basis(name: str):
    important = findings_first(municipality(name))

    assert [-finding.basis for finding in important] == sorted(
        -finding.basis for finding in important
    )
    assert max((finding.basis for finding in important), default=0) == max(
        (
            finding.basis
            for finding in Report(municipality(name)).findings()
            if not finding.accepted
        ),
        default=0,
    )


def test_a_rule_with_many_pairs_does_not_crowd_out_another():
    many = {"goals": "id;name\nmal;Et mål\nvei;En vei"} | {
        "goal_owners": EVERYBODY["goal_owners"] + "".join(f"\n{letter};vei;" for letter in "abcdef")
    }
    rules = [rule for rule in RULES if rule.code in ("LINK03", "LINK05")]
    referring = EVERYBODY["units"] + "\ng;Enhet G;helse\nh;Enhet H;bolig"
    graph = tiny(**EVERYBODY | many | {"units": referring, "referrals": "from;to\ng;h"})

    assert Counter(finding.identity.rule for finding in findings_first(graph, rules)) == {
        "LINK03": 2,
        "LINK05": 1,
    }


def test_at_most_two_of_those_who_are_alone_are_told_first():
    alone = "".join(f"\nAlene {number};plan" for number in range(5))
    rules = [rule for rule in RULES if rule.code == "ISO01"]

    assert (
        len(
            findings_first(
                sharing(units=f"name;sector\nBolig;bolig\nRus;helse\nHjelp;helse{alone}"), rules
            )
        )
        == 2
    )


def test_a_pair_is_told_once_by_its_strongest_ground():
    important = findings_first(tiny(**EVERYBODY), ABOUT_PAIRS)
    pairs = [
        (finding.identity.subject, *finding.identity.related)
        for finding in important
        if finding.identity.rule in ("LINK03", "LINK04", "LINK05")
    ]

    assert len(pairs) == len(set(pairs))
    assert ("d", "e") in pairs


def test_what_is_accepted_does_not_matter_most_and_its_pair_is_told_by_the_next_ground():
    accepted = {"accepted_gaps": "code;subject;related;reason\nLINK03;e;f;Vet det"}
    important = {
        finding.identity for finding in findings_first(tiny(**EVERYBODY | accepted), ABOUT_PAIRS)
    }

    assert FindingId("LINK03", "e", ("f",)) not in important
    assert FindingId("LINK05", "e", ("f",)) in important


def test_nothing_matters_where_everything_is_accepted():
    gaps = "code;subject;reason\nLINK03;Bolig;Vet det"

    assert findings_first(sharing(accepted_gaps=gaps), LINK03) == []


# Pairs


def test_the_strongest_pairs_have_most_grounds_and_then_the_first_ids():
    strongest, count = Matters(tiny(**EVERYBODY), ABOUT_PAIRS).strongest_pairs(Coverage.NONE, 4)

    assert [(pair.first, pair.second) for pair in strongest] == [
        ("d", "e"),
        ("e", "f"),
        ("a", "b"),
        ("a", "c"),
    ]
    assert count == 15


def test_a_pair_with_a_stronger_basis_comes_before_one_with_more_grounds():
    graph = tiny(
        units="id;name;sector;target_groups\na;A;bolig;eldre\nb;B;helse;eldre\nc;C;plan;\n"
        "d;D;sosial;",
        goals="id;name\nmal;Et mål",
        goal_owners="actor;goal\nc;mal\nd;mal",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\na;Forum",
    )
    strongest, _count = Matters(graph, ABOUT_PAIRS).strongest_pairs(Coverage.NONE, 2)
    bases = [pair.basis for pair in strongest]

    assert (strongest[0].first, strongest[0].second) == ("c", "d")
    assert bases == sorted(bases, reverse=True)


def test_a_pair_is_left_out_when_every_finding_of_it_is_accepted():
    first_accepted = {"accepted_gaps": "code;subject;related;reason\nLINK03;e;f;Vet det"}
    both_accepted = {"accepted_gaps": f"{first_accepted['accepted_gaps']}\nLINK05;f;e;Vet det"}

    assert Matters(tiny(**EVERYBODY | first_accepted)).strongest_pairs(Coverage.NONE, 1)[1] == 15
    assert Matters(tiny(**EVERYBODY | both_accepted)).strongest_pairs(Coverage.NONE, 1)[1] == 14


def test_pairs_that_cannot_be_assessed_are_apart():
    graph = sharing(arenas="name\nForum", participation="actor;arena\nBolig;Forum")
    found = Matters(graph)

    assert found.strongest_pairs(Coverage.NONE, 9) == ([], 0)
    assert found.strongest_pairs(Coverage.NOT_ASSESSED, 9)[1] == 1
    assert Report(graph).deciding_cells.pairs == 1


# One matter, one number

OWN = {"local_requirements": "actor_a;actor_b;reason\nBolig;Rus;Avtalt"}


def test_a_duty_that_two_alone_can_meet_is_one_matter_with_the_other_grounds_of_the_pair():
    graph = sharing(**OWN)
    (pair,) = Matters(graph).pairs(9)
    rules = [finding.identity.rule for finding in findings_first(graph)]

    assert (pair.key, pair.finding.identity.rule) == (("bolig", "rus"), "LINK01")
    assert [of.rule for of in pair.pair.pair_grounds] == ["LINK01", "LINK03"]
    assert "LINK03" not in rules
    assert matter_key(graph, FindingId("LINK03", "bolig", ("rus",))) == pair.key
    assert matter_key(graph, pair.finding.identity) == pair.key


def test_a_pair_that_only_a_duty_asks_for_is_among_the_pairs():
    graph = sharing(**OWN, goals="", goal_owners="")

    assert [matter.key for matter in Matters(graph).pairs(9)] == [("bolig", "rus")]
    assert Matters(graph).number_of_pairs == 1


def test_a_pair_whose_duty_is_accepted_is_told_by_its_next_ground_or_left_out():
    accepted = "code;subject;reason\nLINK01;local-bolig-rus;Vet det"
    (pair,) = Matters(sharing(**OWN, accepted_gaps=accepted)).pairs(9)

    assert pair.finding.identity.rule == "LINK03"
    assert not Matters(sharing(**OWN, accepted_gaps=f"{accepted}\nLINK03;Bolig;Vet det")).pairs(9)


def test_a_pair_that_is_accepted_without_a_code_is_left_out_with_its_duty():
    graph = sharing(**OWN, accepted_gaps="code;subject;related;reason\n;rus;Bolig;Vet det")

    assert not Matters(graph).pairs(9)
    assert ("bolig", "rus") not in [matter.key for matter in Matters(graph).first]


def test_pairs_outside_the_first_five_go_on_from_six_and_other_matters_after_them():
    found = Matters(municipality("eksempel"))
    pairs, first = found.pairs(99), {matter.key: matter.number for matter in found.first}
    outside = [matter.number for matter in pairs if matter.key not in first]

    assert list(first.values()) == [1, 2, 3, 4, 5]
    assert outside == [*range(6, 6 + len(outside))]
    assert len(pairs) == found.number_of_pairs == 11
    assert all(matter.number == first.get(matter.key, matter.number) for matter in pairs)
    assert found.others[0].number == max(outside) + 1


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_finding_that_is_not_accepted_has_one_number_and_no_number_is_left_out(name: str):
    graph = municipality(name)
    numbers = matters(graph).numbers(1000)
    findings = [finding for finding in Report(graph).findings() if not finding.accepted]

    assert {matter_key(graph, finding.identity) for finding in findings} == numbers.keys()
    assert sorted(numbers.values()) == [*range(1, len(numbers) + 1)]


def test_the_pairs_that_a_bound_leaves_out_keep_their_numbers():
    found = Matters(municipality("eksempel"))

    assert [matter.number for matter in found.pairs(7)] == [
        matter.number for matter in found.pairs(99)
    ][:7]
    assert min(found.numbers(2).values()) == 1


def test_what_rests_on_unchecked_law_comes_last_among_the_first_and_last_of_all():
    for name in DATA_SETS:
        found = Matters(municipality(name))
        for sequence in (found.first, found.others):
            unchecked = [rests_on_unchecked_law(matter.finding) for matter in sequence]
            assert unchecked == sorted(unchecked), name


def test_a_pair_with_more_grounds_comes_first_among_those_as_strong_and_as_well_known():
    grounds = [
        len(matter.pair.pair_grounds)
        for matter in Matters(municipality("eksempel")).first
        if matter.pair and matter.finding.basis is Basis.RECOMMENDED
    ]

    assert grounds == sorted(grounds, reverse=True)
    assert len(grounds) > 1


def test_two_sectors_are_no_pair_of_two_units_with_the_same_ids():
    graph = tiny(
        units="id;name;sector;surveyed\nbolig;Bolig;bolig;ja\nhelse;Helse;helse;ja",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nbolig;Forum",
    )

    of_sectors = matter_key(graph, FindingId("LINK06", "bolig", ("helse",)))
    assert of_sectors != matter_key(graph, FindingId("LINK03", "bolig", ("helse",)))


def test_of_a_unit_and_its_only_arena_the_unit_is_what_it_is_about():
    graph = municipality("balsfjord")

    assert matter_key(graph, FindingId("ISO03", "barnevern", ("boligsosialt-team",))) == (
        "barnevern",
    )


@few
@given(municipalities(), OPTIONS)
def test_whatever_the_data_each_finding_has_one_number_and_no_number_is_left_out(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)
    numbers = matters(graph).numbers(10_000)
    findings = [finding for finding in Report(graph).findings() if not finding.accepted]

    assert {matter_key(graph, finding.identity) for finding in findings} == numbers.keys()
    assert sorted(numbers.values()) == [*range(1, len(numbers) + 1)]


def example_accepting(row: str) -> Matters:
    return Matters(example_with(accepted_gaps=f"code;subject;related;reason\n{row};Nok"))


@pytest.mark.parametrize("code", ["LINK03", "LINK05", "LINK04", ""])
@pytest.mark.parametrize(
    "names", ["barneverntjenesten;boligkontoret", "boligkontoret;fjordby-fengsel"]
)
def test_the_numbers_of_the_pairs_follow_each_other_where_some_are_accepted(code, names):
    found = example_accepting(f"{code};{names}")
    numbers = [number for number, _pair in found.numbered_pairs()]

    assert numbers == sorted(set(numbers))
    assert len(numbers) == found.number_of_pairs
    assert [matter.number for matter in found.pairs(50)] == numbers


def test_a_pair_goes_by_the_grounds_that_are_not_accepted():
    # The two have a referral and a target group in common.
    accepted, weaker = ("boligkontoret", "fjordby-fengsel"), ("boligkontoret", "imdi")

    def place_of_both(row: str) -> list[int]:
        keys = [pair.key for pair in example_accepting(row).pairs(50)]
        return [keys.index(accepted), keys.index(weaker)]

    (left,) = [
        pair.pair_grounds
        for _number, pair in example_accepting(
            "LINK05;boligkontoret;fjordby-fengsel"
        ).numbered_pairs()
        if (pair.first, pair.second) == accepted
    ]
    assert [of.rule for of in left] == ["LINK04"]
    before, after = (
        place_of_both("ISO05;ingen;"),
        place_of_both("LINK05;boligkontoret;fjordby-fengsel"),
    )
    assert before[0] < 4
    assert after[0] > 4
    assert after == sorted(after)


def test_an_accepted_duty_is_no_ground_of_its_pair_and_stays_one_of_another():
    rows = "code;subject;related;reason\nLINK01;local-a-b;;Nok"
    graph = tiny(
        **EVERYBODY,
        local_requirements="actor_a;actor_b;reason\na;b;Vedtatt\nc;d;Vedtatt",
        accepted_gaps=rows,
    )
    found = Matters(graph)
    accepted = [(pair.first, pair.second) for pair in found.accepted_pairs()]

    assert accepted == []  # the two share a goal as well
    (c_and_d,) = [
        pair for _n, pair in found.numbered_pairs() if (pair.first, pair.second) == ("c", "d")
    ]
    (a_and_b,) = [
        pair for _n, pair in found.numbered_pairs() if (pair.first, pair.second) == ("a", "b")
    ]
    assert "LINK01" in [of.rule for of in c_and_d.pair_grounds]
    assert [of.rule for of in a_and_b.pair_grounds] == ["LINK03"]
