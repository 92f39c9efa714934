"""The sheet of a service: whom it meets, whom to talk with, and what nobody knows; bounded."""

import pytest

from samordning_graph.drawing.marks import TextMark
from samordning_graph.graph.graph import node_name
from samordning_graph.report.blocks import Heading, Paragraph, Picture, TableBlock
from samordning_graph.report.documents.service_sheet import (
    MOST_CHARACTERS,
    MOST_MET,
    MOST_NOT_KNOWN,
    MOST_TO_TALK_WITH,
    service_sheet,
    services_with_sheets,
)
from samordning_graph.report.findings_report import Report
from tests.helpers.samples import DATA_SETS, municipality, sharing
from tests.helpers.tiny import tiny


def sheets(graph) -> dict[str, list]:
    report = Report(graph)
    return {
        contacts.actor: list(service_sheet(report, contacts))
        for contacts in services_with_sheets(report)
    }


def under(blocks: list, heading: str) -> list[tuple[str, ...]]:
    """Return the rows of the table under a heading; none without it."""
    at = [
        i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading
    ]
    return list(blocks[at[0] + 1].rows) if at else []


def paragraphs(blocks: list) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_the_sheet_says_whom_a_service_meets_and_with_whom_it_is_not_documented_or_not_known():
    sheet = sheets(municipality("eksempel"))["boligkontoret"]
    (figures,) = [text for text in paragraphs(sheet) if text.startswith("You meet")]

    assert figures == (
        "You meet or work with 10 others. With 4 you have a ground to coordinate, without a regular"
        " meeting place or collaboration in the data. Of 2 we do not know."
    )
    assert [row[0] for row in under(sheet, "Talk with these")] == ["2", "3", "4", "9"]
    assert len(under(sheet, "Not known – who can answer?")) == 2
    assert len(under(sheet, "You meet")) == 10


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_sheets_tell_each_pair_of_the_report_to_both_with_its_number(name: str):
    graph = municipality(name)
    pairs = Report(graph).matters.pairs(1000)
    on_sheets = {
        (number, actor)
        for actor, sheet in sheets(graph).items()
        for number, *_cells in under(sheet, "Talk with these")
    }

    assert on_sheets == {(str(matter.number), end) for matter in pairs for end in matter.key}


def test_with_whom_it_is_accepted_is_counted_to_both_and_to_nobody_else():
    graph = tiny(
        **crowd(3),
        **QUIET,
        accepted_gaps="subject;related;reason\nMidt;S01;Nok",
    )
    telling = {
        actor: [text for text in paragraphs(sheet) if "accepted it as it is" in text]
        for actor, sheet in sheets(graph).items()
    }

    assert {actor for actor, texts in telling.items() if texts} == {"m", "s01"}
    assert "With 2 you have" in telling["m"][0]
    assert "With 1 other the municipality has accepted" in telling["m"][0]


QUIET = {
    "arenas": "name;participants_complete\nForum;ja",
    "participation": "actor;arena\ns00;Forum",
}
"""An arena whose whole list is known, so that who is not in it is known not to meet there."""


def crowd(n: int) -> dict[str, str]:
    """Return a service with a goal in common with so many whom it never meets."""
    names = [f"S{i:02}" for i in range(n)]
    return {
        "units": "id;name;sector\nm;Midt;bolig"
        + "".join(f"\n{x.lower()};{x};helse" for x in names),
        "goals": "id;name\ng;Et mål",
        "goal_owners": "actor;goal\nm;g" + "".join(f"\n{x.lower()};g" for x in names),
    }


@pytest.mark.parametrize(("n", "more"), [(8, []), (11, ["+ 3"])])
def test_of_those_to_talk_with_the_first_eight_are_told_and_the_rest_counted(n: int, more: list):
    sheet = sheets(tiny(**crowd(n) | QUIET))["m"]

    assert len(under(sheet, "Talk with these")) == MOST_TO_TALK_WITH
    assert [text for text in paragraphs(sheet) if text.startswith("+")] == more
    assert f"With {n} you have" in " ".join(paragraphs(sheet))


def test_long_rows_are_fewer_and_each_table_keeps_its_first():
    long = " ".join(["oppfølging"] * 11)
    graph = tiny(
        units="id;name;sector\nm;Midt;bolig"
        + "".join(f"\ns{i:02};{long} {i};helse" for i in range(20)),
        goals="id;name\ng;Et mål",
        goal_owners="actor;goal\nm;g" + "".join(f"\ns{i:02};g" for i in range(20)),
        arenas="id;name;participants_complete\nf;Forum;ja",
        participation="actor;arena\nm;f" + "".join(f"\ns{i:02};f" for i in range(10)),
    )
    sheet = sheets(graph)["m"]
    talk, met = under(sheet, "Talk with these"), under(sheet, "You meet")

    assert 1 < len(met) < len(talk) < MOST_TO_TALK_WITH
    assert f"+ {10 - len(talk)}" in paragraphs(sheet)
    assert f"+ {10 - len(met)}" in paragraphs(sheet)


