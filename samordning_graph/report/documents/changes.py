"""What has changed, as a document: before and after side by side."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from samordning_graph.analysis.clauses import ClauseStatus
from samordning_graph.analysis.diff import Cause, Change, Diff, Snapshot, rules_that_differ
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.pair_figures import figures_in_words
from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.phrases import (
    ground_name,
    status_name,
)
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.labels import title_of_names
from samordning_graph.rules.register import RULES

MAX_LISTED = 50
"""Changes listed under one heading; the rest is counted, and is in JSON."""


def diff_document(
    diff: Diff, title: str, sources: tuple[str, str], *, section_5: bool = True
) -> Iterator[Block]:
    """Yield a whole document: which data, figures side by side, and what is closed and new."""
    yield Heading(1, title)
    yield Paragraph(
        _("Before: {before}. After: {after}.").format(before=sources[0], after=sources[1])
    )
    yield Paragraph(report_disclaimer(), quiet=True)
    yield from diff_blocks(diff, section_5=section_5)


def diff_blocks(diff: Diff, *, section_5: bool = True) -> Iterator[Block]:
    """Yield what has changed, without a title, for a document of its own or a report.

    Without `section_5`, the status of its points is left out.
    """
    yield from _other_rules(diff)
    yield Paragraph(
        _(
            "Closed: {closed}. New: {new}. Only in the data: {gone} gone, {come} new. Unchanged:"
            " {unchanged}."
        ).format(
            closed=len(_of_cause(diff.closed, Cause.NETWORK)),
            new=len(_of_cause(diff.new, Cause.NETWORK)),
            gone=len(_of_cause(diff.closed, Cause.DATA)),
            come=len(_of_cause(diff.new, Cause.DATA)),
            unchanged=diff.unchanged,
        )
    )
    for title, changes, cause in (
        (
            _("Closed: found before; assessed, and not found, after"),
            diff.closed,
            Cause.NETWORK,
        ),
        (_("New: it was assessed before, and was not found"), diff.new, Cause.NETWORK),
        (_("Gone only in the data: it can no longer be told"), diff.closed, Cause.DATA),
        (_("New only in the data: it could not be told before"), diff.new, Cause.DATA),
        (_("Gone by other rules: it says nothing of the municipality"), diff.closed, Cause.RULES),
        (_("New by other rules: it says nothing of the municipality"), diff.new, Cause.RULES),
    ):
        of_cause = _of_cause(changes, cause)
        if of_cause:
            yield Heading(3, title)
            yield Bullets(tuple(_change_texts(diff, of_cause)))
    if diff.renamed:
        yield Heading(3, _("New names; followed by id"))
        yield Bullets(tuple(f"{old} → {new} ({id_})" for id_, old, new in diff.renamed))
    yield _figures(diff, section_5=section_5)


def _other_rules(diff: Diff) -> Iterator[Paragraph]:
    """Yield, first of all, that the two were made by other rules or another duty register."""
    differing = sorted(rules_that_differ(diff.before, diff.after))
    if differing:
        yield Paragraph(
            _(
                "These rules, or the duty register that they rest on, are other ones than when the"
                " baseline was made: {rules}. What is gone or new for that reason says nothing of"
                " the municipality: {gone} gone, {come} new. --fail-on does not count it."
            ).format(
                rules=listed(differing),
                gone=len(_of_cause(diff.closed, Cause.RULES)),
                come=len(_of_cause(diff.new, Cause.RULES)),
            )
        )


def _of_cause(changes: Sequence[Change], cause: Cause) -> list[Change]:
    return [change for change in changes if change.cause is cause]


def _figures(diff: Diff, *, section_5: bool) -> TableBlock:
    rows = [
        (_("Findings"), str(len(diff.before.found)), str(len(diff.after.found))),
        *(
            (_("Pairs: {ground}").format(ground=ground_name(ground)), *figures)
            for ground in diff.after.congruence
            if ground in diff.before.congruence
            and (figures := _before_and_after(diff, ground)) is not None
        ),
        *(
            (
                _("§ 5 {clause}").format(clause=clause),
                status_name(ClauseStatus(was)),
                status_name(ClauseStatus(is_)),
            )
            for clause, is_ in diff.after.clauses.items()
            if section_5 and (was := diff.before.clauses.get(clause)) is not None
        ),
        *_per_rule(diff),
    ]
    return TableBlock(_("Before and after"), ("", _("Before"), _("After")), tuple(rows))


def _before_and_after(diff: Diff, ground: str) -> tuple[str, str] | None:
    pair = (diff.before.congruence[ground], diff.after.congruence[ground])
    if not any(figures.total for figures in pair):
        return None
    before, after = (figures_in_words(figures) if figures.total else "–" for figures in pair)
    return before, after


def _per_rule(diff: Diff) -> Iterator[tuple[str, str, str]]:
    for rule in RULES:
        before, after = (_count(snapshot, rule.code) for snapshot in (diff.before, diff.after))
        if before != after:
            yield f"{rule.code} {rule.title}", before, after


def _count(snapshot: Snapshot, code: str) -> str:
    if code not in snapshot.assessed:
        return "–"
    return str(sum(identity.rule == code for identity in snapshot.found))


def _change_texts(diff: Diff, changes: Sequence[Change]) -> Iterator[str]:
    for change in islice(changes, MAX_LISTED):
        code, *about = (change.identity.rule, change.identity.subject, *change.identity.related)
        subject = _subject(code)
        names = {**_names(diff.before, subject), **_names(diff.after, subject)}
        yield f"{code} {title_of_names(subject, [names.get(id_, id_) for id_ in about])}"
    left = len(changes) - MAX_LISTED
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
