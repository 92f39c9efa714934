"""Coordination of social-housing work as a graph: read a municipality, build, find.

>>> from samordning_graph import build, find, read_model
>>> model = read_model("data/stord")
>>> findings = list(find(build(model)))
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samordning_graph.common.version import __version__
    from samordning_graph.graph.build import build
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.input.read_model import DataError, read_model
    from samordning_graph.map.pyvis_network import pyvis_network
    from samordning_graph.rules.register import find
__all__ = [
    "AnalysisOptions",
    "DataError",
    "__version__",
    "build",
    "find",
    "pyvis_network",
    "read_model",
]

_WHERE = {
    "__version__": "samordning_graph.common.version",
    "DataError": "samordning_graph.input.read_model",
    "read_model": "samordning_graph.input.read_model",
    "AnalysisOptions": "samordning_graph.graph.graph",
    "build": "samordning_graph.graph.build",
    "find": "samordning_graph.rules.register",
    "pyvis_network": "samordning_graph.map.pyvis_network",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for
    """Import what is asked for, so that a command that needs no graph does not load one."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)
