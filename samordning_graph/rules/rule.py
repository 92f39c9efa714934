"""What a rule is: whom it looks at, what it finds, and how it puts that into words."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.survey import ABOUT_TIES, Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis, Family, Season, SubjectKind, family_of
from samordning_graph.rules.finding import Finding, FindingId
from samordning_graph.rules.page import title
from samordning_graph.schema.tables import Node, Row

HEADINGS = ("What it finds", "Why it matters", "How it is decided", "Known limits", "Source")
_OF_FAMILY: Any = None
"""The default of what a rule takes from its family."""


class Case(NamedTuple):
    """What a finding is about: ids; `related` sorted."""

    subject: str
    related: tuple[str, ...] = ()


class Assessment(NamedTuple):
    """What a rule found in a graph.

    `examined` is the denominator: the cases that could be assessed. `found` are those of them
    where the rule finds a gap, sorted; it may be lazy, so that counting does not list them.
    `undetermined` are the cases that the data cannot decide. `reason` says why nothing was examined.
    """

    examined: int
    found: Collection[Case] = ()
    undetermined: Collection[Case] = ()
    reason: str = ""

    @property
    def figures(self) -> ThreeFigures:
        """How many cases were not found, were found, and cannot be decided: what is found is a gap."""
        found = len(self.found)
        return ThreeFigures(self.examined - found, found, len(self.undetermined))


def nothing_to_assess(reason: str) -> Assessment:
    """Return an assessment of nothing, with the reason."""
    return Assessment(examined=0, reason=reason)


class PairReason(NamedTuple):
    """Why two actors should coordinate: through what (ids), in words, and the rows that say so.

    `law` is the citation of a ground that is in no row.
    """

    via: tuple[str, ...]
    text: str
    observation: str
    question: str
    rows: tuple[Row, ...]
    law: str = ""


class PairGround(NamedTuple):
    """A ground on which a rule asks two actors to coordinate, its basis, and the reason for a pair.

    `each_pair` says that every pair with the ground should coordinate, so that the pair itself is
    the finding. A duty is met by one pair of perhaps many, so the finding is about the duty.
    `hints` are the pairs, smaller id first, for which the ground is a hint and no more.
    """

    rule: str
    ground: Ground
    basis: Basis
    reason: Callable[[Graph, str, str], PairReason]
    each_pair: bool = True
    hints: Callable[[Graph], Collection[tuple[str, str]]] | None = None

    def basis_of(self, graph: Graph, first: str, second: str) -> Basis:
        """Return the basis on which it asks these two."""
        is_hint = self.hints is not None and (first, second) in self.hints(graph)
        return Basis.HINT if is_hint else self.basis


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A rule: `assess` says what is found, `tell` puts one case into words. Compared by identity.

    `page` is the docstring of the rule's module. `pair_grounds` are the grounds on which it asks
    pairs of actors to coordinate; a report gathers them per pair. `question_when_undetermined` is
    the question about a case that the data cannot decide, where the names alone do not say it.

    `subject`, `rests_on` and `season` are those of the family unless given. `clause` is the clause
    of § 5 that the rule decides («P4»), and `tables` are its evidence where nothing is found.
    `draws_tie` is set where a case is about two of a kind: the map draws the case as a line, also
    when the data cannot decide it.

    `asked_about` is what those whom it names must have been asked about, to be heard.

    `version` is raised when the rule finds something else in the same data: an earlier report by
    another version cannot be compared finding by finding.
    """

    code: str
    slug: str
    page: str
    assess: Callable[[Graph], Assessment]
    tell: Callable[[Graph, Case], Finding]
    pair_grounds: tuple[PairGround, ...] = ()
    question_when_undetermined: Callable[[Graph, Case], str] | None = None
    subject: SubjectKind = _OF_FAMILY
    rests_on: DataBasis = _OF_FAMILY
    season: Season | None = _OF_FAMILY
    clause: str = ""
    tables: tuple[type[Node], ...] = ()
    draws_tie: bool = False
    asked_about: tuple[Topic, ...] = ABOUT_TIES
    version: int = 1

    def __post_init__(self) -> None:
        """Take from the family what was not given."""
        for field in ("subject", "rests_on", "season"):
            if getattr(self, field) is _OF_FAMILY:
                object.__setattr__(self, field, getattr(self.family, field))

    @property
    def is_about_pairs(self) -> bool:
        """Whether its findings are pairs, which a report gathers per pair."""
        return any(pair_ground.each_pair for pair_ground in self.pair_grounds)

    @property
    def family(self) -> Family:
        """The family, by the letters of the code."""
        return family_of(self.code)

    @property
    def title(self) -> str:
        """What the rule finds, in the language in use: the first line of its page."""
        return _(title(self.page))

    def identity(self, case: Case) -> FindingId:
        """Return the identity of a finding of this rule."""
        return FindingId(self.code, case.subject, case.related)
