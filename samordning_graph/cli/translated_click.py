"""click commands whose help is translated when it is shown, and what all commands share."""

import math
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from samordning_graph.common.locale import DEFAULT_LANGUAGE, LANGUAGES, _, mark
from samordning_graph.common.shown_path import printable

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
LANGUAGE_VARIABLE = "SAMORDNING_LANG"


class _TranslatedHelp:
    """Keeps `help` as an English message id and gives it in the language in use."""

    _message: str | None = None

    @property
    def help(self) -> str | None:
        """The help in the language in use."""
        return _(self._message) if self._message else self._message

    @help.setter
    def help(self, message: str | None) -> None:
        self._message = message


class Command(_TranslatedHelp, click.Command):
    """A command with translated help."""


class Group(_TranslatedHelp, click.Group):
    """A group with translated help."""


class Option(_TranslatedHelp, click.Option):
    """An option with translated help."""


class FiniteRange(click.FloatRange):
    """A range of numbers, of which «nan» and «inf» are none."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the number, or stop."""
        number = float(super().convert(value, param, ctx))
        if not math.isfinite(number):
            self.fail(_("«{text}» is no number.").format(text=value), param, ctx)
        return number


class Failure(click.ClickException):
    """A user's mistake: one clear message, exit 2."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(printable(message))


def command(name: str, help_message: str) -> Callable[[Callable[..., Any]], Command]:
    """Declare a command. `help_message` is an English message id."""

    def declare(function: Callable[..., Any]) -> Command:
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        return click.command(name, cls=Command, help=help_message, context_settings=settings)(
            language_option(function)
        )

    return declare


def option(*names: str, help_message: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Declare an option. `help_message` is an English message id."""
    return click.option(*names, cls=Option, help=help_message, **settings)


def wanted_language(arguments: Sequence[str]) -> str:
    """Return the language that the arguments or the environment ask for.

    Read before click parses anything, so that help and errors speak it wherever `--lang` stands.
    The last one counts.
    """
    pairs = list(zip(("", *arguments), arguments, strict=False))
    for before, argument in reversed(pairs):
        asked = argument if before == "--lang" else argument.partition("--lang=")[2]
        if asked in LANGUAGES:
            return asked
    asked = os.environ.get(LANGUAGE_VARIABLE, DEFAULT_LANGUAGE)
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


language_option = option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help_message=mark("Language of texts (or the variable SAMORDNING_LANG)."),
)
