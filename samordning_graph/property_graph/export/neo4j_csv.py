"""A folder of CSV files for `neo4j-admin database import`, with headers, and what to do with it.

One file for each kind of node and of tie that there is, and one that makes constraints and indexes
after the import.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from samordning_graph.common.locale import _, ngettext
from samordning_graph.property_graph.constraints import label_set, script
from samordning_graph.property_graph.export.contents import (
    Contents,
    PropertyType,
    cell,
    names_in_use,
    type_of_property,
)
from samordning_graph.property_graph.export.cypher_script import NOTE_WHEN
from samordning_graph.property_graph.rows import Properties

README = "README.txt"
AFTER_IMPORT = "after-import.cypher"
_EXPORTED = re.compile(r"(nodes-[A-Za-z]+|relationships-[A-Z_]+)\.csv|import\.report")
_HEADERS = {
    PropertyType.TEXT: "{}",
    PropertyType.TEXTS: "{}:string[]",
    PropertyType.YES_NO: "{}:boolean",
    PropertyType.WHOLE: "{}:long",
    PropertyType.NUMBER: "{}:double",
}


def write(contents: Contents, folder: Path) -> None:
    """Write the files of some municipalities into an empty folder."""
    nodes = names_in_use(contents.nodes(), lambda node: node.label)
    with _tables(folder / "nodes-{}.csv", (":LABEL",), nodes) as rows:
        for node in contents.nodes():
            labels = label_set(node.label).replace(":", ";")
            rows[node.label]([labels, *_cells(node.properties, nodes[node.label])])
    ties = names_in_use(contents.ties(), lambda tie: tie.type)
    with _tables(folder / "relationships-{}.csv", (":START_ID", ":END_ID", ":TYPE"), ties) as rows:
        for tie in contents.ties():
            ends = (tie.from_key, tie.to_key, tie.type)
            rows[tie.type]([*ends, *_cells(tie.properties, ties[tie.type])])
    (folder / AFTER_IMPORT).write_text(script() + NOTE_WHEN, encoding="ascii")
    (folder / README).write_text(_readme(contents, folder), encoding="utf-8")


def may_be_replaced(folder: Path) -> bool:
    """Tell whether there is nothing, an empty folder or an earlier export at a path."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    foreign = {name for name in names - {README, AFTER_IMPORT} if not _EXPORTED.fullmatch(name)}
    return not names or (AFTER_IMPORT in names and not foreign)


@contextmanager
def _tables(
    path: Path, first: Sequence[str], names: Mapping[str, Sequence[str]]
) -> Iterator[Mapping[str, Callable[[Sequence[str]], object]]]:
    """Yield, for each group, a function that writes a row to its file. The headers are written."""
    with ExitStack() as files:
        rows = {}
        for group, properties in names.items():
            file = path.with_name(path.name.format(group))
            stream = files.enter_context(file.open("w", encoding="utf-8", newline=""))
            rows[group] = csv.writer(stream, lineterminator="\n").writerow
            rows[group]([*first, *map(_header, properties)])
        yield rows


def _header(name: str) -> str:
    """Return the header of a column; the key is what relationships find nodes by.

    >>> _header("key"), _header("tasks"), _header("sector")
    ('key:ID', 'tasks:string[]', 'sector')
    """
    return "key:ID" if name == "key" else _HEADERS[type_of_property(name)].format(name)


def _cells(properties: Properties, names: Sequence[str]) -> Iterator[str]:
    """Yield the cells of a row; the importer makes no property of an empty one."""
    return (cell(properties[name]) if name in properties else "" for name in names)


def _readme(contents: Contents, folder: Path) -> str:
    files = " ".join(
        f"--{kind}=./{file.name}"
        for kind in ("nodes", "relationships")
        for file in sorted(folder.glob(f"{kind}-*.csv"))
    )
    count = len(contents.models)
    paragraphs = (
        ngettext(
            "The coordination graph of {n} municipality, for Neo4j 5 or newer.",
            "The coordination graph of {n} municipalities, for Neo4j 5 or newer.",
            count,
        ).format(n=count),
        _(
            "1. Stop the server. The database must be empty or not there. Run this in this folder"
            " (neo4j-admin lies in the folder bin of Neo4j):"
        ),
        # The database before the files, and files with a folder: 5.26 and 2026 each want one of them.
        f"neo4j-admin database import full neo4j {files}",
        _("2. Start the server, and make the constraints and indexes:"),
        f"cypher-shell -f {AFTER_IMPORT}",
        _(
            "After that «samordning neo4j status» tells what is there, and «samordning neo4j load"
            " PATH» brings it up to date."
        ),
    )
    return "\n\n".join(paragraphs) + "\n"
