"""The report as a document of headings, paragraphs, lists and tables, in reading order.

Text, Markdown and HTML lay out the same document. Its first screen says whose data it is, how old
and who was asked; what is in place; what matters most; what could not be assessed; where the rest
is.
"""

from collections.abc import Iterator
from itertools import islice

from samordning_graph.coverage import Congruence, pair_engine
from samordning_graph.finding import Coverage, Finding
from samordning_graph.graph import (
    Graph,
    actors_with_open_ties,
    any_ties,
    asked,
    lifted_roles,
    name,
    options_of,
    row,
    sector_name,
    source_period,
)
from samordning_graph.locale import _, in_words, ngettext
from samordning_graph.report.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Sentences,
    Table,
)
from samordning_graph.report.model import ABOUT_SECTORS, Outcome, Report, sectors_of, subject_names
from samordning_graph.report.wording import basis_name, confidence_name, out_of
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.rules.telling import citation, listed
from samordning_graph.schema import Actor
from samordning_graph.undecided import Undecided, actors_decided_by

SHOWN = 50
"""Pairs, findings or cases listed under one heading; the rest is counted, and is in CSV and JSON."""


def document(report: Report) -> Iterator[Block]:
    """Yield the blocks of a report in reading order."""
    yield from _first_screen(report)
    yield from _pairs(report)
    yield from _not_assessed(report)
    yield from _rules(report)
    yield from _accepted(report)
    if report.notes:
        yield Heading(2, _("What was counted, and what was left out"))
        yield Bullets(report.notes)


def no_answer_key() -> str:
    """Return the line of honesty that every output carries."""
    return _(
        "This is no answer key: it shows what the data document today, so that people can discuss"
        " it. What is not documented may still exist."
    )


# The first screen


def _first_screen(report: Report) -> Iterator[Block]:
    town = report.model.municipality
    yield Heading(
        1,
        _("Coordination of social-housing work in {name} ({number})").format(
            name=town.name, number=town.number
        ),
    )
    yield Paragraph(_whose_data(report))
    number, everyone = asked(report.graph)
    if everyone and not number:
        yield Paragraph(
            _(
                "None of the actors were asked themselves, so every gap below is a question to ask"
                " them, not an answer."
            )
        )
    yield Paragraph(no_answer_key(), quiet=True)
    yield Heading(2, _("In place"))
    yield Bullets(tuple(_in_place(report)))
    yield Heading(2, _("What matters most"))
    important = report.most_important()
    if important:
        yield Bullets(
            tuple(f"{one.observation} {one.question} ({_tag(one)})" for one in important),
            numbered=True,
        )
    elif report.accepted_findings:
        yield Paragraph(_("Nothing was found but what the municipality has accepted."))
    elif any(outcome.is_assessed for outcome in report.outcomes):
        yield Paragraph(_("Nothing was found in what could be assessed."))
    else:
        yield Paragraph(_("Nothing could be assessed; below it says why."))
    yield Heading(2, _("What could not be assessed"))
    yield Bullets(tuple(_open_questions(report)))
    yield Paragraph(_where_the_rest_is(), quiet=True)


def _whose_data(report: Report) -> str:
    number, everyone = asked(report.graph)
    dates = source_period(report.graph)
    period = (
        _("sources from {oldest} to {newest}").format(
            oldest=in_words(dates[0]), newest=in_words(dates[1])
        )
        if dates
        else _("no dates of sources are given")
    )
    as_of = in_words(options_of(report.graph).as_of)
    return _(
        "Data: {path}; {period}. {asked} of {everyone} actors were asked themselves. Seen as of"
        " {as_of}."
    ).format(path=report.model.path, period=period, asked=number, everyone=everyone, as_of=as_of)


