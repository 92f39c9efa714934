"""The minutes of a meeting as a document: matter, decision, who follows it up, and by when."""

from collections.abc import Iterator
from datetime import date

from samordning_graph.common.locale import _, in_words
from samordning_graph.input.minutes_file import Minutes
from samordning_graph.report.blocks import Block, Heading, Paragraph, TableBlock


def minutes_document(minutes: Minutes) -> Iterator[Block]:
    """Yield the blocks of the minutes."""
    yield Heading(
        1,
        _("Minutes: coordination in {municipality}, {date}").format(
            municipality=minutes.municipality or "–", date=_day(minutes.date) or "–"
        ),
    )
    yield TableBlock(
        _("Decisions"),
        (_("Matter"), _("Decision"), _("Responsible"), _("Deadline")),
        tuple(
            (item.matter, item.decision, item.responsible or "–", _day(item.deadline) or "–")
            for item in minutes.items
        ),
    )
    yield Paragraph(_("Services and roles, never persons."), quiet=True)


def _day(text: str) -> str:
    """Return a day in words, or what stands there if it is none."""
    try:
        return in_words(date.fromisoformat(text))
    except ValueError:
        return text
