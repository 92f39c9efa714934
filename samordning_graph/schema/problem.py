"""A problem in the data: its kind, where it is and what to do about it.

A problem (the data is wrong) is not a finding (a possible gap).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from samordning_graph.schema.source_location import SourceLocation


class Severity(StrEnum):
    """Whether a problem stops the analysis."""

    ERROR = "error"
    WARNING = "warning"


class ProblemKind(NamedTuple):
    """A kind of problem. `page` has the paragraphs that `explain` shows (English message ids)."""

    code: str
    title: str
    page: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        """Error for E codes, warning for W codes."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING


class Problem(NamedTuple):
    """One problem at one place: what is wrong, what was expected and what to do."""

    kind: ProblemKind
    place: SourceLocation
    message: str
    value: str = ""
    suggestion: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the problem stops the analysis."""
        return self.kind.severity is Severity.ERROR


@dataclass(slots=True)
class Problems:
    """Collects every problem of a run, so that they are reported together."""

    found: list[Problem] = field(default_factory=list)

    def add(
        self,
        kind: ProblemKind,
        place: SourceLocation,
        message: str,
        *,
        value: str = "",
        suggestion: str = "",
    ) -> None:
        """Add one problem."""
        self.found.append(Problem(kind, place, message, value, suggestion))

    @property
    def any_errors(self) -> bool:
        """Whether any problem stops the analysis."""
        return any(problem.is_error for problem in self.found)

    def in_order(self) -> list[Problem]:
        """Return each distinct problem, sorted by file, sheet, row and column."""
        return sorted(
            dict.fromkeys(self.found),
            key=lambda problem: (problem.place, problem.kind.code, problem.message),
        )


class ProblemsError(ValueError):
    """Input that is refused. `problems` holds what is wrong with it, in the order of the input."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(
            "\n".join(
                f"{problem.place}: {problem.kind.code} {problem.message}" for problem in problems
            )
        )

    def __reduce__(self) -> tuple[type, tuple[list[Problem]]]:
        """Let it pass from one process to another with its problems, not with its text."""
        return type(self), (self.problems,)
