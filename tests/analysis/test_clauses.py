"""The status of § 5: each clause documented, partly, not documented and not assessed."""

from dataclasses import astuple
from datetime import date

import pytest

from samordning_graph import build, read_model
from samordning_graph.analysis.clauses import HOW_DECIDED, Clause, ClauseStatus, clauses
from samordning_graph.common.locale import in_language
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.sole_arena import SoleArena
from samordning_graph.rules.register import RULES
from samordning_graph.schema.vocabulary import transitional_time
from tests.helpers.tiny import TODAY, tiny

UNITS = "id;name;sector;tasks;surveyed\nb;Bolig;bolig;skaffe;ja\nh;Helse;helse;beholde;ja"
PLANS = (
    "id;name;kind;adopted;valid_to;discusses_social_housing\ns;Planstrategi;planstrategi;2024-09-19;;ja\n"
    "k;Samfunnsdel;samfunnsdel;2009-05-01;2020;"
)
OVERVIEW = "id;name;date;ordinary_housing;adapted_housing;plans\no;Oversikt;2024-03-01;ja;ja;s"


def clause(graph: Graph, id_: str) -> Clause:
    return next(clause for clause in clauses(graph) if clause.id == id_)


def status(graph: Graph, id_: str) -> ClauseStatus:
    return clause(graph, id_).status


def municipality(**more: str) -> Graph:
    return tiny(**{"units": UNITS, "links": "from;to\nb;h"} | more)


def of_itself(**cells: str) -> dict[str, str]:
    return {
        "municipality": ";".join(["number", *cells]) + "\n" + ";".join(["0000", *cells.values()])
    }


def test_there_are_eight_with_words_force_and_citation():
    found = clauses(municipality())

    assert [clause.id for clause in found] == [f"P{n}" for n in range(1, 9)]
    assert [clause.duty.force for clause in found] == ["skal"] * 5 + ["bør"] + ["skal"] * 2
    assert {clause.duty.citation for clause in found} == {"boligsosialloven § 5"}


def test_p1_is_about_pairs_of_sectors():
    three = UNITS + "\np;Plan;plan;;ja"

    assert status(municipality(), "P1") is ClauseStatus.DOCUMENTED
    assert status(municipality(units=three), "P1") is ClauseStatus.PARTLY
    assert status(municipality(units=three, links="from;to\nb;p;\n"), "P1") is ClauseStatus.PARTLY
    apart = {"links": "from;to\nb;c", "units": UNITS + "\nc;Bo;bolig;;ja"}
    assert status(municipality(**apart), "P1") is ClauseStatus.NOT_DOCUMENTED
    assert status(municipality(links="from;to"), "P1") is ClauseStatus.NOT_ASSESSED


def test_p1_is_only_partly_documented_while_a_pair_of_sectors_cannot_be_assessed():
    graph = municipality(
        units=UNITS + "\np;Plan;plan;;",
        arenas="name;participants_complete\nForum;nei",
    )

    assert status(graph, "P1") is ClauseStatus.PARTLY
    assert "Planning" in clause(graph, "P1").steps[0] or "Plan" in clause(graph, "P1").steps[0]


def test_p2_asks_for_no_isolated_unit_with_tasks_and_an_arena_with_mandate_and_leader():
    arena = {
        "arenas": "name;mandate\nForum;Samordne tildeling",
        "participation": "actor;arena;role\nb;Forum;leder",
    }
    alone = {"units": UNITS + "\ne;Eiendom;eiendom;skaffe;ja"}

    assert status(municipality(**arena), "P2") is ClauseStatus.DOCUMENTED
    assert status(municipality(**arena, **alone), "P2") is ClauseStatus.PARTLY
    assert status(municipality(), "P2") is ClauseStatus.PARTLY  # nothing is known of mandates
    assert status(municipality(links="from;to"), "P2") is ClauseStatus.NOT_ASSESSED


