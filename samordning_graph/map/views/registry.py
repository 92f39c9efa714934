"""The views of the map, in the order of its tabs. Light: a view is imported when it is built."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samordning_graph.graph.graph import Graph
    from samordning_graph.map.view import View

VIEWS: Mapping[str, str] = {
    "actors": "actors:actors_view",
    "arenas": "arenas:arenas_view",
    "sectors": "sectors:sectors_view",
    "goals": "goals:goals_view",
}
"""The module and function that build each view, by the id that `--view` takes."""


def build_view(graph: "Graph", view_id: str) -> "View":
    """Return one of `VIEWS`.

    Raises
    ------
    KeyError
        If there is no view with this id.
    """
    if view_id not in VIEWS:
        raise KeyError(f"there is no view {view_id!r}, but {', '.join(VIEWS)}")
    module, function = VIEWS[view_id].split(":")
    view: View = getattr(import_module(f"samordning_graph.map.views.{module}"), function)(graph)
    return view
