"""A plan as a document: which steps, what they close at least, what they cost, and what is left."""

from collections.abc import Iterator

from samordning_graph.analysis.suggest.gaps import WEIGHTS, Gaps, as_missing_pairs
from samordning_graph.analysis.suggest.new_arena import NewArena
from samordning_graph.analysis.suggest.plan import (
    HOURS_PER_MEETING,
    Invitation,
    RenewedAgreement,
    SuggestedStep,
    SuggestedSteps,
)
from samordning_graph.analysis.suggest.proposed_rows import arena_rows, theme_name
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.duties import duty_name
from samordning_graph.graph.graph import Graph, listed_names, model_of, node_name, nodes, words_of
from samordning_graph.graph.participation import arena_members, excluded_arenas
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.phrases import decimal
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding_text import exclusion_reason, nothing_filled_in
from samordning_graph.rules.labels import basis_name
from samordning_graph.rules.next_step import confidentiality, invitation, renewal
from samordning_graph.schema.tables import Arena

_BASES_STRONGEST_FIRST = tuple(sorted(Basis, reverse=True))


def suggest_document(graph: Graph, plan: SuggestedSteps) -> Iterator[Block]:
    """Yield the blocks of a plan in reading order."""
    municipality = model_of(graph).municipality
    yield Heading(
        1,
        _("Possible next steps in {name} ({number})").format(
            name=municipality.name, number=municipality.number
        ),
    )
    yield Paragraph(_today(graph, plan))
    if plan.before:
        yield from _renewals(plan)
        yield from _seats(graph, _("Who can become a member"), plan.memberships)
        yield from _seats(graph, _("Whom to invite where"), plan.invitations)
        yield from _cost(plan)
        if plan.seats:
            yield from _before_you_invite()
        yield from _new_arenas(graph, plan)
        if plan.new_arenas and not plan.seats:
            yield from _before_you_invite()
        yield from _closed(graph, plan)
        yield from _left(plan)
        yield from _how(plan)
    yield Paragraph(report_disclaimer(), quiet=True)


def _today(graph: Graph, plan: SuggestedSteps) -> str:
    if not has_any_ties(graph):
        return nothing_filled_in()
    if plan.before:
        text = _("Without documented coordination today: {what}.").format(what=count(plan.before))
    elif any(plan.accepted):
        text = _("In what could be assessed, nothing else lacks documented coordination.")
    else:
        text = _("In what could be assessed, no pair and no duty lacks documented coordination.")
    return " ".join([text, *_left_out(plan)])


def _left_out(plan: SuggestedSteps) -> Iterator[str]:
    if any(plan.accepted):
        accepted = _pairs_and_duties(*plan.accepted)
        yield _("Accepted by the municipality, and so no part of this: {what}.").format(
            what=accepted
        )
    if any(plan.not_assessed):
        yield _("Not assessed, and so no part of this: {what}. Ask about them first.").format(
            what=_pairs_and_duties(*plan.not_assessed)
        )


def count(gaps: Gaps) -> str:
    """Return how many pairs and duties there are: «6 pairs and 1 duty»."""
    return _pairs_and_duties(len(gaps.pairs()), len(gaps.duties))


def _pairs_and_duties(pairs: int, duties: int) -> str:
    parts = [
        *(
            [ngettext("{n} pair", "{n} pairs", pairs).format(n=pairs)]
            if pairs or not duties
            else []
        ),
        *([ngettext("{n} duty", "{n} duties", duties).format(n=duties)] if duties else []),
    ]
    return listed(parts)


# Agreements and seats


def _renewals(plan: SuggestedSteps) -> Iterator[Block]:
    if plan.renewals:
        yield Heading(2, _("Agreements that can be renewed"))
        yield Bullets(
            tuple(f"{renewal(step.lapsed)} {_closes(step.closes)}" for step in plan.renewals)
        )


def _seats(graph: Graph, heading: str, seats: tuple[Invitation, ...]) -> Iterator[Block]:
    if seats:
        yield Heading(2, heading)
        yield Bullets(tuple(invited(graph, step) for step in seats), numbered=True)


def invited(graph: Graph, step: Invitation) -> str:
    """Return a seat as the sentence of the report, with what it costs and closes."""
    parts = [invitation(graph, step.seat, step.hosts), _meetings(step.meetings)]
    if step.closes.duties:
        duties = listed([duty_name(graph, duty.id) for duty in step.closes.duties])
        parts.append(_("This gives a documented contact for: {duties}.").format(duties=duties))
    return " ".join([*parts, _closes(step.closes)])


