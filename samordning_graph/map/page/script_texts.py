"""The texts that the page's scripts show, by part; fixed texts are in the template."""

from samordning_graph.common.locale import _
from samordning_graph.rules.next_step import confidentiality

Texts = dict[str, dict[str, str]]


def script_texts() -> Texts:
    """Return the texts in the language in use. `{name}` is filled in by the script."""
    return {
        "status": {
            "gaps": _("Possible missing links shown: {shown} of {all}"),
            "unknown": _("Cannot be assessed: {shown} of {all}"),
            "focus": _("Only {name} and those around it are shown."),
            "chain": _("Only the shortest chain is shown: {chain}"),
            "hidden": _("Hidden: {n}"),
            "off": _("Switched off: {parts}"),
            "all_on": _("Nothing is switched off."),
            "none": _("This view has nothing to draw. {meaning}"),
        },
        "focus": {
            "way": _("Today: {way}."),
            "no_way": _("No known way between them in the data."),
            "meets_in": _("Meets others in ({n}): {names}."),
            "linked": _("Direct collaboration or agreement with ({n}): {names}."),
            "missing": _("A ground to coordinate, contact not documented ({n}): {names}."),
            "not_assessed": _("A ground to coordinate, contact not known ({n}): {names}."),
            "takes_part": _("Leaders and members ({n}): {names}."),
            "evidence": _("Evidence"),
            "back": _("Back (Esc)"),
        },
        "projector": {
            "matters": _("Matters to talk about: {n}"),
            "progress": _("{n} of {all}"),
            "apart": _("no common meeting place or collaboration in the data"),
            "not_known": _("not known whether they have contact"),
            "today": _("How they are connected today"),
            "next_step": _("Possible next step: {step}"),
            "decided": _("What was decided"),
            "nothing": _(
                "Nothing is decided yet. Meeting mode is where decisions are written down."
            ),
        },
        "controls": {
            "heading_tie": _("Lines"),
            "heading_basis": _("Findings by basis"),
            "heading_rule": _("Findings by rule"),
            "heading_confidence": _("Findings by who was asked"),
            "heading_sector": _("Sectors"),
            "heading_type": _("Types of actors"),
            "heading_level": _("Levels of arenas"),
            "heading_arenaKind": _("Kinds of arenas"),
            "heading_figures": _("Size and width"),
            "heading_shapes": _("Shapes"),
            "missing": _(
                "A ground to coordinate, but no common meeting place or direct collaboration in the"
                " data."
            ),
            "not_assessed": _("A ground to coordinate, but whether they do is not known."),
            "not_stated": _("Not stated"),
            "size": _("The size shows"),
            "same_size": _("Nothing: all are of one size"),
            "width": _("The width of a line shows how many or how often"),
            "badge": _("The number at a corner is how many findings somebody is part of."),
            "shape_unit": _("Municipal unit"),
            "shape_external": _("External actor"),
            "shape_arena": _("Working arena"),
            "shape_aside": _("Arena that does not count"),
            "shape_duty": _("Duty that no contact in the data meets"),
            "shape_sector": _("Sector"),
            "shape_overview": _("Overview"),
            "shape_challenge": _("Challenge"),
            "shape_goal": _("Goal"),
            "shape_strategy": _("Strategy"),
            "shape_measure": _("Measure"),
            "shape_plan": _("Plan"),
        },
        "take_away": {
            "file": _("coordination-map"),
            "saved": _("Saved: {file}"),
            "failed": _("The picture became too large here. Take the smaller one, or SVG."),
            "copied": _("The link is copied."),
            "copy_yourself": _("The link is marked: copy it with Ctrl+C."),
        },
        "announcer": {
            "node": _("{name}. {facts}. Findings: {gaps}."),
            "tie": _("{one} – {other}. {kind}. {facts}"),
            "nothing": _("Nothing is selected."),
        },
        "search": {
            "found": _("Found: {n}"),
            "many": _("Found: {all}. The first {shown} are listed; type more to find fewer."),
            "none": _("Nothing found"),
            "elsewhere": _("In the view «{view}»"),
        },
        "tables": {
            "filtered": _(
                "The tables follow the filters and the focus of the map: {shown} of {all} rows are"
                " shown. «Show all» brings back the others."
            ),
            "count": _("{shown} of {all}"),
            "show": _("Show in the map"),
            "copy": _("Copy"),
            "copy_table": _("Copy the table «{table}»"),
            "copied": _("Copied: {n} rows. Paste them into Excel."),
            "not_copied": _(
                "The browser does not let the page copy. Mark the table and press Ctrl+C."
            ),
            "ascending": _("Sorted by {column}, ascending"),
            "descending": _("Sorted by {column}, descending"),
        },
        "keys": {
            "go": _("Arrow keys"),
            "first": _("Home"),
            "open": _("Enter or Space"),
            "gap": "G",
            "focus": "F",
            "hide": "H",
            "move": _("Shift and arrow keys"),
            "undo": _("U or Ctrl+Z"),
            "zoom": _("+ and −"),
            "whole": "0",
            "drawer": "L",
            "back": "Esc",
            "search": "/",
            "projector": "P",
            "meeting": "M",
            "help": "?",
        },
        "keyboard": {
            "map": _("Map: {view}"),
            "go": _("Go to the nearest in that direction"),
            "first": _("Go to the first one, at the top"),
            "open": _("Open the evidence of what is selected; Esc leads back to the map"),
            "gap": _(
                "Go to the next possible missing link of the selected one, the strongest first"
            ),
            "focus": _(
                "Show only the selected one and those around it; again: show the others too"
            ),
            "hide": _("Hide the selected one"),
            "move": _("Move the selected one"),
            "undo": _("Undo"),
            "zoom": _("Zoom in and out"),
            "whole": _("Show the whole map"),
            "drawer": _("Open or close the legend with the filters"),
            "back": _("One step back, in the end to the whole map"),
            "search": _("Search"),
            "projector": _(
                "Fill a large screen with one matter at a time; arrow keys, Page Up and Page Down"
                " go on, Esc leads back to the map"
            ),
            "meeting": _("Meeting mode"),
            "help": _("This list of keys"),
            "edge": _("Nothing further in that direction."),
            "no_gap": _("No possible missing link of it is drawn. Enter opens the evidence."),
            "hidden": _("{name} is hidden. U brings it back."),
        },
        "panel": {
            "close": _("Close"),
            "focus": _("Show only this and those around it"),
            "hide": _("Hide from the map"),
            "hidden": _("{name} is hidden."),
            "bring_back": _("Bring back {name}"),
            "back": _("{name} is back on the map."),
            "chain": _("Shortest chain to"),
            "choose": _("Choose an actor"),
            "show_chain": _("Show the chain"),
            "no_chain": _("Show everybody again"),
            "gaps": _("Findings"),
            "open": _("Cannot be assessed"),
            "unknown": _("cannot be assessed"),
            "accepted": _("Accepted"),
            "talk": _("Take it up in meeting mode"),
            "decided": _("From the meeting: {decision}"),
        },
        "evidence": {
            "observation": _("Observation"),
            "ground": _("Ground"),
            "data_basis": _("Data basis"),
            "question": _("Question"),
            "next_step": _("Possible next step"),
            "confidentiality": confidentiality(),
            "rows": _("Rests on"),
            "source": _("Source"),
            "remark": _("Remark"),
            "searched": _("Searched"),
            "accepted": _("Accepted"),
            "owner": _("Responsible: {owner}."),
            "expires": _("Counts again after {date}."),
            "unverified": _("not verified"),
        },
        "meeting": {
            "progress": _("{n} of {all} on the agenda"),
            "off_agenda": _("Not on the agenda"),
            "left_out": _("{n} left out by the filters"),
            "on_agenda": _("On the agenda: {matter}"),
            "put_on": _("Put on the agenda: {matter}"),
            "taken_off": _("Taken off the agenda: {matter}"),
            "is_decided": _("decided"),
            "choose": _("Choose"),
            "copy": _("Copy rows for the sheet {sheet} ({n})"),
            "copied": _("Rows for the sheet {sheet} are copied: {n}."),
            "not_copied": _(
                "The browser did not let the rows be copied. Save them as YAML instead."
            ),
            "saved": _("Saved as {file}."),
            "file_notes": _("notes-{number}-{date}.json"),
            "file_rows": _("decisions-{number}-{date}.yaml"),
            "remark": _(
                "Decisions of a meeting about the coordination map. As minutes: samordning minutes"
                " FILE -o minutes.docx. Laid over the data: samordning report PATH --what-if FILE"
            ),
        },
        "minutes": {
            "title": _("Minutes: coordination in {municipality}, {date}"),
            "honest": _("Services and roles, never persons."),
            "copied": _("The minutes are copied."),
            "not_copied": _("The browser does not let the page copy. Print the minutes instead."),
        },
        "decisions": {
            "step": _("As proposed: {step}"),
            "postpone": _("Postponed."),
            "invite": _("{actor} is invited to «{arena}»."),
            "agree": _("{actor} and {other} agree to work together directly."),
            "already": _(
                "{actor} and {other} work together already; the data are to be corrected."
            ),
            "accept": _("Settled as it is: {reason}"),
            "note": _("Note: {note}"),
            "by": _("Responsible: {owner}."),
            "before": _("Deadline: {date}."),
            "source_step": _("Decided in a meeting {date}"),
            "source_invite": _("Decided in a meeting {date}"),
            "source_agree": _("Agreed in a meeting {date}"),
            "source_already": _("Told in a meeting {date}"),
            "source_accept": _("Accepted in a meeting {date}"),
            "lacks": _("Not finished. To be filled in: {fields}."),
            "field_actor": _("who"),
            "field_arena": _("which arena"),
            "field_other": _("with whom"),
            "field_reason": _("why it is accepted"),
            "field_note": _("the note"),
        },
    }
