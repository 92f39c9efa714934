from dataclasses import replace

import pytest

from samordning_graph.graph.build import build
from samordning_graph.graph.sector_colours import sector_colours
from samordning_graph.property_graph.export.contents import Contents
from samordning_graph.property_graph.export.network import Network, attributes_in_use
from tests.helpers.tiny import tiny_model
from tests.property_graph.export.reading import example_models, nodes_of, ties_of

UNITS = "name;sector\nBolig;bolig\nRus;helse\n"


def network(**tables):
    return Network(Contents([tiny_model(**tables)]))


def tie(found, type_):
    (tie,) = [tie for tie in found.ties() if tie.attributes["tie"] == type_]
    return tie


@pytest.mark.parametrize(
    ("strength", "weight"), [("kjennskap", 1), ("", 2), ("samordning", 3), ("integrasjon", 4)]
)
def test_a_collaboration_weighs_by_its_strength_and_none_given_is_cooperation(strength, weight):
    found = network(units=UNITS, links=f"from;to;strength\nBolig;Rus;{strength}")

    assert tie(found, "COLLABORATES_WITH").weight == weight


@pytest.mark.parametrize(
    ("role", "weight"), [("observatør", 1), ("ved behov", 2), ("", 3), ("leder", 4)]
)
def test_a_participation_weighs_by_its_role_and_none_given_is_member(role, weight):
    found = network(
        units=UNITS, arenas="name\nForum", participation=f"actor;arena;role\nBolig;Forum;{role}"
    )

    assert tie(found, "PARTICIPATES_IN").weight == weight


def test_every_other_tie_weighs_one():
    ties = ties_of(*example_models()).values()

    assert {data["weight"] for _from, _to, data in ties if data["tie"] == "PART_OF"} == {1}


def test_a_tie_says_whether_its_direction_means_anything():
    found = network(units=UNITS, links="from;to\nBolig;Rus", referrals="from;to\nRus;Bolig")

    assert tie(found, "COLLABORATES_WITH").attributes["directed"] is False
    referral = tie(found, "REFERS_TO")
    assert (referral.source, referral.target) == ("0000/rus", "0000/bolig")
    assert referral.attributes["directed"] is True


def test_two_agreements_between_the_same_two_are_two_ties():
    found = network(units=UNITS, links="from;to;agreement\nBolig;Rus;A\nRus;Bolig;B")

    agreements = [tie for tie in found.ties() if tie.attributes["tie"] == "HAS_AGREEMENT_WITH"]
    assert [tie.attributes["agreement"] for tie in agreements] == ["A", "B"]
    assert len({tie.id for tie in agreements}) == 2


def test_what_has_no_ties_and_what_only_a_load_needs_are_left_out():
    found = network(
        units=UNITS,
        vocabulary="list;id;name\nsektor;kultur;Kultur",
        accepted_gaps="code;subject;reason\nLINK03;bolig;Vet det",
        follow_up="step\nRydde",
    )

    assert {node.attributes["type"] for node in found.nodes()} == {"Municipality", "Unit"}
    assert not {"run", "key", "digest"} & set(attributes_in_use(found.nodes()))
    assert "run" not in attributes_in_use(found.ties())


def test_nodes_have_the_colour_of_their_sector_on_the_map():
    model = tiny_model(
        units="name;sector\nBolig;bolig\nBiblioteket;kultur",
        vocabulary="list;id;name\nsektor;kultur;Kultur",
        arenas="name\nForum",
    )
    colours = {node.id: node.colour for node in Network(Contents([model])).nodes()}

    wanted = sector_colours(build(model))
    assert colours["0000/bolig"] == wanted["bolig"]
    assert colours["0000/biblioteket"] == wanted["kultur"]
    assert colours["0000/forum"] == ""


def test_a_municipality_without_a_name_is_called_by_its_number():
    model = tiny_model(municipality="number\n4614")
    model = replace(model, municipality=replace(model.municipality, name=None))

    assert nodes_of(model)["4614"]["label"] == "4614"


def test_ids_are_unique_across_municipalities_and_the_same_in_every_export():
    models = example_models()
    ties = list(Network(Contents(models)).ties())

    assert len({tie.id for tie in ties}) == len(ties)
    assert set(ties_of(models[1])) < set(ties_of(*models))
