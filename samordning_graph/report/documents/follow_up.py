"""What meetings agreed on, who follows it up and by when, and whether the data show it."""

from collections.abc import Iterator, Sequence

from samordning_graph.analysis.agreed_steps import (
    Shown,
    StepInData,
    WhyNot,
    agreed_steps,
    latest_steps,
    names_of_step,
)
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import listed, sentences
from samordning_graph.graph.graph import Graph, options_of, words_of
from samordning_graph.input.action_list import NO_VALUE, STEP_HEADINGS, headings_in_words
from samordning_graph.report.blocks import Block, Heading, Paragraph, TableBlock
from samordning_graph.report.documents.in_place import first_ties
from samordning_graph.report.documents.not_assessed import MAX_LISTED, more
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.register import rule_of
from samordning_graph.schema.tables import AgreedStep, column_named

TIES_SHOWN = 2


def follow_up_section(report: Report) -> Iterator[Block]:
    """Yield the steps that a meeting goes through, and how many are behind it; nothing without any."""
    graph = report.graph
    steps = agreed_steps(graph)
    if not steps:
        return
    shown = latest_steps(steps, options_of(graph).as_of)
    yield Heading(2, _("What was agreed, and whether the data show it"))
    yield Paragraph(_in_figures(steps))
    if shown:
        rows = tuple(step_cells(graph, each) for each in shown[:MAX_LISTED])
        yield TableBlock("", step_headings(), rows)
        yield from more(len(shown) - MAX_LISTED)
    if left := len(steps) - len(shown):
        text = ngettext(
            "{n} earlier step is done or dropped.", "{n} earlier steps are done or dropped.", left
        )
        yield Paragraph(text.format(n=left), quiet=True)
    yield Paragraph(
        _("That the data show it does not say that the step led to it. Roles, never persons."),
        quiet=True,
    )


def _in_figures(steps: Sequence[StepInData]) -> str:
    """Return how much of what was agreed, and not dropped, the data show, do not, and cannot."""
    counted = [each for each in steps if each.step.status != "dropped"]

    def count(shown: Shown) -> int:
        return sum(each.shown is shown for each in counted)

    text = _(
        "Agreed steps: {n}. The data show it: {shown}. Not yet: {not_yet}. Cannot be seen in the"
        " data: {unseen}."
    ).format(
        n=len(counted),
        shown=count(Shown.YES),
        not_yet=count(Shown.NOT_YET),
        unseen=count(Shown.CANNOT_BE_SEEN),
    )
    reported, overdue = count(Shown.REPORTED), sum(each.is_overdue for each in counted)
    unconfirmed = _("Only reported as done: {n}.").format(n=reported) if reported else ""
    late = _("The deadline has passed: {n}.").format(n=overdue) if overdue else ""
    return sentences(text, unconfirmed, late)


def step_headings() -> tuple[str, ...]:
    """Return the headings of the cells of a step."""
    return headings_in_words(STEP_HEADINGS)


def step_cells(graph: Graph, each: StepInData) -> tuple[str, ...]:
    """Return a step as the cells of a row."""
    step = each.step
    status = words_of(graph, "step_status")[step.status or "agreed"].name
    deadline = in_words(step.deadline) if step.deadline else NO_VALUE
    return (
        step.step,
        " – ".join(names_of_step(graph, step)) or NO_VALUE,
        step.owner or NO_VALUE,
        _("{day} (passed)").format(day=deadline) if each.is_overdue else deadline,
        status,
        in_data(graph, each),
    )


def in_data(graph: Graph, each: StepInData) -> str:
    """Return whether the data show a step, and by what, or why not."""
    if each.step.status == "dropped":
        return NO_VALUE
    if each.shown is Shown.YES:
        if each.ties:
            return _("The data show it: {ties}.").format(
                ties=first_ties(graph, each.ties, TIES_SHOWN)
            )
        if each.rule:
            return _("The data show it: it is found no more («{title}»).").format(
                title=rule_of(each.rule).title
            )
        return _("The data show it.")
    if each.shown is Shown.REPORTED:
        return _("Reported as done. The data's only row about it is the meeting's own.")
    match each.why_not:
        case WhyNot.ONLY_DECIDED:
            return _(
                "The data do not show it yet: only the row from the meeting says so. Write «gjort» as"
                " its status when it is in place."
            )
        case WhyNot.NOT_KNOWN:
            return _("Cannot be seen in the data: too little is known.")
        case WhyNot.NOT_IN_DATA:
            names = listed([f"«{name}»" for name in each.missing_names])
            return _("Cannot be seen in the data: {names} is not in them.").format(names=names)
        case WhyNot.NOT_SAID:
            return _("Cannot be seen in the data: «{column}» is empty.").format(
                column=column_named(AgreedStep, "subject").nb
            )
        case WhyNot.NOT_IN_GRAPH:
            return _("Cannot be seen in the data: they do not tell of such things.")
        case _:
            return _("The data do not show it yet.")
