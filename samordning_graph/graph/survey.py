"""Who was asked, and about what.

An actor was asked when the cell says a date or ja. It was asked about everything, unless the data
say what it was asked about: a part that was left blank must not silence the others. Without a date
or ja nobody was asked, whatever stands beside it.
"""

from enum import StrEnum

from samordning_graph.graph.graph import Graph, actors
from samordning_graph.schema.tables import Actor


class Topic(StrEnum):
    """What an actor can be asked about. The values are the words of the list `survey_topic`."""

    CONTACT = "contact"
    """Whom it works with: collaborations, agreements and referrals."""
    ARENAS = "arenas"
    """Where it takes part."""
    GOALS = "goals"
    """Which goals it owns or contributes to."""


ABOUT_TIES = (Topic.CONTACT, Topic.ARENAS)
"""What an actor must be asked about before it has told all its ties."""


def is_surveyed(actor: Actor, *topics: Topic) -> bool:
    """Return whether an actor itself was asked, and about all of these topics."""
    return bool(actor.surveyed) and (
        not actor.surveyed_about or {*topics} <= {*actor.surveyed_about}
    )


def survey_count(graph: Graph) -> tuple[int, int]:
    """Return how many of the actors were asked at all, and how many there are."""
    everyone = actors(graph)
    return sum(is_surveyed(actor) for actor in everyone), len(everyone)
