"""The options that limit what is analysed: the day, the arenas and links that count, the duties."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from samordning_graph.cli.output import PATH
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.translated_click import Decorated, FiniteRange, option
from samordning_graph.common.locale import mark

if TYPE_CHECKING:
    from samordning_graph.graph.graph import Links
    from samordning_graph.schema.duty import Duty


def analysis_options(function: Decorated) -> Decorated:
    """Declare the options; the command gets them as one `options` (`AnalysisOptions`)."""

    @wraps(function)
    def with_options(
        as_of: datetime | None,
        max_arena_size: int | None,
        min_meetings: float | None,
        links: "Links",
        duties: Path | None,
        anonymous: bool = False,
        **arguments: Any,
    ) -> object:
        from samordning_graph.graph.graph import AnalysisOptions

        options = AnalysisOptions(
            as_of=as_of.date() if as_of else date.today(),
            max_arena_size=max_arena_size,
            min_meetings=min_meetings,
            links=links,
            duties=_own_duties(duties) if duties else None,
            anonymous=anonymous,
        )
        return function(options=options, **arguments)

    declared: Callable[..., Any] = with_options
    for declare in _DECLARATIONS:
        declared = declare(declared)
    return cast("Decorated", declared)


anonymous_option = option(
    "--anonymous",
    is_flag=True,
    help_message=mark(
        "Keep back who answered the self-assessment: no name, no row, no remark, and no sector with"
        " fewer than three answers."
    ),
)
"""Of the commands that tell of the self-assessment; declared above `analysis_options`."""

_DECLARATIONS = (
    option(
        "--duties",
        type=PATH,
        metavar="FILE",
        help_message=mark("A duty register (YAML) to use instead of the built-in one."),
    ),
    option(
        "--links",
        type=click.Choice(["any", "confirmed"]),
        default="any",
        help_message=mark(
            "Which collaborations link: any that is reported, or only those that both ends confirm."
        ),
    ),
    option(
        "--min-meetings",
        type=FiniteRange(min=0),
        metavar="N",
        help_message=mark("Arenas known to meet less than N times a year do not count."),
    ),
    option(
        "--max-arena-size",
        type=click.IntRange(min=1),
        metavar="N",
        help_message=mark("Arenas with more than N leaders and members do not count."),
    ),
    option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help_message=mark("The day that agreements and arenas are judged on. Default: today."),
    ),
)
"""From the last to the first of `--help`, as decorators are applied."""


def _own_duties(path: Path) -> "tuple[Duty, ...]":
    """Return the duties of a register, or stop with all its problems on stderr (exit 2)."""
    from samordning_graph.schema.duty_register import RegisterError, read_duties

    try:
        return read_duties(path)
    except RegisterError as error:
        report_problems(error.problems)
        raise SystemExit(2) from error
