"""PLAN02 partial-overview: An overview without ordinary or without adapted housing.

What it finds
    Overviews of housing needs that are said not to cover ordinary housing or not to cover adapted
    housing, when no other overview covers it.
Why it matters
    § 5 names both. Where only one of them is counted, those who need the other are easily
    overlooked when plans and budgets are made.
How it is decided
    The overview's row says nei to ordinary housing (Ordinære boliger) or to adapted housing
    (Tilpassede boliger). Two overviews may cover one each. Unknown is not absent: not assessed when
    no overview says ja and one of them says nothing. One that is dated after the day of the report
    is not made yet, and not looked at.
Known limits
    What the overview says about the need, and for whom, is not looked at.
Source
    Boligsosialloven § 5 second paragraph, first sentence («både ordinære og tilpassede boliger»).
"""

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.graph import Graph, node_name
from samordning_graph.graph.plans import overviews_made
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence_in_documents, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.plan_times import overviews_ahead
from samordning_graph.rules.shared.planning import second_paragraph
from samordning_graph.schema.tables import Overview


def assess(graph: Graph) -> Assessment:
    """Look at every overview."""
    overviews = [Case(overview.id) for overview in overviews_made(graph)]
    if not overviews:
        ahead = " ".join(overviews_ahead(graph))
        return nothing_to_assess(ahead or _("No overview of the need for housing is filled in."))
    covered = _covered(graph).values()
    if False in covered:
        return Assessment(examined=len(overviews), found=overviews)
    if None in covered:
        return Assessment(
            examined=0,
            undetermined=overviews,
            reason=_("It is not filled in whether both ordinary and adapted housing are covered."),
        )
    return Assessment(examined=len(overviews))


def _covered(graph: Graph) -> dict[str, bool | None]:
    """Return whether some overview covers each type of housing; None when that is not known."""
    return {
        column: True if True in answers else None if None in answers else False
        for column in ("ordinary_housing", "adapted_housing")
        if (answers := {getattr(overview, column) for overview in overviews_made(graph)})
    }


def _types(graph: Graph, covered: bool | None) -> str:
    """Return the types of housing of which this is known, in words."""
    words = {"ordinary_housing": _("ordinary housing"), "adapted_housing": _("adapted housing")}
    return listed(
        [words[column] for column, answer in _covered(graph).items() if answer is covered]
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one overview that lacks a type of housing."""
    overview, overviews = node_name(graph, case.subject), overviews_made(graph)
    lacking = _types(graph, False)
    observation = _("According to the data, «{overview}» does not cover {lacking}.").format(
        overview=overview, lacking=lacking
    )
    if len(overviews) > 1:
        observation += " " + _("Neither does any other overview.")
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.REQUIRED,
        confidence=confidence_in_documents(),
        grounds=second_paragraph(),
        evidence=evidence(graph, overviews),
        observation=observation,
        ground=_(
            "The overview shall show the need for both ordinary and adapted housing (§ 5 second"
            " paragraph)."
        ),
        question=_("What do you know today about the need for {lacking}, and who knows it?").format(
            lacking=lacking
        ),
        next_step=_(
            "Decide how the need for {lacking} gets into «{overview}», and which units contribute."
        ).format(overview=overview, lacking=lacking),
    )


def ask_about_open_case(graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _("Does it cover {types}?").format(types=_types(graph, None))


RULE = Rule(
    code="PLAN02",
    slug="partial-overview",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    clause="P4",
    tables=(Overview,),
    version=2,
)
