"""Two states of a municipality: what each of them is read from, and what is written of them."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samordning_graph.cli.data_source import DataSource, read_one_model
from samordning_graph.cli.output import Output
from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.whole_text import read_whole_text

if TYPE_CHECKING:
    from samordning_graph.analysis.diff import Diff, Snapshot
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.rules.rule import Rule
    from samordning_graph.schema.model import Model


def snapshot_of(
    data_source: DataSource, options: "AnalysisOptions", rules: "Sequence[Rule] | None" = None
) -> "Snapshot":
    """Return the snapshot of a data set (by all rules, if none are given), or of a JSON report."""
    from samordning_graph.analysis.diff import (
        VERSIONS_READ,
        UnknownVersionError,
        snapshot,
        snapshot_of_report,
    )
    from samordning_graph.graph.build import build
    from samordning_graph.rules.register import RULES

    path = data_source.path
    if data_source.is_address or path.suffix.lower() != ".json":
        return snapshot(build(read_one_model(data_source, options.as_of), options), rules or RULES)
    try:
        return snapshot_of_report(_json_of(path))
    except UnknownVersionError as error:
        raise Failure(
            _(
                "{file} is a report of version {version}, which this program does not know (it reads"
                " {known}). Update the program, or make the report again."
            ).format(
                file=path.as_posix(),
                version=error.version,
                known=", ".join(map(str, VERSIONS_READ)),
            )
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Failure(
            _(
                "{file} is no report of one municipality, as --format json of this version or an"
                " earlier one writes it."
            ).format(file=path.as_posix())
        ) from error


def _json_of(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    try:
        return json.loads(read_whole_text(path))
    except OSError as error:
        raise Failure(
            _("{file} cannot be read ({reason}).").format(
                file=path.as_posix(), reason=os_reason(error)
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise Failure(
            _("{file} is damaged: it is not JSON to its end.").format(file=path.as_posix())
        ) from error


def refuse_baseline_of_another(before: "Snapshot", model: "Model") -> None:
    """Stop if a baseline is of another municipality: all would be closed, and all new."""
    number = model.municipality.number
    if before.number != number:
        raise Failure(
            _(
                "the baseline is of municipality {before}, the data are of {now}. Give an earlier"
                " report of the same municipality."
            ).format(before=before.number, now=number)
        )


def write_changes(
    changes: "Diff",
    title: str,
    sources: tuple[str, str],
    output: Output,
    *,
    section_5: bool = True,
) -> None:
    """Write what has changed; without `section_5`, its points are left out of the document."""
    from samordning_graph.report.data import changes_json
    from samordning_graph.report.documents.changes import diff_document

    blocks = diff_document(changes, title, sources, section_5=section_5)
    output.write(blocks, {"json": partial(changes_json.write, changes, sources)})
