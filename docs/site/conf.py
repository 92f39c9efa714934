"""The documentation as a site: `make docs`. Its pages are the ones that lie in the project."""

from samordning_graph.common.version import __version__

project = "samordning_graph"
author = "The samordning_graph authors"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx's name
release = __version__

# The source folder is the whole project, so that a link works here as it does in a checkout.
root_doc = "docs/site/index"
include_patterns = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "docs/**.md",
    "data/README.md",
    "cypher/README.md",
    "visualisations/README.md",
    "benchmarks/README.md",
    "samordning_graph/schema/vocabulary/README.md",
]
extensions = ["myst_parser"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = f"samordning_graph {release}"
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
