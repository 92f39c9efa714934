"""What is in place is told with what the rows themselves remark."""

from collections.abc import Callable

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import Graph
from samordning_graph.report.blocks import Paragraph, TableBlock
from samordning_graph.report.data.in_place_json import in_place_json
from samordning_graph.report.documents.duties import duties_document
from samordning_graph.report.documents.in_place import in_place_section
from samordning_graph.report.findings_report import Report
from tests.graph.test_duties import duty, with_duties
from tests.helpers.tiny import tiny


def the_row(graph: Graph, is_wanted: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    """Return the one row of the section's tables that is wanted, in bokmål."""
    with in_language("nb"):
        (row,) = [
            row
            for block in in_place_section(Report(graph))
            if isinstance(block, TableBlock)
            for row in block.rows
            if is_wanted(row)
        ]
    return row


def test_the_remark_of_a_row_stands_beside_what_it_documents():
    graph = tiny(
        units="id;name;sector\nh;Kommunen;ledelse",
        external_actors="id;name;actor_type\ns;Sykehuset;helseforetak",
        links="from;to;agreement;comment\nh;s;Avtalen;Bare tittel kjent",
    )
    with in_language("nb"):
        cells = [
            cell
            for block in in_place_section(Report(graph))
            if isinstance(block, TableBlock)
            for row in block.rows
            for cell in row
        ]

    assert "avtalen «Avtalen» (merknad: Kommunen – Sykehuset: «Bare tittel kjent»)" in cells


@pytest.mark.parametrize(("links", "times"), [("h;s;Leieavtale\nh;n;Avtale", 1), ("h;s;nei", 0)])
def test_that_no_agreement_was_judged_is_said_once_where_duties_are_met_by_one(links, times):
    graph = tiny(
        units="id;name;sector\nh;Kommunen;ledelse",
        external_actors="id;name;actor_type\ns;Sykehuset;helseforetak\nn;NAV;nav-stat",
        links=f"from;to;agreement\n{links}",
    )
    with in_language("nb"):
        blocks = [
            block for block in in_place_section(Report(graph)) if isinstance(block, Paragraph)
        ]

    sentences = [
        block for block in blocks if block.text.endswith("den loven ber om, er ikke vurdert.")
    ]
    assert len(sentences) == times


@pytest.mark.parametrize(
    ("links", "text"),
    [
        ("h;s;Avtalen;tredjepart", "avtalen «Avtalen» (oppgitt av en tredjepart)"),
        (
            "h;s;Avtalen;tredjepart;Sett i avisen",
            "avtalen «Avtalen» (merknad: Kommunen – Sykehuset (oppgitt av en tredjepart): «Sett i"
            " avisen»)",
        ),
        ("h;s;Avtalen;tredjepart\ns;h;Avtalen;en part", "avtalen «Avtalen»"),
    ],
)
def test_that_a_third_party_alone_tells_of_it_is_said(links, text):
    graph = tiny(
        units="id;name;sector\nh;Kommunen;ledelse",
        external_actors="id;name;actor_type\ns;Sykehuset;helseforetak",
        links=f"from;to;agreement;reported_by;comment\n{links}",
    )
    (via,) = {
        tie["by_third_party"]
        for duty in in_place_json(Report(graph))["duties"]["documented_by"]
        for tie in duty["via"]
    }
    assert via is ("tredjepart" in text)
    with in_language("nb"):
        blocks = [
            block for block in in_place_section(Report(graph)) if isinstance(block, TableBlock)
        ]

    assert text in [cell for block in blocks for row in block.rows for cell in row]


@pytest.mark.parametrize(
    ("links", "answered"),
    [
        ("b;h;ingen kontakt;begge", "; begge svarer at de ikke har kontakt"),
        ("b;h;ingen kontakt;én part", "; Bolig svarer at de ikke har kontakt"),
        (
            "b;h;ingen kontakt;én part\nh;b;samarbeid;én part",
            "; Bolig svarer at de ikke har kontakt",
        ),
        ("b;h;ingen kontakt;tredjepart", ""),
        ("b;h;samarbeid;begge", ""),
    ],
)
def test_a_pair_of_which_an_end_answers_no_contact_says_so_beside_where_it_meets(links, answered):
    graph = tiny(
        units="id;name;sector;target_groups\nb;Bolig;bolig;eldre\nh;Helse;helse;eldre",
        arenas="id;name\nt;Team",
        participation="actor;arena\nb;t\nh;t",
        links=f"from;to;strength;reported_by\n{links}",
    )
    row = the_row(graph, lambda row: row[:2] == ("Bolig", "Helse"))

    assert "«Team»" in row[2]
    assert row[2].partition("; ")[2] == answered.removeprefix("; ")


@pytest.mark.parametrize(
    ("links", "answered"),
    [
        ("n;b;ingen kontakt;begge", "begge svarer at de ikke har kontakt"),
        ("n;b;ingen kontakt;én part", "NAV svarer at de ikke har kontakt"),
        ("n;u;ingen kontakt;begge", "NAV og Utleie svarer at de ikke har kontakt"),
        ("n;b;ingen kontakt;tredjepart", ""),
    ],
)
def test_a_duty_that_is_met_says_who_of_the_two_answers_no_contact(links, answered):
    """The tie may be of a unit below: then its answer is told."""
    seat = "u" if ";u;" in links else "b"
    graph = tiny(
        units="id;name;sector;part_of\nn;NAV;sosial;\nb;Boligkontoret;bolig;\nu;Utleie;bolig;b",
        arenas="id;name\nt;Team",
        participation=f"actor;arena\nn;t\n{seat};t",
        local_requirements="actor_a;actor_b;reason\nn;b;Planen",
        links=f"from;to;strength;reported_by\n{links}",
    )
    row = the_row(graph, lambda row: "krav" in row[0])

    assert row[2].partition("; ")[2] == answered


@pytest.mark.parametrize(("level", "times"), [("individual", 1), ("both", 1), ("system", 0)])
def test_what_is_done_in_single_cases_is_said_not_to_be_shown(level: str, times: int):
    graph = with_duties(
        duty(level=level),
        units="id;name;sector\nb;Bolig;bolig\nh;Helse;helse",
        external_actors="id;name;actor_type\nf;Fengsel;fengsel",
        links="from;to\nb;f",
    )
    with in_language("en"):
        texts = [
            block.text
            for document in (in_place_section(Report(graph)), duties_document(graph))
            for block in document
            if isinstance(block, Paragraph)
        ]

    assert len([text for text in texts if "single cases" in text]) == 2 * times