@pytest.mark.parametrize(
    ("kind", "figures"),
    [("samordning", ThreeFigures(not_documented=1)), ("", ThreeFigures(not_known=1))],
)
def test_no_mandate_is_held_against_no_arena_that_may_be_for_information_only(
    kind: str, figures: ThreeFigures
):
    graph = municipality(arenas=f"name;kind;mandate;basis\nForum;{kind};nei;nei")

    assert clause(graph, "P2").parts[1].figures == figures


@pytest.mark.parametrize(
    "has",
    [
        {"units": "\ne;Eiendom;eiendom;skaffe;ja;"},
        {"units": "\ne;Eiendom;eiendom;;ja;eldre"},
        {
            "units": "\ne;Eiendom;eiendom;;ja;",
            "goals": "id;name\ng;Mål",
            "goal_owners": "actor;goal\ne;g",
        },
    ],
)
def test_a_service_with_a_task_a_target_group_or_a_goal_is_not_to_be_alone(has: dict[str, str]):
    """What ISO01 names as isolated at «recommended» is not documented as coordinated."""
    units = "id;name;sector;tasks;surveyed;target_groups\nb;Bolig;bolig;skaffe;ja;\nh;Helse;helse;beholde;ja;"
    graph = municipality(**has | {"units": units + has["units"]})
    without = municipality(units=units + "\ne;Eiendom;eiendom;;ja;")

    assert clause(graph, "P2").parts[0].figures == ThreeFigures(documented=2, not_documented=1)
    assert clause(without, "P2").parts[0].figures == ThreeFigures(documented=2)


def test_some_services_in_touch_is_partly_though_one_is_alone_and_no_arena_is_led():
    graph = municipality(
        units=UNITS + "\ne;Eiendom;eiendom;skaffe;ja\ns;NAV;sosial;;ja",
        arenas="name;kind;mandate;basis\nForum;samordning;nei;nei",
        links="from;to\nb;s",
    )
    services, arena = clause(graph, "P2").parts

    assert services.figures == ThreeFigures(documented=2, not_documented=2)  # NAV has no task
    assert arena.figures.not_documented == 1
    assert status(graph, "P2") is ClauseStatus.PARTLY


def test_p2_cannot_be_told_where_nobody_has_anything_to_coordinate():
    graph = municipality(units="id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja")
    (units, _arena) = clause(graph, "P2").parts

    assert units.figures.decided == 0
    assert status(graph, "P2") is ClauseStatus.NOT_ASSESSED


def gathering(kind: str = "", links: str = "") -> Graph:
    """21 units of seven sectors with tasks, and one meeting of all, once a year."""
    sectors = ("bolig", "eiendom", "sosial", "helse", "integrering", "oppvekst", "plan")
    units = [f"u{i:02};Enhet {i:02};{sectors[i % 7]};beholde;ja" for i in range(21)]
    seats = [f"u{i:02};Møtet;{'medlem' if i else 'leder'}" for i in range(21)]
    return tiny(
        units="\n".join(["id;name;sector;tasks;surveyed", *units]),
        arenas=f"name;kind;meetings_per_year;mandate;participants_complete\nMøtet;{kind};1;Samordne;ja",
        participation="\n".join(["actor;arena;role", *seats]),
        links=f"from;to{links}",
    )


def test_one_yearly_gathering_of_all_is_partly_and_says_what_is_left_without_it():
    graph = gathering()

    for id_ in ("P1", "P2"):
        assert status(graph, id_) is ClauseStatus.PARTLY
        assert clause(graph, id_).one_arena == SoleArena("motet", 0)
        assert "Møtet" in " ".join(clause(graph, id_).steps)


def test_what_more_than_half_rests_on_is_told_though_something_is_left():
    """One link: one of the pairs of sectors, and two of the units, would be left."""
    graph = gathering(links="\nu00;u01")

    assert status(graph, "P1") is ClauseStatus.DOCUMENTED
    assert clause(graph, "P1").one_arena == SoleArena("motet", 1)
    assert status(graph, "P2") is ClauseStatus.DOCUMENTED
    assert clause(graph, "P2").one_arena == SoleArena("motet", 2)


