"""Prevent, obtain, keep: who does what, and who hands over to somebody without a contact."""

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.report.blocks import TableBlock
from samordning_graph.report.documents.purpose import tasks_of_purpose
from tests.helpers.tiny import tiny

UNITS = "name;sector;tasks\nBolig;bolig;keep\nNAV;sosial;obtain\nRus;helse;keep"
REFERRALS = "from;to\nNAV;Bolig"


def table(graph: Graph) -> dict[str, tuple[str, ...]]:
    with in_language("en"):
        (block,) = (block for block in tasks_of_purpose(graph) if isinstance(block, TableBlock))
    return {task: cells for task, *cells in block.rows}


def test_each_task_names_those_who_have_it_and_a_referral_without_contact():
    rows = table(tiny(units=UNITS, referrals=REFERRALS, links="from;to\nRus;NAV"))

    assert rows == {
        "Prevent": ["nobody in the data", "–"],
        "Obtain": ["NAV", "NAV → Bolig"],
        "Keep": ["Bolig and Rus", "–"],
    }


def test_a_referral_between_two_who_meet_is_no_unseen_handover():
    rows = table(
        tiny(
            units=UNITS,
            referrals=REFERRALS,
            arenas="name\nForum",
            participation="actor;arena\nNAV;Forum\nBolig;Forum",
        )
    )

    assert rows["Obtain"] == ["NAV", "–"]


def test_a_handover_that_a_list_could_hide_is_marked():
    rows = table(
        tiny(
            units=UNITS,
            referrals=REFERRALS,
            arenas="name;participants_complete\nForum;nei",
            participation="actor;arena\nNAV;Forum",
        )
    )

    assert rows["Obtain"] == ["NAV", "NAV → Bolig (?)"]


def test_where_nobody_has_a_task_there_is_no_table():
    assert list(tasks_of_purpose(tiny(units="name;sector\nBolig;bolig"))) == []
