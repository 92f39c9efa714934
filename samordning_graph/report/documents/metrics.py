"""The figures of the network as a document: a few in short, then each with what it means."""

from collections.abc import Iterable, Iterator

from samordning_graph.common.locale import _, in_words
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, listed_names, model_of, node_name, options_of
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.graph.participation import excluded_arenas
from samordning_graph.graph.survey import survey_count
from samordning_graph.metrics import definitions
from samordning_graph.metrics.figures import MunicipalityFigures, municipality_figures
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.metrics_sections import (
    actors_section,
    arenas_section,
    by_betweenness,
    congruence_section,
    layers_section,
    links_section,
    names_in_short,
    needed_congruence,
    sectors_section,
)
from samordning_graph.report.documents.phrases import decimal, out_of
from samordning_graph.rules.finding_text import exclusion_reason, only_confirmed_links

FIRST_BRIDGING_SHOWN = 3
"""Actors that are named in short as those most often between others."""
SIGNIFICANCE_LEVEL = 0.05
"""The customary limit: a p at or below it is called more than chance."""


def metrics_document(graph: Graph) -> Iterator[Block]:
    """Yield the blocks of the figures of one municipality in reading order."""
    all_figures = municipality_figures(graph)
    yield from _opening(graph)
    yield Heading(2, _("In short"))
    yield Bullets(tuple(_in_short(graph, all_figures)))
    yield from links_section(graph, all_figures)
    yield from arenas_section(graph, all_figures)
    yield from sectors_section(graph, all_figures)
    yield from actors_section(graph, all_figures)
    yield from congruence_section(graph)
    yield from layers_section(all_figures)


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
            _(definitions.EI_INDEX.title),
            _("Expected by chance"),
            _("Pairs with a ground to coordinate"),
        ),
        tuple(rows),
    )


def _summary_row(graph: Graph) -> tuple[str, ...]:
    all_figures, congruence = municipality_figures(graph), needed_congruence(graph)
    return (
        _municipality_name(graph),
        out_of(*survey_count(graph)),
        str(all_figures.network.links),
        decimal(all_figures.ei.index),
        decimal(all_figures.ei.expected),
        figures_in_words(congruence["all"]) if congruence else "–",
    )


def _municipality_name(graph: Graph) -> str:
    municipality = model_of(graph).municipality
    return f"{municipality.name} ({municipality.number})"


# The first screen


def _opening(graph: Graph) -> Iterator[Block]:
    number, everyone = survey_count(graph)
    yield Heading(1, _("Figures of the network in {name}").format(name=_municipality_name(graph)))
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
    if options_of(graph).links == "confirmed":
        yield Paragraph(only_confirmed_links())
    yield Paragraph(
        _(
            "Links are collaborations and agreements in force between two actors, seats are working"
            " arenas where one is leader or member. Each unit counts with its own."
        )
    )
    yield from _excluded_arenas(graph)
    yield Paragraph(report_disclaimer(), quiet=True)


def _excluded_arenas(graph: Graph) -> Iterator[Block]:
    excluded = excluded_arenas(graph)
    for reason in sorted(set(excluded.values())):
        left_out = [arena for arena, why in excluded.items() if why == reason]
        yield Paragraph(
            _("Not counted as working arenas ({reason}): {arenas}.").format(
                reason=exclusion_reason(reason), arenas=listed_names(graph, left_out)
            ),
            quiet=True,
        )


def _in_short(graph: Graph, all_figures: MunicipalityFigures) -> Iterator[str]:
    if all_figures.network.links:
        yield _who_bridges(graph, all_figures)
        if all_figures.network.articulation_points:
            yield _("Cut points among the links: {names}.").format(
                names=names_in_short(graph, all_figures.network.articulation_points)
            )
        yield _ei_in_short(all_figures)
    else:
        yield _nothing_linked()
    cut_points = (*all_figures.two_mode.cut_arenas, *all_figures.two_mode.cut_actors)
    if cut_points:
        yield _("Without these, some would no longer meet, even by others: {names}.").format(
            names=names_in_short(graph, cut_points)
        )
    congruence = needed_congruence(graph).get("all")
    if congruence:
        yield _("Pairs with a ground to coordinate: {figure}.").format(
            figure=figures_in_words(congruence)
        )


def _who_bridges(graph: Graph, all_figures: MunicipalityFigures) -> str:
    bridging = [actor for actor in by_betweenness(all_figures) if actor.betweenness]
    if not bridging:
        return _("No actor stands between two others in the network of links.")
    return _("Most often between two others in the network of links (pairs): {names}.").format(
        names=listed(
            [
                f"{node_name(graph, actor.id)} ({decimal(actor.betweenness, 1)})"
                for actor in bridging[:FIRST_BRIDGING_SHOWN]
            ]
        )
    )


def _ei_in_short(all_figures: MunicipalityFigures) -> str:
    ei = all_figures.ei
    text = _("Links across sectors: {figure}. E-I index {index}, by chance {expected}.").format(
        figure=out_of(ei.external, ei.external + ei.internal),
        index=decimal(ei.index),
        expected=decimal(ei.expected),
    )
    if ei.p_value is None or ei.index is None or ei.expected is None:
        return text
    if ei.p_value > SIGNIFICANCE_LEVEL:
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
