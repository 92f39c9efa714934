"""From a PATH on the command line to graphs: problems to stderr, options shared by commands."""

import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from samordning_graph.cli.neo4j_options import connected
from samordning_graph.cli.output import PATH
from samordning_graph.cli.translated_click import Decorated, Failure, option
from samordning_graph.common.locale import _, mark, ngettext

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.input.record import Source
    from samordning_graph.schema.duty_register import Duty
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class DataSource:
    """Where the data are: a path as it was written, or the address of a Neo4j server.

    `numbers` are the municipalities that are wanted of those in a database; all without any.
    """

    text: str
    numbers: tuple[str, ...] = ()

    @property
    def is_address(self) -> bool:
        """Whether it is an address: `neo4j://…`, or another that is then refused as none of ours."""
        return _ADDRESS.match(self.text) is not None

    @property
    def path(self) -> Path:
        """The file or folder, when it is no address."""
        return Path(self.text)


def path_argument(function: Decorated) -> Decorated:
    """Declare the PATH that a command reads, and --municipality; it gets them as one `origin`."""

    @wraps(function)
    def with_origin(path: str, municipality: tuple[str, ...], **others: Any) -> Any:  # noqa: ANN401 - the command's own
        return function(origin=DataSource(path, municipality), **others)

    number_option = option(
        "--municipality",
        multiple=True,
        metavar="NUMBER",
        help_message=mark("With PATH a Neo4j address: only this municipality (may be repeated)."),
    )
    argument = click.argument("path", type=click.Path())
    return cast("Decorated", argument(number_option(with_origin)))


