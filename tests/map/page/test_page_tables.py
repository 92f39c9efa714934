"""The tables of the page: filtered as the map is, sorted, copied, and a way to the map."""

import csv
from collections import Counter

import pytest

from samordning_graph.map.page.html_page import map_page
from tests.helpers.tiny import tiny
from tests.map.page.menu import choose_in_menu
from tests.map.page.test_html_page import HOSTILE, hostile_graph
from tests.map.test_gaps import as_report

pytestmark = pytest.mark.browser

NORWEGIAN = tiny(
    units="name;sector;surveyed\nØst;bolig;\nÆrfugl;helse;\nÅs;plan;\nAker;bolig;\nZink;helse;\n"
    '=1+1;sosial;\n"Med ""hermetegn""";sosial;',
    arenas="name\nForum",
    participation="actor;arena\nAker;Forum\nZink;Forum",
)


@pytest.fixture
def page(visit, example):
    return visit(example).page


def open_tables(page):
    page.get_by_role("tab").last.click()


def rows(page, table):
    return page.locator(f"#table-{table} tbody tr:visible")


def names(page, table):
    return [row.text_content() for row in rows(page, table).locator("button.name").all()]


def count(page, table):
    return page.locator(f"#table-{table} .count").text_content()


def link(page, hash_):
    page.evaluate("(hash) => { location.hash = hash; }", hash_)
    page.wait_for_function(
        "() => document.body.dataset.view === 'tables' && document.querySelector('button.sort')"
    )


def test_nothing_is_done_with_them_before_they_are_opened(page):
    assert page.locator("#tables button").count() == 0
    open_tables(page)
    assert page.locator("#table-actors button.name").count() == 38


def test_at_first_they_hold_what_the_report_holds(page, graph):
    report = as_report(graph)
    pairs = Counter(pair["coverage"] for pair in report["missing_pairs"])
    open_tables(page)
    assert rows(page, "missing").count() == pairs["none"] == 11
    assert rows(page, "not_assessed").count() == pairs["not_assessed"] == 8
    assert rows(page, "findings").count() == len(report["findings"])
    assert page.locator("#tables-status").text_content() == ""


def test_one_rule_shows_as_many_findings_as_the_report_has(page, graph):
    per_rule = Counter(finding["rule"] for finding in as_report(graph)["findings"])
    for rule in ("LINK04", "GOAL06", "ISO01"):
        link(page, "#view=tables&off.rule=" + ",".join(sorted(per_rule.keys() - {rule})))
        page.wait_for_function("(hash) => location.hash.includes(hash)", arg="off.rule")
        assert rows(page, "findings").count() == per_rule[rule]
        assert count(page, "findings") == f"({per_rule[rule]} av {per_rule.total()})"


def test_a_sector_that_is_off_is_off_here_too(page):
    link(page, "#view=tables&off.sector=bolig")
    sectors = {row.locator("td").nth(1).text_content() for row in rows(page, "actors").all()}
    assert "Bolig" not in sectors
    assert count(page, "actors") == "(34 av 38)"
    assert "«Vis alt»" in page.locator("#tables-status").text_content()
    choose_in_menu(page, "Vis alt")
    assert count(page, "actors") == "(38)"
    assert page.locator("#tables-status").text_content() == ""


def test_a_heading_sorts_and_sorts_the_other_way(visit):
    page = visit(map_page(NORWEGIAN)).page
    open_tables(page)
    heading = page.locator("#table-actors th").first
    heading.get_by_role("button").click()
    order = ["=1+1", "Aker", 'Med "hermetegn"', "Zink", "Ærfugl", "Øst", "Ås"]
    assert names(page, "actors") == order
    assert heading.get_attribute("aria-sort") == "ascending"
    assert page.locator("#announcer").text_content() == "Sortert etter Navn, stigende"
    page.keyboard.press("Enter")
    assert names(page, "actors") == order[::-1]
    assert heading.get_attribute("aria-sort") == "descending"
    assert page.locator("#table-actors th[aria-sort]").count() == 1


def test_what_is_equal_keeps_its_order(visit):
    page = visit(map_page(NORWEGIAN)).page
    open_tables(page)
    headings = page.locator("#table-actors thead button")
    headings.nth(0).click()
    headings.nth(2).click()
    found = [
        (row.locator("td").nth(1).text_content(), row.locator("button.name").text_content())
        for row in rows(page, "actors").all()
    ]
    assert [name for sector, name in found if sector == "Bolig"] == ["Aker", "Øst"]
    assert [name for sector, name in found if sector == "Helse"] == ["Zink", "Ærfugl"]


