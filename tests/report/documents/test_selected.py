"""The answer of selected rules: the answer first, and only what was asked."""

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.blocks import Bullets, Heading, Paragraph, Sentences
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.selected import answers, headline, selected_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.readers import Reader
from samordning_graph.report.write import report_document
from samordning_graph.rules.register import RULES
from tests.helpers.samples import DATA_SETS, EVERYBODY, municipality, sharing
from tests.helpers.tiny import TODAY, tiny

ALONE = {"units": "name;sector\nBolig;bolig\nRus;helse\nHjelp;helse\nAlene;plan"}
MET = {"links": "from;to\nBolig;Rus"}
OPEN = {"arenas": "name\nForum", "participation": "actor;arena\nBolig;Forum"}


def selected(graph, *codes: str) -> Report:
    return Report(graph, [rule for rule in RULES if rule.code in codes])


def blocks(graph, *codes: str, reader: str = Reader.COORDINATOR) -> list:
    return list(report_document(selected(graph, *codes), reader))


def text(*parts) -> str:
    return "\n".join(str(part) for part in parts)


def test_the_title_and_the_answer_give_the_three_figures_before_anything_else():
    graph = municipality("eksempel")
    title, data, rule, answer, *_rest = blocks(graph, "LINK03")

    assert title.text.startswith("3 findings in 19 assessed pairs; 1 not known – Eksempelvik")
    assert "26 of 38" in data.text
    assert rule == Heading(2, "LINK03 Two actors share a goal without meeting or working together")
    assert answer.text.startswith("3 findings in 19 assessed pairs; 1 not known. Found:")
    assert "Barneverntjenesten – Boligkontoret" in answer.text
    assert "Not known: Boligkontoret – Voksenopplæringen." in answer.text


def test_nothing_found_is_said_on_the_first_line_with_what_was_assessed_and_what_is_not_known():
    with in_language("nb"):
        found = headline(selected(sharing(**MET), "LINK03"))
        unknown = headline(selected(sharing(**OPEN), "LINK03"))

    assert found.startswith("Ingen funn i 1 vurdert par; 0 vet ikke – ")
    assert unknown.startswith("Ingenting kunne vurderes; 1 vet ikke – ")


def test_nothing_else_of_the_report_is_told():
    whole = text(*blocks(municipality("eksempel"), "LINK03"))

    for heading in ("in place", "What the law asks for", "Structure and culture", "steps, to fit"):
        assert heading not in whole
    assert not [rule.code for rule in RULES if rule.code != "LINK03" and rule.code in whole]


def test_what_was_left_out_and_how_to_get_it_is_the_last_line():
    *_rest, disclaimer, last = blocks(sharing(), "LINK03")

    assert disclaimer.text == report_disclaimer()
    assert f"{len(RULES) - 1} other rules" in last.text
    assert "Without --select" in last.text


def test_of_several_rules_every_answer_comes_before_the_first_finding():
    found = blocks(sharing(**ALONE), "ISO01", "LINK03", "LINK05")
    first = next(i for i, block in enumerate(found) if isinstance(block, Sentences))
    (listed,) = [block for block in found[:first] if isinstance(block, Bullets)]
    headings = [block.text for block in found if isinstance(block, Heading) and block.level == 2]

    assert [item[: item.index(" ")] for item in listed.items] == ["ISO01", "LINK03", "LINK05"]
    assert "Found: Alene" in listed.items[0]
    assert "Found: Bolig – Rus." in listed.items[1]
    assert "Nothing could be assessed. No" in listed.items[2]
    # A rule with nothing to tell beside its answer has no section.
    assert [heading[:6].strip() for heading in headings] == ["ISO01", "LINK03"]


def test_an_answer_names_a_few_and_counts_the_rest():
    (answer,) = answers(selected(tiny(**EVERYBODY), "LINK03"))

    assert "15 findings" in answer
    assert answer.endswith("and 9 more.")


def test_the_municipality_is_not_named_as_what_it_lacks():
    (answer,) = answers(selected(municipality("stord"), "PLAN01"))

    assert "1 not known" in answer
    assert "Stord" not in answer


@pytest.mark.parametrize(
    ("code", "what"), [("LINK06", "pairs of sectors"), ("LINK02", "duties"), ("GOAL01", "cases")]
)
def test_what_was_assessed_is_called_by_its_name(code: str, what: str):
    assert f" assessed {what};" in headline(selected(municipality("eksempel"), code))


def test_a_finding_that_is_accepted_is_counted_and_told_apart():
    gap = {"accepted_gaps": "code;subject;reason\nLINK03;Bolig;Vet det"}
    found = blocks(sharing(**gap), "LINK03")

    assert found[0].text.startswith("1 finding (1 accepted) in 1 assessed pair")
    assert "Found:" not in text(found[3])
    assert not [block for block in found if isinstance(block, Sentences)]
    assert "Vet det" in text(*found)


def test_an_acceptance_that_has_run_out_is_told():
    gap = {"accepted_gaps": "code;subject;reason;expires\nLINK03;Bolig;Vet det;2026-11-22"}

    assert "expired" in text(*blocks(sharing(**gap), "LINK03"))
    assert "expired" not in text(*blocks(sharing(), "LINK03"))


def test_what_is_not_known_is_asked_about_under_its_rule():
    found = blocks(sharing(**OPEN), "LINK03")

    (asked,) = [block for block in found if isinstance(block, Bullets)]
    assert "Rus" in asked.items[0]
    assert "take part in" in asked.items[0]
    assert not [block for block in found if isinstance(block, Sentences)]


def test_cases_without_a_question_are_all_named_where_the_answer_named_only_some():
    alone = "".join(f"\nAlene {i};plan" for i in range(12))
    graph = sharing(
        units=f"name;sector\nBolig;bolig\nHjelp;helse\nRus;helse{alone}",
        arenas="name;participants_complete\nForum;nei",
        links="from;to\nBolig;Rus\nBolig;Hjelp",
    )
    found = blocks(graph, "ISO01")
    (whole,) = [
        block for block in found if isinstance(block, Paragraph) and "Alene 9" in block.text
    ]

    assert whole.text.count(";") == 11


def test_the_leader_gets_a_line_for_each_finding_and_the_researcher_the_figures():
    graph = municipality("eksempel")
    leader, coordinator, researcher = (
        blocks(graph, "LINK03", "ISO01", reader=reader) for reader in Reader
    )

    assert not [block for block in leader if isinstance(block, Sentences)]
    assert "Where do Barneverntjenesten and Boligkontoret settle who does what?" in text(*leader)
    assert "Figures" not in text(*coordinator)
    assert "Figures" in text(*researcher)
    assert "Boligsosialt forum" in text(*researcher[-4:])


def test_only_confirmed_links_are_said_to_be():
    options = AnalysisOptions(as_of=TODAY, links="confirmed")

    assert "both ends confirm" in text(*blocks(sharing(options), "LINK03"))
    assert "both ends confirm" not in text(*blocks(sharing(), "LINK03"))


@pytest.mark.parametrize("name", DATA_SETS)
def test_every_rule_alone_has_an_answer_in_every_municipality(name: str):
    for rule in RULES:
        found = blocks(municipality(name), rule.code)
        whole = text(*found)

        assert [block.level for block in found if isinstance(block, Heading)][:2] == [1, 2]
        assert "{" not in whole
        assert "(None" not in whole


def test_all_rules_are_the_whole_report():
    graph = sharing()

    assert "in place" in text(*report_document(Report(graph)))
    assert "in place" not in text(*selected_document(selected(graph, "LINK03")))
