"""Whether the data document what a duty asks for.

- **Contact**: a pair across the sides is linked or meets, or one refers to the other, or they know
  each other. **Cooperation**: a pair is linked or meets (`coverage.py`). One pair is enough.
- **Agreement**: an agreement in force between the sides, and nothing else; a unit's agreements are
  its own and those of the units below it.
- A duty that one actor can meet alone is met by whoever is on both sides.
- **Not documented** only where somebody is surely on each side, and nobody who *could* be on a side
  has such a tie or might have one: filling in a blank cell never takes back what was found.
  Otherwise it is not assessed, nor is a duty that may not apply. An agreement is not assessed where
  no row says whether there is one, or where a row of the two does not: an empty cell is no answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samordning_graph.graph.bit_relation import Relation, bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import PairEngine, pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import HOST, ApplicableDuty
from samordning_graph.graph.excluded_ties import lapsed_between
from samordning_graph.graph.graph import Graph, cached_per_graph, model_of, options_of, ties_by_kind
from samordning_graph.graph.links import (
    agreement_in_force,
    agreements_are_told_of,
    may_be_agreement,
)
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.schema.duty import Requires
from samordning_graph.schema.tables import Link, Tie

Pair = tuple[str, str]
"""Two actors, the smaller id first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCoverage:
    """Whether the data document that a duty is met; None if they cannot tell.

    `met_by` are the two who do, or the one who does alone. `depends_on` are those who may be on a
    side, and would decide a duty that somebody is surely on both sides of. Of a duty that asks for an agreement,
    `contact` are two in contact without one, `unsaid` two whose row does not say whether there is
    one, and `by_host` a service that another municipality runs and whom it has one with.
    """

    documented: bool | None
    met_by: tuple[str, ...] = ()
    depends_on: frozenset[str] = frozenset()
    contact: tuple[str, ...] = ()
    by_host: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


def duty_coverage(graph: Graph, duty: ApplicableDuty) -> DutyCoverage:
    """Return whether the data document what a duty asks for. Of a graph each is worked out once."""
    remembered = _remembered(graph)
    if duty.id not in remembered:
        remembered[duty.id] = _duty_coverage(graph, duty)
    return remembered[duty.id]


@cached_per_graph
def _remembered(graph: Graph) -> dict[str, DutyCoverage]:
    """Return where the coverage of each duty is kept, by its id."""
    return {}


def _duty_coverage(graph: Graph, duty: ApplicableDuty) -> DutyCoverage:
    if not has_any_ties(graph) or duty.applies_if:
        return DutyCoverage(documented=None)
    if duty.alone:
        return DutyCoverage(documented=True, met_by=duty.alone[:1])
    if duty.requires is Requires.AGREEMENT:
        return _by_agreement(graph, duty)
    return _by_contact(graph, duty)


def lapsed_on(graph: Graph, duty: ApplicableDuty) -> date | None:
    """Return the last day of the newest agreement that held between the sides and no longer does."""
    return next((tie.last_day for tie in lapsed_between(graph, duty.a, duty.b)), None)


def _by_contact(graph: Graph, duty: ApplicableDuty) -> DutyCoverage:
    engine = pair_engine(graph)
    loosely = duty.requires is Requires.CONTACT

    def tied(position: int) -> int:
        return engine.covered(position) | (_acquainted(graph).row(position) if loosely else 0)

    for i, row in engine.duty_pairs(duty):
        for j in bits(row & tied(i)):
            return DutyCoverage(documented=True, met_by=(engine.ids[i], engine.ids[j]))
    undecided = [
        (engine.ids[i], engine.ids[j])
        for i, row in engine.duty_pairs(duty, possible=True)
        for j in bits(row & (tied(i) | engine.unknown(i)))
    ]
    is_open = (
        bool(duty.possibly_alone or undecided)
        or not duty.has_both_sides
        or not any(engine.duty_pairs(duty))
    )
    return DutyCoverage(documented=None if is_open else False, depends_on=_unsure(duty, undecided))


