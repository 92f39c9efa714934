"""The coordination graph of a municipality, and the questions that every rule asks of it.

A networkx `MultiDiGraph`, frozen after building. A node is a row of the model: attribute `label`,
and `row` with the typed row (target groups have a `Word` instead). An edge has `tie` (a `Tie`),
`rows` (the rows it rests on) and the properties of its type; undirected ties run from the smaller
id to the larger. `graph.graph` holds `model` and `options`.

Answers are remembered for as long as the graph lives, since it cannot change.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, TypeAlias, TypeVar, cast
from weakref import WeakKeyDictionary

import networkx as nx

from samordning_graph.duty_register import Duty
from samordning_graph.locale import current_language
from samordning_graph.model import Model
from samordning_graph.schema import (
    TARGET_GROUP,
    Actor,
    Arena,
    ExternalActor,
    Goal,
    GoalHolder,
    Link,
    LocalRequirement,
    Measure,
    Municipality,
    Node,
    Participation,
    Referral,
    Row,
    Strategy,
    Tie,
    Unit,
    columns,
    node_tables,
)
from samordning_graph.text import fold
from samordning_graph.vocabulary import WordList

Graph: TypeAlias = "nx.MultiDiGraph[str]"
N = TypeVar("N", bound=Node)
Answer = TypeVar("Answer")

ROLES = ("leader", "member", "on_call", "observer")
"""From the strongest to the weakest."""
TAKING_PART = frozenset({"leader", "member"})
_NO_MANDATE = frozenset({"", "nei", "ingen"})
_AIMS = (Goal, Strategy, Measure)
STRENGTHS = ("awareness", "cooperation", "coordination", "integration")
"""From the weakest to the strongest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What narrows the picture: the day, and which arenas count as working arenas.

    `duties` is a register to use instead of the built-in one.
    """

    as_of: date = field(default_factory=date.today)
    max_arena_size: int | None = None
    min_meetings: float | None = None
    duties: tuple[Duty, ...] | None = None


def once_per_graph(question: Callable[[Graph], Answer]) -> Callable[[Graph], Answer]:
    """Remember the answer to a question about a whole graph for as long as the graph lives."""
    answers: WeakKeyDictionary[Graph, Answer] = WeakKeyDictionary()

    @wraps(question)
    def remembered(graph: Graph) -> Answer:
        try:
            return answers[graph]
        except KeyError:
            answers[graph] = answer = question(graph)
            return answer

    return remembered


def once_per_graph_and_language(question: Callable[[Graph], Answer]) -> Callable[[Graph], Answer]:
    """Remember an answer in words: as `once_per_graph`, but one for each language."""
    in_each: dict[str, Callable[[Graph], Answer]] = {}

    @wraps(question)
    def remembered(graph: Graph) -> Answer:
        language = current_language()
        if language not in in_each:
            in_each[language] = once_per_graph(question)
        return in_each[language](graph)

    return remembered


def target_group_node(word_id: str) -> str:
    """Return the node of a target group: its word must not collide with the id of a unit."""
    return f"target_group:{word_id}"


# Building


def build(model: Model, options: Options | None = None) -> Graph:
    """Return the frozen graph of a model. Every reference of the model exists, so nothing fails."""
    graph: Graph = nx.MultiDiGraph(model=model, options=options or Options())
    town = model.municipality
    graph.add_node(town.number, label=Municipality.label, row=town)
    for table in node_tables():
        for node in model.all(table):
            graph.add_node(node.id, label=table.label, row=node)
    for table in node_tables():
        _add_reference_ties(graph, table)
    for unit in model.all(Unit):
        if unit.part_of is None:
            graph.add_edge(unit.id, town.number, tie=Tie.PART_OF, rows=(unit,))
    _add_participation(graph, model)
    _add_links(graph, model)
    for referral in model.all(Referral):
        graph.add_edge(
            referral.from_,
            referral.to,
            tie=Tie.REFERS_TO,
            rows=(referral,),
            target_group=referral.target_group,
        )
    for holder in model.all(GoalHolder):
        tie = Tie.OWNS if holder.role == "owner" else Tie.CONTRIBUTES_TO
        graph.add_edge(holder.actor, holder.goal, tie=tie, rows=(holder,))
    for required in model.all(LocalRequirement):
        one, other = sorted((required.actor_a, required.actor_b))
        graph.add_edge(
            one,
            other,
            tie=Tie.REQUIRED_WITH,
            rows=(required,),
            reason=required.reason,
            tier=required.tier,
        )
    return cast("Graph", nx.freeze(graph))


def _add_reference_ties(graph: Graph, table: type[Node]) -> None:
    """Add the ties that the columns of a node's own table make."""
    model = model_of(graph)
    for column in columns(table):
        if column.tie is None:
            continue
        for node in model.all(table):
            value = getattr(node, column.name)
            targets = value if column.many else (value,) if value else ()
            for target in targets:
                to = target
                if column.tie is Tie.SERVES:
                    to = target_group_node(target)
                    if to not in graph:
                        word = model.words["target_group"][target]
                        graph.add_node(to, label=TARGET_GROUP, row=word)
                # «identified in», «owner» of an overview: the tie runs from the one who owns.
                ends = (to, node.id) if column.tie is Tie.OWNS else (node.id, to)
                graph.add_edge(*ends, tie=column.tie, rows=(node,))


