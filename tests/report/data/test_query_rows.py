import csv
import io
import json

import pytest

from samordning_graph.common.locale import in_language
from samordning_graph.report.data import query_rows
from samordning_graph.report.formats.csv_dialect import BYTE_ORDER_MARK
from samordning_graph.report.formats.registry import FORMATS

NODE = {"labels": ["Actor", "Unit"], "properties": {"id": "rus", "name": "Rus"}}
TIE = {"type": "OWNS", "properties": {}}
PATH = {"nodes": [NODE, NODE], "relationships": [TIE]}


def written(columns, values, format_name, caption="2 rader"):
    stream = io.StringIO(newline="")
    data = {"csv": query_rows.write_csv, "json": query_rows.write_json}
    if format_name in data:
        data[format_name](columns, values, stream)
    else:
        FORMATS[format_name].write_blocks(
            [query_rows.answer_block(columns, values, caption)], stream
        )
    return stream.getvalue()


def test_json_is_columns_and_rows_as_they_are():
    values = [["æ", 1, 1.5, None, True], [["a", None], {"b": [1]}, NODE, TIE, PATH]]

    found = json.loads(written(list("abcde"), values, "json"))

    assert found == {"columns": list("abcde"), "rows": values}


def test_json_without_rows_is_whole():
    assert json.loads(written(["a"], [], "json")) == {"columns": ["a"], "rows": []}


def test_numbers_that_json_does_not_have_are_null():
    values = [[float("nan"), float("inf"), [float("-inf")], {"a": float("nan")}]]

    text = written("abcd", values, "json")

    assert json.loads(text)["rows"] == [[None, None, [None], {"a": None}]]


def test_csv_is_for_excel_in_norway():
    values = [["Økonomi; plan", -1, -0.5, ["a", "b"], "=1+1", None]]

    with in_language("nb"):
        norwegian = written("abcdef", values, "csv")
    with in_language("en"):
        english = written("abcdef", values, "csv")

    assert norwegian.startswith(BYTE_ORDER_MARK)
    assert norwegian.endswith("\r\n")
    table = list(csv.reader(io.StringIO(norwegian.removeprefix(BYTE_ORDER_MARK)), delimiter=";"))
    assert table == [list("abcdef"), ["Økonomi; plan", "-1", "-0,5", "a; b", "'=1+1", ""]]
    assert ";-0.5;" in english


def test_a_formula_in_a_list_or_the_name_of_a_column_does_no_harm():
    text = written(["=a"], [[["=1+1", "b"]]], "csv")

    assert text == f"{BYTE_ORDER_MARK}'=a\r\n\"'=1+1; b\"\r\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (1.0, "1.0"),
        (["a", ["b", 2]], "a; b; 2"),
        ({"a": 1, "b": [2]}, "a: 1, b: 2"),
        (NODE, "(Actor Unit Rus)"),
        ({"labels": [], "properties": {}}, "()"),
        (TIE, "[OWNS]"),
        (PATH, "(Actor Unit Rus)[OWNS](Actor Unit Rus)"),
    ],
)
def test_a_value_in_a_table_is_a_short_text(value, text):
    assert query_rows.as_text(value) == text


def test_a_table_has_its_caption_and_every_row():
    text = written(["id", "n"], [["a", 1], ["b", 22]], "table")

    assert text.split() == ["2", "rader", "id", "n", "--", "--", "a", "1", "b", "22"]


def test_markdown_takes_nothing_for_markup():
    text = written(["a|b"], [["*x* | <b>"]], "md")

    assert "| a\\|b |" in text
    assert "\\*x\\* \\| \\<b\\>" in text
