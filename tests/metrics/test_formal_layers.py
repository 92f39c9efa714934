"""The formal and the informal layer: what the rows say, and links beside meetings."""

from datetime import date

import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.metrics.formal_layers import formal_layers
from tests.helpers.tiny import tiny

UNITS = "name;sector\nA;bolig\nB;helse\nC;plan"
HEADER = "from;to;strength;formal;agreement;valid_to\n"


def written(*rows: str, options: AnalysisOptions | None = None) -> tuple[int, int, int]:
    found = formal_layers(tiny(options, units=UNITS, links=HEADER + "\n".join(rows)))
    return found.formal, found.informal, found.unknown


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["A;B;samarbeid;ja;;"], (1, 0, 0)),
        (["A;B;samarbeid;nei;;"], (0, 1, 0)),
        (["A;B;samarbeid;;;"], (0, 0, 1)),
        (["A;B;samarbeid;nei;;", "B;A;samarbeid;ja;;"], (1, 0, 0)),
        (["A;B;samarbeid;nei;;", "B;A;samarbeid;;;"], (0, 0, 1)),
        (["A;B;samarbeid;nei;;", "B;A;samarbeid;nei;;"], (0, 1, 0)),
        (["A;B;;;Avtale;"], (1, 0, 0)),
        (["A;B;;nei;Muntlig avtale;"], (0, 1, 0)),
        (["A;B;samarbeid;nei;;", "A;B;;;Avtale;"], (1, 0, 0)),
        (["A;B;kjennskap;ja;;"], (0, 0, 0)),
        ([], (0, 0, 0)),
    ],
    ids=[
        "yes",
        "no",
        "not said",
        "one of two says yes",
        "one of two says no",
        "both say no",
        "an agreement",
        "an agreement not in writing",
        "an agreement beside",
        "an acquaintance is no link",
        "no links",
    ],
)
def test_a_link_is_formal_when_a_row_says_so_or_an_agreement_is_in_force(rows, expected):
    assert written(*rows) == expected


def test_an_expired_agreement_settles_nothing():
    rows = ("A;B;samarbeid;;;", "A;B;;;Avtale;2026-06-30")

    assert written(*rows, options=AnalysisOptions(as_of=date(2026, 6, 30))) == (1, 0, 0)
    assert written(*rows, options=AnalysisOptions(as_of=date(2026, 7, 1))) == (0, 0, 1)


def test_linked_pairs_are_split_by_whether_they_meet():
    found = formal_layers(
        tiny(
            units=UNITS,
            arenas="name\nForum",
            participation="actor;arena\nA;Forum\nB;Forum",
            links="from;to\nA;B\nB;C",
        )
    )
    assert (found.linked_and_meeting, found.linked_only, found.meeting_only) == (1, 1, 0)

    apart = formal_layers(
        tiny(
            units=UNITS,
            arenas="name\nForum",
            participation="actor;arena\nA;Forum\nB;Forum",
            links="from;to\nB;C",
        )
    )
    assert (apart.linked_and_meeting, apart.linked_only, apart.meeting_only) == (0, 1, 1)
