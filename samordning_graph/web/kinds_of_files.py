"""What a file is taken for when several are given at once."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from samordning_graph.common.locale import _, mark
from samordning_graph.input.file_kinds import is_text_table, is_whole_municipality, other_kind
from samordning_graph.web.problem_groups import without_commands

REPORT_SUFFIX, MAP_SUFFIX = ".json", ".html"
_EARLIER: Mapping[str, str] = MappingProxyType(
    {
        REPORT_SUFFIX: mark("an earlier report, to compare with"),
        MAP_SUFFIX: mark("an earlier map: those who were in it keep their places"),
    }
)


def is_earlier(file: Path) -> bool:
    """Return whether a file is no data, but something that the program made earlier."""
    return file.suffix.lower() in _EARLIER


def taken_for(file: Path) -> str:
    """Return in words what a file is taken for, by its name."""
    if is_earlier(file):
        return _(_EARLIER[file.suffix.lower()])
    if is_whole_municipality(file):
        return _("a municipality, or a part of one")
    if is_text_table(file):
        return _("a table of a municipality")
    return without_commands(other_kind(file.suffix)) or _("it is not read")
