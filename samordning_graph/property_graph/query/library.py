"""The library of queries in `cypher/`, and the parameters that a query needs.

A file begins with comment lines that give its name, question, columns and parameters. Some parameters
mean the same in every query, also in one of your own: `municipality`, `as_of`, `max_arena_size`,
`min_meetings` and `links` are as the options of a report; the other days in `days_of` follow from
`as_of`.
"""

import json
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from samordning_graph.common.bundled_files import bundled_folder
from samordning_graph.common.did_you_mean import did_you_mean
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import sentences
from samordning_graph.common.reasons import os_reason
from samordning_graph.common.text import slug
from samordning_graph.common.whole_text import read_whole_text
from samordning_graph.graph.council_period import council_period, older_before
from samordning_graph.property_graph.query.tokens import parameters_in

MUNICIPALITY = "municipality"
DAYS = (
    "as_of",
    "council_from",
    "council_until",
    "election_day",
    "next_election_day",
    "strategy_due",
    "older_before",
)
LINKS = "links"
OF_RULES = (MUNICIPALITY, *DAYS, "max_arena_size", "min_meetings", LINKS)
"""The parameters of the twins of the rules."""
TEXT_PARAMETERS = (MUNICIPALITY, *DAYS, LINKS)
TODAY = "today"
QUERY_SUFFIX = ".cypher"

_HEADER = re.compile(r"// (\w+): (.*)")
_FIRST_OF_RULE = re.compile(r"// ([A-Z]+\d\d) ([a-z-]+): (.*)")
_DAY_OR_PART = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_DEFAULT = re.compile(r'(\w+) = ("[^"]*"|[^,"]+)(?:, |$)')


class QueryError(Exception):
    """A query cannot be run; the text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query: its text, and the content of its header, if it has one.

    `code` and `slug` are those of the rule that it is the twin of, empty for the others.
    `parameters` has the default of each parameter as it is written; "" for those without one.
    """

    stem: str = ""
    text: str
    code: str = ""
    slug: str = ""
    title: str = ""
    question: str = ""
    columns: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)

    def takes(self, name: str) -> bool:
        """Tell whether a parameter is used in the text."""
        return name in parameters_in(self.text)

    def default(self, name: str, day: date) -> Any:  # noqa: ANN401 - what a query can be given
        """Return the default of a parameter.

        Raises
        ------
        KeyError
            If there is none.
        """
        written = self.parameters.get(name, "")
        if name in DAYS or written == TODAY:
            return days_of(day).get(name, day.isoformat())
        if name == LINKS:
            return "any"
        if name in OF_RULES and name != MUNICIPALITY:
            return None
        if not written or name == MUNICIPALITY:  # that of the header is the example's
            raise KeyError(name)
        return json.loads(written)

    def is_text(self, name: str) -> bool:
        """Tell whether a parameter holds text, though it looks like a number: 0301, 2026."""
        written = self.parameters.get(name, "")
        return name in TEXT_PARAMETERS or self.is_day(name) or written.startswith('"')

    def is_day(self, name: str) -> bool:
        """Tell whether a parameter holds a day, or a year or month that days are compared with."""
        return name in DAYS or self.parameters.get(name) == TODAY


def days_of(as_of: date) -> dict[str, str]:
    """Return the parameters that are days, for the day of a report.

    `council_from` and `council_until` are the first day of its council period and of the next one,
    `election_day` and `next_election_day` those of the elections before these, `strategy_due` the
    last day to adopt a planning strategy, and an overview from before `older_before` is an older one.
    """
    period = council_period(as_of)
    days = (
        as_of,
        period.first_day,
        period.next_council,
        period.election_day,
        period.next_election_day,
        period.strategy_due,
        older_before(as_of),
    )
    return dict(zip(DAYS, (day.isoformat() for day in days), strict=True))


def library() -> tuple[Query, ...]:
    """Return every query of the library: the twins of the rules, then the others by name."""
    return (*rule_queries(), *explore_queries())


def rule_queries() -> tuple[Query, ...]:
    """Return the twins of the rules, in the order of the register."""
    from samordning_graph.rules.register import RULES

    codes = [rule.code for rule in RULES]
    return tuple(sorted(_in_folder("rules"), key=lambda query: codes.index(query.code)))


def explore_queries() -> tuple[Query, ...]:
    """Return the researcher's questions, by name of the file."""
    return tuple(_in_folder("explore"))


def _in_folder(name: str) -> list[Query]:
    folder = bundled_folder("cypher")
    if folder is None:
        raise QueryError(_("the library of queries is not installed."))
    return [read(path) for path in sorted((folder / name).glob(f"*{QUERY_SUFFIX}"))]


