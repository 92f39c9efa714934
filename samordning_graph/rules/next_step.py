"""The possible next step for those who do not coordinate: one answer for one gap.

The report, the year's steps, the map and `suggest` all tell this answer.

How it is decided
    A lapsed agreement is renewed, unless one of those who had it says that there is no contact: then
    renewing it would be a form without use. Else the best seat is offered (`seats.py`): to whoever is on call
    or observer where the other takes part, before anybody is invited elsewhere. Else the two agree
    on a meeting place. Before that, whoever has not answered about a collaboration is asked, where
    only confirmed ones count (`after_asking`).
Source
    Own definition. What is said of confidentiality: Helsedirektoratet, «Samarbeid om tjenester til
    barn, unge og deres familier»; rundskriv 35 to sosialtjenesteloven § 44; bufdir.no.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.bit_relation import bits
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import ExcludedTie, Exclusion, excluded_ties
from samordning_graph.graph.graph import (
    Graph,
    listed_names,
    names_in_text,
    node_name,
    ties_between,
    words_of,
)
from samordning_graph.graph.links import NO_CONTACT, NOT_LINKING
from samordning_graph.graph.participation import first_member_for
from samordning_graph.rules.finding import Seat
from samordning_graph.rules.finding_text import one_and_other, under
from samordning_graph.rules.seats import Partners, seating
from samordning_graph.schema.tables import Link, Tie


class Renewal(NamedTuple):
    """An agreement to renew: the newest of those that lapsed."""

    lapsed: ExcludedTie


class MeetingPlace(NamedTuple):
    """A meeting place that two could agree on: no arena has a seat that suits either."""

    first: str
    second: str


NextStep: TypeAlias = Renewal | Seat | MeetingPlace


def step_between(graph: Graph, first: str, second: str) -> NextStep:
    """Return the next step of two actors."""
    excluded = excluded_ties(graph, (first,), (second,))
    return step_towards(graph, partners_of(graph, first, second), excluded)


def partners_of(graph: Graph, first: str, second: str) -> Partners:
    """Return two actors as each other's partners."""
    position = pair_engine(graph).position
    i, j = position[first], position[second]
    return {i: 1 << j, j: 1 << i}


def both_ways(pairs: Iterable[tuple[int, int]]) -> Partners:
    """Return pairs, as (number of one, bits of the others), as they are seen from both sides."""
    partners: dict[int, int] = defaultdict(int)
    for number, row in pairs:
        partners[number] |= row
        for partner in bits(row):
            partners[partner] |= 1 << number
    return partners


def step_towards(graph: Graph, partners: Partners, excluded: Iterable[ExcludedTie]) -> NextStep:
    """Return the next step where one contact is enough, given what they have that does not count."""
    for tie in excluded:  # the newest of the lapsed agreements comes first
        if tie.exclusion is Exclusion.LAPSED and not _is_denied(graph, tie):
            return Renewal(tie)
    ids, first = pair_engine(graph).ids, min(partners)
    return seating(graph).best(partners) or MeetingPlace(
        ids[first], ids[next(bits(partners[first]))]
    )


def _is_denied(graph: Graph, lapsed: ExcludedTie) -> bool:
    """Return whether any row says that those who had an agreement have no contact.

    Whoever says it: an agreement in force beside such a row is a contradiction in the data.
    """
    return any(
        row.strength == NO_CONTACT
        for _from, _to, data in ties_between(graph, *parties(lapsed), Tie.COLLABORATES_WITH)
        for row in data["rows"]
    )


def parties(lapsed: ExcludedTie) -> tuple[str, str]:
    """Return the two who had an agreement."""
    row = lapsed.rows[0]
    assert isinstance(row, Link), row
    return row.from_, row.to


def seat_of(step: NextStep | None) -> Seat | None:
    """Return a step if it is a seat."""
    return step if isinstance(step, Seat) else None


# In words


