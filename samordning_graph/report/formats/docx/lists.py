"""Lists: what stands before their items, and that each numbered list begins at 1."""

from xml.etree.ElementTree import Element

from samordning_graph.report.formats.docx.element import element

_BULLETS, _NUMBERS = 1, 2
"""The numberings of the styles of items, by which Word goes on with a list; also of their kinds."""
_INDENT = 360
"""Twips."""


class NumberedLists:
    """The numbered lists of a document. In Word, all lists of one numbering are one list."""

    def __init__(self) -> None:
        self._last = _NUMBERS

    def begin(self) -> int:
        """Return the numbering of a new list, which begins at 1."""
        self._last += 1
        return self._last

    def part(self) -> Element:
        """Return the part with every numbering that has been begun."""
        begun = range(_NUMBERS + 1, self._last + 1)
        return element(
            "numbering",
            _kind(_BULLETS, "ListBullet", "bullet", "•"),
            _kind(_NUMBERS, "ListNumber", "decimal", "%1."),
            _numbering(_BULLETS, _BULLETS),
            _numbering(_NUMBERS, _NUMBERS),
            *(_numbering(number, _NUMBERS, _from_one()) for number in begun),
        )


def _kind(number: int, style: str, format_name: str, sign: str) -> Element:
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=format_name),
        element("pStyle", val=style),
        element("lvlText", val=sign),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=_INDENT, hanging=_INDENT)),
        ilvl=0,
    )
    return element(
        "abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=number
    )


def _numbering(number: int, kind: int, *changes: Element) -> Element:
    return element("num", element("abstractNumId", val=kind), *changes, numId=number)


def _from_one() -> Element:
    return element("lvlOverride", element("startOverride", val=1), ilvl=0)
