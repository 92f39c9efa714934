"""The words of the page, by key, in the language in use. `{…}` is filled in by its scripts."""

from samordning_graph.common.locale import _
from samordning_graph.rules.family import FAMILIES


def page_texts() -> dict[str, str]:
    """Return all of them."""
    return {
        **_beginning(),
        **_progress(),
        **_answer(),
        **_options(),
        **{f"family_{family.code}": _(family.title) for family in FAMILIES},
    }


def _beginning() -> dict[str, str]:
    return {
        "title": _("Coordination of social-housing work"),
        "lead": _(
            "Drop your workbook on this page, and see who coordinates, where a contact is missing and"
            " what to fill in next."
        ),
        "private": _(
            "All of it happens on your own machine. Nothing is sent anywhere, and nothing is kept when"
            " you close the page."
        ),
        "drop": _("Drop the workbook on the page"),
        "choose": _("Choose a file …"),
        "which_files": _(
            "A workbook (.xlsx). Or several at once: the parts of a municipality, or its tables as"
            " CSV."
        ),
        "example": _("Try the example municipality"),
        "template": _("Download an empty workbook"),
        "language": _("Language"),
        "licences": _("Licences"),
        "back": _("Back"),
        "no_script": _("The page needs JavaScript, which is switched off in this browser."),
        "no_webassembly": _(
            "This browser does not run WebAssembly, which the page needs. It may be switched off where"
            " security is strict (JIT off). Try another browser, or ask those who run your machines to"
            " allow it for this file."
        ),
    }


def _progress() -> dict[str, str]:
    return {
        "starting": _("Starting. It takes a few seconds …"),
        "ready": _("Ready. Drop the workbook on the page."),
        "waiting": _("«{files}» is read as soon as the page is ready …"),
        "reading": _("Reading «{files}» …"),
        "looking": _("Looking again …"),
        "making": _("Making «{name}» …"),
        "made": _("«{name}» is ready."),
        "reading_decisions": _("Reading «{name}» …"),
        "comparing": _("Comparing with «{name}» …"),
        "shown": _("{municipality} is shown below."),
        "to_correct": _("Nothing is shown yet: see what to correct below."),
        "replace": _("Replace what is shown with «{files}»?"),
        "broken": _("Something went wrong in the program itself. Nothing of yours is lost."),
        "broken_details": _("What to send to those who made it"),
        "taken": _("What the files are taken for"),
        "several": _("These files hold several municipalities. Which do you want to see?"),
        "parts": _(
            "Files with the same municipality number are read as parts of one municipality."
        ),
    }


def _answer() -> dict[str, str]:
    return {
        "tabs": _("What you get"),
        "tab_answer": _("In short"),
        "tab_report": _("Report"),
        "tab_map": _("Map and meeting"),
        "tab_suggestions": _("Suggestions"),
        "tab_changes": _("Changes"),
        "tab_files": _("Files"),
        "problems": _("What to look at in the workbook"),
        "errors": _("What to correct in the workbook"),
        "again": _("Correct it in Excel, save, and drop the workbook on the page again."),
        "rows": _("Where"),
        "column": _("Column"),
        "what": _("What it is"),
        "remedy": _("What to do"),
        "own_tab": _("Open in a tab of its own"),
        "keep": _("Download"),
        "keep_all": _("Download all as one zip"),
        "changes_since": _("What has changed since the last time"),
        "compare_lead": _(
            "Choose an earlier workbook, or an earlier report that was kept as data (JSON): then this"
            " tells what has changed."
        ),
        "compare": _("Compare with an earlier file …"),
        "decided": _("After the meeting: decisions into the workbook"),
        "decided_lead": _(
            "Choose the file of decisions that the meeting mode saved. You get the"
            " workbook with the decisions as rows, and the minutes."
        ),
        "decide": _("Choose the decisions …"),
        "what_if": _("What if all of it is done?"),
        "what_if_lead": _(
            "The suggested steps as if they were taken, before and after side by side. The workbook is not"
            " changed."
        ),
        "calculating": _("Finding out what would be closed …"),
        "calculated": _("What would be closed is shown below."),
        "changed": _("What has changed since «{name}»"),
    }


def _options() -> dict[str, str]:
    return {
        "options": _("Choices"),
        "as_of": _("Judge as of this day (today, if it is empty)"),
        "max_arena_size": _("Leave out arenas with more members than"),
        "min_meetings": _("Leave out arenas that meet fewer times a year than"),
        "links": _("Cooperation that counts"),
        "links_any": _("All that somebody has reported"),
        "links_confirmed": _("Only what both have confirmed"),
        "reader": _("The report is for"),
        "reader_leader": _("The leader: one page"),
        "reader_coordinator": _("The coordinator: pairs and arenas too"),
        "reader_researcher": _("The researcher: every figure"),
        "anonymous": _("Keep back who answered the self-assessment"),
        "families": _("Only these parts of the report (all, if none is chosen)"),
        "apply": _("Look again"),
    }
