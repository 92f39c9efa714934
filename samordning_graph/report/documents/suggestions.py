"""A plan as a document: whom to invite where, what it closes, what it costs, and what is left."""

from collections.abc import Collection, Iterable, Iterator

from samordning_graph.analysis.suggest.closable_gaps import WEIGHTS, ClosableGaps, as_missing_pairs
from samordning_graph.analysis.suggest.new_arena import NewArena
from samordning_graph.analysis.suggest.plan import HOURS_PER_MEETING, Invitation, SuggestedSteps
from samordning_graph.analysis.suggest.proposed_rows import arena_rows, theme_name
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.duties import duty_name
from samordning_graph.graph.graph import Graph, listed_names, model_of, node_name, nodes, words_of
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.graph.participation import arena_members, excluded_arenas
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents.phrases import decimal, report_disclaimer
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding_text import exclusion_reason, nothing_filled_in
from samordning_graph.rules.labels import basis_name
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
    yield Paragraph(
        _(
            "Whether there is a seat, whether the arena is the right place, and whether anybody"
            " wants it, the data do not know: ask before you invite."
        )
    )
    yield Paragraph(report_disclaimer(), quiet=True)
    if plan.before:
        yield from _invitations(graph, plan)
        yield from _new_arenas(graph, plan)
        yield from _closed(graph, plan)
        yield from _left(plan)
        yield from _how(plan)


def _today(graph: Graph, plan: SuggestedSteps) -> str:
    if not has_any_ties(graph):
        return nothing_filled_in()
    if not plan.before:
        text = _("In what could be assessed, no pair and no duty lacks documented coordination.")
    else:
        text = _("Without documented coordination today: {what}.").format(what=count(plan.before))
    return " ".join([text, *_unknown(plan)])


def _unknown(plan: SuggestedSteps) -> Iterator[str]:
    pairs, duties = plan.not_assessed
    if pairs or duties:
        yield _("Not assessed, and so no part of this: {what}. Ask about them first.").format(
            what=_pairs_and_duties(pairs, duties)
        )


def count(gaps: ClosableGaps) -> str:
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


# Invitations


def _invitations(graph: Graph, plan: SuggestedSteps) -> Iterator[Block]:
    yield Heading(2, _("Whom to invite where"))
    if not plan.invitations:
        yield Paragraph(_("No seat in an arena with room for one more would close any of it."))
        return
    yield Bullets(tuple(invited(graph, step) for step in plan.invitations), numbered=True)
    yield TableBlock(
        _("What each step closes, what is left after it, and what it costs"),
        (_("Step"), _("Invitation"), _("Closes"), _("Weight"), _("Left"), _("Hours a year")),
        tuple(
            (
                str(number),
                f"{node_name(graph, step.actor)} → {node_name(graph, step.arena)}",
                count(step.closes),
                str(step.closes.weight),
                count(step.left),
                _("not known") if step.hours is None else amount(step.hours),
            )
            for number, step in enumerate(plan.invitations, start=1)
        ),
    )
    yield Paragraph(_cost(plan))
    yield Paragraph(_how_good(plan))


def invited(graph: Graph, step: Invitation) -> str:
    """Return an invitation as a sentence, with what it closes and what is left."""
    meets = _meets(graph, step)
    hosts_met = listed_names(graph, meets.pop(step.actor, []))
    sentence = (
        _("{actor} can be invited to {arena} ({meetings}) and meets {others} there.")
        if step.role is None
        else _("{actor}, {role} in {arena}, can become a member ({meetings}) and meets {others}.")
    )
    if not hosts_met:
        sentence = _("{actor} can be invited to {arena} ({meetings}).")
    parts = [
        sentence.format(
            actor=node_name(graph, step.actor),
            arena=node_name(graph, step.arena),
            meetings=_meetings(step.meetings),
            others=hosts_met,
            role=words_of(graph, "role")[step.role].name if step.role else "",
        )
    ]
    for unit, hosts in meets.items():
        parts.append(
            _("{unit}, which it is part of, is then in touch with {others}.").format(
                unit=node_name(graph, unit), others=listed_names(graph, hosts)
            )
        )
    if step.closes.duties:
        duties = listed([duty_name(graph, duty.id) for duty in step.closes.duties])
        parts.append(_("This gives a documented contact for: {duties}.").format(duties=duties))
    elif not step.closes:
        parts.append(_("It closes nothing by itself, only together with the next step."))
    parts.append(_("Left: {what}.").format(what=count(step.left)))
    return " ".join(parts)


