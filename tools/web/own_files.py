"""The program's own files that the page needs."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LEFT_OUT = (
    "samordning_graph/cli/",
    "samordning_graph/property_graph/neo4j/",
    "samordning_graph/property_graph/query/",
    "samordning_graph/web/page.py",
    "samordning_graph/web/script/",
    "samordning_graph/web/template/",
    "samordning_graph/web/texts.py",
)
"""What needs a terminal, a server or an engine, and what the page itself is made of."""
_SUFFIXES = (".py", ".j2", ".css", ".js", ".csv", ".xml", ".json", ".yaml", ".mo")
EXAMPLE = "eksempel/eksempel.xlsx"


def own_files() -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each."""
    for file in sorted((ROOT / "samordning_graph").rglob("*")):
        name = file.relative_to(ROOT).as_posix()
        if file.suffix in _SUFFIXES and not name.startswith(_LEFT_OUT):
            yield (
                name,
                file.read_bytes().replace(b"\r\n", b"\n")
                if file.suffix != ".mo"
                else file.read_bytes(),
            )
    yield f"samordning_graph/data/{EXAMPLE}", (ROOT / "data" / EXAMPLE).read_bytes()
