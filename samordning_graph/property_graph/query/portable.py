"""Which Cypher the embedded engine answers as Neo4j does, and how the engine is asked it.

The engine (kglite 0.21) takes more than it answers alike, and is silent where it differs. So a query
is let through word by word: a keyword, function, label or sign that is not known to give the same
answer is refused by its name. What is known was measured against Neo4j 5.26, and is held against a
real server by `tests/property_graph/query/test_embedded.py`.

What is let through is written anew, token by token:

- A property, a key of a map and a parameter get `p_` before their names, and a variable `v_`. So
  none has a meaning of its own: the engine answers a missing `id`, `type`, `title`, `name` or
  `label` with something that nobody has stored, and reserves words that Neo4j does not.
- A divisor is guarded: by zero the engine gives null where Neo4j gives infinity or no number.
- A place in a list is guarded: `node[key]` is a property in Neo4j.

Known limits
    A wrong kind of value is an error in Neo4j and null in the engine. Where a column of ours, or a
    literal, is used so, the query is refused; a value that has got another name on the way (`WITH
    n.name AS x RETURN x * 2`) is not seen. The same holds of a list joined to null. 1 and 1.0 are
    two values for DISTINCT; a very large or small decimal number that is joined to a text has no
    exponent; an average may differ in its last digit. Where Neo4j refuses a query that is well
    defined (a shortest path from a node to itself), the engine may answer it.
"""

import json
import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _, mark
from samordning_graph.property_graph.constraints import ACTOR_LABEL, NODE_LABELS, TIE_TYPES
from samordning_graph.property_graph.query.tokens import Token, TokenType, tokens
from samordning_graph.schema.tables import TABLES, Takes, columns


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LABELS = (*NODE_LABELS, ACTOR_LABEL)
AGGREGATES = _words("avg collect count max min sum")
PREDICATES = _words("all any none single")
PATHS = _words("allshortestpaths shortestpath")
CUTTING = _words("left right substring")
"""Of a negative number, which only a computed one can be, the engine takes another view."""
FUNCTIONS = AGGREGATES | PREDICATES | PATHS | CUTTING
FUNCTIONS |= _words("abs ceil coalesce endnode floor head labels last length ltrim nodes range")
FUNCTIONS |= _words("reduce relationships replace reverse rtrim sign size split startnode tail")
FUNCTIONS |= _words("tointeger tolower toupper trim type")
WRITING = _words("CREATE DELETE DETACH DROP FOREACH INSERT MERGE NODETACH REMOVE SET")
BEGINNINGS = _words("CALL MATCH OPTIONAL RETURN UNWIND WITH")
CLAUSES = BEGINNINGS | _words("LIMIT ORDER SKIP UNION WHERE")
AFTER_OPERAND = CLAUSES | _words(
    "AND AS ASC ASCENDING CONTAINS DESC DESCENDING ELSE END ENDS IN IS OR STARTS THEN WHEN XOR"
)
BEFORE_OPERAND = _words("BY CASE DISTINCT NOT")
KEYWORDS = AFTER_OPERAND | BEFORE_OPERAND
VALUES = _words("FALSE NULL TRUE")
SUBQUERIES = _words("COUNT EXISTS")
CONDITIONS = _words("AND NOT OR WHERE XOR")
LISTING = _words("labels nodes relationships split tail")
"""What gives a list, or nothing."""
LISTS = LISTING | _words("[ collect range list")
MAYBE = (FUNCTIONS - _words("coalesce collect count range size")) | _words("NULL list property")
"""What may be nothing."""
NUMERIC = _words("- * / % ^")
COMPARING = NUMERIC | _words("= <> < > <= >= =~ + : IN IS STARTS ENDS CONTAINS")
SIGNS = NUMERIC | _words("( ) [ ] { } , . .. : | = <> < > <= >= +")
INSTEAD = {
    "=~": "CONTAINS, STARTS WITH, ENDS WITH",
    "elementid": "n.key",
    "id": "n.key",
    "keys": "n.name, n.sector",
    "list": "coalesce(n.tasks, [])",
    "properties": "n {.id, .name}",
    "round": "floor(x + 0.5)",
    "tofloat": "1.0 * x",
    "tostring": "'' + x",
}
"""What says the same, and runs everywhere."""
ESCAPES = {"b": "\b", "f": "\f"}


class NotPortableError(Exception):
    """The embedded engine cannot be trusted with a query; the text is one sentence."""


