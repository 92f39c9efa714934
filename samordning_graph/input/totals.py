"""Totals and notes that people write under a table by hand."""

import re
from collections.abc import Iterable, Sequence

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
_LONGEST_LABEL = 80
"""Letters of a label with its figure. A pattern looks at a text of colons and spaces again from each."""
_FEWEST_SUMMED = 2
_LABEL_AND_FIGURE = re.compile(r"(?P<label>\D+?)[:=\s]+[\d\s.,]+$")
_TOTALS_OF = re.compile(
    r"(?:(?:sum|antall|antal|totalt?|i alt|til ?sammen|til saman|number of|total number of)\b[^\d=]*"
    r"[:=\s]*(?P<last>[\d\s.,]*)|(?P<first>\d+) \w+(?: (?:totalt|i alt|til ?sammen|in all))?)$",
    re.IGNORECASE,
)
"""«Sum møter:», «Antall arenaer: 2» and «2 enheter»: totals only if the figures fit what is above."""
_NOTE = re.compile(r"(?:kilder?|kjelder?|sources?|merk|notes?|fotnote)\s*:\s*\S", re.IGNORECASE)


def is_totals(cells: Iterable[str]) -> bool:
    """Return whether a row, without white space at the ends, is a label of totals, and beside it nothing but figures.

    Examples
    --------
    >>> is_totals(["Sum:", "", "14"]), is_totals(["Total", "helse"]), is_totals(["", "14"])
    (True, False, False)
    >>> is_totals(["I alt: 3"])
    True
    """
    filled = [text for text in cells if text]
    if not filled:
        return False
    label = filled[0]
    if len(label) <= _LONGEST_LABEL and (with_figure := _LABEL_AND_FIGURE.match(label)):
        label = with_figure["label"]
    return is_label_of_totals(label) and all(map(_is_figure, filled[1:]))


def is_label_of_totals(text: str) -> bool:
    """Return whether a text is «Sum», «I alt» and the like."""
    return fold(text.rstrip(":. ")) in _LABELS


def are_totals_of(cells: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    """Return whether a row has nothing but sums, or counts, of what stands above in its columns.

    A label may stand before them, or around a count of the rows.

    Examples
    --------
    >>> are_totals_of(["", "3"], [["A", "1"], ["B", "2"]]), are_totals_of(["", "4"], [["A", "1"]])
    (True, False)
    >>> [are_totals_of([text], [["A"], ["B"]]) for text in ("Antall arenaer: 2", "2 team", "Team 2")]
    [True, True, False]
    """
    above = [row for row in above if any(row)]
    filled = _without_label([(index, text) for index, text in enumerate(cells) if text])
    if len(above) < _FEWEST_SUMMED or not all(_is_figure(text) for _index, text in filled):
        return False
    # Formulas that were not worked out may be names.
    return any(text[0] != "=" for _index, text in filled) and all(
        text[0] == "="
        or _is_sum_or_count(text, [row[index] if index < len(row) else "" for row in above])
        for index, text in filled
    )


def _without_label(filled: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the filled cells of a row with the figure of its label in the place of the label, if it has one."""
    first = filled[0][1] if filled else ""
    if len(first) > _LONGEST_FIGURE or _is_figure(first) or not (label := _TOTALS_OF.match(first)):
        return filled
    figure = (label["first"] or label["last"] or "").strip()
    return [(filled[0][0], figure), *filled[1:]] if figure else filled[1:]


def _is_sum_or_count(text: str, above: Sequence[str]) -> bool:
    filled = [number for number in map(str.strip, above) if number]
    try:
        figure = _number(text)
        return figure in (len(above), len(filled)) or figure == sum(map(_number, filled))
    except ValueError:
        return False


def _number(text: str) -> float:
    return float(text.replace(" ", "").replace(",", "."))


def is_note(cells: Iterable[str]) -> bool:
    """Return whether a row is one cell with a note: «Kilde: …»."""
    filled = [text for text in cells if text]
    return len(filled) == 1 and bool(_NOTE.match(filled[0]))


def _is_figure(text: str) -> bool:
    return len(text) <= _LONGEST_FIGURE and bool(_FIGURE.match(text))
