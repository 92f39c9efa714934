"""Each test of the command line leaves the language, and the variable that says it, as it was."""

import pytest

from samordning_graph.cli.translated_click import LANGUAGE_VARIABLE
from samordning_graph.common.locale import in_language


@pytest.fixture(autouse=True)
def bokmal(monkeypatch):
    monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    monkeypatch.setenv("LANGUAGE", "nb")
    with in_language("nb"):
        yield
