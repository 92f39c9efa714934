"""The duty register, and which duties apply, as JSON."""

from collections.abc import Sequence
from json import dumps
from typing import Any, TextIO

from samordning_graph.analysis.in_place import met_duty
from samordning_graph.graph.duties import ApplicableDuty, applicable_duties
from samordning_graph.graph.duty_coverage import duty_coverage, lapsed_on
from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.graph.service_types import types_of_actors
from samordning_graph.schema.duty import Duty, Requires, Selector, Tier


def write(graph: "Graph | None", duties: Sequence[Duty], stream: TextIO) -> None:
    """Write the register; with a graph also whom each duty is about, and whether it is met."""
    applicable = {duty.id: duty for duty in applicable_duties(graph)} if graph is not None else {}
    document: dict[str, Any] = {"format": "samordning-duties", "version": 2}
    if graph is not None:
        municipality = model_of(graph).municipality
        document["municipality"] = {"number": municipality.number, "name": municipality.name}
    document["duties"] = [
        {**_as_json(duty), **(_applicable_as_json(graph, applicable.get(duty.id)) if graph else {})}
        for duty in duties
    ]
    if graph is not None:
        document["local_requirements"] = [
            {"id": duty.id, **_applicable_as_json(graph, duty)}
            for duty in applicable.values()
            if duty.tier is Tier.LOCAL
        ]
        types = types_of_actors(graph)
        document["service_types"] = {"by_name": types.by_name, "unknown": list(types.unknown)}
    stream.write(dumps(document, ensure_ascii=False, indent=2) + "\n")


def _as_json(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "citation": duty.citation,
        "replaces": list(duty.replaces),
        "subject": duty.subject or None,
        "clause": duty.clause,
        "requires": str(duty.requires),
        "tier": str(duty.tier),
        "force": duty.force,
        "level": duty.level,
        "target_groups": list(duty.target_groups),
        "verified": duty.verified,
        "note": duty.note or None,
        "checked": duty.checked or None,
        "source": duty.source,
        "sides": [[_selector(selector) for selector in side] for side in (duty.a, duty.b)],
    }


def _selector(selector: Selector) -> dict[str, Any]:
    """Return what a selector says, without what it leaves open."""
    return {key: value for key, value in selector._asdict().items() if value}


def _applicable_as_json(graph: Graph, applicable: ApplicableDuty | None) -> dict[str, Any]:
    if applicable is None:
        return {"applies": False}
    covered = duty_coverage(graph, applicable)
    met = met_duty(graph, applicable)
    lapsed = None
    if applicable.requires is Requires.AGREEMENT and not covered.documented:
        lapsed = lapsed_on(graph, applicable)
    documented = {True: "documented", False: "not_documented", None: "not_assessed"}
    return {
        # Null: a blank cell of target groups decides.
        "applies": None if applicable.applies_if else True,
        "a": list(applicable.a),
        "b": list(applicable.b),
        "possible": {
            actor_id: sorted(blanks)
            for actor_id, blanks in sorted(
                {**applicable.possible_a, **applicable.possible_b}.items()
            )
        },
        "status": documented[covered.documented],
        "met_by": list(covered.met_by),
        "denied_by": list(met.denied_by) if met else [],
        "contact": list(covered.contact),
        "lapsed_on": lapsed.isoformat() if lapsed else None,
    }