def test_where_no_arena_alone_carries_more_than_half_none_is_told():
    assert clause(municipality(), "P1").one_arena is None


def test_an_information_forum_lifts_neither_p1_nor_p2():
    graph = gathering(kind="informasjon")
    services, _arena = clause(graph, "P2").parts

    assert status(graph, "P1") is ClauseStatus.NOT_DOCUMENTED
    assert services.figures == ThreeFigures(not_documented=21)


@pytest.mark.parametrize(
    ("cells", "role", "expected"),
    [
        ("Samordne;;ja", "leder", (1, 0, 0)),
        (";;ja", "leder", (0, 0, 1)),  # nobody has said
        ("nei;nei;ja", "leder", (0, 1, 0)),
        ("Samordne;;ja", "medlem", (0, 1, 0)),
        ("Samordne;;ja", "", (0, 0, 1)),  # a role that is not given may be the leader's
        ("Samordne;;", "medlem", (0, 0, 1)),  # the list may lack the leader
    ],
)
def test_an_arena_lacks_mandate_or_leader_only_where_somebody_has_said_so(
    cells: str, role: str, expected: tuple[int, int, int]
):
    graph = municipality(
        arenas=f"name;kind;mandate;basis;participants_complete\nForum;samordning;{cells}\nAllmøte;informasjon;;;",
        participation=f"actor;arena;role\nb;Forum;{role}\nb;Allmøte;leder",
    )
    arena = clause(graph, "P2").parts[1]

    assert astuple(arena.figures) == expected


def test_a_political_body_is_not_the_arena_of_p2_and_leadership_is_no_service():
    graph = municipality(
        units=UNITS + "\ns;Sjef;ledelse;skaffe;ja",
        arenas="name;mandate\nKommunestyret;Kommuneloven",
        participation="actor;arena;role\ns;Kommunestyret;leder",
    )
    services, arena = clause(graph, "P2").parts

    assert services.figures == ThreeFigures(documented=2)
    assert arena.figures.documented == 0


def test_who_sits_with_politicians_alone_is_not_coordinated_with_a_service():
    """P2 passes Eldrerådet over. P3 does not: what kommunestyret agrees on binds the municipality."""
    graph = tiny(
        units="id;name;sector;tasks;surveyed\nb;Bolig;bolig;skaffe;ja\nh;Helse;helse;;ja\n"
        "r;Eldrerådet;helse;;ja\nk;Kommunestyret;ledelse;;ja",
        external_actors="id;name;actor_type;surveyed\ns;Sykehuset;helseforetak;ja",
        arenas="name;participants_complete\nMøtet;ja",
        participation="actor;arena\nb;Møtet\nr;Møtet",
        links="from;to;agreement\nk;s;Avtalen",
    )

    assert clause(graph, "P2").parts[0].figures == ThreeFigures(not_documented=1)
    assert status(graph, "P3") is ClauseStatus.DOCUMENTED


def test_p2_is_not_assessed_where_a_part_cannot_be_and_nothing_is_there_of_the_other():
    graph = municipality(
        units="id;name;sector;surveyed\nb;Bolig;bolig;ja\nh;Helse;helse;ja",
        arenas="name;mandate;basis\nForum;nei;nei",
    )

    assert status(graph, "P2") is ClauseStatus.NOT_ASSESSED


def test_p3_is_about_public_external_actors_only():
    outside = "id;name;actor_type;surveyed\nf;Fengsel;fengsel;ja\nn;NAV stat;nav-stat;ja\nv;Værested;ideell;ja"

    def with_links(rows: str) -> Graph:
        return municipality(external_actors=outside, links=f"from;to\nb;h\n{rows}")

    assert status(with_links("b;f\nh;n"), "P3") is ClauseStatus.DOCUMENTED
    assert status(with_links("b;f\nb;v"), "P3") is ClauseStatus.PARTLY
    assert status(with_links("b;v"), "P3") is ClauseStatus.NOT_DOCUMENTED
    assert status(municipality(), "P3") is ClauseStatus.NOT_ASSESSED


