"""Where each name of the long table stands on a screen or sheet of any size.

The page does the same in `map/page/script/table_layout.js` whenever a window changes its size; both
are held to `tests/drawing/long_tables.json`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from samordning_graph.drawing.long_table import LongTable, SectorRows
from samordning_graph.drawing.placed_table import (
    FreeGap,
    PlacedPill,
    PlacedRow,
    PlacedSector,
    TableInput,
    TableLayout,
    TableNames,
    TableSize,
)
from samordning_graph.drawing.table_letters import (
    FEW_ROWS,
    PILL_PADDING,
    TableLetters,
    largest_letters,
)
from samordning_graph.drawing.text_width import Measure
from samordning_graph.drawing.wrapped_text import shortened, without_parenthesis, wrapped

SMALLEST_ROW = 20.0
LARGEST_ROW, LARGEST_ROW_OF_FEW = 56.0, 72.0
PAD = 10.0
"""Above the first row and below the last."""
BETWEEN_SECTORS = 0.5
"""In rows."""
SMALLEST_GAP, LARGEST_GAP, LARGEST_GAP_OF_FEW = 11.0, 46.0, 60.0
"""Between two arenas, where lines go under the spine."""
BESIDE_SPINE = 20.0
"""How far beside the arenas a line already runs straight: so it is seen to pass them."""
ROOM_FOR_MORE = 20.0
"""Below the spine, where it says how many arenas are left out."""


def lay_out(
    table: LongTable,
    names: TableNames,
    size: TableSize,
    measure: Measure,
    *,
    weights: Mapping[str, int] | None = None,
    are_few: bool = False,
    most_name_width: float | None = None,
) -> TableLayout:
    """Return where each name stands, in letters as large as the room allows.

    Parameters
    ----------
    table
        Who sits where. `table_folding.fold_table` sees to it that the rows have room.
    names
        What they are called.
    size
        The room for the picture, in pixels.
    measure
        How wide a text is.
    weights
        How much each arena matters: those of the least weight go where there is no room for all.
    are_few
        Whether these were chosen out of many, and may fill the picture.
    most_name_width
        The width of a name on one line where it is not a share of the picture, in pixels: on paper,
        which is narrow and high, long names take two lines.
    """
    given = TableInput(
        table=table,
        names=names,
        size=size,
        measure=measure,
        weights=weights or {},
        are_few=are_few,
        most_name_width=most_name_width,
    )
    units = max(_units(table.left), _units(table.right), 1)
    largest_row = LARGEST_ROW_OF_FEW if are_few or units < FEW_ROWS else LARGEST_ROW
    row_height = min(largest_row, (size.height - 2 * PAD) / units)
    letters = largest_letters(given, row_height, units)
    pills, gaps, left_out = _spine(given, letters)
    return TableLayout(
        size=size,
        row_height=row_height,
        font=letters.font,
        heading_font=letters.heading_font,
        arena_font=letters.arena_font,
        name_width=letters.name_width,
        heading_width=letters.heading_width,
        left=letters.left,
        right=size.width - letters.left,
        spine_left=size.width / 2 - letters.pill_width / 2 - BESIDE_SPINE,
        spine_right=size.width / 2 + letters.pill_width / 2 + BESIDE_SPINE,
        rows=dict(_rows(given, letters, row_height)),
        sectors=tuple(_sectors(given, letters, row_height)),
        pills=pills,
        gaps=gaps,
        arenas_left_out=left_out,
    )


def _units(column: Sequence[SectorRows]) -> float:
    """Return the height of a column, in rows."""
    return sum(sector.height for sector in column) + BETWEEN_SECTORS * max(0, len(column) - 1)


# Columns


def _tops(
    column: Sequence[SectorRows], height: float, row_height: float
) -> Iterator[tuple[SectorRows, float]]:
    """Yield each sector of a column with the y of its top; the column stands in the middle."""
    top = (height - _units(column) * row_height) / 2
    for sector in column:
        yield sector, top
        top += (sector.height + BETWEEN_SECTORS) * row_height


def _rows(
    given: TableInput, letters: TableLetters, row_height: float
) -> Iterator[tuple[str, PlacedRow]]:
    names, width = given.names, given.size.width
    uses = Counter(without_parenthesis(names.nodes[key]) for key in given.table.rows())
    for side, column in given.table.columns.items():
        for sector, top in _tops(column, given.size.height, row_height):
            for i, key in enumerate(sector.rows):
                is_bold, name = key in names.strong, names.nodes[key]
                bare = without_parenthesis(name)
                choices = (name, bare) if uses[bare] == 1 else (name,)
                lines = _lines_of_name(given.measure, choices, letters, row_height, is_bold)
                yield (
                    key,
                    PlacedRow(
                        side=side,
                        x=letters.left if side == "left" else width - letters.left,
                        y=top + (i + 0.5) * row_height,
                        width=max(given.measure(line, letters.font, is_bold) for line in lines),
                        lines=lines,
                        is_bold=is_bold,
                    ),
                )


def _lines_of_name(
    measure: Measure,
    choices: Sequence[str],
    letters: TableLetters,
    row_height: float,
    is_bold: bool,
) -> tuple[str, ...]:
    """Return a name as it stands in its row: whole, without its parenthesis, on two lines or cut."""
    width, font = letters.name_width, letters.font
    for name in choices:
        if measure(name, font, is_bold) <= width:
            return (name,)
    if row_height >= 2.3 * font:
        return wrapped(choices[-1], width, font, measure, most=2, is_bold=is_bold)
    return (shortened(choices[-1], width, font, measure, is_bold=is_bold),)


def _sectors(given: TableInput, letters: TableLetters, row_height: float) -> Iterator[PlacedSector]:
    leading = 1.1 * letters.heading_font
    for side, column in given.table.columns.items():
        for sector, top in _tops(column, given.size.height, row_height):
            height = sector.height * row_height
            most = max(1, min(3, int((height + BETWEEN_SECTORS * row_height) / leading)))
            yield PlacedSector(
                sector=sector.sector,
                side=side,
                top=top,
                bottom=top + height,
                lines=wrapped(
                    given.names.sectors[sector.sector],
                    letters.heading_width + 4,
                    letters.heading_font,
                    given.measure,
                    most=most,
                    is_bold=True,
                ),
                folded=sector.folded,
                folded_at=top + (sector.height - 0.5) * row_height,
            )


# The spine


def _spine(
    given: TableInput, letters: TableLetters
) -> tuple[dict[str, PlacedPill], tuple[FreeGap, ...], int]:
    """Return the arenas that have room, the gaps around them, and how many are left out."""
    font, width = letters.arena_font, letters.pill_width
    lines = {
        arena: wrapped(given.names.nodes[arena], width - PILL_PADDING, font, given.measure, most=3)
        for arena in given.table.arenas
    }
    # `sum` adds otherwise from Python 3.12 on, and the picture would be another one.
    heights = {arena: len(of_name) * font * 1.18 + 8 for arena, of_name in lines.items()}
    shown, gap, left_out = _with_room(given, heights)
    below = ROOM_FOR_MORE if left_out else 0
    filled = fsum(heights[arena] for arena in shown) + gap * (len(shown) + 1)
    y = (given.size.height - below - filled) / 2
    pills, gaps = {}, []
    for arena in shown:
        gaps.append(FreeGap(y + gap / 2, gap))
        y += gap
        pills[arena] = PlacedPill(
            x=given.size.width / 2,
            y=y + heights[arena] / 2,
            width=width,
            height=heights[arena],
            lines=lines[arena],
        )
        y += heights[arena]
    gaps.append(FreeGap(y + gap / 2, gap))
    return pills, tuple(gaps), left_out


def _with_room(given: TableInput, heights: Mapping[str, float]) -> tuple[list[str], float, int]:
    """Return the arenas that fit, the height of the gaps around them, and how many are left out."""
    shown, left_out = list(given.table.arenas), given.table.arenas_left_out
    largest = LARGEST_GAP_OF_FEW if given.are_few else LARGEST_GAP
    while True:
        below = ROOM_FOR_MORE if left_out else 0
        filled = fsum(heights[arena] for arena in shown)
        gap = min(largest, (given.size.height - 2 * PAD - below - filled) / (len(shown) + 1))
        if gap >= SMALLEST_GAP or not shown:
            return shown, gap, left_out
        # Of equals, the last: the first stands at the top, where reading begins.
        shown.remove(min(reversed(shown), key=lambda arena: given.weights.get(arena, 0)))
        left_out += 1
