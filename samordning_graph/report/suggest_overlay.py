"""A plan as rows of the tables, to see the report with them (`report --what-if`)."""

from collections.abc import Iterator
from typing import Any, TextIO

from samordning_graph.coverage import Ground
from samordning_graph.graph import Graph, model_of, name, row, words_of
from samordning_graph.locale import _
from samordning_graph.rules.duty_rule import duty_name
from samordning_graph.rules.telling import names
from samordning_graph.schema import Goal
from samordning_graph.suggest.new_arena import NewArena
from samordning_graph.suggest.plan import Plan
from samordning_graph.text import slug

OneRow = dict[str, Any]


def write(graph: Graph, plan: Plan, stream: TextIO) -> None:
    """Write the rows as YAML that is read as a data set is."""
    import yaml  # noqa: PLC0415 - only those who use YAML pay for it

    town = model_of(graph).municipality
    note = _("Suggested steps for {name} ({number}). Nothing here is decided.").format(
        name=town.name, number=town.number
    )
    stream.write(f"# {note}\n")
    rows = overlay(graph, plan)
    yaml.safe_dump(rows, stream, allow_unicode=True, sort_keys=False, width=1000)


def overlay(graph: Graph, plan: Plan) -> dict[str, list[OneRow]]:
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


def arena_rows(graph: Graph, plan: Plan) -> Iterator[OneRow]:
    """Yield a row for each new arena. Its list is complete, since it is the proposal itself."""
    taken = set(graph)
    for proposed in plan.new_arenas:
        called = _("New arena about «{theme}»").format(theme=theme_name(graph, proposed))
        stem = slug(called)
        id_ = next(
            one
            for one in (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
            if one not in taken
        )
        taken.add(id_)
        yield {
            "id": id_,
            "name": called,
            "level": proposed.level,
            "kind": "coordination",
            **_about(graph, proposed),
            "participants_complete": "ja",
        }


def _about(graph: Graph, proposed: NewArena) -> OneRow:
    """Return the goal or the target group that an arena is for, where the tables can say it."""
    theme = proposed.theme
    if theme.ground is Ground.GOAL and isinstance(row(graph, theme.about), Goal):
        return {"goals": theme.about}
    if theme.ground is Ground.TARGET_GROUP:
        return {"target_groups": theme.about}
    return {}


def theme_name(graph: Graph, proposed: NewArena) -> str:
    """Return what a new arena is about: a goal, a target group, a duty or referrals."""
    theme = proposed.theme
    if theme.ground is Ground.GOAL:
        return name(graph, theme.about)
    if theme.ground is Ground.TARGET_GROUP:
        return words_of(graph, "target_group")[theme.about].name
    if theme.ground is Ground.REFERRAL:
        return _("referrals between {actors}").format(actors=names(graph, proposed.members))
    return duty_name(graph, theme.about)
