"""The blocks of a document: headings, paragraphs, lists, tables and findings in sentences."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from samordning_graph.drawing.marks import Drawing


class Heading(NamedTuple):
    """A heading of level 1 to 3; one that `opens_page` begins on a new page of paper."""

    level: int
    text: str
    opens_page: bool = False


class Paragraph(NamedTuple):
    """A paragraph; `quiet` ones are remarks."""

    text: str
    quiet: bool = False


class Message(NamedTuple):
    """What the back of a room should read; `lead` is the number that stands out, if there is one."""

    lead: str
    rest: str

    @property
    def text(self) -> str:
        """The whole of it."""
        return f"{self.lead} {self.rest}".strip()


class Bullets(NamedTuple):
    """A list; `numbered` ones are in order of importance."""

    items: tuple[str, ...]
    numbered: bool = False


class TableBlock(NamedTuple):
    """A table with one header row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Sentences(NamedTuple):
    """A finding or a pair in the words of the meeting: (what it is, sentence) in order."""

    title: str
    lines: tuple[tuple[str, str], ...]


class Bar(NamedTuple):
    """A bar of three parts with its name, and the figures in words.

    The parts are drawn full, empty and hatched: what is there, what is not, and what nobody knows.
    """

    label: str
    parts: tuple[int, int, int]
    figure: str


class Bars(NamedTuple):
    """Small multiples: a title, and under each name its bars, all on one scale."""

    caption: str
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]


class FiguresBar(NamedTuple):
    """A bar in true proportion: what is documented, what is not, and what nobody knows, in words."""

    parts: tuple[int, int, int]
    texts: tuple[str, str, str]

    @property
    def text(self) -> str:
        """The figures in words, those of nothing too."""
        return " · ".join(self.texts)


class Picture(NamedTuple):
    """A picture that is drawn when a format that has pictures asks for it; no other pays for it.

    Of nothing to show, `draw` returns None, and of too much a drawing that is only a caption.
    """

    draw: "Callable[[], Drawing | None]"


class HeatCell(NamedTuple):
    """A cell of a heat map: its text, and its value from 0 to 1 (None: unknown)."""

    text: str
    value: float | None


class Heat(NamedTuple):
    """A heat map: a header, and rows of (name, cells, remark). Never read by colour alone."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...], str], ...]

    @property
    def plain(self) -> tuple[TableBlock, Bullets]:
        """The same without colours: the cells as a table, and under it the remarks."""
        rows = tuple((name, *(cell.text for cell in cells)) for name, cells, _remark in self.rows)
        remarks = (f"{name}: {remark}" for name, _cells, remark in self.rows if remark)
        return TableBlock(self.caption, self.header[:-1], rows), Bullets(tuple(remarks))


ACROSS = 8
"""Names that find room side by side as columns."""


class Matrices(NamedTuple):
    """Small multiples of a symmetric heat map: one order of names and one scale in all.

    Each is a name and the lower half, the diagonal too: row *n* has a cell for the names up to *n*.
    `scale` says how to read the colours, where there are any.
    """

    caption: str
    scale: str
    corner: str
    order: tuple[str, ...]
    each: tuple[tuple[str, tuple[tuple[HeatCell, ...], ...]], ...]

    @property
    def plain(self) -> Iterator[TableBlock]:
        """The same without colours: a row for two names, and the multiples side by side."""
        for start in range(0, len(self.each), ACROSS):
            shown = self.each[start : start + ACROSS]
            rows = (
                (f"{self.order[j]} – {self.order[i]}", *(half[i][j].text for _name, half in shown))
                for j in range(len(self.order))
                for i in range(j, len(self.order))
                if any(half[i][j].value is not None for _name, half in self.each)
            )
            yield TableBlock(
                self.caption, (self.corner, *(name for name, _half in shown)), tuple(rows)
            )


Block = (
    Heading
    | Message
    | Paragraph
    | Bullets
    | TableBlock
    | Sentences
    | FiguresBar
    | Bars
    | Picture
    | Heat
    | Matrices
)
