"""`samordning duties`: the register, and what of it applies here."""

import json

from tests.helpers.running import run


def test_the_register_is_listed_with_what_was_not_verified():
    done = run("duties", "--lang", "en")

    assert done.returncode == 0
    assert "sosialtjenesteloven" in done.stdout
    assert "no: " in done.stdout


def test_over_a_municipality_it_says_to_whom_a_duty_applies_and_what_to_ask():
    done = run("duties", "data/hammerfest", "--lang", "en")

    assert done.returncode == 0
    for part in ("NAV Hammerfest", "not assessed", "documented", "Who is it here?"):
        assert part in done.stdout


def test_json_says_the_status_of_each():
    done = run("duties", "data/eksempel", "--format", "json")
    document = json.loads(done.stdout)
    by_id = {duty["id"]: duty for duty in document["duties"]}

    assert document["format"] == "samordning-duties"
    assert by_id["sosialtjenesteloven-15"]["status"] == "documented"
    assert not by_id["husbanken"]["applies"]
    assert {duty["status"] for duty in document["local_requirements"]} == {
        "documented",
        "not_documented",
    }


def test_an_own_register_takes_the_place_of_the_built_in_one(tmp_path):
    own = tmp_path / "plikter.yaml"
    own.write_text(
        "- {id: egen, law: egen lov, clause_nb: Snakk., tier: required, force: skal,"
        " verified: yes, a: [{kind: unit, sector: bolig}], b: [{kind: unit, sector: plan}]}\n",
        encoding="utf-8",
    )
    listed = run("duties", "--duties", str(own))
    report = run("report", "data/eksempel", "--duties", str(own), "--format", "json")

    assert "egen lov" in listed.stdout
    assert "sosialtjenesteloven" not in listed.stdout
    findings = json.loads(report.stdout)["findings"]
    assert "egen" in {finding["subject"] for finding in findings if finding["rule"] == "LINK01"}


def test_a_register_with_a_mistake_is_refused_with_its_line(tmp_path):
    own = tmp_path / "plikter.yaml"
    own.write_text("- id: x\n  tier: requred\n", encoding="utf-8")
    done = run("report", "data/eksempel", "--duties", str(own))

    assert done.returncode == 2
    assert "E11" in done.stderr
    assert done.stdout == ""
