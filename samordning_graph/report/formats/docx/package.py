"""The package: a zip file of parts, what each part is, and the properties of the document.

The same document is the same file: nothing says when or on which machine it was written.
"""

import zipfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from samordning_graph.common.locale import LANGUAGES, current_language
from samordning_graph.report.formats.docx.element import (
    NAMESPACES_OF_PICTURES,
    as_part,
    as_xml,
    element,
)
from samordning_graph.report.formats.docx.page import foot

FOOT = "footer"
"""By this name the document asks for the foot of its pages."""
_PARTS_OF_DOCUMENT = ("styles", "numbering", "settings", FOOT)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
_WORD_2013 = 15
"""The newest way of laying out that Word has; a document of an older one opens as an old one."""


def write_package(path: Path, document: Element, numbering: Element, title: str) -> None:
    """Write a document, in the language in use, with its numbered lists and its title."""
    language = LANGUAGES[current_language()].word_tag
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {
                "document": (f"{_RELATIONSHIP}/officeDocument", "word/document.xml"),
                "properties": (
                    f"{_PACKAGE}/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            }
        ),
        "docProps/core.xml": _properties(title, language),
        "word/_rels/document.xml.rels": _relationships(
            {name: (f"{_RELATIONSHIP}/{name}", f"{name}.xml") for name in _PARTS_OF_DOCUMENT}
        ),
        "word/document.xml": as_part(document, NAMESPACES_OF_PICTURES),
        "word/styles.xml": _styles(language),
        "word/numbering.xml": as_part(numbering),
        "word/settings.xml": as_part(_settings(language)),
        f"word/{FOOT}.xml": as_part(foot()),
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            # An entry that is told no time is from 1980, whenever it is written.
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _content_types() -> bytes:
    types = {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in _PARTS_OF_DOCUMENT}
    types["/word/document.xml"] = f"{_WORD}.document.main+xml"
    types["/docProps/core.xml"] = _PROPERTIES
    root = Element("Types", xmlns=f"{_PACKAGE}/content-types")
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    SubElement(root, "Default", Extension="rels", ContentType=relationships)
    SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name, content_type in types.items():
        SubElement(root, "Override", PartName=name, ContentType=content_type)
    return as_xml(root)


def _relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    root = Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for name, (kind, target) in targets.items():
        SubElement(root, "Relationship", Id=name, Type=kind, Target=target)
    return as_xml(root)


def _properties(title: str, language: str) -> bytes:
    root = Element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
    )
    for name, value in (("title", title), ("creator", "samordning"), ("language", language)):
        SubElement(root, f"dc:{name}").text = value
    return as_xml(root)


def _styles(language: str) -> bytes:
    styles = resources.files(__package__).joinpath("styles.xml").read_text(encoding="utf-8")
    return styles.replace("LANGUAGE", language).encode()


def _settings(language: str) -> Element:
    layout = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    return element("settings", element("compat", layout), element("themeFontLang", val=language))
