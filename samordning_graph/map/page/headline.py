"""The headline of the page: its message, and the three figures as a bar in true proportion."""

from dataclasses import dataclass

from samordning_graph.analysis.pair_message import (
    PairMessage,
    figure_texts,
    pair_message,
    what_is_lacking,
)
from samordning_graph.common.locale import ngettext
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, cached_per_graph_and_language
from samordning_graph.map.gaps import map_findings
from samordning_graph.map.views.actors import DUTY_OF_ONE_PAIR
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.register import rule_of

BAR_WIDTH = 170.0
"""In pixels."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of the bar: `kind` is documented, missing or unknown; `left` and `width` in pixels."""

    kind: str
    text: str
    left: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What stands at the top of the page; `hint` is what to fill in where there is no bar.

    `duties` says how many duties no contact in the data meets, and empty where there is none.
    """

    message: PairMessage
    bar: tuple[BarPart, ...]
    hint: str
    duties: str


@cached_per_graph_and_language
def headline(graph: Graph) -> Headline:
    """Return the headline of a municipality."""
    figures = pair_engine(graph).congruence(*Ground)
    numbers = (figures.documented, figures.not_documented, figures.not_known)
    parts = zip(("documented", "missing", "unknown"), figure_texts(figures), numbers, strict=True)
    bar, left = [], 0.0
    for kind, text, number in parts if figures.total else ():
        width = BAR_WIDTH * number / figures.total
        bar.append(BarPart(kind, text, round(left, 2), round(width, 2)))
        left += width
    return Headline(
        message=pair_message(figures),
        bar=tuple(bar),
        hint="" if figures.total else what_is_lacking(),
        duties=_duties(graph),
    )


def _duties(graph: Graph) -> str:
    """Return how many duties are not met, or else how many nobody can tell of.

    One that a single pair can meet is among the pairs.
    """
    duties = [
        gap
        for gap in map_findings(graph).gaps
        if rule_of(gap.finding.identity.rule).subject is SubjectKind.DUTY
        and gap.finding.accepted is None
        and len(gap.about) != DUTY_OF_ONE_PAIR
    ]
    found = sum(not gap.is_undetermined for gap in duties)
    unknown = len(duties) - found
    if found:
        text = ngettext(
            "{n} duty without documented contact", "{n} duties without documented contact", found
        )
        return text.format(n=found)
    text = ngettext("{n} duty cannot be assessed", "{n} duties cannot be assessed", unknown)
    return text.format(n=unknown) if unknown else ""
