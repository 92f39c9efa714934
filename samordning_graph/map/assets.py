"""What the page is made of besides the data: vis-network from pyvis, our own script and style."""

import base64
import hashlib
from dataclasses import dataclass
from importlib import resources

from markupsafe import Markup

VIS = "lib/vis-9.1.2"


@dataclass(frozen=True, slots=True)
class Assets:
    """Scripts and styles in the order of the page, trusted, and the policy that allows only them."""

    scripts: tuple[Markup, ...]
    styles: tuple[Markup, ...]

    @property
    def policy(self) -> str:
        """The Content-Security-Policy: nothing is fetched, and nothing else runs."""
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {_hashes(self.scripts)}",
                f"style-src {_hashes(self.styles)}",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


def assets() -> Assets:
    """Return the scripts and styles of the page."""
    return Assets(
        scripts=(_text("pyvis", f"{VIS}/vis-network.min.js"), _own("map.js")),
        styles=(_own("map.css"),),
    )


def _own(file: str) -> Markup:
    return _text("samordning_graph.map", f"template/{file}")


def _text(package: str, path: str) -> Markup:
    """Return a file as a browser sees it: line feeds alone, or the hash would not fit."""
    text = resources.files(package).joinpath(path).read_text(encoding="utf-8")
    return Markup(text.replace("\r\n", "\n"))


def _hashes(texts: tuple[Markup, ...]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in digests)
