"""What is recognised as personal data, and what is taken for it by mistake."""

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.measure import Line
from benchmarks.written_numbers import IDENTITY, OTHER, PHONES, Write
from samordning_graph.input.personal_data import (
    holds_contact_details,
    holds_national_identity_number,
)

EACH = 5000
"""Numbers of each way of writing."""


def measure() -> Iterator[Line]:
    """Yield the share that is found of each way of writing, and the false alarms."""
    for what, write in IDENTITY.items():
        yield _found(f"«{what}»", write, holds_national_identity_number)
    for what, write in PHONES.items():
        yield _found(f"«{what}»", write, holds_contact_details)
    for what, write in OTHER.items():
        random = Random(what)
        texts = [write(random) for _ in range(EACH)]
        identity = sum(map(holds_national_identity_number, texts))
        contact = sum(map(holds_contact_details, texts))
        figure = f"{identity} taken for an identity number, {contact} for a phone"
        yield Line(f"{what}, of {EACH}", figure)


def _found(what: str, write: Write, search: Callable[[str], bool]) -> Line:
    random = Random(what)
    found = sum(search(write(random)) for _ in range(EACH))
    return Line(what, f"{found} of {EACH}", f"{EACH}", found == EACH)
