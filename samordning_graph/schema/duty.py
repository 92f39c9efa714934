"""A duty to cooperate: whose it is, what it asks for, and who is on each of its two sides."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from samordning_graph.common.locale import _, current_language
from samordning_graph.schema.source_location import SourceLocation


class Requires(StrEnum):
    """What a duty asks of its two sides; a task asks something of one of them alone."""

    CONTACT = "contact"
    COOPERATION = "cooperation"
    AGREEMENT = "agreement"
    TASK = "task"


class Tier(StrEnum):
    """How binding a duty is; `local` is what the municipality itself requires, and in no register."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"
    LOCAL = "local"
    RECOMMENDED = "recommended"
    PROCESS = "process"


class Selector(NamedTuple):
    """Whom one side of a duty is about: every criterion that is filled in must hold.

    `kind` is unit, external or empty (both). `municipality` is any unit, since the duty is that of the
    municipality as such. `service` is any municipal or public service. `serves` requires that the
    actor serves one of the duty's target groups.
    """

    kind: str = ""
    municipality: bool = False
    service_type: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    actor_type: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    service: bool = False
    serves: bool = False


Side: TypeAlias = tuple[Selector, ...]
"""Alternative selectors: one of them must match."""


class Duty(NamedTuple):
    """One duty. A duty without two sides is only listed, and `why` says why it is not looked for.

    `checked` says on which page of an authority it was checked, `note` what was not. `replaces`
    are ids that it had, or of duties that are now part of it. `alone` says that an actor on both
    sides meets it by itself.
    """

    id: str
    law: str
    section: str
    tier: Tier
    force: str
    level: str
    target_groups: tuple[str, ...]
    a: Side
    b: Side
    verified: bool
    source: str
    place: SourceLocation
    texts: Mapping[str, str]
    requires: Requires = Requires.COOPERATION
    alone: bool = False
    checked: str = ""
    replaces: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        """The law and its section."""
        return f"{self.law} {self.section}".strip()

    @property
    def marked_citation(self) -> str:
        """The citation, marked if it is not verified: for every text that shows it."""
        if self.verified:
            return self.citation
        return _("{citation} (not verified)").format(citation=self.citation)

    @property
    def is_looked_for(self) -> bool:
        """Whether it has two sides to look for in the network."""
        return bool(self.a and self.b)

    @property
    def is_by_sector(self) -> bool:
        """Whether the first side is told by its sector, not by what kind of service it is."""
        return not any(selector.service_type or selector.municipality for selector in self.a)

    @property
    def subject(self) -> str:
        """Whose duty it is, or an empty text."""
        return self._text("subject")

    @property
    def clause(self) -> str:
        """What it requires, in our own words, in the language in use."""
        return self._text("clause")

    @property
    def why(self) -> str:
        """Why it is not looked for in the network, or an empty text."""
        return self._text("why")

    @property
    def note(self) -> str:
        """What was not verified, or an empty text."""
        return self._text("note")

    def _text(self, name: str) -> str:
        english, norwegian = self.texts.get(f"{name}_en", ""), self.texts.get(f"{name}_nb", "")
        return (english or norwegian) if current_language() == "en" else (norwegian or english)
