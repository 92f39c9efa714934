"""The projector: the whole map, one matter at a time, what was decided; and back to the map."""

import pytest

pytestmark = pytest.mark.browser

SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"


@pytest.fixture
def page(visit, example):
    page = visit(example).page
    page.locator("#map").focus()
    page.keyboard.press("p")
    return page


def slide(page):
    return page.locator("#projector .slide")


def chosen(page, name):
    return page.evaluate("(name) => new URLSearchParams(location.hash.slice(1)).get(name)", name)


def test_it_begins_with_the_whole_map_and_nothing_else(page):
    assert page.locator("#map canvas").is_visible()
    assert page.get_by_role("banner").count() == 0
    assert slide(page).inner_text().startswith("11 par har grunn til å samordne seg")
    assert "23 dokumentert" in slide(page).inner_text()


def test_a_pair_is_drawn_large_with_what_holds_today(page):
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    assert page.locator("#map").is_hidden()
    assert "Boligkontoret" in slide(page).locator(".ends").inner_text()
    assert "uten fast møteplass eller samarbeid i dataene" in slide(page).inner_text()
    assert slide(page).locator(".today li").all_inner_texts() == [
        "Akuttboligmøtet",
        "Eiendomsavdelingen",
    ]
    assert slide(page).locator(".ends").evaluate(SIZE) == 32
    assert slide(page).locator(".today li").first.evaluate(SIZE) >= 22
    assert slide(page).locator(".ask").evaluate(SIZE) >= 30
    assert page.locator("#announcer").text_content().startswith("Sak 2 · 2 av ")


def test_all_grounds_of_a_pair_are_one_matter(page):
    seen = []
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        ends = slide(page).locator(".ends span").all_inner_texts()
        if ends:
            seen.append((ends[0], ends[-1]))
    assert len(seen) > 5
    assert len(set(seen)) == len(seen)


def test_the_last_step_is_what_was_decided_and_there_it_ends(page):
    page.evaluate("location.hash = 'projector=999'")
    assert "Dette ble bestemt" in slide(page).inner_text()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert "Dette ble bestemt" in slide(page).inner_text()
    assert page.evaluate("() => document.activeElement.id") == "projector"


def test_escape_leads_to_what_was_shown_and_then_to_the_whole_map(page):
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert chosen(page, "projector") is None
    assert chosen(page, "selected") == "missing|boligkontoret|plan-og-samfunnsutvikling"
    assert page.locator("#caption h2").is_visible()
    assert page.evaluate("() => document.activeElement.id") == "map"
    page.keyboard.press("p")
    assert slide(page).inner_text().startswith("Sak 2 · 2 av ")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert chosen(page, "selected") is None


def test_a_finger_turns_the_page(page):
    swipe = """(far) => { const screen = document.getElementById("projector");
      for (const [type, x] of [["pointerdown", 400], ["pointerup", 400 + far]]) {
        screen.dispatchEvent(new PointerEvent(type, { pointerType: "touch", clientX: x, clientY: 300 }));
      } }"""
    page.evaluate(swipe, -120)
    assert chosen(page, "projector") == "1"
    page.evaluate(swipe, 120)
    assert chosen(page, "projector") == "0"
    page.evaluate(swipe, 10)
    assert chosen(page, "projector") == "0"


@pytest.mark.parametrize("step", [0, 2, 999])
def test_nobody_is_kept_out(page, axe, step):
    page.evaluate("step => { location.hash = `projector=${step}`; }", step)
    assert axe(page) == []
