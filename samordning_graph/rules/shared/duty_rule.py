"""What the rules about duties share: two sides, and one contact or agreement between them is enough.

A duty is met when one actor of each side has with one of the other what it asks for
(`graph/duty_coverage.py`). It is found once, not once for each pair: otherwise every unit of a
sector would be expected to know the hospital.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed, sentences
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import GROUND_OF_TIER, Coverage
from samordning_graph.graph.duties import (
    ApplicableDuty,
    applicable_duties,
    get_duty,
    is_checked,
)
from samordning_graph.graph.duty_coverage import DutyCoverage, duty_coverage
from samordning_graph.graph.excluded_ties import ExcludedTie, excluded_ties, lapsed_between
from samordning_graph.graph.graph import Graph, get_actor, listed_names, node_row
from samordning_graph.graph.links import said_to_be_apart
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import (
    agreement_unsaid,
    coverage_sentence,
    excluded_rows,
    with_excluded,
    with_no_contact,
)
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Evidence, Finding, FindingGround, FindingId
from samordning_graph.rules.finding_text import (
    citation,
    confidence,
    evidence,
    nothing_filled_in,
    one_and_other,
    searched,
)
from samordning_graph.rules.next_step import (
    NextStep,
    Renewal,
    both_ways,
    seat_of,
    step_sentence,
    step_towards,
)
from samordning_graph.rules.rule import (
    Assessment,
    Case,
    PairGround,
    PairReason,
    Rule,
    nothing_to_assess,
)
from samordning_graph.rules.shared.agreements_beside import agreements_beside, agreements_in_words
from samordning_graph.rules.shared.duty_sides import (
    both_side_names,
    empty_side,
    names_of_the_undecided,
    of_the_host,
    of_those_who_may_be,
    whether_it_applies,
    whose_duty,
)
from samordning_graph.rules.shared.pair_rule import absence_of_coverage
from samordning_graph.schema.duty import Requires, Tier
from samordning_graph.schema.tables import ExternalActor, Link, Row

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
        version=3,
    )


def _assess(tiers: tuple[Tier, ...], graph: Graph) -> Assessment:
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    duties = [duty for duty in applicable_duties(graph) if duty.tier in tiers]
    if not duties:
        return nothing_to_assess(_("No duty of this kind applies to what the data hold."))
    documented = {duty.id: duty_coverage(graph, duty).documented for duty in duties}
    undetermined = [duty for duty in duties if documented[duty.id] is None]
    found = [duty for duty in duties if documented[duty.id] is False]
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
    ground = _ground(applicable)
    rows = [node_row(graph, actor_id) for actor_id in case.related]
    if applicable.requirement is not None:
        rows = [applicable.requirement]
    excluded = _excluded(graph, applicable)
    apart = _said_to_be_apart(graph, applicable)
    beside = chain(*(agreement.rows for agreement in agreements_beside(graph, applicable)))
    step = step_of_duty(graph, applicable)
    return Finding(
        identity=FindingId(code, *case),
        basis=_basis(graph, applicable),
        confidence=confidence(graph, case.related),
        coverage=Coverage.NONE,
        grounds=(ground,),
        evidence=(
            *evidence(graph, (*rows, *beside, *excluded_rows(excluded), *chain(*apart.values()))),
            *_absence(graph, applicable),
        ),
        excluded=excluded,
        observation=with_no_contact(graph, _observation(graph, applicable, excluded), apart),
        ground=_ground_sentence(applicable, ground),
        question=_question(graph, applicable),
        next_step=step_sentence(graph, step, excluded)
        if step
        else _without_step(graph, applicable),
        seat=seat_of(step),
    )


def _absence(graph: Graph, applicable: ApplicableDuty) -> tuple[Evidence, ...]:
    if applicable.requires is Requires.AGREEMENT:
        return searched(graph, Link)
    return absence_of_coverage(graph)


def _excluded(graph: Graph, applicable: ApplicableDuty) -> tuple[ExcludedTie, ...]:
    """Return what the sides have that does not count: of an agreement only those that lapsed."""
    look = lapsed_between if applicable.requires is Requires.AGREEMENT else excluded_ties
    return look(graph, applicable.a, applicable.b)


def _said_to_be_apart(
    graph: Graph, applicable: ApplicableDuty
) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return who of the two sides are said to have no contact; of an agreement it says nothing."""
    if applicable.requires is Requires.AGREEMENT:
        return {}
    return said_to_be_apart(graph, applicable.a, applicable.b)


def step_of_duty(graph: Graph, applicable: ApplicableDuty) -> NextStep | None:
    """Return the next step of a duty.

    None where no step of that kind follows: what is not verified asks nothing of anybody yet, and
    neither an agreement that never was nor a notice in a single case is made by a seat.
    """
    if not is_checked(applicable):
        return None
    step = step_towards(graph, duty_partners(graph, applicable), _excluded(graph, applicable))
    needs_no_seat = applicable.requires is Requires.AGREEMENT or _is_about_single_cases(applicable)
    return None if needs_no_seat and not isinstance(step, Renewal) else step


def _is_about_single_cases(applicable: ApplicableDuty) -> bool:
    """Return whether a duty asks for no more than contact in the single case, such as a notice."""
    duty = applicable.duty
    return duty is not None and duty.requires is Requires.CONTACT and duty.level == "individual"


def duty_partners(graph: Graph, applicable: ApplicableDuty) -> Mapping[int, int]:
    """Return who could meet a duty with whom, seen from both sides."""
    return both_ways(pair_engine(graph).duty_pairs(applicable))


