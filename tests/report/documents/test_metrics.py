"""The figures as a document: a few in short, names and not ids, and what each does not mean."""

import io

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, actors
from samordning_graph.metrics.definitions import MEASURES
from samordning_graph.report.blocks import Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.documents import metrics_sections
from samordning_graph.report.documents.metrics import metrics_document, metrics_of_many
from samordning_graph.report.documents.phrases import decimal
from samordning_graph.report.formats.registry import FORMATS
from tests.helpers.samples import DATA_SETS, HOSTILE, hostile, municipality, sharing
from tests.helpers.tiny import TODAY, tiny

BRIDGED = {
    "units": "id;name;sector\nb1;Boligkontoret;bolig\nh1;Rusteamet;helse\nh2;Hjemmetjenesten;helse",
    "links": "from;to\nb1;h1\nb1;h2",
}
"""Boligkontoret between the two of the health sector: a consultant, a cut point, two bridges."""


def written(graph, format_name: str = "text") -> str:
    stream = io.StringIO()
    FORMATS[format_name].write_blocks(metrics_document(graph), stream)
    return stream.getvalue()


def blocks(graph, kind: type, under: str = "") -> list:
    """Return the blocks of a kind, of the whole document or under one heading."""
    found, heading = [], ""
    for block in metrics_document(graph):
        if isinstance(block, Heading):
            heading = block.text
        if isinstance(block, kind) and under in ("", heading):
            found.append(block)
    return found


def in_short(graph) -> str:
    (bullets,) = blocks(graph, Bullets, "In short")
    return "\n".join(bullets.items)


def sentences_of(graph, title: str) -> Sentences:
    (found,) = [block for block in blocks(graph, Sentences) if block.title.startswith(title)]
    return found


def test_it_begins_with_whose_data_it_is_and_the_figures_for_a_meeting():
    graph = municipality("eksempel")
    first, *_rest = metrics_document(graph)
    headings = [block.text for block in blocks(graph, Heading)]

    assert "Eksempelvik" in first.text
    assert "26 of 38 actors were asked" in blocks(graph, Paragraph)[0].text
    assert headings[1] == "In short"


def test_in_short_are_who_bridges_cut_points_the_index_beside_chance_and_congruence():
    text = in_short(municipality("eksempel"))

    assert "Eiendomsavdelingen (11.0)" in text
    assert "Cut points" in text
    assert "7 of 13" in text
    assert "0.08, by chance 0.78" in text
    assert "fewer across than chance gives (p = 0.0016)" in text
    assert text.splitlines()[-1] == (
        "Pairs with a ground to coordinate: 23 documented · 11 not documented · 8 not known."
    )


def test_density_is_not_told_in_short():
    assert "ensity" not in in_short(municipality("eksempel"))


def test_an_index_that_chance_could_give_is_told_as_such():
    assert "Chance alone could give this (p = 1.0000)" in in_short(
        tiny(**BRIDGED | {"links": "from;to\nb1;h1"})
    )


def test_more_across_than_chance_is_told_as_such():
    units = "\n".join(f"x{i};X{i};bolig\ny{i};Y{i};helse" for i in range(6))
    links = "\n".join(f"x{i};y{j}" for i in range(6) for j in range(6))
    graph = tiny(units=f"id;name;sector\n{units}", links=f"from;to\n{links}")

    assert "more across than chance gives" in in_short(graph)


def test_without_links_the_figures_about_links_are_left_out_and_it_says_why():
    graph = municipality("balsfjord")
    headings = [block.text for block in blocks(graph, Heading)]

    assert "figures about links say nothing" in in_short(graph)
    assert "Links" not in headings
    assert "E-I" not in written(graph)
    assert "Seats in working arenas" in headings


def test_an_empty_municipality_is_no_crash():
    assert "figures about links say nothing" in written(tiny())


@pytest.mark.parametrize("name", DATA_SETS)
@pytest.mark.parametrize("format_name", ["text", "html"])
def test_every_data_set_is_written(name: str, format_name: str):
    assert "is no answer key" in " ".join(written(municipality(name), format_name).split())


