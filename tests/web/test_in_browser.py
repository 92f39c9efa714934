"""The page that was built, opened from disk in Chromium with the network off."""

import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import openpyxl
import pytest

from samordning_graph.web.files_to_keep import FILES
from tests.helpers.running import DATA
from tests.helpers.samples import DATA_SETS, HOSTILE, HOSTILE_TABLES
from tests.web.conftest import DECISIONS, EXAMPLE, PATIENCE
from tests.web.test_session import workbook

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("web")]
IDS = list(FILES)
DONE = "#status:not(.busy):not(:empty)"


@pytest.fixture(autouse=True)
def nothing_is_fetched_or_said(started):
    """Nothing but the file itself and what the page holds in memory is asked for, and nothing fails."""
    yield
    assert {url for url in started.requests if not url.startswith("blob:")} == {started.file}
    assert started.console == []
    assert started.dialogs == []


def forget_status(tab):
    """Empty the line that says what goes on: what is there later was said since."""
    tab.page.evaluate("() => { document.getElementById('status').textContent = ''; }")


def show(tab, *files):
    """Choose files, and wait for the answer."""
    forget_status(tab)
    tab.page.set_input_files("#file", [str(file) for file in files])
    wait(tab, DONE)
    assert tab.page.is_hidden("#broken"), tab.page.inner_text("#broken")


def wait(tab, selector):
    tab.page.wait_for_selector(selector, timeout=PATIENCE, state="attached")


def open_tab(tab, name):
    tab.page.click(f"#tab-{name}")
    wait(tab, f"#{name}:not([hidden])")
    wait(tab, "#status:not(.busy)")


def kept(tab, button):
    """Return the content of a file that a button downloads."""
    with tab.page.expect_download(timeout=PATIENCE) as download:
        tab.page.click(button)
    return Path(download.value.path()).read_bytes()


def cells(content):
    book = openpyxl.load_workbook(BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_files_are_those_of_python_on_this_machine(started, visit, name):
    csv_files = sorted((DATA / name).glob("*.csv"))
    visit.read(*csv_files)
    show(started, *csv_files)
    open_tab(started, "files")

    for id_ in ("report", "map", "table", "data", "graph", "suggestions", "findings"):
        content = kept(started, f"#files li:nth-child({IDS.index(id_) + 1}) button")
        own = visit.made(id_).read_bytes()
        if id_ == "findings":
            assert cells(content) == cells(own)
        else:
            assert content == own, id_


def test_what_a_coordinator_sees(started):
    show(started, EXAMPLE)
    page = started.page
    assert page.evaluate("document.activeElement.id") == "municipality"
    open_tab(started, "answer")

    assert "Eksempelvik" in page.inner_text("#municipality")
    assert page.inner_text("#status").startswith("Svaret står nedenfor")
    assert page.locator("#answer ol li").count() == 5
    open_tab(started, "report")
    report = page.frame_locator("#report iframe")
    assert "Eksempelvik" in report.locator("h1").inner_text()
    open_tab(started, "map")
    map_ = page.frame_locator("#map iframe")
    map_.locator("#tabs [data-view=arenas]").click()
    map_.get_by_role("button", name="Møtemodus").click()
    assert map_.get_by_text("Dagsorden").first.is_visible()
    open_tab(started, "suggestions")
    assert page.frame_locator("#suggestions iframe").locator("h1").is_visible()
    page.click("#ask-what-if")
    wait(started, "#what-if table")
    assert "Lukket: " in page.inner_text("#what-if")


def test_everything_as_one_zip(started):
    show(started, EXAMPLE)
    open_tab(started, "files")

    with zipfile.ZipFile(BytesIO(kept(started, "#files p button"))) as archive:
        assert len(archive.namelist()) == len(FILES)


def test_an_error_is_shown_with_where_and_what_to_do(started, tmp_path):
    show(started, workbook(tmp_path / "feil.xlsx", C4="sosail"))
    page = started.page

    row = page.locator("#problems tr.error")
    assert [row.locator("td").nth(i).inner_text() for i in (0, 1)] == ["rad 4", "Sektor"]
    assert "Sosial" in row.inner_text()
    assert page.is_hidden("#shown")
    assert "må rettes" in page.inner_text("#problems")


def test_a_corrected_workbook_says_what_has_changed(started, tmp_path):
    show(started, EXAMPLE)
    show(started, workbook(tmp_path / "eksempel.xlsx", B2="Toppledelsen"))
    open_tab(started, "changes")

    assert "Toppledelsen" in started.page.inner_text("#since-last")


def test_an_earlier_report_is_compared_with(started, tmp_path):
    show(started, EXAMPLE)
    open_tab(started, "files")
    data = kept(started, f"#files li:nth-child({IDS.index('data') + 1}) button")
    (tmp_path / "i-fjor.json").write_bytes(data)
    open_tab(started, "changes")
    started.page.set_input_files("#earlier", str(tmp_path / "i-fjor.json"))
    wait(started, "#compared h3")

    assert started.page.inner_text("#compared h3") == "Endret siden «i-fjor.json»"


def test_an_earlier_report_may_be_given_with_the_workbook(started, tmp_path):
    show(started, EXAMPLE)
    open_tab(started, "files")
    data = kept(started, f"#files li:nth-child({IDS.index('data') + 1}) button")
    (tmp_path / "i-fjor.json").write_bytes(data)

    show(started, EXAMPLE, tmp_path / "i-fjor.json")

    assert started.page.inner_text("#taken summary") == "Slik er filene forstått"
    open_tab(started, "changes")
    assert started.page.inner_text("#compared h3") == "Endret siden «i-fjor.json»"


def test_decisions_become_rows_in_the_workbook(started, tmp_path):
    show(started, EXAMPLE)
    open_tab(started, "map")
    (tmp_path / "beslutninger.yaml").write_text(DECISIONS, encoding="utf-8")
    started.page.click("#map summary")
    started.page.set_input_files("#decisions", str(tmp_path / "beslutninger.yaml"))
    wait(started, "#decided button")

    steps = cells(kept(started, "#decided button"))["Oppfølging"]
    assert "Avklar hvem som gjør hva" in [row[0] for row in steps]


def test_hostile_text_stays_text(started, tmp_path):
    """The municipality of the tests in which every name and text is markup, as CSV files."""
    for name, text in HOSTILE_TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    show(started, *tmp_path.iterdir())
    page = started.page
    for name in ("answer", "report", "map", "suggestions", "changes", "files"):
        open_tab(started, name)

    assert HOSTILE in page.inner_text("#municipality")
    for frame in page.frames:
        marks = "document.querySelectorAll('img, script[src], a[href^=java]').length"
        assert frame.evaluate(marks) == 0


@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (3840, 2160)])
def test_axe_finds_nothing_serious(started, axe, size):
    show(started, EXAMPLE)
    page = started.page
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    for name in ("answer", "report", "changes", "files"):
        open_tab(started, name)
        assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_used_by_keyboard_alone(started):
    show(started, EXAMPLE)
    page = started.page
    open_tab(started, "answer")
    page.focus("#tab-answer")
    page.keyboard.press("End")

    assert page.evaluate("document.activeElement.id") == "tab-files"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Last ned"


