"""The layout of an earlier map, and how a new map keeps to it: whoever was there stays there."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from math import hypot, isfinite
from pathlib import Path
from typing import Any, TypeAlias

from samordning_graph.locale import _
from samordning_graph.map.geometry.frame import (
    BOX_HEIGHT,
    BOX_WIDTH,
    CELL_HEIGHT,
    CELL_WIDTH,
    HEADING,
    PADDING,
    SEAT_HEIGHT,
    SEAT_WIDTH,
    Box,
    Point,
)
from samordning_graph.map.geometry.free_cells import (
    Taken,
    around,
    box_at,
    cells_about,
    holds,
    touch,
)
from samordning_graph.map.views.view import View

Earlier: TypeAlias = Mapping[str, Mapping[str, Point]]
"""Where each node was, by view and key."""
FORMAT, DATA, STATE = "samordning-map", "map-data", "map-state"
FARTHEST = 1e6
"""No map is this large; what lies further out was not written by one."""
RINGS = 30
"""How far about its own a new node looks for a place where its region meets no other."""


class NotAMapError(Exception):
    """The file is no earlier map; the text says why and what to do, in one line."""


# Reading


def read_previous(path: Path) -> Earlier:
    """Return where the nodes of an earlier map were, those that somebody has moved included.

    Parameters
    ----------
    path
        A page that `samordning map` wrote, as it was or as saved from the browser, or a JSON file
        with what its data block holds (`views`, and `moved` if there is any).

    Raises
    ------
    NotAMapError
        If it cannot be read or is no map.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NotAMapError(
            _("{file} cannot be read ({reason}).").format(
                file=path.as_posix(), reason=error.strerror
            )
        ) from error
    except ValueError as error:
        raise _not_a_map(path) from error
    try:
        return _positions(*_blocks(text))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise _not_a_map(path) from error


def _not_a_map(path: Path) -> NotAMapError:
    return NotAMapError(
        _(
            "{file} is no earlier map. Give a page that «samordning map» has written, or a JSON file"
            " with its positions."
        ).format(file=path.as_posix())
    )


def _blocks(text: str) -> tuple[Any, Any]:
    """Return the data and what people have moved: from a JSON file, or from a page."""
    if text.lstrip().startswith("{"):
        data = json.loads(text)
        return data, data.get("moved") or {}
    page = _Page()
    page.feed(text)
    page.close()
    state = page.blocks.get(STATE, "").strip()
    return json.loads(page.blocks[DATA]), (json.loads(state) if state else {}).get("moved") or {}


