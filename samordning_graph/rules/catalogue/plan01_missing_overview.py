"""PLAN01 missing-overview: An overview of housing needs is not documented, or has no date.

What it finds
    That the data hold no overview of the need for ordinary and adapted housing, or none with a
    date.
Why it matters
    The overview is the first link in the chain of § 5 second paragraph: the municipal planning
    strategy, the goals and the strategies shall rest on it. Without a date nobody can tell whether
    it describes the need of today.
How it is decided
    One overview (Oversikt) with a date is enough. Without any overview the finding is required by
    law. The law asks for no date, so an overview without one is a hint. Not assessed while nothing
    is filled in about overview, plans, challenges, goals, strategies and measures.
Known limits
    The overview may be part of another document, or not be filled in. Neither its age nor its
    quality is judged.
Source
    Boligsosialloven § 5 second paragraph, first sentence; Prop. 132 L (2021–2022) chapter 10. That
    a date counts: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, listed_names, nodes
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.planning import assess_municipality, second_paragraph
from samordning_graph.schema.tables import Overview


def assess(graph: Graph) -> Assessment:
    """Look at the municipality."""
    return assess_municipality(graph, not any(overview.date for overview in nodes(graph, Overview)))


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality without an overview, or without the date of one."""
    undated = nodes(graph, Overview)
    if undated:
        overview = listed_names(graph, (row.id for row in undated))
        observation = _("The date of {overview} is not documented in the data.").format(
            overview=overview
        )
        question = _("Which year does {overview} describe?").format(overview=overview)
        next_step = _("Fill in the date of {overview}.").format(overview=overview)
        ground = _("Without a date nobody can tell whether an overview shows the need of today.")
    else:
        observation = _("An overview of the need for housing is not documented in the data.")
        question = _(
            "Does the municipality have an overview of the need for housing, and where is it?"
        )
        next_step = _(
            "Fill in the overview if there is one. If not, agree on who makes it together with whom."
        )
        ground = _(
            "The municipality shall have an overview of the need for ordinary and adapted housing"
            " (§ 5 second paragraph)."
        )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT if undated else Basis.REQUIRED,
        confidence=confidence(graph, ()),
        grounds=second_paragraph(),
        evidence=(*evidence(graph, undated), *searched(graph, Overview)),
        observation=observation,
        ground=ground,
        question=question,
        next_step=next_step,
    )


RULE = Rule(
    code="PLAN01",
    slug="missing-overview",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    clause="P4",
    tables=(Overview,),
)
