"""The figures of the network as a document: a few in short, then each with what it means.

Text and HTML lay out the same blocks as those of the report.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.contact import any_ties, survey_count
from samordning_graph.graph.graph import Graph, model_of, name, options_of, sector_name
from samordning_graph.graph.pair_figures import Congruence
from samordning_graph.graph.participation import excluded_arenas, working_arenas
from samordning_graph.metrics import definitions as measures
from samordning_graph.metrics.definitions import MeasureDefinition
from samordning_graph.metrics.figures import ActorFigures, Figures, figures
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents.first_page import report_disclaimer
from samordning_graph.report.documents.phrases import decimal, ground_name, out_of
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.finding_text import exclusion_reason

NAMED = 12
"""Names in one sentence; the rest is counted, and is in JSON."""
SHOWN = 50
"""Rows of one table; the rest is counted, and is in CSV or JSON."""
BRIDGING = 3
"""Actors named in short as those most often between others."""
RARE = 0.05
"""The customary limit: a p at or below it is told as more than chance."""


def metrics_document(graph: Graph) -> Iterator[Block]:
    """Yield the blocks of the figures of one municipality in reading order."""
    seen = figures(graph)
    yield from _opening(graph)
    yield Heading(2, _("In short"))
    yield Bullets(tuple(_in_short(graph, seen)))
    yield from _links(graph, seen)
    yield from _arenas(graph, seen)
    yield from _across_sectors(graph, seen)
    yield from _actors(graph, seen)
    yield from _congruence(graph)
    yield from _layers(seen)


def metrics_of_many(graphs: Iterable[Graph]) -> Iterator[Block]:
    """Yield the blocks of many municipalities, one after the other, and a table of them all."""
    yield Heading(1, _("Figures of the network, many municipalities"))
    rows = []
    for graph in graphs:
        yield from metrics_document(graph)
        rows.append(_summary_row(graph))
    yield Heading(1, _("Summary"))
    yield Paragraph(report_disclaimer(), quiet=True)
    yield TableBlock(
        _("Municipalities by number. What was asked differs: compare with care."),
        (
            _("Municipality"),
            _("Asked"),
            _("Links"),
            _(measures.EI.title),
            _("Expected by chance"),
            _("Pairs covered"),
        ),
        tuple(rows),
    )


def _summary_row(graph: Graph) -> tuple[str, ...]:
    seen, needs = figures(graph), _needs(graph)
    return (
        _town(graph),
        out_of(*survey_count(graph)),
        str(seen.network.links),
        decimal(seen.ei.index),
        decimal(seen.ei.expected),
        _met(needs["all"]) if needs else "–",
    )


# The first screen


def _opening(graph: Graph) -> Iterator[Block]:
    number, everyone = survey_count(graph)
    yield Heading(1, _("Figures of the network in {name}").format(name=_town(graph)))
    yield Paragraph(
        _(
            "Data: {path}. {asked} of {everyone} actors were asked themselves. Seen as of {as_of}."
            " Only what is filled in counts: what was not asked for is not in the figures."
        ).format(
            path=model_of(graph).path,
            asked=number,
            everyone=everyone,
            as_of=in_words(options_of(graph).as_of),
        )
    )
    yield Paragraph(
        _(
            "Links are collaborations and agreements in force between two actors, seats are working"
            " arenas where one is leader or member. Each unit counts with its own."
        )
    )
    yield from _arenas_set_aside(graph)
    yield Paragraph(report_disclaimer(), quiet=True)


def _arenas_set_aside(graph: Graph) -> Iterator[Block]:
    aside = excluded_arenas(graph)
    for reason in sorted(set(aside.values())):
        left_out = [name(graph, one) for one, why in aside.items() if why == reason]
        yield Paragraph(
            _("Not counted as working arenas ({reason}): {arenas}.").format(
                reason=exclusion_reason(reason), arenas=listed(left_out)
            ),
            quiet=True,
        )


def _in_short(graph: Graph, seen: Figures) -> Iterator[str]:
    if seen.network.links:
        yield _who_bridges(graph, seen)
        if seen.network.articulation_points:
            yield _("Cut points among the links: {names}.").format(
                names=_names(graph, seen.network.articulation_points)
            )
        yield _ei_in_short(seen)
    else:
        yield _nothing_linked()
    cut = (*seen.two_mode.cut_arenas, *seen.two_mode.cut_actors)
    if cut:
        yield _("Without these, some would no longer meet, even by others: {names}.").format(
            names=_names(graph, cut)
        )
    needs = _needs(graph).get("all")
    if needs:
        yield _(
            "Pairs that should coordinate, and that are linked or meet: {figure}. Not assessed:"
            " {unknown}."
        ).format(figure=_met(needs), unknown=needs.not_assessed)


def _who_bridges(graph: Graph, seen: Figures) -> str:
    most = [one for one in _by_betweenness(seen) if one.betweenness][:BRIDGING]
    if not most:
        return _("No actor stands between two others in the network of links.")
    return _("Most often between two others in the network of links (pairs): {names}.").format(
        names=listed([f"{name(graph, one.id)} ({decimal(one.betweenness, 1)})" for one in most])
    )


def _ei_in_short(seen: Figures) -> str:
    ei = seen.ei
    text = _("Links across sectors: {figure}. E-I index {index}, by chance {expected}.").format(
        figure=out_of(ei.external, ei.external + ei.internal),
        index=decimal(ei.index),
        expected=decimal(ei.expected),
    )
    if ei.p_value is None or ei.index is None or ei.expected is None:
        return text
    if ei.p_value > RARE:
        verdict = _("Chance alone could give this (p = {p}).")
    elif ei.index < ei.expected:
        verdict = _("That is fewer across than chance gives (p = {p}).")
    else:
        verdict = _("That is more across than chance gives (p = {p}).")
    return f"{text} {verdict.format(p=decimal(ei.p_value, 4))}"


def _nothing_linked() -> str:
    return _(
        "No collaboration and no agreement in force is filled in, so the figures about links say"
        " nothing here."
    )


# Figure by figure


def _figure(measure: MeasureDefinition, value: str = "", *more: tuple[str, str]) -> Sentences:
    """Return a figure with what it means, what it does not mean, and its source.

    Without a value, those of the actors stand in a table.
    """
    title = _(measure.title)
    return Sentences(
        f"{title}: {value}" if value else title,
        (
            *more,
            (_("Means"), _(measure.meaning)),
            (_("Does not mean"), _(measure.caution)),
            (_("Source"), _(measure.source)),
        ),
    )


def _links(graph: Graph, seen: Figures) -> Iterator[Block]:
    network = seen.network
    if not network.links:
        return  # said in short
    yield Heading(2, _("Links"))
    yield _figure(
        measures.DENSITY,
        decimal(network.density, 3),
        (_("Counted"), _links_among(network.links, network.actors)),
    )
    yield _figure(
        measures.ISOLATES,
        out_of(len(network.isolates), network.actors),
        *_who(graph, network.isolates),
    )
    yield _figure(
        measures.COMPONENTS,
        str(network.components),
        (_("Actors in the largest"), str(network.largest_component)),
    )
    yield _figure(
        measures.CUT_POINTS,
        str(len(network.articulation_points)),
        *_who(graph, network.articulation_points),
    )
    yield _figure(measures.BRIDGES, str(len(network.bridges)))
    if network.bridges:
        yield TableBlock(
            _("Bridges"),
            (_("Actor"), _("Actor")),
            tuple((name(graph, a), name(graph, b)) for a, b in network.bridges[:SHOWN]),
        )
        yield from _more(len(network.bridges) - SHOWN)


def _links_among(links: int, actors: int) -> str:
    return ngettext(
        "{n} link among {actors} actors", "{n} links among {actors} actors", links
    ).format(n=links, actors=actors)


def _arenas(graph: Graph, seen: Figures) -> Iterator[Block]:
    two_mode = seen.two_mode
    yield Heading(2, _("Seats in working arenas"))
    if not two_mode.memberships:
        yield Paragraph(_("No actor is leader or member of a working arena in the data."))
        return
    seats = ngettext("{n} seat in {arenas}", "{n} seats in {arenas}", two_mode.memberships)
    count = len(working_arenas(graph))
    arenas = ngettext("{n} working arena", "{n} working arenas", count).format(n=count)
    yield _figure(
        measures.SEATS,
        decimal(two_mode.density, 3),
        (_("Counted"), seats.format(n=two_mode.memberships, arenas=arenas)),
    )
    yield _figure(
        measures.CUT_SEATS,
        str(len(two_mode.cut_arenas) + len(two_mode.cut_actors)),
        *_who(graph, two_mode.cut_arenas, _("Arenas")),
        *_who(graph, two_mode.cut_actors, _("Actors")),
    )
    yield _figure(
        measures.SHARING,
        str(two_mode.actor_pairs_sharing_arena),
        (_("Pairs of arenas with an actor in common"), str(two_mode.arena_pairs_sharing_actor)),
    )


def _across_sectors(graph: Graph, seen: Figures) -> Iterator[Block]:
    ei = seen.ei
    yield Heading(2, _("Across sectors"))
    if seen.network.links:
        yield _figure(measures.EI, decimal(ei.index), (_("Counted"), _external_internal(seen)))
        yield _figure(measures.EI_BY_CHANCE, decimal(ei.expected), (_("p"), decimal(ei.p_value, 4)))
        yield TableBlock(
            _("Links of each sector; a link to another sector counts for both"),
            (_("Sector"), _("Across"), _("Inside"), _(measures.EI.title)),
            tuple(
                (
                    sector_name(graph, one.sector),
                    str(one.external),
                    str(one.internal),
                    decimal(one.index),
                )
                for one in ei.by_sector
            ),
        )
    rows = tuple(_sector_rows(graph, seen))
    possible = sum(
        pairs > 0 for i, row in enumerate(seen.sectors.pairs_possible) for pairs in row[i:]
    )
    yield _figure(
        measures.SECTORS,
        _("contact in {figure} pairs of sectors").format(figure=out_of(len(rows), possible)),
    )
    if rows:
        yield TableBlock(
            _("Pairs of actors by sector, where any are linked or meet"),
            (_("Sector"), _("Sector"), _("Linked"), _("Meeting"), _("Possible")),
            rows,
        )


def _external_internal(seen: Figures) -> str:
    return _("{across} across sectors, {inside} inside").format(
        across=seen.ei.external, inside=seen.ei.internal
    )


def _sector_rows(graph: Graph, seen: Figures) -> Iterator[tuple[str, ...]]:
    matrix = seen.sectors
    for i, j in combinations_with_replacement(range(len(matrix.order)), 2):
        if matrix.links[i][j] or matrix.pairs_meeting[i][j]:
            yield (
                sector_name(graph, matrix.order[i]),
                sector_name(graph, matrix.order[j]),
                str(matrix.links[i][j]),
                str(matrix.pairs_meeting[i][j]),
                str(matrix.pairs_possible[i][j]),
            )


def _actors(graph: Graph, seen: Figures) -> Iterator[Block]:
    linked = [one for one in _by_betweenness(seen) if one.degree]
    if not linked:
        return
    yield Heading(2, _("Actors in the network of links"))
    for measure in (
        measures.BETWEENNESS,
        measures.CONSTRAINT,
        measures.EFFECTIVE_SIZE,
        measures.BROKERAGE,
    ):
        yield _figure(measure)
    yield TableBlock(
        _("Actors with a link, those most often between others first; no order of merit"),
        (
            _("Actor"),
            _("Sector"),
            _("Links"),
            _("Arenas"),
            _(measures.BETWEENNESS.title),
            _(measures.CONSTRAINT.title),
            _(measures.EFFECTIVE_SIZE.title),
        ),
        tuple(
            (
                name(graph, one.id),
                sector_name(graph, one.sector),
                str(one.degree),
                str(one.arenas),
                decimal(one.betweenness, 1),
                decimal(one.constraint),
                decimal(one.effective_size),
            )
            for one in linked[:SHOWN]
        ),
    )
    yield from _more(len(linked) - SHOWN)
    yield from _brokers(graph, linked)


def _brokers(graph: Graph, linked: Sequence[ActorFigures]) -> Iterator[Block]:
    rows = []
    for one in linked:
        roles = one.brokerage
        counts = (roles.coordinator, roles.consultant, roles.gatekeeper, roles.liaison)
        if any(counts):
            rows.append((name(graph, one.id), *(str(count) for count in counts)))
    if rows:
        yield TableBlock(
            _("Brokerage: a pair counts once each way, so a gatekeeper is also a representative"),
            (_("Actor"), _("Coordinator"), _("Consultant"), _("Gatekeeper"), _("Liaison")),
            tuple(rows[:SHOWN]),
        )
        yield from _more(len(rows) - SHOWN)


def _congruence(graph: Graph) -> Iterator[Block]:
    needs = _needs(graph)
    if not needs:
        return
    yield Heading(2, _("Need and contact"))
    yield _figure(measures.CONGRUENCE, _met(needs["all"]))
    yield TableBlock(
        _("Pairs that should coordinate, by ground"),
        (_("Ground"), _("Linked or meeting"), _("Not assessed")),
        tuple(
            (ground_name(ground), _met(one), str(one.not_assessed)) for ground, one in needs.items()
        ),
    )


def _layers(seen: Figures) -> Iterator[Block]:
    layers = seen.layers
    if not seen.network.links:
        return
    yield Heading(2, _("Formal and informal layer"))
    yield _figure(
        measures.LAYERS,
        _("{figure} links settled in writing").format(
            figure=out_of(layers.formal, seen.network.links)
        ),
        (_("Not in writing"), str(layers.informal)),
        (_("Not said"), str(layers.unknown)),
        (_("Linked and meeting"), str(layers.linked_and_meeting)),
        (_("Linked, not meeting"), str(layers.linked_only)),
        (_("Meeting, not linked"), str(layers.meeting_only)),
    )


# Words


def _town(graph: Graph) -> str:
    town = model_of(graph).municipality
    return f"{town.name} ({town.number})"


def _needs(graph: Graph) -> dict[str, Congruence]:
    """Return the congruence of each ground that anybody has; nothing where no tie is filled in."""
    if not any_ties(graph):
        return {}
    return {ground: one for ground, one in Report(graph).congruence.items() if one.needed}


def _met(one: Congruence) -> str:
    assessed = one.needed - one.not_assessed
    return out_of(one.met, assessed) if assessed else "–"


def _by_betweenness(seen: Figures) -> list[ActorFigures]:
    return sorted(seen.actors, key=lambda one: (-one.betweenness, -one.degree, one.id))


def _who(graph: Graph, ids: Sequence[str], label: str | None = None) -> list[tuple[str, str]]:
    return [(label or _("Actors"), _names(graph, ids))] if ids else []


def _names(graph: Graph, ids: Sequence[str]) -> str:
    return first_few([name(graph, actor) for actor in ids], NAMED)


def _more(left: int) -> Iterator[Block]:
    if left > 0:
        yield Paragraph(_("… and {n} more, in the JSON format.").format(n=left), quiet=True)
