"""Rewrites a query so that the embedded engine answers it as Neo4j does, or refuses it.

Only what the dialect (`dialect.py`) lists is let through. It is rewritten token by token:

- Names get a prefix (`engine_names.py`), and columns the names of Neo4j (`column_names.py`).
- A divisor is guarded: dividing by zero, the engine gives null where Neo4j gives infinity or no
  number.
- An index of a list is guarded: `node[key]` is a property in Neo4j.

Known limits
    A value of the wrong type is an error in Neo4j and null in the engine. Where a column of ours, or
    a literal, is used so, the query is refused; a value that got another name on the way (`WITH
    n.name AS x RETURN x * 2`) is not noticed. The same holds of a list joined to null. 1 and 1.0 are
    two values for DISTINCT; a very large or small decimal number that is joined to a text has no
    exponent; an average may differ in its last digit. Where Neo4j refuses a query that is well
    defined (a shortest path from a node to itself), the engine may answer it.
"""

import re
from dataclasses import dataclass

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _, mark
from samordning_graph.property_graph.constraints import TIE_TYPES
from samordning_graph.property_graph.query.column_names import ColumnNames
from samordning_graph.property_graph.query.dialect import (
    BEGINNINGS,
    CLAUSES,
    CUTTING,
    FUNCTIONS,
    KEYWORDS,
    LABELS,
    PATHS,
    PREDICATES,
    SIGNS,
    SUBQUERIES,
    VALUES,
    NotPortableError,
    refused,
    refused_word,
    value_types_of,
)
from samordning_graph.property_graph.query.divisors import Divisors
from samordning_graph.property_graph.query.engine_names import inward, literal, variable
from samordning_graph.property_graph.query.operand_checks import (
    refuse_computed_length,
    refuse_plus,
    refuse_star,
    refuse_wrong_type,
)
from samordning_graph.property_graph.query.position import (
    CLOSED_BY,
    Bracket,
    Content,
    first_position,
)
from samordning_graph.property_graph.query.tokens import Token, TokenType


@dataclass(frozen=True, slots=True)
class EngineQuery:
    """A query as the engine is given it, and its columns as Neo4j names them."""

    text: str
    columns: tuple[str, ...]


def rewrite(text: str) -> EngineQuery:
    """Return a query as the engine is given it, with its columns.

    >>> rewrite("MATCH (n:Unit) RETURN n.id, 1 AS x").text
    'MATCH (v_n:Unit) RETURN v_n.p_id, 1 AS v_x'
    >>> rewrite("MATCH (n:Unit) RETURN n.id, 1 AS x").columns
    ('n.id', 'x')

    Raises
    ------
    NotPortableError
        If it holds anything that is not known to be answered as Neo4j answers it.
    """
    return _Rewriter(text).query()


