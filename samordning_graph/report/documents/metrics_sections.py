"""The figures of the network in sections: each with its meaning, a caution and its source."""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.graph import Graph, names_in_text, node_name, sector_name
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.graph.participation import working_arenas
from samordning_graph.metrics import definitions
from samordning_graph.metrics.definitions import MeasureDefinition
from samordning_graph.metrics.figures import ActorFigures, MunicipalityFigures
from samordning_graph.report.blocks import Block, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents.phrases import decimal, figures_table, out_of
from samordning_graph.report.findings_report import Report

MAX_NAMES = 12
"""Names in one sentence; the rest is counted, and is in JSON."""
MAX_ROWS = 50
"""Rows of one table; the rest is counted, and is in CSV or JSON."""


def _figure(measure: MeasureDefinition, value: str = "", *details: tuple[str, str]) -> Sentences:
    """Return a figure with what it means, what it does not mean, and its source.

    Without a value, those of the actors are in a table.
    """
    title = _(measure.title)
    return Sentences(
        f"{title}: {value}" if value else title,
        (
            *details,
            (_("Means"), _(measure.meaning)),
            (_("Does not mean"), _(measure.caution)),
            (_("Source"), _(measure.source)),
        ),
    )


def links_section(graph: Graph, all_figures: MunicipalityFigures) -> Iterator[Block]:
    """Yield the figures of the network of links."""
    network = all_figures.network
    if not network.links:
        return  # the document says so in short
    yield Heading(2, _("Links"))
    yield _figure(
        definitions.LINK_DENSITY,
        decimal(network.density, 3),
        (_("Counted"), _links_among(network.links, network.actors)),
    )
    yield _figure(
        definitions.ISOLATES,
        out_of(len(network.isolates), network.actors),
        *_who(graph, network.isolates),
    )
    yield _figure(
        definitions.COMPONENTS,
        str(network.components),
        (_("Actors in the largest"), str(network.largest_component)),
    )
    yield _figure(
        definitions.CUT_POINTS,
        str(len(network.articulation_points)),
        *_who(graph, network.articulation_points),
    )
    yield _figure(definitions.BRIDGES, str(len(network.bridges)))
    if network.bridges:
        yield TableBlock(
            _("Bridges"),
            (_("Actor"), _("Actor")),
            tuple(
                (node_name(graph, first), node_name(graph, second))
                for first, second in network.bridges[:MAX_ROWS]
            ),
        )
        yield from _more(len(network.bridges) - MAX_ROWS)


def _links_among(links: int, actors: int) -> str:
    return ngettext(
        "{n} link among {actors} actors", "{n} links among {actors} actors", links
    ).format(n=links, actors=actors)


def arenas_section(graph: Graph, all_figures: MunicipalityFigures) -> Iterator[Block]:
    """Yield the figures of seats in working arenas."""
    two_mode = all_figures.two_mode
    yield Heading(2, _("Seats in working arenas"))
    if not two_mode.memberships:
        yield Paragraph(_("No actor is leader or member of a working arena in the data."))
        return
    seats = ngettext("{n} seat in {arenas}", "{n} seats in {arenas}", two_mode.memberships)
    count = len(working_arenas(graph))
    arenas = ngettext("{n} working arena", "{n} working arenas", count).format(n=count)
    yield _figure(
        definitions.SEAT_DENSITY,
        decimal(two_mode.density, 3),
        (_("Counted"), seats.format(n=two_mode.memberships, arenas=arenas)),
    )
    yield _figure(
        definitions.CUT_ARENAS_AND_ACTORS,
        str(len(two_mode.cut_arenas) + len(two_mode.cut_actors)),
        *_who(graph, two_mode.cut_arenas, _("Arenas")),
        *_who(graph, two_mode.cut_actors, _("Actors")),
    )
    yield _figure(
        definitions.PAIRS_SHARING,
        str(two_mode.actor_pairs_sharing_arena),
        (_("Pairs of arenas with an actor in common"), str(two_mode.arena_pairs_sharing_actor)),
    )


def sectors_section(graph: Graph, all_figures: MunicipalityFigures) -> Iterator[Block]:
    """Yield the figures of contact across sectors."""
    ei = all_figures.ei
    yield Heading(2, _("Across sectors"))
    if all_figures.network.links:
        yield _figure(
            definitions.EI_INDEX, decimal(ei.index), (_("Counted"), _external_internal(all_figures))
        )
        yield _figure(
            definitions.EI_EXPECTED, decimal(ei.expected), (_("p"), decimal(ei.p_value, 4))
        )
        yield TableBlock(
            _("Links of each sector; a link to another sector counts for both"),
            (_("Sector"), _("Across"), _("Inside"), _(definitions.EI_INDEX.title)),
            tuple(
                (
                    sector_name(graph, sector.sector),
                    str(sector.external),
                    str(sector.internal),
                    decimal(sector.index),
                )
                for sector in ei.by_sector
            ),
        )
    rows = tuple(_sector_rows(graph, all_figures))
    possible = sum(
        pairs > 0 for i, row in enumerate(all_figures.sectors.pairs_possible) for pairs in row[i:]
    )
    yield _figure(
        definitions.SECTOR_MATRIX,
        _("contact is filled in for {figure} pairs of sectors").format(
            figure=out_of(len(rows), possible)
        ),
    )
    if rows:
        yield TableBlock(
            _("Pairs of actors by sector, where any are linked or meet"),
            (_("Sector"), _("Sector"), _("Linked"), _("Meeting"), _("Possible")),
            rows,
        )


