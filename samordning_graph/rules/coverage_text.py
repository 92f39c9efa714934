"""What the data say of two sides that are not covered, and of what they have that does not count."""

from collections.abc import Iterable, Iterator
from datetime import date

from samordning_graph.common.locale import _, in_words
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.excluded_ties import ExcludedTie, Exclusion
from samordning_graph.graph.graph import Graph, get_arena, listed_names, node_name, words_of
from samordning_graph.graph.participation import MEMBER_ROLES, excluded_arenas
from samordning_graph.rules.finding_text import exclusion_reason
from samordning_graph.schema.tables import Row


def excluded_rows(excluded: Iterable[ExcludedTie]) -> Iterator[Row]:
    """Yield the rows of what does not count: they are evidence too."""
    return (row for tie in excluded for row in tie.rows)


def coverage_sentence(
    graph: Graph, coverage: Coverage, excluded: tuple[ExcludedTie, ...] = ()
) -> str:
    """Return what the data say of a pair that is not covered, and what of it does not count."""
    if coverage is Coverage.NOT_ASSESSED:
        sentence = _("Whether they coordinate cannot be told from the data.")
    elif not excluded:
        return _("The data show neither a common meeting place nor direct collaboration.")
    else:
        sentence = _("The data show no meeting place or collaboration that counts.")
    return with_excluded(graph, sentence, excluded)


def no_contact() -> str:
    """Return what is said of a pair that has answered that there is no contact."""
    return _("It is also answered that the two have no contact.")


def with_excluded(graph: Graph, observation: str, excluded: tuple[ExcludedTie, ...]) -> str:
    """Return an observation of an absence, with what is there all the same and does not count."""
    return f"{observation} {_excluded_sentence(graph, excluded)}" if excluded else observation


def _excluded_sentence(graph: Graph, excluded: Iterable[ExcludedTie]) -> str:
    """Return what is there and does not count, with the reason and the last day of each."""
    ties = [_in_words(graph, tie) for tie in excluded]
    return _("Not counted: {ties}.").format(ties="; ".join(ties))


def _in_words(graph: Graph, tie: ExcludedTie) -> str:
    if tie.exclusion is Exclusion.AWARENESS:
        return _("they know of each other")
    if tie.exclusion is Exclusion.LAPSED and tie.last_day is not None:
        return _("the agreement «{agreement}», valid to {date}").format(
            agreement=tie.agreement, date=in_words(tie.last_day)
        )
    if tie.exclusion is Exclusion.ROLE:
        reason = _("{actors} on call or observer").format(actors=listed_names(graph, tie.loosely))
    else:
        reason = _reason(tie.exclusion, tie.last_day)
    return _("both are listed in «{arena}» ({reason})").format(
        arena=node_name(graph, tie.arena), reason=reason
    )


def arenas_not_counted(graph: Graph, actor_id: str) -> list[str]:
    """Return the arenas of an actor that do not count as a meeting place, each with the reason."""
    excluded = excluded_arenas(graph)
    arenas = sorted(actor_ties(graph)[actor_id].arenas.items())
    return [
        f"{node_name(graph, arena_id)} ({_reason_for_seat(graph, arena_id, role)})"
        for arena_id, role in arenas
        if arena_id in excluded or role not in MEMBER_ROLES
    ]


def _reason_for_seat(graph: Graph, arena_id: str, role: str) -> str:
    reason = excluded_arenas(graph).get(arena_id)
    if reason is None:
        return words_of(graph, "role")[role].name
    return _reason(reason, get_arena(graph, arena_id).valid_to)


def _reason(exclusion: str, last_day: date | None) -> str:
    if exclusion == Exclusion.CLOSED and last_day is not None:
        return _("closed {date}").format(date=in_words(last_day))
    return exclusion_reason(exclusion)
