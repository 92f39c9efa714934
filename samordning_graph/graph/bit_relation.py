"""Relations between actors as integers: one bit mask per group, set algebra on rows.

Actors are numbered 0, 1, … in id order. The row of an actor is an `int` whose bit *j* means
«related to actor *j*». A relation through groups (arenas, goals …) keeps one mask per group and
combines those of an actor when its row is asked for, so nothing of size actors × actors is ever
held in memory.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

_MEMBERS_FOR_BYTES = 64
"""With this many members or more, a mask is made of bytes instead of bit by bit."""


def bits(mask: int) -> Iterator[int]:
    """Yield the positions of the set bits, lowest first.

    Examples
    --------
    >>> list(bits(0b10110))
    [1, 2, 4]
    """
    # A walk over the digits costs the length of the mask once; clearing the lowest bit of a large
    # integer again and again would cost it for each bit.
    digits = f"{mask:b}"[::-1]
    position = digits.find("1")
    while position >= 0:
        yield position
        position = digits.find("1", position + 1)


def mask_of(positions: Iterable[int]) -> int:
    """Return the mask with these bits set."""
    members = tuple(positions)
    mask = 0
    if len(members) < _MEMBERS_FOR_BYTES:
        for position in members:
            mask |= 1 << position
        return mask
    # One bit at a time would copy a large mask for each of them.
    octets = bytearray(max(members) // 8 + 1)
    for position in members:
        octets[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(octets, "little")


class Relation:
    """A symmetric relation, through groups that actors share and pairs given one by one."""

    def __init__(
        self,
        groups: Iterable[Iterable[int]] = (),
        pairs: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._masks: dict[int, list[int]] = defaultdict(list)
        masks = self._masks
        for group in groups:
            members = tuple(group)
            mask = mask_of(members)
            for member in members:
                masks[member].append(mask)
        partners: dict[int, int] = defaultdict(int)
        for first, second in pairs:
            partners[first] |= 1 << second
            partners[second] |= 1 << first
        for position, mask in partners.items():
            masks[position].append(mask)

    @classmethod
    def union(cls, relations: Sequence["Relation"]) -> "Relation":
        """Return the relation of those who are related in any of these."""
        of_some = [relation for relation in relations if relation._masks]
        if len(of_some) == 1:
            return of_some[0]
        union = cls()
        for relation in of_some:
            for position, masks in relation._masks.items():
                union._masks[position].extend(masks)
        return union

    def row(self, position: int) -> int:
        """Return the mask of those related to an actor; its own bit may be set."""
        row = 0
        for mask in self._masks.get(position, ()):
            row |= mask
        return row

    def related(self) -> list[int]:
        """Return the actors that are related to anyone, in order."""
        return sorted(self._masks)


class PairSet(Collection[tuple[str, str]]):
    """Pairs of ids, counted without being listed, and listed without being held in memory.

    `row(i)` gives the mask of those paired with actor `i`; only the bits above `i` are used, so
    each pair occurs once, smaller id first, in order.
    """

    def __init__(
        self, ids: Sequence[str], positions: Sequence[int], row: Callable[[int], int]
    ) -> None:
        self._ids = ids
        self._positions = positions
        self._row = row
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(
                (self._row(position) >> (position + 1)).bit_count() for position in self._positions
            )
        return self._count

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for position in self._positions:
            above = self._row(position) >> (position + 1)
            if above:
                first = self._ids[position]
                for step in bits(above):
                    yield first, self._ids[position + 1 + step]

    def __contains__(self, pair: object) -> bool:
        return any(pair == member for member in self)

    def has(self, first: str, second: str) -> bool:
        """Return whether two ids are a pair, smaller first, without listing the others."""
        i, j = bisect_left(self._ids, first), bisect_left(self._ids, second)
        return i in self._positions and bool(self._row(i) >> j & 1)