def _in_place(report: Report) -> Iterator[str]:
    counts = report.counts
    yield _(
        "Units: {units}. External actors: {external}. Arenas: {arenas}, of which working arenas:"
        " {working}. Direct collaborations: {links}. Agreements: {agreements}."
    ).format(
        units=counts.units,
        external=counts.external_actors,
        arenas=counts.arenas,
        working=counts.working_arenas,
        links=counts.links,
        agreements=counts.agreements,
    )
    figures = report.congruence
    if figures["all"].needed and any_ties(report.graph):
        yield _(
            "Pairs that should coordinate, and where the data show that they do: {figure}."
        ).format(figure=_congruence_text(figures["all"]))
        names = {
            "goal": _("with a shared goal"),
            "target_group": _("with a shared target group"),
            "referral": _("with referrals between them"),
        }
        parts = [
            f"{words}: {_congruence_text(figures[ground])}"
            for ground, words in names.items()
            if ground in figures and figures[ground].needed
        ]
        if len(parts) > 1:
            yield _("Of these: {parts}.").format(parts="; ".join(parts))
    yield from _sectors_in_place(report)


def _congruence_text(figure: Congruence) -> str:
    if figure.not_assessed == figure.needed:
        return _("none of the {n} can be assessed").format(n=figure.needed)
    text = out_of(figure.met, figure.needed - figure.not_assessed)
    if figure.not_assessed:
        text += " " + _("({n} more cannot be assessed)").format(n=figure.not_assessed)
    return text


def _sectors_in_place(report: Report) -> Iterator[str]:
    for outcome in report.outcomes:
        if outcome.rule.code == ABOUT_SECTORS and outcome.is_assessed:
            seen = outcome.assessment
            yield _("Pairs of sectors with at least one documented contact: {figure}.").format(
                figure=out_of(seen.examined - len(seen.found), seen.examined)
            )


def _open_questions(report: Report) -> Iterator[str]:
    graph, open_ = report.graph, report.undecided
    unassessed = [outcome for outcome in report.outcomes if not outcome.is_assessed]
    if open_.pairs:
        yield ngettext(
            "{n} pair that should coordinate cannot be assessed.",
            "{n} pairs that should coordinate cannot be assessed.",
            open_.pairs,
        ).format(n=open_.pairs)
    open_actors = len(actors_with_open_ties(graph))
    if open_actors:
        yield ngettext(
            "Whether {n} actor is isolated cannot be told: it was not asked, and an incomplete"
            " participant list may lack it.",
            "Whether {n} actors are isolated cannot be told: they were not asked, and incomplete"
            " participant lists may lack them.",
            open_actors,
        ).format(n=open_actors)
    yield from _deciding_cells(graph, open_)
    if unassessed:
        yield ngettext(
            "{n} rule could not be assessed ({codes}); below it says why.",
            "{n} rules could not be assessed ({codes}); below it says why.",
            len(unassessed),
        ).format(n=len(unassessed), codes=", ".join(one.rule.code for one in unassessed))
    if not open_.pairs and not open_actors and not unassessed:
        yield _("Every rule could be assessed, and every pair with a ground.")


def _deciding_cells(graph: Graph, open_: Undecided) -> Iterator[str]:
    """Yield the two cells that would decide most pairs and actors."""
    by_arena = actors_decided_by(graph)
    open_actors = actors_with_open_ties(graph)
    cells = [
        (open_.by_arena.get(one, 0), by_arena.get(one, 0), one)
        for one in {*open_.by_arena, *by_arena}
    ]
    cells += [(count, int(one in open_actors), one) for one, count in open_.by_actor.items()]
    for pairs, actors, node_id in sorted(cells, key=lambda cell: (-cell[0] - cell[1], cell[2]))[:2]:
        decides = listed(
            [
                *([ngettext("{n} pair", "{n} pairs", pairs).format(n=pairs)] if pairs else []),
                *([ngettext("{n} actor", "{n} actors", actors).format(n=actors)] if actors else []),
            ]
        )
        where = citation([row(graph, node_id).place])
        question = (
            _("Ask {actor} what it takes part in («Spurt», {where}): decides {what}.")
            if isinstance(row(graph, node_id), Actor)
            else _(
                "Ask whether the participant list of {arena} is complete («Fullstendig"
                " deltakerliste», {where}): decides {what}."
            )
        )
        name_ = name(graph, node_id)
        yield question.format(actor=name_, arena=name_, where=where, what=decides)


