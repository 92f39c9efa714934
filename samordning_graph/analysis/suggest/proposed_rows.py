"""The rows that a plan proposes."""

from collections.abc import Iterator
from typing import Any

from samordning_graph.analysis.suggest.new_arena import NewArena
from samordning_graph.analysis.suggest.plan import SuggestedSteps
from samordning_graph.common.locale import _
from samordning_graph.common.text import slug, unique_stem
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.duties import duty_name
from samordning_graph.graph.graph import Graph, listed_names, node_name, node_row, words_of
from samordning_graph.schema.tables import Goal

OneRow = dict[str, Any]


def arena_rows(graph: Graph, plan: SuggestedSteps) -> Iterator[OneRow]:
    """Yield a row for each new arena. Its list is complete, since it is the proposal itself."""
    taken = set(graph)
    for proposed in plan.new_arenas:
        called = _("New arena about «{theme}»").format(theme=theme_name(graph, proposed))
        id_ = unique_stem(slug(called), taken)
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
    if theme.ground is Ground.GOAL and isinstance(node_row(graph, theme.about), Goal):
        return {"goals": theme.about}
    if theme.ground is Ground.TARGET_GROUP:
        return {"target_groups": theme.about}
    return {}


def theme_name(graph: Graph, proposed: NewArena) -> str:
    """Return what a new arena is about: a goal, a target group, a duty or referrals."""
    theme = proposed.theme
    if theme.ground is Ground.GOAL:
        return node_name(graph, theme.about)
    if theme.ground is Ground.TARGET_GROUP:
        return words_of(graph, "target_group")[theme.about].name
    if theme.ground is Ground.REFERRAL:
        return _("referrals between {actors}").format(actors=listed_names(graph, proposed.members))
    return duty_name(graph, theme.about)
