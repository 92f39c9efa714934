"""Small municipalities that lack something, and the invitations of a plan as plain ids."""

from samordning_graph.analysis.suggest.gaps import Gaps
from samordning_graph.analysis.suggest.plan import MOST_INVITATIONS, SuggestedSteps, suggest
from samordning_graph.graph.graph import AnalysisOptions, Graph
from tests.helpers.tiny import TODAY, tiny

FORUM = "name;participants_complete;meetings_per_year\nForum;ja;4"
GOAL = "name\nRaskere bosetting"


def limited(size: int | None) -> AnalysisOptions:
    """No arena counts, nor grows, beyond so many. The law asks for nothing."""
    return AnalysisOptions(as_of=TODAY, max_arena_size=size, duties=())


def sharing(*names: str, goal: str = "Raskere bosetting") -> str:
    """Return the rows that make some actors share a goal."""
    return "\n".join(["actor;goal", *(f"{actor};{goal}" for actor in names)])


def units(*pairs: str) -> str:
    """Return units from «name sector», all asked, so that a gap is a gap."""
    rows = (f"{pair.replace(' ', ';')};ja" for pair in pairs)
    return "\n".join(["name;sector;surveyed", *rows])


def lacking(options: AnalysisOptions | None = None, **tables: str) -> Graph:
    """Return Bolig, Rus and Plan, who share a goal; only Bolig and Hjelp sit in the forum."""
    given = {
        "units": units("Bolig bolig", "Hjelp helse", "Plan plan", "Rus helse"),
        "goals": GOAL,
        "goal_owners": sharing("Bolig", "Plan", "Rus"),
        "arenas": FORUM,
        "participation": "actor;arena\nBolig;Forum\nHjelp;Forum",
    }
    return tiny(options or limited(None), **{**given, **tables})


def steps(graph: Graph, most: int = MOST_INVITATIONS) -> list[tuple[str, str]]:
    return invited(suggest(graph, most))


def invited(plan: SuggestedSteps) -> list[tuple[str, str]]:
    return [(step.seat.guest, step.seat.arena) for step in plan.seats]


def closed(gaps: Gaps) -> tuple[list[tuple[str, str]], list[str]]:
    return list(gaps.pairs()), [duty.id for duty in gaps.duties]