def _where_the_rest_is() -> str:
    return _(
        "Below: pairs without documented coordination · what was not assessed · rule by rule ·"
        " accepted gaps · what was counted. `samordning explain CODE` tells how a rule decides."
    )


# Pairs


def _pairs(report: Report) -> Iterator[Block]:
    about_pairs = [outcome for outcome in report.outcomes if outcome.rule.why]
    if not about_pairs:
        return
    yield Heading(2, _("Pairs without documented coordination, strongest ground first"))
    pairs, count = report.strongest_pairs(Coverage.NONE, SHOWN)
    if not any(outcome.is_assessed for outcome in about_pairs):
        yield Paragraph(_("No pair could be assessed; below it says why."))
    elif not pairs:
        yield Paragraph(_("None among the pairs that could be assessed."))
    for pair in pairs:
        yield _pair_block(report, pair)
    yield from _more(count - len(pairs))


def _pair_block(report: Report, pair: MissingPair) -> Sentences:
    graph = report.graph
    told = pair.rules[0].tell(graph, pair.case)
    one, other = (sector_name(graph, sector) for sector in sectors_of(graph, pair))
    grounds = []
    for rule in pair.rules:
        if rule.why:
            reason = rule.why.reason(graph, pair.one, pair.other)
            cited = citation(row.place for row in reason.rows)
            grounds.append((_("Ground"), f"{reason.text} ({rule.code}; {cited})."))
    return Sentences(
        f"{name(graph, pair.one)} ({one}) – {name(graph, pair.other)} ({other})",
        (
            (_("Observation"), told.observation),
            *grounds,
            (_("Question"), told.question),
            (_("Possible next step"), told.next_step),
            (_("Basis"), basis_name(pair.basis)),
            (_("Data basis"), confidence_name(told.confidence)),
        ),
    )


def _more(left: int) -> Iterator[Block]:
    if left > 0:
        yield Paragraph(
            ngettext(
                "… and {n} more, in the CSV and JSON formats.",
                "… and {n} more, in the CSV and JSON formats.",
                left,
            ).format(n=left),
            quiet=True,
        )


# What was not assessed


def _not_assessed(report: Report) -> Iterator[Block]:
    yield Heading(2, _("Not assessed – ask about"))
    graph = report.graph
    pairs, count = report.strongest_pairs(Coverage.NOT_ASSESSED, SHOWN)
    if pairs:
        yield Heading(3, _("Pairs whose coordination cannot be told from the data"))
        items = []
        for pair in pairs:
            reasons = [
                rule.why.reason(graph, pair.one, pair.other).text for rule in pair.rules if rule.why
            ]
            items.append(
                f"{name(graph, pair.one)} – {name(graph, pair.other)}: {'. '.join(reasons)}."
                f" {_lists_to_ask_about(report, pair)}"
            )
        yield Bullets(tuple(items))
        yield from _more(count - len(pairs))
    rows = tuple(
        (outcome.rule.code, outcome.rule.title, outcome.assessment.reason)
        for outcome in report.outcomes
        if not outcome.is_assessed
    )
    if rows:
        yield Table(_("Rules that could not be assessed"), (_("Rule"), _("Title"), _("Why")), rows)
    cases = tuple(
        (outcome.rule.code, _case_names(graph, outcome))
        for outcome in report.outcomes
        if outcome.assessment.open and outcome.rule.why is None
    )
    if cases:
        yield Table(_("Left out because the data cannot tell"), (_("Rule"), _("Left out")), cases)
    if not (pairs or rows or cases):
        yield Paragraph(_("Everything that the rules look at could be assessed."))


