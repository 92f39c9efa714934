"""Names of files as they are shown: without control signs, and whatever bytes they hold."""

import pytest

from samordning_graph.common.shown_path import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("kart på Ås.html", "kart på Ås.html"),
        ("kart\x1b[2J.html", "kart?[2J.html"),
        ("by\udcff", "by?"),
        ("\udcc3\udca6 og ø", "æ og ø"),  # a name in UTF-8, read where all is ASCII
        ("\ud800 æ", "? æ"),
        ("to\nlinjer æ", "to\nlinjer æ"),
    ],
)
def test_what_is_no_text_is_a_question_mark(text, shown):
    assert printable(text).replace("�", "?") == shown
