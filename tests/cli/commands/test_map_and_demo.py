"""`samordning map` writes one page; `samordning demo` does the whole main job."""

import shutil
from collections import Counter

from samordning_graph.cli.commands.demo import MUNICIPALITIES
from samordning_graph.rules.register import RULES
from tests.helpers.files import csv_folder
from tests.helpers.running import DATA, DAY, STORD, invoke, run


def test_the_map_is_one_page_and_stdout_is_empty(tmp_path):
    out = tmp_path / "kart.html"
    result = invoke("map", STORD, "-o", out, *DAY)
    page = out.read_text(encoding="utf-8")

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "kart.html" in result.stderr
    assert page.lower().startswith("<!doctype html>")
    assert "Husbanken" in page


def test_the_map_does_not_write_over_an_input(tmp_path):
    folder = shutil.copytree(STORD, tmp_path / "stord")
    before = (folder / "units.csv").read_bytes()

    assert invoke("map", folder, "-o", folder / "units.csv").exit_code == 2
    assert (folder / "units.csv").read_bytes() == before


def test_a_map_of_broken_data_is_not_written(tmp_path):
    broken = csv_folder(tmp_path / "feil", units="name;sector\nBolig;bolg\n")
    result = invoke("map", broken, "-o", tmp_path / "kart.html")

    assert result.exit_code == 2
    assert "E11" in result.stderr
    assert not (tmp_path / "kart.html").exists()


def test_a_map_is_of_one_municipality(tmp_path):
    assert invoke("map", DATA, "-o", tmp_path / "kart.html").exit_code == 2
    assert not (tmp_path / "kart.html").exists()


def test_a_map_needs_a_file_to_write_to():
    result = invoke("map", STORD)

    assert result.exit_code == 2
    assert "--output" in result.stderr


def test_a_map_that_cannot_be_written_is_one_clear_message(tmp_path):
    result = invoke("map", STORD, "-o", tmp_path / "ikke" / "kart.html")

    assert result.exit_code == 2
    assert "kart.html" in result.stderr


def test_the_demo_shows_a_report_and_writes_reports_and_maps(tmp_path):
    result = run("demo", "--out", "ny/mappe", cwd=tmp_path)
    files = {file.name for file in (tmp_path / "ny" / "mappe").iterdir()}

    assert result.returncode == 0
    assert "Eksempelvik" in result.stdout
    assert "Stord" in result.stdout
    assert files == {
        f"{name}-{kind}.html" for name in ("eksempel", "stord") for kind in ("rapport", "kart")
    }
    for name in files:
        assert name in result.stdout


def test_the_demo_says_where_it_cannot_write(tmp_path):
    (tmp_path / "fil").touch()
    result = invoke("demo", "--out", tmp_path / "fil")

    assert result.exit_code == 2
    assert "fil" in result.stderr


def test_a_file_that_is_no_earlier_map_is_one_clear_message(tmp_path):
    (tmp_path / "notat.html").write_text("<p>Et notat</p>", encoding="utf-8")
    result = invoke(
        "map", STORD, "-o", tmp_path / "kart.html", "--layout-from", tmp_path / "notat.html", *DAY
    )

    assert result.exit_code == 2
    assert "notat.html er ikke et tidligere kart" in result.stderr
    assert not (tmp_path / "kart.html").exists()


def test_a_view_that_is_none_is_named_with_those_there_are(tmp_path):
    result = invoke("map", STORD, "-o", tmp_path / "kart.html", "--view", "aktører")

    assert result.exit_code == 2
    assert "sectors" in result.stderr


def test_demo_assesses_each_rule_once_of_a_municipality(tmp_path):
    assessed: Counter[str] = Counter()

    def counting(rule, assess):
        def assess_and_count(graph):
            assessed[rule.code] += 1
            return assess(graph)

        return assess_and_count

    before = {rule: rule.assess for rule in RULES}
    for rule, assess in before.items():
        object.__setattr__(rule, "assess", counting(rule, assess))
    try:
        invoke("demo", "--out", tmp_path)
    finally:
        for rule, assess in before.items():
            object.__setattr__(rule, "assess", assess)

    assert assessed == {rule.code: len(MUNICIPALITIES) for rule in RULES}