def _lists_to_ask_about(report: Report, pair: MissingPair) -> str:
    """Return the question that would decide a pair, from a list that could have shown it.

    A list with one of the two on it asks least: about the other.
    """
    graph, engine = report.graph, pair_engine(report.graph)
    one, other = engine.position[pair.one], engine.position[pair.other]
    questions = []
    for arena_id, could in engine.shown_by(one):
        if could >> other & 1:
            roles = lifted_roles(graph)[arena_id]
            absent = [actor_id for actor_id in (pair.one, pair.other) if actor_id not in roles]
            questions.append((len(absent), arena_id, absent))
    missing, arena_id, absent = min(questions)
    if missing == 2:
        return _("Do both take part in {arena}?").format(arena=name(graph, arena_id))
    return _("Does {actor} take part in {arena}?").format(
        actor=name(graph, absent[0] if absent else pair.other), arena=name(graph, arena_id)
    )


def _case_names(graph: Graph, outcome: Outcome) -> str:
    cases = outcome.assessment.open
    shown = [
        " – ".join(subject_names(graph, outcome.rule.identity(case)))
        for case in islice(cases, SHOWN)
    ]
    left = len(cases) - len(shown)
    return "; ".join([*shown, *([_("and {n} more").format(n=left)] if left > 0 else [])])


# Rule by rule


def _rules(report: Report) -> Iterator[Block]:
    yield Heading(2, _("Rule by rule"))
    yield Table(
        _("What each rule looked at and found"),
        (_("Rule"), _("Title"), _("Found"), _("Examined"), _("Not assessed"), _("Accepted")),
        tuple(
            (
                outcome.rule.code,
                outcome.rule.title,
                str(len(outcome.assessment.found)) if outcome.is_assessed else "–",
                str(outcome.assessment.examined),
                str(len(outcome.assessment.open)),
                str(outcome.accepted),
            )
            for outcome in report.outcomes
        ),
    )
    for outcome in report.outcomes:
        # The findings about pairs are told above, gathered per pair.
        if outcome.rule.why is None and outcome.assessment.found:
            yield from _findings(report, outcome)


def _findings(report: Report, outcome: Outcome) -> Iterator[Block]:
    found = len(outcome.assessment.found)
    if found == outcome.accepted:
        return
    yield Heading(3, f"{outcome.rule.code} {outcome.rule.title}")
    figure = out_of(found, outcome.assessment.examined)
    accepted = " " + _("({n} accepted)").format(n=outcome.accepted) if outcome.accepted else ""
    yield Paragraph(_("{figure} looked at.").format(figure=figure) + accepted)
    told = (one for one in report.findings(outcome.rule) if one.accepted is None)
    for finding in islice(told, SHOWN):
        yield _finding_block(report.graph, finding)
    yield from _more(found - outcome.accepted - SHOWN)


def _finding_block(graph: Graph, finding: Finding) -> Sentences:
    names = subject_names(graph, finding.identity)
    rows = citation(one.place for one in finding.evidence if not one.of_absence)
    absence = (one.text.rstrip(".") for one in finding.evidence if one.of_absence)
    return Sentences(
        " – ".join(names[:4]) + (" …" if len(names) > 4 else ""),
        (
            (_("Observation"), finding.observation),
            (_("Ground"), finding.ground),
            (_("Question"), finding.question),
            (_("Possible next step"), finding.next_step),
            (_("Basis"), basis_name(finding.basis)),
            (_("Data basis"), confidence_name(finding.confidence)),
            (_("Evidence"), ". ".join(part for part in (rows, *absence) if part) + "."),
        ),
    )


# Accepted gaps


def _accepted(report: Report) -> Iterator[Block]:
    accepted = report.accepted_findings
    if not accepted:
        return
    yield Heading(2, _("Accepted gaps"))
    rows = []
    for finding in accepted:
        identity, acceptance = finding.identity, finding.accepted
        if acceptance is not None:
            who = " – ".join(subject_names(report.graph, identity))
            rows.append(
                (identity.rule, who, acceptance.reason, acceptance.owner, acceptance.expires)
            )
    yield Table(
        _("Found, and accepted by the municipality"),
        (_("Rule"), _("What"), _("Reason"), _("Responsible"), _("Until")),
        tuple(rows),
    )


def _tag(finding: Finding) -> str:
    """Return where a finding comes from, in brackets after its sentence."""
    return f"{finding.identity.rule}, {basis_name(finding.basis)}"
