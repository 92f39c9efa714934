"""The command line. Each command is a file; what it needs is imported when it runs."""

import atexit
import gc
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from samordning_graph.cli.translated_click import Group, Option, language_option, wanted_language
from samordning_graph.common.locale import mark, use_language
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
_NEW_OBJECTS = 100_000
"""What modules and readers create is kept, so a collection every 700 objects would find nothing."""


def module_of(command: str) -> str:
    """Return the module of a command in `commands/`."""
    return _MODULES.get(command, command)


class _Commands(Group):
    """Loads a command when it is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        use_language(wanted_language(args))
        return super().parse_args(ctx, args)

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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    gc.set_threshold(_NEW_OBJECTS)
    # When the process ends all its memory goes: there is nothing to collect.
    atexit.register(gc.freeze)
    command_line()
