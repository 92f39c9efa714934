"""What a report is laid out from: headings, paragraphs, lists, tables and told findings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `quiet` ones are remarks."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `numbered` ones are in order of importance."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A finding or a pair in the words of the meeting: (what it is, sentence) in order."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 1 with its name and the figure in words."""

    label: str
    share: float
    figure: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Small multiples: a title, and under each name its bars, all on one scale."""

    caption: str
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat map: what it says, and its value from 0 to 1 (None: nothing known)."""

    text: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat map: a header, and rows of (name, cells, remark). Never read by colour alone."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...], str], ...]

    @property
    def plain(self) -> tuple[Table, Bullets]:
        """The same without colours: the cells as a table, and under it the remarks."""
        rows = tuple((name, *(cell.text for cell in cells)) for name, cells, _remark in self.rows)
        remarks = (f"{name}: {remark}" for name, _cells, remark in self.rows if remark)
        return Table(self.caption, self.header[:-1], rows), Bullets(tuple(remarks))


Block = Heading | Paragraph | Bullets | Table | Sentences | Bars | Heat
