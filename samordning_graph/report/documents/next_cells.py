"""What to fill in next, in sentences: the end of page one and of `samordning check`."""

from collections.abc import Iterable, Iterator
from itertools import islice

from samordning_graph.analysis.next_cells import (
    CellsToFill,
    DecidingQuestion,
    cells_to_fill,
    deciding_questions,
)
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, node_name, node_row
from samordning_graph.report.blocks import Block, Bullets, Heading
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.finding_text import citation
from samordning_graph.rules.needs import Need
from samordning_graph.schema.tables import Actor, Arena, Row, column_named

MOST_SHOWN = 2
"""Of each kind, the sentences that people are shown at once; JSON has all."""


def next_sentences(report: Report) -> list[str]:
    """Return what to fill in and whom to ask first: at most `MOST_SHOWN` of each."""
    return [
        *(fill_sentence(cells) for cells in islice(_apart(to_fill(report)), MOST_SHOWN)),
        *(question_sentence(report.graph, asked) for asked in to_ask(report)[:MOST_SHOWN]),
    ]


def next_in_short(report: Report) -> list[str]:
    """Return the first cells to fill in and the first question to ask, without places."""
    graph, asked = report.graph, to_ask(report)[:1]
    return [
        *(fill_sentence(cells) for cells in to_fill(report)[:1]),
        *(
            _("Ask about «{name}»: decides {what}.").format(
                name=node_name(graph, question.node_id), what=decided_in_words(question)
            )
            for question in asked
        ),
    ]


def is_little_known(report: Report) -> bool:
    """Return whether no pair can be decided: what to fill in is then what there is to say first."""
    return not report.congruence["all"].decided


def fill_in_next(report: Report) -> Iterator[Block]:
    """Yield what to fill in next, in short, under its heading; nothing where there is nothing."""
    if next_cells := next_in_short(report):
        yield Heading(2, _("Fill this in next"))
        yield Bullets(tuple(next_cells))


def _apart(steps: Iterable[CellsToFill]) -> Iterator[CellsToFill]:
    """Leave out what asks for cells that a step before it asks for: its turn comes after that one."""
    asked: set[Need] = set()
    for step in steps:
        if asked.isdisjoint(step.empty):
            yield step
            asked.update(step.empty)


def to_fill(report: Report) -> list[CellsToFill]:
    """Return what to fill in for the rules of a report that could not be assessed."""
    not_assessed = [outcome.rule for outcome in report.outcomes if not outcome.is_assessed]
    return cells_to_fill(report.graph, not_assessed)


def to_ask(report: Report) -> list[DecidingQuestion]:
    """Return the questions that would decide most of what a report leaves open."""
    return deciding_questions(report.graph, report.deciding_cells)


def fill_sentence(cells: CellsToFill) -> str:
    """Return what to fill in, and how many rules it lets be assessed."""
    n = len(cells.rules)
    return ngettext(
        "Fill in {what}: {n} more rule can be assessed.",
        "Fill in {what}: {n} more rules can be assessed.",
        n,
    ).format(what=listed(list(_parts(cells))), n=n)


def _parts(cells: CellsToFill) -> Iterator[str]:
    for need, empty in cells.empty.items():
        sheets = _(" or ").join(f"«{table.sheet}»" for table in need.tables)
        if not need.column:
            yield _("the sheet {sheet}").format(sheet=sheets)
        elif empty:
            rows = listed([_rows_of(table, count) for table, count in empty.items()])
            yield _("«{column}» in {rows}").format(column=column_name(need), rows=rows)
        else:
            yield _("«{column}» in {sheet}").format(column=column_name(need), sheet=sheets)


def _rows_of(table: type[Row], count: int) -> str:
    return ngettext("{n} row of {sheet}", "{n} rows of {sheet}", count).format(
        n=count, sheet=table.sheet
    )


def column_name(need: Need) -> str:
    """Return the header of the column that is needed."""
    return column_named(need.tables[0], need.column).nb


def question_sentence(graph: Graph, asked: DecidingQuestion) -> str:
    """Return whom or what to ask about, and what the answer decides."""
    return _question(graph, asked.node_id).format(
        name=node_name(graph, asked.node_id),
        where=citation([node_row(graph, asked.node_id).place]),
        what=decided_in_words(asked),
    )


def decided_in_words(asked: DecidingQuestion) -> str:
    """Return how many pairs and actors the answer to a question decides."""
    pairs, actors = asked.pairs, asked.actors
    return listed(
        [
            *([ngettext("{n} pair", "{n} pairs", pairs).format(n=pairs)] if pairs else []),
            *([ngettext("{n} actor", "{n} actors", actors).format(n=actors)] if actors else []),
        ]
    )


def _question(graph: Graph, node_id: str) -> str:
    """Return what to ask about an actor, or about the participant list of an arena."""
    asked = node_row(graph, node_id)
    if isinstance(asked, Actor):
        return _("Ask {name} what it takes part in («Spurt», {where}): decides {what}.")
    if isinstance(asked, Arena) and asked.participants_complete is False:
        return _(
            "Fill in the rest of those who take part in «{name}» (the list is said to be incomplete,"
            " {where}): decides {what}."
        )
    return _(
        "Ask whether the participant list of «{name}» is complete («Fullstendig deltakerliste»,"
        " {where}): decides {what}."
    )
