import pytest
from hypothesis import settings

from samordning_graph.common.locale import DEFAULT_LANGUAGE, use_language

# A busy machine is no failure: nothing here is about time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def norwegian(monkeypatch):
    """Every test begins in the default language, whatever the one before it used."""
    monkeypatch.delenv("SAMORDNING_LANG", raising=False)
    use_language(DEFAULT_LANGUAGE)
