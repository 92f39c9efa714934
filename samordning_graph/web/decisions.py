"""What a meeting decided: as rows in a copy of the workbook, and as minutes."""

from datetime import date
from pathlib import Path

from samordning_graph.common.locale import _
from samordning_graph.input.added_rows import AddedRows, RowsWithIdsError, write_with_rows
from samordning_graph.input.minutes_file import read_minutes
from samordning_graph.report.documents.minutes import minutes_document
from samordning_graph.report.formats.registry import FORMATS
from samordning_graph.schema.problem import ProblemsError
from samordning_graph.web.refused_file import RefusedFileError


def write_decided(
    workbook: Path, decisions: Path, copy: Path, minutes: Path, today: date
) -> AddedRows:
    """Write a copy of a workbook with the rows of a file of decisions, and the minutes (docx).

    Raises
    ------
    RefusedFileError
        If the file holds no decisions, or they do not fit the workbook.
    """
    docx = FORMATS["docx"]
    try:
        document = minutes_document(read_minutes(decisions))
        added = write_with_rows(workbook, decisions, copy, today)
    except ProblemsError as error:
        raise RefusedFileError(
            _("«{file}» does not fit the workbook that is shown.").format(file=decisions.name),
            error.problems,
        ) from error
    except RowsWithIdsError as error:
        raise RefusedFileError(
            _("«{file}» has rows for the sheet {sheet}. Fill them in by hand.").format(
                file=decisions.name, sheet=error.sheet
            )
        ) from error
    docx.write_file(minutes, lambda target: docx.write_blocks(document, target))
    return added
