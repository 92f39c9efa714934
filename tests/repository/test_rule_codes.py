"""What is known of a rule is said by the rule: no code of one stands in code elsewhere.

Texts for people may name a rule: docstrings, and messages that are translated.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import samordning_graph
from samordning_graph.rules.family import FAMILIES

PACKAGE = Path(samordning_graph.__file__).parent
CODE = re.compile(
    rf"\b[A-Z]{{3,5}}\d\d\b|^(?:{'|'.join(family.code for family in FAMILIES)})$",
)
TRANSLATES = {"_", "ngettext", "mark"}


def strings_in_code(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a module that are neither docstrings nor messages."""
    for child in ast.iter_child_nodes(tree):
        match child:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Call(func=ast.Name(id=name)) if name in TRANSLATES:
                continue
            case ast.Constant(value=str(text)):
                yield text
            case _:
                yield from strings_in_code(child)


def test_a_code_is_found_in_code_and_not_in_a_message_or_a_docstring():
    module = ast.parse('"""LINK03."""\nA = {"PLAN": f("GOAL05")}\nB = _("See LINK03.")\n')

    assert [text for text in strings_in_code(module) if CODE.search(text)] == ["PLAN", "GOAL05"]


def test_no_module_outside_the_rules_names_a_rule_by_its_code():
    naming = {
        (path.relative_to(PACKAGE).as_posix(), text)
        for path in PACKAGE.rglob("*.py")
        if PACKAGE / "rules" not in path.parents
        for text in strings_in_code(ast.parse(path.read_text(encoding="utf-8")))
        if CODE.search(text)
    }

    assert not naming
