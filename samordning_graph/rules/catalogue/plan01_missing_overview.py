"""PLAN01 missing-overview: An overview of housing needs is not documented, is older, or has no date.

What it finds
    That the municipality is said to have no overview of the need for ordinary and adapted housing,
    or that none of its overviews is known to be of the last four years.
Why it matters
    The overview is the first link in the chain of § 5 second paragraph: the municipal planning
    strategy, the goals and the strategies shall rest on it. Without a date, or with an old one,
    nobody can tell whether it describes the need of today.
How it is decided
    One overview (Oversikt) with a date of the last four years is enough. One that is dated after the
    day of the report is not made yet, and not counted. An older one («eldre
    oversikt») and one without a date are there all the same, so these findings are hints. Without
    any overview the finding is required by law, and only where the row of the municipality says nei
    (Har oversikt in Kommune). An empty cell is no answer: not assessed, and asked about. So is a ja
    without an overview in the data.
Known limits
    The overview may be part of another document. Its quality is not judged. A newer one may have
    been made and not filled in.
Source
    Boligsosialloven § 5 second paragraph, first sentence; Prop. 132 L (2021–2022) chapter 10. The
    law gives no date and no age: four years is our own definition, after the overview that the work
    with public health makes every fourth year (folkehelseloven § 5).
"""

from samordning_graph.common.locale import _, day_or_year
from samordning_graph.graph.graph import Graph, listed_names
from samordning_graph.graph.plans import is_recent, overviews_made
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.plan_times import overviews_ahead, time_of_overview
from samordning_graph.rules.shared.planning import (
    assess_municipality,
    municipality_of,
    second_paragraph,
)
from samordning_graph.schema.tables import Overview


def assess(graph: Graph) -> Assessment:
    """Look at the municipality."""
    overviews = overviews_made(graph)
    if overviews:
        return assess_municipality(graph, any(is_recent(graph, row) for row in overviews), "")
    is_said_to_have_none = municipality_of(graph).has_overview is False
    return assess_municipality(graph, False if is_said_to_have_none else None, _unknown(graph))


def _unknown(graph: Graph) -> str:
    ahead = [*overviews_ahead(graph)]
    if ahead:
        return " ".join(ahead)
    if municipality_of(graph).has_overview:
        return _("The municipality is said to have an overview; it is not filled in.")
    return _("Whether the municipality has an overview is not stated («Har oversikt»).")


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality without an overview, with older ones, or without a date."""
    overviews = overviews_made(graph)
    if not overviews:
        return _none(graph, case)
    dated = sorted((row.date, row.id) for row in overviews if row.date)
    if dated:
        day, newest = dated[-1]
        overview = listed_names(graph, [newest])
        observation = " ".join(filter(None, (time_of_overview(graph, row) for row in overviews)))
        question = _("Does {overview} from {date} still show the need of today?").format(
            overview=overview, date=day_or_year(day)
        )
        next_step = _("Agree on when {overview} is made anew, and fill in a newer one.").format(
            overview=overview
        )
        ground = _(
            "An overview that is more than four years old may not show the need of today. The law"
            " gives no age; four years is our own definition."
        )
    else:
        overview = listed_names(graph, (row.id for row in overviews))
        observation = _("The date of {overview} is not documented in the data.").format(
            overview=overview
        )
        question = _("Which year does {overview} describe?").format(overview=overview)
        next_step = _("Fill in the date of {overview}.").format(overview=overview)
        ground = _("Without a date nobody can tell whether an overview shows the need of today.")
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=(*evidence(graph, overviews), *searched(graph, Overview)),
        observation=observation,
        ground=ground,
        question=question,
        next_step=next_step,
    )


def _none(graph: Graph, case: Case) -> Finding:
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.REQUIRED,
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=(*evidence(graph, [municipality_of(graph)]), *searched(graph, Overview)),
        observation=_(
            "An overview of the need for housing is not documented in the data: the municipality is"
            " said to have none («Har oversikt» is nei)."
        ),
        ground=_(
            "The municipality shall have an overview of the need for ordinary and adapted housing"
            " (§ 5 second paragraph)."
        ),
        question=_("Who knows today what the need for ordinary and adapted housing is?"),
        next_step=_("Agree on who makes the overview together with whom."),
    )


def ask_about_open_case(graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    if municipality_of(graph).has_overview:
        return _(
            "The municipality is said to have an overview; it is not filled in. What is it called,"
            " and from when is it?"
        )
    return _(
        "Does the municipality have an overview of the need for housing, and where is it? That is"
        " not stated."
    )


RULE = Rule(
    code="PLAN01",
    slug="missing-overview",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    version=3,
)
