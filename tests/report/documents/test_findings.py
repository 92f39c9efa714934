"""The report as a document: what comes first, what is apart, and what is never said."""

from itertools import pairwise

import pytest

from samordning_graph.common.locale import in_language, in_words
from samordning_graph.graph.graph import AnalysisOptions, sector_name
from samordning_graph.report.blocks import Bullets, Heading, Paragraph, Sentences, TableBlock
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents import findings as module
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.notes import notes
from samordning_graph.rules.next_step import confidentiality
from samordning_graph.rules.register import RULES
from samordning_graph.schema.tables import AcceptedGap, column_named
from tests.helpers.samples import DATA_SETS, EVERYBODY, municipality, sharing
from tests.helpers.tiny import TODAY, tiny
from tests.report.documents.under_headings import under_headings

NOTHING = {
    "no actors": tiny(),
    "units alone": tiny(units="name;sector\nBolig;bolig\nRus;helse"),
    "needs and no ties": tiny(
        units="name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre",
        arenas="name;participants_complete\nForum;ja",
    ),
}


def blocks(graph, *codes: str) -> list:
    rules = [rule for rule in RULES if not codes or rule.code in codes]
    return list(findings_document(Report(graph, rules), "researcher"))


def sections(graph, *codes: str) -> dict[str, list]:
    """Return the blocks under each heading of level 1 and 2, in order."""
    return under_headings(blocks(graph, *codes), deepest=2)


def text(*parts) -> str:
    return "\n".join(str(part) for part in parts)


def test_the_first_screen_says_whose_data_what_is_in_place_what_matters_and_what_is_unknown():
    graph = municipality("eksempel")
    (title, whose), *rest = sections(graph).items()
    headings = [heading for heading, _blocks in rest]

    assert "Eksempelvik" in title
    assert "0000" in title
    for part in (graph.graph["model"].path, "26", "38", in_words(TODAY)):
        assert part in text(*whose), part
    assert "What is not documented may still exist." in text(*whose)
    assert report_disclaimer() in text(*sections(graph)["Where the challenges lie"])
    assert headings[:7] == [
        "Talk about this first",
        "What you have in place",
        "Boligsosialloven § 5",
        "Fill this in next",
        "Where the challenges lie",
        "What was agreed, and whether the data show it",
        "What could not be assessed",
    ]


def test_what_matters_most_is_numbered_and_says_rule_and_basis():
    _fairly, important = sections(municipality("eksempel"))["Where the challenges lie"]

    assert important.numbered
    assert 3 <= len(important.items) <= 5
    assert important.items[0].endswith("(PLAN02, required by law)")
    assert any("recommended" in item for item in important.items)


def test_where_nobody_was_asked_the_first_screen_says_so():
    asked = {"units": "name;sector;surveyed\nBolig;bolig;ja\nRus;helse;\nHjelp;helse;"}
    nobody, somebody = (
        next(iter(sections(graph).values())) for graph in (sharing(), sharing(**asked))
    )

    assert "Nobody was asked" in text(*nobody)
    assert "Nobody was asked" not in text(*somebody)


def test_what_is_in_place_is_said_in_three_figures_and_with_who_and_where():
    covered = sharing(links="from;to\nBolig;Rus")

    first, second = (
        text(*sections(graph)["What you have in place"]) for graph in (sharing(), covered)
    )
    assert "Nothing of what is counted here is documented." in first
    assert "Pairs with a ground to coordinate: 1 not documented." in text(
        *sections(sharing())["What the data do not show"]
    )
    assert "1 documented. Such as Bolig – Rus: a direct collaboration." in second
    assert "What is in place" in sections(covered)
    assert "What is in place" not in sections(sharing())


def test_the_cells_that_would_decide_most_are_named_with_their_place():
    graph = sharing(arenas="name\nForum", participation="actor;arena\nBolig;Forum")
    unknown = text(*sections(graph)["What to fill in next"])

    assert "Forum" in unknown
    assert "arenas.csv" in unknown
    assert "row 2" in unknown


