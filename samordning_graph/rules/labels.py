"""Findings in words: what they are about, how strongly they are grounded, what they rest on.

Said once, so that a report and a map call a thing the same and begin with the same finding.
"""

from collections.abc import Sequence

from samordning_graph.common.locale import _
from samordning_graph.graph.duties import duty_name
from samordning_graph.graph.graph import Graph, name, sector_name
from samordning_graph.graph.self_assessment import factor_name
from samordning_graph.rules.finding import Basis, Confidence, Finding, FindingId

ABOUT_SECTORS = "LINK06"
"""The only rule whose subjects are sectors."""
ABOUT_DUTIES = ("LINK01", "LINK02")
"""The rules whose subjects are duties, or requirements of the municipality's own."""
ABOUT_FACTORS = "SELF"
"""The family of rules whose subjects are factors of the self-assessment."""
MOST_IN_A_TITLE = 4
"""Names in the title of a finding: the others are in its sentences, and in JSON."""
FAMILIES = ("LINK", "ISO", "GOAL", "PLAN", "ARENA", "FRAG", "SELF")
"""Of equally strong findings, those about who does not meet come first: they name somebody."""
_CONFIDENCES = ("both", "one", "none")
_ABOUT_DOCUMENTS = "PLAN"
"""The family of rules that name no actor: nobody was asked, and nobody needed to be."""
_ABOUT_ANSWERS = "SELF"
_ABOUT_ROWS = ("ARENA01", "ARENA06", "ARENA07", "GOAL04")
"""Rules that look at what is filled in about an arena itself."""
_ABOUT_ARENAS = ("ARENA", "FRAG02", "ISO03", "LINK08")
"""Rules that name arenas, known from their participant lists rather than from asking somebody."""


def basis_name(basis: Basis) -> str:
    """Return how strongly a finding is grounded, in words."""
    return {
        Basis.REQUIRED: _("required by law"),
        Basis.CONDITIONAL: _("conditional on a target group"),
        Basis.LOCAL: _("the municipality's own requirement"),
        Basis.RECOMMENDED: _("recommended"),
        Basis.HINT: _("hint"),
    }[basis]


def data_basis(finding: Finding) -> str:
    """Return what a finding rests on: those involved, participant lists, answers or documents."""
    rule = finding.identity.rule
    if rule.startswith(_ABOUT_DOCUMENTS):
        return _("rests on the plans and documents that are filled in")
    if rule.startswith(_ABOUT_ANSWERS):
        return _("rests on the answers that are filled in")
    if rule in _ABOUT_ROWS:
        return _("rests on what is filled in about the arena")
    if rule.startswith(_ABOUT_ARENAS):
        return _arenas_known(finding.confidence)
    return confidence_name(finding.confidence)


def _arenas_known(confidence: Confidence) -> str:
    """Return how much of what a finding says about arenas is known, in words."""
    return {
        Confidence.BOTH: _("the participant lists it is about are said to be complete"),
        Confidence.ONE: _(
            "known in part: somebody was asked, or a participant list is said to be complete"
        ),
        Confidence.NONE: _("no participant list it is about is said to be complete"),
    }[confidence]


def confidence_name(confidence: Confidence) -> str:
    """Return how many of those whom a finding names are known from themselves, in words."""
    return {
        Confidence.BOTH: _("all those involved were asked"),
        Confidence.ONE: _("some of those involved were asked"),
        Confidence.NONE: _("none of those involved were asked"),
    }[confidence]


def subject_names(graph: Graph, identity: FindingId) -> list[str]:
    """Return the names of what a finding is about, subject first: nodes, or two sectors.

    A unit may well have the id of a sector («plan»), so the rule decides what an id means.
    """
    ids = (identity.subject, *identity.related)
    if identity.rule == ABOUT_SECTORS:
        return [sector_name(graph, one) for one in ids]
    if identity.rule.startswith(ABOUT_FACTORS):
        return [factor_name(graph, identity.subject)]
    if identity.rule in ABOUT_DUTIES:
        return [duty_name(graph, identity.subject), *(name(graph, one) for one in identity.related)]
    return [name(graph, one) for one in ids]


def what_it_is_about(graph: Graph, identity: FindingId) -> str:
    """Return what a finding is about as a title: the first names, and of a duty the duty alone."""
    return title_of_names(identity.rule, subject_names(graph, identity))


def title_of_names(rule: str, names: Sequence[str]) -> str:
    """Return the names of what a finding of a rule is about, subject first, as a title."""
    shown = names[: 1 if rule in ABOUT_DUTIES else MOST_IN_A_TITLE]
    cut = rule not in ABOUT_DUTIES and len(names) > len(shown)
    return " – ".join(shown) + (" …" if cut else "")


def strength(finding: Finding) -> tuple[int, int, int, FindingId]:
    """Return the sort key by which findings are told: strongest basis first, then the surest."""
    family = finding.identity.rule.rstrip("0123456789")
    return (
        -finding.basis,
        _CONFIDENCES.index(finding.confidence),
        FAMILIES.index(family) if family in FAMILIES else len(FAMILIES),
        finding.identity,
    )