def test_english_is_a_button_away(started):
    show(started, EXAMPLE)
    page = started.page
    forget_status(started)
    page.click("#languages [lang=en]")
    wait(started, DONE)

    assert page.inner_text("#tab-report") == "Report"
    assert "Talk about this first" in page.inner_text("#answer")
    forget_status(started)
    page.click("#languages [lang=nb]")
    wait(started, DONE)


def test_licences_of_all_that_is_in_it(started):
    page = started.page
    page.click("#to-licences")

    names = page.locator("#licences summary").all_inner_texts()
    for name in ("samordning_graph", "networkx", "Pyodide", "Python", "pyvis"):
        assert any(text.startswith(name) for text in names), name
    page.click("#back")


def test_text_of_double_size_has_room(started):
    show(started, EXAMPLE)
    page = started.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    for name in ("answer", "changes", "files"):
        open_tab(started, name)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("() => { document.documentElement.style.fontSize = ''; }")


def test_a_browser_without_webassembly_says_so(chromium, built):
    """As where scripts are run, but not compiled."""
    context = chromium.new_context(offline=True)
    context.add_init_script("delete globalThis.WebAssembly")
    page = context.new_page()
    page.goto(built.as_uri())

    assert "WebAssembly" in page.inner_text("#status")
    context.close()


def test_on_a_web_server_nothing_is_fetched_from_elsewhere(chromium, built):
    serving = partial(QuietHandler, directory=built.with_name("site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context()
        page, requests = context.new_page(), []
        page.on("request", lambda request: requests.append(request.url))
        address = f"http://127.0.0.1:{server.server_port}/"
        page.goto(address)
        page.wait_for_selector("body[data-ready]", timeout=PATIENCE)
        page.click("#example")
        page.wait_for_selector("#result:not([hidden])", timeout=PATIENCE)
        context.close()
        server.shutdown()

    assert all(url.startswith((address, "blob:")) for url in requests)


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass
