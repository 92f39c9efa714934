"""What a rule is: whom it looks at, what it finds, and how it tells it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from samordning_graph.coverage import Ground
from samordning_graph.finding import Basis, Finding, Identity
from samordning_graph.graph import Graph
from samordning_graph.locale import _
from samordning_graph.rules.page import title
from samordning_graph.schema import Row

HEADINGS = ("What it finds", "Why it matters", "How it is decided", "Known limits", "Source")


class Case(NamedTuple):
    """What a finding is about: ids; `related` sorted."""

    subject: str
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a rule saw.

    `examined` is the denominator: the cases that could be assessed. `found` are those of them
    where the rule finds a gap, sorted; it may be lazy, so that counting does not list. `open` are
    the cases that the data cannot tell. `reason` says why nothing was examined.
    """

    examined: int
    found: Collection[Case] = ()
    open: Collection[Case] = ()
    reason: str = ""


def nothing_to_assess(reason: str) -> Assessment:
    """Return an assessment of nothing, with the reason."""
    return Assessment(examined=0, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReason:
    """Why two actors should coordinate: through what (ids), in words, and the rows that say so."""

    via: tuple[str, ...]
    text: str
    observation: str
    question: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The ground of a rule about pairs, its basis, and the reason for one pair."""

    ground: Ground
    basis: Basis
    reason: Callable[[Graph, str, str], PairReason]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: `assess` says what is found, `tell` puts one case into words.

    `page` is the docstring of the rule's module. `why` is set for the rules whose findings are
    gathered per pair: it says why two actors should coordinate, on the ground that the rule is
    about.
    """

    code: str
    slug: str
    page: str
    assess: Callable[[Graph], Assessment]
    tell: Callable[[Graph, Case], Finding]
    why: Why | None = None

    @property
    def family(self) -> str:
        """The letters of the code: ISO, LINK, GOAL."""
        return self.code.rstrip("0123456789")

    @property
    def title(self) -> str:
        """What the rule finds, in the language in use: the first line of its page."""
        return _(title(self.page))

    def identity(self, case: Case) -> Identity:
        """Return the identity of a finding of this rule."""
        return Identity(self.code, case.subject, case.related)
