"""LINK01 required-duty: A duty between named parties that is not documented as met.

What it finds
    Duties between named parties that hold whatever the case, and requirements that the
    municipality has set itself, where what they ask for is not documented between the two sides.
Why it matters
    These are the few contacts and agreements that the law, or the municipality, asks for whatever
    the case. That one is not in the data may mean that it does not exist, or that nobody has
    written it down.
How it is decided
    The duty register says whose duty it is, what it requires, and who is on each side: by type of
    service, type of actor, tasks and target groups. Where it requires cooperation, one pair is
    enough that has a common working arena, a link or an agreement in force. Where it requires an
    agreement, only an agreement in force between the sides meets it; contact alone is named beside
    it, and so is the last day of an agreement that held. Where the duty is that of the municipality
    as such, an agreement with any of its units counts. Own requirements stand in the table Egne
    krav.

    A side on which nobody surely is, or where somebody who may be on it has what is asked for, is
    not assessed: a blank type of service, target group or task is not an answer. A type that is not
    written is read of the name, where it can mean only one. An agreement is not assessed where no
    row of Samarbeid says whether there is one, or where a row of the two does not: «nei» is an
    answer, an empty cell is none. Where the sides have no row at all, and other rows tell of
    agreements, none is documented.

    A duty that was not checked on the page of an authority is no more than a hint, and a «bør» is a
    recommendation. Findings about a duty are compared, and accepted, by the duty alone.
Known limits
    Who is on a side is our reading. An agreement may exist outside the data. What it holds is not
    looked at. The law leaves the form to the municipality.
Not in Cypher
    The register's selectors are not in the graph.
Source
    The duty register (`samordning duties`), which says for each entry where it was checked.
"""

from samordning_graph.rules.shared.duty_rule import duty_rule
from samordning_graph.schema.duty import Tier

RULE = duty_rule("LINK01", "required-duty", __doc__, (Tier.REQUIRED, Tier.LOCAL))
