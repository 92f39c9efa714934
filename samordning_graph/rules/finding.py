"""What a rule says: identity, basis, confidence, grounds, evidence and the meeting sentences."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.excluded_ties import ExcludedTie
from samordning_graph.rules.basis import Basis
from samordning_graph.schema.source_location import SourceLocation


class Confidence(StrEnum):
    """How many of those whom a finding names were asked: all, some or none."""

    BOTH = "both"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class FindingId:
    """What a finding is about; the same across runs, without counts and dates."""

    rule: str
    subject: str
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingGround:
    """Why two should coordinate, or why something should be there, with its source."""

    text: str
    citation: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row that a finding rests on, with what the row says of where it is known from.

    `of_absence` is set for what is no row that says so: a table that was searched in vain (row 0),
    an arena whose list is incomplete, answers whose rows are kept back.
    """

    place: SourceLocation
    text: str
    of_absence: bool = False
    source: str = ""
    source_date: date | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A gap that the municipality has chosen to live with. `expires` is an ISO date or empty."""

    reason: str
    owner: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A possible gap, in words that a meeting can use; never a breach of the law.

    `excluded` is what those it is about have in common that does not count. `transitional_until` is
    set while what it asks for need not be met yet: before that day.
    """

    identity: FindingId
    basis: Basis
    confidence: Confidence
    coverage: Coverage | None = None
    grounds: tuple[FindingGround, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    excluded: tuple[ExcludedTie, ...] = ()
    observation: str
    ground: str
    question: str
    next_step: str
    accepted: Acceptance | None = None
    transitional_until: date | None = None
