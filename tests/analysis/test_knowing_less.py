"""Knowing less never makes a harsher sentence: unknown is not absent.

Of random municipalities, a cell that may be empty is blanked, nobody is marked as asked, no list as
complete, or a table is dropped. No clause becomes «ikke dokumentert», no basis and no confidence
rises, and what is found that was not is a hint. Of no figure is more documented than before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import astuple
from typing import NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from samordning_graph.analysis.clauses import ClauseStatus, clauses
from samordning_graph.analysis.cooperation import mandate_and_leader
from samordning_graph.analysis.in_place import figures_of_results
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.duties import applicable_duties
from samordning_graph.graph.graph import AnalysisOptions, Graph, nodes
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.graph.political_bodies import administrative_arenas
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue import link06_sectors_apart
from samordning_graph.rules.family import SubjectKind
from samordning_graph.rules.finding import Confidence, Finding, FindingId
from samordning_graph.rules.register import RULES
from samordning_graph.schema.tables import TABLES, Goal, Takes, columns
from tests.helpers.oracle import Tables
from tests.helpers.tiny import TODAY, tiny
from tests.rules.test_properties import (
    HEADERS,
    graph_of,
    municipalities,
    without_shrinking,
)

pytestmark = pytest.mark.slow

RECORDS_TIES = {"participation", "links", "referrals", "external_actors"}
"""The tables that record ties, and the actors whose ties go with them: without, there are fewer ties."""
RECORDS_A_TIE = {
    ("links", "agreement"): "beside an acquaintance, the agreement alone links",
    ("links", "strength"): "a row with an agreement and no strength is the agreement alone",
}
"""Cells that are a tie (the strength beside an agreement): without one there is a tie less."""
CHANGES_WHAT_IT_IS = {
    (
        "units",
        "part_of",
    ): "a unit's place in the line: the ties of those below count for those above",
    ("units", "service_type"): "a political body without its type is a service of its sector",
    ("units", "surveyed_about"): "whoever was asked, and not said about what, was asked about all",
    ("external_actors", "surveyed_about"): "the same",
    ("external_actors", "sector"): "without one of its own, the sector is that of its type",
    ("external_actors", "public"): "without a word, it is public as its level is",
    (
        "external_actors",
        "government_level",
    ): "without one of its own, the level is that of its type",
}
"""Cells that say what a thing is. An empty one is read as something else, and not as unknown."""
COUNTS_IN_FAVOUR = {
    ("links", "strength"): "a collaboration without a strength links",
    ("links", "valid_to"): "an agreement without a last day is in force",
    ("arenas", "kind"): "an arena without a kind is a working arena",
    ("arenas", "valid_to"): "an arena without a last day is not closed",
    ("participation", "role"): "whoever stands without a role is a member",
    ("links", "agreement"): "a row with neither an agreement nor a strength is a collaboration",
}
"""Cells whose absence makes a tie that counts, so that the pair is covered."""
DECIDES_WHAT_IS_COUNTED = {
    ("goals", "overall"): "a goal that is not said to be no overall one is one of those that count",
    ("strategies", "overall"): "the same",
    (
        "units",
        "tasks",
    ): "P2 asks about services with something to coordinate: a task, a group, a goal",
    ("units", "target_groups"): "the same",
}
"""Cells that decide what is counted: without one, more, or fewer that are in touch with nobody."""
SAYS_WHAT_HAS_ENDED = {
    (
        "plans",
        "valid_to",
    ): "a plan without a last day has not ended, as an agreement without one has not",
    ("plans", "adopted"): "a municipal plan without a day is neither replaced nor replaces another",
    ("plans", ""): "without the plans, none has ended",
    ("goals", "plan"): "a goal that stands in no plan is one of today",
    ("strategies", "plan"): "the same",
    ("measures", "plan"): "the same",
}
"""Cells and a table that say that a goal is of a plan that has ended. Without them it is as any other."""
MILDER_OF_WHAT_HAS_ENDED = {"LINK03", "GOAL01", "GOAL02", "GOAL03"}
"""What rests on goals of plans that have ended alone is a hint."""
ABOUT_TIES_THAT_ARE_THERE = {"ISO02", "LINK07", "FRAG01", "FRAG02", "FRAG03", "FRAG04"}
"""What they find, and whom they name, are ties that are there: one more can be what they ask about."""
SAID_TO_BE_WHOLE = {
    "goals": "all_goals_listed",
    "strategies": "all_goals_listed",
    "plans": "all_plans_listed",
}
"""Tables of which the municipality says that all is there: an emptied one then says that there is none."""
CONFIDENCES = [Confidence.NONE, Confidence.ONE, Confidence.BOTH]


class Change(NamedTuple):
    """What is not known any more: a cell of a row, of every row (None), or a table (no column)."""

    table: str
    row: int | None = None
    column: str = ""


WITHOUT_THE_COLUMN_OF_AGREEMENTS = Change("links", None, "agreement")


def optional_columns(table: str) -> list[str]:
    (row_class,) = (row_class for row_class in TABLES if row_class.table == table)
    return [
        column.name
        for column in columns(row_class)
        if column.name in HEADERS[table] and not column.required and column.takes is not Takes.ID
    ]


def changes(tables: Tables) -> Iterator[Change]:
    """Yield every way of knowing less that is no named exception."""
    for table, rows in tables.items():
        needed = any(row_class.needed for row_class in TABLES if row_class.table == table)
        if rows and not needed and table not in RECORDS_TIES and not is_said_whole(tables, table):
            yield Change(table)
        for column in optional_columns(table):
            filled = [i for i, row in enumerate(rows) if may_be_blanked(table, row, column)]
            yield from (Change(table, i, column) for i in filled)
            if len(filled) > 1:
                yield Change(table, None, column)


def is_said_whole(tables: Tables, table: str) -> bool:
    """Return whether the municipality says that all of a table, or no overview, is there."""
    (of_itself,) = tables["municipality"]
    if table == "overview":
        return of_itself["has_overview"] == "nei"
    return of_itself.get(SAID_TO_BE_WHOLE.get(table, ""), "") == "ja"


def may_be_blanked(table: str, row: dict[str, str], column: str) -> bool:
    """Return whether a cell is filled, and no named exception."""
    match table, column:
        case "arenas", "participants_complete":
            # Whoever takes back that a list lacks somebody does not know less of who is on it.
            return row[column] == "ja"
        case "links", "strength":
            return bool(row[column]) and not row["agreement"]
        case "links", "agreement":
            # With it goes the agreement, but perhaps an acquaintance stays.
            return bool(row[column]) and row["strength"] not in ("none", "awareness")
        case cell:
            return bool(row.get(column)) and cell not in CHANGES_WHAT_IT_IS


def knowing_less(tables: Tables, change: Change) -> Tables:
    """Return the tables without what a change takes away, and what referred to a dropped row."""
    if not change.column:
        return without_references(tables | {change.table: []}, tables[change.table])
    rows = [
        row | {change.column: ""}
        if change.row in (None, i) and may_be_blanked(change.table, row, change.column)
        else row
        for i, row in enumerate(tables[change.table])
    ]
    return tables | {change.table: rows}


def without_references(tables: Tables, dropped: list[dict[str, str]]) -> Tables:
    gone = {row["id"] for row in dropped if "id" in row}

    def kept(row: dict[str, str]) -> dict[str, str]:
        return {
            name: ";".join(part for part in cell.split(";") if part not in gone)
            if name != "id"
            else cell
            for name, cell in row.items()
        }

    required = {"participation": ("actor", "arena"), "goal_owners": ("actor", "goal")}
    required |= dict.fromkeys(("links", "referrals"), ("from", "to"))
    return {
        table: [
            row for row in map(kept, rows) if all(row[name] for name in required.get(table, ()))
        ]
        for table, rows in tables.items()
    }


def findings(graph: Graph) -> Mapping[FindingId, Finding]:
    return {
        finding.identity: finding
        for rule in RULES
        for case in rule.assess(graph).found
        for finding in [rule.tell(graph, case)]
    }


def harsher(before: Graph, after: Graph, change: Change) -> Iterator[str]:
    """Yield what is harsher after than before."""
    was = {clause.id: clause.status for clause in clauses(before)}
    for clause in clauses(after):
        if clause.status is ClauseStatus.NOT_DOCUMENTED is not was[clause.id]:
            yield f"{clause.id} was {was[clause.id]}"
    known = findings(before)
    makes_a_tie = (change.table, change.column) in COUNTS_IN_FAVOUR
    ends_less = (change.table, change.column) in SAYS_WHAT_HAS_ENDED
    for identity, finding in findings(after).items():
        if makes_a_tie and identity.rule in ABOUT_TIES_THAT_ARE_THERE:
            continue
        if identity not in known:
            if finding.basis is not Basis.HINT:
                yield f"{identity} is new, {finding.basis.name}"
        elif finding.basis > known[identity].basis:
            if ends_less and identity.rule in MILDER_OF_WHAT_HAS_ENDED:
                continue
            yield f"{identity} was {known[identity].basis.name}, is {finding.basis.name}"
        elif CONFIDENCES.index(finding.confidence) > CONFIDENCES.index(known[identity].confidence):
            yield f"{identity} has confidence {finding.confidence}"


def answers_no_contact(tables: Tables) -> bool:
    return any(row["strength"] == "none" for row in tables["links"])


@without_shrinking
@given(municipalities(), st.data())
def test_knowing_less_never_makes_a_harsher_sentence(tables: Tables, data: st.DataObject):
    """Without a limit on the size of arenas: a role that is not given is a seat, and counts for it."""
    options = AnalysisOptions(as_of=TODAY)
    before = graph_of(tables, options)
    for change in data.draw(
        st.lists(st.sampled_from(list(changes(tables))), min_size=1, max_size=8, unique=True)
    ):
        if (change.table, change.column) == ("links", "valid_to") and answers_no_contact(tables):
            continue  # an agreement that does not end, beside «ingen kontakt», is a problem (E22)
        if takes_away_a_day_ahead(tables, change):
            continue
        after = graph_of(knowing_less(tables, change), options)
        assert [*harsher(before, after, change)] == [], change


def test_an_empty_cell_of_an_agreement_is_no_agreement_that_is_not_there():
    """By hand, since random municipalities seldom have a duty that asks for an agreement."""

    def graph(*agreements: str) -> Graph:
        rows = zip(("bolig;nav", "bolig;helse"), agreements, strict=True)
        return tiny(
            units="id;name;sector\nbolig;Boligkontoret;bolig\nhelse;Helse;helse",
            external_actors="id;name;actor_type\nnav;NAV stat;nav-stat",
            links="\n".join(["from;to;agreement", *(";".join(row) for row in rows)]),
        )

    change = WITHOUT_THE_COLUMN_OF_AGREEMENTS
    assert [*harsher(graph("Avtale", "nei"), graph("", ""), change)] == []
    assert [*harsher(graph("Avtale", "nei"), graph("", "nei"), change)] == []
    # «nei» is an answer, so this is no less than before.
    assert [*harsher(graph("Avtale", "nei"), graph("nei", "nei"), change)] != []


def all_figures(graph: Graph) -> Mapping[str, ThreeFigures]:
    """Return every three figures that a report tells."""
    report = Report(graph)
    return {
        **{f"pairs {ground}": figures for ground, figures in report.congruence.items()},
        "sectors": report.figures_about(SubjectKind.SECTORS),
        "duties": report.figures_about(SubjectKind.DUTY),
        "arenas": ThreeFigures.of(mandate_and_leader(graph).values()),
        "results": figures_of_results(graph),
        "points of § 5": ThreeFigures.of(clause.in_full for clause in report.clauses),
    }


def takes_away_a_day_ahead(tables: Tables, change: Change) -> bool:
    """Return whether a plan or an overview loses a day ahead: it is then taken as adopted or made."""
    return (change.table, change.column) in (("overview", "date"), ("plans", "adopted")) and any(
        row[change.column] > TODAY.isoformat()
        for i, row in enumerate(tables[change.table])
        if change.row in (None, i)
    )


@without_shrinking
@given(municipalities(), st.data())
def test_knowing_less_never_documents_more(tables: Tables, data: st.DataObject):
    options = AnalysisOptions(as_of=TODAY)
    before = all_figures(graph_of(tables, options))
    possible = [
        change
        for change in changes(tables)
        if change.column
        and (change.table, change.column)
        not in COUNTS_IN_FAVOUR | DECIDES_WHAT_IS_COUNTED | SAYS_WHAT_HAS_ENDED
        and not takes_away_a_day_ahead(tables, change)
    ]
    for change in data.draw(
        st.lists(st.sampled_from(possible), min_size=1, max_size=8, unique=True)
    ):
        after = all_figures(graph_of(knowing_less(tables, change), options))
        more = {
            name: (before[name], figures)
            for name, figures in after.items()
            if name in before and figures.documented > before[name].documented
        }
        assert more == {}, change


@st.composite
def plans_in_time(draw: st.DrawFn) -> Tables:
    """Plans and overviews of several days, with a goal, a strategy and a challenge: little else."""

    def word(*words: str) -> str:
        return draw(st.sampled_from(words))

    of_itself = {cell: word("", "ja") for cell in ("all_plans_listed", "all_goals_listed")}
    plans = ("p0", "p1", "p2")
    stands = {
        cell: word(*words)
        for cell, words in {"overall": ("ja", ""), "plan": plans, "challenges": ("", "c")}.items()
    }
    return {
        "municipality": [{"number": "0000", "name": "Prøve", "has_overview": "", **of_itself}],
        "plans": [
            {
                "id": plan,
                "name": f"Plan {plan}",
                "kind": word("samfunnsdel", "planstrategi"),
                "adopted": word("", "2019-06-01", "2023-01-01", "2024-09-19", "2027-01-15"),
                "discusses_social_housing": word("", "ja", "nei"),
            }
            for plan in plans
        ],
        "overview": [
            {
                "id": overview,
                "name": f"Oversikt {overview}",
                "date": word("", "2018-01-01", "2024-05-01", "2025-11-15", "2027-02-01"),
                "ordinary_housing": "ja",
                "adapted_housing": word("", "ja", "nei"),
                "plans": word("", *plans),
            }
            for overview in ("o0", "o1")[: draw(st.integers(0, 2))]
        ],
        "challenges": [{"id": "c", "name": "Utfordring"}],
        "goals": [{"id": "g", "name": "Mål", **stands}],
        "strategies": [{"id": "s", "name": "Vei", **stands}],
    }


@settings(max_examples=200, phases=[Phase.explicit, Phase.generate])
@given(plans_in_time())
def test_a_plan_or_an_overview_without_a_day_is_neither_held_against_nor_counted(tables: Tables):
    """Blanking the day of one makes no clause worse than «not assessed», and documents none.

    «Partly» is no worse where nothing of it falls short: the rest is not known.
    Only one that is still ahead counts more without its day: it is then taken to be adopted or made.
    """
    was = {clause.id: clause for clause in clauses(graph_of(tables))}
    for table, column in (("plans", "adopted"), ("overview", "date")):
        for i, row in enumerate(tables[table]):
            if not row[column] or row[column] > TODAY.isoformat():
                continue
            for clause in clauses(graph_of(knowing_less(tables, Change(table, i, column)))):
                before = was[clause.id]
                change = (clause.id, before.status, clause.status, row)
                falls_short = clause.in_full is False
                if falls_short or clause.status is ClauseStatus.NOT_DOCUMENTED:
                    assert before.status in (clause.status, ClauseStatus.PARTLY), change
                assert before.in_full or not clause.in_full, change


@without_shrinking
@given(municipalities())
def test_every_case_is_documented_not_documented_or_not_known(tables: Tables):
    graph = graph_of(tables, AnalysisOptions(as_of=TODAY))
    engine, figures = pair_engine(graph), all_figures(graph)

    assert (
        figures["pairs all"].total
        == sum(engine.needed(i, *Ground).bit_count() for i in range(len(engine.ids))) // 2
    )
    if has_any_ties(graph):
        assert figures["sectors"].total == len(link06_sectors_apart.pairs_between(graph))
        assert figures["duties"].total == len(applicable_duties(graph))
    else:
        assert figures["pairs all"].decided == 0
    assert figures["arenas"].total == len(administrative_arenas(graph))
    assert figures["results"].total == len(nodes(graph, Goal))
    assert figures["points of § 5"].total == 8
    assert min(count for of in figures.values() for count in astuple(of)) >= 0


@pytest.mark.parametrize(
    ("table", "column"), [*CHANGES_WHAT_IT_IS, *COUNTS_IN_FAVOUR, *RECORDS_A_TIE]
)
def test_an_exception_is_a_column_that_may_be_empty(table: str, column: str):
    (row_class,) = (row_class for row_class in TABLES if row_class.table == table)

    assert [found.name for found in columns(row_class) if found.name == column] == [column]
    assert not any(found.required for found in columns(row_class) if found.name == column)