def analysis_options(function: Decorated) -> Decorated:
    """Declare the options that narrow the picture."""
    for declare in (
        option(
            "--duties",
            type=PATH,
            metavar="FILE",
            help_message=mark("A duty register (YAML) to use instead of the built-in one."),
        ),
        option(
            "--min-meetings",
            type=click.FloatRange(min=0),
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
    ):
        function = declare(function)
    return function


def picture(
    as_of: Any,  # noqa: ANN401 - click's datetime
    max_arena_size: int | None,
    min_meetings: float | None,
    duties: Path | None,
) -> "AnalysisOptions":
    """Return the options of the graph from those of the command line."""
    from samordning_graph.graph.graph import AnalysisOptions

    return AnalysisOptions(
        as_of=as_of.date() if as_of else date.today(),
        max_arena_size=max_arena_size,
        min_meetings=min_meetings,
        duties=_register(duties) if duties else None,
    )


def _register(path: Path) -> "tuple[Duty, ...]":
    """Return an own duty register, or stop with all its problems on stderr (exit 2)."""
    from samordning_graph.schema.duty_register import RegisterError, read_duties

    try:
        return read_duties(path)
    except RegisterError as error:
        for problem in error.problems:
            click.echo(problem_line(problem), err=True)
        click.echo(summary(error.problems), err=True)
        raise SystemExit(2) from error


def read_models(origin: DataSource, today: date, overlay: Path | None = None) -> "list[Model]":
    """Return every municipality of an origin, or stop with all problems on stderr (exit 2).

    Warnings go to stderr too, and do not stop. The rows of an overlay are laid over each.
    """
    models: list[Model] = []
    problems: list[Problem] = []
    for one, model in read_all(origin, today, overlay):
        problems.extend(one)
        if model is not None:
            models.append(model)
    for problem in problems:
        click.echo(problem_line(problem), err=True)
    stop_at_errors(problems)
    return sorted(models, key=lambda model: (model.municipality.number, model.path))


def read_all(
    origin: DataSource, today: date, overlay: Path | None = None
) -> "Iterator[tuple[list[Problem], Model | None]]":
    """Yield the problems and the model (None with errors) of each municipality of an origin."""
    from samordning_graph.input.overlay import overlaid
    from samordning_graph.input.read_source import read_source
    from samordning_graph.input.validate import validate

    for source in _sources(origin):
        if overlay is not None:
            source = overlaid(source, read_source(overlay))
        model = validate(source, today)
        yield source.problems.in_order(), model


def _sources(origin: DataSource) -> "Iterator[Source]":
    if origin.is_address:
        with connected(origin.text) as connection:
            from samordning_graph.property_graph.neo4j import read_back

            towns = read_back.municipalities(connection, origin.numbers)
            for town in with_progress(towns, mark("Reading"), len(towns)):
                yield read_back.read_source(connection, town)
        return
    from samordning_graph.input.read_source import read_source

    paths = paths_of(origin)
    for one in with_progress(paths, mark("Reading"), len(paths)):
        yield read_source(one)


def paths_of(origin: DataSource) -> list[Path]:
    """Return the municipalities of a path; none for an address, which is asked for them."""
    if origin.is_address:
        return []
    if origin.numbers:
        raise Failure(
            _(
                "--municipality chooses among those in a Neo4j database. Files are chosen by their"
                " path: give the folder or the file of the one that you want."
            )
        )
    from samordning_graph.input.read_source import municipality_paths

    return municipality_paths(origin.path)


def stop_at_errors(problems: "Sequence[Problem]") -> None:
    """Stop with a summary (exit 2) if any problem is an error."""
    if any(problem.is_error for problem in problems):
        click.echo(summary(problems), err=True)
        raise SystemExit(2)


def problem_line(problem: "Problem") -> str:
    """Return one problem as a line: where, code, what is wrong, what to do."""
    parts = (f"{problem.place}: {problem.kind.code}", problem.message, problem.suggestion)
    return " ".join(part for part in parts if part)


def summary(problems: "Sequence[Problem]") -> str:
    """Return how many problems there are in how many files, and that nothing was analysed."""
    errors = [problem for problem in problems if problem.is_error]
    places = {problem.place.file: problem.place.in_database for problem in errors}
    found = ngettext("{n} problem", "{n} problems", len(errors)).format(n=len(errors))
    where = (
        ngettext("in {n} municipality", "in {n} municipalities", len(places))
        if all(places.values())
        else ngettext("in {n} file", "in {n} files", len(places))
    ).format(n=len(places))
    return _("{found} {where}. Nothing was analysed.").format(found=found, where=where)


Item = TypeVar("Item")


def with_progress(items: Iterable[Item], what: str, count: int) -> Iterator[Item]:
    """Yield the items; after a second, say on a terminal's stderr how far it has come."""
    start = time.monotonic()
    shown = False
    for number, item in enumerate(items, start=1):
        if sys.stderr.isatty() and count > 1 and time.monotonic() - start > 1:
            shown = True
            click.echo(f"\r{_(what)} {number}/{count}", err=True, nl=False)
        yield item
    if shown:
        click.echo("", err=True)


def refuse_to_become_input(output: Path, origin: DataSource) -> None:
    """Stop if a workbook to be written would be read as a municipality the next time."""
    from samordning_graph.input.read_source import municipality_paths

    folder = output if output.is_dir() else output.parent
    if origin.is_address or not origin.path.is_dir() or not folder.exists():
        return
    if folder.samefile(origin.path) and municipality_paths(origin.path) != [origin.path]:
        raise Failure(
            _(
                "a workbook in {folder} would be read as a municipality the next time. Choose another"
                " folder with -o."
            ).format(folder=folder.as_posix())
        )


def refuse_to_overwrite_input(output: Path | None, origin: DataSource) -> None:
    """Stop if a file to be written is one that was read."""
    from samordning_graph.input.read_source import input_files

    if output is None or origin.is_address or not output.exists():
        return
    if any(output.samefile(one) for one in input_files(origin.path)):
        raise Failure(
            _("{file} is one of the files that are read. Choose another name with -o.").format(
                file=output.as_posix()
            )
        )
