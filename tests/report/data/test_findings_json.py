"""The report as JSON keeps its promise to other programs: schema, order, figures that add up."""

import io
import json
from collections import Counter
from importlib import resources

import jsonschema
import pytest

from samordning_graph.report.data.findings_json import join, write
from samordning_graph.report.findings_report import Report
from samordning_graph.report.write import part_of
from samordning_graph.rules.register import RULES
from tests.helpers.samples import (
    DATA_SETS,
    EVERYBODY,
    HOSTILE,
    example_with,
    hostile,
    municipality,
    sharing,
    written,
)
from tests.helpers.tiny import tiny

SCHEMA = json.loads(
    resources.files("samordning_graph.report.data")
    .joinpath("report.schema.json")
    .read_text(encoding="utf-8")
)
ORDER = {
    "": "format version tool duty_register language municipality data options counts pairs congruence clauses"
    " in_place follow_up rules findings missing_pairs notes",
    "tool": "name version",
    "municipality": "number name",
    "data": "path digest newest_source_date oldest_source_date rows undated_rows"
    " rows_older_than_law comment service_types",
    "counts": "units external_actors arenas working_arenas participations links linked"
    " linked_confirmed agreements"
    " referrals goals plans challenges",
    "pairs": "all cross_sector direct arena none not_assessed",
    "congruence": "ground documented not_documented not_known share_at_least share_at_most",
    "in_place": "pairs sector_pairs duties arenas yes_answers results",
    "rules": "code version slug title examined found accepted not_assessed status reason",
    "findings": "rule subject related basis confidence coverage grounds evidence older_than_law"
    " excluded observation ground question next_step accepted transitional_until",
    "missing_pairs": "number accepted a b sectors coverage basis grounds excluded",
}
"""The keys of each part, in the order that readers of the format rely on."""
DEEPER = {
    ("findings", "grounds"): "text citation verified",
    ("findings", "evidence"): "file sheet row text source source_date comment reported_by",
    ("missing_pairs", "grounds"): "rule via text citation",
}


def validator():
    return jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(params=DATA_SETS)
def report(request):
    return json.loads(written(municipality(request.param), "json"))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_report_of_a_data_set_is_valid(report):
    validator().validate(report)


@pytest.mark.parametrize(
    "graph",
    [
        tiny(),
        tiny(units="name;sector\nBolig;bolig\nRus;helse"),
        sharing(participation="actor;arena\n"),
        hostile(),
    ],
    ids=["empty", "units alone", "no ties", "hostile names"],
)
def test_the_report_of_an_odd_municipality_is_valid(graph):
    validator().validate(json.loads(written(graph, "json")))


def test_the_report_of_many_municipalities_is_valid(tmp_path):
    bodies = [
        part_of(Report(municipality(name)), "json", tmp_path / name).body for name in DATA_SETS
    ]
    stream = io.StringIO()
    join(bodies, stream)
    reports = json.loads(stream.getvalue())

    validator().validate(reports)
    assert [report["municipality"]["number"] for report in reports["reports"]] == [
        municipality(name).graph["model"].municipality.number for name in DATA_SETS
    ]


def test_the_report_of_no_municipality_is_valid():
    stream = io.StringIO()
    join([], stream)

    validator().validate(json.loads(stream.getvalue()))


def test_a_report_with_a_key_too_many_or_too_few_is_not_valid(report):
    assert not validator().is_valid({**report, "more": 1})
    assert not validator().is_valid({key: report[key] for key in report if key != "notes"})


def test_keys_stand_in_the_order_of_the_format(report):
    for part, keys in ORDER.items():
        found = report[part] if part else report
        for document in found if isinstance(found, list) else [found]:
            assert list(document) == keys.split(), part
    for (part, deeper), keys in DEEPER.items():
        for row in report[part]:
            for each in row[deeper]:
                assert list(each) == keys.split(), (part, deeper)


def test_findings_are_sorted(report):
    identities = [
        (finding["rule"], finding["subject"], finding["related"]) for finding in report["findings"]
    ]

    assert identities == sorted(identities)
    assert all(related == sorted(related) for _rule, _subject, related in identities)


def test_pairs_add_up(report):
    pairs = report["pairs"]

    assert pairs["cross_sector"] == sum(
        pairs[part] for part in ("direct", "arena", "none", "not_assessed")
    )
    assert pairs["cross_sector"] <= pairs["all"]


def test_each_rule_counts_its_findings(report):
    found = Counter(finding["rule"] for finding in report["findings"])
    accepted = Counter(finding["rule"] for finding in report["findings"] if finding["accepted"])

    for rule in report["rules"]:
        assert rule["found"] == found[rule["code"]], rule["code"]
        assert rule["accepted"] == accepted[rule["code"]], rule["code"]
        assert rule["found"] <= rule["examined"], rule["code"]


def test_a_rule_is_not_assessed_exactly_when_it_examined_nothing_and_then_says_why(report):
    for rule in report["rules"]:
        assert (rule["status"] == "not_assessed") == (rule["examined"] == 0), rule["code"]
        assert bool(rule["reason"]) == (rule["examined"] == 0), rule["code"]


def test_missing_pairs_are_what_congruence_says_is_not_met(report):
    (all_grounds,) = [figure for figure in report["congruence"] if figure["ground"] == "all"]
    coverage = Counter(pair["coverage"] for pair in report["missing_pairs"])

    assert coverage["not_assessed"] == all_grounds["not_known"]
    assert coverage["none"] == all_grounds["not_documented"]


