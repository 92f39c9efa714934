"""Which rows a meeting wrote when it agreed on a step: they tell what was agreed, not that it was done."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from samordning_graph.common.locale import in_every_language
from samordning_graph.common.phrases import AGREED_IN_MEETING, DECIDED_IN_MEETING
from samordning_graph.common.text import fold
from samordning_graph.graph.graph import Graph, cached_per_graph, model_of
from samordning_graph.rules.named_case import ids_meant
from samordning_graph.schema.tables import AgreedStep, Link, Participation

_Origin = tuple[str, date | None]
_NO_STEPS: Mapping[AgreedStep, None] = {}


def steps_of_row(graph: Graph, row: Participation | Link) -> Sequence[AgreedStep]:
    """Return the steps that a row was written with; none for a row that tells what is so.

    Of those that may be meant they are the ones that name whom the row ties, or else the arena. A row
    whose own source is a meeting may be of any step, whose day and source may be others now; another
    row of those with its source, agreed on its day.
    """
    source = fold(row.source or "")
    of_origin = _steps_by_origin(graph).get((source, row.source_date), _NO_STEPS)
    is_of_a_meeting = source.startswith(_begin_sources_of_meetings())
    if not of_origin and not is_of_a_meeting:
        return ()
    for ids in _ends(row):
        naming = (_steps_by_id(graph).get(id_, _NO_STEPS) for id_ in ids)
        named = _in_all([*naming] if is_of_a_meeting else [of_origin, *naming])
        if named:
            return named
    return tuple(of_origin)


def _ends(row: Participation | Link) -> tuple[tuple[str, ...], ...]:
    """Return the ids that a step names together, those that tell most first."""
    if isinstance(row, Link):
        return ((row.from_, row.to),)
    return (row.actor, row.arena), (row.actor,), (row.arena,)


def _in_all(steps: Sequence[Mapping[AgreedStep, None]]) -> tuple[AgreedStep, ...]:
    fewest, *others = sorted(steps, key=len)
    return tuple(step for step in fewest if all(step in other for other in others))


@cached_per_graph
def _steps_by_id(graph: Graph) -> Mapping[str, Mapping[AgreedStep, None]]:
    """Return the steps that name each id, in the order of their rows."""
    naming: Mapping[str, dict[AgreedStep, None]] = defaultdict(dict)
    for step in model_of(graph).all(AgreedStep):
        for name in (step.subject or "", *step.related):
            for id_ in ids_meant(graph, name):
                naming[id_][step] = None
    return naming


@cached_per_graph
def _steps_by_origin(graph: Graph) -> Mapping[_Origin, Mapping[AgreedStep, None]]:
    by_origin: Mapping[_Origin, dict[AgreedStep, None]] = defaultdict(dict)
    for step in model_of(graph).all(AgreedStep):
        if step.source and step.decided:
            by_origin[fold(step.source), step.decided][step] = None
    return by_origin


@cache
def _begin_sources_of_meetings() -> tuple[str, ...]:
    """Return how the sources of such rows begin, in every language: the data may be in another."""
    sources = (DECIDED_IN_MEETING, AGREED_IN_MEETING)
    return tuple(
        fold(text.format(date="")) for source in sources for text in in_every_language(source)
    )
