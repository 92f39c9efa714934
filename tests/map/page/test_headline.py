import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.map.page.headline import BAR_WIDTH, headline
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny

EXAMPLE = municipality("eksempel")


def test_the_bar_is_in_true_proportion():
    bar = headline(EXAMPLE).bar
    assert [part.kind for part in bar] == ["documented", "missing", "unknown"]
    assert [part.width for part in bar] == pytest.approx(
        [BAR_WIDTH * n / 42 for n in (23, 11, 8)], abs=0.01
    )
    assert bar[1].left == pytest.approx(bar[0].width, abs=0.01)
    assert sum(part.width for part in bar) == pytest.approx(BAR_WIDTH, abs=0.02)


def test_where_nothing_is_filled_in_it_says_what_to_fill_in():
    with in_language("nb"):
        nothing = headline(tiny())
    assert nothing.bar == ()
    assert nothing.hint.startswith("Fyll inn hvem som har hvilke mål, målgrupper og henvisninger")
    assert nothing.duties == ""


def test_duties_that_nobody_can_tell_of_are_not_called_unmet():
    with in_language("nb"):
        assert headline(EXAMPLE).duties == "2 plikter kan ikke vurderes"


def test_a_duty_of_one_pair_is_among_the_pairs():
    graph = tiny(
        units="name;sector;surveyed\nA;bolig;ja\nB;helse;ja",
        arenas="name\nF",
        participation="actor;arena\nA;F",
        local_requirements="actor_a;actor_b;reason\nA;B;Vi vil",
    )
    assert headline(graph).duties == ""
    assert headline(graph).message.lead.startswith("1 ")
