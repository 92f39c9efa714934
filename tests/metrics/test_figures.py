"""All figures together: they fit each other on every data set, and do not depend on ids."""

import pytest

from samordning_graph.metrics.figures import figures
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import tiny

STAR = {
    "units": "id;name;sector\nm;Midten;bolig\na;A;helse\nb;B;plan\nc;C;bolig",
    "links": "from;to\nm;a\nm;b\nm;c",
    "arenas": "id;name\nforum;Forum",
    "participation": "actor;arena\nm;forum\na;forum",
}


@pytest.fixture(params=DATA_SETS)
def seen(request):
    return figures(municipality(request.param))


def test_one_in_the_middle_has_every_figure_of_an_actor():
    (middle,) = [one for one in figures(tiny(**STAR)).actors if one.id == "m"]

    assert (middle.sector, middle.degree, middle.arenas) == ("bolig", 3, 1)
    assert (middle.betweenness, middle.effective_size) == (3, 3)
    assert middle.constraint == pytest.approx(1 / 3)
    assert middle.brokerage.gatekeeper == middle.brokerage.representative == 2
    assert middle.brokerage.liaison == 2


def test_an_empty_municipality_has_figures_that_are_nought_or_not_defined():
    seen = figures(tiny())

    assert (seen.network.actors, seen.network.density, seen.network.largest_component) == (
        0,
        None,
        0,
    )
    assert (seen.two_mode.density, seen.two_mode.components) == (None, 0)
    assert (seen.ei.index, seen.ei.expected, seen.ei.p_value, seen.ei.by_sector) == (None,) * 3 + (
        (),
    )
    assert (seen.sectors.order, seen.actors) == ((), ())


def test_the_figures_of_a_data_set_fit_each_other(seen):
    links, order = seen.network.links, range(len(seen.sectors.order))
    for matrix, total in (
        (seen.sectors.links, links),
        (seen.sectors.pairs_meeting, seen.two_mode.actor_pairs_sharing_arena),
        (seen.sectors.pairs_possible, seen.network.actors * (seen.network.actors - 1) // 2),
    ):
        assert sum(matrix[i][j] for i in order for j in order if i <= j) == total
        assert all(matrix[i][j] == matrix[j][i] for i in order for j in order)
    assert seen.ei.internal == sum(seen.sectors.links[i][i] for i in order)
    assert seen.ei.external + seen.ei.internal == links
    assert sum(one.external for one in seen.ei.by_sector) == 2 * seen.ei.external
    assert sum(one.degree for one in seen.actors) == 2 * links
    assert sum(one.arenas for one in seen.actors) == seen.two_mode.memberships
    assert [one.id for one in seen.actors if not one.degree] == list(seen.network.isolates)


def test_the_layers_of_a_data_set_split_its_links(seen):
    layers, links = seen.layers, seen.network.links

    assert layers.formal + layers.informal + layers.unknown == links
    assert layers.linked_and_meeting + layers.linked_only == links
    assert (
        layers.linked_and_meeting + layers.meeting_only == seen.two_mode.actor_pairs_sharing_arena
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
    before = {one.id: one for one in figures(tiny(**STAR)).actors}
    after = {one.id: one for one in figures(tiny(**renamed)).actors}

    for old, one in before.items():
        other = after[new[old]]
        assert (one.degree, one.betweenness, one.brokerage) == (
            other.degree,
            other.betweenness,
            other.brokerage,
        )
        assert one.constraint == pytest.approx(other.constraint)
