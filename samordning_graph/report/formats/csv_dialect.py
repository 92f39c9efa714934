"""CSV as Excel in Norway opens it: `;` between cells, UTF-8 with its mark, and no formulas."""

import csv

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a file is UTF-8."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class NorwegianCsv(csv.excel):
    """The dialect of Excel where the comma is the decimal mark."""

    delimiter = ";"


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula.

    Examples
    --------
    >>> escape_formula("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
