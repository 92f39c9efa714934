"""What holds for every municipality: small random ones, and a slow second opinion."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.rules.family import DataBasis
from samordning_graph.rules.finding import FindingId
from samordning_graph.rules.register import RULES
from samordning_graph.rules.rule import Rule
from tests.helpers.cases import few, many
from tests.helpers.oracle import Assessed, Oracle, Table, Tables
from tests.helpers.tiny import TODAY, tiny

pytestmark = pytest.mark.slow

GROUNDS = (Ground.GOAL, Ground.TARGET_GROUP, Ground.REFERRAL)
NAMES_OF_GOALS = ("Ingen bostedsløse", "Raskere bosetting av flyktninger", "Trygge nabolag")
HEADERS = {
    "municipality": ("number", "name", "has_overview", "all_plans_listed", "all_goals_listed"),
    "units": (
        "id",
        "name",
        "sector",
        "part_of",
        "service_type",
        "surveyed",
        "surveyed_about",
        "tasks",
        "target_groups",
    ),
    "external_actors": (
        "id",
        "name",
        "actor_type",
        "surveyed",
        "surveyed_about",
        "tasks",
        "target_groups",
        "sector",
        "service_type",
    ),
    "arenas": (
        "id",
        "name",
        "kind",
        "meetings_per_year",
        "valid_to",
        "goals",
        "participants_complete",
        "level",
        "mandate",
        "basis",
        "anchored_in",
        "tasks",
        "target_groups",
        "user_representation",
        "municipal_leadership",
    ),
    "participation": ("actor", "arena", "role"),
    "links": ("from", "to", "strength", "agreement", "valid_to", "formal", "reported_by"),
    "referrals": ("from", "to", "target_group"),
    "goals": ("id", "name", "parent", "overall", "plan", "challenges"),
    "strategies": ("id", "name", "overall", "plan", "challenges"),
    "measures": ("id", "name", "plan", "realises", "budgeted"),
    "challenges": ("id", "name"),
    "overview": ("id", "name", "date", "ordinary_housing", "adapted_housing", "plans"),
    "plans": ("id", "name", "kind", "adopted", "valid_to", "discusses_social_housing"),
    "goal_owners": ("actor", "goal", "role"),
    "vocabulary": ("list", "id", "name", "sector"),
}
BETWEEN_COUNCILS = "2023-10-26"
"""After the election, and before the latest first day of the new council."""
NO_SECOND_OPINION = {"LINK01", "LINK02", "GOAL05", "SELF01", "SELF02", "SELF03"}
"""The rules that tests/helpers/oracle.py does not define again, the other way."""
PAST, LAST, FUTURE = "2026-11-22", TODAY.isoformat(), "2026-11-24"
OPTIONS = st.builds(
    AnalysisOptions,
    # Most often today; a council that has not sat for a year, and the one after this.
    as_of=st.sampled_from([TODAY, TODAY, TODAY, TODAY, date(2024, 6, 1), date(2028, 12, 1)]),
    max_arena_size=st.sampled_from([None, None, 1, 2]),
    min_meetings=st.sampled_from([None, None, 4.0]),
    links=st.sampled_from(["any", "any", "confirmed"]),
)
without_shrinking = settings(many, phases=[Phase.explicit, Phase.generate])


def both_ways(rows: Table) -> Table:
    """Return each row as its two ends would write it."""
    return [*rows, *({"from": row["to"], "to": row["from"]} for row in rows)]


def without_contradiction(links: Table) -> Table:
    """Return the links without agreements in force between two who are said to have no contact."""
    apart = [{row["from"], row["to"]} for row in links if row["strength"] == "none"]
    return [row | {"valid_to": PAST} if {row["from"], row["to"]} in apart else row for row in links]


@st.composite
def municipalities(draw: st.DrawFn) -> Tables:
    """Up to five units and three external actors, with something in every table.

    The ids are shuffled, so that their order tells nothing about who is above whom.
    """
    ids = draw(st.permutations("abcdefgh"))
    units, external = ids[: draw(st.integers(1, 5))], ids[5 : draw(st.integers(5, 8))]
    everyone = [*units, *external]
    two = st.lists(st.sampled_from(everyone), min_size=2, max_size=2, unique=True)

    def word(*words: str) -> str:
        return draw(st.sampled_from(words))

    def sample_of(choices: Iterable[str], most: int = 2) -> list[str]:
        chosen = sorted(choices)
        return draw(st.lists(st.sampled_from(chosen), max_size=most, unique=True)) if chosen else []

    def rows(most: int, *headers: str) -> Table:
        """Return rows about two actors; with fewer than two there are none."""
        if len(everyone) < 2:
            return []
        ends = draw(st.lists(two, max_size=most))
        return [dict(zip(headers, pair, strict=True)) for pair in ends]

    def actor(actor_id: str) -> dict[str, str]:
        return {
            "id": actor_id,
            "name": f"Aktør {actor_id}",
            "surveyed": word("", "ja", "nei", "2026-01-01"),
            "surveyed_about": ";".join(sample_of(["contact", "arenas", "goals"])),
            "tasks": word("", "keep"),
            "target_groups": ";".join(sample_of(["eldre", "flyktninger"])),
        }

    def aim() -> dict[str, str]:
        return {
            "overall": word("", "ja", "nei"),
            "plan": word("", *plans),
            "challenges": ";".join(sample_of(challenges)),
        }

    goals = [f"goal{i}" for i in range(draw(st.integers(0, 3)))]
    strategies = [f"strategy{i}" for i in range(draw(st.integers(0, 1)))]
    challenges = [f"challenge{i}" for i in range(draw(st.integers(0, 2)))]
    plans = [f"plan{i}" for i in range(draw(st.integers(0, 3)))]
    arenas = [f"arena{i}" for i in range(draw(st.integers(0, 4)))]
    taking_part = draw(
        st.lists(st.tuples(st.sampled_from(everyone), st.sampled_from(arenas)), max_size=8)
        if arenas
        else st.just([])
    )
    # Else two arenas hardly ever gather the same people.
    crowd = draw(st.lists(st.sampled_from(everyone), max_size=5, unique=True))
    holding = draw(
        st.lists(
            st.tuples(st.sampled_from(everyone), st.sampled_from([*goals, *strategies])), max_size=6
        )
        if goals or strategies
        else st.just([])
    )
    hosted = st.fixed_dictionaries(
        {
            "actor_type": st.just("nabokommune"),
            "sector": st.sampled_from(["annet", "helse", "sosial", "stab"]),
            "service_type": st.sampled_from(["", "helsestasjon"]),
        }
    )
    return {
        "municipality": [
            {
                "number": "0000",
                "name": "Tilfeldig",
                "has_overview": word("", "ja", "nei"),
                "all_plans_listed": word("", "ja", "nei"),
                "all_goals_listed": word("", "ja", "ja", "nei"),
            }
        ],
        "units": [
            actor(unit)
            | {
                "sector": word("bolig", "helse", "sosial", "ledelse", "annet"),
                "part_of": word("", *units[:i]),
                "service_type": word("", "", "", "helsestasjon", "politisk-organ"),
            }
            for i, unit in enumerate(units)
        ],
        "external_actors": [
            actor(actor_id)
            | draw(
                st.sampled_from(["nav-stat", "husbanken", "fengsel", "ideell"]).map(
                    lambda actor_type: {"actor_type": actor_type}
                )
                | hosted
            )
            for actor_id in external
        ],
        "arenas": [
            {
                "id": arena,
                "name": word("", "", "", "Kommunestyret ") + f"Møte {arena}",
                "kind": word("", "", "coordination", "information"),
                "meetings_per_year": word("", "1", "12"),
                "valid_to": word("", "", PAST, LAST, FUTURE),
                "goals": ";".join(sample_of(goals)),
                "participants_complete": word("", "ja", "nei"),
                "level": word("", "strategic", "operational"),
                "mandate": word("", "-", "Nei", "Samordne"),
                "basis": word("", "", "INGEN", "Vedtak"),
                "anchored_in": ";".join(sample_of(arenas[:i])),
                "tasks": word("", "obtain", "keep;obtain"),
                "target_groups": ";".join(sample_of(["eldre", "flyktninger"])),
                "user_representation": word("", "ja", "nei"),
                "municipal_leadership": word("", "ja", "nei", "nei"),
            }
            for i, arena in enumerate(arenas)
        ],
        "participation": [
            *({"actor": actor_id, "arena": arena} for actor_id in crowd for arena in arenas[1:]),
            *(
                {
                    "actor": actor_id,
                    "arena": arena,
                    "role": word("", "leader", "on_call", "observer"),
                }
                for actor_id, arena in taking_part
            ),
        ],
        "links": without_contradiction(
            [
                row
                | {
                    "strength": word("", "none", "awareness", "cooperation", "integration"),
                    "agreement": word("", "Avtale", "nei", "-"),
                    "valid_to": word("", PAST, LAST),
                    "formal": word("", "ja", "nei"),
                    "reported_by": word("", "one", "one", "both", "third"),
                }
                for row in (*rows(3, "from", "to"), *both_ways(rows(1, "from", "to")))
            ]
        ),
        "referrals": [row | {"target_group": word("", "eldre")} for row in rows(3, "from", "to")],
        "goals": [
            {
                "id": goal,
                "name": word(*NAMES_OF_GOALS),
                "parent": word("", *goals[:i]),
                **aim(),
            }
            for i, goal in enumerate(goals)
        ],
        "strategies": [
            {"id": strategy, "name": f"Vei {strategy}", **aim()} for strategy in strategies
        ],
        "measures": [
            {
                "id": measure,
                "name": f"Tiltak {measure}",
                "plan": word("", *plans),
                "realises": ";".join(sample_of([*goals, *strategies])),
                "budgeted": word("", "ja", "nei"),
            }
            for measure in (f"measure{i}" for i in range(draw(st.integers(0, 2))))
        ],
        "challenges": [
            {"id": challenge, "name": f"Utfordring {challenge}"} for challenge in challenges
        ],
        "overview": [
            {
                "id": overview,
                "name": f"Oversikt {overview}",
                "date": word(
                    "", "2018-01-01", "2022-01-01", "2024-05-01", "2025-11-15", "2027-02-01"
                ),
                "ordinary_housing": word("", "ja", "nei"),
                "adapted_housing": word("", "ja", "nei"),
                "plans": ";".join(sample_of(plans)),
            }
            for overview in (f"overview{i}" for i in range(draw(st.integers(0, 2))))
        ],
        "plans": [
            {
                "id": plan,
                "name": f"Plan {plan}",
                "kind": word("samfunnsdel", "temaplan", "planstrategi", "okonomiplan"),
                "adopted": word(
                    "",
                    "2019-06-01",
                    "2021-03-01",
                    "2023-01-01",
                    BETWEEN_COUNCILS,
                    "2024-01-01",
                    "2024-09-19",
                    "2025-12-01",
                    "2027-01-15",
                ),
                "valid_to": word("", PAST, LAST),
                "discusses_social_housing": word("", "ja", "nei"),
            }
            for plan in plans
        ],
        "goal_owners": [
            {"actor": actor_id, "goal": goal, "role": word("", "owner")}
            for actor_id, goal in holding
        ],
    }


def has_agreement_that_alone_links(tables: Tables) -> bool:
    """Return whether two would no longer be linked if no agreement were named."""
    return any(
        row["strength"] in ("none", "awareness") and Oracle.names_agreement(row)
        for row in tables["links"]
    )


@st.composite
def chains(draw: st.DrawFn) -> Tables:
    """A municipality with long chains, of plans and goals and of links, which others seldom have."""
    tables = draw(municipalities())
    plans = ("samfunnsdel", "temaplan", "planstrategi", "okonomiplan")
    more = [{"id": unit, "name": f"Enhet {unit}", "sector": "helse"} for unit in "pqrst"]
    everyone = [row["id"] for row in (*tables["units"], *tables["external_actors"], *more)]
    two = st.lists(st.sampled_from(everyone), min_size=2, max_size=2, unique=True)

    def word(*words: str) -> str:
        return draw(st.sampled_from(words))

    def aims(kind: str, count: int) -> Table:
        return [
            {
                "id": f"{kind}{i}",
                "name": NAMES_OF_GOALS[i],
                "plan": word("", *plans[:3]),
                "overall": word("", "ja", "nei"),
                "challenges": word("", "challenge0", "challenge1"),
            }
            for i in range(count)
        ]

    goals = aims("goal", 3)
    for i, goal in enumerate(goals):
        goal["parent"] = word("", *(earlier["id"] for earlier in goals[:i]))
    links = draw(st.lists(two, min_size=4, max_size=9))
    seats = draw(st.lists(st.tuples(st.sampled_from(everyone), st.just("arena9")), max_size=5))
    return {
        **tables,
        "units": [*tables["units"], *more],
        "arenas": [*tables["arenas"], {"id": "arena9", "name": "Møte arena9"}],
        "participation": [
            *tables["participation"],
            *({"actor": actor_id, "arena": arena} for actor_id, arena in seats),
        ],
        "links": [
            {"from": from_, "to": to, "reported_by": word("", "both")} for from_, to in links
        ],
        "goals": goals,
        "strategies": aims("strategy", 2),
        "challenges": [{"id": f"challenge{i}", "name": f"Utfordring {i}"} for i in range(3)],
        "plans": [
            {
                "id": kind,
                "name": f"Plan {kind}",
                "kind": kind,
                "adopted": word("", "2021-03-01", "2025-12-01", "2027-01-15"),
            }
            for kind in plans
        ],
        "overview": [
            row | {"plans": word("", "temaplan", "planstrategi")} for row in tables["overview"]
        ],
        "measures": [
            {
                "id": f"measure{i}",
                "name": f"Tiltak {i}",
                "plan": word("", *plans),
                "realises": word("", "goal0", "goal1", "goal2", "strategy0"),
                "budgeted": word("", "ja", "nei"),
            }
            for i in range(2)
        ],
    }


def graph_of(tables: Tables, options: AnalysisOptions | None = None) -> Graph:
    """Return the graph of a municipality, through the real reader."""
    texts = {}
    for table, rows in tables.items():
        headers = HEADERS[table]
        lines = [";".join(f'"{row.get(header, "")}"' for header in headers) for row in rows]
        texts[table] = "\n".join([";".join(headers), *lines])
    return tiny(options, **texts)


def identities(graph: Graph, *codes: str) -> set[FindingId]:
    """Return the identities of all findings, or of those of some rules."""
    return {
        rule.identity(case)
        for rule in RULES
        if not codes or rule.code in codes
        for case in rule.assess(graph).found
    }


def examined(graph: Graph) -> dict[str, int]:
    return {rule.code: rule.assess(graph).examined for rule in RULES}


def with_rows(tables: Tables, **rows: Table) -> Tables:
    return {table: [*tables[table], *rows.get(table, [])] for table in tables}


def changed(tables: Tables, table: str, **cells: str) -> Tables:
    return {**tables, table: [row | cells for row in tables[table]]}


# A second opinion


@many
@given(municipalities(), OPTIONS)
def test_every_pair_is_covered_as_the_definition_says(tables: Tables, options: AnalysisOptions):
    graph, oracle = graph_of(tables, options), second_opinion(tables, options)
    engine = pair_engine(graph)

    for first, second in oracle.pairs():
        assert engine.coverage(first, second) == oracle.coverage(first, second), (first, second)
        assert engine.coverage(second, first) == oracle.coverage(first, second), (second, first)


@many
@given(municipalities(), OPTIONS)
def test_figures_are_those_of_the_definition(tables: Tables, options: AnalysisOptions):
    engine, oracle = pair_engine(graph_of(tables, options)), second_opinion(tables, options)

    counts = engine.counts()
    assert counts._asdict() == oracle.counts()
    chosen = [grounds for n in (1, 2, 3) for grounds in combinations(GROUNDS, n)]
    for grounds in chosen:
        needed = set().union(*(oracle.needed(ground) for ground in grounds))
        split = oracle.split(needed)
        expected = ThreeFigures(
            documented=len(split["direct"]) + len(split["arena"]),
            not_documented=len(split["none"]),
            not_known=len(split["not_assessed"]),
        )
        if not oracle.any_ties():
            expected = ThreeFigures(not_known=len(needed))
        assert engine.congruence(*grounds) == expected
        for pairs, those in (
            (engine.missing_pairs(*grounds), split["none"]),
            (engine.not_assessed_pairs(*grounds), split["not_assessed"]),
        ):
            assert list(pairs) == sorted(those)
            assert len(pairs) == len(those)


@many
@given(municipalities() | chains(), OPTIONS)
def test_every_rule_sees_what_the_definition_says(tables: Tables, options: AnalysisOptions):
    graph, oracle = graph_of(tables, options), second_opinion(tables, options)
    expected = oracle.rules()

    assert {*expected, *NO_SECOND_OPINION} == {rule.code for rule in RULES}
    for rule in RULES:
        if rule.code in expected:
            assert assessed_by(rule, graph) == expected[rule.code], rule.code


@without_shrinking
@example(
    {
        "goals": [{"id": "goal", "name": "Trygge nabolag"}],
        "arenas": [
            {"id": "works", "name": "Team"},
            {"id": "informs", "name": "Forum", "kind": "information", "goals": "goal"},
        ],
    },
    AnalysisOptions(as_of=TODAY),
)
@given(municipalities(), OPTIONS)
def test_arenas_without_goal_are_those_of_the_definition(tables: Tables, options: AnalysisOptions):
    (rule,) = (rule for rule in RULES if rule.code == "GOAL04")

    assert assessed_by(rule, graph_of(tables, options)) == second_opinion(tables, options).goal04()


@few
@given(municipalities(), OPTIONS)
def test_parallel_goals_are_those_of_the_definition(tables: Tables, options: AnalysisOptions):
    found = identities(graph_of(tables, options), "GOAL05")

    assert {(case.subject, *case.related) for case in found} == second_opinion(
        tables, options
    ).goal05({*NAMES_OF_GOALS})


def assessed_by(rule: Rule, graph: Graph) -> Assessed:
    assessment = rule.assess(graph)
    found, unknown = (
        {(case.subject, *case.related) for case in cases}
        for cases in (assessment.found, assessment.undetermined)
    )
    return found, assessment.examined, unknown


def second_opinion(tables: Tables, options: AnalysisOptions) -> Oracle:
    return Oracle(
        tables, options.as_of, options.max_arena_size, options.min_meetings, options.links
    )


# What must not matter


@few
@given(municipalities(), OPTIONS)
def test_new_names_change_no_finding(tables: Tables, options: AnalysisOptions):
    """Goals keep theirs: whether two goals are nearly the same is a question about their names.

    A political body too: it is known by its name.
    """
    renamed = {
        table: [
            row | {"name": f"Nytt navn {row['id'][::-1]}"}
            if "id" in row and "name" in row and "Kommunestyret" not in row["name"]
            else row
            for row in rows
        ]
        for table, rows in tables.items()
        if table != "goals"
    } | {"goals": tables["goals"]}

    assert identities(graph_of(renamed, options)) == identities(graph_of(tables, options))


@few
@given(municipalities(), OPTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(tables: Tables, options: AnalysisOptions, random):
    shuffled = {table: random.sample(rows, len(rows)) for table, rows in tables.items()}
    in_order, in_disorder = graph_of(tables, options), graph_of(shuffled, options)

    assert identities(in_order) == identities(in_disorder)
    assert examined(in_order) == examined(in_disorder)
    assert [
        list(rule.assess(in_order).undetermined) for rule in RULES if not rule.is_about_pairs
    ] == [list(rule.assess(in_disorder).undetermined) for rule in RULES if not rule.is_about_pairs]


@few
@given(municipalities(), OPTIONS)
def test_the_way_a_link_is_written_does_not_matter(tables: Tables, options: AnalysisOptions):
    turned = [row | {"from": row["to"], "to": row["from"]} for row in tables["links"]]

    assert identities(graph_of({**tables, "links": turned}, options)) == identities(
        graph_of(tables, options)
    )


@few
@given(municipalities(), OPTIONS, st.sampled_from(["0", "d0", "z"]))
def test_a_lone_external_actor_changes_nothing_but_that_it_is_alone(
    tables: Tables, options: AnalysisOptions, new: str
):
    """Asked, and without tasks, groups, goals and ties: one ISO01 more, everything else as before.

    A public one would be one more service with which a duty to «other services» can be met.

    Its id puts it before, among or after the others, which renumbers them all.
    """
    lone = {"id": new, "name": "Alene", "actor_type": "ideell", "surveyed": "ja"}
    before = graph_of(tables, options)
    after = graph_of(with_rows(tables, external_actors=[lone]), options)

    alone = {FindingId("ISO01", new)} if has_any_ties(before) else set()
    assert identities(after) == identities(before) | alone
    assert examined(after) == {
        code: n + (code == "ISO01" and has_any_ties(before)) for code, n in examined(before).items()
    }


@few
@given(municipalities(), OPTIONS, st.sampled_from(["0", "d0", "z"]))
def test_a_lone_unit_in_a_new_sector_adds_only_itself_and_its_sector(
    tables: Tables, options: AnalysisOptions, new: str
):
    # Staff serve nobody: a service would be one more with which a duty to «other services» is met.
    lone = {"id": new, "name": "Alene", "sector": "plan", "surveyed": "ja", "service_type": "stab"}
    before = graph_of(tables, options)
    after = graph_of(with_rows(tables, units=[lone]), options)

    assert identities(after) >= identities(before)
    for added in identities(after) - identities(before):
        assert added == FindingId("ISO01", new) or (
            added.rule == "LINK06" and "plan" in (added.subject, *added.related)
        )


# What more ties and more knowledge do


@few
@given(municipalities(), OPTIONS, st.data())
def test_a_link_closes_its_own_pair_and_opens_none(
    tables: Tables, options: AnalysisOptions, data: st.DataObject
):
    """Where nothing at all was filled in the rules say nothing, so the first tie may open gaps."""
    before = graph_of(tables, options)
    everyone = sorted(row["id"] for row in (*tables["units"], *tables["external_actors"]))
    if len(everyone) < 2 or not has_any_ties(before):
        return
    pair = data.draw(st.sampled_from(list(combinations(everyone, 2))))
    link = dict(zip(("to", "from"), pair, strict=True)) | {
        "strength": "cooperation",
        "reported_by": "both",
    }
    after = graph_of(with_rows(tables, links=[link]), options)
    codes = ("LINK03", "LINK04", "LINK05")

    assert identities(after, *codes) <= identities(before, *codes)
    assert not {FindingId(code, pair[0], (pair[1],)) for code in codes} & identities(after)
    assert identities(after, "LINK06") <= identities(before, "LINK06")


@few
@given(municipalities(), OPTIONS)
def test_knowing_more_never_takes_a_finding_back(tables: Tables, options: AnalysisOptions):
    """Whoever asks everyone gets the findings that stood before, and nothing is left in doubt.

    But for duties with nobody on a side: asking those who are registered does not find the others.
    And but for what is about an arena, and rests on its list, which nobody completes by being asked,
    and for sectors that what another municipality runs may join: if it is a service is not asked.
    """
    cells = {"surveyed": "ja", "surveyed_about": ""}
    asked = changed(changed(tables, "units", **cells), "external_actors", **cells)
    before, after = graph_of(tables, options), graph_of(asked, options)
    arenas = {row["id"] for row in tables["arenas"]}

    assert identities(before) <= identities(after)
    in_doubt = [
        rule.code
        for rule in RULES
        if rule.question_when_undetermined is None
        and not (rule.rests_on is DataBasis.PARTICIPANT_LISTS and is_about(rule, arenas, after))
        and not (rule.code == "LINK06" and has_hosted(tables))
        and rule.assess(after).undetermined
    ]
    assert in_doubt == [], "it rests on PARTICIPANT_LISTS if it asks for one, whoever was asked"


def is_about(rule: Rule, nodes: set[str], graph: Graph) -> bool:
    """Return whether all that a rule cannot decide is about these nodes."""
    return all(case.subject in nodes for case in rule.assess(graph).undetermined)


@few
@given(municipalities(), OPTIONS, st.sampled_from(["ja", "nei"]))
def test_filling_in_what_documents_say_takes_no_finding_back_and_leaves_no_doubt(
    tables: Tables, options: AnalysisOptions, word: str
):
    cells = {
        "overview": ("ordinary_housing", "adapted_housing"),
        "plans": ("discusses_social_housing",),
        "measures": ("budgeted",),
    }
    filled = tables | {
        table: [row | {cell: row[cell] or word for cell in names} for row in tables[table]]
        for table, names in cells.items()
    }
    before, after = graph_of(tables, options), graph_of(filled, options)
    plan = [rule for rule in RULES if rule.family.code == "PLAN"]

    assert identities(before, *(rule.code for rule in plan)) <= identities(after)
    # A plan without a date, or with that of a year alone, is asked about for that, and one that
    # either council may have adopted for that.
    about = {
        row["id"]
        for table in cells
        for row in tables[table]
        if row.get("adopted", "dated") not in ("", BETWEEN_COUNCILS)
        and not row.get("adopted", "").endswith("-01-01")
    }
    assert not any(
        case.subject in about for rule in plan for case in rule.assess(after).undetermined
    )


def has_hosted(tables: Tables) -> bool:
    """Return whether another municipality runs something: if it is a service is no doubt of contact."""
    return any(row["actor_type"] == "nabokommune" for row in tables["external_actors"])


@few
@given(municipalities(), OPTIONS)
def test_complete_lists_leave_no_doubt(tables: Tables, options: AnalysisOptions):
    complete = changed(tables, "arenas", participants_complete="ja")
    before, after = graph_of(tables, options), graph_of(complete, options)

    assert identities(before) <= identities(after)
    assert not any(
        rule.assess(after).undetermined
        for rule in RULES
        if rule.question_when_undetermined is None
        and not (rule.code == "LINK06" and has_hosted(tables))
    )


@few
@given(municipalities() | chains(), OPTIONS)
def test_what_is_found_was_examined_and_what_is_open_was_not(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)

    for rule in RULES:
        assessment = rule.assess(graph)
        found, unknown = list(assessment.found), list(assessment.undetermined)
        assert len(found) == len(assessment.found) <= assessment.examined, rule.code
        assert found == sorted(set(found)), rule.code
        assert not set(found) & set(unknown), rule.code


@without_shrinking
@example(
    {
        "units": [{"id": "a", "name": "Bolig", "sector": "bolig"}],
        "goals": [
            {"id": "above", "name": "Trygge nabolag"},
            {"id": "below", "name": "Raskere bosetting", "parent": "above"},
        ],
        "goal_owners": [{"actor": "a", "goal": "above"}, {"actor": "a", "goal": "below"}],
    },
    AnalysisOptions(as_of=TODAY),
)
@given(municipalities(), OPTIONS)
def test_there_is_a_reason_exactly_when_nothing_was_examined(
    tables: Tables, options: AnalysisOptions
):
    graph = graph_of(tables, options)

    for rule in RULES:
        assessment = rule.assess(graph)
        assert bool(assessment.reason) is (assessment.examined == 0), rule.code


@few
@given(municipalities() | chains(), OPTIONS)
def test_every_finding_can_be_told(tables: Tables, options: AnalysisOptions):
    graph = graph_of(tables, options)

    for rule in RULES:
        for case in rule.assess(graph).found:
            finding = rule.tell(graph, case)
            assert finding.identity == rule.identity(case)
            assert finding.evidence
            assert all((finding.observation, finding.ground, finding.question, finding.next_step))


@pytest.mark.parametrize(("new", "complete"), list(product("az", ["ja", "nei", ""])))
def test_the_oracle_knows_the_definition_by_heart(new: str, complete: str):
    """Checked by hand, so that package and oracle cannot agree on the same mistake unseen."""
    tables: Tables = {
        "units": [{"id": new, "sector": "bolig"}, {"id": "m", "sector": "helse"}],
        "arenas": [{"id": "forum", "participants_complete": complete}],
        "participation": [{"actor": new, "arena": "forum"}],
    }

    assert Oracle(tables, TODAY).coverage(new, "m") == (
        "none" if complete == "ja" else "not_assessed"
    )
