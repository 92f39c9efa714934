"""The words for basis, confidence and the like, in the language in use."""

from datetime import date

from samordning_graph.clauses import Status
from samordning_graph.finding import Basis, Confidence, Finding
from samordning_graph.locale import _, current_language, in_words

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


def source_day(day: date) -> str:
    """Return the day of a source; of 1 January the year alone, as which it was most likely given."""
    return str(day.year) if (day.month, day.day) == (1, 1) else in_words(day)


def decimal(value: float | None, places: int = 2) -> str:
    """Return a figure as people write it: a decimal comma in Norwegian, «–» where not defined."""
    if value is None:
        return "–"
    text = f"{value:.{places}f}"
    return text if current_language() == "en" else text.replace(".", ",")


def out_of(part: int, whole: int) -> str:
    """Return «x of y»."""
    return _("{part} of {whole}").format(part=part, whole=whole)


def status_name(status: Status) -> str:
    """Return what the data say of a clause, in words: never that it is broken."""
    return {
        Status.DOCUMENTED: _("documented"),
        Status.PARTLY: _("partly documented"),
        Status.NOT_DOCUMENTED: _("not documented"),
        Status.NOT_ASSESSED: _("not assessed"),
    }[status]


def ground_name(ground: str) -> str:
    """Return a ground of the figures of congruence, in words."""
    return {
        "goal": _("shared goal"),
        "target_group": _("shared target group"),
        "referral": _("referral"),
        "duty": _("duty or requirement of one pair"),
        "all": _("all grounds"),
        "all_but_target_group": _("all grounds but target groups"),
    }[ground]
