"""A second opinion on duties: what would hold however the blank cells were filled in.

Independent of the package, and slow: it fills in every blank cell in every way that matters to a
duty. A duty is documented when what is filled in says so; not documented when it would not be,
and could be assessed, in each of these municipalities; else not assessed. It does not apply where nobody
serves its groups, and nobody on a side would in any of them.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from tests.helpers.oracle import NO_SERVICE, Oracle, many

Selector = dict[str, Any]
DutyData = dict[str, Any]
"""A duty as in a register: id, requires, target_groups, alone, and the selectors of a and b."""

ELSE = "annet"
YES, NO = "yes", "no"
NATIONAL, PRIVATE = {"husbanken"}, {"ideell"}
"""Of the types of actors that are drawn: they serve nobody here, or are not public."""


class Filled(NamedTuple):
    """An actor as the laws see it; empty where a cell says nothing.

    `ours` is whether a unit, or a service of another municipality, stands for this one; `service`
    whether one in the sector Annet is a service. No cell says it.
    """

    types: frozenset[str]
    tasks: frozenset[str]
    groups: frozenset[str]
    ours: frozenset[str] = frozenset()
    service: frozenset[str] = frozenset()


class DutyOracle:
    """Duties over one municipality."""

    def __init__(self, oracle: Oracle) -> None:
        self.of = oracle
        self.as_filled_in = {
            actor: Filled(
                *(
                    frozenset(many(row.get(column, "")))
                    for column in ("service_type", "tasks", "target_groups")
                )
            )
            for actor, row in oracle.actors.items()
        }

    def applies(self, duty: DutyData) -> bool:
        of_the_state = all(
            selector.get("kind") == "external" or "actor_type" in selector for selector in duty["a"]
        )
        serving, other = ("b", "a") if of_the_state else ("a", "b")
        fitting = {
            side: [
                (actor, filled)
                for world in self.worlds(duty)
                for actor, filled in world.items()
                if any(
                    self.fits(actor, filled, selector | {"serves": False}, duty)
                    for selector in duty[side]
                )
            ]
            for side in "ab"
        }
        return self.applies_as_filled_in(duty) or any(
            filled.groups & {*duty["target_groups"]} and not self.serves_nobody(actor)
            for actor, filled in fitting[serving] or fitting[other]
        )

    def applies_as_filled_in(self, duty: DutyData) -> bool:
        rows = (*self.of.actors.values(), *self.of.rows("arenas"))
        served = {group for row in rows for group in many(row.get("target_groups", ""))}
        return not duty.get("target_groups") or bool(served & {*duty["target_groups"]})

    def documented(self, duty: DutyData) -> bool | None:
        if not self.of.any_ties() or not self.applies_as_filled_in(duty):
            return None
        if self.judged(duty, self.as_filled_in):
            return True
        everywhere = {self.judged(duty, world) for world in self.worlds(duty)}
        return False if everywhere == {False} else None

    def worlds(self, duty: DutyData) -> Iterator[dict[str, Filled]]:
        selectors = (*duty["a"], *duty["b"])
        types = {type_ for selector in selectors for type_ in selector.get("service_type", ())}
        tasks = {task for selector in selectors for task in selector.get("tasks", ())}
        serves = any(selector.get("serves") for selector in selectors)
        ours = any(
            selector.get("municipality") or selector.get("kind") == "unit" for selector in selectors
        )
        service = any(selector.get("service") for selector in selectors)

        def ways(actor: str) -> list[Filled]:
            known = self.as_filled_in[actor]
            may_be_of_type = actor in self.of.units or self.is_hosted(actor)
            return [
                Filled(*(frozenset({word}) for word in words))
                for words in product(
                    sorted({ELSE, *types})
                    if not known.types and may_be_of_type and types
                    else [None],
                    sorted({ELSE, *tasks}) if not known.tasks and tasks else [None],
                    sorted({ELSE, *duty["target_groups"]})
                    if not known.groups and serves
                    else [None],
                    [YES, NO] if self.is_hosted(actor) and ours else [None],
                    [YES, NO] if self.of.sector(actor) == ELSE and service else [None],
                )
                for words in [
                    [
                        word if word else "+".join(sorted(cell))
                        for word, cell in zip(words, known, strict=True)
                    ]
                ]
            ]

        actors = list(self.as_filled_in)
        for chosen in product(*(ways(actor) for actor in actors)):
            yield {
                actor: Filled(*(frozenset(next(iter(cell)).split("+")) for cell in filled))
                for actor, filled in zip(actors, chosen, strict=True)
            }

    # One municipality without blanks

    def fits(self, actor: str, filled: Filled, selector: Selector, duty: DutyData) -> bool:
        kind, unit = selector.get("kind"), actor in self.of.units
        ours = unit or YES in filled.ours
        return (
            (kind is None or (ours if kind == "unit" else not unit))
            and (not selector.get("municipality") or ours)
            and (not selector.get("service") or self.is_service(actor, filled))
            and (
                "actor_type" not in selector
                or self.of.actors[actor].get("actor_type") in selector["actor_type"]
            )
            and ("service_type" not in selector or bool(filled.types & {*selector["service_type"]}))
            and ("tasks" not in selector or bool(filled.tasks & {*selector["tasks"]}))
            and (
                not selector.get("serves")
                or (
                    not self.serves_nobody(actor) and bool(filled.groups & {*duty["target_groups"]})
                )
            )
        )

    def is_hosted(self, actor: str) -> bool:
        return self.of.actors[actor].get("actor_type") == "nabokommune"

    def serves_nobody(self, actor: str) -> bool:
        return self.of.sector(actor) in NO_SERVICE - {ELSE}

    def is_service(self, actor: str, filled: Filled) -> bool:
        if self.serves_nobody(actor) or self.of.actors[actor].get("actor_type") in (
            NATIONAL | PRIVATE
        ):
            return False
        return self.of.sector(actor) != ELSE or YES in filled.service or bool(filled.types - {ELSE})

    def make_a_pair(self, first: str, second: str) -> bool:
        outside = first not in self.of.units and second not in self.of.units
        if outside and (self.is_hosted(first) or self.is_hosted(second)):
            return first != second
        return self.of.is_pair(first, second)

    def judged(self, duty: DutyData, world: dict[str, Filled]) -> bool | None:
        on_a, on_b = (
            {
                actor
                for actor, filled in world.items()
                if any(self.fits(actor, filled, selector, duty) for selector in duty[side])
            }
            for side in "ab"
        )
        if duty.get("alone") and on_a & on_b:
            return True
        pairs = [
            (first, second)
            for first in on_a
            for second in on_b - on_a
            if self.make_a_pair(first, second)
        ]
        if any(self.has(duty, *pair) for pair in pairs):
            return True
        if not pairs or not self.could_be_told(duty, pairs):
            return None
        return False

    def could_be_told(self, duty: DutyData, pairs: list[tuple[str, str]]) -> bool:
        if duty.get("requires") == "agreement":
            return any(row.get("agreement") for row in self.of.rows("links")) and not any(
                self.with_row(*pair, self.says_nothing_of_agreement) for pair in pairs
            )
        return not any(self.of.in_doubt(*pair) for pair in pairs)

    @staticmethod
    def says_nothing_of_agreement(row: dict[str, str]) -> bool:
        denies = row.get("strength") == "none" and not row.get("valid_to")
        return not row.get("agreement") and not denies

    def has(self, duty: DutyData, first: str, second: str) -> bool:
        """Whether two have what a duty asks for."""
        match duty.get("requires"):
            case "agreement":
                return self.with_row(first, second, self.of.in_force)
            case "contact":
                loose = self.with_row(first, second, self.of.has_contact)
                return loose or self.refer(first, second) or self.covered(first, second)
            case _:
                return self.covered(first, second)

    def covered(self, first: str, second: str) -> bool:
        return self.of.linked(first, second) or self.of.meet(first, second)

    def with_row(self, first: str, second: str, holds: Any) -> bool:
        ends = (self.of.with_units_below(first), self.of.with_units_below(second))
        return any(holds(row) and self.joins(row, *ends) for row in self.of.rows("links"))

    def refer(self, first: str, second: str) -> bool:
        ends = (self.of.with_units_below(first), self.of.with_units_below(second))
        return any(self.joins(row, *ends) for row in self.of.rows("referrals"))

    @staticmethod
    def joins(row: dict[str, str], mine: set[str], yours: set[str]) -> bool:
        from_, to = row["from"], row["to"]
        return (from_ in mine and to in yours) or (to in mine and from_ in yours)
