"""What a rule must have to say anything: tables with rows, and columns with cells.

`needs.csv` is worked out by trying, by `python -m tools.rule_needs`; a test keeps it fresh.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from samordning_graph.schema.tables import TABLES, Row

FILE = Path(__file__).with_name("needs.csv")


class Need(NamedTuple):
    """Rows in a table; or, with a `column`, cells of it in one of the tables that share it."""

    tables: tuple[type[Row], ...]
    column: str = ""


def needs_of(code: str) -> tuple[Need, ...]:
    """Return what the rule with a code needs; each by itself is needed, all are not always enough."""
    return _needs().get(code, ())


@cache
def _needs() -> Mapping[str, tuple[Need, ...]]:
    tables = {table.table: table for table in TABLES}
    needs: dict[str, list[Need]] = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            needs[row["rule"]].append(
                Need(tuple(tables[name] for name in row["tables"].split()), row["column"])
            )
    return {code: tuple(of_rule) for code, of_rule in needs.items()}
