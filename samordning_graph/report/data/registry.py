"""What writes the findings of a report as data. Light: a module is imported when it writes."""

from importlib import import_module
from types import ModuleType


def findings_data(format_name: str) -> ModuleType:
    """Return the module of a format that holds data: csv, json or xlsx.

    It has `write`; `write_body` and `join` too if the reports of many municipalities are one file,
    `write_summary` if they are not.
    """
    return import_module(f"samordning_graph.report.data.findings_{format_name}")
