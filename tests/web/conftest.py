import json
import subprocess
from pathlib import Path

import pytest

from samordning_graph.web.session import Session
from tests.helpers.browsers import new_tab, not_here
from tools.provide import CannotBeHadError

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "eksempel" / "eksempel.xlsx"
DAY = "2026-11-23"
PATIENCE = 60_000
"""Milliseconds, on a busy machine."""

DECISIONS = """_minutes:
- matter: "Barneverntjenesten – Boligkontoret"
  decision: "Avtal direkte"
follow_up:
- step: "Avklar hvem som gjør hva"
  subject: "barneverntjenesten"
  related: ["boligkontoret"]
  status: "agreed"
  decided: "2026-11-20"
"""
"""What the meeting mode of the map saves."""


class Visit:
    """A session as the worker has it: calls with JSON, and files put into folders."""

    def __init__(self, folder):
        self.folder, self.session = folder, Session(folder)

    def ask(self, name, **given):
        return json.loads(self.session.call(name, json.dumps({"language": "nb", **given})))

    def give(self, *files, folder="files"):
        for file in files:
            (self.folder / folder / file.name).write_bytes(file.read_bytes())

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


@pytest.fixture(scope="session")
def built():
    """The page as `make web` builds it: a file on disk."""
    from tools.web import __main__ as build

    try:
        build.main()
    except (CannotBeHadError, subprocess.CalledProcessError) as error:
        not_here(f"the page could not be built: {error}")
    return build.PAGE


@pytest.fixture(scope="module")
def started(chromium, built):
    """The page, opened from disk in Chromium without network, when it is ready; used by many tests."""
    tab = new_tab(chromium)
    tab.open(built)
    tab.page.wait_for_selector("body[data-ready]", timeout=PATIENCE)
    tab.page.evaluate("day => { document.querySelector('[name=as_of]').value = day; }", DAY)
    # Whether what is shown is to be replaced.
    tab.page.evaluate("() => { window.confirm = () => true; }")
    yield tab
    tab.page.context.close()
