"""The sectors round an ellipse: how many pairs of actors meet and are linked across each two."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.text import fold
from samordning_graph.graph.graph import Graph, actors, is_unit, sector_name
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.graph.survey import is_surveyed
from samordning_graph.map.gaps import pair_ties
from samordning_graph.map.geometry.ellipse import ellipse
from samordning_graph.map.node_labels import label
from samordning_graph.map.view import Counted, MapNode, View, ViewFlag, ViewTie
from samordning_graph.metrics.sector_matrix import sector_matrix_of
from samordning_graph.rules.catalogue import link06_sectors_apart
from samordning_graph.rules.register import assessment_of
from samordning_graph.schema.tables import Actor

KEY = "sector:"


def sectors_view(graph: Graph) -> View:
    """Return the view of the sectors that have actors."""
    order = by_name(graph)
    placed = ellipse(len(order))
    meaning = (
        _meaning()
        if order
        else _("The data name no actor. Fill in the sheets Enheter and Eksterne aktører.")
    )
    return View(
        id="sectors",
        name=_("Sectors"),
        meaning=meaning,
        nodes=tuple(_node(graph, sector) for sector in order),
        positions={KEY + sector: at for sector, at in zip(order, placed.places, strict=True)},
        ties=(*sector_ties(graph), *pair_ties(graph, [KEY + sector for sector in order])),
        regions=(),
        whole=placed.whole,
        flags=frozenset({ViewFlag.GAPS_ARE_PAIRS}),
        counted=counted(graph),
    )


def counted(graph: Graph) -> Counted:
    """Return the figures of the pairs of sectors, as the report has them."""
    figures = assessment_of(graph, link06_sectors_apart.RULE).figures
    sentence = _("Pairs of sectors with at least one contact: {figure}.")
    return Counted(figures, sentence.format(figure=figures_in_words(figures)))


def _meaning() -> str:
    return _(
        "Two sectors are tied when an actor of one meets an actor of the other in a working arena,"
        " or works with it directly; the more pairs, the wider the line."
    )


def by_name(graph: Graph) -> tuple[str, ...]:
    """Return the sectors that have actors, by name."""
    order = {actor.sector for actor in actors(graph)}
    return tuple(sorted(order, key=lambda sector: (fold(sector_name(graph, sector)), sector)))


def _node(graph: Graph, sector: str) -> MapNode:
    heading = sector_name(graph, sector)
    return MapNode(
        key=KEY + sector,
        kind="sector",
        name=heading,
        label=label(heading),
        facts=tuple(_facts(graph, [actor for actor in actors(graph) if actor.sector == sector])),
        attributes={"sector": sector},
    )


def _facts(graph: Graph, of_sector: Sequence[Actor]) -> Iterator[str]:
    units = sum(is_unit(graph, actor.id) for actor in of_sector)
    external = len(of_sector) - units
    if units:
        yield ngettext("{n} municipal unit", "{n} municipal units", units).format(n=units)
    if external:
        yield ngettext("{n} external actor", "{n} external actors", external).format(n=external)
    yield ngettext(
        "{asked} of {n} actor was asked", "{asked} of {n} actors were asked", len(of_sector)
    ).format(asked=sum(map(is_surveyed, of_sector)), n=len(of_sector))


def sector_ties(graph: Graph) -> Iterator[ViewTie]:
    """Yield how many pairs meet and are linked across each two sectors, where there are any."""
    figures = sector_matrix_of(graph)
    for (i, first), (j, second) in combinations(enumerate(figures.order), 2):
        possible = figures.pairs_possible[i][j]
        for kind, count, sentence in (
            ("meeting", figures.pairs_meeting[i][j], meeting_in_words),
            ("linked", figures.links[i][j], linked_in_words),
        ):
            if count:
                yield ViewTie(
                    kind=kind,
                    source=KEY + first,
                    target=KEY + second,
                    facts=(sentence(count, possible),),
                    weight=count,
                )


def meeting_in_words(count: int, possible: int) -> str:
    """Return how many of the pairs that are possible meet."""
    return ngettext(
        "{count} of {n} pair of actors meets in a working arena",
        "{count} of {n} pairs of actors meet in a working arena",
        possible,
    ).format(count=count, n=possible)


def linked_in_words(count: int, possible: int) -> str:
    """Return how many of the pairs that are possible work together directly."""
    return ngettext(
        "{count} of {n} pair of actors works together directly",
        "{count} of {n} pairs of actors work together directly",
        possible,
    ).format(count=count, n=possible)
