"""`samordning export`: the graph for other programs."""

from datetime import date
from functools import partial
from pathlib import Path

from samordning_graph.cli.data_source import (
    DataSource,
    path_argument,
    read_models,
    refuse_shared_number,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.output import (
    before_it_is_replaced,
    file_named,
    force_option,
    format_option,
    output_option,
    refuse_to_lose,
    refuse_to_lose_data,
    report_written,
    translating_os_errors,
    utf8_output,
)
from samordning_graph.cli.translated_click import Failure, command
from samordning_graph.common.digest_beside import forget, remember
from samordning_graph.common.locale import _, mark
from samordning_graph.property_graph.export.registry import FORMATS, ExportFormat

_WRITTEN_BY_OTHERS = ("import.report",)
"""Files that neo4j-admin leaves in the folder of an export."""
_BY_SUFFIX = {
    export_format.suffix: export_format
    for export_format in FORMATS.values()
    if not export_format.is_folder
}


@command(
    "export",
    mark(
        "Write the graph for other programs, all municipalities of PATH as one.\n\ngraphml and gexf"
        " open in Gephi, yEd and networkx, json in d3 and networkx. csv is a folder for neo4j-admin"
        " database import, cypher a script for cypher-shell."
    ),
)
@path_argument
@format_option(tuple(FORMATS), help_message=mark("Format; by default that of the name after -o."))
@output_option(mark("Write to a file (csv: to a folder) and not to the screen."))
@force_option
def export_command(
    data_source: DataSource, format_name: str | None, output: Path | None, *, force: bool
) -> None:
    """Write the graph of every municipality of a data source."""
    output = file_named(output)
    export_format = FORMATS[format_name] if format_name else _format_of(output)
    _refuse_output(export_format, output, data_source, force=force)
    models = read_models(data_source, date.today())
    refuse_shared_number(
        models,
        _(
            "{count} of the files have the municipality number {number}, and would be mixed"
            " up: {paths}. Correct the numbers, or export one of them."
        ),
    )
    from samordning_graph.property_graph.export.contents import Contents

    contents = Contents(models)
    if output is None:
        with utf8_output() as stream:
            export_format.write(contents, stream)
        return
    with translating_os_errors(output):
        if export_format.is_folder:
            forget(output)
        export_format.write_to_path(
            contents,
            output,
            partial(before_it_is_replaced, output, export_format.name, force=force),
        )
    if not export_format.is_written_on:
        remember(output, *_WRITTEN_BY_OTHERS)
    report_written(output)


def _format_of(output: Path | None) -> ExportFormat:
    """Return the format of the name of the output."""
    suffix = output.suffix.lower() if output else ""
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    raise Failure(
        _(
            "say the format with --format {formats}, or a file with -o that ends in {suffixes}."
        ).format(formats="|".join(FORMATS), suffixes=", ".join(_BY_SUFFIX))
    )


def _refuse_output(
    export_format: ExportFormat, output: Path | None, data_source: DataSource, *, force: bool
) -> None:
    """Stop before anything is read if the output cannot be written."""
    from samordning_graph.property_graph.export.neo4j_csv import may_be_replaced

    if output is None:
        if export_format.is_folder:
            raise Failure(_("csv is a folder of files: add -o FOLDER."))
        return
    refuse_to_overwrite_input(output, data_source)
    if export_format.is_written_on and not force:
        refuse_to_lose(output)
    if export_format.is_folder and not may_be_replaced(output):
        raise Failure(
            _(
                "{folder} holds other things than an earlier export. Choose an empty folder, or one"
                " that is not there."
            ).format(folder=output.as_posix())
        )
    if not export_format.is_written_on and not force:
        refuse_to_lose_data(output, passed_over=_WRITTEN_BY_OTHERS)
