"""Why something could not be read or written, where the system or a library says it in English."""

import errno
from collections.abc import Mapping
from types import MappingProxyType

from samordning_graph.common.locale import _, mark

_OF_SYSTEM: Mapping[str, str] = MappingProxyType(
    {
        "EACCES": mark("you do not have the right to"),
        "EPERM": mark("the system does not allow it"),
        "ENOENT": mark("it is not there"),
        "ENOTDIR": mark("a part of the path is a file and no folder"),
        "EISDIR": mark("it is a folder"),
        "EEXIST": mark("it is there already"),
        "ENOTEMPTY": mark("the folder is not empty"),
        "ENOSPC": mark("the disk is full"),
        "EDQUOT": mark("the disk is full"),
        "EFBIG": mark("the file is too large for the disk"),
        "EROFS": mark("nothing can be written to this disk"),
        "ENAMETOOLONG": mark("the name is too long"),
        "ELOOP": mark("the links go in a ring"),
        "EIO": mark("the disk does not answer"),
        "ESTALE": mark("the disk does not answer"),
        "ETIMEDOUT": mark("the disk does not answer"),
        "EBUSY": mark("another program uses it"),
        "ETXTBSY": mark("another program uses it"),
        "EMFILE": mark("too many files are open"),
        "ENFILE": mark("too many files are open"),
        "ENOMEM": mark("there is too little memory"),
        "EBADF": mark("it is closed"),
        "EPIPE": mark("the reader went away"),
        "EXDEV": mark("it is on another disk"),
        "ENODEV": mark("there is no such device"),
        "ENXIO": mark("there is no such device"),
        "ESPIPE": mark("it is a device or a pipe"),
    }
)
"""By the name of the error: the reasons that people meet."""

_OF_YAML = (
    ("mapping values are not allowed", mark("a colon stands where no column can begin")),
    ("cannot start any token", mark("a tab or a sign stands where a value should begin")),
    ("could not find expected ':'", mark("a colon is missing after the name of a column")),
    ("did not find expected", mark("the lines are not indented alike, or a sign is missing")),
    ("expected <block end>", mark("the lines are not indented alike, or a sign is missing")),
    ("end of stream", mark("a quotation mark or a bracket is never closed")),
    ("stream end", mark("a quotation mark or a bracket is never closed")),
    ("escape character", mark("a backslash stands within quotation marks")),
    ("undefined alias", mark("an asterisk stands before a value")),
    ("duplicate anchor", mark("an ampersand stands before a value")),
)
"""What a message of PyYAML or libyaml holds, and what it means in a table of ours."""


def os_reason(error: OSError) -> str:
    """Return why the system would not; in its own words where the reason is a rare one."""
    reason = _OF_SYSTEM.get(errno.errorcode.get(error.errno or 0, ""))
    return _(reason) if reason else error.strerror or str(error)


def yaml_reason(problem: str | None) -> str:
    """Return why a text is no YAML; in the words of the library where the reason is a rare one."""
    text = problem or ""
    return next((_(reason) for part, reason in _OF_YAML if part in text), text)
