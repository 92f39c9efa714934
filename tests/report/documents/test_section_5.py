"""Boligsosialloven § 5, point by point: what is told beside the status."""

from samordning_graph.graph.graph import Graph
from samordning_graph.report.blocks import TableBlock
from samordning_graph.report.documents.section_5 import section_5
from samordning_graph.report.findings_report import Report
from tests.helpers.tiny import tiny

SERVICES = "id;name;sector;tasks;surveyed\nb;Bolig;bolig;skaffe;ja\nh;Helse;helse;beholde;ja"
NAV_AND_PLAN = "\nn;NAV;sosial;;ja\np;Plan;plan;;ja"
ARENAS = "name;mandate;participants_complete\nMøtet;Samordne;ja\nGruppa;;ja"


def row(graph: Graph, clause: str) -> tuple[str, ...]:
    (table,) = (block for block in section_5(Report(graph)) if isinstance(block, TableBlock))
    return next(row for row in table.rows if row[0].startswith(clause))


def test_p2_rests_on_no_arena_alone_where_others_meet_elsewhere():
    """NAV and Plan, of which no tasks are known, meet in another arena than the two that have."""
    in_touch = "actor;arena;role\nb;Møtet;leder\nh;Møtet;medlem"
    alone = tiny(units=SERVICES + NAV_AND_PLAN, arenas=ARENAS, participation=in_touch)
    elsewhere = tiny(
        units=SERVICES + NAV_AND_PLAN,
        arenas=ARENAS,
        participation=f"{in_touch}\nn;Gruppa;\np;Gruppa;",
    )

    assert row(alone, "P2")[1] == "partly documented (without «Møtet»: none)"
    assert row(elsewhere, "P2")[1:] == ("documented", "–")