@pytest.mark.parametrize("graph", NOTHING.values(), ids=NOTHING)
def test_where_nothing_can_be_assessed_it_says_so_and_why_and_never_that_nothing_was_found(graph):
    report = Report(graph)
    parts = sections(graph)
    (why,) = [block for block in parts["Not assessed – ask about"] if isinstance(block, TableBlock)]
    (looked_at,) = [block for block in parts["Rule by rule"] if isinstance(block, TableBlock)]
    first = text(*parts["Where the challenges lie"])

    assert not report.matters.first
    assert "could be assessed" in first
    assert "was found" not in first
    assert {row[0]: row[2] for row in why.rows} == {
        outcome.rule.code: outcome.assessment.reason
        for outcome in report.outcomes
        if not outcome.is_assessed
    }
    assert all(row[2] for row in why.rows)
    unseen = {outcome.rule.code for outcome in report.outcomes if not outcome.is_assessed}
    assert {row[2] for row in looked_at.rows if row[0] in unseen} == {"–"}
    assert "0 of" not in text(*parts["What you have in place"])


def test_a_rule_that_found_nothing_is_told_apart_from_one_that_looked_at_nothing():
    graph = sharing(links="from;to\nBolig;Rus")
    (table,) = [block for block in sections(graph)["Rule by rule"] if isinstance(block, TableBlock)]
    found = {row[0]: row[2] for row in table.rows}

    assert found["LINK03"] == "0"
    assert found["LINK05"] == "–"


def test_no_finding_in_what_was_assessed_is_said_as_that():
    graph = sharing(links="from;to\nBolig;Rus")
    _fairly, nothing = sections(graph, "LINK03")["Where the challenges lie"]

    assert isinstance(nothing, Paragraph)
    assert nothing.text == "Nothing was found."


def test_accepted_gaps_stand_apart_with_reason_and_owner_and_not_among_what_matters():
    gap = {
        "accepted_gaps": "code;subject;reason;owner;expires\nLINK03;Bolig;Vet det;Rådmann;2027-01-01"
    }
    parts = sections(sharing(**gap), "LINK03")
    (table,) = parts["Accepted gaps"]
    rest = text(*(block for title, found in parts.items() if title[0] != "A" for block in found))

    assert "Accepted gaps" not in sections(sharing(), "LINK03")
    (row,) = table.rows
    assert row[:4] == ("LINK03", "Bolig – Rus", "Vet det", "Rådmann")
    assert "Vet det" not in rest
    assert "accepted" in text(*parts["Where the challenges lie"])
    assert not [block for block in blocks(sharing(**gap), "LINK03") if isinstance(block, Sentences)]


def test_until_when_a_gap_is_settled_has_the_name_of_the_column_that_is_filled_in():
    gap = {"accepted_gaps": "code;subject;reason;expires\nLINK03;Bolig;Vet det;2027-01-01"}
    with in_language("nb"):
        (table,) = sections(sharing(**gap), "LINK03")["Avklarte funn"]

    assert table.header[-1].startswith(column_named(AcceptedGap, "expires").nb)


def test_a_finding_that_is_accepted_is_not_told_rule_by_rule():
    alone = {"units": "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse\nAlene;plan"}
    gap = {"accepted_gaps": "code;subject;reason\nISO01;Alene;Ny fra nyttår"}
    titles, accepted = (
        [block.title for block in blocks(graph, "ISO01") if isinstance(block, Sentences)]
        for graph in (sharing(**alone), sharing(**alone, **gap))
    )

    assert [*accepted, "Alene"] == sorted(titles, key=lambda title: title == "Alene")


def test_a_list_of_findings_that_is_cut_counts_neither_those_shown_nor_those_accepted(monkeypatch):
    monkeypatch.setattr(module, "MAX_LISTED", 1)
    alone = "".join(f"\nAlene {i};plan" for i in range(4))
    graph = sharing(
        units=f"name;sector\nBolig;bolig\nHjelp;helse\nRus;helse{alone}",
        links="from;to\nBolig;Rus",
        accepted_gaps="code;subject;reason\nISO01;Alene 3;Vet det",
    )
    found = blocks(graph, "ISO01")
    (more,) = [
        block.text for block in found if isinstance(block, Paragraph) and block.text[0] == "…"
    ]

    assert len([block for block in found if isinstance(block, Sentences)]) == 1
    assert "2" in more


def test_pairs_that_cannot_be_assessed_are_asked_about_and_never_called_missing():
    graph = sharing(arenas="name\nForum", participation="actor;arena\nBolig;Forum")
    parts = sections(graph, "LINK03")
    (asked,) = [block for block in parts["Not assessed – ask about"] if isinstance(block, Bullets)]

    assert len(asked.items) == 1
    assert "Does Rus take part in «Forum»?" in asked.items[0]
    assert not [block for block in blocks(graph, "LINK03") if isinstance(block, Sentences)]


