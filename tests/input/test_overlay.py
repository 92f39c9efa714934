"""What-if rows laid over a municipality's own."""

import pytest

from samordning_graph.input.overlay import overlaid
from samordning_graph.input.read_source import read_source
from samordning_graph.input.record import Source
from samordning_graph.input.validate import validate
from samordning_graph.schema.model import Model
from samordning_graph.schema.tables import Arena, Participation, Unit
from tests.helpers.tiny import TODAY, tiny_source

BASE = {
    "municipality": "number;name\n0001;By",
    "units": "id;name;sector;tasks\nb;Bolig;bolig;skaffe\nh;Helse;helse;",
    "arenas": "id;name\nf;Forum",
    "participation": "actor;arena\nb;f",
}


@pytest.fixture
def lay(tmp_path):
    """Return what lays a YAML file over the base."""

    def laid(text: str) -> Source:
        file = tmp_path / "hva-om.yaml"
        file.write_text(text, encoding="utf-8")
        return overlaid(tiny_source(**BASE), read_source(file))

    return laid


def model_of(source: Source) -> Model:
    model = validate(source, TODAY)
    assert model is not None, [str(problem) for problem in source.problems.in_order()]
    return model


def test_rows_without_ids_are_added(lay):
    model = model_of(lay("participation: [{actor: h, arena: f}]"))

    assert [(row.actor, row.arena) for row in model.all(Participation)] == [("b", "f"), ("h", "f")]


def test_a_new_node_is_added_and_can_be_referred_to(lay):
    model = model_of(
        lay(
            "arenas: [{id: ny, name: Nytt team}]\n"
            "participation: [{actor: b, arena: ny}, {actor: h, arena: Nytt team}]"
        )
    )

    assert [arena.id for arena in model.all(Arena)] == ["f", "ny"]
    assert len(model.all(Participation)) == 3


def test_a_node_that_is_there_gets_the_filled_cells_by_id_or_by_name(lay):
    by_id = model_of(lay("units: [{id: b, name: Boligkontoret, sector: bolig}]"))
    by_name = model_of(lay("arenas: [{name: Forum, kind: informasjon}]"))

    assert [(unit.id, unit.name, unit.tasks) for unit in by_id.all(Unit)] == [
        ("b", "Boligkontoret", ("obtain",)),
        ("h", "Helse", ()),
    ]
    assert [(arena.id, arena.kind) for arena in by_name.all(Arena)] == [("f", "information")]


def test_the_municipality_stays_the_bases(lay):
    model = model_of(lay("municipality: [{number: '0002', name: Annen}]"))

    assert model.municipality.number == "0001"


def test_a_problem_of_the_overlay_is_told_at_its_own_place(lay):
    source = lay("participation:\n  - {actor: helze, arena: f}")

    assert validate(source, TODAY) is None
    (problem,) = source.problems.in_order()
    assert problem.place.file.endswith("hva-om.yaml")
    assert problem.place.row == 2