def _unsure(duty: ApplicableDuty, pairs: Iterable[Pair]) -> frozenset[str]:
    """Return those of some pairs who may be on a side and may not."""
    of_pairs = {actor_id for pair in pairs for actor_id in pair}
    return frozenset(of_pairs.intersection((*duty.possible_a, *duty.possible_b)))


@cached_per_graph
def _acquainted(graph: Graph) -> Relation:
    """Return who knows whom or refers to whom, with the units below."""
    engine, ties = pair_engine(graph), ties_by_kind(graph)
    return Relation(
        pairs=(
            (engine.position[first], engine.position[second])
            for from_, to, data in (*ties[Tie.COLLABORATES_WITH], *ties[Tie.REFERS_TO])
            if data.get("strength") != "none"
            for first in (from_, *ancestor_units(graph, from_))
            for second in (to, *ancestor_units(graph, to))
        )
    )


def _by_agreement(graph: Graph, duty: ApplicableDuty) -> DutyCoverage:
    engine, agreements = pair_engine(graph), _agreements(graph)
    as_of = options_of(graph).as_of

    def holds(pair: Pair) -> bool:
        return any(agreement_in_force(data, as_of) for data in agreements.get(pair, ()))

    pairs = list(_pairs(engine, duty))
    met_by = next((pair for pair in pairs if holds(pair)), None)
    if met_by is not None:
        return DutyCoverage(documented=True, met_by=met_by)
    possible = list(_pairs(engine, duty, possible=True))
    undecided = [pair for pair in possible if holds(pair)]
    unsaid = next(filter(None, map(_unsaid_agreements(graph).get, (*pairs, *possible))), ())
    is_open = (
        not duty.has_both_sides
        or not pairs
        or not agreements_are_told_of(graph)
        or bool(undecided or unsaid)
    )
    return DutyCoverage(
        documented=None if is_open else False,
        depends_on=_unsure(duty, undecided),
        contact=next((pair for pair in pairs if _is_covered(engine, pair)), ()),
        by_host=next(_by_host(duty, undecided), ()),
        unsaid=unsaid,
    )


def _by_host(duty: ApplicableDuty, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield (service that another municipality runs, whom it has an agreement with)."""
    possible = {**duty.possible_a, **duty.possible_b}
    for pair in pairs:
        for host, other in (pair, pair[::-1]):
            if HOST in possible.get(host, ()):
                yield host, other


def _pairs(engine: PairEngine, duty: ApplicableDuty, *, possible: bool = False) -> Iterator[Pair]:
    for i, row in engine.duty_pairs(duty, possible=possible):
        for j in bits(row):
            first, second = sorted((engine.ids[i], engine.ids[j]))
            yield first, second


def _is_covered(engine: PairEngine, pair: Pair) -> bool:
    return engine.coverage(*pair) in (Coverage.DIRECT, Coverage.ARENA)


@cached_per_graph
def _agreements(graph: Graph) -> Mapping[Pair, Sequence[Mapping[str, Any]]]:
    """Return the agreements of each pair, those of the units below included."""
    of_pair: dict[Pair, list[Mapping[str, Any]]] = defaultdict(list)
    for from_, to, data in ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH]:
        for pair in _with_units_above(graph, from_, to):
            of_pair[pair].append(data)
    return of_pair


@cached_per_graph
def _unsaid_agreements(graph: Graph) -> Mapping[Pair, Pair]:
    """Return the pairs of which a row does not say whether there is an agreement, with its ends.

    The units above are included, as in agreements.
    """
    return {
        pair: (row.from_, row.to)
        for row in reversed(model_of(graph).all(Link))
        if may_be_agreement(row)
        for pair in _with_units_above(graph, row.from_, row.to)
    }


def _with_units_above(graph: Graph, end: str, other_end: str) -> Iterator[Pair]:
    for near in (end, *ancestor_units(graph, end)):
        for far in (other_end, *ancestor_units(graph, other_end)):
            first, second = sorted((near, far))
            yield first, second
