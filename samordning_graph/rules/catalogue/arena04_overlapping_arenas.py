"""ARENA04 overlapping-arenas: Two working arenas with nearly the same leaders and members.

What it finds
    Pairs of working arenas that share most of their leaders and members. They are candidates: only
    people can say whether one meeting could do for both.
Why it matters
    Arenas that grow side by side take the same people's time twice, and nobody is sure in which of
    them a question belongs.
How it is decided
    Both are working arenas with at least three leaders and members, and they are not known to be of
    different levels: a level that is not given does not keep them apart. Arenas with fewer are not
    compared. Those listed as leader or member in both are compared with all
    who are leader or member in either, own participation only.
Threshold
    At least 3 in common, and at least two thirds of all in either: two who share two meetings are
    only two who work together, and with less than two thirds the meetings differ in whom they
    gather. The figures and the limits stand in the observation.
Known limits
    Two meetings of the same people may well have different things to settle, a decision and its
    preparation for example. A unit may send different people to each. A list that is not complete
    may hide those who tell the two apart.
Source
    Share of all in either: Jaccard (1912), «The distribution of the flora in the alpine zone»,
    J = |A ∩ B| / |A ∪ B|. The limits: own definition.
"""

from collections import Counter
from collections.abc import Iterable

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, get_arena, listed_names, rows_of, ties_between
from samordning_graph.graph.overlapping_arenas import (
    MIN_IN_COMMON,
    MIN_SHARE,
    comparable_arenas,
    overlapping_arenas,
)
from samordning_graph.graph.participation import arena_members, has_incomplete_list
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Arena, Tie


def assess(graph: Graph) -> Assessment:
    """Look at every pair of large enough working arenas not known to be of different levels."""
    compared = _count_compared(comparable_arenas(graph))
    if not compared:
        return nothing_to_assess(
            _(
                "There are no two working arenas to compare: each with at least three leaders and"
                " members, and not of different levels."
            )
        )
    found = [Case(first, (second,)) for first, second in overlapping_arenas(graph)]
    return Assessment(examined=compared, found=found)


def _count_compared(arenas: Iterable[Arena]) -> int:
    """Return how many pairs are not known to be of different levels."""
    of_level = Counter(arena.level for arena in arenas)
    unknown = of_level.pop(None, 0)
    known = of_level.total()
    same = sum(many * (many - 1) // 2 for many in (*of_level.values(), unknown))
    return same + unknown * known


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about two arenas with nearly the same people."""
    first, second = get_arena(graph, case.subject), get_arena(graph, case.related[0])
    taking_part = [set(arena_members(graph, arena_row.id)) for arena_row in (first, second)]
    shared = sorted(taking_part[0] & taking_part[1])
    observation = _(
        "«{one}» and «{other}» have {shared} of {all} leaders and members in common in the data"
        " ({names}). The limits are {least} in common and {share} of all in either."
    ).format(
        one=first.name,
        other=second.name,
        shared=len(shared),
        all=len(taking_part[0] | taking_part[1]),
        names=listed_names(graph, shared),
        least=MIN_IN_COMMON,
        share="{}/{}".format(*MIN_SHARE),
    )
    for arena_row in (first, second):
        if arena_row.level is None:
            observation += " " + _("The level of «{arena}» is not stated.").format(
                arena=arena_row.name
            )
        if has_incomplete_list(graph, arena_row):
            observation += " " + _("The participant list of «{arena}» is incomplete.").format(
                arena=arena_row.name
            )
    ties = [
        tie
        for arena_row in (first, second)
        for actor_id in shared
        for tie in ties_between(graph, actor_id, arena_row.id, Tie.PARTICIPATES_IN)
    ]
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, shared, (first.id, second.id), about=RULE.asked_about),
        grounds=(FindingGround(_("Overlapping meeting places")),),
        evidence=evidence(graph, (first, second, *rows_of(ties))),
        observation=observation,
        ground=_("Two meetings with nearly the same people take their time twice."),
        question=_("What does «{one}» settle that «{other}» does not?").format(
            one=first.name, other=second.name
        ),
        next_step=_(
            "Write down what each of the two is for, or consider whether one meeting could do for"
            " both."
        ),
    )


RULE = Rule(
    code="ARENA04",
    slug="overlapping-arenas",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    draws_tie=True,
    version=2,
    asked_about=(Topic.ARENAS,),
)
