"""Where the output of a command goes, and in which format: `--format`, `-o`, the screen."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial, wraps
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, cast

import click

from samordning_graph.cli.translated_click import Decorated, Failure, option
from samordning_graph.common.digest_beside import forget, is_known_to_be_changed, remember
from samordning_graph.common.locale import _, mark, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.shown_path import printable
from samordning_graph.common.text import unique_stem
from samordning_graph.report.formats.registry import FORMATS, Format, Writer

if TYPE_CHECKING:
    from samordning_graph.report.blocks import Block

PATH = click.Path(path_type=Path)
_UNSEALED = ("csv", "json")
"""Formats in which no comment can stand: a file is known by what it begins with."""
_STANDARD_OUTPUT = Path("-")
_OTHER_NAMES_OF_IT = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


class Output(NamedTuple):
    """A format, and the file to write; the screen without one.

    With `force`, a file is replaced though somebody has written in it.
    """

    format: Format
    path: Path | None = None
    force: bool = False

    def write(self, blocks: "Iterable[Block]", data: Mapping[str, Writer] | None = None) -> None:
        """Write a document of blocks, or in a format of `data` what its writer writes."""
        if data is not None and self.format.name in data:
            self.fill(data[self.format.name])
        elif self.path is None and self.format.is_for_terminal and sys.stdout.isatty():
            from samordning_graph.report.formats import terminal

            terminal.show(blocks)
        else:
            self.fill(partial(self.format.write_blocks, blocks))

    def fill(self, write: Writer) -> None:
        """Let `write` fill the file or the screen."""
        if self.path is None:
            if self.format.is_text:
                with standard_output(self.format) as stream:
                    write(stream)
            else:
                self._fill_pipe(write)
            return
        self.save(self.path, write)
        report_written(self.path)

    def _fill_pipe(self, write: Writer) -> None:
        """Let `write` fill a file that is no text, and send it to whoever reads standard output."""
        with tempfile.TemporaryDirectory(prefix="samordning-") as folder:
            file = Path(folder) / f"utdata{self.format.suffix}"
            self.format.write_file(file, write)
            sys.stdout.flush()
            with file.open("rb") as content:
                shutil.copyfileobj(content, sys.stdout.buffer)

    def save(self, path: Path, write: Writer) -> None:
        """Let `write` fill a file in this format, if nothing is lost by it."""
        self.refuse_to_lose(path)
        check = partial(before_it_is_replaced, path, self.format.name, force=self.force)
        with translating_os_errors(path):
            self.format.write_file(path, write, check)
        if not self.format.is_written_on:
            remember(path)

    def refuse_to_lose(self, *files: Path) -> None:
        """Stop if a file would be replaced in which somebody has written, or that is not ours."""
        for file in files:
            if self.would_lose(file):
                raise _lost(file)

    def would_lose(self, file: Path) -> bool:
        """Return whether a file would be replaced in which somebody has written, or that is not ours."""
        if self.force:
            return False
        return _is_written_in(file) if self.format.is_written_on else is_known_to_be_changed(file)


def refuse_to_lose(*files: Path) -> None:
    """Stop if any of these is a file that is not as it was written here."""
    for file in files:
        if _is_written_in(file):
            raise _lost(file)


def refuse_to_lose_of_folder(files: Iterable[Path]) -> None:
    """Stop because of files that would be lost and whose names in their folder nobody chooses."""
    names = [file.as_posix() for file in files]
    if names:
        raise Failure(
            ngettext(
                "{files} is not as samordning wrote it: what somebody has written there would be lost."
                " Give it another name or move it, choose another folder, or replace it with --force.",
                "{files} are not as samordning wrote them: what somebody has written there would be"
                " lost. Give them other names or move them, choose another folder, or replace them"
                " with --force.",
                len(names),
            ).format(files=listed(names))
        )


def refuse_what_is_in_the_way(folder: Path, files: Iterable[Path]) -> None:
    """Stop if a file lies where a folder must be, or a folder where one of its files must be."""
    files = [*files]
    for path in dict.fromkeys(part for file in files for part in (file.parent, *file.parents)):
        if path.exists() and not path.is_dir() and (path == folder or folder in path.parents):
            raise Failure(
                _(
                    "{path} is a file, and a folder must be there. Give it another name or move it, or"
                    " choose another folder."
                ).format(path=path.as_posix())
            )
    for file in files:
        if file.is_dir():
            raise Failure(
                _(
                    "{path} is a folder, and a file must be there. Give it another name or move it, or"
                    " choose another folder."
                ).format(path=file.as_posix())
            )


def _is_written_in(file: Path) -> bool:
    from samordning_graph.common.seal import is_as_written

    return file.is_file() and not is_as_written(file)


def refuse_to_lose_data(*paths: Path, passed_over: Sequence[str] = ()) -> None:
    """Stop if any of these is data that were written here, and that somebody has changed since.

    Of a folder, the files that are `passed_over` may have changed.
    """
    for path in paths:
        if is_known_to_be_changed(path, *passed_over):
            raise _lost(path)


def _lost(path: Path) -> Failure:
    return Failure(
        _(
            "{file} is not as samordning wrote it: what somebody has written there would"
            " be lost. Choose another name, such as «{free}», or replace it with --force."
        ).format(file=path.as_posix(), free=free_name(path))
    )


def before_it_is_replaced(file: Path, format_name: str, new: Path, *, force: bool) -> None:
    """Stop if `new` may not take the place of a file; otherwise the digest of the file is let go."""
    refuse_other_data(file, format_name, new, force=force)
    if format_name in _UNSEALED:
        forget(file)


def refuse_other_data(file: Path, format_name: str, new: Path, *, force: bool) -> None:
    """Stop if a file of data for programs would be replaced by `new` that is no earlier one of it."""
    from samordning_graph.common.seal import is_of_the_kind_of

    if force or format_name not in _UNSEALED or not file.is_file():
        return
    if not is_of_the_kind_of(file, new, format_name):
        raise Failure(
            _(
                "{file} holds other data than samordning writes there, and they would be lost."
                " Choose another name, such as «{free}», or replace it with --force."
            ).format(file=file.as_posix(), free=free_name(file))
        )


# Options


class OutputPath(click.Path):
    """The name of a file to write; `-` for every name of standard output."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - as click has it
        """Return the path, if a file may be written there."""
        path = super().convert("-" if str(value) in _OTHER_NAMES_OF_IT else value, param, ctx)
        refuse_pipe(Path(os.fsdecode(path)))
        return path


