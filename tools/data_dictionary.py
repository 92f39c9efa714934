"""Writes docs/data-dictionary.md from the schema: `python -m tools.data_dictionary`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from samordning_graph.common.locale import in_language
from samordning_graph.schema.tables import TABLES, TIES, Column, columns
from samordning_graph.schema.vocabulary import word_lists

FILE = Path(__file__).parent.parent / "docs" / "data-dictionary.md"


def dictionary() -> str:
    """Return the data dictionary as Markdown."""
    with in_language("en"):
        return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield (
        "Generated from `samordning_graph/schema/tables.py` by `make fresh`; a test keeps it fresh. A"
        " table or a column is written with its name or its Norwegian word; case, `_`, `-` and"
        " spaces do not matter. **r** = required. `;` = several values, separated by `;`."
    )
    yield ""
    yield "## Tables"
    for table in TABLES:
        yield ""
        yield f"### `{table.table}` – {table.sheet}"
        yield ""
        label = f" Node label: `{table.label}` ({table.label_nb})." if table.label else ""
        yield f"{table.meaning}{label}{' Needed to begin.' if table.needed else ''}"
        yield ""
        yield "| column | Norwegian | holds | meaning |"
        yield "|---|---|---|---|"
        for column in columns(table):
            yield f"| `{column.name}` | {column.nb} | {_holds(column)} | {column.meaning} |"
    yield from _ties()
    yield from _words()


def _holds(column: Column) -> str:
    what = str(column.takes)
    if column.words:
        what = f"word of *{column.words}*"
    if column.refers_to:
        what = "reference to " + " or ".join(f"`{label}`" for label in column.refers_to)
    if column.tie:
        what += f" → `{column.tie}`"
    return f"{what}{' ;' if column.many else ''}{' **r**' if column.required else ''}"


def _ties() -> Iterator[str]:
    yield ""
    yield "## Ties"
    yield ""
    yield "| tie | Norwegian | from | to | properties |"
    yield "|---|---|---|---|---|"
    for tie_type in TIES:
        direction = "" if tie_type.directed else " (undirected)"
        yield (
            f"| `{tie_type.tie}`{direction} | {tie_type.nb} | {', '.join(tie_type.from_labels)} |"
            f" {', '.join(tie_type.to_labels)} | {', '.join(tie_type.properties)} |"
        )


def _words() -> Iterator[str]:
    yield ""
    yield "## Word lists"
    yield ""
    yield (
        "A cell takes a word by id or name, in Norwegian or English. Sectors, actor types, target"
        " groups and tasks can be added to in the table `vocabulary` (Ordliste). An own word that"
        " shares its id or its name with a word below is that word. An id, and then a name in"
        " `vocabulary`, is read before the names below."
    )
    for name, words in sorted(word_lists().items()):
        yield ""
        yield f"### {name}"
        yield ""
        yield "| id | Norwegian | English | also |"
        yield "|---|---|---|---|"
        for word in words.values():
            yield f"| `{word.id}` | {word.nb} | {word.en} | {', '.join(word.aliases)} |"


def main() -> int:
    """Write the file."""
    FILE.write_text(dictionary(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
