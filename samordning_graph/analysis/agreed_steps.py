"""What meetings agreed on, and whether the data show that it was done.

How it is decided
    What a step of the follow-up (Oppfølging) names decides what the data can show of it. Two actors or
    more, with no code or that of a rule about pairs: that they are linked or meet in a working arena
    (`graph/coverage.py`), each with each. An actor and an arena: that it is its leader or member. The
    code of any other rule: that the rule could look, and no longer finds it. Of anything else the graph
    shows nothing.

    Rows that the meeting itself wrote show nothing: that something was agreed does not say that it was
    done. So it is looked for with and without them. A row is known as the meeting's by its own source
    («Avtalt i møte …») and by what it and a step name, whatever dates and sources the step has got
    since; or else by the source of a step and the day when that was agreed. When the step is done, and
    such rows are all that there is, it is reported and not shown. What nobody was asked about, and what
    is no longer in the data, cannot be seen.
Known limits
    That the data show a tie does not show that the step led to it: it may have been there before, or
    for another reason. What a rule finds no more may be gone because the rule no longer asks, as of an
    arena that has ended.
Source
    Own definition.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from samordning_graph.analysis.in_place import met_duty
from samordning_graph.analysis.rows_of_meetings import steps_of_row
from samordning_graph.common.text import slug
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage, Ground
from samordning_graph.graph.documented_ties import DocumentedTie, documented_ties
from samordning_graph.graph.duties import applicable_duties, duty_name, replaced_duties
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph,
    get_arena,
    model_of,
    node_name,
    node_row,
    options_of,
    sector_name,
    words_of,
)
from samordning_graph.graph.participation import excluded_arenas, rolled_up_members
from samordning_graph.graph.self_assessment import answers_by_factor, factor_id
from samordning_graph.graph.survey import Topic, is_surveyed
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.named_case import NamedCase, ids_meant, named_case
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.rule import Rule
from samordning_graph.schema.tables import Actor, AgreedStep, Arena, Link, Participation, Row, Unit

_CLOSED = ("done", "dropped")


class Shown(StrEnum):
    """Whether the data show that a step was done."""

    YES = "shown"
    REPORTED = "reported"
    """Somebody says that it is done, and the meeting's own row is all that the data have of it."""
    NOT_YET = "not_yet"
    CANNOT_BE_SEEN = "cannot_be_seen"


class WhyNot(StrEnum):
    """Why the data do not show a step, or cannot."""

    ONLY_DECIDED = "only_decided"
    """Nothing but the meeting's own row tells of it."""
    STILL_MISSING = "still_missing"
    """What was missing is missing still."""
    NOT_KNOWN = "not_known"
    """Whom it is about was not asked, or a list is not complete."""
    NOT_IN_DATA = "not_in_data"
    """Something that it names is not in the data."""
    NOT_SAID = "not_said"
    """It does not say what it is about."""
    NOT_IN_GRAPH = "not_in_graph"
    """It is about nothing that the graph holds."""


class StepInData(NamedTuple):
    """A step, and what the data show of it.

    `about` are the ids that it names, as far as they are in the graph; `missing_names` what is not. `ties` are
    what shows it, of two actors. `rule` is the code of the rule that finds nothing any more, where that shows it.
    """

    step: AgreedStep
    shown: Shown
    why_not: WhyNot | None = None
    about: tuple[str, ...] = ()
    missing_names: tuple[str, ...] = ()
    ties: tuple[DocumentedTie, ...] = ()
    rule: str = ""
    is_overdue: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.step.status not in _CLOSED


@cached_per_graph
def agreed_steps(graph: Graph) -> tuple[StepInData, ...]:
    """Return every step: open ones first, those whose deadline has passed before the others."""
    return tuple(sorted((_in_data(graph, step) for step in _steps(graph)), key=_order))


def latest_steps(steps: Sequence[StepInData], as_of: date) -> list[StepInData]:
    """Return what a meeting goes through: open steps, those agreed last, and done ones not shown.

    A day after `as_of` is no meeting that has been held.
    """
    days = (each.step.decided for each in steps)
    latest = max((day for day in days if day and day <= as_of), default=None)
    return [
        each
        for each in steps
        if each.is_open
        or (latest is not None and each.step.decided == latest)
        or (each.step.status == "done" and each.shown is Shown.NOT_YET)
    ]


def _steps(graph: Graph) -> tuple[AgreedStep, ...]:
    return model_of(graph).all(AgreedStep)


def _order(each: StepInData) -> tuple[bool, bool, str, str, str, int]:
    deadline, decided = (
        day.isoformat() if day else "9999" for day in (each.step.deadline, each.step.decided)
    )
    place = each.step.place
    return not each.is_open, not each.is_overdue, deadline, decided, place.file, place.row


