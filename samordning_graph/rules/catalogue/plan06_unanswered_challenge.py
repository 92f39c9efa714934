"""PLAN06 unanswered-challenge: A challenge that no goal or strategy answers.

What it finds
    Challenges in the social-housing work to which no goal and no strategy is registered.
Why it matters
    The municipality has seen the challenge and written it down. Without a goal or a strategy nobody
    is set to meet it.
How it is decided
    The challenges that goals and strategies say they answer (Utfordringer). Not assessed when no
    goal or strategy names any challenge, since then the column has not been used.
Known limits
    A goal may answer a challenge without naming it. Whether the answer is suitable is for people
    to judge.
Source
    Boligsosialloven § 5 second paragraph, last sentence (goals and strategies «egnet til å møte de
    utfordringene kommunen står overfor»). One challenge at a time: own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, node_name, node_row, nodes
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.finding_text import confidence, evidence, searched
from samordning_graph.rules.rule import Assessment, Case, Rule, nothing_to_assess
from samordning_graph.rules.shared.planning import goals_and_strategies, second_paragraph
from samordning_graph.schema.tables import Challenge, Goal, Strategy


def assess(graph: Graph) -> Assessment:
    """Look at every challenge."""
    challenges = nodes(graph, Challenge)
    if not challenges:
        return nothing_to_assess(_("No challenges are filled in."))
    answered = {challenge for aim in goals_and_strategies(graph) for challenge in aim.challenges}
    if not answered:
        return nothing_to_assess(_("No goal or strategy says which challenge it answers."))
    return Assessment(
        examined=len(challenges),
        found=[Case(challenge.id) for challenge in challenges if challenge.id not in answered],
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one challenge without an answer."""
    challenge = node_name(graph, case.subject)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.RECOMMENDED,
        confidence=confidence(graph, ()),
        grounds=second_paragraph(),
        evidence=(
            *evidence(graph, (node_row(graph, case.subject),)),
            *searched(graph, Goal, Strategy),
        ),
        observation=_(
            "A goal or strategy that answers the challenge «{challenge}» is not documented in the"
            " data."
        ).format(challenge=challenge),
        ground=_(
            "Goals and strategies shall be suited to meet the challenges of the municipality (§ 5"
            " second paragraph)."
        ),
        question=_("Which goal or strategy shall meet «{challenge}»?").format(challenge=challenge),
        next_step=_(
            "Fill in the goal or strategy that meets it, or bring «{challenge}» into the next plan."
        ).format(challenge=challenge),
    )


RULE = Rule(
    code="PLAN06",
    slug="unanswered-challenge",
    page=__doc__ or "",
    assess=assess,
    tell=tell,
    clause="P8",
    tables=(Challenge,),
)
