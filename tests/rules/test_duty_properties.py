"""Duties over random municipalities: what the package says, and what would hold in every one."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samordning_graph.graph.duties import applicable_duties
from samordning_graph.graph.duty_coverage import duty_coverage
from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.schema.duty import Requires, Selector, Tier
from tests.graph.test_duties import duty
from tests.helpers.cases import few
from tests.helpers.duty_oracle import DutyData, DutyOracle
from tests.helpers.oracle import Oracle, Table, Tables
from tests.helpers.tiny import TODAY, tiny
from tests.rules.test_properties import (
    HEADERS,
    has_agreement_that_alone_links,
    municipalities,
)

pytestmark = pytest.mark.slow

NAV = [{"kind": "unit", "service_type": ("nav-kontor",)}]
HOUSING = [{"kind": "unit", "service_type": ("boligkontor",)}]
REGISTER: list[DutyData] = [
    {"id": "typer", "a": NAV, "b": HOUSING},
    {
        "id": "avtale",
        "requires": "agreement",
        "a": [{"municipality": True}],
        "b": [{"kind": "external", "actor_type": ("nav-stat", "husbanken")}],
    },
    {
        "id": "tjeneste",
        "a": NAV,
        "b": [{"service": True}, {"kind": "unit", "service_type": ("boligkontor",)}],
    },
    {"id": "gruppe", "target_groups": ("eldre",), "a": NAV, "b": [{"serves": True}]},
    {
        "id": "kontakt",
        "requires": "contact",
        "target_groups": ("flyktninger",),
        "a": [{"kind": "external", "actor_type": ("fengsel",)}],
        "b": [{"kind": "unit", "serves": True}],
    },
    {"id": "alene", "alone": True, "a": NAV, "b": [*HOUSING, {"kind": "unit", "tasks": ("keep",)}]},
]
MOST_ACTORS = 5
"""Each blank cell doubles the municipalities that the second opinion looks at."""


def as_duty(data: DutyData) -> Any:
    return duty(
        id=data["id"],
        tier=Tier.CONDITIONAL if data.get("target_groups") else Tier.REQUIRED,
        requires=Requires(data.get("requires", "cooperation")),
        target_groups=data.get("target_groups", ()),
        alone=data.get("alone", False),
        **{side: tuple(Selector(**selector) for selector in data[side]) for side in "ab"},
    )


DUTIES = tuple(as_duty(data) for data in REGISTER)


@st.composite
def typed_municipalities(draw: st.DrawFn) -> Tables:
    """Random municipalities whose units have a type of service, another, or none."""
    tables = draw(municipalities())
    assume(len(tables["units"]) + len(tables["external_actors"]) <= MOST_ACTORS)
    types = st.sampled_from(["", "", "nav-kontor", "boligkontor", "annet"])
    sectors = st.sampled_from(["stab", "annet", ""])
    hosted = st.sampled_from([{}, {}, {"actor_type": "nabokommune", "sector": "sosial"}])
    return {
        **tables,
        "units": [
            row | {"service_type": draw(types), "sector": draw(sectors) or row["sector"]}
            for row in tables["units"]
        ],
        "external_actors": [
            {**row, "service_type": ""} | draw(hosted) for row in tables["external_actors"]
        ],
    }


def statuses(tables: Tables) -> dict[str, bool | None]:
    texts = {}
    for table, rows in tables.items():
        headers = HEADERS[table]
        texts[table] = "\n".join([";".join(headers), *(line(row, headers) for row in rows)])
    graph = tiny(AnalysisOptions(as_of=TODAY, duties=DUTIES), **texts)
    return {
        applicable.id: duty_coverage(graph, applicable).documented
        for applicable in applicable_duties(graph)
    }


def line(row: dict[str, str], headers: tuple[str, ...]) -> str:
    return ";".join(f'"{row.get(header, "")}"' for header in headers)


@few
@given(typed_municipalities())
def test_what_is_documented_is_what_holds_however_the_blank_cells_are_filled_in(tables: Tables):
    oracle = DutyOracle(Oracle(tables, TODAY))

    assert statuses(tables) == {
        data["id"]: oracle.documented(data) for data in REGISTER if oracle.applies(data)
    }


@few
@given(typed_municipalities(), st.data())
def test_knowing_less_makes_no_duty_undocumented(tables: Tables, data: st.DataObject):
    about_actors = ["service_type", "tasks", "target_groups", "surveyed"]
    column = data.draw(st.sampled_from([*about_actors, "agreement"]))
    tables_with_it = {"service_type": ["units"], "agreement": ["links"]}
    table = data.draw(st.sampled_from(tables_with_it.get(column, ["units", "external_actors"])))
    if column == "agreement":
        assume(not has_agreement_that_alone_links(tables))
    everywhere = st.just([*range(len(tables[table]))])
    of_one_row = st.sampled_from([[i] for i in range(len(tables[table]))] or [[]])
    which = data.draw(everywhere | of_one_row)
    before, after = statuses(tables), statuses(blanked(tables, table, column, which))

    assert {id_ for id_, status in after.items() if status is False} <= {
        id_ for id_, status in before.items() if status is False
    }


def blanked(tables: Tables, table: str, column: str, which: list[int]) -> Tables:
    rows: Table = [
        row | {column: ""} if i in which and column in row else row
        for i, row in enumerate(tables[table])
    ]
    return {**tables, table: rows}
