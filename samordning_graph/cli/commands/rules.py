"""`samordning rules`: the catalogue."""

import click

from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import _, mark


@command("rules", mark("List the rules, and the kinds of problem."))
def rules_command() -> None:
    """List every code with its title."""
    from samordning_graph.rules.register import RULES
    from samordning_graph.schema.problem_kinds import KINDS

    click.echo(_("Rules (what may be missing)"))
    for rule in RULES:
        click.echo(f"  {rule.code:<8}{rule.title}")
    click.echo()
    click.echo(_("Problems (what is wrong with the data)"))
    for kind in KINDS:
        click.echo(f"  {kind.code:<8}{_(kind.title)}")
    click.echo()
    click.echo(_("More about one of them: samordning explain CODE"))
