"""The tests of the report look for ids, names and numbers; words are looked for in English."""

import pytest

from samordning_graph.common.locale import in_language


@pytest.fixture(autouse=True)
def english():
    with in_language("en"):
        yield
