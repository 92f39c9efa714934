"""Writes text into the cells of a workbook, so that nothing in it is run as a formula."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

_MAX_CHARACTERS = 32_767
"""Characters that a cell of Excel holds."""
_FORMULA_STARTS = ("=", "+", "-", "@")


def write_as_text(cell: "Cell | MergedCell", text: str) -> None:
    """Write a text into a cell; what it does not hold is cut."""
    fits = len(text) <= _MAX_CHARACTERS
    cell.value = text if fits else text[: _MAX_CHARACTERS - 1] + "…"
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA_STARTS)
