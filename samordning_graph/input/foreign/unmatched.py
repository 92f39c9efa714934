"""What somebody said with `--map` that fits nothing in the files, and what it could have been."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from samordning_graph.common.locale import _
from samordning_graph.common.phrases import first_few, sentences
from samordning_graph.common.text import fold
from samordning_graph.input.foreign.columns import MappedTable
from samordning_graph.input.foreign.given_mapping import MOST_NAMED, GivenMapping, label_of


def unmatched(given: GivenMapping, mapped: Sequence[MappedTable]) -> Iterator[str]:
    """Yield a sentence for each column of ours, or the words of one, that nothing came to."""
    for column, headers in given.columns.items():
        if not any(_is_taken(table, column, headers) for table in mapped):
            yield _(
                "--map: no table here has use for «{column} = {header}». It has: {others}."
            ).format(
                column=label_of(column),
                header=_as_written(headers[0], mapped),
                others=first_few(
                    list(dict.fromkeys(label_of(own) for table in mapped for own in table.headers)),
                    MOST_NAMED,
                ),
            )
    texts: dict[str, list[str]] = defaultdict(list)
    for column, text in given.values.keys() - given.asked.keys():
        texts[column].append(f"«{given.spelling[column, text]}»")
    for column, not_there in sorted(texts.items()):
        texts_there = [
            f"«{text}»" for (own, _f), text in given.asked.items() if own == column and text
        ]
        yield sentences(
            _("--map: nothing in the files has {texts} as «{column}».").format(
                texts=first_few(sorted(not_there), MOST_NAMED), column=label_of(column)
            ),
            _("There is: {there}.").format(there=first_few(texts_there, MOST_NAMED))
            if texts_there
            else "",
        )


def _as_written(header: str, mapped: Sequence[MappedTable]) -> str:
    written = (name for table in mapped for name in table.table.headers if fold(name) == header)
    return next(written, header)


def _is_taken(table: MappedTable, column: str, headers: Sequence[str]) -> bool:
    taken = [table.headers.get(column, ""), *(table.remarks if column == "comment" else ())]
    return any(fold(header) in headers for header in taken)
