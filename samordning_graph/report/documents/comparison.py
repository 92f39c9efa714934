"""Municipalities side by side, by number: never a league table by one figure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from samordning_graph.analysis.clauses import ClauseStatus
from samordning_graph.common.locale import _, day_or_year
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.report.blocks import (
    ACROSS,
    Bar,
    Bars,
    Block,
    Bullets,
    Heading,
    HeatCell,
    Matrices,
    Paragraph,
    TableBlock,
)
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.phrases import (
    figure_cells,
    figure_headings,
    found_cells,
    ground_name,
    out_of,
)
from samordning_graph.report.municipality_row import (
    ISOLATED,
    Meeting,
    MunicipalityRow,
    meeting_of,
    peers,
    sectors_of_all,
)
from samordning_graph.rules.labels import basis_name
from samordning_graph.rules.register import RULES

MAX_PEERS_NAMED = 6
"""Peers that are named; the rest are in the same tables."""


def comparison_document(rows: Sequence[MunicipalityRow]) -> Iterator[Block]:
    """Yield the municipalities side by side."""
    yield Heading(1, _("Municipalities side by side"))
    yield _in_short(rows)
    yield Paragraph(
        _(
            "By number, and not ranked: what was asked differs, and a municipality that has asked"
            " more people shows more gaps. Compare with those that are alike in size and have asked"
            " as many, and talk with them about how they do it."
        )
    )
    yield Paragraph(report_disclaimer(), quiet=True)
    yield Heading(2, _("Whose data"))
    yield _data_basis(rows)
    yield Heading(2, _("Pairs with a ground to coordinate"))
    yield _congruence(rows)
    yield _congruence_by_basis(rows)
    yield _isolated(rows)
    bars_of_rows = tuple((_name(row), bars) for row in rows if (bars := tuple(_bars(row))))
    if bars_of_rows:
        yield Bars(
            _("Pairs with a ground to coordinate: documented, not documented, not known"),
            bars_of_rows,
        )
    yield Heading(2, _("Sector by sector"))
    yield Paragraph(
        _(
            "Pairs that take part in a working arena together, of the pairs that are possible;"
            " inside a sector too. The others may meet all the same: where a participant list is"
            " incomplete, nobody knows. «·»: no pair possible. «–»: the data hold no ties."
        ),
        quiet=True,
    )
    yield _sectors(rows)
    yield Heading(2, _("The law and the findings"))
    yield _clauses(rows)
    yield _by_basis(rows)
    if len(rows) <= ACROSS:
        yield _by_rule(rows)
    else:
        yield Paragraph(_("Rule by rule: see the CSV and JSON formats."), quiet=True)
    yield Heading(2, _("What this comparison cannot tell"))
    yield Bullets(tuple(_limits()))


def _limits() -> Iterator[str]:
    yield _(
        "Who coordinates best. A municipality that has asked few has few gaps that can be seen, and"
        " what is not in the data may exist all the same."
    )
    yield _(
        "Whether a meeting helps anyone. A pair that meets is a pair on the same participant list;"
        " more meetings are no goal in themselves."
    )
    yield _(
        "Whether two municipalities drew the map alike. One that lists many small units has more"
        " pairs than one that lists few large ones, of the same services."
    )
    yield _("Much from small figures. 1 of 2 is one pair, and may be another one next year.")
    yield _(
        "Everything about the law. A duty that several units could meet is no pair here: LINK01 and"
        " LINK02 count it as one duty. Own requirements are there only where a municipality has"
        " written them down."
    )
    yield _("How things are today, where the newest source is old.")


def _in_short(rows: Sequence[MunicipalityRow]) -> TableBlock:
    """Return how many each has asked, and the three figures of its pairs: the answer in a screen."""
    return TableBlock(
        _("Pairs with a ground to coordinate"),
        (_("Municipality"), _("Asked"), *figure_headings()[:3]),
        tuple(
            (_name(row), out_of(*row.asked), *figure_cells(row.congruence["all"])[:3])
            for row in rows
        ),
    )


def _data_basis(rows: Sequence[MunicipalityRow]) -> TableBlock:
    return TableBlock(
        _("Whose data, and who is alike (same size; same county first)"),
        (
            _("Municipality"),
            _("County"),
            _("Size"),
            _("Newest source"),
            _("Alike here"),
        ),
        tuple(
            (
                _name(row),
                row.county or "–",
                group_name(row.group),
                day_or_year(date.fromisoformat(row.newest_source)) if row.newest_source else "–",
                ", ".join(peer.name for peer in peers(row, rows)[:MAX_PEERS_NAMED]) or "–",
            )
            for row in rows
        ),
    )


def _congruence(rows: Sequence[MunicipalityRow]) -> TableBlock:
    grounds = dict.fromkeys(ground for row in rows for ground in row.congruence)
    return _side_by_side(
        _("Pairs with a ground to coordinate, by ground"),
        _("Ground"),
        [
            (ground_name(ground), row, figures)
            for ground in grounds
            for row in rows
            if (figures := row.congruence.get(ground)) and (figures.total or ground == "all")
        ],
    )


def _congruence_by_basis(rows: Sequence[MunicipalityRow]) -> TableBlock:
    """Return the pairs by basis: each is counted once, under its strongest ground."""
    bases = dict.fromkeys(basis for row in rows for basis in row.congruence_by_basis)
    return _side_by_side(
        _("The same pairs by their strongest basis; each pair counts once"),
        _("Basis"),
        [
            (basis_name(basis), row, figures)
            for basis in bases
            for row in rows
            if (figures := row.congruence_by_basis.get(basis)) and figures.total
        ],
    )


def _side_by_side(
    caption: str, what: str, figures: Iterable[tuple[str, MunicipalityRow, ThreeFigures]]
) -> TableBlock:
    """Return a row for each municipality under each ground: one is compared with its like."""
    return TableBlock(
        caption,
        (what, _("Municipality"), *figure_headings()),
        tuple((name, _name(row), *figure_cells(of)) for name, row, of in figures),
    )


def _isolated(rows: Sequence[MunicipalityRow]) -> TableBlock:
    return TableBlock(
        _("Services without any tie ({rule})").format(rule=ISOLATED.code),
        (_("Municipality"), _("Found"), _("Not found"), _("Not known")),
        tuple((_name(row), *found_cells(_of_rule(row, ISOLATED.code))) for row in rows),
    )


def _bars(row: MunicipalityRow) -> Iterator[Bar]:
    for ground, figures in row.congruence.items():
        if figures.total:
            yield Bar(
                ground_name(ground),
                (figures.documented, figures.not_documented, figures.not_known),
                figures_in_words(figures),
            )


def _sectors(rows: Sequence[MunicipalityRow]) -> Matrices:
    names = sectors_of_all(rows)
    return Matrices(
        _("Pairs that meet, of possible pairs, by sector"),
        _("The darker, the larger the share; one scale for all."),
        _("Sectors"),
        tuple(names.values()),
        tuple((_name(row), _lower_half(row, tuple(names))) for row in rows),
    )


def _lower_half(row: MunicipalityRow, sectors: Sequence[str]) -> tuple[tuple[HeatCell, ...], ...]:
    return tuple(
        tuple(_cell(meeting_of(row, first, second)) for second in sectors[: number + 1])
        for number, first in enumerate(sectors)
    )


def _cell(meeting: Meeting) -> HeatCell:
    if meeting.meeting is None:
        return HeatCell("–" if meeting.possible else "·", None)
    return HeatCell(f"{meeting.meeting}/{meeting.possible}", meeting.meeting / meeting.possible)


def _clauses(rows: Sequence[MunicipalityRow]) -> TableBlock:
    ids = tuple(rows[0].clauses) if rows else ()
    return TableBlock(
        _("What the data document of boligsosialloven § 5, P1 to P8 («–»: not assessed)"),
        (_("Municipality"), *ids),
        tuple(
            (_name(row), *(_status_in_a_word(row.clauses[clause]) for clause in ids))
            for row in rows
        ),
    )


def _status_in_a_word(status: str) -> str:
    """Return a status in a word: eight of them are side by side."""
    return {
        ClauseStatus.DOCUMENTED: _("yes"),
        ClauseStatus.PARTLY: _("partly"),
        ClauseStatus.NOT_DOCUMENTED: _("not doc."),
        ClauseStatus.NOT_ASSESSED: "–",
    }[ClauseStatus(status)]


def _by_basis(rows: Sequence[MunicipalityRow]) -> TableBlock:
    return TableBlock(
        _("Findings that are not accepted, by basis: questions to ask, no grade"),
        (_("Municipality"), *(basis_name(basis) for basis in rows[0].by_basis)),
        tuple((_name(row), *(str(count) for count in row.by_basis.values())) for row in rows),
    )


def _by_rule(rows: Sequence[MunicipalityRow]) -> TableBlock:
    """Return a row for each rule: the titles need the room."""
    return TableBlock(
        _("Found · not found · not known, rule by rule («–»: nothing to look at)"),
        (_("Rule"), *(_name(row) for row in rows)),
        tuple(
            (f"{rule.code} {rule.title}", *(_found(row, rule.code) for row in rows))
            for rule in RULES
        ),
    )


def _found(row: MunicipalityRow, code: str) -> str:
    figures = _of_rule(row, code)
    return " · ".join(found_cells(figures)) if figures.total else "–"


def _of_rule(row: MunicipalityRow, code: str) -> ThreeFigures:
    return row.found.get(code, ThreeFigures())


def _name(row: MunicipalityRow) -> str:
    return f"{row.name} ({row.number})"


def group_name(group: str) -> str:
    """Return a size group in words."""
    return {"small": _("small"), "medium": _("medium"), "large": _("large")}.get(group, "–")