def test_a_tie_between_external_actors_is_not_the_municipalitys():
    graph = municipality(
        external_actors="id;name;actor_type;surveyed\nf;Fengsel;fengsel;ja\nn;NAV stat;nav-stat;ja",
        links="from;to\nb;h\nf;n",
    )

    assert status(graph, "P3") is ClauseStatus.NOT_DOCUMENTED


HOSTED = (
    "id;name;actor_type;service_type;sector;surveyed\nm;Namsmann;namsmann;;;ja\n"
    "v;Verten;nabokommune;{type};sosial;ja"
)


@pytest.mark.parametrize(
    ("tie", "of_known_type", "of_unknown_type"),
    [
        ({"links": "from;to\nb;h\nb;v\nm;v"}, (2, 0, 0), (1, 0, 1)),
        ({"links": "from;to;agreement\nb;h;\nb;v;\nm;v;Avtalen"}, (2, 0, 0), (1, 0, 1)),
        (
            {
                "links": "from;to\nb;h\nb;v",
                "arenas": "name;participants_complete\nMøtet;ja",
                "participation": "actor;arena;role\nm;Møtet;medlem\nv;Møtet;leder",
            },
            (2, 0, 0),
            (1, 0, 1),
        ),
        (
            {
                "links": "from;to\nb;h\nb;v",
                "arenas": "name;participants_complete\nMøtet;ja",
                "participation": "actor;arena;role\nm;Møtet;observatør\nv;Møtet;leder",
            },
            (1, 1, 0),
            (1, 1, 0),
        ),
        ({"links": "from;to;strength\nb;h;\nb;v;\nm;v;kjennskap"}, (1, 1, 0), (1, 1, 0)),
        ({"links": "from;to\nb;h"}, (0, 2, 0), (0, 2, 0)),  # it is asked for itself
    ],
    ids=["link", "agreement", "arena", "observer", "acquaintance", "alone"],
)
def test_a_service_that_another_municipality_runs_counts_as_a_unit_in_p3(
    tie: dict[str, str], of_known_type: tuple[int, ...], of_unknown_type: tuple[int, ...]
):
    """One of unknown type may be a service of this municipality: what rests on it is not known."""
    for type_, expected in (("NAV-kontor", of_known_type), ("", of_unknown_type)):
        graph = municipality(external_actors=HOSTED.format(type=type_), **tie)
        (actors,) = clause(graph, "P3").parts

        assert astuple(actors.figures) == expected


def test_a_tie_with_the_management_of_another_municipality_is_none_of_p3():
    graph = municipality(
        external_actors=HOSTED.format(type="kommunedirektør"), links="from;to\nb;h\nm;v"
    )

    assert clause(graph, "P3").parts[0].figures.documented == 0


def test_p4_to_p8_follow_the_chain_from_overview_to_goals():
    whole = {
        "plans": PLANS,
        "overview": OVERVIEW,
        "challenges": "id;name;overview\nc;Ventetid;o",
        "goals": "id;name;overall;plan;challenges\ng;Kortere ventetid;ja;k;c",
        "strategies": "id;name;overall;plan;challenges\nt;Bygge flere;ja;k;c",
    }

    for id_ in ("P4", "P5", "P6", "P7", "P8"):
        assert status(municipality(**whole), id_) is ClauseStatus.DOCUMENTED, id_