def test_every_figure_says_what_it_means_what_it_does_not_mean_and_its_source():
    lines = [block.lines for block in blocks(municipality("eksempel"), Sentences)]

    for measure in MEASURES:
        assert any(
            {("Means", measure.meaning), ("Does not mean", measure.caution)} <= set(found)
            and ("Source", measure.source) in found
            for found in lines
        ), f"{measure.title} is not shown by report/documents/metrics_sections.py"


def test_actors_are_told_by_name_and_not_by_id():
    graph = municipality("eksempel")
    text = written(graph)

    assert not [
        actor.id for actor in actors(graph) if actor.id in text and actor.id != actor.name.lower()
    ]


def test_cut_points_and_bridges_are_named():
    graph = tiny(**BRIDGED)

    assert ("Actors", "Boligkontoret") in sentences_of(graph, "Cut points").lines
    (bridges,) = [block for block in blocks(graph, TableBlock) if block.caption == "Bridges"]
    assert bridges.rows == (("Boligkontoret", "Rusteamet"), ("Boligkontoret", "Hjemmetjenesten"))


def test_representative_and_gatekeeper_are_one_figure():
    (brokers,) = [
        block
        for block in blocks(tiny(**BRIDGED), TableBlock)
        if block.caption.startswith("Brokerage")
    ]

    assert brokers.header == ("Actor", "Coordinator", "Consultant", "Gatekeeper", "Liaison")
    assert brokers.rows == (("Boligkontoret", "0", "2", "0", "0"),)


def test_the_formal_layer_says_what_is_not_said():
    links = "from;to;formal\nb1;h1;ja\nb1;h2;"
    layers = sentences_of(tiny(**BRIDGED | {"links": links}), "Formal and informal")

    assert "1 documented · 1 not known" in layers.title


def test_arenas_that_do_not_count_are_named_with_the_reason():
    graph = sharing(AnalysisOptions(as_of=TODAY), arenas="name;kind\nForum;informasjon")

    assert "Not counted as working arenas (information only): «Forum»." in written(graph)


def test_a_long_table_is_cut_and_says_so(monkeypatch):
    monkeypatch.setattr(metrics_sections, "MAX_ROWS", 1)

    assert "… and 1 more, in the JSON format." in written(tiny(**BRIDGED))


def test_many_names_are_counted(monkeypatch):
    monkeypatch.setattr(metrics_sections, "MAX_NAMES", 2)

    assert "and 16 more" in written(municipality("eksempel"))


def test_names_are_never_markup():
    page = written(hostile(), "html")

    assert HOSTILE not in page
    assert "<script>" not in page


def test_decimals_are_written_as_people_write_them():
    assert decimal(0.5) == "0.50"
    assert decimal(None) == "–"
    with in_language("nb"):
        assert decimal(-0.256, 1) == "-0,3"


def test_many_municipalities_come_one_after_the_other_with_a_table_at_the_end():
    found = list(metrics_of_many(municipality(name) for name in DATA_SETS))
    titles = [block.text for block in found if isinstance(block, Heading) and block.level == 1]
    table = found[-1]

    assert len(titles) == len(DATA_SETS) + 2
    assert [row[0].partition(" ")[0] for row in table.rows] == [
        "Eksempelvik",
        "Stord",
        "Hammerfest",
        "Balsfjord",
        "Halden",
    ]
    assert table.rows[0][1:5] == ("26 of 38", "13", "0.08", "0.78")
    assert table.rows[1][2:5] == ("0", "–", "0.40")


def test_municipalities_are_taken_one_at_a_time():
    taken = []

    def graphs():
        for name in DATA_SETS:
            taken.append(name)
            yield municipality(name)

    for block in metrics_of_many(graphs()):
        if isinstance(block, Heading) and "Stord" in block.text:
            assert taken == ["eksempel", "stord"]


def test_needs_are_not_told_where_no_tie_is_filled_in():
    graph = sharing(participation="actor;arena\n")
    *_rest, table = metrics_of_many([graph])

    assert "ground to coordinate" not in in_short(graph)
    assert table.rows[0][-1] == "–"