@dataclass(frozen=True, slots=True)
class PortableQuery:
    """A query as the engine is asked it, and its columns as Neo4j names them."""

    text: str
    columns: tuple[str, ...]


def portable(text: str) -> PortableQuery:
    """Return a query as the engine is asked it.

    >>> portable("MATCH (n:Unit) RETURN n.id, 1 AS one").text
    'MATCH (v_n:Unit) RETURN v_n.p_id, 1 AS v_one'
    >>> portable("MATCH (n:Unit) RETURN n.id, 1 AS one").columns
    ('n.id', 'one')

    Raises
    ------
    NotPortableError
        If it holds anything that is not known to be answered as Neo4j answers it.
    """
    return _Rewriter(text).query()


class _In(Enum):
    """What stands in a bracket."""

    GROUP = auto()  # a node, or an expression
    CALLED = auto()  # what a function is given
    PREDICATE = auto()  # all( ), any( ), none( ), single( )
    IMPORTED = auto()  # CALL (here)
    SUBQUERY = auto()
    MAP = auto()
    TIE = auto()
    LIST = auto()
    PLACE = auto()  # which of a list


CLOSED_BY = {"(": ")", "[": "]", "{": "}"}


@dataclass(slots=True)
class _Bracket:
    """An open bracket, and where it and its function begin in what is written."""

    token: Token
    holds: _In
    at: int
    function: str = ""
    members: bool = False
    """Whether IN has been seen, so that the bracket goes through a list."""


