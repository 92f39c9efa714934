"""The long table: who sits where. Sectors in two columns, a service a row, arenas as a spine between.

An order and no geometry; `table_layout.py` places it for a size, `table_routes.py` draws lines in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorRows:
    """A sector of a column, its rows from the top, and how many more it has that are folded away."""

    sector: str
    rows: tuple[str, ...]
    folded: int = 0

    @property
    def height(self) -> int:
        """Its height in rows: those that are folded share one."""
        return len(self.rows) + (self.folded > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTable:
    """The two columns and the spine, each from the top; `arenas_left_out` are those not shown."""

    left: tuple[SectorRows, ...]
    right: tuple[SectorRows, ...]
    arenas: tuple[str, ...]
    arenas_left_out: int = 0

    @property
    def columns(self) -> Mapping[Side, tuple[SectorRows, ...]]:
        """The columns by side."""
        return {"left": self.left, "right": self.right}

    def rows(self) -> Iterator[str]:
        """Yield the key of every row, down the left column and then the right one."""
        for column in (self.left, self.right):
            for sector in column:
                yield from sector.rows
