"""The three figures as JSON, and the bounds of the documented share of all."""

from dataclasses import asdict
from typing import Any

from samordning_graph.graph.pair_figures import ThreeFigures


def figures_json(figures: ThreeFigures) -> dict[str, Any]:
    """Return the figures; the bounds are null where there is nothing to count."""
    return {
        **asdict(figures),
        "share_at_least": figures.share_at_least,
        "share_at_most": figures.share_at_most,
    }
