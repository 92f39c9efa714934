"""What the sentences of a finding are made of: names, confidence, evidence."""

from collections.abc import Iterable, Sequence

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few_apart, listed
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    cached_per_graph_and_language,
    get_actor,
    get_arena,
    in_order_of_input,
    model_of,
    names_in_text,
    node_name,
)
from samordning_graph.graph.links import is_hearsay
from samordning_graph.graph.organisation import ancestor_units, descendant_units
from samordning_graph.graph.participation import (
    has_incomplete_list,
    working_arenas,
)
from samordning_graph.graph.survey import ABOUT_TIES, Topic, is_surveyed
from samordning_graph.rules.finding import Confidence, Evidence
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import (
    Arena,
    ExternalActor,
    GoalHolder,
    Link,
    LocalRequirement,
    Municipality,
    Node,
    Participation,
    Referral,
    Row,
)

LINES_NAMED = 3
"""Pairs of one line in the organisation that are named; the others are counted."""


def under(graph: Graph, name: str, above: str | None) -> str:
    """Return the name of a unit with the one above it that was asked about, if it is another."""
    if above is None:
        return name
    return _("{unit} (under {above})").format(unit=name, above=node_name(graph, above))


def one_and_other(graph: Graph, first: str, second: str) -> dict[str, str]:
    """Return the names of two, for a sentence about «{one} and {other}»."""
    return dict(zip(("one", "other"), names_in_text(graph, (first, second)), strict=True))


def confidence(
    graph: Graph,
    actors: Iterable[str],
    arenas: Iterable[str] = (),
    about: Sequence[Topic] = ABOUT_TIES,
) -> Confidence:
    """Return how many of the actors and arenas that a finding names were heard themselves.

    An actor was when it was asked about the topics that the finding rests on, an arena when its
    participant list is said to be complete. Where it names nobody, nobody was heard.
    """
    known = [
        *(is_surveyed(get_actor(graph, actor_id), *about) for actor_id in actors),
        *(get_arena(graph, arena_id).participants_complete is True for arena_id in arenas),
    ]
    if known and all(known):
        return Confidence.BOTH
    return Confidence.ONE if any(known) else Confidence.NONE


def confidence_in_documents() -> Confidence:
    """Return the confidence of a finding about documents: the municipality itself says what is there."""
    return Confidence.BOTH


def evidence(graph: Graph, rows: Iterable[Row]) -> tuple[Evidence, ...]:
    """Return the rows that a finding rests on, once each, in the order of the input."""
    return tuple(_evidence(graph, row) for row in in_order_of_input(rows))


@cached_per_graph_and_language  # many findings rest on one row
def _evidence(graph: Graph, row: Row) -> Evidence:
    return evidence_of_row(row, _row_text(graph, row))


def evidence_of_row(row: Row, text: str) -> Evidence:
    """Return a row as evidence, in a few words and with its source, day and remark."""
    return Evidence(
        row.place,
        text,
        source=row.source or "",
        source_date=row.source_date,
        comment=row.comment or "",
        reported_by=(row.reported_by or "") if isinstance(row, Link) else "",
    )


def _row_text(graph: Graph, row: Row) -> str:
    """Return what a row says, in a few words."""
    match row:
        case Participation():
            role = model_of(graph).words["role"][row.role or "member"].name
            return f"{node_name(graph, row.actor)} – {node_name(graph, row.arena)} ({role})"
        case Link() | Referral():
            pair = f"{node_name(graph, row.from_)} – {node_name(graph, row.to)}"
            return told_by_a_third_party(pair) if is_hearsay([row]) else pair
        case GoalHolder():
            role = model_of(graph).words["goal_role"][row.role or "contributor"].name
            return f"{node_name(graph, row.actor)} – {node_name(graph, row.goal)} ({role})"
        case LocalRequirement():
            return f"{node_name(graph, row.actor_a)} – {node_name(graph, row.actor_b)}"
        case Node():
            return row.name
        case Municipality():
            return row.name or row.number
        case _:
            return ""


def told_by_a_third_party(what: str) -> str:
    """Return what the two themselves have not told of, with that it is so."""
    return _("{tie} (told by a third party)").format(tie=what)


