"""Elements of WordprocessingML and DrawingML, and the part of a package that a root element is.

Names stand with the prefix that they get in the file, and every root declares the prefixes: so an
element is read here as it is written there.
"""

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element, tostring

_NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010"
NAMESPACES_OF_PICTURES = {
    "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xmlns:wp": f"{_DRAWING}/wordprocessingDrawing",
    "xmlns:a": f"{_DRAWING}/main",
    "xmlns:wpg": f"{_WORD_2010}/wordprocessingGroup",
    "xmlns:wps": f"{_WORD_2010}/wordprocessingShape",
}
"""Declared by a document too, and by no other part."""


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element with attributes and children, in the order that they are given.

    Word refuses a file whose children stand in another order than in the schema (ECMA-376).

    Examples
    --------
    >>> tostring(element("pPr", element("keepNext"), element("jc", val="right")))
    b'<w:pPr><w:keepNext /><w:jc w:val="right" /></w:pPr>'
    """
    made = Element(f"w:{tag}", {f"w:{name}": str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


def named(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element of another vocabulary, by its name with its prefix; its attributes have none.

    Examples
    --------
    >>> tostring(named("a:off", x=0, y=7))
    b'<a:off x="0" y="7" />'
    """
    made = Element(tag, {name: str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


def hex_of(colour: str) -> str:
    """Return a colour as a Word file has it.

    Examples
    --------
    >>> hex_of("#14496f")
    '14496F'
    """
    return colour.removeprefix("#").upper()


def as_part(root: Element, further: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return a root element of WordprocessingML as the content of a part, with further namespaces."""
    root.attrib |= _NAMESPACES | dict(further)
    return as_xml(root)


def as_xml(root: Element) -> bytes:
    """Return a root element that declares its namespaces itself as the content of a part."""
    content: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return content
