"""What a meeting decided: as rows in a copy of the workbook, and as minutes."""

from datetime import date
from pathlib import Path
from typing import Any

from samordning_graph.common.locale import _
from samordning_graph.input.added_rows import AddedRows, RowsWithIdsError, write_with_rows
from samordning_graph.input.minutes_file import read_minutes
from samordning_graph.report.documents.minutes import minutes_document
from samordning_graph.report.formats.registry import FORMATS
from samordning_graph.schema.problem import ProblemsError
from samordning_graph.web.refused_file import RefusedFileError


def write_decided(workbook: Path, decisions: Path, stem: Path, today: date) -> dict[str, Any]:
    """Write both, and return as JSON what was added and where they lie; names begin with `stem`.

    Raises
    ------
    RefusedFileError
        If the file holds no decisions, or they do not fit the workbook.
    """
    if workbook.suffix.lower() != ".xlsx":
        raise RefusedFileError(_("Decisions are put into one workbook (.xlsx)."))
    with_decisions, minutes = _("with-decisions"), _("minutes")
    copy = stem.with_name(f"{stem.name}-{with_decisions}.xlsx")
    document = stem.with_name(f"{stem.name}-{minutes}.docx")
    added = _write(workbook, decisions, copy, document, today)
    return {
        "sentences": [
            *(
                _("Rows added to {sheet}: {n}").format(sheet=sheet, n=n)
                for sheet, n in added.count.items()
            ),
            *added.to_know,
        ],
        "files": [
            {"path": str(path), "name": path.name, "purpose": purpose}
            for path, purpose in (
                (copy, _("The workbook with the decisions")),
                (document, _("The minutes in Word")),
            )
        ],
    }


def _write(workbook: Path, decisions: Path, copy: Path, document: Path, today: date) -> AddedRows:
    docx = FORMATS["docx"]
    try:
        blocks = minutes_document(read_minutes(decisions))
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
    docx.write_file(document, lambda target: docx.write_blocks(blocks, target))
    return added
