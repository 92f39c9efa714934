"""Figures, dates and the like as a report writes them, in the language in use."""

from collections.abc import Mapping, Sequence

from samordning_graph.analysis.clauses import ClauseStatus
from samordning_graph.common.locale import _, current_language
from samordning_graph.graph.duties import ApplicableDuty
from samordning_graph.graph.graph import Graph, listed_names, node_name
from samordning_graph.graph.pair_figures import ThreeFigures, share_in_words
from samordning_graph.graph.sole_arena import SoleArena
from samordning_graph.report.blocks import TableBlock


def decimal(value: float | None, places: int = 2) -> str:
    """Return a figure as people write it: a decimal comma in Norwegian, «–» where not defined."""
    if value is None:
        return "–"
    text = f"{value:.{places}f}"
    return text if current_language() == "en" else text.replace(".", ",")


def out_of(part: int, whole: int) -> str:
    """Return «x of y»: of all there is, never of what could be assessed."""
    return _("{part} of {whole}").format(part=part, whole=whole)


def figure_cells(figures: ThreeFigures) -> tuple[str, str, str, str]:
    """Return the three figures as cells of a table, and the share of all; «–» of nothing."""
    if not figures.total:
        return ("–", "–", "–", "–")
    return (
        str(figures.documented),
        str(figures.not_documented),
        str(figures.not_known),
        share_in_words(figures),
    )


def figure_headings() -> tuple[str, str, str, str]:
    """Return the headings of these cells."""
    return (_("Documented"), _("Not documented"), _("Not known"), _("Documented share of all"))


def figures_table(caption: str, of_grounds: Mapping[str, ThreeFigures]) -> TableBlock:
    """Return the figures of each ground, a row each."""
    return TableBlock(
        caption,
        (_("Ground"), *figure_headings()),
        tuple((ground_name(ground), *figure_cells(of)) for ground, of in of_grounds.items()),
    )


def found_cells(figures: ThreeFigures) -> tuple[str, str, str]:
    """Return what a rule found, did not find, and cannot decide, as cells; «–» of nothing."""
    if not figures.total:
        return ("–", "–", "–")
    return (str(figures.not_documented), str(figures.documented), str(figures.not_known))


def found_in_words(figures: ThreeFigures) -> str:
    """Return the same as a sentence; what is none is left out."""
    parts = (
        (_("found in {n}"), figures.not_documented),
        (_("not found in {n}"), figures.documented),
        (_("not known of {n}"), figures.not_known),
    )
    text = " · ".join(text.format(n=n) for text, n in parts if n)
    return f"{text[:1].upper()}{text[1:]}."


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


def without_arena(graph: Graph, alone: SoleArena | None) -> str:
    """Return what would be left of a figure without the one arena that most of it rests on."""
    if alone is None:
        return ""
    return _("(without «{arena}»: {figure})").format(
        arena=node_name(graph, alone.arena),
        figure=_("{n} documented").format(n=alone.left) if alone.left else _("none"),
    )


def with_who_deny(graph: Graph, ties: str, ends: Sequence[str], denied_by: Sequence[str]) -> str:
    """Return where the data show that two coordinate, and who of them answers otherwise."""
    if not denied_by:
        return ties
    if len(denied_by) == 1:
        text = _("{ties}; {who} answers that they have no contact")
    elif set(denied_by) == {*ends}:
        text = _("{ties}; both answer that they have no contact")
    else:
        text = _("{ties}; {who} answer that they have no contact")
    return text.format(ties=ties, who=listed_names(graph, denied_by))


def single_cases_not_judged() -> str:
    """Return what is said once wherever a duty about single cases is told as met by a contact."""
    return _(
        "Some of these duties are about single cases: the data show who is in contact, not what is done"
        " in a case."
    )


def is_about_single_cases(applicable: ApplicableDuty) -> bool:
    """Return whether a duty holds in single cases, alone or too."""
    return applicable.duty is not None and applicable.duty.level != "system"


def agreement_not_judged() -> str:
    """Return what is said once wherever duties are told as met by an agreement."""
    return _("Whether the agreement is the one that the law asks for has not been judged.")
