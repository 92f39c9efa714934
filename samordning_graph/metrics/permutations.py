"""How many links cross between groups when the groups are assigned at random."""

from collections.abc import Hashable, Iterable, Sequence
from random import Random

SHUFFLE_COUNT = 9_999
"""Number of shuffles: with the data as found, p is a count out of 10 000."""
_RANDOM_SEED = 0


def crossing_counts(labels: Sequence[Hashable], links: Iterable[tuple[int, int]]) -> list[int]:
    """Return the number of links between different labels in each of 9 999 shuffles.

    `links` are pairs of positions in `labels`. The shuffles are those of `random.Random(0)`: one
    list of the labels, in the order given, shuffled again and again with `shuffle`.

    Notes
    -----
    All shuffles are counted at once, one bit of an integer for each: a label is written in binary,
    and a link crosses in those shuffles where some digit of its two ends differs. The sums are kept
    in binary too, digit by digit. Counting each shuffle by itself would, for 8 000 links, cost as
    much again as shuffling 2 000 labels.

    Examples
    --------
    >>> counts = crossing_counts(["a", "a", "b"], [(0, 1)])
    >>> len(counts), set(counts) == {0, 1}
    (9999, True)
    """
    digits = _digits(labels)
    totals: list[int] = []
    for first, second in links:
        carry = 0
        for digit in digits:
            carry |= digit[first] ^ digit[second]
        for place, total in enumerate(totals):
            totals[place], carry = total ^ carry, total & carry
        if carry:
            totals.append(carry)
    written = [f"{total:0{SHUFFLE_COUNT}b}" for total in reversed(totals)]
    return [int("".join(count), 2) for count in zip(*written, strict=True)] or [0] * SHUFFLE_COUNT


def _digits(labels: Sequence[Hashable]) -> list[list[int]]:
    """Return, per binary digit and position, in which shuffles the label there has that digit."""
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels))}
    # One letter per label: the shuffles make one text, of which a position is every n-th letter.
    letters = [chr(numbers[label]) for label in labels]
    random = Random(_RANDOM_SEED)
    shuffled = []
    for _ in range(SHUFFLE_COUNT):
        random.shuffle(letters)
        shuffled.append("".join(letters))
    text = "".join(shuffled)
    return [
        [int(text[i :: len(labels)].translate(digit), 2) for i in range(len(labels))]
        for place in range((len(numbers) - 1).bit_length())
        for digit in [{number: str(number >> place & 1) for number in numbers.values()}]
    ]
