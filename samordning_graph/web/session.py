"""What the worker of a page calls: JSON in and JSON out, and files in a folder that only it sees.

The page puts files into the folder `files`, or into `beside` what is used with them; what is made lies
in `made`. Nothing lasts longer than the page.
"""

import gc
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samordning_graph.common.bundled_files import bundled_folder
from samordning_graph.common.locale import _, ngettext, use_language
from samordning_graph.web.problem_groups import problem_groups
from samordning_graph.web.refused_file import RefusedFileError

if TYPE_CHECKING:
    from samordning_graph.analysis.diff import Diff
    from samordning_graph.graph.graph import Graph
    from samordning_graph.input.record import Source
    from samordning_graph.report.findings_report import Report
    from samordning_graph.web.reading import Reading
    from samordning_graph.web.wishes import Wishes

Answer = dict[str, Any]
"""What a call gives back, as JSON."""
_NEW_OBJECTS = 100_000
"""What modules and readers create is kept, so a collection every 700 objects would find nothing."""

_NEEDED_FIRST = (
    "openpyxl",
    "samordning_graph.input.read_source",
    "samordning_graph.input.validate",
    "samordning_graph.graph.build",
    "samordning_graph.report.documents.first_page",
    "samordning_graph.report.documents.in_short",
    "samordning_graph.web.files_to_keep",
    "samordning_graph.web.wishes",
)


