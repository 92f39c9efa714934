"""From files of another program to rows for the template, and the account of how they were read."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from samordning_graph.input.foreign.columns import mapped_tables
from samordning_graph.input.foreign.describe import counts, mapping_lines, remarks
from samordning_graph.input.foreign.filled_template import Rows
from samordning_graph.input.foreign.given_mapping import parse_mapping, says_matrix
from samordning_graph.input.foreign.placement import placed
from samordning_graph.input.foreign.read_files import read_files
from samordning_graph.input.foreign.unmatched import unmatched


class ImportedNetwork(NamedTuple):
    """Rows for the template; the mapping, to be given back; remarks; and the rows of each table."""

    rows: Rows
    mapping: Sequence[str]
    remarks: Sequence[str]
    counts: str


def import_network(files: Sequence[Path], lines: Sequence[str] = ()) -> ImportedNetwork:
    """Read a network from the files of another program, with what `lines` say of its columns.

    Raises
    ------
    ForeignNetworkError
        If it cannot be read; the text says why and what to do.
    """
    tables = read_files(files, has_matrix=says_matrix(lines))
    given = parse_mapping(lines, tables)
    mapped = mapped_tables(tables, given)
    placement = placed(mapped, given)
    return ImportedNetwork(
        placement.rows,
        list(mapping_lines(mapped, placement)),
        [*unmatched(given, mapped), *remarks(mapped, placement)],
        counts(placement),
    )