def _meets(graph: Graph, step: Invitation) -> dict[str, list[str]]:
    """Return whom the invited, and the units that it is part of, would come to meet."""
    invited_units = (step.actor, *ancestor_units(graph, step.actor))
    contacts = {*step.closes.pairs()}
    for duty in step.closes.duties:
        contacts.update(_nearest(graph, step.closes.contacts(duty)))
    meets: dict[str, list[str]] = {}
    for first, second in sorted(contacts):
        unit, host = (first, second) if first in invited_units else (second, first)
        meets.setdefault(unit, []).append(host)
    return meets


def _nearest(graph: Graph, contacts: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the contacts that meet a duty, without those a unit has only through a sub-unit."""
    ends = {actor for contact in contacts for actor in contact}
    through = {unit for actor in ends for unit in ancestor_units(graph, actor)}
    return [contact for contact in contacts if through.isdisjoint(contact)] or list(contacts)


def _meetings(a_year: float | None) -> str:
    if a_year is None:
        return _("how often it meets is not filled in")
    hours = amount(a_year * HOURS_PER_MEETING)
    return ngettext(
        "{n} meeting a year, about {hours} hours",
        "{n} meetings a year, about {hours} hours",
        1 if a_year == 1 else 2,
    ).format(n=amount(a_year), hours=hours)


def amount(value: float) -> str:
    """Return a figure with no more decimals than it needs: «6», «1,5»."""
    return decimal(value, 0 if value == int(value) else 1)


def _cost(plan: SuggestedSteps) -> str:
    unknown = sum(step.hours is None for step in plan.invitations)
    hours = amount(plan.hours)
    counted = _("A meeting is counted as {hours} hours for one person, without travel.").format(
        hours=amount(HOURS_PER_MEETING)
    )
    if unknown == len(plan.invitations):
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


def _how_good(plan: SuggestedSteps) -> str:
    if plan.is_exact:
        return _(
            "No other choice of at most {n} invitations within these limits closes more weight:"
            " this is worked out, not estimated."
        ).format(n=plan.max_invitations)
    return _(
        "The steps were chosen one by one, each time the one that closes most: there are too many"
        " choices to look through. They close at least {share} % of what any {n} invitations within"
        " these limits could close."
    ).format(share=100 * plan.closed // plan.at_most, n=plan.max_invitations)


# New arenas


def _new_arenas(graph: Graph, plan: SuggestedSteps) -> Iterator[Block]:
    if not plan.new_arenas:
        return
    yield Heading(2, _("Where no arena has room for either"))
    yield Paragraph(
        _(
            "None of these sit in a working arena with room for one more. For two of them a direct"
            " contact may be enough; how often a new arena should meet is for you to decide."
        )
    )
    for step, arena_row in zip(plan.new_arenas, arena_rows(graph, plan), strict=True):
        yield Sentences(arena_row["name"], tuple(_proposed(graph, plan, step)))


def _proposed(graph: Graph, plan: SuggestedSteps, step: NewArena) -> Iterator[tuple[str, str]]:
    yield _("Members"), listed_names(graph, step.members)
    yield _("Level"), words_of(graph, "level")[step.level].name
    label = _("Goal") if step.theme.ground is Ground.GOAL else _("About")
    yield label, theme_name(graph, step)
    yield (
        _("Closes"),
        _("{what}. Left: {left}.").format(what=count(step.closes), left=count(step.left)),
    )
    already = [
        node_name(graph, arena.id) + (f" ({reason})" if reason else "")
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
    steps: list[tuple[str, ClosableGaps]] = [
        (str(number), step.closes) for number, step in enumerate(plan.invitations, start=1)
    ]
    rows = zip(plan.new_arenas, arena_rows(graph, plan), strict=True)
    steps += [(arena_row["name"], step.closes) for step, arena_row in rows]
    if not steps:
        return
    yield Heading(2, _("What the steps close, one by one"))
    yield TableBlock(
        _("A duty is closed by one contact between its sides."),
        (_("Step"), _("Who comes to meet"), _("Ground"), _("Basis")),
        tuple((step, *cells) for step, gaps in steps for cells in _gap_rows(graph, gaps)),
    )


def _gap_rows(graph: Graph, gaps: ClosableGaps) -> Iterator[tuple[str, str, str]]:
    for duty in gaps.duties:
        contact = _nearest(graph, gaps.contacts(duty))[0]
        yield _pair(graph, contact), duty_name(graph, duty.id), basis_name(duty.basis)
    for pair in as_missing_pairs(graph, gaps):
        reasons = [why.reason(graph, pair.first, pair.second).text for why in pair.pair_grounds]
        yield (
            _pair(graph, (pair.first, pair.second)),
            "; ".join(reasons),
            basis_name(pair.basis),
        )


def _pair(graph: Graph, pair: Iterable[str]) -> str:
    return " – ".join(node_name(graph, actor) for actor in pair)


def _left(plan: SuggestedSteps) -> Iterator[Block]:
    yield Heading(2, _("What is left"))
    invitations, new_arenas = list(plan.invitations), list(plan.new_arenas)
    rows = []
    for kind, number in (
        (_("duty"), _duties_with),
        (_("pair"), _pairs_with),
    ):
        for basis in _BASES_STRONGEST_FIRST:
            if number(plan.before, basis):
                rows.append(
                    (
                        kind,
                        basis_name(basis),
                        str(number(plan.before, basis)),
                        str(sum(number(step.closes, basis) for step in invitations)),
                        str(sum(number(step.closes, basis) for step in new_arenas)),
                        str(number(plan.left, basis)),
                    )
                )
    yield TableBlock(
        _("Without documented coordination, by basis"),
        ("", _("Basis"), _("Today"), _("By invitations"), _("By new arenas"), _("Left")),
        tuple(rows),
    )
    if plan.left:
        yield Paragraph(
            _(
                "The report tells each of those that are left. Two who lack only each other may"
                " need no arena: a direct contact is enough."
            )
        )


def _duties_with(gaps: ClosableGaps, basis: Basis) -> int:
    return sum(duty.basis is basis for duty in gaps.duties)


def _pairs_with(gaps: ClosableGaps, basis: Basis) -> int:
    return len(gaps.pairs(basis))


# How it was found


def _how(plan: SuggestedSteps) -> Iterator[Block]:
    weights = ", ".join(f"{basis_name(basis)} {WEIGHTS[basis]}" for basis in _BASES_STRONGEST_FIRST)
    yield Heading(2, _("How this was found"))
    yield Bullets(
        (
            _(
                "At most {n} invitations, and no arena grows beyond {size} leaders and members"
                " (--max-invitations, --max-arena-size)."
            ).format(n=plan.max_invitations, size=plan.largest),
            _("What closing one counts: {weights}.").format(weights=weights),
            _(
                "Only pairs with a ground and unmet duties count: more meetings are no aim in"
                " themselves. What the municipality has accepted is left out."
            ),
            _(
                "Nobody is invited to information arenas, closed arenas, or arenas that list"
                " nobody. A unit takes the units that it is part of with it, as in the report."
            ),
            _(
                "As a file: samordning suggest PATH -o steps.yaml; the report with the steps in"
                " place: samordning report PATH --what-if steps.yaml."
            ),
        )
    )
