"""What every rule in the register promises."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from samordning_graph import rules
from samordning_graph.common.locale import LANGUAGES, in_language
from samordning_graph.graph.build import build
from samordning_graph.graph.duties import applicable_duties
from samordning_graph.graph.graph import AnalysisOptions, Graph, words_of
from samordning_graph.input.read_model import read_model
from samordning_graph.rules.family import FAMILIES, DataBasis, Season, SubjectKind
from samordning_graph.rules.finding import Finding
from samordning_graph.rules.register import RULES, assessment_of, find, rule_of
from samordning_graph.rules.rule import HEADINGS, Case, Rule
from samordning_graph.schema.vocabulary import factors
from tests.helpers.tiny import TODAY, tiny

FOLDER = Path(rules.__file__).parent / "catalogue"
FILES = sorted(
    path.stem for family in FAMILIES for path in FOLDER.glob(f"{family.code.lower()}[0-9]*.py")
)
EXAMPLE = Path(__file__).parents[2] / "data" / "eksempel"
IN_PLACE = {"LINK02", "PLAN01", "PLAN05", "PLAN06", "FRAG04", "ARENA06"}
"""The rules that find nothing in the example municipality, where much is as it should be."""
NEVER_SAID = ("brudd", "breach", "violation")

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@pytest.fixture(scope="module")
def example() -> Graph:
    return build(read_model(EXAMPLE, TODAY), AnalysisOptions(as_of=TODAY))


@pytest.fixture(scope="module")
def findings(example: Graph) -> list[Finding]:
    return list(find(example))


@pytest.fixture(scope="module", params=LANGUAGES)
def findings_in_language(request: pytest.FixtureRequest, example: Graph) -> list[Finding]:
    """The findings in each language."""
    with in_language(request.param):
        return list(find(example))


def texts(finding: Finding) -> dict[str, str]:
    return {
        "observation": finding.observation,
        "ground": finding.ground,
        "question": finding.question,
        "next_step": finding.next_step,
    }


# The register


def test_every_rule_file_is_registered_and_every_rule_has_a_file():
    stems = {f"{rule.code}_{rule.slug}".lower().replace("-", "_") for rule in RULES}

    assert stems == {*FILES}
    assert len(RULES) == len(FILES)


def test_codes_and_slugs_are_unique():
    assert len({rule.code for rule in RULES}) == len({rule.slug for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("stem", FILES)
def test_the_file_holds_the_rule_that_its_name_says(stem: str):
    module = import_module(f"{rules.__name__}.catalogue.{stem}")
    code, slug = stem.partition("_")[0].upper(), stem.partition("_")[2].replace("_", "-")

    assert (module.RULE.code, module.RULE.slug) == (code, slug)
    assert module.RULE in RULES
    assert module.RULE.page == module.__doc__


@every_rule
def test_the_page_begins_with_code_slug_and_one_sentence(rule: Rule):
    first, second = rule.page.split("\n")[:2]
    start = f"{rule.code} {rule.slug}: "

    assert first.startswith(start), first
    assert first[len(start)].isupper(), first
    assert first.endswith("."), first
    assert second == ""
    with in_language("en"):
        assert rule.title == first.removeprefix(start).rstrip(".")


@every_rule
def test_the_page_has_every_heading_in_order_with_text_under_it(rule: Rule):
    lines = rule.page.splitlines()
    headings = [line for line in lines if line in HEADINGS]

    assert headings == list(HEADINGS)
    for heading in headings:
        below = lines[lines.index(heading) + 1]
        assert below.startswith("    "), f"{rule.code}: nothing under «{heading}»"
        assert below.strip(), f"{rule.code}: nothing under «{heading}»"


@every_rule
def test_what_is_known_of_a_rule_is_that_of_its_family_or_its_own(rule: Rule):
    assert isinstance(rule.subject, SubjectKind)
    assert isinstance(rule.rests_on, DataBasis)
    assert isinstance(rule.season, Season) or rule.family.season is None
    assert bool(rule.clause) is bool(rule.tables)


@every_rule
def test_what_a_rule_is_about_is_what_its_findings_are_about(rule: Rule, example: Graph):
    meant = {
        SubjectKind.NODE: set(example.nodes),
        SubjectKind.SECTORS: set(words_of(example, "sector")),
        SubjectKind.DUTY: {duty.id for duty in applicable_duties(example)},
        SubjectKind.FACTOR: {*factors()},
    }
    assessment = assessment_of(example, rule)

    for case in (*assessment.found, *assessment.undetermined):
        assert case.subject in meant[rule.subject]
        assert len(case.related) == 1 or not rule.draws_tie


def test_a_rule_is_found_by_its_code():
    assert [rule_of(rule.code) for rule in RULES] == list(RULES)


@every_rule
def test_a_rule_looks_at_a_graph_once_in_each_language(rule: Rule):
    graph = tiny()
    with in_language("nb"):
        assessment = assessment_of(graph, rule)
        assert assessment_of(graph, rule) is assessment
        assert assessment == rule.assess(graph)
    with in_language("en"):
        assert assessment_of(graph, rule).reason != assessment.reason


# Nothing to look at


@every_rule
def test_an_empty_municipality_has_no_findings_and_a_reason_for_it(rule: Rule):
    assessment = rule.assess(tiny())

    assert assessment.examined == 0
    assert list(assessment.found) == []
    assert list(assessment.undetermined) == []
    assert assessment.reason


def test_nothing_is_found_in_an_empty_municipality():
    assert list(find(tiny())) == []


# The example municipality


@every_rule
def test_every_rule_but_some_finds_something_in_the_example(rule: Rule, example: Graph):
    assessment = rule.assess(example)

    assert bool(assessment.found) is (rule.code not in IN_PLACE), (
        f"{rule.code}: give data/eksempel a case of it, or put the code in IN_PLACE"
    )
    assert 0 < assessment.examined >= len(assessment.found)
    assert not assessment.reason


def test_findings_are_sorted_by_identity_and_unique(findings: list[Finding]):
    identities = [finding.identity for finding in findings]

    assert identities == sorted(set(identities))


def test_related_ids_are_sorted_and_the_subject_is_not_among_them(findings: list[Finding]):
    for finding in findings:
        identity = finding.identity
        assert list(identity.related) == sorted(set(identity.related)), identity
        assert identity.subject not in identity.related, identity


def test_every_id_is_a_node_or_a_word_of_the_municipality(example: Graph, findings: list[Finding]):
    words = {*words_of(example, "sector"), *words_of(example, "target_group"), *factors()}
    duties = {duty.id for duty in applicable_duties(example)}

    for finding in findings:
        for id_ in (finding.identity.subject, *finding.identity.related):
            assert id_ in example or id_ in words or id_ in duties, (finding.identity, id_)


def test_every_finding_speaks_in_four_sentences_on_evidence(findings_in_language: list[Finding]):
    for finding in findings_in_language:
        for part, text in texts(finding).items():
            assert text.strip(), (finding.identity, part)
            assert "{" not in text, (finding.identity, part)
        assert finding.evidence, finding.identity
        assert finding.grounds, finding.identity
        assert all(evidence.place.file for evidence in finding.evidence), finding.identity
        assert all(evidence.text for evidence in finding.evidence), finding.identity


def test_evidence_stands_in_a_row_or_is_a_table_that_was_searched(findings: list[Finding]):
    for finding in findings:
        places = [evidence.place for evidence in finding.evidence]
        assert len(places) == len(set(places)), finding.identity


def test_no_finding_is_told_as_a_breach_of_the_law(findings_in_language: list[Finding]):
    for finding in findings_in_language:
        text = " ".join(
            [
                *texts(finding).values(),
                *(ground.text for ground in finding.grounds),
                *(evidence.text for evidence in finding.evidence),
            ]
        ).casefold()
        assert not [word for word in NEVER_SAID if word in text], finding.identity


@every_rule
def test_no_page_speaks_of_breaches(rule: Rule):
    assert not [word for word in NEVER_SAID if word in rule.page.casefold()]


@every_rule
def test_a_case_that_is_not_assessed_is_neither_found_nor_examined(rule: Rule, example: Graph):
    assessment = rule.assess(example)

    assert not {*assessment.found} & {*assessment.undetermined}
    assert len(assessment.undetermined) == len({*assessment.undetermined})


def test_finding_changes_nothing(example: Graph):
    before = (example.number_of_nodes(), example.number_of_edges(), str(sorted(example.nodes)))
    first = list(find(example))

    assert list(find(example)) == first
    assert before == (
        example.number_of_nodes(),
        example.number_of_edges(),
        str(sorted(example.nodes)),
    )


@every_rule
def test_a_rule_alone_finds_what_it_finds_among_the_others(
    rule: Rule, example: Graph, findings: list[Finding]
):
    alone = list(find(example, [rule]))

    assert alone == [finding for finding in findings if finding.identity.rule == rule.code]
    assert [finding.identity for finding in alone] == [
        rule.identity(case) for case in rule.assess(example).found
    ]


def test_the_order_of_the_rules_does_not_matter(example: Graph, findings: list[Finding]):
    assert list(find(example, RULES[::-1])) == findings


def test_the_first_finding_does_not_wait_for_the_last(example: Graph, findings: list[Finding]):
    rule = next(rule for rule in RULES if len(list(rule.assess(example).found)) > 1)
    first, second = [finding for finding in findings if finding.identity.rule == rule.code][:2]

    def tell(graph: Graph, case: Case) -> Finding:
        if rule.identity(case) == second.identity:
            raise AssertionError("the second finding was made before it was asked for")
        return rule.tell(graph, case)

    assert next(find(example, [replace(rule, tell=tell)])) == first
