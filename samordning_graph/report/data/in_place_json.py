"""What is in place, as JSON: pairs are counted, everything else is listed with who and where."""

from collections.abc import Iterable
from typing import Any

from samordning_graph.analysis.cooperation import mandate_and_leader
from samordning_graph.analysis.in_place import figures_of_results
from samordning_graph.graph.documented_ties import DocumentedTie
from samordning_graph.graph.links import is_hearsay
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.report.data.figures_json import figures_json
from samordning_graph.report.findings_report import Report
from samordning_graph.rules.family import SubjectKind

Json = dict[str, Any]


def in_place_json(report: Report) -> Json:
    """Return the figures of each kind, and what is documented of it."""
    graph, in_place = report.graph, report.in_place
    return {
        "pairs": figures_json(report.congruence["all"]),
        "sector_pairs": figures_json(report.figures_about(SubjectKind.SECTORS)),
        "duties": {
            **figures_json(report.figures_about(SubjectKind.DUTY)),
            "documented_by": [
                {
                    "duty": duty.duty,
                    "actors": list(duty.met_by),
                    "via": _via(duty.ties),
                    "denied_by": list(duty.denied_by),
                }
                for duty in in_place.duties
            ],
        },
        "arenas": {
            **figures_json(ThreeFigures.of(mandate_and_leader(graph).values())),
            "led_by": [
                {"arena": arena.arena, "leaders": list(arena.leaders)} for arena in in_place.arenas
            ],
        },
        "yes_answers": [
            {"factor": answer.factor, "yes": answer.yes, "answers": answer.answers}
            for answer in in_place.yes_answers
        ],
        "results": {
            **figures_json(figures_of_results(graph)),
            "written_down": [
                {"goal": result.goal, "text": result.text} for result in in_place.results
            ],
        },
    }


def _via(ties: Iterable[DocumentedTie]) -> list[Json]:
    return [
        {
            "kind": str(tie.kind),
            "arena": tie.arena or None,
            "agreement": tie.agreement or None,
            "last_day": tie.last_day.isoformat() if tie.last_day else None,
            "through": [list(pair) for pair in tie.through],
            "by_third_party": is_hearsay(tie.rows),
        }
        for tie in ties
    ]
