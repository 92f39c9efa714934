import pytest

from samordning_graph.map.palette import SECTORS, STROKES, contrast, text_on
from samordning_graph.vocabulary import word_lists

AA_TEXT, AA_GRAPHICS = 4.5, 3.0


@pytest.mark.parametrize("colour", SECTORS)
def test_a_name_can_be_read_on_its_box(colour):
    assert contrast(text_on(colour), colour) >= AA_TEXT


@pytest.mark.parametrize("kind", STROKES)
def test_a_line_can_be_seen_on_white(kind):
    assert contrast(STROKES[kind].colour, "#ffffff") >= AA_GRAPHICS


def test_no_two_built_in_sectors_share_a_colour():
    assert len(set(SECTORS)) == len(SECTORS) >= len(word_lists()["sector"])


def test_lines_are_told_apart_without_colour():
    assert len({(one.width, one.dashes, one.curve) for one in STROKES.values()}) == len(STROKES)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
