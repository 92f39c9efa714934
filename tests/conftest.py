import pytest

from samordning_graph.locale import DEFAULT, use


@pytest.fixture(autouse=True)
def norwegian(monkeypatch):
    """Every test begins in the default language, whatever the one before it used."""
    monkeypatch.delenv("SAMORDNING_LANG", raising=False)
    use(DEFAULT)
