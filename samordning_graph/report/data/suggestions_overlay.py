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
    """Return the rows that a plan adds: agreements, seats, and arenas where it proposes new ones."""
    source = _("Suggestion, not decided")
    agreements = [
        {"from": step.between[0], "to": step.between[1], "agreement": step.lapsed.agreement}
        for step in plan.renewals
    ]
    seats = [(step.seat.guest, step.seat.arena) for step in plan.seats]
    arenas = list(arena_rows(graph, plan))
    for arena_row, proposed in zip(arenas, plan.new_arenas, strict=True):
        seats += [(member, arena_row["id"]) for member in proposed.members]
    tables = {
        "arenas": arenas,
        "links": agreements,
        "participation": [
            {"actor": actor, "arena": arena, "role": "member"} for actor, arena in seats
        ],
    }
    return {
        table: [{**row, "source": source} for row in rows]
        for table, rows in tables.items()
        if rows or table == "participation"
    }
