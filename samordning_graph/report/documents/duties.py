"""The duty register as a document; and which duties apply in a municipality, to whom, if met."""

from collections.abc import Iterator, Sequence

from samordning_graph.analysis.in_place import met_duty
from samordning_graph.common.locale import _, in_words
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.duties import (
    ApplicableDuty,
    applicable_duties,
    duty_name,
    duty_register,
    on_side,
)
from samordning_graph.graph.duty_coverage import duty_coverage, lapsed_on
from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.graph.pair_figures import ThreeFigures, figures_in_words
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.phrases import (
    agreement_not_judged,
    is_about_single_cases,
    single_cases_not_judged,
    with_who_deny,
)
from samordning_graph.rules.shared.duty_rule import ask_about
from samordning_graph.rules.shared.duty_sides import (
    side_in_words,
    side_names,
    sides_of,
    who_may_be,
    why_on_side,
)
from samordning_graph.schema.duty import Duty, Requires, Tier
from samordning_graph.schema.vocabulary import word_lists


def register_document(duties: Sequence[Duty]) -> Iterator[Block]:
    """Yield the register: what each duty asks for, of whom, and whether it was verified."""
    yield Heading(1, _("Duties to cooperate in the social-housing work"))
    yield Paragraph(
        _(
            "What each asks for is in own words, and between whom is our reading. «Yes» means"
            " that content and section were checked on the page of an authority that is named, which"
            " need not be the text of the law: look it up before you cite it."
        )
    )
    for tier in (Tier.REQUIRED, Tier.CONDITIONAL, Tier.RECOMMENDED, Tier.PROCESS):
        of_tier = [duty for duty in duties if duty.tier is tier]
        if of_tier:
            yield Heading(2, tier_name(tier))
            yield from map(_register_block, of_tier)


def _register_block(duty: Duty) -> Sentences:
    parties = duty.why
    if duty.is_looked_for:
        parties = f"{side_in_words(duty.a)} – {side_in_words(duty.b)}"
    if duty.target_groups:
        groups = word_lists()["target_group"]
        served = ", ".join(groups[group].name for group in duty.target_groups)
        parties += " " + _("(target groups: {groups})").format(groups=served)
    return Sentences(
        duty.citation,
        (
            *_whose(duty),
            (_("What it asks for"), duty.clause),
            (_("Requires"), f"{requires_name(duty.requires)} ({duty.force})"),
            (_("Between whom"), parties),
            (_("Verified"), _verified(duty)),
        ),
    )


def _whose(duty: Duty | None) -> Iterator[tuple[str, str]]:
    if duty is not None and duty.subject:
        yield _("Whose duty"), duty.subject


def requires_name(required: Requires) -> str:
    """Return what a duty requires, in words."""
    return {
        Requires.CONTACT: _("contact"),
        Requires.COOPERATION: _("cooperation"),
        Requires.AGREEMENT: _("agreement"),
        Requires.TASK: _("task"),
    }[required]


def _verified(duty: Duty) -> str:
    """Return whether content and section were checked, and where; or what was not."""
    if not duty.verified:
        return _("no: {note}").format(note=duty.note) if duty.note else _("no")
    where = duty.checked or duty.source
    answer = _("yes: {where}").format(where=where) if where else _("yes")
    return f"{answer}. {duty.note}" if duty.note else answer


def duties_document(graph: Graph) -> Iterator[Block]:
    """Yield which duties apply, to whom, and whether the data document that they are met."""
    municipality = model_of(graph).municipality
    yield Heading(
        1,
        _("Duties to cooperate that apply in {name} ({number})").format(
            name=municipality.name, number=municipality.number
        ),
    )
    applicable = applicable_duties(graph)
    yield Bullets(tuple(_in_short(graph, applicable)))
    yield Paragraph(report_disclaimer(), quiet=True)
    yield Paragraph(
        _(
            "Who is on each side is our reading, from type of service, type of actor, tasks and"
            " target groups. One contact or agreement between the sides counts as enough."
        )
    )
    documented = ThreeFigures.of(duty_coverage(graph, duty).documented for duty in applicable)
    if documented.total:
        yield Paragraph(
            _("Duties and own requirements: {figure}.").format(figure=figures_in_words(documented))
        )
    if any(
        duty.requires is Requires.AGREEMENT and duty_coverage(graph, duty).documented
        for duty in applicable
    ):
        yield Paragraph(agreement_not_judged())
    if any(
        is_about_single_cases(duty) and (met := met_duty(graph, duty)) and met.ties
        for duty in applicable
    ):
        yield Paragraph(single_cases_not_judged())
    yield from (_duty_block(graph, duty) for duty in applicable)
    questions = [
        f"{duty_name(graph, duty.id)}: {ask_about(graph, duty)}"
        for duty in applicable
        if has_any_ties(graph) and duty_coverage(graph, duty).documented is None
    ]
    if questions:
        yield Heading(2, _("Not assessed – ask about"))
        yield Bullets(tuple(questions))
    yield from _tasks(graph)
    yield from _not_applying(graph, applicable)


