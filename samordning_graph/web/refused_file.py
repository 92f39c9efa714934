"""A file beside the workbook that cannot be used: an earlier report, decisions of a meeting."""

from collections.abc import Sequence

from samordning_graph.schema.problem import Problem


class RefusedFileError(Exception):
    """The message says why, in a sentence for the page; `problems` what is wrong in the file."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        self.problems = problems
        super().__init__(message)
