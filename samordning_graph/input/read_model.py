"""Reading and validating in one call, for Python: the model, or an exception with every problem."""

from datetime import date
from pathlib import Path

from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import ProblemsError


class DataError(ProblemsError):
    """The data of a municipality have problems."""


def read_model(path: str | Path, today: date | None = None) -> Model:
    """Read and validate one municipality: a workbook, a folder of CSV files or a YAML file.

    Raises
    ------
    DataError
        If anything is wrong; it lists every problem with file, sheet, row and column.
    """
    source = read_source(Path(path))
    model = validate(source, today or date.today())
    if model is None:
        raise DataError([problem for problem in source.problems.in_order() if problem.is_error])
    return model