def refuse_pipe(path: Path) -> None:
    """Stop if a name is that of a pipe or a disk: one would wait for a reader, one would be lost.

    `>(gzip > r.gz)` of the shell is a pipe that has a reader, and /dev/null takes all.
    """
    if (path.is_fifo() and path.parent.name != "fd") or path.is_socket() or path.is_block_device():
        raise Failure(
            _("{file} is a device or a pipe, not a file. Choose another name.").format(
                file=path.as_posix()
            )
        )


def is_screen(output: Path) -> bool:
    """Return whether -o names standard output, and a person sees it rather than a program."""
    return file_named(output) is None and sys.stdout.isatty()


def file_named(output: Path | None) -> Path | None:
    """Return the file that -o names; None if it is standard output, as it is without -o."""
    return None if output == _STANDARD_OUTPUT else output


def output_options(
    *names: str,
    format_help: str = mark("Format; by default that of the name after -o, otherwise text."),
    output_help: str = mark("Write to a file instead of the screen."),
    folder: str = "",
) -> Callable[[Decorated], Decorated]:
    """Declare `--format` and `-o`; the command gets them as one `output`.

    `names` are keys of `FORMATS`; the first is the format when nothing says another. `folder` is the
    argument of an option that may take the place of -o: files of the format are written there.
    """

    def declare(function: Decorated) -> Decorated:
        @wraps(function)
        def with_output(
            format_name: str | None, output: Path | None, force: bool, **arguments: Any
        ) -> object:
            has_folder = bool(folder) and arguments[folder] is not None
            format_ = chosen_format(names, format_name, output, has_folder=has_folder)
            return function(output=Output(format_, file_named(output), force), **arguments)

        declared = output_option(output_help)(force_option(with_output))
        return cast("Decorated", format_option(names, help_message=format_help)(declared))

    return declare


