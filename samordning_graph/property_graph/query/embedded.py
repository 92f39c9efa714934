"""Answers Cypher over municipalities in files, without a server.

The graph is the one that a load writes to Neo4j, made of the same rows; only what distinguishes
loads (`run`, `loaded_at` …) is missing. The engine is kglite, an optional part of the installation.
It is asked without its optimiser, which loses rows (0.21.2: `MATCH (a)--(b:Arena)--(c) RETURN
count(*)` is 0), and only what the rewriter lets through.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from samordning_graph.common.locale import _
from samordning_graph.graph.build import build
from samordning_graph.property_graph.constraints import MUNICIPALITY, label_set
from samordning_graph.property_graph.query import answer
from samordning_graph.property_graph.query.answer import QueryAnswer
from samordning_graph.property_graph.query.dialect import NotPortableError
from samordning_graph.property_graph.query.engine_names import inward, list_in_disguise, outward
from samordning_graph.property_graph.query.library import QueryError, too_slow
from samordning_graph.property_graph.query.rewriter import rewrite
from samordning_graph.property_graph.rows import GraphRows, Properties
from samordning_graph.schema.model import Model, sharing_a_number
from samordning_graph.schema.tables import ExternalActor

ENGINE_KEY = "id"
"""The property that the engine finds a node by; our key of the node is stored in it."""


class EmbeddedGraph:
    """The graph of one or many municipalities, which can be queried."""

    def __init__(self, models: Iterable[Model]) -> None:
        """Build it.

        Raises
        ------
        QueryError
            If the engine is not installed, or would misread some of the data.
        """
        self._engine = _engine()
        self._graph = self._engine.KnowledgeGraph()
        models = tuple(models)
        _refuse_shared_number(models)
        self.numbers = [model.municipality.number for model in models]
        labels: dict[str, str] = {}
        nodes: dict[str, dict[str, Properties]] = defaultdict(dict)
        ties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for model in models:
            rows = GraphRows(build(model))
            for label, key, properties in _nodes(rows):
                labels[key] = label
                nodes[label][key] = properties  # of a national actor, those of the last model
            for tie in rows.all_ties():
                row = {
                    "from": tie.from_key,
                    "to": tie.to_key,
                    "properties": _inward(tie.properties),
                }
                ties[tie.type, labels[tie.from_key], labels[tie.to_key]].append(row)
        for label, by_key in nodes.items():
            self._create_nodes(label, by_key)
        for (type_, from_label, to_label), tie_rows in ties.items():
            self._write(
                f"UNWIND $rows AS row MATCH (a:{from_label} {{{ENGINE_KEY}: row.from}})"
                f" MATCH (b:{to_label} {{{ENGINE_KEY}: row.to}})"
                f" CREATE (a)-[r:{type_}]->(b) SET r = row.properties",
                tie_rows,
            )

    def _create_nodes(self, label: str, by_key: Mapping[str, Properties]) -> None:
        rows = [{ENGINE_KEY: key, **_inward(properties)} for key, properties in by_key.items()]
        self._write(f"UNWIND $rows AS row CREATE (n:{label_set(label)}) SET n = row", rows)

    def _write(self, text: str, rows: list[dict[str, Any]]) -> None:
        self._graph.cypher(text, params={"rows": rows})

    def ask(
        self, text: str, parameters: Mapping[str, Any], *, seconds: float, limit: int
    ) -> QueryAnswer:
        """Return the answer to a query, at most `limit` rows of it.

        This is the only use of the rewriter (`rewriter.py`, and what it imports). A kglite that
        passes `tests/property_graph/query/test_embedded.py` without it would let all of that be
        deleted, and the text of the query be sent as it is.

        Raises
        ------
        QueryError
            If it contains what the engine would answer differently from Neo4j, if it is wrong, or if
            it takes longer than `seconds`.
        """
        try:
            query = rewrite(text)
        except NotPortableError as error:
            raise QueryError(str(error)) from None
        try:
            records = self._graph.cypher(
                query.text,
                params=_inward(parameters),
                timeout_ms=max(1, round(seconds * 1000)),
                row_limit=limit + 1,
                streaming=False,
                disable_optimizer=True,
            )
            rows = [[_outward(cell) for cell in record.values()] for record in records]
        except self._engine.CypherTimeoutError:
            raise QueryError(too_slow(seconds)) from None
        except (self._engine.KgError, OverflowError, RecursionError) as error:
            raise QueryError(
                _("the query cannot be answered: {reason}").format(reason=_reason(error))
            ) from None
        return QueryAnswer(query.columns, rows[:limit], cut=len(rows) > limit)


def _engine() -> Any:  # noqa: ANN401 - a module that may be missing
    try:
        import kglite
    except ModuleNotFoundError as error:
        if error.name != "kglite":
            raise
        raise QueryError(
            _(
                "Cypher over files needs a part that is not installed: python -m pip install"
                ' "samordning-graph[cypher]"'
            )
        ) from error
    kglite.set_query_warning_policy("silent")  # it would print about labels that no data use
    return kglite


def _refuse_shared_number(models: Iterable[Model]) -> None:
    if sharing := sharing_a_number(models):
        raise QueryError(
            _(
                "{count} of the files have the municipality number {number}. Correct the"
                " numbers, or ask one of the files."
            ).format(count=len(sharing), number=sharing[0].municipality.number)
        )


# The graph, as a load writes it


def _nodes(rows: GraphRows) -> Iterable[tuple[str, str, Properties]]:
    yield MUNICIPALITY, rows.number, rows.municipality()
    for node in rows.nodes():
        yield node.label, node.key, node.properties
    for shared in rows.shared():
        yield ExternalActor.label, shared.key, shared.properties


# Values, in and out


def _inward(value: Any) -> Any:  # noqa: ANN401 - whatever is stored or given
    if isinstance(value, Mapping):
        return {inward(name): _inward(content) for name, content in value.items()}
    if isinstance(value, list):
        return [_inward(member) for member in value]
    if isinstance(value, str) and list_in_disguise(value):
        raise QueryError(
            _(
                "the embedded engine takes the text «{text}» for a list. Ask a Neo4j server, or write"
                " the text without brackets."
            ).format(text=value)
        )
    return value


def _outward(value: Any) -> Any:  # noqa: ANN401 - whatever a query returns
    """Return a value of the engine as a plain one. Maps that the engine makes have no `p_` in names."""
    match value:
        case {"labels": list(labels), "properties": dict(properties)}:
            return answer.node(sorted(labels), _stored_properties(properties))
        case {"type": str(type_), "properties": dict(properties)}:
            return answer.tie(type_, _stored_properties(properties))
        case {"nodes": list(nodes), "relationships": list(ties)}:
            return answer.path(_outward(nodes), _outward(ties))
        case dict():
            return {outward(name): _outward(content) for name, content in value.items()}
        case list():
            return [_outward(member) for member in value]
        case _:
            return value


def _stored_properties(properties: Mapping[str, Any]) -> Properties:
    """Return the properties that were stored, without those that the engine adds."""
    return {
        outward(name): _outward(value)
        for name, value in properties.items()
        if name.startswith("p_")
    }


def _reason(error: Exception) -> str:
    """Return the engine's message about a query, with the names that the query has."""
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    reason = re.sub(r"^[A-Z]\w+ (?:\w+ )?error(?: at)?:? ", "", reason)
    reason = re.sub(r"line (\d+), col \d+", r"line \1", reason)
    return re.sub(r"\bv_(\w+)", r"\1", re.sub(r"\bp_\w+", lambda match: outward(match[0]), reason))
