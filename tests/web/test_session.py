import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from samordning_graph.web.files_to_keep import FILES
from tests.helpers.running import DATA, invoke
from tests.web.conftest import DAY, DECISIONS, EXAMPLE

COMMANDS = {
    "report": ("report", "-o", "ut.html"),
    "document": ("report", "-o", "ut.docx"),
    "findings": ("report", "-o", "ut.xlsx"),
    "table": ("report", "-o", "ut.csv"),
    "data": ("report", "-o", "ut.json"),
    "map": ("map", "-o", "ut.html"),
    "suggestions": ("suggest", "-o", "ut.html"),
    "graph": ("export", "-o", "ut.graphml"),
    "figures": ("metrics", "-o", "ut.html"),
}
"""What writes the same file on the command line; the list of actions is part of `meeting`."""


MINUTES = "_minutes:\n- matter: Noe\n"


def workbook(path, **changed):
    """Write the example with cells of «Enheter» changed: `{cell: value}`."""
    book = openpyxl.load_workbook(EXAMPLE)
    for cell, value in changed.items():
        book["Enheter"][cell] = value
    book.save(path)
    return path


def kinds(blocks):
    return [block["kind"] for block in blocks]


def test_the_first_answer_is_page_one_and_what_is_in_place(visit):
    answer = visit.read(EXAMPLE)

    assert answer["title"].startswith("Samordning av det boligsosiale arbeidet i Eksempelvik")
    headings = [block["text"] for block in answer["answer"] if block["kind"] == "heading"]
    assert headings[:2] == ["Snakk om dette først", "Dette har dere på plass"]
    [first] = [block for block in answer["answer"] if block.get("numbered")]
    assert len(first["items"]) == 5
    [figures] = [block for block in answer["answer"] if block["kind"] == "figures"]
    assert len(figures["parts"]) == len(figures["texts"]) == 3


def test_the_example_needs_no_file(visit):
    visit.ask("example")

    assert visit.ask("read", as_of=DAY)["answer"] == visit.read(EXAMPLE)["answer"]


def test_it_speaks_the_language_that_is_asked_for(visit):
    assert visit.read(EXAMPLE, language="en")["summary"] == "No errors in the workbook."
    assert visit.ask("read", language="nb")["summary"] == "Ingen feil i arbeidsboken."


def test_an_error_stops_with_where_and_what_to_do(visit, tmp_path):
    answer = visit.read(workbook(tmp_path / "feil.xlsx", C4="sosail"))

    assert "answer" not in answer
    [problem] = [p for group in answer["problems"] for p in group["problems"] if p["error"]]
    [sheet] = [group["sheet"] for group in answer["problems"] if problem in group["problems"]]
    assert (sheet, problem["rows"]) == ("Enheter", "rad 4")
    assert problem["column"]
    assert "Sosial" in problem["remedy"]


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>", EXAMPLE.read_bytes()[:5000]])
def test_what_cannot_be_read_is_refused_as_on_the_command_line(visit, tmp_path, content):
    file = tmp_path / "bok.xlsx"
    file.write_bytes(content)
    check = json.loads(invoke("check", file, "--format", "json").output)

    [group] = visit.read(file)["problems"]

    messages = [problem["message"].lower() for problem in group["problems"]]
    assert messages == [problem["message"].lower() for problem in check["problems"]]


@pytest.mark.parametrize("file", sorted(COMMANDS))
def test_a_file_is_what_the_command_writes(visit, tmp_path, monkeypatch, file):
    monkeypatch.chdir(tmp_path)
    Path("eksempel.xlsx").write_bytes(EXAMPLE.read_bytes())
    command, *output = COMMANDS[file]
    day = () if command == "export" else ("--as-of", DAY)
    invoke(command, "eksempel.xlsx", *output, *day)

    visit.read(EXAMPLE)

    assert visit.made(file).read_bytes() == Path(output[-1]).read_bytes()


def test_every_file_is_in_the_zip(visit):
    visit.read(EXAMPLE)

    with zipfile.ZipFile(visit.made("all")) as archive:
        assert len(archive.namelist()) == len(FILES)
        assert all(archive.read(name) for name in archive.namelist())


def test_choices_narrow_the_report(visit):
    visit.read(EXAMPLE, families=["ARENA"], reader="leader")
    report = json.loads(visit.made("data").read_text(encoding="utf-8"))

    assert {finding["rule"][:5] for finding in report["findings"]} == {"ARENA"}


