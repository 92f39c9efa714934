"""A rule's page: the docstring of its module as headings and paragraphs."""

from collections.abc import Iterator
from typing import NamedTuple


class PageSection(NamedTuple):
    """A heading of a page with its paragraphs, each one line of English."""

    heading: str
    paragraphs: tuple[str, ...]


def title(page: str) -> str:
    """Return what the first line says after «CODE slug:», without the full stop."""
    return page.partition("\n")[0].partition(": ")[2].rstrip(".")


def parts(page: str) -> Iterator[PageSection]:
    """Yield the parts of a page: a heading stands at the margin, its paragraphs are indented."""
    heading = ""
    paragraphs: list[list[str]] = []
    for line in page.splitlines()[1:]:
        if line.strip() and not line.startswith(" "):
            if heading:
                yield _part(heading, paragraphs)
            heading, paragraphs = line.strip(), [[]]
        elif not line.strip():
            paragraphs.append([])
        else:
            paragraphs[-1].append(line.strip())
    if heading:
        yield _part(heading, paragraphs)


def _part(heading: str, paragraphs: list[list[str]]) -> PageSection:
    return PageSection(heading, tuple(" ".join(lines) for lines in paragraphs if lines))
