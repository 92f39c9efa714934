"""`samordning compare` through the command line."""

import json
import re
from shutil import copytree

from tests.helpers.running import DATA, DAY, invoke, run


def test_municipalities_stand_by_number_whatever_the_order_given():
    done = run("compare", DATA / "stord", DATA / "eksempel", "--format", "json", *DAY)
    numbers = [row["municipality"]["number"] for row in json.loads(done.stdout)["municipalities"]]

    assert done.returncode == 0
    assert numbers == ["0000", "4614"]


def test_a_folder_of_many_is_all_of_them():
    done = run("compare", DATA, "--format", "csv", *DAY)

    assert len(done.stdout.strip().splitlines()) == 1 + len(
        [folder for folder in DATA.iterdir() if folder.is_dir()]
    )


def test_html_is_one_page_with_bars(tmp_path):
    page = tmp_path / "side-om-side.html"
    done = invoke("compare", DATA / "eksempel", DATA / "hammerfest", "-o", page, *DAY)

    assert done.exit_code == 0
    assert page.read_text("utf-8").count('<i class="unknown"') > 2


def test_sector_matrices_have_a_caption_headers_and_a_figure_in_each_coloured_cell(tmp_path):
    page = tmp_path / "side-om-side.html"
    invoke("compare", DATA / "eksempel", DATA / "hammerfest", "-o", page, *DAY)
    text = page.read_text("utf-8")
    matrices = re.findall(r'<table class="matrix">(.*?)</table>', text, re.DOTALL)

    assert len(matrices) == 2
    headers = [re.findall(r'<th scope="(?:col|row)">(.*?)</th>', matrix) for matrix in matrices]
    assert headers[0] == headers[1]
    for matrix in matrices:
        assert "<caption>" in matrix
        assert all(
            re.fullmatch(r"\d+/\d+", cell)
            for cell in re.findall(r'class="share-\d">(.*?)<', matrix)
        )


def test_it_is_no_league_table():
    assert "not ranked" in invoke("compare", DATA / "stord", "--lang", "en").stdout


def test_the_first_lines_are_who_was_asked_and_the_three_figures():
    done = invoke("compare", DATA / "eksempel", DATA / "stord", "--lang", "en", *DAY)
    *_title, caption, header, _rule, first, second = done.stdout.strip().splitlines()[:8]

    assert caption == "Pairs with a ground to coordinate"
    assert header.split("  ")[0] == "Municipality"
    assert ("26 of 38" in first, first.split()[-3:]) == (True, ["23", "11", "8"])
    assert ("0 of 5" in second, second.split()[-3:]) == (True, ["–", "–", "–"])


def test_warnings_about_one_municipality_are_counted_and_what_concerns_many_is_told(tmp_path):
    for name in ("a", "b"):
        copytree(DATA / "stord", tmp_path / name)
    done = invoke("compare", tmp_path, "--lang", "en", *DAY)
    *of_many, counted = done.stderr.splitlines()

    assert re.match(r"\d warnings about the data. To see them: samordning check ", counted)
    assert "W15" in of_many[0]  # two have one number
