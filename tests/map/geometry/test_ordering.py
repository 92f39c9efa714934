from itertools import pairwise
from random import Random

from samordning_graph.drawing.crossings import crossings
from samordning_graph.map.geometry.ordering import order_layers


def count(layers, ties):
    place = {node: i for layer in layers for i, node in enumerate(layer)}
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    ends = [sorted(tie, key=layer_of.get) for tie in ties]
    return sum(
        crossings(
            (place[upper], place[lower])
            for upper, lower in ends
            if (layer_of[upper], layer_of[lower]) == pair_of_layers
        )
        for pair_of_layers in pairwise(range(len(layers)))
    )


def test_a_tangle_is_undone():
    layers = [list("abcd"), list("wxyz")]
    ties = [("a", "z"), ("b", "y"), ("c", "x"), ("d", "w")]

    assert count(layers, ties) == 6
    assert count(order_layers(layers, ties), ties) == 0


def test_never_more_crossings_than_in_the_order_given():
    for seed in range(30):
        chance = Random(seed)
        layers = [[f"{letter}{i}" for i in range(7)] for letter in "abc"]
        ties = [
            (chance.choice(upper), chance.choice(lower))
            for upper, lower in pairwise(layers)
            for _ in range(9)
        ]
        assert count(order_layers(layers, ties), ties) <= count(layers, ties)


def test_without_ties_the_order_stays():
    assert order_layers([["b", "a"], []], []) == (("b", "a"), ())


def test_a_tie_to_somebody_else_does_not_count():
    assert order_layers([["a"], ["b"]], [("a", "elsewhere")]) == (("a",), ("b",))
