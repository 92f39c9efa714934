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

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from samordning_graph.graph.bit_relation import Relation, bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import PairEngine, pair_engine
from samordning_graph.graph.duties import HOST, ApplicableDuty
from samordning_graph.graph.excluded_ties import lapsed_between
from samordning_graph.graph.graph import Graph, cached_per_graph, model_of, options_of, ties_by_kind
from samordning_graph.graph.links import (
    NO_CONTACT,
    agreement_in_force,
    agreements_are_told_of,
    may_be_agreement,
)
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.graph.own_ties import own_ties
from samordning_graph.schema.duty import Requires
from samordning_graph.schema.tables import Link, Tie

Pair = tuple[str, str]
"""Two actors, the smaller id first."""
PartnersOf = Callable[[int], int]
"""From the position of an actor to a mask of those with whom it has something."""


class DutyCoverage(NamedTuple):
    """Whether the data document that a duty is met; None if they cannot tell.

    `met_by` are the two who do, or the one who does alone: of several pairs one whose own tie it is,
    before one that has it by units below. `depends_on` are those who may be on a
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

    own: list[PartnersOf] = [partial(_tied_themselves, graph)]
    if loosely:
        own.append(_acquainted_themselves(graph).row)
    if (met_by := _first_pair(engine, duty, tied, *own)) is not None:
        return DutyCoverage(documented=True, met_by=met_by)
    undecided = 0
    for i, row in engine.duty_pairs(duty, possible=True):
        if open_ := row & (tied(i) | engine.unknown(i)):
            undecided |= 1 << i | open_
    is_open = (
        bool(duty.possibly_alone or undecided)
        or not duty.has_both_sides
        or not any(engine.duty_pairs(duty))
    )
    in_open_pairs = (engine.ids[i] for i in bits(undecided))
    return DutyCoverage(
        documented=None if is_open else False, depends_on=_unsure(duty, in_open_pairs)
    )


def _first_pair(
    engine: PairEngine, duty: ApplicableDuty, tied: PartnersOf, *own: PartnersOf
) -> Pair | None:
    """Return the first pair that is tied, before others one whose own tie it is; None without any."""
    found = next(_tied_pairs(engine, duty, tied), None)
    of_their_own = (next(_tied_pairs(engine, duty, row), None) for row in own)
    return next(filter(None, of_their_own), found) if found else None


def _tied_pairs(
    engine: PairEngine, duty: ApplicableDuty, tied: PartnersOf, *, possible: bool = False
) -> Iterator[Pair]:
    for i, row in engine.duty_pairs(duty, possible=possible):
        for j in bits(row & tied(i)):
            yield engine.ids[i], engine.ids[j]


def _tied_themselves(graph: Graph, position: int) -> int:
    """Return whom one is linked to or meets by ties of its own, whatever the units below have."""
    ties = own_ties(graph)
    return ties.linked.row(position) | ties.meeting.row(position)


def _unsure(duty: ApplicableDuty, actor_ids: Iterable[str]) -> frozenset[str]:
    """Return those of some actors who may be on a side and may not."""
    return frozenset((*duty.possible_a, *duty.possible_b)).intersection(actor_ids)


@cached_per_graph
def _acquainted(graph: Graph) -> Relation:
    """Return who knows whom or refers to whom, with the units below."""
    return _relation(graph, _with_units_above(graph, _acquaintances(graph)))


@cached_per_graph
def _acquainted_themselves(graph: Graph) -> Relation:
    """Return the same, whatever the units below have."""
    return _relation(graph, _acquaintances(graph))


def _acquaintances(graph: Graph) -> Iterator[Pair]:
    ties = ties_by_kind(graph)
    for from_, to, data in (*ties[Tie.COLLABORATES_WITH], *ties[Tie.REFERS_TO]):
        if data.get("strength") != NO_CONTACT:
            yield from_, to


def _by_agreement(graph: Graph, duty: ApplicableDuty) -> DutyCoverage:
    engine, agreed = pair_engine(graph), _agreed(graph).row
    if met_by := _first_pair(engine, duty, agreed, _agreed_themselves(graph).row):
        return DutyCoverage(documented=True, met_by=_by_id(met_by))
    undecided = [_by_id(pair) for pair in _tied_pairs(engine, duty, agreed, possible=True)]
    rows, may_have_one = _unsaid_agreements(graph), _may_have_agreement(graph).row
    unsaid = next(
        (
            rows[_by_id(pair)]
            for possible in (False, True)
            for pair in _tied_pairs(engine, duty, may_have_one, possible=possible)
        ),
        (),
    )
    own = _ends_of_agreements(graph)
    is_open = (
        not duty.has_both_sides
        or not any(engine.duty_pairs(duty))
        or not agreements_are_told_of(graph)
        or bool(undecided or unsaid)
    )
    return DutyCoverage(
        documented=None if is_open else False,
        depends_on=_unsure(duty, chain.from_iterable(undecided)),
        contact=_first_pair(engine, duty, engine.covered, partial(_tied_themselves, graph)) or (),
        by_host=next(_by_host(duty, sorted(undecided, key=lambda pair: pair not in own)), ()),
        unsaid=unsaid,
    )


def _by_host(duty: ApplicableDuty, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield (service that another municipality runs, whom it has an agreement with)."""
    possible = {**duty.possible_a, **duty.possible_b}
    for pair in pairs:
        for host, other in (pair, pair[::-1]):
            if HOST in possible.get(host, ()):
                yield host, other


@cached_per_graph
def _agreed(graph: Graph) -> Relation:
    """Return who has an agreement in force, with the units below."""
    return _relation(graph, _with_units_above(graph, _in_force(graph)))


@cached_per_graph
def _agreed_themselves(graph: Graph) -> Relation:
    """Return the same, whatever the units below have."""
    return _relation(graph, _in_force(graph))


def _in_force(graph: Graph) -> Iterator[Pair]:
    as_of = options_of(graph).as_of
    for from_, to, data in ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH]:
        if agreement_in_force(data, as_of):
            yield from_, to


@cached_per_graph
def _ends_of_agreements(graph: Graph) -> frozenset[Pair]:
    """Return the pairs who have made an agreement themselves, whether or not it is in force."""
    ties = ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH]
    return frozenset((from_, to) for from_, to, _data in ties)


@cached_per_graph
def _unsaid_agreements(graph: Graph) -> Mapping[Pair, Pair]:
    """Return the pairs of which a row does not say whether there is an agreement, with its ends.

    The units above are included, as in agreements.
    """
    return {
        pair: (row.from_, row.to)
        for row in reversed(model_of(graph).all(Link))
        if may_be_agreement(row)
        for pair in map(_by_id, _with_units_above(graph, [(row.from_, row.to)]))
    }


@cached_per_graph
def _may_have_agreement(graph: Graph) -> Relation:
    return _relation(graph, _unsaid_agreements(graph))


def _with_units_above(graph: Graph, pairs: Iterable[Pair]) -> Iterator[Pair]:
    for end, other_end in pairs:
        for near in (end, *ancestor_units(graph, end)):
            for far in (other_end, *ancestor_units(graph, other_end)):
                yield near, far


def _relation(graph: Graph, pairs: Iterable[Pair]) -> Relation:
    position = pair_engine(graph).position
    return Relation(pairs=((position[first], position[second]) for first, second in pairs))


def _by_id(pair: Pair) -> Pair:
    first, second = sorted(pair)
    return first, second
