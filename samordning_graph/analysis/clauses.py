"""The status of § 5, clause by clause: what the data document, and what would change it.

How it is decided
    Each clause rests on parts that can be counted: pairs of sectors, public actors, challenges.
    A clause is documented when all its parts were assessed and everything that belongs to them is
    there; not documented when something was assessed and nothing is there; partly in between; and
    not assessed when the data cannot tell. P1 rests on LINK06; P2 on ISO01 and on a working arena with
    mandate and leader; P3 on the ties of public external actors; P4 on PLAN01 and PLAN02, P5 on
    PLAN03, P6 on PLAN04, P7 on PLAN05, P8 on PLAN06 and PLAN07.
    It is never a breach: the law leaves the form to the municipality.
Source
    The clauses: boligsosialloven § 5, divided into eight by us. The tests: own definition.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.contact import actor_ties, has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph, is_unit, node_name, node_row, nodes, sector_name
from samordning_graph.graph.participation import has_leader, has_mandate, working_arenas
from samordning_graph.rules.catalogue import iso01_isolated_service, link06_sectors_apart
from samordning_graph.rules.finding import Evidence
from samordning_graph.rules.finding_text import evidence, nothing_filled_in, searched
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.schema.duty import Duty
from samordning_graph.schema.duty_register import built_in_duties
from samordning_graph.schema.tables import (
    Arena,
    ExternalActor,
    Link,
    Participation,
    Unit,
)

NAMES_SHOWN = 3
"""Names in a sentence; the rest are in the findings."""


class ClauseStatus(StrEnum):
    """What the data say of a clause."""

    DOCUMENTED = "documented"
    PARTLY = "partly"
    NOT_DOCUMENTED = "not_documented"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What a clause rests on: of `assessed` cases `met` hold, and `undetermined` cannot be decided.

    `step` says what would change it; empty when nothing needs to. `reason` says why nothing was
    assessed.
    """

    met: int
    assessed: int
    undetermined: int
    evidence: tuple[Evidence, ...]
    step: str = ""
    reason: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether everything was assessed and is there."""
        return 0 < self.assessed == self.met and not self.undetermined


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of § 5 with its status. `duty` has its words, force and citation."""

    id: str
    duty: Duty
    parts: tuple[Criterion, ...]

    @property
    def status(self) -> ClauseStatus:
        """What the data say, from all parts together."""
        if all(part.is_whole for part in self.parts):
            return ClauseStatus.DOCUMENTED
        if not any(part.assessed for part in self.parts):
            return ClauseStatus.NOT_ASSESSED
        return (
            ClauseStatus.PARTLY if any(p.met for p in self.parts) else ClauseStatus.NOT_DOCUMENTED
        )

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


def clauses(graph: Graph) -> tuple[Clause, ...]:
    """Return P1 to P8."""
    duties = {duty.id: duty for duty in built_in_duties()}
    parts: dict[str, list[Criterion]] = {
        "P1": [_sectors_in_touch(graph)],
        "P2": [_units_tied(graph), _arena_with_mandate(graph)],
        "P3": [_public_actors_tied(graph)],
    }
    for rule in RULES:
        if rule.clause:
            parts.setdefault(rule.clause, []).append(_decided_by(graph, rule))
    return tuple(
        Clause(id=id_, duty=duties[f"boligsosialloven-5-{id_.lower()}"], parts=tuple(criteria))
        for id_, criteria in parts.items()
    )


def _decided_by(graph: Graph, rule: Rule) -> Criterion:
    """Return a criterion that a rule decides: what it found is what is missing."""
    assessment = assessment_of(graph, rule)
    case = next(iter(assessment.found), None)
    if case is not None:
        finding = rule.tell(graph, case)
        return _counted(assessment, finding.evidence, finding.next_step)
    rows = [row for table in rule.tables for row in nodes(graph, table)][:NAMES_SHOWN]
    return _counted(assessment, evidence(graph, rows) or searched(graph, *rule.tables))


def _counted(assessment: Assessment, rests_on: tuple[Evidence, ...], step: str = "") -> Criterion:
    return Criterion(
        met=assessment.examined - len(assessment.found),
        assessed=assessment.examined,
        undetermined=len(assessment.undetermined),
        evidence=rests_on,
        step=step,
        reason=assessment.reason,
    )