def _closes(gaps: Gaps) -> str:
    return _("Closes at least {what}.").format(what=count(gaps))


def _meetings(a_year: float | None) -> str:
    if a_year is None:
        return _("How often it meets is not filled in.")
    hours = amount(a_year * HOURS_PER_MEETING)
    return ngettext(
        "{n} meeting a year, about {hours} hours.",
        "{n} meetings a year, about {hours} hours.",
        1 if a_year == 1 else 2,
    ).format(n=amount(a_year), hours=hours)


def amount(value: float) -> str:
    """Return a figure with no more decimals than it needs: «6», «1,5»."""
    return decimal(value, 0 if value == int(value) else 1)


def _cost(plan: SuggestedSteps) -> Iterator[Block]:
    if plan.along:
        yield Paragraph(
            _("Those who are invited to one arena meet each other too: {what} more.").format(
                what=count(plan.along)
            )
        )
    if plan.seats:
        yield Paragraph(_hours(plan))
    if plan.seats_left_out:
        yield Paragraph(
            ngettext(
                "{n} more seat would close something. The report tells it.",
                "{n} more seats would close something each. The report tells them.",
                plan.seats_left_out,
            ).format(n=plan.seats_left_out)
        )


def _before_you_invite() -> Iterator[Block]:
    """Yield what the data do not know of a seat, and on what grounds its members may share."""
    yield Paragraph(
        _(
            "Whether there is a seat, whether the arena is the right place, and whether anybody"
            " wants it, the data do not know: ask before you invite."
        )
    )
    yield Paragraph(confidentiality())


def _hours(plan: SuggestedSteps) -> str:
    unknown = sum(step.hours is None for step in plan.seats)
    hours = amount(plan.hours)
    counted = _("A meeting is counted as {hours} hours for one person, without travel.").format(
        hours=amount(HOURS_PER_MEETING)
    )
    if unknown == len(plan.seats):
        return _("How often these arenas meet is not filled in, so the cost is not known.")
    if not unknown:
        return _("All of it: about {hours} hours a year.").format(hours=hours) + " " + counted
    total = ngettext(
        "All of it: at least {hours} hours a year; for {n} step the number of meetings is not known.",
        "All of it: at least {hours} hours a year; for {n} steps the number of meetings is not"
        " known.",
        unknown,
    ).format(hours=hours, n=unknown)
    return f"{total} {counted}"


# New arenas


def _new_arenas(graph: Graph, plan: SuggestedSteps) -> Iterator[Block]:
    if not plan.new_arenas:
        return
    yield Heading(2, _("Where no arena has a seat that suits"))
    yield Paragraph(
        _(
            "For these no working arena has room for one more and suits the guest: it decides, takes"
            " up single cases only, or is for others. For two of them a direct contact may be"
            " enough; how often a new arena should meet is for you to decide."
        )
    )
    for step, arena_row in zip(plan.new_arenas, arena_rows(graph, plan), strict=True):
        yield Sentences(arena_row["name"], tuple(_proposed(graph, plan, step)))


def _proposed(graph: Graph, plan: SuggestedSteps, step: NewArena) -> Iterator[tuple[str, str]]:
    yield _("Members"), listed_names(graph, step.members)
    yield _("Level"), words_of(graph, "level")[step.level].name
    label = _("Goal") if step.theme.ground is Ground.GOAL else _("About")
    yield label, theme_name(graph, step)
    yield _("Closes at least"), count(step.closes)
    already = [
        f"«{arena.name}» ({reason})" if reason else f"«{arena.name}»"
        for arena, reason in _arenas_about(graph, plan, step)
    ]
    if already:
        yield (
            _("Before you make a new one"),
            _("These are about it already: {arenas}.").format(arenas=listed(already)),
        )


def _arenas_about(
    graph: Graph, plan: SuggestedSteps, step: NewArena
) -> Iterator[tuple[Arena, str]]:
    """Yield the arenas for the same goal or target group, with why they do not serve."""
    about, excluded = step.theme.about, excluded_arenas(graph)
    for arena in nodes(graph, Arena):
        belongs = {
            Ground.GOAL: arena.goals,
            Ground.TARGET_GROUP: arena.target_groups,
        }.get(step.theme.ground, ())
        if about not in belongs or excluded.get(arena.id) == "closed":
            continue
        seats_taken = len(arena_members(graph, arena.id))
        if arena.id in excluded:
            yield arena, exclusion_reason(excluded[arena.id])
        elif not seats_taken:
            yield arena, _("nobody is listed there")
        else:
            yield arena, _("full") if seats_taken >= plan.largest else ""


