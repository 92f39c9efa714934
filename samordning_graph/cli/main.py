"""The command line. Each command is a file; what it needs is imported when it runs."""

import atexit
import errno
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Any, TextIO

import click

from samordning_graph.cli.translated_click import (
    Failure,
    Group,
    Option,
    language_option,
    wanted_language,
)
from samordning_graph.common.locale import _, mark, use_language
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.version import __version__

COMMANDS = (
    "demo",
    "template",
    "import",
    "check",
    "report",
    "map",
    "metrics",
    "duties",
    "suggest",
    "meeting",
    "minutes",
    "apply",
    "diff",
    "compare",
    "query",
    "export",
    "neo4j",
    "rules",
    "explain",
)
"""In the order of `--help`: from the first thing that one does to the last.

The command `x` is `x_command` in `commands/x.py`, if Python has no other use for the word.
"""
_MODULES = {"import": "import_network"}
STOPPED, PIPE_CLOSED = 130, 141
"""Exit statuses as a shell tells them: 128 and the number of the signal (SIGINT, SIGPIPE)."""
_STDOUT = 1
_NEW_OBJECTS = 100_000
"""What modules and readers create is kept, so a collection every 700 objects would find nothing."""


def module_of(command: str) -> str:
    """Return the module of a command in `commands/`."""
    return _MODULES.get(command, command)


@contextmanager
def _telling_of_output() -> Iterator[None]:
    """Send what was written before its end is told; say what the screen or a pipe cannot take."""
    try:
        try:
            yield
        finally:
            if not sys.stdout.closed:
                sys.stdout.flush()
    except BrokenPipeError as error:
        _give_up(sys.__stdout__)
        raise SystemExit(PIPE_CLOSED) from error
    except OSError as error:
        _give_up(sys.__stdout__)
        if error.errno == errno.EBADF and not error.filename:
            raise Failure(
                _("standard output is closed, so nothing is shown. Write to a file, with -o.")
            ) from error
        raise Failure(
            _("what was asked for cannot be read or written: {reason}.").format(
                reason=": ".join(str(part) for part in (error.filename, os_reason(error)) if part)
            )
        ) from error


def _give_up(stream: TextIO | None) -> None:
    """Send what is left to nowhere, so that the interpreter does not fail on it at its end."""
    if stream is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _if_it_can_be_told() -> Iterator[None]:
    """Let a last sentence go when the disk of stderr is full too: the exit status says enough."""
    try:
        yield
    except OSError:
        _give_up(sys.__stderr__)


class _Commands(Group):
    """Loads a command when it is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        use_language(wanted_language(args))
        return super().parse_args(ctx, args)

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        with _telling_of_output():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what commands return is not used
        with _telling_of_output():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = module_of(cmd_name)
        command = getattr(
            import_module(f"samordning_graph.cli.commands.{module}"), f"{module}_command"
        )
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_Commands,
    name="samordning",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=mark(
        "Maps the coordination of social-housing work (boligsosialloven § 5) in a municipality,"
        " and finds what is missing in it.\n\nPATH is a workbook (.xlsx), a folder of CSV files or"
        " a YAML file; a folder of such is many municipalities. Begin with: samordning demo"
        "\n\nExit 0 done, 1 findings (report --fail-on), 2 could not run, 130 stopped with Ctrl-C, 141"
        " the reader of the pipe went away."
    ),
)
@click.version_option(
    __version__,
    prog_name="samordning",
    cls=Option,
    help=mark("Show the version and exit."),
)
@language_option
def command_line() -> None:
    """Do nothing: the commands do."""


def main() -> None:
    """Run the command line. A letter that the terminal cannot show becomes «?», never a crash."""
    if sys.stdout is None:
        sys.stdout = sys.__stdout__ = _closed_output()  # type: ignore[misc]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    gc.set_threshold(_NEW_OBJECTS)
    # When the process ends all its memory goes: there is nothing to collect.
    atexit.register(gc.freeze)
    sys.exit(_exit_status())


def _closed_output() -> TextIOWrapper:
    """Return a standard output for one that the shell has closed (>&-): every writing to it fails.

    Without it, what is printed would be lost without a word, or end in the next file that is opened.
    """
    nothing = os.open(os.devnull, os.O_RDONLY)
    if nothing != _STDOUT:
        os.dup2(nothing, _STDOUT)
        os.close(nothing)
    return open(_STDOUT, "w", encoding="utf-8", closefd=False)


def _exit_status() -> int:
    try:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        status = command_line.main(standalone_mode=False)
    except click.ClickException as error:
        with _if_it_can_be_told():
            error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        with _if_it_can_be_told():
            click.echo(_("Stopped."), err=True)
        return STOPPED
    return status if isinstance(status, int) else 0
