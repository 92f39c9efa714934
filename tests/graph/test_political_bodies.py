"""Which arenas are political bodies, by their names."""

import pytest

from samordning_graph.graph.political_bodies import political_bodies
from tests.helpers.tiny import tiny


@pytest.mark.parametrize(
    "name",
    ["Kommunestyret", "Formannskapsmøtet", "Eldrerådet", "Utvalg for helse og velferd"],
)
def test_what_the_law_sets_up_is_a_political_body(name: str):
    assert len(political_bodies(tiny(arenas=f"name\n{name}"))) == 1


@pytest.mark.parametrize("name", ["Boligtildelingsutvalget", "Startlånsutvalget", "Politirådet"])
def test_a_committee_of_the_administration_is_none(name: str):
    assert not political_bodies(tiny(arenas=f"name\n{name}"))
