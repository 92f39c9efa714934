"""Where in the input something is."""

from typing import NamedTuple

from samordning_graph.common.locale import _


class SourceLocation(NamedTuple):
    """A place in the input, as the person who wrote it sees it.

    `file` is shown as given, `sheet` is empty for CSV and YAML, `row` counts as Excel does (the
    header is 1; a line number in YAML; 0 = the whole table), `column` is the header as written.

    In a database `file` is its address, `sheet` a label or a type of tie, and `node` replaces
    the row: the key of a node (`4614/nav`) or both ends of a tie (`4614/nav → 4614/forum`).
    `column` is the property.
    """

    file: str
    sheet: str = ""
    row: int = 0
    node: str = ""
    column: str = ""

    @property
    def in_database(self) -> bool:
        """Whether it is a place in a database: no path of a file has two slashes after a colon."""
        return "://" in self.file

    def at(self, column: str) -> "SourceLocation":
        """Return the place of a column in the same row."""
        return self._replace(column=column)

    def __str__(self) -> str:
        if self.in_database:
            return self._in_database()
        parts = [self.file]
        if self.sheet:
            parts.append(_("sheet «{sheet}»").format(sheet=self.sheet))
        if self.row:
            parts.append(_("row {row}").format(row=self.row))
        if self.column:
            parts.append(_("column «{column}»").format(column=self.column))
        return ", ".join(parts)

    def _in_database(self) -> str:
        parts = [self.file, f"{self.sheet} {self.node}".strip()]
        if self.column:
            parts.append(_("property «{name}»").format(name=self.column))
        return ", ".join(part for part in parts if part)