class _Page(HTMLParser):
    """The JSON blocks of a page, by id."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: dict[str, str] = {}
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = dict(attrs).get("id") or "" if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in (DATA, STATE):
            self.blocks[self._open] = self.blocks.get(self._open, "") + data


def _positions(data: Any, moved: Any) -> Earlier:  # noqa: ANN401 - what a file holds
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    return {
        str(view["id"]): {
            str(key): _point(at)
            for places in (view["nodes"], moved.get(view["id"], {}))
            for key, at in places.items()
        }
        for view in data["views"]
    }


def _point(at: Any) -> Point:  # noqa: ANN401 - what a file holds
    x, y = (float(along) for along in at)
    if not (isfinite(x) and isfinite(y) and max(abs(x), abs(y)) < FARTHEST):
        raise ValueError(at)
    return x, y


# Keeping


def kept(view: View, earlier: Mapping[str, Point]) -> View:
    """Return a view in which the nodes that are known from earlier are where they were.

    Notes
    -----
    A new node takes the free cell nearest the others of its region, one within the region before
    one that makes it larger; without a region, nearest those that it is tied to. A known node is
    placed anew only when it would lie on another, or stands among another region's and closer to
    them than to its own: its sector or level is not what it was. Nodes that are gone leave a hole.
    """
    room = _Room(view)
    room.settle(earlier)
    if not room.places or room.places == view.positions:
        return view
    for node in view.nodes:
        if node.key not in room.places:
            room.take(node.key, room.free_place(node.key))
    boxes = [*room.boxes.values(), *(room.box(key) for key in room.places)]
    whole = around(boxes)
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
        self._taken = Taken()
        self._size = {
            node.key: (SEAT_WIDTH, SEAT_HEIGHT)
            if view.id == "actors" and node.kind in ("arena", "duty")
            else (CELL_WIDTH, CELL_HEIGHT)
            for node in view.nodes
        }
        self._home = {key: self._region_of(at) for key, at in view.positions.items()}
        self._members: dict[int, list[str]] = defaultdict(list)
        self._tied: dict[str, list[str]] = defaultdict(list)
        for tie in view.ties:
            self._tied[tie.one].append(tie.other)
            self._tied[tie.other].append(tie.one)

    def _region_of(self, at: Point) -> int | None:
        spot = box_at(at, (1, 1))
        regions = enumerate(self.view.regions)
        return next((number for number, region in regions if touch(spot, region.box)), None)

    def box(self, key: str) -> Box:
        """Return the cell of a node that has a place."""
        return box_at(self.places[key], self._size[key])

    def take(self, key: str, at: Point) -> None:
        """Give a node a place."""
        self.places[key] = at
        self._taken.add(box_at(at, self._size[key]))
        home = self._home[key]
        if home is not None:
            self._members[home].append(key)
            self.boxes[home] = self._grown(home, box_at(at, self._size[key]))

    def _grown(self, home: int, cell: Box) -> Box:
        """Return a region with one cell more, as a frame of boxes has it."""
        more = Box(
            cell.left - PADDING,
            cell.top - PADDING - HEADING,
            cell.width + 2 * PADDING,
            cell.height + 2 * PADDING + HEADING,
        )
        return around([self.boxes[home], more]) if home in self.boxes else more

    # Those who were there

    def settle(self, earlier: Mapping[str, Point]) -> None:
        """Give the known nodes the places that they had."""
        known = {key: earlier[key] for key in self.view.positions if key in earlier}
        strays = set(self._strays(known))
        drawn = Taken()
        for key, at in known.items():
            box = box_at(at, (BOX_WIDTH, BOX_HEIGHT))
            if key not in strays and drawn.is_free(box):
                drawn.add(box)
                self.take(key, at)

    def _strays(self, known: Mapping[str, Point]) -> Iterator[str]:
        """Yield the known nodes that stand among another region's, closer to them than to its own."""
        members: dict[int, list[str]] = defaultdict(list)
        for key in known:
            if (home := self._home[key]) is not None:
                members[home].append(key)
        areas = {
            home: around(box_at(known[key], self._size[key]) for key in keys)
            for home, keys in members.items()
        }
        for key, at in known.items():
            home = self._home[key]
            if home is None:
                continue
            own = _nearest(at, (known[one] for one in members[home] if one != key))
            spot = box_at(at, (1, 1))
            for other, area in areas.items():
                if other != home and touch(spot, area):
                    others = (known[one] for one in members[other])
                    if _nearest(at, others) < own:
                        yield key
                        break

    # Those who are new

    def free_place(self, key: str) -> Point:
        """Return where a new node goes."""
        home, size = self._home[key], self._size[key]
        others = [self.places[one] for one in self._members[home]] if home is not None else []
        tied = [self.places[one] for one in self._tied[key] if one in self.places]
        near = others or (tied if home is None else []) or [self.view.positions[key]]
        middle = _mean(near)
        if home is not None and home in self.boxes:
            within = self.boxes[home]
            reach = 1 + int(max(within.width / size[0], within.height / size[1]))
            for at in cells_about(middle, others[0], size, reach):
                cell = box_at(at, size)
                if holds(within, self._grown(home, cell)) and self._taken.is_free(cell):
                    return at
        # Those without a region stand in no row: half a cell aside will do.
        anchor, step = (others[0], size) if others else (middle, (size[0] / 2, size[1] / 2))
        for rings in (RINGS, None):
            for at in cells_about(middle, anchor, step, rings):
                cell = box_at(at, size)
                if self._taken.is_free(cell) and (rings is None or self._is_clear(home, cell)):
                    return at
        raise AssertionError("the plane has room for everybody")

    def _is_clear(self, home: int | None, cell: Box) -> bool:
        """Return whether a region with this cell would meet no other, and cover no strangers."""
        grown = cell if home is None else self._grown(home, cell)
        return not any(
            touch(grown, box) for other, box in self.boxes.items() if other != home
        ) and not any(
            touch(grown, self.box(key))
            for key in self.places
            if home is not None and self._home[key] is None
        )


def _nearest(at: Point, others: Iterable[Point]) -> float:
    """Return how many cells it is to the nearest of the others."""
    return min(
        (
            hypot((at[0] - other[0]) / CELL_WIDTH, (at[1] - other[1]) / CELL_HEIGHT)
            for other in others
        ),
        default=float("inf"),
    )


def _mean(points: Sequence[Point]) -> Point:
    return (
        sum(x for x, _y in points) / len(points),
        sum(y for _x, y in points) / len(points),
    )
