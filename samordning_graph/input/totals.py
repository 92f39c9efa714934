"""The row of totals that people write under a table by hand."""

import re
from collections.abc import Iterable

from samordning_graph.common.text import fold

_LABELS = frozenset(
    {
        *("sum", "summen", "summer", "delsum", "total", "totalt", "totalen", "sum totalt"),
        *("totalsum", "i alt", "til sammen", "tilsammen", "til saman", "samlet", "samla"),
        *("sum i alt", "totalt antall", "antall totalt", "sum antall", "antall"),
        *("totals", "grand total", "subtotal", "in all", "altogether"),
    }
)
_FIGURE = re.compile(r"=|[-+]?[\d\s.,%]+$")
"""A number, or a formula that was not worked out."""
_LONGEST_FIGURE = 40


def is_totals(cells: Iterable[str]) -> bool:
    """Return whether a row, without white space at the ends, is a label of totals, and beside it nothing but figures.

    Examples
    --------
    >>> is_totals(["Sum:", "", "14"]), is_totals(["Total", "helse"]), is_totals(["", "14"])
    (True, False, False)
    """
    filled = [text for text in cells if text]
    return (
        bool(filled)
        and fold(filled[0].rstrip(":. ")) in _LABELS
        and all(map(_is_figure, filled[1:]))
    )


def _is_figure(text: str) -> bool:
    return len(text) <= _LONGEST_FIGURE and bool(_FIGURE.match(text))
