"""What looks like the name of a person where a role should stand: the cases of the meeting page too."""

import pytest

from samordning_graph.input.role_names import seems_to_name_person

KNOWN_WORDS = frozenset({"boligkontoret", "nav-kontoret", "ås", "dps", "helse", "nav"})


@pytest.mark.parametrize(
    "text",
    [
        "Kari Nordmann",
        "avtales med Åse-Marie Østby i dag",
        "Ola N. Hansen",
        "Leder (Kari Nordmann)",
        "D’Angelo Berg, leder",
    ],
)
def test_a_name_is_seen(text: str):
    assert seems_to_name_person(text, KNOWN_WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "leder for Boligkontoret",
        "Leder Boligkontoret",
        "Leder NAV-kontoret",
        "Leder NAV Stord",
        "Ås DPS",
        "Kommunalsjef",
        "Kommunalsjef, Rådgiver",
        "rådgiver i helse og bolig",
        "",
    ],
)
def test_a_role_is_no_name(text: str):
    assert not seems_to_name_person(text, KNOWN_WORDS)
