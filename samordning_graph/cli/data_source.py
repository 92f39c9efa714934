"""From a PATH on the command line to the data of municipalities."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import click

from samordning_graph.cli.neo4j_connection import connected
from samordning_graph.cli.output import quoted
from samordning_graph.cli.problems import report_how_many, report_problems
from samordning_graph.cli.progress import with_progress
from samordning_graph.cli.translated_click import Decorated, Failure, option
from samordning_graph.common.locale import _, mark
from samordning_graph.common.shown_path import shown_path

if TYPE_CHECKING:
    from samordning_graph.input.path_contents import PathContents
    from samordning_graph.input.record import Source
    from samordning_graph.schema.model import Model
    from samordning_graph.schema.problem import Problem

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class DataSource(NamedTuple):
    """Where the data are: a path as it was written, or the address of a Neo4j server.

    `numbers` are the municipalities that are wanted of those in a database; all without any. With
    `merge` the files of one municipality become one.
    """

    text: str
    numbers: tuple[str, ...] = ()
    merge: bool = False

    @property
    def is_address(self) -> bool:
        """Whether it is an address: `neo4j://…`, or one of another kind, which is refused later."""
        return _ADDRESS.match(self.text) is not None

    @property
    def shown(self) -> str:
        """How it is named in what is handed out."""
        return self.text if self.is_address else shown_path(self.path)

    @property
    def path(self) -> Path:
        """The file or folder, when it is no address."""
        return Path(self.text)


def path_argument(function: Decorated) -> Decorated:
    """Declare the PATH of a command, --municipality and --merge: its one `data_source`."""

    @wraps(function)
    def with_data_source(
        path: str, municipality: tuple[str, ...], merge: bool, **arguments: Any
    ) -> object:
        return function(data_source=DataSource(path, municipality, merge), **arguments)

    number_option = option(
        "--municipality",
        multiple=True,
        metavar="NUMBER",
        help_message=mark("With PATH a Neo4j address: only this municipality (may be repeated)."),
    )
    merge_option = option(
        "--merge",
        is_flag=True,
        help_message=mark(
            "Make one municipality of the files under PATH that have its number, such as the answers"
            " of several units."
        ),
    )
    argument = click.argument("path", type=click.Path())
    return cast("Decorated", argument(number_option(merge_option(with_data_source))))


# Reading


def read_models(
    data_source: DataSource,
    today: date,
    overlay: Path | None = None,
    *,
    warnings_in_short: bool = False,
) -> "list[Model]":
    """Return every municipality of a data source, or stop with all problems on stderr (exit 2).

    Warnings go to stderr too, and do not stop; in short, those about one municipality alone are
    counted in a line. The rows of an overlay are laid over each.
    """
    models: list[Model] = []
    problems: list[Problem] = []
    counted: list[Problem] = []
    for problems_of_one, model in read_all(data_source, today, overlay):
        (counted if warnings_in_short and model is not None else problems).extend(problems_of_one)
        if model is not None:
            models.append(model)
    report_problems(problems)
    report_how_many(counted, quoted("samordning", "check", data_source.text))
    return sorted(models, key=lambda model: (model.municipality.number, model.path))


def read_one_model(data_source: DataSource, today: date, overlay: Path | None = None) -> "Model":
    """Return the only municipality of a data source, or stop with one clear message."""
    models = read_models(data_source, today, overlay)
    if len(models) > 1:
        raise Failure(
            _("{path} holds many municipalities. Give one of them.").format(path=data_source.text)
        )
    return models[0]


def read_all(
    data_source: DataSource, today: date, overlay: Path | None = None
) -> "Iterator[tuple[list[Problem], Model | None]]":
    """Yield the problems and the model (None with errors) of each municipality.

    What concerns none of them alone comes last, without a model.
    """
    from samordning_graph.input.merge import shared_numbers
    from samordning_graph.input.overlay import overlaid
    from samordning_graph.input.read_source import read_source
    from samordning_graph.input.validate import validate

    beside: Sequence[Problem] = ()
    numbers: list[tuple[str, str]] = []
    for source in _sources(data_source):
        beside = source.beside
        if overlay is not None:
            source = overlaid(source, read_source(overlay))
        model = validate(source, today)
        problems = source.problems.in_order()
        if model is not None:
            numbers.append((model.municipality.number, model.path))
            if overlay is not None:
                problems = _without_stronger_roles(problems, model)
        yield problems, model
    yield [*beside, *shared_numbers(numbers)], None


def _without_stronger_roles(problems: "Sequence[Problem]", model: "Model") -> "list[Problem]":
    """Leave out that a row repeats a participation with a stronger role: what if it had that one.

    `suggest` invites those who are listed as observers, or come when they are called.
    """
    from samordning_graph.graph.participation import PARTICIPATION_ROLES
    from samordning_graph.schema.tables import Participation
    from samordning_graph.schema.warning_kinds import REPEATED

    earlier: dict[tuple[str, str], int] = {}
    raised = set()
    for row in model.all(Participation):
        seat, strength = (row.actor, row.arena), PARTICIPATION_ROLES.index(row.role or "member")
        if strength < earlier.get(seat, -1):
            raised.add(row.place)
        earlier[seat] = min(strength, earlier.get(seat, strength))
    return [
        problem for problem in problems if problem.kind != REPEATED or problem.place not in raised
    ]


def _sources(data_source: DataSource) -> "Iterator[Source]":
    if data_source.is_address:
        if data_source.merge:
            raise Failure(_("--merge is for files: a database holds each municipality once."))
        with connected(data_source.text) as connection:
            from samordning_graph.property_graph.neo4j import read_back

            municipalities = read_back.municipalities(connection, data_source.numbers)
            for municipality in with_progress(municipalities, _("Reading"), len(municipalities)):
                yield read_back.read_source(connection, municipality)
        return
    from samordning_graph.input.merge import merged
    from samordning_graph.input.read_source import read_source

    contents = contents_of(data_source)
    sources = (
        read_source(path, data_source.path)
        for path in with_progress(
            contents.municipalities, _("Reading"), len(contents.municipalities)
        )
    )
    for source in merged(list(sources), data_source.shown) if data_source.merge else sources:
        source.beside = contents.beside
        yield source


def contents_of(data_source: DataSource) -> "PathContents":
    """Return the municipalities of a path, and what lies beside them."""
    if data_source.numbers:
        raise Failure(
            _(
                "--municipality chooses among those in a Neo4j database. Files are chosen by their"
                " path: give the folder or the file of the one that you want."
            )
        )
    from samordning_graph.input.path_contents import path_contents

    return path_contents(data_source.path)


def refuse_shared_number(models: "Sequence[Model]", message: str) -> None:
    """Stop with a message (`count`, `number`, `paths`) if models have a number in common."""
    from samordning_graph.schema.model import sharing_a_number

    if sharing := sharing_a_number(models):
        raise Failure(
            message.format(
                count=len(sharing),
                number=sharing[0].municipality.number,
                paths=", ".join(model.path for model in sharing),
            )
        )


# What must not be written


def refuse_to_become_input(output: Path, data_source: DataSource) -> None:
    """Stop if a workbook to be written would be read as a municipality the next time."""
    from samordning_graph.input.path_contents import path_contents

    folder = output if output.is_dir() else output.parent
    if data_source.is_address or not data_source.path.is_dir() or not folder.exists():
        return
    municipalities = path_contents(data_source.path).municipalities
    folder = folder.resolve()
    is_inside = folder.is_relative_to(data_source.path.resolve())
    if is_inside and not any(
        folder.is_relative_to(municipality.resolve()) for municipality in municipalities
    ):
        raise Failure(
            _(
                "a workbook in {folder} would be read as a municipality the next time. Choose another"
                " folder with -o."
            ).format(folder=folder.as_posix())
        )


def refuse_to_overwrite_input(output: Path | None, data_source: DataSource) -> None:
    """Stop if a file to be written is one that was read."""
    from samordning_graph.input.path_contents import input_files

    if output is None or data_source.is_address or not output.exists():
        return
    if any(output.samefile(file) for file in input_files(data_source.path)):
        raise Failure(
            _("{file} is one of the files that are read. Choose another name with -o.").format(
                file=output.as_posix()
            )
        )
