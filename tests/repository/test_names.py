"""Names that say what a thing is: some that say nothing are kept out, and no class name is used twice."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANNED = {"one", "told", "town", "whys", "said", "aside", "form", "here", "there"}
PYTHON = [
    path
    for folder in ("samordning_graph", "tools", "tests", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
SCRIPTS = [
    path
    for folder in ("samordning_graph", "tests")
    for path in sorted((ROOT / folder).rglob("*.js"))
]
_WORDS = "|".join(sorted(BANNED))
IN_A_SCRIPT = re.compile(
    rf"\b(?:const|let|var|function|class)\s+({_WORDS})\b"  # a declaration
    rf"|[(,]\s*({_WORDS})\s*(?=[,)][^;\n]*=>)|\b({_WORDS})\s*=>"  # of an arrow function
    rf"|\bfunction\s*\w*\s*\([^)]*\b({_WORDS})\b[^)]*\)"  # of a function
    rf"|\b(?:const|let|var)\s*[\[{{][^=]*?\b({_WORDS})\b\s*[,\]}}]"  # taken apart
)


def bound(tree: ast.AST) -> Iterator[str]:
    """Yield each name that a piece of Python binds."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_name_in_python_says_nothing():
    found = {relative(path): BANNED & set(bound(parsed(path))) for path in PYTHON}

    assert {path: names for path, names in found.items() if names} == {}


def test_no_name_in_a_script_says_nothing():
    found = {
        relative(path): IN_A_SCRIPT.findall(path.read_text(encoding="utf-8")) for path in SCRIPTS
    }

    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "code",
    [
        "const one = 1;",
        "for (const one of all) {}",
        "all.map((one) => one.id)",
        "all.map(one => one.id)",
        "all.sort((a, said) => a - said)",
        "function draw(node, told) {}",
        "const { told, id } = gap;",
        "const [first, one] = pair;",
    ],
)
def test_a_banned_name_in_a_script_is_seen(code):
    assert IN_A_SCRIPT.search(code)


def test_no_class_of_the_package_has_the_name_of_another():
    names = Counter(
        node.name
        for path in PYTHON
        if path.is_relative_to(ROOT / "samordning_graph")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, count in names.items() if count > 1] == []
