"""`samordning minutes`: the minutes of a meeting, from the decisions that the map saved."""

from pathlib import Path

import click

from samordning_graph.cli.output import PATH, Output, output_options
from samordning_graph.cli.problems import report_problems
from samordning_graph.cli.translated_click import Failure, command
from samordning_graph.common.locale import _, mark


@command(
    "minutes",
    mark(
        "Write the minutes of a meeting: matter, decision, who follows it up, and by when.\n\nFILE is"
        " what the meeting mode of the map saves as decisions (.yaml)."
    ),
)
@click.argument("file", type=PATH)
@output_options("text", "md", "html", "docx")
def minutes_command(file: Path, output: Output) -> None:
    """Write the minutes in a file of decisions."""
    from samordning_graph.input.minutes_file import read_minutes
    from samordning_graph.report.documents.minutes import minutes_document
    from samordning_graph.schema.problem import ProblemsError

    if not file.is_file():
        raise Failure(_("there is no file {file}.").format(file=file.as_posix()))
    if output.path is not None and output.path.exists() and output.path.samefile(file):
        raise Failure(_("FILE is the file to be written. Choose another name for the minutes."))
    try:
        minutes = read_minutes(file)
    except ProblemsError as error:
        report_problems(error.problems)
    output.write(minutes_document(minutes))
