import shutil
from datetime import date

import pytest

from samordning_graph.common import bundled_files
from samordning_graph.common.locale import in_language
from samordning_graph.property_graph.query.library import (
    QueryError,
    complete,
    days_of,
    explore_queries,
    library,
    named,
    parsed,
    read,
    rule_queries,
)
from samordning_graph.property_graph.query.tokens import parameters_in

DAY = date(2026, 11, 23)
WAY = parsed('// parameters: municipality = "0000", from = "a", least = 2\nRETURN $from, $least')


def test_the_library_holds_every_file():
    files = sorted(bundled_files.bundled_folder("cypher").glob("*/*.cypher"))

    assert sorted(query.stem for query in library()) == sorted(file.stem for file in files)
    assert all(query.code for query in rule_queries())
    assert not any(query.code for query in explore_queries())


def test_an_installed_package_is_asked_before_the_checkout(tmp_path, monkeypatch):
    monkeypatch.setattr(bundled_files, "PACKAGE", tmp_path / "site" / "samordning_graph")
    assert bundled_files.bundled_folder("cypher") is None
    with pytest.raises(QueryError):
        library()

    beside = tmp_path / "site" / "cypher"
    within = tmp_path / "site" / "samordning_graph" / "cypher"
    for folder in (beside, within):
        (folder / "rules").mkdir(parents=True)
        assert bundled_files.bundled_folder("cypher") == folder


def test_a_query_is_found_by_stem_code_slug_and_title():
    by_title = "Shortest way between two units"

    for name in ("iso01_isolated_service", "ISO01", "iso01", "isolated-service"):
        assert named(name).code == "ISO01"
    for name in ("shortest_way", "shortest-way", "shortest_way.cypher", by_title):
        assert named(name).title == by_title


def test_a_rule_is_found_by_its_title_in_the_language_in_use():
    with in_language("nb"):
        assert named("En aktør uten koblinger").code == "ISO01"


def test_an_unknown_name_is_one_message_with_what_was_perhaps_meant():
    with pytest.raises(QueryError, match=r"«shortst_way».*«shortest-way».*--list"):
        named("shortst_way")


def test_a_header_is_not_needed():
    query = parsed("MATCH (n) RETURN n.id")

    assert (query.title, query.columns, dict(query.parameters)) == ("", (), {})


def test_a_file_that_cannot_be_read_is_one_message(tmp_path):
    wrong = tmp_path / "wrong.cypher"
    wrong.write_bytes(b"RETURN '\xe6'")

    for file in (wrong, tmp_path / "none.cypher"):
        with pytest.raises(QueryError, match=file.name):
            read(file)


def test_a_mark_at_the_start_of_a_file_is_no_part_of_it(tmp_path):
    file = tmp_path / "mine.cypher"
    file.write_text("\ufeff// name: Mine\nRETURN 1", encoding="utf-8")

    assert read(file).title == "Mine"


def test_defaults_are_those_of_the_header_and_of_the_rules():
    values = complete(named("ISO01"), {}, DAY)

    assert values == {"as_of": "2026-11-23", "max_arena_size": None, "min_meetings": None}
    assert complete(named("ISO02"), {}, DAY)["links"] == "any"
    assert complete(WAY, {}, DAY) == {"from": "a", "least": 2}
    assert complete(parsed("RETURN $as_of, $min_meetings"), {}, DAY) == {
        "as_of": "2026-11-23",
        "min_meetings": None,
    }


def test_the_municipality_of_an_example_is_no_default():
    assert "municipality" not in complete(named("overview_and_plans"), {}, DAY)
    assert complete(named("overview_and_plans"), {"municipality": "1103"}, DAY) == {
        "municipality": "1103"
    }


def test_a_number_stays_text_where_the_query_says_text():
    given = {"municipality": "0301", "from": "12", "least": "3"}
    query = parsed(WAY.text.replace("RETURN", "RETURN $municipality,"))

    assert complete(query, given, DAY) == {"municipality": "0301", "from": "12", "least": 3}
    assert complete(parsed("RETURN $municipality, $as_of"), {
        "municipality": "1103", "as_of": "2026",
    }, DAY) == {"municipality": "1103", "as_of": "2026"}  # fmt: skip


@pytest.mark.parametrize("text", ["2026-11-29", '"2026-11-29"', ' "2026-11-29" '])
def test_a_day_may_be_quoted_and_the_days_that_follow_from_it_follow(text: str):
    values = complete(named("PLAN03"), {"as_of": text, "municipality": '"0301"'}, DAY)

    assert values["as_of"] == "2026-11-29"
    assert values["municipality"] == "0301"
    assert values["strategy_due"] == days_of(date(2026, 11, 29))["strategy_due"]
    assert complete(named("national_actors"), {"as_of": text}, DAY)["as_of"] == "2026-11-29"


@pytest.mark.parametrize(
    "text", ["29.11.2026", '["2026-11-29"]', "null", "i dag", "", '""', "2026-13-01", "2026-02-30"]
)
def test_what_is_no_day_is_a_sentence(text: str):
    with pytest.raises(QueryError, match=r"\$as_of .*2026-11-29"):
        complete(named("ISO01"), {"as_of": text}, DAY)


def test_a_value_is_json_if_it_can_be():
    query = parsed("RETURN $a, $b, $c, $d, $e")
    given = {"a": "1.5", "b": "null", "c": '["x", 2]', "d": "helse og omsorg", "e": '"12"'}

    assert list(complete(query, given, DAY).values()) == [
        1.5,
        None,
        ["x", 2],
        "helse og omsorg",
        "12",
    ]


def test_parameters_that_are_missing_are_all_named():
    with pytest.raises(QueryError, match=r"\$sector, \$level.*-p sector="):
        complete(parsed("RETURN $sector, $level"), {}, DAY)


def test_a_parameter_that_the_query_does_not_use_is_told_with_those_that_it_does():
    with pytest.raises(QueryError, match=r"\$as_off.*«as_of».*\$municipality, \$as_of"):
        complete(named("ISO01"), {"as_off": "2026-01-01"}, DAY)


def test_parameters_are_not_looked_for_in_texts_and_comments():
    text = "RETURN $a + '$b' + \"$c\" // $d\n/* $e */ + $`the f`"

    assert parameters_in(text) == ("a", "the f")


def test_the_queries_are_in_what_is_installed(tmp_path):
    """The wheel is not built here: what it takes in is said in one place."""
    import tomllib

    project = tomllib.loads((bundled_files.PACKAGE.parent / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    for source, target in wheel["force-include"].items():
        shutil.copytree(bundled_files.PACKAGE.parent / source, tmp_path / target)

    within = tmp_path / "samordning_graph" / "cypher"
    assert sorted(file.stem for file in within.glob("*/*.cypher")) == sorted(
        query.stem for query in library()
    )