@pytest.mark.parametrize(
    ("id_", "change", "expected"),
    [
        ("P4", {"overview": OVERVIEW.replace("ja;ja", "ja;nei")}, ClauseStatus.PARTLY),
        ("P4", {"overview": "name"}, ClauseStatus.NOT_ASSESSED),
        ("P4", {"overview": "name", **of_itself(has_overview="nei")}, ClauseStatus.NOT_DOCUMENTED),
        ("P4", {"overview": OVERVIEW.replace("2024-03-01", "")}, ClauseStatus.DOCUMENTED),
        ("P5", {"overview": OVERVIEW.replace(";s", ";k")}, ClauseStatus.NOT_DOCUMENTED),
        ("P5", {"overview": OVERVIEW.replace("2024-03-01", "")}, ClauseStatus.NOT_ASSESSED),
        ("P5", {"overview": OVERVIEW.replace(";s", ";")}, ClauseStatus.NOT_ASSESSED),
        ("P5", {"overview": OVERVIEW.replace("2024-", "2025-")}, ClauseStatus.NOT_DOCUMENTED),
        ("P5", {"plans": PLANS.replace("2024-09-19", "")}, ClauseStatus.NOT_ASSESSED),
        ("P7", of_itself(all_goals_listed="ja"), ClauseStatus.NOT_DOCUMENTED),
        ("P7", {}, ClauseStatus.NOT_ASSESSED),
        ("P6", {"plans": PLANS.replace("ja", "nei")}, ClauseStatus.NOT_DOCUMENTED),
        ("P6", {"plans": PLANS.replace("ja", "")}, ClauseStatus.NOT_ASSESSED),
        (
            "P8",
            {
                "challenges": "id;name\nc;Ventetid\nd;Hus",
                "goals": "id;name;challenges\ng;Mål;c",
            },
            ClauseStatus.PARTLY,
        ),
    ],
)
def test_a_break_in_the_chain_shows_at_its_clause(id_: str, change, expected: ClauseStatus):
    graph = municipality(**{"plans": PLANS, "overview": OVERVIEW} | change)

    assert status(graph, id_) is expected


OLD = {
    "plans": "id;name;kind;adopted;valid_to;discusses_social_housing\n"
    "s;Planstrategi 2012–2015;planstrategi;2012-06-01;2015;ja\n"
    "k;Samfunnsdel 2009–2020;samfunnsdel;2009-05-01;2020;",
    "overview": "id;name;date;ordinary_housing;adapted_housing;plans\no;Oversikt;2009;ja;ja;s",
    "goals": "id;name;overall;plan\ng;Kortere ventetid;ja;k",
    "strategies": "id;name;overall;plan\nt;Bygge flere;ja;k",
}


def test_old_documents_do_not_count_as_todays():
    """M3 of the reading: an overview of 2009, a strategy of 2012, and nothing newer."""
    with in_language("en"):
        silent = {found.id: found for found in clauses(municipality(**OLD))}
        graph = municipality(**OLD, **of_itself(all_plans_listed="ja"))
        found = {found.id: found for found in clauses(graph)}

    assert found["P4"].status is ClauseStatus.DOCUMENTED
    assert found["P4"].remarks == (
        "Older overview: «Oversikt» is from 2009, more than four years before 2026-11-23.",
    )
    assert found["P5"].status is ClauseStatus.NOT_DOCUMENTED
    assert silent["P5"].status is ClauseStatus.NOT_ASSESSED  # nobody said that all plans are there
    assert found["P6"].status is silent["P6"].status is ClauseStatus.NOT_ASSESSED
    assert "2012-06-01) is from an earlier council period" in found["P6"].remarks[0]
    assert found["P7"].status is ClauseStatus.DOCUMENTED
    assert found["P7"].remarks == (
        "«Samfunnsdel 2009–2020» counts until it is replaced; its last day was 2020-12-31.",
    )


def test_an_overview_cannot_be_the_basis_of_what_was_adopted_before_it():
    """M4 of the reading: an overview of 2025 and a strategy of 2024."""
    graph = municipality(plans=PLANS, overview=OVERVIEW.replace("2024-03-01", "2025-03-01"))
    with in_language("en"):
        found = clause(graph, "P5")

    assert found.status is ClauseStatus.NOT_DOCUMENTED
    assert found.remarks == (
        "«Oversikt» is from 2025-03-01, after «Planstrategi» was adopted (2024-09-19).",
    )


@pytest.mark.parametrize(
    ("as_of", "until"), [(date(2027, 6, 30), date(2027, 7, 1)), (date(2027, 7, 1), None)]
)
def test_p5_p7_and_p8_have_a_transitional_time(as_of: date, until: date | None):
    found = clauses(tiny(AnalysisOptions(as_of=as_of)))

    assert {clause.id: clause.transitional_until for clause in found} == {
        f"P{n}": until if n in (5, 7, 8) else None for n in range(1, 9)
    }