def test_csv_files_are_one_municipality(visit):
    answer = visit.read(*(DATA / "stord").glob("*.csv"))

    assert "Stord" in answer["title"]


def test_several_municipalities_are_to_be_chosen_among(visit, tmp_path):
    book = openpyxl.load_workbook(EXAMPLE)
    book["Kommune"]["A2"], book["Kommune"]["B2"] = "4614", "Stord"
    book.save(tmp_path / "stord.xlsx")
    visit.give(EXAMPLE, tmp_path / "stord.xlsx")

    found = visit.ask("sort")["municipalities"]

    assert [each["number"] for each in found] == ["0000", "4614"]
    assert "Stord" in visit.ask("read", municipality=1)["title"]


def test_files_of_the_same_number_are_parts_of_one(visit, tmp_path):
    (tmp_path / "del.xlsx").write_bytes(EXAMPLE.read_bytes())
    visit.give(EXAMPLE, tmp_path / "del.xlsx")

    assert len(visit.ask("sort")["municipalities"]) == 1
    assert "Eksempelvik" in visit.ask("read")["title"]


class TestEarlierFilesGivenWithTheWorkbook:
    @pytest.fixture
    def earlier(self, visit, tmp_path):
        """An earlier report and an earlier map of the same municipality."""
        visit.read(EXAMPLE)
        files = tmp_path / "i-fjor.json", tmp_path / "i-fjor.html"
        for file, id_ in zip(files, ("data", "map"), strict=True):
            file.write_bytes(visit.made(id_).read_bytes())
        return files

    def test_each_is_taken_for_what_it_is(self, visit, earlier):
        visit.ask("forget")
        visit.give(EXAMPLE, *earlier)

        found = visit.ask("sort")

        assert {each["name"]: each["kind"].split()[-1] for each in found["taken"]} == {
            "eksempel.xlsx": "kommune",
            "i-fjor.html": "plassen",
            "i-fjor.json": "med",
        }
        assert (found["files"], found["compare"]) == (["eksempel.xlsx"], ["i-fjor.json"])
        assert "Eksempelvik" in visit.ask("read", as_of=DAY)["title"]
        assert "Uendret" in str(visit.ask("compare", as_of=DAY)["changes"])

    def test_the_map_keeps_the_places_of_the_earlier_one(self, visit, earlier, tmp_path):
        book = workbook(tmp_path / "eksempel.xlsx", B2="Aaa")
        out = tmp_path / "ut.html"
        invoke("map", book, "-o", out, "--layout-from", earlier[1], "--as-of", DAY)
        visit.read(*(DATA / "stord").glob("*.csv"))

        visit.read(book, *earlier)

        assert visit.made("map").read_bytes() == out.read_bytes()

    def test_a_page_that_is_no_map_moves_nobody(self, visit, tmp_path):
        visit.read(EXAMPLE)
        alone = visit.made("map").read_bytes()
        (tmp_path / "side.html").write_text("<p>", encoding="utf-8")
        visit.read(*(DATA / "stord").glob("*.csv"))

        visit.read(EXAMPLE, tmp_path / "side.html")

        assert visit.made("map").read_bytes() == alone


class TestCorrectedWorkbook:
    def test_it_says_what_has_changed_since(self, visit, tmp_path):
        visit.read(EXAMPLE)
        answer = visit.read(workbook(tmp_path / "eksempel.xlsx", B2="Nytt navn"))

        assert any("Nytt navn" in str(block) for block in answer["changes"])

    def test_other_choices_change_nothing(self, visit):
        visit.read(EXAMPLE)

        assert visit.ask("read", as_of=DAY, reader="leader")["changes"] == []

    def test_another_municipality_is_not_compared_with(self, visit):
        visit.read(EXAMPLE)

        assert visit.read(*(DATA / "stord").glob("*.csv"))["changes"] == []

    def test_the_map_keeps_the_places(self, visit, tmp_path):
        visit.read(EXAMPLE)
        before = visit.made("map")
        kept = tmp_path / "before.html"
        kept.write_bytes(before.read_bytes())
        book = workbook(tmp_path / "eksempel.xlsx", B2="Aaa")
        visit.read(book)
        invoke("map", book, "-o", tmp_path / "ut.html", "--layout-from", kept, "--as-of", DAY)

        assert visit.made("map").read_bytes() == (tmp_path / "ut.html").read_bytes()


