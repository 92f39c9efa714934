"""A second opinion on pairs, coverage and rules: plain sets over the cells of the tables, slow.

Written from the meaning of the words and not from the package, which it does not import. Each
answer is the definition itself; nothing is cached and nothing is clever.
"""

from datetime import date
from fractions import Fraction
from itertools import combinations, product

Table = list[dict[str, str]]
Tables = dict[str, Table]
Pair = tuple[str, str]
Assessed = tuple[set[tuple[str, ...]], int, set[tuple[str, ...]]]
"""What a rule found, how many it examined, and what it could not assess."""

SECTOR_OF_TYPE = {
    "nav-stat": "sosial",
    "husbanken": "bolig",
    "fengsel": "justis",
    "ideell": "frivillig",
    "nabokommune": "annet",
}
NO_SERVICE = {"ledelse", "stab", "annet"}
STRONGER = ("observer", "on_call", "member", "leader")
PART = ("leader", "member")
STRENGTHS = ("none", "awareness", "cooperation", "coordination", "integration")


def many(cell: str) -> set[str]:
    return {part for part in cell.split(";") if part}


def row_ends(row: dict[str, str]) -> set[str]:
    return {row["from"], row["to"]}


class Oracle:
    """One municipality on one day. Ids everywhere, words in their English ids, dates in ISO."""

    def __init__(
        self,
        tables: Tables,
        as_of: date,
        max_arena_size: int | None = None,
        min_meetings: float | None = None,
        links: str = "any",
    ) -> None:
        self.tables = tables
        self.as_of = as_of.isoformat()
        self.max_arena_size = max_arena_size
        self.min_meetings = min_meetings
        self.only_confirmed = links == "confirmed"
        self.units = {row["id"]: row for row in self.rows("units")}
        self.external = {row["id"]: row for row in self.rows("external_actors")}
        self.actors = {**self.units, **self.external}
        self.ids = sorted(self.actors)

    def rows(self, table: str) -> Table:
        return self.tables.get(table, [])

    # Actors

    def sector(self, actor: str) -> str:
        row = self.actors[actor]
        return row.get("sector") or SECTOR_OF_TYPE[row["actor_type"]]

    def services(self) -> list[str]:
        return [
            unit
            for unit, row in self.units.items()
            if self.sector(unit) not in NO_SERVICE and row.get("service_type") != "politisk-organ"
        ]

    def asked(self, actor: str, *topics: str) -> bool:
        row = self.actors[actor]
        about = many(row.get("surveyed_about", "")) or {"contact", "arenas", "goals"}
        return row.get("surveyed", "") not in ("", "nei") and {*topics} <= about

    def units_above(self, actor: str) -> set[str]:
        parent = self.units.get(actor, {}).get("part_of", "")
        return {parent, *self.units_above(parent)} if parent else set()

    def with_units_below(self, actor: str) -> set[str]:
        """The actor and everyone below it: those whose ties are its ties."""
        return {actor, *(below for below in self.ids if actor in self.units_above(below))}

    def is_pair(self, first: str, second: str) -> bool:
        return (
            first != second
            and (first in self.units or second in self.units)
            and first not in self.units_above(second)
            and second not in self.units_above(first)
        )

    def is_cross(self, first: str, second: str) -> bool:
        return self.is_pair(first, second) and self.sector(first) != self.sector(second)

    def pairs(self) -> set[Pair]:
        return {pair for pair in combinations(self.ids, 2) if self.is_pair(*pair)}

    def cross_pairs(self) -> set[Pair]:
        return {pair for pair in combinations(self.ids, 2) if self.is_cross(*pair)}

    # Arenas

    def own_role(self, actor: str, arena: str) -> str | None:
        roles = [
            row.get("role") or "member"
            for row in self.rows("participation")
            if (row["actor"], row["arena"]) == (actor, arena)
        ]
        return max(roles, key=STRONGER.index) if roles else None

    def role(self, actor: str, arena: str) -> str | None:
        roles = [self.own_role(part, arena) for part in self.with_units_below(actor)]
        return max((role for role in roles if role), key=STRONGER.index, default=None)

    def own_members(self, arena: str) -> set[str]:
        return {actor for actor in self.ids if self.own_role(actor, arena) in PART}

    def works(self, arena: dict[str, str]) -> bool:
        meetings, last = arena.get("meetings_per_year", ""), arena.get("valid_to", "")
        return (
            arena.get("kind") != "information"
            and not (
                self.max_arena_size is not None
                and len(self.own_members(arena["id"])) > self.max_arena_size
            )
            and not (
                self.min_meetings is not None and meetings and float(meetings) < self.min_meetings
            )
            and not (last and last < self.as_of)
        )

    def working(self) -> list[str]:
        return [row["id"] for row in self.rows("arenas") if self.works(row)]

    def word_on_list(self, arena: str) -> str:
        return self.arena(arena).get("participants_complete", "")

    def is_open(self, arena: str) -> bool:
        word = self.word_on_list(arena)
        nobody = not any(row["arena"] == arena for row in self.rows("participation"))
        return word == "nei" or (nobody and word != "ja")

    def is_silent(self, arena: str) -> bool:
        return not self.is_open(arena) and self.word_on_list(arena) == ""

    # Ties

    def in_force(self, row: dict[str, str]) -> bool:
        return Oracle.names_agreement(row) and not (
            row.get("valid_to") and row["valid_to"] < self.as_of
        )

    @staticmethod
    def collaborates(row: dict[str, str]) -> bool:
        return bool(row.get("strength")) or not Oracle.names_agreement(row)

    @staticmethod
    def names_agreement(row: dict[str, str]) -> bool:
        return row.get("agreement", "").lower() not in ("", "-", "nei", "ingen")

    def has_contact(self, row: dict[str, str]) -> bool:
        return self.collaborates(row) and row.get("strength") != "none"

    def works_together(self, row: dict[str, str]) -> bool:
        return self.has_contact(row) and row.get("strength") != "awareness"

    def answers(self, end: str, other: str) -> list[str]:
        """What an end says of its contact with the other one, in every row that is its word."""
        return [
            row.get("strength") or "cooperation"
            for row in self.rows("links")
            if row_ends(row) == {end, other}
            and self.collaborates(row)
            and (
                row.get("reported_by") == "both"
                or (row.get("reported_by") == "one" and row["from"] == end)
            )
        ]

    def confirmed(self, link: frozenset[str]) -> bool:
        ends = sorted(link)
        return all(
            {*self.answers(end, other)} & {"cooperation", "coordination", "integration"}
            for end, other in (ends, ends[::-1])
        )

    def links(self) -> set[frozenset[str]]:
        collaborations = {
            frozenset(row_ends(row)) for row in self.rows("links") if self.works_together(row)
        }
        agreements = {frozenset(row_ends(row)) for row in self.rows("links") if self.in_force(row)}
        if self.only_confirmed:
            collaborations = {link for link in collaborations if self.confirmed(link)}
        return collaborations | agreements

    def deny_contact(self, first: str, second: str) -> bool:
        """One of the two says that they have no contact, and nobody says that they have."""
        rows = [
            row
            for row in self.rows("links")
            if row_ends(row) == {first, second} and self.collaborates(row)
        ]
        of_ends = {*self.answers(first, second), *self.answers(second, first)}
        return "none" in of_ends and not any(self.has_contact(row) for row in rows)

    def linked(self, first: str, second: str) -> bool:
        return any(
            frozenset((mine, yours)) in self.links()
            for mine in self.with_units_below(first)
            for yours in self.with_units_below(second)
        )

    def arenas_of(self, actor: str) -> set[str]:
        return {arena for arena in self.working() if self.role(actor, arena) in PART}

    def meet(self, first: str, second: str) -> bool:
        return bool(self.arenas_of(first) & self.arenas_of(second))

    def could_show(self, arena: str, first: str, second: str) -> bool:
        roles = [self.role(first, arena), self.role(second, arena)]
        if self.is_open(arena):
            return not any(role in ("on_call", "observer") for role in roles)
        if self.is_silent(arena):
            takes_part = [role in PART for role in roles]
            return takes_part.count(True) == 1 and None in roles
        return False

    def in_doubt(self, first: str, second: str) -> bool:
        return (
            not (self.asked(first, "arenas") and self.asked(second, "arenas"))
            and not self.deny_contact(first, second)
            and any(self.could_show(arena, first, second) for arena in self.working())
        )

    def coverage(self, first: str, second: str) -> str:
        if self.linked(first, second):
            return "direct"
        if self.meet(first, second):
            return "arena"
        return "not_assessed" if self.in_doubt(first, second) else "none"

    def counts(self) -> dict[str, int]:
        found = [self.coverage(*pair) for pair in self.cross_pairs()]
        if not self.any_ties():
            found = ["not_assessed" for _pair in found]
        return {
            "all": len(self.pairs()),
            "cross_sector": len(found),
            **{word: found.count(word) for word in ("direct", "arena", "none", "not_assessed")},
        }

    # Needs

    def holders(self, aim: str) -> set[str]:
        return {row["actor"] for row in self.rows("goal_owners") if row["goal"] == aim}

    def is_political_unit(self, actor: str) -> bool:
        return self.units.get(actor, {}).get("service_type") == "politisk-organ"

    def administrative_holders(self, aim: str) -> set[str]:
        return {holder for holder in self.holders(aim) if not self.is_political_unit(holder)}

    def share_goal(self, first: str, second: str) -> bool:
        aims = {row["goal"] for row in self.rows("goal_owners")}
        return any({first, second} <= self.administrative_holders(aim) for aim in aims)

    def share_group(self, first: str, second: str) -> bool:
        mine, yours = (many(self.actors[end].get("target_groups", "")) for end in (first, second))
        return bool(mine & yours)

    def refer(self, first: str, second: str) -> bool:
        return any({row["from"], row["to"]} == {first, second} for row in self.rows("referrals"))

    def needed(self, ground: str) -> set[Pair]:
        related = {
            "goal": self.share_goal,
            "target_group": self.share_group,
            "referral": self.refer,
        }
        return {
            pair
            for pair in self.cross_pairs()
            if related[ground](*pair) and not any(map(self.is_political_unit, pair))
        }

    def split(self, pairs: set[Pair]) -> dict[str, set[Pair]]:
        found: dict[str, set[Pair]] = {
            word: set() for word in ("direct", "arena", "none", "not_assessed")
        }
        for pair in pairs:
            found[self.coverage(*pair)].add(pair)
        return found

    # Rules

    def any_ties(self) -> bool:
        return bool(
            self.rows("participation")
            or self.rows("referrals")
            or any(self.has_contact(row) or self.in_force(row) for row in self.rows("links"))
        )

    def has_open_ties(self, actor: str) -> bool:
        return not self.asked(actor, "contact", "arenas") and any(
            self.is_open(arena) and self.role(actor, arena) is None for arena in self.working()
        )

    def is_tied(self, actor: str) -> bool:
        mine = self.with_units_below(actor)
        return (
            any(row["actor"] in mine for row in self.rows("participation"))
            or any(
                {row["from"], row["to"]} & mine
                for row in self.rows("links")
                if self.has_contact(row) or self.in_force(row)
            )
            or self.refers_at_all(actor)
        )

    def refers_at_all(self, actor: str) -> bool:
        mine = self.with_units_below(actor)
        return any({row["from"], row["to"]} & mine for row in self.rows("referrals"))

    def has_linked_partner(self, actor: str) -> bool:
        return any(
            self.is_pair(actor, partner) and self.linked(actor, partner) for partner in self.ids
        )

    def each_actor(
        self, candidates: list[str], found: set[tuple[str, ...]], settled: set[str]
    ) -> Assessed:
        if not self.any_ties():
            return set(), 0, set()
        unknown = {actor for actor in candidates if self.has_open_ties(actor)} - settled
        return (
            {case for case in found if case[0] not in unknown},
            len(candidates) - len(unknown),
            {(actor,) for actor in unknown},
        )

    def iso01(self) -> Assessed:
        tied = {actor for actor in self.ids if self.is_tied(actor)}
        return self.each_actor(self.ids, {(actor,) for actor in {*self.ids} - tied}, tied)

    def iso02(self) -> Assessed:
        found, crossing = set(), set()
        for unit in self.services():
            sectors = {
                self.sector(partner)
                for partner in self.ids
                if self.is_pair(unit, partner)
                and self.coverage(unit, partner) in ("direct", "arena")
            }
            if sectors - {self.sector(unit)}:
                crossing.add(unit)
            elif sectors:
                found.add((unit,))
        return self.each_actor(self.services(), found, crossing)

    def iso03(self) -> Assessed:
        found = {
            (unit, *self.arenas_of(unit))
            for unit in self.services()
            if len(self.arenas_of(unit)) == 1 and not self.has_linked_partner(unit)
        }
        settled = {
            unit
            for unit in self.services()
            if len(self.arenas_of(unit)) > 1 or self.has_linked_partner(unit)
        }
        return self.each_actor(self.services(), found, settled)

    def iso04(self) -> Assessed:
        if not self.any_ties():
            return set(), 0, set()
        left, groups = set(self.ids), []
        while left:
            group: set[str] = set()
            edge = {min(left)}
            while edge:
                group |= edge
                edge = {
                    neighbour
                    for neighbour in self.ids
                    for member in group
                    if frozenset((member, neighbour)) in self.links()
                    or any(
                        {member, neighbour} <= self.own_members(arena) for arena in self.working()
                    )
                } - group
            left -= group
            groups.append(tuple(sorted(group)))
        groups.sort(key=lambda group: (-len(group), group))
        groups = [group for group in groups if len(group) > 1 and {*group} & {*self.services()}]
        unknown = {
            group for group in groups[1:] if any(self.has_open_ties(actor) for actor in group)
        }
        found = {*groups[1:]} - unknown
        return found, len(groups) - len(unknown), unknown

    def iso05(self) -> Assessed:
        firm = {
            unit
            for unit in self.units
            if self.arenas_of(unit) or self.has_linked_partner(unit) or self.refers_at_all(unit)
        }
        found = {(unit,) for unit in {*self.units} - firm if self.is_tied(unit)}
        return self.each_actor(list(self.units), found, firm)

    def link(self, ground: str) -> Assessed:
        if not self.any_ties():
            return set(), 0, set()
        split = self.split(self.needed(ground))
        unknown: set[tuple[str, ...]] = {*split["not_assessed"]}
        return {*split["none"]}, len(self.needed(ground)) - len(unknown), unknown

    def link06(self) -> Assessed:
        if not self.any_ties():
            return set(), 0, set()
        found, unknown, examined = set(), set(), 0
        hosted = [
            actor
            for actor, row in self.external.items()
            if row["actor_type"] == "nabokommune"
            and self.sector(actor) not in NO_SERVICE - {"annet"}
        ]
        sectors = {self.sector(actor) for actor in (*self.services(), *hosted)} - {"annet"}
        for case in combinations(sorted(sectors), 2):
            between = {
                self.coverage(first, second)
                for first in self.services()
                for second in self.services()
                if (self.sector(first), self.sector(second)) == case and self.is_pair(first, second)
            }
            of_units = bool(between)
            for first, second in product(self.services(), hosted):
                near, far = self.sector(first), self.sector(second)
                if near not in case or near == far or far not in (*case, "annet"):
                    continue
                coverage = self.coverage(first, second)
                if coverage == "none" or (not of_units and far == "annet"):
                    continue
                if coverage == "not_assessed":
                    between |= {coverage} if of_units else set()
                elif far != "annet" and self.external[second].get("service_type"):
                    between.add(coverage)
                else:
                    between.add("not_assessed")
            if between == {"none"}:
                found.add(case)
            if between and between <= {"none", "not_assessed"} and "not_assessed" in between:
                unknown.add(case)
            elif between:
                examined += 1
        return found, examined, unknown

    def link07(self) -> Assessed:
        if not self.any_ties():
            return set(), 0, set()
        found, unknown, examined = set(), set(), 0
        for external in self.external:
            agreement, contacts = False, []
            for row in self.rows("links"):
                if external not in (row["from"], row["to"]) or not self.units.keys() & row_ends(
                    row
                ):
                    continue
                if self.in_force(row):
                    agreement = True
                    contacts.append(row.get("formal") == "nei")
            for unit in self.units:
                rows = [
                    row
                    for row in self.rows("links")
                    if row_ends(row) == {external, unit} and self.collaborates(row)
                ]
                if any(self.has_contact(row) for row in rows):
                    acquainted = not any(self.works_together(row) for row in rows)
                    formal = {row.get("formal") for row in rows}
                    contacts.append(acquainted or formal == {"nei"})
                if self.refer(external, unit):
                    contacts.append(False)
            listed_with_a_unit = any(
                self.own_role(external, arena["id"])
                and any(self.own_role(unit, arena["id"]) for unit in self.units)
                for arena in self.rows("arenas")
            )
            if not contacts and not listed_with_a_unit:
                continue
            meets = any(self.meet(external, unit) for unit in self.units)
            loose = contacts and not meets and (agreement or all(contacts))
            if loose and self.has_open_ties(external):
                unknown.add((external,))
            else:
                examined += 1
                if loose:
                    found.add((external,))
        return found, examined, unknown

    def arena(self, arena: str) -> dict[str, str]:
        (row,) = (row for row in self.rows("arenas") if row["id"] == arena)
        return row

    def at_level(self, level: str) -> list[str]:
        return [arena for arena in self.working() if self.arena(arena).get("level") == level]

    def share_people(self, first: str, second: str) -> bool:
        return any({first, second} <= self.arenas_of(actor) for actor in self.ids)

    def answers_to(self, arena: str) -> set[str]:
        uppers = many(self.arena(arena).get("anchored_in", "")) & {
            row["id"] for row in self.rows("arenas")
        }
        return uppers.union(*(self.answers_to(upper) for upper in uppers))

    def link08(self) -> Assessed:
        strategic, operational = self.at_level("strategic"), self.at_level("operational")
        if not self.any_ties() or not operational:
            return set(), 0, set()
        found, unknown = set(), set()
        for upper in strategic:
            if any(
                self.share_people(upper, lower)
                or upper in self.answers_to(lower)
                or lower in self.answers_to(upper)
                for lower in operational
            ):
                continue
            doubt = any(self.is_open(arena) for arena in (upper, *operational))
            (unknown if doubt else found).add((upper,))
        return found, len(strategic) - len(unknown), unknown

    def link09(self) -> Assessed:
        found, examined = set(), 0
        for first, second in combinations(self.ids, 2):
            if not {first, second} & {*self.units}:
                continue
            of_ends = [self.answers(first, second), self.answers(second, first)]
            if all(of_ends):
                examined += 1
                low, high = sorted(max(map(STRENGTHS.index, answers)) for answers in of_ends)
                if high - low > 1 or (low == 0 and high > 0):
                    found.add((first, second))
        return found, examined, set()

    def goals(self) -> list[str]:
        return sorted(row["id"] for row in self.rows("goals"))

    def goals_above(self, goal: str) -> set[str]:
        (parent,) = (row.get("parent", "") for row in self.rows("goals") if row["id"] == goal)
        return {parent, *self.goals_above(parent)} if parent else set()

    def goal01(self) -> Assessed:
        owned = {row["goal"] for row in self.rows("goal_owners") if row.get("role") == "owner"}
        if not owned & set(self.goals()):
            return set(), 0, set()
        return {(goal,) for goal in self.goals() if goal not in owned}, len(self.goals()), set()

    def goal02(self) -> Assessed:
        held = [goal for goal in self.goals() if self.holders(goal) & set(self.services())]
        found = {
            (goal,)
            for goal in held
            if len({self.sector(holder) for holder in self.administrative_holders(goal)}) == 1
        }
        return found, len(held), set()

    def goal03(self) -> Assessed:
        if not self.any_ties():
            return set(), 0, set()
        found, unknown, examined = set(), set(), 0
        for goal in self.goals():
            pairs = [
                pair
                for pair in combinations(sorted(self.administrative_holders(goal)), 2)
                if self.is_cross(*pair)
            ]
            if not pairs:
                continue
            if any(self.meet(*pair) for pair in pairs):
                examined += 1
            elif any(self.in_doubt(*pair) for pair in pairs):
                unknown.add((goal,))
            else:
                examined += 1
                found.add((goal,))
        return found, examined, unknown

    def goal04(self) -> Assessed:
        arenas = self.rows("arenas")
        if not any(arena.get("goals") for arena in arenas):
            return set(), 0, set()
        working = [arena for arena in arenas if self.works(arena)]
        without = {(arena["id"],) for arena in working if not arena.get("goals")}
        if self.says("all_goals_listed") == "ja":
            return without, len(working), set()
        return set(), len(working) - len(without), without

    def goal05(self, same: set[str]) -> set[tuple[str, ...]]:
        """The pairs of goals that are found; `same` holds names, equal or with nothing in common."""
        by_id = {row["id"]: row for row in self.rows("goals")}
        assert {row["name"] for row in by_id.values()} <= same
        found = set()
        for first, second in combinations(self.goals(), 2):
            mine, yours = self.holders(first), self.holders(second)
            related = second in self.goals_above(first) or first in self.goals_above(second)
            followed = any(
                {first, second} <= many(arena.get("goals", ""))
                for arena in self.rows("arenas")
                if self.works(arena)
            )
            if (
                by_id[first]["name"] == by_id[second]["name"]
                and self.administrative_holders(first)
                and self.administrative_holders(second)
                and not mine & yours
                and not related
                and not followed
                and not any(self.meet(a, b) for a in mine for b in yours)
            ):
                found.add((first, second))
        return found

    def goal06(self) -> Assessed:
        holding = {row["actor"] for row in self.rows("goal_owners")}
        if not holding:
            return set(), 0, set()
        candidates = [actor for actor in self.ids if self.actors[actor].get("tasks")]
        without = [
            actor
            for actor in candidates
            if not holding & (self.with_units_below(actor) | self.units_above(actor))
        ]
        unknown = {
            (actor,)
            for actor in without
            if self.says("all_goals_listed") != "ja" and not self.asked(actor, "goals")
        }
        return {(actor,) for actor in without} - unknown, len(candidates) - len(unknown), unknown

    def mandate(self, arena: dict[str, str]) -> str:
        """«yes», «no» where both cells say so, else «»."""
        texts = {arena.get("mandate", ""), arena.get("basis", "")}
        if texts <= {"", "-", "nei", "Nei", "ingen", "INGEN"}:
            return "" if "" in texts else "no"
        return "yes"

    def administrative(self) -> list[str]:
        """The working arenas that are no political bodies."""
        return [arena for arena in self.working() if not self.is_political(self.arena(arena))]

    def is_political(self, arena: dict[str, str]) -> bool:
        """Whether an arena is a political body, by its name."""
        bodies = ("kommunestyre", "formannskap", "bystyre", "byråd", "hovedutvalg")
        return any(
            word.lower().removesuffix("et").removesuffix("t").rstrip("e") == body.rstrip("e")
            for word in arena.get("name", "").split()
            for body in bodies
        )

    def arena01(self) -> Assessed:
        if not any(self.mandate(arena) == "yes" for arena in self.rows("arenas")):
            return set(), 0, set()
        arenas = {arena: self.mandate(self.arena(arena)) for arena in self.administrative()}
        unknown = {(arena,) for arena, word in arenas.items() if not word}
        found = {(arena,) for arena, word in arenas.items() if word == "no"}
        return found, len(arenas) - len(unknown), unknown

    def arena02(self) -> Assessed:
        led = {row["arena"] for row in self.rows("participation") if row.get("role") == "leader"}
        if not led:
            return set(), 0, set()
        arenas = self.administrative()
        without = {arena for arena in arenas if arena not in led}
        unknown = {(arena,) for arena in without if self.is_open(arena)}
        return {(arena,) for arena in without} - unknown, len(arenas) - len(unknown), unknown

    def arena03(self) -> Assessed:
        arenas = [
            arena
            for arena in self.administrative()
            if len(self.own_members(arena)) > 1 and self.own_members(arena) & {*self.services()}
        ]
        unknown = {(arena,) for arena in arenas if self.is_open(arena)}
        found = {
            (arena,)
            for arena in arenas
            if len({self.sector(member) for member in self.own_members(arena)}) == 1
        }
        return found - unknown, len(arenas) - len(unknown), unknown

    def arena04(self) -> Assessed:
        found, examined = set(), 0
        for first, second in combinations(sorted(self.working()), 2):
            levels = {self.arena(arena).get("level", "") for arena in (first, second)} - {""}
            mine, yours = self.own_members(first), self.own_members(second)
            if len(levels) == 2 or min(len(mine), len(yours)) < 3:
                continue
            examined += 1
            if len(mine & yours) >= 3 and len(mine & yours) / len(mine | yours) > 0.66:
                found.add((first, second))
        return found, examined, set()

    def arena05(self) -> Assessed:
        found, unknown, examined = set(), set(), 0
        for first, second in combinations(sorted(self.working()), 2):
            if not any(
                many(self.arena(first).get(column, "")) & many(self.arena(second).get(column, ""))
                for column in ("tasks", "target_groups")
            ):
                continue
            apart = not self.share_people(first, second)
            if apart and (self.is_open(first) or self.is_open(second)):
                unknown.add((first, second))
            else:
                examined += 1
                if apart:
                    found.add((first, second))
        return found, examined, unknown

    def arena06(self) -> Assessed:
        words = [
            arena.get("municipal_leadership", "")
            for arena in self.rows("arenas")
            if arena.get("level") == "strategic"
            and not self.is_political(arena)
            and not (arena.get("valid_to") and arena["valid_to"] < self.as_of)
        ]
        if words and "ja" not in words and "" in words:
            return set(), 0, {("0000",)}
        return {("0000",)} if words and {*words} == {"nei"} else set(), len(words), set()

    def arena07(self) -> Assessed:
        words = {
            arena: self.arena(arena).get("user_representation", "") for arena in self.working()
        }
        filled = [word for word in words.values() if word]
        return {(arena,) for arena, word in words.items() if word == "nei"}, len(filled), set()

    # Plans

    def says(self, cell: str) -> str:
        """What the municipality says of itself: ja, nei or nothing."""
        return "".join(row.get(cell, "") for row in self.rows("municipality"))

    def any_plans(self) -> bool:
        tables = ("overview", "plans", "challenges", "goals", "strategies", "measures")
        return any(self.rows(table) for table in tables)

    def about_the_municipality(self, holds: bool | None) -> Assessed:
        if holds is None and not self.any_plans():
            return set(), 0, set()
        if holds is None:
            return set(), 0, {("0000",)}
        return set() if holds else {("0000",)}, 1, set()

    def years_before(self, years: int, day: str) -> str:
        return f"{int(day[:4]) - years}{day[4:]}"

    def council(self) -> tuple[str, str]:
        """The first day of the council, and of the next: the last of October after the election."""
        first = max(
            f"{year}-10-31" for year in range(1995, 2099, 4) if f"{year}-10-31" <= self.as_of
        )
        return first, self.years_before(-4, first)

    @staticmethod
    def election(year: str) -> str:
        """The second Monday of September."""
        days = (date(int(year), 9, day) for day in range(8, 15))
        return next(day.isoformat() for day in days if day.isoweekday() == 1)

    def strategies(self) -> dict[str, str]:
        """The planning strategies that are not of another council, with the day of adoption.

        No day where it may be either council's.
        """
        first, following = self.council()
        found = {}
        for row in self.rows("plans"):
            adopted = row.get("adopted", "")
            if adopted > self.as_of:
                continue
            if adopted in (f"{first[:4]}-01-01", f"{following[:4]}-01-01"):
                adopted = ""
            if any(self.election(day[:4]) < adopted < day for day in (first, following)):
                adopted = ""
            if row["kind"] == "planstrategi" and (not adopted or first <= adopted < following):
                found[row["id"]] = adopted
        return found

    @staticmethod
    def at_the_latest(day: str) -> str:
        """A year is read as its first day: it may have been any day until the last."""
        return day.replace("-01-01", "-12-31")

    def overviews(self) -> Table:
        """Those that are made by the day of the report, or have no date."""
        return [row for row in self.rows("overview") if row.get("date", "") <= self.as_of]

    def is_due(self) -> bool:
        return self.as_of > self.years_before(-1, self.council()[0])

    def aims(self) -> Table:
        return [*self.rows("goals"), *self.rows("strategies")]

    def plans_in_time(self) -> set[str]:
        """The plans that count: the municipal plan, and others between their first and last day."""
        return self.kommuneplan() | {
            row["id"]
            for row in self.rows("plans")
            if row["kind"] not in ("samfunnsdel", "arealdel")
            and row.get("adopted", "") <= self.as_of <= (row.get("valid_to") or self.as_of)
        }

    def aims_in_time(self) -> Table:
        return [row for row in self.aims() if self.is_in_time(row)]

    def is_in_time(self, row: dict[str, str]) -> bool:
        """Whether a row stands in no plan, or in one that counts."""
        return not row.get("plan") or bool(many(row["plan"]) & self.plans_in_time())

    def aims_for_sure(self) -> Table:
        """Without those of which only a plan that another may have replaced counts."""
        sure = self.plans_in_time() - self.kommuneplan() | self.settled()
        return [row for row in self.aims() if not row.get("plan") or many(row["plan"]) & sure]

    def goals_in_time(self) -> set[str]:
        return {*self.goals()} & {row["id"] for row in self.aims_in_time()}

    def kinds(self, row: dict[str, str]) -> set[str]:
        """The kinds of the plans that a row stands in."""
        named = many(row.get("plan", ""))
        return {plan["kind"] for plan in self.rows("plans") if plan["id"] in named}

    def in_kommuneplan(self, row: dict[str, str]) -> bool:
        return bool(self.kinds(row) & {"samfunnsdel", "arealdel"})

    def kommuneplan(self) -> set[str]:
        """The parts of the municipal plan that none of their kind has replaced."""
        days: dict[str, list[str]] = {"samfunnsdel": [], "arealdel": []}
        for row in self.rows("plans"):
            if row["kind"] in days and row.get("adopted", "") <= self.as_of:
                days[row["kind"]].append(row.get("adopted", ""))
        return {
            row["id"]
            for row in self.rows("plans")
            if row["kind"] in days
            and row.get("adopted", "") <= self.as_of
            and (not row.get("adopted") or row["adopted"] >= max(days[row["kind"]], default=""))
        }

    def line(self, goal: str) -> set[str]:
        """The goal and those above it."""
        return {goal, *self.goals_above(goal)}

    def plan01(self) -> Assessed:
        dates = [row.get("date", "") for row in self.overviews()]
        if dates:
            latest = max(map(self.at_the_latest, dates))
            return self.about_the_municipality(latest >= self.years_before(4, self.as_of))
        return self.about_the_municipality(None if self.says("has_overview") != "nei" else False)

    def plan02(self) -> Assessed:
        overviews = {(row["id"],) for row in self.overviews()}
        cells = [
            {row.get(cell, "") for row in self.overviews()}
            for cell in ("ordinary_housing", "adapted_housing")
        ]
        if overviews and {"nei"} in cells:
            return overviews, len(overviews), set()
        if any("" in words and "ja" not in words for words in cells):
            return set(), 0, overviews
        return set(), len(overviews), set()

    def plan03(self) -> Assessed:
        strategies, overviews = self.strategies(), self.overviews()
        if not strategies and not self.is_due():
            return set(), 0, set()
        rests = [
            self.rests_on(adopted, plan, overview)
            for plan, adopted in strategies.items()
            for overview in overviews
        ]
        if True in rests:
            return self.about_the_municipality(True)
        if not overviews and self.says("has_overview") == "nei":
            return self.about_the_municipality(False)
        if not strategies:
            listed_all = self.says("all_plans_listed") == "ja"
            return self.about_the_municipality(False if listed_all else None)
        unknown = not overviews or None in rests or "" in strategies.values()
        return self.about_the_municipality(None if unknown else False)

    def rests_on(self, adopted: str, plan: str, overview: dict[str, str]) -> bool | None:
        if not adopted:
            return None
        if overview.get("date", "") > self.at_the_latest(adopted):
            return False
        if not overview.get("plans"):
            return None
        named = plan in many(overview["plans"])
        return named if overview.get("date") else None if named else False

    def plan04(self) -> Assessed:
        words = {
            row["id"]: row.get("discusses_social_housing", "") if adopted else ""
            for row in self.rows("plans")
            if (adopted := self.strategies().get(row["id"])) is not None
        }
        unknown = {(plan,) for plan, word in words.items() if not word}
        found = {(plan,) for plan, word in words.items() if word == "nei"}
        return found, len(words) - len(unknown), unknown

    def plan05(self) -> Assessed:
        words = {self.has_overall(self.rows(table)) for table in ("goals", "strategies")}
        unknown = None if None in words else True
        return self.about_the_municipality(False if False in words else unknown)

    def has_overall(self, rows: Table) -> bool | None:
        """Whether one of these stands in the municipal plan as an overall one."""
        mine = [many(row.get("plan", "")) for row in rows if row.get("overall") != "nei"]
        if any(plans & self.settled() for plans in mine):
            return True
        if any(plans & self.kommuneplan() for plans in mine):
            return None
        if self.says("all_goals_listed") == "ja" and all(mine):
            return False
        if self.says("all_plans_listed") == "ja" and not self.kommuneplan():
            return False
        return None

    def settled(self) -> set[str]:
        """Without those of a kind of which one has no day, so that either may be the newer one."""
        plans = [row for row in self.rows("plans") if row["id"] in self.kommuneplan()]
        return {
            row["id"]
            for row in plans
            if len(of_kind := [plan for plan in plans if plan["kind"] == row["kind"]]) == 1
            or all(plan.get("adopted") for plan in of_kind)
        }

    def plan06(self) -> Assessed:
        challenges = {row["id"] for row in self.rows("challenges")}
        answered, perhaps = (
            {challenge for row in rows for challenge in many(row.get("challenges", ""))}
            for rows in (self.aims_for_sure(), self.aims_in_time())
        )
        found = {(challenge,) for challenge in challenges - perhaps}
        unknown = {(challenge,) for challenge in perhaps - answered}
        if self.says("all_goals_listed") != "ja" or not all(
            row.get("challenges") for row in self.aims_in_time()
        ):
            found, unknown = set(), found | unknown
        return found, len(challenges) - len(unknown), unknown

    def plan07(self) -> Assessed:
        sure = {row["id"] for row in self.aims_for_sure()}
        answering = {row["id"] for row in self.aims_in_time() if row.get("challenges")}
        if not answering & sure:
            return set(), 0, set()
        found, unknown, held = set(), set(), set()
        for row in self.aims_in_time():
            near = self.line_around(row["id"])
            if row.get("overall") == "nei" or (row["id"] not in sure and near & answering):
                continue
            if row["id"] in sure and near & answering & sure:
                held.add((row["id"],))
            elif near & answering or row["id"] not in sure:
                unknown.add((row["id"],))
            elif (row.get("overall"), self.says("all_goals_listed")) == ("ja", "ja"):
                found.add((row["id"],))
            else:
                unknown.add((row["id"],))
        return found, len(held) + len(found), unknown

    def line_around(self, aim: str) -> set[str]:
        """The goal or strategy itself, and the goals above and below it."""
        if aim not in self.goals():
            return {aim}
        return self.line(aim) | {goal for goal in self.goals() if aim in self.line(goal)}

    def plan08(self) -> Assessed:
        measures = self.rows("measures")
        goals = [goal for goal in self.goals() if goal in self.goals_in_time()]
        realised = {aim for row in measures for aim in many(row.get("realises", ""))} & {
            *self.goals()
        }
        served = {above for goal in realised for above in self.line(goal)}
        if not measures:
            return set(), 0, set()
        paid = {
            row["id"]: "ja" if "okonomiplan" in self.kinds(row) else row.get("budgeted", "")
            for row in measures
            if self.is_in_time(row)
        }
        found = {(measure,) for measure, word in paid.items() if word == "nei"}
        unknown = {(measure,) for measure, word in paid.items() if not word}
        rest = {(goal,) for goal in goals if goal not in served}
        if realised and all(row.get("realises") for row in measures):
            found |= rest
        else:
            unknown |= rest
        return found, len(paid) + len(goals) - len(unknown), unknown

    def plan09(self) -> Assessed:
        goals = self.rows("goals")
        above = {row["id"] for row in goals if self.in_kommuneplan(row)}
        candidates = [
            row["id"]
            for row in goals
            if self.kinds(row) & {"temaplan", "handlingsplan"} and row["id"] in self.goals_in_time()
        ]
        if not above & self.goals_in_time() or not any(row.get("parent") for row in goals):
            return set(), 0, set()
        lacking = {goal for goal in candidates if not self.line(goal) & above}
        placed = {row["id"] for row in goals if row.get("plan")}
        found = {
            (goal,)
            for goal in lacking
            if self.says("all_goals_listed") == "ja" and self.line(goal) <= placed
        }
        return found, len(candidates) - len(lacking) + len(found), {(g,) for g in lacking} - found

    # The fragile network

    def ties(self) -> set[frozenset[str]]:
        """Links, and seats as leader or member in working arenas."""
        seats = {
            frozenset((member, arena))
            for arena in self.working()
            for member in self.own_members(arena)
        }
        return seats | {link for link in self.links() if len(link) > 1}

    @staticmethod
    def reached(start: str, ties: set[frozenset[str]]) -> dict[str, int]:
        """How many steps it is to each node that ties lead to."""
        steps = {start: 0}
        edge = {start}
        while edge:
            edge = {node for tie in ties if tie & edge for node in tie if node not in steps}
            steps |= dict.fromkeys(edge, max(steps.values()) + 1)
        return steps

    def are_cut_off(self, near: set[str], ties: set[frozenset[str]]) -> bool:
        """Whether at least two of these actors are outside the largest part that ties leave."""
        parts = [near & {*self.reached(actor, ties)} for actor in near]
        return len(near) - max(map(len, parts), default=0) >= 2

    def split_by(self, gone: str) -> bool:
        rest = {tie for tie in self.ties() if gone not in tie}
        return self.are_cut_off({*self.ids} & {*self.reached(gone, self.ties())} - {gone}, rest)

    def split_by_losing(self, candidates: list[str]) -> Assessed:
        tied = [node for node in candidates if any(node in tie for tie in self.ties())]
        return {(node,) for node in tied if self.split_by(node)}, len(tied), set()

    def frag01(self) -> Assessed:
        return self.split_by_losing(self.ids)

    def frag02(self) -> Assessed:
        return self.split_by_losing(self.working())

    def frag03(self) -> Assessed:
        links = {link for link in self.links() if len(link) > 1}
        found = set()
        for link in links:
            near = {*self.ids} & {*self.reached(min(link), self.ties())}
            if self.are_cut_off(near, self.ties() - {link}):
                found.add(tuple(sorted(link)))
        return found, len(links), set()

    def frag04(self) -> Assessed:
        found, examined = set(), 0
        for actor in self.ids:
            reachable = {*self.ids} & {*self.reached(actor, self.ties())} - {actor}
            if len(reachable) < 4:
                continue
            examined += 1
            pairs = list(combinations(sorted(reachable), 2))
            if 2 * sum(self.through(actor, *pair) for pair in pairs) > len(pairs):
                found.add((actor,))
        return found, examined, set()

    def through(self, actor: str, first: str, second: str) -> Fraction:
        """The share of the shortest paths between two that go through an actor."""
        paths = self.shortest_paths(first, second)
        return Fraction(sum(actor in path for path in paths), len(paths))

    def shortest_paths(self, first: str, second: str) -> list[tuple[str, ...]]:
        steps = self.reached(second, self.ties())
        if first == second:
            return [(first,)]
        return [
            (first, *rest)
            for node in steps
            if steps[node] == steps[first] - 1 and frozenset((first, node)) in self.ties()
            for rest in self.shortest_paths(node, second)
        ]

    def rules(self) -> dict[str, Assessed]:
        return {
            "ISO01": self.iso01(),
            "ISO02": self.iso02(),
            "ISO03": self.iso03(),
            "ISO04": self.iso04(),
            "ISO05": self.iso05(),
            "LINK03": self.link("goal"),
            "LINK04": self.link("target_group"),
            "LINK05": self.link("referral"),
            "LINK06": self.link06(),
            "LINK07": self.link07(),
            "LINK08": self.link08(),
            "LINK09": self.link09(),
            "GOAL01": self.goal01(),
            "GOAL02": self.goal02(),
            "GOAL03": self.goal03(),
            "GOAL04": self.goal04(),
            "GOAL06": self.goal06(),
            "PLAN01": self.plan01(),
            "PLAN02": self.plan02(),
            "PLAN03": self.plan03(),
            "PLAN04": self.plan04(),
            "PLAN05": self.plan05(),
            "PLAN06": self.plan06(),
            "PLAN07": self.plan07(),
            "PLAN08": self.plan08(),
            "PLAN09": self.plan09(),
            "FRAG01": self.frag01(),
            "FRAG02": self.frag02(),
            "FRAG03": self.frag03(),
            "FRAG04": self.frag04(),
            "ARENA01": self.arena01(),
            "ARENA02": self.arena02(),
            "ARENA03": self.arena03(),
            "ARENA04": self.arena04(),
            "ARENA05": self.arena05(),
            "ARENA06": self.arena06(),
            "ARENA07": self.arena07(),
        }
