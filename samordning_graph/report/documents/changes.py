"""What has changed, as a document and as JSON: before and after side by side."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from samordning_graph.analysis.clauses import ClauseStatus
from samordning_graph.analysis.diff import Cause, Change, Diff, Snapshot
from samordning_graph.common.locale import _, ngettext
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.documents.first_page import report_disclaimer
from samordning_graph.report.documents.phrases import ground_name, out_of, status_name
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.labels import title_of_names
from samordning_graph.rules.register import RULES

SHOWN = 50
"""Changes listed under one heading; the rest is counted, and is in JSON."""


def diff_document(change: Diff, title: str, sources: tuple[str, str]) -> Iterator[Block]:
    """Yield a whole document: which data, figures side by side, and what is closed and new."""
    yield Heading(1, title)
    yield Paragraph(
        _("Before: {before}. After: {after}.").format(before=sources[0], after=sources[1])
    )
    yield Paragraph(report_disclaimer(), quiet=True)
    yield from diff_blocks(change)


def diff_blocks(change: Diff) -> Iterator[Block]:
    """Yield what has changed, without a title, to stand in a document of its own or a report."""
    if change.before.number != change.after.number:
        yield Paragraph(
            _(
                "The municipality's number was {before} and is {after}: is it the same municipality?"
            ).format(before=change.before.number, after=change.after.number)
        )
    yield Paragraph(
        _(
            "Closed: {closed}. New: {new}. Only in the data: {gone} gone, {come} new. Unchanged:"
            " {unchanged}."
        ).format(
            closed=len(_of_cause(change.closed, Cause.NETWORK)),
            new=len(_of_cause(change.new, Cause.NETWORK)),
            gone=len(_of_cause(change.closed, Cause.DATA)),
            come=len(_of_cause(change.new, Cause.DATA)),
            unchanged=change.unchanged,
        )
    )
    yield _figures(change)
    for title, changes, cause in (
        (
            _("Closed: found before; assessed, and not found, after"),
            change.closed,
            Cause.NETWORK,
        ),
        (_("New: it was assessed before, and was not found"), change.new, Cause.NETWORK),
        (_("Gone only in the data: it can no longer be told"), change.closed, Cause.DATA),
        (_("New only in the data: it could not be told before"), change.new, Cause.DATA),
    ):
        of_cause = _of_cause(changes, cause)
        if of_cause:
            yield Heading(3, title)
            yield Bullets(tuple(_told(change, of_cause)))
    if change.renamed:
        yield Heading(3, _("New names; followed by id"))
        yield Bullets(tuple(f"{old} → {new} ({id_})" for id_, old, new in change.renamed))


def _of_cause(changes: Sequence[Change], cause: Cause) -> list[Change]:
    return [one for one in changes if one.cause is cause]


def _figures(change: Diff) -> TableBlock:
    rows = [
        (_("Findings"), str(len(change.before.found)), str(len(change.after.found))),
        *(
            (_("Pairs covered: {ground}").format(ground=ground_name(ground)), *figures)
            for ground in change.after.congruence
            if ground in change.before.congruence and (figures := _both(change, ground)) is not None
        ),
        *(
            (
                _("§ 5 {clause}").format(clause=clause),
                status_name(ClauseStatus(was)),
                status_name(ClauseStatus(is_)),
            )
            for clause, is_ in change.after.clauses.items()
            if (was := change.before.clauses.get(clause)) is not None
        ),
        *_per_rule(change),
    ]
    return TableBlock(_("Before and after"), ("", _("Before"), _("After")), tuple(rows))


def _both(change: Diff, ground: str) -> tuple[str, str] | None:
    pair = (change.before.congruence[ground], change.after.congruence[ground])
    if not any(assessed for _met, assessed in pair):
        return None
    before, after = (out_of(*one) if one[1] else "–" for one in pair)
    return before, after


def _per_rule(change: Diff) -> Iterator[tuple[str, str, str]]:
    for rule in RULES:
        before, after = (_count(one, rule.code) for one in (change.before, change.after))
        if before != after:
            yield f"{rule.code} {rule.title}", before, after


def _count(one: Snapshot, code: str) -> str:
    if code not in one.assessed:
        return "–"
    return str(sum(identity.rule == code for identity in one.found))


def _told(change: Diff, changes: Sequence[Change]) -> Iterator[str]:
    for one in islice(changes, SHOWN):
        code, *about = (one.identity.rule, one.identity.subject, *one.identity.related)
        subject = _subject(code)
        names = {**_names(change.before, subject), **_names(change.after, subject)}
        yield f"{code} {title_of_names(subject, [names.get(id_, id_) for id_ in about])}"
    left = len(changes) - SHOWN
    if left > 0:
        yield ngettext("… and {n} more, in JSON.", "… and {n} more, in JSON.", left).format(n=left)


def _subject(code: str) -> SubjectKind:
    """Return what a rule's findings are about: nodes if only the reports compared know the rule."""
    return next((rule.subject for rule in RULES if rule.code == code), SubjectKind.NODE)


def _names(snapshot: Snapshot, subject: SubjectKind) -> Mapping[str, str]:
    """Return the names of what findings of this kind are about."""
    match subject:
        case SubjectKind.SECTORS:
            return snapshot.sectors
        case SubjectKind.FACTOR:
            return snapshot.factors
        case _:
            return snapshot.names
