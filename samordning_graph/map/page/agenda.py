"""What a meeting talks about: each matter once, with all its findings, in the order of the numbers."""

from dataclasses import dataclass

from samordning_graph.analysis.matters import MatterKey, matter_key, matters
from samordning_graph.graph.graph import Graph
from samordning_graph.map.gaps import MAX_PAIRS, map_findings
from samordning_graph.rules.finding import FindingId


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What can be decided at once.

    `key` is the same in every run. `number` is that of the report; None for what cannot be assessed.
    `findings` are places in `map_findings(graph).gaps`, strongest first. `is_proposed` says that the
    report begins with it.
    """

    key: str
    number: int | None
    findings: tuple[int, ...]
    is_proposed: bool


def numbers_of_findings(graph: Graph) -> dict[FindingId, int]:
    """Return the number of the matter that each finding of the map belongs to, where it has one."""
    gaps = map_findings(graph).gaps
    return {
        gaps[place].finding.identity: item.number
        for item in agenda(graph)
        if item.number is not None
        for place in item.findings
    }


def agenda(graph: Graph) -> list[AgendaItem]:
    """Return what is found or cannot be assessed, and is not accepted.

    Numbered matters first, in the order of their numbers; then what cannot be assessed.
    """
    grouped: dict[MatterKey, list[int]] = {}
    for place, gap in enumerate(map_findings(graph).gaps):
        if gap.finding.accepted is None:
            grouped.setdefault(matter_key(graph, gap.finding.identity), []).append(place)
    numbers = matters(graph).numbers(MAX_PAIRS)
    first = {matter.key for matter in matters(graph).first}
    unnumbered = len(numbers) + 1
    in_order = sorted(grouped, key=lambda key: (numbers.get(key, unnumbered), grouped[key][0]))
    return [
        AgendaItem("|".join(key), numbers.get(key), tuple(grouped[key]), key in first)
        for key in in_order
    ]
