"""The same as the picture, in tables: for a screen reader, for Excel, and without JavaScript."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph, actors, name, nodes, sector_name, words_of
from samordning_graph.graph.participation import ROLES, excluded_arenas, participants
from samordning_graph.map.gaps import KINDS, Gap, gaps
from samordning_graph.map.node_labels import kind_of_actor, survey_text, tie_name
from samordning_graph.map.view import MapNode, View, ViewTie
from samordning_graph.map.views.actors import gap_lines
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.rules.labels import basis_name, data_basis
from samordning_graph.schema.tables import Actor, Arena

PageCell = tuple[str, ...]
"""One text, or several as a list."""
OF_ARENAS = ("takes_part", "loose")
"""Lines to an arena that the tables of actors and arenas hold."""
WHO = ("unit", "external", "arena")
"""Kinds of nodes that have tables of their own."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row: its cells, the first of them its heading.

    `key` is the node or tie of the map that it is about, and `finding` the place of a finding among
    all that the map tells.
    """

    cells: tuple[PageCell, ...]
    key: str = ""
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table; `empty` says what no rows mean."""

    id: str
    caption: str
    headings: tuple[str, ...]
    rows: Sequence[PageRow]
    note: str = ""
    empty: str = ""


def page_tables(graph: Graph, views: Sequence[View]) -> tuple[PageTable, ...]:
    """Return every table of the page."""
    return (
        _pairs(graph, Coverage.NONE),
        _pairs(graph, Coverage.NOT_ASSESSED),
        _findings(graph, views),
        _actors(graph),
        _arenas(graph),
        _others(views),
        *(_ties(view) for view in views),
    )


def nothing_needed() -> str:
    """Return why nothing can be missing when the data give nobody a ground to coordinate."""
    return _(
        "The data name no ground to coordinate across sectors (a shared goal or target group, or a"
        " referral), so nothing could be looked for."
    )


# What may be missing


def _pairs(graph: Graph, coverage: Coverage) -> PageTable:
    kind = KINDS[coverage]
    rows = [tie for tie in gap_lines(graph) if tie.kind == kind and tie.one in graph]
    missing = coverage is Coverage.NONE
    return PageTable(
        kind,
        _("Possible missing links across sectors")
        if missing
        else _("Pairs that cannot be assessed from the data"),
        (_("Actor"), _("Other actor"), _("Ground to coordinate")),
        [
            PageRow(((name(graph, tie.one),), (name(graph, tie.other),), tie.facts), tie.id)
            for tie in rows
        ],
        note=_left_out(gaps(graph).undrawn[coverage]),
        empty=nothing_needed()
        if missing and not gaps(graph).needed
        else _("None found in the data."),
    )


def _left_out(undrawn: int) -> str:
    if not undrawn:
        return ""
    return ngettext(
        "One pair more, with a weaker ground, is in the report only.",
        "{n} pairs more, with weaker grounds, are in the report only.",
        undrawn,
    ).format(n=undrawn)


def _findings(graph: Graph, views: Sequence[View]) -> PageTable:
    lines = _line_of(views)
    return PageTable(
        "findings",
        _("Findings, with the question to ask"),
        (
            _("What"),
            _("Rule"),
            _("Basis"),
            _("Data basis"),
            _("Observation"),
            _("Question"),
            _("Possible next step"),
        ),
        [
            _finding(gap, place, lines)
            for place, gap in enumerate(gaps(graph).told)
            if not gap.is_open
        ],
        empty=_("None found in the data."),
    )


def _line_of(views: Sequence[View]) -> dict[FindingId, str]:
    """Return the line that stands for a finding, where there is one and no more."""
    found: dict[FindingId, list[str]] = defaultdict(list)
    for view in views:
        for tie in view.ties:
            for about in tie.about:
                found[about].append(tie.id)
    return {about: ids[0] for about, ids in found.items() if len(ids) == 1}


