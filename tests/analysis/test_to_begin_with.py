"""What a meeting begins with: few of a rule, and of hints about one arena only one."""

from samordning_graph.analysis.to_begin_with import to_begin_with
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding import Confidence, Finding, FindingId
from tests.helpers.tiny import tiny

UNITS = "id;name;sector\na;A;bolig\nb;B;helse\nc;C;plan"


def begun(*findings: Finding, most: int = 5) -> list[tuple[str, str]]:
    graph = tiny(units=UNITS, arenas="id;name\nx;Forum\ny;Team")
    chosen = to_begin_with(graph, findings, most)
    return [(finding.identity.rule, finding.identity.subject) for finding in chosen]


def hint(rule: str, subject: str, *related: str, **others: object) -> Finding:
    return Finding(
        identity=FindingId(rule, subject, related),
        basis=others.get("basis", Basis.HINT),
        confidence=others.get("confidence", Confidence.NONE),
        grounds=(),
        evidence=(),
        observation="",
        ground="",
        question="",
        next_step="",
    )


def test_of_two_hints_about_an_arena_the_one_about_itself_is_chosen():
    assert begun(hint("ISO03", "a", "x"), hint("FRAG02", "x")) == [("FRAG02", "x")]


def test_hints_about_two_arenas_are_both_chosen():
    chosen = begun(hint("ISO03", "a", "y"), hint("FRAG02", "x"), hint("FRAG02", "y"))

    assert chosen == [("FRAG02", "x"), ("ISO03", "a")]


def test_a_hint_about_no_arena_keeps_its_place():
    chosen = begun(hint("ISO01", "c"), hint("ISO03", "a", "x"), hint("FRAG02", "x"))

    assert chosen == [("ISO01", "c"), ("FRAG02", "x")]


def test_what_is_better_known_is_chosen_before_what_is_about_the_arena_itself():
    certain = hint("ISO03", "a", "x", confidence=Confidence.BOTH)

    assert begun(certain, hint("FRAG02", "x")) == [("ISO03", "a")]


def test_what_more_than_a_hint_asks_of_an_arena_is_another_question():
    without_mandate = hint("ARENA01", "x", basis=Basis.RECOMMENDED)

    assert begun(without_mandate, hint("FRAG02", "x")) == [("ARENA01", "x"), ("FRAG02", "x")]


def test_no_more_are_chosen_than_asked_for():
    assert begun(hint("ISO01", "c"), hint("FRAG02", "x"), most=1) == [("ISO01", "c")]


def test_a_beginner_with_one_arena_is_asked_about_it_once():
    graph = tiny(units=UNITS, arenas="id;name\nx;Forum", participation="actor;arena\na;x\nb;x\nc;x")
    about = [finding.identity for finding in Report(graph).most_important()]

    assert [
        identity.rule for identity in about if "x" in (identity.subject, *identity.related)
    ] == ["FRAG02"]
