"""Whose data a report rests on: what is filled in, how old it is, and what is remarked on it."""

from collections.abc import Iterator

from samordning_graph.common.locale import _, day_or_year, in_words, ngettext
from samordning_graph.common.phrases import listed, sentences
from samordning_graph.graph.graph import (
    Graph,
    options_of,
    source_period,
)
from samordning_graph.graph.survey import survey_count
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.sources import age_of_the_data
from samordning_graph.schema.vocabulary import is_before_law, law_in_force


def title(report: Report) -> str:
    """Return the title of a report."""
    municipality = report.model.municipality
    return _("Coordination of social-housing work in {name} ({number})").format(
        name=municipality.name, number=municipality.number
    )


def whose_data(report: Report) -> str:
    """Return the line about the data: whose, how old, and how many were asked."""
    number, everyone = survey_count(report.graph)
    data = _("Data: {path}, with {what}; {period}.").format(
        path=report.model.path, what=_what_is_filled_in(report), period=_period(report.graph)
    )
    asked = _("{asked} of {everyone} actors were asked themselves.").format(
        asked=number, everyone=everyone
    )
    assessed = _("Assessed as of {as_of}.").format(as_of=in_words(options_of(report.graph).as_of))
    return sentences(data, asked if number else "", assessed)


def about_the_data(report: Report) -> Iterator[str]:
    """Yield what the municipality remarks on its data, and what in them is older than the law."""
    if is_before_law(options_of(report.graph).as_of):
        yield _(
            "Boligsosialloven holds from {date}. On the day of this report it required nothing yet."
        ).format(date=in_words(law_in_force()))
    if remark := report.model.municipality.comment:
        yield _("Remark on the data: «{remark}»").format(remark=remark)
    if age := age_of_the_data(report.graph):
        yield age


def _what_is_filled_in(report: Report) -> str:
    counts = report.counts
    return listed(
        [
            ngettext("{n} unit", "{n} units", counts.units).format(n=counts.units),
            ngettext("{n} external actor", "{n} external actors", counts.external_actors).format(
                n=counts.external_actors
            ),
            ngettext("{n} working arena", "{n} working arenas", counts.working_arenas).format(
                n=counts.working_arenas
            ),
        ]
    )


def _period(graph: Graph) -> str:
    dates = source_period(graph)
    if not dates:
        return _("no dates of sources are given")
    oldest, newest = (day_or_year(day) for day in dates)
    if oldest == newest:
        return _("the sources with a date are from {day}").format(day=oldest)
    return _("the sources with a date are from {oldest} to {newest}").format(
        oldest=oldest, newest=newest
    )
