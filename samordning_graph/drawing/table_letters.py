"""How large the letters of the long table can be, and the widths that follow from it, in pixels."""

from dataclasses import dataclass, replace

from samordning_graph.drawing.placed_table import PORT, TableInput
from samordning_graph.drawing.wrapped_text import widest_word

SMALLEST_FONT = 14.0
"""Nobody reads less on a projector."""
LARGEST_FONT, LARGEST_FONT_OF_FEW = 24.0, 28.0
LARGEST_HEADING, LARGEST_ARENA_FONT, LARGEST_ARENA_FONT_OF_FEW = 18.0, 18.0, 22.0
FONT_STEP = 0.5
FEW_ROWS, SOME_ROWS = 10, 14
MARGIN, STRIPE = 12.0, 14.0
"""Outside a heading, and between it and its rows."""
SHARE_OF_NAMES, SHARE_OF_FEW_NAMES = 0.212, 0.27
"""Of the width, for the names of a column."""
SHARE_OF_CHANNELS = 0.17
"""Of the width, for lines on both sides of the spine."""
PILL_PADDING = 46.0
SMALLEST_PILL, LARGEST_PILL, LARGEST_PILL_OF_FEW = 90.0, 232.0, 300.0
BOTH_CHANNELS = 160.0
"""Never less than this for lines on both sides of the spine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLetters:
    """Sizes of letters, widths, and `left`, the x of the marks of the left column."""

    font: float
    heading_font: float
    arena_font: float
    name_width: float
    heading_width: float
    left: float
    pill_width: float


def largest_letters(given: TableInput, row_height: float, units: float) -> TableLetters:
    """Return the largest letters in which the names fit and lines have room.

    `units` is the height of the taller column in rows.
    """
    is_free = given.are_few or units < SOME_ROWS
    share = SHARE_OF_FEW_NAMES if is_free else SHARE_OF_NAMES
    width_of_names = given.most_name_width or given.size.width * share
    largest = LARGEST_FONT_OF_FEW if given.are_few or units < FEW_ROWS else LARGEST_FONT
    font = min(max(SMALLEST_FONT, row_height * 0.6), largest)
    while True:
        widest = _widest_name(given, font)
        letters = _letters_of(given, font, min(width_of_names, widest))
        channels = given.size.width - 2 * letters.left - letters.pill_width
        fits = widest <= width_of_names and channels >= given.size.width * SHARE_OF_CHANNELS
        if fits or font <= SMALLEST_FONT:
            return _with_channels(given, letters)
        font = max(SMALLEST_FONT, font - FONT_STEP)


def _widest_name(given: TableInput, font: float) -> float:
    names = given.names
    return max(
        (given.measure(names.nodes[key], font, key in names.strong) for key in given.table.rows()),
        default=0,
    )


def _letters_of(given: TableInput, font: float, width_of_names: float) -> TableLetters:
    """Return the widths for a size of letters."""
    table, names, width = given.table, given.names, given.size.width
    heading_font = min(max(SMALLEST_FONT, 0.9 * font), LARGEST_HEADING)
    largest_arena_font = LARGEST_ARENA_FONT_OF_FEW if given.are_few else LARGEST_ARENA_FONT
    arena_font = min(max(SMALLEST_FONT, 0.92 * font), largest_arena_font)
    headings = [names.sectors[sector.sector] for sector in (*table.left, *table.right)]
    heading_width = min(
        max(96, width * 0.075), widest_word(headings, heading_font, given.measure, is_bold=True)
    )
    name_width = 6 + width_of_names
    left = MARGIN + heading_width + STRIPE + name_width + PORT
    arenas = [names.nodes[arena] for arena in table.arenas]
    least = widest_word(arenas, arena_font, given.measure) + PILL_PADDING
    largest_pill = LARGEST_PILL_OF_FEW if given.are_few else LARGEST_PILL
    return TableLetters(
        font=font,
        heading_font=heading_font,
        arena_font=arena_font,
        name_width=name_width,
        heading_width=heading_width,
        left=left,
        pill_width=max(least, min(largest_pill, (width - 2 * left) * 0.4)),
    )


def _with_channels(given: TableInput, letters: TableLetters) -> TableLetters:
    """Return the same with room for lines: names are cut rather than lines squeezed between them."""
    room = given.size.width - 2 * letters.left
    lacking = max(0.0, SMALLEST_PILL + BOTH_CHANNELS - room) / 2
    return replace(
        letters,
        name_width=letters.name_width - lacking,
        left=letters.left - lacking,
        pill_width=max(SMALLEST_PILL, min(letters.pill_width, room - BOTH_CHANNELS)),
    )
