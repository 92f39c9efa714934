import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from samordning_graph.drawing.strokes import (
    BASIS_STROKES,
    DOCUMENTED,
    MISSING,
    PALETTE,
    STROKES,
    UNKNOWN,
)
from samordning_graph.graph.sector_colours import SECTOR_PALETTE, contrast_ratio, text_colour_on
from samordning_graph.map.appearance import TABLE_STYLES
from samordning_graph.map.views.registry import VIEWS, build_view
from samordning_graph.rules.basis import Basis
from samordning_graph.schema.vocabulary import word_lists
from tests.helpers.colour_vision import SIGHT, ciede2000, colour_distance
from tests.helpers.samples import municipality

EXAMPLE = municipality("eksempel")
AA_TEXT, AA_GRAPHICS = 4.5, 3.0
AT_A_GLANCE = 15
"""CIEDE2000; a difference of 1 is just noticed by somebody who compares."""
PAGE = Path("samordning_graph/map/page")


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


# What colour says: documented, not documented, not known


@pytest.mark.parametrize("sight", [sight for sight in SIGHT if sight != "grey"])
def test_what_colour_says_is_seen_at_a_glance_whatever_the_sight(sight):
    for first, second in combinations((DOCUMENTED, MISSING, UNKNOWN), 2):
        assert colour_distance(first, second, sight) > AT_A_GLANCE, (first, second)


def test_what_colour_says_is_told_apart_in_grey_by_dashes():
    """In grey two of the three look alike, so each has a texture of its own."""
    assert colour_distance(MISSING, UNKNOWN, "grey") < AT_A_GLANCE
    textures = {
        kind: (bool(STROKES[kind].dashes), STROKES[kind].dashes)
        for kind in ("link", "missing", "not_assessed", "accepted")
    }
    assert len(set(textures.values())) == len(textures)
    assert not STROKES["link"].dashes
    # A dot is shorter than its gap, a dash longer.
    assert STROKES["not_assessed"].dashes[0] < STROKES["not_assessed"].dashes[1]
    assert STROKES["missing"].dashes[0] > STROKES["missing"].dashes[1]


@pytest.mark.parametrize("name", PALETTE)
def test_a_text_in_a_colour_of_the_table_can_be_read(name):
    assert contrast_ratio(PALETTE[name], "#ffffff") >= AA_TEXT


def test_a_number_on_a_line_can_be_read():
    assert contrast_ratio("#ffffff", MISSING) >= AA_TEXT


@pytest.mark.parametrize("kind", TABLE_STYLES)
def test_a_name_at_the_table_can_be_read(kind):
    style = TABLE_STYLES[kind]
    assert contrast_ratio(style.ink, style.fill) >= AA_TEXT


def test_what_may_be_missing_has_a_colour_of_its_own():
    assert {stroke.colour for stroke in BASIS_STROKES.values()} == {MISSING}
    others = {kind for kind, stroke in STROKES.items() if stroke.colour == MISSING}
    assert others == {"missing"}


def test_a_stronger_basis_is_a_wider_line():
    widths = [BASIS_STROKES[basis].width for basis in sorted(Basis)]
    assert widths == sorted(widths)


def test_the_style_of_the_page_says_the_same_colours():
    style = (PAGE / "template" / "page.css").read_text(encoding="utf-8")
    declared = dict(re.findall(r"--(documented|missing): (#\w+)", style))
    assert declared == {"documented": DOCUMENTED, "missing": MISSING}
    # Elsewhere they are written out for the projector: no third red or blue.
    for colour in re.findall(r"#[0-9a-f]{6}\b", style):
        if colour not in PALETTE.values():
            assert colour_distance(colour, MISSING) > 3


def test_differences_are_those_of_the_article():
    """Sharma, Wu and Dalal (2005), table 1."""
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert ciede2000((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=1e-4
    )
