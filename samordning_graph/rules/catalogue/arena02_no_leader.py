"""ARENA02 no-leader: A working arena that nobody leads.

What it finds
    Working arenas where nobody is listed as leader.
Why it matters
    Somebody has to call the meeting, keep the list of what was agreed, and notice who has stopped
    coming. Where nobody does, an arena ends without anybody having decided it.
How it is decided
    The roles in Deltakelse. Political bodies (kommunestyret, formannskapet) are left out: the law
    says who leads them. Not assessed when nobody is leader of any arena, since then the role
    has not been used. An arena without a listed leader is not assessed either when its participant
    list is open (said to be incomplete, or naming nobody without being said to be complete): the
    leader may be the one that is missing.
Known limits
    Whether the leader leads cannot be seen. Arenas may take turns on purpose.
Source
    Organisation and coordination as a success factor: NOU 2011:15 «Rom for alle». The rule: own
    definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, get_arena, nodes, rows_of, ties_to
from samordning_graph.graph.participation import has_incomplete_list, has_leader, lacks_leader
from samordning_graph.graph.political_bodies import administrative_arenas
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena, Participation, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every working arena that is no political body."""
    arenas = administrative_arenas(graph)
    if not arenas:
        return nothing_to_assess(_("There is no working arena but political bodies in the data."))
    if not any(has_leader(graph, arena.id) for arena in nodes(graph, Arena)):
        return nothing_to_assess(_("Nobody is registered as the leader of any arena."))
    without = [arena for arena in arenas if not has_leader(graph, arena.id)]
    undetermined = [Case(arena.id) for arena in without if has_incomplete_list(graph, arena)]
    examined = len(arenas) - len(undetermined)
    return Assessment(
        examined=examined,
        found=[Case(arena.id) for arena in arenas if lacks_leader(graph, arena)],
        undetermined=undetermined,
        reason=""
        if examined
        else _("The participant lists of the arenas without a leader are incomplete."),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena without a leader."""
    subject = get_arena(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (subject.id,)),
        grounds=(FindingGround(_("Organisation and coordination"), "NOU 2011:15"),),
        evidence=(
            *evidence(graph, (subject, *rows_of(ties_to(graph, subject.id, Tie.PARTICIPATES_IN)))),
            *searched(graph, Participation),
        ),
        observation=_("Nobody is registered as the leader of «{arena}».").format(
            arena=subject.name
        ),
        ground=_("A leader calls the meetings, and sees to it that what was agreed is done."),
        question=_("Who calls «{arena}» together, and follows up what was agreed?").format(
            arena=subject.name
        ),
        next_step=_("Fill in who leads «{arena}», or agree on somebody.").format(
            arena=subject.name
        ),
    )


RULE = Rule(
    code="ARENA02", slug="no-leader", page=__doc__ or "", assess=assess, tell=tell, version=2
)
