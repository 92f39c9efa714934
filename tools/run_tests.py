"""Runs everything that CI runs: `python -m tools.run_tests`.

Lint, types, layers and tests, of Python and of the scripts of the map. Browsers and Node are
installed where they can be (`tools/provide.py`). What was skipped, and why, is printed last; with
`CI=true` a skip is a failure.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import provide

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
BROWSERS = (("tests in Chromium", provide.chromium), ("tests in Firefox", provide.firefox))
NODE = "checks of the scripts"


def main() -> int:
    """Run every check, even after one has failed, and return 1 if any did."""
    skipped: dict[str, str] = {}
    checks = (*_script_checks(skipped), *CHECKS)
    for what, provide_browser in BROWSERS:
        try:
            provide_browser()
        except provide.CannotBeHadError as why:
            skipped[what] = str(why)
    failed = [name for name, command in checks if not _run(name, command)]
    for what, reason in skipped.items():
        sys.stdout.write(f"SKIPPED: {what} ({reason}).\n")
    if os.environ.get("CI") == "true":
        failed += [f"{what} (a skip is a failure in CI)" for what in skipped]
    sys.stdout.write(f"FAILED: {', '.join(failed)}\n" if failed else "All checks passed.\n")
    return 1 if failed else 0


def _script_checks(skipped: dict[str, str]) -> tuple[tuple[str, Sequence[str]], ...]:
    """Return the checks that need Node, or note why there are none."""
    try:
        node = provide.node()
    except provide.CannotBeHadError as why:
        skipped[NODE] = str(why)
        return ()
    tests = sorted(str(file) for file in (ROOT / "tests").rglob("script/*.test.js"))
    return (
        ("scripts: types", (*node, "node_modules/typescript/bin/tsc")),
        ("scripts: tests", (*node, "--test", "--test-reporter=dot", *tests)),
    )


def _run(name: str, command: Sequence[str]) -> bool:
    sys.stdout.write(f"== {name}\n")
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
