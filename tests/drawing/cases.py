"""Long tables of invented names, the same every time: a few, forty, and more than have room."""

from functools import cached_property
from random import Random

from samordning_graph.drawing.long_table import LongTable
from samordning_graph.drawing.placed_table import TableLayout, TableNames, TableSize
from samordning_graph.drawing.table_folding import fold_table, only, rows_that_fit
from samordning_graph.drawing.table_layout import lay_out
from samordning_graph.drawing.table_order import (
    TableGuests,
    arena_weights,
    order_table,
    wanted_rows,
)
from samordning_graph.drawing.table_routes import TableLine, TableRoute, route_lines
from samordning_graph.drawing.text_width import text_width

WORDS = [
    "Bolig",
    "Barneverntjenesten",
    "NAV",
    "Oppfølging",
    "Rus",
    "og",
    "psykisk",
    "helse",
    "(oppdiktet)",
    "Eiendomsforvaltningen",
    "Kommunalområde",
    "velferd",
    "Fjordby",
    "fengsel",
    "Økonomi-",
    "og",
    "gjeldsrådgivningen",
    "Flyktningtjenesten",
]
SIZES = ((1280, 622), (1920, 980), (900, 500), (1523, 842))


class Case:
    """An invented municipality with its table, names and lines."""

    def __init__(self, actors: int, arenas: int, pairs: int, size: tuple[int, int]) -> None:
        chance = Random(f"{actors} {arenas} {pairs}")
        rows = [f"r{i}" for i in range(actors)]
        sectors: dict[str, list[str]] = {}
        for key in rows:
            sectors.setdefault(f"s{int(chance.random() ** 2 * 11)}", []).append(key)
        spine = [f"a{i}" for i in range(arenas)]
        seats = [(key, arena) for arena in spine for key in rows if chance.random() < 5 / actors]
        drawn = (
            {tuple(sorted(chance.sample(rows, 2))) for _ in range(pairs)} if actors > 1 else set()
        )
        self.guests = TableGuests(
            sectors=dict(sorted(sectors.items())), arenas=spine, seats=seats, pairs=sorted(drawn)
        )
        self.size = TableSize(*size)
        self.names = TableNames(
            nodes={key: self._name(chance) for key in (*rows, *spine)},
            sectors={sector: " ".join(chance.sample(WORDS, 2)) for sector in sectors},
            strong=frozenset(key for pair in drawn for key in pair),
        )
        self.weights = arena_weights(self.guests)
        self.wanted = wanted_rows(self.guests)
        self.lines = [TableLine(f"{a}|{b}", a, b) for a, b in self.guests.pairs]

    @staticmethod
    def _name(chance: Random) -> str:
        return " ".join(chance.choices(WORDS, k=1 + int(chance.random() * 4)))

    @cached_property
    def whole(self) -> LongTable:
        return order_table(self.guests)

    def folded(self, opened: str | None = None) -> LongTable:
        capacity = rows_that_fit(self.size.height)
        return fold_table(self.whole, capacity, self.wanted, self.weights, opened)

    def of_pairs(self) -> LongTable:
        return only(self.whole, self.names.strong)

    def laid_out(self, table: LongTable, *, are_few: bool = False) -> TableLayout:
        return lay_out(
            table, self.names, self.size, text_width, weights=self.weights, are_few=are_few
        )

    def routes(self, layout: TableLayout) -> tuple[TableRoute, ...]:
        return route_lines(layout, self.lines)


CASES = [
    Case(0, 0, 0, SIZES[0]),
    Case(1, 1, 0, SIZES[0]),
    Case(5, 2, 3, SIZES[0]),
    Case(8, 3, 6, SIZES[0]),
    Case(38, 13, 11, SIZES[0]),
    Case(50, 9, 20, SIZES[1]),
    Case(50, 0, 20, SIZES[2]),
    Case(120, 19, 20, SIZES[0]),
    Case(240, 40, 24, SIZES[3]),
]
