"""`samordning explain`: the page of one rule or one kind of problem."""

import textwrap

import click
from click.shell_completion import CompletionItem

from samordning_graph.cli.translated_click import Failure, command
from samordning_graph.common.locale import _, current_language, mark
from samordning_graph.common.phrases import sentences

WIDTH = 80
"""Characters of a line."""


def _complete_code(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    return [CompletionItem(code) for code in _codes() if code.startswith(incomplete.upper())]


def _codes() -> list[str]:
    from samordning_graph.rules.register import RULES
    from samordning_graph.schema.problem_kinds import KINDS

    return [*(rule.code for rule in RULES), *(kind.code for kind in KINDS)]


@command("explain", mark("Explain a rule (LINK03) or a kind of problem (E05)."))
@click.argument("codes", metavar="CODE…", nargs=-1, required=True, shell_complete=_complete_code)
def explain_command(codes: tuple[str, ...]) -> None:
    """Show the page of each code or slug."""
    for code in codes:
        _show(code)


def _show(code: str) -> None:
    from samordning_graph.common.did_you_mean import did_you_mean
    from samordning_graph.rules.register import RULES
    from samordning_graph.schema.problem_kinds import KINDS

    for rule in RULES:
        if code.upper() == rule.code or code.lower() == rule.slug:
            _show_rule(rule.code, rule.slug, rule.title, rule.page)
            return
    for kind in KINDS:
        if code.upper() == kind.code:
            click.echo(f"{kind.code}: {_(kind.title)}\n")
            for paragraph in kind.page:
                click.echo(textwrap.fill(_translated(paragraph), WIDTH) + "\n")
            return
    raise Failure(
        sentences(
            _("no rule or problem is called «{code}».").format(code=code),
            did_you_mean(code, _codes()),
            _("All: samordning rules"),
        )
    )


def _show_rule(code: str, slug: str, title: str, page: str) -> None:
    from samordning_graph.rules.page import parts

    click.echo(f"{code} {slug}: {title}\n")
    for part in parts(page):
        click.echo(_translated(part.heading))
        for paragraph in part.paragraphs:
            text = _translated(paragraph)
            click.echo(textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    "))
        click.echo()


def _translated(paragraph: str) -> str:
    """Return a paragraph in the language in use, or in English with a remark."""
    text = _(paragraph)
    if text == paragraph and current_language() != "en":
        return _("(not translated)") + " " + paragraph
    return text
