"""`--fail-on`: the findings that end a run with 1, and the line that says so."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import click

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import sentences
from samordning_graph.rules.basis import Basis

if TYPE_CHECKING:
    from samordning_graph.report.findings_report import Report

MOST_RULES = 5
"""Rules that the line names."""


@dataclass(frozen=True, slots=True)
class FailingFindings:
    """How many findings fail a run, by basis and rule; and how many would, but are not new."""

    counted: Mapping[tuple[Basis, str], int] = field(default_factory=Counter)
    known: int = 0

    def __bool__(self) -> bool:
        return bool(self.counted)

    def __add__(self, other: "FailingFindings") -> "FailingFindings":
        together = Counter(self.counted) + Counter(other.counted)
        return FailingFindings(together, self.known + other.known)


class FailOn(NamedTuple):
    """The weakest basis that fails a run; with a baseline only new findings do, unless `known`."""

    basis: Basis
    known: bool = False

    def failing(self, report: "Report") -> FailingFindings:
        """Return the findings of a report that fail the run."""
        found = report.counted(self.basis)
        if report.changes is None or self.known:
            return FailingFindings(found)
        new = report.counted_new(self.basis)
        return FailingFindings(new, found.total() - new.total())

    def tell(self, failing: FailingFindings) -> None:
        """Say on stderr what failed the run, and what did not because it is not new."""
        if failing.known:
            text = ngettext(
                "{n} finding at or above --fail-on is not new, and was not counted (--fail-on-known"
                " counts it).",
                "{n} findings at or above --fail-on are not new, and were not counted (--fail-on-known"
                " counts them).",
                failing.known,
            )
            click.echo(text.format(n=failing.known), err=True)
        if failing:
            click.echo(_line(failing.counted, self.basis), err=True)


def _line(counted: Mapping[tuple[Basis, str], int], weakest: Basis) -> str:
    from samordning_graph.rules.labels import basis_name

    by_basis: Counter[Basis] = Counter()
    for (basis, _rule), n in counted.items():
        by_basis[basis] += n
    strongest_first = sorted(counted, key=lambda key: (-key[0], key[1]))
    codes = list(dict.fromkeys(code for _basis, code in strongest_first))
    see = (
        _("See them with --select {codes}.")
        if len(codes) <= MOST_RULES
        else _("Begin with --select {codes}.")
    )
    n = by_basis.total()
    return sentences(
        ngettext(
            "Exit 1 because of {n} finding ({bases}), with --fail-on {weakest}.",
            "Exit 1 because of {n} findings ({bases}), with --fail-on {weakest}.",
            n,
        ).format(
            n=n,
            bases=", ".join(
                f"{basis_name(basis)}: {by_basis[basis]}"
                for basis in sorted(by_basis, reverse=True)
            ),
            weakest=weakest,
        ),
        see.format(codes=",".join(codes[:MOST_RULES])),
    )
