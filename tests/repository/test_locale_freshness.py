"""Every text that can be shown is translated, and the catalogues are those of today's code."""

import re
from gettext import GNUTranslations
from io import BytesIO

import pytest

from samordning_graph.common.locale import (
    DEFAULT_LANGUAGE,
    LANGUAGES,
    _,
    current_language,
    in_language,
    ngettext,
)
from tools.messages import (
    TRANSLATED,
    catalogue_file,
    compiled,
    read_catalogue,
    template,
    untranslated,
    updated,
)

PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
FRESH = "run `make fresh`"


def texts(value) -> tuple[str, ...]:
    """Return the one text of a message, or its forms."""
    return tuple(value) if isinstance(value, tuple | list) else (value,)


@pytest.fixture(params=TRANSLATED)
def language(request) -> str:
    return request.param


@pytest.fixture
def catalogue(language: str):
    return read_catalogue(language)


def test_every_language_but_english_has_a_catalogue():
    assert {*TRANSLATED} == {*LANGUAGES} - {"en"}
    assert all(catalogue_file(code, ".po").exists() for code in TRANSLATED)


def test_every_message_is_translated_into_the_default_language():
    """Other languages may be under way: what they lack is shown in English."""
    assert untranslated(DEFAULT_LANGUAGE) == []


def test_the_catalogue_has_exactly_the_messages_of_today(catalogue):
    kept = {texts(message.id) for message in catalogue if message.id}
    today = {texts(message.id) for message in template() if message.id}

    assert kept - today == set(), f"not used any more: {FRESH}"
    assert today - kept == set(), f"not in the catalogue: {FRESH}"


def test_the_catalogue_is_written_as_the_tool_writes_it(language: str):
    assert catalogue_file(language, ".po").read_bytes() == updated(language), FRESH


def test_what_the_program_reads_is_compiled_from_what_people_edit(language: str, catalogue):
    program, people = (
        GNUTranslations(BytesIO(content))
        for content in (catalogue_file(language, ".mo").read_bytes(), compiled(language))
    )

    for message in catalogue:
        singular, *many = texts(message.id)
        for number in (1, 2) if many else ():
            assert program.ngettext(singular, *many, number) == people.ngettext(
                singular, *many, number
            )
        if singular and not many:
            assert program.gettext(singular) == people.gettext(singular), FRESH


def test_a_translation_has_the_placeholders_of_its_message(catalogue):
    for message in catalogue:
        if message.id:
            for id_, text in zip(texts(message.id), texts(message.string), strict=True):
                found, expected = (sorted(PLACEHOLDER.findall(string)) for string in (text, id_))
                assert not text or {*found} == {*expected}, id_


def test_a_translation_begins_and_ends_as_its_message(catalogue):
    """Texts are put together: a space or a full stop too many or too few shows."""
    for message in catalogue:
        for id_, text in zip(texts(message.id), texts(message.string), strict=True):
            if id_ and text:
                assert text[0].isspace() == id_[0].isspace(), id_
                assert text[-1].isspace() == id_[-1].isspace(), id_
                assert text.endswith(".") == id_.endswith("."), id_


@pytest.mark.parametrize(
    ("english", "word"),
    [
        (
            r"(?<!on what )\bgrounds?\b",
            r"\b[Gg]runnlag(et)?\b",
        ),  # «grunn»; a finding «bygger på» its basis
        (r"\bevidence\b", r"\b[Gg]runnlag(et)?\b"),  # «belegg»
        (r"\bhints?\b", r"\b[Hh]int\b"),  # «innspill»
    ],
)
def test_one_idea_has_one_word(english: str, word: str):
    for message in read_catalogue(DEFAULT_LANGUAGE):
        if re.search(english, " ".join(texts(message.id)), re.IGNORECASE):
            text = re.sub(r"\{\w+\}", "", " ".join(texts(message.string)))
            assert not re.search(word, text), message.id


def test_no_translation_is_a_guess_of_the_tool(catalogue):
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert not catalogue.obsolete


def test_the_language_in_use_decides_and_is_put_back():
    before = current_language()
    with in_language("nb"):
        norwegian = _("No problems."), ngettext("{n} problem", "{n} problems", 2)
    with in_language("en"):
        english = _("No problems."), ngettext("{n} problem", "{n} problems", 2)

    assert current_language() == before
    assert english == ("No problems.", "{n} problems")
    assert norwegian != english


def test_an_unknown_message_is_shown_as_it_is():
    with in_language("nb"):
        assert _("never seen before") == "never seen before"


def test_a_question_of_a_rule_names_what_it_is_about():
    """«Hvilket mål følger den opp?» is wrong of a råd, a møte, a kontor: what it is about varies."""
    # After a comma it refers to a word of the same sentence.
    pronoun = re.compile(
        r"^[^,;.]*\b(den|det (for|til))\b(?! (ene|andre|samme|som)\b)", re.IGNORECASE
    )
    questions = [
        message.string
        for message in read_catalogue("nb")
        if isinstance(message.string, str)
        and message.string.endswith("?")
        and "{" not in message.string
        and any("/rules/" in file for file, _line in message.locations)
    ]

    assert len(questions) > 10
    assert [question for question in questions if pronoun.search(question)] == []