def _in_short(graph: Graph, applicable: Sequence[ApplicableDuty]) -> Iterator[str]:
    """Yield which duties the data document, which not, and of which they cannot tell."""
    for documented, name in (
        (True, _("Documented")),
        (False, _("Not documented")),
        (None, _("Not known")),
    ):
        duties = [
            duty_name(graph, duty.id)
            for duty in applicable
            if duty_coverage(graph, duty).documented is documented
        ]
        yield f"{name} ({len(duties)}): {'; '.join(duties) or '–'}"


def _duty_block(graph: Graph, applicable: ApplicableDuty) -> Sentences:
    asked = ""
    if applicable.duty:
        asked = applicable.duty.clause
    elif applicable.requirement:
        asked = applicable.requirement.reason
    a, b = sides_of(applicable)
    return Sentences(
        duty_name(graph, applicable.id),
        (
            *_whose(applicable.duty),
            (_("What it asks for"), asked),
            (_("Requires"), requires_name(applicable.requires)),
            (_("One side"), "; ".join(why_on_side(graph, applicable.a, a)) or "–"),
            (_("The other side"), "; ".join(why_on_side(graph, applicable.b, b)) or "–"),
            (_("In the data"), _status(graph, applicable)),
        ),
    )


def _status(graph: Graph, applicable: ApplicableDuty) -> str:
    covered = duty_coverage(graph, applicable)
    is_agreement = applicable.requires is Requires.AGREEMENT
    if covered.documented is None:
        return _("not assessed")
    if (met := met_duty(graph, applicable)) is not None:
        if set(covered.met_by) <= {*applicable.alone}:
            return _("has the task itself: {name}").format(name=side_names(graph, covered.met_by))
        text = _("agreement in force documented") if is_agreement else _("contact documented")
        names = f"{text}: {side_names(graph, covered.met_by)}"
        return with_who_deny(graph, names, covered.met_by, met.denied_by)
    if not is_agreement:
        return _("contact not documented")
    text = (
        _("contact is documented, but no agreement in force")
        if covered.contact
        else _("agreement not documented")
    )
    if (day := lapsed_on(graph, applicable)) is not None:
        text += "; " + _("an agreement held until {day}").format(day=in_words(day))
    return text


def _tasks(graph: Graph) -> Iterator[Block]:
    """Yield what the law asks of one kind of service alone: listed, not looked for in the network."""
    tasks = [
        f"{duty.marked_citation}: {duty.clause} {_who_has(graph, duty)}"
        for duty in duty_register(graph)
        if duty.requires is Requires.TASK and duty.a
    ]
    if tasks:
        yield Heading(2, _("Tasks of one kind of service, not looked for in the network"))
        yield Bullets(tuple(tasks))


def _who_has(graph: Graph, duty: Duty) -> str:
    found = on_side(graph, duty, duty.a)
    certain = [actor_id for actor_id, blanks in found.items() if not blanks]
    if certain:
        return _("In the data: {names}.").format(
            names="; ".join(why_on_side(graph, certain, duty.a))
        )
    if may_be := " ".join(who_may_be(graph, duty.a, found)):
        return may_be
    described = side_in_words(duty.a, model_of(graph).words)
    return _("No {who} is registered.").format(who=described)


def _not_applying(graph: Graph, applicable: Sequence[ApplicableDuty]) -> Iterator[Block]:
    applying = {duty.id for duty in applicable}
    remaining = [
        duty.marked_citation
        for duty in duty_register(graph)
        if duty.is_looked_for and duty.id not in applying
    ]
    if remaining:
        yield Heading(2, _("Not looked for: nobody here has the target group"))
        yield Paragraph(
            _(
                "Nobody here is registered with the target groups of these. The law may still ask it"
                " of you."
            )
        )
        yield Bullets(tuple(remaining))


def tier_name(tier: Tier) -> str:
    """Return how a duty binds, in words."""
    return {
        Tier.REQUIRED: _("Between named parties, whatever the case"),
        Tier.CONDITIONAL: _("When a target group is served here, or somebody has the task"),
        Tier.LOCAL: _("The municipality's own requirements"),
        Tier.RECOMMENDED: _("Agreements and roles, no duty in law"),
        Tier.PROCESS: _("About planning or organisation, not about two parties"),
    }[tier]
