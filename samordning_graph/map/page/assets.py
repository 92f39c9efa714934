"""What the page is made from: its templates, vis-network from pyvis, and our scripts and styles."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from samordning_graph.common.page_scripts import hash_sources, joined_modules, style_sheet
from samordning_graph.map.vis_network import vis_network

if TYPE_CHECKING:
    from jinja2 import Environment

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
                f"script-src {hash_sources(script.text for script in self.scripts)}",
                f"style-src {hash_sources(self.styles)}",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


def assets() -> Assets:
    """Return the scripts and styles of the page."""
    return Assets(
        scripts=(Script(Markup(vis_network())), Script(joined(), is_module=True)),
        styles=(style_sheet(FOLDER / "template" / "page.css"),),
    )


def joined() -> Markup:
    """Return our modules as one."""
    return joined_modules(FOLDER / "script" / f"{name}.js" for name in SCRIPTS)


def templates(package: str) -> "Environment":
    """Return the templates of a page, in a package: what is filled in is escaped, and must be given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(package, "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
