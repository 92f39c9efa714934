"""LINK09 ends-differ: Two actors answer differently about their contact.

What it finds
    Pairs of actors, at least one of them a municipal unit, where both have answered about their
    contact and the answers are two steps or more apart, or where one answers that they have no
    contact (ingen kontakt) and the other that they have.
Why it matters
    Both may be right: one thinks of a fixed meeting, the other of what it gets out of it. Where the
    two see it so differently, one may count on something that the other does not know of.
How it is decided
    A row that one end reports is the word of the end that it is from (Fra); a row that both report
    is the word of both. A third party, and a row that does not say who reported it, speak for
    neither. Of several rows of one end the strongest counts, and no strength given counts as
    cooperation. The steps are no contact, awareness, cooperation, coordination and integration.
    Only a question for a meeting: who is linked follows from the strongest answer, or with
    `--links confirmed` from what both ends say.
Known limits
    That coordination is more than cooperation is our own order of the words: the law does not rank
    them, and two people may use them in their own way. Pairs with an answer from one end only are
    not looked at.
Source
    Whether a tie is what one end or what both ends say: Krackhardt (1987), «Cognitive social
    structures», Social Networks 9. The limit (two steps): own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import (
    Graph,
    is_unit,
    node_name,
    rows_of,
    ties_between,
    ties_by_kind,
    words_of,
)
from samordning_graph.graph.links import LINK_STRENGTHS, NO_CONTACT
from samordning_graph.graph.survey import Topic
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.schema.tables import Tie

STEPS = 2
"""So far apart are two answers that they are worth a question."""


def assess(graph: Graph) -> Assessment:
    """Look at every pair of which both ends have answered."""
    answers = {
        Case(first, (second,)): (data["strength_from"], data["strength_to"])
        for first, second, data in ties_by_kind(graph)[Tie.COLLABORATES_WITH]
        if data["strength_from"] and data["strength_to"]
        if is_unit(graph, first) or is_unit(graph, second)
    }
    if not answers:
        return nothing_to_assess(
            _("Of no pair is it filled in that both ends have answered («Oppgitt av»).")
        )
    return Assessment(
        examined=len(answers),
        found=sorted(case for case, of_ends in answers.items() if _differ(*of_ends)),
    )


def _differ(*answers: str) -> bool:
    low, high = sorted(map(LINK_STRENGTHS.index, answers))
    return high - low >= STEPS or (low != high and NO_CONTACT in answers)


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about two who answer differently."""
    pair = (case.subject, case.related[0])
    ties = ties_between(graph, *pair, Tie.COLLABORATES_WITH)
    ((_from, _to, data),) = ties
    first, second = (node_name(graph, actor) for actor in pair)
    words = words_of(graph, "strength")
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.HINT,
        confidence=confidence(graph, pair, about=RULE.asked_about),
        grounds=(FindingGround(_("The two ends answer differently")),),
        evidence=evidence(graph, rows_of(ties)),
        observation=_(
            "About the contact between the two, {one} answers «{strength}», and {other} answers"
            " «{other_strength}»."
        ).format(
            one=first,
            strength=words[data["strength_from"]].name,
            other=second,
            other_strength=words[data["strength_to"]].name,
        ),
        ground=_("Both answers may be right. The difference is a question for the two of them."),
        question=_("What do {one} and {other} each think of when they answer?").format(
            one=first, other=second
        ),
        next_step=_(
            "Take up the two answers with {one} and {other} together, and write down what they agree"
            " on."
        ).format(one=first, other=second),
    )


RULE = Rule(
    code="LINK09",
    slug="ends-differ",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    asked_about=(Topic.CONTACT,),
)
