"""What becomes of a network: the rows of our tables, and the account of everything else."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto

from samordning_graph.input.foreign.given_mapping import NODE_TABLES
from samordning_graph.input.foreign.words import Meaning
from samordning_graph.schema.tables import Unit

_PLACED = {table.table for table in NODE_TABLES}


class LeftOut(Enum):
    """Why a node or a tie has no row."""

    PERSON = auto()
    NODE = auto()
    NO_NAME = auto()
    NODE_TWICE = auto()
    NO_END = auto()
    TO_SELF = auto()
    TO_LEFT_OUT = auto()
    TIE_TWICE = auto()
    WEIGHT_0 = auto()
    TIE = auto()


@dataclass(slots=True)
class ForeignNode:
    """A node: the type as it is written, and for each of our columns what is written."""

    name: str
    kind: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    file: str = ""
    meaning: Meaning = field(default_factory=lambda: Meaning(Unit.table, is_known=False))
    reference: str = ""
    row: dict[str, str] = field(default_factory=dict)

    @property
    def is_placed(self) -> bool:
        """Whether it is a row of a table of ours."""
        return self.meaning.table in _PLACED


@dataclass(slots=True)
class Placement:
    """The rows for the workbook, and what became of everything else.

    `node_kinds` and `tie_kinds` count the types as they are first written; the meanings say what each
    was taken as, None when it is not known. `words` says which word the text of another column is,
    empty when it is none. `no_place` counts, by type, the ties that no table takes; `assumed` those
    without a type that are taken as cooperation, `known_names` the nodes that are known by name.
    `unknown_ends` counts the ids that ties point to and no node has; `unknown_marks` are cells of a
    matrix that are no tie: row, column and what stands there.
    """

    rows: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    node_kinds: Counter[str] = field(default_factory=Counter)
    tie_kinds: Counter[str] = field(default_factory=Counter)
    node_meanings: dict[str, Meaning] = field(default_factory=dict)
    tie_meanings: dict[str, Meaning | None] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    word_counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    no_place: Counter[str] = field(default_factory=Counter)
    assumed: int = 0
    known_names: int = 0
    unknown_ends: Counter[str] = field(default_factory=Counter)
    unknown_marks: list[tuple[str, str, str]] = field(default_factory=list)
