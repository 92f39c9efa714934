"""The map as one HTML page that works offline: views, evidence, and the same in tables."""

from collections.abc import Callable
from typing import Any

from samordning_graph.common.locale import _, current_language, day_or_year, in_words, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import (
    Graph,
    listed_names,
    model_of,
    nodes,
    options_of,
    source_period,
)
from samordning_graph.graph.participation import excluded_arenas
from samordning_graph.graph.survey import survey_count
from samordning_graph.map.gaps import map_findings
from samordning_graph.map.node_labels import map_disclaimer
from samordning_graph.map.page.arena_grid import arena_grid
from samordning_graph.map.page.earlier_positions import Earlier
from samordning_graph.map.page.goal_grid import goal_grid
from samordning_graph.map.page.headline import headline
from samordning_graph.map.page.page_data import page_data
from samordning_graph.map.page.page_tables import page_tables
from samordning_graph.map.page.script_texts import script_texts
from samordning_graph.map.page.sector_grid import sector_grid
from samordning_graph.map.view import View, ViewFlag
from samordning_graph.map.views.actors import with_earlier_seats
from samordning_graph.map.views.registry import VIEWS, build_view
from samordning_graph.map.views.stable_layout import keep_positions
from samordning_graph.rules.finding_text import exclusion_reason, only_confirmed_links
from samordning_graph.rules.sources import age_of_the_data, undated_in_words
from samordning_graph.schema.tables import Arena


def map_page(graph: Graph, view: str | None = None, earlier: Earlier | None = None) -> str:
    """Return the map of a municipality as a whole HTML page, in the language in use.

    Parameters
    ----------
    graph
        The municipality.
    view
        One of `VIEWS`: the only view of the page. None: all of them, as tabs.
    earlier
        Where the nodes of an earlier map were; those that are still there stay there.
    """
    from samordning_graph.map.page.assets import assets, templates

    environment = templates("samordning_graph.map.page")
    environment.globals["_"] = _
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # the order has a meaning
    ids = [view] if view else VIEWS
    views = [_placed(graph, build_view(graph, id_), earlier or {}) for id_ in ids]
    title = _("Coordination map of {municipality}").format(municipality=_municipality(graph))
    data = {
        **page_data(graph, views),
        "title": title,
        "facts": _facts(graph),
        "honest": map_disclaimer(),
        "leftOut": _left_out(graph),
        "start": views[0].id,
        "texts": script_texts(),
    }
    return environment.get_template("page.html.j2").render(
        language=current_language(),
        data=data,
        views=views,
        headline=headline(graph),
        grids=_grids(graph, views),
        tables=page_tables(graph, views),
        assets=assets(),
    )


def _grids(graph: Graph, views: list[View]) -> dict[str, dict[str, Any]]:
    """Return what the views that are tables show, by the ids of the views."""
    found = {view.id: view for view in views if view.nodes}
    made: dict[str, Callable[[View], object]] = {
        "sectors": lambda view: sector_grid(graph, view),
        "arenas": lambda _view: arena_grid(graph),
        "goals": lambda _view: goal_grid(graph),
    }
    return {
        id_: {"view": found[id_], "grid": make(found[id_])} if id_ in found else {}
        for id_, make in made.items()
    }


def _placed(graph: Graph, view: View, earlier: Earlier) -> View:
    positions = earlier.get(view.id)
    if not positions:
        return view
    if ViewFlag.IS_TABLE in view.flags:
        return with_earlier_seats(graph, view, positions)
    return keep_positions(view, positions)


def _municipality(graph: Graph) -> str:
    municipality = model_of(graph).municipality
    return municipality.name or municipality.number


def _facts(graph: Graph) -> list[str]:
    """Return whose data, how old, and who was asked."""
    number, everyone = survey_count(graph)
    age = age_of_the_data(graph) or undated_in_words(graph)
    return [
        _("Municipality number {number}").format(number=model_of(graph).municipality.number),
        _("Drawn as of {date}").format(date=in_words(options_of(graph).as_of)),
        _data_period(graph),
        *([age.removesuffix(".")] if age else []),
        *([only_confirmed_links()] if options_of(graph).links == "confirmed" else []),
        ngettext(
            "{asked} of {n} actor was asked", "{asked} of {n} actors were asked", everyone
        ).format(asked=number, n=everyone),
    ]


def _data_period(graph: Graph) -> str:
    period = source_period(graph)
    if period is None:
        return _("The age of the data is not stated")
    first, last = (day_or_year(day) for day in period)
    if first == last:
        return _("Data from {date}").format(date=first)
    return _("Data from {first} to {last}").format(first=first, last=last)


def _left_out(graph: Graph) -> list[str]:
    """Return what the page does not show or does not count, a sentence each."""
    sentences = []
    excluded = excluded_arenas(graph)
    for reason in sorted(set(excluded.values())):
        left_out = [arena.id for arena in nodes(graph, Arena) if excluded.get(arena.id) == reason]
        sentences.append(
            _("Not counted as working arenas ({reason}): {arenas}.").format(
                reason=exclusion_reason(reason), arenas=listed_names(graph, left_out)
            )
        )
    if map_findings(graph).left_out:
        sentences.append(
            _("Only these are on the map: {parts}. The report has all of them.").format(
                parts=listed(map_findings(graph).left_out)
            )
        )
    return sentences
