"""Agreements that the municipality as such has with a party of a duty, beside its sides.

The director, staff and political bodies are no services, so what they have agreed with a prison
meets no duty of the services. It is not nothing, either: whether it is about the duty is asked.
"""

from collections.abc import Iterator
from typing import NamedTuple

from samordning_graph.common.locale import _
from samordning_graph.graph.duties import ApplicableDuty
from samordning_graph.graph.graph import Graph, get_actor, node_name, options_of, ties_by_kind
from samordning_graph.graph.links import agreement_in_force
from samordning_graph.graph.service_types import serves_nobody
from samordning_graph.schema.tables import Row, Tie, Unit


class AgreementBeside(NamedTuple):
    """An agreement in force between a unit that serves nobody and a party of a duty."""

    unit: str
    party: str
    name: str
    rows: tuple[Row, ...]


def agreements_beside(graph: Graph, applicable: ApplicableDuty) -> Iterator[AgreementBeside]:
    """Yield the agreements beside a duty, by the ids of the two."""
    sides, parties = {*applicable.a, *applicable.b}, set(_named_by_type(applicable))
    as_of = options_of(graph).as_of
    for from_, to, data in sorted(
        ties_by_kind(graph)[Tie.HAS_AGREEMENT_WITH], key=lambda tie: tie[:2]
    ):
        for unit, party in ((from_, to), (to, from_)):
            if (
                party in parties
                and unit not in sides
                and isinstance(actor := get_actor(graph, unit), Unit)
                and serves_nobody(graph, actor)
                and agreement_in_force(data, as_of)
            ):
                yield AgreementBeside(unit, party, data["agreement"], data["rows"])


def _named_by_type(applicable: ApplicableDuty) -> Iterator[str]:
    """Yield who is on a side that names types of external actors: the prison, not any service."""
    if applicable.duty is not None:
        for side, ids in ((applicable.duty.a, applicable.a), (applicable.duty.b, applicable.b)):
            if all(selector.actor_type for selector in side):
                yield from ids


def agreements_in_words(graph: Graph, applicable: ApplicableDuty) -> str:
    """Return the same as questions; empty without any."""
    return " ".join(
        _("{unit} and {party} have the agreement «{agreement}»: Is it about this?").format(
            unit=node_name(graph, beside.unit),
            party=node_name(graph, beside.party),
            agreement=beside.name,
        )
        for beside in agreements_beside(graph, applicable)
    )