def _add_participation(graph: Graph, model: Model) -> None:
    """Add one tie per actor and arena, with the strongest of its roles."""
    rows: dict[tuple[str, str], list[Participation]] = defaultdict(list)
    for row in model.all(Participation):
        rows[row.actor, row.arena].append(row)
    for (actor, arena), listed in rows.items():
        role = min((row.role or "member" for row in listed), key=ROLES.index)
        graph.add_edge(actor, arena, tie=Tie.PARTICIPATES_IN, rows=tuple(listed), role=role)


def _add_links(graph: Graph, model: Model) -> None:
    """Add one collaboration per pair of actors, and one tie per agreement.

    All rows of a pair are one tie: linked if one of them says so, with the strongest strength;
    reports from both ends make `reported_by` both. A row with an agreement and no strength is
    only the agreement.
    """
    rows: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for row in model.all(Link):
        one, other = sorted((row.from_, row.to))
        if row.strength or not row.agreement:
            rows[one, other].append(row)
        if row.agreement:
            graph.add_edge(
                one,
                other,
                tie=Tie.HAS_AGREEMENT_WITH,
                rows=(row,),
                agreement=row.agreement,
                valid_to=row.valid_to,
                formal=row.formal,
            )
    for (one, other), listed in rows.items():
        graph.add_edge(one, other, tie=Tie.COLLABORATES_WITH, rows=tuple(listed), **_merged(listed))


def _merged(rows: list[Link]) -> dict[str, Any]:
    # No strength given counts as cooperation.
    strength = max((row.strength or "cooperation" for row in rows), key=STRENGTHS.index)
    formal = {row.formal for row in rows}
    reporters = {row.reported_by for row in rows}
    both_ends = (
        "both" in reporters or len({row.from_ for row in rows if row.reported_by == "one"}) > 1
    )
    return {
        "strength": strength,
        "formal": True if True in formal else False if False in formal else None,
        "per_year": max((row.per_year for row in rows if row.per_year is not None), default=None),
        "reported_by": "both" if both_ends else next(iter(sorted(r for r in reporters if r)), None),
    }


# What the graph is about


def model_of(graph: Graph) -> Model:
    """Return the model that the graph was built from."""
    return cast("Model", graph.graph["model"])


def options_of(graph: Graph) -> Options:
    """Return the options that the graph was built with."""
    return cast("Options", graph.graph["options"])


def words_of(graph: Graph, name: str) -> WordList:
    """Return a word list, with the municipality's own words."""
    return model_of(graph).words[name]


# Nodes


def nodes(graph: Graph, table: type[N]) -> tuple[N, ...]:
    """Return the nodes of one table, by id."""
    return cast("tuple[N, ...]", _nodes_by_table(graph).get(table, ()))


@once_per_graph
def _nodes_by_table(graph: Graph) -> Mapping[type[Node], tuple[Node, ...]]:
    model = model_of(graph)
    return {table: tuple(sorted(model.all(table), key=lambda n: n.id)) for table in node_tables()}


@once_per_graph
def actors(graph: Graph) -> tuple[Actor, ...]:
    """Return units and external actors, by id."""
    both: tuple[Actor, ...] = (*nodes(graph, Unit), *nodes(graph, ExternalActor))
    return tuple(sorted(both, key=lambda actor: actor.id))


def row(graph: Graph, node_id: str) -> Any:  # noqa: ANN401 - the caller knows the kind of node
    """Return the typed row of a node. A misspelt id is a `KeyError`, never a new node."""
    return graph.nodes[node_id]["row"]


def actor(graph: Graph, node_id: str) -> Actor:
    """Return an actor by id."""
    found = row(graph, node_id)
    assert isinstance(found, Actor), node_id
    return found


def arena(graph: Graph, node_id: str) -> Arena:
    """Return an arena by id."""
    found = row(graph, node_id)
    assert isinstance(found, Arena), node_id
    return found


