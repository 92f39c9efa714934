"""Which arenas gather nearly the same people; ARENA04 has the cases in words."""

import pytest

from samordning_graph.graph.overlapping_arenas import comparable_arenas, overlapping_arenas
from tests.helpers.tiny import tiny

NAMES = ("A", "B", "C", "D", "E")


def overlap(first: str, second: str, levels: str = ";") -> tuple[tuple[str, str], ...]:
    first_level, second_level = levels.split(";")
    graph = tiny(
        units="\n".join(["name;sector", *(f"{name};stab" for name in NAMES)]),
        arenas=f"name;level\nEn;{first_level}\nTo;{second_level}",
        participation="\n".join(
            ["actor;arena", *(f"{n};En" for n in first), *(f"{n};To" for n in second)]
        ),
    )
    return overlapping_arenas(graph)


@pytest.mark.parametrize(
    ("first", "second", "levels", "found"),
    [
        ("ABC", "ABC", ";", True),
        ("ABCD", "ABC", ";", True),
        ("ABCDE", "ABC", ";", False),  # less than two thirds
        ("AB", "AB", ";", False),  # fewer than three
        ("ABC", "ABC", "taktisk;operativ", False),
        ("ABC", "ABC", "taktisk;", True),
    ],
)
def test_most_of_their_people_are_the_same(first: str, second: str, levels: str, found: bool):
    assert overlap(first, second, levels) == ((("en", "to"),) if found else ())


def test_only_arenas_with_three_are_compared():
    graph = tiny(
        units="\n".join(["name;sector", *(f"{name};stab" for name in NAMES)]),
        arenas="name\nEn\nTo",
        participation="actor;arena\nA;En\nB;En\nC;En\nA;To\nB;To",
    )
    assert [arena.id for arena in comparable_arenas(graph)] == ["en"]
