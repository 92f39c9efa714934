import pytest

from samordning_graph.map.views.registry import VIEWS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", [*VIEWS, "tables"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(visit, axe, example, view, width):
    page = visit(example).page
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate(f"() => {{ location.hash = '#view={view}'; }}")
    page.wait_for_function(f"() => document.body.dataset.view === '{view}'")

    assert axe(page) == []


def test_axe_finds_what_is_wrong(visit, axe):
    page = visit(
        "<!doctype html><html lang=nb><title>Kart</title><main><button></button></main>"
    ).page

    assert [violation.partition(":")[0] for violation in axe(page)] == ["critical button-name"]
