"""Reads GraphML and GEXF as they are written in the wild.

networkx reads neither an older GEXF, nor one with ties of both kinds, nor a GraphML whose keys lie
inside the graph, as Gephi's own examples and many published files are. So the names of the elements
are all that is asked for here, in any namespace and version. Colours and positions are left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.common.locale import _
from samordning_graph.input.foreign.raw_table import ForeignNetworkError, RawTable, raw_table

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOTS = ("graphml", "gexf")
_ID_OF_A_TIE = "id"
_MAX_DIGITS = 6


def read_xml(path: Path) -> list[RawTable]:
    """Return the nodes and the ties of a GraphML or GEXF file.

    Raises
    ------
    ForeignNetworkError
        If the file is neither, damaged, or declares entities.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException

    try:
        network = _XmlNetwork(path)
    except DefusedXmlException as error:
        raise ForeignNetworkError(
            _("{file}: the file declares XML entities, and is refused.").format(file=path.name)
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ForeignNetworkError(
            _("{file}: the file is damaged: {reason}.").format(file=path.name, reason=error)
        ) from error
    return [
        raw_table(f"{path.name}: nodes", network.nodes, holds_ties=False),
        raw_table(f"{path.name}: edges", network.edges, holds_ties=True),
    ]


class _XmlNetwork:
    """Reads a file in one pass and forgets each element when it has been read."""

    def __init__(self, path: Path) -> None:
        from defusedxml.ElementTree import iterparse

        self.nodes: list[dict[str, str]] = []
        self.edges: list[dict[str, str]] = []
        self.titles: dict[tuple[str, str], str] = {}  # (scope, id of the attribute) → its name
        self.in_order: dict[str, list[str]] = defaultdict(list)
        root = ""
        scope = ""
        for event, element in iterparse(str(path), events=("start", "end")):
            name = _local(element)
            if event == "start":
                root = root or name
                if root not in _ROOTS:
                    raise ForeignNetworkError(
                        _(
                            "{file}: this is XML, but neither GraphML nor GEXF. Save the network as"
                            " one of them, or as a table."
                        ).format(file=path.name)
                    )
                if name == "attributes":
                    scope = element.get("class", "")
                continue
            if name == "key":
                title = element.get("attr.name") or element.get("id", "")
                self.titles[element.get("for", "all"), element.get("id", "")] = title
            elif name == "attribute":
                self.titles[scope, element.get("id", "")] = element.get("title", "")
                self.in_order[scope].append(element.get("title", ""))
            elif name in ("node", "edge"):
                rows = self.nodes if name == "node" else self.edges
                rows.append(dict(self._cells(name, element)))
                element.clear()

    def _cells(self, scope: str, element: "Element") -> Iterator[tuple[str, str]]:
        """Yield (name, text) of what stands on a node or a tie; what it is called comes last."""
        for name, text in element.attrib.items():
            if scope == "node" or name != _ID_OF_A_TIE:
                yield _without_namespace(name), text
        for inner in element.iter():
            kind = _local(inner)
            if kind == "data":
                if not len(inner):
                    yield self._title(scope, inner.get("key", "")), inner.text or ""
            elif kind == "attvalue":
                attribute = inner.get("for") or inner.get("id") or ""
                yield self._title(scope, attribute), inner.get("value", "")
            elif kind in ("NodeLabel", "EdgeLabel"):  # as yEd draws it
                yield "label", "".join(inner.itertext())

    def _title(self, scope: str, attribute: str) -> str:
        for where in (scope, "all", ""):
            if (where, attribute) in self.titles:
                return self.titles[where, attribute]
        # An older Gephi numbers the attributes by their order where it uses them.
        in_order = self.in_order[scope]
        is_number = attribute.isdecimal() and len(attribute) < _MAX_DIGITS
        return (
            in_order[int(attribute)] if is_number and int(attribute) < len(in_order) else attribute
        )


def _local(element: "Element") -> str:
    return _without_namespace(str(element.tag))


def _without_namespace(name: str) -> str:
    return name.rpartition("}")[2]
