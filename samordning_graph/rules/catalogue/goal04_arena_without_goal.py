"""GOAL04 arena-without-goal: A working arena that follows up no goal.

What it finds
    Working arenas to which no goal is registered.
Why it matters
    A meeting place without a goal is easy to attend and hard to miss. What it should lead to, and
    when it has done its work, is left to each participant.
How it is decided
    The goals of the arena's row (Mål). An arena without any is found only where the municipality
    says that all goals are listed (Kommune: Alle mål er ført); otherwise nobody has said that it
    follows up none, and it is not assessed. Not assessed either when no arena has a goal, since then
    the column has not been used.
Known limits
    The goal may stand in the mandate and not in the column.
Source
    Own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, get_arena, model_of, node_row, nodes
from samordning_graph.graph.organisation import goal_holders
from samordning_graph.graph.participation import working_arenas
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena, Goal


def assess(graph: Graph) -> Assessment:
    """Look at every working arena."""
    if not nodes(graph, Goal) and not goal_holders(graph):
        return nothing_to_assess(_("No goals are filled in."))
    arenas = working_arenas(graph)
    if not arenas:
        return nothing_to_assess(_("There is no working arena in the data."))
    if not any(arena.goals for arena in nodes(graph, Arena)):
        return nothing_to_assess(_("No arena has a goal in the data."))
    without = [Case(arena.id) for arena in arenas if not arena.goals]
    if model_of(graph).municipality.all_goals_listed:
        return Assessment(examined=len(arenas), found=without)
    examined = len(arenas) - len(without)
    return Assessment(
        examined=examined,
        undetermined=without,
        reason="" if examined else _("No working arena has a goal in the data."),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena without a goal."""
    subject = get_arena(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (subject.id,)),
        grounds=(FindingGround(_("Meeting place without a goal")),),
        evidence=(*evidence(graph, (node_row(graph, subject.id),)), *searched(graph, Arena)),
        observation=_("«{arena}» follows up no goal in the data.").format(arena=subject.name),
        ground=_("An arena coordinates work towards a goal."),
        question=_("What shall «{arena}» lead to?").format(arena=subject.name),
        next_step=_("Write the goal that «{arena}» follows up into its row or its mandate.").format(
            arena=subject.name
        ),
    )


def ask_about_open_case(_graph: Graph, _case: Case) -> str:
    """Return the question that decides it."""
    return _("Which goal does it follow up?")


RULE = Rule(
    code="GOAL04",
    slug="arena-without-goal",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    question_when_undetermined=ask_about_open_case,
    rests_on=DataBasis.ARENA_ROWS,
    version=2,
)
