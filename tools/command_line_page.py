"""Writes docs/cli.md from the commands: `python -m tools.command_line_page`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from samordning_graph.cli.main import command_line
from samordning_graph.common.locale import in_language

FILE = Path(__file__).parent.parent / "docs" / "cli.md"
HEAD = """\
# The command line

Written from the commands by `make fresh`; a test keeps it fresh. `samordning COMMAND --help` says the
same, in Norwegian unless `--lang en` or the variable `SAMORDNING_LANG` asks for English.

A PATH is a workbook (`.xlsx`, `.ods`), a folder of CSV files, a YAML file, or the address of a Neo4j server
(`neo4j://…`), all with the same [tables](data-dictionary.md). A folder of such is many municipalities.

| exit status | means |
|---|---|
| 0 | done |
| 1 | findings at or above `--fail-on` |
| 2 | could not run, or could not write: what is wrong, and what to do, is on stderr |
| 130 | stopped with Ctrl-C |
| 141 | the reader of the pipe went away (`… \\| head`), which is no finding; 0 if it had got all |

What was asked for goes to stdout, or to the file after `-o`. Problems, warnings and progress go to stderr.
The name after `-o` decides the format; `--format` overrules it.

Shell completion, in bash (also `zsh_source` and `fish_source`):

```sh
eval "$(_SAMORDNING_COMPLETE=bash_source samordning)"
```
"""


def page() -> str:
    """Return the page as Markdown, in English."""
    with in_language("en"):
        return HEAD + "".join(f"{line}\n" for line in _commands(command_line, "samordning", "##"))


def _commands(group: click.Group, path: str, heading: str) -> Iterator[str]:
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield from ("", f"{heading} `{path} {name}`", "", *_lines_of(command))
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}", f"{heading}#")


def _lines_of(command: click.Command) -> Iterator[str]:
    yield command.help or ""
    options = [
        parameter
        for parameter in command.params
        if isinstance(parameter, click.Option) and "--lang" not in parameter.opts
    ]
    arguments = [
        parameter.human_readable_name
        for parameter in command.params
        if isinstance(parameter, click.Argument)
    ]
    if arguments:
        yield from ("", f"Takes {', '.join(f'`{argument}`' for argument in arguments)}.")
    if options:
        yield from ("", "| option | means |", "|---|---|", *map(_row, options))


def _row(option: click.Option) -> str:
    names = ", ".join(option.opts)
    meaning = " ".join((option.help or "").split()).replace("|", r"\|")
    return f"| `{names}{_value(option)}` | {meaning} |"


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        choices = r"\|".join(map(str, option.type.choices))
        return f" {choices}"
    return f" {option.metavar or option.type.name.upper()}"


def main() -> int:
    """Write the page."""
    FILE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
