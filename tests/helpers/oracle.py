"""A second opinion on pairs, coverage and rules: plain sets over the cells of the tables, slow.

Written from the meaning of the words and not from the package, which it does not import. Each
answer is the definition itself; nothing is remembered and nothing is clever.
"""

from datetime import date
from fractions import Fraction
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
        return self.arena(arena).get("participants_complete", "")

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

    def link07(self) -> Seen:
        if not self.any_ties():
            return set(), 0, set()
        found, unknown, examined = set(), set(), 0
        for one in self.external:
            agreement, contacts = False, []
            for row in self.rows("links"):
                if one not in (row["from"], row["to"]) or not self.units.keys() & row_ends(row):
                    continue
                if self.in_force(row):
                    agreement = True
                    contacts.append(row.get("formal") == "nei")
            for unit in self.units:
                rows = [
                    row
                    for row in self.rows("links")
                    if row_ends(row) == {one, unit} and self.collaborates(row)
                ]
                if rows:
                    acquainted = all(row.get("strength") == "awareness" for row in rows)
                    said = {row.get("formal") for row in rows}
                    contacts.append(acquainted or ("nei" in said and "ja" not in said))
                if self.refer(one, unit):
                    contacts.append(False)
            listed_with_a_unit = any(
                self.own_role(one, arena["id"])
                and any(self.own_role(unit, arena["id"]) for unit in self.units)
                for arena in self.rows("arenas")
            )
            if not contacts and not listed_with_a_unit:
                continue
            meets = any(self.meet(one, unit) for unit in self.units)
            loose = contacts and not meets and (agreement or all(contacts))
            if loose and self.has_open_ties(one):
                unknown.add((one,))
            else:
                examined += 1
                if loose:
                    found.add((one,))
        return found, examined, unknown

    def arena(self, arena: str) -> dict[str, str]:
        (row,) = (row for row in self.rows("arenas") if row["id"] == arena)
        return row

    def at_level(self, level: str) -> list[str]:
        return [arena for arena in self.working() if self.arena(arena).get("level") == level]

    def share_people(self, one: str, other: str) -> bool:
        return any({one, other} <= self.arenas_of(actor) for actor in self.ids)

    def answers_to(self, arena: str) -> set[str]:
        uppers = many(self.arena(arena).get("anchored_in", "")) & {
            row["id"] for row in self.rows("arenas")
        }
        return uppers.union(*(self.answers_to(upper) for upper in uppers))

    def link08(self) -> Seen:
        strategic, operational = self.at_level("strategic"), self.at_level("operational")
        if not self.any_ties() or not operational:
            return set(), 0, set()
        found, unknown = set(), set()
        for one in strategic:
            if any(
                self.share_people(one, other)
                or one in self.answers_to(other)
                or other in self.answers_to(one)
                for other in operational
            ):
                continue
            doubt = any(self.is_open(arena) for arena in (one, *operational))
            (unknown if doubt else found).add((one,))
        return found, len(strategic) - len(unknown), unknown

    def goals(self) -> list[str]:
        return sorted(row["id"] for row in self.rows("goals"))

    def goals_above(self, goal: str) -> set[str]:
        (parent,) = (row.get("parent", "") for row in self.rows("goals") if row["id"] == goal)
        return {parent, *self.goals_above(parent)} if parent else set()

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
            related = other in self.goals_above(one) or one in self.goals_above(other)
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

    def has_mandate(self, arena: dict[str, str]) -> bool:
        said = {arena.get("mandate", ""), arena.get("basis", "")}
        return not said <= {"", "-", "nei", "Nei", "ingen", "INGEN"}

    def arena01(self) -> Seen:
        if not any(self.has_mandate(arena) for arena in self.rows("arenas")):
            return set(), 0, set()
        arenas = self.working()
        found = {(arena,) for arena in arenas if not self.has_mandate(self.arena(arena))}
        return found, len(arenas), set()

    def arena02(self) -> Seen:
        led = {row["arena"] for row in self.rows("participation") if row.get("role") == "leader"}
        if not led:
            return set(), 0, set()
        arenas = self.working()
        without = {arena for arena in arenas if arena not in led}
        unknown = {(arena,) for arena in without if self.is_open(arena)}
        return {(arena,) for arena in without} - unknown, len(arenas) - len(unknown), unknown

    def arena03(self) -> Seen:
        arenas = [arena for arena in self.working() if len(self.own_members(arena)) > 1]
        unknown = {(arena,) for arena in arenas if self.is_open(arena)}
        found = {
            (arena,)
            for arena in arenas
            if len({self.sector(one) for one in self.own_members(arena)}) == 1
        }
        return found - unknown, len(arenas) - len(unknown), unknown

    def arena04(self) -> Seen:
        found, examined = set(), 0
        for one, other in combinations(sorted(self.working()), 2):
            levels = {self.arena(arena).get("level", "") for arena in (one, other)} - {""}
            if len(levels) == 2:
                continue
            examined += 1
            mine, yours = self.own_members(one), self.own_members(other)
            if len(mine & yours) >= 3 and len(mine & yours) / len(mine | yours) > 0.66:
                found.add((one, other))
        return found, examined, set()

    def arena05(self) -> Seen:
        found, unknown, examined = set(), set(), 0
        for one, other in combinations(sorted(self.working()), 2):
            if not any(
                many(self.arena(one).get(column, "")) & many(self.arena(other).get(column, ""))
                for column in ("tasks", "target_groups")
            ):
                continue
            apart = not self.share_people(one, other)
            if apart and (self.is_open(one) or self.is_open(other)):
                unknown.add((one, other))
            else:
                examined += 1
                if apart:
                    found.add((one, other))
        return found, examined, unknown

    def arena06(self) -> Seen:
        said = [
            arena.get("municipal_leadership", "")
            for arena in self.rows("arenas")
            if arena.get("level") == "strategic"
            and not (arena.get("valid_to") and arena["valid_to"] < self.as_of)
        ]
        if said and "ja" not in said and "" in said:
            return set(), 0, {("0000",)}
        return {("0000",)} if said and {*said} == {"nei"} else set(), len(said), set()

    def arena07(self) -> Seen:
        said = {one: self.arena(one).get("user_representation", "") for one in self.working()}
        filled = [word for word in said.values() if word]
        return {(one,) for one, word in said.items() if word == "nei"}, len(filled), set()

    # Plans

    def any_plans(self) -> bool:
        tables = ("overview", "plans", "challenges", "goals", "strategies", "measures")
        return any(self.rows(table) for table in tables)

    def about_the_municipality(self, found: bool) -> Seen:
        if not self.any_plans():
            return set(), 0, set()
        return {("0000",)} if found else set(), 1, set()

    def aims(self) -> Table:
        return [*self.rows("goals"), *self.rows("strategies")]

    def kinds(self, row: dict[str, str]) -> set[str]:
        """The kinds of the plans that a row stands in."""
        named = many(row.get("plan", ""))
        return {plan["kind"] for plan in self.rows("plans") if plan["id"] in named}

    def in_kommuneplan(self, row: dict[str, str]) -> bool:
        return bool(self.kinds(row) & {"samfunnsdel", "arealdel"})

    def line(self, goal: str) -> set[str]:
        """The goal and those above it."""
        return {goal, *self.goals_above(goal)}

    def plan01(self) -> Seen:
        return self.about_the_municipality(
            not any(row.get("date") for row in self.rows("overview"))
        )

    def plan02(self) -> Seen:
        overviews = {(row["id"],) for row in self.rows("overview")}
        said = [
            {row.get(cell, "") for row in self.rows("overview")}
            for cell in ("ordinary_housing", "adapted_housing")
        ]
        if overviews and {"nei"} in said:
            return overviews, len(overviews), set()
        if any("" in words and "ja" not in words for words in said):
            return set(), 0, overviews
        return set(), len(overviews), set()

    def plan03(self) -> Seen:
        strategies = {row["id"] for row in self.rows("plans") if row["kind"] == "planstrategi"}
        return self.about_the_municipality(
            not any(many(row.get("plans", "")) & strategies for row in self.rows("overview"))
        )

    def plan04(self) -> Seen:
        said = {
            row["id"]: row.get("discusses_social_housing", "")
            for row in self.rows("plans")
            if row["kind"] == "planstrategi"
            and not (row.get("valid_to") and row["valid_to"] < self.as_of)
        }
        unknown = {(one,) for one, word in said.items() if not word}
        found = {(one,) for one, word in said.items() if word == "nei"}
        return found, len(said) - len(unknown), unknown

    def plan05(self) -> Seen:
        if self.aims() and not any(row.get("plan") for row in self.aims()):
            return set(), 0, set()
        return self.about_the_municipality(
            not all(
                any(self.in_kommuneplan(row) and row.get("overall") != "nei" for row in rows)
                for rows in (self.rows("goals"), self.rows("strategies"))
            )
        )

    def answered(self) -> set[str]:
        return {one for row in self.aims() for one in many(row.get("challenges", ""))}

    def plan06(self) -> Seen:
        challenges = {row["id"] for row in self.rows("challenges")}
        if not self.answered():
            return set(), 0, set()
        return {(one,) for one in challenges - self.answered()}, len(challenges), set()

    def plan07(self) -> Seen:
        if not self.answered():
            return set(), 0, set()
        answering = {row["id"] for row in self.aims() if row.get("challenges")}
        found = set()
        for row in self.aims():
            near = {row["id"]}
            if row in self.rows("goals"):
                near = self.line(row["id"]) | {
                    goal for goal in self.goals() if row["id"] in self.line(goal)
                }
            if not near & answering:
                found.add((row["id"],))
        return found, len(self.aims()), set()

    def plan08(self) -> Seen:
        measures, goals = self.rows("measures"), self.goals()
        realised = {one for row in measures for one in many(row.get("realises", ""))} & {*goals}
        served = {above for goal in realised for above in self.line(goal)}
        if not measures:
            return set(), 0, set()
        paid = {
            row["id"]: "ja" if "okonomiplan" in self.kinds(row) else row.get("budgeted", "")
            for row in measures
        }
        found = {(one,) for one, word in paid.items() if word == "nei"}
        unknown = {(one,) for one, word in paid.items() if not word}
        rest = {(goal,) for goal in goals if goal not in served}
        if realised:
            found |= rest
        else:
            unknown |= rest
        return found, len(measures) + len(goals) - len(unknown), unknown

    def plan09(self) -> Seen:
        goals = self.rows("goals")
        above = {row["id"] for row in goals if self.in_kommuneplan(row)}
        candidates = [row["id"] for row in goals if self.kinds(row) & {"temaplan", "handlingsplan"}]
        if not above or not any(row.get("parent") for row in goals):
            return set(), 0, set()
        found = {(goal,) for goal in candidates if not self.line(goal) & above}
        return found, len(candidates), set()

    # The fragile network

    def ties(self) -> set[frozenset[str]]:
        """Links, and seats as leader or member in working arenas."""
        seats = {
            frozenset((one, arena)) for arena in self.working() for one in self.own_members(arena)
        }
        return seats | {link for link in self.links() if len(link) > 1}

    @staticmethod
    def reached(start: str, ties: set[frozenset[str]]) -> dict[str, int]:
        """How many steps it is to each node that ties lead to."""
        steps = {start: 0}
        edge = {start}
        while edge:
            edge = {other for tie in ties if tie & edge for other in tie if other not in steps}
            steps |= dict.fromkeys(edge, max(steps.values()) + 1)
        return steps

    def are_cut_off(self, near: set[str], ties: set[frozenset[str]]) -> bool:
        """Whether at least two of these actors are outside the largest part that ties leave."""
        parts = [near & {*self.reached(one, ties)} for one in near]
        return len(near) - max(map(len, parts), default=0) >= 2

    def split_by(self, gone: str) -> bool:
        rest = {tie for tie in self.ties() if gone not in tie}
        return self.are_cut_off({*self.ids} & {*self.reached(gone, self.ties())} - {gone}, rest)

    def split_by_losing(self, candidates: list[str]) -> Seen:
        tied = [one for one in candidates if any(one in tie for tie in self.ties())]
        return {(one,) for one in tied if self.split_by(one)}, len(tied), set()

    def frag01(self) -> Seen:
        return self.split_by_losing(self.ids)

    def frag02(self) -> Seen:
        return self.split_by_losing(self.working())

    def frag03(self) -> Seen:
        links = {link for link in self.links() if len(link) > 1}
        found = set()
        for link in links:
            near = {*self.ids} & {*self.reached(min(link), self.ties())}
            if self.are_cut_off(near, self.ties() - {link}):
                found.add(tuple(sorted(link)))
        return found, len(links), set()

    def frag04(self) -> Seen:
        found, examined = set(), 0
        for actor in self.ids:
            others = {*self.ids} & {*self.reached(actor, self.ties())} - {actor}
            if len(others) < 4:
                continue
            examined += 1
            pairs = list(combinations(sorted(others), 2))
            if 2 * sum(self.through(actor, *pair) for pair in pairs) > len(pairs):
                found.add((actor,))
        return found, examined, set()

    def through(self, actor: str, one: str, other: str) -> Fraction:
        """The share of the shortest paths between two that go through an actor."""
        paths = self.shortest_paths(one, other)
        return Fraction(sum(actor in path for path in paths), len(paths))

    def shortest_paths(self, one: str, other: str) -> list[tuple[str, ...]]:
        steps = self.reached(other, self.ties())
        if one == other:
            return [(one,)]
        return [
            (one, *rest)
            for node in steps
            if steps[node] == steps[one] - 1 and frozenset((one, node)) in self.ties()
            for rest in self.shortest_paths(node, other)
        ]

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
            "LINK07": self.link07(),
            "LINK08": self.link08(),
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
