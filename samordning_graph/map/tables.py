"""The same as the picture, in tables: for a screen reader, for paper, and without JavaScript."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samordning_graph.graph import (
    ROLES,
    Graph,
    actors,
    name,
    nodes,
    participants,
    sector_name,
    set_aside,
    words_of,
)
from samordning_graph.locale import _, ngettext
from samordning_graph.map.drawing import kind_name
from samordning_graph.map.lines import Kind, Line, Pairs
from samordning_graph.map.wording import asked, kind_of_actor
from samordning_graph.rules.telling import set_aside_reason
from samordning_graph.schema import Arena

Cell = tuple[str, ...]
"""One text, or several as a list."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading. `empty` says what no rows mean."""

    id: str
    caption: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    note: str = ""
    empty: str = ""


def tables(graph: Graph, known: Sequence[Line], pairs: dict[Kind, Pairs]) -> tuple[Table, ...]:
    """Return every table of the page."""
    return (
        _missing(graph, pairs[Kind.MISSING]),
        _not_assessed(graph, pairs[Kind.NOT_ASSESSED]),
        _actors(graph),
        _arenas(graph),
        _links(graph, known),
    )


def nothing_needed() -> str:
    """Return why nothing can be missing when the data give nobody a ground to coordinate."""
    return _(
        "The data name no ground to coordinate across sectors (a shared goal or target group, or a"
        " referral), so nothing could be looked for."
    )


def _missing(graph: Graph, pairs: Pairs) -> Table:
    return Table(
        "missing",
        _("Possible missing links across sectors"),
        (_("Actor"), _("Other actor"), _("Ground to coordinate")),
        _pair_rows(graph, pairs.lines),
        note=_left_out(pairs),
        empty=_("None found in the data.") if pairs.needed else nothing_needed(),
    )


def _not_assessed(graph: Graph, pairs: Pairs) -> Table:
    return Table(
        "not-assessed",
        _("Pairs that cannot be assessed from the data"),
        (_("Actor"), _("Other actor"), _("Ground to coordinate")),
        _pair_rows(graph, pairs.lines),
        note=_left_out(pairs),
        empty=_("None."),
    )


def _pair_rows(graph: Graph, lines: Iterable[Line]) -> list[tuple[Cell, ...]]:
    return [((name(graph, one.one),), (name(graph, one.other),), one.texts) for one in lines]


def _left_out(pairs: Pairs) -> str:
    shown = len(pairs.lines)
    if shown == pairs.count:
        return ""
    return ngettext(
        "The strongest {n} of {all} is shown, on the map too.",
        "The {n} strongest of {all} are shown, on the map too.",
        shown,
    ).format(n=shown, all=pairs.count)


def _actors(graph: Graph) -> Table:
    attends: dict[str, list[str]] = defaultdict(list)
    for arena, listed in participants(graph).items():
        for actor, role in listed.items():
            attends[actor].append(_with_role(graph, name(graph, arena), role))
    return Table(
        "actors",
        _("Actors"),
        (_("Name"), _("Kind"), _("Sector"), _("Asked?"), _("Takes part in")),
        [
            (
                (one.name,),
                (kind_of_actor(graph, one),),
                (sector_name(graph, one.sector),),
                (asked(one),),
                tuple(attends[one.id]) or (_("None in the data"),),
            )
            for one in actors(graph)
        ],
        empty=_("None in the data"),
    )


def _arenas(graph: Graph) -> Table:
    aside = set_aside(graph)
    rows = []
    for one in nodes(graph, Arena):
        listed = participants(graph)[one.id]
        order = sorted(listed, key=lambda actor: (ROLES.index(listed[actor]), actor))
        rows.append(
            (
                (one.name,),
                (words_of(graph, "level")[one.level].name if one.level else _("Not stated"),),
                (
                    _("No: {reason}").format(reason=set_aside_reason(aside[one.id]))
                    if one.id in aside
                    else _("Yes"),
                ),
                tuple(_with_role(graph, name(graph, actor), listed[actor]) for actor in order)
                or (_("None in the data"),),
            )
        )
    return Table(
        "arenas",
        _("Coordination arenas"),
        (_("Name"), _("Level"), _("Counted as a working arena"), _("Who takes part")),
        rows,
        empty=_("None in the data"),
    )


def _with_role(graph: Graph, text: str, role: str) -> str:
    return f"{text} ({words_of(graph, 'role')[role].name})"


def _links(graph: Graph, known: Iterable[Line]) -> Table:
    arenas = participants(graph)
    return Table(
        "links",
        _("Direct collaboration and agreements"),
        (_("Actor"), _("Other actor"), _("Kind"), _("What the data say")),
        [
            ((name(graph, one.one),), (name(graph, one.other),), (kind_name(one.kind),), one.texts)
            for one in known
            if one.other not in arenas
        ],
        empty=_("None in the data"),
    )
