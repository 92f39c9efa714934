"""A plan as JSON (format `samordning-suggest`, version 2; schema in the package)."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from samordning_graph.analysis.suggest.gaps import WEIGHTS, Gaps, as_missing_pairs
from samordning_graph.analysis.suggest.new_arena import NewArena
from samordning_graph.analysis.suggest.plan import (
    HOURS_PER_MEETING,
    Invitation,
    RenewedAgreement,
    SuggestedSteps,
)
from samordning_graph.analysis.suggest.proposed_rows import arena_rows
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, model_of, options_of
from samordning_graph.rules.next_step import confidentiality, invitation, renewal

Json = dict[str, Any]


def write(graph: Graph, plan: SuggestedSteps, stream: TextIO) -> None:
    """Write a plan. The pairs that are left come last, one at a time."""
    separator, left = "{\n  ", plan.left
    for key, part in _parts(graph, plan).items():
        stream.write(f'{separator}"{key}": {_text(part)}')
        separator = ",\n  "
    stream.write(f'{separator}"left": {{"weight": {left.weight},\n    "duties": ')
    stream.write(_text(_duties(left)) + ',\n    "pairs": [')
    for number, pair in enumerate(_pairs_left(left)):
        stream.write((",\n      " if number else "\n      ") + _text(pair))
    stream.write("]}\n}\n")


def _text(part: Any) -> str:  # noqa: ANN401 - what json takes
    return json.dumps(part, ensure_ascii=False, allow_nan=False)


def _parts(graph: Graph, plan: SuggestedSteps) -> Json:
    municipality, options = model_of(graph).municipality, options_of(graph)
    unknown_pairs, unknown_duties = plan.not_assessed
    return {
        "format": "samordning-suggest",
        "version": 2,
        "municipality": {"number": municipality.number, "name": municipality.name},
        "options": {
            "as_of": options.as_of.isoformat(),
            "max_arena_size": options.max_arena_size,
            "min_meetings": options.min_meetings,
            "links": options.links,
        },
        "limits": {
            "max_invitations": plan.max_invitations,
            "largest_arena": plan.largest,
            "hours_per_meeting": HOURS_PER_MEETING,
            "weights": {str(basis): weight for basis, weight in WEIGHTS.items()},
        },
        "confidentiality": confidentiality(),
        "before": _count(plan.before),
        "not_assessed": {"pairs": unknown_pairs, "duties": unknown_duties},
        "accepted": dict(zip(("pairs", "duties"), plan.accepted, strict=True)),
        "renewals": [_renewal(graph, step) for step in plan.renewals],
        "memberships": [_seat(graph, step) for step in plan.memberships],
        "invitations": [_seat(graph, step) for step in plan.invitations],
        "come_along": _closes(graph, plan.along),
        "new_arenas": [
            _new_arena(graph, step, row)
            for step, row in zip(plan.new_arenas, arena_rows(graph, plan), strict=True)
        ],
        "result": {
            "closed": plan.before.weight - plan.left.weight,
            "seats_left_out": plan.seats_left_out,
            "hours": plan.hours,
            "hours_unknown": sum(step.hours is None for step in plan.seats),
        },
    }


def _count(gaps: Gaps) -> Json:
    return {"pairs": len(gaps.pairs()), "duties": len(gaps.duties), "weight": gaps.weight}


def _renewal(graph: Graph, step: RenewedAgreement) -> Json:
    last_day = step.lapsed.last_day
    return {
        "agreement": step.lapsed.agreement,
        "between": list(step.between),
        "valid_to": last_day.isoformat() if last_day else None,
        "sentence": renewal(step.lapsed),
        "closes": _closes(graph, step.closes),
    }


def _seat(graph: Graph, step: Invitation) -> Json:
    return {
        "actor": step.seat.guest,
        "arena": step.seat.arena,
        "role_today": step.seat.role,
        "meets": list(step.hosts),
        "sentence": invitation(graph, step.seat, step.hosts),
        "meetings_per_year": step.meetings,
        "hours": step.hours,
        "closes": _closes(graph, step.closes),
    }


def _new_arena(graph: Graph, step: NewArena, row: Json) -> Json:
    return {
        "id": row["id"],
        "name": row["name"],
        "level": step.level,
        "ground": str(step.theme.ground),
        "about": None if step.theme.ground is Ground.REFERRAL else step.theme.about,
        "members": list(step.members),
        "closes": _closes(graph, step.closes),
    }


def _closes(graph: Graph, gaps: Gaps) -> Json:
    return {
        "weight": gaps.weight,
        "pairs": [
            {
                "a": pair.first,
                "b": pair.second,
                "basis": str(pair.basis),
                "rules": [why.rule for why in pair.pair_grounds],
            }
            for pair in as_missing_pairs(graph, gaps)
        ],
        "duties": _duties(gaps),
    }


def _duties(gaps: Gaps) -> list[Json]:
    return [{"rule": duty.rule, "id": duty.id, "basis": str(duty.basis)} for duty in gaps.duties]


def _pairs_left(gaps: Gaps) -> Iterator[Json]:
    for basis in sorted(WEIGHTS, reverse=True):
        for first, second in gaps.pairs(basis):
            yield {"a": first, "b": second, "basis": str(basis)}
