"""Where rows are known from, and when: in one line, each source once."""

from datetime import date

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.rules.finding import Evidence
from samordning_graph.rules.sources import is_older_than_law, remark_line, source_line
from samordning_graph.schema.source_location import SourceLocation

OLD, BEFORE, IN_FORCE = date(2015, 1, 1), date(2023, 6, 30), date(2023, 7, 1)
INTERVIEW = date(2026, 9, 8)


def row(source: str = "", day: date | None = None, remark: str = "", text: str = "") -> Evidence:
    return Evidence(
        SourceLocation("x.csv", row=2), text, source=source, source_date=day, comment=remark
    )


SEARCHED = Evidence(SourceLocation("y.csv"), "Links: 3 rows were searched.", of_absence=True)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([SEARCHED], ""),
        (
            [
                row("Årsrapport 2024", IN_FORCE),
                row("intervju NAV"),
                row("Årsrapport 2024", IN_FORCE),
            ],
            "Årsrapport 2024 (01.07.2023); intervju NAV (udatert).",
        ),
        (
            [row("Kartlegging", INTERVIEW), row("Kartlegging", date(2026, 9, 15))],
            "Kartlegging (08.09.2026–15.09.2026).",
        ),
        ([row("A", INTERVIEW), row("A")], "A (08.09.2026; noen udatert)."),
        ([row("A"), row("B"), SEARCHED], "A; B. Ingen av de 2 radene har kildedato."),
        ([row()], "ikke oppgitt. Raden har ingen kildedato."),
        ([row("", INTERVIEW)], "ikke oppgitt (08.09.2026)."),
    ],
)
def test_a_line_says_each_source_once_with_its_days(rows, line):
    with in_language("nb"):
        line_of_rows = source_line(rows)

    assert line_of_rows == line


def test_the_first_few_sources_are_named_and_the_rest_counted():
    with in_language("nb"):
        line_of_rows = source_line([row(name, INTERVIEW) for name in "ABCDE"])

    assert line_of_rows.startswith("A (08.09.2026); B (08.09.2026); C (08.09.2026); og 2 til")


@pytest.mark.parametrize(
    ("rows", "is_older"),
    [
        ([row("A", OLD), row("B", BEFORE), SEARCHED], True),
        ([row("A", OLD), row("B", IN_FORCE)], False),
        ([row("A", OLD), row("B")], False),
        ([SEARCHED], False),
        ([], False),
    ],
)
def test_older_than_the_law_is_where_every_row_is_known_to_be(rows, is_older: bool):
    with in_language("nb"):
        line_of_rows = source_line(rows)

    assert is_older_than_law(rows) is is_older
    assert ("Eldre enn boligsosialloven (01.07.2023)." in line_of_rows) is is_older


def test_remarks_stand_once_each_after_what_the_row_says():
    rows = [
        row(remark="Ikke fornyet", text="A – B"),
        row(remark="Ikke fornyet", text="A – C"),
        row(),
    ]

    assert remark_line(rows) == "A – B: «Ikke fornyet»"
    assert remark_line([row(), SEARCHED]) == ""
    assert len(remark_line([row(remark="x" * 5_000)])) < 300
