"""The notes of a report: what was left out or stands out, and accepted gaps that fit nothing."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import (
    actors,
    listed_names,
    model_of,
    node_name,
    options_of,
    words_of,
)
from samordning_graph.graph.participation import excluded_arenas, working_arenas
from samordning_graph.graph.service_types import types_of_actors
from samordning_graph.graph.sole_arena import pairs_only_by
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.accepted_gaps import (
    acceptances,
    name_of_acceptance,
    rules_of_acceptance,
)
from samordning_graph.rules.finding_text import exclusion_reason, only_confirmed_links
from samordning_graph.rules.register import RULES
from samordning_graph.rules.sources import undated_in_words
from samordning_graph.schema.problem import Problem
from samordning_graph.schema.tables import AgreedStep, column_named
from samordning_graph.schema.warning_kinds import UNKNOWN_RULE, UNUSED_ACCEPTANCE

NOTABLE_SHARE = 0.25
"""An arena that alone covers more than this share of the covered pairs is named."""


def notes(report: Report) -> tuple[str, ...]:
    """Return what was left out or stands out, and what it would change."""
    return (
        *_about_files(report),
        *_about_dates(report),
        *_about_service_types(report),
        *_about_arenas(report),
        *_about_links(report),
        *_about_grounds(report),
        *_about_selection(report),
    )


def _about_files(report: Report) -> Iterator[str]:
    """Yield what lies in the data and was not read, each reason once."""
    places: dict[str, list[str]] = defaultdict(list)
    for problem in model_of(report.graph).not_read:
        place = problem.place
        parts = (PurePosixPath(place.file).name, place.sheet, place.column)
        places[problem.message].append(" · ".join(part for part in parts if part))
    for message, names in places.items():
        yield f"{listed(list(dict.fromkeys(names)))}: {message}"


def _about_dates(report: Report) -> Iterator[str]:
    if undated := undated_in_words(report.graph):
        yield undated


def _about_service_types(report: Report) -> Iterator[str]:
    types = types_of_actors(report.graph)
    if types.by_name:
        words = words_of(report.graph, "service_type")
        read = (
            f"{node_name(report.graph, actor)} – {words[type_].name}"
            for actor, type_ in types.by_name.items()
        )
        yield _("Type of service read of the name: {types}.").format(types="; ".join(read))


def _about_arenas(report: Report) -> Iterator[str]:
    graph, arenas = report.graph, working_arenas(report.graph)
    excluded = excluded_arenas(graph)
    if not arenas and not excluded:
        yield _("The data hold no arenas: those who do not work together here may still meet.")
    for reason in sorted(set(excluded.values())):
        yield _("Not counted as working arenas ({reason}): {arenas}.").format(
            reason=exclusion_reason(reason),
            arenas=listed_names(graph, [arena for arena, why in excluded.items() if why == reason]),
        )
    without_kind = [arena.id for arena in arenas if arena.kind is None]
    if without_kind:
        yield ngettext(
            "{n} arena has no kind and counts as a working arena: {arenas}.",
            "{n} arenas have no kind and count as working arenas: {arenas}.",
            len(without_kind),
        ).format(n=len(without_kind), arenas=listed_names(graph, without_kind))
    if options_of(graph).min_meetings is not None:
        unknown = [arena.id for arena in arenas if arena.meetings_per_year is None]
        if unknown:
            yield _("How often these meet is not known, so they stay in: {arenas}.").format(
                arenas=listed_names(graph, unknown)
            )
    covered = report.pairs.direct + report.pairs.arena
    only_by = pairs_only_by(graph, pair_engine(graph).cross_sector)
    for arena_id, alone in sorted(only_by.items()):
        if alone > covered * NOTABLE_SHARE:
            yield _(
                "Without «{arena}», {part} of the {whole} covered pairs across sectors would have"
                " no documented coordination."
            ).format(arena=node_name(graph, arena_id), part=alone, whole=covered)
    silent = [arena for arena in arenas if arena.participants_complete is None]
    if silent:
        yield ngettext(
            "{n} working arena does not say whether its participant list is complete.",
            "{n} working arenas do not say whether their participant lists are complete.",
            len(silent),
        ).format(n=len(silent)) + _decided_by(report.deciding_cells.by_empty_cells)


def _about_links(report: Report) -> Iterator[str]:
    if options_of(report.graph).links == "confirmed":
        yield only_confirmed_links()


def _decided_by(pairs: int) -> str:
    if not pairs:
        return ""
    return " " + ngettext(
        "Filling that in would decide {n} of the pairs that cannot be assessed.",
        "Filling that in would decide {n} of the pairs that cannot be assessed.",
        pairs,
    ).format(n=pairs)


def _about_grounds(report: Report) -> Iterator[str]:
    everyone = actors(report.graph)
    groups = words_of(report.graph, "target_group")
    served = [group for actor in everyone for group in actor.target_groups]
    for group in sorted(set(served)):
        if served.count(group) * 2 > len(everyone):
            yield _(
                "More than half of the actors ({n}) serve the target group {group}, so it makes"
                " pairs of nearly everybody. See the figures without target groups."
            ).format(n=served.count(group), group=groups[group].name)


def _about_selection(report: Report) -> Iterator[str]:
    if report.is_limited:
        yield _("Only these rules were run: {rules}.").format(
            rules=", ".join(rule.code for rule in report.rules)
        )
    yield from expired_acceptances(report)


def expired_acceptances(report: Report) -> Iterator[str]:
    """Yield which acceptances have run out, so that their findings count again."""
    accepted = acceptances(report.graph)
    for outcome in report.outcomes:
        expired = accepted.expired(outcome.rule.code, outcome.assessment.found)
        for gap in sorted(expired, key=lambda gap: gap.place):
            if gap.expires:
                yield _(
                    "The acceptance of {what} expired on {date}; the finding counts again."
                ).format(
                    what=f"«{gap.subject}» ({outcome.rule.title})"
                    if gap.code
                    else name_of_acceptance(gap),
                    date=in_words(gap.expires),
                )


def rows_of_nothing(report: Report) -> Iterator[Problem]:
    """Yield a warning for each row about findings that is about none: accepted gaps, and steps by code."""
    yield from unused_acceptances(report)
    codes = [rule.code for rule in RULES]
    for step in model_of(report.graph).all(AgreedStep):
        if step.code and step.code.upper() not in codes:
            yield Problem(
                UNKNOWN_RULE,
                step.place.at(column_named(AgreedStep, "code").nb),
                _("no rule has the code «{code}».").format(code=step.code),
                value=step.code,
                suggestion=did_you_mean(step.code, codes),
            )


def unused_acceptances(report: Report) -> Iterator[Problem]:
    """Yield a warning for each accepted gap that fits no finding of the selected rules."""
    accepted = acceptances(report.graph)
    used = {
        outcome.rule.code: accepted.used(outcome.rule.code, outcome.assessment.found)
        for outcome in report.outcomes
    }
    known = {rule.code for rule in RULES}
    for gap, _named in accepted.gaps:
        codes = rules_of_acceptance(gap) or tuple(known)
        if known.issuperset(codes) and not used.keys() >= {*codes}:
            continue  # a rule was not selected
        if not any(gap in used.get(code, ()) for code in codes):
            yield Problem(
                UNUSED_ACCEPTANCE,
                gap.place,
                _("the accepted gap {what} fits no finding.").format(what=name_of_acceptance(gap)),
                value=gap.subject,
            )