def _without_step(graph: Graph, applicable: ApplicableDuty) -> str:
    if applicable.duty is not None and not is_checked(applicable):
        return _(
            "Look {law} up before you do anything about it: the register has not checked it."
        ).format(law=applicable.duty.citation)
    if _is_about_single_cases(applicable):
        a, b = both_side_names(graph, applicable)
        return _("Agree on who has the contact in single cases, at {a} and at {b}.").format(
            a=a, b=b
        )
    return _("An agreement that exists can be entered in Samarbeid, with its last day.")


def _question(graph: Graph, applicable: ApplicableDuty) -> str:
    if applicable.requires is Requires.AGREEMENT:
        a, b = both_side_names(graph, applicable)
        return _is_there_an_agreement().format(a=a, b=b)
    if len(applicable.actors) > 2:
        return _("Who on the two sides keep in touch today, and where?")
    first, second = _nearest_pair(graph, applicable)
    return _("Where do {one} and {other} keep in touch?").format(
        **one_and_other(graph, first, second)
    )


def _is_there_an_agreement() -> str:
    return _("Is there an agreement between {a} and {b}, and how long does it hold?")


def _observation(
    graph: Graph, applicable: ApplicableDuty, excluded: tuple[ExcludedTie, ...]
) -> str:
    a, b = both_side_names(graph, applicable)
    if applicable.duty is None:
        required = _("The municipality itself requires {a} and {b} to cooperate.")
        absence = coverage_sentence(graph, Coverage.NONE, excluded)
        return f"{required.format(a=a, b=b)} {absence}"
    covered = duty_coverage(graph, applicable)
    sentence = _absence_sentence(applicable, covered).format(
        law=applicable.duty.marked_citation,
        a=a,
        b=b,
        pair=listed_names(graph, covered.contact),
    )
    sentence = with_excluded(graph, sentence, excluded)
    return sentences(sentence, agreements_in_words(graph, applicable), whose_duty(applicable))


def _absence_sentence(applicable: ApplicableDuty, covered: DutyCoverage) -> str:
    match applicable.requires:
        case Requires.AGREEMENT:
            return (
                _(
                    "{law}: contact between {pair} is documented, but no agreement in force between"
                    " {a} and {b}."
                )
                if covered.contact
                else _("{law}: no agreement in force between {a} and {b} is documented.")
            )
        case Requires.CONTACT:
            return _("{law}: no contact between {a} and {b} is documented.")
        case _:
            return _(
                "{law}: no meeting place or collaboration that counts is documented between {a}"
                " and {b}."
            )


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
    """Return the basis of a duty.

    What was not checked against the law is no more than a hint, and never stands above checked
    facts. «Bør» is a recommendation. The law binds nobody to what is not public.
    """
    duty = applicable.duty
    if duty is not None and not duty.verified:
        return Basis.HINT
    if duty is not None and duty.force != "skal":
        return Basis.RECOMMENDED
    for side in (applicable.a, applicable.b):
        outside = [get_actor(graph, actor_id) for actor_id in side]
        if all(isinstance(member, ExternalActor) and member.public is False for member in outside):
            return min(_BASES[applicable.tier], Basis.RECOMMENDED)
    return _BASES[applicable.tier]


def _nearest_pair(graph: Graph, duty: ApplicableDuty) -> tuple[str, str]:
    """Return the pair to begin with: first by id of those that the duty is about."""
    engine = pair_engine(graph)
    position, partners = next(engine.duty_pairs(duty))
    return engine.ids[position], engine.ids[next(bits(partners))]


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
            **one_and_other(graph, first, second)
        ),
        question=_("Where do {one} and {other} keep in touch?").format(
            **one_and_other(graph, first, second)
        ),
        rows=rows,
        law=listed([law.citation for law in laws]),
    )


def _duties_of_pair(tier: Tier, graph: Graph, first: str, second: str) -> Iterator[ApplicableDuty]:
    for duty in applicable_duties(graph):
        if (
            duty.tier is tier
            and not duty.applies_if
            and ((first in duty.a and second in duty.b) or (second in duty.a and first in duty.b))
        ):
            yield duty


# What the data cannot decide


def _ask_about_open_case(graph: Graph, case: Case) -> str:
    return ask_about(graph, get_duty(graph, case.subject))


def ask_about(graph: Graph, applicable: ApplicableDuty) -> str:
    """Return what to ask about a duty that cannot be assessed, and whose it is."""
    beside = agreements_in_words(graph, applicable)
    return sentences(_unknown(graph, applicable), beside, whose_duty(applicable))


def _unknown(graph: Graph, applicable: ApplicableDuty) -> str:
    if applicable.applies_if:
        return " ".join(whether_it_applies(graph, applicable))
    a, b = both_side_names(graph, applicable)
    if unknown := empty_side(graph, applicable):
        return unknown
    if not any(pair_engine(graph).duty_pairs(applicable)):
        return _("They are in one line, or none of them is a unit, and make no pair.")
    covered = duty_coverage(graph, applicable)
    is_agreement = applicable.requires is Requires.AGREEMENT
    if is_agreement and (unsaid := agreement_unsaid(graph, covered.unsaid)):
        return f"{unsaid} {_is_there_an_agreement().format(a=a, b=b)}"
    depends_on = {*covered.depends_on, *applicable.possibly_alone} - {*covered.by_host}
    who_may = [
        *of_the_host(graph, covered),
        *of_those_who_may_be(graph, applicable, depends_on),
    ]
    open_between = not is_agreement and names_of_the_undecided(graph, applicable)
    if who_may and not open_between:
        return " ".join(who_may)
    a, b = open_between or (a, b)
    question = (
        _is_there_an_agreement()
        if is_agreement
        else _("Do any of {a} and {b} meet or work together?")
    )
    return question.format(a=a, b=b)
