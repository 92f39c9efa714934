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


def test_the_view_tells_the_figures_of_the_report():
    graph = tiny(**TOWN)
    view = sectors_view(graph)

    assert view.counted.figures == Report(graph).figures_about(SubjectKind.SECTORS)


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
