"""By what a finding about a duty is known again: the duty alone.

A duty may be merged into another or get a new id (`replaces` in the register), move from one rule
to the other (its tier changes), and have other actors on its sides when a type of service is filled
in. It is the same finding all the same: what was accepted stays accepted, and a baseline still
matches.
"""

from collections.abc import Mapping

from samordning_graph.rules.finding import FindingId

DUTY_RULES = ("LINK01", "LINK02")
"""The rules whose findings are about duties."""


def comparable(identity: FindingId, replaced: Mapping[str, str]) -> FindingId:
    """Return the identity by which a finding is compared with others.

    `replaced` gives the duty that a former id stands for (`graph.duties.replaced_duties`).

    Examples
    --------
    >>> comparable(FindingId("LINK02", "old", ("a", "b")), {"old": "new"})
    FindingId(rule='LINK01', subject='new', related=())
    >>> comparable(FindingId("LINK03", "a", ("b",)), {})
    FindingId(rule='LINK03', subject='a', related=('b',))
    """
    if identity.rule not in DUTY_RULES:
        return identity
    return FindingId(DUTY_RULES[0], replaced.get(identity.subject, identity.subject))
