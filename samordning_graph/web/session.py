"""What the worker of a page calls: JSON in and JSON out, and files in a folder that only it sees.

Nothing lasts longer than the page. What an answer needs is imported when it is asked for: the page is
ready sooner.
"""

import gc
import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samordning_graph.common.locale import _, ngettext, use_language
from samordning_graph.web.problem_groups import problem_groups
from samordning_graph.web.refused_file import RefusedFileError

if TYPE_CHECKING:
    from samordning_graph.analysis.diff import Diff
    from samordning_graph.input.record import Source
    from samordning_graph.schema.model import Model
    from samordning_graph.web.reading import Reading
    from samordning_graph.web.wishes import Wishes

Answer = dict[str, Any]
"""What a call gives back, as JSON."""
_NEW_OBJECTS = 100_000
"""What modules and readers create is kept, so a collection every 700 objects would find nothing."""
_NEEDED_FIRST = ("openpyxl", "samordning_graph.input.validate", "samordning_graph.web.first_answer")


class Session:
    """One visit to a page: the files that were given, and the municipality that is shown."""

    def __init__(self, folder: Path) -> None:
        from samordning_graph.web.given_files import GivenFiles

        gc.set_threshold(_NEW_OBJECTS)
        self._given = GivenFiles(folder)
        self._made = folder / "made"
        self._made.mkdir(exist_ok=True)
        self._place = 0
        self._reading: Reading | None = None
        self._before: Reading | None = None

    def call(self, name: str, arguments: str) -> str:
        """Answer a call, one of the methods `answer_…`, in the language that its arguments name."""
        wanted = json.loads(arguments)
        use_language(wanted["language"])
        return json.dumps(getattr(self, f"answer_{name}")(wanted), ensure_ascii=False)

    def answer_prepare(self, _wanted: Mapping[str, Any]) -> Answer:
        """Load what the first answer needs, while somebody looks for a file."""
        for module in _NEEDED_FIRST:
            import_module(module)
        return {}

    # Which data

    def answer_forget(self, _wanted: Mapping[str, Any]) -> Answer:
        """Forget the files: others are given."""
        self._given.forget()
        return {}

    def answer_example(self, _wanted: Mapping[str, Any]) -> Answer:
        """Take the example municipality for the files that were given."""
        self._given.take_example()
        return self._given.sort()

    def answer_sort(self, _wanted: Mapping[str, Any]) -> Answer:
        """Tell what the files are taken for, and which municipalities they are."""
        return self._given.sort()

    # What they say

    def answer_read(self, wanted: Mapping[str, Any]) -> Answer:
        """Read a municipality: its problems, and if none stops it, its answer and the files to keep.

        `municipality` is its place among those of `sort`.
        """
        from samordning_graph.input.validate import validate
        from samordning_graph.web.wishes import wishes

        self._place = wanted.get("municipality") or 0
        source, wishes_ = self._source(), wishes(wanted)
        model = validate(source, wishes_.options.as_of)
        problems = [*source.problems.in_order(), *source.beside]
        if model is None:
            errors = sum(problem.is_error for problem in problems)
            summary = ngettext(
                "{n} thing must be corrected before anything can be said.",
                "{n} things must be corrected before anything can be said.",
                errors,
            ).format(n=errors)
            return {"summary": summary, "problems": problem_groups(problems)}
        from samordning_graph.report.notes import unused_acceptances
        from samordning_graph.web.first_answer import first_answer

        reading = self._show(model, wishes_)
        return {
            "summary": _("No errors in the workbook."),
            "problems": problem_groups([*problems, *unused_acceptances(reading.report)]),
            **first_answer(reading, self._changes_since_before()),
        }

    def _source(self) -> "Source":
        """Read the municipality that is shown, or is to be."""
        return list(self._given.sources())[self._place]

    def _show(self, model: "Model", wanted: "Wishes") -> "Reading":
        """Show a municipality. If its data were changed, what is shown now is what was before."""
        from samordning_graph.graph.build import build
        from samordning_graph.report.findings_report import Report
        from samordning_graph.web.reading import Reading

        last = self._reading
        if last is None or last.number != model.municipality.number:
            self._before = None
        elif last.report.model.digest != model.digest:
            self._before = last
        report = Report(build(model, wanted.options), wanted.rules)
        self._reading = Reading(report, wanted.reader, self._map_to_keep_to())
        return self._reading

    def _map_to_keep_to(self) -> Path | None:
        """Return the map whose places are kept: of what was before, if it was looked at, or given."""
        from samordning_graph.web.files_to_keep import FILES

        kept = self._given.earlier_map
        if self._before is not None:
            made = self._made / FILES["map"].name(self._before)
            if made.exists():
                made.replace(kept)
        return kept if kept.exists() else None

    def _changes_since_before(self) -> "Diff | None":
        if self._before is None:
            return None
        from samordning_graph.analysis.diff import diff, snapshot

        return diff(snapshot(self._before.graph), snapshot(self._shown.graph))

    @property
    def _shown(self) -> "Reading":
        assert self._reading is not None, "nothing has been read"
        return self._reading

    def answer_what_if(self, _wanted: Mapping[str, Any]) -> Answer:
        """Tell what would change if all suggested steps were taken."""
        from samordning_graph.report.documents.changes import diff_blocks
        from samordning_graph.web.shown_blocks import shown_blocks
        from samordning_graph.web.what_if import with_all_steps

        changes = with_all_steps(self._source(), self._shown.graph, self._made / "steps.yaml")
        return {"changes": [*shown_blocks(diff_blocks(changes))]}

    # What to keep

    def answer_make(self, wanted: Mapping[str, Any]) -> Answer:
        """Make a file of those in `FILES` by its `file`, or `all` as one zip; tell where it lies."""
        from samordning_graph.web.files_to_keep import FILES, write_all

        reading, id_ = self._shown, wanted["file"]
        if id_ == "all":
            path = self._made / f"{reading.stem}.zip"
            write_all(reading, path)
        else:
            path = self._made / FILES[id_].name(reading)
            FILES[id_].write(reading, path)
        return {"path": str(path), "name": path.name}

    def answer_template(self, _wanted: Mapping[str, Any]) -> Answer:
        """Make an empty workbook; tell where it lies."""
        from samordning_graph.input.template import write_template

        name = _("municipality")
        path = self._made / f"{name}.xlsx"
        write_template(path)
        return {"path": str(path), "name": path.name}

    # Files beside the workbook

    def answer_compare(self, wanted: Mapping[str, Any]) -> Answer:
        """Tell what has changed since the file `beside`: a workbook, or a report as JSON."""
        from samordning_graph.report.documents.changes import diff_blocks
        from samordning_graph.web.earlier_data import changes_since
        from samordning_graph.web.shown_blocks import shown_blocks
        from samordning_graph.web.wishes import wishes

        with self._given.used_beside() as file:
            try:
                changes = changes_since(file, self._shown.graph, wishes(wanted).options)
            except RefusedFileError as error:
                return _refused(error)
        return {"changes": [*shown_blocks(diff_blocks(changes))]}

    def answer_decide(self, wanted: Mapping[str, Any]) -> Answer:
        """Make a copy of the workbook with the decisions in the file `beside`, and the minutes."""
        from samordning_graph.web.decisions import write_decided
        from samordning_graph.web.wishes import wishes

        with self._given.used_beside() as file:
            try:
                return write_decided(
                    self._given.path,
                    file,
                    self._made / self._shown.stem,
                    wishes(wanted).options.as_of,
                )
            except RefusedFileError as error:
                return _refused(error)


def _refused(error: RefusedFileError) -> Answer:
    return {"refused": str(error), "problems": problem_groups(error.problems)}
