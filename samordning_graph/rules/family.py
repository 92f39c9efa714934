"""The families of rules: what the rules of a family have in common unless a rule says otherwise."""

from enum import Enum, auto
from typing import NamedTuple

from samordning_graph.common.locale import mark


class SubjectKind(Enum):
    """What the ids of a finding mean. A unit may well have the id of a sector («plan»)."""

    NODE = auto()
    SECTORS = auto()
    DUTY = auto()
    """The subject is a duty, or a requirement of the municipality's own; `related` are actors."""
    FACTOR = auto()
    """The subject is a factor of the self-assessment."""


class DataBasis(Enum):
    """What a finding rests on, and so what its confidence counts."""

    INTERVIEWS = auto()
    PARTICIPANT_LISTS = auto()
    ARENA_ROWS = auto()
    """What is filled in about an arena itself."""
    DOCUMENTS = auto()
    ANSWERS = auto()


class Season(Enum):
    """Where the year plan puts the next step of a finding."""

    MEETINGS = auto()
    PLANNING = auto()
    BUDGET = auto()


class Family(NamedTuple):
    """Rules with the same letters in their code.

    `title` (a message id) says in a few words what they look for. `rank` orders equally strong findings. Those about who does not meet come first, since they
    name somebody.
    """

    code: str
    title: str
    rank: int
    subject: SubjectKind = SubjectKind.NODE
    rests_on: DataBasis = DataBasis.INTERVIEWS
    season: Season | None = None


FAMILIES = (
    Family(
        code="ISO",
        title=mark("Those who stand alone, and groups apart"),
        rank=2,
        season=Season.MEETINGS,
    ),
    Family(
        code="LINK",
        title=mark("Pairs without a meeting place, and duties to cooperate"),
        rank=1,
        season=Season.MEETINGS,
    ),
    Family(
        code="GOAL",
        title=mark("Goals that nobody or only one sector holds"),
        rank=3,
        season=Season.PLANNING,
    ),
    Family(
        code="PLAN",
        title=mark("From overview to plans, measures and budget"),
        rank=4,
        rests_on=DataBasis.DOCUMENTS,
        season=Season.PLANNING,
    ),
    Family(
        code="FRAG",
        title=mark("What alone holds the network together"),
        rank=6,
        season=Season.MEETINGS,
    ),
    Family(
        code="ARENA",
        title=mark("Arenas: mandate, leader, overlap"),
        rank=5,
        rests_on=DataBasis.PARTICIPANT_LISTS,
        season=Season.MEETINGS,
    ),
    Family(
        code="SELF",
        title=mark("The self-assessment"),
        rank=7,
        subject=SubjectKind.FACTOR,
        rests_on=DataBasis.ANSWERS,
    ),
)
"""Every family, in the order of the catalogue."""


def family_of(code: str) -> Family:
    """Return the family of a rule.

    Examples
    --------
    >>> family_of("GOAL05").code
    'GOAL'
    """
    letters = code.rstrip("0123456789")
    return next(family for family in FAMILIES if family.code == letters)
