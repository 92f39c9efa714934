"""Municipalities side by side, by number: never a league table by one figure."""

from collections.abc import Iterator, Sequence
from datetime import date

from samordning_graph.clauses import Status
from samordning_graph.coverage import Congruence
from samordning_graph.locale import _
from samordning_graph.report.blocks import Bar, Bars, Block, Heading, Paragraph, Table
from samordning_graph.report.comparison import ISOLATED, MunicipalityRow, peers
from samordning_graph.report.first_page import no_answer_key
from samordning_graph.report.wording import ground_name, out_of, source_day
from samordning_graph.rules import RULES
from samordning_graph.rules.wording import basis_name

NAMED = 6
"""Peers that are named; the others are in the same tables."""
ACROSS = 8
"""Municipalities that find room side by side as columns."""


def comparison_document(rows: Sequence[MunicipalityRow]) -> Iterator[Block]:
    """Yield the municipalities side by side."""
    yield Heading(1, _("Municipalities side by side"))
    yield Paragraph(no_answer_key(), quiet=True)
    yield Paragraph(
        _(
            "By number, and not ranked: what was asked differs, and a municipality that has asked"
            " more people shows more gaps. Compare with those that are alike in size and have asked"
            " as many, and talk with them about how they do it."
        )
    )
    yield _data_basis(rows)
    yield _congruence(rows)
    drawn = tuple((_name(row), bars) for row in rows if (bars := tuple(_bars(row))))
    if drawn:
        yield Bars(_("Pairs covered of those that could be assessed, by ground"), drawn)
    yield _clauses(rows)
    yield _by_basis(rows)
    if len(rows) <= ACROSS:
        yield _by_rule(rows)
    else:
        yield Paragraph(_("Rule by rule: see the CSV and JSON formats."), quiet=True)


def _data_basis(rows: Sequence[MunicipalityRow]) -> Table:
    return Table(
        _("Whose data, and who is alike (same size; same county first)"),
        (
            _("Municipality"),
            _("County"),
            _("Size"),
            _("Asked"),
            _("Newest source"),
            _("Alike here"),
        ),
        tuple(
            (
                _name(row),
                row.county or "–",
                group_name(row.group),
                out_of(*row.asked),
                source_day(date.fromisoformat(row.newest_source)) if row.newest_source else "–",
                ", ".join(one.name for one in peers(row, rows)[:NAMED]) or "–",
            )
            for row in rows
        ),
    )


def _congruence(rows: Sequence[MunicipalityRow]) -> Table:
    grounds = tuple(dict.fromkeys(ground for row in rows for ground in row.congruence))
    return Table(
        _("Pairs that should coordinate, and where the data show that they do"),
        (
            _("Municipality"),
            *(ground_name(ground) for ground in grounds),
            _("Without ties (ISO01)"),
        ),
        tuple(
            (
                _name(row),
                *(_figure(row, row.congruence.get(ground)) for ground in grounds),
                _found(row, ISOLATED),
            )
            for row in rows
        ),
    )


def _figure(row: MunicipalityRow, figure: Congruence | None) -> str:
    if figure is None or row.pairs is None or figure.needed == figure.not_assessed:
        return "–"
    return out_of(figure.met, figure.needed - figure.not_assessed)


def _bars(row: MunicipalityRow) -> Iterator[Bar]:
    for ground, figure in row.congruence.items():
        if row.pairs is not None and figure.share is not None:
            yield Bar(ground_name(ground), figure.share, _figure(row, figure))


def _clauses(rows: Sequence[MunicipalityRow]) -> Table:
    ids = tuple(rows[0].clauses) if rows else ()
    return Table(
        _("What the data document of boligsosialloven § 5, P1 to P8 («–»: not assessed)"),
        (_("Municipality"), *ids),
        tuple((_name(row), *(_in_short(row.clauses[one]) for one in ids)) for row in rows),
    )


def _in_short(status: str) -> str:
    """Return a status in one word: eight of them stand side by side."""
    return {
        Status.DOCUMENTED: _("yes"),
        Status.PARTLY: _("partly"),
        Status.NOT_DOCUMENTED: _("not doc."),
        Status.NOT_ASSESSED: "–",
    }[Status(status)]


def _by_basis(rows: Sequence[MunicipalityRow]) -> Table:
    return Table(
        _("Findings that are not accepted, by basis: questions to ask, no grade"),
        (_("Municipality"), *(basis_name(basis) for basis in rows[0].by_basis)),
        tuple((_name(row), *(str(count) for count in row.by_basis.values())) for row in rows),
    )


def _by_rule(rows: Sequence[MunicipalityRow]) -> Table:
    """Return rules down and municipalities across: the titles need the room."""
    return Table(
        _("Found of examined, rule by rule («–»: not assessed)"),
        (_("Rule"), *(_name(row) for row in rows)),
        tuple(
            (f"{rule.code} {rule.title}", *(_found(row, rule.code) for row in rows))
            for rule in RULES
        ),
    )


def _found(row: MunicipalityRow, code: str) -> str:
    found, examined = row.found.get(code, (0, 0))
    return out_of(found, examined) if examined else "–"


def _name(row: MunicipalityRow) -> str:
    return f"{row.name} ({row.number})"


def group_name(group: str) -> str:
    """Return a size group in words."""
    return {"small": _("small"), "medium": _("medium"), "large": _("large")}.get(group, "–")
