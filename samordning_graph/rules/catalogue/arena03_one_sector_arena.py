"""ARENA03 one-sector-arena: A working arena whose members are all in one sector.

What it finds
    Working arenas with two or more leaders and members, all in the same sector.
Why it matters
    An arena can meet often and still not coordinate across sectors. What is settled in it reaches
    the other sectors as a decision, if at all.
How it is decided
    The sectors of those listed as leader or member themselves; those called in when needed and
    observers are told with the finding. Political bodies (kommunestyret, formannskapet) are left
    out, and so are arenas where no service of the municipality is leader or member: leadership,
    staff and «Annet» are no services. Where one of them sits with a service, its sector counts, since
    it may speak for others. An arena whose participant list is open (said to be incomplete) is not
    assessed.
Known limits
    Some tasks rightly belong to one sector. Sectors are the municipality's own division, and two
    very different services may be in one.
Source
    Sector mixing: Krackhardt and Stern (1988), «Informal networks and organizational crises». The
    limit (all in one sector): own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    get_arena,
    listed_names,
    rows_of,
    sector_name,
    ties_to,
)
from samordning_graph.graph.participation import (
    arena_members,
    has_incomplete_list,
    roles_by_arena,
)
from samordning_graph.graph.political_bodies import administrative_arenas
from samordning_graph.graph.service_types import has_service
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Participation, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every working arena with two or more leaders and members, one of them a service."""
    arenas = [
        arena
        for arena in administrative_arenas(graph)
        if len(members := arena_members(graph, arena.id)) > 1 and has_service(graph, members)
    ]
    if not arenas:
        return nothing_to_assess(
            _("No working arena has two leaders or members, one of them a service, in the data.")
        )
    known = [arena.id for arena in arenas if not has_incomplete_list(graph, arena)]
    return Assessment(
        examined=len(known),
        found=[Case(arena_id) for arena_id in known if len(_sectors(graph, arena_id)) == 1],
        undetermined=[Case(arena.id) for arena in arenas if has_incomplete_list(graph, arena)],
        reason="" if known else _("The participant lists of the working arenas are incomplete."),
    )


def _sectors(graph: Graph, arena_id: str) -> set[str]:
    return {get_actor(graph, member).sector for member in arena_members(graph, arena_id)}


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one arena within one sector."""
    subject = get_arena(graph, case.subject)
    taking_part = arena_members(graph, subject.id)
    not_taking_part = sorted(roles_by_arena(graph)[subject.id].keys() - taking_part)
    (sector,) = _sectors(graph, subject.id)
    observation = _(
        "In the data, all leaders and members of «{arena}» are in the sector {sector}: {members}."
    ).format(
        arena=subject.name,
        sector=sector_name(graph, sector),
        members=listed_names(graph, taking_part),
    )
    if not_taking_part:
        observation += " " + _("Called in when needed, or observing: {others}.").format(
            others=listed_names(graph, not_taking_part)
        )
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, taking_part, (subject.id,), about=RULE.asked_about),
        grounds=(FindingGround(_("Cooperation across sectors"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(graph, (subject, *rows_of(ties_to(graph, subject.id, Tie.PARTICIPATES_IN)))),
            *searched(graph, Participation),
        ),
        observation=observation,
        ground=_(
            "§ 5 asks the municipality for cooperation across sectors, not that it happens in every"
            " arena."
        ),
        question=_("Which other sector is affected by what «{arena}» settles?").format(
            arena=subject.name
        ),
        next_step=_("Invite somebody from that sector, or note why «{arena}» stands alone.").format(
            arena=subject.name
        ),
    )


RULE = Rule(
    code="ARENA03",
    slug="one-sector-arena",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    version=2,
    asked_about=(Topic.ARENAS,),
)
