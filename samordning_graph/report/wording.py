"""The words for basis, confidence and the like, in the language in use."""

from samordning_graph.finding import Basis, Confidence
from samordning_graph.locale import _


def basis_name(basis: Basis) -> str:
    """Return how strongly a finding is grounded, in words."""
    return {
        Basis.REQUIRED: _("required by law"),
        Basis.CONDITIONAL: _("conditional on a target group"),
        Basis.LOCAL: _("the municipality's own requirement"),
        Basis.RECOMMENDED: _("recommended"),
        Basis.HINT: _("hint"),
    }[basis]


def confidence_name(confidence: Confidence) -> str:
    """Return how many of those whom a finding names are known from themselves, in words."""
    return {
        Confidence.BOTH: _("all those involved were asked"),
        Confidence.ONE: _("some of those involved were asked"),
        Confidence.NONE: _("none of those involved were asked"),
    }[confidence]


def out_of(part: int, whole: int) -> str:
    """Return «x of y»."""
    return _("{part} of {whole}").format(part=part, whole=whole)
