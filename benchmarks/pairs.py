"""Missing pairs: the engine, a bare scipy.sparse chunked product, and Python sets.

All three begin with the built graphs and count the pairs across sectors that have a goal, a target
group or a referral in common and neither a link nor a working arena. Counts must be equal.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import Any

from benchmarks import generate
from benchmarks.measure import (
    Line,
    at_least,
    at_most,
    interleaved,
    ms,
    peak_megabytes,
    timed,
)
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import PairEngine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.graph.links import makes_linked
from samordning_graph.graph.participation import MEMBER_ROLES
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import Tie

GROUNDS = (Ground.GOAL, Ground.TARGET_GROUP, Ground.REFERRAL)
REPETITIONS = 7
PRODUCT_ENTRIES = 250_000
"""Entries of a product that scipy makes at a time: the best of 60 000 to 16 million."""


def by_engine(graphs: Sequence[Graph]) -> int:
    """Count with the pair engine, without what a graph remembers."""
    return sum(len(PairEngine(graph).missing_pairs(*GROUNDS)) for graph in graphs)


# What scipy and sets read from a graph


@dataclass(slots=True)
class _Ties:
    """What both need of one graph: one pass over nodes and one over ties, nothing sorted."""

    actors: dict[str, Any]
    needs: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    meets: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    referrals: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def _ties(graph: Graph) -> _Ties:
    options = graph.graph["options"]
    actors, working = {}, set()
    for node, data in graph.nodes(data=True):
        label = data["label"]
        if label in ("Unit", "ExternalActor"):
            actors[node] = data["row"]
        elif label == "Arena":
            arena = data["row"]
            closed = arena.valid_to is not None and arena.valid_to < options.as_of
            if arena.kind != "information" and not closed:
                working.add(node)
    found = _Ties(actors)
    for from_, neighbours in graph.adjacency():
        if from_ not in actors:
            continue
        for to, ties in neighbours.items():
            for data in ties.values():
                tie = data["tie"]
                if tie is Tie.PARTICIPATES_IN:
                    if to in working and data["role"] in MEMBER_ROLES:
                        found.meets[to].append(from_)
                elif tie in (Tie.OWNS, Tie.CONTRIBUTES_TO, Tie.SERVES):
                    found.needs[to].append(from_)
                elif tie is Tie.REFERS_TO:
                    found.referrals.append((from_, to))
                elif makes_linked(data, options):
                    found.links.append((from_, to))
    return found


# scipy.sparse


def by_scipy(graphs: Sequence[Graph]) -> int:
    """Count with sparse matrices, all municipalities as the blocks of one."""
    return by_scipy_alone([_ties(graph) for graph in graphs])


def by_scipy_alone(relations: Sequence[_Ties]) -> int:
    """Count with sparse matrices from relations that are read already."""
    import numpy as np
    from scipy import sparse

    sectors: dict[str, int] = {}
    sector_of: list[int] = []
    is_unit: list[bool] = []
    pairs: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in ("need", "link")}
    groups: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in ("need", "meet")}
    columns = {"need": 0, "meet": 0}
    for ties in relations:
        position = {actor: len(sector_of) + i for i, actor in enumerate(ties.actors)}
        for row in ties.actors.values():
            sector_of.append(sectors.setdefault(row.sector, len(sectors)))
            is_unit.append(row.label == "Unit")
        for name, members in (("need", ties.needs), ("meet", ties.meets)):
            down, across = groups[name]
            for group in members.values():
                down.extend(position[actor] for actor in group)
                across.extend([columns[name]] * len(group))
                columns[name] += 1
        for name, listed in (("need", ties.referrals), ("link", ties.links)):
            for first, second in listed:
                i, j = position[first], position[second]
                pairs[name][0].extend((i, j))
                pairs[name][1].extend((j, i))

    def matrix(ends: tuple[list[int], list[int]], width: int) -> Any:
        ones = np.ones(len(ends[0]), dtype=np.int32)
        return sparse.csr_array((ones, ends), shape=(len(sector_of), width), dtype=np.int32)

    everyone = len(sector_of)
    needs, meets = (matrix(groups[name], max(1, columns[name])) for name in ("need", "meet"))
    referred, linked = (matrix(pairs[name], everyone) for name in ("need", "link"))
    needs_t, meets_t = needs.T.tocsr(), meets.T.tocsr()
    sector, unit = np.array(sector_of), np.array(is_unit)
    entries = np.cumsum(needs @ needs_t.sum(axis=1))
    cuts = np.searchsorted(entries, np.arange(0, entries[-1], PRODUCT_ENTRIES), side="right")
    bounds = np.unique([*cuts, everyone])
    bounds[0] = 0
    missing = 0
    for lower, upper in pairwise(bounds):
        chunk = slice(lower, upper)
        needed = needs[chunk] @ needs_t + referred[chunk]
        covered = meets[chunk] @ meets_t + linked[chunk]
        left = (needed.astype(bool) > covered.astype(bool)).tocoo()
        first, second = left.row + lower, left.col
        missing += int(
            np.count_nonzero(
                (first < second) & (sector[first] != sector[second]) & (unit[first] | unit[second])
            )
        )
    return missing


# Sets


def by_sets(graphs: Sequence[Graph]) -> int:
    """Count with sets of pairs, as relations are usually written down."""
    return sum(_missing_by_sets(_ties(graph)) for graph in graphs)


def _missing_by_sets(ties: _Ties) -> int:
    actors = ties.actors
    covered = _pairs(ties.meets, ties.links)
    return sum(
        actors[first].sector != actors[second].sector
        and "Unit" in (actors[first].label, actors[second].label)
        for first, second in _pairs(ties.needs, ties.referrals) - covered
    )


def _pairs(groups: dict[str, list[str]], ties: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    found = {(min(pair), max(pair)) for pair in ties}
    for group in groups.values():
        found.update(combinations(sorted(set(group)), 2))
    return found


def by_sets_per_actor(graphs: Sequence[Graph]) -> int:
    """Count with a set of partners per actor: the rows of the engine without its integers."""
    return sum(_missing_by_sets_per_actor(_ties(graph)) for graph in graphs)


def _missing_by_sets_per_actor(ties: _Ties) -> int:
    needed = _partners(ties.needs, ties.referrals)
    covered = _partners(ties.meets, ties.links)
    sectors: dict[str, set[str]] = defaultdict(set)
    externals = set()
    for actor, row in ties.actors.items():
        sectors[row.sector].add(actor)
        if row.label != "Unit":
            externals.add(actor)
    missing = 0
    for actor, partners in needed.items():
        left = partners - covered.get(actor, set()) - sectors[ties.actors[actor].sector]
        missing += len(left - externals if actor in externals else left)
    return missing // 2


def _partners(groups: dict[str, list[str]], ties: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups.values():
        for actor in group:
            found[actor].update(group)
    for first, second in ties:
        found[first].add(second)
        found[second].add(first)
    return found


# Measuring


def _build(models: Sequence[Model]) -> list[Graph]:
    return [build(model, AnalysisOptions(as_of=generate.TODAY)) for model in models]


def _all_municipalities() -> Iterator[Line]:
    models = [generate.model(tables) for tables in generate.generate(bare=True)]
    graphs: list[Graph] = []
    relations: list[_Ties] = []
    counts: dict[str, int] = {}

    def rebuild() -> None:
        graphs[:] = _build(models)
        relations[:] = [_ties(graph) for graph in graphs]

    def counting(name: str, count: Callable[[Sequence[Graph]], int]) -> Callable[[], None]:
        def run() -> None:
            counts[name] = count(graphs)

        return run

    methods = {
        "engine": by_engine,
        "scipy": by_scipy,
        "sets": by_sets,
        "sets per actor": by_sets_per_actor,
        "scipy alone": lambda _graphs: by_scipy_alone(relations),
    }
    took = interleaved(
        {name: counting(name, method) for name, method in methods.items()}, REPETITIONS, rebuild
    )
    assert len(set(counts.values())) == 1, counts
    nodes, ties = (
        sum(of) for of in zip(*((len(g), g.number_of_edges()) for g in graphs), strict=True)
    )
    where = f"{len(graphs)} municipalities ({nodes:,} nodes; {ties:,} ties)".replace(",", " ")
    yield Line(f"missing pairs of {where}", f"{counts['engine']:,} pairs".replace(",", " "))
    engine = took["engine"]
    figures = f"{ms(engine)} / {ms(took['scipy'])}"
    yield at_most("engine / scipy.sparse, from the graph", engine / took["scipy"], 1, figures)
    alone = took["scipy alone"]
    yield Line(
        "engine from the graph / scipy.sparse from relations that are read already",
        f"{engine / alone:.2f} × ({ms(engine)} / {ms(alone)})",
    )
    figures = f"{ms(took['sets'])} / {ms(engine)}"
    ratio = took["sets"] / engine
    yield at_least("Python sets of pairs / engine, from the graph", ratio, 1, figures)
    per_actor = took["sets per actor"]
    figures = f"{ms(per_actor)} / {ms(engine)}"
    ratio = per_actor / engine
    yield at_least("a Python set per actor / engine, from the graph", ratio, 1, figures)


def _with_lines_and_open_lists() -> Iterator[Line]:
    """Yield what it costs that units are part of others and that much is unknown."""
    models = [generate.model(tables) for tables in generate.generate()]
    graphs: list[Graph] = []

    def rebuild() -> None:
        graphs[:] = _build(models)

    took = interleaved(
        {"engine": lambda: by_engine(graphs), "scipy": lambda: by_scipy(graphs)}, 5, rebuild
    )
    figures = f"{ms(took['engine'])} / {ms(took['scipy'])}"
    ratio = took["engine"] / took["scipy"]
    yield Line(
        "the same with units above and below and incomplete lists, which scipy leaves out",
        f"{ratio:.2f} × ({figures})",
    )


def _one_goal() -> Iterator[Line]:
    results = {name: _in_a_child(name) for name in ("engine", "scipy")}
    engine, scipy = results["engine"], results["scipy"]
    assert engine["pairs"] == scipy["pairs"], results
    pairs = f"{engine['pairs']:,}".replace(",", " ")
    yield Line("missing pairs of one goal with 16 000 contributors", f"{pairs} pairs")
    figures = f"{ms(scipy['seconds'])} / {ms(engine['seconds'])}"
    ratio = scipy["seconds"] / engine["seconds"]
    yield at_least("scipy.sparse / engine, one goal, from the graph", ratio, 10, figures)
    yield Line(
        "peak memory of the engine's whole process, one goal",
        f"{engine['megabytes']:.0f} MB (scipy.sparse {scipy['megabytes']:.0f} MB;"
        f" before the pairs {engine['before']:.0f} MB)",
        "< 200 MB",
        engine["megabytes"] < 200,
    )


def _in_a_child(name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.pairs", name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _one_goal_here(name: str) -> dict[str, float]:
    method = {"engine": by_engine, "scipy": by_scipy}[name]
    if name == "scipy":
        import scipy.sparse  # noqa: F401 - what it costs to import is not the question
    graphs = _build([generate.model(generate.one_goal())])
    before = peak_megabytes()
    counts: list[int] = []
    seconds = timed(lambda: counts.append(method(graphs)))
    return {
        "pairs": counts[0],
        "seconds": seconds,
        "megabytes": peak_megabytes(),
        "before": before,
    }


def measure() -> Iterator[Line]:
    """Yield the lines of this benchmark."""
    try:
        import scipy  # noqa: F401
    except ImportError:
        yield Line("missing pairs", "skipped: pip install -r benchmarks/requirements.txt")
        return
    yield from _one_goal()
    yield from _all_municipalities()
    yield from _with_lines_and_open_lists()


if __name__ == "__main__":
    print(json.dumps(_one_goal_here(sys.argv[1])))
