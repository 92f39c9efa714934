"""XML read from beginning to end, without a tree: the parts of a workbook may be large."""

from collections.abc import Callable, Mapping
from typing import IO, NoReturn
from xml.parsers import expat

Attributes = Mapping[str, str]


class EntitiesError(ValueError):
    """The XML declares entities, which no spreadsheet program writes and which may be a bomb."""


def read_xml(
    stream: IO[bytes],
    start: Callable[[str, Attributes, str], None],
    end: Callable[[str, str], None],
) -> None:
    """Call `start` and `end` for each element, by its local name, whatever its namespace.

    Both get the text since the mark before. Attributes keep their namespace: `uri}name`.

    Raises
    ------
    EntitiesError
        If entities are declared.
    ValueError
        If it is not well-formed XML.
    """
    text: list[str] = []
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def on_start(name: str, attributes: Attributes) -> None:
        before = "".join(text)
        text.clear()
        start(name.rpartition("}")[2], attributes, before)

    def on_end(name: str) -> None:
        inside = "".join(text)
        text.clear()
        end(name.rpartition("}")[2], inside)

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = text.append
    parser.EntityDeclHandler = _refuse_entities
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error


def _refuse_entities(*_declaration: object) -> NoReturn:
    raise EntitiesError


def named(attributes: Attributes, local_name: str) -> str:
    """Return an attribute by its local name, with or without a namespace; empty without it."""
    if local_name in attributes:
        return attributes[local_name]
    ending = "}" + local_name
    return next((value for name, value in attributes.items() if name.endswith(ending)), "")


def ignore_start(_name: str, _attributes: Attributes, _text: str) -> None:
    """Do nothing where an element begins."""


def ignore_end(_name: str, _text: str) -> None:
    """Do nothing where an element ends."""
