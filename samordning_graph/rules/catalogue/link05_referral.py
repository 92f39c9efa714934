"""LINK05 referral: One actor refers users to another without meeting or working together.

What it finds
    Pairs of actors in different sectors where one refers users to the other, while the data show
    neither a common working arena nor direct collaboration.
Why it matters
    A referral without contact is a hand-over that nobody follows: the user carries the message,
    and what was promised at one desk is unknown at the next.
How it is decided
    A referral in either direction. At least one of the two is a municipal unit, and neither is part
    of the other. Political bodies are left out: they decide, and take no users. Coverage is none: not linked, no common working arena, and no participant list
    that could have shown them, unless one of the two answers that
    they have no contact.
Known limits
    The number of referrals is not known. Some referrals, to a public register for example, need no
    more than an address.
Source
    Sequential task dependence: Thompson (1967), «Organizations in Action». Applied to referrals:
    own definition.
"""

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import listed
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, names_in_text, rows_of, ties_between, words_of
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding_text import one_and_other
from samordning_graph.rules.rule import PairGround, PairReason
from samordning_graph.rules.shared.pair_rule import pair_rule
from samordning_graph.schema.tables import Tie


def reason(graph: Graph, first: str, second: str) -> PairReason:
    """Return the referrals between two actors, in either direction."""
    ties = ties_between(graph, first, second, Tie.REFERS_TO)
    groups = sorted({data["target_group"] for _f, _t, data in ties if data["target_group"]})
    directions = dict.fromkeys((from_, to) for from_, to, _data in ties)
    sentences = [
        _("{sender} refers users to {receiver}").format(sender=sender, receiver=receiver)
        for sender, receiver in (names_in_text(graph, ends) for ends in directions)
    ]
    about = listed([words_of(graph, "target_group")[group].name for group in groups])
    text = listed(sentences) + (f" ({about})" if about else "")
    return PairReason(
        via=tuple(groups),
        text=text,
        observation=f"{text}.",
        question=_("How do {one} and {other} know what became of a referral?").format(
            **one_and_other(graph, first, second)
        ),
        rows=rows_of(ties),
    )


RULE = pair_rule(
    "referral",
    __doc__,
    PairGround(rule="LINK05", ground=Ground.REFERRAL, basis=Basis.RECOMMENDED, reason=reason),
    version=3,
)
