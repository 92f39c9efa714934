"""What the data say of two sides that are not covered, and of what they have that does not count."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from samordning_graph.common.locale import _, in_words, ngettext
from samordning_graph.common.phrases import first_few
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.excluded_ties import ExcludedTie, Exclusion
from samordning_graph.graph.graph import (
    Graph,
    get_arena,
    listed_names,
    names_in_text,
    node_name,
    words_of,
)
from samordning_graph.graph.links import (
    NO_CONTACT,
    NOT_LINKING,
    agreements_are_told_of,
    strongest,
    who_deny,
)
from samordning_graph.graph.participation import MEMBER_ROLES, excluded_arenas
from samordning_graph.rules.finding_text import exclusion_reason, one_and_other, under
from samordning_graph.schema.tables import Link, Row

NAMES_SHOWN = 3
"""How many names, or pairs of them, are told of one thing; how many more there are is said."""


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


def with_no_contact(
    graph: Graph, observation: str, answers: Mapping[tuple[str, str], Iterable[Row]]
) -> str:
    """Return an observation of an absence, with who says that two have no contact.

    `answers` are the pairs that are said to be apart, with the rows that say so.
    """
    of_ends = {pair: rows for pair, rows in answers.items() if who_deny(pair, rows)}
    of_others = {pair: rows for pair, rows in answers.items() if pair not in of_ends}
    texts = [observation, *_as_the_two_answer(graph, of_ends), *_as_others_say(graph, of_others)]
    return " ".join(texts)


def _as_others_say(graph: Graph, answers: Mapping[tuple[str, str], Iterable[Row]]) -> Iterator[str]:
    """Yield that two are said to have no contact by none of the two: it settles nothing."""
    unnamed = [
        pair
        for pair, rows in answers.items()
        if any(isinstance(row, Link) and row.reported_by is None for row in rows)
    ]
    others = [pair for pair in answers if pair not in unnamed]
    if others:
        text = _("That there is no contact between {pairs} is reported by others than the two.")
        yield text.format(pairs=_two_and_two(graph, others))
    if unnamed:
        text = _("That there is no contact between {pairs} is reported, and not by whom.")
        yield text.format(pairs=_two_and_two(graph, unnamed))


def _as_the_two_answer(
    graph: Graph, answers: Mapping[tuple[str, str], Iterable[Row]]
) -> Iterator[str]:
    """Yield which ends answer that they have no contact."""
    if len(answers) == 1:
        ((pair, rows),) = answers.items()
        first_name, second_name = names_in_text(graph, pair)
        who = who_deny(pair, rows)
        text = (
            _("{who} answers that {one} and {other} have no contact.")
            if len(who) == 1
            else _("{one} and {other} both answer that they have no contact.")
        )
        yield text.format(who=listed_names(graph, who), one=first_name, other=second_name)
    elif answers:
        named = [
            _("{one} and {other} (the answer of {who})").format(
                **one_and_other(graph, *pair),
                who=listed_names(graph, who_deny(pair, rows)),
            )
            for pair, rows in answers.items()
        ]
        yield _("It is answered that these have no contact, two and two: {pairs}.").format(
            pairs=_first_pairs(named)
        )


def _two_and_two(graph: Graph, pairs: Collection[tuple[str, ...]]) -> str:
    """Return the first pairs by name, and how many more there are."""
    return _first_pairs([_pair_in_words(names_in_text(graph, pair)) for pair in pairs])


def _pair_in_words(names: Sequence[str]) -> str:
    first, second = names
    return _("{one} and {other}").format(one=first, other=second)


def _first_pairs(named: Sequence[str]) -> str:
    """Return the first of some pairs, and how many more there are."""
    left = len(named) - NAMES_SHOWN
    more = ngettext("{n} pair more", "{n} pairs more", left).format(n=left)
    return ", ".join([*named[:NAMES_SHOWN], *([more] if left > 0 else [])])


def agreement_unsaid(graph: Graph, pair: Collection[str]) -> str:
    """Return that no row says whether there is an agreement, or that the row of a pair does not.

    Empty where neither is so.
    """
    if not agreements_are_told_of(graph):
        return _("No row in Samarbeid says whether there is an agreement.")
    if not pair:
        return ""
    text = _("The row of {pair} in Samarbeid does not say whether there is an agreement.")
    return text.format(pair=listed_names(graph, pair))


def with_excluded(graph: Graph, observation: str, excluded: tuple[ExcludedTie, ...]) -> str:
    """Return an observation of an absence, with what is there all the same and does not count."""
    return f"{observation} {excluded_sentence(graph, excluded)}" if excluded else observation


def excluded_sentence(graph: Graph, excluded: Iterable[ExcludedTie]) -> str:
    """Return what is there and does not count, with the reason and the last day of each."""
    texts, acquaintances, by_answers = [], [], []
    for tie in excluded:
        if tie.exclusion is Exclusion.UNCONFIRMED or _is_denied(tie):
            by_answers.append(tie)
        elif tie.exclusion is Exclusion.AWARENESS:
            acquaintances.append(tie)
        else:
            texts.append(_in_words(graph, tie))
    if acquaintances:
        texts.append(_acquainted(graph, acquaintances))
    texts += [_as_answered(graph, tie) for tie in by_answers[:NAMES_SHOWN]]
    if (left := len(by_answers) - NAMES_SHOWN) > 0:
        more = ngettext("the answers about {n} pair more", "the answers about {n} pairs more", left)
        texts.append(more.format(n=left))
    return _("Not counted: {ties}.").format(ties="; ".join(texts))


def _is_denied(tie: ExcludedTie) -> bool:
    return tie.exclusion is Exclusion.AWARENESS and NO_CONTACT in tie.answers.values()


def _as_answered(graph: Graph, tie: ExcludedTie) -> str:
    """Return a collaboration or an acquaintance that one end alone tells of, with who says what."""
    words = words_of(graph, "strength")
    (end, of_end), (other, of_other) = sorted(
        tie.answers.items(), key=lambda answer: answer[1] is None
    )
    above = dict(tie.below)
    names = {
        word: under(graph, name, above.get(actor))
        for word, name, actor in zip(
            ("one", "other"), names_in_text(graph, (end, other)), (end, other), strict=True
        )
    }
    if of_end is None:
        return _("a collaboration between {one} and {other} that neither has reported").format(
            **names
        )
    if of_other is not None:
        return _("{one} answers «{of_one}», and {other} answers «{of_other}»").format(
            of_one=words[of_end].name, of_other=words[of_other].name, **names
        )
    if of_end in NOT_LINKING:
        of_others = strongest(row for row in tie.rows if isinstance(row, Link)) or of_end
        return _("{one} answers «{of_one}», and others say «{said}» of the two").format(
            of_one=words[of_end].name, said=words[of_others].name, **names
        )
    return _("a collaboration with {other} that only {one} has reported").format(**names)


def _acquainted(graph: Graph, acquaintances: Sequence[ExcludedTie]) -> str:
    """Return who know of each other, in pairs; the two that a finding is about are named before."""
    pairs = [
        _pair_in_words(_named(graph, tie, names_in_text(graph, tie.actors)))
        for tie in acquaintances
        if tie.actors
    ]
    if not pairs:
        return _("they know of each other")
    text = (
        _("{pairs} know of each other")
        if len(pairs) == 1
        else _("these know of each other, two and two: {pairs}")
    )
    return text.format(pairs=_first_pairs(pairs))


def _in_words(graph: Graph, tie: ExcludedTie) -> str:
    if tie.exclusion is Exclusion.LAPSED and tie.last_day is not None:
        text = (
            _("the agreement «{agreement}» between {actors}, valid to {date}")
            if tie.actors
            else _("the agreement «{agreement}», valid to {date}")
        )
        return text.format(
            agreement=tie.agreement, actors=_who(graph, tie), date=in_words(tie.last_day)
        )
    if tie.exclusion is Exclusion.ROLE:
        loosely = names_in_text(graph, tie.loosely)
        reason = _("{actors} on call or observer").format(actors=first_few(loosely, NAMES_SHOWN))
    else:
        reason = _reason(tie.exclusion, tie.last_day)
    text = (
        ngettext(
            "{actors} is listed in «{arena}» ({reason})",
            "{actors} are listed in «{arena}» ({reason})",
            len(tie.actors),
        )
        if tie.actors
        else _("both are listed in «{arena}» ({reason})")
    )
    return text.format(actors=_who(graph, tie), arena=node_name(graph, tie.arena), reason=reason)


def _who(graph: Graph, tie: ExcludedTie) -> str:
    return first_few(_named(graph, tie, names_in_text(graph, tie.actors)), NAMES_SHOWN)


def _named(graph: Graph, tie: ExcludedTie, names: Iterable[str]) -> list[str]:
    """Return the names of those who have a tie, each with the one above it that was asked about."""
    above = dict(tie.below)
    return [
        under(graph, name, above.get(actor)) for actor, name in zip(tie.actors, names, strict=True)
    ]


def arenas_not_counted(graph: Graph, actor_id: str) -> list[str]:
    """Return the arenas of an actor that do not count as a meeting place, each with the reason."""
    excluded = excluded_arenas(graph)
    arenas = sorted(actor_ties(graph)[actor_id].arenas.items())
    return [
        f"«{node_name(graph, arena_id)}» ({_reason_for_seat(graph, arena_id, role)})"
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
