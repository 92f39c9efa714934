"""`diff`, `report --what-if` and `report --baseline` through the command line."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from samordning_graph.analysis.diff import diff, snapshot_of_report
from samordning_graph.report.documents.changes import diff_document
from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, DAY, invoke, run

EXAMPLE = DATA / "eksempel"


@pytest.fixture
def later(tmp_path):
    """The example a while later: one link more, one name changed."""
    folder = tmp_path / "senere"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("*.xlsx"))
    links = folder / "links.csv"
    header = links.read_text("utf-8").splitlines()[0].split(";")
    row = {"from": "barneverntjenesten", "to": "boligkontoret"}
    with links.open("a", encoding="utf-8") as stream:
        stream.write(";".join(row.get(column, "") for column in header) + "\n")
    return folder


@pytest.fixture
def overlay(tmp_path):
    file = tmp_path / "hva-om.yaml"
    file.write_text("links:\n  - {from: barneverntjenesten, to: boligkontoret}\n", encoding="utf-8")
    return file


def pairs(changes):
    return {(change["rule"], change["subject"], *change["related"]) for change in changes}


def test_diff_tells_what_is_closed(later):
    done = run("diff", EXAMPLE, later, "--format", "json", *DAY)
    change = json.loads(done.stdout)

    assert done.returncode == 0
    assert ("LINK03", "barneverntjenesten", "boligkontoret") in pairs(change["closed"])
    assert {finding["cause"] for finding in change["closed"]} == {"network"}
    assert change["new"] == []


def test_diff_with_itself_is_empty():
    change = json.loads(run("diff", EXAMPLE, EXAMPLE, "--format", "json", *DAY).stdout)

    assert (change["closed"], change["new"], change["renamed"]) == ([], [], [])
    assert change["unchanged"] == change["after"]["findings"]


def test_what_if_says_the_same_as_the_diff_with_the_rows_filled_in(later, overlay):
    what_if = json.loads(
        run("report", EXAMPLE, "--what-if", overlay, "--format", "json", *DAY).stdout
    )
    filled_in = json.loads(run("diff", EXAMPLE, later, "--format", "json", *DAY).stdout)

    for part in ("closed", "new", "unchanged", "before", "after"):
        assert what_if[part] == filled_in[part]


def test_what_if_writes_nothing_back(overlay):
    before = {file: file.read_bytes() for file in EXAMPLE.iterdir()}
    shown = invoke("report", EXAMPLE, "--what-if", overlay, "--lang", "en", *DAY)

    assert "Before and after" in shown.stdout
    assert {file: file.read_bytes() for file in EXAMPLE.iterdir()} == before


def test_what_if_is_no_csv(overlay):
    done = invoke("report", EXAMPLE, "--what-if", overlay, "--format", "csv")

    assert done.exit_code == 2
    assert done.stdout == ""


def test_a_mistake_in_the_overlay_is_told_at_its_own_place(tmp_path):
    wrong = tmp_path / "feil.yaml"
    wrong.write_text("links:\n  - {from: barnevernstjenesten, to: boligkontoret}\n", "utf-8")
    done = invoke("report", EXAMPLE, "--what-if", wrong)

    assert done.exit_code == 2
    assert "feil.yaml" in done.stderr


def test_a_report_tells_what_has_changed_since_a_baseline(later, tmp_path):
    earlier = tmp_path / "i-fjor.json"
    run("report", EXAMPLE, "-o", earlier, *DAY)
    for baseline in (EXAMPLE, earlier):
        done = run("report", later, "--baseline", baseline, "--format", "json", *DAY)
        report = json.loads(done.stdout)
        closed = pairs(report["changes"]["closed"])
        assert ("LINK03", "barneverntjenesten", "boligkontoret") in closed
    shown = run("report", later, "--baseline", earlier, "--lang", "en", *DAY).stdout
    assert "Changed since the baseline" in shown


def test_fail_on_with_a_baseline_counts_what_is_new_alone(later, tmp_path):
    earlier = tmp_path / "i-fjor.json"
    run("report", EXAMPLE, "-o", earlier, *DAY)
    old = invoke("report", EXAMPLE, "--baseline", earlier, "--fail-on", "hint", *DAY)
    assert (old.exit_code, invoke("report", EXAMPLE, "--fail-on", "hint", *DAY).exit_code) == (0, 1)

    run("report", later, "-o", earlier, *DAY)
    new = invoke("report", EXAMPLE, "--baseline", earlier, "--fail-on", "recommended", *DAY)
    assert new.exit_code == 1
    report = json.loads(earlier.read_text("utf-8"))
    for rule in report["rules"]:
        rule["version"] = rule["version"] + 1
    earlier.write_text(json.dumps(report), encoding="utf-8")
    by_rules = invoke("report", EXAMPLE, "--baseline", earlier, "--fail-on", "hint", *DAY)
    assert by_rules.exit_code == 0


@pytest.mark.parametrize("text", ["{}", "[]", "ikke json", '{"findings": 3}'])
def test_a_baseline_that_is_no_report_is_refused(tmp_path, text: str):
    file = tmp_path / "tull.json"
    file.write_text(text, encoding="utf-8")
    done = invoke("report", EXAMPLE, "--baseline", file)

    assert done.exit_code == 2
    assert "tull.json" in done.stderr


def test_many_municipalities_are_not_compared_with_one():
    done = invoke("diff", DATA, EXAMPLE)

    assert done.exit_code == 2


def test_what_can_no_longer_be_told_is_not_counted_as_closed(tmp_path):
    later = tmp_path / "senere"
    shutil.copytree(EXAMPLE, later)
    units = later / "units.csv"
    text = units.read_text("utf-8")
    kept = [
        line.replace("2026-09-14", "") if line.startswith("krisesenter") else line
        for line in text.splitlines()
    ]
    units.write_text("\n".join(kept), encoding="utf-8")
    shown = run("diff", EXAMPLE, later, "--lang", "en", *DAY).stdout

    assert "Closed: 0." in shown
    assert "ISO01 Krisesentertilbudet" in shown.partition("Gone only in the data")[2]


def test_another_municipality_is_refused():
    done = run("diff", DATA / "stord", DATA / "halden", "--lang", "en", *DAY)

    assert (done.returncode, done.stdout) == (2, "")
    assert "of municipality 4614, the data are of 3101" in done.stderr


# What can be a baseline


def refused_baseline(tmp_path, text: str) -> str:
    file = tmp_path / "forrige.json"
    file.write_text(text, encoding="utf-8")
    done = invoke("report", EXAMPLE, "--baseline", file, "--lang", "en")

    assert done.exit_code == 2
    return done.stderr


def report_json(**changed: object) -> str:
    report = json.loads(invoke("report", EXAMPLE, "--format", "json", *DAY).stdout)
    return json.dumps({**report, **changed})


def test_a_baseline_of_another_municipality_is_refused(tmp_path):
    municipality = {"number": "4614", "name": "Stord"}

    assert "of municipality 4614" in refused_baseline(
        tmp_path, report_json(municipality=municipality)
    )


def test_data_of_another_municipality_are_no_baseline_either():
    assert invoke("report", EXAMPLE, "--baseline", DATA / "stord").exit_code == 2


@pytest.mark.parametrize("version", [0, 99, "2", [2]])
def test_a_baseline_of_an_unknown_version_is_refused(tmp_path, version):
    assert "does not know" in refused_baseline(tmp_path, report_json(version=version))


@pytest.mark.parametrize("text", ["[" * 100_000, '{"format": "samordning-report"', ""])
def test_a_damaged_baseline_is_refused(tmp_path, text):
    assert "damaged" in refused_baseline(tmp_path, text)


@pytest.mark.parametrize("key", ["findings", "rules", "clauses", "congruence", "missing_pairs"])
@pytest.mark.parametrize("value", [None, 3, "x", [3], [None], {"a": 1}, [{}], [[[]]]])
def test_a_baseline_with_other_things_in_it_is_refused(tmp_path, key, value):
    assert "is no report" in refused_baseline(tmp_path, report_json(**{key: value}))


def places_in(value: object) -> Iterator[tuple[Any, Any]]:
    """Yield every place in a report: what holds it, and its key."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        yield value, key
        yield from places_in(value[key])


