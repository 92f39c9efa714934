"""What a rule says: identity, basis, confidence, grounds, evidence and the meeting sentences."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.excluded_ties import ExcludedTie
from samordning_graph.rules.basis import Basis
from samordning_graph.schema.source_location import SourceLocation


class Confidence(StrEnum):
    """How many of those whom a finding names were asked about it: all, some or none.

    None where it names nobody who could be. A finding about documents rests on what the municipality
    says of them itself: both.
    """

    BOTH = "both"
    ONE = "one"
    NONE = "none"


class FindingId(NamedTuple):
    """What a finding is about; the same across runs, without counts and dates."""

    rule: str
    subject: str
    related: tuple[str, ...] = ()


class FindingGround(NamedTuple):
    """Why two should coordinate, or why something should be there, with its source."""

    text: str
    citation: str = ""
    verified: bool = True


class Evidence(NamedTuple):
    """A row that a finding rests on, with what the row says of where it is known from.

    `of_absence` is set for what is no row that says so: a table that was searched in vain (row 0),
    an arena whose list is incomplete, answers whose rows are kept back. `reported_by` is who told of
    a collaboration or an agreement: "one", "both", "third", or empty.
    """

    place: SourceLocation
    text: str
    of_absence: bool = False
    source: str = ""
    source_date: date | None = None
    comment: str = ""
    reported_by: str = ""


class Acceptance(NamedTuple):
    """A gap that the municipality has chosen to live with. `expires` is an ISO date or empty."""

    reason: str
    owner: str = ""
    expires: str = ""


class Seat(NamedTuple):
    """A seat in an arena that an actor could be offered, since the host takes part there.

    `role` is the weaker one that the guest has there today, if any.
    """

    guest: str
    arena: str
    host: str
    role: str | None = None


class Finding(NamedTuple):
    """A possible gap, in words that a meeting can use; never a breach of the law.

    `excluded` is what those it is about have in common that does not count. `seat` is what the next
    step offers, if that is a seat. `transitional_until` is set while what it asks for need not be met
    yet: before that day.
    """

    identity: FindingId
    basis: Basis
    confidence: Confidence
    observation: str
    ground: str
    question: str
    next_step: str
    coverage: Coverage | None = None
    grounds: tuple[FindingGround, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    excluded: tuple[ExcludedTie, ...] = ()
    seat: Seat | None = None
    accepted: Acceptance | None = None
    transitional_until: date | None = None
