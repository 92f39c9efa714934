"""Writes cypher/constraints.cypher from the schema: `python -m tools.constraints`."""

import sys
from pathlib import Path

from samordning_graph.property_graph.constraints import script

FILE = Path(__file__).parent.parent / "cypher" / "constraints.cypher"


def main() -> int:
    """Write the file."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(script(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
