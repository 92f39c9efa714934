"""LINK02 conditional-duty: A duty that follows from a target group or a task here, not documented.

What it finds
    Duties to cooperate about a target group that is served here, or about a task that somebody has,
    where what they ask for is not documented between the two sides.
Why it matters
    Whoever serves released prisoners needs the prison, and whoever serves care leavers needs child
    welfare. The target group tells which neighbours a service must be able to find.
How it is decided
    A duty about target groups applies when a unit, an external actor or an arena is for one of
    them. Where none is known to be, and one who could be on the side that has the duty does not say
    its target groups, the duty is not assessed; of a duty of the state, the services on the other
    side say them. A side that nobody in the data could be on is the reason that is told first.
    Sides, what is required, and what is not assessed are as in LINK01. Where a duty requires no
    more than contact, a referral or an acquaintance is enough. Where one service can meet a duty by
    itself, since it also has the task, it does.
Known limits
    These duties hold when a user needs it, so the network can only show that the parties know each
    other. Some are duties of the state, not of the municipality: the finding says whose. What was
    not checked on the page of an authority is no more than a hint. An actor may exist outside the
    data.
Not in Cypher
    The register's selectors are not in the graph.
Source
    The duty register (`samordning duties`), which says for each entry where it was checked.
"""

from samordning_graph.rules.shared.duty_rule import duty_rule
from samordning_graph.schema.duty import Tier

RULE = duty_rule("LINK02", "conditional-duty", __doc__, (Tier.CONDITIONAL,))
