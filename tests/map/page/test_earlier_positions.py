import json

import pytest

from samordning_graph.map.page.earlier_positions import NotAMapError, read_previous

DATA = {
    "format": "samordning-map",
    "views": [{"id": "actors", "nodes": {"a": [1, 2.5], "b": [3, 4]}}],
}
PAGE = (
    '<!doctype html><script type="application/json" id="map-data">{data}</script>'
    '<script id="map-state" type="application/json">{state}</script><script>let a = "</b>";</script>'
)


def page(path, data=DATA, state=""):
    text = PAGE.format(data=json.dumps(data), state=json.dumps(state) if state else "")
    path.write_text(text, encoding="utf-8")
    return path


def test_the_places_of_a_page_and_of_what_was_moved_in_it(tmp_path):
    state = {"moved": {"actors": {"b": [-7, 8]}}}

    assert read_previous(page(tmp_path / "kart.html")) == {"actors": {"a": (1, 2.5), "b": (3, 4)}}
    assert read_previous(page(tmp_path / "kart.html", state=state)) == {
        "actors": {"a": (1, 2.5), "b": (-7, 8)}
    }


def test_the_places_of_a_json_file(tmp_path):
    file = tmp_path / "kart.json"
    file.write_text(json.dumps({**DATA, "moved": {"actors": {"a": [0, 0]}}}), encoding="utf-8")

    assert read_previous(file) == {"actors": {"a": (0, 0), "b": (3, 4)}}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hei",
        "{}",
        "[]",
        "{" * 100_000,
        '{"a":' * 100_000,
        "<html><body>En annen side</body></html>",
        '<script id="map-data">{"format": "noe annet", "views": []}</script>',
        '<script id="map-data">{"format": "samordning-map"}</script>',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": [NaN, 1]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": [1e300, 1]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": ["x", 1]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": {"a": [1, 2, 3]}}]}',
        '{"format": "samordning-map", "views": [{"id": "actors", "nodes": [1, 2]}]}',
        '{"format": "samordning-map", "views": 7}',
        '{"format": "samordning-map", "views": [{"id": "a", "nodes": {}}], "moved": 7}',
        '{"format": "samordning-map", "views": [{"id": [], "nodes": {}}], "moved": {"a": 1}}',
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_map_is_one_line(tmp_path, text):
    file = tmp_path / "kart.html"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(NotAMapError, match=r"kart\.html") as raised:
        read_previous(file)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_or_holds_no_text_is_one_line(tmp_path):
    (tmp_path / "bilde.html").write_bytes(b"\x89PNG\xff\xfe\x00")
    for name in ("bilde.html", "borte.html", "."):
        with pytest.raises(NotAMapError):
            read_previous(tmp_path / name)
