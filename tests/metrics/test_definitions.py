"""What each figure means: given for every one, and on a page that cannot drift."""

import io
import json

from samordning_graph.metrics.definitions import MEASURES
from samordning_graph.report.data.metrics_json import write
from tests.helpers.samples import municipality
from tools.metrics_page import FILE, page


def test_every_figure_says_what_it_means_what_it_does_not_mean_and_its_source():
    for measure in MEASURES:
        assert measure.meaning.endswith("."), measure.title
        assert measure.caution.startswith("That "), measure.title
        assert "(1" in measure.source or "(20" in measure.source, measure.title


def test_every_figure_stands_where_it_says_in_the_json():
    stream = io.StringIO()
    write(municipality("eksempel"), stream)
    whole = json.loads(stream.getvalue())

    for measure in MEASURES:
        found = whole
        for key in measure.field.split("."):
            found = (found[0] if isinstance(found, list) else found)[key]


def test_every_figure_has_a_title_of_its_own():
    assert len({measure.title for measure in MEASURES}) == len(MEASURES)


def test_the_page_of_figures_is_fresh():
    assert FILE.read_text(encoding="utf-8") == page(), "run `make fresh`"
