"""What rows are known from: of a finding their sources, days and remarks; of all data, how old."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from samordning_graph.common.locale import _, day_or_year, in_words, ngettext
from samordning_graph.common.phrases import first_few_apart, sentences
from samordning_graph.graph.graph import Graph, rows_older_than_law, undated_rows
from samordning_graph.rules.finding import Evidence
from samordning_graph.schema.vocabulary import is_before_law, law_in_force

FIRST_SHOWN = 3
"""Sources or remarks in a line; how many more there are is said."""
MAX_REMARK = 200
"""Characters of a remark in a line. The data files have it whole."""


def source_line(evidence: Iterable[Evidence]) -> str:
    """Return where rows are known from, and when: each source once, with its days.

    A line also says when no row has a day, and when all are older than the law. It is empty where
    there is no row: a vain search has no source.
    """
    rows = _rows(evidence)
    if not rows:
        return ""
    days: dict[str, list[date | None]] = defaultdict(list)
    for row in rows:
        days[row.source].append(row.source_date)
    is_dated = any(row.source_date for row in rows)
    sources = [
        _with_days(source or _("not given"), of_source) if is_dated else source or _("not given")
        for source, of_source in days.items()
    ]
    parts = [first_few_apart(sources, FIRST_SHOWN).rstrip(".") + "."]
    if not is_dated:
        parts.append(
            ngettext(
                "The row has no source date.",
                "None of the {n} rows has a source date.",
                len(rows),
            ).format(n=len(rows))
        )
    elif is_older_than_law(rows):
        parts.append(
            _("Older than boligsosialloven ({date}).").format(date=in_words(law_in_force()))
        )
    return " ".join(parts)


def remark_line(evidence: Iterable[Evidence]) -> str:
    """Return the remarks of rows, each once, after what the row says; empty without any."""
    text_of: dict[str, str] = {}
    for row in _rows(evidence):
        if row.comment:
            text_of.setdefault(row.comment, row.text)
    remarks = [
        f"{text}: «{_shortened(remark)}»" if text else f"«{_shortened(remark)}»"
        for remark, text in text_of.items()
    ]
    return first_few_apart(remarks, FIRST_SHOWN)


def is_older_than_law(evidence: Iterable[Evidence]) -> bool:
    """Return whether there are rows, and all are known to be from before boligsosialloven."""
    rows = _rows(evidence)
    return bool(rows) and all(is_before_law(row.source_date) for row in rows)


def age_of_the_data(graph: Graph) -> str:
    """Return how many rows are older than the law, and how many undated; empty if none is older."""
    older, (undated, rows) = rows_older_than_law(graph), undated_rows(graph)
    if not older:
        return ""
    age = _("From before boligsosialloven ({date}): {older} of {rows} rows.").format(
        date=in_words(law_in_force()), older=older, rows=rows
    )
    return sentences(age, _("Without a source date: {n}.").format(n=undated) if undated else "")


def undated_in_words(graph: Graph) -> str:
    """Return how many rows have no source date; empty if all have one."""
    undated, everything = undated_rows(graph)
    if undated == everything:
        return _("No row has a source date.")
    if not undated:
        return ""
    return ngettext(
        "{n} of {all} rows has no source date.",
        "{n} of {all} rows have no source date.",
        undated,
    ).format(n=undated, all=everything)


def _rows(evidence: Iterable[Evidence]) -> list[Evidence]:
    return [row for row in evidence if not row.of_absence]


def _with_days(source: str, days: Collection[date | None]) -> str:
    """Return a source and in brackets its days: one, the first and the last, or that it has none."""
    known = sorted({day for day in days if day})
    if not known:
        return _("{source} (undated)").format(source=source)
    period = "–".join(dict.fromkeys(day_or_year(day) for day in (known[0], known[-1])))
    if None in days:
        return _("{source} ({days}; some undated)").format(source=source, days=period)
    return f"{source} ({period})"


def _shortened(remark: str) -> str:
    return remark if len(remark) <= MAX_REMARK else remark[:MAX_REMARK].rstrip() + " …"
