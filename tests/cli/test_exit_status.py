"""How the program ends when the screen, the pipe or the person stops it."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time

import pytest

from tests.helpers.running import ROOT, STORD, environment, run

FULL = "/dev/full"
COMMANDS = [
    ("report", STORD),
    ("report", STORD, "--format", "json"),
    ("report", STORD, "--format", "md"),
    ("check", STORD),
    ("export", STORD, "--format", "json"),
    ("rules",),
    ("--help",),
    ("report", "--help"),
]


def start(*arguments: str, **streams) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "samordning_graph", *arguments],
        cwd=ROOT,
        env=environment(),
        **streams,
    )


@pytest.mark.skipif(not os.path.exists(FULL), reason="there is no full device")  # noqa: PTH110
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_disk_is_told_and_is_no_finding(arguments):
    with open(FULL, "w") as full:  # noqa: PTH123
        program = start(*arguments, stdout=full, stderr=subprocess.PIPE)
        errors = program.communicate()[1].decode()

    assert program.returncode == 2
    assert "Traceback" not in errors
    assert "Feil:" in errors


@pytest.mark.skipif(not os.path.exists(FULL), reason="there is no full device")  # noqa: PTH110
@pytest.mark.parametrize(
    "arguments", [("report", STORD), ("check", STORD), ("check", "no-such-file")], ids=" ".join
)
def test_a_disk_too_full_for_the_log_is_no_finding(arguments):
    with open(FULL, "w") as full:  # noqa: PTH123
        program = start(*arguments, stdout=full, stderr=full)

    assert program.wait() == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes end in another way")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_reader_that_goes_is_no_finding(arguments):
    with start(*arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.close()
        errors = program.stderr.read().decode()

    assert program.returncode in (0, 141)
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal there")
def test_ctrl_c_ends_with_130():
    program = start(
        "query", STORD, "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(2)  # it waits for the query
    program.send_signal(signal.SIGINT)
    errors = program.communicate()[1].decode()

    assert program.returncode == 130
    assert "Traceback" not in errors


STOPPED_WHILE_LOADED = """
import os, signal, sys
class Stop:
    def find_spec(self, name, *rest):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stop())
from samordning_graph.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal there")
def test_ctrl_c_while_it_is_loaded_ends_with_130():
    done = subprocess.run([sys.executable, "-c", STOPPED_WHILE_LOADED], capture_output=True)

    assert done.returncode == 130
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="no shell")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_screen_that_is_closed_is_told(arguments):
    done = with_closed_output(*arguments)

    assert done.returncode == 2
    assert "standard ut er lukket" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no shell")
def test_a_file_is_written_though_the_screen_is_closed(tmp_path):
    done = with_closed_output("report", STORD, "-o", tmp_path / "r.json")

    assert done.returncode == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))


def with_closed_output(*arguments: object) -> subprocess.CompletedProcess:
    program = shlex.join([sys.executable, "-m", "samordning_graph", *map(str, arguments)])
    return subprocess.run(
        ["sh", "-c", f"exec {program} >&-"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_the_help_tells_how_it_ends():
    for arguments in (("--help",), ("report", "--help")):
        shown = run(*arguments).stdout

        assert all(status in shown for status in ("0", "1", "2", "130", "141"))
