"""The formats of documents and data. Light: a format is imported when it writes."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from samordning_graph.report.blocks import Block

Target = Any
"""What a writer fills: a text stream, or the path of a file in a format that is no text."""
Writer = Callable[[Target], None]


class Many(Enum):
    """What the reports of many municipalities become."""

    ONE_FILE = auto()
    """One table or one document."""
    IN_SEQUENCE = auto()
    """One after the other on the screen, a file each in a folder."""
    FOLDER = auto()
    """A file each in a folder, and nothing else."""


class Format(NamedTuple):
    """A format.

    `module` of this package lays out the blocks of any document (`write(blocks, target)`); a format
    without one holds data, which each command writes in its own way.
    """

    name: str
    suffix: str
    module: str | None
    many: Many
    is_text: bool = True
    is_written_on: bool = False
    """Whether people write on it, so that a file that they have changed is theirs."""
    is_for_terminal: bool = False
    """Whether a terminal gets it laid out by rich, and a pipe in the encoding of the terminal."""

    @property
    def lays_out_blocks(self) -> bool:
        """Whether any document of blocks can be written in it."""
        return self.module is not None

    def write_blocks(self, blocks: "Iterable[Block]", target: Target) -> None:
        """Write a document to a text stream, or to a path if the format is no text."""
        import_module(f"samordning_graph.report.formats.{self.module}").write(blocks, target)

    def write_file(
        self, path: Path, write: Writer, check: Callable[[Path], None] = lambda _new: None
    ) -> None:
        """Let `write` fill a file, which is put in place when it is whole and `check` has seen it."""
        from samordning_graph.common.atomic_write import write_atomically
        from samordning_graph.common.seal import seal

        def fill(temporary: Path) -> None:
            self.write_unsealed(temporary, write)
            if self.is_written_on:
                seal(temporary, self.name)
            check(temporary)

        write_atomically(path, fill)

    def write_unsealed(self, path: Path, write: Writer) -> None:
        """Let `write` fill a file that nobody will write on: it becomes part of another."""
        from samordning_graph.common.atomic_write import write_text

        if self.is_text:
            write_text(path, write)
        else:
            write(path)


def _text(name: str) -> Format:
    return Format(
        name, ".txt", "plain_text", Many.IN_SEQUENCE, is_written_on=True, is_for_terminal=True
    )


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format_.name: format_
        for format_ in (
            _text("text"),
            _text("table"),
            Format("md", ".md", "markdown", Many.IN_SEQUENCE, is_written_on=True),
            Format("html", ".html", "html", Many.FOLDER, is_written_on=True),
            Format(
                "docx", ".docx", "docx.document", Many.FOLDER, is_text=False, is_written_on=True
            ),
            Format("xlsx", ".xlsx", None, Many.FOLDER, is_text=False, is_written_on=True),
            Format("csv", ".csv", None, Many.ONE_FILE),
            Format("json", ".json", None, Many.ONE_FILE),
            Format("yaml", ".yaml", None, Many.ONE_FILE, is_written_on=True),
        )
    }
)
"""By name. `table` is the text of an answer to a query."""
