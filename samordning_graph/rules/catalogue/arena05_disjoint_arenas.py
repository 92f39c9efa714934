"""ARENA05 disjoint-arenas: Two working arenas with the same task or target group, and nobody in both.

What it finds
    Pairs of working arenas that are for the same task or target group and have no leader or member
    in common. They are candidates: only people can say whether the two need each other.
Why it matters
    Two places that both obtain dwellings, or both follow up the same people, draw on the same
    resources. With nobody in both, neither sees what the other gives priority to.
How it is decided
    The tasks (§ 1: prevent, obtain, keep) and target groups of the arenas' own rows. In common is
    who is leader or member of both, or has units below it that are. A pair without anybody in
    common is not assessed when the participant list of one of the two is open (said to be
    incomplete, or naming nobody without being said to be complete). Who is on both lists, but only
    on call or observer in one of the two, is told with the finding.
Threshold
    Nobody in common: one who sits in both is enough. The figure stands in the observation.
Known limits
    The two may know of each other in other ways, through a third arena or the line. A task as wide
    as «obtain» joins arenas that have little to do with each other, and tasks and target groups
    that nobody has filled in join none.
Source
    Own definition.
"""

from collections import defaultdict

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.bit_relation import PairSet, Relation, mask_of
from samordning_graph.graph.excluded_ties import excluded_seats
from samordning_graph.graph.graph import Graph, get_arena, rows_of, ties_to, words_of
from samordning_graph.graph.participation import (
    arena_members,
    has_incomplete_list,
    rolled_up_members,
    working_arenas,
)
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.pair_rule import PairCases
from samordning_graph.schema.tables import Arena, Participation, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every pair of working arenas with a task or target group in common."""
    arenas = working_arenas(graph)
    ids = tuple(arena.id for arena in arenas)
    purposes, arenas_of_actor = defaultdict(list), defaultdict(list)
    for i, arena_row in enumerate(arenas):
        for purpose in _purposes(arena_row):
            purposes[purpose].append(i)
        for actor_id in rolled_up_members(graph)[arena_row.id]:
            arenas_of_actor[actor_id].append(i)
    same_purpose, same_people = Relation(purposes.values()), Relation(arenas_of_actor.values())
    related = same_purpose.related()
    pairs = PairSet(ids, related, same_purpose.row)
    if not pairs:
        return nothing_to_assess(
            _("No two working arenas have a task or a target group in common in the data.")
        )
    open_lists = mask_of(i for i, arena in enumerate(arenas) if has_incomplete_list(graph, arena))

    def apart(i: int) -> int:
        return same_purpose.row(i) & ~same_people.row(i)

    def in_doubt(i: int) -> int:
        return apart(i) if open_lists >> i & 1 else apart(i) & open_lists

    undetermined = PairCases(PairSet(ids, related, in_doubt))
    examined = len(pairs) - len(undetermined)
    return Assessment(
        examined=examined,
        found=PairCases(PairSet(ids, related, lambda i: apart(i) & ~in_doubt(i))),
        undetermined=undetermined,
        reason="" if examined else _("The participant lists of these arenas are incomplete."),
    )


def _purposes(arena: Arena) -> set[tuple[str, str]]:
    """Return the tasks and target groups of an arena, as (list, word)."""
    return {
        *(("task", word) for word in arena.tasks),
        *(("target_group", word) for word in arena.target_groups),
    }


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about two arenas with the same purpose and nobody in common."""
    first, second = get_arena(graph, case.subject), get_arena(graph, case.related[0])
    everyone = {*arena_members(graph, first.id), *arena_members(graph, second.id)}
    observation = _(
        "«{one}» and «{other}» are both for {purposes}. The data show no leader or member in"
        " common: 0 of {all} take part in both."
    ).format(
        one=first.name, other=second.name, purposes=_shared(graph, first, second), all=len(everyone)
    )
    excluded = excluded_seats(graph, first.id, (second.id,))
    observation = with_excluded(graph, observation, excluded)
    for lower, upper in ((first, second), (second, first)):
        if upper.id in lower.anchored_in:
            observation += " " + _("«{lower}» is anchored in «{upper}».").format(
                lower=lower.name, upper=upper.name
            )
    ties = [
        tie for arena in (first, second) for tie in ties_to(graph, arena.id, Tie.PARTICIPATES_IN)
    ]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, (), (first.id, second.id)),
        grounds=(FindingGround(_("Coordination of services"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(graph, (first, second, *rows_of(ties), *excluded_rows(excluded))),
            *searched(graph, Participation),
        ),
        excluded=excluded,
        observation=observation,
        ground=_("The municipality's services shall be coordinated (§ 5 first paragraph)."),
        question=_("How does «{one}» get to know what «{other}» gives priority to?").format(
            one=first.name, other=second.name
        ),
        next_step=_("Let one from each attend the other now and then, or agree on who tells whom."),
    )


def _shared(graph: Graph, first: Arena, second: Arena) -> str:
    """Return the tasks and target groups that two arenas have in common, in words."""
    words: dict[str, list[str]] = {"task": [], "target_group": []}
    for name, word in sorted(_purposes(first) & _purposes(second)):
        words[name].append(words_of(graph, name)[word].name)
    tasks, groups = words["task"], words["target_group"]
    parts = []
    if tasks:
        parts.append(
            ngettext("the task {words}", "the tasks {words}", len(tasks)).format(
                words=listed([task.lower() for task in tasks])
            )
        )
    if groups:
        parts.append(
            ngettext("the target group {words}", "the target groups {words}", len(groups)).format(
                words=listed(groups)
            )
        )
    return listed(parts)


RULE = Rule(
    code="ARENA05",
    slug="disjoint-arenas",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    draws_tie=True,
)
