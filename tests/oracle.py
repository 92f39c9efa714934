"""A second opinion on pairs, coverage and rules: plain sets over the cells of the tables, slow.

Written from the meaning of the words and not from the package, which it does not import. Each
answer is the definition itself; nothing is remembered and nothing is clever.
"""

from datetime import date
from itertools import combinations

Table = list[dict[str, str]]
Tables = dict[str, Table]
Pair = tuple[str, str]
Seen = tuple[set[tuple[str, ...]], int, set[tuple[str, ...]]]
"""What a rule found, how many it examined, and what it could not assess."""

SECTOR_OF_TYPE = {
    "nav-stat": "sosial",
    "husbanken": "bolig",
    "fengsel": "justis",
    "ideell": "frivillig",
}
NO_SERVICE = {"ledelse", "stab"}
STRONGER = ("observer", "on_call", "member", "leader")
PART = ("leader", "member")


def many(cell: str) -> set[str]:
    return {part for part in cell.split(";") if part}


class Oracle:
    """One municipality on one day. Ids everywhere, words in their English ids, dates in ISO."""

    def __init__(
        self,
        tables: Tables,
        as_of: date,
        max_arena_size: int | None = None,
        min_meetings: float | None = None,
    ) -> None:
        self.tables = tables
        self.as_of = as_of.isoformat()
        self.max_arena_size = max_arena_size
        self.min_meetings = min_meetings
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

    def asked(self, actor: str) -> bool:
        return self.actors[actor].get("surveyed", "") not in ("", "nei")

    def bosses(self, actor: str) -> set[str]:
        boss = self.units.get(actor, {}).get("part_of", "")
        return {boss, *self.bosses(boss)} if boss else set()

    def those_under(self, actor: str) -> set[str]:
        """The actor and everyone below it: those whose ties are its ties."""
        return {actor, *(one for one in self.ids if actor in self.bosses(one))}

    def is_pair(self, one: str, other: str) -> bool:
        return (
            one != other
            and (one in self.units or other in self.units)
            and one not in self.bosses(other)
            and other not in self.bosses(one)
        )

    def is_cross(self, one: str, other: str) -> bool:
        return self.is_pair(one, other) and self.sector(one) != self.sector(other)

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
        roles = [self.own_role(one, arena) for one in self.those_under(actor)]
        return max((role for role in roles if role), key=STRONGER.index, default=None)

    def own_members(self, arena: str) -> set[str]:
        return {one for one in self.ids if self.own_role(one, arena) in PART}

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
        (row,) = (row for row in self.rows("arenas") if row["id"] == arena)
        return row.get("participants_complete", "")

    def is_open(self, arena: str) -> bool:
        word = self.word_on_list(arena)
        nobody = not any(row["arena"] == arena for row in self.rows("participation"))
        return word == "nei" or (nobody and word != "ja")

    def is_silent(self, arena: str) -> bool:
        return not self.is_open(arena) and self.word_on_list(arena) == ""

    # Ties

    def in_force(self, row: dict[str, str]) -> bool:
        return bool(row.get("agreement")) and not (
            row.get("valid_to") and row["valid_to"] < self.as_of
        )

    @staticmethod
    def collaborates(row: dict[str, str]) -> bool:
        return bool(row.get("strength")) or not row.get("agreement")

    def links(self) -> set[frozenset[str]]:
        return {
            frozenset((row["from"], row["to"]))
            for row in self.rows("links")
            if (self.collaborates(row) and row.get("strength") != "awareness") or self.in_force(row)
        }

    def linked(self, one: str, other: str) -> bool:
        return any(
            frozenset((mine, yours)) in self.links()
            for mine in self.those_under(one)
            for yours in self.those_under(other)
        )

    def arenas_of(self, actor: str) -> set[str]:
        return {arena for arena in self.working() if self.role(actor, arena) in PART}

    def meet(self, one: str, other: str) -> bool:
        return bool(self.arenas_of(one) & self.arenas_of(other))

    def could_show(self, arena: str, one: str, other: str) -> bool:
        roles = [self.role(one, arena), self.role(other, arena)]
        if self.is_open(arena):
            return not any(role in ("on_call", "observer") for role in roles)
        if self.is_silent(arena):
            takes_part = [role in PART for role in roles]
            return takes_part.count(True) == 1 and None in roles
        return False

    def in_doubt(self, one: str, other: str) -> bool:
        return not (self.asked(one) and self.asked(other)) and any(
            self.could_show(arena, one, other) for arena in self.working()
        )

    def coverage(self, one: str, other: str) -> str:
        if self.linked(one, other):
            return "direct"
        if self.meet(one, other):
            return "arena"
        return "not_assessed" if self.in_doubt(one, other) else "none"

    def counts(self) -> dict[str, int]:
        found = [self.coverage(*pair) for pair in self.cross_pairs()]
        return {
            "all": len(self.pairs()),
            "cross_sector": len(found),
            **{word: found.count(word) for word in ("direct", "arena", "none", "not_assessed")},
        }

    # Needs

    def holders(self, aim: str) -> set[str]:
        return {row["actor"] for row in self.rows("goal_owners") if row["goal"] == aim}

    def share_goal(self, one: str, other: str) -> bool:
        aims = {row["goal"] for row in self.rows("goal_owners")}
        return any({one, other} <= self.holders(aim) for aim in aims)

    def share_group(self, one: str, other: str) -> bool:
        mine, yours = (many(self.actors[end].get("target_groups", "")) for end in (one, other))
        return bool(mine & yours)

    def refer(self, one: str, other: str) -> bool:
        return any({row["from"], row["to"]} == {one, other} for row in self.rows("referrals"))

    def needed(self, ground: str) -> set[Pair]:
        related = {
            "goal": self.share_goal,
            "target_group": self.share_group,
            "referral": self.refer,
        }
        return {pair for pair in self.cross_pairs() if related[ground](*pair)}

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
            or any(self.collaborates(row) or self.in_force(row) for row in self.rows("links"))
        )

    def has_open_ties(self, actor: str) -> bool:
        return not self.asked(actor) and any(
            self.is_open(arena) and self.role(actor, arena) is None for arena in self.working()
        )

    def is_tied(self, actor: str) -> bool:
        mine = self.those_under(actor)
        return (
            any(row["actor"] in mine for row in self.rows("participation"))
            or any(
                {row["from"], row["to"]} & mine
                for row in self.rows("links")
                if self.collaborates(row) or self.in_force(row)
            )
            or self.refers_at_all(actor)
        )

    def refers_at_all(self, actor: str) -> bool:
        mine = self.those_under(actor)
        return any({row["from"], row["to"]} & mine for row in self.rows("referrals"))

    def has_linked_partner(self, actor: str) -> bool:
        return any(self.is_pair(actor, one) and self.linked(actor, one) for one in self.ids)

    def one_by_one(self, candidates: list[str], found: set[tuple[str, ...]]) -> Seen:
        if not self.any_ties():
            return set(), 0, set()
        unknown = {one for one in candidates if self.has_open_ties(one)}
        return (
            {case for case in found if case[0] not in unknown},
            len(candidates) - len(unknown),
            {(one,) for one in unknown},
        )

    def iso01(self) -> Seen:
        return self.one_by_one(self.ids, {(one,) for one in self.ids if not self.is_tied(one)})

    def iso02(self) -> Seen:
        found = set()
        for unit in self.units:
            sectors = {
                self.sector(one)
                for one in self.ids
                if self.is_pair(unit, one) and self.coverage(unit, one) in ("direct", "arena")
            }
            if sectors == {self.sector(unit)}:
                found.add((unit,))
        return self.one_by_one(list(self.units), found)

    def iso03(self) -> Seen:
        found = {
            (unit, *self.arenas_of(unit))
            for unit in self.units
            if len(self.arenas_of(unit)) == 1 and not self.has_linked_partner(unit)
        }
        return self.one_by_one(list(self.units), found)

    def iso04(self) -> Seen:
        if not self.any_ties():
            return set(), 0, set()
        left, groups = set(self.ids), []
        while left:
            group: set[str] = set()
            edge = {min(left)}
            while edge:
                group |= edge
                edge = {
                    other
                    for other in self.ids
                    for one in group
                    if frozenset((one, other)) in self.links()
                    or any({one, other} <= self.own_members(arena) for arena in self.working())
                } - group
            left -= group
            groups.append(tuple(sorted(group)))
        groups.sort(key=lambda group: (-len(group), group))
        groups = [group for group in groups if len(group) > 1]
        unknown = {group for group in groups[1:] if any(self.has_open_ties(one) for one in group)}
        found = {group for group in groups[1:] if any(one in self.units for one in group)} - unknown
        return found, len(groups) - len(unknown), unknown

    def iso05(self) -> Seen:
        found = {
            (unit,)
            for unit in self.units
            if self.is_tied(unit)
            and not self.arenas_of(unit)
            and not self.has_linked_partner(unit)
            and not self.refers_at_all(unit)
        }
        return self.one_by_one(list(self.units), found)

    def link(self, ground: str) -> Seen:
        if not self.any_ties():
            return set(), 0, set()
        split = self.split(self.needed(ground))
        unknown: set[tuple[str, ...]] = {*split["not_assessed"]}
        return {*split["none"]}, len(self.needed(ground)) - len(unknown), unknown

    def link06(self) -> Seen:
        if not self.any_ties():
            return set(), 0, set()
        found, unknown, examined = set(), set(), 0
        sectors = sorted({self.sector(unit) for unit in self.units} - NO_SERVICE)
        for case in combinations(sectors, 2):
            between = {
                self.coverage(one, other)
                for one in self.units
                for other in self.units
                if (self.sector(one), self.sector(other)) == case and self.is_pair(one, other)
            }
            if between == {"none"}:
                found.add(case)
            if between and between <= {"none", "not_assessed"} and "not_assessed" in between:
                unknown.add(case)
            elif between:
                examined += 1
        return found, examined, unknown

    def goals(self) -> list[str]:
        return sorted(row["id"] for row in self.rows("goals"))

    def goal01(self) -> Seen:
        owned = {row["goal"] for row in self.rows("goal_owners") if row.get("role") == "owner"}
        if not owned & set(self.goals()):
            return set(), 0, set()
        return {(goal,) for goal in self.goals() if goal not in owned}, len(self.goals()), set()

    def goal02(self) -> Seen:
        held = [goal for goal in self.goals() if self.holders(goal)]
        found = {
            (goal,) for goal in held if len({self.sector(one) for one in self.holders(goal)}) == 1
        }
        return found, len(held), set()

    def goal03(self) -> Seen:
        if not self.any_ties():
            return set(), 0, set()
        found, unknown, examined = set(), set(), 0
        for goal in self.goals():
            pairs = [
                pair for pair in combinations(sorted(self.holders(goal)), 2) if self.is_cross(*pair)
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

    def goal04(self) -> Seen:
        arenas = self.rows("arenas")
        if not any(arena.get("goals") for arena in arenas):
            return set(), 0, set()
        working = [arena for arena in arenas if self.works(arena)]
        found = {(arena["id"],) for arena in working if not arena.get("goals")}
        return found, len(working), set()

    def goal05(self, same: set[str]) -> set[tuple[str, ...]]:
        """The pairs of goals that are found; `same` holds names, equal or with nothing in common."""
        by_id = {row["id"]: row for row in self.rows("goals")}
        assert {row["name"] for row in by_id.values()} <= same
        found = set()
        for one, other in combinations(self.goals(), 2):
            mine, yours = self.holders(one), self.holders(other)
            related = by_id[one].get("parent") == other or by_id[other].get("parent") == one
            followed = any(
                {one, other} <= many(arena.get("goals", ""))
                for arena in self.rows("arenas")
                if self.works(arena)
            )
            if (
                by_id[one]["name"] == by_id[other]["name"]
                and mine
                and yours
                and not mine & yours
                and not related
                and not followed
                and not any(self.meet(a, b) for a in mine for b in yours)
            ):
                found.add((one, other))
        return found

    def goal06(self) -> Seen:
        holding = {row["actor"] for row in self.rows("goal_owners")}
        if not holding:
            return set(), 0, set()
        candidates = [one for one in self.ids if self.actors[one].get("tasks")]
        found = {
            (one,) for one in candidates if not holding & (self.those_under(one) | self.bosses(one))
        }
        return found, len(candidates), set()

    def rules(self) -> dict[str, Seen]:
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
            "GOAL01": self.goal01(),
            "GOAL02": self.goal02(),
            "GOAL03": self.goal03(),
            "GOAL04": self.goal04(),
            "GOAL06": self.goal06(),
        }