def test_a_missing_pair_has_the_number_of_its_matter_and_one_not_assessed_has_none(report):
    numbers = [pair["number"] for pair in report["missing_pairs"] if pair["coverage"] == "none"]

    assert len({*numbers}) == len(numbers)
    assert all(isinstance(number, int) for number in numbers)
    assert all(
        pair["number"] is None
        for pair in report["missing_pairs"]
        if pair["coverage"] == "not_assessed"
    )


def test_missing_pairs_gather_the_findings_of_their_rules(report):
    about_pairs = {rule.code for rule in RULES if rule.is_about_pairs}
    gathered = {
        (ground["rule"], pair["a"], pair["b"])
        for pair in report["missing_pairs"]
        if pair["coverage"] == "none"
        for ground in pair["grounds"]
        if ground["rule"] in about_pairs
    }

    assert gathered == {
        (finding["rule"], finding["subject"], *finding["related"])
        for finding in report["findings"]
        if finding["rule"] in about_pairs
    }


def test_both_kinds_of_missing_pair_occur():
    report = json.loads(written(municipality("eksempel"), "json"))

    assert {pair["coverage"] for pair in report["missing_pairs"]} == {"none", "not_assessed"}


def test_the_share_is_null_where_there_is_nothing_to_count():
    report = json.loads(written(tiny(units="name;sector\nBolig;bolig"), "json"))

    assert {figure["share_at_least"] for figure in report["congruence"]} == {None}
    assert {figure["share_at_most"] for figure in report["congruence"]} == {None}


def test_the_share_has_bounds_that_are_wide_where_little_is_known():
    report = json.loads(
        written(tiny(units="name;sector;target_groups\nA;bolig;eldre\nB;helse;eldre"), "json")
    )
    (all_grounds,) = [figure for figure in report["congruence"] if figure["ground"] == "all"]

    assert all_grounds["not_known"] == 1
    assert (all_grounds["share_at_least"], all_grounds["share_at_most"]) == (0, 1)


def test_the_selection_narrows_rules_findings_pairs_and_grounds_and_nothing_else():
    graph = municipality("eksempel")
    rules = tuple(rule for rule in RULES if rule.code == "LINK05")
    narrow, whole = (json.loads(written(graph, "json", chosen)) for chosen in (rules, RULES))

    assert narrow["options"]["select"] == ["LINK05"]
    assert whole["options"]["select"] is None
    assert [rule["code"] for rule in narrow["rules"]] == ["LINK05"]
    assert {finding["rule"] for finding in narrow["findings"]} == {"LINK05"}
    assert {ground["rule"] for pair in narrow["missing_pairs"] for ground in pair["grounds"]} == {
        "LINK05"
    }
    assert [figure["ground"] for figure in narrow["congruence"]] == ["referral", "all"]
    for part in ("counts", "pairs", "clauses"):
        assert narrow[part] == whole[part]


def test_source_dates_are_the_oldest_and_the_newest_as_iso():
    units = "name;sector;source_date\nBolig;bolig;1.3.2026\nRus;helse;2025\nHjelp;helse;"
    dated, undated = (
        json.loads(written(graph, "json"))["data"] for graph in (sharing(units=units), sharing())
    )

    assert (dated["oldest_source_date"], dated["newest_source_date"]) == (
        "2025-01-01",
        "2026-03-01",
    )
    assert (undated["oldest_source_date"], undated["newest_source_date"]) == (None, None)


def test_an_accepted_finding_says_why_by_whom_and_until_when():
    gap = "code;subject;reason;owner;expires\nLINK03;Bolig;Vet det;Rådmann;2027-01-01"
    report = json.loads(written(sharing(accepted_gaps=gap), "json"))
    (accepted,) = [finding["accepted"] for finding in report["findings"] if finding["accepted"]]

    assert accepted == {"reason": "Vet det", "owner": "Rådmann", "expires": "2027-01-01"}


def test_names_are_written_as_they_are():
    assert json.loads(written(hostile(), "json"))["municipality"]["name"].startswith(HOSTILE)
    assert "ø" in written(municipality("eksempel"), "json")


class Counting(io.StringIO):
    """A stream that remembers how long each write was."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths = []

    def write(self, text):
        self.lengths.append(len(text))
        return super().write(text)


def test_writing_makes_no_giant_text():
    few, many = Counting(), Counting()
    wide = EVERYBODY | {"goal_owners": "actor;goal\na;mal\nb;mal"}
    write(Report(tiny(**wide)), few)
    write(Report(tiny(**EVERYBODY)), many)
    report = json.loads(many.getvalue())

    assert len(many.lengths) > len(report["findings"]) + len(report["missing_pairs"])
    assert max(many.lengths) < max(few.lengths) * 1.2
    assert sum(many.lengths) > sum(few.lengths) * 1.3


def test_a_pair_without_a_number_is_accepted_or_cannot_be_assessed():
    rows = "subject;related;reason\nBoligkontoret;Barneverntjenesten;Nok"
    report = json.loads(written(example_with(accepted_gaps=rows), "json"))
    kinds = {
        (pair["number"] is None, pair["accepted"], pair["coverage"])
        for pair in report["missing_pairs"]
    }

    assert kinds == {(False, False, "none"), (True, True, "none"), (True, False, "not_assessed")}
