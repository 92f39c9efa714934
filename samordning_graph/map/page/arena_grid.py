"""The arenas by level, and who of which sector sits in each."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.text import fold
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    is_unit,
    node_name,
    nodes,
    sector_name,
    words_of,
)
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    PARTICIPATION_ROLES,
    excluded_arenas,
    roles_by_arena,
)
from samordning_graph.rules.catalogue import (
    arena01_no_mandate,
    arena02_no_leader,
    arena03_one_sector_arena,
    arena07_no_user_representation,
)
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.rules.register import assessment_of
from samordning_graph.rules.rule import Rule
from samordning_graph.schema.tables import Arena


@dataclass(frozen=True, slots=True)
class ArenaSeat:
    """Somebody in an arena: `classes` say how it is marked, `words` who and in which role."""

    key: str
    classes: str
    words: str


@dataclass(frozen=True, slots=True)
class ArenaRow:
    """An arena, its seats by sector in the order of the grid, and what is remarked of it."""

    key: str
    name: str
    counts: bool
    cells: tuple[tuple[ArenaSeat, ...], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArenaGrid:
    """The arenas, in groups with a heading each."""

    message: str
    sectors: tuple[str, ...]
    groups: tuple[tuple[str, tuple[ArenaRow, ...]], ...]


def arena_grid(graph: Graph) -> ArenaGrid:
    """Return the grid of the arenas."""
    sectors = _sectors(graph)
    remarks = _remarks(graph)
    rows = {
        arena.id: _row(graph, arena, sectors, remarks.get(arena.id, ()))
        for arena in sorted(nodes(graph, Arena), key=lambda arena: (fold(arena.name), arena.id))
    }
    groups = [
        (heading, tuple(rows[arena] for arena in rows if arena in members))
        for heading, members in _groups(graph)
    ]
    working = [row for row in rows.values() if row.counts]
    remarked = sum(bool(row.remarks) for row in working)
    return ArenaGrid(
        message=ngettext(
            "Who sits at which table: something is missing in {missing} of {n} arena",
            "Who sits at which table: something is missing in {missing} of {n} arenas",
            len(working),
        ).format(missing=remarked, n=len(working)),
        sectors=tuple(sector_name(graph, sector) for sector in sectors),
        groups=tuple((heading, of_group) for heading, of_group in groups if of_group),
    )


def _sectors(graph: Graph) -> list[str]:
    """Return the sectors that sit in any arena, most seats first."""
    seats = Counter(
        get_actor(graph, actor).sector
        for roles in roles_by_arena(graph).values()
        for actor in roles
    )
    return sorted(seats, key=lambda sector: (-seats[sector], fold(sector_name(graph, sector))))


def _groups(graph: Graph) -> Iterator[tuple[str, set[str]]]:
    """Yield the arenas of each level, and last those that do not count as working arenas."""
    excluded, levels = excluded_arenas(graph), words_of(graph, "level")
    headings = {level: levels[level].name.capitalize() for level in levels}
    for level, heading in {**headings, "": _("Level not stated")}.items():
        yield (
            heading,
            {
                arena.id
                for arena in nodes(graph, Arena)
                if (arena.level or "") == level and arena.id not in excluded
            },
        )
    yield _("Not counted as working arenas"), set(excluded)


def _row(graph: Graph, arena: Arena, sectors: list[str], remarks: tuple[str, ...]) -> ArenaRow:
    roles = roles_by_arena(graph)[arena.id]
    excluded = excluded_arenas(graph).get(arena.id)
    order = sorted(roles, key=lambda actor: (PARTICIPATION_ROLES.index(roles[actor]), actor))
    return ArenaRow(
        arena.id,
        arena.name,
        excluded is None,
        tuple(
            tuple(
                _seat(graph, actor, roles[actor])
                for actor in order
                if get_actor(graph, actor).sector == sector
            )
            for sector in sectors
        ),
        remarks if excluded is None else (exclusion_reason(excluded),),
    )


def _seat(graph: Graph, actor: str, role: str) -> ArenaSeat:
    kind = "unit" if is_unit(graph, actor) else "external"
    return ArenaSeat(
        actor,
        kind if role in MEMBER_ROLES else f"{kind} loose",
        f"{node_name(graph, actor)} ({words_of(graph, 'role')[role].name})",
    )


def _remarks(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return in a few words what is found of each arena."""
    found: dict[str, tuple[str, ...]] = {}
    for rule, words in _short():
        for case in assessment_of(graph, rule).found:
            found[case.subject] = (*found.get(case.subject, ()), words)
    return found


def _short() -> tuple[tuple[Rule, str], ...]:
    return (
        (arena01_no_mandate.RULE, _("without a mandate")),
        (arena02_no_leader.RULE, _("without a leader")),
        (arena03_one_sector_arena.RULE, _("one sector only")),
        (arena07_no_user_representation.RULE, _("without users")),
    )