def read(path: Path) -> Query:
    """Read a file with a query.

    Raises
    ------
    QueryError
        If it cannot be read.
    """
    try:
        text = read_whole_text(path)
    except (OSError, UnicodeDecodeError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else _("it is not UTF-8")
        raise QueryError(
            _("the query {file} cannot be read ({reason}).").format(
                file=path.as_posix(), reason=reason
            )
        ) from error
    return parsed(text, path.stem)


def parsed(text: str, stem: str = "") -> Query:
    r"""Return a query with the content of its header: the comment lines that it begins with.

    >>> query = parsed('// name: Units\n// parameters: sector = "helse"\nMATCH (n:Unit) RETURN n')
    >>> query.title, dict(query.parameters)
    ('Units', {'sector': '"helse"'})
    """
    header: dict[str, str] = {}
    code = rule_slug = ""
    for line in text.splitlines():
        if first := _FIRST_OF_RULE.fullmatch(line):
            code, rule_slug, header["name"] = first.groups()
        elif field_line := _HEADER.fullmatch(line):
            header[field_line[1]] = field_line[2]
        else:
            break
    written = header.get("parameters", "none")
    names = () if written == "none" else written.split(", ")
    return Query(
        stem=stem,
        text=text,
        code=code,
        slug=rule_slug,
        title=header.get("name", ""),
        question=header.get("question", ""),
        columns=tuple(header["columns"].split(", ")) if "columns" in header else (),
        parameters=dict.fromkeys(names, "") if code else dict(_DEFAULT.findall(written)),
    )


def named(name: str) -> Query:
    """Return a query of the library by the stem of its file, its rule or its title.

    Raises
    ------
    QueryError
        If there is none; with the one that was perhaps meant.
    """
    names: dict[str, Query] = {}
    for query in library():
        for query_name in (query.stem, query.code, query.slug, query.title, _(query.title)):
            if query_name:
                names.setdefault(slug(query_name), query)
    asked = slug(name.removesuffix(QUERY_SUFFIX))
    if asked in names:
        return names[asked]
    raise QueryError(
        sentences(
            _("no query or file is called «{name}».").format(name=name),
            did_you_mean(asked, tuple(names)),
            _("All: samordning query --list"),
        )
    )


def complete(query: Query, given: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return the values of a query's parameters: those given as text, and defaults for the others.

    The municipality is left out unless it is given: it comes from the data. Days that follow from
    `as_of` follow from the one that is given.

    Raises
    ------
    QueryError
        If one is not used, or is missing (all of them are named), or is a day that is no date.
    """
    used = parameters_in(query.text)
    unused = [name for name in given if name not in used]
    if unused:
        raise QueryError(
            sentences(
                _("the query does not use {names}.").format(names=_listed(unused)),
                did_you_mean(unused[0], used),
                _("It takes: {used}.").format(used=_listed(used) or _("nothing")),
            )
        )
    read_from = {name: _read(query, name, text) for name, text in given.items()}
    values: dict[str, Any] = {}
    missing = []
    with suppress(ValueError):  # a query may compare it as text, so it need not be a whole day
        day = date.fromisoformat(read_from.get("as_of", ""))
    for name in used:
        if name in given:
            values[name] = read_from[name]
        elif name != MUNICIPALITY:
            try:
                values[name] = query.default(name, day)
            except KeyError:
                missing.append(name)
    if missing:
        raise QueryError(
            _("the query needs {names}. Give each as -p {first}=VALUE.").format(
                names=_listed(missing), first=missing[0]
            )
        )
    return values


def _read(query: Query, name: str, text: str) -> Any:  # noqa: ANN401 - what JSON can be
    """Return the value that is given to a parameter; text may be quoted, as JSON quotes it."""
    value = value_of(text)
    if query.is_text(name) and not isinstance(value, str):
        value = text
    if query.is_day(name) and not _is_day_or_part(value):
        raise QueryError(
            _("${name} is a day, written as {example}, and not «{text}».").format(
                name=name, example=date(2026, 11, 29).isoformat(), text=text
            )
        )
    return value


def _is_day_or_part(text: str) -> bool:
    """Return whether a text is a date, or the year or month of one.

    >>> [_is_day_or_part(text) for text in ("2026-11-29", "2026", "2026-13", "29.11.2026")]
    [True, True, False, False]
    """
    if not _DAY_OR_PART.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def value_of(text: str) -> Any:  # noqa: ANN401 - what JSON can be
    r"""Return a value that is written on the command line: JSON if it is, else the text.

    JSON with half a letter (`"\ud800"`) is none: no database takes it.

    >>> value_of("12"), value_of("null"), value_of('["a"]'), value_of("helse")
    (12, None, ['a'], 'helse')
    """
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return text
    return value


def too_slow(seconds: float) -> str:
    """Return the sentence about a query that was stopped."""
    return ngettext(
        "the query was stopped after {n} second. Allow it longer with --timeout.",
        "the query was stopped after {n} seconds. Allow it longer with --timeout.",
        round(seconds),
    ).format(n=f"{seconds:g}")


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"${name}" for name in names)