class _Rewriter:
    """Goes through the tokens once, knowing what is open and what stood before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [
            one for one in tokens(text) if one.kind not in (TokenType.SPACE, TokenType.COMMENT)
        ]
        while self._tokens and self._tokens[-1].text == ";":
            self._tokens.pop()
        self._at = 0
        self._written: list[str] = []
        self._open: list[_Bracket] = []
        self._closed: _In | None = None
        self._called = ""  # the function that the bracket closed last was of
        self._after_operand = False
        self._begins = True
        self._label_follows = False
        self._shortest = False
        self._divisors: list[tuple[int, int]] = []  # where it is written, and how deep
        self._cases: list[bool] = []  # whether WHEN is followed by a condition
        self._elements: set[str] = set()  # variables that are nodes or ties
        self._columns = _Columns(text)

    def query(self) -> PortableQuery:
        end = 0
        for at, token in enumerate(self._tokens):
            self._at = at
            self._end_divisor(token.text)
            keyword = self._after_operand or self._begins
            self._written.append(self._columns.see(token, len(self._open), keyword=keyword))
            between = self._text[end : token.start]
            # New lines are kept, so that the engine speaks of the same line.
            self._written.append("\n" * between.count("\n") or (" " if between else ""))
            end = token.start + len(token.text)
            self._written.append(self._rewritten(token))
        self._end_divisor("")
        self._written.append(self._columns.end())
        names = tuple(self._columns.names)
        if self._open:
            raise NotPortableError(
                _("line {line}: the bracket {sign} is never closed.").format(
                    line=self._open[-1].token.line, sign=self._open[-1].token.text
                )
            )
        if not names:
            raise NotPortableError(_("the query returns nothing: RETURN is missing at its end."))
        return PortableQuery("".join(self._written), names)

    def _near(self, steps: int) -> str:
        """Return the word or sign some steps before or after, in capitals."""
        at = self._at + steps
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    @property
    def _inside(self) -> _In | None:
        return self._open[-1].holds if self._open else None

    def _rewritten(self, token: Token) -> str:
        match token.kind:
            case TokenType.SIGN:
                return self._sign(token)
            case TokenType.WORD | TokenType.QUOTED_WORD:
                return self._word(token)
            case TokenType.PARAMETER if self._label_follows:
                raise _refused(mark("a label that is a parameter"), token)
            case TokenType.PARAMETER:
                self._after_operand = True
                return f"${inward(token.name)}"
            case TokenType.NUMBER:
                if token.text[:2].lower() in ("0x", "0o"):
                    raise _refused(f"«{token.text}»", token)
                self._after_operand = True
                return token.text
            case _:
                self._refuse_wrong_kind(token, {"text"})
                self._after_operand = True
                return _literal(token)

    # Words

    def _word(self, token: Token) -> str:
        before, after = self._near(-1), self._near(1)
        if before == ".":
            return self._property(token)
        if self._label_follows:
            return self._label(token)
        if self._inside is _In.MAP and before in ("{", ",") and after == ":":
            return inward(token.name)
        if token.kind is TokenType.QUOTED_WORD or before == "AS":
            return self._variable(token)
        if self._after_operand or self._begins:
            return self._keyword(token)
        if after == "{" and token.word in SUBQUERIES:
            return token.text
        if after == "(" and token.word not in KEYWORDS:
            return self._function(token)
        if token.word in VALUES:
            self._refuse_wrong_kind(token, set() if token.word == "NULL" else {"yes or no"})
            self._after_operand = True
            return token.text
        if token.word in KEYWORDS:
            return self._keyword(token)
        if after == "{" and token.word == "COLLECT":
            raise _refused("«COLLECT { }»", token)
        if token.word in ("SHORTEST", "TRANSACTIONS") or self._near(1) == "SHORTEST":
            raise _refused(f"«{token.text}»", token)
        return self._variable(token)

    def _property(self, token: Token) -> str:
        if self._near(1) == "(":
            first = self._at
            while first >= 2 and self._tokens[first - 1].text == ".":
                first -= 2
            name = "".join(one.text for one in self._tokens[first : self._at + 1])
            raise _refused(f"«{name}( )»", token)
        if self._near(-2) not in ("{", ",") and self._tokens[self._at - 2].name in self._elements:
            self._refuse_wrong_kind(token, _kinds_of(token.name), back=2)
        self._after_operand = True
        return inward(token.name)

    def _label(self, token: Token) -> str:
        self._label_follows = False
        self._after_operand = True
        known = TIE_TYPES if self._inside is _In.TIE else LABELS
        if token.name in known:
            return token.name
        if self._inside is _In.TIE:
            message = _("line {line}: there is no type of tie called «{name}» in the model. {hint}")
        else:
            message = _("line {line}: there is no label called «{name}» in the model. {hint}")
        hint = did_you_mean(token.name, known) or _("There are: {names}.").format(
            names=", ".join(known)
        )
        raise NotPortableError(message.format(line=token.line, name=token.name, hint=hint))

    def _keyword(self, token: Token) -> str:
        word = token.word
        if word == "ALL" and self._near(-1) == "UNION":
            return token.text
        if self._begins and token.word not in BEGINNINGS and not self._after_operand:
            if self._near(1) == "=":  # a bare pattern: EXISTS { p = (a)-->(b) }
                return self._variable(token)
            raise _refused_word(token)
        if word not in KEYWORDS:
            raise _refused_word(token)
        if word == "CALL" and self._near(1) not in ("{", "("):
            raise _refused(mark("a procedure (CALL name)"), token)
        if word == "OPTIONAL" and self._near(1) != "MATCH":
            raise _refused(f"«OPTIONAL {self._near(1)}»", token)
        if word == "IS" and self._near(2 if self._near(1) == "NOT" else 1) != "NULL":
            raise _refused(f"«IS {self._near(1)}»", token)
        if word == "IN" and self._open:
            self._open[-1].members = True
        if word == "WHERE":
            if self._inside in (_In.GROUP, _In.TIE):
                raise _refused(mark("WHERE inside the brackets of a node or a tie"), token)
            if self._shortest and self._inside in (None, _In.SUBQUERY):
                raise _refused(mark("WHERE right after a shortest path"), token)
        elif word in CLAUSES:
            self._shortest = False
        if word == "CASE":
            self._cases.append(self._near(1) == "WHEN")
        elif word == "END" and self._cases:
            self._cases.pop()
        self._begins = word in ("OPTIONAL", "UNION")
        self._after_operand = word == "END"
        return token.text

    def _function(self, token: Token) -> str:
        name = token.name.lower()
        if name not in FUNCTIONS:
            raise _refused(f"«{token.text}( )»", token, name)
        if name in PATHS:
            self._shortest = True
        if name in CUTTING:
            self._refuse_computed_length(token)
        return token.text

    def _refuse_computed_length(self, token: Token) -> None:
        depth = 0
        given: list[list[Token]] = [[]]
        for one in self._tokens[self._at + 1 :]:
            depth += (one.text in CLOSED_BY) - (one.text in CLOSED_BY.values())
            if depth == 0:
                break
            if one.text == "," and depth == 1:
                given.append([])
            else:
                given[-1].append(one)
        for argument in given[1:]:
            if [one.kind for one in argument] != [TokenType.NUMBER]:
                raise _refused(
                    _("{function} with a length that is not written as a number").format(
                        function=f"«{token.text}( )»"
                    ),
                    token,
                )

    def _variable(self, token: Token) -> str:
        if self._near(-1) in ("(", "[") and self._near(1) == ":":
            self._elements.add(token.name)
        self._after_operand = True
        self._begins = False
        return f"v_{_ascii(token.name)}"

    def _refuse_wrong_kind(self, token: Token, kinds: set[str], back: int = 0) -> None:
        """Refuse a value that is counted with, or is a condition, and is known to be neither.

        `back` is how many tokens before it the operand begins: two for `n.name`.
        """
        before, after = self._near(-1 - back), self._near(1)
        if not kinds or after in (".", "["):
            return
        summed = before == "(" and self._open[-1].function in ("avg", "sum") and after == ")"
        if (before in NUMERIC or after in NUMERIC or summed) and "number" not in kinds:
            raise NotPortableError(
                _("line {line}: {value} is no number, and cannot be counted with.").format(
                    line=token.line, value=token.text
                )
            )
        begins = before in CONDITIONS or (before == "WHEN" and self._cases[-1:] == [True])
        continues = before == "(" and after in CONDITIONS
        if ((begins and after not in COMPARING) or continues) and "yes or no" not in kinds:
            raise NotPortableError(
                _(
                    "line {line}: {value} is not yes or no, and cannot be a condition. Compare it"
                    " with something."
                ).format(line=token.line, value=token.text)
            )

    # Signs

    def _sign(self, token: Token) -> str:
        sign = token.text
        if sign not in SIGNS:
            raise _refused(f"«{sign}»", token, sign)
        if sign in CLOSED_BY:
            return self._opened(token)
        if sign in CLOSED_BY.values():
            return self._close(token)
        if sign == ":":
            self._label_follows = not (self._inside is _In.MAP and self._near(-2) in ("{", ","))
        elif sign == "|":
            self._bar(token)
        elif sign == "*":
            self._star(token)
            return sign
        elif sign in ("/", "%"):
            self._begin_divisor(token)
        elif sign == "+":
            self._plus(token)
        self._after_operand = False
        return sign

    def _opened(self, token: Token) -> str:
        holds, function = self._held(token)
        self._open.append(_Bracket(token, holds, len(self._written), function))
        self._after_operand = False
        self._begins = holds is _In.SUBQUERY
        return token.text

    def _held(self, token: Token) -> tuple[_In, str]:
        before = self._tokens[self._at - 1] if self._at else token
        word = before.word if before.kind is TokenType.WORD else before.text
        if token.text == "[":
            if word == "-":
                return _In.TIE, ""
            return (_In.PLACE, "") if self._after_operand else (_In.LIST, self._members(0))
        if token.text == "{":
            if (
                word in SUBQUERIES
                or word == "CALL"
                or (self._closed is _In.IMPORTED and word == ")")
            ):
                return _In.SUBQUERY, ""
            if word in (")", ">", "-"):
                raise _refused(mark("a quantified path"), token)
            return _In.MAP, ""
        if word == "CALL":
            return _In.IMPORTED, ""
        name = before.name.lower()
        if before.kind is TokenType.WORD and name in FUNCTIONS and not self._after_operand:
            return (_In.PREDICATE if name in PREDICATES else _In.CALLED), name
        return _In.GROUP, ""

    def _close(self, token: Token) -> str:
        if not self._open or CLOSED_BY[self._open[-1].token.text] != token.text:
            raise NotPortableError(
                _("line {line}: the bracket {sign} closes none.").format(
                    line=token.line, sign=token.text
                )
            )
        bracket = self._open.pop()
        self._closed, self._called = bracket.holds, bracket.function
        self._after_operand = bracket.holds is not _In.IMPORTED
        if bracket.holds is _In.PLACE:
            return self._place(bracket)
        return token.text

    def _place(self, bracket: _Bracket) -> str:
        """Write `[place]` so that anything but a number is an error, not a property."""
        place = "".join(self._written[bracket.at + 1 :]).strip()
        if ".." in place or re.fullmatch(r"-?\s*\d+", place):
            return "]"
        self._written[bracket.at + 1 :] = [f"range({place}, {place})[0]"]
        return "]"

    def _bar(self, token: Token) -> None:
        bracket = self._open[-1] if self._open else None
        after_label = self._near(-2) in (":", "|") and self._tokens[self._at - 1].name in (
            *LABELS,
            *TIE_TYPES,
        )
        if bracket is None or bracket.holds is _In.SUBQUERY:
            raise _refused(mark("a choice of labels outside a pattern"), token)
        if bracket.holds is _In.LIST and (after_label or not bracket.members):
            raise _refused(mark("a pattern comprehension"), token)
        self._label_follows = after_label

    def _plus(self, token: Token) -> None:
        """Refuse a list and something that may be missing: Neo4j gives null, the engine a list."""
        if (self._near(-2), self._near(-1)) == ("-", ">"):
            raise _refused(mark("a quantified path"), token)
        sides = (self._side_before(), self._side_after())
        if any(side in LISTS for side in sides) and any(side in MAYBE for side in sides):
            raise _refused(_("a list joined to what may be missing"), token, "list")

    def _side_before(self) -> str:
        """Return what an operand that has ended is: a function, a property, a list or a word."""
        if self._near(-2) == ".":
            return _kind_of_property(self._tokens[self._at - 1].name)
        if self._near(-1) == "]":
            return (self._called or "[") if self._closed is _In.LIST else ""
        return self._called if self._near(-1) == ")" else self._near(-1)

    def _side_after(self) -> str:
        if self._near(1) == "[":
            return self._members(1) or "["
        if self._near(2) == "." and self._near(4) not in (".", "(", "["):
            return _kind_of_property(self._tokens[self._at + 3].name)
        return self._near(1).lower() if self._near(2) == "(" else self._near(1)

    def _members(self, steps: int) -> str:
        """Return what a list that is opened some steps on goes through: a function or a column."""
        if self._near(steps + 2) != "IN":
            return ""
        name, sign = self._near(steps + 3).lower(), self._near(steps + 4)
        return "list" if sign == "." else name if sign == "(" else ""

    def _star(self, token: Token) -> None:
        before = self._near(-1)
        if self._inside is _In.TIE:
            first, second, third = self._near(1), self._near(2), self._near(3)
            last = first if second != ".." else third
            if not (second if first == ".." else last).isdigit():
                raise _refused(mark("a path of unlimited length"), token)
        elif before == ".":
            raise _refused("«.*»", token, "properties")
        elif before == ">":
            raise _refused(mark("a quantified path"), token)
        elif before == "RETURN" or (before, self._near(-2)) == ("DISTINCT", "RETURN"):
            raise _refused("«RETURN *»", token)
        self._after_operand = before in ("WITH", "DISTINCT") or (
            before == "(" and self._inside in (_In.CALLED, _In.IMPORTED)
        )

    # Dividing

    def _begin_divisor(self, token: Token) -> None:
        if self._near(1) in ("CASE", "-", "+"):
            raise _refused(f"«{token.text} {self._near(1)}»", token)
        if not re.fullmatch(r"\d*[1-9]\d*(\.\d+)?", self._near(1)):
            self._divisors.append((len(self._written) + 1, len(self._open)))

    def _end_divisor(self, sign: str) -> None:
        """Where a divisor ends, write it so that zero is an error."""
        while self._divisors:
            at, depth = self._divisors[-1]
            goes_on = sign in (".", "[", "(") or not self._after_operand
            if len(self._open) > depth or goes_on:
                return
            self._divisors.pop()
            number = "".join(self._written[at:]).strip()
            self._written[at:] = [f" {_never_zero(number)}"]


def _never_zero(number: str) -> str:
    """Return a number so that it is an error if it is zero. The engine has no aggregates in CASE."""
    if re.search(rf"\b(?:{'|'.join(AGGREGATES)})\s*\(", number, re.IGNORECASE):
        return f"({number} * range(1, toInteger({number} / {number}))[0])"
    return f"CASE WHEN {number} = 0 THEN 1 / 0 ELSE {number} END"


class _Columns:
    """Gathers what the columns of the last RETURN are called in Neo4j.

    The engine calls two conditions alike, so what has no short name is given one.
    """

    def __init__(self, text: str) -> None:
        self.names: list[str] = []
        self._text = text
        self._item: list[Token] = []
        self._outer: list[Token] = []  # those of them that stand in no bracket
        self._returns = False

    def see(self, token: Token, depth: int, *, keyword: bool) -> str:
        """Take one token; return what must be written before it.

        `keyword` tells that a word here cannot be a name.
        """
        name = ""
        clause = depth == 0 and token.kind is TokenType.WORD and token.word in CLAUSES
        if clause and keyword:
            name = self.end()
            if token.word in ("RETURN", "UNION"):
                self.names = []
            self._returns = token.word == "RETURN"
        elif self._returns and depth == 0 and token.text == ",":
            name = self.end()
        elif self._returns and (self._item or token.word != "DISTINCT"):
            self._item.append(token)
            if depth == 0:
                self._outer.append(token)
        return name

    def end(self) -> str:
        """End an item, when the next begins or the query ends; return the name that it needs."""
        item, outer = self._item, self._outer
        if not item:
            return ""
        self._item, self._outer = [], []
        if len(outer) > 2 and outer[-2].word == "AS":
            self.names.append(outer[-1].name)
            return ""
        if [one.kind for one in item] in ([TokenType.WORD], [TokenType.QUOTED_WORD]):
            self.names.append(item[0].name)
            return ""
        self.names.append(self._text[item[0].start : item[-1].start + len(item[-1].text)])
        signs = [one.text for one in outer[1:]]
        short = signs[:1] == ["."] and len(signs) == 2  # n.name
        called = signs == ["("] and outer[0].kind is TokenType.WORD  # count(n)
        return "" if short or called else f" AS c_{len(self.names)}"


# Names and texts


@cache
def inward(name: str) -> str:
    """Return a property, a key of a map or a parameter as the engine knows it.

    >>> inward("id"), inward("beløp")
    ('p_id', 'p_x62656cc3b870')
    """
    return f"p_{_ascii(name)}"


def outward(name: str) -> str:
    """Return the name that the engine knows as this.

    >>> outward(inward("id")), outward(inward("beløp"))
    ('id', 'beløp')
    """
    name = name.removeprefix("p_")
    if re.fullmatch(r"x(?:[0-9a-f]{2})+", name):
        return bytes.fromhex(name[1:]).decode()
    return name


def _ascii(name: str) -> str:
    plain = name.isascii() and name.isidentifier() and not re.fullmatch(r"x(?:[0-9a-f]{2})+", name)
    return name if plain else f"x{name.encode().hex()}"


def list_in_disguise(text: str) -> bool:
    """Tell whether a text looks like a list of one text: the engine finds the two equal.

    >>> list_in_disguise('["Oslo"]'), list_in_disguise("[Oslo]")
    (True, False)
    """
    if not text.lstrip().startswith("["):
        return False
    try:
        found = json.loads(text)
    except ValueError:
        return False
    return len(found) == 1 and isinstance(found[0], str)


def _literal(token: Token) -> str:
    """Return a literal text as the engine reads it: it knows fewer escapes, and drops the rest."""
    if token.text[0] not in "'\"":
        return token.text

    def escaped(found: re.Match[str]) -> str:
        sign = found[1]
        return found[0] if sign in "\\'\"ntru" else ESCAPES.get(sign, rf"\\{sign}")

    if list_in_disguise(token.text[1:-1].replace('\\"', '"')):
        raise _refused(token.text, token)
    return re.sub(r"\\(.)", escaped, token.text, flags=re.DOTALL)


@cache
def _kinds_of(name: str) -> set[str]:
    """Return what the columns of that name hold, in the words of the check; empty if none is known."""
    kinds = {Takes.NUMBER: "number", Takes.INTEGER: "number", Takes.YES_NO: "yes or no"}
    return {
        "list" if column.many else kinds.get(column.takes, "text")
        for table in TABLES
        for column in columns(table)
        if column.name == name
    }


def _kind_of_property(name: str) -> str:
    return "list" if "list" in _kinds_of(name) else "property"


# Refusing


def _refused_word(token: Token) -> NotPortableError:
    if token.word in WRITING:
        return NotPortableError(
            _("line {line}: «{word}» writes, and files are only read.").format(
                line=token.line, word=token.text
            )
        )
    return _refused(f"«{token.text}»", token)


def _refused(what: str, token: Token, name: str = "") -> NotPortableError:
    instead = INSTEAD.get(name)
    if instead:
        message = _(
            "line {line}: the embedded engine does not answer {what} as Neo4j does. Write it as"
            " {instead}, or ask a Neo4j server."
        )
    else:
        message = _(
            "line {line}: the embedded engine does not answer {what} as Neo4j does. Ask a Neo4j"
            " server."
        )
    return NotPortableError(message.format(line=token.line, what=_(what), instead=instead))
