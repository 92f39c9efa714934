"""A plan as rows of the tables, to see the report with them (`report --what-if`)."""

from typing import TextIO

from samordning_graph.analysis.suggest.plan import SuggestedSteps
from samordning_graph.analysis.suggest.proposed_rows import OneRow, arena_rows
from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, model_of


def write(graph: Graph, plan: SuggestedSteps, stream: TextIO) -> None:
    """Write the rows as YAML that is read as a data set is."""
    import yaml

    municipality = model_of(graph).municipality
    note = _("Suggested steps for {name} ({number}). Nothing here is decided.").format(
        name=municipality.name, number=municipality.number
    )
    stream.write(f"# {note}\n")
    rows = overlay(graph, plan)
    yaml.safe_dump(rows, stream, allow_unicode=True, sort_keys=False, width=1000)


def overlay(graph: Graph, plan: SuggestedSteps) -> dict[str, list[OneRow]]:
    """Return the rows that a plan adds: seats, and arenas where it proposes new ones."""
    source = _("Suggestion, not decided")
    seats = [(step.actor, step.arena) for step in plan.invitations]
    arenas = []
    for arena_row, proposed in zip(arena_rows(graph, plan), plan.new_arenas, strict=True):
        arenas.append({**arena_row, "source": source})
        seats += [(member, arena_row["id"]) for member in proposed.members]
    participation = [
        {"actor": actor, "arena": arena, "role": "member", "source": source}
        for actor, arena in seats
    ]
    return {**({"arenas": arenas} if arenas else {}), "participation": participation}
