"""The three tasks of the purpose clause (§ 1): who does what, and who hands over unseen.

Own definition: whoever refers users to somebody hands over; unseen when the data show neither a
meeting place nor a collaboration between the two that counts.
"""

from collections.abc import Iterator

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import (
    Graph,
    actors,
    get_actor,
    node_name,
    ties_by_kind,
    words_of,
)
from samordning_graph.report.blocks import Block, Heading, TableBlock
from samordning_graph.schema.tables import Tie
from samordning_graph.schema.vocabulary import OTHER_WORD

NAMES_SHOWN = 8
"""Names in a cell; the rest is counted."""


def tasks_of_purpose(graph: Graph) -> Iterator[Block]:
    """Yield the table of tasks; nothing where nobody is said to have one."""
    if not any(actor.tasks for actor in actors(graph)):
        return
    yield Heading(2, _("Prevent, obtain, keep: who does what"))
    yield TableBlock(
        _(
            "The tasks are those of the purpose clause (§ 1). A handover is a referral; one that cannot"
            " be assessed is marked (?)."
        ),
        (_("Task"), _("Who has it"), _("Hands over without a documented contact")),
        tuple(
            (word.name, _doers(graph, task), "; ".join(_unseen_handovers(graph, task)) or "–")
            for task, word in words_of(graph, "task").items()
            if task != OTHER_WORD
        ),
    )


def _doers(graph: Graph, task: str) -> str:
    names = [actor.name for actor in actors(graph) if task in actor.tasks]
    return first_few(names, NAMES_SHOWN) or _("nobody in the data")


def _unseen_handovers(graph: Graph, task: str) -> list[str]:
    """Return those who refer to somebody whom they are not shown to be in touch with."""
    engine = pair_engine(graph)
    handovers = sorted(
        {
            (from_, to)
            for from_, to, _data in ties_by_kind(graph)[Tie.REFERS_TO]
            if task in get_actor(graph, from_).tasks
            and engine.pairs(engine.position[from_]) >> engine.position[to] & 1
        }
    )
    marks = {Coverage.NONE: "", Coverage.NOT_ASSESSED: " (?)"}
    return [
        f"{node_name(graph, from_)} → {node_name(graph, to)}{marks[coverage]}"
        for from_, to in handovers
        if (coverage := engine.coverage(from_, to)) in marks
    ]
