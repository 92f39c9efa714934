"""The status of § 5, clause by clause: what the data document, and what would change it.

How it is decided
    Each clause rests on parts that can be counted: pairs of sectors, public actors, challenges.
    A clause is documented when all its parts were assessed and everything that belongs to them is
    there; not documented when something was assessed and nothing is there; partly in between; and
    not assessed when the data cannot tell, also of one part where nothing is there of the others.
    P1 rests on LINK06; P2 on the services that are in touch with another unit (no political body), those
    with something to coordinate (a task, a target group or a goal) that are not, and on a working arena with mandate and leader; P3 on the ties of public
    external actors, with units or with services that other municipalities run; P4 on an overview
    being there (whatever its age: that is a remark) and on PLAN02, P5 on PLAN03, P6 on PLAN04, one planning strategy at a time,
    P7 on PLAN05, goals and strategies each for itself, P8 on PLAN06 and PLAN07. P5, P7 and P8 need
    not be met before the transitional time is over.
    In P1 to P3 only a tie that counts does: a link, or a seat in one working arena. An information
    forum lifts none of them.
One arena
    Where more than half of what holds of P1, P2 or P3 would not hold without one arena, the status is
    told with what would be left. Where nothing of P1 would be left, or no service would
    have a tie, the clause is at most partly documented: one arena alone, however large, is no
    coordination across sectors the day that it does not meet.
    It is never a breach: the law leaves the form to the municipality.
Source
    The clauses: boligsosialloven § 5, divided into eight by us. The tests, and the limits of what one
    arena can carry: own definition.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samordning_graph.analysis.clause_remarks import remarks
from samordning_graph.analysis.cooperation import (
    NAMES_SHOWN,
    arena_with_mandate,
    public_actors_tied,
    sectors_in_touch,
    services_tied,
)
from samordning_graph.analysis.criterion import Criterion, counted
from samordning_graph.common.locale import _, mark
from samordning_graph.graph.graph import (
    Graph,
    cached_per_graph_and_language,
    listed_names,
    nodes,
)
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.plans import overviews_made, transitional_until
from samordning_graph.graph.sole_arena import SoleArena
from samordning_graph.rules.catalogue import (
    plan01_missing_overview,
    plan05_kommuneplan_without_goals,
)
from samordning_graph.rules.finding import Evidence
from samordning_graph.rules.finding_text import evidence, searched
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.rule import Rule
from samordning_graph.schema.duty import Duty
from samordning_graph.schema.duty_register import built_in_duties
from samordning_graph.schema.tables import Aim, Goal, Overview, Strategy

NAMES: Mapping[str, str] = {
    "P1": mark("cooperation across sectors"),
    "P2": mark("coordination of services"),
    "P3": mark("other public actors"),
    "P4": mark("overview of the need"),
    "P5": mark("the overview in the planstrategi"),
    "P6": mark("discussion in the planstrategi"),
    "P7": mark("goals in the kommuneplan"),
    "P8": mark("suitable goals"),
}
"""What each clause is about, in a few words."""
HOW_DECIDED: Mapping[str, str] = {
    "P1": mark(
        "Two sectors are in touch when a unit of one and a unit of the other work together or sit in"
        " the same working arena. Documented when that holds of every pair of sectors with units;"
        " an information forum lifts none, and one arena alone makes it at most partly."
    ),
    "P2": mark(
        "Documented when every service with something to coordinate (a task, a target group or a"
        " goal) is in touch with another unit outside its own line, and some working arena has both a"
        " mandate and a leader. A tie to a political body does not count: it decides. A tie to those outside the municipality counts in P3 and not here, unless"
        " another municipality runs the service. Where no service would be in touch with another"
        " without one arena, it is at most partly. The form is for the municipality to choose."
    ),
    "P3": mark(
        "Documented when every public actor outside the municipality that is in the data works with a"
        " unit or sits in a working arena with one. A service that another municipality runs"
        " is such an actor; where its type is known, it counts as a unit for the others. Private and"
        " voluntary actors are not counted: the law does not name them."
    ),
    "P4": mark(
        "Documented when an overview of the need for housing is there and covers both ordinary and"
        " adapted dwellings. An overview of more than four years is told to be an older one, unless"
        " newer ones cover both."
    ),
    "P5": mark(
        "Documented when the planstrategi of this council period names an overview as its basis, and"
        " that overview is older than the adoption. Need not be met before the transitional time is"
        " over."
    ),
    "P6": mark(
        "Documented when every planstrategi of this council period is said to discuss the work, and"
        " partly when some are. One of which it is not known which council adopted it is named, and"
        " whether it counts is not known."
    ),
    "P7": mark(
        "Documented when kommuneplanen has both overall goals and overall strategies for the work,"
        " and partly when it has one of the two. A kommuneplan counts until it is replaced. Need not"
        " be met before the transitional time is over."
    ),
    "P8": mark(
        "Documented when every challenge is met by a goal or strategy, and every overall goal meets a"
        " challenge. What stands only in a plan that does not count today is left out and named."
        " Whether they are good enough, people must judge. Need not be met before the transitional"
        " time is over."
    ),
}
"""How each clause is decided, for whoever asks what its status means."""


class ClauseStatus(StrEnum):
    """What the data say of a clause."""

    DOCUMENTED = "documented"
    PARTLY = "partly"
    NOT_DOCUMENTED = "not_documented"
    NOT_ASSESSED = "not_assessed"


class Clause(NamedTuple):
    """One clause of § 5 with its status. `duty` has its words, force and citation.

    `remarks` say what time makes of the documents that it rests on; `transitional_until` is set
    while it need not be met yet: before that day.
    """

    id: str
    duty: Duty
    parts: tuple[Criterion, ...]
    remarks: tuple[str, ...] = ()
    transitional_until: date | None = None

    @property
    def name(self) -> str:
        """What it is about, in a few words."""
        return _(NAMES[self.id])

    @property
    def status(self) -> ClauseStatus:
        """What the data say, from all parts together."""
        if all(part.is_whole for part in self.parts):
            return ClauseStatus.DOCUMENTED
        if not any(part.figures.decided for part in self.parts):
            return ClauseStatus.NOT_ASSESSED
        if any(part.figures.documented for part in self.parts):
            return ClauseStatus.PARTLY
        if any(part.is_open for part in self.parts):
            return ClauseStatus.NOT_ASSESSED
        return ClauseStatus.NOT_DOCUMENTED

    @property
    def in_full(self) -> bool | None:
        """Whether all of it is documented; None where the data cannot decide that."""
        if self.status is ClauseStatus.DOCUMENTED:
            return True
        falls_short = any(part.figures.not_documented or part.hangs_on_it for part in self.parts)
        is_known = falls_short and self.status is not ClauseStatus.NOT_ASSESSED
        return False if is_known else None

    @property
    def one_arena(self) -> SoleArena | None:
        """The arena without which more than half of what holds would not, and what would be left."""
        return next((part.one_arena for part in self.parts if part.one_arena), None)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the status rests on."""
        return tuple(evidence for part in self.parts for evidence in part.evidence)

    @property
    def steps(self) -> tuple[str, ...]:
        """What would change the status; where nothing says that, why it was not assessed."""
        steps = [part.step for part in self.parts if part.step]
        reasons = [part.reason for part in self.parts if part.reason]
        return tuple(dict.fromkeys(steps or reasons))


