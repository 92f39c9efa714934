"""`samordning rules` and `samordning explain`: every code has its page, in every language."""

import pytest

from samordning_graph.analysis.clauses import HOW_DECIDED, clauses
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import HEADINGS
from samordning_graph.schema.problem_kinds import KINDS
from samordning_graph.schema.terms import TERMS
from tests.helpers.running import STORD, invoke
from tests.helpers.tiny import tiny

RULE_CODES = [rule.code for rule in RULES]
CODES = [*RULE_CODES, *(kind.code for kind in KINDS)]
WORDS = [*HOW_DECIDED, *(term.id for term in TERMS)]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_code_is_in_the_catalogue_once(language: str):
    lines = invoke("--lang", language, "rules").stdout.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]

    assert listed == CODES
    assert all(len(line.split()) > 1 for line in lines if line.startswith("  "))


@pytest.mark.parametrize("code", [*CODES, *WORDS])
def test_every_code_has_a_page_in_norwegian_and_in_english(code: str):
    norwegian, english = (invoke("--lang", language, "explain", code) for language in ("nb", "en"))

    assert norwegian.exit_code == english.exit_code == 0
    assert norwegian.stdout.startswith(code)
    assert norwegian.stdout != english.stdout
    assert len(norwegian.stdout.splitlines()) > 2
    assert "not translated" not in english.stdout
    assert "ikke oversatt" not in norwegian.stdout


@pytest.mark.parametrize("code", RULE_CODES)
def test_the_page_of_a_rule_has_every_heading_in_order(code: str):
    page = invoke("--lang", "en", "explain", code).stdout.splitlines()

    assert [line for line in page if line in HEADINGS] == list(HEADINGS)


@pytest.mark.parametrize("word", ["link03", "Link03", "shared-goal"])
def test_a_rule_is_found_by_code_or_slug_in_any_case(word: str):
    assert invoke("explain", word).stdout.startswith("LINK03 shared-goal")


def test_a_kind_of_problem_is_found_in_any_case():
    assert invoke("explain", "e05").stdout.startswith("E05")


def test_every_clause_of_the_report_says_how_it_is_decided():
    assert [clause.id for clause in clauses(tiny(units="name;sector\nBolig;bolig"))] == [
        *HOW_DECIDED
    ]


def test_a_clause_gives_its_words_the_force_of_the_law_and_the_rules_it_rests_on():
    page = invoke("--lang", "en", "explain", "p6").stdout

    assert page.startswith("P6: ")
    assert "boligsosialloven § 5, «bør»" in page
    assert "PLAN04" in page


def test_coordination_tells_what_the_data_can_show_from_what_only_people_can_answer():
    page = invoke("--lang", "en", "explain", "samordning").stdout.splitlines()
    lines = [line.strip() for line in page if line.startswith("    ") and ": " in line]

    assert sum(": only people can answer" in line for line in lines) == 7 + 2
    assert "Culture: only people can answer" in lines
    assert any(line.startswith("Structure: working arenas with a mandate") for line in lines)


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("Samhandling", "samarbeid"),
        ("koordinering", "samordning"),
        ("taushetsplikt", "enkeltsak"),
        ("systemnivå", "system"),
    ],
)
def test_a_word_of_the_law_is_found_by_the_other_ways_of_asking(asked: str, term: str):
    assert invoke("explain", asked).stdout.startswith(f"{term}: ")


def test_an_unknown_code_is_told_with_a_suggestion():
    result = invoke("explain", "LINK3")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "«LINK03»" in result.stderr


def test_several_codes_are_explained_in_turn():
    shown = invoke("explain", "W07", "LINK03").stdout

    assert shown.startswith("W07")
    assert "\nLINK03 shared-goal" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "XX99"),
        ("report", STORD, "--select", "QQ99"),
        ("query", STORD, "zzzzqq"),
        ("query", STORD, "MATCH (n:Zqqqx) RETURN n"),
        ("query", STORD, "MATCH (n) RETURN n", "-p", "zzzz=1"),
    ],
    ids=" ".join,
)
def test_nothing_like_it_leaves_no_double_space(arguments):
    result = invoke(*arguments)

    assert result.exit_code == 2
    assert "  " not in result.stderr
