"""Personal data in the input: identity numbers are refused, contact details and names give a warning."""

import re
from collections.abc import Sequence
from datetime import date
from unicodedata import decimal

from samordning_graph.common.locale import _
from samordning_graph.common.text import tidy
from samordning_graph.input.cell_values import divisible_by_11
from samordning_graph.input.grid import column_letter
from samordning_graph.input.record import Source
from samordning_graph.schema.problem import Problem, Problems
from samordning_graph.schema.problem_kinds import NATIONAL_IDENTITY_NUMBER
from samordning_graph.schema.source_location import SourceLocation
from samordning_graph.schema.warning_kinds import PERSONAL_DATA

# These two are compiled by the first text with as many digits: few data hold any.
_IDENTITY_NUMBER = (
    # Day, month and year with one mark between them or none, and the five digits that follow,
    # whole or as 3 + 2: 15078513702, 150785-13702, 15.07.85 13702, 15/7 1985 – 137 02.
    r"(?<!\d)(?:(?P<day>\d\d)(?P<month>\d\d)|(?P<d>\d\d?)[./ -] ?(?P<m>\d\d?)[./ -] ?)"
    r"(?:(?:19|20)(?=\d\d\D))?(?P<year>\d\d)"
    r"[\W_]{0,3}(?P<number>\d{3}[ .-]?\d\d)(?!\d)"
    r"|(?<!\d)(?P<in_fours>\d{4}[ .-]\d{4}[ .-]\d{3})(?!\d)"
    r"|(?<!\d)(?<!\d )(?P<one_by_one>\d(?: \d){10})(?! ?\d)"
    # A spreadsheet drops the first zero of a number.
    r"|(?<![\d/-])(?P<short>\d{5}[ -]?\d{5})(?![\d/-])"
)
_AT = {"＠": "@", "﹫": "@"}
_DIGIT = re.compile(r"\d")
_NUMBER_AND_YEAR = re.compile(r"\b\d{4} (?:19|20)\d\d\b")
"""«4614 2026»: a municipality and a year, as files are called."""
_ANY_AT = re.compile("[@＠﹫]")
_EIGHT_DIGITS = re.compile(r"(?:\D*+\d){8}")
_TEN_DIGITS = re.compile(r"(?:\D*+\d){10}")
"""Most cells have fewer digits than any number of a person, and are done with."""
_FIRST_CONTROL_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_CONTROL_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_EMAIL = re.compile(r"(?<=[\w.+-])@(?:[\w-]+\.)+\w{2}")
"""Begins at the @, so that a long text is read once."""
_GROUPED = r"(?:\d{2}[ .-]?){3}\d{2}|\d{3}[ .-]?\d{2}[ .-]?\d{3}|\d{4} \d{4}"
_PHONE = (
    r"(?i)(?<!\w)(?:\w{0,10}(?:tlf|telefon)|mobil|mob|tel|ringe?|sms)(?:n?r|nummer|en)?\b\.?:? ?"
    rf"(?:(?:\+|00)47 ?)?(?:{_GROUPED})(?!\d)"
    rf"|(?<!\d)(?:\+|00)47\)?[ -]?(?:{_GROUPED})(?!\d)"
    # Mobile numbers begin with 4 or 9.
    r"|(?<![\w/=.-])[49]\d(?:\d{6}|\d(?:-\d\d-|\.\d\d\.)\d{3})(?![\w/-]|\.\d)"
    r"|(?<![\w/=.-])(?<!\d )[49]\d(?:\d\d \d{4}|(?:\.\d\d){3})(?![\w/-]|[. ]\d)"
    r"|(?<![\d/=.-])(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?![\d.-])"
)


def holds_national_identity_number(text: str) -> bool:
    """Return whether a fødselsnummer, D-number or H-number occurs anywhere in `text`.

    Eleven digits, in any writing of a date and five digits more, whose date part and both control
    digits are valid (Skatteetaten: D-number = day + 40, H-number = month + 40; modulus 11 with two
    weight rows). Ten digits count too, since a spreadsheet drops the first zero of a number.
    """
    if not _TEN_DIGITS.match(text):
        return False
    text = _with_plain_digits(text)
    return any(
        divisible_by_11(digits, _FIRST_CONTROL_WEIGHTS)
        and divisible_by_11(digits, _SECOND_CONTROL_WEIGHTS)
        and _is_birth_date(digits)
        for digits in map(_digits, re.finditer(_IDENTITY_NUMBER, text))
    )


def _with_plain_digits(text: str) -> str:
    """Return text with the digits of other scripts, and full-width ones, as 0 to 9, and @ as @."""
    if text.isascii():
        return text
    return "".join(
        str(decimal(letter))
        if letter.isdecimal()
        else " "
        if letter.isspace()
        else _AT.get(letter, letter)
        for letter in text
    )


def _digits(match: re.Match[str]) -> str:
    """Return the eleven digits of a match, without what stands between them."""
    if match["short"]:
        written = "0" + match["short"]
    elif grouped := match["in_fours"] or match["one_by_one"]:
        written = grouped
    elif match["day"]:
        written = match["day"] + match["month"] + match["year"] + match["number"]
    else:
        written = match["d"].zfill(2) + match["m"].zfill(2) + match["year"] + match["number"]
    return "".join(letter for letter in written if letter.isdecimal())


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
        if _TEN_DIGITS.match(text) and holds_national_identity_number(tidy(text)):
            cell = SourceLocation(place.file, place.sheet, row_number, column=column_letter(index))
            report_identity_number(problems, cell)


def report_personal_data_in(problems: Problems, place: SourceLocation, text: str) -> None:
    """Report what a text beside the cells holds: a comment, a property of the document."""
    text = tidy(text)
    if holds_national_identity_number(text):
        report_identity_number(problems, place)
    elif holds_contact_details(text):
        report_contact_details(problems, place)


def report_contact_details(problems: Problems, place: SourceLocation) -> None:
    """Warn of an e-mail address or a phone number at a place."""
    problems.add(
        PERSONAL_DATA,
        place,
        _("this looks like an e-mail address or a phone number. Write the role."),
    )


def report_name_of_person(problems: Problems, place: SourceLocation) -> None:
    """Warn of what seems to be the name of a person where a role should stand, without quoting it."""
    problems.add(
        PERSONAL_DATA, place, _("this looks like the name of a person. Write the role instead.")
    )


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


def report_personal_data_in_name(problems: Problems, shown: str) -> str:
    """Report what the name of a file or of its folders holds; return the name as it may be shown.

    Digits become «*» in a part with a national identity number: it can be found, and not read.
    """
    parts = shown.split("/")
    hidden = "/".join(
        _DIGIT.sub("*", part) if holds_national_identity_number(tidy(part)) else part
        for part in parts
    )
    if hidden != shown:
        problems.add(
            NATIONAL_IDENTITY_NUMBER,
            SourceLocation(hidden),
            _(
                "a national identity number stands in the name of the file or the folder. The data are"
                " refused: give it another name."
            ),
        )
    elif any(holds_contact_details(_NUMBER_AND_YEAR.sub("", tidy(part))) for part in parts):
        problems.add(
            PERSONAL_DATA,
            SourceLocation(shown),
            _(
                "the name of the file or the folder seems to hold an e-mail address or a phone number,"
                " and reports say what they are made from. Give it another name."
            ),
        )
    return hidden


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
    if not (_EIGHT_DIGITS.match(text) or _ANY_AT.search(text)):
        return False
    text = _with_plain_digits(text)
    return bool(_EMAIL.search(text) or re.search(_PHONE, text))
