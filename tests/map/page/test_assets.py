import re
from collections import Counter

from benchmarks import generate
from samordning_graph.graph.build import build
from samordning_graph.map.page.assets import FOLDER, SCRIPTS, assets, joined
from samordning_graph.map.page.html_page import map_page

LARGEST_PAGE = 800_000
"""Bytes."""

TEXTS = {name: (FOLDER / "script" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS}
DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|class|const|let|var) (\w+|[\[{])", re.MULTILINE
)
AN_IMPORT = re.compile(r'^import \{ ?[\w, \n]+ ?\} from "\./(\w+)\.js";$', re.MULTILINE)


def test_every_module_is_in_the_page():
    assert {file.stem for file in (FOLDER / "script").iterdir()} == set(SCRIPTS)
    assert len(set(SCRIPTS)) == len(SCRIPTS)
    assert SCRIPTS[-1] == "main"


def test_a_name_means_the_same_in_all_modules():
    names = Counter(name for text in TEXTS.values() for name in DECLARED.findall(text))

    assert [name for name, count in names.items() if count > 1] == []
    assert not {"[", "{"} & names.keys()


def test_what_a_module_imports_keeps_its_name():
    """What is imported is joined to what imports it; that it exists is checked with the types."""
    for name, text in TEXTS.items():
        understood = [
            statement for statement in AN_IMPORT.finditer(text) if " as " not in statement[0]
        ]

        assert {statement[1] for statement in understood} <= set(SCRIPTS), name
        assert len(understood) == len(re.findall(r"^import\b", text, re.MULTILINE)), name


def test_nothing_is_left_to_import_in_the_page():
    text = joined()

    assert not re.findall(r"^(?:import|export)\b", text, re.MULTILINE)
    for name in ("readData", "createStore", "shown", "search"):
        assert f"function {name}(" in text


def test_only_the_last_module_does_anything():
    """The others may be read in any order, and by Node."""
    for name in SCRIPTS[:-1]:
        calls = re.findall(r"^[a-z]\w*(?:\.\w+)*\(.*", TEXTS[name], re.MULTILINE)
        assert calls == [], name


def test_the_page_cannot_be_ended_by_a_script():
    assert "</script" not in joined().lower()
    assert "<!--" not in joined()


def test_the_page_has_the_code_of_every_module_and_no_comments():
    comment = re.compile(r"^\s*(?:/\*\*|//)")
    page = joined().splitlines()

    assert not [line for line in page if comment.match(line) and line.rstrip().endswith("*/")]
    for name in SCRIPTS:
        code = (FOLDER / "script" / f"{name}.js").read_text(encoding="utf-8").splitlines()
        declared = [line for line in code if re.match(r"(export )?(async )?function \w+", line)]
        plain = (re.sub(r"/\*\* .*? \*/ ", "", line) for line in declared)
        assert {line.removeprefix("export ") for line in plain} <= set(page), name


def test_no_text_goes_over_more_than_one_line():
    """The page has no indents, which would be part of such a text."""
    code = [line for text in TEXTS.values() for line in text.splitlines()]

    assert [
        line for line in code if line.count("`") % 2 and not re.match(r"\s*(?:/?\*|//)", line)
    ] == []
    assert [line for line in code if line.endswith("\\")] == []


def test_the_page_has_all_styles_and_no_more_room_than_they_need():
    (styles,) = assets().styles
    source = (FOLDER / "template" / "page.css").read_text(encoding="utf-8")

    for sign in "{};":
        assert styles.count(sign) == re.sub(r"/\*.*?\*/", "", source).count(sign)
    assert "/*" not in styles
    assert ".message{margin:" in styles.replace(": ", ":")


def test_a_page_with_hardly_any_data_is_small():
    graph = build(generate.model(generate.municipality("0301", 6)))

    assert len(map_page(graph).encode()) < LARGEST_PAGE
