"""The line of honesty that every output carries."""

from samordning_graph.common.locale import _


def report_disclaimer() -> str:
    """Return the line, in the language in use."""
    return _(
        "This is no answer key: it shows what the data document today, so that people can discuss"
        " it. What is not documented may still exist."
    )
