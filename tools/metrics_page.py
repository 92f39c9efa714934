"""Writes docs/metrics.md from the figures: `python -m tools.metrics_page`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from samordning_graph.common.locale import _, in_language
from samordning_graph.metrics.definitions import MEASURES

FILE = Path(__file__).parent.parent / "docs" / "metrics.md"
INTRODUCTION = """\
# Figures of the network

`samordning metrics PATH [--format text|json|csv|html] [-o FILE]`. Generated from
`samordning_graph/metrics/definitions.py` by `python -m tools.metrics_page`; a test keeps it fresh.

**Actors** are units and external actors. **Links** are collaborations of strength cooperation or
more, and agreements in force; **seats** are working arenas where an actor is leader or member. Each
unit counts with its own, not with those of the units below it, except in «Coordination needed and
met», which is the figure of the report. Only what is filled in counts.

JSON (`samordning-metrics`, version 1; schema `samordning_graph/report/data/metrics.schema.json`) holds
all figures, unrounded, `null` where a figure is not defined; of many municipalities
`samordning-metrics-many`. CSV has one row per actor, with a decimal comma.

## What each figure means
"""
DETAILS = """\

## How they are counted

- **E-I expected** is (cross − within) / all possible pairs of actors: the index if everybody were
  linked, which is also its mean when the sectors are dealt out at random.
- **p** is two-sided: `random.Random(0)` shuffles one list of the sectors, in the id order of the
  actors, 9 999 times with `shuffle`, each time from where the last one ended. With k the shuffles whose
  index is at least as far from the expected one as the index found, p is (1 + k) / 10 000. Distances
  are compared in whole numbers. Not defined with one sector or without links.
- **Betweenness** is raw: each unordered pair counts once, and a pair with several shortest ways is
  shared among them. The cost grows with actors times links: about ten seconds for 2 000 actors with
  8 000 links, and a hundred times that for ten times as many of both. It is counted per municipality;
  one network of a whole country is not what this is for.
- **Constraint** and **effective size** are for links without weight and direction. Not defined for
  an actor with no link.
- **Brokerage** counts ordered pairs. Links have no direction here, so each pair counts once each way,
  and representative (b_IO) equals gatekeeper (b_OI): texts show one figure, JSON and CSV both.
- **Formal** is a link of which a row says so, or an agreement in force of which no row says
  otherwise; **informal** one of which every row says no; the rest is unknown.
- **Seats**, cut arenas and cut actors look at meetings alone, links at links alone. What breaks when
  both are taken together is told by the FRAG rules of the report.
"""


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([INTRODUCTION, *_table()]) + "\n" + DETAILS


def _table() -> Iterator[str]:
    yield "| figure | Norwegian | in JSON | means | does not mean | source |"
    yield "|---|---|---|---|---|---|"
    for measure in MEASURES:
        with in_language("nb"):
            norwegian = _(measure.title)
        yield (
            f"| {measure.title} | {norwegian} | `{measure.field}` | {measure.meaning} | {measure.caution} |"
            f" {measure.source} |"
        )


def main() -> int:
    """Write the file."""
    FILE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
