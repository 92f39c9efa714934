"""The words and signs of a Cypher text, distinguished from its literals and comments. No parser.

Works for any Cypher, also what the embedded engine does not accept: the content of a literal or a
comment is never mistaken for part of the query.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class TokenType(Enum):
    """What a token is."""

    SPACE = auto()
    COMMENT = auto()
    TEXT = auto()
    NUMBER = auto()
    PARAMETER = auto()
    WORD = auto()
    QUOTED_WORD = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text as it is written, and the line that it begins on."""

    kind: TokenType
    text: str
    line: int
    start: int

    @property
    def word(self) -> str:
        """A keyword, or the keyword that it would be, in capitals."""
        return self.text.upper()

    @property
    def name(self) -> str:
        """The name that a word or a parameter stands for, without `$` and backticks."""
        name = self.text.removeprefix("$")
        return name[1:-1].replace("``", "`") if name.startswith("`") else name


_TOKEN = re.compile(
    r"""
    (?P<SPACE>\s+)
  | (?P<COMMENT>//[^\n\r]*|/\*.*?\*/)
  | (?P<TEXT>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<NUMBER>0[xXoO]\w+|(?:\d+(?:\.(?!\.)\d+)?|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<PARAMETER>\$(?:\w+|`(?:[^`]|``)*`))
  | (?P<QUOTED_WORD>`(?:[^`]|``)*`)
  | (?P<WORD>[^\W\d]\w*)
  | (?P<SIGN><=|>=|<>|=~|\.\.|\+=|\|\||::|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[Token]:
    """Yield every token; joined, their texts are the whole text.

    >>> [token.text for token in tokens("RETURN 'a // b' AS x // why")]
    ['RETURN', ' ', "'a // b'", ' ', 'AS', ' ', 'x', ' ', '// why']
    """
    line = 1
    for match in _TOKEN.finditer(text):
        assert match.lastgroup
        yield Token(TokenType[match.lastgroup], match.group(), line, match.start())
        line += match.group().count("\n")


def parameters_in(text: str) -> tuple[str, ...]:
    """Return the parameters that a query uses, in the order of their first use.

    >>> parameters_in("MATCH (n {id: $id}) WHERE n.name <> '$name' // $other")
    ('id',)
    """
    names = (token.name for token in tokens(text) if token.kind is TokenType.PARAMETER)
    return tuple(dict.fromkeys(names))