def is_unit(graph: Graph, node_id: str) -> bool:
    """Return whether a node is a municipal unit."""
    return isinstance(row(graph, node_id), Unit)


def name(graph: Graph, node_id: str) -> str:
    """Return what people call a node."""
    return str(row(graph, node_id).name)


def sector_name(graph: Graph, sector: str) -> str:
    """Return what people call a sector."""
    return words_of(graph, "sector")[sector].name


# Ties


@once_per_graph
def ties_by_kind(graph: Graph) -> Mapping[Tie, Sequence[tuple[str, str, dict[str, Any]]]]:
    """Return all ties as (from, to, properties) by kind: most questions are about one kind."""
    kinds: dict[Tie, list[tuple[str, str, dict[str, Any]]]] = {kind: [] for kind in Tie}
    # The adjacency gives what `edges(data=True)` does, in half the time.
    for from_, neighbours in graph.adjacency():
        for to, ties in neighbours.items():
            for data in ties.values():
                kinds[data["tie"]].append((from_, to, data))
    return kinds


def ties_from(graph: Graph, node_id: str, *kinds: Tie) -> list[tuple[str, dict[str, Any]]]:
    """Return (other end, properties) of the ties of these kinds that leave a node, by id."""
    found = [
        (to, data) for _, to, data in graph.out_edges(node_id, data=True) if data["tie"] in kinds
    ]
    return sorted(found, key=lambda one: one[0])


def ties_to(graph: Graph, node_id: str, *kinds: Tie) -> list[tuple[str, dict[str, Any]]]:
    """Return (other end, properties) of the ties of these kinds that reach a node, by id."""
    found = [
        (from_, data)
        for from_, _, data in graph.in_edges(node_id, data=True)
        if data["tie"] in kinds
    ]
    return sorted(found, key=lambda one: one[0])


def ties_between(
    graph: Graph, one: str, other: str, *kinds: Tie
) -> list[tuple[str, str, dict[str, Any]]]:
    """Return (from, to, properties) of the ties of these kinds between two nodes, either way."""
    return [
        (from_, to, data)
        for from_, to in ((one, other), (other, one))
        for data in (graph.get_edge_data(from_, to) or {}).values()
        if data["tie"] in kinds
    ]


def rows_of(ties: Iterable[tuple[Any, ...]]) -> tuple[Row, ...]:
    """Return the rows that some ties rest on, once each, in the order of the input."""
    found = {one.place: one for tie in ties for one in tie[-1]["rows"]}
    return tuple(found[place] for place in sorted(found))


def agreement_in_force(data: Mapping[str, Any], as_of: date) -> bool:
    """Return whether an agreement tie holds on a day; no last day = no end."""
    return data["valid_to"] is None or data["valid_to"] >= as_of


def makes_linked(data: Mapping[str, Any], as_of: date) -> bool:
    """Return whether a tie makes its two actors linked.

    A collaboration of strength cooperation or more (none given counts), or an agreement that is in
    force. An expired agreement is evidence, never a tie.
    """
    if data["tie"] is Tie.COLLABORATES_WITH:
        return bool(data["strength"] != "awareness")
    return data["tie"] is Tie.HAS_AGREEMENT_WITH and agreement_in_force(data, as_of)


@once_per_graph
def links(graph: Graph) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return the linked pairs of actors (smaller id first) with the rows that say so."""
    as_of = options_of(graph).as_of
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for kind in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH):
        for from_, to, data in ties_by_kind(graph)[kind]:
            if makes_linked(data, as_of):
                found[from_, to].extend(data["rows"])
    return {pair: tuple(found[pair]) for pair in sorted(found)}


@once_per_graph
def participants(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Return who is listed in each arena: arena → actor → strongest role."""
    listed: dict[str, dict[str, str]] = {one.id: {} for one in nodes(graph, Arena)}
    for from_, to, data in ties_by_kind(graph)[Tie.PARTICIPATES_IN]:
        listed[to][from_] = data["role"]
    return listed


def members(graph: Graph, arena_id: str) -> list[str]:
    """Return the leaders and members of an arena, by id."""
    listed = participants(graph)[arena_id]
    return sorted(one for one, role in listed.items() if role in TAKING_PART)


@once_per_graph
def holders(graph: Graph) -> Mapping[str, Mapping[str, Tie]]:
    """Return who holds each goal, strategy and measure: aim → actor → OWNS or CONTRIBUTES_TO.

    Owning implies contributing, so an actor that does both owns.
    """
    aims = {one.id for table in _AIMS for one in nodes(graph, table)}
    found: dict[str, dict[str, Tie]] = defaultdict(dict)
    for kind in (Tie.CONTRIBUTES_TO, Tie.OWNS):
        for from_, to, _data in ties_by_kind(graph)[kind]:
            if to in aims:
                found[to][from_] = kind
    return found