def test_without_any_plan_the_clauses_about_planning_are_not_assessed():
    for id_ in ("P4", "P5", "P6", "P7", "P8"):
        assert status(municipality(), id_) is ClauseStatus.NOT_ASSESSED


@pytest.mark.parametrize("name", ["eksempel", "stord", "hammerfest", "balsfjord", "halden"])
def test_what_is_not_documented_says_what_would_change_it_and_everything_has_evidence(name: str):
    for clause in clauses(build(read_model(f"data/{name}", TODAY))):
        assert clause.evidence, clause.id
        assert bool(clause.steps) is (clause.status is not ClauseStatus.DOCUMENTED), clause.id


def test_a_clause_that_rules_decide_is_one_of_section_5_and_has_its_tables_as_evidence():
    deciding = [rule for rule in RULES if rule.clause]

    assert {rule.clause for rule in deciding} == {"P4", "P5", "P6", "P7", "P8"}
    assert all(rule.tables for rule in deciding)


def test_a_strategy_without_a_date_makes_nothing_harsher():
    """Of one that discusses housing work and one that does not, the first loses its date."""
    plans = "id;name;kind;adopted;discusses_social_housing\na;A;planstrategi;2024-05-01;nei\nb;B;planstrategi;{};ja"
    known, less = (
        next(clause for clause in clauses(tiny(plans=plans.format(date))) if clause.id == "P6")
        for date in ("2025-05-01", "")
    )

    assert (known.status, less.status) == (ClauseStatus.PARTLY, ClauseStatus.NOT_ASSESSED)


def test_a_strategy_without_a_date_beside_the_one_of_this_period_is_asked_about():
    """It is named, and not known to count: nothing falls short, and nothing more is documented."""
    plans = "id;name;kind;adopted;discusses_social_housing\na;A;planstrategi;2024-05-01;ja\nb;B;planstrategi;{};nei"
    with in_language("en"):
        known, less = (clause(tiny(plans=plans.format(date)), "P6") for date in ("2020-05-01", ""))

    assert known.status is ClauseStatus.DOCUMENTED
    assert (less.status, less.in_full) == (ClauseStatus.PARTLY, None)
    assert less.steps == ("«B»: When was it adopted?",)
    assert (known.remarks, less.remarks) == ((), ("The adoption date of «B» is not filled in.",))


def test_p6_counts_each_strategy_of_the_period():
    """The later of two of a period says that it does not discuss the work."""
    plans = "id;name;kind;adopted;discusses_social_housing\na;A;planstrategi;2024-03-01;ja\nb;B;planstrategi;2025-06-01;{}"
    with in_language("en"):
        found = {word: clause(tiny(plans=plans.format(word)), "P6") for word in ("ja", "nei", "")}

    assert {word: of.status for word, of in found.items()} == {
        "ja": ClauseStatus.DOCUMENTED,
        "nei": ClauseStatus.PARTLY,
        "": ClauseStatus.PARTLY,
    }
    assert {word: of.in_full for word, of in found.items()} == {"ja": True, "nei": False, "": None}
    assert found[""].steps == ("«B»: Does it discuss the municipality's social-housing work?",)


@pytest.mark.parametrize(("present", "missing"), [("goals", "strategies"), ("strategies", "goals")])
def test_p7_is_partly_where_the_plan_has_one_of_goals_and_strategies(present: str, missing: str):
    aims = {present: "name;overall;plan\nMål;ja;k"}
    with in_language("en"):
        known = clause(tiny(plans=PLANS, **aims, **of_itself(all_goals_listed="ja")), "P7")
        silent = clause(tiny(plans=PLANS, **aims), "P7")

    assert (known.status, known.in_full) == (ClauseStatus.PARTLY, False)
    assert f"overall {missing}" in known.steps[0]
    assert f"overall {present}" not in known.steps[0]
    assert (silent.status, silent.in_full) == (ClauseStatus.PARTLY, None)
    assert silent.steps


