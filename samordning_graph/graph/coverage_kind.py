"""How a pair of actors is covered, and on which grounds two actors should coordinate.

Apart from the graph, so that findings and the command line need no networkx for two enumerations.
"""

from enum import StrEnum


class Coverage(StrEnum):
    """How a pair of actors is covered (`coverage.py` holds the definition)."""

    DIRECT = "direct"
    ARENA = "arena"
    NONE = "none"
    NOT_ASSESSED = "not_assessed"


class Ground(StrEnum):
    """Why two actors should coordinate: what makes their tasks depend on each other."""

    GOAL = "goal"
    TARGET_GROUP = "target_group"
    REFERRAL = "referral"
    REQUIRED_DUTY = "required_duty"
    CONDITIONAL_DUTY = "conditional_duty"
    LOCAL_REQUIREMENT = "local_requirement"


DUTY_GROUNDS = (Ground.REQUIRED_DUTY, Ground.CONDITIONAL_DUTY, Ground.LOCAL_REQUIREMENT)
"""The grounds that figures call «duty». These also join two in one sector (helse–helseforetak)."""
GROUND_OF_TIER = {
    "required": Ground.REQUIRED_DUTY,
    "conditional": Ground.CONDITIONAL_DUTY,
    "local": Ground.LOCAL_REQUIREMENT,
}
"""By the tier of a duty. The values of `Tier`: whoever reads an enumeration needs no register."""
