"""What the rules about duties share: two sides, and one covered pair is enough.

A duty is met when one actor of each side is linked to or meets one of the other. It is found once,
not once for each pair: else every unit of a sector would be told to know the hospital.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import first_few, listed
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.contact import any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import GROUND_OF, Coverage
from samordning_graph.graph.duties import ApplicableDuty, applicable_duties, duty_of, groups_served
from samordning_graph.graph.graph import Graph, actor, model_of, name, row, words_of
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Basis, Finding, FindingGround, FindingId
from samordning_graph.rules.finding_text import (
    citation,
    confidence,
    evidence,
    invitation,
    nothing_filled_in,
)
from samordning_graph.rules.rule import (
    Assessment,
    Case,
    PairGround,
    PairReason,
    Rule,
    nothing_to_assess,
)
from samordning_graph.rules.shared.pair_rule import absence_of_coverage, coverage_sentence
from samordning_graph.schema.duty_register import Selector, Side, Tier
from samordning_graph.schema.tables import ExternalActor
from samordning_graph.schema.vocabulary import WordList, word_lists

MOST_NAMES = 3
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
                ground=GROUND_OF[tier],
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
    if not any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    here = [duty for duty in applicable_duties(graph) if duty.tier in tiers]
    if not here:
        return nothing_to_assess(_("No duty of this kind applies to what the data hold."))
    engine = pair_engine(graph)
    covered = {duty.id: engine.duty_coverage(duty) for duty in here}
    undetermined = [duty for duty in here if covered[duty.id] in (None, Coverage.NOT_ASSESSED)]
    found = [duty for duty in here if covered[duty.id] is Coverage.NONE]
    return Assessment(
        examined=len(here) - len(undetermined),
        found=sorted(_case(duty) for duty in found),
        undetermined=sorted(_case(duty) for duty in undetermined),
        reason=""
        if len(here) > len(undetermined)
        else ngettext(
            "The only duty that applies cannot be assessed.",
            "None of the {n} duties that apply can be assessed.",
            len(here),
        ).format(n=len(here)),
    )


def _case(duty: ApplicableDuty) -> Case:
    return Case(duty.id, duty.actors)


def _tell(code: str, graph: Graph, case: Case) -> Finding:
    here = duty_of(graph, case.subject)
    a, b = some_names(graph, here.a), some_names(graph, here.b)
    ground = _ground(here)
    rows = [row(graph, one) for one in case.related]
    if here.requirement is not None:
        rows = [here.requirement]
    one, other = nearest_pair(graph, here)
    return Finding(
        identity=FindingId(code, *case),
        basis=_basis(graph, here),
        confidence=confidence(graph, case.related),
        coverage=Coverage.NONE,
        grounds=(ground,),
        evidence=(*evidence(graph, rows), *absence_of_coverage(graph)),
        observation=_observation(here, a, b),
        ground=_ground_sentence(here, ground),
        question=_("Who on the two sides keep in touch today, and where?")
        if len(case.related) > 2
        else _("Where do {one} and {other} keep in touch?").format(
            one=name(graph, one), other=name(graph, other)
        ),
        next_step=invitation(graph, one, other),
    )


def _observation(here: ApplicableDuty, a: str, b: str) -> str:
    if here.duty is None:
        required = _("The municipality itself requires {a} and {b} to cooperate.")
        return f"{required.format(a=a, b=b)} {coverage_sentence(Coverage.NONE)}"
    return _(
        "The duty in {law}, as the register reads it: the data show neither a common meeting place"
        " nor direct collaboration between {a} on the one side and {b} on the other."
    ).format(law=here.duty.marked_citation, a=a, b=b)


def _ground(here: ApplicableDuty) -> FindingGround:
    if here.duty is not None:
        return FindingGround(here.duty.clause, here.duty.citation, here.duty.verified)
    assert here.requirement is not None
    return FindingGround(here.requirement.reason, citation([here.requirement.place]))


def _ground_sentence(here: ApplicableDuty, ground: FindingGround) -> str:
    sentence = f"{ground.text.rstrip('.')} ({ground.citation})."
    if here.duty is not None and not here.duty.verified:
        sentence += " " + _("Not verified: {note}").format(note=here.duty.note)
    return sentence


def _basis(graph: Graph, here: ApplicableDuty) -> Basis:
    """Return the basis of a duty; the law binds nobody to what is not public."""
    for side in (here.a, here.b):
        outside = [actor(graph, one) for one in side]
        if all(isinstance(one, ExternalActor) and one.public is False for one in outside):
            return min(_BASES[here.tier], Basis.RECOMMENDED)
    return _BASES[here.tier]


def nearest_pair(graph: Graph, here: ApplicableDuty) -> tuple[str, str]:
    """Return the pair to begin with: first by id of those that the duty is about."""
    engine = pair_engine(graph)
    position, others = next(engine.duty_pairs(here))
    return engine.ids[position], engine.ids[next(bits(others))]


def some_names(graph: Graph, ids: Sequence[str]) -> str:
    """Return the names of a side, at most a few of them."""
    return first_few([name(graph, actor) for actor in ids], MOST_NAMES)


def _reason(tier: Tier, graph: Graph, one: str, other: str) -> PairReason:
    """Return the duties that a pair would meet."""
    duties = list(_duties_of_pair(tier, graph, one, other))
    laws = [here.duty for here in duties if here.duty is not None]
    rows = tuple(here.requirement for here in duties if here.requirement is not None)
    asked = listed([f"{law.marked_citation}: {law.clause.rstrip('.')}" for law in laws]) or listed(
        [required.reason for required in rows]
    )
    return PairReason(
        via=tuple(here.id for here in duties),
        text=_("Required here: {what}").format(what=asked)
        if rows
        else _("Duty, for one on each side: {what}").format(what=asked),
        observation=_("{one} and {other} stand on either side of a duty to cooperate.").format(
            one=name(graph, one), other=name(graph, other)
        ),
        question=_("Where do {one} and {other} keep in touch?"),
        rows=rows,
        law=listed([law.citation for law in laws]),
    )


def _duties_of_pair(tier: Tier, graph: Graph, one: str, other: str) -> Iterator[ApplicableDuty]:
    for here in applicable_duties(graph):
        if here.tier is tier and (
            (one in here.a and other in here.b) or (other in here.a and one in here.b)
        ):
            yield here


# What cannot be told


def _ask_about_open_case(graph: Graph, case: Case) -> str:
    return ask_about(graph, duty_of(graph, case.subject))


def ask_about(graph: Graph, here: ApplicableDuty) -> str:
    """Return what to ask about a duty that cannot be assessed."""
    if here.duty is not None:
        for side, selectors in ((here.a, here.duty.a), (here.b, here.duty.b)):
            if not side:
                return _nobody(graph, here, selectors)
    elif pair_engine(graph).duty_coverage(here) is None:
        return _("They are in one line, or none of them is a unit, and make no pair.")
    return _("Do any of {a} and {b} meet or work together?").format(
        a=some_names(graph, here.a), b=some_names(graph, here.b)
    )


def _nobody(graph: Graph, here: ApplicableDuty, side: Side) -> str:
    assert here.duty is not None
    who = side_in_words(side, model_of(graph).words)
    groups = words_of(graph, "target_group")
    served = [groups[one].name for one in here.duty.target_groups if one in groups_served(graph)]
    sentence = _("No {who} is registered.").format(who=who)
    if served:
        sentence = _("{groups} are served here, but no {who} is registered.").format(
            groups=listed(served), who=who
        )
    return sentence + " " + _("It may exist outside the data. Who is it here?")


def side_in_words(side: Side, words: Mapping[str, WordList] | None = None) -> str:
    """Return whom a side is about, without an article: «unit in the sector Helse»."""
    return _either([_in_words(selector, words or word_lists()) for selector in side])


def _in_words(selector: Selector, words: Mapping[str, WordList]) -> str:
    if selector.actor_type:
        types = [words["actor_type"][one].name for one in selector.actor_type]
        return _("external actor of the type {types}").format(types=_either(types))
    who = {"unit": _("unit"), "external": _("external actor")}.get(selector.kind, _("actor"))
    if selector.sector:
        sectors = [words["sector"][one].name for one in selector.sector]
        who = _("{who} in the sector {sectors}").format(who=who, sectors=_either(sectors))
    if selector.tasks:
        tasks = [words["task"][one].name for one in selector.tasks]
        who = _("{who} with the task {tasks}").format(who=who, tasks=_either(tasks))
    if selector.serves:
        who = _("{who} for this target group").format(who=who)
    return who


def _either(words: Sequence[str]) -> str:
    """Return words as a choice in a sentence: «a, b or c»."""
    first, last = words[:-1], words[-1]
    return _(" or ").join([", ".join(first), last]) if first else last