def _external_internal(all_figures: MunicipalityFigures) -> str:
    return _("{across} across sectors, {inside} inside").format(
        across=all_figures.ei.external, inside=all_figures.ei.internal
    )


def _sector_rows(graph: Graph, all_figures: MunicipalityFigures) -> Iterator[tuple[str, ...]]:
    matrix = all_figures.sectors
    for i, j in combinations_with_replacement(range(len(matrix.order)), 2):
        if matrix.links[i][j] or matrix.pairs_meeting[i][j]:
            yield (
                sector_name(graph, matrix.order[i]),
                sector_name(graph, matrix.order[j]),
                str(matrix.links[i][j]),
                str(matrix.pairs_meeting[i][j]),
                str(matrix.pairs_possible[i][j]),
            )


def actors_section(graph: Graph, all_figures: MunicipalityFigures) -> Iterator[Block]:
    """Yield the figures of the position of each actor among the links."""
    linked = [actor for actor in by_betweenness(all_figures) if actor.degree]
    if not linked:
        return
    yield Heading(2, _("Actors in the network of links"))
    for measure in (
        definitions.BETWEENNESS,
        definitions.CONSTRAINT,
        definitions.EFFECTIVE_SIZE,
        definitions.BROKERAGE,
    ):
        yield _figure(measure)
    yield TableBlock(
        _("Actors with a link, those most often between others first; no order of merit"),
        (
            _("Actor"),
            _("Sector"),
            _("Links"),
            _("Arenas"),
            _(definitions.BETWEENNESS.title),
            _(definitions.CONSTRAINT.title),
            _(definitions.EFFECTIVE_SIZE.title),
        ),
        tuple(
            (
                node_name(graph, actor.id),
                sector_name(graph, actor.sector),
                str(actor.degree),
                str(actor.arenas),
                decimal(actor.betweenness, 1),
                decimal(actor.constraint),
                decimal(actor.effective_size),
            )
            for actor in linked[:MAX_ROWS]
        ),
    )
    yield from _more(len(linked) - MAX_ROWS)
    yield from _brokers(graph, linked)


def _brokers(graph: Graph, linked: Sequence[ActorFigures]) -> Iterator[Block]:
    rows = []
    for actor in linked:
        roles = actor.brokerage
        counts = (roles.coordinator, roles.consultant, roles.gatekeeper, roles.liaison)
        if any(counts):
            rows.append((node_name(graph, actor.id), *(str(count) for count in counts)))
    if rows:
        yield TableBlock(
            _("Brokerage: a pair counts once each way, so a gatekeeper is also a representative"),
            (_("Actor"), _("Coordinator"), _("Consultant"), _("Gatekeeper"), _("Liaison")),
            tuple(rows[:MAX_ROWS]),
        )
        yield from _more(len(rows) - MAX_ROWS)


def congruence_section(graph: Graph) -> Iterator[Block]:
    """Yield the figures of need and contact."""
    congruence = needed_congruence(graph)
    if not congruence:
        return
    yield Heading(2, _("Need and contact"))
    yield _figure(definitions.CONGRUENCE, figures_in_words(congruence["all"]))
    yield figures_table(_("Pairs with a ground to coordinate, by ground"), congruence)


def layers_section(all_figures: MunicipalityFigures) -> Iterator[Block]:
    """Yield the figures of the formal and the informal layer."""
    layers = all_figures.layers
    if not all_figures.network.links:
        return
    yield Heading(2, _("Formal and informal layer"))
    yield _figure(
        definitions.FORMAL_LAYERS,
        _("{figure} (links settled in writing)").format(
            figure=figures_in_words(ThreeFigures(layers.formal, layers.informal, layers.unknown))
        ),
        (_("Linked and meeting"), str(layers.linked_and_meeting)),
        (_("Linked, not meeting"), str(layers.linked_only)),
        (_("Meeting, not linked"), str(layers.meeting_only)),
    )


# Words


def needed_congruence(graph: Graph) -> dict[str, ThreeFigures]:
    """Return the congruence of each ground that anybody has; none without any tie."""
    if not has_any_ties(graph):
        return {}
    return {
        ground: congruence
        for ground, congruence in Report(graph).congruence.items()
        if congruence.total
    }


def by_betweenness(all_figures: MunicipalityFigures) -> list[ActorFigures]:
    """Return the actors, those most often between others first."""
    return sorted(
        all_figures.actors, key=lambda actor: (-actor.betweenness, -actor.degree, actor.id)
    )


def _who(graph: Graph, ids: Sequence[str], label: str | None = None) -> list[tuple[str, str]]:
    return [(label or _("Actors"), names_in_short(graph, ids))] if ids else []


def names_in_short(graph: Graph, ids: Sequence[str]) -> str:
    """Return the first names as a list, and how many more there are."""
    return first_few(names_in_text(graph, ids), MAX_NAMES)


def _more(left: int) -> Iterator[Block]:
    if left > 0:
        yield Paragraph(_("… and {n} more, in the JSON format.").format(n=left), quiet=True)