class Session:
    """One visit to a page: the files that were given, and the municipality that is shown."""

    def __init__(self, folder: Path) -> None:
        gc.set_threshold(_NEW_OBJECTS)
        self.files, self.beside, self.made = (folder / name for name in ("files", "beside", "made"))
        for each in (self.files, self.beside, self.made):
            each.mkdir(parents=True, exist_ok=True)
        self._earlier_map = folder / "earlier-map.html"
        self._path = self.files
        self._reading: Reading | None = None
        self._before: Reading | None = None

    def call(self, name: str, arguments: str) -> str:
        """Answer a call: one of the public methods that take a mapping, in the language asked for."""
        given = json.loads(arguments)
        use_language(given["language"])
        answer = getattr(self, f"answer_{name}")(given)
        return json.dumps(answer, ensure_ascii=False)

    def answer_prepare(self, _given: Mapping[str, Any]) -> Answer:
        """Load what the first answer needs, while somebody looks for a file."""
        for module in _NEEDED_FIRST:
            import_module(module)
        return {}

    # Which data

    def answer_forget(self, _given: Mapping[str, Any]) -> Answer:
        """Empty the folder for files: others are given."""
        for file in (*self.files.iterdir(), *self.beside.iterdir()):
            file.unlink()
        self._earlier_map.unlink(missing_ok=True)
        return {}

    def answer_example(self, given: Mapping[str, Any]) -> Answer:
        """Take the example municipality for the files that were given."""
        data = bundled_folder("data")
        assert data is not None
        self.answer_forget(given)
        shutil.copy(data / "eksempel" / "eksempel.xlsx", self.files)
        return self.answer_sort(given)

    def answer_sort(self, _given: Mapping[str, Any]) -> Answer:
        """Tell what the files are taken for, and which municipalities they are.

        The files of one number are parts of it. Earlier reports and maps are put aside.
        """
        from samordning_graph.input.path_contents import path_contents
        from samordning_graph.web.kinds_of_files import is_earlier, taken_for

        given = sorted(self.files.iterdir())
        data = [file for file in given if not is_earlier(file)]
        for earlier in given if data else ():
            if is_earlier(earlier):
                self._put_aside(earlier)
        self._path = data[0] if len(data) == 1 else given[0] if not data else self.files
        contents = path_contents(self._path)
        several = len(contents.municipalities) > 1
        sources = list(self._sources()) if several else []
        return {
            "municipalities": [
                {"name": _name_of(source) or source.path, "number": _number_of(source)}
                for source in sources
            ],
            "files": [file.name for file in data or given],
            "taken": [{"name": file.name, "kind": taken_for(file)} for file in given],
            "compare": [file.name for file in self.beside.iterdir()],
            "problems": problem_groups(contents.beside),
        }

    def _put_aside(self, earlier: Path) -> None:
        """Keep an earlier map or report in place of one that is kept; what is no map is left out."""
        from samordning_graph.map.page.earlier_positions import NotAMapError, read_previous
        from samordning_graph.web.kinds_of_files import MAP_SUFFIX

        if earlier.suffix.lower() != MAP_SUFFIX:
            for other in self.beside.iterdir():
                other.unlink()
            earlier.replace(self.beside / earlier.name)
            return
        with suppress(NotAMapError):
            read_previous(earlier)
            shutil.copyfile(earlier, self._earlier_map)
        earlier.unlink()

    def _sources(self) -> "Iterator[Source]":
        from samordning_graph.input.merge import merged
        from samordning_graph.input.path_contents import path_contents
        from samordning_graph.input.read_source import read_source

        contents = path_contents(self._path)
        sources = [read_source(path, self._path) for path in contents.municipalities]
        for source in merged(sources, self._path.name) if len(sources) > 1 else sources:
            source.beside = contents.beside
            yield source

    # What they say

    def answer_read(self, given: Mapping[str, Any]) -> Answer:
        """Read a municipality: its problems, and if none stops it, its answer and the files to keep.

        `municipality` is its place among those of `sort`.
        """
        from samordning_graph.input.validate import validate
        from samordning_graph.web.wishes import wishes

        source = list(self._sources())[given.get("municipality") or 0]
        wanted = wishes(given)
        model = validate(source, wanted.options.as_of)
        problems = [*source.problems.in_order(), *source.beside]
        errors = [problem for problem in problems if problem.is_error]
        if model is None:
            summary = ngettext(
                "{n} thing must be corrected before anything can be said.",
                "{n} things must be corrected before anything can be said.",
                len(errors),
            ).format(n=len(errors))
            return {"summary": summary, "problems": problem_groups(problems)}
        from samordning_graph.graph.build import build
        from samordning_graph.report.notes import unused_acceptances

        graph = build(model, wanted.options)
        self._show(graph, wanted)
        return {
            "summary": _("No errors in the workbook."),
            "problems": problem_groups([*problems, *unused_acceptances(self._report())]),
            **self._answer(graph),
        }

    def _show(self, graph: "Graph", wanted: "Wishes") -> None:
        """Show a municipality. If its data were changed since, what is shown now is what was before."""
        from samordning_graph.graph.graph import model_of
        from samordning_graph.report.findings_report import Report
        from samordning_graph.web.reading import Reading

        shown, model = self._reading, model_of(graph)
        if shown is None or shown.number != model.municipality.number:
            self._before = None
        elif shown.report.model.digest != model.digest:
            self._before = shown
        self._reading = Reading(
            Report(graph, wanted.rules), wanted.reader, self._keep_map_of(self._before)
        )

    def _keep_map_of(self, before: "Reading | None") -> Path | None:
        """Return the map whose places are kept: of what was before, if it was looked at, or given."""
        from samordning_graph.web.files_to_keep import FILES

        if before is not None:
            made = self.made / FILES["map"].name(before)
            if made.exists():
                made.replace(self._earlier_map)
        return self._earlier_map if self._earlier_map.exists() else None

    def _answer(self, graph: "Graph") -> Answer:
        """Return the first answer: page one of the report, what is in place, and what has changed."""
        from samordning_graph.report.documents.changes import diff_blocks
        from samordning_graph.report.documents.first_page import first_page
        from samordning_graph.report.documents.in_short import in_short
        from samordning_graph.report.findings_report import Report
        from samordning_graph.web.files_to_keep import FILES
        from samordning_graph.web.shown_blocks import shown_blocks

        whole, reading = Report(graph), self._shown()
        heading, *page_one = shown_blocks(first_page(whole))
        changes = self._changes_since_before()
        return {
            "title": heading["text"],
            "answer": [*page_one, *shown_blocks(in_short(whole))],
            "changes": [*shown_blocks(diff_blocks(changes))] if changes else [],
            "files": [
                {"id": id_, "name": file.name(reading), "purpose": _(file.purpose)}
                for id_, file in FILES.items()
            ],
        }

    def _changes_since_before(self) -> "Diff | None":
        if self._before is None:
            return None
        from samordning_graph.analysis.diff import diff, snapshot

        return diff(snapshot(self._before.graph), snapshot(self._shown().graph))

    def _shown(self) -> "Reading":
        assert self._reading is not None, "nothing has been read"
        return self._reading

    def _report(self) -> "Report":
        return self._shown().report

    # What to keep

    def answer_make(self, given: Mapping[str, Any]) -> Answer:
        """Make a file of those in `FILES` by its `file`, or `all` as one zip; tell where it lies."""
        from samordning_graph.web.files_to_keep import FILES, write_all

        reading, id_ = self._shown(), given["file"]
        if id_ == "all":
            path = self.made / f"{reading.stem}.zip"
            write_all(reading, path)
        else:
            path = self.made / FILES[id_].name(reading)
            FILES[id_].write(reading, path)
        return {"path": str(path), "name": path.name}

    def answer_template(self, _given: Mapping[str, Any]) -> Answer:
        """Make an empty workbook; tell where it lies."""
        from samordning_graph.input.template import write_template

        name = _("municipality")
        path = self.made / f"{name}.xlsx"
        write_template(path)
        return {"path": str(path), "name": path.name}

    def answer_compare(self, given: Mapping[str, Any]) -> Answer:
        """Tell what has changed since the file in `beside`: a workbook, or a report as JSON."""
        from samordning_graph.report.documents.changes import diff_blocks
        from samordning_graph.web.earlier_data import changes_since
        from samordning_graph.web.shown_blocks import shown_blocks
        from samordning_graph.web.wishes import wishes

        file = self._beside()
        try:
            changes = changes_since(file, self._shown().graph, wishes(given).options)
        except RefusedFileError as error:
            return _refused(error)
        finally:
            file.unlink()
        return {"changes": [*shown_blocks(diff_blocks(changes))]}

    def answer_decide(self, given: Mapping[str, Any]) -> Answer:
        """Make a copy of the workbook with the decisions in `beside`, and the minutes."""
        from samordning_graph.web.decisions import write_decided
        from samordning_graph.web.wishes import wishes

        if self._path.suffix.lower() != ".xlsx":
            return {"refused": _("Decisions are put into one workbook (.xlsx)."), "problems": []}
        stem, file = self._shown().stem, self._beside()
        copy_name, minutes_name = _("with-decisions"), _("minutes")
        copy = self.made / f"{stem}-{copy_name}.xlsx"
        minutes = self.made / f"{stem}-{minutes_name}.docx"
        purposes = {copy: _("The workbook with the decisions"), minutes: _("The minutes in Word")}
        try:
            added = write_decided(self._path, file, copy, minutes, wishes(given).options.as_of)
        except RefusedFileError as error:
            return _refused(error)
        finally:
            file.unlink()
        rows = (
            _("Rows added to {sheet}: {n}").format(sheet=sheet, n=n)
            for sheet, n in added.count.items()
        )
        return {
            "sentences": [*rows, *added.to_know],
            "files": [
                {"path": str(path), "name": path.name, "purpose": purpose}
                for path, purpose in purposes.items()
            ],
        }

    def _beside(self) -> Path:
        """Return the file that was given beside the workbook."""
        [file] = self.beside.iterdir()
        return file


def _refused(error: RefusedFileError) -> Answer:
    return {"refused": str(error), "problems": problem_groups(error.problems)}


def _number_of(source: "Source") -> str:
    return _cell_of_municipality(source, "number")


def _name_of(source: "Source") -> str:
    return _cell_of_municipality(source, "name")


def _cell_of_municipality(source: "Source", column: str) -> str:
    from samordning_graph.schema.tables import Municipality

    records = (record for record in source.records if record.table == Municipality.table)
    return next((record.cells.get(column, "") for record in records), "")
