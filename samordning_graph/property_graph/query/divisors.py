"""Guards divisors: dividing by zero, the engine gives null where Neo4j gives something else."""

import re

from samordning_graph.property_graph.query.dialect import AGGREGATES, refused
from samordning_graph.property_graph.query.position import Position


class Divisors:
    """The divisors that have begun and not ended; a divisor may hold others."""

    def __init__(self, written: list[str]) -> None:
        self._written = written
        self._open: list[tuple[int, int]] = []  # where it is written, and how deep in brackets

    def begin(self, position: Position) -> None:
        """Begin the divisor after the sign at a position, unless it is plainly not zero."""
        following = position.near(1)
        if following in ("CASE", "-", "+"):
            sign = position.token(0)
            raise refused(f"«{sign.text} {following}»", sign)
        if not re.fullmatch(r"\d*[1-9]\d*(\.\d+)?", following):
            self._open.append((len(self._written) + 1, len(position.open)))

    def end(self, sign: str, depth: int, *, after_operand: bool) -> None:
        """Write the divisors that end before a sign so that zero is an error."""
        while self._open:
            at, own_depth = self._open[-1]
            goes_on = sign in (".", "[", "(") or not after_operand
            if depth > own_depth or goes_on:
                return
            self._open.pop()
            divisor = "".join(self._written[at:]).strip()
            self._written[at:] = [f" {_never_zero(divisor)}"]


def _never_zero(divisor: str) -> str:
    """Return a divisor that is an error if it is zero. The engine has no aggregates in CASE."""
    if re.search(rf"\b(?:{'|'.join(AGGREGATES)})\s*\(", divisor, re.IGNORECASE):
        return f"({divisor} * range(1, toInteger({divisor} / {divisor}))[0])"
    return f"CASE WHEN {divisor} = 0 THEN 1 / 0 ELSE {divisor} END"
