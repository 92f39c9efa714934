"""ARENA07 no-user-representation: A working arena where users are not represented.

What it finds
    Working arenas whose row says that users are not represented.
Why it matters
    Those whom the work is about know where it does not hang together. An arena that never hears
    from them finds it out late.
How it is decided
    The column Brukerrepresentasjon. Only «nei» is found; an empty cell is not stated, and such an
    arena is not looked at.
Known limits
    An arena that decides in single cases can hardly have user representatives. Users may be heard
    in other ways: a council, a survey, an organisation. Whether a representative has any influence
    cannot be seen.
Source
    User participation as a success factor: «Bolig for velferd» (2014–2020). The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, get_arena
from samordning_graph.graph.participation import working_arenas
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena


def assess(graph: Graph) -> Assessment:
    """Look at every working arena that says whether users are represented."""
    arenas = [arena for arena in working_arenas(graph) if arena.user_representation is not None]
    if not arenas:
        return nothing_to_assess(
            _("No working arena says whether users are represented in the data.")
        )
    return Assessment(
        examined=len(arenas),
        found=[Case(arena.id) for arena in arenas if not arena.user_representation],
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena where users are not represented."""
    subject = get_arena(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (subject.id,)),
        grounds=(FindingGround(_("User participation"), "Bolig for velferd (2014–2020)"),),
        evidence=(*evidence(graph, (subject,)), *searched(graph, Arena)),
        observation=_("According to the data, users are not represented in «{arena}».").format(
            arena=subject.name
        ),
        ground=_("Those whom the work is about know where it does not hang together."),
        question=_("How does «{arena}» hear from those whom its work is about?").format(
            arena=subject.name
        ),
        next_step=_(
            "Consider a user representative in «{arena}», or where single cases are decided a fixed"
            " way to hear from users elsewhere."
        ).format(arena=subject.name),
    )


RULE = Rule(
    code="ARENA07",
    slug="no-user-representation",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    rests_on=DataBasis.ARENA_ROWS,
)