def format_option(
    names: Sequence[str], *, help_message: str, **settings: Any
) -> Callable[[Decorated], Decorated]:
    """Declare `--format`; the command gets it as `format_name`."""
    return option(
        "--format",
        "format_name",
        type=click.Choice(names),
        help_message=help_message,
        **settings,
    )


def output_option(help_message: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Declare `-o`; the command gets it as `output`."""
    return option(
        "-o", "--output", type=OutputPath(), metavar="FILE", help_message=help_message, **settings
    )


force_option = option(
    "--force",
    is_flag=True,
    help_message=mark("Replace a file though somebody has written in it, or it is not ours."),
)


def chosen_format(
    names: Sequence[str], chosen: str | None, output: Path | None, *, has_folder: bool = False
) -> Format:
    """Return the format asked for, else that of the output's name, else the first.

    With a folder to write files to, a format that is no text needs no output.
    """
    formats = [FORMATS[name] for name in names]
    if chosen is not None:
        format_ = FORMATS[chosen]
        has_file = output is not None and not is_screen(output)
        if not format_.is_text and not has_file and not (has_folder and output is None):
            raise Failure(
                _(
                    "{format} is a file, not text for the screen: say where to write it, with -o."
                ).format(format=chosen)
            )
        return format_
    suffix = output.suffix.lower() if output else ""
    if not suffix:
        return formats[0]
    for format_ in formats:
        if format_.suffix == suffix:
            return format_
    raise Failure(
        _("no format is written to files that end in {suffix}. Known: {known}.").format(
            suffix=suffix, known=", ".join(format_.suffix for format_ in formats)
        )
    )


# Names


def free_name(path: Path) -> str:
    """Return the name beside a file that is not taken: «møte-2.docx»."""
    taken = {other.stem for other in path.parent.glob("*") if other.suffix == path.suffix}
    return unique_stem(path.stem, taken) + path.suffix


def check_command(file: Path) -> str:
    """Return the command that checks a file, as the shell of this machine takes it."""
    name = str(file)
    return quoted("samordning", "check", f".{os.sep}{name}" if name.startswith("-") else name)


def quoted(*words: object) -> str:
    """Return a command as the shell of this machine takes it."""
    parts = [str(word) for word in words]
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(parts)
    from shlex import join

    return join(parts)


# Files and the screen


@contextmanager
def translating_os_errors(path: Path) -> Iterator[None]:
    """Turn a file that cannot be written into one clear message."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise Failure(_("the name is too long: {file}").format(file=path.as_posix())) from error
        raise Failure(
            _(
                "{file} cannot be written ({reason}). Is the folder there, and is the file closed in"
                " other programs?"
            ).format(file=path.as_posix(), reason=os_reason(error))
        ) from error


def report_written(path: Path) -> None:
    """Say on stderr what was written."""
    click.echo(_("Written: {path}").format(path=printable(path.as_posix())), err=True)


@contextmanager
def standard_output(format_: Format) -> Iterator[TextIO]:
    """Give stdout in the encoding of the terminal for people, and in UTF-8 for programs."""
    if format_.is_for_terminal:
        yield sys.stdout
        return
    with utf8_output() as stream:
        yield stream


@contextmanager
def utf8_output() -> Iterator[TextIO]:
    """Give stdout in UTF-8, whatever the terminal speaks, with line ends as they are written."""
    sys.stdout.flush()
    stream = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    try:
        yield stream
        stream.flush()
    finally:
        with suppress(OSError):  # it is told by the flush above
            stream.detach()
