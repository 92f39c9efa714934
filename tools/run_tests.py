"""Runs the checks: `python -m tools.run_tests` runs all, `--quick` those that need Python alone.

All: lint, types, layers and tests, of Python and of the scripts of the map. Browsers and Node are
installed where they can be (`tools/provide.py`). What was skipped, and why, is printed last; with
`CI=true` a skip is a failure.

Quick: less than three minutes on two cores. No test that opens a browser, needs a server or Java,
or is slow; the scripts are checked with the Node that is there. Nothing is installed.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tools import provide

Check = tuple[str, Sequence[str]]
"""What a check is called, and the command that is it."""

ROOT = Path(__file__).parent.parent
LINT: tuple[Check, ...] = (
    ("ruff check", (sys.executable, "-m", "ruff", "check", ".")),
    ("ruff format", (sys.executable, "-m", "ruff", "format", "--check", ".")),
    ("import-linter", (str(Path(sys.executable).parent / "lint-imports"), "--no-logo")),
    ("mypy", (sys.executable, "-m", "mypy")),
)
PYTEST = (sys.executable, "-m", "pytest")
QUICK = ("-n", "auto", "-m", "not browser and not neo4j and not java and not slow")
# Each release of Neo4j runs in one worker, which mostly waits for it: the third has the rest. A
# server that is given is one, and each test empties it.
WHOLE = ("-n", "0") if os.environ.get("NEO4J_URI") else ("-n", "3", "--dist", "loadgroup")
BROWSERS = (("tests in Chromium", provide.chromium), ("tests in Firefox", provide.firefox))
TYPESCRIPT = "node_modules/typescript/bin/tsc"


def main() -> int:
    """Run every check, even after one has failed, and return 1 if any did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="only what needs Python alone")
    quick = parser.parse_args().quick
    # Each command that a test starts would compile the whole program anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    skipped: dict[str, str] = {}
    if quick:
        checks = (*LINT, *_scripts_where_node_is(skipped), ("pytest", (*PYTEST, *QUICK)))
    else:
        _provide_browsers(skipped)
        checks = (*LINT, *_scripts(skipped), ("pytest", (*PYTEST, *WHOLE)))
    failed = [name for name, command in checks if not _run(name, command)]
    for name, reason in skipped.items():
        sys.stdout.write(f"SKIPPED: {name} ({reason}).\n")
    if os.environ.get("CI") == "true" and not quick:
        failed += [f"{name} (a skip is a failure in CI)" for name in skipped]
    sys.stdout.write(f"FAILED: {', '.join(failed)}\n" if failed else "All checks passed.\n")
    return 1 if failed else 0


def _provide_browsers(skipped: dict[str, str]) -> None:
    for name, provide_browser in BROWSERS:
        try:
            provide_browser()
        except provide.CannotBeHadError as error:
            skipped[name] = str(error)


def _scripts(skipped: dict[str, str]) -> tuple[Check, ...]:
    """Return the checks that need Node, or note why there are none."""
    try:
        node = provide.node()
    except provide.CannotBeHadError as error:
        skipped["checks of the scripts"] = str(error)
        return ()
    return _script_types(node), _script_tests(node)


def _scripts_where_node_is(skipped: dict[str, str]) -> tuple[Check, ...]:
    """Return the checks that the Node of this machine can run as it is, and note the others."""
    found = provide.installed_node()
    if not found:
        skipped["checks of the scripts"] = "no Node of its own on this machine"
        return ()
    if not (ROOT / TYPESCRIPT).exists():
        skipped["types of the scripts"] = "no node_modules; `make test` installs it"
        return (_script_tests(found.node),)
    return _script_types(found.node), _script_tests(found.node)


def _script_types(node: Sequence[str]) -> Check:
    return "scripts: types", (*node, TYPESCRIPT)


def _script_tests(node: Sequence[str]) -> Check:
    tests = sorted(str(file) for file in (ROOT / "tests").rglob("script/*.test.js"))
    return "scripts: tests", (*node, "--test", "--test-reporter=dot", *tests)


def _run(name: str, command: Sequence[str]) -> bool:
    sys.stdout.write(f"== {name}\n")
    sys.stdout.flush()
    begun = time.monotonic()
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    sys.stdout.write(f"-- {name}: {time.monotonic() - begun:.0f} s\n")
    return passed


if __name__ == "__main__":
    sys.exit(main())
