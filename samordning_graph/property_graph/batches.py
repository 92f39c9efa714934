"""Many items, a limited number at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key")


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield at most `size` items at a time.

    >>> list(batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


def grouped_batches(
    items: Iterable[Item], key_of: Callable[[Item], Key], size: int
) -> Iterator[tuple[Key, list[Item]]]:
    """Yield at most `size` items of one key at a time, in the order of the items within a key.

    >>> list(grouped_batches("aAbA", str.upper, 2))
    [('A', ['a', 'A']), ('B', ['b']), ('A', ['A'])]
    """
    waiting: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        key = key_of(item)
        waiting[key].append(item)
        if len(waiting[key]) == size:
            yield key, waiting.pop(key)
    yield from waiting.items()
