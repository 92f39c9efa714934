"""The goals and strategies, and what of the chain from challenge to measure the data document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.common.text import fold
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    node_name,
    node_row,
    nodes,
    sector_name,
    ties_by_kind,
)
from samordning_graph.graph.organisation import goal_holders, join_sectors
from samordning_graph.schema.tables import Challenge, Goal, Measure, Strategy, Tie

Aim: TypeAlias = Goal | Strategy


@dataclass(frozen=True, slots=True)
class GoalCell:
    """What is documented of a part of the chain: the first name, all of them, and a remark.

    `is_hole` says that it is not documented, or of the sectors, that there are not several.
    """

    text: str
    more: int = 0
    title: str = ""
    remark: str = ""
    is_hole: bool = False


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal or strategy with a cell for each part of the chain."""

    key: str
    name: str
    kind: str
    cells: tuple[GoalCell, ...]

    @property
    def holes(self) -> int:
        """Return how many parts are not documented."""
        return sum(cell.is_hole for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalGrid:
    """The goals and strategies, most holes first."""

    message: str
    headings: tuple[str, ...]
    rows: tuple[GoalRow, ...]
    note: str


def goal_grid(graph: Graph) -> GoalGrid:
    """Return the grid of the goals and strategies."""
    aims: list[Aim] = [*nodes(graph, Goal), *nodes(graph, Strategy)]
    rows = sorted(
        (_row(graph, aim) for aim in aims), key=lambda row: (-row.holes, fold(row.name), row.key)
    )
    whole = sum(not row.holes for row in rows)
    answered = {to for to_of in _ends(graph, Tie.ANSWERS).values() for to in to_of}
    unanswered = [node.id for node in nodes(graph, Challenge) if node.id not in answered]
    return GoalGrid(
        message=ngettext(
            "{whole} of {n} goal or strategy hangs together all the way",
            "{whole} of {n} goals and strategies hang together all the way",
            len(rows),
        ).format(whole=whole, n=len(rows)),
        headings=(
            _("Goal or strategy"),
            _("Meets the challenge"),
            _("Owner"),
            _("Sectors in it"),
            _("Followed up in"),
            _("Measures"),
        ),
        rows=tuple(rows),
        note=_("Challenges without a goal: {names}.").format(
            names=listed([node_name(graph, key) for key in unanswered])
        )
        if unanswered
        else "",
    )


def _row(graph: Graph, aim: Aim) -> GoalRow:
    holders = goal_holders(graph).get(aim.id, {})
    owners = [actor for actor in sorted(holders) if holders[actor] is Tie.OWNS]
    measures = [key for key in _starts(graph, Tie.REALISES, aim.id) if _is_measure(graph, key)]
    return GoalRow(
        aim.id,
        aim.name,
        _("strategy") if isinstance(aim, Strategy) else "",
        (
            _names(graph, _ends(graph, Tie.ANSWERS).get(aim.id, ())),
            _names(graph, owners),
            _sectors(graph, holders),
            _names(graph, _starts(graph, Tie.FOLLOWS_UP, aim.id)),
            _measures(graph, measures),
        ),
    )


def _names(graph: Graph, keys: Iterable[str], remark: str = "") -> GoalCell:
    names = [node_name(graph, key) for key in keys]
    if not names:
        return GoalCell(_("not documented"), is_hole=True)
    return GoalCell(names[0], len(names) - 1, "\n".join(names) if names[1:] else "", remark)


def _measures(graph: Graph, keys: list[str]) -> GoalCell:
    outside = [key for key in keys if node_row(graph, key).budgeted is False]
    # A measure in the budget is named first: it is what carries the goal.
    keys = sorted(keys, key=lambda key: key in outside)
    remark = _("not in the budget") if keys and len(outside) == len(keys) else ""
    return _names(graph, keys, remark)


def _sectors(graph: Graph, holders: Mapping[str, Tie]) -> GoalCell:
    sectors = sorted({get_actor(graph, actor).sector for actor in holders})
    names = [sector_name(graph, sector) for sector in sectors]
    text = ngettext("{n} sector", "{n} sectors", len(names)).format(n=len(names))
    return GoalCell(
        text, title=listed(names) if names else "", is_hole=not join_sectors(graph, holders)
    )


def _is_measure(graph: Graph, key: str) -> bool:
    return isinstance(node_row(graph, key), Measure)


def _ends(graph: Graph, tie: Tie) -> Mapping[str, list[str]]:
    """Return what each is tied to by such a tie, by id."""
    found: dict[str, list[str]] = defaultdict(list)
    for start, end, _data in sorted(ties_by_kind(graph)[tie], key=lambda each: each[:2]):
        if end not in found[start]:
            found[start].append(end)
    return found


def _starts(graph: Graph, tie: Tie, end: str) -> list[str]:
    return [start for start, ends in _ends(graph, tie).items() if end in ends]
