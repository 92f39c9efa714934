"""What reading, validating, building, the rules and writing cost, each apart."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, median
from typing import TypeVar

from benchmarks import generate
from benchmarks.measure import Line, ms, timed
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.report.data import findings_json as json_format
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.plain_text import write as write_text
from samordning_graph.rules.register import RULES

MUNICIPALITY_COUNTS = (10, 100, 357)
MAX_FLAT_RATIO = 1.5
"""The dearest of the three may cost this many times the cheapest, per municipality."""
MAX_MULTIPLE = 5
"""All from reading to the text report, against reading and validating, largest municipality."""
STAGES = {
    "read": "reading the CSV files",
    "validate": "validating",
    "build": "building the graph",
    "pairs": "missing pairs, all grounds",
    "rules": "all rules, findings counted",
    "text": "writing the text report",
}
GROUNDS = (Ground.GOAL, Ground.TARGET_GROUP, Ground.REFERRAL)

Made = TypeVar("Made")


def run(folder: Path, took: dict[str, float], *, json: bool = False) -> None:
    """Add the seconds of each stage of one municipality; the reports are thrown away."""

    def stage(name: str, work: Callable[[], Made]) -> Made:
        made: list[Made] = []
        took[name] += timed(lambda: made.append(work()), collect=False)
        return made[0]

    source = stage("read", lambda: read_source(folder))
    model = stage("validate", lambda: validate(source, generate.TODAY))
    assert model, f"{folder}: {source.problems.found[:3]}"
    graph = stage("build", lambda: build(model, AnalysisOptions(as_of=generate.TODAY)))
    stage("pairs", lambda: len(pair_engine(graph).missing_pairs(*GROUNDS)))
    stage("rules", lambda: [len(rule.assess(graph).found) for rule in RULES])
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        stage("text", lambda: write_text(findings_document(Report(graph)), nowhere))
        if json:
            stage("json", lambda: json_format.write(Report(graph), nowhere))


def _once(folder: Path) -> dict[str, float]:
    took = dict.fromkeys(STAGES, 0.0)
    run(folder, took)
    return took


def _in_turn(folders: Mapping[int, Sequence[Path]]) -> dict[int, dict[str, float]]:
    """Return the mean of each stage, per number of municipalities.

    One of each number in turn, so that a busy hour of the machine is shared by all.
    """
    runs: dict[Path, list[dict[str, float]]] = defaultdict(list)
    for turn in range(max(folders)):
        for same_count in folders.values():
            folder = same_count[turn % len(same_count)]
            runs[folder].append(_once(folder))
    return {
        count: {
            name: mean(mean(seconds[name] for seconds in runs[folder]) for folder in same_count)
            for name in STAGES
        }
        for count, same_count in folders.items()
    }


def measure() -> Iterator[Line]:
    """Yield the lines of this benchmark."""
    with tempfile.TemporaryDirectory() as root:
        each = _in_turn(
            {
                count: generate.write_all(Path(root, str(count)), count)
                for count in MUNICIPALITY_COUNTS
            }
        )
        single = Path(root, "largest")
        generate.write(generate.largest(), single)
        runs = [_once(single) for _ in range(3)]
        took = {name: median(seconds[name] for seconds in runs) for name in STAGES}
        with_json = dict.fromkeys((*STAGES, "json"), 0.0)
        run(single, with_json, json=True)
        took["json"] = with_json["json"]
    yield from _per_municipality(each)
    yield from _largest(took)


def _per_municipality(each: dict[int, dict[str, float]]) -> Iterator[Line]:
    counts = " · ".join(str(count) for count in MUNICIPALITY_COUNTS)
    for name, what in STAGES.items():
        yield Line(
            f"{what}, per municipality ({counts})",
            " · ".join(f"{each[count][name] * 1000:.1f} ms" for count in MUNICIPALITY_COUNTS),
        )
    for what, names in (
        ("all but the text, per municipality", tuple(name for name in STAGES if name != "text")),
        ("all stages, per municipality", tuple(STAGES)),
    ):
        whole = [sum(each[count][name] for name in names) for count in MUNICIPALITY_COUNTS]
        ratio = max(whole) / min(whole)
        yield Line(
            f"{what} ({counts})",
            " · ".join(f"{seconds * 1000:.0f} ms" for seconds in whole) + f": {ratio:.2f} ×",
            f"flat: ≤ {MAX_FLAT_RATIO} ×",
            ratio <= MAX_FLAT_RATIO,
        )


def _largest(took: dict[str, float]) -> Iterator[Line]:
    for name, what in {**STAGES, "json": "writing JSON, each finding told"}.items():
        yield Line(f"{what}, {generate.LARGEST_ACTORS} actors", ms(took[name]))
    reading = took["read"] + took["validate"]
    report = reading + took["build"] + took["rules"] + took["text"]
    yield Line(
        f"from the files to the text report / reading and validating, {generate.LARGEST_ACTORS} actors",
        f"{report / reading:.1f} × ({ms(report)} / {ms(reading)})",
        f"≤ {MAX_MULTIPLE} ×",
        report / reading <= MAX_MULTIPLE,
    )
