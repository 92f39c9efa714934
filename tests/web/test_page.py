import re
from pathlib import Path

import pytest

from samordning_graph.common.locale import LANGUAGES, in_language
from samordning_graph.web.page import FOLDER, SCRIPTS, Licence, policy, web_page
from samordning_graph.web.texts import page_texts

OURS = [file for file in SCRIPTS if file.is_relative_to(FOLDER)]
LICENCE = Licence("Noe", "1.0", "MIT", "https://example.org", "Bruk <det>")


@pytest.fixture(scope="module")
def page():
    return web_page(
        {"worker": b"abc", "runtime": b"\0", "library": b"", "packages": b""}, [LICENCE]
    )


def test_every_script_is_in_the_page_or_the_worker():
    names = {file.name for file in (FOLDER / "script").glob("*.js")}

    assert {file.name for file in OURS} == names - {"worker.js"}


def test_a_name_means_the_same_in_all_scripts():
    declared = re.compile(
        r"^(?:export )?(?:async )?(?:function|const|class|let) (\w+)", re.MULTILINE
    )
    names = [
        name for file in SCRIPTS for name in declared.findall(file.read_text(encoding="utf-8"))
    ]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_of_a_command_line(language):
    with in_language(language):
        texts = page_texts()

    assert [text for text in texts.values() if re.search(r"`|--|samordning [a-z]", text)] == []


def test_every_word_that_is_used_is_there_and_every_word_is_used(page):
    scripts = "".join(file.read_text(encoding="utf-8") for file in OURS)
    template = Path(FOLDER, "template", "page.html.j2").read_text(encoding="utf-8")
    shown = re.findall(r'data-(?:text|label)="(\w+)"', page) + re.findall(r"say\.(\w+)", template)
    asked_for = re.findall(r'\b(?:words|say)\("(\w+)"', scripts)
    known = set(page_texts())

    assert {*shown, *asked_for} <= known
    assert known <= {*shown, *re.findall(r'"(\w+)"', scripts)}


def test_nothing_runs_or_is_fetched_but_what_is_in_the_page(page):
    assert "unsafe-eval" not in re.sub(r"wasm-unsafe-eval", "", policy(""))
    assert "connect-src blob:;" in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)


def test_for_a_web_server_the_parts_lie_beside_it():
    page = web_page({"worker": "worker.bin"}, [])

    assert "connect-src blob: &#39;self&#39;;" in page
    assert 'id="part-worker"' not in page


def test_licences_are_shown_as_they_are_written(page):
    assert "Bruk &lt;det&gt;" in page