def _in_data(graph: Graph, step: AgreedStep) -> StepInData:
    names = [name for name in (step.subject, *step.related) if name]
    about = tuple(dict.fromkeys(id_ for name in names if (id_ := _node_named(graph, name))))
    missing = tuple(name for name in names if not _is_known(graph, name))
    seen = _Seen(Shown.CANNOT_BE_SEEN, WhyNot.NOT_IN_DATA) if missing else _look(graph, step, about)
    if seen.shown is Shown.YES:
        seen = _without_the_meeting(graph, step, about)
    is_late = step.deadline is not None and step.deadline < options_of(graph).as_of
    return StepInData(
        step=step,
        shown=seen.shown,
        why_not=seen.why_not,
        about=about,
        missing_names=missing,
        ties=seen.ties,
        rule=seen.rule,
        is_overdue=is_late and step.status not in _CLOSED,
    )


def documented_by_decisions_alone(graph: Graph, grounds: Sequence[Ground]) -> int:
    """Return how many pairs with a reason only what a meeting decided documents, and nobody has done."""
    with_all, without = (
        pair_engine(each).congruence(*grounds) for each in (graph, _without_decisions(graph))
    )
    return with_all.documented - without.documented


def _without_the_meeting(graph: Graph, step: AgreedStep, about: Sequence[str]) -> "_Seen":
    """Return what shows a step beside the rows of meetings, or that these are all there is."""
    seen = _look(_without_rows_of_meetings(graph), step, about)
    if seen.shown is Shown.YES:
        return seen
    if step.status == "done":
        return _Seen(Shown.REPORTED)
    return _Seen(Shown.NOT_YET, WhyNot.ONLY_DECIDED)


@cached_per_graph
def _without_decisions(graph: Graph) -> Graph:
    """Return the graph without the rows that meetings wrote when they agreed on what is not done."""
    return _without(graph, lambda steps: all(step.status != "done" for step in steps))


@cached_per_graph
def _without_rows_of_meetings(graph: Graph) -> Graph:
    """Return the graph without any row that a meeting wrote with a step, done or not."""
    return _without(graph, lambda _steps: True)


def _without(graph: Graph, is_left_out: Callable[[Sequence[AgreedStep]], bool]) -> Graph:
    """Return the graph without the rows of meetings whose steps are so."""
    model = model_of(graph)
    if not model.all(AgreedStep):
        return graph

    def is_kept(row: Participation | Link) -> bool:
        steps = steps_of_row(graph, row)
        return not steps or not is_left_out(steps)

    kept: dict[type[Row], tuple[Row, ...]] = {
        Participation: tuple(row for row in model.all(Participation) if is_kept(row)),
        Link: tuple(row for row in model.all(Link) if is_kept(row)),
    }
    if all(len(rows) == len(model.all(table)) for table, rows in kept.items()):
        return graph
    return build(replace(model, rows={**model.rows, **kept}), options_of(graph))


# What a step names


def names_of_step(graph: Graph, step: AgreedStep) -> list[str]:
    """Return what a step is about as people call it; of a duty the duty alone."""
    names = [_called(graph, name) for name in (step.subject, *step.related) if name]
    return names[:1] if _is_duty(graph, step.subject or "") else names


def _called(graph: Graph, name: str) -> str:
    if node := _node_named(graph, name):
        return node_name(graph, node)
    if _is_duty(graph, name):
        return duty_name(graph, _duties(graph)[name])
    sector = words_of(graph, "sector").find(name)
    return sector_name(graph, sector) if sector else name


def _is_duty(graph: Graph, name: str) -> bool:
    return name in _duties(graph)


@cached_per_graph
def _duties(graph: Graph) -> Mapping[str, str]:
    """Return the duties that apply or may, by id and by the former ids that they stand for."""
    ids = [applicable.id for applicable in applicable_duties(graph)]
    former = {old: new for old, new in replaced_duties(graph).items() if new in ids}
    return {**former, **{id_: id_ for id_ in ids}}


def _node_named(graph: Graph, name: str) -> str | None:
    """Return the node that an id or else a name means; none where it may mean several."""
    if slug(name) in graph:
        return slug(name)
    meant = [id_ for id_ in ids_meant(graph, name) if id_ in graph]
    return meant[0] if len(meant) == 1 else None


def _is_known(graph: Graph, name: str) -> bool:
    meant = ids_meant(graph, name)
    return any(id_ in graph for id_ in meant) or not meant.isdisjoint(_other_subjects(graph))


@cached_per_graph
def _other_subjects(graph: Graph) -> frozenset[str]:
    """Return what findings may be about beside nodes: duties that apply, sectors, and factors."""
    sectors = (unit.sector for unit in model_of(graph).all(Unit))
    return frozenset({*_duties(graph), *sectors, *answers_by_factor(graph)})


