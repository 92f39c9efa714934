"""All figures together: they fit each other on every data set, and do not depend on ids."""

import pytest

from samordning_graph.metrics.figures import municipality_figures
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import tiny

STAR = {
    "units": "id;name;sector\nm;Midten;bolig\na;A;helse\nb;B;plan\nc;C;bolig",
    "links": "from;to\nm;a\nm;b\nm;c",
    "arenas": "id;name\nforum;Forum",
    "participation": "actor;arena\nm;forum\na;forum",
}


@pytest.fixture(params=DATA_SETS)
def found(request):
    return municipality_figures(municipality(request.param))


def test_one_in_the_middle_has_every_figure_of_an_actor():
    (middle,) = [actor for actor in municipality_figures(tiny(**STAR)).actors if actor.id == "m"]

    assert (middle.sector, middle.degree, middle.arenas) == ("bolig", 3, 1)
    assert (middle.betweenness, middle.effective_size) == (3, 3)
    assert middle.constraint == pytest.approx(1 / 3)
    assert middle.brokerage.gatekeeper == middle.brokerage.representative == 2
    assert middle.brokerage.liaison == 2


def test_an_empty_municipality_has_figures_that_are_nought_or_not_defined():
    found = municipality_figures(tiny())

    assert (found.network.actors, found.network.density, found.network.largest_component) == (
        0,
        None,
        0,
    )
    assert (found.two_mode.density, found.two_mode.components) == (None, 0)
    assert (found.ei.index, found.ei.expected, found.ei.p_value, found.ei.by_sector) == (
        None,
    ) * 3 + ((),)
    assert (found.sectors.order, found.actors) == ((), ())


def test_the_figures_of_a_data_set_fit_each_other(found):
    links, order = found.network.links, range(len(found.sectors.order))
    for matrix, total in (
        (found.sectors.links, links),
        (found.sectors.pairs_meeting, found.two_mode.actor_pairs_sharing_arena),
        (found.sectors.pairs_possible, found.network.actors * (found.network.actors - 1) // 2),
    ):
        assert sum(matrix[i][j] for i in order for j in order if i <= j) == total
        assert all(matrix[i][j] == matrix[j][i] for i in order for j in order)
    assert found.ei.internal == sum(found.sectors.links[i][i] for i in order)
    assert found.ei.external + found.ei.internal == links
    assert sum(of_sector.external for of_sector in found.ei.by_sector) == 2 * found.ei.external
    assert sum(actor.degree for actor in found.actors) == 2 * links
    assert sum(actor.arenas for actor in found.actors) == found.two_mode.memberships
    assert [actor.id for actor in found.actors if not actor.degree] == list(found.network.isolates)


def test_the_layers_of_a_data_set_split_its_links(found):
    layers, links = found.layers, found.network.links

    assert layers.formal + layers.informal + layers.unknown == links
    assert layers.linked_and_meeting + layers.linked_only == links
    assert (
        layers.linked_and_meeting + layers.meeting_only == found.two_mode.actor_pairs_sharing_arena
    )


def test_other_ids_change_no_figure():
    new = {"m": "z", "a": "y", "b": "x", "c": "w"}
    renamed = {
        table: "\n".join(
            ";".join(new.get(cell, cell) if place < 2 else cell for place, cell in enumerate(row))
            for row in (line.split(";") for line in text.splitlines())
        )
        for table, text in STAR.items()
    }
    before = {actor.id: actor for actor in municipality_figures(tiny(**STAR)).actors}
    after = {actor.id: actor for actor in municipality_figures(tiny(**renamed)).actors}

    for old, actor in before.items():
        renamed_actor = after[new[old]]
        assert (actor.degree, actor.betweenness, actor.brokerage) == (
            renamed_actor.degree,
            renamed_actor.betweenness,
            renamed_actor.brokerage,
        )
        assert actor.constraint == pytest.approx(renamed_actor.constraint)
