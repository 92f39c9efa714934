"""The page as one HTML file, or for a web server: words in every language, scripts, and the policy.

Made when the program is built for browsers (`make web`); nothing of it runs in the page.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samordning_graph.common.locale import DEFAULT_LANGUAGE, LANGUAGES, in_language
from samordning_graph.common.page_scripts import hash_sources, joined_modules, style_sheet
from samordning_graph.common.version import __version__
from samordning_graph.map.page.assets import assets as map_assets
from samordning_graph.map.page.assets import templates
from samordning_graph.rules.family import FAMILIES
from samordning_graph.web.texts import page_texts

FOLDER = Path(__file__).parent
MAP_SCRIPTS = FOLDER.parent / "map" / "page" / "script"
SCRIPTS = (
    MAP_SCRIPTS / "dom.js",
    MAP_SCRIPTS / "files.js",
    *(
        FOLDER / "script" / f"{name}.js"
        for name in (
            "words",
            "parts",
            "worker_calls",
            "status_line",
            "blocks",
            "problem_list",
            "result_tabs",
            "pages_inside",
            "file_list",
            "choices",
            "beside",
            "comparison",
            "decided",
            "what_if",
            "drop_zone",
            "start",
        )
    ),
)
"""In the order of the page; only the last one does anything when it is loaded."""
WORKER = FOLDER / "script" / "worker.js"


@dataclass(frozen=True, slots=True)
class Licence:
    """Something that is in the page: its version, its licence in a word, and the whole text of it."""

    name: str
    version: str
    licence: str
    source: str
    text: str


def web_page(parts: Mapping[str, bytes | str], licences: Sequence[Licence]) -> str:
    """Return the page.

    Parameters
    ----------
    parts
        What the worker needs, by name: its content, or the address where the page fetches it.
    licences
        Of all that is in the page.
    """
    environment = templates("samordning_graph.web")
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    texts = {language: _texts_in(language) for language in LANGUAGES}
    script = joined_modules(SCRIPTS)
    inside = {name: part for name, part in parts.items() if isinstance(part, bytes)}
    fetched = {name: part for name, part in parts.items() if isinstance(part, str)}
    return environment.get_template("page.html.j2").render(
        policy=policy(script, fetches=bool(fetched)),
        language=DEFAULT_LANGUAGE,
        languages=tuple(LANGUAGES),
        texts=texts,
        say=texts[DEFAULT_LANGUAGE],
        families=tuple(family.code for family in FAMILIES),
        style=style_sheet(FOLDER / "template" / "page.css"),
        script=script,
        parts={name: base64.b64encode(part).decode() for name, part in inside.items()},
        fetched=fetched,
        licences=licences,
        version=__version__,
    )


def _texts_in(language: str) -> dict[str, str]:
    with in_language(language):
        return page_texts()


def policy(script: str, *, fetches: bool = False) -> str:
    """Return the Content-Security-Policy: nothing is fetched from elsewhere, and nothing else runs.

    The pages of report and map are opened inside this one and inherit it, so that the scripts of the
    map are among those that it allows; the report is laid out by styles in its elements. WebAssembly is
    Python.
    """
    scripts = (script, *(each.text for each in map_assets().scripts))
    beside = " 'self'" if fetches else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'wasm-unsafe-eval' {hash_sources(scripts)}",
            "worker-src blob:",
            f"connect-src blob:{beside}",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "frame-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
