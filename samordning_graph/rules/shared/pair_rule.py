"""What the rules about pairs share: two actors across sectors, a ground, and no coverage.

Each such rule adds only why a pair should coordinate. Its findings are gathered per pair with
those of the other rules about pairs, strongest basis first.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from samordning_graph.common.locale import _, ngettext
from samordning_graph.graph.bit_relation import PairSet
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import excluded_ties
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.links import pairs_said_to_be_apart
from samordning_graph.rules.coverage_text import coverage_sentence, excluded_rows, with_no_contact
from samordning_graph.rules.finding import Evidence, Finding, FindingGround, FindingId
from samordning_graph.rules.finding_text import (
    citation,
    confidence,
    evidence,
    nothing_filled_in,
    open_lists,
    searched,
)
from samordning_graph.rules.next_step import partners_of, seat_of, step_sentence, step_towards
from samordning_graph.rules.rule import (
    Assessment,
    Case,
    PairGround,
    PairReason,
    Rule,
    nothing_to_assess,
)
from samordning_graph.schema.tables import Link, Participation


@dataclass(frozen=True, slots=True)
class PairCases(Collection[Case]):
    """Pairs as cases: smaller id as subject, larger as related; counted without being listed."""

    pairs: PairSet

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[Case]:
        return (Case(first, (second,)) for first, second in self.pairs)

    def __contains__(self, case: object) -> bool:
        return any(case == pair_case for pair_case in self)


def pair_rule(slug: str, page: str | None, pair_ground: PairGround, version: int) -> Rule:
    """Return the rule about pairs with this ground."""
    return Rule(
        code=pair_ground.rule,
        slug=slug,
        page=page or "",
        assess=partial(_assess, pair_ground),
        tell=partial(_tell, pair_ground),
        pair_grounds=(pair_ground,),
        version=version,
    )


def _assess(pair_ground: PairGround, graph: Graph) -> Assessment:
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    engine = pair_engine(graph)
    needed = engine.congruence(pair_ground.ground).total
    if not needed:
        return nothing_to_assess(
            _("No two actors in different sectors have this ground to coordinate.")
        )
    undetermined = PairCases(engine.not_assessed_pairs(pair_ground.ground))
    examined = needed - len(undetermined)
    reason = (
        ""
        if examined
        else ngettext(
            "The only pair with this ground cannot be assessed.",
            "None of the {n} pairs with this ground can be assessed.",
            needed,
        ).format(n=needed)
    )
    return Assessment(
        examined=examined,
        found=PairCases(engine.missing_pairs(pair_ground.ground)),
        undetermined=undetermined,
        reason=reason,
    )


def _tell(pair_ground: PairGround, graph: Graph, case: Case) -> Finding:
    first, second = case.subject, case.related[0]
    reason = pair_ground.reason(graph, first, second)
    coverage = pair_engine(graph).coverage(first, second)
    apart = pairs_said_to_be_apart(graph)
    denied = {pair: apart[pair] for pair in [(first, second)] if pair in apart}
    source = cited(reason)
    excluded = excluded_ties(graph, (first,), (second,))
    step = step_towards(graph, partners_of(graph, first, second), excluded)
    return Finding(
        identity=FindingId(pair_ground.rule, *case),
        basis=pair_ground.basis_of(graph, first, second),
        confidence=confidence(graph, (first, second)),
        coverage=coverage,
        grounds=(FindingGround(reason.text, source),),
        evidence=(
            *evidence(graph, (*reason.rows, *excluded_rows(excluded), *chain(*denied.values()))),
            *absence_of_coverage(graph),
        ),
        excluded=excluded,
        observation=with_no_contact(
            graph, f"{reason.observation} {coverage_sentence(graph, coverage, excluded)}", denied
        ),
        ground=f"{reason.text} ({source}).",
        question=reason.question,
        next_step=step_sentence(graph, step, excluded),
        seat=seat_of(step),
    )


def cited(reason: PairReason) -> str:
    """Return the source of a reason: its rows, or the law."""
    return citation(row.place for row in reason.rows) or reason.law


def absence_of_coverage(graph: Graph) -> tuple[Evidence, ...]:
    """Return what was searched for a meeting place or a link."""
    return (*searched(graph, Participation, Link), *open_lists(graph))