@pytest.mark.parametrize("way", ["new", "old"])
def test_what_is_copied_can_be_read_back(visit, way):
    tab = visit(map_page(NORWEGIAN), permissions=["clipboard-read", "clipboard-write"])
    page = tab.page
    if way == "old":
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }"
        )
    open_tables(page)
    page.get_by_role("button", name="Kopier tabellen «Aktører»").focus()
    page.locator("#table-actors thead button").first.click()
    page.get_by_role("button", name="Kopier tabellen «Aktører»").click()
    page.get_by_text("Kopiert: 7 rader").first.wait_for()
    text = page.evaluate("() => navigator.clipboard.readText()")
    copied = list(csv.reader(text.splitlines(), dialect="excel-tab"))
    assert copied[0] == ["Navn", "Type", "Sektor", "Spurt?", "Deltar i"]
    assert [row[0] for row in copied[1:]] == [
        "'=1+1",
        "Aker",
        'Med "hermetegn"',
        "Zink",
        "Ærfugl",
        "Øst",
        "Ås",
    ]
    assert {len(row) for row in copied} == {5}


def test_only_what_is_shown_is_copied(visit, example):
    page = visit(example, permissions=["clipboard-read", "clipboard-write"]).page
    link(page, "#view=tables&off.sector=bolig")
    page.locator("#table-actors button.name").nth(5).click()
    page.get_by_role("button", name="Kopier tabellen «Aktører»").click()
    page.get_by_text("Kopiert: 34 rader").first.wait_for()
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert len(text.splitlines()) == 35
    assert "Vis i kartet" not in text


def test_a_row_is_selected_and_shown_in_the_map(page):
    open_tables(page)
    row = rows(page, "not_assessed").first
    row.locator("button.name").focus()
    page.keyboard.press("Enter")
    assert row.get_attribute("aria-current") == "true"
    assert "Kan ikke vurderes" in page.locator("#announcer").text_content()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("tab", selected=True).text_content() == "Aktører og arenaer"
    assert page.evaluate("() => document.activeElement.id") == "map"
    # Such lines are off at first, and are on now: «Angre» takes it back.
    assert "Kan ikke vurderes: 8 av 8" in page.locator("#status").text_content()
    choose_in_menu(page, "Angre")
    assert "Kan ikke vurderes: 0 av 8" in page.locator("#status").text_content()


def test_a_row_of_another_view_opens_that_view(page):
    open_tables(page)
    page.locator("#table-lines-goals button.name").first.click()
    page.get_by_role("button", name="Vis i kartet").click()
    assert page.get_by_role("tab", selected=True).text_content() == "Mål"


def test_of_several_findings_about_the_same_the_one_that_was_clicked_has_the_button(page):
    open_tables(page)
    keys = [row.get_attribute("data-key") for row in rows(page, "findings").all()]
    key = next(key for key, times in Counter(keys).items() if times > 1 and key)
    last = page.locator(f'#table-findings tr[data-key="{key}"]').last
    last.locator("button.name").click()
    assert last.get_by_role("button", name="Vis i kartet").is_visible()
    assert page.get_by_role("button", name="Vis i kartet").count() == 1


def test_what_is_hostile_is_text(visit):
    page = visit(map_page(hostile_graph())).page
    open_tables(page)
    shown = set(page.locator("#tables button.name").all_text_contents())
    assert shown >= {" ".join(text.split()) for text in HOSTILE}
    assert page.locator("#tables button.name *, #tables button.sort *").count() == 0
    page.locator("#table-actors thead button").first.click()
    for name in page.locator("#table-actors button.name").all():
        name.click()
    assert page.locator("#tables img, #tables script").count() == 0


def test_ten_thousand_rows_do_not_slow_the_first_drawing(visit, example):
    """They are parsed, and neither laid out nor touched."""
    start = example.index("<tr data-key", example.index('id="table-actors"'))
    row = example[start : example.index("</tr>", start) + len("</tr>")]
    page = visit(example[:start] + row * 10_000 + example[start:]).page
    page.wait_for_function("() => performance.getEntriesByName('drawn').length")
    assert page.locator("#tables button").count() == 0
    assert (
        page.evaluate("() => document.querySelector('#tables').getBoundingClientRect().height") == 0
    )
