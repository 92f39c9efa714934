import pytest

from samordning_graph.drawing.text_width import text_width
from samordning_graph.drawing.wrapped_text import shortened, widest_word, wrapped


def by_letter(text, font, is_bold=False):
    return len(text) * font


def test_lines_are_broken_between_words():
    assert wrapped("en to tre fire", 6, 1, by_letter, most=9) == ("en to", "tre", "fire")


def test_what_has_no_line_left_is_cut():
    assert wrapped("en to tre fire", 6, 1, by_letter, most=2) == ("en to", "tre f…")


def test_what_fits_is_not_cut():
    assert shortened("bolig", 5, 1, by_letter) == "bolig"
    assert shortened("boliger", 5, 1, by_letter) == "boli…"


def test_the_widest_word_of_none_has_no_width():
    assert widest_word([], 10, by_letter) == 0
    assert widest_word(["en to", "fire"], 10, by_letter) == 40


@pytest.mark.parametrize(("letter", "advance"), [("i", 222), ("W", 944), ("ø", 611), (" ", 278)])
def test_letters_are_as_wide_as_in_arial(letter, advance):
    assert text_width(letter, 1000) == advance


def test_bold_is_wider_and_the_unknown_is_wide():
    assert text_width("Bolig", 10, True) > text_width("Bolig", 10)
    assert text_width("☃", 10) == 10
