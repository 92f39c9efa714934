"""`samordning compare` through the command line."""

import json
import re

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