def test_goals_of_an_old_plan_are_told_with_its_age():
    graph = tiny(
        overview="id;name;date\no;Behov;2009-01-01",
        plans="id;name;kind;adopted;valid_to\ns;Samfunnsdel;samfunnsdel;2009-06-01;2020",
        challenges="id;name;overview\nu;Utfordring;o",
        goals="name;overall;plan;challenges\nMål;ja;s;u",
        strategies="name;overall;plan;challenges\nVei;ja;s;u",
    )
    (eight,) = (clause for clause in clauses(graph) if clause.id == "P8")

    assert eight.status is ClauseStatus.DOCUMENTED
    assert eight.remarks[0].startswith("Eldre oversikt")
    assert "«Samfunnsdel» gjelder til den blir erstattet" in eight.remarks[1]


def test_goals_of_a_plan_that_has_ended_are_not_suitable_goals_and_are_named():
    """A temaplan past its last day, and a samfunnsdel that is replaced."""
    aims = "id;name;overall;plan;challenges\n{};Kortere ventetid;ja;{};c"
    graph = tiny(
        plans="id;name;kind;adopted;valid_to\nt;Boligplan 2010–2013;temaplan;2010-01-01;2013\n"
        "k;Gammel;samfunnsdel;2018-01-02;2030\nny;Ny;samfunnsdel;2025-01-02;",
        challenges="id;name\nc;Ventetid",
        goals=aims.format("g", "t"),
        strategies=aims.format("s", "k").replace("Kortere ventetid", "Bygge flere"),
        **of_itself(all_goals_listed="ja"),
    )
    with in_language("en"):
        eight = clause(graph, "P8")

    assert eight.status is ClauseStatus.NOT_DOCUMENTED
    assert set(eight.remarks) == {
        "«Kortere ventetid» stands in «Boligplan 2010–2013», which applied until 2013-12-31.",
        "«Bygge flere» stands in «Gammel», which is replaced by «Ny» (adopted 2025-01-02).",
    }


def test_a_point_is_in_full_or_short_of_it_only_where_the_data_can_tell():
    asked = UNITS + "\ne;Eiendom;eiendom;skaffe;ja"
    arena = {
        "arenas": "name;mandate;participants_complete\nForum;Samordne;ja",
        "participation": "actor;arena;role\nb;Forum;leder\nh;Forum;",
    }

    assert clause(municipality(**arena), "P2").in_full is True
    assert clause(municipality(units=asked, **arena), "P2").in_full is False
    assert clause(municipality(), "P2").status is ClauseStatus.PARTLY
    assert clause(municipality(), "P2").in_full is None  # nobody has said who leads
    assert clause(municipality(links="from;to"), "P2").in_full is None


def planned(as_of: date) -> Graph:
    """An overview of January, a strategy of February and a municipal plan of June 2027."""
    return tiny(
        AnalysisOptions(as_of=as_of),
        plans="id;name;kind;adopted;discusses_social_housing\ns;Strategi;planstrategi;2027-02-01;ja\n"
        "k;Samfunnsdel;samfunnsdel;2027-06-01;",
        overview="id;name;date;ordinary_housing;adapted_housing;plans\no;Oversikt;2027-01-15;ja;ja;s",
        challenges="id;name;overview\nc;Ventetid;o",
        goals="id;name;overall;plan;challenges\ng;Kortere ventetid;ja;k;c",
        strategies="id;name;overall;plan;challenges\nt;Bygge flere;ja;k;c",
    )


