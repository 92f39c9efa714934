"""LINK02 conditional-duty: A duty that follows from a target group here, with no documented contact.

What it finds
    Duties to cooperate about a target group that is served here, where no actor on the one side
    meets or works with any on the other.
Why it matters
    Whoever serves released prisoners needs the prison, and whoever serves care leavers needs child
    welfare. The target group tells which neighbours a service must be able to find.
How it is decided
    A duty applies when a unit, an external actor or an arena is for one of its target groups. The
    duty register says who is on each side. One covered pair is enough: a common working arena, a
    link, or an agreement in force. A duty with nobody on one side is not assessed.
Known limits
    These duties hold when a user needs it, so the network can only show that the parties know each
    other. Citations that were not verified say so. An actor may exist outside the data.
Not in Cypher
    The register's selectors are not in the graph.
Source
    The duty register (`samordning duties`), with a source for each entry.
"""

from samordning_graph.rules.shared.duty_rule import duty_rule
from samordning_graph.schema.duty import Tier

RULE = duty_rule("LINK02", "conditional-duty", __doc__, (Tier.CONDITIONAL,))
