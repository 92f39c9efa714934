"""`samordning meeting`: all that a meeting needs, in a dated folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options, anonymous_option
from samordning_graph.cli.data_source import DataSource, path_argument, read_one_model
from samordning_graph.cli.earlier_map import earlier_map, layout_option
from samordning_graph.cli.meeting_folder import meeting_files, meeting_names, write_meeting
from samordning_graph.cli.output import PATH, force_option, report_written
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.service_sheets import sheets_left
from samordning_graph.cli.translated_click import command, option
from samordning_graph.common.locale import _, mark
from samordning_graph.report.formats.registry import FORMATS

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions


@command(
    "meeting",
    mark(
        "Write all that a meeting needs to a dated folder: report, leader's page, map, action list,"
        " and a sheet for each service.\n\nThe folder is called by the day of the report (--as-of)."
        " Nothing that somebody has written in is replaced, and other files in it stay there."
    ),
)
@path_argument
@option(
    "-o",
    "--output",
    type=PATH,
    required=True,
    metavar="FOLDER",
    help_message=mark("The folder that gets a dated folder for the meeting."),
)
@force_option
@layout_option
@anonymous_option
@analysis_options
def meeting_command(
    data_source: DataSource,
    output: Path,
    force: bool,
    layout_from: Path | None,
    options: "AnalysisOptions",
) -> None:
    """Write the files of a meeting about one municipality."""
    from samordning_graph.graph.build import build
    from samordning_graph.report.findings_report import Report
    from samordning_graph.report.notes import rows_of_nothing

    earlier = earlier_map(layout_from)
    model = read_one_model(data_source, options.as_of)
    report = Report(build(model, options))
    report_problems(rows_of_nothing(report))
    folder, names = output / options.as_of.isoformat(), meeting_names()
    files = meeting_files(report, earlier)
    left = sheets_left(
        report, folder / names.sheets, {Path(name).name for name in files}, FORMATS["html"]
    )
    write_meeting(files, folder, data_source, force=force, without=left.unchanged)
    report_written(folder)
    left.report()
    for sentence in (
        _("Open this first: {file}").format(file=(folder / names.report).as_posix()),
        _("To hand out: {leader}, and a sheet for each service in {sheets}/.").format(
            leader=names.leader, sheets=names.sheets
        ),
        _("In the meeting: {map} (key N), with the action list in {actions}.").format(
            map=names.map, actions=names.actions
        ),
        _(
            "Afterwards: samordning apply puts the decisions that the map saves, or what is written in the"
            " action list, into a copy of the workbook."
        ),
    ):
        click.echo(sentence, err=True)
