"""The figures as JSON keep their promise to other programs: schema, order, null, no rounding."""

import io
import json
from importlib import resources

import jsonschema
import pytest

from samordning_graph.graph.graph import AnalysisOptions
from samordning_graph.report.data.figures_json import figures_json
from samordning_graph.report.data.metrics_json import write, write_many
from samordning_graph.report.findings_report import Report
from tests.helpers.samples import DATA_SETS, hostile, municipality, sharing
from tests.helpers.tiny import TODAY, tiny

SCHEMA = json.loads(
    resources.files("samordning_graph.report.data")
    .joinpath("metrics.schema.json")
    .read_text(encoding="utf-8")
)
ORDER = {
    "": "format version municipality network two_mode ei sectors actors layers congruence options",
    "municipality": "number name",
    "network": "actors links density isolates components largest_component articulation_points"
    " bridges",
    "two_mode": "memberships density components cut_arenas cut_actors bridges"
    " actor_pairs_sharing_arena arena_pairs_sharing_actor",
    "ei": "external internal index expected p_value by_sector",
    "sectors": "order links pairs_meeting pairs_possible",
    "actors": "id sector degree arenas betweenness constraint effective_size brokerage",
    "layers": "formal informal unknown linked_and_meeting linked_only meeting_only",
    "congruence": "ground documented not_documented not_known share_at_least share_at_most",
    "options": "as_of max_arena_size min_meetings links",
}
"""The keys of each part, in the order that readers of the format rely on."""
DEEPER = {
    ("ei", "by_sector"): "sector external internal index",
    ("actors", "brokerage"): "coordinator consultant representative gatekeeper liaison",
}


def validator():
    return jsonschema.Draft202012Validator(SCHEMA)


def metrics(graph):
    stream = io.StringIO()
    write(graph, stream)
    return json.loads(stream.getvalue())


@pytest.fixture(params=DATA_SETS)
def written(request):
    return metrics(municipality(request.param))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_figures_of_a_data_set_are_valid(written):
    validator().validate(written)


@pytest.mark.parametrize(
    "graph",
    [
        tiny(),
        tiny(units="name;sector\nBolig;bolig"),
        tiny(units="name;sector\nBolig;bolig\nHjem;bolig", links="from;to\nBolig;Hjem"),
        sharing(),
        hostile(),
    ],
    ids=["empty", "one actor", "one sector", "no links", "hostile names"],
)
def test_the_figures_of_an_odd_municipality_are_valid(graph):
    validator().validate(metrics(graph))


@pytest.mark.parametrize("names", [DATA_SETS, ()], ids=["all", "none"])
def test_the_figures_of_many_municipalities_are_valid(names):
    stream = io.StringIO()
    write_many((municipality(name) for name in names), stream)
    found = json.loads(stream.getvalue())

    validator().validate(found)
    assert found["metrics"] == [metrics(municipality(name)) for name in names]


def test_figures_with_a_key_too_many_or_too_few_are_not_valid(written):
    assert not validator().is_valid({**written, "more": 1})
    assert not validator().is_valid({key: written[key] for key in written if key != "ei"})


def test_keys_stand_in_the_order_of_the_format(written):
    for part, keys in ORDER.items():
        found = written[part] if part else written
        for document in found if isinstance(found, list) else [found]:
            assert list(document) == keys.split(), part
    for (part, deeper), keys in DEEPER.items():
        for row in written[part] if isinstance(written[part], list) else [written[part]]:
            for each in row[deeper] if isinstance(row[deeper], list) else [row[deeper]]:
                assert list(each) == keys.split(), (part, deeper)


def test_lists_are_sorted(written):
    network, two_mode = written["network"], written["two_mode"]
    for found in (
        network["isolates"],
        network["articulation_points"],
        network["bridges"],
        two_mode["cut_arenas"],
        two_mode["cut_actors"],
        written["sectors"]["order"],
        [sector["sector"] for sector in written["ei"]["by_sector"]],
        [actor["id"] for actor in written["actors"]],
    ):
        assert found == sorted(found)


def test_what_is_not_defined_is_null():
    alone = metrics(tiny(units="name;sector\nBolig;bolig"))
    (actor,) = alone["actors"]

    assert (alone["network"]["density"], alone["ei"]["p_value"]) == (None, None)
    assert (actor["constraint"], actor["effective_size"], actor["betweenness"]) == (None, None, 0)


def test_figures_are_not_rounded():
    graph = tiny(
        units="name;sector\nA;bolig\nB;helse\nC;plan\nD;plan", links="from;to\nA;B\nA;C\nA;D"
    )
    (middle,) = [actor for actor in metrics(graph)["actors"] if actor["id"] == "a"]

    assert middle["constraint"] == 1 / 3


def test_congruence_and_options_say_what_the_report_says():
    graph = sharing(AnalysisOptions(as_of=TODAY, max_arena_size=8, min_meetings=2.0))
    found = metrics(graph)

    assert found["options"] == {
        "as_of": "2026-11-23",
        "max_arena_size": 8,
        "min_meetings": 2.0,
        "links": "any",
    }
    for row in found["congruence"]:
        figure = Report(graph).congruence[row["ground"]]
        assert {"ground": row["ground"], **figures_json(figure)} == row
