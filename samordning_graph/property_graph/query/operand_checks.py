"""Refuses operands that Neo4j and the embedded engine treat differently."""

from collections.abc import Collection

from samordning_graph.common.locale import _, mark
from samordning_graph.property_graph.query.dialect import (
    COMPARING,
    CONDITIONS,
    LISTS,
    MAYBE_NULL,
    NUMERIC,
    NotPortableError,
    property_or_list,
    refused,
)
from samordning_graph.property_graph.query.position import CLOSED_BY, Content, Position
from samordning_graph.property_graph.query.tokens import Token, TokenType


def refuse_wrong_type(position: Position, types: Collection[str], steps_back: int = 0) -> None:
    """Refuse a value that is counted with, or is a condition, and is known to be neither.

    `steps_back` is how many tokens before it the operand begins: two for `n.name`.
    """
    token = position.token(0)
    before, after = position.near(-1 - steps_back), position.near(1)
    if not types or after in (".", "["):
        return
    is_summed = before == "(" and position.open[-1].function in ("avg", "sum") and after == ")"
    if (before in NUMERIC or after in NUMERIC or is_summed) and "number" not in types:
        raise NotPortableError(
            _("line {line}: {value} is no number, and cannot be counted with.").format(
                line=token.line, value=token.text
            )
        )
    begins = before in CONDITIONS or (before == "WHEN" and position.case_conditions[-1:] == [True])
    continues = before == "(" and after in CONDITIONS
    if ((begins and after not in COMPARING) or continues) and "yes or no" not in types:
        raise NotPortableError(
            _(
                "line {line}: {value} is not yes or no, and cannot be a condition. Compare it"
                " with something."
            ).format(line=token.line, value=token.text)
        )


def refuse_computed_length(position: Position) -> None:
    """Refuse a function that cuts a text unless its lengths are written as numbers."""
    token = position.token(0)
    for argument in _arguments(position)[1:]:
        if [part.kind for part in argument] != [TokenType.NUMBER]:
            raise refused(
                _("{function} with a length that is not written as a number").format(
                    function=f"«{token.text}( )»"
                ),
                token,
            )


def _arguments(position: Position) -> list[list[Token]]:
    depth = 0
    arguments: list[list[Token]] = [[]]
    for token in position.tokens[position.at + 1 :]:
        depth += (token.text in CLOSED_BY) - (token.text in CLOSED_BY.values())
        if depth == 0:
            break
        if token.text == "," and depth == 1:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return arguments


def refuse_plus(position: Position) -> None:
    """Refuse a list and something that may be missing: Neo4j gives null, the engine a list."""
    if (position.near(-2), position.near(-1)) == ("-", ">"):
        raise refused(mark("a quantified path"), position.token(0))
    sides = (_side_before(position), _side_after(position))
    if any(side in LISTS for side in sides) and any(side in MAYBE_NULL for side in sides):
        raise refused(_("a list joined to what may be missing"), position.token(0), "list")


def _side_before(position: Position) -> str:
    """Return what an operand that has ended is: a function, a property, a list or a word."""
    if position.near(-2) == ".":
        return property_or_list(position.token(-1).name)
    if position.near(-1) == "]":
        is_list = position.closed_content is Content.LIST
        return (position.closed_function or "[") if is_list else ""
    return position.closed_function if position.near(-1) == ")" else position.near(-1)


def _side_after(position: Position) -> str:
    if position.near(1) == "[":
        return position.list_source(1) or "["
    if position.near(2) == "." and position.near(4) not in (".", "(", "["):
        return property_or_list(position.token(3).name)
    return position.near(1).lower() if position.near(2) == "(" else position.near(1)


def refuse_star(position: Position) -> None:
    """Refuse a path of unlimited length, and everything at once; other stars are let through."""
    token = position.token(0)
    before = position.near(-1)
    if position.inside is Content.TIE:
        first, second, third = position.near(1), position.near(2), position.near(3)
        last = first if second != ".." else third
        if not (second if first == ".." else last).isdigit():
            raise refused(mark("a path of unlimited length"), token)
    elif before == ".":
        raise refused("«.*»", token, "properties")
    elif before == ">":
        raise refused(mark("a quantified path"), token)
    elif before == "RETURN" or (before, position.near(-2)) == ("DISTINCT", "RETURN"):
        raise refused("«RETURN *»", token)