def test_a_ground_is_no_longer_than_a_sheet_has_room_for():
    goals = "id;name\n" + "\n".join(f"g{i};Et mål med et langt navn, nummer {i}" for i in range(9))
    owners = "".join(f"\n{actor};g{i}" for actor in ("a", "b") for i in range(9))
    graph = tiny(
        units="id;name;sector\na;Alfa;bolig\nb;Beta;helse",
        goals=goals,
        goal_owners=f"actor;goal{owners}",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\na;Forum",
    )
    (row,) = under(sheets(graph)["a"], "Talk with these")

    assert len(row[2]) <= MOST_CHARACTERS
    assert row[2].endswith("…")


def test_the_sheet_has_a_picture_of_the_service_among_those_it_meets_and_should_talk_with():
    graph = municipality("eksempel")
    (picture,) = (block for block in sheets(graph)["boligkontoret"] if isinstance(block, Picture))
    texts = {mark.text for mark in picture.draw().marks if isinstance(mark, TextMark)}

    assert {"Boligkontoret", "IMDi", "Tildelingskontoret", "9"} <= texts


def test_of_those_not_known_the_first_eight_are_told_and_the_rest_counted():
    unsaid = {"arenas": "id;name\nf;Forum", "participation": "actor;arena\nm;f"}
    sheet = sheets(tiny(**crowd(10) | unsaid))["m"]

    assert len(under(sheet, "Not known – who can answer?")) == MOST_NOT_KNOWN
    assert "Of 10 we do not know." in " ".join(paragraphs(sheet))
    assert "+ 2" in paragraphs(sheet)


def test_of_those_who_are_met_the_first_ten_are_told_those_with_most_arenas_first():
    names = [f"s{i:02}" for i in range(13)]
    met = {
        "arenas": "id;name\nf;Forum\nt;To",
        "participation": "actor;arena\nm;f\nm;t\ns12;t" + "".join(f"\n{x};f" for x in names),
    }
    sheet = sheets(tiny(**crowd(13) | met))["m"]
    rows = under(sheet, "You meet")

    assert len(rows) == MOST_MET
    assert rows[0][0].startswith("S12")
    assert rows[0][1] == "«Forum» and 1 more"
    assert "+ 3" in paragraphs(sheet)


def test_who_meets_through_a_unit_below_is_told_by_that_unit_and_not_twice():
    graph = tiny(
        units="id;name;sector;part_of\na;Alfa;bolig;\no;Over;helse;\nu;Under;helse;o",
        arenas="id;name\nf;Forum",
        participation="actor;arena\na;f\nu;f",
    )
    both = tiny(
        units="id;name;sector;part_of\na;Alfa;bolig;\no;Over;helse;\nu;Under;helse;o",
        arenas="id;name\nf;Forum",
        participation="actor;arena\na;f\nu;f\no;f",
    )

    assert [row[0][:4] for row in under(sheets(graph)["a"], "You meet")] == ["Unde"]
    assert [row[0][:4] for row in under(sheets(both)["a"], "You meet")] == ["Over", "Unde"]
    assert under(sheets(graph)["o"], "You meet")[0][0].startswith("Alfa")


def test_a_service_without_anything_gets_a_sheet_an_external_actor_without_and_a_council_do_not():
    graph = sharing(
        units="name;sector;service_type\nBolig;bolig;\nRus;helse;\nHjelp;helse;\n"
        "Rådet;ledelse;Politisk organ",
        external_actors="name;actor_type\nBank;husbanken",
    )
    found = sheets(graph)

    assert list(found) == ["bolig", "hjelp", "rus"]
    assert "The data show nobody whom you meet or work with." in " ".join(
        paragraphs(found["hjelp"])
    )


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_sheet_says_whose_it_is_and_that_it_is_no_answer_key(name: str):
    graph = municipality(name)
    for actor, sheet in sheets(graph).items():
        assert sheet[0] == Heading(1, node_name(graph, actor))
        assert "no answer key" in paragraphs(sheet)[-1]
        assert all(
            cell
            for block in sheet
            if isinstance(block, TableBlock)
            for row in block.rows
            for cell in row
        )
