"""How many lines between two rows of points cross."""

from bisect import bisect_right, insort
from collections.abc import Iterable


def crossings(ties: Iterable[tuple[float, float]]) -> int:
    """Return how many pairs of ties between two layers cross, each given by its two positions.

    Examples
    --------
    >>> crossings([(0, 1), (1, 0), (1, 1)])
    1
    """
    passed: list[float] = []
    count = 0
    for _first, second in sorted(ties):
        count += len(passed) - bisect_right(passed, second)
        insort(passed, second)
    return count
