"""The same as the picture, in tables: for a screen reader, for Excel, and without JavaScript."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph, actors, node_name, nodes, sector_name, words_of
from samordning_graph.graph.participation import (
    PARTICIPATION_ROLES,
    excluded_arenas,
    roles_by_arena,
)
from samordning_graph.map.gaps import GAP_KINDS, Gap, map_findings
from samordning_graph.map.node_labels import kind_of_actor, survey_text, tie_name
from samordning_graph.map.page.agenda import numbers_of_findings
from samordning_graph.map.view import MapNode, View, ViewTie
from samordning_graph.map.views.actors import gap_ties
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.rules.labels import basis_of, data_basis
from samordning_graph.rules.next_step import confidentiality
from samordning_graph.schema.tables import Actor, Arena

PageCell = tuple[str, ...]
"""One text, or several as a list."""
ARENA_TIE_KINDS = ("takes_part", "loose")
"""Ties to an arena that are in the tables of actors and arenas."""
NODE_KINDS_WITH_TABLES = ("unit", "external", "arena")
"""Kinds of nodes that have tables of their own."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row: its cells, the first of them its heading.

    `key` is the node or tie of the map that it is about, and `finding` the number of a finding
    among all that the map shows.
    """

    cells: tuple[PageCell, ...]
    key: str = ""
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table; `empty` is the sentence shown when it has no rows."""

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
    kind = GAP_KINDS[coverage]
    rows = [tie for tie in gap_ties(graph) if tie.kind == kind and tie.source in graph]
    missing = coverage is Coverage.NONE
    numbers = numbers_of_findings(graph)
    return PageTable(
        kind,
        _("Possible missing links across sectors")
        if missing
        else _("Pairs that cannot be assessed from the data"),
        (
            _("Actor"),
            _("Other actor"),
            *([_("Number")] if missing else []),
            _("Ground to coordinate"),
        ),
        [
            PageRow(
                (
                    (node_name(graph, tie.source),),
                    (node_name(graph, tie.target),),
                    *([(str(numbers[tie.about[0]]),)] if missing else []),
                    tie.facts,
                ),
                tie.id,
            )
            for tie in (sorted(rows, key=lambda tie: numbers[tie.about[0]]) if missing else rows)
        ],
        note=_left_out(map_findings(graph).undrawn[coverage]),
        empty=nothing_needed()
        if missing and not map_findings(graph).needed
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
            _finding(gap, number, lines)
            for number, gap in enumerate(map_findings(graph).gaps)
            if not gap.is_undetermined
        ],
        note=confidentiality()
        if any(gap.finding.seat and not gap.is_undetermined for gap in map_findings(graph).gaps)
        else "",
        empty=_("None found in the data."),
    )


def _line_of(views: Sequence[View]) -> dict[FindingId, str]:
    """Return the tie that shows a finding, where there is exactly one."""
    found: dict[FindingId, list[str]] = defaultdict(list)
    for view in views:
        for tie in view.ties:
            for about in tie.about:
                found[about].append(tie.id)
    return {about: ids[0] for about, ids in found.items() if len(ids) == 1}


def _finding(gap: Gap, number: int, lines: Mapping[FindingId, str]) -> PageRow:
    finding = gap.finding
    accepted = (
        (_("Accepted: {reason}").format(reason=finding.accepted.reason),)
        if finding.accepted
        else ()
    )
    return PageRow(
        (
            (gap.title,),
            (finding.identity.rule,),
            (basis_of(finding), *accepted),
            (data_basis(finding),),
            (finding.observation,),
            (finding.question,),
            (finding.next_step,),
        ),
        lines.get(finding.identity) or (gap.about[0] if gap.about else ""),
        number,
    )


# Who there is


def _actors(graph: Graph) -> PageTable:
    arenas_of: dict[str, list[str]] = defaultdict(list)
    for arena, roles in roles_by_arena(graph).items():
        for actor, role in roles.items():
            arenas_of[actor].append(_with_role(graph, node_name(graph, arena), role))
    return PageTable(
        "actors",
        _("Actors"),
        (_("Name"), _("Kind"), _("Sector"), _("Asked?"), _("Takes part in")),
        [_actor(graph, actor, arenas_of[actor.id]) for actor in actors(graph)],
        empty=_("None in the data"),
    )


def _actor(graph: Graph, actor: Actor, arenas_of: Sequence[str]) -> PageRow:
    return PageRow(
        (
            (actor.name,),
            (kind_of_actor(graph, actor),),
            (sector_name(graph, actor.sector),),
            (survey_text(actor),),
            tuple(arenas_of) or (_("None in the data"),),
        ),
        actor.id,
    )


def _arenas(graph: Graph) -> PageTable:
    return PageTable(
        "arenas",
        _("Coordination arenas"),
        (_("Name"), _("Level"), _("Counted as a working arena"), _("Who takes part")),
        [_arena(graph, arena) for arena in nodes(graph, Arena)],
        empty=_("None in the data"),
    )


def _arena(graph: Graph, arena: Arena) -> PageRow:
    roles, excluded = roles_by_arena(graph)[arena.id], excluded_arenas(graph)
    order = sorted(roles, key=lambda actor: (PARTICIPATION_ROLES.index(roles[actor]), actor))
    return PageRow(
        (
            (arena.name,),
            (words_of(graph, "level")[arena.level].name if arena.level else _("Not stated"),),
            (
                _("No: {reason}").format(reason=exclusion_reason(excluded[arena.id]))
                if arena.id in excluded
                else _("Yes"),
            ),
            tuple(_with_role(graph, node_name(graph, actor), roles[actor]) for actor in order)
            or (_("None in the data"),),
        ),
        arena.id,
    )


def _with_role(graph: Graph, text: str, role: str) -> str:
    return f"{text} ({words_of(graph, 'role')[role].name})"


# What else there is, and the lines of each view


def _others(views: Sequence[View]) -> PageTable:
    remaining = {
        node.key: node
        for view in views
        for node in view.nodes
        if node.kind not in NODE_KINDS_WITH_TABLES
    }
    return PageTable(
        "others",
        _("Goals, plans, duties and sectors"),
        (_("Name"), _("What the data say")),
        [PageRow(((node.name,), node.facts), key) for key, node in remaining.items()],
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
        if not _is_in_another_table(tie, by_key[tie.target]):
            ends = (by_key[tie.source].name,), (by_key[tie.target].name,)
            yield PageRow((*ends, (tie_name(tie.kind),), tie.facts), tie.id)


def _is_in_another_table(tie: ViewTie, end: MapNode) -> bool:
    if tie.kind in GAP_KINDS.values():
        return True
    return tie.kind in ARENA_TIE_KINDS and end.kind == "arena"
