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


Block = Heading | Paragraph | Bullets | Table | Sentences
