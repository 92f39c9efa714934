"""The coordination graph of a municipality, and the questions that every rule asks of it.

A networkx `MultiDiGraph`, frozen after building. A node is a row of the model: attribute `label`,
and `row` with the typed row (target groups have a `Word` instead). An edge has `tie` (a `Tie`),
`rows` (the rows it rests on) and the properties of its type; undirected ties run from the smaller
id to the larger. `graph.graph` holds `model` and `options`.

Answers are remembered for as long as the graph lives, since it cannot change.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from operator import attrgetter, itemgetter
from typing import Any, Concatenate, Literal, ParamSpec, TypeAlias, TypeVar, cast

import networkx as nx

from samordning_graph.common.locale import current_language
from samordning_graph.common.phrases import listed
from samordning_graph.schema.duty import Duty
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import (
    AcceptedGap,
    Actor,
    AgreedStep,
    Arena,
    ExternalActor,
    Node,
    OwnWord,
    Row,
    Tie,
    Unit,
    node_tables,
)
from samordning_graph.schema.vocabulary import WordList, is_before_law

Graph: TypeAlias = "nx.MultiDiGraph[str]"
N = TypeVar("N", bound=Node)
P = ParamSpec("P")
T = TypeVar("T")
_RUNS_ON = re.compile(r",| (og|and) ")
"""What lets a name run into the next one of a list."""
Links: TypeAlias = Literal["any", "confirmed"]
"""Which collaborations link: those that anybody reports, or those that both ends confirm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisOptions:
    """What narrows the picture: the day, which arenas count as working arenas, which links count.

    `duties` is a register to use instead of the built-in one. `anonymous` keeps back who answered
    the self-assessment, wherever it is told.
    """

    as_of: date = field(default_factory=date.today)
    max_arena_size: int | None = None
    min_meetings: float | None = None
    links: Links = "any"
    duties: tuple[Duty, ...] | None = None
    anonymous: bool = False


def cached_per_graph(
    question: Callable[Concatenate[Graph, P], T],
) -> Callable[Concatenate[Graph, P], T]:
    """Remember each answer to a question about a graph for as long as the graph lives.

    What else it is about is given by place, and can be hashed.
    """

    @wraps(question)
    def remembered(graph: Graph, /, *about: P.args, **named: P.kwargs) -> T:
        assert not named
        answers, key = _answers(graph), (question, *about) if about else question
        answer: T = answers.get(key, _NOT_ASKED)
        if answer is _NOT_ASKED:
            answer = answers[key] = question(graph, *about, **named)
        return answer

    return remembered


def cached_per_graph_and_language(
    question: Callable[Concatenate[Graph, P], T],
) -> Callable[Concatenate[Graph, P], T]:
    """Remember an answer in words: as `cached_per_graph`, but one for each language."""

    @wraps(question)
    def remembered(graph: Graph, /, *about: P.args, **named: P.kwargs) -> T:
        assert not named
        answers, key = _answers(graph), (question, current_language(), *about)
        answer: T = answers.get(key, _NOT_ASKED)
        if answer is _NOT_ASKED:
            answer = answers[key] = question(graph, *about, **named)
        return answer

    return remembered


_ANSWERS = "_samordning_answers"
"""The attribute of a graph that holds them."""
_NOT_ASKED: Any = object()


class _Answers(dict[Any, Any]):
    """The answers remembered of one graph. A copy of the graph, or a pickled one, begins anew."""

    def __reduce__(self) -> tuple[type, tuple[()]]:
        return type(self), ()


def _answers(graph: Graph) -> _Answers:
    """Return the answers remembered of a graph.

    The graph itself holds them: an answer may hold the graph, and would keep it alive for ever in
    a mapping of graphs to answers, however weak its keys.
    """
    answers: _Answers | None = getattr(graph, _ANSWERS, None)
    if answers is None:
        answers = vars(graph)[_ANSWERS] = _Answers()
    return answers


# What the graph is about


def model_of(graph: Graph) -> Model:
    """Return the model that the graph was built from."""
    return cast("Model", graph.graph["model"])


def options_of(graph: Graph) -> AnalysisOptions:
    """Return the options that the graph was built with."""
    return cast("AnalysisOptions", graph.graph["options"])


def words_of(graph: Graph, name: str) -> WordList:
    """Return a word list, with the municipality's own words."""
    return model_of(graph).words[name]


# Nodes


def nodes(graph: Graph, table: type[N]) -> tuple[N, ...]:
    """Return the nodes of one table, by id."""
    return cast("tuple[N, ...]", _nodes_by_table(graph).get(table, ()))


@cached_per_graph
def _nodes_by_table(graph: Graph) -> Mapping[type[Node], tuple[Node, ...]]:
    model = model_of(graph)
    return {table: tuple(sorted(model.all(table), key=attrgetter("id"))) for table in node_tables()}


@cached_per_graph
def actors(graph: Graph) -> tuple[Actor, ...]:
    """Return units and external actors, by id."""
    unsorted: tuple[Actor, ...] = (*nodes(graph, Unit), *nodes(graph, ExternalActor))
    return tuple(sorted(unsorted, key=attrgetter("id")))


def node_row(graph: Graph, node_id: str) -> Any:  # noqa: ANN401 - the caller knows the kind of node
    """Return the typed row of a node. A misspelt id is a `KeyError`, never a new node."""
    return graph.nodes[node_id]["row"]


