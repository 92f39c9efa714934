"""The grid of the goals: what is not documented is a hole, and those with most holes come first."""

from samordning_graph.map.page.goal_grid import goal_grid
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny


def texts(row):
    return [cell.text for cell in row.cells]


def test_a_goal_that_hangs_together_has_no_hole():
    grid = goal_grid(municipality("eksempel"))
    whole = next(row for row in grid.rows if row.name == "Flere skal eie egen bolig")
    assert texts(whole) == [
        "Barnefamilier leier utrygt",
        "Boligkontoret",
        "2 sektorer",
        "Startlånsutvalget",
        "Startlån til barnefamilier",
    ]
    assert whole.holes == 0
    assert grid.message == "4 av 12 mål og strategier henger sammen hele veien"


def test_those_with_most_holes_come_first_and_what_is_not_there_is_said():
    grid = goal_grid(municipality("eksempel"))
    holes = [row.holes for row in grid.rows]
    assert holes == sorted(holes, reverse=True)
    assert holes[0] == 4
    for row in grid.rows:
        for place in (0, 1, 3, 4):
            cell = row.cells[place]
            assert cell.is_hole == (cell.text == "ikke dokumentert")


def test_strategies_are_told_apart_and_challenges_without_a_goal_are_named():
    grid = goal_grid(municipality("eksempel"))
    assert {row.kind for row in grid.rows} == {"", "strategi"}
    assert grid.note == "Utfordringer uten mål: Mangler bolig ved løslatelse."


def test_a_measure_outside_the_budget_is_said_only_where_there_is_no_other():
    tables = {
        "goals": "name\nG",
        "measures": "name;realises;budgeted\nInne;G;ja\nUte;G;nei",
    }
    (row,) = goal_grid(tiny(**tables)).rows
    assert (row.cells[4].text, row.cells[4].more, row.cells[4].remark) == ("Inne", 1, "")
    tables["measures"] = "name;realises;budgeted\nUte;G;nei"
    (row,) = goal_grid(tiny(**tables)).rows
    assert row.cells[4].remark == "ikke i budsjettet"


def test_one_sector_is_a_hole_of_its_own_kind():
    (row,) = goal_grid(
        tiny(
            units="name;sector\nA;bolig\nB;bolig",
            goals="name\nG",
            goal_owners="actor;goal\nA;G\nB;G",
        )
    ).rows
    assert row.cells[2].text == "1 sektor"
    assert row.cells[2].is_hole


def test_a_town_without_goals_has_no_rows():
    grid = goal_grid(tiny(units="name;sector\nA;bolig"))
    assert grid.rows == ()
    assert grid.note == ""