def test_what_has_not_happened_yet_does_not_count_and_is_told():
    about_planning = ("P4", "P5", "P6", "P7", "P8")
    with in_language("en"):
        before, after = (
            {found.id: found for found in clauses(planned(day)) if found.id in about_planning}
            for day in (TODAY, date(2027, 6, 1))
        )

    assert {found.status for found in before.values()} == {ClauseStatus.NOT_ASSESSED}
    assert {found.status for found in after.values()} == {ClauseStatus.DOCUMENTED}
    sentences = {
        "«Oversikt» is not made yet (2027-01-15).": {"P4", "P5", "P8"},
        "«Strategi» is not adopted yet (2027-02-01).": {"P5", "P6"},
        "«Samfunnsdel» is not adopted yet (2027-06-01).": {"P7"},
        "«Kortere ventetid» and «Bygge flere» stand in «Samfunnsdel», which is not adopted yet"
        " (2027-06-01).": {"P8"},
    }
    for sentence, ids in sentences.items():
        assert {id_ for id_ in ids if sentence in " ".join(before[id_].remarks)} == ids
    assert not any(found.remarks for found in after.values())


@pytest.mark.parametrize(
    ("recent", "stands_in", "without_remark"),
    [
        ("2026-06-01;ja;ja", "o", {"P4", "P8"}),
        ("2026-06-01;ja;", "o", {"P8"}),  # of adapted housing only the older one tells
        ("2026-06-01;ja;ja", "p", {"P4"}),
        ("2019-06-01;ja;ja", "o", set()),
        (";ja;ja", "o", set()),
    ],
)
def test_one_recent_overview_is_enough(recent: str, stands_in: str, without_remark: set[str]):
    graph = tiny(
        overview=f"id;name;date;ordinary_housing;adapted_housing\no;Ny;{recent}\np;Gammel;2020-06-01;ja;ja",
        challenges=f"id;name;overview\nc;Ventetid;{stands_in}",
    )
    with in_language("en"):
        sentences = {
            id_: any("«Gammel»" in text for text in clause(graph, id_).remarks)
            for id_ in ("P4", "P8")
        }

    assert {id_ for id_, is_told in sentences.items() if not is_told} == without_remark


def test_p4_tells_where_the_municipality_says_that_it_has_none():
    with in_language("en"):
        contradicted = clause(
            municipality(plans=PLANS, overview=OVERVIEW, **of_itself(has_overview="nei")), "P4"
        )

    assert contradicted.status is ClauseStatus.DOCUMENTED
    assert contradicted.remarks == (
        "Kommune says that it has no overview («Har oversikt»), but the sheet Oversikt has one.",
    )


def test_how_each_clause_is_decided_says_its_limit():
    assert "one arena" in HOW_DECIDED["P1"]
    assert "one arena" in HOW_DECIDED["P2"]
    for id_, text in HOW_DECIDED.items():
        assert ("transitional time" in text) is (id_ in transitional_time().clauses), id_


@pytest.mark.parametrize(
    ("links", "status_of_type"),
    [
        ("b;m\nh;m", {"helsestasjon": (0, 2, 0), "": (0, 2, 0)}),
        ("b;h", {"helsestasjon": (2, 0, 0), "": (2, 0, 0)}),
        ("b;v\nh;v", {"helsestasjon": (2, 0, 0), "": (0, 0, 2)}),
        ("b;m\nh;v", {"helsestasjon": (1, 1, 0), "": (0, 1, 1)}),
    ],
    ids=["outside", "each other", "hosted", "one of each"],
)
@pytest.mark.parametrize("type_", ["helsestasjon", ""])
def test_a_tie_to_those_outside_coordinates_no_services_of_the_municipality(
    links: str, status_of_type: dict[str, tuple[int, int, int]], type_: str
):
    graph = municipality(external_actors=HOSTED.format(type=type_), links=f"from;to\n{links}")
    services, _arena = clause(graph, "P2").parts

    assert astuple(services.figures) == status_of_type[type_]


def test_of_a_single_unit_it_is_not_known_whether_services_are_coordinated():
    graph = municipality(
        units="id;name;sector;tasks;surveyed\nb;Bolig;bolig;skaffe;ja",
        external_actors="id;name;actor_type;surveyed\nm;Namsmann;namsmann;ja",
        links="from;to\nb;m",
    )

    assert astuple(clause(graph, "P2").parts[0].figures) == (0, 0, 1)
    assert clause(graph, "P3").status is ClauseStatus.DOCUMENTED
