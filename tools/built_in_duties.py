"""Writes the duty register as the program reads it: `python -m tools.built_in_duties`."""

import json
from importlib import resources
from pathlib import Path

from samordning_graph.schema.duty_register import BUILT_IN_ENTRIES, entries_of_built_in

FILE = Path(str(resources.files("samordning_graph.schema.vocabulary"))) / BUILT_IN_ENTRIES


def built_in_entries() -> str:
    """Return the entries of the register as JSON, an entry a line."""
    entries = (json.dumps(entry, ensure_ascii=False) for entry in entries_of_built_in())
    return "[\n" + ",\n".join(entries) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(built_in_entries(), encoding="utf-8")
