"""Dates as people write them; the language of a process, of its threads, and of a block."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from samordning_graph.common.locale import (
    current_language,
    day_or_year,
    in_language,
    in_words,
    use_language,
)


def test_a_date_is_written_as_in_the_language():
    assert in_words(date(2026, 3, 1)) == "01.03.2026"
    with in_language("en"):
        assert in_words(date(2026, 3, 1)) == "2026-03-01"


def test_a_year_is_read_as_its_first_day_and_written_as_a_year():
    assert day_or_year(date(2014, 1, 1)) == "2014"
    assert day_or_year(date(2014, 5, 1)) == "01.05.2014"


def in_a_new_thread() -> str:
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(current_language).result()


def test_new_threads_speak_the_language_of_the_process(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nb")
    before = current_language()
    use_language("en")
    try:
        assert (current_language(), in_a_new_thread()) == ("en", "en")
    finally:
        use_language(before)


def test_the_language_of_a_block_ends_with_it():
    before = current_language()
    with in_language("en"):
        assert current_language() == "en"
        assert in_a_new_thread() == before
    assert current_language() == before