@pytest.mark.parametrize("wrong", [None, [], {}, 3, -1, 0.5, True, "x", ["x"], {"a": None}, [[]]])
def test_whatever_stands_at_any_place_of_a_baseline_is_read_or_refused(wrong):
    report = json.loads(report_json())
    used = ("municipality", "findings", "rules", "clauses", "congruence", "missing_pairs")
    report = {key: report[key] for key in ("format", "version", *used)}
    for key in used[1:]:
        report[key] = report[key][:2]
    before = snapshot_of_report(report)
    places = list(places_in(report))
    read = 0
    for holder, key in places:
        right, holder[key] = holder[key], wrong
        earlier = None
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            earlier = snapshot_of_report(report)
        holder[key] = right
        if earlier:
            list(diff_document(diff(earlier, before), "", ("", "")))
            list(diff_document(diff(before, earlier), "", ("", "")))
            read += 1

    assert 0 < read < len(places)


@pytest.mark.parametrize("name", ["rule", "subject", "related"])
@pytest.mark.parametrize("wrong", [None, 3, [None], {"a": 1}])
def test_a_finding_in_a_baseline_that_is_none_is_refused(tmp_path, name, wrong):
    findings = json.loads(report_json())["findings"]
    findings[0][name] = wrong

    assert "is no report" in refused_baseline(tmp_path, report_json(findings=findings))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes in folders")
