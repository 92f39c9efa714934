"""The same fault in every row of a long file: the work grows with the rows, not with their square."""

import time
from collections.abc import Callable

import pytest

from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from tests.helpers.files import csv_folder
from tests.helpers.tiny import TODAY

FEW, TIMES = 2000, 6
MOST = 3 * TIMES
"""Times as much work as for few rows that is allowed: the square would be more."""


def table(header: str, row: Callable[[int], str]) -> Callable[[int], str]:
    return lambda rows: "\n".join([header, *map(row, range(rows))])


def units(columns: str, row: Callable[[int], str]) -> dict[str, Callable[[int], str]]:
    return {"units": table(columns, row)}


LONG = {
    "nobody above": units("name;sector;part_of", lambda n: f"Enhet {n};bolig;Noen {n}"),
    "totals": units("name;sector", lambda n: "Sum;2" if n > 2 else f"Enhet {n};bolig"),
    "a label of colons": {"units": lambda rows: "name;sector\nSum" + ": " * rows + ";bolig\n"},
    "sums of nothing": units("name;sector;kostra", lambda n: ";;0" if n > 2 else f"E{n};bolig;0"),
    "the same nobody": units("name;sector;part_of", lambda n: f"Enhet {n};bolig;Noen"),
    "one name, other ids": units("id;name;sector;part_of", lambda n: f"u{n};Enhet;bolig;Enhet"),
    "the same name": units("name;sector", lambda n: "Enhet;bolig"),
    "the number as id": units("id;name;sector", lambda n: f"0000;Enhet {n};bolig"),
    "two above each other": units("name;sector;part_of", lambda n: f"E{n};bolig;E{n ^ 1}"),
    "above itself": units("name;sector;part_of", lambda n: f"E{n};bolig;E{n}"),
    "unknown sectors": units("name;sector", lambda n: f"Enhet {n};sektor {n}"),
    "unknown words of many": {
        "units": table("name;sector;target_groups", lambda n: f"Enhet {n};bolig;ukjent {n}"),
        "vocabulary": table("list;id;name", lambda n: f"target_group;g{n};Gruppe {n}"),
    },
    "unknown participants": {
        "participation": table("actor;arena;role", lambda n: f"Enhet {n};Arena {n};rolle {n}")
    },
    "no contact and an agreement": {
        "links": table(
            "from;to;strength;agreement",
            lambda n: "Bolig;Rus;ingen kontakt;" if n % 2 else f"Bolig;Rus;samarbeid;Avtale {n}",
        )
    },
}


@pytest.mark.parametrize("tables", LONG.values(), ids=LONG.keys())
def test_the_work_grows_with_the_rows(tables, tmp_path):
    def work(rows: int) -> float:
        folder = csv_folder(
            tmp_path / str(rows), **{name: text(rows) for name, text in tables.items()}
        )
        begun = time.process_time()
        source = read_source(folder)
        validate(source, TODAY)
        return time.process_time() - begun

    work(10)  # the lists of words are read
    # The square is too much each time; what else the machine does is not.
    assert any(work(FEW * TIMES) < MOST * work(FEW) for _attempt in range(3))