def get_actor(graph: Graph, node_id: str) -> Actor:
    """Return an actor by id."""
    found = node_row(graph, node_id)
    assert isinstance(found, Actor), node_id
    return found


def get_arena(graph: Graph, node_id: str) -> Arena:
    """Return an arena by id."""
    found = node_row(graph, node_id)
    assert isinstance(found, Arena), node_id
    return found


def is_unit(graph: Graph, node_id: str) -> bool:
    """Return whether a node is a municipal unit."""
    return isinstance(node_row(graph, node_id), Unit)


def node_name(graph: Graph, node_id: str) -> str:
    """Return what people call a node."""
    return str(node_row(graph, node_id).name)


def listed_names(graph: Graph, ids: Iterable[str]) -> str:
    """Return the names of nodes as a list in a sentence, each as `names_in_text` has it."""
    return listed(names_in_text(graph, ids))


def names_in_text(graph: Graph, ids: Iterable[str], *, beside_others: bool = False) -> list[str]:
    """Return the names of nodes as they stand in a sentence.

    Titles stand in quotes, and so do the names among several (or `beside_others` that the sentence
    names) that hold a comma or an «and»: where one ends could not be told otherwise.
    """
    rows = [node_row(graph, node_id) for node_id in ids]
    return [
        f"«{row.name}»"
        if (isinstance(row, Node) and not isinstance(row, Actor))
        or ((beside_others or len(rows) > 1) and _RUNS_ON.search(row.name))
        else row.name
        for row in rows
    ]


def sector_name(graph: Graph, sector: str) -> str:
    """Return what people call a sector."""
    return words_of(graph, "sector")[sector].name


# Ties


@cached_per_graph
def ties_by_kind(graph: Graph) -> Mapping[Tie, Sequence[tuple[str, str, dict[str, Any]]]]:
    """Return all ties as (from, to, properties) by kind: most questions are about one kind."""
    kinds: dict[Tie, list[tuple[str, str, dict[str, Any]]]] = {kind: [] for kind in Tie}
    # The adjacency gives what `edges(data=True)` does, in half the time.
    for from_, neighbours in graph.adjacency():
        for to, ties in neighbours.items():
            for data in ties.values():
                kinds[data["tie"]].append((from_, to, data))
    return kinds


def ties_from(graph: Graph, node_id: str, *kinds: Tie) -> list[tuple[str, dict[str, Any]]]:
    """Return (node reached, properties) of the ties of these kinds that leave a node, by id."""
    leaving = graph.out_edges(node_id, data=True)
    return _ties_of_kinds(((to, data) for _, to, data in leaving), kinds)


def ties_to(graph: Graph, node_id: str, *kinds: Tie) -> list[tuple[str, dict[str, Any]]]:
    """Return (node left, properties) of the ties of these kinds that reach a node, by id."""
    arriving = graph.in_edges(node_id, data=True)
    return _ties_of_kinds(((from_, data) for from_, _, data in arriving), kinds)


def _ties_of_kinds(
    ties: Iterable[tuple[str, dict[str, Any]]], kinds: tuple[Tie, ...]
) -> list[tuple[str, dict[str, Any]]]:
    return sorted((tie for tie in ties if tie[1]["tie"] in kinds), key=itemgetter(0))


def ties_between(
    graph: Graph, first: str, second: str, *kinds: Tie
) -> list[tuple[str, str, dict[str, Any]]]:
    """Return (from, to, properties) of the ties of these kinds between two nodes, either way."""
    return [
        (from_, to, data)
        for from_, to in ((first, second), (second, first))
        for data in (graph.get_edge_data(from_, to) or {}).values()
        if data["tie"] in kinds
    ]


def rows_of(ties: Iterable[tuple[Any, ...]]) -> tuple[Row, ...]:
    """Return the rows that some ties rest on, each once, in the order of the input."""
    return in_order_of_input(row for tie in ties for row in tie[-1]["rows"])


def in_order_of_input(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows in the order of the input, of each place one."""
    by_place = {row.place: row for row in rows}
    return tuple(by_place[place] for place in sorted(by_place))


@cached_per_graph
def source_period(graph: Graph) -> tuple[date, date] | None:
    """Return the oldest and the newest date of a source, or None when no row has one."""
    known = [row.source_date for row in _rows_with_a_source(graph) if row.source_date]
    return (min(known), max(known)) if known else None


@cached_per_graph
def undated_rows(graph: Graph) -> tuple[int, int]:
    """Return how many rows have no day of their source, and how many rows there are."""
    days = [row.source_date for row in _rows_with_a_source(graph)]
    return days.count(None), len(days)


@cached_per_graph
def rows_older_than_law(graph: Graph) -> int:
    """Return how many rows are known to be from before boligsosialloven."""
    return sum(is_before_law(row.source_date) for row in _rows_with_a_source(graph))


def _rows_with_a_source(graph: Graph) -> Iterator[Row]:
    """Yield the rows that say something of the municipality, its own too: not words and decisions."""
    yield model_of(graph).municipality
    for table, rows in model_of(graph).rows.items():
        if table not in (OwnWord, AcceptedGap, AgreedStep):
            yield from rows