# What is closed and what is left


def _closed(graph: Graph, plan: SuggestedSteps) -> Iterator[Block]:
    names = iter(arena_row["name"] for arena_row in arena_rows(graph, plan))
    rows = [
        (named, *cells)
        for step in plan.steps
        for named in [next(names) if isinstance(step, NewArena) else _named(graph, step)]
        for cells in _gap_rows(graph, step)
    ]
    if rows:
        yield Heading(2, _("What the steps close, one by one"))
        yield TableBlock(
            _("A duty is closed by one contact between its sides."),
            (_("Step"), _("Who comes to meet"), _("Ground"), _("Basis")),
            tuple(rows),
        )


def _named(graph: Graph, step: RenewedAgreement | Invitation) -> str:
    if isinstance(step, RenewedAgreement):
        return f"«{step.lapsed.agreement}»"
    return f"{node_name(graph, step.seat.guest)} → {node_name(graph, step.seat.arena)}"


def _gap_rows(graph: Graph, step: SuggestedStep) -> Iterator[tuple[str, str, str]]:
    position = pair_engine(graph).position
    for duty in step.closes.duties:
        met = [actor for actor in _parties(step) if position[actor] in duty.partners]
        yield (
            _pair(graph, *(met or _parties(step))),
            duty_name(graph, duty.id),
            basis_name(duty.basis),
        )
    for pair in as_missing_pairs(graph, step.closes):
        reasons = [why.reason(graph, pair.first, pair.second).text for why in pair.pair_grounds]
        yield (
            _pair(graph, pair.first, pair.second),
            "; ".join(reasons),
            basis_name(pair.basis),
        )


def _parties(step: SuggestedStep) -> tuple[str, ...]:
    match step:
        case RenewedAgreement():
            return step.between
        case Invitation():
            return (step.seat.guest, *step.hosts)
        case _:
            return step.members


def _pair(graph: Graph, *actors: str) -> str:
    return " – ".join(node_name(graph, actor) for actor in actors)


def _left(plan: SuggestedSteps) -> Iterator[Block]:
    yield Heading(2, _("What is left"))
    left, rows = plan.left, []
    for kind, number in (
        (_("duty"), _duties_with),
        (_("pair"), _pairs_with),
    ):
        for basis in _BASES_STRONGEST_FIRST:
            if number(plan.before, basis):
                by_kind = [
                    str(sum(number(closed, basis) for closed in closes))
                    for closes in (
                        [step.closes for step in plan.renewals],
                        [plan.along, *(step.closes for step in plan.seats)],
                        [step.closes for step in plan.new_arenas],
                    )
                ]
                rows.append(
                    (
                        kind,
                        basis_name(basis),
                        str(number(plan.before, basis)),
                        *by_kind,
                        str(number(left, basis)),
                    )
                )
    yield TableBlock(
        _("Without documented coordination, by basis"),
        (
            "",
            _("Basis"),
            _("Today"),
            _("By renewals"),
            _("By seats"),
            _("By new arenas"),
            _("Left"),
        ),
        tuple(rows),
    )
    if left:
        yield Paragraph(
            _(
                "The report tells each of those that are left. Two who lack only each other may"
                " need no arena: a direct contact is enough."
            )
        )


def _duties_with(gaps: Gaps, basis: Basis) -> int:
    return sum(duty.basis is basis for duty in gaps.duties)


def _pairs_with(gaps: Gaps, basis: Basis) -> int:
    return len(gaps.pairs(basis))


# How it was found


def _how(plan: SuggestedSteps) -> Iterator[Block]:
    weights = ", ".join(f"{basis_name(basis)} {WEIGHTS[basis]}" for basis in _BASES_STRONGEST_FIRST)
    yield Heading(2, _("How this was found"))
    yield Bullets(
        (
            _(
                "Each gap has one answer, the same as in the report and on the map. Of the seats"
                " those that close most were chosen: no other choice of at most {n} of them closes"
                " more."
            ).format(n=plan.max_invitations),
            _("At most {n} seats, and no arena grows beyond {size} leaders and members.").format(
                n=plan.max_invitations, size=plan.largest
            ),
            _("What closing one counts: {weights}.").format(weights=weights),
            _(
                "Only pairs with a ground to coordinate and unmet duties count: more meetings are"
                " no aim in themselves. What the municipality has accepted is left out, and so are"
                " duties that were not checked against the law."
            ),
            _(
                "Nobody is invited to arenas for information or single cases only, arenas that"
                " decide, closed arenas, arenas for other target groups, or arenas that list"
                " nobody."
            ),
        )
    )
