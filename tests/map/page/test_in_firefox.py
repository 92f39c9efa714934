import pytest

from benchmarks import generate
from samordning_graph.graph.build import build
from samordning_graph.input.read_model import read_model
from samordning_graph.map.page.html_page import map_page
from tests.map.page.test_table import MOST_LINES, RECORD, SIZES, SMALLEST_TEXT

pytestmark = pytest.mark.browser

COLOURS = """(() => {
  const canvas = document.querySelector("#map canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
})()"""
CHOSEN = """new Promise((done) => {
  addEventListener("hashchange", () => requestAnimationFrame(() => done(document.querySelector("#caption").textContent)));
  location.hash = "selected=missing|boligkontoret|plan-og-samfunnsutvikling";
})"""
SMALLEST = """new Promise((done) => {
  const sizes = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...given) {
    sizes.push((parseFloat(/([\\d.]+)px/.exec(this.font)[1]) * this.getTransform().a) / devicePixelRatio);
    return fillText.apply(this, given);
  };
  document.querySelector("#tools [data-do=whole]").click();
  setTimeout(() => done([sizes.length, Math.min(...sizes)]), 300);
})"""
DRAWN = """new Promise((done) => {
  const look = () => performance.getEntriesByName("drawn").length ? done(true) : setTimeout(look, 50);
  look();
  setTimeout(() => done(false), 30000);
})"""


LINES = """new Promise((done) => {
  document.querySelector("#tools [data-do=whole]").click();
  setTimeout(() => done(window.drawn.ways.size), 300);
})"""
AFTER_ESCAPE = """new Promise((done) => {
  const picture = () => document.querySelector("#map canvas").toDataURL();
  const before = picture();
  location.hash = "view=goals&projector=2";
  setTimeout(() => {
    for (let i = 0; i < 5; i += 1) {
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    }
    document.activeElement.blur();
    setTimeout(() => done(document.body.dataset.view + (picture() === before)), 500);
  }, 300);
})"""


def test_the_map_is_drawn_in_firefox_too(firefox, tmp_path):
    file = tmp_path / "kart.html"
    file.write_text(map_page(build(read_model("data/eksempel"))), encoding="utf-8")
    firefox.open(file.as_uri())

    drawn = firefox.evaluate(DRAWN)

    assert firefox.console == []
    assert drawn
    assert firefox.evaluate(COLOURS) > 50
    assert firefox.evaluate("document.querySelector('#status').textContent")
    texts, smallest = firefox.evaluate(SMALLEST)
    assert texts > 60
    assert smallest > 13.99
    assert "I dag: Boligkontoret →" in firefox.evaluate(CHOSEN)
    assert {url for url in firefox.requests if not url.startswith("data:")} <= {file.as_uri()}


def test_at_every_size_names_can_be_read_lines_are_few_and_escape_leads_back(firefox, tmp_path):
    file = tmp_path / "kart.html"
    for size in SIZES:
        model = generate.model(generate.municipality("0301", size))
        file.write_text(map_page(build(model)), encoding="utf-8")
        firefox.open(file.as_uri())
        assert firefox.evaluate(DRAWN)
        texts, smallest = firefox.evaluate(SMALLEST)
        assert texts > 8
        assert smallest > SMALLEST_TEXT - 0.01
        assert firefox.evaluate(f"(({RECORD})(), true)")
        assert 0 < firefox.evaluate(LINES) <= MOST_LINES
        assert firefox.evaluate(AFTER_ESCAPE) == "actorstrue"
