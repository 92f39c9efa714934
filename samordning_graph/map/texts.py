"""What the page's scripts say, by the part that says it; what stands still is in the template."""

from samordning_graph.locale import _

Texts = dict[str, dict[str, str]]


def texts() -> Texts:
    """Return the texts in the language in use. `{name}` is filled in by the script."""
    return {
        "status": {
            "gaps": _("Possible missing links shown: {shown} of {all}"),
            "unknown": _("Cannot be assessed: {shown} of {all}"),
            "focus": _("Only {name} and those around it are shown."),
            "chain": _("Only the shortest chain is shown: {chain}"),
            "hidden": _("Hidden: {n}"),
            "none": _("This view has nothing to draw. {meaning}"),
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
        },
        "network": {
            "selected": _("{name}. {facts}. Findings: {gaps}."),
            "tie": _("{one} – {other}. {kind}. {facts}"),
            "nothing": _("Nothing is selected."),
        },
    }
