"""ISO01 isolated-service: An actor without any tie.

What it finds
    Units and external actors that take part in no arena in any role, have no collaboration (not
    even an acquaintance), no agreement in force, and refer to nobody and receive no referrals. The
    answer that there is no contact is no tie.
Why it matters
    A service that nobody is tied to cannot be coordinated with, whatever it contributes. It is the
    first thing a network map shows.
How it is decided
    A unit's ties are its own and those of the units that are part of it. Recommended when the actor
    has a task, a target group or a goal and no unit above it is tied; otherwise a hint. Of leadership,
    staff and political bodies it is a hint: they are no services.
Known limits
    An actor without a known tie that was not asked about contact and arenas is not assessed as long
    as some working arena has an incomplete participant list that does not name it. A service may be
    well tied in ways that nobody has written down.
Source
    Isolates in social network analysis: Wasserman and Faust (1994), «Social Network Analysis»,
    section 4.2. The choice of ties: own definition.
"""

from itertools import chain

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.excluded_ties import lapsed_agreements
from samordning_graph.graph.graph import Graph, actors, get_actor, node_name, node_row
from samordning_graph.graph.links import said_to_be_apart
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.graph.survey import ABOUT_TIES, is_surveyed
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded, with_no_contact
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import (
    confidence,
    evidence,
    ground_for_contact,
    open_lists,
    searched,
)
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.isolation import assess_actors, basis_of_isolation
from samordning_graph.schema.tables import Actor, ExternalActor, Link, Participation, Referral


def assess(graph: Graph) -> Assessment:
    """Look at every actor."""
    ties = actor_ties(graph)
    return assess_actors(
        graph,
        actors(graph),
        case_of=lambda actor_id: None if ties[actor_id] else Case(actor_id),
        is_settled=lambda actor_id: bool(ties[actor_id]),
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one actor without ties."""
    subject = get_actor(graph, case.subject)
    tied_above = [
        ancestor for ancestor in ancestor_units(graph, subject.id) if actor_ties(graph)[ancestor]
    ]
    lapsed = lapsed_agreements(graph, subject.id)
    apart = said_to_be_apart(graph, (subject.id,), actor_ties(graph))
    observation = _(
        "{name} is in no arena and has no collaboration, agreement in force or referral in the data."
    ).format(name=subject.name)
    ground, question = _ground_and_question(subject)
    if tied_above:
        ground += " " + _("{boss}, which it is part of, has ties.").format(
            boss=node_name(graph, tied_above[0])
        )
    return Finding(
        identity=RULE.identity(case),
        basis=basis_of_isolation(graph, subject.id),
        confidence=confidence(graph, (subject.id,)),
        grounds=(FindingGround(ground, "boligsosialloven § 5"),),
        evidence=(
            *evidence(
                graph,
                (node_row(graph, subject.id), *excluded_rows(lapsed), *chain(*apart.values())),
            ),
            *searched(graph, Participation, Link, Referral),
            *open_lists(graph),
        ),
        excluded=lapsed,
        observation=with_no_contact(graph, with_excluded(graph, observation, lapsed), apart),
        ground=ground,
        question=question.format(name=subject.name),
        next_step=_next_step(subject).format(name=subject.name),
    )


def _ground_and_question(actor: Actor) -> tuple[str, str]:
    """Return why the actor should be tied to somebody, and what to ask about it."""
    if not isinstance(actor, ExternalActor):
        return (
            _("The municipality's services shall be coordinated (§ 5 first paragraph)."),
            _("Who does {name} talk to about housing today?"),
        )
    return ground_for_contact(actor), _("Who in the municipality has contact with {name} today?")


def _next_step(actor: Actor) -> str:
    if is_surveyed(actor, *ABOUT_TIES):
        return _("Agree on one arena or one contact for {name}, or note why it needs none.")
    return _("Ask {name}, and fill in what it takes part in.")


RULE = Rule(code="ISO01", slug="isolated-service", page=__doc__ or "", assess=assess, tell=tell)