class _Rewriter:
    """Goes through the tokens once, knowing what is open and what stood before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = first_position(text)
        self._written: list[str] = []
        self._after_operand = False
        self._begins = True
        self._label_follows = False
        self._after_shortest_path = False
        self._divisors = Divisors(self._written)
        self._elements: set[str] = set()  # variables that are nodes or ties
        self._columns = ColumnNames(text)

    def query(self) -> EngineQuery:
        position = self._position
        end = 0
        for at, token in enumerate(position.tokens):
            position.at = at
            self._end_divisors(token.text)
            keyword = self._after_operand or self._begins
            self._written.append(self._columns.see(token, len(position.open), keyword=keyword))
            between = self._text[end : token.start]
            # New lines are kept, so that the line numbers of the engine's messages are right.
            self._written.append("\n" * between.count("\n") or (" " if between else ""))
            end = token.start + len(token.text)
            self._written.append(self._rewritten(token))
        self._end_divisors("")
        self._written.append(self._columns.end())
        if position.open:
            bracket = position.open[-1].token
            raise NotPortableError(
                _("line {line}: the bracket {sign} is never closed.").format(
                    line=bracket.line, sign=bracket.text
                )
            )
        if not self._columns.names:
            raise NotPortableError(_("the query returns nothing: RETURN is missing at its end."))
        return EngineQuery("".join(self._written), tuple(self._columns.names))

    def _end_divisors(self, sign: str) -> None:
        depth = len(self._position.open)
        self._divisors.end(sign, depth, after_operand=self._after_operand)

    def _rewritten(self, token: Token) -> str:
        match token.kind:
            case TokenType.SIGN:
                return self._sign(token)
            case TokenType.WORD | TokenType.QUOTED_WORD:
                return self._word(token)
            case TokenType.PARAMETER if self._label_follows:
                raise refused(mark("a label that is a parameter"), token)
            case TokenType.PARAMETER:
                self._after_operand = True
                return f"${inward(token.name)}"
            case TokenType.NUMBER:
                if token.text[:2].lower() in ("0x", "0o"):
                    raise refused(f"«{token.text}»", token)
                self._after_operand = True
                return token.text
            case _:
                refuse_wrong_type(self._position, {"text"})
                self._after_operand = True
                return literal(token)

    # Words

    def _word(self, token: Token) -> str:
        before, after = self._position.near(-1), self._position.near(1)
        if before == ".":
            return self._property(token)
        if self._label_follows:
            return self._label(token)
        if self._position.inside is Content.MAP and before in ("{", ",") and after == ":":
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
            refuse_wrong_type(self._position, () if token.word == "NULL" else {"yes or no"})
            self._after_operand = True
            return token.text
        if token.word in KEYWORDS:
            return self._keyword(token)
        if after == "{" and token.word == "COLLECT":
            raise refused("«COLLECT { }»", token)
        if token.word in ("SHORTEST", "TRANSACTIONS") or self._position.near(1) == "SHORTEST":
            raise refused(f"«{token.text}»", token)
        return self._variable(token)

    def _property(self, token: Token) -> str:
        position = self._position
        if position.near(1) == "(":
            first = position.at
            while first >= 2 and position.tokens[first - 1].text == ".":
                first -= 2
            name = "".join(part.text for part in position.tokens[first : position.at + 1])
            raise refused(f"«{name}( )»", token)
        if position.near(-2) not in ("{", ",") and position.token(-2).name in self._elements:
            refuse_wrong_type(position, value_types_of(token.name), steps_back=2)
        self._after_operand = True
        return inward(token.name)

    def _label(self, token: Token) -> str:
        self._label_follows = False
        self._after_operand = True
        known = TIE_TYPES if self._position.inside is Content.TIE else LABELS
        if token.name in known:
            return token.name
        if self._position.inside is Content.TIE:
            message = _("line {line}: there is no type of tie called «{name}» in the model. {hint}")
        else:
            message = _("line {line}: there is no label called «{name}» in the model. {hint}")
        hint = did_you_mean(token.name, known) or _("There are: {names}.").format(
            names=", ".join(known)
        )
        raise NotPortableError(message.format(line=token.line, name=token.name, hint=hint))

    def _keyword(self, token: Token) -> str:
        position, word = self._position, token.word
        if word == "ALL" and position.near(-1) == "UNION":
            return token.text
        if self._begins and word not in BEGINNINGS and not self._after_operand:
            if position.near(1) == "=":  # a bare pattern: EXISTS { p = (a)-->(b) }
                return self._variable(token)
            raise refused_word(token)
        if word not in KEYWORDS:
            raise refused_word(token)
        self._refuse_use(token)
        if word == "IN" and position.open:
            position.open[-1].has_in = True
        if word == "CASE":
            position.case_conditions.append(position.near(1) == "WHEN")
        elif word == "END" and position.case_conditions:
            position.case_conditions.pop()
        if word in CLAUSES and word != "WHERE":
            self._after_shortest_path = False
        self._begins = word in ("OPTIONAL", "UNION")
        self._after_operand = word == "END"
        return token.text

    def _refuse_use(self, token: Token) -> None:
        """Refuse a keyword that is known, in a place where it is not."""
        position, word, after = self._position, token.word, self._position.near(1)
        if word == "CALL" and after not in ("{", "("):
            raise refused(mark("a procedure (CALL name)"), token)
        if word == "OPTIONAL" and after != "MATCH":
            raise refused(f"«OPTIONAL {after}»", token)
        if word == "IS" and position.near(2 if after == "NOT" else 1) != "NULL":
            raise refused(f"«IS {after}»", token)
        if word == "WHERE" and position.inside in (Content.GROUP, Content.TIE):
            raise refused(mark("WHERE inside the brackets of a node or a tie"), token)
        if (
            word == "WHERE"
            and self._after_shortest_path
            and position.inside in (None, Content.SUBQUERY)
        ):
            raise refused(mark("WHERE right after a shortest path"), token)

    def _function(self, token: Token) -> str:
        name = token.name.lower()
        if name not in FUNCTIONS:
            raise refused(f"«{token.text}( )»", token, name)
        if name in PATHS:
            self._after_shortest_path = True
        if name in CUTTING:
            refuse_computed_length(self._position)
        return token.text

    def _variable(self, token: Token) -> str:
        if self._position.near(-1) in ("(", "[") and self._position.near(1) == ":":
            self._elements.add(token.name)
        self._after_operand = True
        self._begins = False
        return variable(token.name)

    # Signs

    def _sign(self, token: Token) -> str:
        sign = token.text
        if sign not in SIGNS:
            raise refused(f"«{sign}»", token, sign)
        if sign in CLOSED_BY:
            return self._open(token)
        if sign in CLOSED_BY.values():
            return self._close(token)
        if sign == "*":
            refuse_star(self._position)
            self._after_operand = self._is_everything()
            return sign
        if sign == ":":
            self._label_follows = not self._is_map_key()
        elif sign == "|":
            self._bar(token)
        elif sign in ("/", "%"):
            self._divisors.begin(self._position)
        elif sign == "+":
            refuse_plus(self._position)
        self._after_operand = False
        return sign

    def _is_map_key(self) -> bool:
        """Tell whether what stands before a colon is a key of a map."""
        return self._position.inside is Content.MAP and self._position.near(-2) in ("{", ",")

    def _is_everything(self) -> bool:
        """Tell whether a star means everything, and not a product or a number of steps."""
        before = self._position.near(-1)
        in_call = self._position.inside in (Content.ARGUMENTS, Content.IMPORTED)
        return before in ("WITH", "DISTINCT") or (before == "(" and in_call)

    def _open(self, token: Token) -> str:
        content, function = self._content(token)
        self._position.open.append(Bracket(token, content, len(self._written), function))
        self._after_operand = False
        self._begins = content is Content.SUBQUERY
        return token.text

    def _content(self, token: Token) -> tuple[Content, str]:
        """Return what a bracket holds, and the function that it belongs to or goes through."""
        position = self._position
        before = position.token(-1) if position.at else token
        word = before.word if before.kind is TokenType.WORD else before.text
        if token.text == "[":
            if word == "-":
                return Content.TIE, ""
            if self._after_operand:
                return Content.INDEX, ""
            return Content.LIST, position.list_source(0)
        if token.text == "{":
            imported = position.closed_content is Content.IMPORTED and word == ")"
            if word in SUBQUERIES or word == "CALL" or imported:
                return Content.SUBQUERY, ""
            if word in (")", ">", "-"):
                raise refused(mark("a quantified path"), token)
            return Content.MAP, ""
        if word == "CALL":
            return Content.IMPORTED, ""
        name = before.name.lower()
        if before.kind is TokenType.WORD and name in FUNCTIONS and not self._after_operand:
            return (Content.PREDICATE if name in PREDICATES else Content.ARGUMENTS), name
        return Content.GROUP, ""

    def _close(self, token: Token) -> str:
        brackets = self._position.open
        if not brackets or CLOSED_BY[brackets[-1].token.text] != token.text:
            raise NotPortableError(
                _("line {line}: the bracket {sign} closes none.").format(
                    line=token.line, sign=token.text
                )
            )
        bracket = self._position.last_closed = brackets.pop()
        self._after_operand = bracket.content is not Content.IMPORTED
        if bracket.content is Content.INDEX:
            self._guard_index(bracket)
        return token.text

    def _guard_index(self, bracket: Bracket) -> None:
        """Write `[index]` so that anything but a number is an error, not a property."""
        index = "".join(self._written[bracket.written_at + 1 :]).strip()
        if ".." not in index and not re.fullmatch(r"-?\s*\d+", index):
            self._written[bracket.written_at + 1 :] = [f"range({index}, {index})[0]"]

    def _bar(self, token: Token) -> None:
        position = self._position
        bracket = position.open[-1] if position.open else None
        is_label = position.token(-1).name in (*LABELS, *TIE_TYPES)
        after_label = position.near(-2) in (":", "|") and is_label
        if bracket is None or bracket.content is Content.SUBQUERY:
            raise refused(mark("a choice of labels outside a pattern"), token)
        if bracket.content is Content.LIST and (after_label or not bracket.has_in):
            raise refused(mark("a pattern comprehension"), token)
        self._label_follows = after_label
