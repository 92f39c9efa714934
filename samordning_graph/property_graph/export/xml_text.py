"""What GraphML and GEXF have in common: text that XML can hold, and the types of attributes."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from samordning_graph.property_graph.export.contents import PropertyType, cell, type_of_property

_TYPES = {PropertyType.YES_NO: "boolean", PropertyType.WHOLE: "long", PropertyType.NUMBER: "double"}


def text(value: Any) -> str:  # noqa: ANN401 - whatever an attribute holds
    """Return a value as the text of an element.

    >>> text("A & <B>")
    'A &amp; &lt;B&gt;'
    """
    return escape(cell(value))


def quoted(value: Any) -> str:  # noqa: ANN401 - whatever an attribute holds
    """Return a value as that of an XML attribute, quotes included.

    >>> print(quoted('the "B" & A'))
    'the "B" &amp; A'
    """
    return quoteattr(cell(value))


def filled(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes that are not empty."""
    return {name: value for name, value in attributes.items() if cell(value)}


def xml_type_of(attribute: str) -> str:
    """Return what both formats call the type of an attribute.

    >>> xml_type_of("population"), xml_type_of("directed"), xml_type_of("sector")
    ('long', 'boolean', 'string')
    """
    return (
        "boolean" if attribute == "directed" else _TYPES.get(type_of_property(attribute), "string")
    )
