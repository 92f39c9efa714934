"""The key below a table: only what occurs in it, on as many lines as it needs."""

import pytest

from samordning_graph.drawing.marks import BoxMark, LineMark, TextMark
from samordning_graph.drawing.placed_table import TableNames, TableSize
from samordning_graph.drawing.strokes import BASIS_STROKES
from samordning_graph.drawing.table_key import key_marks
from samordning_graph.drawing.table_layout import lay_out
from samordning_graph.drawing.table_marks import (
    BORDER_OF_EXCLUDED,
    DASHES_OF_EXCLUDED,
    DrawnNode,
    TableScene,
)
from samordning_graph.drawing.table_order import TableGuests, order_table
from samordning_graph.drawing.text_width import text_width
from samordning_graph.rules.basis import Basis

TOP = 100


def scene(
    node: DrawnNode,
    *,
    width: float = 900,
    arenas: tuple[str, ...] = (),
    counts: bool = True,
) -> TableScene:
    guests = TableGuests(sectors={"s": ["a"]}, arenas=arenas, seats=[], pairs=[])
    names = TableNames(
        nodes={"a": "Alfa", "f": "Forum"}, sectors={"s": "Sosial"}, strong=frozenset()
    )
    layout = lay_out(order_table(guests), names, TableSize(width, 200), text_width)
    return TableScene(
        layout=layout, nodes={"a": node, "f": DrawnNode(counts=counts)}, fills={}, ties=()
    )


def words(marks) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, TextMark)]


def test_only_what_occurs_is_in_the_key():
    bare, _end = key_marks(scene(DrawnNode()), set(), TOP)
    full, _end = key_marks(
        scene(DrawnNode(was_asked=False, is_without_ties=True), arenas=("f",)), {Basis.HINT}, TOP
    )

    assert words(bare) == ["■ municipal ● external"]
    assert words(full) == [
        "Ground:",
        "same target group",
        "■ municipal ● external",
        "□ ○ not asked",
        "9 = how many take part",
        "no known ties",
    ]
    assert sum(isinstance(mark, BoxMark) for mark in full) == 1


def test_a_dashed_arena_is_in_the_key_with_its_frame_only_where_one_is_drawn():
    text = "does not count as a meeting place"
    counted, _end = key_marks(scene(DrawnNode(), arenas=("f",)), set(), TOP)
    excluded, _end = key_marks(scene(DrawnNode(), arenas=("f",), counts=False), set(), TOP)
    (frame,) = (mark for mark in excluded if isinstance(mark, BoxMark))

    assert text not in words(counted)
    assert words(excluded)[-1] == text
    assert (frame.border, frame.dashes) == (BORDER_OF_EXCLUDED, DASHES_OF_EXCLUDED)


@pytest.mark.parametrize("basis", Basis)
def test_a_ground_has_the_stroke_of_its_basis(basis: Basis):
    marks, _end = key_marks(scene(DrawnNode()), {basis}, TOP)
    (line,) = (mark for mark in marks if isinstance(mark, LineMark))

    assert (line.width, line.dashes) == (BASIS_STROKES[basis].width, BASIS_STROKES[basis].dashes)


def test_it_takes_a_second_line_rather_than_run_out_of_the_picture():
    wide, end_of_wide = key_marks(scene(DrawnNode()), {*Basis}, TOP)
    narrow, end_of_narrow = key_marks(scene(DrawnNode(), width=400), {*Basis}, TOP)

    assert words(wide) == words(narrow)
    assert TOP < end_of_wide < end_of_narrow
    for mark in narrow:
        if isinstance(mark, TextMark):
            assert mark.x + text_width(mark.text, mark.size) <= 400
