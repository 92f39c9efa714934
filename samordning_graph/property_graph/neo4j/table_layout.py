"""Which table and column a label, a type of tie and a property belong to, all from the schema."""

from collections.abc import Mapping

from samordning_graph.common.text import fold
from samordning_graph.property_graph.constraints import MUNICIPALITY, OWN_LABELS
from samordning_graph.schema.tables import (
    TABLES,
    Column,
    GoalHolder,
    Link,
    LocalRequirement,
    Participation,
    Referral,
    Row,
    Takes,
    Tie,
    Unit,
    columns,
)

TABLE_OF_LABEL: Mapping[str, type[Row]] = {
    **{table.label: table for table in TABLES if table.label},
    **{label: table for table, label in OWN_LABELS.items()},
}
TABLE_OF_TIE: Mapping[str, tuple[type[Row], Mapping[str, str]]] = {
    Tie.PARTICIPATES_IN: (Participation, {}),
    Tie.COLLABORATES_WITH: (Link, {}),
    Tie.HAS_AGREEMENT_WITH: (Link, {}),
    Tie.REFERS_TO: (Referral, {}),
    Tie.OWNS: (GoalHolder, {"role": "owner"}),
    Tie.CONTRIBUTES_TO: (GoalHolder, {"role": "contributor"}),
    Tie.REQUIRED_WITH: (LocalRequirement, {}),
}
"""The ties that are rows: of which table, and the cells that follow from the type."""
COLUMN_OF_TIE: Mapping[tuple[str, str], Column] = {
    (str(column.tie), table.label): column
    for table in TABLES
    for column in columns(table)
    if column.tie
}
"""The columns that make ties: by type, and label of the node in whose row they are."""
COLUMN_OF_NAME: Mapping[type[Row], Mapping[str, Column]] = {
    table: {word: column for column in columns(table) for word in (fold(column.nb), column.name)}
    for table in TABLES
}
HEADERS = {table: {column.name: column.name for column in columns(table)} for table in TABLES}
TIE_ENDS = {
    table: [column for column in columns(table) if column.takes is Takes.REFERENCE]
    for table, _fixed in TABLE_OF_TIE.values()
}
PROPERTY_COLUMNS = {
    table: frozenset(HEADERS[table]) - {end.name for end in TIE_ENDS.get(table, ())}
    for table in TABLES
}
"""The columns that a node, or a tie that is a row, has as properties: all but the ends of a tie."""
OF_BOTH_ENDS = frozenset({"strength_from", "strength_to", "confirmed"})
"""The properties of a collaboration that say what its ends say; no column holds them."""
TOP_UNIT_TIE = (Tie.PART_OF, Unit.label, MUNICIPALITY)
"""The tie of a unit with no unit above it; no column holds it."""


def stored_as(table: type[Row]) -> str:
    """Return the label, or the types of ties, that a table is stored as."""
    label = table.label or OWN_LABELS.get(table, "")
    return label or ", ".join(
        str(tie) for tie, (rows, _fixed) in TABLE_OF_TIE.items() if rows is table
    )
