"""ARENA01 no-mandate: A working arena without mandate or basis.

What it finds
    Working arenas for which neither a mandate nor a basis (a law, an agreement, a plan) is given.
Why it matters
    An arena that nobody has set a task rests on those who happen to attend. What it may decide,
    and whom it answers to, is settled anew with each change of people.
How it is decided
    The columns Mandat and Grunnlag of the arena's row. «nei», «ingen» and «-» is no mandate. Not
    assessed when no arena has either, since then the columns have not been used. What the arena is
    anchored in is told with the finding; it is not a mandate in itself.
Known limits
    Whether a mandate is good, known or followed cannot be seen. A meeting that has grown by itself
    may work well, and the mandate may stand in a document that has not been filled in.
Source
    Organisation and coordination as a success factor: NOU 2011:15 «Rom for alle». The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, get_arena, listed_names, nodes
from samordning_graph.graph.participation import has_mandate, working_arenas
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena


def assess(graph: Graph) -> Assessment:
    """Look at every working arena."""
    arenas = working_arenas(graph)
    if not arenas:
        return nothing_to_assess(_("There is no working arena in the data."))
    if not any(has_mandate(arena) for arena in nodes(graph, Arena)):
        return nothing_to_assess(_("No arena has a mandate or a basis in the data."))
    return Assessment(
        examined=len(arenas), found=[Case(arena.id) for arena in arenas if not has_mandate(arena)]
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena without mandate."""
    subject = get_arena(graph, case.subject)
    observation = _("The data hold neither a mandate nor a basis for {arena}.").format(
        arena=subject.name
    )
    if subject.anchored_in:
        observation += " " + _("It is anchored in {above}.").format(
            above=listed_names(graph, sorted(subject.anchored_in))
        )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (subject.id,)),
        grounds=(FindingGround(_("Organisation and coordination"), "NOU 2011:15"),),
        evidence=(*evidence(graph, (subject,)), *searched(graph, Arena)),
        observation=observation,
        ground=_("A mandate says what an arena may settle, and whom it answers to."),
        question=_("Who has decided what {arena} is to do?").format(arena=subject.name),
        next_step=_(
            "Write down in a few lines what {arena} is to do and may decide, and let whoever it"
            " answers to confirm it."
        ).format(arena=subject.name),
    )


RULE = Rule(
    code="ARENA01",
    slug="no-mandate",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    rests_on=DataBasis.ARENA_ROWS,
)
