"""Elements of WordprocessingML, and the part of a package that a root element is.

Names stand with the prefix that they get in the file, and every root declares the prefixes: so an
element is read here as it is written there.
"""

from xml.etree.ElementTree import Element, tostring

_NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


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


def as_part(root: Element) -> bytes:
    """Return a root element of WordprocessingML as the content of a part."""
    root.attrib |= _NAMESPACES
    return as_xml(root)


def as_xml(root: Element) -> bytes:
    """Return a root element that declares its namespaces itself as the content of a part."""
    content: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return content
