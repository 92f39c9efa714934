"""The meeting mode: one question at a time, what is decided about it, and the way back to the report."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from samordning_graph.common.locale import in_language
from samordning_graph.graph.build import build
from samordning_graph.input.minutes_file import read_minutes
from samordning_graph.input.overlay import overlaid
from samordning_graph.input.read_model import read_model
from samordning_graph.input.read_source import read_source
from samordning_graph.input.validate import validate
from samordning_graph.map.page.html_page import map_page
from samordning_graph.rules.accepted_gaps import acceptances
from samordning_graph.rules.register import RULES
from samordning_graph.schema.tables import AcceptedGap, AgreedStep, Link, Participation
from tests.helpers.running import invoke
from tests.map.page.test_html_page import hostile_graph

pytestmark = pytest.mark.browser

EXAMPLE = "data/eksempel"
HOSTILE_NOTE = "\"}\n- a: *b # 'c'\t</script><img src=x onerror=alert(1)> {{7*7}} [~ null: \\ 😀 æøå\u2028\u0085"
"""What a person may paste, and worse."""
INVITED = ("LINK03", "eiendomsavdelingen", ("slt-koordineringen",))
APART = ("LINK03", "booppfolgingstjenesten", ("slt-koordineringen",))
LINKED = ("LINK04", "boligkontoret", ("imdi",))
ACCEPTED = ("LINK04", "eiendomsavdelingen", ("hjemmetjenesten",))


def example_page():
    return map_page(build(read_model(EXAMPLE)))


@pytest.fixture(scope="module")
def example():
    with in_language("en"):
        return example_page()


@pytest.fixture
def page(visit, example):
    return visit(example).page


def data_of(page):
    return json.loads(page.locator("#map-data").text_content())


def place_of(page, identity):
    return list(identities(page)).index(identity)


def agenda_of(page):
    """The places of the strongest findings of the matters on the proposed agenda."""
    matters = data_of(page)["matters"]
    return [matter["findings"][0] for matter in matters if matter["isProposed"]]


def identities(page):
    for finding in data_of(page)["findings"]:
        yield (
            finding["identity"]["rule"],
            finding["identity"]["subject"],
            tuple(finding["identity"]["related"]),
        )


def open_at(page, identity):
    place = place_of(page, identity)
    page.evaluate("place => { location.hash = `meeting=${place}`; }", place)
    dialog(page).wait_for()


def dialog(page):
    return page.locator("#meeting")


def button(page, name):
    return dialog(page).get_by_role("button", name=name)


def choose(page, outcome):
    dialog(page).get_by_role("radio", name=outcome).check()


def field(page, name):
    return dialog(page).locator(f"[name={name}]")


def write(page, name, text):
    field(page, name).fill(text)
    field(page, name).blur()


def saved(page, name):
    with page.expect_download() as caught:
        button(page, name).click()
    return caught.value


def state_with(html, decisions):
    """The page as it is when it was saved with decisions in it."""
    kept = json.dumps({"decisions": decisions}).replace("<", "\\u003c")
    block = '<script type="application/json" id="map-state">'
    return html.replace(f"{block}{{}}", block + kept)


def laid_over(file):
    """The example with the rows of a file laid over it."""
    source = overlaid(read_source(Path(EXAMPLE)), read_source(Path(file)))
    model = validate(source, date.today())
    assert model is not None, source.problems.in_order()
    return model


def place_in(page):
    return int(page.evaluate("location.hash").removeprefix("#meeting="))


class TestAgenda:
    def test_it_begins_with_the_first_of_the_report(self, page):
        page.get_by_role("button", name="Meeting mode").click()
        first = data_of(page)["findings"][agenda_of(page)[0]]
        text = dialog(page).text_content()
        for part in ("title", "observation", "question", "ground", "dataBasis", "nextStep"):
            assert first[part] in text
        assert dialog(page).locator("#meeting-progress").text_content() == "1 of 5 on the agenda"

    def test_the_arrow_keys_lead_through_the_agenda_and_no_further(self, page):
        page.get_by_role("button", name="Meeting mode").click()
        talked_about = [place_in(page)]
        for _step in range(6):
            page.keyboard.press("ArrowRight")
            talked_about.append(place_in(page))
        assert list(dict.fromkeys(talked_about)) == agenda_of(page)
        assert button(page, "Next").is_disabled()
        page.keyboard.press("ArrowLeft")
        assert place_in(page) == agenda_of(page)[-2]

    def test_all_grounds_of_two_stand_together_with_one_question(self, page):
        open_at(page, ("LINK04", "barneverntjenesten", ("boligkontoret",)))
        assert (
            page.locator("#meeting-title").text_content() == "3. Barneverntjenesten – Boligkontoret"
        )
        assert page.locator("#meeting-grounds li").count() == 3
        assert page.locator("#meeting .question").count() == 1

    def test_another_matter_is_put_on_by_a_tick(self, page):
        open_at(page, LINKED)
        assert page.locator("#meeting-progress").text_content() == "Not on the agenda"
        page.locator("#agenda-more summary").click()
        box = dialog(page).get_by_role("checkbox", name="Boligkontoret – IMDi")
        box.focus()
        page.keyboard.press("Space")
        assert page.locator("#meeting-progress").text_content() == "6 of 6 on the agenda"
        assert "Put on the agenda: " in dialog(page).locator("[aria-live]").text_content()
        assert box.is_checked()
        assert page.evaluate("document.activeElement.type") == "checkbox"
        box.uncheck(force=True)
        assert page.locator("#agenda-list li").count() == 5

    def test_filters_that_are_on_are_honoured(self, page):
        page.evaluate("() => { location.hash = 'meeting=0&off.rule=PLAN02'; }")
        assert page.locator("#agenda-list li").count() == 4
        assert page.locator("#agenda-left-out").text_content() == "1 left out by the filters"

    def test_when_everything_is_off_the_agenda_is_empty(self, page):
        bases = ",".join(data_of(page)["words"]["basis"])
        page.evaluate("bases => { location.hash = `meeting=9999&off.basis=${bases}`; }", bases)
        assert dialog(page).get_by_text("There is nothing to talk about").is_visible()
        page.keyboard.press("Escape")
        assert dialog(page).is_hidden()

    def test_the_map_shows_what_is_talked_about(self, page):
        open_at(page, LINKED)
        button(page, "Show on the map").click()
        assert dialog(page).is_hidden()
        assert page.locator("#caption h2").text_content().startswith("Boligkontoret – IMDi")
        assert page.evaluate("document.activeElement.id") == "map"
        page.keyboard.press("Enter")
        page.locator("#panel").get_by_role("button", name="Take it up in meeting mode").click()
        assert dialog(page).locator("#meeting-title").text_content() == "9. Boligkontoret – IMDi"

    def test_a_line_that_is_not_drawn_is_drawn_when_it_is_asked_for(self, page):
        number = next(
            number
            for number, finding in enumerate(data_of(page)["findings"])
            if finding["rule"] == "LINK04" and finding["status"] == "not_assessed"
        )
        page.evaluate("place => { location.hash = `meeting=${place}`; }", number)
        button(page, "Show on the map").click()
        assert page.locator("input[data-filter=tie][data-word=not_assessed]").is_checked()
        assert page.locator("#panel .kind").text_content() == "Cannot be assessed"

    def test_it_comes_back_to_where_it_was(self, page):
        open_at(page, LINKED)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Meeting mode").press("Enter")
        assert dialog(page).locator("#meeting-title").text_content() == "9. Boligkontoret – IMDi"


class TestDecisions:
    def test_an_invitation_is_proposed_as_the_next_step_says(self, page):
        open_at(page, INVITED)
        choose(page, "Invite to an arena")
        assert field(page, "actor").input_value() == "slt-koordineringen"
        assert field(page, "arena").input_value() == "boligsosial-koordineringsgruppe"
        assert (
            "SLT-koordineringen is invited to" in page.locator("#meeting-decisions").text_content()
        )

    def test_what_to_know_of_confidentiality_stands_beside_a_seat_only(self, page):
        text = "without information about single persons"
        open_at(page, INVITED)
        assert dialog(page).get_by_text(text).count() == 1
        open_at(page, APART)
        assert dialog(page).get_by_text(text).count() == 0

    def test_of_a_duty_it_is_across_its_two_sides(self, page):
        open_at(page, next(identity for identity in identities(page) if identity[0] == "LINK01"))
        choose(page, "Invite to an arena")
        actor, arena = (
            field(page, name).locator("option:checked").text_content()
            for name in ("actor", "arena")
        )
        assert dialog(page).get_by_text(f"{actor} can be invited to «{arena}»").is_visible()

    def test_what_is_accepted_needs_a_reason(self, page):
        open_at(page, ACCEPTED)
        choose(page, "Settled as it is")
        lacking = "Not finished. To be filled in: why it is accepted."
        assert page.locator("#meeting-lacking").text_content() == lacking
        assert field(page, "reason").get_attribute("aria-invalid") == "true"
        write(page, "reason", "Too few")
        assert page.locator("#meeting-lacking").text_content() == ""

    def test_a_note_alone_is_a_note(self, page):
        open_at(page, ACCEPTED)
        write(page, "note", "Ask the home care service")
        assert dialog(page).get_by_role("radio", name="Only a note").is_checked()
        assert page.locator("#meeting-count").text_content() == "(1)"

    def test_a_note_is_kept_with_arrow_escape_and_link(self, page):
        open_at(page, ACCEPTED)
        field(page, "note").fill("typed, and not left")
        page.keyboard.press("Escape")
        open_at(page, ACCEPTED)
        assert field(page, "note").input_value() == "typed, and not left"

    def test_it_can_be_undone(self, page):
        open_at(page, LINKED)
        choose(page, "Agree directly")
        choose(page, "It exists already")
        button(page, "Undo").click()
        assert dialog(page).get_by_role("radio", name="Agree directly").is_checked()
        button(page, "Undo").click()
        assert dialog(page).get_by_role("radio", name="Nothing yet").is_checked()

    def test_what_is_decided_is_decided_on_every_ground(self, page):
        pair = ("barneverntjenesten", ("boligkontoret",))
        open_at(page, ("LINK05", *pair))
        choose(page, "As proposed")
        open_at(page, ("LINK04", *pair))
        assert dialog(page).get_by_role("radio", name="As proposed").is_checked()
        assert page.locator("#meeting-count").text_content() == "(1)"
        file = saved(page, "Save the decisions").path().read_text(encoding="utf-8")
        assert file.count("actor:") == 1
        assert file.partition("_minutes:")[2].count("matter:") == 1

    def test_settled_it_is_settled_on_every_ground(self, page):
        open_at(page, ("LINK05", "barneverntjenesten", ("boligkontoret",)))
        choose(page, "Settled as it is")
        write(page, "reason", "Known")
        file = saved(page, "Save the decisions").path().read_text(encoding="utf-8")
        assert re.findall(r'code: "(.*)"', file) == ["LINK03", "LINK05", "LINK04"]

    def test_a_name_where_a_role_belongs_is_pointed_out(self, page):
        open_at(page, LINKED)
        choose(page, "Agree directly")
        field(page, "owner").fill("Leader of Boligkontoret")
        assert page.locator("#meeting-names").is_hidden()
        field(page, "owner").fill("Kari Nordmann")
        assert page.locator("#meeting-names").is_visible()

    def test_the_panel_tells_it_too(self, page):
        open_at(page, LINKED)
        choose(page, "Agree directly")
        button(page, "Show on the map").click()
        assert "From the meeting: Boligkontoret and IMDi agree" in (
            page.locator("#panel")
            .text_content()
            .replace("IMDi and Boligkontoret", "Boligkontoret and IMDi")
        )

    def test_nobody_loses_them_unasked(self, page):
        leaving = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
        assert not page.evaluate(leaving)
        open_at(page, LINKED)
        choose(page, "Agree directly")
        assert page.evaluate(leaving)
        saved(page, "Save the notes")
        assert not page.evaluate(leaving)


class TestOrder:
    """The agenda in the order of the meeting: by keyboard, by button and by hand."""

    @staticmethod
    def titles(page):
        return page.locator("#agenda-list button.link").all_text_contents()

    def test_alt_and_an_arrow_move_a_matter_which_keeps_the_focus_and_is_told(self, page):
        open_at(page, APART)
        before = self.titles(page)
        page.locator("#agenda-list button.link").nth(1).focus()
        page.keyboard.press("Alt+ArrowUp")
        assert self.titles(page) == [before[1], before[0], *before[2:]]
        assert page.evaluate("() => document.activeElement.textContent") == before[1]
        announced = page.locator("#meeting > [aria-live]").text_content()
        assert announced == f"{before[1]} is now 1 of 5 on the agenda"
        page.keyboard.press("Alt+ArrowUp")
        assert self.titles(page)[0] == before[1]

    def test_a_button_moves_it_too_and_undo_moves_it_back(self, page):
        open_at(page, APART)
        before = self.titles(page)
        page.locator("#agenda-list .move[data-way=down]").first.click()
        assert self.titles(page)[:2] == [before[1], before[0]]
        assert page.evaluate("() => document.activeElement.dataset.way") == "down"
        button(page, "Undo").click()
        assert self.titles(page) == before

    def test_it_is_dragged_to_the_place_of_another(self, page):
        open_at(page, APART)
        before = self.titles(page)
        items = page.locator("#agenda-list > li")
        items.nth(4).drag_to(items.nth(0), target_position={"x": 40, "y": 3})
        assert self.titles(page) == [before[4], *before[:4]]
        items.nth(0).drag_to(
            items.nth(4), target_position={"x": 40, "y": items.nth(4).bounding_box()["height"] - 3}
        )
        assert self.titles(page) == before

    def test_the_meeting_goes_and_is_minuted_in_that_order_and_the_file_keeps_it(
        self, page, tmp_path
    ):
        open_at(page, APART)
        before = self.titles(page)
        page.locator("#agenda-list button.link").nth(2).focus()
        page.keyboard.press("Alt+ArrowUp")
        page.keyboard.press("Alt+ArrowUp")
        for title, outcome in ((before[0], "Postpone"), (before[2], "Agree directly")):
            page.locator("#agenda-list").get_by_role("button", name=title, exact=True).click()
            choose(page, outcome)
        page.locator("#agenda-list button.link").first.click()
        button(page, "Next").click()
        assert page.locator("#meeting-title").text_content() == before[0]
        rows = page.locator("#minutes-table tbody th").all_text_contents()
        assert rows == [before[2], before[0]]
        file = tmp_path / "decisions.yaml"
        saved(page, "Save the decisions (YAML)").save_as(file)
        text = file.read_text(encoding="utf-8")
        agenda = re.findall(r'- matter: "(.*?)"', text.partition("_minutes:")[0])
        assert [title.partition(". ")[2] for title in self.titles(page)] == agenda
        assert invoke("report", EXAMPLE, "--what-if", str(file)).exit_code == 0
        assert [item.matter for item in read_minutes(file).items] == [
            title.partition(". ")[2] for title in rows
        ]

    def test_the_pair_is_drawn_for_those_who_see_and_told_to_those_who_do_not(self, page):
        open_at(page, APART)
        picture = page.locator("#meeting-pair")
        assert picture.get_attribute("aria-hidden") == "true"
        assert picture.locator(".ends span").count() == 3
        observation = page.locator("#meeting-observation")
        assert "unseen" in observation.get_attribute("class")
        assert observation.text_content()


def test_every_matter_is_reached_by_keyboard_and_told(page):
    page.locator("#map").focus()
    page.keyboard.press("m")
    matters = data_of(page)["matters"]
    reached, names = [], []
    page.locator("#agenda-more summary").focus()
    page.keyboard.press("Enter")
    page.locator("#meeting-agenda li:first-child input").first.focus()
    for _ in range(6 * len(matters)):
        page.keyboard.press("Tab")
        active = page.evaluate(
            "() => { const { tagName, className, textContent } = document.activeElement; return [tagName, className, textContent]; }"
        )
        if active[:2] != ["BUTTON", "link"] or active[2] in names:
            continue
        names.append(active[2])
        page.keyboard.press("Enter")
        announced = dialog(page).locator(":scope > [aria-live]").text_content()
        assert page.locator("#meeting-title").text_content() == active[2]
        assert active[2] in announced
        assert page.locator("#meeting-ask").text_content() in announced
        reached.append(place_in(page))
        if len(reached) == len(matters):
            break
    assert sorted(reached) == sorted(matter["findings"][0] for matter in matters)


class TestMinutes:
    @pytest.fixture
    def decided(self, page):
        open_at(page, LINKED)
        choose(page, "Agree directly")
        write(page, "owner", "Leader of Boligkontoret")
        write(page, "note", "Meet every month")
        field(page, "deadline").fill("2027-01-15")
        field(page, "deadline").blur()
        return page

    def test_each_matter_is_a_row(self, decided):
        cells = decided.locator("#minutes-table tbody tr > *").all_text_contents()
        assert cells[0] == "9. Boligkontoret – IMDi"
        assert cells[1].endswith(" agree to work together directly. Meet every month")
        assert cells[2:] == ["Leader of Boligkontoret", "2027-01-15"]

    def test_one_key_leads_to_them(self, decided):
        decided.locator("#meeting-question").focus()
        decided.keyboard.press("r")
        assert decided.evaluate("document.activeElement.id") == "meeting-list"

    def test_they_can_be_copied_as_text(self, decided):
        decided.context.grant_permissions(["clipboard-read", "clipboard-write"])
        button(decided, "Copy as text").click()
        decided.get_by_text("The minutes are copied.").wait_for(state="attached")
        text = decided.evaluate("() => navigator.clipboard.readText()")
        assert text.startswith("Minutes: coordination in Eksempelvik")
        assert "9. Boligkontoret – IMDi" in text
        assert "Responsible: Leader of Boligkontoret." in text
        assert "Deadline: 2027-01-15." in text

    def test_they_are_printed_alone_and_without_buttons(self, decided):
        decided.evaluate(
            "() => { window.print = () => window.dispatchEvent(new Event('beforeprint')); }"
        )
        button(decided, "Print the minutes").click()
        decided.emulate_media(media="print")
        paper = decided.locator("#paper")
        assert paper.locator("tbody tr").count() == 1
        assert paper.locator("button, svg").count() == 0
        assert paper.is_visible()
        assert dialog(decided).is_hidden()
        decided.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
        assert paper.locator("table").count() == 0

    def test_the_file_of_decisions_becomes_a_document(self, decided, tmp_path):
        file = tmp_path / "decisions.yaml"
        saved(decided, "Save the decisions").save_as(file)
        result = invoke("minutes", file, "--lang", "en")
        assert result.exit_code == 0
        assert "Meet every month" in result.stdout
        assert "Leader of Boligkontoret" in result.stdout


class TestRoundTrip:
    @pytest.fixture
    def decided(self, page):
        open_at(page, INVITED)
        choose(page, "Invite to an arena")
        open_at(page, LINKED)
        choose(page, "Agree directly")
        open_at(page, ACCEPTED)
        choose(page, "Settled as it is")
        write(page, "reason", HOSTILE_NOTE)
        write(page, "owner", "Leader of home care")
        field(page, "expires").fill("2099-12-31")
        field(page, "expires").blur()
        return page

    def test_the_report_sees_exactly_what_was_decided(self, decided, tmp_path):
        download = saved(decided, "Save the decisions")
        assert re.fullmatch(r"decisions-0000-\d{4}-\d\d-\d\d\.yaml", download.suggested_filename)
        file = tmp_path / "rows.yaml"
        download.save_as(file)
        result = invoke("report", EXAMPLE, "--what-if", file, "--format", "json")
        assert result.exit_code == 0
        change = json.loads(result.stdout)
        pairs = [
            (finding["rule"], finding["subject"], tuple(finding["related"]))
            for finding in change["closed"]
            if finding["rule"] in ("LINK01", "LINK02", "LINK03", "LINK04", "LINK05")
        ]
        assert pairs == [INVITED, LINKED]
        assert change["new"] == []
        graph = build(laid_over(file))
        accepted = [
            (rule.code, case.subject, case.related)
            for rule in RULES
            for case in rule.assess(graph).found
            if acceptances(graph).of(rule.code, case)
        ]
        assert ACCEPTED in accepted
        assert len(accepted) == 2  # and the one that the example has

    def test_rows_say_that_a_meeting_decided_them_and_when(self, decided, tmp_path):
        file = tmp_path / "rows.yaml"
        saved(decided, "Save the decisions").save_as(file)
        model = laid_over(file)
        today = date.today()
        sources = {
            row.source
            for table in (Participation, Link, AcceptedGap)
            for row in model.all(table)
            if row.source_date == today
        }
        assert sources == {
            f"{what} in a meeting {today}" for what in ("Decided", "Agreed", "Accepted")
        }

    def test_what_somebody_is_to_do_stands_in_the_action_list(self, decided, tmp_path):
        file = tmp_path / "rows.yaml"
        saved(decided, "Save the decisions").save_as(file)
        invited, linked = (
            step for step in laid_over(file).all(AgreedStep) if step.decided == date.today()
        )
        assert {invited.subject, *invited.related} == {INVITED[1], *INVITED[2]}
        assert {linked.subject, *linked.related} == {LINKED[1], *LINKED[2]}
        assert linked.source == f"Agreed in a meeting {date.today()}"
        assert (linked.status, linked.decided) == ("agreed", date.today())

    def test_hostile_notes_arrive_as_they_were_typed(self, decided, tmp_path):
        file = tmp_path / "rows.yaml"
        saved(decided, "Save the decisions").save_as(file)
        gap = next(
            gap for gap in laid_over(file).all(AcceptedGap) if gap.owner == "Leader of home care"
        )
        assert gap.reason.split() == HOSTILE_NOTE.split()
        notes = tmp_path / "notes.json"
        saved(decided, "Save the notes").save_as(notes)
        notes_read = json.loads(notes.read_text(encoding="utf-8"))
        assert (notes_read["format"], notes_read["version"]) == ("samordning-notes", 2)
        assert [decision["outcome"] for decision in notes_read["decisions"]] == [
            "invite",
            "agree",
            "accept",
        ]
        assert notes_read["decisions"][2]["reason"] == HOSTILE_NOTE
        assert decided.locator("#meeting-decisions :is(img, script)").count() == 0

    def test_every_finding_can_be_accepted(self, visit, tmp_path):
        html = example_page()
        decisions = {
            key: {"outcome": "accept", "date": "2026-01-01", "reason": "x"} for key in keys_of(html)
        }
        page = visit(state_with(html, decisions)).page
        page.get_by_role("button", name="Møtemodus").click()
        file = tmp_path / "rader.yaml"
        saved(page, "Lagre beslutningene").save_as(file)
        graph = build(laid_over(file))
        left = [
            (rule.code, case)
            for rule in RULES
            for case in rule.assess(graph).found
            if not acceptances(graph).of(rule.code, case)
        ]
        assert left == []

    def test_what_is_copied_fits_the_workbook(self, decided, tmp_path):
        decided.context.grant_permissions(["clipboard-read", "clipboard-write"])
        template = tmp_path / "template.xlsx"
        invoke("template", template)
        book = load_workbook(template)
        for sheet in ("Deltakelse", "Samarbeid", "Avklarte funn"):
            button(decided, f"Copy rows for the sheet {sheet}").click()
            decided.get_by_text(f"Rows for the sheet {sheet} are copied: 1.").wait_for(
                state="attached"
            )
            text = decided.evaluate("() => navigator.clipboard.readText()")
            rows = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
            headings = [cell.value for cell in book[sheet][1]]
            assert rows[0] == headings
            book[sheet].append(rows[1])
        file = tmp_path / "meeting.xlsx"
        book.save(file)
        graph = build(laid_over(file))
        found = {
            (rule.code, case.subject, case.related)
            for rule in RULES
            for case in rule.assess(graph).found
            if not acceptances(graph).of(rule.code, case)
        }
        assert found.isdisjoint({INVITED, LINKED, ACCEPTED})


def keys_of(html):
    block = re.search(r'id="map-data">(.*?)</script>', html, re.DOTALL).group(1)
    return [matter["key"] for matter in json.loads(block)["matters"]]


class TestAccess:
    def test_by_keyboard_alone(self, page):
        page.get_by_role("button", name="Meeting mode").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "meeting-question"
        page.keyboard.press("ArrowRight")
        assert "2 of 5" in dialog(page).locator("[aria-live]").text_content()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")  # the choices, of which «Nothing yet» is the last
        for _choice in range(5):
            page.keyboard.press("ArrowDown")
        assert dialog(page).get_by_role("radio", name="Settled as it is").is_checked()
        page.keyboard.press("Tab")
        page.keyboard.type("We know")
        page.keyboard.press("ArrowLeft")  # in a text it moves the cursor
        assert "1 of 5" in dialog(page).locator("#meeting-progress").text_content()
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.do") == "meeting"
        page.keyboard.press("Enter")
        assert "Settled as it is: We know" in dialog(page).text_content()

    @pytest.mark.parametrize("width", [1280, 400])
    def test_nothing_is_in_the_way_of_anybody(self, page, axe, width):
        page.set_viewport_size({"width": width, "height": 720})
        open_at(page, ACCEPTED)
        choose(page, "Settled as it is")
        assert axe(page) == []
        assert page.evaluate(
            "() => { const one = document.getElementById('meeting'); return one.scrollWidth <= one.clientWidth; }"
        )

    def test_on_a_projector_the_question_and_the_choices_are_seen_at_once(self, page):
        for place in (0, 5, 11, 60):
            page.evaluate("place => { location.hash = `meeting=${place}`; }", place)
            below = page.locator("#meeting-ask").evaluate(
                "one => one.getBoundingClientRect().bottom"
            )
            assert below < 720
            assert (
                page.locator("#meeting-ask").evaluate(
                    "one => parseFloat(getComputedStyle(one).fontSize)"
                )
                >= 28
            )

    def test_hostile_data_is_text(self, visit):
        page = visit(map_page(hostile_graph())).page
        page.evaluate("() => { location.hash = 'meeting=0'; }")
        for number in range(len(data_of(page)["findings"])):
            page.evaluate("number => { location.hash = `meeting=${number}`; }", number)
        assert page.locator("#meeting :is(img, script)").count() == 0
