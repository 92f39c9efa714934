"""How strongly a finding is grounded. Apart from findings, since `--help` lists the words."""

from enum import IntEnum


class Basis(IntEnum):
    """How strongly a finding is grounded; a larger value is stronger (`--fail-on`)."""

    HINT = 1
    RECOMMENDED = 2
    LOCAL = 3
    CONDITIONAL = 4
    REQUIRED = 5

    def __str__(self) -> str:
        return self.name.lower()
