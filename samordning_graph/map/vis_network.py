"""Where vis-network is: pyvis brings the file that draws the map in a browser."""

from importlib.util import find_spec
from pathlib import Path

VIS = "lib/vis-9.1.2/vis-network.min.js"


def pyvis_folder() -> Path:
    """Return where pyvis is installed, without importing it: that would bring IPython along."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def vis_network() -> str:
    """Return the script, with line feeds alone: so a browser reads it, whatever the file has."""
    return (pyvis_folder() / VIS).read_text(encoding="utf-8").replace("\r\n", "\n")
