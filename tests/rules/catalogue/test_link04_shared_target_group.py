"""LINK04: two actors serve the same target group without meeting."""

import pytest

from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.catalogue.link04_shared_target_group import RULE
from samordning_graph.rules.finding import Confidence
from samordning_graph.rules.rule import Case
from tests.helpers.tiny import findings_of, found, tiny

UNITS = 'name;sector;target_groups\nBolig;bolig;"eldre;flyktninger"\nRus;helse;eldre\nHjelp;plan;'
PAIR = [Case("bolig", ("rus",))]


def serving(**more: str) -> Graph:
    """Bolig and Rus serve the same group. Something unrelated is filled in."""
    return tiny(
        **{
            "units": UNITS,
            "arenas": "name;participants_complete\nForum;ja",
            "participation": "actor;arena\nHjelp;Forum",
        }
        | more
    )


def test_two_who_serve_the_same_group_across_sectors_and_never_meet_are_found():
    assert found(RULE, serving()) == PAIR
    assert RULE.assess(serving()).examined == 1


def test_two_who_meet_or_are_linked_are_not_found():
    for covered in (
        {"links": "from;to\nRus;Bolig"},
        {"participation": "actor;arena\nRus;Forum\nBolig;Forum"},
    ):
        assert found(RULE, serving(**covered)) == []


def test_two_who_serve_different_groups_are_no_pair():
    graph = serving(units=UNITS.replace("helse;eldre", "helse;barnefamilier"))

    assert RULE.assess(graph).examined == 0
    assert RULE.assess(graph).reason


def test_a_group_is_the_same_however_it_is_written():
    graph = serving(units=UNITS.replace("helse;eldre", "helse;Older people"))

    assert found(RULE, graph) == PAIR


def test_a_group_of_the_municipalitys_own_counts():
    graph = serving(
        units=UNITS.replace("helse;eldre", "helse;unge på hybel").replace(
            "flyktninger", "unge på hybel"
        ),
        vocabulary="list;id;name\nmålgruppe;unge-pa-hybel;Unge på hybel",
    )

    assert found(RULE, graph) == PAIR


@pytest.mark.parametrize("written", ["losloste", "Løslatte", "lost-fra-fengsel", "innsatte"])
def test_a_group_of_the_municipalitys_own_is_the_built_in_one_whose_name_it_has(written: str):
    graph = serving(
        units="name;sector;target_groups\nBolig;bolig;Løslatte\nHjelp;plan;",
        external_actors=f"name;actor_type;target_groups\nFengselet;fengsel;{written}",
        vocabulary="list;id;name\ntarget_group;losloste;Løslatte",
    )

    assert found(RULE, graph) == [Case("bolig", ("fengselet",))]


def test_those_in_one_sector_or_line_are_no_pair():
    sector = serving(units=UNITS.replace(";bolig;", ";helse;"))
    line = serving(
        units="name;sector;part_of;target_groups\nBolig;bolig;Rus;eldre\nRus;helse;;eldre\nHjelp;plan;;"
    )

    assert RULE.assess(sector).examined == 0
    assert RULE.assess(line).examined == 0


def test_the_two_parts_of_nav_are_in_one_sector():
    graph = serving(
        units="name;sector;target_groups\nNAV;sosial;eldre\nHjelp;plan;",
        external_actors="name;actor_type;target_groups\nNAV stat;nav-stat;eldre",
    )

    assert RULE.assess(graph).examined == 0


def test_external_actors_are_pairs_with_units_and_never_with_each_other():
    graph = serving(
        units="name;sector;target_groups\nBolig;bolig;eldre\nHjelp;plan;",
        external_actors="name;actor_type;target_groups\nRus;tsb;eldre\nFengselet;fengsel;eldre",
    )

    assert found(RULE, graph) == [Case("bolig", ("fengselet",)), Case("bolig", ("rus",))]


def test_a_group_served_by_those_below_is_not_served_by_those_above():
    graph = serving(
        units="name;sector;part_of;target_groups\nTopp;sosial;;\nBolig;bolig;Topp;eldre\n"
        "Rus;helse;;eldre\nHjelp;plan;;"
    )

    assert found(RULE, graph) == PAIR


def test_a_pair_that_a_list_could_have_shown_is_not_assessed():
    assessment = RULE.assess(
        serving(
            units="name;sector;target_groups\nBolig;bolig;eldre\nRus;helse;eldre\nPlan;plan;eldre",
            arenas="name\nForum",
            participation="actor;arena\nBolig;Forum",
        )
    )

    assert list(assessment.found) == [Case("plan", ("rus",))]
    assert list(assessment.undetermined) == [Case("bolig", ("plan",)), Case("bolig", ("rus",))]
    assert assessment.examined == 1


def test_nothing_is_examined_where_no_tie_is_filled_in():
    assessment = RULE.assess(serving(participation="actor;arena\n"))

    assert assessment.examined == 0
    assert assessment.reason


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(("ja", "ja"), Confidence.BOTH), (("", "ja"), Confidence.ONE), (("", ""), Confidence.NONE)],
)
def test_it_is_a_hint_that_names_the_group(asked: tuple[str, str], expected: Confidence):
    graph = serving(
        units="name;sector;target_groups;surveyed\n"
        f"Bolig;bolig;eldre;{asked[0]}\nRus;helse;eldre;{asked[1]}\nHjelp;plan;;"
    )
    (finding,) = findings_of(RULE, graph)

    assert finding.basis is Basis.HINT
    assert finding.confidence is expected
    (pair_ground,) = RULE.pair_grounds
    assert pair_ground.reason(graph, "bolig", "rus").via == ("eldre",)


@pytest.mark.parametrize(
    ("row", "cases"),
    [
        ("Rådet;plan;politisk organ;eldre", 0),
        ("Kommunestyret;plan;;eldre", 0),
        ("Laget;plan;;eldre", 1),
        ("Rådet;plan;politisk organ;", 0),
    ],
)
def test_to_decide_for_a_group_is_not_to_serve_it(row: str, cases: int):
    graph = serving(
        units=f"name;sector;service_type;target_groups\nBolig;bolig;;eldre\nHjelp;plan;;\n{row}"
    )

    assert len(found(RULE, graph)) == cases
    assert RULE.assess(graph).examined == cases