def test_of_two_where_one_was_asked_only_the_other_is_asked():
    graph = sharing(
        units="name;sector;surveyed\nBolig;bolig;ja\nHjelp;helse;ja\nRus;helse;",
        arenas="name;participants_complete\nForum;nei",
    )
    parts = sections(graph, "LINK03")
    (asked,) = [block for block in parts["Not assessed – ask about"] if isinstance(block, Bullets)]

    assert "Is Rus in touch with Bolig?" in asked.items[0]


def test_a_pair_is_told_once_with_every_ground():
    findings = [
        block
        for block in blocks(tiny(**EVERYBODY), "LINK03", "LINK05")
        if isinstance(block, Sentences) and "Enhet D" in block.title and "Enhet E" in block.title
    ]

    assert len(findings) == 1
    assert "LINK03" in text(*findings)
    assert "LINK05" in text(*findings)
    assert all(sentence for _label, sentence in findings[0].lines)


def test_there_is_no_section_on_pairs_when_no_rule_about_pairs_is_selected():
    assert not [title for title in sections(sharing(), "ISO01") if title.startswith("Pairs")]


def test_sectors_are_called_by_their_names():
    apart = tiny(
        units="name;sector;surveyed\nBolig;bolig;ja\nRus;helse;ja",
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nBolig;Forum",
    )
    (finding,) = [block for block in blocks(apart, "LINK06") if isinstance(block, Sentences)]

    assert finding.title == f"{sector_name(apart, 'bolig')} – {sector_name(apart, 'helse')}"


@pytest.mark.parametrize("name", DATA_SETS)
def test_headings_never_skip_a_level(name: str):
    levels = [block.level for block in blocks(municipality(name)) if isinstance(block, Heading)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", DATA_SETS)
def test_no_text_is_left_unfilled_or_in_the_words_of_the_program(name: str):
    whole = text(*blocks(municipality(name)))

    for remains in ("{", "(None", "None,", "not_assessed", "target_group:", "Basis."):
        assert remains not in whole, remains


def test_what_was_left_out_comes_last():
    graph = sharing(AnalysisOptions(as_of=TODAY, max_arena_size=1))

    bullets, _how_to_go_on = sections(graph)[next(reversed(sections(graph)))]
    assert bullets.items == notes(Report(graph))


def test_linked_pairs_are_counted_both_ways_and_the_text_says_which_count():
    links = "from;to;reported_by\nA;B;én part\nA;C;begge"
    units = "name;sector\nA;bolig\nB;helse\nC;plan"
    both_ways = "2 pairs of actors are linked in the data, and 1 of these"
    only = "Only links that both ends confirm"

    whole = text(*blocks(tiny(units=units, links=links)))
    assert both_ways in whole
    assert only not in whole
    options = AnalysisOptions(as_of=TODAY, links="confirmed")
    confirmed = text(*blocks(tiny(options, units=units, links=links)))
    assert both_ways in confirmed
    assert only in confirmed


APART = {
    "units": "name;sector;surveyed\nA;bolig;ja\nB;helse;ja\nC;plan;ja",
    "goals": "name\nG",
    "goal_owners": "actor;goal\nA;G\nB;G",
}
SEAT = {"arenas": "name\nForum", "participation": "actor;arena\nA;Forum\nC;Forum"}
NO_SEAT = {
    "arenas": "name;kind\nForum;beslutning",
    "participation": "actor;arena\nA;Forum\nC;Forum",
}


def confidentiality_in(graph, *codes: str) -> int:
    return [block.text for block in blocks(graph, *codes) if isinstance(block, Paragraph)].count(
        confidentiality()
    )


def test_what_to_know_of_confidentiality_is_said_once_where_a_seat_is_proposed():
    assert confidentiality_in(municipality("eksempel")) == 1
    assert confidentiality_in(tiny(**APART, **SEAT)) == 1
    assert confidentiality_in(tiny(**APART, **NO_SEAT)) == 0


def test_also_where_only_duties_were_asked_for():
    graph = tiny(**SEAT, **APART, local_requirements="actor_a;actor_b;reason\nA;B;Avtalt")

    assert confidentiality_in(graph, "LINK01") == 1
    assert confidentiality_in(graph, "ISO01") == 0


def test_rows_without_a_source_date_are_counted_in_what_was_counted():
    graph = sharing(goals="name;source_date\nRaskere bosetting;2026-05-04")

    assert any(note.startswith("8 of 9 rows have no source date") for note in notes(Report(graph)))
    assert "No row has a source date." in notes(Report(sharing()))
    assert not any("source date" in note for note in notes(Report(municipality("eksempel"))))
