"""What has been chosen stands out, the strip below the map says what it is, and Esc leads back."""

import pytest

from tests.map.page.menu import choose_in_menu

pytestmark = pytest.mark.browser

PAIR = "missing|boligkontoret|plan-og-samfunnsutvikling"
PICTURE = "() => document.querySelector('#map canvas').toDataURL()"
INK = """() => {
  const drawn = document.querySelector("#map canvas");
  const canvas = new OffscreenCanvas(drawn.width, drawn.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(drawn, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counted = { dark: 0, path: 0, pair: 0 };
  for (let i = 0; i < data.length; i += 4) {
    const [red, green, blue, alpha] = data.slice(i, i + 4);
    if (alpha > 200 && red + green + blue < 300) counted.dark += 1;
    if (red === 0x14 && green === 0x49 && blue === 0x6f) counted.path += 1;
    if (red === 0xc2 && green === 0x3b && blue === 0x00) counted.pair += 1;
  }
  return counted;
}"""


@pytest.fixture
def page(visit, example):
    return visit(example).page


def select(page, selected):
    page.evaluate("key => { location.hash = `${location.hash}&selected=${key}`; }", selected)
    page.locator("#caption").wait_for()


def caption(page):
    return page.locator("#caption").inner_text()


def test_at_first_the_map_has_the_whole_width_and_the_strip_says_how_much_is_documented(page):
    assert page.locator("#side").is_hidden()
    assert page.locator("#map").bounding_box()["width"] == 1280
    assert page.locator("#caption").is_hidden()
    assert "23 dokumentert" in page.locator("#status").inner_text()


def test_the_rest_is_dimmed_and_a_pair_gets_its_colours(page):
    before = page.evaluate(INK)
    select(page, PAIR)
    after = page.evaluate(INK)

    assert before["path"] < 10
    assert after["dark"] < before["dark"] / 2
    assert after["path"] > 500
    assert 300 < after["pair"] < before["pair"]


def test_a_pair_is_told_with_todays_way_what_does_not_count_and_the_question(page):
    select(page, PAIR)
    assert "Boligkontoret – Plan og samfunnsutvikling" in caption(page)
    assert (
        "I dag: Boligkontoret → Akuttboligmøtet → Eiendomsavdelingen → Plan og samfunnsutvikling."
        in caption(page)
    )
    assert "begge står i «Boligsosialt forum» (bare informasjon)" in caption(page)
    assert "Hvor har Boligkontoret og «Plan og samfunnsutvikling» kontakt?" in caption(page)
    assert "I dag: Boligkontoret →" in page.locator("#announcer").text_content()
    select(page, "missing|boligkontoret|imdi")
    assert "Ingen kjent vei mellom dem i datagrunnlaget." in caption(page)


def test_an_actor_is_told_with_where_it_meets_others_and_whom_it_lacks(page):
    select(page, "boligkontoret")
    assert "Møter andre i (5): " in caption(page)
    assert "Grunn til samordning, men kontakt er ikke dokumentert (4): " in caption(page)


@pytest.mark.parametrize("selected", [PAIR, "boligkontoret", "rop-forum", "duty:krisesenterlova-4"])
def test_escape_gives_the_first_picture_back(page, selected):
    before = page.screenshot()
    select(page, selected)
    assert page.screenshot() != before
    page.keyboard.press("Escape")
    assert page.locator("#caption").is_hidden()
    assert page.screenshot() == before


def test_escape_from_anywhere_ends_at_the_first_picture(page):
    before = page.screenshot()
    page.get_by_role("tab", name="Sektorer").click()
    choose_in_menu(page, "Filter")
    select(page, "sector:bolig")
    page.get_by_role("combobox", name="Søk").fill("husb")
    for _ in range(6):
        page.keyboard.press("Escape")
    page.evaluate("() => document.activeElement.blur()")
    page.mouse.move(0, 0)
    assert page.screenshot() == before


@pytest.mark.parametrize(
    "hash_",
    [
        "view=goals&focus=flere-eier&selected=flere-eier",
        "view=sectors&selected=sector:bolig",
        "view=arenas",
        "view=tables",
        "projector=0",
        "projector=3",
        "projector=999",
        "meeting=0",
        "allTies=yes",
        "chain=nav-eksempelvik,imdi",
        "focus=boligkontoret&selected=boligkontoret",
        "unfolded=bolig",
    ],
)
def test_escape_leads_to_the_first_picture_from_wherever_a_link_leads(page, hash_):
    before = page.screenshot()
    page.evaluate("hash => { location.hash = hash; }", hash_)
    page.wait_for_function("hash => location.hash.length > 1", arg=hash_)
    page.wait_for_timeout(100)
    assert page.screenshot() != before or hash_ == "unfolded=bolig"
    for _ in range(5):
        page.keyboard.press("Escape")
    page.evaluate("() => document.activeElement.blur()")
    page.mouse.move(0, 0)
    page.wait_for_timeout(100)
    assert page.screenshot() == before


def test_what_was_zoomed_to_stays_when_the_strip_opens(page):
    choose_in_menu(page, "Zoom inn")
    choose_in_menu(page, "Zoom inn")
    page.evaluate(
        "() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))"
    )
    zoomed = page.evaluate(PICTURE)
    select(page, "boligkontoret")
    page.evaluate("location.hash = 'selected='")
    page.locator("#caption").wait_for(state="hidden")
    page.wait_for_function(f"() => ({PICTURE})() === {zoomed!r}")


@pytest.mark.parametrize("width", [1280, 400])
def test_the_strip_is_in_nobodys_way(visit, example, axe, width):
    page = visit(example).page
    page.set_viewport_size({"width": width, "height": 720})
    select(page, PAIR)
    assert axe(page) == []
