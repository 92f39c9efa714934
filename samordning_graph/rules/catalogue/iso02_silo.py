"""ISO02 silo: A unit that coordinates only within its own sector.

What it finds
    Units that meet or work with somebody, but only in their own sector, external actors included.
Why it matters
    § 5 asks for cooperation across sectors. A unit with many ties inside its own sector looks well
    coordinated, and can still be unknown to those it depends on.
How it is decided
    Partners are those that the unit is linked to or meets in a working arena, with the ties of the
    units that are part of it. The unit is found when it has a partner and all are in its sector.
Known limits
    An actor that was not asked about contact and arenas is not assessed as long as some working
    arena has an incomplete participant list that does not name it, unless a partner in another
    sector settles it. Sectors are the municipality's own division.
Source
    Homophily as the share of ties within one's own group: Krackhardt and Stern (1988), «Informal
    networks and organizational crises». The limit (all ties): own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import excluded_ties
from samordning_graph.graph.graph import (
    Graph,
    get_actor,
    listed_names,
    node_row,
    sector_name,
)
from samordning_graph.graph.service_types import service_units
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.coverage_text import excluded_rows, with_excluded
from samordning_graph.rules.finding import Finding, FindingGround
from samordning_graph.rules.finding_text import confidence, evidence, open_lists, searched
from samordning_graph.rules.rule import Assessment, Case, Rule
from samordning_graph.rules.shared.isolation import assess_actors
from samordning_graph.schema.tables import Link, Participation


def assess(graph: Graph) -> Assessment:
    """Look at every service: leadership, staff and political bodies coordinate by their office."""
    engine = pair_engine(graph)

    def partners(unit: str) -> int:
        position = engine.position[unit]
        return engine.covered(position) & engine.pairs(position)

    def crosses(unit: str) -> bool:
        return bool(partners(unit) & engine.cross_sector(engine.position[unit]))

    return assess_actors(
        graph,
        service_units(graph),
        case_of=lambda unit: Case(unit) if partners(unit) and not crosses(unit) else None,
        is_settled=crosses,
    )


def tell(graph: Graph, case: Case) -> Finding:
    """Tell about one unit in a silo."""
    unit = get_actor(graph, case.subject)
    engine = pair_engine(graph)
    position = engine.position[unit.id]
    partners = [engine.ids[i] for i in bits(engine.covered(position) & engine.pairs(position))]
    across = [engine.ids[i] for i in bits(engine.cross_sector(position))]
    excluded = excluded_ties(graph, (unit.id,), across)
    sector = sector_name(graph, unit.sector)
    return Finding(
        identity=RULE.identity(case),
        basis=Basis.RECOMMENDED,
        confidence=confidence(graph, (unit.id,)),
        grounds=(FindingGround(_("Cooperation across sectors"), "boligsosialloven § 5"),),
        evidence=(
            *evidence(
                graph,
                (
                    node_row(graph, unit.id),
                    *(node_row(graph, partner) for partner in partners),
                    *excluded_rows(excluded),
                ),
            ),
            *searched(graph, Participation, Link),
            *open_lists(graph),
        ),
        excluded=excluded,
        observation=with_excluded(
            graph,
            _(
                "In the data, {name} coordinates with {partners}, all in the sector {sector}, and"
                " with nobody in another sector."
            ).format(name=unit.name, partners=listed_names(graph, partners), sector=sector),
            excluded,
        ),
        ground=_("The municipality shall ensure cooperation across sectors (§ 5 first paragraph)."),
        question=_("Which other sector does {name} depend on most?").format(name=unit.name),
        next_step=_("Choose one arena with other sectors that {name} could take part in.").format(
            name=unit.name
        ),
    )


RULE = Rule(code="ISO02", slug="silo", page=__doc__ or "", assess=assess, tell=tell, version=2)
