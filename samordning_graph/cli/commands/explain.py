"""`samordning explain`: the page of a rule, a kind of problem, a clause of § 5 or a word of the law."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from samordning_graph.cli.translated_click import Failure, command
from samordning_graph.common.locale import _, current_language, mark
from samordning_graph.common.phrases import sentences

if TYPE_CHECKING:
    from samordning_graph.rules.rule import Rule
    from samordning_graph.schema.problem import ProblemKind
    from samordning_graph.schema.terms import Term

WIDTH = 80
"""Characters of a line."""


def _complete_code(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    asked = incomplete.lower()
    return [CompletionItem(code) for code in _codes() if code.lower().startswith(asked)]


def _codes() -> list[str]:
    from samordning_graph.analysis.clauses import HOW_DECIDED
    from samordning_graph.rules.register import RULES
    from samordning_graph.schema.problem_kinds import KINDS
    from samordning_graph.schema.terms import TERMS

    return [
        *(rule.code for rule in RULES),
        *HOW_DECIDED,
        *(kind.code for kind in KINDS),
        *(term.id for term in TERMS),
    ]


@command(
    "explain",
    mark(
        "Explain a rule (LINK03), a point of § 5 (P4), a kind of problem (E05) or a word of the law"
        " (samordning)."
    ),
)
@click.argument("codes", metavar="CODE…", nargs=-1, required=True, shell_complete=_complete_code)
def explain_command(codes: tuple[str, ...]) -> None:
    """Show the page of each code, slug or word."""
    for code in codes:
        _show(code)


def _show(code: str) -> None:
    from samordning_graph.common.did_you_mean import did_you_mean

    page = _page(code)
    if page is None:
        raise Failure(
            sentences(
                _("there is nothing to explain under «{code}».").format(code=code),
                did_you_mean(code, _codes()),
                _("All rules and problems: samordning rules"),
            )
        )
    click.echo("\n".join(page))


def _page(asked: str) -> Iterator[str] | None:
    """Return the lines of a page, or None where nobody has written one."""
    from samordning_graph.analysis.clauses import HOW_DECIDED
    from samordning_graph.rules.register import RULES
    from samordning_graph.schema.problem_kinds import KINDS
    from samordning_graph.schema.terms import find_term

    code = asked.strip().upper()
    for rule in RULES:
        if code in (rule.code, rule.slug.upper()):
            return _rule_page(rule)
    for kind in KINDS:
        if code == kind.code:
            return _problem_page(kind)
    if code in HOW_DECIDED:
        return _clause_page(code)
    term = find_term(asked)
    return _term_page(term) if term else None


def _rule_page(rule: "Rule") -> Iterator[str]:
    from samordning_graph.rules.page import parts

    yield f"{rule.code} {rule.slug}: {rule.title}\n"
    for part in parts(rule.page):
        yield from _section(_translated(part.heading), map(_translated, part.paragraphs))


def _problem_page(kind: "ProblemKind") -> Iterator[str]:
    yield f"{kind.code}: {_(kind.title)}\n"
    yield from _paragraphs(map(_translated, kind.page))


def _clause_page(clause: str) -> Iterator[str]:
    from samordning_graph.analysis.clauses import HOW_DECIDED, duty_of_clause
    from samordning_graph.rules.register import RULES

    duty = duty_of_clause(clause)
    yield f"{clause}: {duty.clause}\n"
    yield from _section(_("How it is decided"), [_translated(HOW_DECIDED[clause])])
    rules = [f"{rule.code} {rule.title}" for rule in RULES if rule.clause == clause]
    if rules:
        yield from _section(_("Rules that it rests on"), ["; ".join(rules) + "."])
    yield from _section(
        _("In the law"),
        [
            _("{law}, «{force}». The words above are ours, not those of the law.").format(
                law=duty.citation, force=duty.force
            ),
            _("Checked: {where}.").format(where=duty.checked or duty.source),
        ],
    )


def _term_page(term: "Term") -> Iterator[str]:
    from samordning_graph.schema.terms import COORDINATION

    yield f"{term.id}: {_translated(term.name)}\n"
    yield from _paragraphs(map(_translated, term.page))
    if term.id == COORDINATION.id:
        yield from _what_it_takes()
    yield from _section(_("Source"), [_translated(term.source)])


def _what_it_takes() -> Iterator[str]:
    """Yield the elements and the conditions, and which of them the data can show anything of."""
    from samordning_graph.analysis.indicators import what_is_counted
    from samordning_graph.schema.vocabulary import factors

    for group, heading in (
        ("element", _("What it is made of, and what the data can show")),
        ("condition", _("What it takes, and what the data can show")),
    ):
        yield heading
        for factor in factors().values():
            if factor.group == group:
                shown = what_is_counted(factor.id) or _("only people can answer")
                yield textwrap.fill(
                    f"{factor.name}: {shown}",
                    WIDTH,
                    initial_indent="    ",
                    subsequent_indent="      ",
                )
        yield ""


# Lines


def _section(heading: str, paragraphs: Iterable[str]) -> Iterator[str]:
    yield heading
    for paragraph in paragraphs:
        yield textwrap.fill(paragraph, WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield ""


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[str]:
    return (textwrap.fill(paragraph, WIDTH) + "\n" for paragraph in paragraphs)


def _translated(paragraph: str) -> str:
    """Return a paragraph in the language in use, or in English with a remark."""
    text = _(paragraph)
    if text == paragraph and current_language() != "en":
        return _("(not translated)") + " " + paragraph
    return text
