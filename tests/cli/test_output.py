"""Which formats are offered, and where the output goes."""

import os
import subprocess
import sys

import click
import pytest

from samordning_graph.cli.main import COMMANDS, command_line
from samordning_graph.report.formats.registry import FORMATS
from tests.helpers.running import DATA, DAY, ROOT, STORD, environment, run


def offered(name: str) -> set[str]:
    """Return the values that `--format` of a command takes."""
    command = command_line.get_command(click.Context(command_line), name)
    return {
        str(choice)
        for option in command.params
        if "--format" in option.opts and isinstance(option.type, click.Choice)
        for choice in option.type.choices
    }


def test_every_format_is_offered_by_a_command():
    everywhere = set().union(*map(offered, COMMANDS))

    assert {*FORMATS} <= everywhere, "name it in the @output_options of a command"


# `-` is standard output


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
@pytest.mark.parametrize(
    ("command", "format_", "start"),
    [
        ("report", (), "\nSamordning"),
        ("report", ("--format", "html"), "<!doctype html>"),
        ("report", ("--format", "json"), "{"),
        ("suggest", ("--format", "yaml"), "#"),
        ("export", ("--format", "graphml"), "<?xml"),
        ("map", (), "<!doctype html>"),
    ],
)
def test_a_dash_is_standard_output(tmp_path, name, command, format_, start):
    done = run(command, STORD, *format_, "-o", name, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(start)
    assert "Skrevet" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_name", ["docx", "xlsx"])
def test_a_file_that_is_no_text_goes_to_a_pipe_whole(tmp_path, format_name):
    done = run("report", STORD, "--format", format_name, "-o", "-", *DAY, text=False)
    file = tmp_path / f"r.{format_name}"
    assert run("report", STORD, "-o", file, *DAY).returncode == 0

    assert done.returncode == 0
    assert done.stdout == file.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="has no such terminals")
def test_a_file_that_is_no_text_does_not_go_to_a_screen():
    import pty

    person, screen = pty.openpty()
    with os.fdopen(person, "rb"), os.fdopen(screen, "wb") as terminal:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "samordning_graph",
                "report",
                STORD,
                "--format",
                "docx",
                "-o",
                "-",
            ],
            cwd=ROOT,
            env=environment(),
            stdout=terminal,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert b"-o" in done.stderr


def test_a_folder_or_a_workbook_to_go_on_in_is_no_stream(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("Source,Target\nA,B\n")
    for done in (
        run("export", STORD, "--format", "csv", "-o", "-", cwd=tmp_path),
        run("import", ties, "-o", "-", cwd=tmp_path),
        run("report", DATA, "--format", "html", "-o", "-", cwd=tmp_path),
    ):
        assert done.returncode == 2
        assert list(tmp_path.iterdir()) == [ties]
