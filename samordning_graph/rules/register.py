"""The register: every rule of the catalogue, discovered by its module, and its assessment of a graph."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules

from samordning_graph.graph.graph import Graph, cached_per_graph_and_language
from samordning_graph.rules import catalogue
from samordning_graph.rules.family import FAMILIES
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.rule import Assessment, Rule


def _catalogue() -> Iterator[Rule]:
    """Yield the rule of each module of the catalogue."""
    for module in iter_modules(catalogue.__path__):
        yield import_module(f"{catalogue.__name__}.{module.name}").RULE


RULES: tuple[Rule, ...] = tuple(
    sorted(_catalogue(), key=lambda rule: (FAMILIES.index(rule.family), rule.code))
)
"""Every rule, in the order of the families and their codes."""
_BY_CODE = {rule.code: rule for rule in RULES}


def rule_of(code: str) -> Rule:
    """Return the rule with this code."""
    return _BY_CODE[code]


@cached_per_graph_and_language
def assessment_of(graph: Graph, rule: Rule) -> Assessment:
    """Return a rule's assessment of a graph, made only once; its reason is in the language in use."""
    return rule.assess(graph)


def find(graph: Graph, rules: Sequence[Rule] = RULES) -> Iterator[Finding]:
    """Yield the findings of these rules, sorted by identity, each made when it is asked for."""
    for rule in sorted(rules, key=lambda rule: rule.code):
        for case in assessment_of(graph, rule).found:
            yield rule.tell(graph, case)
