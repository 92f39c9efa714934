"""Bands, columns and the ellipse: whatever the sizes, nothing lies on anything else."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samordning_graph.map.geometry.bands import bands
from samordning_graph.map.geometry.columns import columns
from samordning_graph.map.geometry.ellipse import ellipse
from samordning_graph.map.geometry.frame import (
    BOX_HEIGHT,
    BOX_WIDTH,
    CELL_HEIGHT,
    CELL_WIDTH,
    SHAPE,
    Box,
)
from samordning_graph.map.geometry.free_space import centred_box, contains, overlap

CELL = (CELL_WIDTH, CELL_HEIGHT)


def apart(places, size=CELL):
    return not any(
        overlap(centred_box(first, size), centred_box(second, size))
        for first, second in combinations(places, 2)
    )


def of_any_sizes(test):
    """Run a test on columns of any sizes, and on sizes that are at an edge."""
    for sizes in ((1,), (0, 0, 1), (40, 40, 40), (40, 0, 1), (1, 2, 3), (7, 7, 0)):
        test = example(sizes=sizes)(test)
    columns_of_units = st.lists(st.integers(0, 40), min_size=1, max_size=4).filter(any)
    return settings(max_examples=40, derandomize=True)(given(sizes=columns_of_units)(test))


class TestColumns:
    @of_any_sizes
    def test_nothing_overlaps_and_all_is_in_view(self, sizes):
        placed = columns(sizes, above=5, below=sizes[0])
        blocks = (placed.above, *placed.columns, placed.below)
        cells = [cell for block in blocks for cell in block.cells]

        assert len(cells) == 5 + sum(sizes) + sizes[0]
        assert apart(cells)
        assert all(contains(placed.whole, centred_box(cell, CELL)) for cell in cells)
        assert not any(
            overlap(first.box, second.box)
            for first, second in combinations([block for block in blocks if block.cells], 2)
        )

    @of_any_sizes
    def test_every_box_is_in_its_column(self, sizes):
        for block in columns(sizes, above=0, below=0).columns:
            assert all(contains(block.box, centred_box(cell, CELL)) for cell in block.cells)


@pytest.mark.parametrize("tied", [(1,), (2, 1), (3, 9, 4), (40, 1), (7, 30, 80)], ids=str)
@pytest.mark.parametrize("untied", [(), (1,), (25, 2)], ids=str)
class TestBands:
    def test_nothing_overlaps_and_every_box_is_in_its_band(self, tied, untied):
        placed = bands(tied, untied)

        assert [len(block.cells) for block in placed.blocks] == [*tied, *untied]
        assert apart([cell for block in placed.blocks for cell in block.cells])
        for block in placed.blocks:
            assert contains(placed.whole, block.box)
            assert all(contains(block.box, centred_box(cell, CELL)) for cell in block.cells)
        assert not any(
            overlap(first.box, second.box) for first, second in combinations(placed.blocks, 2)
        )

    def test_neighbours_are_in_different_rows(self, tied, untied):
        for block in bands(tied, untied).blocks[: len(tied)]:
            if len(block.cells) > 2:
                assert block.cells[0][1] != block.cells[1][1]


def test_no_bands_need_no_room():
    assert bands([]).blocks == ()


@pytest.mark.parametrize("size", [0, 1, 2, 3, 12, 25])
def test_boxes_round_an_ellipse_do_not_overlap(size):
    placed = ellipse(size)

    assert len(placed.places) == size
    assert apart(placed.places)
    assert all(
        contains(placed.whole, centred_box(at, (BOX_WIDTH, BOX_HEIGHT))) for at in placed.places
    )


def test_many_columns_fill_a_wide_screen():
    whole = columns([1, 6, 12, 6, 5], above=17, below=8).whole

    assert 1.3 < whole.width / whole.height < 2.6
    assert whole.width >= whole.height * SHAPE - 1


def test_a_box_holds_itself():
    assert contains(Box(0, 0, 1, 1), Box(0, 0, 1, 1))
