"""A view that keeps the positions of an earlier map: known nodes stay where they were."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum, hypot

from samordning_graph.map.geometry.frame import (
    BOX_HEIGHT,
    BOX_WIDTH,
    CELL_HEIGHT,
    CELL_WIDTH,
    HEADING,
    PADDING,
    Box,
    Point,
)
from samordning_graph.map.geometry.free_space import (
    OccupiedSpace,
    bounding_box,
    cells_by_distance,
    centred_box,
    contains,
    overlap,
)
from samordning_graph.map.view import View

MAX_RINGS = 30
"""Rings of cells in which a new node looks for a place where its region meets no other."""


def keep_positions(view: View, earlier: Mapping[str, Point]) -> View:
    """Return a view in which the nodes that are known from earlier are where they were.

    Notes
    -----
    A new node takes the free cell nearest the members of its region, one within the region before
    one that makes it larger; without a region, nearest the nodes that it is tied to. A known node
    is moved only when it would overlap another, or is among the members of another region and
    closer to them than to those of its own: its sector or level has changed. Nodes that are gone
    leave a hole.
    """
    room = _Room(view)
    room.settle(earlier)
    if not room.places or room.places == view.positions:
        return view
    for node in view.nodes:
        if node.key not in room.places:
            room.take(node.key, room.free_place(node.key))
    boxes = [*room.boxes.values(), *(room.box(key) for key in room.places)]
    whole = bounding_box(boxes)
    return replace(
        view,
        positions={node.key: room.places[node.key] for node in view.nodes},
        regions=tuple(
            replace(region, box=_stretched(room.boxes[number], region.box, view.whole, whole))
            for number, region in enumerate(view.regions)
            if number in room.boxes
        ),
        whole=whole,
    )


def _stretched(box: Box, before: Box, old_whole: Box, whole: Box) -> Box:
    """Return the box of a region, over the whole width if the region is a band that had it."""
    if before.width < old_whole.width:
        return box
    return Box(whole.left, box.top, whole.width, box.height)


class _Room:
    """The nodes of a view that have a place, and the regions that they make."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.places: dict[str, Point] = {}
        self.boxes: dict[int, Box] = {}
        self._taken = OccupiedSpace()
        self._size = {node.key: (CELL_WIDTH, CELL_HEIGHT) for node in view.nodes}
        self._home = {key: self._region_of(at) for key, at in view.positions.items()}
        self._members: dict[int, list[str]] = defaultdict(list)
        self._tied: dict[str, list[str]] = defaultdict(list)
        for tie in view.ties:
            self._tied[tie.source].append(tie.target)
            self._tied[tie.target].append(tie.source)

    def _region_of(self, at: Point) -> int | None:
        spot = centred_box(at, (1, 1))
        regions = enumerate(self.view.regions)
        return next((number for number, region in regions if overlap(spot, region.box)), None)

    def box(self, key: str) -> Box:
        """Return the cell of a node that has a place."""
        return centred_box(self.places[key], self._size[key])

    def take(self, key: str, at: Point) -> None:
        """Give a node a place."""
        self.places[key] = at
        self._taken.add(centred_box(at, self._size[key]))
        home = self._home[key]
        if home is not None:
            self._members[home].append(key)
            self.boxes[home] = self._grown(home, centred_box(at, self._size[key]))

    def _grown(self, home: int, cell: Box) -> Box:
        """Return a region with one cell more, as a frame of boxes has it."""
        more = Box(
            cell.left - PADDING,
            cell.top - PADDING - HEADING,
            cell.width + 2 * PADDING,
            cell.height + 2 * PADDING + HEADING,
        )
        return bounding_box([self.boxes[home], more]) if home in self.boxes else more

    # Known nodes

    def settle(self, earlier: Mapping[str, Point]) -> None:
        """Give the known nodes the positions that they had."""
        known = {key: earlier[key] for key in self.view.positions if key in earlier}
        strays = set(self._strays(known))
        drawn = OccupiedSpace()
        for key, at in known.items():
            box = centred_box(at, (BOX_WIDTH, BOX_HEIGHT))
            if key not in strays and drawn.is_free(box):
                drawn.add(box)
                self.take(key, at)

    def _strays(self, known: Mapping[str, Point]) -> Iterator[str]:
        """Yield the known nodes among the members of another region, and closer to those."""
        members: dict[int, list[str]] = defaultdict(list)
        for key in known:
            if (home := self._home[key]) is not None:
                members[home].append(key)
        areas = {
            home: bounding_box([centred_box(known[key], self._size[key]) for key in keys])
            for home, keys in members.items()
        }
        for key, at in known.items():
            home = self._home[key]
            if home is None:
                continue
            to_own = _nearest(at, (known[member] for member in members[home] if member != key))
            spot = centred_box(at, (1, 1))
            for region, area in areas.items():
                if region != home and overlap(spot, area):
                    strangers = (known[member] for member in members[region])
                    if _nearest(at, strangers) < to_own:
                        yield key
                        break

    # New nodes

    def free_place(self, key: str) -> Point:
        """Return the position of a new node."""
        home, size = self._home[key], self._size[key]
        members = [] if home is None else [self.places[member] for member in self._members[home]]
        tied = [self.places[end] for end in self._tied[key] if end in self.places]
        near = members or (tied if home is None else []) or [self.view.positions[key]]
        middle = _mean(near)
        if home is not None and home in self.boxes:
            within = self.boxes[home]
            reach = 1 + int(max(within.width / size[0], within.height / size[1]))
            for at in cells_by_distance(middle, members[0], size, reach):
                cell = centred_box(at, size)
                if contains(within, self._grown(home, cell)) and self._taken.is_free(cell):
                    return at
        # Nodes without a region are in no row: half a cell to the side will do.
        anchor, step = (members[0], size) if members else (middle, (size[0] / 2, size[1] / 2))
        for rings in (MAX_RINGS, None):
            for at in cells_by_distance(middle, anchor, step, rings):
                cell = centred_box(at, size)
                if self._taken.is_free(cell) and (rings is None or self._is_clear(home, cell)):
                    return at
        raise AssertionError("the plane has room for every node")

    def _is_clear(self, home: int | None, cell: Box) -> bool:
        """Return whether a region with this cell would meet no other, and cover no strangers."""
        grown = cell if home is None else self._grown(home, cell)
        return not any(
            overlap(grown, box) for region, box in self.boxes.items() if region != home
        ) and not any(
            overlap(grown, self.box(key))
            for key in self.places
            if home is not None and self._home[key] is None
        )


def _nearest(at: Point, points: Iterable[Point]) -> float:
    """Return the distance to the nearest of some points, in cells."""
    return min(
        (
            hypot((at[0] - point[0]) / CELL_WIDTH, (at[1] - point[1]) / CELL_HEIGHT)
            for point in points
        ),
        default=float("inf"),
    )


def _mean(points: Sequence[Point]) -> Point:
    return (
        fsum(x for x, _y in points) / len(points),
        fsum(y for _x, y in points) / len(points),
    )
