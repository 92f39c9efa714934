"""Figures, dates and the like as a report writes them, in the language in use."""

from samordning_graph.analysis.clauses import ClauseStatus
from samordning_graph.common.locale import _, current_language


def decimal(value: float | None, places: int = 2) -> str:
    """Return a figure as people write it: a decimal comma in Norwegian, «–» where not defined."""
    if value is None:
        return "–"
    text = f"{value:.{places}f}"
    return text if current_language() == "en" else text.replace(".", ",")


def out_of(part: int, whole: int) -> str:
    """Return «x of y»."""
    return _("{part} of {whole}").format(part=part, whole=whole)


def status_name(status: ClauseStatus) -> str:
    """Return what the data say of a clause, in words: never that it is broken."""
    return {
        ClauseStatus.DOCUMENTED: _("documented"),
        ClauseStatus.PARTLY: _("partly documented"),
        ClauseStatus.NOT_DOCUMENTED: _("not documented"),
        ClauseStatus.NOT_ASSESSED: _("not assessed"),
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


def report_disclaimer() -> str:
    """Return the line of honesty that every output carries."""
    return _(
        "This is no answer key: it shows what the data document today, so that people can discuss"
        " it. What is not documented may still exist."
    )
