"""What a page compares with: an earlier workbook, or an earlier report that was kept as JSON."""

import json
from pathlib import Path

from samordning_graph.analysis.diff import (
    Diff,
    Snapshot,
    UnknownVersionError,
    diff,
    snapshot,
    snapshot_of_report,
)
from samordning_graph.common.locale import _
from samordning_graph.common.whole_text import read_whole_text
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import AnalysisOptions, Graph, model_of
from samordning_graph.input.read_model import DataError, read_model
from samordning_graph.web.refused_file import RefusedFileError


def changes_since(file: Path, graph: Graph, options: AnalysisOptions) -> Diff:
    """Return what has changed since an earlier file.

    Raises
    ------
    RefusedFileError
        If it cannot be read, or is of another municipality.
    """
    before, number = _snapshot_of(file, options), model_of(graph).municipality.number
    if before.number != number:
        raise RefusedFileError(
            _(
                "«{file}» is of municipality {before}, and what is shown is of {now}. Choose an earlier"
                " file of the same municipality."
            ).format(file=file.name, before=before.number, now=number)
        )
    return diff(before, snapshot(graph))


def _snapshot_of(file: Path, options: AnalysisOptions) -> Snapshot:
    if file.suffix.lower() != ".json":
        try:
            return snapshot(build(read_model(file, options.as_of), options))
        except DataError as error:
            raise RefusedFileError(
                _("«{file}» has errors, and cannot be compared with.").format(file=file.name),
                error.problems,
            ) from error
    try:
        return snapshot_of_report(json.loads(read_whole_text(file)))
    except UnknownVersionError as error:
        raise RefusedFileError(
            _("«{file}» was made by a newer version of the program.").format(file=file.name)
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RefusedFileError(
            _("«{file}» is no report that was kept as data (JSON).").format(file=file.name)
        ) from error