def _finding(gap: Gap, place: int, lines: Mapping[FindingId, str]) -> PageRow:
    one = gap.finding
    accepted = (_("Accepted: {reason}").format(reason=one.accepted.reason),) if one.accepted else ()
    return PageRow(
        (
            (gap.title,),
            (one.identity.rule,),
            (basis_name(one.basis), *accepted),
            (data_basis(one),),
            (one.observation,),
            (one.question,),
            (one.next_step,),
        ),
        lines.get(one.identity) or (gap.about[0] if gap.about else ""),
        place,
    )


# Who there is


def _actors(graph: Graph) -> PageTable:
    attends: dict[str, list[str]] = defaultdict(list)
    for arena, listed in participants(graph).items():
        for actor, role in listed.items():
            attends[actor].append(_with_role(graph, name(graph, arena), role))
    return PageTable(
        "actors",
        _("Actors"),
        (_("Name"), _("Kind"), _("Sector"), _("Asked?"), _("Takes part in")),
        [_actor(graph, one, attends[one.id]) for one in actors(graph)],
        empty=_("None in the data"),
    )


def _actor(graph: Graph, one: Actor, attends: Sequence[str]) -> PageRow:
    return PageRow(
        (
            (one.name,),
            (kind_of_actor(graph, one),),
            (sector_name(graph, one.sector),),
            (survey_text(one),),
            tuple(attends) or (_("None in the data"),),
        ),
        one.id,
    )


def _arenas(graph: Graph) -> PageTable:
    return PageTable(
        "arenas",
        _("Coordination arenas"),
        (_("Name"), _("Level"), _("Counted as a working arena"), _("Who takes part")),
        [_arena(graph, one) for one in nodes(graph, Arena)],
        empty=_("None in the data"),
    )


def _arena(graph: Graph, one: Arena) -> PageRow:
    listed, aside = participants(graph)[one.id], excluded_arenas(graph)
    order = sorted(listed, key=lambda actor: (ROLES.index(listed[actor]), actor))
    return PageRow(
        (
            (one.name,),
            (words_of(graph, "level")[one.level].name if one.level else _("Not stated"),),
            (
                _("No: {reason}").format(reason=exclusion_reason(aside[one.id]))
                if one.id in aside
                else _("Yes"),
            ),
            tuple(_with_role(graph, name(graph, actor), listed[actor]) for actor in order)
            or (_("None in the data"),),
        ),
        one.id,
    )


def _with_role(graph: Graph, text: str, role: str) -> str:
    return f"{text} ({words_of(graph, 'role')[role].name})"


# What else there is, and the lines of each view


def _others(views: Sequence[View]) -> PageTable:
    others = {node.key: node for view in views for node in view.nodes if node.kind not in WHO}
    return PageTable(
        "others",
        _("Goals, plans, duties and sectors"),
        (_("Name"), _("What the data say")),
        [PageRow(((node.name,), node.facts), key) for key, node in others.items()],
        empty=_("None in the data"),
    )


def _ties(view: View) -> PageTable:
    by_key = {node.key: node for node in view.nodes}
    return PageTable(
        f"lines-{view.id}",
        _("Lines of the view «{view}»").format(view=view.name),
        (_("From"), _("To"), _("Kind"), _("What the data say")),
        list(_lines(view.ties, by_key)),
        empty=_("None in the data"),
    )


def _lines(ties: Sequence[ViewTie], by_key: dict[str, MapNode]) -> Iterator[PageRow]:
    for tie in ties:
        if not _is_in_another_table(tie, by_key[tie.other]):
            ends = (by_key[tie.one].name,), (by_key[tie.other].name,)
            yield PageRow((*ends, (tie_name(tie.kind),), tie.facts), tie.id)


def _is_in_another_table(tie: ViewTie, end: MapNode) -> bool:
    if tie.kind in KINDS.values():
        return True
    return tie.kind in OF_ARENAS and end.kind == "arena"
