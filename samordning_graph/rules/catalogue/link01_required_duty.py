"""LINK01 required-duty: A duty to cooperate that no documented contact meets.

What it finds
    Duties between named parties that hold whatever the case, and requirements that the
    municipality has set itself, where no actor on the one side meets or works with any on the other.
Why it matters
    These are the few contacts that the law, or the municipality, asks for whatever the case. That
    one is not in the data may mean that it is missing, or that nobody has written it down.
How it is decided
    The duty register says who is on each side, by sector, actor type and tasks. One covered pair
    is enough: a common working arena, a link, or an agreement in force. A unit and an external
    actor in one sector count too. Own requirements stand in the table Egne krav. A duty with nobody
    on one side is not assessed.
Known limits
    The register recognises parties by sector, type and task: it may miss a unit that is organised
    otherwise, or take in one that the law does not mean. Citations that were not verified say so.
    The law leaves the form to the municipality.
Not in Cypher
    The register's selectors are not in the graph.
Source
    The duty register (`samordning duties`), with a source for each entry.
"""

from samordning_graph.rules.shared.duty_rule import duty_rule
from samordning_graph.schema.duty import Tier

RULE = duty_rule("LINK01", "required-duty", __doc__, (Tier.REQUIRED, Tier.LOCAL))