def with_lines_between(
    graph: Graph, observation: str, groups: Iterable[Iterable[str]], *, also_within: bool = False
) -> str:
    """Return an observation, with who of several groups are in one line of the organisation.

    `PART_OF` is no tie, but those in one line hear from each other. With `also_within`, also who of
    one group are.
    """
    by_size = sorted(map(frozenset, groups), key=len)
    # A line between two groups has an end outside the largest, which may be nearly everybody.
    searched_from = by_size if also_within else by_size[:-1]
    lines = {
        (actor, other) if other_is_above else (other, actor)
        for group in searched_from
        for actor in group
        for other_is_above, others in (
            (True, ancestor_units(graph, actor)),
            (False, descendant_units(graph, actor)),
        )
        for other in others
        if any(other in reached for reached in by_size if also_within or reached is not group)
    }
    if not lines:
        return observation
    pairs = [
        f"{node_name(graph, above)} – {node_name(graph, actor)}"
        for actor, above in sorted(lines, key=lambda line: _how_near(graph, *line))
    ]
    return f"{observation} " + ngettext(
        "In the organisation, these two are in one line: {pairs}.",
        "In the organisation, these are in one line: {pairs}.",
        len(pairs),
    ).format(pairs=first_few_apart(pairs, LINES_NAMED))


def _how_near(graph: Graph, unit: str, above: str) -> tuple[str, int]:
    """Return the sort key of a line of the organisation: by unit, the nearest above it first."""
    return unit, ancestor_units(graph, unit).index(above)


def searched(graph: Graph, *tables: type[Row]) -> tuple[Evidence, ...]:
    """Return the evidence of an absence: which tables were searched, and how many rows."""
    model = model_of(graph)
    return tuple(
        Evidence(model.place_of(table), _searched(table, len(model.all(table))), of_absence=True)
        for table in tables
    )


def _searched(table: type[Row], rows: int) -> str:
    if not rows:
        return _("{table}: not filled in.").format(table=table.sheet)
    return ngettext(
        "{table}: {n} row was searched.", "{table}: {n} rows were searched.", rows
    ).format(table=table.sheet, n=rows)


@cached_per_graph_and_language
def open_lists(graph: Graph) -> tuple[Evidence, ...]:
    """Return the working arenas whose list is incomplete, as part of the evidence of an absence."""
    return tuple(
        Evidence(
            arena.place,
            _("The participant list of «{arena}» is incomplete.").format(arena=arena.name),
            of_absence=True,
        )
        for arena in _open_arenas(graph)
    )


@cached_per_graph
def _open_arenas(graph: Graph) -> tuple[Arena, ...]:
    return tuple(arena for arena in working_arenas(graph) if has_incomplete_list(graph, arena))


def citation(places: Iterable[SourceLocation]) -> str:
    """Return places as a person looks them up: «Mål, row 4; Målansvar, rows 9 and 12».

    In a database it is the key of the node, or of both ends of the tie: «Goal 4614/bosetting».
    """
    by_table: dict[str, list[SourceLocation]] = {}
    for place in sorted(set(places)):
        table = place.sheet or place.file.rpartition("/")[2]
        by_table.setdefault(table, []).append(place)
    return "; ".join(_cited(table, found) for table, found in by_table.items())


def _cited(table: str, places: Sequence[SourceLocation]) -> str:
    nodes = [place.node for place in places if place.node]
    if nodes:
        return f"{table} {listed(nodes)}"
    rows = [str(place.row) for place in places if place.row]
    rows_cited = ngettext("row {rows}", "rows {rows}", len(rows)).format(rows=listed(rows))
    return f"{table}, {rows_cited}" if rows else table


def ground_for_contact(external: ExternalActor) -> str:
    """Return why the municipality should have contact with an external actor."""
    if external.public is False:
        return _("May be a suitable partner; § 5 does not require it.")
    return _(
        "The municipality shall cooperate with other public actors that can contribute (§ 5"
        " first paragraph)."
    )


def nothing_filled_in() -> str:
    """Return why nothing about ties can be assessed when the data hold no tie at all."""
    return _("No participation, collaboration, agreement in force or referral is filled in.")


def only_confirmed_links() -> str:
    """Return what `--links confirmed` leaves out."""
    return _(
        "Only links that both ends confirm, or that an agreement in force makes, count as links here."
    )


def exclusion_reason(reason: str) -> str:
    """Return why an arena is no working arena, in words."""
    return {
        "closed": _("closed"),
        "information": _("information only"),
        "large": _("more leaders and members than the limit"),
        "seldom": _("meets less often than the limit"),
    }[reason]
