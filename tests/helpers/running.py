"""Runs the command line: in this process, or as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from samordning_graph.cli.main import command_line

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"
STORD = str(DATA / "stord")
DAY = ("--as-of", "2026-11-23")
NEED = {
    "goals": "name\nRaskere bosetting\n",
    "goal_owners": "actor;goal\nBolig;Raskere bosetting\nRus;Raskere bosetting\n",
    "participation": "actor;arena\n",
    "links": "from;to;strength\nBolig;Rus;kjennskap\n",
}
"""Beside the needed tables: Bolig and Rus share a goal and only know of each other (LINK03)."""


def invoke(*arguments: object) -> Result:
    """Run the command line in this process; raise any exception that is not an exit."""
    result = CliRunner().invoke(command_line, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def run(
    *arguments: object, cwd: Path = ROOT, text: bool = True, **variables: str
) -> subprocess.CompletedProcess:
    """Run the program as people do. `variables` are added to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "samordning_graph", *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        check=False,
        **({"encoding": "utf-8"} if text else {}),
    )


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "SAMORDNING_LANG"}
    return {**kept, "PYTHONPATH": str(ROOT), **variables}
