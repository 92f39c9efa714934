"""How the name of a file is shown: to everybody who gets a report, and on a terminal."""

import re
from pathlib import Path


def shown_path(path: Path, given: Path | None = None) -> str:
    """Return a path as it was given, or from its last name on if that was absolute.

    A report goes to others: it says which file it is made from, not where somebody keeps it.
    With `given`, the path that a person wrote, a file in that folder is shown from its name on.
    """
    if path.is_absolute():
        base = (given or path).parent
        path = path.relative_to(base) if path.is_relative_to(base) else Path(path.name)
    return printable(path.as_posix())


def printable(text: str) -> str:
    r"""Return a text without signs that would control the terminal, and without bytes that are no text.

    Examples
    --------
    >>> printable("kart\x1b[2J.html")
    'kart?[2J.html'
    """
    if text.isprintable():
        return text
    # A name in UTF-8 is one, even where the system says that all is ASCII: then its bytes are kept
    # as surrogates, beside letters of our own sentences. Other surrogates are no text at all.
    kept = re.sub("[\ud800-\udc7f\udd00-\udfff]", "?", text)
    decoded = kept.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")
    return "".join(sign if sign.isprintable() or sign == "\n" else "?" for sign in decoded)
