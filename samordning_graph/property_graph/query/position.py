"""Where in a query the rewriter is: the tokens around it, and what is open."""

from dataclasses import dataclass, field
from enum import Enum, auto

from samordning_graph.property_graph.query.tokens import Token, TokenType, tokens

CLOSED_BY = {"(": ")", "[": "]", "{": "}"}


class Content(Enum):
    """What a bracket holds."""

    GROUP = auto()  # a node, or an expression
    ARGUMENTS = auto()  # of a function
    PREDICATE = auto()  # all( ), any( ), none( ), single( )
    IMPORTED = auto()  # the variables of CALL ( )
    SUBQUERY = auto()
    MAP = auto()
    TIE = auto()
    LIST = auto()
    INDEX = auto()  # of a list


@dataclass(slots=True)
class Bracket:
    """A bracket, and where it and its function begin in what is written."""

    token: Token
    content: Content
    written_at: int
    function: str = ""
    has_in: bool = False
    """Whether IN has been seen, so that the bracket goes through a list."""


@dataclass(slots=True)
class Position:
    """A place in a query. Words are compared in capitals."""

    tokens: list[Token]
    at: int = 0
    open: list[Bracket] = field(default_factory=list)
    last_closed: Bracket | None = None
    case_conditions: list[bool] = field(default_factory=list)
    """For each open CASE, whether its WHEN is followed by a condition."""

    def near(self, steps: int) -> str:
        """Return the word or sign some steps before or after, in capitals."""
        at = self.at + steps
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def token(self, steps: int) -> Token:
        """Return the token some steps before or after, which must be there."""
        return self.tokens[self.at + steps]

    @property
    def inside(self) -> Content | None:
        """What the innermost open bracket holds."""
        return self.open[-1].content if self.open else None

    @property
    def closed_content(self) -> Content | None:
        """What the bracket that was closed last holds."""
        return self.last_closed.content if self.last_closed else None

    @property
    def closed_function(self) -> str:
        """The function that the bracket closed last belongs to."""
        return self.last_closed.function if self.last_closed else ""

    def list_source(self, steps: int) -> str:
        """Return what a list that opens some steps on goes through: a function, or "list"."""
        if self.near(steps + 2) != "IN":
            return ""
        name, sign = self.near(steps + 3).lower(), self.near(steps + 4)
        return "list" if sign == "." else name if sign == "(" else ""


def first_position(text: str) -> Position:
    """Return the beginning of a query, without spaces, comments and the semicolons at its end."""
    ignored = (TokenType.SPACE, TokenType.COMMENT)
    meaningful = [token for token in tokens(text) if token.kind not in ignored]
    while meaningful and meaningful[-1].text == ";":
        meaningful.pop()
    return Position(meaningful)
