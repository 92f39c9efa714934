"""ARENA06 no-municipal-leadership: No strategic arena where the municipality's top leaders take part.

What it finds
    A municipality that has strategic arenas, and says of each of them that its top leaders do not
    take part.
Why it matters
    A strategic arena without anyone who can decide on money and people can advise, not carry
    through. Anchoring in the leadership is what tells coordination from good intentions.
How it is decided
    The column Kommuneledelse of the strategic arenas, closed ones and political bodies left out.
    One «ja» is enough. An empty cell is not stated: with no «ja» and an empty cell the municipality
    is not assessed. Not assessed either when no arena is given as strategic.
Known limits
    An arena whose level is not given is not looked at. That leaders are on a list does not say that
    they come, or that they carry what was agreed.
Source
    Anchoring and ownership as a success factor: NOU 2011:15 «Rom for alle». The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, listed_names, model_of, nodes
from samordning_graph.graph.participation import excluded_arenas
from samordning_graph.graph.political_bodies import political_bodies
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena


def assess(graph: Graph) -> Assessment:
    """Look at the strategic arenas together: the case is the municipality."""
    arenas = _strategic(graph)
    if not arenas:
        return nothing_to_assess(_("No arena is given as strategic in the data."))
    answers = {arena.municipal_leadership for arena in arenas}
    case = Case(model_of(graph).municipality.number)
    if None in answers and True not in answers:
        return Assessment(
            examined=0,
            undetermined=[case],
            reason=_(
                "Whether the top leaders take part is not filled in for every strategic arena."
            ),
        )
    return Assessment(examined=len(arenas), found=[] if True in answers else [case])


def _strategic(graph: Graph) -> list[Arena]:
    """Return the strategic arenas that are not closed, large ones and seldom ones included.

    A political body is none: it is what the leaders answer to.
    """
    return [
        arena
        for arena in nodes(graph, Arena)
        if arena.level == "strategic"
        and arena.id not in political_bodies(graph)
        and excluded_arenas(graph).get(arena.id) != "closed"
    ]


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about a municipality whose top leaders take part in no strategic arena."""
    arenas = _strategic(graph)
    named = listed_names(graph, [arena.id for arena in arenas])
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (arena.id for arena in arenas)),
        grounds=(FindingGround(_("Anchoring and ownership"), "NOU 2011:15"),),
        evidence=(*evidence(graph, arenas), *searched(graph, Arena)),
        observation=_(
            "According to the data, the municipality's top leaders take part in no strategic arena"
            " ({arenas})."
        ).format(arenas=named),
        ground=_("What a strategic arena agrees on must be carried by those who can decide it."),
        question=_("Who carries what is agreed in {arenas} to the top leaders?").format(
            arenas=named
        ),
        next_step=_(
            "Let one of the top leaders take part in one of the arenas, or agree on how it reports"
            " to them."
        ),
    )


def ask_about_open_case(graph: Graph, _case: Case) -> str:
    """Return the question that decides it: about the arenas whose cell is empty."""
    unknown = [arena.id for arena in _strategic(graph) if arena.municipal_leadership is None]
    return _("Do the municipality's top leaders take part in {arenas}?").format(
        arenas=listed_names(graph, unknown)
    )


RULE = Rule(
    code="ARENA06",
    slug="no-municipal-leadership",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    rests_on=DataBasis.ARENA_ROWS,
    version=2,
)
