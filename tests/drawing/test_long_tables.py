"""The cases that hold Python and the scripts of the map to the same picture.

`UPDATE_GOLDEN=1 python -m pytest tests/drawing/test_long_tables.py` writes what Python makes of them.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

from samordning_graph.drawing.table_folding import rows_that_fit
from samordning_graph.drawing.table_places import places_of
from samordning_graph.drawing.table_routes import membership
from samordning_graph.drawing.text_width import ADVANCES
from tests.drawing.cases import CASES

FILE = Path(__file__).with_name("long_tables.json")


def numbers(value):
    """Return the same with numbers that every machine writes alike."""
    match value:
        case float():
            return round(value, 4)
        case dict():
            return {key: numbers(each) for key, each in value.items()}
        case list() | tuple():
            return [numbers(each) for each in value]
    return value


def in_json(case, opened, *, are_few):
    table = case.of_pairs() if are_few else case.folded(opened)
    layout = case.laid_out(table, are_few=are_few)
    seats = [
        seat for seat in case.guests.seats if seat[0] in layout.rows and seat[1] in layout.pills
    ]
    return {
        "given": {
            "table": asdict(case.whole),
            "capacity": rows_that_fit(case.size.height),
            "wanted": case.wanted,
            "weights": dict(case.weights),
            "opened": opened,
            "areFew": are_few,
            "size": asdict(case.size),
            "names": case.names.nodes,
            "sectors": case.names.sectors,
            "strong": sorted(case.names.strong),
            "lines": [asdict(line) for line in case.lines],
            "seats": seats,
        },
        "expected": {
            "table": asdict(table),
            "layout": asdict(layout),
            "routes": [asdict(route) for route in case.routes(layout)],
            "memberships": [membership(layout, *seat) for seat in seats],
            "places": places_of(case.whole),
        },
    }


def cases_in_json():
    advances = {"regular": ADVANCES[False], "bold": ADVANCES[True]}
    ways = [
        (case, opened, few)
        for case in CASES
        for opened, few in (
            (None, False),
            (next(iter(case.guests.sectors), None), False),
            (None, True),
        )
        if not opened or len(list(case.whole.rows())) > 100
    ]
    found = [in_json(case, opened, are_few=few) for case, opened, few in ways]
    return {"advances": advances, "cases": numbers(found)}


def test_python_makes_of_the_cases_what_the_file_says():
    text = json.dumps(cases_in_json(), ensure_ascii=False, separators=(",", ":")) + "\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        FILE.write_text(text, encoding="utf-8")

    assert json.loads(FILE.read_text(encoding="utf-8")) == json.loads(text)
