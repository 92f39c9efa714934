"""Runs everything that CI runs: `python -m tools.run_tests`.

Lint, types, layers and tests. The browser tests need Chromium; it is installed where a package
manager and root are at hand. What was skipped, and why, is printed last; with `CI=true` a skip is
a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Each release of Neo4j runs in one worker. A server that is given is one, and each test empties it.
WORKERS = ("-n", "0") if os.environ.get("NEO4J_URI") else ("-n", "2", "--dist", "loadgroup")
CHECKS = (
    ("ruff check", (sys.executable, "-m", "ruff", "check", ".")),
    ("ruff format", (sys.executable, "-m", "ruff", "format", "--check", ".")),
    ("mypy", (sys.executable, "-m", "mypy")),
    ("import-linter", (str(Path(sys.executable).parent / "lint-imports"), "--no-logo")),
    ("pytest", (sys.executable, "-m", "pytest", *WORKERS)),
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def main() -> int:
    """Run every check, even after one has failed, and return 1 if any did."""
    why_no_browser = _provide_chromium()
    failed = [name for name, command in CHECKS if not _run(name, command)]
    if why_no_browser:
        sys.stdout.write(f"SKIPPED: the browser tests ({why_no_browser}).\n")
        if os.environ.get("CI") == "true":
            failed.append("browser tests (a skip is a failure in CI)")
    sys.stdout.write(f"FAILED: {', '.join(failed)}\n" if failed else "All checks passed.\n")
    return 1 if failed else 0


def _run(name: str, command: Sequence[str]) -> bool:
    sys.stdout.write(f"== {name}\n")
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _provide_chromium() -> str:
    """Install Chromium if it is not there and can be had; return why not, or an empty text."""
    if any(shutil.which(name) for name in BROWSERS):
        return ""
    if not shutil.which("apt-get"):
        return "no Chromium on this machine; install it to run them"
    if os.geteuid() != 0:
        return "no Chromium on this machine; install it with: sudo apt-get install chromium"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "chromium")):
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            return f"{' '.join(command)} failed: {done.stderr.strip()[-300:]}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
