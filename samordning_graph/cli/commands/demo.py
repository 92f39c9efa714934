"""`samordning demo`: the main job on the data that come with the program."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

import click

from samordning_graph.cli.data_source import DataSource, read_models
from samordning_graph.cli.output import PATH, Output, force_option, translating_os_errors
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark

MUNICIPALITIES = ("eksempel", "stord")
"""An invented municipality where every rule finds something, and a real one from public facts."""


@command(
    "demo",
    mark("Show the report of the example municipality, and write reports and maps as files."),
)
@option(
    "--out",
    type=PATH,
    default=Path("resultat"),
    show_default=True,
    metavar="FOLDER",
    help_message=mark("The folder to write to."),
)
@force_option
def demo_command(out: Path, force: bool) -> None:
    """Run report and map on the example data."""
    from datetime import date

    from samordning_graph.graph.build import build
    from samordning_graph.map.page.html_page import map_page
    from samordning_graph.report.documents.findings import findings_document
    from samordning_graph.report.findings_report import Report
    from samordning_graph.report.formats.registry import FORMATS
    from samordning_graph.report.write import write_report

    with translating_os_errors(out):
        out.mkdir(parents=True, exist_ok=True)
    pages, written = Output(FORMATS["html"], force=force), []
    for name in MUNICIPALITIES:
        for model in read_models(DataSource(str(_example_data() / name)), date.today()):
            report = Report(build(model))
            Output(FORMATS["text"]).write(findings_document(report))
            files: dict[str, Callable[[TextIO], None]] = {
                _("report"): partial(write_report, report, "html"),
                _("map"): _writer_of(map_page(report.graph)),
            }
            for kind, write in files.items():
                file = out / f"{name}-{kind}.html"
                pages.save(file, write)
                written.append(file)
    click.echo()
    click.echo(_("Open these in a browser:"))
    for file in written:
        click.echo(f"  {file.resolve()}")


def _writer_of(page: str) -> Callable[[TextIO], None]:
    return lambda stream: stream.writelines([page])


def _example_data() -> Path:
    from samordning_graph.common.bundled_files import bundled_folder

    data = bundled_folder("data")
    if data is None:
        raise Failure(_("the example data are not installed."))
    return data
