"""What-if rows merged into a municipality's own: nothing is written back."""

from samordning_graph.common.text import slug
from samordning_graph.input.record import Record, Source
from samordning_graph.schema.problem_kinds import NOT_FILLED_IN
from samordning_graph.schema.tables import Municipality, node_tables

_NODES = {table.table for table in node_tables()}


def overlaid(base: Source, overlay: Source) -> Source:
    """Return the base with the rows of an overlay in the same tables.

    A row of a table without ids (participation, links …) is added. In the other tables, a row with
    an id or a name that the base has replaces the cells that it fills in; any other row is added.
    The municipality stays that of the base. An overlay may be empty.
    """
    known: dict[str, Record] = {}
    for record in base.records:
        if record.table in _NODES:
            for column in ("name", "id"):  # an id takes precedence over another node's name
                known[slug(record.cells.get(column, ""))] = record
    known.pop("", None)
    replaced: dict[int, Record] = {}
    added: list[Record] = []
    for record in overlay.records:
        if record.table == Municipality.table:
            continue
        counterpart = known.get(slug(record.cells.get("id") or record.cells.get("name", "")))
        if record.table not in _NODES or counterpart is None or counterpart.table != record.table:
            added.append(record)
        else:
            latest = replaced.get(id(counterpart), counterpart)
            replaced[id(counterpart)] = Record(
                record.table,
                record.place,
                {**latest.cells, **record.cells, **_same_id(latest)},
                {**latest.headers, **record.headers},
            )
    whole = Source(
        base.path,
        records=[*(replaced.get(id(record), record) for record in base.records), *added],
        tables={**overlay.tables, **base.tables},
        unread=base.unread | overlay.unread,
        matrix_arenas=[*base.matrix_arenas, *overlay.matrix_arenas],
        problems=base.problems,
        digest=base.digest,
        beside=base.beside,
    )
    whole.problems.found.extend(
        problem for problem in overlay.problems.found if problem.kind != NOT_FILLED_IN
    )
    return whole


def _same_id(record: Record) -> dict[str, str]:
    return {"id": record.cells["id"]} if "id" in record.cells else {}
