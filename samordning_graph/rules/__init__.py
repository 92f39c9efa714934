"""The rules. `RULES` is the register: adding a rule is a file of its own and a line here."""

from collections.abc import Iterator, Sequence

from samordning_graph.finding import Finding
from samordning_graph.graph import Graph
from samordning_graph.rules import (
    goal01_unowned_goal,
    goal02_one_sector_goal,
    goal03_goal_without_arena,
    goal04_arena_without_goal,
    goal05_parallel_goals,
    goal06_actor_without_goal,
    iso01_isolated_service,
    iso02_silo,
    iso03_one_contact_point,
    iso04_detached_group,
    iso05_loosely_tied,
    link03_shared_goal,
    link04_shared_target_group,
    link05_referral,
    link06_sectors_apart,
)
from samordning_graph.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    iso01_isolated_service.RULE,
    iso02_silo.RULE,
    iso03_one_contact_point.RULE,
    iso04_detached_group.RULE,
    iso05_loosely_tied.RULE,
    link03_shared_goal.RULE,
    link04_shared_target_group.RULE,
    link05_referral.RULE,
    link06_sectors_apart.RULE,
    goal01_unowned_goal.RULE,
    goal02_one_sector_goal.RULE,
    goal03_goal_without_arena.RULE,
    goal04_arena_without_goal.RULE,
    goal05_parallel_goals.RULE,
    goal06_actor_without_goal.RULE,
)


def find(graph: Graph, rules: Sequence[Rule] = RULES) -> Iterator[Finding]:
    """Yield the findings of some rules, sorted by identity, each made when it is asked for."""
    for rule in sorted(rules, key=lambda one: one.code):
        for case in rule.assess(graph).found:
            yield rule.tell(graph, case)
