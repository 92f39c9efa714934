import re

import pytest
from jinja2 import Environment, PackageLoader, StrictUndefined

from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.views.sector_matrix import State, matrix, matrix_texts
from samordning_graph.map.views.sectors import sectors_view
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import FindingId
from tests.helpers.tiny import tiny

TOWN = {
    "units": "name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja\nLege;helse;ja\nSkole;oppvekst;ja\n"
    "NAV;sosial;",
    "arenas": "name;participants_complete\nForum;ja",
    "participation": "actor;arena\nBolig;Forum\nRus;Forum",
    "links": "from;to\nLege;Skole",
}


def cells(graph):
    found = matrix(graph)
    return {
        (first, second): cell
        for first, row in zip(found.order, found.rows, strict=True)
        for second, cell in zip(found.order, row, strict=True)
    }


def test_the_view_and_its_table_tell_the_figures_of_the_report():
    graph = tiny(**TOWN)
    view = sectors_view(graph)

    assert view.counted.figures == Report(graph).figures_about(SubjectKind.SECTORS)
    assert view.counted.sentence in matrix_texts(graph)["key"]


def test_a_tie_says_how_many_pairs_meet_or_are_linked_of_those_possible():
    view = sectors_view(tiny(**TOWN))
    known = {tie.kind: tie for tie in view.ties if tie.kind in ("meeting", "linked")}

    assert known["meeting"].id == "meeting|sector:bolig|sector:helse"
    assert known["meeting"].weight == 1
    assert known["meeting"].facts == ("1 av 2 aktørpar møtes i en arbeidsarena",)
    assert known["linked"].id == "linked|sector:helse|sector:oppvekst"


def test_sectors_apart_are_gaps_with_their_finding():
    view = sectors_view(tiny(**TOWN))
    gaps = [tie for tie in view.ties if tie.kind == "missing"]

    assert ("sector:bolig", "sector:oppvekst") in [(tie.source, tie.target) for tie in gaps]
    assert gaps[0].about == (FindingId("LINK06", "bolig", ("oppvekst",)),)


def test_only_sectors_with_actors_are_there_with_who_was_asked():
    view = sectors_view(tiny(**TOWN))

    assert [node.name for node in view.nodes] == ["Bolig", "Helse", "Oppvekst", "Sosial"]
    assert view.nodes[1].facts == ("2 kommunale enheter", "2 av 2 aktører er spurt")


def test_the_matrix_is_symmetric_and_says_what_the_ties_say():
    graph = tiny(**TOWN)
    found, ids = cells(graph), {tie.id for tie in sectors_view(graph).ties}

    assert found["bolig", "helse"] == found["helse", "bolig"]
    assert found["bolig", "helse"].state is State.MEETING
    assert found["helse", "oppvekst"].state is State.LINKED
    assert found["bolig", "oppvekst"].state is State.NOTHING
    assert found["helse", "helse"].state is State.OWN
    assert {cell.tie for cell in found.values() if cell.tie} == ids


def test_what_cannot_be_assessed_is_unknown_in_the_matrix():
    graph = tiny(**{**TOWN, "arenas": "name;participants_complete\nForum;nei"})

    assert cells(graph)["bolig", "sosial"].state is State.UNKNOWN
    assert cells(graph)["bolig", "oppvekst"].state is State.NOTHING


def test_where_no_tie_was_filled_in_nothing_is_known():
    graph = tiny(units="name;sector\nBolig;bolig\nRus;helse")

    assert cells(graph)["bolig", "helse"].state is State.UNKNOWN
    assert sectors_view(graph).ties == ()


@pytest.mark.parametrize("folder", ["eksempel", "stord", "hammerfest", "balsfjord", "halden"])
def test_a_gap_that_is_drawn_is_the_state_of_its_cell(folder):
    graph = build(read_model(f"data/{folder}"))
    found, states = cells(graph), {"missing": State.NOTHING, "not_assessed": State.UNKNOWN}
    for tie in sectors_view(graph).ties:
        if tie.kind in states:
            sectors = tuple(end.removeprefix("sector:") for end in (tie.source, tie.target))
            cell = found[sectors]
            # Units below one count for the rule, and an external actor's tie for the matrix alone.
            assert cell.state in (states[tie.kind], State.MEETING, State.LINKED)


def test_the_table_has_headers_a_mark_and_words_in_each_cell_and_runs_no_markup():
    graph = tiny(
        units="name;sector\nBolig;<b>hei</b>\nRus;helse",
        vocabulary="list;id;name\nsektor;hei;<b>hei</b>",
    )
    environment = Environment(
        loader=PackageLoader("samordning_graph.map.page", "template"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    template = environment.get_template("matrix.html.j2")
    html = str(template.module.heat_matrix(matrix(graph), matrix_texts(graph)))

    assert html.count('scope="col"') == 3
    assert html.count('scope="row"') == 2
    assert len(re.findall(r"<td[^>]*><span class=\"mark\"", html)) == 4
    assert "<caption" in html
    assert "<b>" not in html
