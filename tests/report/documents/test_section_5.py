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


def test_p2_does_not_say_that_nothing_is_there_without_an_arena_where_others_meet_elsewhere():
    """NAV and Plan, of which no tasks are known, meet in another arena than the two that have."""
    graph = tiny(
        units=SERVICES + NAV_AND_PLAN,
        arenas=ARENAS,
        participation="actor;arena;role\nb;Møtet;leder\nh;Møtet;medlem\nn;Gruppa;\np;Gruppa;",
    )
    _point, status, step = row(graph, "P2")

    assert status == "partly documented (without «Møtet»: none)"
    assert "nothing of this point" not in step
    assert "no service with a task" in step


def test_of_a_point_that_is_not_assessed_nobody_can_say_what_would_be_left():
    graph = tiny(
        units=SERVICES + "\ne;Eiendom;eiendom;skaffe;ja",
        arenas="name;participants_complete\nMøtet;ja",
        participation="actor;arena\nb;Møtet\nh;Møtet",
    )

    assert row(graph, "P2")[1] == "not assessed"
    assert row(graph, "P1")[1] == "partly documented (without «Møtet»: none)"
