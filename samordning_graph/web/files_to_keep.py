"""The files that a page offers: the same that the commands write, by the same code."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from samordning_graph.common.locale import _, mark
from samordning_graph.report.formats.registry import FORMATS
from samordning_graph.web.reading import Reading

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows: the same files are the same zip."""


@dataclass(frozen=True, slots=True)
class FileToKeep:
    """A file: the stem of its name and what it is for (message ids), and what writes it to a path."""

    stem: str
    suffix: str
    purpose: str
    write: Callable[[Reading, Path], None]

    def name(self, reading: Reading) -> str:
        """Return what it is called on the machine of whoever keeps it."""
        return f"{reading.stem}-{_(self.stem)}{self.suffix}"


def _write_report(format_name: str, reading: Reading, path: Path) -> None:
    from samordning_graph.report.write import write_report

    FORMATS[format_name].write_file(
        path, lambda target: write_report(reading.report, format_name, target, reading.reader)
    )


def _write_map(reading: Reading, path: Path) -> None:
    from samordning_graph.map.page.earlier_positions import read_previous
    from samordning_graph.map.page.html_page import map_page

    earlier = read_previous(reading.earlier_map) if reading.earlier_map else None
    page = map_page(reading.graph, earlier=earlier)
    FORMATS["html"].write_file(path, lambda stream: stream.write(page))


def _write_suggestions(reading: Reading, path: Path) -> None:
    from samordning_graph.analysis.suggest.plan import suggest
    from samordning_graph.report.documents.suggestions import suggest_document

    html, blocks = FORMATS["html"], suggest_document(reading.graph, suggest(reading.graph))
    html.write_file(path, partial(html.write_blocks, blocks))


def _write_figures(reading: Reading, path: Path) -> None:
    from samordning_graph.report.documents.metrics import metrics_document

    html = FORMATS["html"]
    html.write_file(path, partial(html.write_blocks, metrics_document(reading.graph)))


def _write_actions(reading: Reading, path: Path) -> None:
    from samordning_graph.report.data import action_list_xlsx

    FORMATS["xlsx"].write_file(path, partial(action_list_xlsx.write, reading.report))


def _write_graph(reading: Reading, path: Path) -> None:
    from samordning_graph.property_graph.export.contents import Contents
    from samordning_graph.property_graph.export.registry import FORMATS as EXPORT_FORMATS

    contents = Contents([reading.report.model])
    EXPORT_FORMATS["graphml"].write_to_path(contents, path, lambda _file: None)


def _report_as(format_name: str, stem: str, purpose: str) -> FileToKeep:
    suffix = FORMATS[format_name].suffix
    return FileToKeep(stem, suffix, purpose, partial(_write_report, format_name))


FILES: Mapping[str, FileToKeep] = MappingProxyType(
    {
        "report": _report_as("html", mark("report"), mark("The report, to read and print")),
        "document": _report_as("docx", mark("report"), mark("The report in Word, to write in")),
        "map": FileToKeep(mark("map"), ".html", mark("The map, with its meeting mode"), _write_map),
        "suggestions": FileToKeep(
            mark("suggestions"),
            ".html",
            mark("The suggested steps, what closes most first"),
            _write_suggestions,
        ),
        "actions": FileToKeep(
            mark("action-list"), ".xlsx", mark("An action list in Excel"), _write_actions
        ),
        "findings": _report_as("xlsx", mark("findings"), mark("All findings in Excel")),
        "table": _report_as("csv", mark("findings"), mark("All findings as a table of text (CSV)")),
        "data": _report_as(
            "json", mark("report"), mark("The report as data (JSON), to compare with later")
        ),
        "figures": FileToKeep(
            mark("figures"), ".html", mark("The figures of the network"), _write_figures
        ),
        "graph": FileToKeep(
            mark("graph"),
            ".graphml",
            mark("The network for other programs (GraphML)"),
            _write_graph,
        ),
    }
)
"""In the order in which they are offered."""


def write_all(reading: Reading, path: Path) -> None:
    """Write all of them as one zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in FILES.values():
            part = path.with_name(file.name(reading))
            file.write(reading, part)
            archive.writestr(
                zipfile.ZipInfo(part.name, _NO_TIME), part.read_bytes(), zipfile.ZIP_DEFLATED
            )
