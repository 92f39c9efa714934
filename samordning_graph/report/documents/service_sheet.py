"""A sheet for one service: whom it meets, whom to talk with, and what nobody knows. One page of paper."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from samordning_graph.common.locale import _, in_words, mark, ngettext
from samordning_graph.common.phrases import first_few_apart, sentences
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.documented_ties import documented_ties
from samordning_graph.graph.graph import (
    Graph,
    actors,
    get_actor,
    node_name,
    options_of,
    sector_name,
)
from samordning_graph.graph.organisation import descendant_units
from samordning_graph.graph.participation import rolled_up_members, working_arenas
from samordning_graph.graph.political_bodies import political_units
from samordning_graph.report.blocks import Block, Heading, Paragraph, Picture, TableBlock
from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.documents.in_place import first_ties
from samordning_graph.report.documents.not_assessed import question_about_pair
from samordning_graph.report.documents.pairs import next_step_in_short
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.missing_pairs import MissingPair
from samordning_graph.schema.tables import Unit

if TYPE_CHECKING:
    from samordning_graph.drawing.marks import Drawing

MOST_TO_TALK_WITH, MOST_NOT_KNOWN, MOST_MET = 8, 8, 10
"""Rows of each table; how many more there are is said."""
MOST_LINES = 32
"""Lines of all three tables: with these, and a picture, a sheet is one page of A4."""
CHARACTERS_ACROSS = 96
"""Of a line over all columns of a table, in the widest letters that it may be printed in."""
SHORTEST = 4
"""Characters of a number, whose column takes next to no room."""
GROUNDS_SHOWN, TIES_SHOWN = 1, 1
MOST_CHARACTERS = 110
"""Of a ground; the report tells it whole."""


@dataclass(slots=True)
class ServiceContacts:
    """A service, whom it has a ground to coordinate with, and whom it meets or works with.

    Of those who are missing or not known only the first are kept; `missing` and `not_known` say how
    many there are; of those that the municipality has accepted there is only their number. `met` are actors, those with most arenas in common first.
    """

    actor: str
    met: Sequence[str] = ()
    missing: int = 0
    not_known: int = 0
    accepted: int = 0
    to_talk_with: list[tuple[int, MissingPair]] = field(default_factory=list)
    to_ask_about: list[MissingPair] = field(default_factory=list)


def services_with_sheets(report: Report) -> list[ServiceContacts]:
    """Return who gets a sheet, by name: every service, and external actors with anything on theirs.

    Political bodies get none: they decide, and coordinate no services.
    """
    graph = report.graph
    contacts = {actor.id: ServiceContacts(actor.id) for actor in actors(graph)}
    for number, pair in report.matters.numbered_pairs():
        for contact in (contacts[pair.first], contacts[pair.second]):
            contact.missing += 1
            if len(contact.to_talk_with) < MOST_TO_TALK_WITH:
                contact.to_talk_with.append((number, pair))
    for pair in report.matters.accepted_pairs():
        for actor in (pair.first, pair.second):
            contacts[actor].accepted += 1
    not_known, _count = report.matters.strongest_pairs(Coverage.NOT_ASSESSED, len(contacts) ** 2)
    for pair in not_known:
        for contact in (contacts[pair.first], contacts[pair.second]):
            contact.not_known += 1
            if len(contact.to_ask_about) < MOST_NOT_KNOWN:
                contact.to_ask_about.append(pair)
    common = _arenas_in_common(graph)
    for contact in contacts.values():
        contact.met = _met(graph, contact.actor, common[contact.actor])
    bodies = political_units(graph)
    return sorted(
        (contact for contact in contacts.values() if _gets_a_sheet(graph, contact, bodies)),
        key=lambda contact: (node_name(graph, contact.actor), contact.actor),
    )


def _gets_a_sheet(graph: Graph, contact: ServiceContacts, bodies: Iterable[str]) -> bool:
    if isinstance(get_actor(graph, contact.actor), Unit):
        return contact.actor not in bodies
    return bool(contact.met or contact.missing or contact.accepted or contact.not_known)


def _arenas_in_common(graph: Graph) -> dict[str, Counter[str]]:
    """Return, for each actor, in how many working arenas it meets each other."""
    common: dict[str, Counter[str]] = defaultdict(Counter)
    for arena in working_arenas(graph):
        members = rolled_up_members(graph)[arena.id]
        for member in members:
            common[member].update(members)
    return common


def _met(graph: Graph, actor: str, common: Counter[str]) -> list[str]:
    """Return whom an actor meets or is linked to, of those it makes a pair with.

    Of a unit that it has nothing with itself, the units below it are told instead.
    """
    engine = pair_engine(graph)
    position = engine.position[actor]
    met = {engine.ids[i] for i in bits(engine.covered(position) & engine.pairs(position))}
    themselves = (
        other
        for other in met
        if met.isdisjoint(descendant_units(graph, other)) or _is_there_itself(graph, actor, other)
    )
    return sorted(themselves, key=lambda other: (-common[other], node_name(graph, other), other))


def _is_there_itself(graph: Graph, actor: str, other: str) -> bool:
    ties = documented_ties(graph, *sorted((actor, other)))
    return any(not tie.through or any(other in pair for pair in tie.through) for tie in ties)


class SheetTable(NamedTuple):
    """A table of a sheet with its heading; `total` is how many there are, with those not among `rows`."""

    heading: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    total: int


SHEET_OF = mark("A sheet for one service, {municipality}, as of {day}.")
"""What every sheet says first, under the name of the service."""


def service_sheet(report: Report, contacts: ServiceContacts) -> Iterator[Block]:
    """Yield the sheet of a service."""
    graph = report.graph
    yield Heading(1, node_name(graph, contacts.actor))
    yield Paragraph(
        _(SHEET_OF).format(
            municipality=name_of_municipality(report),
            day=in_words(options_of(graph).as_of),
        ),
        quiet=True,
    )
    yield Paragraph(sentences(*_in_figures(contacts)))
    yield Picture(partial(_picture, report, contacts))
    for table in _that_fit(
        _to_talk_with(graph, contacts),
        _to_ask_about(report, contacts),
        _who_is_met(graph, contacts),
    ):
        yield Heading(2, table.heading)
        yield TableBlock("", table.header, tuple(table.rows))
        if table.total > len(table.rows):
            yield Paragraph(f"+ {table.total - len(table.rows)}", quiet=True)
    yield Paragraph(
        sentences(
            report_disclaimer(),
            _("Is something wrong? Tell whoever keeps the data, to correct it."),
        ),
        quiet=True,
    )


def name_of_municipality(report: Report) -> str:
    """Return what a sheet calls the municipality."""
    return report.model.municipality.name or report.model.municipality.number


def _picture(report: Report, contacts: ServiceContacts) -> "Drawing | None":
    # Formats without pictures need not load what draws them.
    from samordning_graph.drawing.service_picture import service_picture
    from samordning_graph.drawing.table_picture import DrawnPair

    pairs = [
        DrawnPair(
            first=pair.first,
            second=pair.second,
            number=number,
            basis=report.matters.tell_pair(pair).basis,
        )
        for number, pair in contacts.to_talk_with
    ]
    return service_picture(report.graph, contacts.actor, contacts.met, pairs)


def _that_fit(*tables: SheetTable) -> Iterator[SheetTable]:
    """Yield the tables that have rows, with as many as a sheet has room for.

    Each gets a row in turn, the first table two.
    """
    left = MOST_LINES
    taken = dict.fromkeys(range(len(tables)), 0)
    is_open = {i for i, table in enumerate(tables) if table.rows}
    while is_open:
        for i in (0, *range(len(tables))):
            if i not in is_open:
                continue
            table, n = tables[i], taken[i]
            left -= _lines(table.rows[n])
            # The first row of each is there whatever it takes.
            if left >= 0 or n == 0:
                taken[i] += 1
            if left < 0 or taken[i] == len(table.rows):
                is_open.discard(i)
    for i, table in enumerate(tables):
        if table.rows:
            yield table._replace(rows=table.rows[: taken[i]])


def _lines(row: Sequence[str]) -> int:
    """Return how many lines a row takes at most, where its columns are as wide as each other."""
    width = CHARACTERS_ACROSS // sum(len(cell) > SHORTEST for cell in row)
    return max(-(-len(cell) // width) for cell in row)


def _in_figures(contacts: ServiceContacts) -> Iterator[str]:
    """Yield the figures: who is met, with whom it is not documented or accepted, of whom nobody knows."""
    met = len(contacts.met)
    if met:
        yield ngettext(
            "You meet or work with {n} other.", "You meet or work with {n} others.", met
        ).format(n=met)
    else:
        yield _("The data show nobody whom you meet or work with.")
    if contacts.missing:
        yield ngettext(
            "With {n} you have a ground to coordinate, without a regular meeting place or"
            " collaboration in the data.",
            "With {n} you have a ground to coordinate, without a regular meeting place or"
            " collaboration in the data.",
            contacts.missing,
        ).format(n=contacts.missing)
    if contacts.accepted:
        yield ngettext(
            "With {n} other the municipality has accepted it as it is.",
            "With {n} others the municipality has accepted it as it is.",
            contacts.accepted,
        ).format(n=contacts.accepted)
    if contacts.not_known:
        yield _("Of {n} we do not know.").format(n=contacts.not_known)


def _to_talk_with(graph: Graph, contacts: ServiceContacts) -> SheetTable:
    return SheetTable(
        heading=_("Talk with these"),
        header=(_("No."), _("Who"), _("Why"), _("Possible next step")),
        rows=[
            (
                str(number),
                _with_sector(graph, _other(contacts, pair)),
                _why(graph, pair),
                next_step_in_short(graph, pair),
            )
            for number, pair in contacts.to_talk_with
        ],
        total=contacts.missing,
    )


def _to_ask_about(report: Report, contacts: ServiceContacts) -> SheetTable:
    return SheetTable(
        heading=_("Not known – who can answer?"),
        header=(_("Who"), _("Why"), _("Question")),
        rows=[
            (
                _with_sector(report.graph, _other(contacts, pair)),
                _why(report.graph, pair),
                question_about_pair(report, pair),
            )
            for pair in contacts.to_ask_about
        ],
        total=contacts.not_known,
    )


def _who_is_met(graph: Graph, contacts: ServiceContacts) -> SheetTable:
    return SheetTable(
        heading=_("You meet"),
        header=(_("Who"), _("Where the data show it")),
        rows=[
            (
                _with_sector(graph, other),
                first_ties(
                    graph, documented_ties(graph, *sorted((contacts.actor, other))), TIES_SHOWN
                ),
            )
            for other in contacts.met[:MOST_MET]
        ],
        total=len(contacts.met),
    )


def _other(contacts: ServiceContacts, pair: MissingPair) -> str:
    return pair.second if pair.first == contacts.actor else pair.first


def _with_sector(graph: Graph, actor: str) -> str:
    return f"{node_name(graph, actor)} ({sector_name(graph, get_actor(graph, actor).sector)})"


def _why(graph: Graph, pair: MissingPair) -> str:
    """Return the first grounds of a pair, strongest first, and how many more there are."""
    reasons = [why.reason(graph, pair.first, pair.second).text for why in pair.pair_grounds]
    return shorten(first_few_apart(reasons, GROUNDS_SHOWN), MOST_CHARACTERS, placeholder=" …")