@once_per_graph
def aims_of(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Return the goals, strategies and measures that each actor owns or contributes to."""
    found: dict[str, set[str]] = defaultdict(set)
    for aim, by in holders(graph).items():
        for actor_id in by:
            found[actor_id].add(aim)
    return {actor_id: frozenset(aims) for actor_id, aims in found.items()}


def goals_above(graph: Graph, goal_id: str) -> tuple[str, ...]:
    """Return the goals that a goal is part of, nearest first."""
    line: list[str] = []
    parent = row(graph, goal_id).parent
    while parent is not None:
        line.append(parent)
        parent = row(graph, parent).parent
    return tuple(line)


# Who was asked, and when


def asked(graph: Graph) -> tuple[int, int]:
    """Return how many of the actors were asked themselves, and how many there are."""
    everyone = actors(graph)
    return sum(is_surveyed(one) for one in everyone), len(everyone)


@once_per_graph
def source_period(graph: Graph) -> tuple[date, date] | None:
    """Return the oldest and the newest date of a source, or None when no row has one."""
    dates = [one.source_date for rows in model_of(graph).rows.values() for one in rows]
    known = [day for day in dates if day]
    return (min(known), max(known)) if known else None


# Units above and below


@once_per_graph
def lines_above(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return the units that each unit is part of, nearest first; only units that have any."""
    parents = {unit.id: unit.part_of for unit in nodes(graph, Unit)}
    lines: dict[str, tuple[str, ...]] = {}
    for unit in parents:
        line, parent = [], parents[unit]
        while parent is not None:
            line.append(parent)
            parent = parents[parent]
        if line:
            lines[unit] = tuple(line)
    return lines


@once_per_graph
def _below(graph: Graph) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for unit, line in lines_above(graph).items():
        for boss in line:
            found[boss].add(unit)
    return {unit: frozenset(under) for unit, under in found.items()}


def above(graph: Graph, actor_id: str) -> tuple[str, ...]:
    """Return the units that an actor is part of, nearest first."""
    return lines_above(graph).get(actor_id, ())


def below(graph: Graph, actor_id: str) -> frozenset[str]:
    """Return the units that are part of a unit, directly or through others."""
    return _below(graph).get(actor_id, frozenset())


# Arenas


@once_per_graph
def set_aside(graph: Graph) -> Mapping[str, str]:
    """Return the arenas that are no working arenas, with the reason.

    The reasons: `closed` (past its last day), `information`, `large` (more leaders and members
    than `max_arena_size`), `seldom` (known to meet less than `min_meetings`). A big yearly forum
    must not make every gap vanish. No kind given counts as working.
    """
    options = options_of(graph)
    reasons: dict[str, str] = {}
    for one in nodes(graph, Arena):
        if one.valid_to is not None and one.valid_to < options.as_of:
            reasons[one.id] = "closed"
        elif one.kind == "information":
            reasons[one.id] = "information"
        elif (
            options.max_arena_size is not None
            and len(members(graph, one.id)) > options.max_arena_size
        ):
            reasons[one.id] = "large"
        elif (
            options.min_meetings is not None
            and one.meetings_per_year is not None
            and one.meetings_per_year < options.min_meetings
        ):
            reasons[one.id] = "seldom"
    return reasons


@once_per_graph
def working_arenas(graph: Graph) -> tuple[Arena, ...]:
    """Return the arenas in which two can be said to meet, by id."""
    aside = set_aside(graph)
    return tuple(one for one in nodes(graph, Arena) if one.id not in aside)


@once_per_graph
def lifted_roles(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Return the roles in each arena with those of the units below counted for the units above.

    Goals are owned by a kommunalområde and arenas attended by its units; never the other way: a
    boss in a forum does not make the ward meet.
    """
    lines = lines_above(graph)
    lifted: dict[str, dict[str, str]] = {}
    for arena_id, listed in participants(graph).items():
        roles = dict(listed)
        for actor_id, role in listed.items() if lines else ():
            for one in lines.get(actor_id, ()):
                if one not in roles or ROLES.index(role) < ROLES.index(roles[one]):
                    roles[one] = role
        lifted[arena_id] = roles
    return lifted


@once_per_graph
def lifted_members(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Return the leaders and members of each arena with the units that they are part of."""
    return {
        arena_id: frozenset(one for one, role in roles.items() if role in TAKING_PART)
        for arena_id, roles in lifted_roles(graph).items()
    }


@dataclass(frozen=True, slots=True)
class ActorTies:
    """The ties of an actor and of the units below it: arenas with role, and who it is tied to."""

    arenas: Mapping[str, str]
    linked: frozenset[str]
    acquainted: frozenset[str]
    referrals: frozenset[str]

    def __bool__(self) -> bool:
        """Whether there is any tie at all."""
        return bool(self.arenas or self.linked or self.acquainted or self.referrals)


@once_per_graph
def actor_ties(graph: Graph) -> Mapping[str, ActorTies]:
    """Return the ties of every actor, those of the units below it included.

    An expired agreement is no tie; an acquaintance (awareness) is one, though it does not link.
    """
    as_of = options_of(graph).as_of
    arenas: dict[str, dict[str, str]] = defaultdict(dict)
    for arena_id, listed in lifted_roles(graph).items():
        for actor_id, role in listed.items():
            arenas[actor_id][arena_id] = role
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    lines = lines_above(graph)
    for tie in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH, Tie.REFERS_TO):
        for from_, to, data in ties_by_kind(graph)[tie]:
            if makes_linked(data, as_of):
                kind = "linked"
            elif tie is Tie.COLLABORATES_WITH:
                kind = "acquainted"
            elif tie is Tie.REFERS_TO:
                kind = "referrals"
            else:
                continue
            for one, other in ((from_, to), (to, from_)):
                for lifted in (one, *lines.get(one, ())):
                    found[lifted][kind].add(other)
    return {
        one.id: ActorTies(
            arenas[one.id],
            frozenset(found[one.id]["linked"]),
            frozenset(found[one.id]["acquainted"]),
            frozenset(found[one.id]["referrals"]),
        )
        for one in actors(graph)
    }


def is_surveyed(one: Actor) -> bool:
    """Return whether an actor itself was asked about its ties (a date, or ja)."""
    return bool(one.surveyed)


def is_open(graph: Graph, one: Arena) -> bool:
    """Return whether an arena's list is open: anyone could be missing from it.

    Said to be incomplete, or naming nobody without being said to be complete.
    """
    if one.participants_complete is None:
        return not participants(graph)[one.id]
    return not one.participants_complete


def has_mandate(one: Arena) -> bool:
    """Return whether it is said what an arena is set to do, or what it rests on.

    «nei», «ingen» and «-» say that there is none.
    """
    return any(fold(text or "") not in _NO_MANDATE for text in (one.mandate, one.basis))


def has_leader(graph: Graph, arena_id: str) -> bool:
    """Return whether anybody is listed as the leader of an arena."""
    return "leader" in participants(graph)[arena_id].values()


@once_per_graph
def actors_with_open_ties(graph: Graph) -> frozenset[str]:
    """Return the actors whose own ties are open, so that no rule may call them isolated.

    An actor that was not asked, while some open list does not name it nor a unit below it.
    """
    open_lists = [
        lifted_roles(graph)[one.id] for one in working_arenas(graph) if is_open(graph, one)
    ]
    return frozenset(
        one.id
        for one in actors(graph)
        if not is_surveyed(one) and any(one.id not in listed for listed in open_lists)
    )


@once_per_graph
def any_ties(graph: Graph) -> bool:
    """Return whether the data hold a participation, link, agreement in force or referral at all.

    Without any, nobody can be told to be isolated: nothing was filled in.
    """
    ties = ties_by_kind(graph)
    kinds = (Tie.PARTICIPATES_IN, Tie.COLLABORATES_WITH, Tie.REFERS_TO)
    return any(ties[kind] for kind in kinds) or bool(links(graph))


@once_per_graph
def component_graph(graph: Graph) -> "nx.Graph[str]":
    """Return what ties actors together, frozen: actors, working arenas, seats and links.

    Participation as leader or member, and linked pairs; nothing else, since a yearly forum or the
    organisation chart would join everything. Own ties only.
    """
    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(one.id for one in actors(graph))
    for one in working_arenas(graph):
        tied.add_edges_from((member, one.id) for member in members(graph, one.id))
    tied.add_edges_from(links(graph))
    return cast("nx.Graph[str]", nx.freeze(tied))


@once_per_graph
def components(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups of actors that are tied together, ids sorted, the main group first.

    The main group is the one with most actors, of equal ones the one with the smallest id.
    """
    everyone = {one.id for one in actors(graph)}
    groups = [
        tuple(sorted(everyone.intersection(group)))
        for group in nx.connected_components(component_graph(graph))
    ]
    return tuple(sorted((group for group in groups if group), key=lambda g: (-len(g), g[0])))
