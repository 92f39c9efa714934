"""Which duties apply in a municipality, and to whom."""

from samordning_graph.graph.duties import applicable_duties, groups_served
from samordning_graph.graph.graph import AnalysisOptions, Graph
from samordning_graph.schema.duty_register import Duty, Selector, Tier
from samordning_graph.schema.source_location import SourceLocation
from tests.helpers.tiny import TODAY, tiny

UNIT = Selector(kind="unit")


def duty(**said) -> Duty:
    """A required duty between a unit in bolig and an external actor, unless said otherwise."""
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
    return Duty(**{**known, **said})


def town(*duties: Duty, **tables: str) -> Graph:
    return tiny(AnalysisOptions(as_of=TODAY, duties=duties), **tables)


def sides(graph: Graph) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.id, one.a, one.b) for one in applicable_duties(graph)]


UNITS = "id;name;sector;tasks;target_groups\nb;Bolig;bolig;skaffe;eldre\nh;Helse;helse;;eldre"
OUTSIDE = "id;name;actor_type;target_groups\nf;Fengsel;fengsel;\nv;Værested;ideell;eldre"


def test_a_side_is_whoever_fits_one_of_its_selectors():
    either = (Selector(actor_type=("fengsel",)), Selector(kind="unit", sector=("helse",)))
    graph = town(duty(b=either), units=UNITS, external_actors=OUTSIDE)

    assert sides(graph) == [("plikt", ("b",), ("f", "h"))]


def test_all_that_a_selector_says_must_hold():
    graph = town(duty(a=(Selector(sector=("bolig",), tasks=("keep",)),)), units=UNITS)

    assert sides(graph) == [("plikt", (), ())]


def test_nobody_is_the_other_party_to_their_own_duty():
    graph = town(duty(b=(UNIT,)), units=UNITS)

    assert sides(graph) == [("plikt", ("b",), ("h",))]


def test_a_conditional_duty_applies_when_a_group_is_served_by_anyone_or_in_an_arena():
    conditional = duty(tier=Tier.CONDITIONAL, target_groups=("flyktninger",))
    arena = {"arenas": "name;target_groups\nForum;flyktninger"}
    unit = {"units": "name;sector;target_groups\nBolig;bolig;flyktninger"}

    assert sides(town(conditional, units=UNITS)) == []
    assert [one for one, *_sides in sides(town(conditional, units=UNITS, **arena))] == ["plikt"]
    assert [one for one, *_sides in sides(town(conditional, **unit))] == ["plikt"]
    assert groups_served(town(units=UNITS, **arena)) == {"eldre", "flyktninger"}


def test_serving_is_about_the_groups_of_the_duty():
    serving = duty(tier=Tier.CONDITIONAL, target_groups=("eldre",), b=(Selector(serves=True),))

    assert sides(town(serving, units=UNITS, external_actors=OUTSIDE)) == [
        ("plikt", ("b",), ("h", "v"))
    ]


def test_processes_and_agreements_are_no_duty_between_parties():
    others = (duty(id="x", tier=Tier.PROCESS), duty(id="y", tier=Tier.RECOMMENDED))

    assert sides(town(*others, units=UNITS)) == []


def test_what_the_municipality_requires_is_a_duty_of_two_once_for_each_pair():
    required = "actor_a;actor_b;reason\nh;b;Avklare\nb;h;En gang til"
    graph = town(units=UNITS, local_requirements=required)
    (one,) = applicable_duties(graph)

    assert (one.id, one.tier, one.actors) == ("local-b-h", Tier.LOCAL, ("b", "h"))
    assert one.requirement.reason == "Avklare"


def test_the_built_in_register_holds_unless_another_is_given():
    assert "sosialtjenesteloven-15" in {one.id for one in applicable_duties(tiny(units=UNITS))}
    assert sides(town(units=UNITS)) == []
