"""The language of what users see.

Texts in code are English message ids; the other languages are gettext catalogues beside this
file, all in the domain `messages` so that click's own texts come from the same catalogue.
"""

import gettext as _gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Language(NamedTuple):
    """What else than texts differs between languages; `word_tag` is the name that Word knows."""

    word_tag: str


LANGUAGES = {"nb": Language("nb-NO"), "en": Language("en-GB")}
DEFAULT_LANGUAGE = "nb"
CATALOGUE_DOMAIN = "messages"
CATALOGUE_FOLDER = Path(__file__).parent

_language: ContextVar[str] = ContextVar("language")
"""The language of a block; without one that of the process."""
_of_process = DEFAULT_LANGUAGE
_gettext.bindtextdomain(CATALOGUE_DOMAIN, str(CATALOGUE_FOLDER))


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(CATALOGUE_DOMAIN, CATALOGUE_FOLDER, [language], fallback=True)


def current_language() -> str:
    """Return the language in use: one of `LANGUAGES`."""
    return _language.get(_of_process)


def use_language(language: str) -> None:
    """Use `language` from now on in all threads, also for click's own texts (they follow `LANGUAGE`)."""
    global _of_process
    _of_process = language
    _language.set(language)
    os.environ["LANGUAGE"] = language


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Use `language` within the block, in this thread; click's own texts follow in all."""
    of_process, before = _of_process, _language.set(language)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        use_language(of_process)
        _language.reset(before)
        os.environ["LANGUAGE"] = current_language()


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return _catalogue(current_language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the singular or plural that `number` takes, in the language in use."""
    return _catalogue(current_language()).ngettext(singular, plural, number)


def in_every_language(message: str) -> tuple[str, ...]:
    """Return `message` in each of the languages: what was written may be in another than the one in use."""
    return tuple(_catalogue(language).gettext(message) for language in LANGUAGES)


def mark(message: str) -> str:
    """Return `message` unchanged: it is found for translation, and translated when shown."""
    return message


def is_year_alone(day: date) -> bool:
    """Return whether a day most likely was given as its year: it is read as 1 January."""
    return (day.month, day.day) == (1, 1)


def day_or_year(day: date) -> str:
    """Return a date as people write it; the year alone where that is what was given."""
    return str(day.year) if is_year_alone(day) else in_words(day)


def in_words(day: date) -> str:
    """Return a date as people write it: 23.11.2026 in Norwegian, ISO in English."""
    return day.isoformat() if current_language() == "en" else f"{day:%d.%m.%Y}"
