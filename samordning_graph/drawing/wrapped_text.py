"""Names that fit a width: on several lines, or cut."""

import re
from collections.abc import Iterable

from samordning_graph.drawing.text_width import Measure

ELLIPSIS = "…"


def without_parenthesis(name: str) -> str:
    """Return a name without the parenthesis it ends with.

    Examples
    --------
    >>> without_parenthesis("Fjordby DPS (oppdiktet)")
    'Fjordby DPS'
    """
    return re.sub(r"\s*\([^()]*\)$", "", name) or name


def shortened(
    text: str, width: float, font: float, measure: Measure, *, is_bold: bool = False
) -> str:
    """Return a text that fits into a width, ending with «…» where it was cut."""
    if measure(text, font, is_bold) <= width:
        return text
    kept = text
    while kept and measure(kept + ELLIPSIS, font, is_bold) > width:
        kept = kept[:-1].rstrip()
    return kept + ELLIPSIS


def wrapped(
    text: str,
    width: float,
    font: float,
    measure: Measure,
    *,
    most: int,
    is_bold: bool = False,
) -> tuple[str, ...]:
    """Return a text on at most so many lines, broken between words, each no wider than a width."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and measure(longer, font, is_bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    fitting = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return tuple(shortened(each, width, font, measure, is_bold=is_bold) for each in fitting)


def widest_word(
    texts: Iterable[str], font: float, measure: Measure, *, is_bold: bool = False
) -> float:
    """Return the width of the widest word in some texts; 0 where there are none."""
    return max((measure(word, font, is_bold) for text in texts for word in text.split()), default=0)