def _sectors_in_touch(graph: Graph) -> Criterion:
    """P1: pairs of sectors whose units meet or work together."""
    assessment = assessment_of(graph, link06_sectors_apart.RULE)
    pairs = [
        " – ".join(sector_name(graph, sector) for sector in (case.subject, *case.related))
        for case in (*assessment.found, *assessment.undetermined)
    ]
    step = ""
    if pairs:
        step = _("A documented contact between the sectors {pairs}.").format(
            pairs=first_few(pairs, NAMES_SHOWN)
        )
    return _counted(assessment, searched(graph, Participation, Link), step)


def _units_tied(graph: Graph) -> Criterion:
    """P2: no unit with tasks is isolated. One case: that all of them are in touch with somebody."""
    assessment = assessment_of(graph, iso01_isolated_service.RULE)
    if not has_any_ties(graph):
        return Criterion(
            met=0,
            assessed=0,
            undetermined=0,
            evidence=searched(graph, Unit),
            reason=assessment.reason,
        )
    if not any(unit.tasks for unit in nodes(graph, Unit)):
        return Criterion(
            met=0,
            assessed=0,
            undetermined=0,
            evidence=searched(graph, Unit),
            step=_("Fill in which units have tasks in the social-housing work («Oppgaver»)."),
        )
    apart = _with_tasks(graph, assessment.found)
    # A rule leaves out whoever was not asked; but whoever has a tie is not isolated.
    undetermined = [
        actor_id
        for actor_id in _with_tasks(graph, assessment.undetermined)
        if not actor_ties(graph)[actor_id]
    ]
    known = bool(apart) or not undetermined
    step = ""
    if apart or undetermined:
        step = _("A documented contact for {units}.").format(
            units=first_few(
                [node_name(graph, actor_id) for actor_id in apart or undetermined], NAMES_SHOWN
            )
        )
    return Criterion(
        met=int(known and not apart),
        assessed=int(known),
        undetermined=len(undetermined),
        evidence=searched(graph, Unit, Participation, Link),
        step=step,
    )


def _with_tasks(graph: Graph, cases: Iterable[Case]) -> list[str]:
    return [
        case.subject
        for case in cases
        if is_unit(graph, case.subject) and node_row(graph, case.subject).tasks
    ]


def settled_arenas(graph: Graph) -> list[Arena] | None:
    """Return the working arenas with both mandate and leader; None where nobody filled in one."""
    arenas = working_arenas(graph)
    mandated = [arena for arena in arenas if has_mandate(arena)]
    if not mandated or not any(has_leader(graph, arena.id) for arena in arenas):
        return None
    return [arena for arena in mandated if has_leader(graph, arena.id)]


def _arena_with_mandate(graph: Graph) -> Criterion:
    """P2: a working arena that has both a mandate and a leader."""
    settled = settled_arenas(graph)
    return Criterion(
        met=int(bool(settled)),
        assessed=int(settled is not None),
        undetermined=0,
        evidence=evidence(graph, (settled or [])[:NAMES_SHOWN]) or searched(graph, Arena),
        step="" if settled else _("A working arena with both a mandate and a leader."),
    )


def _public_actors_tied(graph: Graph) -> Criterion:
    """P3: public external actors that a unit is linked to or meets."""
    actors = [actor for actor in nodes(graph, ExternalActor) if actor.public]
    if not actors or not has_any_ties(graph):
        reason = _("No public external actor is registered.") if not actors else nothing_filled_in()
        return Criterion(
            met=0,
            assessed=0,
            undetermined=0,
            evidence=searched(graph, ExternalActor),
            reason=reason,
        )
    engine = pair_engine(graph)
    tied: list[ExternalActor] = []
    apart: list[ExternalActor] = []
    unknown: list[ExternalActor] = []
    for actor in actors:
        i = engine.position[actor.id]
        units = engine.pairs(i)
        if units & engine.covered(i):
            tied.append(actor)
        else:
            (unknown if units & engine.unknown(i) else apart).append(actor)
    lacking = [actor.name for actor in (*apart, *unknown)]
    return Criterion(
        met=len(tied),
        assessed=len(tied) + len(apart),
        undetermined=len(unknown),
        evidence=(*evidence(graph, tied[:NAMES_SHOWN]), *searched(graph, Participation, Link)),
        step=_("A documented link or meeting place with {actors}.").format(
            actors=first_few(lacking, NAMES_SHOWN)
        )
        if lacking
        else "",
    )
