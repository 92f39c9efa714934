"""Two states of a municipality: what each of them is read from, and what is written of them."""

import json
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from samordning_graph.cli.data_source import DataSource, read_one_model
from samordning_graph.cli.output import Output
from samordning_graph.cli.translated_click import Failure
from samordning_graph.common.locale import _

if TYPE_CHECKING:
    from samordning_graph.analysis.diff import Diff, Snapshot
    from samordning_graph.graph.graph import AnalysisOptions
    from samordning_graph.rules.rule import Rule


def snapshot_of(
    data_source: DataSource, options: "AnalysisOptions", rules: "Sequence[Rule] | None" = None
) -> "Snapshot":
    """Return the snapshot of a data set (by all rules, if none are given), or of a JSON report."""
    from samordning_graph.analysis.diff import snapshot, snapshot_of_report
    from samordning_graph.graph.build import build
    from samordning_graph.rules.register import RULES

    path = data_source.path
    if data_source.is_address or path.suffix.lower() != ".json":
        return snapshot(build(read_one_model(data_source, options.as_of), options), rules or RULES)
    try:
        return snapshot_of_report(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise Failure(
            _("{file} cannot be read ({reason}).").format(
                file=path.as_posix(), reason=error.strerror
            )
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(
            _(
                "{file} is no report of one municipality, as --format json of this version or an"
                " earlier one writes it."
            ).format(file=path.as_posix())
        ) from error


def write_changes(changes: "Diff", title: str, sources: tuple[str, str], output: Output) -> None:
    """Write what has changed."""
    from samordning_graph.report.data import changes_json
    from samordning_graph.report.documents.changes import diff_document

    blocks = diff_document(changes, title, sources)
    output.write(blocks, {"json": partial(changes_json.write, changes, sources)})
