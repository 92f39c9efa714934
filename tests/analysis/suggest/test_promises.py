"""What is promised is what happens: the steps are taken, and the pairs and duties looked at again.

The second opinion on pairs is the oracle's, which knows nothing of the package.
"""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.analysis.suggest.gaps import Gaps
from samordning_graph.analysis.suggest.plan import SuggestedSteps, suggest
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.duties import get_duty, is_checked
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.report.data.suggestions_overlay import overlay
from samordning_graph.rules.register import RULES
from tests.analysis.suggest.samples import invited
from tests.helpers.cases import few
from tests.helpers.oracle import Oracle, Pair, Tables
from tests.helpers.tiny import TODAY
from tests.rules.test_properties import changed, graph_of, municipalities, with_rows

GROUNDS = ("goal", "target_group", "referral")
OPTIONS = st.builds(
    AnalysisOptions,
    as_of=st.just(TODAY),
    max_arena_size=st.sampled_from([None, None, 3, 4]),
    min_meetings=st.sampled_from([None, None, 4.0]),
)


@st.composite
def drawn_municipalities(draw: st.DrawFn) -> tuple[Tables, AnalysisOptions, int]:
    """A municipality, asked or not, with more goals in common than by chance."""
    tables = draw(municipalities())
    if draw(st.booleans()):
        for table in ("units", "external_actors"):
            tables = changed(tables, table, surveyed="ja", surveyed_about="")
    everyone = [row["id"] for row in (*tables["units"], *tables["external_actors"])]
    sharing = draw(st.lists(st.sampled_from(everyone), unique=True))
    goal = {"id": "felles", "name": "Felles mål"}
    tables = with_rows(
        tables, goals=[goal], goal_owners=[{"actor": actor, "goal": "felles"} for actor in sharing]
    )
    return tables, draw(OPTIONS), draw(st.integers(1, 4))


def of_coverage(tables: Tables, options: AnalysisOptions, *coverages: str) -> set[Pair]:
    oracle = Oracle(
        tables, options.as_of, options.max_arena_size, options.min_meetings, options.links
    )
    if not oracle.any_ties():
        return set()
    needed = set().union(*(oracle.needed(ground) for ground in GROUNDS))
    return {pair for pair in needed if oracle.coverage(*pair) in coverages}


def duties(graph: Graph, cases_of: Callable) -> set[str]:
    rules = [rule for rule in RULES if rule.code in ("LINK01", "LINK02")]
    return {case.subject for rule in rules for case in cases_of(rule.assess(graph))}


def pairs_of(gaps: Gaps) -> set[Pair]:
    return set(gaps.pairs())


def duties_of(gaps: Gaps) -> set[str]:
    return {duty.id for duty in gaps.duties}


def with_steps(tables: Tables, graph: Graph, plan: SuggestedSteps) -> Tables:
    return with_rows(tables, **overlay(graph, plan))


@few
@given(drawn_municipalities())
def test_the_steps_close_at_least_what_they_promise_and_open_nothing(
    drawn: tuple[Tables, AnalysisOptions, int],
):
    tables, options, most = drawn
    graph = graph_of(tables, options)
    plan = suggest(graph, most)
    after = with_steps(tables, graph, plan)

    missing = of_coverage(tables, options, "none")
    assert pairs_of(plan.before) == missing
    parts = [pairs_of(plan.along), *(pairs_of(step.closes) for step in plan.steps)]
    promised = set().union(*parts)
    assert sum(map(len, parts)) == len(promised)
    assert promised <= missing & of_coverage(after, options, "direct", "arena")
    assert pairs_of(plan.left) == missing - promised
    assert of_coverage(after, options, "none") <= pairs_of(plan.left)


@few
@given(drawn_municipalities())
def test_the_steps_meet_the_duties_that_they_promise(drawn: tuple[Tables, AnalysisOptions, int]):
    tables, options, most = drawn
    graph = graph_of(tables, options)
    plan = suggest(graph, most)
    after = graph_of(with_steps(tables, graph, plan), options)

    unmet = duties(graph, lambda assessment: assessment.found) if has_any_ties(graph) else set()
    still = duties(after, lambda assessment: assessment.found)
    in_doubt = duties(after, lambda assessment: assessment.undetermined)
    promised = duties_of(plan.along).union(*(duties_of(step.closes) for step in plan.steps))
    assert duties_of(plan.before) == {id_ for id_ in unmet if is_checked(get_duty(graph, id_))}
    assert promised.isdisjoint(still | in_doubt)
    assert duties_of(plan.left) == duties_of(plan.before) - promised
    assert still <= unmet


@few
@given(drawn_municipalities(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_step(drawn: tuple[Tables, AnalysisOptions, int], random):
    tables, options, most = drawn
    shuffled = {table: random.sample(rows, len(rows)) for table, rows in tables.items()}
    first = suggest(graph_of(tables, options), most)
    second = suggest(graph_of(shuffled, options), most)

    assert invited(first) == invited(second)
    assert [step.members for step in first.new_arenas] == [
        step.members for step in second.new_arenas
    ]
