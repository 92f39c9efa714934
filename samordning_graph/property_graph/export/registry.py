"""The formats of an export. Light: the module of a format is imported when it writes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from samordning_graph.property_graph.export.contents import Contents


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format. `module` of this package has `write(contents, target)`.

    The target is a text stream or, for a format that is a folder of files, the path of an empty
    folder. Such a format has no suffix.
    """

    name: str
    suffix: str
    module: str
    is_folder: bool = False

    def write(self, contents: "Contents", target: TextIO | Path) -> None:
        """Write some municipalities to a target."""
        module = import_module(f"samordning_graph.property_graph.export.{self.module}")
        module.write(contents, target)

    @property
    def is_written_on(self) -> bool:
        """Whether it has comments, so that it can be seen that somebody has changed a file."""
        return not self.is_folder and self.name != "json"

    def write_to_path(
        self, contents: "Contents", path: Path, check: Callable[[Path], None]
    ) -> None:
        """Write a file or a folder, put in place when it is complete and `check` has seen the file."""
        from samordning_graph.common.atomic_write import (
            write_atomically,
            write_folder_atomically,
            write_text,
        )
        from samordning_graph.common.seal import seal

        def fill(temporary: Path) -> None:
            write_text(temporary, partial(self.write, contents))
            if self.is_written_on:
                seal(temporary, self.name)
            check(temporary)

        if self.is_folder:
            write_folder_atomically(path, partial(self.write, contents))
        else:
            write_atomically(path, fill)


FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        export_format.name: export_format
        for export_format in (
            ExportFormat("graphml", ".graphml", "graphml"),
            ExportFormat("gexf", ".gexf", "gexf"),
            ExportFormat("csv", "", "neo4j_csv", is_folder=True),
            ExportFormat("json", ".json", "node_link_json"),
            ExportFormat("cypher", ".cypher", "cypher_script"),
        )
    }
)
"""By name, in the order in which the command lists them."""
