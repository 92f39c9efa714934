"""Many municipalities side by side: what is compared, one row at a time.

A row is kept when its graph is gone, so that memory grows with the number of municipalities and not
with their size.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.graph import actors, sector_name, source_period
from samordning_graph.graph.pair_figures import PairCounts, ThreeFigures
from samordning_graph.graph.survey import survey_count
from samordning_graph.metrics.sector_matrix import SectorMatrix, sector_matrix_of
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue import iso01_isolated_service
from samordning_graph.schema.vocabulary import county_of

SMALL_BELOW, LARGE_FROM = 5_000, 20_000
"""Inhabitants below and from which a municipality is small and large (SSB's grouping by size)."""
ISOLATED = iso01_isolated_service.RULE
"""The rule whose findings are compared beside the pairs."""


class MunicipalityRow(NamedTuple):
    """What is compared of one municipality.

    `group` is small, medium, large or empty (no population given); `found` maps each rule to its
    figures, in which what was found is not documented; `by_basis` counts findings that are not
    accepted. `sector_names` are the names of the sectors of the matrix, own ones too.
    """

    number: str
    name: str
    county: str
    group: str
    asked: tuple[int, int]
    newest_source: str
    pairs: PairCounts | None
    congruence: Mapping[str, ThreeFigures]
    congruence_by_basis: Mapping[Basis, ThreeFigures]
    clauses: Mapping[str, str]
    found: Mapping[str, ThreeFigures]
    by_basis: Mapping[Basis, int]
    sectors: SectorMatrix
    sector_names: Mapping[str, str]


def municipality_row(report: Report) -> MunicipalityRow:
    """Return the row of one municipality."""
    graph, municipality = report.graph, report.model.municipality
    dates = source_period(graph)
    sectors = [actor.sector for actor in actors(graph)]
    return MunicipalityRow(
        number=municipality.number,
        name=municipality.name or municipality.number,
        county=municipality.county or county_of(municipality.number),
        group=size_group(municipality.population),
        asked=survey_count(graph),
        newest_source=dates[1].isoformat() if dates else "",
        pairs=report.pairs if has_any_ties(graph) else None,
        congruence=report.congruence,
        congruence_by_basis=report.congruence_by_basis,
        clauses={clause.id: str(clause.status) for clause in report.clauses},
        found={outcome.rule.code: outcome.assessment.figures for outcome in report.outcomes},
        by_basis=report.by_basis,
        sectors=sector_matrix_of(graph),
        sector_names={sector: sector_name(graph, sector) for sector in sorted(set(sectors))},
    )


class Meeting(NamedTuple):
    """Of the pairs that two sectors (or one, inside it) make possible, those that meet.

    `meeting` is None where no pair is possible, or where the data hold no ties at all.
    """

    meeting: int | None
    possible: int


def meeting_of(row: MunicipalityRow, first: str, second: str) -> Meeting:
    """Return how the pairs of two sectors meet in a municipality; of sectors it may not have."""
    order = row.sectors.order
    if first not in order or second not in order:
        return Meeting(None, 0)
    i, j = order.index(first), order.index(second)
    possible = row.sectors.pairs_possible[i][j]
    known = possible and row.pairs is not None
    return Meeting(row.sectors.pairs_meeting[i][j] if known else None, possible)


def sectors_of_all(rows: Iterable[MunicipalityRow]) -> Mapping[str, str]:
    """Return the names of the sectors that any municipality has, in one order for all."""
    names = {sector: name for row in rows for sector, name in row.sector_names.items()}
    return dict(sorted(names.items()))


def size_group(population: int | None) -> str:
    """Return small, medium or large, or an empty text where the population is not given.

    Examples
    --------
    >>> size_group(4_999), size_group(19_000), size_group(20_000), size_group(None)
    ('small', 'medium', 'large', '')
    """
    if population is None:
        return ""
    if population < SMALL_BELOW:
        return "small"
    return "large" if population >= LARGE_FROM else "medium"


def peers(row: MunicipalityRow, rows: Iterable[MunicipalityRow]) -> Sequence[MunicipalityRow]:
    """Return the others of the same size group, those of the same county first."""
    alike = [
        peer for peer in rows if peer.number != row.number and row.group and peer.group == row.group
    ]
    return sorted(alike, key=lambda peer: (peer.county != row.county, peer.number))