def test_a_baseline_that_is_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "forrige.json")

    assert invoke("report", EXAMPLE, "--baseline", tmp_path / "forrige.json").exit_code == 2


def test_what_if_and_baseline_are_not_mixed(overlay):
    done = invoke("report", EXAMPLE, "--what-if", overlay, "--baseline", EXAMPLE, "--lang", "en")

    assert done.exit_code == 2
    assert "Choose one" in done.stderr


def test_what_is_known_is_told_and_counts_when_asked_for(tmp_path):
    earlier = tmp_path / "forrige.json"
    invoke("report", EXAMPLE, "--format", "json", "-o", earlier, *DAY)
    compared = ("report", EXAMPLE, "--baseline", earlier, "--fail-on", "hint", *DAY)
    done = invoke(*compared, "--lang", "en")

    assert done.exit_code == 0
    assert "were not counted" in done.stderr
    assert invoke(*compared, "--fail-on-known").exit_code == 1


def test_what_suggest_writes_gives_no_warning(tmp_path):
    folder = csv_folder(
        tmp_path / "kommune",
        units="name;sector\nBolig;bolig\nRus;helse\nHjelp;helse",
        goals="name\nRaskere bosetting",
        goal_owners="actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena;role\nBolig;Forum;medlem\nRus;Forum;observatør\nHjelp;Forum;",
    )
    steps = tmp_path / "steg.yaml"
    assert invoke("suggest", folder, "-o", steps, *DAY).exit_code == 0
    assert "actor: rus" in steps.read_text(encoding="utf-8")
    assert invoke("report", folder, "--what-if", steps, *DAY).stderr == ""

    steps.write_text(steps.read_text(encoding="utf-8").replace("member", "observer"))
    assert "W06" in invoke("report", folder, "--what-if", steps, *DAY).stderr, "it changes nothing"


def test_what_is_closed_stands_before_the_figures(later):
    shown = run("diff", EXAMPLE, later, *DAY, "--lang", "en").stdout

    assert shown.index("Closed: found before") < shown.index("Before and after")
    assert "§ 5 P1" in shown


@pytest.mark.parametrize("option", ["--what-if", "--baseline"])
def test_of_selected_rules_only_their_changes_are_told(option: str, later, overlay):
    data, other = (EXAMPLE, overlay) if option == "--what-if" else (later, EXAMPLE)
    shown = run("report", data, option, other, "--select", "LINK03", *DAY, "--lang", "en").stdout

    assert "LINK03 Barneverntjenesten – Boligkontoret" in shown
    assert "Closed: 1. New: 0." in shown
    assert "§ 5 P" not in shown
    assert "LINK04" not in shown


def test_with_a_baseline_the_answer_still_comes_first(later):
    shown = run("report", later, "--baseline", EXAMPLE, "--select", "LINK03", *DAY).stdout

    assert shown.index("Funn: ") < shown.index("Lukket: 1")
