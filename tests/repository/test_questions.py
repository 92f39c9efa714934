"""The page of twelve questions: one command answers each, and the answer is on the first screen."""

import re
import shlex
import shutil
import textwrap

import pytest

from tests.helpers.running import ROOT, run

PAGE = (ROOT / "docs" / "sporsmal.md").read_text(encoding="utf-8")
LINES, COLUMNS = 30, 100
"""The first screen, with the warnings that stand above the answer."""
SECTIONS = re.findall(r"^## (\d+)\. .*?\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
COMPARED = ("Stord (4614)", "26 av 38", "0 av 5", "Par med grunn til samordning")
"""What the second command of the last question answers."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the data, and the example as it was before two sectors met."""
    path = tmp_path_factory.mktemp("questions")
    shutil.copytree(ROOT / "data", path / "data")
    shutil.copytree(ROOT / "data" / "eksempel", path / "i-fjor")
    (path / "i-fjor" / "eksempel.xlsx").unlink()
    file = path / "i-fjor" / "participation.csv"
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (seat,) = [row for row in rows if row.startswith("helse-og-omsorg;strategisk-")]
    rows.remove(seat)
    file.write_text("".join(rows), encoding="utf-8")
    return path


def ran(command: str, folder):
    done = run(*shlex.split(command)[1:], cwd=folder)
    assert done.returncode == 0, (command, done.stderr)
    return done


def first_screen(shown: str) -> str:
    """Return what somebody sees first, as one line."""
    lines = [part for line in shown.splitlines() for part in textwrap.wrap(line, COLUMNS) or [line]]
    return " ".join(" ".join(lines[:LINES]).split())


def commands(section: str) -> list[str]:
    return re.findall(r"^samordning .*$", section, re.MULTILINE)


def answers(section: str) -> list[str]:
    """Return the names and figures that the page says are in the answer."""
    return [" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", section, re.DOTALL)]


def test_there_are_twelve_questions_each_with_a_command_an_answer_and_a_limit():
    assert [number for number, _section in SECTIONS] == [str(n) for n in range(1, 13)]
    for number, section in SECTIONS:
        assert commands(section), number
        assert answers(section), number
        assert "\nKan ikke si " in section, number


@pytest.mark.slow
@pytest.mark.parametrize(("number", "section"), SECTIONS, ids=[n for n, _section in SECTIONS])
def test_the_first_screen_of_the_command_holds_the_answer(number: str, section: str, folder):
    done = ran(commands(section)[0], folder)
    screen = first_screen(done.stderr + done.stdout).lower()

    for answer in answers(section):
        assert answer.lower() in screen, number


@pytest.mark.slow
def test_municipalities_side_by_side_show_how_many_were_asked_and_do_coordinate(folder):
    done = ran(commands(SECTIONS[-1][1])[1], folder)
    screen = first_screen(done.stderr + done.stdout)

    assert [part for part in COMPARED if part not in screen] == []
