"""The duty register as a document; and which duties apply in a municipality, to whom, if met."""

from collections.abc import Iterator, Sequence

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.duties import (
    ApplicableDuty,
    applicable_duties,
    duty_name,
    duty_register,
)
from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.documents.phrases import report_disclaimer
from samordning_graph.rules.shared.duty_rule import ask_about, side_in_words, side_names
from samordning_graph.schema.duty import Duty, Tier
from samordning_graph.schema.vocabulary import word_lists


def register_document(duties: Sequence[Duty]) -> Iterator[Block]:
    """Yield the register: what each duty asks for, of whom, and whether it was verified."""
    yield Heading(1, _("Duties to cooperate in the social-housing work"))
    yield Paragraph(
        _(
            "What each asks for is in own words, and between whom is our reading. «Yes» means"
            " that content and section were read in the source that is named, which need not be the"
            " text of the law: look it up before you cite it."
        )
    )
    for tier in (Tier.REQUIRED, Tier.CONDITIONAL, Tier.RECOMMENDED, Tier.PROCESS):
        of_tier = [duty for duty in duties if duty.tier is tier]
        if of_tier:
            yield Heading(2, tier_name(tier))
            yield TableBlock(
                "",
                (_("Law"), _("What it asks for"), _("Force"), _("Between whom"), _("Verified")),
                tuple(_register_row(duty) for duty in of_tier),
            )


def _register_row(duty: Duty) -> tuple[str, ...]:
    parties = duty.why
    if duty.a:
        parties = f"{side_in_words(duty.a)} – {side_in_words(duty.b)}"
    if duty.target_groups:
        groups = word_lists()["target_group"]
        served = ", ".join(groups[group].name for group in duty.target_groups)
        parties += " " + _("(target groups: {groups})").format(groups=served)
    return (duty.citation, duty.clause, duty.force, parties, _verified(duty))


def _verified(duty: Duty) -> str:
    """Return whether content and section were read, and where; or what was not."""
    answer = _("yes") if duty.verified else _("no")
    where = duty.source if duty.verified else duty.note
    return f"{answer}: {where}" if where else answer


def duties_document(graph: Graph) -> Iterator[Block]:
    """Yield which duties apply, to whom, and whether the data document that they are met."""
    municipality = model_of(graph).municipality
    yield Heading(
        1,
        _("Duties to cooperate that apply in {name} ({number})").format(
            name=municipality.name, number=municipality.number
        ),
    )
    yield Paragraph(report_disclaimer(), quiet=True)
    applicable = applicable_duties(graph)
    yield TableBlock(
        _(
            "The sides are our reading of each duty, from sector, type, tasks and target groups. One"
            " contact between them counts as enough: an arena in common, or direct collaboration."
        ),
        (_("Duty"), _("What it asks for"), _("One side"), _("The other side"), _("In the data")),
        tuple(_duty_row(graph, duty) for duty in applicable),
    )
    questions = [
        f"{duty_name(graph, duty.id)}: {ask_about(graph, duty)}"
        for duty in applicable
        if has_any_ties(graph) and duty_status(graph, duty) is None
    ]
    if questions:
        yield Heading(2, _("Not assessed – ask about"))
        yield Bullets(tuple(questions))
    yield from _not_applying(graph, applicable)


def _duty_row(graph: Graph, applicable: ApplicableDuty) -> tuple[str, ...]:
    asked = ""
    if applicable.duty:
        asked = applicable.duty.clause
    elif applicable.requirement:
        asked = applicable.requirement.reason
    return (
        duty_name(graph, applicable.id),
        asked,
        side_names(graph, applicable.a) or "–",
        side_names(graph, applicable.b) or "–",
        {
            True: _("contact documented"),
            False: _("contact not documented"),
            None: _("not assessed"),
        }[duty_status(graph, applicable)],
    )


def duty_status(graph: Graph, applicable: ApplicableDuty) -> bool | None:
    """Return whether the data document a contact between the sides; None if undetermined."""
    if not has_any_ties(graph):
        return None
    coverage = pair_engine(graph).duty_coverage(applicable)
    if coverage in (None, Coverage.NOT_ASSESSED):
        return None
    return coverage is not Coverage.NONE


def _not_applying(graph: Graph, applicable: Sequence[ApplicableDuty]) -> Iterator[Block]:
    applying = {duty.id for duty in applicable}
    remaining = [
        duty.marked_citation for duty in duty_register(graph) if duty.a and duty.id not in applying
    ]
    if remaining:
        yield Heading(2, _("Do not apply to what the data hold"))
        yield Paragraph(_("Nobody here is registered with the target groups of these:"))
        yield Bullets(tuple(remaining))


def tier_name(tier: Tier) -> str:
    """Return how a duty binds, in words."""
    return {
        Tier.REQUIRED: _("Between named parties, whatever the case"),
        Tier.CONDITIONAL: _("When a target group is served here"),
        Tier.LOCAL: _("The municipality's own requirements"),
        Tier.RECOMMENDED: _("Agreements and roles, no duty in law"),
        Tier.PROCESS: _("About planning or organisation, not about two parties"),
    }[tier]
