"""Relations between actors as integers: one bit mask per group, set algebra on rows.

Actors are numbered 0, 1, … in id order. The row of an actor is an `int` whose bit *j* says
«related to actor *j*». A relation through groups (arenas, goals …) keeps one mask per group and
or-s those of an actor when its row is asked for, so nothing of the size actors × actors is ever
held.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

_MANY = 64
"""Members from which on a mask is made of bytes instead of bit by bit."""


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
    if len(members) < _MANY:
        for position in members:
            mask |= 1 << position
        return mask
    # One bit at a time would copy a large mask for each of them.
    octets = bytearray(max(members) // 8 + 1)
    for position in members:
        octets[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(octets, "little")


class Relation:
    """A symmetric relation, through groups that actors share and pairs named one by one."""

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
        named: dict[int, int] = defaultdict(int)
        for one, other in pairs:
            named[one] |= 1 << other
            named[other] |= 1 << one
        for position, mask in named.items():
            masks[position].append(mask)

    @classmethod
    def union(cls, relations: Sequence["Relation"]) -> "Relation":
        """Return the relation of those who are related in any of these."""
        either = cls()
        for relation in relations:
            for position, masks in relation._masks.items():
                either._masks[position].extend(masks)
        return either

    def row(self, position: int) -> int:
        """Return the mask of those related to an actor; its own bit may be set."""
        row = 0
        if position in self._masks:
            for mask in self._masks[position]:
                row |= mask
        return row

    def related(self) -> list[int]:
        """Return the actors that are related to anyone, in order."""
        return sorted(self._masks)


class PairSet(Collection[tuple[str, str]]):
    """Pairs of ids, counted without being listed and listed without being held.

    `row(i)` gives the mask of those paired with actor `i`; only the bits above `i` are used, so
    each pair stands once, smaller id first, in order.
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
                one = self._ids[position]
                for step in bits(above):
                    yield one, self._ids[position + 1 + step]

    def __contains__(self, pair: object) -> bool:
        return any(pair == one for one in self)
