"""The duty register, and which duties apply, as JSON."""

from collections.abc import Sequence
from json import dumps
from typing import Any, TextIO

from samordning_graph.graph.duties import ApplicableDuty, applicable_duties
from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.report.documents.duties import duty_status
from samordning_graph.schema.duty import Duty, Tier


def write(graph: "Graph | None", duties: Sequence[Duty], stream: TextIO) -> None:
    """Write the register; with a graph also whom each duty is about, and whether it is met."""
    applicable = {duty.id: duty for duty in applicable_duties(graph)} if graph is not None else {}
    document: dict[str, Any] = {"format": "samordning-duties", "version": 1}
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
    stream.write(dumps(document, ensure_ascii=False, indent=2) + "\n")


def _as_json(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "citation": duty.citation,
        "clause": duty.clause,
        "tier": str(duty.tier),
        "force": duty.force,
        "level": duty.level,
        "target_groups": list(duty.target_groups),
        "verified": duty.verified,
        "note": duty.note or None,
        "source": duty.source,
    }


def _applicable_as_json(graph: Graph, applicable: ApplicableDuty | None) -> dict[str, Any]:
    if applicable is None:
        return {"applies": False}
    documented = {True: "documented", False: "not_documented", None: "not_assessed"}
    return {
        "applies": True,
        "a": list(applicable.a),
        "b": list(applicable.b),
        "status": documented[duty_status(graph, applicable)],
    }
