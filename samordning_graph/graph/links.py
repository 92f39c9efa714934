"""Which pairs of actors are linked, what each of the two says, and who has no contact."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from samordning_graph.graph.graph import (
    AnalysisOptions,
    Graph,
    Links,
    cached_per_graph,
    model_of,
    options_of,
    rows_of,
    ties_between,
    ties_by_kind,
)
from samordning_graph.schema.tables import Link, Row, Tie

LINK_STRENGTHS = ("none", "awareness", "cooperation", "coordination", "integration")
"""From the weakest to the strongest."""
NO_CONTACT = "none"
"""The answer that two actors have no contact: the pair was asked about, and it is no tie."""
NOT_LINKING = (NO_CONTACT, "awareness")
"""The strengths of a collaboration that do not make two actors linked."""


# What the rows of a pair say


def strongest(rows: Iterable[Link]) -> str | None:
    """Return the strongest strength of some rows; one without a strength counts as cooperation."""
    strengths = (row.strength or "cooperation" for row in rows)
    return max(strengths, key=LINK_STRENGTHS.index, default=None)


def settled_in_writing(marks: Iterable[bool | None]) -> bool | None:
    """Return whether a link is settled in writing, by what its rows say: one yes is enough.

    Only when every row says no is it not: what a row leaves open may be the one that is written
    down. Otherwise None, not known.
    """
    answers = set(marks)
    if True in answers:
        return True
    return False if answers == {False} else None


def said_by(end: str, rows: Iterable[Link]) -> str | None:
    """Return the strongest strength that an end itself says; None where it has said nothing.

    A row that one end reports is the word of the end that it is from, and a row that both report
    is the word of both. A third party, and a row that does not say who reported it, speak for
    neither.
    """
    return strongest(
        row
        for row in rows
        if row.reported_by == "both" or (row.reported_by == "one" and row.from_ == end)
    )


def is_confirmed(*answers: str | None) -> bool:
    """Return whether both ends say at least cooperation, of what each end answers."""
    return all(strength is not None and strength not in NOT_LINKING for strength in answers)


def is_hearsay(rows: Iterable[Row]) -> bool:
    """Return whether rows about collaborations or agreements are all told by a third party."""
    told_by = [row.reported_by if isinstance(row, Link) else None for row in rows]
    return bool(told_by) and all(who == "third" for who in told_by)


# Which ties link


def agreement_in_force(data: Mapping[str, Any], as_of: date) -> bool:
    """Return whether an agreement tie holds on a day; no last day = no end."""
    return data["valid_to"] is None or data["valid_to"] >= as_of


@cached_per_graph
def agreements_are_told_of(graph: Graph) -> bool:
    """Return whether any row says that there is an agreement, or that there is none.

    Where none does, the column was not used, and nobody has said that two have no agreement.
    """
    return any(row.agreement is not None for row in model_of(graph).all(Link))


def may_be_agreement(row: Link) -> bool:
    """Return whether a row may be about an agreement that it does not name.

    An empty cell says neither that there is one nor that there is none. Who have no contact have no
    agreement, unless the row has the last day of one.
    """
    return row.agreement is None and (row.strength != NO_CONTACT or row.valid_to is not None)


def is_contact(data: Mapping[str, Any]) -> bool:
    """Return whether a collaboration is a contact at all: somebody says more than no contact."""
    return bool(data["strength"] != NO_CONTACT)


def makes_linked(data: Mapping[str, Any], options: AnalysisOptions) -> bool:
    """Return whether a tie makes its two actors linked.

    A collaboration of strength cooperation or more (none given counts), confirmed by both ends if
    the options ask for it, or an agreement that is in force. An expired agreement is evidence,
    never a tie.
    """
    if data["tie"] is Tie.COLLABORATES_WITH:
        return data["strength"] not in NOT_LINKING and (options.links == "any" or data["confirmed"])
    return data["tie"] is Tie.HAS_AGREEMENT_WITH and agreement_in_force(data, options.as_of)


@cached_per_graph
def linked_pairs(graph: Graph) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return the linked pairs of actors (smaller id first) with the rows that say so."""
    return _linked_pairs(graph, options_of(graph))


@cached_per_graph
def rows_of_links(graph: Graph) -> Mapping[str, list[Row]]:
    """Return the rows of all links of each actor."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for pair, of_pair in linked_pairs(graph).items():
        for actor in pair:
            rows[actor] += of_pair
    return rows


def count_linked_pairs(graph: Graph, links: Links) -> int:
    """Return how many pairs are linked if these links count, whichever the options ask for."""
    return len(_linked_pairs(graph, replace(options_of(graph), links=links)))


def _linked_pairs(
    graph: Graph, options: AnalysisOptions
) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for kind in (Tie.COLLABORATES_WITH, Tie.HAS_AGREEMENT_WITH):
        for from_, to, data in ties_by_kind(graph)[kind]:
            if makes_linked(data, options):
                found[from_, to].extend(data["rows"])
    return {pair: tuple(found[pair]) for pair in sorted(found)}


@cached_per_graph
def pairs_said_to_be_apart(graph: Graph) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return the pairs (smaller id first) of which every row says no contact, with the rows.

    Whoever says it: the two themselves, a third party, or somebody who is not named.
    """
    return {
        (from_, to): data["rows"]
        for from_, to, data in ties_by_kind(graph)[Tie.COLLABORATES_WITH]
        if not is_contact(data)
    }


@cached_per_graph
def pairs_without_contact(graph: Graph) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return the pairs (smaller id first) that answer that they have no contact, with the rows.

    Those of which nobody says anything else: the strongest answer is what a pair is. It is the
    answer of at least one of the two; what somebody else says of them settles nothing.
    """
    return {
        pair: rows for pair, rows in pairs_said_to_be_apart(graph).items() if who_deny(pair, rows)
    }


def who_deny(pair: tuple[str, str], rows: Iterable[Row]) -> tuple[str, ...]:
    """Return which of two answer that they have no contact, of the rows of the two."""
    links = [row for row in rows if isinstance(row, Link)]
    return tuple(end for end in pair if said_by(end, links) == NO_CONTACT)


def who_deny_contact(graph: Graph, pair: tuple[str, str]) -> tuple[str, ...]:
    """Return which of two answer that they have no contact, whatever anybody else says of them."""
    return who_deny(pair, rows_of(ties_between(graph, *pair, Tie.COLLABORATES_WITH)))


def said_to_be_apart(
    graph: Graph, first: Iterable[str], second: Container[str]
) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """Return those of the pairs said to be apart that are between two sides, with the rows."""
    by_end, pairs = _said_to_be_apart_by_end(graph), pairs_said_to_be_apart(graph)
    found = {pair for actor in first for other, pair in by_end.get(actor, ()) if other in second}
    return {pair: pairs[pair] for pair in sorted(found)}


@cached_per_graph
def _said_to_be_apart_by_end(
    graph: Graph,
) -> Mapping[str, Sequence[tuple[str, tuple[str, str]]]]:
    by_end: dict[str, list[tuple[str, tuple[str, str]]]] = defaultdict(list)
    for first, second in pairs_said_to_be_apart(graph):
        by_end[first].append((second, (first, second)))
        by_end[second].append((first, (first, second)))
    return by_end
