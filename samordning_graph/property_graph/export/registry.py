"""The formats of an export. Light: the module of a format is imported when it writes."""

from collections.abc import Mapping
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

    def write_to_path(self, contents: "Contents", path: Path) -> None:
        """Write a file or a folder, which is put in place when it is complete."""
        from samordning_graph.common.atomic_write import (
            write_folder_atomically,
            write_text_atomically,
        )

        put_in_place = write_folder_atomically if self.is_folder else write_text_atomically
        put_in_place(path, partial(self.write, contents))


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
