"""The language of a process, of its threads, and of a block."""

from concurrent.futures import ThreadPoolExecutor

from samordning_graph.common.locale import current_language, in_language, use_language


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
