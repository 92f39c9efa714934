"""Names and labels as the map writes them."""

import re
import textwrap

from samordning_graph.common.locale import _, in_words
from samordning_graph.graph.graph import Graph, is_unit, words_of
from samordning_graph.schema.tables import Actor, ExternalActor

LETTERS_IN_LINE, MAX_LINES = 19, 3
"""How much of a name fits in a box."""
_PARTS = re.compile(
    r"(?=(tenest|tjenest|kontor|avdeling|gjennomfør|lov|sent[er]|utval|gruppe|team|forum|råd|møte"
    r"|koordin|institu|bolig|bustad|oppfølg|opplær|omsorg|prosjekt|program|sykehus|sjukehus))",
    re.IGNORECASE,
)
"""Where long Norwegian compounds may be divided: before these."""


def label(name: str, width: int = LETTERS_IN_LINE, lines: int = MAX_LINES) -> str:
    r"""Return a name broken into lines; `…` replaces what does not fit (the tooltip has all of it).

    Examples
    --------
    >>> label("Tjenesten for rus og psykisk helse")
    'Tjenesten for rus\nog psykisk helse'
    >>> label("Booppfølgingstjenesten")
    'Booppfølgings-\ntjenesten'
    """
    words = " ".join(_hyphenated(word, width) for word in name.split())
    return "\n".join(textwrap.wrap(words, width, max_lines=lines, placeholder=" …"))


def _hyphenated(word: str, width: int) -> str:
    """Return a word that is too long for a line with hyphens where it may be divided."""
    if len(word) <= width:
        return word
    starts = [match.start() for match in _PARTS.finditer(word) if 4 <= match.start() < width]
    at = starts[-1] if starts else width - 1
    return f"{word[:at]}- {_hyphenated(word[at:], width)}"


def map_disclaimer() -> str:
    """Return the sentence that every map carries, on paper too."""
    return _(
        "The map is no answer key. It shows the pattern as the data have it today, so that"
        " people can discuss it. Unknown is not absent."
    )


def kind_of_actor(graph: Graph, actor: Actor) -> str:
    """Return whether an actor is a unit, or what kind of external actor."""
    if is_unit(graph, actor.id):
        return _("Municipal unit")
    assert isinstance(actor, ExternalActor)
    return _("External actor: {kind}").format(
        kind=words_of(graph, "actor_type")[actor.actor_type].name
    )


def survey_text(actor: Actor) -> str:
    """Return whether an actor itself was asked, and when."""
    if not actor.surveyed:
        return _("Not asked")
    return (
        _("Asked")
        if actor.surveyed is True
        else _("Asked {date}").format(date=in_words(actor.surveyed))
    )


def tie_name(kind: str) -> str:
    """Return what a kind of line is called in the legend."""
    return {
        "takes_part": _("Leader or member"),
        "loose": _("On call, observer or acquaintance"),
        "link": _("Works together directly"),
        "agreement": _("Agreement in force"),
        "referral": _("Refers users to"),
        "missing": _("Possible missing link"),
        "not_assessed": _("Cannot be assessed"),
        "accepted": _("Accepted as it is"),
        "shared": _("Leaders and members in common"),
        "meeting": _("Meet in a working arena"),
        "linked": _("Work together directly"),
        "identified_in": _("Challenge identified in the overview"),
        "answers": _("Answers the challenge"),
        "realises": _("Realises"),
        "part_of": _("Part of"),
        "owns": _("Owns"),
        "contributes": _("Contributes to"),
        "follows_up": _("Followed up by the arena"),
        "anchored_in": _("Anchored in"),
        "informs": _("Informs the plan"),
        "builds_on": _("Builds on"),
    }[kind]
