"""Dates, numbers and names as the map writes them."""

import textwrap
from datetime import date

from samordning_graph.locale import _

LINE, LINES = 19, 3
"""How much of a name fits in a box: letters in a line, and lines."""


def day(when: date) -> str:
    """Return a date as people write it in the language in use."""
    # Translators: how a date is written, in the codes of strftime; Norwegian "%d.%m.%Y".
    return when.strftime(_("%Y-%m-%d"))


def number(value: float) -> str:
    """Return a number without decimals that say nothing.

    Examples
    --------
    >>> number(12.0), number(0.5)
    ('12', '0.5')
    """
    return f"{value:g}"


def label(name: str, width: int = LINE, lines: int = LINES) -> str:
    """Return a name broken into lines; what does not fit is `…` (the tooltip has all of it).

    Examples
    --------
    >>> label("Tjenesten for rus og psykisk helse")
    'Tjenesten for rus\\nog psykisk helse'
    """
    return "\n".join(
        textwrap.wrap(name, width, max_lines=lines, placeholder=" …", break_on_hyphens=True)
    )
