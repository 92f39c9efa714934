"""What the rules about duties share: two sides, and one covered pair is enough.

A duty is met when one actor of each side is linked to or meets one of the other. It is found once,
not once for each pair: otherwise every unit of a sector would be expected to know the hospital.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import GROUND_OF_TIER, Coverage
from samordning_graph.graph.duties import ApplicableDuty, applicable_duties, get_duty, groups_served
from samordning_graph.graph.excluded_ties import ExcludedTie, excluded_ties
from samordning_graph.graph.graph import Graph, get_actor, model_of, node_name, node_row, words_of
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import coverage_sentence, excluded_rows, with_excluded
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Finding, FindingGround, FindingId
from samordning_graph.rules.finding_text import (
    citation,
    confidence,
    evidence,
    nothing_filled_in,
)
from samordning_graph.rules.next_step import next_step
from samordning_graph.rules.rule import (
    Assessment,
    Case,
    PairGround,
    PairReason,
    Rule,
    nothing_to_assess,
)
from samordning_graph.rules.shared.pair_rule import absence_of_coverage
from samordning_graph.schema.duty import Selector, Side, Tier
from samordning_graph.schema.tables import ExternalActor
from samordning_graph.schema.vocabulary import WordList, word_lists

NAMES_SHOWN = 3
"""Names of a side in a sentence; the others are counted."""

_BASES = {
    Tier.REQUIRED: Basis.REQUIRED,
    Tier.CONDITIONAL: Basis.CONDITIONAL,
    Tier.LOCAL: Basis.LOCAL,
}


def duty_rule(code: str, slug: str, page: str | None, tiers: Sequence[Tier]) -> Rule:
    """Return the rule about the duties of these tiers."""
    return Rule(
        code=code,
        slug=slug,
        page=page or "",
        assess=partial(_assess, tuple(tiers)),
        tell=partial(_tell, code),
        pair_grounds=tuple(
            PairGround(
                rule=code,
                ground=GROUND_OF_TIER[tier],
                basis=_BASES[tier],
                reason=partial(_reason, tier),
                each_pair=False,
            )
            for tier in tiers
        ),
        question_when_undetermined=_ask_about_open_case,
        subject=SubjectKind.DUTY,
    )


def _assess(tiers: tuple[Tier, ...], graph: Graph) -> Assessment:
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    duties = [duty for duty in applicable_duties(graph) if duty.tier in tiers]
    if not duties:
        return nothing_to_assess(_("No duty of this kind applies to what the data hold."))
    engine = pair_engine(graph)
    covered = {duty.id: engine.duty_coverage(duty) for duty in duties}
    undetermined = [duty for duty in duties if covered[duty.id] in (None, Coverage.NOT_ASSESSED)]
    found = [duty for duty in duties if covered[duty.id] is Coverage.NONE]
    return Assessment(
        examined=len(duties) - len(undetermined),
        found=sorted(_case(duty) for duty in found),
        undetermined=sorted(_case(duty) for duty in undetermined),
        reason=""
        if len(duties) > len(undetermined)
        else ngettext(
            "The only duty that applies cannot be assessed.",
            "None of the {n} duties that apply can be assessed.",
            len(duties),
        ).format(n=len(duties)),
    )


def _case(duty: ApplicableDuty) -> Case:
    return Case(duty.id, duty.actors)


def _tell(code: str, graph: Graph, case: Case) -> Finding:
    applicable = get_duty(graph, case.subject)
    a, b = side_names(graph, applicable.a), side_names(graph, applicable.b)
    ground = _ground(applicable)
    rows = [node_row(graph, actor_id) for actor_id in case.related]
    if applicable.requirement is not None:
        rows = [applicable.requirement]
    first, second = nearest_pair(graph, applicable)
    excluded = excluded_ties(graph, applicable.a, applicable.b)
    return Finding(
        identity=FindingId(code, *case),
        basis=_basis(graph, applicable),
        confidence=confidence(graph, case.related),
        coverage=Coverage.NONE,
        grounds=(ground,),
        evidence=(
            *evidence(graph, (*rows, *excluded_rows(excluded))),
            *absence_of_coverage(graph),
        ),
        excluded=excluded,
        observation=_observation(graph, applicable, (a, b), excluded),
        ground=_ground_sentence(applicable, ground),
        question=_("Who on the two sides keep in touch today, and where?")
        if len(case.related) > 2
        else _("Where do {one} and {other} keep in touch?").format(
            one=node_name(graph, first), other=node_name(graph, second)
        ),
        next_step=next_step(graph, first, second, excluded),
    )


def _observation(
    graph: Graph,
    applicable: ApplicableDuty,
    sides: tuple[str, str],
    excluded: tuple[ExcludedTie, ...],
) -> str:
    a, b = sides
    if applicable.duty is None:
        required = _("The municipality itself requires {a} and {b} to cooperate.").format(a=a, b=b)
        return f"{required} {coverage_sentence(graph, Coverage.NONE, excluded)}"
    if excluded:
        sentence = _(
            "The duty in {law}, as the register reads it: the data show no meeting place or"
            " collaboration that counts between {a} on the one side and {b} on the other."
        )
    else:
        sentence = _(
            "The duty in {law}, as the register reads it: the data show neither a common meeting"
            " place nor direct collaboration between {a} on the one side and {b} on the other."
        )
    observation = sentence.format(law=applicable.duty.marked_citation, a=a, b=b)
    return with_excluded(graph, observation, excluded)


def _ground(applicable: ApplicableDuty) -> FindingGround:
    if applicable.duty is not None:
        return FindingGround(
            applicable.duty.clause, applicable.duty.citation, applicable.duty.verified
        )
    assert applicable.requirement is not None
    return FindingGround(applicable.requirement.reason, citation([applicable.requirement.place]))


def _ground_sentence(applicable: ApplicableDuty, ground: FindingGround) -> str:
    sentence = f"{ground.text.rstrip('.')} ({ground.citation})."
    if applicable.duty is not None and not applicable.duty.verified:
        sentence += " " + _("Not verified: {note}").format(note=applicable.duty.note)
    return sentence


def _basis(graph: Graph, applicable: ApplicableDuty) -> Basis:
    """Return the basis of a duty; the law binds nobody to what is not public."""
    for side in (applicable.a, applicable.b):
        outside = [get_actor(graph, actor_id) for actor_id in side]
        if all(isinstance(member, ExternalActor) and member.public is False for member in outside):
            return min(_BASES[applicable.tier], Basis.RECOMMENDED)
    return _BASES[applicable.tier]


def nearest_pair(graph: Graph, duty: ApplicableDuty) -> tuple[str, str]:
    """Return the pair to begin with: first by id of those that the duty is about."""
    engine = pair_engine(graph)
    position, partners = next(engine.duty_pairs(duty))
    return engine.ids[position], engine.ids[next(bits(partners))]


def side_names(graph: Graph, ids: Sequence[str]) -> str:
    """Return the names of a side, the first few of them."""
    return first_few([node_name(graph, actor) for actor in ids], NAMES_SHOWN)


def _reason(tier: Tier, graph: Graph, first: str, second: str) -> PairReason:
    """Return the duties that a pair would meet."""
    duties = list(_duties_of_pair(tier, graph, first, second))
    laws = [applicable.duty for applicable in duties if applicable.duty is not None]
    rows = tuple(
        applicable.requirement for applicable in duties if applicable.requirement is not None
    )
    asked = listed([f"{law.marked_citation}: {law.clause.rstrip('.')}" for law in laws]) or listed(
        [required.reason for required in rows]
    )
    return PairReason(
        via=tuple(duty.id for duty in duties),
        text=_("Required here: {what}").format(what=asked)
        if rows
        else _("Duty, for one on each side: {what}").format(what=asked),
        observation=_("{one} and {other} stand on either side of a duty to cooperate.").format(
            one=node_name(graph, first), other=node_name(graph, second)
        ),
        question=_("Where do {one} and {other} keep in touch?"),
        rows=rows,
        law=listed([law.citation for law in laws]),
    )


def _duties_of_pair(tier: Tier, graph: Graph, first: str, second: str) -> Iterator[ApplicableDuty]:
    for duty in applicable_duties(graph):
        if duty.tier is tier and (
            (first in duty.a and second in duty.b) or (second in duty.a and first in duty.b)
        ):
            yield duty


# What the data cannot decide


def _ask_about_open_case(graph: Graph, case: Case) -> str:
    return ask_about(graph, get_duty(graph, case.subject))


def ask_about(graph: Graph, applicable: ApplicableDuty) -> str:
    """Return what to ask about a duty that cannot be assessed."""
    if applicable.duty is not None:
        for side, selectors in (
            (applicable.a, applicable.duty.a),
            (applicable.b, applicable.duty.b),
        ):
            if not side:
                return _nobody(graph, applicable, selectors)
    elif pair_engine(graph).duty_coverage(applicable) is None:
        return _("They are in one line, or none of them is a unit, and make no pair.")
    return _("Do any of {a} and {b} meet or work together?").format(
        a=side_names(graph, applicable.a), b=side_names(graph, applicable.b)
    )


def _nobody(graph: Graph, applicable: ApplicableDuty, side: Side) -> str:
    assert applicable.duty is not None
    described = side_in_words(side, model_of(graph).words)
    groups = words_of(graph, "target_group")
    served = [
        groups[group].name
        for group in applicable.duty.target_groups
        if group in groups_served(graph)
    ]
    sentence = _("No {who} is registered.").format(who=described)
    if served:
        sentence = _("{groups} are served here, but no {who} is registered.").format(
            groups=listed(served), who=described
        )
    return sentence + " " + _("It may exist outside the data. Who is it here?")


def side_in_words(side: Side, words: Mapping[str, WordList] | None = None) -> str:
    """Return whom a side is about, without an article: «unit in the sector Helse»."""
    return _as_choice([_in_words(selector, words or word_lists()) for selector in side])


def _in_words(selector: Selector, words: Mapping[str, WordList]) -> str:
    if selector.actor_type:
        types = [words["actor_type"][word].name for word in selector.actor_type]
        return _("external actor of the type {types}").format(types=_as_choice(types))
    described = {"unit": _("unit"), "external": _("external actor")}.get(selector.kind, _("actor"))
    if selector.sector:
        sectors = [words["sector"][word].name for word in selector.sector]
        described = _("{who} in the sector {sectors}").format(
            who=described, sectors=_as_choice(sectors)
        )
    if selector.tasks:
        tasks = [words["task"][word].name for word in selector.tasks]
        described = _("{who} with the task {tasks}").format(who=described, tasks=_as_choice(tasks))
    if selector.serves:
        described = _("{who} for this target group").format(who=described)
    return described


def _as_choice(words: Sequence[str]) -> str:
    """Return words as a choice in a sentence: «a, b or c»."""
    all_but_last, last = words[:-1], words[-1]
    return _(" or ").join([", ".join(all_but_last), last]) if all_but_last else last
