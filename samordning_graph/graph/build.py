"""From a model to the frozen graph."""

from collections import defaultdict
from typing import Any, cast

import networkx as nx

from samordning_graph.graph.graph import AnalysisOptions, Graph, model_of
from samordning_graph.graph.links import is_confirmed, said_by, settled_in_writing, strongest
from samordning_graph.graph.participation import PARTICIPATION_ROLES
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import (
    TARGET_GROUP,
    GoalHolder,
    Link,
    LocalRequirement,
    Municipality,
    Node,
    Participation,
    Referral,
    Tie,
    Unit,
    columns,
    node_tables,
)


def target_group_node(word_id: str) -> str:
    """Return the node of a target group: its word must not collide with the id of a unit."""
    return f"target_group:{word_id}"


def build(model: Model, options: AnalysisOptions | None = None) -> Graph:
    """Return the frozen graph of a model. Every reference of the model exists, so nothing fails."""
    graph: Graph = nx.MultiDiGraph(model=model, options=options or AnalysisOptions())
    municipality = model.municipality
    graph.add_node(municipality.number, label=Municipality.label, row=municipality)
    for table in node_tables():
        for node in model.all(table):
            graph.add_node(node.id, label=table.label, row=node)
    for table in node_tables():
        _add_reference_ties(graph, table)
    for unit in model.all(Unit):
        if unit.part_of is None:
            graph.add_edge(unit.id, municipality.number, tie=Tie.PART_OF, rows=(unit,))
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
    for requirement in model.all(LocalRequirement):
        first, second = sorted((requirement.actor_a, requirement.actor_b))
        graph.add_edge(
            first,
            second,
            tie=Tie.REQUIRED_WITH,
            rows=(requirement,),
            reason=requirement.reason,
            tier=requirement.tier,
        )
    return cast("Graph", nx.freeze(graph))


def _add_reference_ties(graph: Graph, table: type[Node]) -> None:
    """Add the ties that columns of a node table stand for."""
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
                # `owner` of an overview names the owner, and OWNS runs from the owner.
                ends = (to, node.id) if column.tie is Tie.OWNS else (node.id, to)
                graph.add_edge(*ends, tie=column.tie, rows=(node,))


def _add_participation(graph: Graph, model: Model) -> None:
    """Add one tie per actor and arena, with the strongest of its roles."""
    rows: dict[tuple[str, str], list[Participation]] = defaultdict(list)
    for row in model.all(Participation):
        rows[row.actor, row.arena].append(row)
    for (actor, arena), of_pair in rows.items():
        role = min((row.role or "member" for row in of_pair), key=PARTICIPATION_ROLES.index)
        graph.add_edge(actor, arena, tie=Tie.PARTICIPATES_IN, rows=tuple(of_pair), role=role)


def _add_links(graph: Graph, model: Model) -> None:
    """Add one collaboration per pair of actors, and one tie per agreement.

    All rows of a pair are one tie: linked if one of them says so, with the strongest strength, and
    what each end says by itself; reports from both ends make `reported_by` both. A row with an
    agreement and no strength is only the agreement. «nei» is no agreement.
    """
    rows: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for row in model.all(Link):
        first, second = sorted((row.from_, row.to))
        if row.strength or not row.has_agreement:
            rows[first, second].append(row)
        if row.has_agreement:
            graph.add_edge(
                first,
                second,
                tie=Tie.HAS_AGREEMENT_WITH,
                rows=(row,),
                agreement=row.agreement,
                valid_to=row.valid_to,
                formal=row.formal,
            )
    for (first, second), of_pair in rows.items():
        graph.add_edge(
            first,
            second,
            tie=Tie.COLLABORATES_WITH,
            rows=tuple(of_pair),
            **_merged(first, second, of_pair),
        )


def _merged(first: str, second: str, rows: list[Link]) -> dict[str, Any]:
    said_by_ends = [said_by(end, rows) for end in (first, second)]
    reporters = {row.reported_by for row in rows}
    both_ends = (
        "both" in reporters or len({row.from_ for row in rows if row.reported_by == "one"}) > 1
    )
    return {
        "strength": strongest(rows),
        "strength_from": said_by_ends[0],
        "strength_to": said_by_ends[1],
        "confirmed": is_confirmed(*said_by_ends),
        "formal": settled_in_writing(row.formal for row in rows),
        "per_year": max((row.per_year for row in rows if row.per_year is not None), default=None),
        "reported_by": "both" if both_ends else min(filter(None, reporters), default=None),
    }
