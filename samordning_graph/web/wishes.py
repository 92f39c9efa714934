"""What a page asks for beside the data: the options of the command line, as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.readers import Reader
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to look at the data, which rules to tell of, and for whom."""

    options: AnalysisOptions
    rules: Sequence[Rule]
    reader: str


def wishes(given: Mapping[str, Any]) -> Wishes:
    """Return what is asked for; what is not given, or empty, is as on the command line.

    Parameters
    ----------
    given
        `as_of` (YYYY-MM-DD), `max_arena_size` (leaders and members), `min_meetings` (a year),
        `links`, `families` (codes), `reader`, `anonymous`.
    """
    families = given.get("families") or ()
    return Wishes(
        options=AnalysisOptions(
            as_of=date.fromisoformat(given["as_of"]) if given.get("as_of") else date.today(),
            max_arena_size=given.get("max_arena_size"),
            min_meetings=given.get("min_meetings"),
            links=given.get("links") or "any",
            anonymous=bool(given.get("anonymous")),
        ),
        rules=tuple(rule for rule in RULES if not families or rule.family.code in families),
        reader=Reader(given.get("reader") or Reader.COORDINATOR),
    )