def duty_of_clause(clause: str) -> Duty:
    """Return the words, the force and the source of a clause: P1 to P8."""
    entry = f"boligsosialloven-5-{clause.lower()}"
    return next(duty for duty in built_in_duties() if duty.id == entry)


@cached_per_graph_and_language
def clauses(graph: Graph) -> tuple[Clause, ...]:
    """Return P1 to P8."""
    parts: dict[str, list[Criterion]] = {
        "P1": [sectors_in_touch(graph)],
        "P2": [services_tied(graph), arena_with_mandate(graph)],
        "P3": [public_actors_tied(graph)],
        "P4": [_overview_there(graph)],
        "P7": _goals_and_strategies(graph),
    }
    for rule in RULES:
        if rule.clause and rule is not plan05_kommuneplan_without_goals.RULE:
            parts.setdefault(rule.clause, []).append(_decided_by(graph, rule))
    return tuple(
        Clause(
            id=id_,
            duty=duty_of_clause(id_),
            parts=tuple(criteria),
            remarks=remarks(graph, id_),
            transitional_until=transitional_until(graph, id_),
        )
        for id_, criteria in sorted(parts.items())
    )


def _overview_there(graph: Graph) -> Criterion:
    """P4: an overview is there. That it is an older one, or has no date, is a remark."""
    assessment = assessment_of(graph, plan01_missing_overview.RULE)
    overviews = overviews_made(graph)
    if overviews or not assessment.found:
        rests_on = evidence(graph, overviews[:NAMES_SHOWN]) or searched(graph, Overview)
        figures = ThreeFigures(documented=1) if overviews else assessment.figures
        return counted(assessment, rests_on)._replace(figures=figures)
    return _decided_by(graph, plan01_missing_overview.RULE)


def _goals_and_strategies(graph: Graph) -> list[Criterion]:
    """P7: overall goals in the municipal plan are one part, overall strategies another."""
    both = _decided_by(graph, plan05_kommuneplan_without_goals.RULE)
    tables: tuple[type[Aim], ...] = (Goal, Strategy)
    are_there = [plan05_kommuneplan_without_goals.are_there(graph, table) for table in tables]
    return [
        both._replace(figures=ThreeFigures.of([holds]))
        if not holds
        else Criterion(figures=ThreeFigures(documented=1), evidence=both.evidence)
        for holds in are_there
    ]


def _decided_by(graph: Graph, rule: Rule) -> Criterion:
    """Return a criterion that a rule decides: what it found is what is missing."""
    assessment = assessment_of(graph, rule)
    case = next(iter(assessment.found), None)
    if case is not None:
        finding = rule.tell(graph, case)
        return counted(assessment, finding.evidence, finding.next_step)
    rows = [row for table in rule.tables for row in nodes(graph, table)][:NAMES_SHOWN]
    return counted(
        assessment,
        evidence(graph, rows) or searched(graph, *rule.tables),
        _open_question(graph, rule) if assessment.examined else "",
    )


def _open_question(graph: Graph, rule: Rule) -> str:
    """Return the question about the first case that is left open; empty where none is."""
    case = next(iter(assessment_of(graph, rule).undetermined), None)
    if case is None or rule.question_when_undetermined is None:
        return ""
    name = listed_names(graph, [case.subject])
    return f"{name}: {rule.question_when_undetermined(graph, case)}"
