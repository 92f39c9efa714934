"""What the page without installation is made of: the program's own packages, pinned, and no others."""

import json
import re
import tomllib
from pathlib import Path

from tools.web.own_files import own_files
from tools.web.wheels import LOCK

ROOT = Path(__file__).parents[2]
NOT_IN_THE_PAGE = {"click", "neo4j", "rich"}
NEEDED_BY_THEM = {"et-xmlfile"}
"""Of openpyxl."""


def test_the_wheels_are_the_run_time_packages_and_nothing_is_added():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = {re.split(r"[<>=]", package)[0] for package in project["dependencies"]}
    locked = re.findall(r"^([\w-]+)==\S+ --hash=sha256:\w{64}$", LOCK.read_text("utf-8"), re.M)

    assert set(locked) == packages - NOT_IN_THE_PAGE | NEEDED_BY_THEM


def test_python_for_browsers_is_pinned():
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))

    pinned = lock["packages"]["node_modules/pyodide"]
    assert pinned["version"] == package["devDependencies"]["pyodide"]
    assert pinned["integrity"].startswith("sha512-")


def test_the_program_is_in_it_without_commands_servers_and_sources_of_the_page():
    names = [name for name, _content in own_files()]

    assert len(names) == len(set(names)) > 300
    assert "samordning_graph/web/session.py" in names
    assert "samordning_graph/common/locale/nb/LC_MESSAGES/messages.mo" in names
    left_out = r"/cli/|/neo4j/|/query/|/web/(?:script|template)/|\.po$|__pycache__"
    assert [name for name in names if re.search(left_out, name)] == []
