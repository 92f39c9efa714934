"""What a message of a commit must look like."""

import pytest

from tools.check_commits import faults

LONG = "rules: " + "a" * 65


@pytest.mark.parametrize(
    "message",
    [
        "rules: find arenas without minutes\n",
        "property graph: load one municipality at a time\n\nThe heap was full.\n",
        LONG + "\n",
    ],
)
def test_a_message_with_area_and_reason_is_right(message: str):
    assert list(faults(message)) == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("Find arenas without minutes\n", "area"),
        ("rules: find arenas without minutes.\n", "full stop"),
        ("rules:find arenas\n", "area"),
        ("", "area"),
        (LONG + "a\n", "73 letters"),
        ("rules: find arenas\nwithout minutes\n", "blank"),
    ],
)
def test_what_is_wrong_is_said(message: str, fault: str):
    [only] = faults(message)

    assert fault in only
