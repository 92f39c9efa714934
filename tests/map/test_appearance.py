from dataclasses import replace

import pytest

from samordning_graph.graph.sector_colours import SECTOR_PALETTE, contrast_ratio, text_colour_on
from samordning_graph.map.appearance import BASIS_STROKES, STROKES
from samordning_graph.map.views.registry import VIEWS, build_view
from samordning_graph.rules.basis import Basis
from samordning_graph.schema.vocabulary import word_lists
from tests.helpers.samples import municipality

EXAMPLE = municipality("eksempel")
AA_TEXT, AA_GRAPHICS = 4.5, 3.0


@pytest.mark.parametrize("colour", SECTOR_PALETTE)
def test_a_name_can_be_read_on_its_box(colour):
    assert contrast_ratio(text_colour_on(colour), colour) >= AA_TEXT


@pytest.mark.parametrize("kind", STROKES)
def test_a_line_can_be_seen_on_white(kind):
    assert contrast_ratio(STROKES[kind].colour, "#ffffff") >= AA_GRAPHICS


def test_no_two_built_in_sectors_share_a_colour():
    assert len(set(SECTOR_PALETTE)) == len(SECTOR_PALETTE) >= len(word_lists()["sector"])


@pytest.mark.parametrize("view", VIEWS)
def test_the_lines_of_a_view_are_told_apart_without_colour(view):
    kinds = {tie.kind for tie in build_view(EXAMPLE, view).ties}
    looks = {replace(STROKES[kind], colour="") for kind in kinds}
    assert len(looks) == len(kinds) > 1


def test_the_bases_of_gaps_are_told_apart_without_colour():
    looks = {replace(stroke, colour="") for stroke in BASIS_STROKES.values()}
    assert len(looks) == len(BASIS_STROKES) == len(Basis)
    assert all(stroke.dashes for stroke in looks)


def test_contrast_is_that_of_wcag():
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
