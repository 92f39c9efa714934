"""Where in the input something stands."""

from dataclasses import dataclass

from samordning_graph.locale import _


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in the input, as the person who wrote it sees it.

    `file` is shown as given, `sheet` is empty for CSV and YAML, `row` counts as Excel does (the
    header is 1; a line number in YAML; 0 = the whole table), `column` is the header as written.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    def at(self, column: str) -> "Place":
        """Return the place of a column in the same row."""
        return Place(self.file, self.sheet, self.row, column)

    def __str__(self) -> str:
        parts = [self.file]
        if self.sheet:
            parts.append(_("sheet «{sheet}»").format(sheet=self.sheet))
        if self.row:
            parts.append(_("row {row}").format(row=self.row))
        if self.column:
            parts.append(_("column «{column}»").format(column=self.column))
        return ", ".join(parts)
