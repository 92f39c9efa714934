import pytest

from samordning_graph.analysis.pair_message import in_thousands, pair_message
from samordning_graph.common.locale import in_language
from samordning_graph.graph.pair_figures import ThreeFigures


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ((0, 0, 0), "Ingen par kan vurderes ennå"),
        ((1, 0, 2), "Det ene paret som kan vurderes, har dokumentert kontakt"),
        ((5, 0, 2), "Ingen av de 5 parene som kan vurderes, mangler dokumentert kontakt"),
        (
            (0, 0, 7),
            "7 par har grunn til å samordne seg, men om de har kontakt, er ukjent",
        ),
        (
            (23, 11, 8),
            "11 par har grunn til å samordne seg, uten fast møteplass eller samarbeid i dataene",
        ),
        (
            (0, 1, 0),
            "1 par har grunn til å samordne seg, uten fast møteplass eller samarbeid i dataene",
        ),
        ((0, 25, 0), "25 par uten dokumentert kontakt – de 20 sterkeste vises"),
        ((263, 12087, 3917), "12\u00a0087 par uten dokumentert kontakt – de 20 sterkeste vises"),
    ],
)
def test_the_message_is_true_whatever_the_figures(figures, message):
    with in_language("nb"):
        assert str(pair_message(ThreeFigures(*figures))) == message


@pytest.mark.parametrize("figures", [(0, 0, 0), (5, 0, 2), (0, 0, 7), (3, 4, 5), (0, 99, 0)])
def test_it_never_says_that_there_is_no_contact_or_that_all_is_well(figures):
    for language in ("nb", "en"):
        with in_language(language):
            words = str(pair_message(ThreeFigures(*figures))).casefold()
        assert not any(claim in words for claim in ("ingen kontakt", "no contact", "i orden"))


def test_thousands_are_told_apart():
    assert [in_thousands(number) for number in (999, 1000, 1234567)] == [
        "999",
        "1\u00a0000",
        "1\u00a0234\u00a0567",
    ]