# What the data show of it


class _Seen(NamedTuple):
    shown: Shown
    why_not: WhyNot | None = None
    ties: tuple[DocumentedTie, ...] = ()
    rule: str = ""


def _look(graph: Graph, step: AgreedStep, about: Sequence[str]) -> _Seen:
    rule = _RULES.get((step.code or "").upper())
    rows = [node_row(graph, id_) for id_ in about]
    if rule is not None and not rule.is_about_pairs and _may_be_found_by(graph, rule, step):
        return _by_rule(graph, rule, named_case(graph, step.subject or "", step.related))
    if len(rows) > 1 and all(isinstance(row, Actor) for row in rows):
        return _between(graph, about)
    actors = [row.id for row in rows if isinstance(row, Actor)]
    arenas = [row.id for row in rows if isinstance(row, Arena)]
    if len(actors) == len(arenas) == 1 and len(rows) == 2:
        return _seat(graph, actors[0], arenas[0])
    says_it = step.subject or step.related
    return _Seen(Shown.CANNOT_BE_SEEN, WhyNot.NOT_IN_GRAPH if says_it else WhyNot.NOT_SAID)


def _may_be_found_by(graph: Graph, rule: Rule, step: AgreedStep) -> bool:
    """Return whether findings of a rule are about such things: a duty, sectors, a factor or nodes."""
    subject = step.subject or ""
    match rule.subject:
        case SubjectKind.DUTY:
            return any(_is_duty(graph, id_) for id_ in ids_meant(graph, subject))
        case SubjectKind.SECTORS:
            sectors = words_of(graph, "sector")
            return all(sectors.find(name) for name in (subject, *step.related))
        case SubjectKind.FACTOR:
            return factor_id(subject) in answers_by_factor(graph)
        case SubjectKind.NODE:
            return _node_named(graph, subject) is not None


def _between(graph: Graph, actors: Sequence[str]) -> _Seen:
    """Return whether each of some actors is linked to or meets each other."""
    pairs = list(combinations(sorted(actors), 2))
    coverage = [pair_engine(graph).coverage(*pair) for pair in pairs]
    if Coverage.NONE in coverage:
        return _Seen(Shown.NOT_YET, WhyNot.STILL_MISSING)
    if Coverage.NOT_ASSESSED in coverage:
        return _Seen(Shown.CANNOT_BE_SEEN, WhyNot.NOT_KNOWN)
    ties = dict.fromkeys(tie for pair in pairs for tie in documented_ties(graph, *pair))
    return _Seen(Shown.YES, ties=tuple(ties))


def _seat(graph: Graph, actor: str, arena: str) -> _Seen:
    """Return whether an actor, or a unit below it, is leader or member of an arena that goes on."""
    if excluded_arenas(graph).get(arena) == "closed":
        return _Seen(Shown.NOT_YET, WhyNot.STILL_MISSING)
    if actor in rolled_up_members(graph)[arena]:
        return _Seen(Shown.YES)
    is_listed_in_full = get_arena(graph, arena).participants_complete
    if is_listed_in_full or is_surveyed(node_row(graph, actor), Topic.ARENAS):
        return _Seen(Shown.NOT_YET, WhyNot.STILL_MISSING)
    return _Seen(Shown.CANNOT_BE_SEEN, WhyNot.NOT_KNOWN)


def _by_rule(graph: Graph, rule: Rule, named: NamedCase) -> _Seen:
    """Return whether a rule could look for what it found, and finds it no more."""
    assessment = assessment_of(graph, rule)
    # A group that has lost or got a member is the same group to those who agreed on something.
    alone = NamedCase(named.subject, (), named.replaced) if len(named.related) > 1 else named
    if any(alone.fits(rule.code, case) for case in assessment.found):
        return _Seen(Shown.NOT_YET, WhyNot.STILL_MISSING)
    undetermined = any(alone.fits(rule.code, case) for case in assessment.undetermined)
    if undetermined or not assessment.examined:
        return _Seen(Shown.CANNOT_BE_SEEN, WhyNot.NOT_KNOWN)
    return _Seen(Shown.YES, ties=_of_duty(graph, rule, named), rule=rule.code)


def _of_duty(graph: Graph, rule: Rule, named: NamedCase) -> tuple[DocumentedTie, ...]:
    """Return what shows that the duty is met which a rule about duties found before."""
    if rule.subject is not SubjectKind.DUTY:
        return ()
    for applicable in applicable_duties(graph):
        is_named = any(_duties(graph).get(id_) == applicable.id for id_ in named.subject)
        met = met_duty(graph, applicable) if is_named else None
        if met is not None:
            return met.ties
    return ()


_RULES = {rule.code: rule for rule in RULES}
