"""Which duties apply in a municipality, and to whom."""

import pytest

from samordning_graph.graph.duties import applicable_duties, groups_served
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.schema.duty import Duty, Selector, Tier
from samordning_graph.schema.source_location import SourceLocation
from tests.helpers.tiny import TODAY, tiny

UNIT = Selector(kind="unit")


def duty(**properties) -> Duty:
    """A required duty between a unit in bolig and an external actor, unless `properties` differ."""
    known = {
        "id": "plikt",
        "law": "lov",
        "section": "",
        "tier": Tier.REQUIRED,
        "force": "skal",
        "level": "system",
        "target_groups": (),
        "a": (Selector(kind="unit", sector=("bolig",)),),
        "b": (Selector(kind="external"),),
        "verified": True,
        "source": "",
        "place": SourceLocation("plikter.yaml", row=1),
        "texts": {"clause_nb": "De skal snakke sammen."},
    }
    return Duty(**{**known, **properties})


def with_duties(*duties: Duty, **tables: str) -> Graph:
    return tiny(AnalysisOptions(as_of=TODAY, duties=duties), **tables)


def sides(graph: Graph) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(applicable.id, applicable.a, applicable.b) for applicable in applicable_duties(graph)]


UNITS = "id;name;sector;tasks;target_groups\nb;Bolig;bolig;skaffe;eldre\nh;Helse;helse;;eldre"
OUTSIDE = "id;name;actor_type;target_groups\nf;Fengsel;fengsel;\nv;Værested;ideell;eldre"


def test_a_side_is_whoever_fits_one_of_its_selectors():
    selectors = (Selector(actor_type=("fengsel",)), Selector(kind="unit", sector=("helse",)))
    graph = with_duties(duty(b=selectors), units=UNITS, external_actors=OUTSIDE)

    assert sides(graph) == [("plikt", ("b",), ("f", "h"))]


def test_all_that_a_selector_says_must_hold():
    graph = with_duties(duty(a=(Selector(sector=("bolig",), tasks=("keep",)),)), units=UNITS)

    assert sides(graph) == [("plikt", (), ())]


def test_nobody_is_the_other_party_to_their_own_duty():
    graph = with_duties(duty(b=(UNIT,)), units=UNITS)

    assert sides(graph) == [("plikt", ("b",), ("h",))]


def test_a_conditional_duty_applies_when_a_group_is_served_by_anyone_or_in_an_arena():
    conditional = duty(tier=Tier.CONDITIONAL, target_groups=("flyktninger",))
    arena = {"arenas": "name;target_groups\nForum;flyktninger"}
    unit = {"units": "name;sector;target_groups\nBolig;bolig;flyktninger"}

    assert sides(with_duties(conditional, units=UNITS)) == []
    assert [
        duty_id for duty_id, *_sides in sides(with_duties(conditional, units=UNITS, **arena))
    ] == ["plikt"]
    assert [duty_id for duty_id, *_sides in sides(with_duties(conditional, **unit))] == ["plikt"]
    assert groups_served(with_duties(units=UNITS, **arena)) == {"eldre", "flyktninger"}


WELCOME = duty(
    tier=Tier.CONDITIONAL,
    target_groups=("flyktninger",),
    a=(Selector(kind="unit", service_type=("flyktningtjeneste",)),),
    b=(Selector(serves=True),),
)


@pytest.mark.parametrize(
    ("units", "applies_if"),
    [
        ("f;Flyktningteamet;integrering;\nl;Laget;helse;\np;Planen;plan;", ("f",)),
        ("l;Laget;helse;\nk;Krisesenteret;sosial;eldre", ("l",)),
        ("k;Krisesenteret;sosial;", ("k",)),
        ("f;Flyktningteamet;integrering;egne", ("f",)),
        ("f;Flyktningteamet;integrering;flyktninger\nl;Laget;helse;", ()),
    ],
)
def test_a_duty_may_apply_where_one_who_could_be_on_a_side_says_no_group(units, applies_if):
    graph = with_duties(
        WELCOME,
        units=f"id;name;sector;target_groups\n{units}",
        vocabulary="list;id;name\nmålgruppe;egne;Våre egne",
    )
    (applicable,) = applicable_duties(graph)

    assert applicable.applies_if == applies_if


def test_a_duty_does_not_apply_where_all_on_its_sides_say_other_groups():
    units = "id;name;sector;target_groups\nf;Flyktningteamet;integrering;eldre\nk;Kommunestyret;ledelse;"

    assert sides(with_duties(WELCOME, units=units)) == []


def test_where_the_side_that_serves_says_other_groups_no_blank_cell_of_the_other_side_decides():
    units = (
        "id;name;sector;target_groups\nf;Flyktningteamet;integrering;eldre\nk;Krisesenteret;sosial;"
    )

    assert sides(with_duties(WELCOME, units=units)) == []


@pytest.mark.parametrize(
    ("groups", "applies_if"), [("", ("n",)), ("eldre", None), ("flyktninger", ())]
)
def test_of_a_duty_of_the_state_the_services_say_whom_they_serve(groups, applies_if):
    notice = duty(
        tier=Tier.CONDITIONAL,
        target_groups=("flyktninger",),
        a=(Selector(kind="external", actor_type=("namsmann",)),),
        b=(Selector(kind="unit", service_type=("nav-kontor",)),),
    )
    graph = with_duties(
        notice,
        units=f"id;name;sector;target_groups\nn;NAV;sosial;{groups}",
        external_actors="id;name;actor_type\nm;Namsmannen;namsmann",
    )

    assert [applicable.applies_if for applicable in applicable_duties(graph)] == (
        [] if applies_if is None else [applies_if]
    )


def test_serving_is_about_the_groups_of_the_duty():
    serving = duty(tier=Tier.CONDITIONAL, target_groups=("eldre",), b=(Selector(serves=True),))

    assert sides(with_duties(serving, units=UNITS, external_actors=OUTSIDE)) == [
        ("plikt", ("b",), ("h", "v"))
    ]


def test_management_and_staff_serve_nobody_by_their_sector_or_type():
    units = (
        "id;name;sector;service_type;target_groups\nb;Bolig;bolig;;\nø;Økonomi;stab;;\n"
        "k;Kommunen;ledelse;;eldre\nr;Rådet;plan;politisk-organ;\na;Torget;annet;;"
    )
    serving = duty(target_groups=("eldre",), b=(Selector(serves=True),))
    arena = {"arenas": "name;target_groups\nForum;eldre"}
    (applicable,) = applicable_duties(with_duties(serving, units=units, **arena))

    assert (applicable.b, set(applicable.possible_b)) == ((), {"a"})


def test_processes_and_agreements_are_no_duty_between_parties():
    not_between_parties = (duty(id="x", tier=Tier.PROCESS), duty(id="y", tier=Tier.RECOMMENDED))

    assert sides(with_duties(*not_between_parties, units=UNITS)) == []


def test_what_the_municipality_requires_is_a_duty_of_two_once_for_each_pair():
    required = "actor_a;actor_b;reason\nh;b;Avklare\nb;h;En gang til"
    graph = with_duties(units=UNITS, local_requirements=required)
    (applicable,) = applicable_duties(graph)

    assert (applicable.id, applicable.tier, applicable.actors) == (
        "local-b-h",
        Tier.LOCAL,
        ("b", "h"),
    )
    assert applicable.requirement.reason == "Avklare"


def test_the_built_in_register_holds_unless_another_is_given():
    assert "sosialtjenesteloven-15" in {
        applicable.id for applicable in applicable_duties(tiny(units=UNITS))
    }
    assert sides(with_duties(units=UNITS)) == []
