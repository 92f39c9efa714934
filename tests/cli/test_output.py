import click

from samordning_graph.cli.main import COMMANDS, command_line
from samordning_graph.report.formats.registry import FORMATS


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
