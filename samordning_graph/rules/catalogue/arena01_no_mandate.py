"""ARENA01 no-mandate: A working arena without mandate or basis.

What it finds
    Working arenas that are said to have neither a mandate nor a basis (a law, an agreement, a plan).
Why it matters
    An arena that nobody has set a task rests on those who happen to attend. What it may decide,
    and whom it answers to, is settled anew with each change of people.
How it is decided
    The columns Mandat and Grunnlag of the arena's row. «nei», «ingen» and «-» in both is no mandate.
    An empty cell says nothing: with neither a mandate nor a basis, and one of the two cells empty,
    the arena is not assessed. Not assessed either when no arena has a mandate or a basis. Political
    bodies (kommunestyret, formannskapet) are left out: the law says what they decide. What the arena
    is anchored in is told with the finding; it is not a mandate in itself.
Known limits
    Whether a mandate is good, known or followed cannot be seen. A meeting that has grown by itself
    may work well, and the mandate may stand in a document that has not been filled in.
Source
    Organisation and coordination as a success factor: NOU 2011:15 «Rom for alle». The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, get_arena, listed_names, nodes
from samordning_graph.graph.participation import has_mandate
from samordning_graph.graph.political_bodies import administrative_arenas
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena


def assess(graph: Graph) -> Assessment:
    """Look at every working arena that is no political body."""
    arenas = administrative_arenas(graph)
    if not arenas:
        return nothing_to_assess(_("There is no working arena but political bodies in the data."))
    if not any(has_mandate(arena) for arena in nodes(graph, Arena)):
        return nothing_to_assess(_("No arena has a mandate or a basis in the data."))
    undetermined = [Case(arena.id) for arena in arenas if has_mandate(arena) is None]
    examined = len(arenas) - len(undetermined)
    return Assessment(
        examined=examined,
        found=[Case(arena.id) for arena in arenas if has_mandate(arena) is False],
        undetermined=undetermined,
        reason="" if examined else _("No working arena has a mandate or a basis in the data."),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena without mandate."""
    subject = get_arena(graph, case.subject)
    observation = _("The data say that «{arena}» has neither a mandate nor a basis.").format(
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
        question=_("Who has decided what «{arena}» is to do?").format(arena=subject.name),
        next_step=_(
            "Write down in a few lines what «{arena}» is to do and may decide, and let whoever it"
            " answers to confirm it."
        ).format(arena=subject.name),
    )


def ask_about_open_case(_graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _("Does it have a mandate, or a law, an agreement or a plan that it rests on?")


RULE = Rule(
    code="ARENA01",
    slug="no-mandate",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    rests_on=DataBasis.ARENA_ROWS,
    version=2,
)
