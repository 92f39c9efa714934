"""A municipality's data after validation: typed rows, resolved references, its words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from samordning_graph.schema.problem import Problem
from samordning_graph.schema.service_types import ServiceTypes, service_types
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.tables import Actor, ExternalActor, Municipality, Row, Unit
from samordning_graph.schema.vocabulary import WordList

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One municipality. References between rows are ids that exist; words are ids in `words`.

    `types` are the types of service of its actors, written or read of the names.
    `tables` has the location of each table that was read, to name what was searched; `not_read` names
    what was left out. `absent_columns` are the columns that a workbook of an older template does not
    have.
    """

    municipality: Municipality
    rows: Mapping[type[Row], tuple[Row, ...]]
    words: Mapping[str, WordList]
    tables: Mapping[str, SourceLocation]
    path: str
    digest: str
    not_read: tuple[Problem, ...] = ()
    absent_columns: tuple[str, ...] = ()
    types: ServiceTypes = field(init=False)

    def __post_init__(self) -> None:
        """Read the types of service."""
        object.__setattr__(self, "types", service_types(self.actors(), self.words))

    def all(self, table: type[R]) -> tuple[R, ...]:
        """Return the rows of one table in the order of the file; () if it is not there."""
        return cast("tuple[R, ...]", self.rows.get(table, ()))

    def actors(self) -> tuple[Actor, ...]:
        """Return the units and the external actors, in the order of the file."""
        return (*self.all(Unit), *self.all(ExternalActor))

    def place_of(self, table: type[Row]) -> SourceLocation:
        """Return where a table is, or would be, in the input."""
        return self.tables.get(table.table) or SourceLocation(self.path, table.sheet)


def sharing_a_number(models: Iterable[Model]) -> tuple[Model, ...]:
    """Return the models with the first municipality number that several have; () if none is shared.

    In a graph of several municipalities only the number distinguishes them.
    """
    by_number: dict[str, list[Model]] = defaultdict(list)
    for model in models:
        by_number[model.municipality.number].append(model)
    return next((tuple(shared) for shared in by_number.values() if len(shared) > 1), ())