def step_sentence(graph: Graph, step: NextStep, excluded: Iterable[ExcludedTie] = ()) -> str:
    """Return a next step as a sentence, after what to ask of what does not count."""
    return after_asking(graph, excluded, _step_alone(graph, step))


def _step_alone(graph: Graph, step: NextStep) -> str:
    match step:
        case Renewal(lapsed):
            return renewal(lapsed)
        case Seat():
            return invitation(graph, step, (step.host,))
        case MeetingPlace(first, second):
            return _(
                "{one} and {other} can agree on a meeting place, and on who calls the meetings."
            ).format(**one_and_other(graph, first, second))


def after_asking(graph: Graph, excluded: Iterable[ExcludedTie], sentence: str) -> str:
    """Return a next step after a question to whoever has not answered about a collaboration.

    Where both have, the difference is a question for the two of them together.
    """
    for tie in excluded:
        if tie.exclusion is Exclusion.UNCONFIRMED:
            silent = [end for end, answer in tie.answers.items() if answer is None]
            told_by = [
                end for end, answer in tie.answers.items() if answer not in (None, *NOT_LINKING)
            ]
            if not silent:
                continue
            question = (
                _("Ask {silent} about the collaboration that {told_by} has reported.")
                if told_by
                else _("Ask {silent} about the collaboration that others have reported.")
            )
            asked, source = listed_names(graph, silent), listed_names(graph, told_by)
            return f"{question.format(silent=asked, told_by=source)} {sentence}"
    return sentence


def renewal(lapsed: ExcludedTie) -> str:
    """Return the renewal of an agreement as a sentence."""
    return _(
        "The agreement «{agreement}» was valid to {date}. It can be renewed, or you can write"
        " down why it was not."
    ).format(agreement=lapsed.agreement, date=in_words(lapsed.last_day) if lapsed.last_day else "–")


def invitation(graph: Graph, seat: Seat, hosts: Sequence[str]) -> str:
    """Return the offer of a seat as a sentence, with those whom the guest would come to meet."""
    guest, arena = node_name(graph, seat.guest), node_name(graph, seat.arena)
    taking_part = _taking_part(graph, seat.arena, hosts)
    if seat.role is not None:
        return _(
            "{guest} can become a member of «{arena}», where it is «{role}» now, and meets {hosts}"
            " there."
        ).format(
            guest=guest,
            arena=arena,
            role=words_of(graph, "role")[seat.role].name,
            hosts=listed(taking_part),
        )
    return ngettext(
        "{guest} can be invited to «{arena}», where {hosts} already takes part.",
        "{guest} can be invited to «{arena}», where {hosts} already take part.",
        len(taking_part),
    ).format(guest=guest, arena=arena, hosts=listed(taking_part))


def _taking_part(graph: Graph, arena_id: str, hosts: Sequence[str]) -> list[str]:
    """Return by name who takes part for some hosts: each itself, or else the first unit below it."""
    present: dict[str, str] = {}
    for host in hosts:
        present.setdefault(first_member_for(graph, arena_id, host), host)
    return [
        under(graph, name, None if member in hosts else host)
        for (member, host), name in zip(present.items(), names_in_text(graph, present), strict=True)
    ]


def confidentiality() -> str:
    """Return what to know of confidentiality before anybody is offered a seat: once a document."""
    return _(
        "The proposal is about cooperation on the level of the system: roles, routines, needs and"
        " capacity, without information about single persons. If the arena is to discuss single"
        " cases, you must first settle the basis for sharing: consent, anonymisation or legal"
        " authority, for each service and each piece of information. Health, child welfare, NAV,"
        " crisis shelters and family counselling have stricter rules than the rest of the"
        " municipality. That everybody around the table is bound by confidentiality is not basis"
        " enough."
    )


def confidentiality_in_short() -> str:
    """Return the same for a page that has room for a sentence or two."""
    return _(
        "A seat is about roles, routines and needs, not about single persons. If single cases are"
        " to be discussed, settle the basis for sharing first."
    )
