"""The positions of an earlier map, read from its page, for a new map to keep."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

from samordning_graph.common.locale import _
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.whole_text import read_whole_text
from samordning_graph.map.geometry.frame import Point

Earlier: TypeAlias = Mapping[str, Mapping[str, Point]]
"""The position of each node, by view and key."""
FORMAT, DATA, STATE = "samordning-map", "map-data", "map-state"
LARGEST_COORDINATE = 1e6
"""In pixels. No map is this large: a position further out does not come from one."""


class NotAMapError(Exception):
    """The file is no earlier map; the message says why and what to do, in one line."""


def read_previous(path: Path) -> Earlier:
    """Return the positions of the nodes of an earlier map, as they were last moved.

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
        text = read_whole_text(path)
    except OSError as error:
        raise NotAMapError(
            _("{file} cannot be read ({reason}).").format(
                file=path.as_posix(), reason=os_reason(error)
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
    """Return the data and the moved nodes, from a JSON file or a page."""
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
            for positions in (view["nodes"], moved.get(view["id"], {}))
            for key, at in positions.items()
        }
        for view in data["views"]
    }


def _point(at: Any) -> Point:  # noqa: ANN401 - what a file holds
    x, y = (float(along) for along in at)
    if not (isfinite(x) and isfinite(y) and max(abs(x), abs(y)) < LARGEST_COORDINATE):
        raise ValueError(at)
    return x, y
