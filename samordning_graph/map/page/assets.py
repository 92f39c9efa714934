"""The scripts and styles of the page: vis-network from pyvis, and our own."""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from samordning_graph.map.vis_network import vis_network

FOLDER = Path(__file__).parent
SCRIPTS = (
    "data",
    "text",
    "dom",
    "state",
    "chain",
    "aim_chain",
    "filter",
    "focus",
    "finding_location",
    "matters",
    "decisions",
    "files",
    "word_forms",
    "search",
    "show_hidden",
    "table_filter",
    "arrow_keys",
    "table_text",
    "style",
    "svg_text",
    "long_table",
    "wrapped_text",
    "table_letters",
    "table_layout",
    "table_routes",
    "symbols",
    "panning",
    "vis_options",
    "focus_layers",
    "table_order",
    "table_scene",
    "table_marks",
    "mark_painter",
    "table_hits",
    "table_canvas",
    "network",
    "aim_drawing",
    "grid",
    "tabs",
    "legend",
    "status",
    "evidence",
    "node_actions",
    "panel_content",
    "panel",
    "drawer",
    "way_sentence",
    "caption",
    "pair_list",
    "table_key",
    "hidden_list",
    "unsaved_guard",
    "role_check",
    "decision_form",
    "agenda_list",
    "pair_picture",
    "matter_view",
    "minutes",
    "meeting",
    "swipe",
    "projector_steps",
    "projector_slides",
    "projector",
    "toolbar",
    "menu",
    "go_to_node",
    "announcer",
    "search_box",
    "keyboard",
    "step_back",
    "tables",
    "sheet_parts",
    "grid_drawing",
    "table_sheet",
    "sheet",
    "export_dialog",
    "main",
)
"""Our modules, in the order of the page; only the last one does anything when it is loaded."""
_IMPORT = re.compile(r'^import [^;]*? from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async|function|const|class)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/)[\s\S])*\*/|//.*)[ \t]*\n", re.MULTILINE)
"""A comment that has its lines to itself: for those who read the modules, not the page."""
_TYPE = re.compile(r"/\*\* @(?:type|param) (?:(?!\*/).)*\*/ ?")
"""The type of what follows on the same line."""
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
"""What a reader needs to see the shape of a text, and a browser does not."""
_STYLE_SPACE = re.compile(r"/\*(?:(?!\*/)[\s\S])*\*/|\s*(?=[{}])|(?<=[{};])\s+")
"""Comments of styles, and spaces around braces and after semicolons: none stands in a text there."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the page, trusted."""

    text: Markup
    is_module: bool = False


@dataclass(frozen=True, slots=True)
class Assets:
    """Scripts and styles in the order of the page, trusted, and the policy that allows only them."""

    scripts: tuple[Script, ...]
    styles: tuple[Markup, ...]

    @property
    def policy(self) -> str:
        """The Content-Security-Policy: nothing is fetched, and nothing else runs."""
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {_hashes(script.text for script in self.scripts)}",
                f"style-src {_hashes(self.styles)}",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


def assets() -> Assets:
    """Return the scripts and styles of the page."""
    return Assets(
        scripts=(Script(Markup(vis_network())), Script(joined(), is_module=True)),
        styles=(Markup(_STYLE_SPACE.sub("", _text(FOLDER / "template" / "page.css"))),),
    )


def joined() -> Markup:
    """Return our modules as one: a module in a page cannot import another one without a network.

    Imports between them are dropped, and so is `export`: a name means the same in all modules. Nor
    are there comments, types or indents: no text in the modules goes over more than one line.
    """
    modules = (_text(FOLDER / "script" / f"{name}.js") for name in SCRIPTS)
    return Markup("\n").join(Markup(_code(text)) for text in modules)


def _code(text: str) -> str:
    plain = _TYPE.sub("", _COMMENT.sub("", text))
    return _INDENT.sub("", _EXPORT.sub("", _IMPORT.sub("", plain)))


def _text(file: Path) -> Markup:
    """Return a file as a browser sees it: line feeds alone, or the hash would not fit."""
    return Markup(file.read_text(encoding="utf-8").replace("\r\n", "\n"))


def _hashes(texts: Iterable[Markup]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
