import json
from pathlib import Path

import pytest

from samordning_graph.web.session import Session

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "eksempel" / "eksempel.xlsx"
DAY = "2026-11-23"


class Visit:
    """A session as the worker has it: calls with JSON, and files put into folders."""

    def __init__(self, folder):
        self.session = Session(folder)

    def ask(self, name, **given):
        return json.loads(self.session.call(name, json.dumps({"language": "nb", **given})))

    def give(self, *files, folder="files"):
        for file in files:
            (getattr(self.session, folder) / file.name).write_bytes(file.read_bytes())

    def read(self, *files, **given):
        self.ask("forget")
        self.give(*files)
        self.ask("sort")
        return self.ask("read", **{"as_of": DAY, **given})

    def made(self, file):
        return Path(self.ask("make", file=file)["path"])


@pytest.fixture
def visit(tmp_path):
    return Visit(tmp_path / "session")
