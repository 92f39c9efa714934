"""Puts what people wrote in the action list of a meeting into a copy of the workbook.

A cell of a step that was changed changes the cell of that step in the workbook, if that still says what
the list said. What was agreed on a new matter, and a row that somebody added, becomes a step of its own.
What fits nowhere is told, and nothing in the workbook is lost by it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from samordning_graph.common.locale import _, in_words
from samordning_graph.common.phrases import DECIDED_IN_MEETING
from samordning_graph.common.text import fold
from samordning_graph.input.action_list import (
    NO_VALUE,
    Cells,
    ListedRow,
    about_step,
    heading_of,
    read_action_list,
)
from samordning_graph.input.added_rows import AddedRows, unique_names
from samordning_graph.input.cell_values import parse_last_valid_day
from samordning_graph.input.read_source import read_source
from samordning_graph.input.template_update import write_updated
from samordning_graph.input.validate import validate
from samordning_graph.schema.model import Model
from samordning_graph.schema.problem import ProblemsError
from samordning_graph.schema.tables import AgreedStep
from samordning_graph.schema.vocabulary import word_lists

_CHANGED = ("step", "owner", "deadline", "status")
_ABOUT = ("step", "subject", "related", "code", "decided")
_SAYS_WHAT_IT_IS = ("about", "number", "in_data")
_BETWEEN_TWO = " – "


def write_with_action_list(old: Path, action_list: Path, new: Path, today: date) -> AddedRows:
    """Write a copy of a workbook, in the newest template, with what stands in an action list.

    Raises
    ------
    ProblemsError
        If one of the two cannot be read.
    """
    base, rows = read_source(old), read_action_list(action_list)
    model = validate(base, today)
    if model is None:
        raise ProblemsError(base.problems.in_order())
    days = (_iso_day(row.about.get("decided", "")) for row in rows if row.is_new_matter)
    placed = _Placed(model, next(filter(None, days), today))
    for row in rows:
        placed.place(row)
    to_know = write_updated(
        old, new, {AgreedStep.table: placed.added} if placed.added else {}, placed.cells
    )
    count = {AgreedStep.sheet: len(placed.added)} if placed.added else {}
    return AddedRows(count, tuple(to_know), len(placed.cells), tuple(placed.left))


class _NoPlaceError(Exception):
    """Why something in the list has no place in the workbook."""


@dataclass(slots=True)
class _Placed:
    """What goes into the workbook: rows, and cells by the row of their step; and what does not.

    `day` is when new steps were agreed: the day that the list is of.
    """

    model: Model
    day: date
    added: list[Mapping[str, str]] = field(default_factory=list)
    cells: dict[int, dict[str, str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def place(self, row: ListedRow) -> None:
        """Find the place of each cell that somebody has written in."""
        changed = row.changed
        if not changed:
            return
        columns = _CHANGED[:3] if row.is_new_matter else _CHANGED
        wanted = [name for name in changed if name in columns]
        if row.about.get("municipality", self.model.municipality.number) != (
            self.model.municipality.number
        ):
            for name in wanted:
                self._leave(row, name, _("the list is of another municipality"))
            return
        # Of a row without a key nobody knows what stood there before.
        known = () if row.about else (*_SAYS_WHAT_IT_IS, *([] if wanted else changed))
        for name in changed:
            if name not in (*columns, *known) and row.cells[name]:
                self._leave(row, name, _("the workbook has no place for it"))
        if not row.about or row.is_new_matter:
            self._add(row, wanted)
        elif wanted:
            self._change(row, wanted)

    def _leave(self, row: ListedRow, name: str, why: str) -> None:
        self.left.append(
            _("{sheet}, row {row}, «{heading}»: {why}").format(
                sheet=row.place.sheet, row=row.place.row, heading=heading_of(row, name), why=why
            )
        )

    def _values(self, row: ListedRow, names: list[str]) -> Iterator[tuple[str, str]]:
        """Yield what cells mean, as the workbook has it."""
        for name in names:
            try:
                yield name, _MEANINGS[name](row.cells[name])
            except _NoPlaceError as error:
                self._leave(row, name, str(error))

    # A new step

    def _add(self, row: ListedRow, names: list[str]) -> None:
        if not row.cells.get("step"):
            for name in names:
                if row.cells.get(name):
                    self._leave(row, name, _("what was agreed is not written"))
            return
        new = dict(self._values(row, [name for name in names if row.cells[name]]))
        values = {
            **self._what_it_is_about(row),
            "status": "agreed",
            **new,
            "decided": self.day.isoformat(),
            "source": _(DECIDED_IN_MEETING).format(date=in_words(self.day)),
            "source_date": self.day.isoformat(),
        }
        found = self._steps(values, _ABOUT[:-1])
        if not found and not row.about:
            found = self._steps(values, ("step",), only=True)
        if found:
            self._set(row, found[0], new, {})
            return
        self.added.append({name: _as_written(name, text) for name, text in values.items() if text})

    def _what_it_is_about(self, row: ListedRow) -> dict[str, str]:
        if row.about:
            names = unique_names(self.model) if not row.about.get("code") else {}
            subject = row.about.get("subject", "")
            related = row.about.get("related", "").split("; ")
            return {
                "subject": names.get(subject, subject),
                "related": "; ".join(names.get(each, each) for each in related if each),
                "code": row.about.get("code", ""),
            }
        text = row.cells.get("about", "")
        known = {fold(name) for name in unique_names(self.model).values()}
        parts = [text] if fold(text) in known else text.split(_BETWEEN_TWO)
        if all(fold(part) in known for part in parts):
            return {"subject": parts[0], "related": "; ".join(parts[1:])}
        return {"comment": text}

    # A step that is there

    def _change(self, row: ListedRow, names: list[str]) -> None:
        new = dict(self._values(row, names))
        found = (
            self._steps(row.about, _ABOUT)
            or self._steps({**row.about, **new}, _ABOUT)
            or self._steps(row.about, ("step",), only=True)
        )
        if not found:
            for name in names:
                self._leave(row, name, _("the workbook has no such step"))
            return
        self._set(row, found[0], new, row.about)

    def _steps(
        self, about: Cells, names: tuple[str, ...], *, only: bool = False
    ) -> list[AgreedStep]:
        """Return the steps that say the same, those first that say all of it; of several perhaps none."""
        found = [
            step
            for step in self.model.all(AgreedStep)
            if step.place.row not in self.taken
            and all(_same(about_step(step)[name], about.get(name, "")) for name in names)
        ]
        if only and len(found) > 1:
            return []
        return sorted(found, key=lambda step: not about_step(step).items() <= about.items())

    def _set(self, row: ListedRow, step: AgreedStep, new: Cells, before: Cells) -> None:
        """Set the cells of a step that still say what they said before."""
        self.taken.add(step.place.row)
        now = about_step(step)
        for name, text in new.items():
            if _same(now[name], text) or not text:
                continue
            if _same(now[name], before.get(name, "")):
                self.cells.setdefault(step.place.row, {})[name] = _as_written(name, text)
            else:
                self._leave(row, name, _("the workbook says something else since"))


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _same(text: str, other: str) -> bool:
    return fold(text) == fold(other)


def _text(text: str) -> str:
    if text in ("", NO_VALUE):
        raise _NoPlaceError(_("it was emptied, and the workbook keeps what it says"))
    return text


def _day(text: str) -> str:
    # «31.10.2026 (passert)» is how the list tells of a deadline that has passed.
    before, _bracket, _after = _text(text).partition(" (")
    try:
        day = parse_last_valid_day(before)
    except ValueError:
        day = None
    if day is None:
        raise _NoPlaceError(_("this is no date"))
    return day.isoformat()


def _status(text: str) -> str:
    found = word_lists()["step_status"].find(_text(text))
    if found is None:
        raise _NoPlaceError(
            _("the status is one of {words}").format(
                words=", ".join(word_lists()["step_status"].spellings())
            )
        )
    return found


_MEANINGS: Mapping[str, Callable[[str], str]] = {
    "step": _text,
    "owner": _text,
    "deadline": _day,
    "status": _status,
}


def _as_written(name: str, text: str) -> str:
    return word_lists()["step_status"][text].nb if name == "status" else text
