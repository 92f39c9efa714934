"""Personal data in the input: identity numbers are refused, contact details give a warning."""

import re
from collections.abc import Sequence
from datetime import date

from samordning_graph.common.locale import _
from samordning_graph.common.text import tidy
from samordning_graph.input.cell_values import divisible_by_11
from samordning_graph.input.grid import column_letter
from samordning_graph.input.record import Source
from samordning_graph.schema.problem import Problem, Problems
from samordning_graph.schema.problem_kinds import NATIONAL_IDENTITY_NUMBER
from samordning_graph.schema.source_location import SourceLocation

_ELEVEN_DIGITS = re.compile(r"(?<!\d)(\d{6})[ \u00a0]?(\d{5})(?!\d)|(?<!\d)(\d{10})(?!\d)")
_FIRST_CONTROL_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_CONTROL_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_PHONE = re.compile(
    r"(?:tlf|telefon|mobil|tel)\.?:?\s*(?:\+47\s?)?\d[\d ]{6,10}\d"
    r"|\+47\s?\d[\d ]{6,10}\d"
    r"|(?<![\d/=.-])(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?![\d.-])",
    re.IGNORECASE,
)


def holds_national_identity_number(text: str) -> bool:
    """Return whether a fødselsnummer, D-number or H-number occurs anywhere in `text`.

    Eleven digits, also written 6 + 5, whose date part and both control digits are valid
    (Skatteetaten: D-number = day + 40, H-number = month + 40; modulus 11 with two weight rows).
    Ten digits count too, since a spreadsheet drops the first zero of a number.
    """
    if len(text) < 10:
        return False
    return any(
        divisible_by_11(digits, _FIRST_CONTROL_WEIGHTS)
        and divisible_by_11(digits, _SECOND_CONTROL_WEIGHTS)
        and _is_birth_date(digits)
        for digits in (
            "0" + match[3] if match[3] else match[1] + match[2]
            for match in _ELEVEN_DIGITS.finditer(text)
        )
    )


def _is_birth_date(digits: str) -> bool:
    day_part, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day_part -= 40 if day_part > 40 else 0
    month -= 40 if month > 40 else 0
    # The number does not give the century. 2000 is a leap year, so that no leap day of another
    # century is missed.
    try:
        date(2000 + year, month, day_part)
    except ValueError:
        return False
    return True


def report_identity_numbers(
    problems: Problems, place: SourceLocation, row_number: int, cells: Sequence[str]
) -> None:
    """Report every cell of a row that holds a national identity number, by its place alone."""
    for index, text in enumerate(cells):
        if len(text) >= 10 and holds_national_identity_number(tidy(text)):
            cell = SourceLocation(place.file, place.sheet, row_number, column_letter(index))
            report_identity_number(problems, cell)


def report_identity_number(problems: Problems, place: SourceLocation) -> None:
    """Refuse the data because of a number at a place, without quoting the number."""
    problems.add(
        NATIONAL_IDENTITY_NUMBER,
        place,
        _(
            "a national identity number stands here. The data are refused: delete the number. This"
            " tool is about organisations, never persons."
        ),
    )


def keep_identity_numbers_hidden(source: Source) -> None:
    """Drop everything but the refusals, if there are any: other messages quote cells."""
    refusals = [
        problem for problem in source.problems.found if problem.kind is NATIONAL_IDENTITY_NUMBER
    ]
    if refusals:
        source.records.clear()
        source.matrix_arenas.clear()
        source.problems.found[:] = refusals


def tell_only_places(problems: Problems) -> None:
    """Let no other message quote a cell where a number was found: it may be about the same person.

    Every problem is still told in the same run, by its place and its kind.
    """
    if not any(problem.kind is NATIONAL_IDENTITY_NUMBER for problem in problems.found):
        return
    problems.found[:] = [
        problem
        if problem.kind is NATIONAL_IDENTITY_NUMBER
        else Problem(problem.kind, problem.place, f"{_(problem.kind.title)}.")
        for problem in problems.found
        if not holds_national_identity_number(tidy(str(problem.place)))
    ]


def holds_contact_details(text: str) -> bool:
    """Return whether `text` has what looks like an e-mail address or a phone number."""
    return bool(_EMAIL.search(text) or _PHONE.search(text))