class TestEarlierFile:
    def test_a_report_as_data(self, visit, tmp_path):
        visit.read(EXAMPLE)
        kept = tmp_path / "rapport.json"
        kept.write_bytes(visit.made("data").read_bytes())
        visit.give(kept, folder="beside")

        answer = visit.ask("compare", as_of=DAY)

        assert kinds(answer["changes"]) == ["paragraph", "table"]
        assert "Nye: 0" in answer["changes"][0]["text"]

    def test_a_workbook(self, visit, tmp_path):
        visit.read(EXAMPLE)
        visit.give(workbook(tmp_path / "foer.xlsx", B2="Gammelt navn"), folder="beside")

        assert "Gammelt navn" in str(visit.ask("compare", as_of=DAY)["changes"])

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("x.json", "{}", "er ikke en rapport"),
            ("x.json", "[" * 100_000, "er ikke en rapport"),
            ("x.json", '{"version": 999}', "er ikke en rapport"),
            ("x.yaml", "units: []", "har feil"),
        ],
    )
    def test_what_cannot_be_compared_with_is_said(self, visit, tmp_path, name, content, sentence):
        visit.read(EXAMPLE)
        (tmp_path / name).write_text(content, encoding="utf-8")
        visit.give(tmp_path / name, folder="beside")

        assert sentence in visit.ask("compare")["refused"]

    def test_one_of_another_municipality_is_refused(self, visit, tmp_path):
        invoke("report", DATA / "stord", "-o", tmp_path / "stord.json")
        visit.read(EXAMPLE)
        visit.give(tmp_path / "stord.json", folder="beside")

        assert "gjelder kommune 4614" in visit.ask("compare")["refused"]


def test_what_if_is_that_of_the_command(visit, tmp_path):
    visit.read(EXAMPLE)
    steps, out = tmp_path / "steg.yaml", tmp_path / "ut.json"
    day = ("--as-of", DAY)
    invoke("suggest", EXAMPLE, "-o", steps, *day)
    invoke("report", EXAMPLE, "--what-if", steps, "-o", out, *day)
    closed = json.loads(out.read_text(encoding="utf-8"))["closed"]

    text = visit.ask("what_if")["changes"][0]["text"]

    assert closed
    assert text.startswith(f"Lukket: {len(closed)}.")


class TestDecisions:
    def given(self, visit, tmp_path, text):
        file = tmp_path / "beslutninger.yaml"
        file.write_text(text, encoding="utf-8")
        visit.give(file, folder="beside")
        return visit.ask("decide", as_of=DAY)

    def test_they_are_rows_in_a_copy_of_the_workbook(self, visit, tmp_path):
        visit.read(EXAMPLE)

        answer = self.given(visit, tmp_path, DECISIONS)

        assert "Rader lagt til i Oppfølging: 1" in answer["sentences"]
        copy, minutes = (Path(file["path"]) for file in answer["files"])
        assert (copy.suffix, minutes.suffix) == (".xlsx", ".docx")
        assert minutes.stat().st_size > 0
        steps = [row[0].value for row in openpyxl.load_workbook(copy)["Oppfølging"]]
        assert "Avklar hvem som gjør hva" in steps

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (f"{MINUTES}follow_up:\n- step: x\n  deadline: i fjor\n", "passer ikke"),
            (f"{MINUTES}units:\n- name: x\n  sector: bolig\n", "rader til arket Enheter"),
            ("[", "passer ikke"),
        ],
    )
    def test_what_does_not_fit_is_said(self, visit, tmp_path, text, sentence):
        visit.read(EXAMPLE)

        assert sentence in self.given(visit, tmp_path, text)["refused"]

    def test_csv_files_have_no_workbook_to_put_them_in(self, visit, tmp_path):
        visit.read(*(DATA / "stord").glob("*.csv"))

        assert "én arbeidsbok" in self.given(visit, tmp_path, DECISIONS)["refused"]


def test_the_empty_workbook_is_that_of_the_command(visit, tmp_path):
    invoke("template", tmp_path / "kommune.xlsx")

    made = Path(visit.ask("template")["path"])

    assert made.read_bytes() == (tmp_path / "kommune.xlsx").read_bytes()


def test_an_empty_workbook_is_refused_as_on_the_command_line(visit, tmp_path):
    book = Path(visit.ask("template")["path"])

    answer = visit.read(book)

    assert "answer" not in answer
    assert answer["problems"]
