"""How many random cases a property is tried on: `SAMORDNING_CASES` asks for more than usual."""

import os

from hypothesis import HealthCheck, settings


def at_least(usual: int, in_ci: int | None = None) -> int:
    """Return how many cases to try: as many as asked for, and never fewer than usual."""
    least = in_ci if in_ci and os.environ.get("CI") else usual
    return max(least, int(os.environ.get("SAMORDNING_CASES", "0")))


few = settings(
    max_examples=at_least(60),
    deadline=None,
    derandomize=True,  # the same ones every time, so that a red test is the change's
    suppress_health_check=[HealthCheck.too_slow],
)
many = settings(few, max_examples=at_least(100, in_ci=200))
